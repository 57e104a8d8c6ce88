//! Draws a posed body and its props as flat shapes with a dark contour, back to front.

mod arrow;
mod face;
mod glow;
mod head;
mod limb;
mod order;
mod outline;
mod props;
mod relief;
mod solid;
mod trunk;

use std::ops::Range;

use glam::{Vec2, Vec3};

pub use arrow::arrows;
pub use glow::{is_paired, place as felt_place, spot_place};
pub use props::{
    BACK_REST, SEAT_HALF, SEAT_HEIGHT, corners as prop_corners, grip as hand_grip, mirrored as mirrored_prop,
    moves as prop_moves, stand as prop_frame,
};

use super::{
    body::Body,
    camera::Eye,
    flesh,
    palette::{Palette, Rgba},
    scene::Shape,
    skeleton::Skeleton,
};
use crate::model::{Region, Spot, motion::Prop};
use head::Head;
use limb::Limbs;
use order::{Layer, Name};
use outline::{Outline, ellipse, stroke};

/// Width of the contour, in metres.
pub(super) const CONTOUR: f32 = 0.0068;

/// All that a picture shows.
pub struct Subject<'a> {
    /// The posed body.
    pub skeleton: &'a Skeleton,
    /// Whose it is.
    pub body: &'a Body,
    /// How full the lungs are.
    pub breath: f32,
    /// Props, each with its opacity.
    pub props: &'a [(Prop, f32)],
    /// Regions that glow.
    pub regions: &'a [Region],
    /// Places that glow, each on its side.
    pub spots: &'a [Spot],
    /// How strongly they glow, 0 to 1.
    pub glow: f32,
}

/// The shapes of a picture, back to front.
#[must_use]
pub fn shapes(subject: &Subject<'_>, palette: &Palette, eye: &Eye) -> Vec<Shape> {
    let drawing = Drawing::new(subject, palette, eye);
    let mut shapes = Vec::with_capacity(160);
    let mut set = props::Set::new(subject, palette, eye);
    shapes.append(&mut set.behind);
    shapes.extend(glow::shadow(subject.skeleton, palette, eye));
    let mut layers = drawing.layers();
    set.fill(&mut layers);
    let mut glows = if subject.glow > 0.0 { glow::glow(subject, palette, eye) } else { Vec::new() };
    let joined = limb::straight(subject.skeleton, eye);
    let sequence = order::back_to_front(&layers, &joined, subject.skeleton, eye);
    for run in order::runs(&layers, &joined, &sequence) {
        let drawn = drawing.run(&layers, &sequence, run.clone());
        let mut before = Vec::new();
        for &index in &sequence[run] {
            let [behind, held] = std::mem::take(&mut layers[index].held);
            shapes.extend(behind);
            before.extend(held);
            shapes.append(&mut layers[index].shapes);
            let name = layers[index].name;
            for (on, _) in &mut glows {
                on.retain(|other| *other != name);
            }
        }
        shapes.extend(drawn);
        shapes.extend(before);
        shapes.extend(glows.extract_if(.., |(on, _)| on.is_empty()).map(|(_, shape)| shape));
    }
    shapes.append(&mut set.before);
    shapes
}

pub(super) struct Drawing<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) palette: &'a Palette,
    pub(super) eye: &'a Eye,
    limbs: Limbs,
    shirt: Outline,
    head: Head,
}

impl<'a> Drawing<'a> {
    fn new(subject: &'a Subject<'a>, palette: &'a Palette, eye: &'a Eye) -> Self {
        let Subject { skeleton, body, breath, .. } = *subject;
        Self {
            subject,
            palette,
            eye,
            limbs: Limbs::new(subject, eye),
            shirt: Outline::new(&flesh::shirt(skeleton, body, breath), eye),
            head: Head::new(skeleton, body, eye),
        }
    }

    /// The parts of the body, for finding their order.
    fn layers(&self) -> Vec<Layer> {
        let mut layers = vec![
            // Every other section of the trunk is made from its neighbours.
            Layer::new(Name::Torso, self.shirt.reaches.iter().step_by(2)),
            Layer::new(Name::Head, self.head.reaches()),
        ];
        layers.append(&mut self.limbs.layers());
        layers
    }

    /// The shapes of what comes at some places of the sequence, drawn as one.
    fn run(&self, layers: &[Layer], sequence: &[usize], run: Range<usize>) -> Vec<Shape> {
        let mut names: Vec<Name> = sequence[run.clone()].iter().map(|&index| layers[index].name).collect();
        names.sort_by_key(|name| name.rank());
        let is_drawn = |name| sequence[..run.start].iter().any(|&index| layers[index].name == name);
        match names[0] {
            Name::Torso => self.torso(!is_drawn(Name::Head)),
            Name::Head => self.head(!is_drawn(Name::Torso)),
            Name::Prop => Vec::new(),
            first => {
                let shows = |other, at, drawn| order::shows(layers, &sequence[..drawn], other, at);
                let last = names[names.len() - 1];
                let joints = [self.limbs.joints(first)[0], self.limbs.joints(last)[1]];
                let open =
                    joints.map(|joint| joint.is_some_and(|joint| shows(joint.with, joint.at, run.start)));
                let mut shapes = self.limb(&names, open, is_drawn(Name::Torso));
                // What ran on over a neighbour hid the end of its light.
                let hid = joints.into_iter().zip(open).filter_map(|(joint, open)| joint.filter(|_| open));
                let lit = hid.filter(|joint| shows(joint.with, joint.middle, run.end));
                shapes.extend(lit.filter_map(|joint| self.bare_light(joint.with)));
                shapes
            }
        }
    }
}

impl Drawing<'_> {
    /// How far a limb that begins here is behind the trunk, from 0 (beside it or nearer) to 1, for
    /// paling it.
    fn farness(&self, root: Vec3, trunk: Vec3) -> f32 {
        let back = self.eye.depth(trunk) - self.eye.depth(root);
        ((back - 0.03) / 0.08).clamp(0.0, 1.0)
    }

    fn pale(&self, colour: Rgba, farness: f32) -> Rgba {
        colour.mixed(self.palette.paper, 0.16 * farness)
    }

    /// A filled ellipse in space.
    fn disc(&self, middle: Vec3, u: Vec3, v: Vec3, colour: Rgba) -> Shape {
        outline::convex(ellipse(middle, u, v, self.eye), colour)
    }

    fn line(&self, points: &[Vec3], width: f32, colour: Rgba) -> Shape {
        let flat: Vec<Vec2> = points.iter().map(|point| self.eye.flat(*point)).collect();
        stroke(&flat, width, colour)
    }
}
