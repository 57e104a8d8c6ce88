//! Things around the figure: where they are, what they take up, and how they are laid between the
//! parts of the body.

mod chair;
mod held;
mod pen;
mod room;
mod round;
mod soft;

use glam::{Quat, Vec2, Vec3};

pub use held::grip;

use super::{
    Subject,
    order::{Layer, Name},
    solid::{self, Solid},
};
use crate::{
    figure::{
        camera::Eye,
        palette::Palette,
        posture::outward,
        scene::Shape,
        skeleton::{Frame, Skeleton},
    },
    model::{
        Side,
        motion::{BandEnd, Prop},
    },
};
use pen::Pen;

/// Height of a chair's seat, in metres.
pub const SEAT_HEIGHT: f32 = 0.45;
/// Half the width and the depth of the seat.
pub const SEAT_HALF: f32 = 0.21;
/// Front of the chair's back, behind the middle of the seat.
pub const BACK_REST: f32 = -0.22;

/// The prop in a mirror.
#[must_use]
pub fn mirrored(prop: &Prop) -> Prop {
    let flip = |value: f32| if value == 0.0 { 0.0 } else { -value };
    let mut mirrored = *prop;
    match &mut mirrored {
        Prop::Wall { .. } | Prop::Band { to: BandEnd::Feet } => {}
        Prop::Mat { at, turn }
        | Prop::Chair { at, turn }
        | Prop::DoorFrame { at, turn, .. }
        | Prop::Roller { at, turn, .. }
        | Prop::Towel { at, turn, .. }
        | Prop::Block { at, turn, .. }
        | Prop::Peanut { at, turn, .. }
        | Prop::Blanket { at, turn, .. } => (at.0, *turn) = (flip(at.0), flip(*turn)),
        Prop::Dumbbells { hand, .. } => {
            *hand = hand.map(|hand| if hand == Side::Left { Side::Right } else { Side::Left });
        }
        Prop::Band { to: BandEnd::Place { at: (x, ..) } } => *x = flip(*x),
    }
    mirrored
}

/// Where a prop stands and how it is turned. What the hands hold has no place of its own.
#[must_use]
pub fn stand(prop: &Prop) -> Frame {
    let (at, up, turn) = match *prop {
        Prop::Mat { at, turn } | Prop::Chair { at, turn } | Prop::DoorFrame { at, turn, .. } => {
            (at, 0.0, turn)
        }
        Prop::Roller { at, up, turn, .. }
        | Prop::Towel { at, up, turn, .. }
        | Prop::Block { at, up, turn, .. }
        | Prop::Peanut { at, up, turn, .. }
        | Prop::Blanket { at, up, turn, .. } => (at, up, turn),
        Prop::Wall { z, .. } => ((0.0, z), 0.0, 0.0),
        Prop::Dumbbells { .. } | Prop::Band { .. } => ((0.0, 0.0), 0.0, 0.0),
    };
    Frame { at: Vec3::new(at.0, up, at.1), turn: Quat::from_rotation_y(turn.to_radians()) }
}

/// True for a prop whose place depends on the body.
#[must_use]
pub fn moves(prop: &Prop) -> bool {
    matches!(prop, Prop::Dumbbells { .. } | Prop::Band { .. } | Prop::Roller { rolls: Some(_), .. })
}

/// Corners of what a prop takes up with the body posed like this, for the frame of the picture.
#[must_use]
pub fn corners(prop: &Prop, skeleton: &Skeleton) -> Vec<Vec3> {
    match *prop {
        Prop::Dumbbells { hand, size } => {
            let (low, high) = held::dumbbell_box(size);
            let held = sides(hand).map(|side| grip(skeleton, side));
            held.flat_map(|frame| solid::corners(&frame, low, high)).collect()
        }
        Prop::Band { to } => {
            held::lines(to, skeleton).into_iter().flat_map(|(from, to)| [from, to]).collect()
        }
        _ => {
            let (low, high) = bounds(prop);
            solid::corners(&stand(prop), low, high).to_vec()
        }
    }
}

/// What a prop takes up in its own frame.
fn bounds(prop: &Prop) -> (Vec3, Vec3) {
    match *prop {
        Prop::Mat { .. } => (Vec3::new(-0.32, 0.0, -0.92), Vec3::new(0.32, 0.01, 0.92)),
        Prop::Chair { .. } => (Vec3::new(-0.23, 0.0, -0.30), Vec3::new(0.23, 0.92, 0.23)),
        Prop::Wall { size, .. } => room::wall_box(size),
        Prop::DoorFrame { width, .. } => {
            let (half, top) = (0.5 * width + room::POST, room::DOOR_HEIGHT + room::POST);
            (Vec3::new(-half, 0.0, -room::DOOR_HALF), Vec3::new(half, top, room::DOOR_HALF))
        }
        Prop::Roller { size: (length, thick), .. } | Prop::Towel { size: (length, thick), .. } => {
            soft::standing((length, thick, thick))
        }
        Prop::Peanut { size, .. } => soft::standing((1.92 * size, size, size)),
        Prop::Block { size, .. } | Prop::Blanket { size, .. } => soft::standing(size),
        Prop::Dumbbells { .. } | Prop::Band { .. } => (Vec3::ZERO, Vec3::ZERO),
    }
}

/// The sides of the hands that hold something.
fn sides(hand: Option<Side>) -> impl Iterator<Item = usize> {
    let wanted = move |side: usize| hand.is_none_or(|hand| (hand == Side::Left) == (outward(side) > 0.0));
    (0..2).filter(move |side| wanted(*side))
}

/// All props of a picture, sorted by where they are drawn.
pub(super) struct Set<'a> {
    subject: &'a Subject<'a>,
    palette: &'a Palette,
    eye: &'a Eye,
    /// What the figure hides.
    pub(super) behind: Vec<Shape>,
    /// What hides the figure.
    pub(super) before: Vec<Shape>,
    layers: Vec<Layer>,
}

impl<'a> Set<'a> {
    pub(super) fn new(subject: &'a Subject<'a>, palette: &'a Palette, eye: &'a Eye) -> Self {
        let mut set =
            Self { subject, palette, eye, behind: Vec::new(), before: Vec::new(), layers: Vec::new() };
        // Mats lie under everything else, whatever their place in the list.
        let (mats, others): (Vec<_>, Vec<_>) =
            subject.props.iter().partition(|(prop, _)| matches!(prop, Prop::Mat { .. }));
        for (prop, alpha) in mats.into_iter().chain(others).filter(|(_, alpha)| *alpha > 0.0) {
            set.add(&prop, alpha);
        }
        set
    }

    fn pen(&self, frame: Frame, alpha: f32) -> Pen<'a> {
        Pen { eye: self.eye, palette: self.palette, here: alpha, pane: 1.0, frame }
    }

    fn add(&mut self, prop: &Prop, alpha: f32) {
        let pen = self.pen(stand(prop), alpha);
        match *prop {
            Prop::Mat { .. } => self.behind.extend(pen.mat()),
            Prop::Chair { .. } => self.add_chair(&pen),
            Prop::Wall { size, .. } => self.add_wall(pen, size),
            Prop::DoorFrame { width, .. } => {
                self.behind.push(pen.threshold(width));
                for bar in Pen::door_bars(width) {
                    let solid = Solid::new(pen.frame, bar.0, bar.1, self.eye);
                    self.layers.push(Layer::prop(pen.door_bar(bar), solid, self.eye));
                }
            }
            Prop::Roller { size, .. } => self.add_lying(prop, &pen, pen.roller(size)),
            Prop::Towel { size, .. } => self.add_lying(prop, &pen, pen.towel(size)),
            Prop::Block { size, .. } => self.add_lying(prop, &pen, pen.block(size)),
            Prop::Peanut { size, .. } => self.add_lying(prop, &pen, pen.peanut(size)),
            Prop::Blanket { size, .. } => self.add_lying(prop, &pen, pen.blanket(size)),
            Prop::Band { to } => {
                for line in held::lines(to, self.subject.skeleton) {
                    let solid = Solid::bar(line.0, line.1, 0.009, self.eye);
                    self.layers.push(Layer::prop(pen.band(line), solid, self.eye));
                }
            }
            Prop::Dumbbells { .. } => {}
        }
    }

    fn add_chair(&mut self, pen: &Pen<'_>) {
        let thing = self.layers.len();
        for (shapes, solid) in pen.chair() {
            self.layers.push(Layer::prop(shapes, solid, self.eye).of_thing(thing));
        }
    }

    fn add_wall(&mut self, mut pen: Pen<'_>, size: (f32, f32)) {
        // Seen from behind, the wall is a pane through which the figure shows.
        if self.eye.depth(pen.frame.direction(Vec3::NEG_Z)) >= -0.02 {
            self.behind.extend(pen.wall(size));
        } else {
            pen.pane = 0.3;
            self.before.extend(pen.wall(size));
        }
    }

    /// Something that lies on the floor or on something else, with its shadow.
    fn add_lying(&mut self, prop: &Prop, pen: &Pen<'_>, shapes: Vec<Shape>) {
        let (low, high) = bounds(prop);
        self.behind.push(pen.shadow(Vec2::new(high.x, high.z)));
        let solid = Solid::new(pen.frame, low, high, self.eye);
        self.layers.push(Layer::prop(shapes, solid, self.eye));
    }

    /// Puts props among the parts of the body, and into the hands.
    pub(super) fn fill(&mut self, layers: &mut Vec<Layer>) {
        for (prop, alpha) in self.subject.props {
            let Prop::Dumbbells { hand: which, size } = *prop else { continue };
            for side in sides(which) {
                let pen = self.pen(grip(self.subject.skeleton, side), *alpha);
                let (behind, before, reaches) = pen.dumbbell(size);
                if let Some(hand) = layers.iter_mut().find(|layer| layer.name == Name::Hand(side)) {
                    hand.hold(behind, before, &reaches);
                }
            }
        }
        layers.append(&mut self.layers);
    }
}
