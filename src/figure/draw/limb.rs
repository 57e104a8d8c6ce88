//! Arms and legs: drawn in pieces, each at its own depth, whose contours run into each other as long
//! as nothing lies between them.

use std::ops::Range;

use glam::{Vec2, Vec3};

use super::{
    CONTOUR, Drawing, Subject,
    order::{Layer, Name},
    outline::{Outline, stroke},
};
use crate::figure::{
    camera::Eye,
    flesh::{self, Lump, Mass},
    palette::Rgba,
    posture::outward,
    scene::Shape,
    skeleton::NECK_BASE,
};

/// Arms and legs as the camera sees them. Index 0 is the left side.
pub(super) struct Limbs {
    trousers: [Outline; 2],
    feet: [Outline; 2],
    arms: [Outline; 2],
    sleeves: [Outline; 2],
}

/// The lumps of a piece among those of its limb, and which of its ends run on into what is drawn.
struct Piece {
    run: Range<usize>,
    open: [bool; 2],
    /// How far it may run on.
    within: Range<usize>,
}

impl Piece {
    fn run_on(&self, by: usize) -> Range<usize> {
        let [low, high] = self.open.map(|open| if open { by } else { 0 });
        let start = self.run.start.saturating_sub(low).max(self.within.start);
        start..(self.run.end + high).min(self.within.end)
    }
}

/// A contour, a body in shade and the light on it.
#[derive(Clone, Copy)]
struct Tones {
    contour: Rgba,
    shade: Rgba,
    lit: Rgba,
}

impl Limbs {
    pub(super) fn new(subject: &Subject<'_>, eye: &Eye) -> Self {
        let Subject { skeleton, body, .. } = subject;
        let both = |mass: &dyn Fn(usize) -> Mass| [0, 1].map(|side| Outline::new(&mass(side), eye));
        Self {
            trousers: both(&|side| flesh::trouser_leg(skeleton, body, side)),
            feet: both(&|side| flesh::foot(skeleton, body, side)),
            arms: both(&|side| flesh::bare_arm(skeleton, body, side)),
            sleeves: both(&|side| flesh::sleeve(skeleton, body, side)),
        }
    }

    /// The pieces, for finding their order.
    pub(super) fn layers(&self) -> Vec<Layer> {
        let mut layers = Vec::with_capacity(16);
        for side in 0..2 {
            let (trousers, feet) = (&self.trousers[side].reaches, &self.feet[side].reaches);
            let (arm, sleeve) = (&self.arms[side].reaches, &self.sleeves[side].reaches);
            layers.extend([
                Layer::new(Name::Hip(side), trousers[0..3].iter()),
                Layer::new(Name::Thigh(side), trousers[3..13].iter()),
                Layer::new(Name::Shin(side), trousers[13..].iter()),
                Layer::new(Name::Foot(side), feet[2..].iter()),
                // The shoulder grows out of the trunk: it says nothing about which is in front.
                Layer::new(Name::UpperArm(side), sleeve[1..].iter().chain(&arm[1..5])),
                Layer::new(Name::Forearm(side), arm[5..11].iter()),
                Layer::new(Name::Hand(side), arm[11..].iter()),
            ]);
        }
        layers
    }

    /// The joints of a piece with its neighbours: towards the trunk, and away from it.
    pub(super) fn joints(&self, name: Name) -> [Option<(Name, Vec2)>; 2] {
        let leg = |side: usize, lump: usize| self.trousers[side].reaches[lump].at;
        let arm = |side: usize, lump: usize| self.arms[side].reaches[lump].at;
        let ankle = |side: usize| self.feet[side].reaches[2].at;
        match name {
            Name::Hip(side) => [None, Some((Name::Thigh(side), leg(side, 3)))],
            Name::Thigh(side) => {
                [Some((Name::Hip(side), leg(side, 3))), Some((Name::Shin(side), leg(side, 12)))]
            }
            Name::Shin(side) => {
                [Some((Name::Thigh(side), leg(side, 12))), Some((Name::Foot(side), ankle(side)))]
            }
            Name::Foot(side) => [Some((Name::Shin(side), ankle(side))), None],
            Name::UpperArm(side) => [None, Some((Name::Forearm(side), arm(side, 5)))],
            Name::Forearm(side) => {
                [Some((Name::UpperArm(side), arm(side, 5))), Some((Name::Hand(side), arm(side, 11)))]
            }
            Name::Hand(side) => [Some((Name::Forearm(side), arm(side, 11))), None],
            Name::Torso | Name::Head | Name::Prop => [None, None],
        }
    }
}

fn piece(outline: &Outline, piece: &Piece, tones: Tones) -> [Shape; 3] {
    [
        outline.part(piece.run.clone(), CONTOUR, tones.contour),
        outline.part(piece.run_on(1), 0.0, tones.shade),
        outline.lit_part(piece.run_on(2), tones.lit),
    ]
}

impl Drawing<'_> {
    /// A piece of a leg; `open` tells at which ends it runs on into what is drawn already.
    pub(super) fn leg(&self, name: Name, side: usize, open: [bool; 2]) -> Vec<Shape> {
        let palette = self.palette;
        let far = self.farness(self.subject.skeleton.legs[side].thigh.at);
        let tint = |colour| self.pale(colour, far);
        let cloth = Tones {
            contour: tint(palette.contour),
            shade: tint(palette.trousers_shade),
            lit: tint(palette.trousers),
        };
        let skin = self.skin(far);
        let (trousers, foot) = (&self.limbs.trousers[side], &self.limbs.feet[side]);
        let cut = |run: Range<usize>| Piece { run, open, within: 0..21 };
        let light = |run: Range<usize>, share: f32| trousers.highlight(run, share, tint(palette.trousers_light));
        match name {
            Name::Hip(_) => piece(trousers, &cut(0..4), cloth).into(),
            Name::Thigh(_) => {
                let mut shapes = Vec::from(piece(trousers, &cut(3..13), cloth));
                shapes.push(light(4..9, 0.52));
                shapes
            }
            Name::Shin(_) => {
                let ankle = Piece { run: 0..3, open: [false, open[1]], within: 0..6 };
                let mut shapes = Vec::from(piece(foot, &ankle, skin));
                shapes.extend(piece(trousers, &cut(12..21), cloth));
                shapes.push(light(14..20, 0.50));
                shapes
            }
            _ => {
                // No further than the hem of the trousers.
                let bare = Piece { run: 2..7, open, within: 1..7 };
                let mut shapes = Vec::from(piece(foot, &bare, skin));
                shapes.push(foot.highlight(2..6, 0.5, tint(palette.skin_light)));
                shapes
            }
        }
    }

    /// A piece of an arm; `over_shirt` tells that the shirt has been drawn.
    pub(super) fn arm(&self, name: Name, side: usize, open: [bool; 2], over_shirt: bool) -> Vec<Shape> {
        let palette = self.palette;
        let far = self.farness(self.subject.skeleton.arms[side].upper.at);
        let tint = |colour| self.pale(colour, far);
        let (bare, sleeve) = (&self.limbs.arms[side], &self.limbs.sleeves[side]);
        let cut = |run: Range<usize>| Piece { run, open, within: 0..19 };
        let light = |run: Range<usize>| bare.highlight(run, 0.45, tint(palette.skin_light));
        let run = match name {
            Name::UpperArm(_) => 0..6,
            Name::Forearm(_) => 5..12,
            _ => 11..19,
        };
        let mut shapes = Vec::from(piece(bare, &cut(run), self.skin(far)));
        match name {
            Name::UpperArm(_) => {
                shapes.push(light(0..4));
                shapes.push(sleeve.shape(CONTOUR, tint(palette.contour)));
                shapes.push(sleeve.shape(0.0, tint(palette.top)));
                shapes.extend(over_shirt.then(|| self.seam(side)));
                shapes.push(sleeve.highlight(0..3, 0.5, tint(palette.top_light)));
            }
            Name::Forearm(_) => shapes.push(light(6..11)),
            _ => shapes.extend(self.fingers(side, tint(palette.skin_contour))),
        }
        shapes
    }

    fn skin(&self, far: f32) -> Tones {
        let palette = self.palette;
        Tones {
            contour: self.pale(palette.skin_contour, far),
            shade: self.pale(palette.skin_shade, far),
            lit: self.pale(palette.skin, far),
        }
    }

    /// A patch in the shirt's colour that lets the sleeve grow out of the shirt at the top of the shoulder.
    fn seam(&self, side: usize) -> Shape {
        let Subject { skeleton, body, .. } = self.subject;
        let shoulder = skeleton.arms[side].upper.at;
        let slope = skeleton.spine[NECK_BASE].point(Vec3::new(outward(side) * 0.045, 0.004, 0.016));
        // Seen from the side, the shoulder lies before the neck and keeps its outline.
        let apart = self.eye.flat(slope).distance(self.eye.flat(shoulder));
        let size = ((apart - 0.07) / 0.06).clamp(0.0, 1.0);
        let patch = Mass::chain(vec![
            Lump::ball(slope.lerp(shoulder, 0.7), 0.034 * body.girth.chest * size),
            Lump::ball(shoulder, 0.047 * body.girth.arms * size),
        ]);
        Outline::new(&patch, self.eye).shape(0.0, self.palette.top)
    }

    /// Lines between the fingers of a hand that is seen from its back or its palm.
    fn fingers(&self, side: usize, colour: Rgba) -> Vec<Shape> {
        let hand = &self.subject.skeleton.arms[side].hand;
        let grip = self.subject.skeleton.arms[side].grip;
        let open = self.eye.depth(hand.direction(Vec3::X)).abs();
        if grip > 0.25 || open < 0.35 {
            return Vec::new();
        }
        let out = outward(side);
        let facing = if self.eye.depth(hand.direction(Vec3::X)) > 0.0 { 1.0 } else { -1.0 };
        let line = |across: f32, reach: f32| {
            let point = |along: f32| {
                let bend = -out * 0.2 * (along - 0.085).max(0.0);
                self.eye.flat(hand.point(Vec3::new(facing * 0.004 + bend, -along, across)))
            };
            stroke(&[point(0.100), point(reach)], CONTOUR * 0.45, colour)
        };
        vec![line(-0.015, 0.150), line(0.001, 0.158), line(0.017, 0.152)]
    }
}
