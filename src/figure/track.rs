//! The ends of a movement, and the rounds an exercise is shown in.

use std::sync::Arc;

use super::{posture::Posture, rig::Rig};
use crate::{
    engine::{Movement, Stance},
    model::{Dose, Exercise, Position, Side, Sides, motion::Part},
};

/// One end of a movement, with all that is needed to draw it.
#[derive(Clone, Debug)]
pub struct End {
    /// The motion, ready.
    pub rig: Arc<Rig>,
    /// Its exercise; `None` for a figure that stands.
    pub exercise: Option<Arc<Exercise>>,
    /// Mirrored, because the left works.
    pub mirrored: bool,
    pub(super) part: Part,
    backwards: bool,
}

/// True where the sides take turns with every repetition.
#[must_use]
pub fn alternates(exercise: Option<&Exercise>) -> bool {
    exercise.is_some_and(|exercise| exercise.sides == Sides::Alternating)
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

    /// The camera and the props change sides with the body. Where the sides take turns with every
    /// repetition they stay, or the view would swing to and fro.
    #[must_use]
    pub fn mirrors_scenery(&self) -> bool {
        self.mirrored && !alternates(self.exercise.as_deref())
    }

    pub(super) fn id(&self) -> Option<&str> {
        self.exercise.as_ref().map(|exercise| exercise.id.as_str())
    }

    pub(super) fn position(&self) -> Position {
        self.exercise
            .as_ref()
            .and_then(|exercise| exercise.positions.first().copied())
            .unwrap_or(Position::Standing)
    }

    pub(super) fn faced(&self, posture: &Posture) -> Posture {
        if self.mirrored { posture.mirrored() } else { posture.clone() }
    }

    /// The posture it ends in.
    #[must_use]
    pub fn posture(&self) -> Posture {
        self.faced(self.rig.end(self.part, self.backwards))
    }

    /// The posture of its starting position.
    #[must_use]
    pub fn rest(&self) -> Posture {
        self.faced(self.rig.rest())
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = Posture> {
        self.rig.keys(self.part, self.backwards).into_iter().map(|key| self.faced(key))
    }

    /// True when both show the same exercise on the same side.
    #[must_use]
    pub fn shares_place(&self, other: &Self) -> bool {
        self.id() == other.id() && self.mirrored == other.mirrored
    }

    /// True when both stand for the same, drawn from the same motion.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rig, &other.rig)
            && self.shares_place(other)
            && (self.part, self.backwards) == (other.part, other.backwards)
            && self.position() == other.position()
    }

    /// The postures before and after a part of a cycle, for an even pace through its ends.
    pub(super) fn neighbours(&self) -> [Option<Posture>; 2] {
        let other = match self.part {
            Part::Lift => Part::Lower,
            Part::Lower => Part::Lift,
            Part::Inhale => Part::Exhale,
            Part::Exhale => Part::Inhale,
            _ => return [None, None],
        };
        let keys = self.rig.keys(other, self.backwards);
        let before =
            if keys.len() > 1 { keys[keys.len() - 2] } else { self.rig.end(self.part, self.backwards) };
        [Some(self.faced(before)), keys.first().map(|key| self.faced(key))]
    }
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
