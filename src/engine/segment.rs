//! A stretch of time in which one thing is asked.

use crate::model::{Side, motion::Part};

/// What is asked during a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    /// Before the first exercise: the lead-in with its 3-2-1.
    Prepare,
    /// Getting into position.
    Transition,
    /// A repetition, out of the starting position.
    Lift,
    /// A repetition, at the far end.
    Pause,
    /// A repetition, back to the start.
    Lower,
    /// Staying in the position.
    Hold,
    /// Easing out between two holds on one side.
    Release,
    /// A flow, breathing in.
    Inhale,
    /// A flow, staying full.
    Full,
    /// A flow, breathing out.
    Exhale,
    /// A flow, staying empty.
    Empty,
    /// Moving until the time is up.
    Timed,
    /// Moving until the person says done; the clock stops at its end.
    Open,
    /// Changing sides.
    Switch,
    /// Resting.
    Rest,
    /// Breathing alone.
    Breathe,
}

impl SegmentKind {
    /// The word for it in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Transition => "transition",
            Self::Lift => "lift",
            Self::Pause => "pause",
            Self::Lower => "lower",
            Self::Hold => "hold",
            Self::Release => "release",
            Self::Inhale => "inhale",
            Self::Full => "full",
            Self::Exhale => "exhale",
            Self::Empty => "empty",
            Self::Timed => "timed",
            Self::Open => "open",
            Self::Switch => "switch",
            Self::Rest => "rest",
            Self::Breathe => "breathe",
        }
    }

    /// True while the body works or breathes as asked; false while it gets ready, changes or rests.
    #[must_use]
    pub fn is_work(self) -> bool {
        !matches!(self, Self::Prepare | Self::Transition | Self::Release | Self::Switch | Self::Rest)
    }

    /// True before and between exercises, sets and sides: what comes next is what matters.
    #[must_use]
    pub fn is_between(self) -> bool {
        matches!(self, Self::Prepare | Self::Transition | Self::Switch | Self::Rest)
    }

    /// True for the phases of a breath that moves the body.
    #[must_use]
    pub fn is_flow(self) -> bool {
        matches!(self, Self::Inhale | Self::Full | Self::Exhale | Self::Empty)
    }

    /// True for the phases of a repetition.
    #[must_use]
    pub fn is_rep(self) -> bool {
        matches!(self, Self::Lift | Self::Pause | Self::Lower)
    }

    /// The part of the motion the figure shows.
    #[must_use]
    pub fn part(self) -> Part {
        match self {
            Self::Lift => Part::Lift,
            Self::Pause => Part::Pause,
            Self::Lower => Part::Lower,
            Self::Hold => Part::Hold,
            Self::Release => Part::Release,
            Self::Inhale => Part::Inhale,
            Self::Full => Part::Full,
            Self::Exhale => Part::Exhale,
            Self::Empty => Part::Empty,
            Self::Timed
            | Self::Open
            | Self::Prepare
            | Self::Transition
            | Self::Switch
            | Self::Rest
            | Self::Breathe => Part::Rest,
        }
    }
}

/// A stretch of time in which one thing is asked. Segments follow one another without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Milliseconds from the start of the session.
    pub start_ms: u64,
    /// Milliseconds from the start of the session; the next segment starts here.
    pub end_ms: u64,
    /// Index into [`super::Timeline::entries`]: whose segment this is. A transition belongs to the
    /// entry it leads to, a rest to the entry it follows.
    pub entry: u32,
    /// The set, from 1; 0 outside sets.
    pub set: u16,
    /// The repetition, hold or breath within the set and side, from 1; 0 outside them.
    pub rep: u16,
    /// Whole loops of the motion in a timed or open segment; 0 elsewhere.
    pub loops: u16,
    /// What is asked.
    pub kind: SegmentKind,
    /// Which side works.
    pub side: Option<Side>,
    /// Which way round, as an index into the exercise's `ways`; 0 where it has none.
    pub way: u8,
}

impl Segment {
    /// Its length in milliseconds.
    #[must_use]
    pub fn len_ms(&self) -> u64 {
        self.end_ms - self.start_ms
    }
}
