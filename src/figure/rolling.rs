//! Where a roller has got to under the body that moves over it.

use glam::{Vec2, Vec3};

use super::{draw::prop_frame, skeleton::Skeleton};
use crate::model::motion::{Prop, Rolling};

/// The prop where it has rolled to since the starting position `start`. Others stay.
#[must_use]
pub fn rolled(prop: &Prop, start: &Skeleton, now: &Skeleton) -> Prop {
    let mut rolled = *prop;
    if let Prop::Roller { at, rolls: Some(with), .. } = &mut rolled {
        let axis = prop_frame(prop).direction(Vec3::X);
        let way = (carrier(now, *with) - carrier(start, *with)).reject_from_normalized(axis);
        // What lies on a wheel goes twice as far as its axle.
        let shift = Vec2::new(way.x, way.z) * 0.5;
        *at = (at.0 + shift.x, at.1 + shift.y);
    }
    rolled
}

/// A roller on its way from one place to another. Others stay.
#[must_use]
pub fn between_places(from: &Prop, to: &Prop, t: f32) -> Prop {
    let mut moved = *to;
    if let (Prop::Roller { at, .. }, Prop::Roller { at: old, .. }) = (&mut moved, from) {
        *at = (old.0 + (at.0 - old.0) * t, old.1 + (at.1 - old.1) * t);
    }
    moved
}

fn carrier(skeleton: &Skeleton, with: Rolling) -> Vec3 {
    match with {
        Rolling::Hips => skeleton.pelvis.at,
        Rolling::Chest => skeleton.chest.at,
        Rolling::Hands => skeleton.arms[0].hand.at.midpoint(skeleton.arms[1].hand.at),
        Rolling::Feet => skeleton.legs[0].foot.at.midpoint(skeleton.legs[1].foot.at),
    }
}
