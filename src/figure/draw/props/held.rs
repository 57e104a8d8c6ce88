//! What the hands hold: dumbbells and the resistance band.

use glam::Vec3;

use super::{
    super::outline::{Outline, Reach},
    pen::{Pen, Tones},
};
use crate::{
    figure::{
        flesh::{Lump, Mass},
        posture::outward,
        scene::Shape,
        skeleton::{Frame, Skeleton},
    },
    model::motion::BandEnd,
};

/// Half the thickness of a dumbbell's handle, in metres.
const HANDLE: f32 = 0.014;
/// How long each head of a dumbbell is, as a share of the whole.
const HEAD_SHARE: f32 = 0.25;
/// Wrist to the middle of the closed hand, and from there to what it closes on.
const FIST: (f32, f32) = (0.080, 0.0145 + HANDLE);
/// Half the width of a slack band, and the length at which it begins to get thinner.
const BAND: (f32, f32) = (0.009, 0.55);

/// Where a hand holds things: in the middle of the closed hand, thumb along z.
#[must_use]
pub fn grip(skeleton: &Skeleton, side: usize) -> Frame {
    let hand = &skeleton.arms[side].hand;
    Frame { at: hand.point(Vec3::new(-outward(side) * FIST.1, -FIST.0, 0.0)), turn: hand.turn }
}

/// The straight parts of a band: from, to. Index 0 is the left hand's; the last lies under the feet.
pub(super) fn lines(to: BandEnd, skeleton: &Skeleton) -> Vec<(Vec3, Vec3)> {
    let hand = |side: usize| grip(skeleton, side).at;
    match to {
        BandEnd::Place { at: (x, y, z) } => (0..2).map(|side| (hand(side), Vec3::new(x, y, z))).collect(),
        BandEnd::Feet => {
            let edge = |side: usize| sole(skeleton, side, 0.044);
            vec![(hand(0), edge(0)), (hand(1), edge(1)), (edge(0), edge(1))]
        }
    }
}

/// A place under the ball of a foot, this far from its middle to the outside.
fn sole(skeleton: &Skeleton, side: usize, out: f32) -> Vec3 {
    /// Ankle joint to the sole, and to the ball of the foot.
    const BALL: (f32, f32) = (0.072, 0.10);
    skeleton.legs[side].foot.point(Vec3::new(outward(side) * out, -BALL.0, BALL.1))
}

impl Pen<'_> {
    /// A dumbbell along z through the origin: what the hand hides, and what hides the hand.
    pub(super) fn dumbbell(&self, (length, thickness): (f32, f32)) -> (Vec<Shape>, Vec<Shape>, Vec<Reach>) {
        let palette = self.palette;
        let (half, radius) = (0.5 * length, 0.5 * thickness);
        let inner = half - length * HEAD_SHARE;
        let iron = Tones { body: palette.iron, light: palette.iron_light, shade: palette.iron };
        let steel = Tones { body: palette.steel, light: palette.steel, shade: palette.steel };
        let near = if self.eye.depth(self.frame.direction(Vec3::Z)) >= 0.0 { 1.0 } else { -1.0 };
        let head = |sign: f32| self.drum([inner, half].map(|z| Vec3::Z * (z * sign)), radius, iron);
        let mut behind = head(-near);
        behind.extend(self.drum([-half, half].map(|z| Vec3::Z * (z * 0.7)), HANDLE, steel));
        let lumps = [-0.8, 0.8].map(|share| Lump::ball(self.frame.point(Vec3::Z * (half * share)), radius));
        let outline = Outline::new(&Mass { lumps: lumps.to_vec(), links: Vec::new() }, self.eye);
        (behind, head(near), outline.reaches)
    }

    /// A straight part of a band, in the room.
    pub(super) fn band(&self, (from, to): (Vec3, Vec3)) -> Vec<Shape> {
        let palette = self.palette;
        let radius = BAND.0 * (BAND.1 / from.distance(to).max(BAND.1)).sqrt();
        let mut shapes = self.bar(&[from, to], radius, palette.rubber).to_vec();
        let lift = self.eye.upward() * (radius * 0.35);
        let inset = (to - from) * 0.04;
        shapes.push(self.line(&[from + lift + inset, to + lift - inset], radius * 0.5, palette.rubber_light));
        shapes
    }
}

/// The corners that a dumbbell reaches to in the frame of the hand that holds it.
pub(super) fn dumbbell_box((length, thickness): (f32, f32)) -> (Vec3, Vec3) {
    let half = Vec3::new(0.5 * thickness, 0.5 * thickness, 0.5 * length);
    (-half, half)
}
