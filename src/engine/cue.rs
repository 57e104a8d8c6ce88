//! Cues: the instants at which something is sounded, spoken or shown.

pub use crate::model::CueKind;
use crate::model::Side;

/// What is spoken with a cue. [`crate::text`] turns it into words of the chosen language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// Nothing.
    Silent,
    /// A number: 3, 2, 1, or a repetition.
    Count(u32),
    /// `Next: <exercise>, <side>` with how much.
    Exercise {
        /// Index into [`super::Timeline::entries`].
        entry: u32,
        /// The side that starts.
        side: Option<Side>,
    },
    /// The instruction that belongs to the segment that starts here.
    Instruction {
        /// Index into [`super::Timeline::segments`].
        segment: u32,
    },
    /// "Halfway".
    Halfway,
    /// "And release".
    End,
    /// `Change sides: <side>`.
    Side(Side),
    /// `Now the other way: <way>`.
    Way {
        /// Index into [`super::Timeline::entries`].
        entry: u32,
        /// Index into the exercise's `ways`.
        way: u8,
    },
    /// `Rest, <n> seconds`.
    Rest {
        /// Whole seconds.
        secs: u32,
    },
    /// "Breathe in".
    BreatheIn,
    /// "And a little more": the second breath in of two, as in a sigh.
    BreatheInMore,
    /// "Breathe out".
    BreatheOut,
    /// `Set <n> of <of> done`.
    SetDone {
        /// The set that ended.
        set: u16,
        /// How many there are.
        of: u16,
    },
    /// "All done".
    SessionDone,
}

/// One cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Milliseconds from the start of the session.
    pub at_ms: u64,
    /// What it announces.
    pub kind: CueKind,
    /// What is said with it.
    pub spoken: Spoken,
}
