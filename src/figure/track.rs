//! Where the figure is on its way: a movement becomes one posture, without a jump anywhere.

use std::sync::Arc;

use super::{
    library::PoseLibrary,
    posture::Posture,
    rig::{Rig, between, eased},
};
use crate::{
    engine::{Movement, Stance},
    model::{
        Dose, Exercise, Position, Side,
        motion::{Pace, Part},
    },
};

/// Longest time in which a figure settles into a pose that it then keeps, in seconds.
const SETTLE_SECS: f32 = 2.5;
/// Longest share of a hold that settling takes.
const SETTLE_SHARE: f32 = 0.4;
/// Time for each leg of a change of posture, in seconds.
const LEG_SECS: f32 = 1.5;

/// One end of a movement, with all that is needed to draw it.
#[derive(Clone, Debug)]
pub struct End {
    /// The motion, ready.
    pub rig: Arc<Rig>,
    /// Its exercise; `None` for a figure that stands.
    pub exercise: Option<Arc<Exercise>>,
    /// Mirrored, because the left works.
    pub mirrored: bool,
    part: Part,
    backwards: bool,
}

impl End {
    /// The end that a stance describes.
    #[must_use]
    pub fn new(stance: &Stance, rig: Arc<Rig>) -> Self {
        Self {
            rig,
            exercise: stance.exercise.clone(),
            mirrored: stance.side == Some(Side::Left),
            part: stance.part,
            backwards: stance.way % 2 == 1,
        }
    }

    fn id(&self) -> Option<&str> {
        self.exercise.as_ref().map(|exercise| exercise.id.as_str())
    }

    fn position(&self) -> Position {
        self.exercise
            .as_ref()
            .and_then(|exercise| exercise.positions.first().copied())
            .unwrap_or(Position::Standing)
    }

    fn faced(&self, posture: &Posture) -> Posture {
        if self.mirrored { posture.mirrored() } else { posture.clone() }
    }

    fn posture(&self) -> Posture {
        self.faced(self.rig.end(self.part, self.backwards))
    }

    fn keys(&self) -> impl Iterator<Item = Posture> {
        self.rig.keys(self.part, self.backwards).into_iter().map(|key| self.faced(key))
    }

    /// True when both show the same exercise on the same side.
    #[must_use]
    pub fn shares_place(&self, other: &Self) -> bool {
        self.id() == other.id() && self.mirrored == other.mirrored
    }
}

/// A posture on the way, and how far the way has been gone.
#[derive(Clone, Debug)]
pub struct OnTheWay {
    /// The posture.
    pub posture: Posture,
    /// How far from the old place to the new one, 0 to 1; 1 where the place stays.
    pub arrived: f32,
}

/// The posture of a movement.
#[must_use]
pub fn posture(movement: &Movement, from: &End, to: &End, library: &PoseLibrary) -> OnTheWay {
    let stays = from.shares_place(to);
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
                if let Ok(posture) = library.resolve(&std::collections::BTreeMap::new(), name) {
                    push(super::rig::settled(&posture, &from.rig.body));
                }
            }
        }
        if to.part != Part::Rest {
            push(to.faced(to.rig.rest()));
        }
    }
    to.keys().for_each(push);
    let legs = way.len() - 1;
    let even = stays && to.rig.pace == Pace::Even && moves(to.part);
    let gone = share_gone(movement, to.part, legs, even);
    let arrived = if stays { 1.0 } else { gone };
    if legs == 0 {
        return OnTheWay { posture: way.swap_remove(0), arrived };
    }
    let along = gone * legs as f32;
    let leg = (along.floor() as usize).min(legs - 1);
    let outer = if even { neighbours(to) } else { [None, None] };
    let before = if leg > 0 { Some(&way[leg - 1]) } else { outer[0].as_ref() };
    let after = if leg + 2 <= legs { Some(&way[leg + 2]) } else { outer[1].as_ref() };
    OnTheWay {
        posture: between(before, &way[leg], &way[leg + 1], after, along - leg as f32, &to.rig.body.bones),
        arrived,
    }
}

fn differs(a: &Posture, b: &Posture) -> bool {
    a.angles.iter().zip(b.angles).any(|(a, b)| (a - b).abs() > 1e-3)
}

/// True for the parts that move through their whole time.
fn moves(part: Part) -> bool {
    matches!(part, Part::Lift | Part::Lower | Part::Inhale | Part::Exhale)
}

/// How far along its way the figure is, 0 to 1.
fn share_gone(movement: &Movement, part: Part, legs: usize, even: bool) -> f32 {
    let total = movement.elapsed_secs + movement.left_secs;
    if even {
        return movement.progress.clamp(0.0, 1.0);
    }
    let moving_secs = match part {
        _ if legs > 1 && !moves(part) => (legs as f32 * LEG_SECS).min(total * 0.95),
        part if moves(part) => total,
        Part::Hold => SETTLE_SECS.min(total * SETTLE_SHARE),
        _ => SETTLE_SECS.min(total * 0.9),
    };
    if moving_secs > 1e-3 { eased(movement.elapsed_secs / moving_secs) } else { eased(movement.progress) }
}

/// The postures before and after a part of a cycle, for an even pace through its ends.
fn neighbours(end: &End) -> [Option<Posture>; 2] {
    let other = match end.part {
        Part::Lift => Part::Lower,
        Part::Lower => Part::Lift,
        Part::Inhale => Part::Exhale,
        Part::Exhale => Part::Inhale,
        _ => return [None, None],
    };
    let keys = end.rig.keys(other, end.backwards);
    let before = if keys.len() > 1 { keys[keys.len() - 2] } else { end.rig.end(end.part, end.backwards) };
    [Some(end.faced(before)), keys.first().map(|key| end.faced(key))]
}

/// Time that each part of a round is given, in seconds.
const PART_SECS: f32 = 4.0;

/// The parts of one round of an exercise, in order; each takes as long as the others.
#[must_use]
pub fn cycle_parts(exercise: &Exercise) -> &'static [Part] {
    match exercise.dose {
        Dose::Hold { .. } => &[Part::Hold, Part::Release],
        Dose::Flow { .. } => &[Part::Inhale, Part::Exhale, Part::Rest],
        Dose::Reps { .. } | Dose::Timed { .. } | Dose::Open { .. } => &[Part::Lift, Part::Lower],
    }
}

/// How long one round of an exercise takes, in seconds.
#[must_use]
pub fn cycle_secs(exercise: &Exercise) -> f32 {
    PART_SECS * cycle_parts(exercise).len() as f32
}

/// The movement at `fraction` of one round of an exercise, from its starting position and back to it.
#[must_use]
pub fn cycle(exercise: &Arc<Exercise>, fraction: f32) -> Movement {
    cycle_on(exercise, None, fraction)
}

/// The same on one side; `None` shows what is drawn: the right.
#[must_use]
pub fn cycle_on(exercise: &Arc<Exercise>, side: Option<Side>, fraction: f32) -> Movement {
    let parts = cycle_parts(exercise);
    let fraction = if fraction.is_finite() { fraction.clamp(0.0, 1.0) } else { 0.0 };
    let along = fraction * parts.len() as f32;
    let index = (along as usize).min(parts.len() - 1);
    let progress = along - index as f32;
    let stance = |part: Part| Stance { exercise: Some(Arc::clone(exercise)), part, side, way: 0 };
    let before = if index == 0 { Part::Rest } else { parts[index - 1] };
    let breath = match parts[index] {
        Part::Inhale => progress,
        Part::Exhale => 1.0 - progress,
        _ => 0.0,
    };
    Movement {
        from: stance(before),
        to: stance(parts[index]),
        progress,
        elapsed_secs: progress * PART_SECS,
        left_secs: (1.0 - progress) * PART_SECS,
        breath,
    }
}
