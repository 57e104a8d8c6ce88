//! What happened in a session, for the record.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Something that happened, for the record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Happening {
    /// Where on the timeline.
    #[serde(rename = "at_ms", with = "super::millis")]
    pub at: Duration,
    /// Id of the exercise under way, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Paused by hand.
    Paused,
    /// Paused because the machine slept.
    Slept,
    /// Left unfinished, and gone on with later.
    Resumed,
    /// A stretch was left before its end.
    Skipped,
    /// A stretch was made longer.
    Extended,
    /// An open dose was done.
    Done,
    /// It hurt.
    Hurt,
    /// The easier exercise was taken instead.
    TookEasier,
    /// The session came to its end.
    Finished,
}
