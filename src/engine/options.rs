//! What a person's settings change about every session.

use crate::model::Settings;

/// What a person's settings change about every session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Time before the first exercise, in milliseconds.
    pub lead_in_ms: u64,
    /// Rest between steps and sets where neither routine nor step says, in milliseconds.
    pub rest_ms: u64,
    /// Time to change sides where neither routine nor step says, in milliseconds.
    pub switch_ms: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { lead_in_ms: 8_000, rest_ms: 8_000, switch_ms: 5_000 }
    }
}

impl From<&Settings> for Options {
    fn from(settings: &Settings) -> Self {
        let usual = Self::default();
        Self {
            lead_in_ms: settings.lead_in_secs.to_ms().unwrap_or(usual.lead_in_ms),
            rest_ms: settings.rest_secs.to_ms().unwrap_or(usual.rest_ms),
            switch_ms: settings.switch_secs.to_ms().unwrap_or(usual.switch_ms),
        }
    }
}
