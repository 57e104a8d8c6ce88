//! Which part of the body lies in front of which, and of which prop.

use super::{
    outline::Reach,
    relief::Relief,
    solid::{Sample, Solid},
};
use crate::figure::{
    camera::Eye,
    scene::Shape,
    skeleton::{NECK_BASE, RIBS, Skeleton},
};
use glam::{Vec2, Vec3};

/// A part that has one place in the order. Index 0 is the left side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Torso,
    Head,
    Hip(usize),
    Thigh(usize),
    Shin(usize),
    Foot(usize),
    UpperArm(usize),
    Forearm(usize),
    Hand(usize),
    Prop,
}

impl Name {
    /// How far from the trunk it is along its limb.
    pub(super) fn rank(self) -> usize {
        match self {
            Self::Torso | Self::Head | Self::Prop | Self::Hip(_) | Self::UpperArm(_) => 0,
            Self::Thigh(_) | Self::Forearm(_) => 1,
            Self::Shin(_) | Self::Hand(_) => 2,
            Self::Foot(_) => 3,
        }
    }

    /// The side it is on; 0 for what is in the middle.
    pub(super) fn side(self) -> usize {
        match self {
            Self::Hip(side) | Self::Thigh(side) | Self::Shin(side) | Self::Foot(side) => side,
            Self::UpperArm(side) | Self::Forearm(side) | Self::Hand(side) => side,
            Self::Torso | Self::Head | Self::Prop => 0,
        }
    }
}

/// A part with what tells where it lies.
pub(super) struct Layer {
    pub(super) name: Name,
    /// Of a prop, how it is drawn. Parts of the body are drawn once their neighbours are known.
    pub(super) shapes: Vec<Shape>,
    /// What a hand holds: behind the hand, and before it.
    pub(super) held: [Vec<Shape>; 2],
    relief: Relief,
    samples: Vec<Sample>,
    /// What a prop takes up.
    solid: Option<Solid>,
    /// The pieces of one thing come in the order they were made.
    thing: Option<usize>,
}

impl Layer {
    /// A part of the body.
    pub(super) fn new<'a>(name: Name, reaches: impl Iterator<Item = &'a Reach> + Clone) -> Self {
        Self {
            name,
            shapes: Vec::new(),
            held: [Vec::new(), Vec::new()],
            relief: Relief::new(reaches.clone()),
            samples: reaches.map(|reach| (reach.at, reach.depth, reach.radius)).collect(),
            solid: None,
            thing: None,
        }
    }

    /// A prop that parts of the body may lie before or behind.
    pub(super) fn prop(shapes: Vec<Shape>, solid: Solid, eye: &Eye) -> Self {
        let samples = solid.samples(eye);
        Self { shapes, samples, solid: Some(solid), ..Self::new(Name::Prop, std::iter::empty()) }
    }

    /// Of several pieces of one thing, drawn in the order they were made.
    pub(super) fn of_thing(mut self, thing: usize) -> Self {
        self.thing = Some(thing);
        self
    }

    /// Lets a hand hold something, of which some lies behind the hand and some before it.
    pub(super) fn hold(&mut self, behind: Vec<Shape>, before: Vec<Shape>, reaches: &[Reach]) {
        self.held = [behind, before];
        self.samples.extend(reaches.iter().map(|reach| (reach.at, reach.depth, reach.radius)));
    }

    /// True where it hides a place of the picture that is behind it.
    fn covers(&self, at: Vec2) -> bool {
        self.solid.as_ref().map_or_else(|| self.relief.covers(at), |solid| solid.covers(at))
    }
}

/// The lead where at least one of both is a prop. In doubt, the body lies on top.
fn lead_of_props(a: &Layer, b: &Layer, eye: &Eye) -> Option<f32> {
    /// How much the body is preferred, in metres.
    const DOUBT: f32 = 0.004;
    /// The area that a lead of a prop counts for, beside those that are measured, in square metres.
    const AREA: f32 = 0.01;
    let metres = match (&a.solid, &b.solid) {
        (None, None) => return None,
        (Some(solid), None) => solid.lead(&b.samples, eye).map_or(0.0, |lead| lead - DOUBT),
        (None, Some(solid)) => solid.lead(&a.samples, eye).map_or(0.0, |lead| DOUBT - lead),
        (Some(over), Some(under)) => {
            let (ahead, back) = (over.lead(&b.samples, eye), under.lead(&a.samples, eye));
            0.5 * (ahead.unwrap_or(0.0) - back.unwrap_or(0.0))
        }
    };
    Some(metres * AREA)
}

/// By how much one part is preferred before another where both are as near, in metres: clothes over
/// skin, what rests over what it rests on.
fn favour(a: Name, b: Name) -> f32 {
    use Name::{Foot, Forearm, Hand, Head, Hip, Shin, Thigh, Torso, UpperArm};
    match (a, b) {
        // A near hip or thigh is this far before the middle of the shirt, and still under its hem.
        (Torso, Hip(_)) => 0.12,
        (Torso, Thigh(_)) => 0.11,
        (Head, Torso) => 0.03,
        (Shin(x), Foot(y)) if x == y => 0.05,
        (UpperArm(_), Torso) => 0.02,
        (Forearm(_) | Hand(_), Torso | Hip(_) | Thigh(_) | Shin(_) | Foot(_)) => 0.02,
        (Thigh(x), Hip(y)) | (Forearm(x), UpperArm(y)) | (Hand(x), Forearm(y)) if x == y => 0.012,
        (Head, UpperArm(_)) => 0.01,
        _ => 0.0,
    }
}

/// How much a part lies before another: metres of depth over the area where they overlap.
fn lead(a: &Layer, b: &Layer, skeleton: &Skeleton, eye: &Eye) -> f32 {
    /// Seen from the front, the chin hides the collar.
    const CHIN: f32 = 0.10;
    /// A thigh that is drawn up to the belly lies beside the shirt, not under it.
    const DRAWN_UP: f32 = 0.07;
    const TOUCH: f32 = 1e-4;
    lead_of_props(a, b, eye).unwrap_or_else(|| {
        let posed = match (a.name, b.name) {
            (Name::Torso, Name::Head) if front_is_seen(skeleton, eye) => -CHIN,
            (Name::Torso, Name::Thigh(side)) => {
                let thigh = skeleton.legs[side].thigh.direction(Vec3::NEG_Y);
                -DRAWN_UP * thigh.dot(skeleton.spine[RIBS].direction(Vec3::Y)).max(0.0)
            }
            _ => 0.0,
        };
        let favour = favour(a.name, b.name) - favour(b.name, a.name) + posed;
        // What does not overlap may still touch: then, too, the favoured is on top.
        a.relief.lead(&b.relief, favour) + TOUCH * favour
    })
}

/// True when the front of the chest faces the viewer, and the neck is not away behind the trunk.
pub(super) fn front_is_seen(skeleton: &Skeleton, eye: &Eye) -> bool {
    let behind = eye.depth(skeleton.spine[RIBS].at) - eye.depth(skeleton.spine[NECK_BASE + 2].at);
    eye.depth(skeleton.chest.direction(Vec3::Z)) > -0.03 && behind < 0.2
}

/// The layers' places, back to front. What is `joined` has no order between it, and comes in one run
/// where nothing speaks against it.
pub(super) fn back_to_front(
    layers: &[Layer],
    joined: &[[Name; 2]],
    skeleton: &Skeleton,
    eye: &Eye,
) -> Vec<usize> {
    /// What is no more wrong than this may as well come now.
    const SAME: f32 = 1e-6;
    let count = layers.len();
    let leads = leads(layers, joined, skeleton, eye);
    let mut left: Vec<usize> = (0..count).collect();
    let mut sequence: Vec<usize> = Vec::with_capacity(count);
    while !left.is_empty() {
        // Next is what lies over nothing that is left; in a knot, what lies over it least.
        let over = |a: usize| left.iter().map(|&b| leads[a * count + b].max(0.0)).sum::<f32>();
        let wrong: Vec<f32> = left.iter().map(|&layer| over(layer)).collect();
        let least = wrong.iter().copied().fold(f32::INFINITY, f32::min) + SAME;
        let goes_on = |position: &usize| {
            sequence.last().is_some_and(|&last| are_joined(joined, &layers[last], &layers[left[*position]]))
        };
        let mut fit = (0..left.len()).filter(|position| wrong[*position] <= least);
        let Some(position) = fit.clone().find(goes_on).or_else(|| fit.next()) else { break };
        sequence.push(left.remove(position));
    }
    sequence
}

/// The places in the sequence that are drawn as one.
pub(super) fn runs(
    layers: &[Layer],
    joined: &[[Name; 2]],
    sequence: &[usize],
) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::with_capacity(sequence.len());
    for place in 0..sequence.len() {
        let joins = place > 0 && are_joined(joined, &layers[sequence[place - 1]], &layers[sequence[place]]);
        match runs.last_mut().filter(|_| joins) {
            Some(run) => run.end = place + 1,
            None => runs.push(place..place + 1),
        }
    }
    runs
}

fn are_joined(joined: &[[Name; 2]], a: &Layer, b: &Layer) -> bool {
    joined.contains(&[a.name, b.name]) || joined.contains(&[b.name, a.name])
}

/// How much each layer lies before each other.
fn leads(layers: &[Layer], joined: &[[Name; 2]], skeleton: &Skeleton, eye: &Eye) -> Vec<f32> {
    let count = layers.len();
    let mut leads = vec![0.0; count * count];
    for a in 0..count {
        for b in a + 1..count {
            let (over, under) = (&layers[a], &layers[b]);
            let lead = if over.thing.is_some() && over.thing == under.thing {
                -1.0
            } else if are_joined(joined, over, under) {
                0.0
            } else {
                lead(over, under, skeleton, eye)
            };
            (leads[a * count + b], leads[b * count + a]) = (lead, -lead);
        }
    }
    hold_together(&mut leads, layers, skeleton);
    leads
}

/// Where a stretched arm lies along the trunk, its pieces go before or behind it together.
fn hold_together(leads: &mut [f32], layers: &[Layer], skeleton: &Skeleton) {
    /// The most that the rest of an arm has to say, in metres of depth over square metres.
    const SAY: f32 = 4e-4;
    let count = layers.len();
    let is_trunk = |name: Name| matches!(name, Name::Torso | Name::Hip(_) | Name::Thigh(_));
    let trunk: Vec<usize> = (0..count).filter(|&index| is_trunk(layers[index].name)).collect();
    for (side, arm) in skeleton.arms.iter().enumerate() {
        let pieces = [Name::UpperArm(side), Name::Forearm(side), Name::Hand(side)]
            .map(|name| layers.iter().position(|layer| layer.name == name));
        let [Some(upper), Some(fore), Some(hand)] = pieces else { continue };
        let along = [arm.upper, arm.fore, arm.hand].map(|bone| bone.direction(Vec3::NEG_Y));
        let straight = [along[0].dot(along[1]), along[1].dot(along[2])].map(|cos| cos.max(0.0).powi(3));
        let total = |piece: usize| trunk.iter().map(|&part| leads[piece * count + part]).sum::<f32>();
        let totals = [upper, fore, hand].map(total);
        let says = [
            straight[0] * totals[1] + straight[0] * straight[1] * totals[2],
            straight[0] * totals[0] + straight[1] * totals[2],
            straight[1] * totals[1] + straight[0] * straight[1] * totals[0],
        ];
        for (piece, say) in [upper, fore, hand].into_iter().zip(says) {
            for &part in &trunk {
                let say = say.clamp(-SAY, SAY);
                leads[piece * count + part] += say;
                leads[part * count + piece] -= say;
            }
        }
    }
}

/// True when a part is among those `drawn`, in order, and a place of it has not been covered since.
pub(super) fn shows(layers: &[Layer], drawn: &[usize], part: Name, at: Vec2) -> bool {
    drawn
        .iter()
        .position(|&index| layers[index].name == part)
        .is_some_and(|first| drawn[first + 1..].iter().all(|&index| !layers[index].covers(at)))
}
