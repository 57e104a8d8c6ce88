//! A length of time as a person writes it: `8` or `4.5` seconds.

use serde::{Deserialize, Serialize};

/// Seconds as written in a file. May be negative, infinite or not a number until
/// [`Seconds::to_ms`] has looked at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Deserialize)]
#[serde(transparent)]
pub struct Seconds(pub f64);

impl Seconds {
    /// The longest single duration a file may ask for: one hour.
    pub const MAX: Self = Self(3600.0);

    /// Whole milliseconds, or `None` when the value is negative, not finite or over [`Self::MAX`].
    ///
    /// ```
    /// use unhunch::model::Seconds;
    /// assert_eq!(Seconds(4.5).to_ms(), Some(4500));
    /// assert_eq!(Seconds(f64::NAN).to_ms(), None);
    /// ```
    #[must_use]
    pub fn to_ms(self) -> Option<u64> {
        let sane = self.0.is_finite() && self.0 >= 0.0 && self <= Self::MAX;
        sane.then(|| (self.0 * 1000.0).round() as u64)
    }
}

impl Serialize for Seconds {
    /// Writes whole seconds without a decimal point, as a person would.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}
