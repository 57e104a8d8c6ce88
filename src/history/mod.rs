//! What the records of sessions tell: by day, by week, by exercise, and what of it matters for safety.
//!
//! Pure: records come in as values, and so does today. Keeping them is [`crate::store`]'s business.

pub mod days;
pub mod done;
mod draft;
mod filter;
mod ledger;
mod overview;
mod this_week;
pub mod typed;

pub use draft::{Draft, Field, Lack};
pub use filter::{Filter, Period};
pub use ledger::{BoutLine, Ledger, NameId, Names, SessionLine};
pub use overview::{
    Calendar, Day, DosePoint, ExerciseLine, Overview, PainCourse, PainPoint, Totals, Trend, Week,
};
pub use this_week::WeekSoFar;
