//! Where things stand in the charts of the records: shared by the window and the printed page, so
//! that they cannot disagree.
//!
//! Everything is in units of the chart: x from 0 at the left to 1 at the right, y from 0 at the
//! bottom to 1 at the top. Words and colours are left to whoever draws.

mod axis;
mod bars;
mod courses;
mod doses;
mod scale;
mod year;

pub use axis::{TimeAxis, TimeTick};
pub use bars::{Bar, Bars};
pub use courses::{Courses, Dot, pain_height};
pub use doses::{DoseBar, Doses};
pub use scale::{Scale, ValueTick};
pub use year::{cell, months, shade};

/// A millisecond in minutes.
const MINUTES: f64 = 1.0 / 60_000.0;
