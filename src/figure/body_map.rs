//! The standing figure as a map: where each region lies, and which one a point is on.

use glam::{Vec2, Vec3};

use super::{
    camera::Eye,
    draw::{self, Subject},
    flesh, ik,
    posture::ARM,
    scene::{Rect, Scene},
    skeleton::Skeleton,
    stage::{Look, Stage},
};
use crate::{
    engine::{Movement, Stance},
    model::{Region, Side, Spot, motion::Part},
};

/// From where the figure is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Facing {
    /// From behind: the person's left is at the left.
    Back,
    /// From before, as in no mirror: the person's left is at the right.
    Front,
}

/// What can be picked from behind, from the head down.
const ON_BACK: [Region; 11] = [
    Region::NeckBack,
    Region::UpperTrapezius,
    Region::Shoulders,
    Region::ShoulderBlades,
    Region::UpperBack,
    Region::UpperArmBack,
    Region::MidBack,
    Region::Flanks,
    Region::LowerBack,
    Region::Forearms,
    Region::Buttocks,
];

/// What can be picked from before, from the head down.
const ON_FRONT: [Region; 7] = [
    Region::NeckSide,
    Region::Shoulders,
    Region::Chest,
    Region::UpperArmFront,
    Region::Flanks,
    Region::Abdomen,
    Region::Forearms,
];

/// How far from the middle of a region a point is still on it, in metres.
const REACH: f32 = 0.17;

/// The legs are cut off so far below the hip joints, in metres: the map is of the upper body.
const CUT: f32 = 0.23;

/// The arms hang so much further off the trunk than at ease, in degrees.
const ARMS_OFF: f32 = 5.0;

/// Which of an arm's angles these are.
const FLEXION: usize = 2;
const ABDUCTION: usize = 3;

/// Room around the figure, in metres.
const MARGIN: f32 = 0.03;

impl Facing {
    /// Both, the back first: it is what hurts.
    pub const ALL: [Self; 2] = [Self::Back, Self::Front];

    fn eye(self) -> Eye {
        match self {
            Self::Back => Eye::new(180.0, 0.0),
            Self::Front => Eye::new(0.0, 0.0),
        }
    }

    /// How far the arms hang further forward than at ease: towards the viewer, so that neither is
    /// drawn behind the trunk.
    fn arms_deg(self) -> f32 {
        match self {
            Self::Back => -14.0,
            Self::Front => 4.0,
        }
    }

    /// Everything that can be picked, from the head down, the left before the right.
    #[must_use]
    pub fn spots(self) -> Vec<Spot> {
        let regions = match self {
            Self::Back => ON_BACK.as_slice(),
            Self::Front => ON_FRONT.as_slice(),
        };
        let sides = |&region: &Region| {
            let sides: &[Option<Side>] =
                if draw::is_paired(region) { &[Some(Side::Left), Some(Side::Right)] } else { &[None] };
            sides.iter().map(move |side| Spot { region, side: *side })
        };
        regions.iter().flat_map(sides).collect()
    }
}

/// The figure seen from one side, and where on it each region is.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyMap {
    /// The figure, with what was picked glowing. It goes on below its frame.
    pub scene: Scene,
    /// From where it is seen.
    pub facing: Facing,
    /// What can be picked, and where its middle is, in metres.
    pub places: Vec<(Spot, Vec2)>,
}

impl BodyMap {
    /// What is at a point, in metres; `None` beside the body.
    #[must_use]
    pub fn pick(&self, at: Vec2) -> Option<Spot> {
        let far = |place: &Vec2| place.distance(at);
        let near = self.places.iter().filter(|(_, place)| far(place) <= REACH);
        near.min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b))).map(|(spot, _)| *spot)
    }
}

impl Stage {
    /// The map of a body with what was picked glowing.
    #[must_use]
    pub fn body_map<'a>(
        &mut self,
        look: &Look<'_>,
        facing: Facing,
        picked: impl IntoIterator<Item = &'a Spot>,
    ) -> BodyMap {
        let mut posture = self.pose(&standing(), look.body).posture;
        for arm in ARM {
            posture.angles[arm + FLEXION] += facing.arms_deg();
            posture.angles[arm + ABDUCTION] += ARMS_OFF;
        }
        let skeleton = ik::solve(&posture, &look.body.bones);
        let (eye, here) = (facing.eye(), facing.spots());
        let picked: Vec<Spot> = picked.into_iter().filter(|spot| here.contains(spot)).copied().collect();
        let subject = Subject {
            skeleton: &skeleton,
            body: look.body,
            breath: BREATH,
            props: &[],
            regions: &[],
            spots: &picked,
            glow: look.glow,
        };
        let frame = frame(&skeleton, look, &eye);
        let scene = Scene {
            shapes: draw::shapes(&subject, look.palette, &eye),
            frame,
            focus: frame.center(),
            felt: Vec::new(),
        };
        let place = |spot: Spot| (spot, eye.flat(middle(&skeleton, spot)));
        BodyMap { scene, facing, places: here.into_iter().map(place).collect() }
    }
}

/// Half a breath: nobody holds it.
const BREATH: f32 = 0.5;

fn standing() -> Movement {
    let stance = || Stance { exercise: None, part: Part::Rest, side: None, way: 0 };
    Movement {
        from: stance(),
        to: stance(),
        progress: 1.0,
        elapsed_secs: 0.0,
        left_secs: 0.0,
        breath: BREATH,
    }
}

/// Where a region is picked. The sides of the neck lie so close that they are taken apart a little.
fn middle(skeleton: &Skeleton, spot: Spot) -> Vec3 {
    let at = draw::spot_place(skeleton, spot);
    if spot.region == Region::NeckSide { at + Vec3::X * at.x.signum() * 0.02 } else { at }
}

/// From the top of the head down to the thighs.
fn frame(skeleton: &Skeleton, look: &Look<'_>, eye: &Eye) -> Rect {
    let bottom = skeleton.pelvis.at.y - CUT;
    let mut frame = Rect::NOTHING;
    for lump in flesh::all(skeleton, look.body).iter().filter(|lump| lump.at.y > bottom) {
        frame.include(eye.flat(lump.at), lump.widest() + MARGIN);
    }
    frame.max.y = eye.flat(Vec3::Y * bottom).y;
    frame
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::figure::{Body, Paint, Palette};

    fn maps(picked: &BTreeSet<Spot>) -> Vec<BodyMap> {
        let palette = Palette::light();
        let bodies = Body::builtin_ids().filter_map(Body::builtin);
        let mut stage = Stage::default();
        bodies
            .flat_map(|body| {
                let look = Look { body: &body, palette: &palette, glow: 1.0 };
                Facing::ALL.map(|facing| stage.body_map(&look, facing, picked))
            })
            .collect()
    }

    #[test]
    fn every_region_is_picked_where_it_lies_and_around() {
        for map in maps(&BTreeSet::new()) {
            for (spot, at) in &map.places {
                let frame = &map.scene.frame;
                assert!(at.cmpgt(frame.min).all() && at.cmplt(frame.max).all(), "{spot:?} is out of sight");
                for beside in [Vec2::ZERO, Vec2::X, Vec2::NEG_X, Vec2::Y, Vec2::NEG_Y] {
                    let picked = map.pick(*at + beside * 0.014);
                    assert_eq!(picked, Some(*spot), "{:?}, beside {beside}", map.facing);
                }
            }
            assert_eq!(map.pick(map.scene.frame.min), None, "beside the body there is nothing");
        }
    }

    #[test]
    fn left_is_the_persons_own_in_both_views() {
        for map in maps(&BTreeSet::new()) {
            let left = if map.facing == Facing::Back { -1.0 } else { 1.0 };
            for (spot, at) in &map.places {
                match spot.side {
                    None => assert!(at.x.abs() < 0.01, "{spot:?} is in the middle"),
                    Some(side) => {
                        let sign = if side == Side::Left { left } else { -left };
                        assert!(at.x * sign > 0.02, "{:?} {spot:?} at {at}", map.facing);
                        let other = Spot { side: Some(side.other()), ..*spot };
                        let mirrored = map.places.iter().find(|(known, _)| *known == other).unwrap().1;
                        assert!((mirrored - Vec2::new(-at.x, at.y)).length() < 0.01, "{spot:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_picked_glows_on_its_side_alone() {
        let glows = |map: &BodyMap| -> Vec<f32> {
            let light = map.scene.shapes.iter().filter(|shape| matches!(shape.paint, Paint::Glow(_)));
            light.map(|shape| shape.rings[0].iter().map(|p| p.x).sum::<f32>()).collect()
        };
        let dark = maps(&BTreeSet::new());
        let blade = Spot { region: Region::ShoulderBlades, side: Some(Side::Left) };
        for (lit, dark) in maps(&BTreeSet::from([blade])).iter().zip(&dark) {
            let (lit_at, dark_at) = (glows(lit), glows(dark));
            let more: Vec<f32> = lit_at.into_iter().filter(|x| !dark_at.contains(x)).collect();
            match lit.facing {
                Facing::Back => assert!(more.len() == 1 && more[0] < 0.0, "{more:?}"),
                Facing::Front => assert!(more.is_empty(), "a shoulder blade does not glow through"),
            }
        }
    }
}
