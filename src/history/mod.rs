//! What the records of sessions tell: by day, by week, by exercise, and what of it matters for safety.
//!
//! Pure: records come in as values, and so does today. Keeping them is [`crate::store`]'s business.

mod advice;
mod aim;
pub mod days;
mod filter;
mod ledger;
mod median;
mod overview;
mod praise;
mod suggest;

pub use advice::{
    Flag, FlagKind, Ground, NotToday, SEE_SOMEONE, SeeSomeone, Stop, after, before, easier_of, flags,
    left_out, rose, see_someone,
};
pub use aim::{AIM, AimOffer, AimWeek, WeekDay, aim_offer, week};
pub use filter::{Filter, Period};
pub use ledger::{BoutLine, Gathering, Ledger, NameId, Names, SessionLine};
pub use overview::{
    Calendar, Day, DosePoint, ExerciseLine, Overview, PainCourse, PainPoint, Totals, Trend, Week,
};
pub use praise::{Praise, praise};
pub use suggest::{Asked, RoutineFacts, Suggestion, Why, planned_today, reset, suggest};
