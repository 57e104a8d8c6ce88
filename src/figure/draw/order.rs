//! Which part of the body lies in front of which, and of which prop.

use super::{
    outline::{Outline, Reach},
    solid::Solid,
};
use crate::figure::{
    camera::Eye,
    scene::Shape,
    skeleton::{NECK_BASE, RIBS, Skeleton},
};
use glam::{Vec2, Vec3};

/// A part of the body that is drawn as one. Index 0 is the left side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Torso,
    Head,
    Leg(usize),
    Arm(usize),
    Prop,
}

/// A part of the body with its shapes.
pub(super) struct Layer {
    pub(super) name: Name,
    pub(super) shapes: Vec<Shape>,
    /// What lets a sleeve grow out of a shirt below it, and the light on the sleeve.
    seam: Option<[Shape; 2]>,
    /// A hand that lies on a thigh, and whose: it is drawn once more over a leg that hides it.
    on_thigh: Option<(usize, Vec<Shape>)>,
    /// The neck, where it is seen from behind: it comes before shirt and head alike.
    neck: Vec<Shape>,
    /// Middle, depth and radius of what may lie over something else.
    samples: Vec<(Vec2, f32, f32)>,
    /// So many of them, nearest the trunk, say nothing about whether the trunk is in front.
    rooted: usize,
    /// What a prop takes up.
    solid: Option<Solid>,
}

impl Layer {
    /// The first `rooted` lumps grow out of the trunk.
    pub(super) fn new<const N: usize>(
        name: Name,
        shapes: Vec<Shape>,
        outlines: [&Outline; N],
        rooted: usize,
    ) -> Self {
        let all = outlines.iter().flat_map(|outline| outline.reaches.iter());
        let samples = all.map(|reach| (reach.at, reach.depth, reach.radius)).collect();
        Self { name, shapes, seam: None, on_thigh: None, neck: Vec::new(), samples, rooted, solid: None }
    }

    /// A prop that parts of the body may lie before or behind.
    pub(super) fn prop(shapes: Vec<Shape>, solid: Solid, eye: &Eye) -> Self {
        let samples = solid.samples(eye);
        Self {
            name: Name::Prop,
            shapes,
            seam: None,
            on_thigh: None,
            neck: Vec::new(),
            samples,
            rooted: 0,
            solid: Some(solid),
        }
    }

    /// True for this arm.
    pub(super) fn is_arm(&self, side: usize) -> bool {
        self.name == Name::Arm(side)
    }

    /// Lets a hand hold something, of which some lies behind the hand and some before it.
    pub(super) fn hold(&mut self, behind: Vec<Shape>, before: Vec<Shape>, reaches: &[Reach]) {
        self.shapes.splice(0..0, behind);
        self.shapes.extend(before);
        self.samples.extend(reaches.iter().map(|reach| (reach.at, reach.depth, reach.radius)));
    }

    fn samples_against(&self, other: &Self) -> &[(Vec2, f32, f32)] {
        let rooted = if other.name == Name::Torso { self.rooted } else { 0 };
        &self.samples[rooted.min(self.samples.len())..]
    }

    pub(super) fn with_hand_on_thigh(mut self, hand: Option<(usize, Vec<Shape>)>) -> Self {
        self.on_thigh = hand;
        self
    }

    pub(super) fn with_neck(mut self, neck: Vec<Shape>) -> Self {
        self.neck = neck;
        self
    }

    pub(super) fn with_seam(mut self, seam: Shape, light: Shape) -> Self {
        self.seam = Some([seam, light]);
        self
    }
}

/// How much nearer `a` is than `b` where they overlap on the picture; nothing where they do not.
fn lead(a: &Layer, b: &Layer) -> Option<f32> {
    let (mut sum, mut weight) = (0.0, 0.0);
    for &(at, depth, radius) in a.samples_against(b) {
        for &(other, other_depth, other_radius) in b.samples_against(a) {
            let overlap = radius + other_radius - at.distance(other);
            if overlap > 0.0 {
                let share = overlap * overlap;
                sum += share * (depth - other_depth);
                weight += share;
            }
        }
    }
    (weight > 0.0).then(|| sum / weight)
}

/// The lead where at least one of both is a prop. In doubt, the body lies on top.
fn lead_of_props(a: &Layer, b: &Layer, eye: &Eye) -> Option<f32> {
    /// How much the body is preferred, in metres.
    const DOUBT: f32 = 0.004;
    match (&a.solid, &b.solid) {
        (None, None) => None,
        (Some(solid), None) => Some(solid.lead(&b.samples, eye).map_or(0.0, |lead| lead - DOUBT)),
        (None, Some(solid)) => Some(solid.lead(&a.samples, eye).map_or(0.0, |lead| DOUBT - lead)),
        (Some(over), Some(under)) => {
            let (ahead, back) = (over.lead(&b.samples, eye), under.lead(&a.samples, eye));
            Some(0.5 * (ahead.unwrap_or(0.0) - back.unwrap_or(0.0)))
        }
    }
}

/// The lead of a part over another, by overlap or else by where they hang on the trunk.
fn nearer(a: &Layer, b: &Layer, skeleton: &Skeleton, eye: &Eye) -> f32 {
    if let Some(lead) = lead_of_props(a, b, eye) {
        return lead;
    }
    let root = |name: Name| match name {
        Name::Prop => 0.0,
        Name::Torso => eye.depth(skeleton.spine[5].at),
        Name::Head => eye.depth(skeleton.head.at),
        Name::Leg(side) => eye.depth(skeleton.legs[side].thigh.at),
        Name::Arm(side) => eye.depth(skeleton.arms[side].upper.at),
    };
    let by_root = root(a.name) - root(b.name);
    match (a.name, b.name) {
        // From the front the head hides the collar; from behind the shoulders may hide the head.
        (Name::Head, Name::Torso) if front_is_seen(skeleton, eye) => {
            lead(a, b).map_or(1.0, |lead| lead + 0.10)
        }
        (Name::Head, Name::Torso) => lead(a, b).map_or(1.0, |lead| lead + 0.02),
        // The shirt falls over the trousers unless a thigh points at the viewer or a knee is before it.
        (Name::Leg(side), Name::Torso) => {
            let leg = &skeleton.legs[side];
            let towards = eye.depth(leg.shin.at) - eye.depth(leg.thigh.at);
            match lead(a, b) {
                _ if front_is_seen(skeleton, eye) && towards > 0.22 => towards,
                Some(lead) if front_is_seen(skeleton, eye) => lead,
                Some(lead) => lead - 0.15,
                None => -0.01,
            }
        }
        // A hand on a thigh is drawn once more over it: no need to order arm and leg, which both may
        // have the trunk between them.
        (Name::Arm(_), Name::Leg(leg)) if a.on_thigh.as_ref().is_some_and(|(side, _)| *side == leg) => 0.0,
        (Name::Arm(_), Name::Leg(_)) => lead(a, b).map_or(0.01, |lead| lead + 0.02),
        (Name::Leg(_), Name::Arm(_)) | (Name::Torso, Name::Head | Name::Leg(_)) => {
            -nearer(b, a, skeleton, eye)
        }
        _ => lead(a, b).map_or(by_root * 0.05, |lead| lead + by_root * 0.1),
    }
}

/// True when the front of the chest faces the viewer, and the neck is not away behind the trunk.
pub(super) fn front_is_seen(skeleton: &Skeleton, eye: &Eye) -> bool {
    let behind = eye.depth(skeleton.spine[RIBS].at) - eye.depth(skeleton.spine[NECK_BASE + 2].at);
    eye.depth(skeleton.chest.direction(Vec3::Z)) > -0.03 && behind < 0.2
}

/// The layers sorted, and the seams of those arms that lie over the shirt.
pub(super) fn back_to_front(layers: Vec<Layer>, skeleton: &Skeleton, eye: &Eye) -> Vec<Layer> {
    let count = layers.len();
    let leads: Vec<Vec<f32>> = (0..count)
        .map(|a| {
            (0..count)
                .map(|b| if a == b { 0.0 } else { nearer(&layers[a], &layers[b], skeleton, eye) })
                .collect()
        })
        .collect();
    let mut left: Vec<usize> = (0..count).collect();
    let mut sequence = Vec::with_capacity(count);
    while !left.is_empty() {
        // Next is what lies over nothing that is left; in a knot, what lies over it least.
        let over = |a: usize| left.iter().map(|&b| leads[a][b].max(0.0)).fold(0.0, f32::max);
        let Some(position) = (0..left.len()).min_by(|&p, &q| over(left[p]).total_cmp(&over(left[q]))) else {
            break;
        };
        sequence.push(left.remove(position));
    }
    let mut slots: Vec<Option<Layer>> = layers.into_iter().map(Some).collect();
    let mut sorted: Vec<Layer> = sequence.into_iter().filter_map(|index| slots[index].take()).collect();
    let neck: Vec<Shape> = sorted.iter_mut().flat_map(|layer| std::mem::take(&mut layer.neck)).collect();
    let first = sorted.iter_mut().find(|layer| matches!(layer.name, Name::Torso | Name::Head));
    if let Some(first) = first {
        first.shapes.splice(0..0, neck);
    }
    for place in 0..sorted.len() {
        let Some((side, hand)) = sorted[place].on_thigh.take() else { continue };
        let over = sorted.iter_mut().skip(place).find(|layer| layer.name == Name::Leg(side));
        if let Some(leg) = over {
            leg.shapes.extend(hand);
        }
    }
    let torso = sorted.iter().position(|layer| layer.name == Name::Torso).unwrap_or(0);
    for (place, layer) in sorted.iter_mut().enumerate() {
        if let Some([seam, light]) = layer.seam.take() {
            layer.shapes.extend((place > torso).then_some(seam));
            layer.shapes.push(light);
        }
    }
    sorted
}
