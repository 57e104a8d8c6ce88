//! Soft light where an exercise is felt, and the soft shadow on the floor.

use glam::Vec3;

use super::{Subject, order::Name, outline::ellipse};
use crate::{
    figure::{
        camera::Eye,
        palette::Palette,
        posture::outward,
        scene::{Paint, Shape},
        skeleton::{Frame, Skeleton},
    },
    model::{self, Region, Side},
};

/// How far inwards a spot on the very edge is drawn, as a share of its radius.
const INWARDS: f32 = 0.6;

/// Middle, outward direction of the skin there, and radius.
type Spot = (Vec3, Vec3, f32);

/// Where the name of a region belongs: of its spots, the one that is seen best.
#[must_use]
pub fn place(skeleton: &Skeleton, region: Region, eye: &Eye) -> Vec3 {
    /// How much facing the viewer counts for, beside being nearer, in metres.
    const FACING: f32 = 0.15;
    /// Where both sides are seen alike, the name stays on one.
    const STAYS: f32 = 0.03;
    let spots = spots(skeleton, region);
    if spots.len() > 2 {
        return spots[spots.len() / 2].0;
    }
    let seen = |(index, (at, facing, _)): &(usize, Spot)| {
        eye.depth(*at) + FACING * eye.depth(*facing) + STAYS * *index as f32
    };
    let best = spots.into_iter().enumerate().max_by(|a, b| seen(a).total_cmp(&seen(b)));
    best.map_or(skeleton.chest.at, |(_, (at, ..))| at)
}

/// Where a region lies, on the side that is asked for where there are two of it.
#[must_use]
pub fn spot_place(skeleton: &Skeleton, spot: model::Spot) -> Vec3 {
    let spots = spots(skeleton, spot.region);
    let index = match spot.side {
        Some(side) if spots.len() == 2 => index_of(side),
        _ => spots.len() / 2,
    };
    spots.get(index).map_or(skeleton.chest.at, |(at, ..)| *at)
}

/// Whether there are two of a region, one on each side.
#[must_use]
pub fn is_paired(region: Region) -> bool {
    !matches!(
        region,
        Region::NeckFront
            | Region::NeckBack
            | Region::Chest
            | Region::UpperBack
            | Region::MidBack
            | Region::LowerBack
            | Region::Spine
            | Region::Abdomen
    )
}

fn index_of(side: Side) -> usize {
    usize::from(side == Side::Right)
}

fn spots(skeleton: &Skeleton, region: Region) -> Vec<Spot> {
    let spine = |point: usize| skeleton.spine[point];
    let on = |frame: Frame, at: Vec3, facing: Vec3, radius: f32| {
        vec![(frame.point(at), frame.direction(facing), radius)]
    };
    let both = |make: &dyn Fn(usize, f32) -> Spot| (0..2).map(|side| make(side, outward(side))).collect();
    let arm = |upper: bool, down: f32, facing: Vec3, radius: f32| {
        both(&|side, _| {
            let bones = &skeleton.arms[side];
            let frame = if upper { bones.upper } else { bones.fore };
            (frame.point(Vec3::NEG_Y * down), frame.direction(facing), radius)
        })
    };
    let leg = |thigh: bool, down: f32, facing: Vec3, radius: f32| {
        both(&|side, _| {
            let bones = &skeleton.legs[side];
            let frame = if thigh { bones.thigh } else { bones.shin };
            (frame.point(Vec3::NEG_Y * down + facing * 0.04), frame.direction(facing), radius)
        })
    };
    match region {
        Region::NeckFront => on(spine(12), Vec3::new(0.0, 0.0, 0.05), Vec3::Z, 0.07),
        Region::NeckBack => on(spine(12), Vec3::new(0.0, 0.0, -0.03), Vec3::NEG_Z, 0.085),
        Region::NeckSide => both(&|_, out| {
            (spine(12).point(Vec3::new(out * 0.04, 0.0, 0.01)), spine(12).direction(Vec3::X * out), 0.065)
        }),
        Region::UpperTrapezius => both(&|side, _| {
            let at = spine(10).at.lerp(skeleton.arms[side].upper.at, 0.45);
            (
                at + skeleton.chest.direction(Vec3::Y * 0.035),
                skeleton.chest.direction(Vec3::new(0.0, 0.8, -0.4)),
                0.085,
            )
        }),
        Region::ShoulderBlades => both(&|_, out| {
            let at = Vec3::new(out * 0.07, -0.02, -0.035);
            (spine(8).point(at), spine(8).direction(Vec3::NEG_Z), 0.10)
        }),
        Region::Shoulders => arm(true, 0.01, Vec3::ZERO, 0.095),
        Region::Chest => on(skeleton.chest, Vec3::new(0.0, -0.06, 0.11), Vec3::Z, 0.13),
        Region::UpperBack => on(spine(7), Vec3::new(0.0, 0.0, -0.045), Vec3::NEG_Z, 0.15),
        Region::MidBack => on(spine(5), Vec3::new(0.0, 0.0, -0.045), Vec3::NEG_Z, 0.14),
        Region::LowerBack => on(spine(1), Vec3::new(0.0, 0.0, -0.05), Vec3::NEG_Z, 0.12),
        Region::Spine => [0, 2, 4, 6, 8, 10]
            .into_iter()
            .map(|point| (spine(point).point(Vec3::NEG_Z * 0.04), spine(point).direction(Vec3::NEG_Z), 0.09))
            .collect(),
        Region::Flanks => both(&|_, out| {
            (spine(4).point(Vec3::new(out * 0.12, 0.0, 0.05)), spine(4).direction(Vec3::X * out), 0.10)
        }),
        Region::Abdomen => on(spine(2), Vec3::new(0.0, 0.0, 0.13), Vec3::Z, 0.12),
        Region::UpperArmFront => arm(true, 0.13, Vec3::Z, 0.08),
        Region::UpperArmBack => arm(true, 0.13, Vec3::NEG_Z, 0.08),
        Region::Forearms => arm(false, 0.10, Vec3::ZERO, 0.075),
        Region::Buttocks => both(&|_, out| {
            let at = Vec3::new(out * 0.07, -0.01, -0.10);
            (skeleton.pelvis.point(at), skeleton.pelvis.direction(Vec3::NEG_Z), 0.11)
        }),
        Region::Hips => leg(true, 0.02, Vec3::ZERO, 0.11),
        Region::ThighFront => leg(true, 0.2, Vec3::Z, 0.11),
        Region::ThighBack => leg(true, 0.2, Vec3::NEG_Z, 0.11),
        Region::Calves => leg(false, 0.12, Vec3::NEG_Z, 0.09),
        Region::Ankles => both(&|side, _| (skeleton.legs[side].foot.at, Vec3::ZERO, 0.07)),
    }
}

/// The glow of the felt regions, each with the parts of the body it is painted on. What is felt on
/// the far side shines through, dimmer.
pub(super) fn glow(subject: &Subject<'_>, palette: &Palette, eye: &Eye) -> Vec<(Vec<Name>, Shape)> {
    let lit = |(at, facing, radius): Spot, strength: f32| {
        let seen =
            if facing == Vec3::ZERO { 1.0 } else { (0.75 + 0.45 * eye.depth(facing)).clamp(0.35, 1.0) };
        // Seen from the edge, it is drawn inwards, so that little of it falls beside the body.
        let inwards = INWARDS * radius * (1.0 - eye.depth(facing).abs());
        let ring = ellipse(at - facing * inwards, eye.across() * radius, eye.upward() * radius, eye);
        let colour = palette.glow.faded(strength * seen * subject.glow);
        Shape { rings: vec![ring], paint: Paint::Glow(colour) }
    };
    let region = |(region, side): (Region, Option<Side>)| {
        let spots = spots(subject.skeleton, region);
        // Many spots in a row lie over each other.
        let strength = if spots.len() > 2 { 0.55 } else { 0.8 };
        let only = side.map(index_of).filter(|_| is_paired(region));
        let painted = move |(index, spot)| (painted_on(region, index), lit(spot, strength));
        let is_asked = move |(index, _): &(usize, Spot)| only.is_none_or(|only| only == *index);
        spots.into_iter().enumerate().filter(is_asked).map(painted)
    };
    let whole = subject.regions.iter().map(|region| (*region, None));
    whole.chain(subject.spots.iter().map(|spot| (spot.region, spot.side))).flat_map(region).collect()
}

/// What a spot of a region lies on: it is painted over the last of these, under all that is nearer.
fn painted_on(region: Region, spot: usize) -> Vec<Name> {
    match region {
        Region::NeckFront | Region::NeckBack | Region::NeckSide => vec![Name::Torso, Name::Head],
        Region::Shoulders => vec![Name::Torso, Name::UpperArm(spot)],
        Region::UpperArmFront | Region::UpperArmBack => vec![Name::UpperArm(spot)],
        Region::Forearms => vec![Name::Forearm(spot)],
        Region::Buttocks => vec![Name::Hip(0), Name::Hip(1), Name::Torso],
        Region::Hips => vec![Name::Hip(spot), Name::Thigh(spot)],
        Region::ThighFront | Region::ThighBack => vec![Name::Thigh(spot)],
        Region::Calves => vec![Name::Shin(spot)],
        Region::Ankles => vec![Name::Shin(spot), Name::Foot(spot)],
        Region::UpperTrapezius
        | Region::ShoulderBlades
        | Region::Chest
        | Region::UpperBack
        | Region::MidBack
        | Region::LowerBack
        | Region::Spine
        | Region::Flanks
        | Region::Abdomen => vec![Name::Torso],
    }
}

/// The shadow of what is near the floor.
pub(super) fn shadow(skeleton: &Skeleton, palette: &Palette, eye: &Eye) -> Vec<Shape> {
    let mut places = vec![(skeleton.pelvis.at, 0.30), (skeleton.chest.at, 0.28), (skeleton.head.at, 0.17)];
    for side in 0..2 {
        let (leg, arm) = (&skeleton.legs[side], &skeleton.arms[side]);
        places.extend([(leg.foot.point(Vec3::new(0.0, -0.05, 0.05)), 0.17), (leg.shin.at, 0.17)]);
        places.extend([(leg.shin.at.lerp(leg.foot.at, 0.5), 0.14), (arm.hand.at, 0.12)]);
    }
    let cast = |(at, radius): (Vec3, f32)| {
        let near = (1.0 - at.y / 1.1).clamp(0.0, 1.0);
        let spread = radius * (1.0 + 0.5 * at.y.max(0.0));
        let ring = ellipse(Vec3::new(at.x, 0.004, at.z), Vec3::X * spread, Vec3::Z * spread, eye);
        Shape { rings: vec![ring], paint: Paint::Glow(palette.shadow.faded(0.22 * near * near)) }
    };
    places.into_iter().map(cast).filter(|shape| matches!(shape.paint, Paint::Glow(c) if c.0[3] > 3)).collect()
}
