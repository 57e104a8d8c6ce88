//! How much of an exercise: the dose asked for, and the range each source allows.

use serde::{Deserialize, Serialize};

use super::Seconds;

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_one(n: &u32) -> bool {
    *n == 1
}

/// How much of an exercise is done. Counts are per side for one-sided exercises and per way
/// for exercises that go two ways round.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Dose {
    /// Stay in the position.
    Hold {
        /// Length of one hold.
        secs: Seconds,
        /// How many holds.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        times: u32,
    },
    /// Repeat a movement at a tempo.
    Reps {
        /// Repetitions in a set.
        count: u32,
        /// How many sets.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        sets: u32,
    },
    /// Move between two ends with the breath.
    Flow {
        /// Whole breaths in a set.
        breaths: u32,
        /// How many sets.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        sets: u32,
    },
    /// Keep moving until the time is up.
    Timed {
        /// Length of one set.
        secs: Seconds,
        /// How many sets.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        sets: u32,
    },
    /// Go on until the person says done.
    Open {
        /// How many sets.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        sets: u32,
    },
}

impl Dose {
    /// What it is made of, what matters most first.
    #[must_use]
    pub fn amounts(&self) -> Vec<(Quantity, f64)> {
        match *self {
            Self::Hold { secs, times } => {
                vec![(Quantity::HoldSecs, secs.0), (Quantity::Reps, f64::from(times))]
            }
            Self::Reps { count, sets } => {
                vec![(Quantity::Reps, f64::from(count)), (Quantity::Sets, f64::from(sets))]
            }
            Self::Flow { breaths, sets } => {
                vec![(Quantity::Breaths, f64::from(breaths)), (Quantity::Sets, f64::from(sets))]
            }
            Self::Timed { secs, sets } => {
                vec![(Quantity::DurationSecs, secs.0), (Quantity::Sets, f64::from(sets))]
            }
            Self::Open { sets } => vec![(Quantity::Sets, f64::from(sets))],
        }
    }

    /// The same dose with one amount changed; as it is where it has no such amount.
    #[must_use]
    pub fn with_amount(self, quantity: Quantity, amount: f64) -> Self {
        let whole = amount.round().clamp(1.0, f64::from(u32::MAX)) as u32;
        let length = Seconds(amount);
        match (self, quantity) {
            (Self::Hold { times, .. }, Quantity::HoldSecs) => Self::Hold { secs: length, times },
            (Self::Hold { secs, .. }, Quantity::Reps) => Self::Hold { secs, times: whole },
            (Self::Reps { sets, .. }, Quantity::Reps) => Self::Reps { count: whole, sets },
            (Self::Reps { count, .. }, Quantity::Sets) => Self::Reps { count, sets: whole },
            (Self::Flow { sets, .. }, Quantity::Breaths) => Self::Flow { breaths: whole, sets },
            (Self::Flow { breaths, .. }, Quantity::Sets) => Self::Flow { breaths, sets: whole },
            (Self::Timed { sets, .. }, Quantity::DurationSecs) => Self::Timed { secs: length, sets },
            (Self::Timed { secs, .. }, Quantity::Sets) => Self::Timed { secs, sets: whole },
            (Self::Open { .. }, Quantity::Sets) => Self::Open { sets: whole },
            (other, _) => other,
        }
    }
}

/// What a [`Range`] limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Quantity {
    /// Seconds of one hold.
    HoldSecs,
    /// Repetitions in a set, or holds per side.
    Reps,
    /// Whole breaths in a set.
    Breaths,
    /// Sets or rounds.
    Sets,
    /// Seconds of one timed set, or of the whole exercise.
    DurationSecs,
}

/// What one source (or several that agree) allows of a quantity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// What is limited.
    pub of: Quantity,
    /// Least amount, where a source gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Seconds>,
    /// Greatest amount, where a source gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Seconds>,
    /// Ids of the sources that say so; empty with `stated: false`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// False when no source gives the figure and it was added.
    #[serde(default = "super::exercise::yes", skip_serializing_if = "super::exercise::is_true")]
    pub stated: bool,
    /// What the figure means, where the quantity alone does not tell.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
