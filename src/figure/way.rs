//! Where the figure is on its way: a movement becomes one posture, without a jump anywhere.

use std::collections::BTreeMap;

use glam::Vec3;

use super::{
    flesh, ik,
    library::PoseLibrary,
    posture::{LegGoal, Posture, ROOT},
    rig::{Gait, between, eased, settled},
    track::End,
};
use crate::{
    engine::Movement,
    model::motion::{Pace, Part},
};

/// Longest time in which a figure settles into a pose that it then keeps, in seconds.
const SETTLE_SECS: f32 = 2.5;
/// Longest share of a hold that settling takes.
const SETTLE_SHARE: f32 = 0.4;
/// Time for each key of a pose that is reached by several, in seconds.
const KEY_SECS: f32 = 1.5;
/// How fast what moves furthest goes in a change of posture, in metres a second, if there is time.
const CALM: f32 = 0.42;
/// How many pieces of each leg of a change of posture are measured.
const PIECES: usize = 10;
/// What a piece counts at least, in metres: turning on the spot takes time as well.
const LEAST: f32 = 0.008;

/// A posture on the way, and how far the way has been gone.
#[derive(Clone, Debug)]
pub struct OnTheWay {
    /// The posture.
    pub posture: Posture,
    /// How far from the old place to the new one, 0 to 1; 1 where the place stays.
    pub arrived: f32,
}

/// The way between two ends: the postures it leads through, and how long each leg of it is.
#[derive(Clone, Debug)]
pub struct Way {
    ends: [End; 2],
    keys: Vec<Posture>,
    /// The postures before and after, where an even pace leads through both ends.
    outer: [Option<Posture>; 2],
    even: bool,
    stays: bool,
    /// Metres gone at the end of each piece; empty where the keys are evenly spaced in time.
    gone: Vec<f32>,
}

impl Way {
    /// The way from one end to another, by way of what the library says lies between.
    #[must_use]
    pub fn new(ends: [End; 2], library: &PoseLibrary) -> Self {
        let stays = ends[0].shares_place(&ends[1]);
        let keys = keys(&ends, stays, library);
        let even = stays && ends[1].rig.pace == Pace::Even && moves(ends[1].part);
        let outer = if even { ends[1].neighbours() } else { [None, None] };
        let mut way = Self { ends, keys, outer, even, stays, gone: Vec::new() };
        if !stays {
            way.gone = way.measured();
        }
        way
    }

    /// True when this is the way between these ends.
    #[must_use]
    pub fn joins(&self, ends: &[End; 2]) -> bool {
        self.ends.iter().zip(ends).all(|(own, other)| own.is(other))
    }

    /// Where a movement along this way is.
    #[must_use]
    pub fn at(&self, movement: &Movement) -> OnTheWay {
        let gone = self.share_gone(movement);
        let legs = (self.keys.len() - 1) as f32;
        let along = self.gone.last().map_or(gone * legs, |metres| self.piece_at(gone * metres));
        if self.stays {
            return OnTheWay { posture: self.mixed(along), arrived: 1.0 };
        }
        OnTheWay { posture: self.above_floor(self.mixed(along)), arrived: gone }
    }

    /// The posture `along` the way, in legs from its start.
    fn mixed(&self, along: f32) -> Posture {
        let legs = self.keys.len() - 1;
        if legs == 0 {
            return self.keys[0].clone();
        }
        let leg = (along.max(0.0).floor() as usize).min(legs - 1);
        let before = if leg > 0 { Some(&self.keys[leg - 1]) } else { self.outer[0].as_ref() };
        let after = if leg + 2 <= legs { Some(&self.keys[leg + 2]) } else { self.outer[1].as_ref() };
        let bones = &self.ends[1].rig.body.bones;
        let gait = if self.stays { Gait::Carry } else { Gait::Fold };
        between(before, &self.keys[leg], &self.keys[leg + 1], after, along - leg as f32, (bones, gait))
    }

    /// The posture raised until nothing goes through the floor: hands and feet press the body up.
    fn above_floor(&self, mut posture: Posture) -> Posture {
        /// How far flesh may be pressed in, in metres.
        const SOFT: f32 = 0.004;
        let body = &self.ends[1].rig.body;
        let depth = |lump: &flesh::Lump| lump.extent(Vec3::Y) - lump.at.y;
        // Again, because what is held to its place follows only in part.
        for _ in 0..6 {
            let skeleton = ik::solve(&posture, &body.bones);
            let deepest = flesh::all(&skeleton, body).iter().map(depth).fold(f32::MIN, f32::max);
            let raise = deepest - SOFT;
            if raise <= 0.0 {
                break;
            }
            posture.angles[ROOT + 1] += raise;
            for leg in posture.legs.iter_mut().flatten() {
                if let LegGoal::Step { ankle, .. } = leg {
                    ankle.y += raise;
                }
            }
        }
        posture
    }

    /// How far what moves furthest has gone after each piece, so that long legs are given more time.
    fn measured(&self) -> Vec<f32> {
        let bones = &self.ends[1].rig.body.bones;
        let places = |piece: usize| {
            let along = piece as f32 / PIECES as f32;
            ik::solve(&self.mixed(along), bones).landmarks()
        };
        let mut before = places(0);
        let furthest = |piece: usize| {
            let now = places(piece);
            let far = before.iter().zip(now).map(|(a, b)| a.distance(b)).fold(LEAST, f32::max);
            before = now;
            far
        };
        let raw: Vec<f32> = (1..=PIECES * (self.keys.len() - 1)).map(furthest).collect();
        // Mixed with their neighbours, so that the pace changes gently.
        let last = raw.len().saturating_sub(1);
        let soft = |i: usize| 0.25 * raw[i.saturating_sub(1)] + 0.5 * raw[i] + 0.25 * raw[(i + 1).min(last)];
        let mut sum = 0.0;
        (0..raw.len())
            .map(|index| {
                sum += soft(index).max(raw[index] * 0.9);
                sum
            })
            .collect()
    }

    /// Where on the way so many metres have been gone, in legs from its start.
    fn piece_at(&self, metres: f32) -> f32 {
        let piece = self.gone.partition_point(|&end| end < metres).min(self.gone.len() - 1);
        let start = if piece == 0 { 0.0 } else { self.gone[piece - 1] };
        let share = ((metres - start) / (self.gone[piece] - start)).clamp(0.0, 1.0);
        (piece as f32 + share) / PIECES as f32
    }

    /// How far along its way the figure is, 0 to 1.
    fn share_gone(&self, movement: &Movement) -> f32 {
        let total = movement.elapsed_secs + movement.left_secs;
        if self.even {
            return movement.progress.clamp(0.0, 1.0);
        }
        let legs = self.keys.len() - 1;
        let moving_secs = match self.ends[1].part {
            part if moves(part) => total,
            _ if !self.stays => {
                let metres = self.gone.last().copied().unwrap_or(0.0);
                (metres / CALM).max(SETTLE_SECS).min(total * 0.95)
            }
            _ if legs > 1 => (legs as f32 * KEY_SECS).min(total * 0.95),
            Part::Hold => SETTLE_SECS.min(total * SETTLE_SHARE),
            _ => SETTLE_SECS.min(total * 0.9),
        };
        let time = if moving_secs > 1e-3 { movement.elapsed_secs / moving_secs } else { movement.progress };
        if self.stays { eased(time) } else { steady(time) }
    }
}

/// The postures from one end to the other.
fn keys([from, to]: &[End; 2], stays: bool, library: &PoseLibrary) -> Vec<Posture> {
    let mut way = vec![from.posture()];
    let mut push = |posture: Posture| {
        if way.last().is_none_or(|last| differs(last, &posture)) {
            way.push(posture);
        }
    };
    if !stays {
        if from.part != Part::Rest {
            push(from.faced(from.rig.rest()));
        }
        if from.id() != to.id() {
            for name in library.way(from.position(), to.position()) {
                // A shared pose that cannot be read is passed by: the way is then a little straighter.
                if let Ok(posture) = library.resolve(&BTreeMap::new(), name) {
                    push(settled(&posture, &from.rig.body));
                }
            }
        }
        if to.part != Part::Rest {
            push(to.faced(to.rig.rest()));
        }
    }
    to.keys().for_each(push);
    way
}

/// Smooth start and end, and not much faster than need be between: for long ways.
fn steady(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

fn differs(a: &Posture, b: &Posture) -> bool {
    a.angles.iter().zip(b.angles).any(|(a, b)| (a - b).abs() > 1e-3)
}

/// True for the parts that move through their whole time.
fn moves(part: Part) -> bool {
    matches!(part, Part::Lift | Part::Lower | Part::Inhale | Part::Exhale)
}
