//! A session that has not come to its end: all it takes to go on with it later.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{BoutRecord, FILE_VERSION, Happening, Routine, Stamp};

/// Something that changed the plan of a session while it ran. The plan is a pure function of the
/// routine and these, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PlanChange {
    /// About ten seconds more of this segment.
    Longer {
        /// Its index.
        segment: usize,
    },
    /// The open dose of this segment was done.
    GatePassed {
        /// Its index.
        segment: usize,
        /// How long it took.
        #[serde(rename = "lasted_ms", with = "super::millis")]
        lasted: Duration,
    },
    /// The exercise under way was ended and taken out of the rounds to come.
    Without {
        /// When.
        #[serde(rename = "at_ms", with = "super::millis")]
        at: Duration,
    },
    /// Another exercise was put in.
    Inserted {
        /// After this entry.
        after: usize,
        /// Its id.
        exercise: String,
    },
    /// It runs at this speed from now on; 1 is as written.
    Speed(f64),
}

/// A session that has not come to its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unfinished {
    /// The routine as it was run, whatever became of its file.
    pub routine: Arc<Routine>,
    /// How far it came.
    #[serde(rename = "at_ms", with = "super::millis")]
    pub at: Duration,
    /// Time before the first exercise, as it was run.
    pub lead_in_ms: u64,
    /// Rest where the routine does not say, as it was run.
    pub rest_ms: u64,
    /// Time to change sides where the routine does not say, as it was run.
    pub switch_ms: u64,
    /// What changed the plan, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<PlanChange>,
    /// What happened, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub happened: Vec<Happening>,
    /// What was done so far, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bouts: Vec<LoggedBout>,
    /// The record that is kept of it, where one was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<BegunRecord>,
}

/// What was done of a bout, and where in the plan it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoggedBout {
    /// The serial number of its entry.
    pub entry: u32,
    /// Its first repetition or hold, from 1; 0 where none are counted.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub rep: u16,
    /// Which way round, as an index into the exercise's `ways`.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub way: u8,
    /// What was done.
    pub bout: BoutRecord,
}

/// The record of a session that was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BegunRecord {
    /// Its id.
    pub id: String,
    /// When the session began.
    pub began: Stamp,
    /// How long it took so far, pauses and all, in milliseconds.
    pub took_ms: u64,
}

/// The sessions to go on with, as in `unfinished.ron`: the one left last comes first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnfinishedSessions {
    /// File version.
    pub version: u32,
    /// The sessions.
    pub sessions: Vec<Unfinished>,
}

impl UnfinishedSessions {
    /// These sessions, as this version writes them.
    #[must_use]
    pub fn new(sessions: Vec<Unfinished>) -> Self {
        Self { version: FILE_VERSION, sessions }
    }
}
