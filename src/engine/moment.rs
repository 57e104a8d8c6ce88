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

/// The breath at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct BreathNow {
    /// The pattern followed.
    pub pattern: Arc<BreathPattern>,
    /// Index of the stage in the pattern.
    pub stage: usize,
    /// What the breath does now.
    pub phase: BreathPhase,
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

/// What comes next.
#[derive(Clone, Debug, PartialEq)]
pub struct NextUp<'a> {
    /// Index into [`super::Timeline::entries`].
    pub entry_index: usize,
    /// What it is.
    pub entry: &'a Entry,
    /// The side it starts with.
    pub side: Option<Side>,
    /// How long until its transition begins.
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
    /// The next entry.
    pub next: Option<NextUp<'a>>,
    /// Time left in the session.
    pub session_left: Duration,
    /// True at and after the end.
    pub is_over: bool,
}
