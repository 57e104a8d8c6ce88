//! The kinds of cues: what a session sounds, says and shows at an instant.

use serde::{Deserialize, Serialize};

/// What a cue announces. Each kind has a sound of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
