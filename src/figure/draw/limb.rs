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
    skeleton::{NECK_BASE, Skeleton},
};

/// Arms and legs as the camera sees them. Index 0 is the left side.
pub(super) struct Limbs {
    trousers: [Outline; 2],
    feet: [Outline; 2],
    arms: [Outline; 2],
    sleeves: [Outline; 2],
}

/// Some lumps of a limb, and which of its ends run on into what is drawn.
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

/// The lumps of a part among those of its trousers or its bare arm.
fn lumps(name: Name) -> Range<usize> {
    match name {
        Name::Hip(_) | Name::Torso | Name::Head | Name::Prop => 0..4,
        Name::Thigh(_) => 3..13,
        Name::Shin(_) => 12..21,
        Name::Foot(_) => 21..21,
        Name::UpperArm(_) => 0..6,
        Name::Forearm(_) => 5..12,
        Name::Hand(_) => 11..19,
    }
}

/// Neighbours that are drawn as one where they follow each other: at a joint that hardly bends.
pub(super) fn straight(skeleton: &Skeleton, eye: &Eye) -> Vec<[Name; 2]> {
    /// Cosine of the bend above which a limb overlaps itself.
    const BENT: f32 = 0.2;
    /// A shin that points at the viewer more than this is hidden by its foot.
    const SOLE: f32 = 0.35;
    let mut joints = Vec::with_capacity(10);
    for side in 0..2 {
        let (leg, arm) = (&skeleton.legs[side], &skeleton.arms[side]);
        let [thigh, shin] = [leg.thigh, leg.shin].map(|bone| bone.direction(Vec3::NEG_Y));
        let [upper, fore, hand] = [arm.upper, arm.fore, arm.hand].map(|bone| bone.direction(Vec3::NEG_Y));
        let trunk = skeleton.pelvis.direction(Vec3::NEG_Y);
        let all = [
            (trunk.dot(thigh) > BENT, [Name::Hip(side), Name::Thigh(side)]),
            (thigh.dot(shin) > BENT, [Name::Thigh(side), Name::Shin(side)]),
            (eye.depth(shin) < SOLE, [Name::Shin(side), Name::Foot(side)]),
            (upper.dot(fore) > BENT, [Name::UpperArm(side), Name::Forearm(side)]),
            (fore.dot(hand) > BENT, [Name::Forearm(side), Name::Hand(side)]),
        ];
        joints.extend(all.into_iter().filter_map(|(straight, pair)| straight.then_some(pair)));
    }
    joints
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
    pub(super) fn joints(&self, name: Name) -> [Option<Joint>; 2] {
        let leg = |with: Name, side: usize, [lump, middle]: [usize; 2]| {
            let reaches = &self.trousers[side].reaches;
            Some(Joint { with, at: reaches[lump].at, middle: reaches[middle].at })
        };
        let arm = |with: Name, side: usize, [lump, middle]: [usize; 2]| {
            let reaches = &self.arms[side].reaches;
            Some(Joint { with, at: reaches[lump].at, middle: reaches[middle].at })
        };
        let ankle = |with: Name, side: usize, middle: Vec2| {
            Some(Joint { with, at: self.feet[side].reaches[2].at, middle })
        };
        match name {
            Name::Hip(side) => [None, leg(Name::Thigh(side), side, [3, 7])],
            Name::Thigh(side) => [leg(Name::Hip(side), side, [3, 1]), leg(Name::Shin(side), side, [12, 16])],
            Name::Shin(side) => [
                leg(Name::Thigh(side), side, [12, 8]),
                ankle(Name::Foot(side), side, self.feet[side].reaches[3].at),
            ],
            Name::Foot(side) => [ankle(Name::Shin(side), side, self.trousers[side].reaches[16].at), None],
            Name::UpperArm(side) => [None, arm(Name::Forearm(side), side, [5, 8])],
            Name::Forearm(side) => {
                [arm(Name::UpperArm(side), side, [5, 3]), arm(Name::Hand(side), side, [11, 12])]
            }
            Name::Hand(side) => [arm(Name::Forearm(side), side, [11, 8]), None],
            Name::Torso | Name::Head | Name::Prop => [None, None],
        }
    }
}

/// Where a piece of a limb meets another.
#[derive(Clone, Copy)]
pub(super) struct Joint {
    pub(super) with: Name,
    pub(super) at: Vec2,
    /// The middle of the other.
    pub(super) middle: Vec2,
}

fn piece(outline: &Outline, piece: &Piece, tones: Tones) -> [Shape; 3] {
    [
        outline.part(piece.run.clone(), CONTOUR, tones.contour),
        outline.part(piece.run_on(1), 0.0, tones.shade),
        outline.lit_part(piece.run_on(2), tones.lit),
    ]
}

impl Drawing<'_> {
    /// Parts of a limb that follow each other, from the trunk on. `open` tells at which ends they run on
    /// into what is drawn already, `over_shirt` whether the shirt is.
    pub(super) fn limb(&self, names: &[Name], open: [bool; 2], over_shirt: bool) -> Vec<Shape> {
        let (first, last) = (names[0], names[names.len() - 1]);
        let side = first.side();
        let run = lumps(first).start..lumps(last).end;
        let mut shapes = Vec::with_capacity(16);
        if matches!(first, Name::UpperArm(_) | Name::Forearm(_) | Name::Hand(_)) {
            let skin = self.skin(first);
            shapes.extend(piece(&self.limbs.arms[side], &Piece { run, open, within: 0..19 }, skin));
            shapes.extend(names.iter().filter_map(|name| self.light(*name)));
            if matches!(last, Name::Hand(_)) {
                shapes.extend(self.fingers(side, skin.contour));
            }
            if matches!(first, Name::UpperArm(_)) {
                shapes.extend(self.sleeve(side, over_shirt));
            }
            return shapes;
        }
        let bare = match (first, last) {
            // No further than the hem of the trousers.
            (Name::Foot(_), _) => Some(Piece { run: 2..7, open, within: 1..7 }),
            (_, Name::Foot(_)) => Some(Piece { run: 0..7, open: [false; 2], within: 0..7 }),
            (_, Name::Shin(_)) => Some(Piece { run: 0..3, open: [false, open[1]], within: 0..6 }),
            _ => None,
        };
        if let Some(bare) = bare {
            shapes.extend(piece(&self.limbs.feet[side], &bare, self.skin(last)));
        }
        let is_foot = |name: &&Name| matches!(name, Name::Foot(_));
        shapes.extend(names.iter().filter(is_foot).filter_map(|name| self.light(*name)));
        if !run.is_empty() {
            let cloth = Piece { run, open, within: 0..21 };
            shapes.extend(piece(&self.limbs.trousers[side], &cloth, self.cloth(first)));
            shapes.extend(names.iter().filter(|name| !is_foot(name)).filter_map(|name| self.light(*name)));
        }
        shapes
    }

    /// The light along a piece of a limb.
    pub(super) fn light(&self, name: Name) -> Option<Shape> {
        let (palette, far) = (self.palette, self.farness_of(name));
        let (cloth, skin) = (self.pale(palette.trousers_light, far), self.pale(palette.skin_light, far));
        Some(match name {
            Name::Thigh(side) => self.limbs.trousers[side].highlight(4..11, 0.52, cloth),
            Name::Shin(side) => self.limbs.trousers[side].highlight(12..20, 0.50, cloth),
            Name::Foot(side) => self.limbs.feet[side].highlight(2..6, 0.5, skin),
            Name::UpperArm(side) => self.limbs.arms[side].highlight(2..5, 0.45, skin),
            Name::Forearm(side) => self.limbs.arms[side].highlight(5..11, 0.45, skin),
            _ => return None,
        })
    }

    /// The light along a piece over which no hem falls.
    pub(super) fn bare_light(&self, name: Name) -> Option<Shape> {
        matches!(name, Name::Thigh(_) | Name::Shin(_) | Name::Forearm(_)).then(|| self.light(name)).flatten()
    }

    fn sleeve(&self, side: usize, over_shirt: bool) -> Vec<Shape> {
        let (palette, far) = (self.palette, self.farness_of(Name::UpperArm(side)));
        let tint = |colour| self.pale(colour, far);
        let sleeve = &self.limbs.sleeves[side];
        let mut shapes =
            vec![sleeve.shape(CONTOUR, tint(palette.contour)), sleeve.shape(0.0, tint(palette.top))];
        shapes.extend(over_shirt.then(|| self.seam(side)));
        shapes.push(sleeve.highlight(0..3, 0.5, tint(palette.top_light)));
        shapes
    }

    fn farness_of(&self, name: Name) -> f32 {
        let skeleton = self.subject.skeleton;
        match name {
            Name::UpperArm(side) | Name::Forearm(side) | Name::Hand(side) => {
                self.farness(skeleton.arms[side].upper.at, skeleton.chest.at)
            }
            _ => self.farness(skeleton.legs[name.side()].thigh.at, skeleton.pelvis.at),
        }
    }

    fn cloth(&self, name: Name) -> Tones {
        let (palette, far) = (self.palette, self.farness_of(name));
        Tones {
            contour: self.pale(palette.contour, far),
            shade: self.pale(palette.trousers_shade, far),
            lit: self.pale(palette.trousers, far),
        }
    }

    fn skin(&self, name: Name) -> Tones {
        let (palette, far) = (self.palette, self.farness_of(name));
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
