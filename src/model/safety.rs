//! What to know before a session: causes, signs that call for a professional, rules for stopping.

use serde::{Deserialize, Serialize};

use super::Line;

/// What to know before a session, as in `assets/safety.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Safety {
    /// File version.
    pub version: u32,
    /// What these sessions are for, and what not.
    pub opening: Vec<Line>,
    /// When to ask somebody before the first session.
    pub before_starting: Vec<Line>,
    /// Signs that call for a professional.
    pub signs: Vec<Sign>,
    /// Signs that call for help at once.
    pub at_once: Vec<Line>,
    /// When to stop, ease off or leave something out.
    pub stop_rules: Vec<Line>,
    /// What makes exercise safe and useful.
    pub practices: Vec<Line>,
    /// What makes an upper back hurt.
    pub causes: Vec<Line>,
}

/// A sign that calls for a professional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Stable id.
    pub id: String,
    /// The sign in plain words.
    pub text: String,
    /// Ids of the sources that state it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// What of it no source states.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remark: String,
}
