//! Something worth telling the author about a routine: how bad, where, and what would mend it.

use super::{Dose, Equipment, Quantity, Side};

/// How bad a diagnostic is, worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A thought.
    Hint,
    /// Runs, but is likely not what a body needs.
    Warning,
    /// Something of the routine cannot run as written.
    Error,
}

/// Where in a routine: indices into nested `blocks`, outermost first. Empty is the routine itself.
pub type BlockPath = Vec<usize>;

/// What is the matter.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// No exercise has this id; the nearest that exists, if any is near.
    UnknownExercise {
        /// As written.
        id: String,
        /// Closest id in the catalogue.
        nearest: Option<String>,
    },
    /// No breath pattern has this id.
    UnknownBreath {
        /// As written.
        id: String,
        /// Closest id in the catalogue.
        nearest: Option<String>,
    },
    /// A duration that is negative, not a number or over an hour.
    BadDuration {
        /// The field's name as written in files.
        field: &'static str,
        /// Its value.
        secs: f64,
    },
    /// A count of nothing, or of more than anyone could do.
    BadCount {
        /// The field's name as written in files.
        field: &'static str,
        /// Its value.
        count: u32,
    },
    /// Outside what the sources allow.
    DoseOutsideRange {
        /// Id of the exercise.
        exercise: String,
        /// Which figure.
        quantity: Quantity,
        /// What is asked.
        asked: f64,
        /// The least any source says.
        min: Option<f64>,
        /// The most any source says.
        max: Option<f64>,
    },
    /// A static stretch with nothing before it that warms up.
    ColdStretch {
        /// Id of the exercise.
        exercise: String,
    },
    /// A one-sided exercise done on one side alone.
    OneSideOnly {
        /// Id of the exercise.
        exercise: String,
    },
    /// Strength work and no cool-down after it.
    NoCoolDown,
    /// More than two minutes on one spot of the roller.
    RollerTooLong {
        /// Id of the exercise.
        exercise: String,
        /// How long on one spot.
        secs: f64,
    },
    /// The breath is held during work that strains.
    RetentionUnderStrain {
        /// Id of the exercise.
        exercise: String,
        /// Id of the pattern.
        pattern: String,
    },
    /// Hard work without a rest between sets.
    NoRest {
        /// Id of the exercise.
        exercise: String,
    },
    /// Something new has to be fetched in mid-session.
    EquipmentChange {
        /// What was in use.
        from: Vec<Equipment>,
        /// What is needed now.
        to: Vec<Equipment>,
    },
    /// Nothing in it runs.
    Empty,
    /// Over an hour.
    OverAnHour {
        /// Its length in whole minutes.
        minutes: u64,
    },
    /// More segments than a session can hold; the rest was cut off.
    TooLong,
    /// Blocks nested deeper than can be followed; the rest was cut off.
    TooDeep,
    /// The version is newer than this program knows.
    NewerVersion {
        /// As written.
        version: u32,
    },
    /// Something is asked, and for long nothing is heard.
    LongSilence {
        /// Id of the exercise, where there is one.
        exercise: Option<String>,
        /// How long.
        secs: f64,
    },
    /// An exercise, or its other side, begins without having been named.
    Unannounced {
        /// Id of the exercise, where there is one.
        exercise: Option<String>,
        /// The side that is not named; `None` where the exercise itself is not.
        side: Option<Side>,
    },
    /// Work ends, and nothing says so.
    EndUnheard {
        /// Id of the exercise, where there is one.
        exercise: Option<String>,
    },
    /// Two things carry this id.
    DuplicateId {
        /// The id.
        id: String,
    },
}

/// What need not be written in a routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Optional {
    /// The rest.
    Rest,
    /// The time to change sides.
    Switch,
    /// The time to get into position.
    Transition,
    /// The pace of a repetition.
    Tempo,
}

impl Optional {
    /// Its name as written in files.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Rest => "rest_secs",
            Self::Switch => "switch_secs",
            Self::Transition => "transition_secs",
            Self::Tempo => "tempo",
        }
    }
}

impl Problem {
    /// The same with exercises called by their names instead of their ids, for those who do not read
    /// files. An id that no exercise has stays as it is written.
    #[must_use]
    pub fn calling(&self, name_of: impl Fn(&str) -> Option<String>) -> Self {
        let mut problem = self.clone();
        let id = match &mut problem {
            Self::DoseOutsideRange { exercise, .. }
            | Self::ColdStretch { exercise }
            | Self::OneSideOnly { exercise }
            | Self::RollerTooLong { exercise, .. }
            | Self::RetentionUnderStrain { exercise, .. }
            | Self::NoRest { exercise } => Some(exercise),
            Self::LongSilence { exercise, .. }
            | Self::Unannounced { exercise, .. }
            | Self::EndUnheard { exercise } => exercise.as_mut(),
            _ => None,
        };
        if let Some((id, name)) = id.and_then(|id| name_of(id).map(|name| (id, name))) {
            *id = name;
        }
        problem
    }
}

impl Fix {
    /// As [`Problem::calling`].
    #[must_use]
    pub fn calling(&self, name_of: impl Fn(&str) -> Option<String>) -> Self {
        match self {
            Self::UseExercise(id) => Self::UseExercise(name_of(id).unwrap_or_else(|| id.clone())),
            Self::InsertStep(id) => Self::InsertStep(name_of(id).unwrap_or_else(|| id.clone())),
            Self::AppendStep(id) => Self::AppendStep(name_of(id).unwrap_or_else(|| id.clone())),
            other => other.clone(),
        }
    }
}

/// An edit that would mend a problem. The editor applies it with one click.
#[derive(Clone, Debug, PartialEq)]
pub enum Fix {
    /// Name this exercise instead.
    UseExercise(String),
    /// Name this breath pattern instead.
    UseBreath(String),
    /// Take this dose.
    SetDose(Dose),
    /// Work both sides.
    BothSides,
    /// Rest this many seconds.
    SetRest(f64),
    /// Put a step with this exercise at the place.
    InsertStep(String),
    /// Put a step with this exercise at the end.
    AppendStep(String),
    /// Do a repeat so many times.
    SetTimes(u32),
    /// Leave this out, so that what is recommended or usual holds.
    LeaveOut(Optional),
    /// Take the block out.
    Remove,
}

/// One thing worth telling the author.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// What.
    pub problem: Problem,
    /// Where.
    pub place: BlockPath,
    /// What would mend it, where something would.
    pub fix: Option<Fix>,
}
