//! The whole history as one value: what an export holds, and an import takes in.

use serde::{Deserialize, Serialize};

use super::{Remark, SessionRecord};

/// A record with the routine as it was run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptSession {
    /// The record.
    pub record: SessionRecord,
    /// The routine as RON; empty where none was run.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub routine_text: String,
}

/// The whole history.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archive {
    /// Always "unhunch-history".
    pub format: String,
    /// File version.
    pub version: u32,
    /// Every session, in the order they began.
    pub sessions: Vec<KeptSession>,
    /// What the person said outside sessions, in order.
    #[serde(default)]
    pub remarks: Vec<Remark>,
}
