//! What the person set: kept in `settings.ron`.

use serde::{Deserialize, Serialize};

use super::{FILE_VERSION, Seconds};

/// Which palette the windows use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system says, light where it says nothing.
    #[default]
    System,
    /// Warm paper.
    Light,
    /// Deep ink.
    Dark,
    /// Black, white and bold edges.
    HighContrast,
}

/// Everything the person can set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// File version.
    pub version: u32,
    /// Palette.
    pub theme: ThemeChoice,
    /// Loudness of all sound, 0 to 1.
    pub volume: f32,
    /// Silence without forgetting the volume.
    pub muted: bool,
    /// Keeps information, drops movement that only decorates.
    pub reduced_motion: bool,
    /// Time before the first exercise.
    pub lead_in_secs: Seconds,
    /// Language tag of the interface ("en").
    pub language: String,
    /// Which body the figure has, by id.
    pub body: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: FILE_VERSION,
            theme: ThemeChoice::System,
            volume: 0.7,
            muted: false,
            reduced_motion: false,
            lead_in_secs: Seconds(8.0),
            language: "en".to_owned(),
            body: "ada".to_owned(),
        }
    }
}
