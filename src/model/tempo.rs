//! The pace of one repetition.

use serde::{Deserialize, Serialize};

use super::Seconds;

/// Seconds of the three phases of a repetition. A phase of zero is left out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tempo {
    /// Out of the starting position.
    pub lift_secs: Seconds,
    /// Stay at the far end.
    pub pause_secs: Seconds,
    /// Back to the start.
    pub lower_secs: Seconds,
}

impl Default for Tempo {
    /// Two seconds out, two back: slow and controlled, as source 001 asks of every repetition.
    fn default() -> Self {
        Self { lift_secs: Seconds(2.0), pause_secs: Seconds(0.0), lower_secs: Seconds(2.0) }
    }
}
