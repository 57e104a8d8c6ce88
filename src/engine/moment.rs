//! Everything that is true at one time of a session: the one value all views draw from.

use std::sync::Arc;
use std::time::Duration;

use super::{Entry, Segment};
use crate::model::{BreathPattern, BreathPhase, Exercise, Side, motion::Part};

/// Where a part of an exercise's motion has led the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Stance {
    /// Whose motion; `None` for a figure that just stands and breathes.
    pub exercise: Option<Arc<Exercise>>,
    /// Which part of it.
    pub part: Part,
    /// Which side works. Motions are drawn working on the right; the left mirrors them.
    pub side: Option<Side>,
    /// Which way round, as an index into the exercise's `ways`; the second way plays backwards.
    pub way: u8,
}

/// The figure on its way from one stance to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    /// Where the part before left the figure.
    pub from: Stance,
    /// The part under way, which leads to its own end.
    pub to: Stance,
    /// How far through the part, 0 to 1, linear in time.
    pub progress: f32,
    /// Seconds since the part began.
    pub elapsed_secs: f32,
    /// Seconds until the part ends.
    pub left_secs: f32,
    /// How full the lungs are, 0 to 1: the chest of a figure that stays still follows it.
    pub breath: f32,
}

impl Movement {
    /// The same in steps of about a second, and without the breath: for people whom sliding and
    /// swaying make ill. What is shown of an exercise stays.
    #[must_use]
    pub fn in_steps(&self) -> Self {
        let steps = (self.elapsed_secs + self.left_secs).round().max(1.0);
        let step = (self.progress * steps).floor().min(steps - 1.0);
        let progress = if self.to.part == Part::Hold { 1.0 } else { (step + 0.5) / steps };
        Self { progress, breath: 0.0, ..self.clone() }
    }
}

/// The breath at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct BreathNow {
    /// The pattern followed.
    pub pattern: Arc<BreathPattern>,
    /// What the breath does now.
    pub phase: BreathPhase,
    /// Index of the stage in the pattern: a double inhale has two that go the same way.
    pub stage: usize,
    /// How far through that stage, 0 to 1.
    pub progress: f32,
    /// Length of the stage in seconds.
    pub stage_secs: f32,
    /// Time left in the stage, in seconds.
    pub left_secs: f32,
    /// How full the lungs are, 0 to 1, eased.
    pub fullness: f32,
    /// Whole breaths before this one in the current stretch of work, from 0.
    pub breath: u32,
    /// How many breaths the stretch has.
    pub breaths: u32,
    /// Seconds since this breath pattern started to run; the wave is drawn from it.
    pub elapsed_secs: f32,
}

impl BreathNow {
    /// True for a stage that goes on where the one before it led: the second of two in-breaths.
    #[must_use]
    pub fn tops_up(&self) -> bool {
        let before = self.stage.checked_sub(1).and_then(|stage| self.pattern.stages.get(stage));
        before.is_some_and(|before| before.0 == self.phase)
    }
}

/// What comes next.
#[derive(Clone, Debug, PartialEq)]
pub struct NextUp<'a> {
    /// Index into [`super::Timeline::entries`].
    pub entry_index: usize,
    /// What it is.
    pub entry: &'a Entry,
    /// The side it starts with.
    pub side: Option<Side>,
    /// Which way round it starts, as an index into the exercise's `ways`.
    pub way: u8,
    /// The set it starts with, from 1.
    pub set: u16,
    /// How long until its transition begins; where that is already under way, until its work does.
    pub starts_in: Duration,
}

/// Everything that is true at one time of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment<'a> {
    /// The time, clamped to the session.
    pub at: Duration,
    /// Index of the segment in [`super::Timeline::segments`].
    pub segment_index: usize,
    /// The segment.
    pub segment: Segment,
    /// Index of its entry.
    pub entry_index: usize,
    /// Its entry.
    pub entry: &'a Entry,
    /// How far through the segment, 0 to 1.
    pub progress: f32,
    /// Time left in the segment.
    pub left: Duration,
    /// How far through the bout (the work of one set and side without a break, or the single
    /// segment where there is no work), 0 to 1. The ring shows it.
    pub bout_progress: f32,
    /// Time left in the bout. The ring's number.
    pub bout_left: Duration,
    /// Length of the bout.
    pub bout_len: Duration,
    /// How many sets the entry has.
    pub sets: u16,
    /// How many repetitions, holds or breaths the set has on this side and way.
    pub reps: u16,
    /// The breath, where one is paced.
    pub breath: Option<BreathNow>,
    /// What the figure does.
    pub movement: Movement,
    /// What comes next: during work the next entry, and between work what is got ready for, which
    /// may be another set or side of the same.
    pub next: Option<NextUp<'a>>,
    /// Time left in the session.
    pub session_left: Duration,
    /// True at and after the end.
    pub is_over: bool,
}
