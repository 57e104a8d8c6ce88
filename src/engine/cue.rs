//! Cues: the instants at which something is sounded, spoken or shown.

use crate::model::Side;

/// What a cue announces. Each kind has a sound of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CueKind {
    /// One of the 3-2-1 before work starts.
    LeadTick,
    /// Work starts.
    Start,
    /// A repetition starts; quiet.
    Rep,
    /// Half of a hold is over.
    Halfway,
    /// One of the last three seconds of work.
    LastTick,
    /// Work ends.
    End,
    /// Change sides (or turn the other way round).
    Switch,
    /// Rest starts.
    Rest,
    /// The next exercise is named.
    Next,
    /// Breathe in.
    BreathIn,
    /// Breathe out.
    BreathOut,
    /// A set is done.
    SetDone,
    /// The session is done.
    SessionDone,
}

impl CueKind {
    /// All kinds, in order.
    pub const ALL: [Self; 13] = [
        Self::LeadTick,
        Self::Start,
        Self::Rep,
        Self::Halfway,
        Self::LastTick,
        Self::End,
        Self::Switch,
        Self::Rest,
        Self::Next,
        Self::BreathIn,
        Self::BreathOut,
        Self::SetDone,
        Self::SessionDone,
    ];

    /// The word for it in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LeadTick => "lead_tick",
            Self::Start => "start",
            Self::Rep => "rep",
            Self::Halfway => "halfway",
            Self::LastTick => "last_tick",
            Self::End => "end",
            Self::Switch => "switch",
            Self::Rest => "rest",
            Self::Next => "next",
            Self::BreathIn => "breath_in",
            Self::BreathOut => "breath_out",
            Self::SetDone => "set_done",
            Self::SessionDone => "session_done",
        }
    }
}

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
