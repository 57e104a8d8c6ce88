//! What the records of sessions tell: by day, by week, by exercise, and what of it matters for safety.
//!
//! Pure: records come in as values, and so does today. Keeping them is [`crate::store`]'s business.

mod asked;
mod calendar;
pub mod chart;
pub mod days;
mod exercises;
mod filter;
mod grain;
mod ledger;
mod overview;
mod pain;
mod trend;
mod weeks;

pub use calendar::{Calendar, Day};
pub use exercises::{DosePoint, ExerciseLine};
pub use filter::{Filter, Period};
pub use grain::Grain;
pub use ledger::{BoutLine, Gathering, Ledger, NameId, Names, SessionLine};
pub use overview::{Overview, Totals};
pub use pain::{PainCourse, PainPoint};
pub use trend::Trend;
pub use weeks::Week;
