//! What the player shows of its controls: sound, speed, the way back, and the panel that is open.

use std::time::Duration;

/// What lies over the player, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The list of keys.
    Keys,
    /// When to stop and whom to ask.
    Safety,
    /// The list of steps to jump to.
    Steps {
        /// The entry that Enter jumps to, as an index into the timeline's.
        picked: usize,
    },
    /// Loudness.
    Sound,
    /// "Leave the session?"
    Leaving,
    /// The session was left for good: how was it?
    Left {
        /// How long it took.
        took: Duration,
        /// How many exercises were begun.
        exercises: u32,
    },
}

/// What the player shows of its controls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ControlView<'a> {
    /// The panel that is open.
    pub panel: Option<Panel>,
    /// Loudness of all sound, 0 to 1.
    pub volume: f32,
    /// True where the sound is off.
    pub muted: bool,
    /// The speed the session runs at; 1 is as written.
    pub speed: f64,
    /// Where undo leads, while there is something fresh to take back.
    pub way_back: Option<Duration>,
    /// True while the figure carries the names of what is felt.
    pub names_shown: bool,
    /// Names of the exercises of which something was skipped.
    pub skipped: &'a [String],
    /// Names of the exercises that hurt.
    pub hurt: &'a [String],
}

impl Default for ControlView<'_> {
    fn default() -> Self {
        Self {
            panel: None,
            volume: 0.7,
            muted: false,
            speed: 1.0,
            way_back: None,
            names_shown: false,
            skipped: &[],
            hurt: &[],
        }
    }
}
