//! What the records of sessions tell: by day, by week, by exercise, and what of it matters for safety.
//!
//! Pure: records come in as values, and so does today. Keeping them is [`crate::store`]'s business.

pub mod days;
mod filter;
mod ledger;
mod overview;

pub use filter::{Filter, Period};
pub use ledger::{BoutLine, Gathering, Ledger, NameId, Names, SessionLine};
pub use overview::{
    Calendar, Day, DosePoint, ExerciseLine, Overview, PainCourse, PainPoint, Totals, Trend, Week,
};
