//! When something was, and what the clocks showed where the person was.

use serde::{Deserialize, Serialize};

/// An instant, with the time of day where the person was: a session at eight in the morning stays
/// one at eight in the morning wherever it is looked at later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// Milliseconds since 1970 began in Greenwich.
    pub utc_ms: i64,
    /// How far ahead of Greenwich the clocks were, in seconds.
    pub offset_s: i32,
}

impl Stamp {
    /// Milliseconds since 1970 began, as the clocks of the place counted them.
    #[must_use]
    pub fn local_ms(self) -> i64 {
        self.utc_ms.saturating_add(i64::from(self.offset_s) * 1000)
    }

    /// The same place, so much later; earlier where negative.
    #[must_use]
    pub fn after_ms(self, ms: i64) -> Self {
        Self { utc_ms: self.utc_ms.saturating_add(ms), ..self }
    }
}
