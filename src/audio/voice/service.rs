//! What a speech service of any system has to do.

use super::script::Urgency;

/// Why nothing is spoken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(super) struct ServiceError(pub(super) String);

/// How the voice speaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Manner {
    /// The voice, as the service names it; empty for the service's own choice.
    pub name: String,
    /// Language tag of what is said.
    pub language: String,
    /// How fast, -1 to 1; 0 is the service's usual.
    pub rate: f32,
    /// How loud, 0 to 1.
    pub volume: f32,
}

/// A connection to a speech service. No call waits for an utterance to end.
pub(super) trait Service {
    /// The names of the voices for a language.
    fn voices(&mut self, language: &str) -> Result<Vec<String>, ServiceError>;

    /// Speaks like this from now on.
    fn set(&mut self, manner: &Manner) -> Result<(), ServiceError>;

    /// Says a line.
    fn say(&mut self, text: &str, urgency: Urgency) -> Result<(), ServiceError>;

    /// Falls silent.
    fn hush(&mut self) -> Result<(), ServiceError>;
}
