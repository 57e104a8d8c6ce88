//! What the records of sessions tell: by day, by week, by exercise, and what of it matters for safety.
//!
//! Pure: records come in as values, and so does today. Keeping them is [`crate::store`]'s business.

mod advice;
mod aim;
mod asked;
mod calendar;
pub mod chart;
pub mod days;
pub mod done;
mod draft;
mod exercises;
mod filter;
mod grain;
mod ledger;
mod median;
mod overview;
mod pain;
mod praise;
mod signs;
mod suggest;
mod trend;
pub mod typed;
mod weeks;

pub use advice::{
    Flag, FlagKind, Ground, NotToday, SEE_SOMEONE, SeeSomeone, Stop, after, before, easier_of, flags,
    left_out, rose, see_someone,
};
pub use aim::{AIM, AimOffer, AimWeek, WeekDay, aim_offer, week};
pub use calendar::{Calendar, Day};
pub use draft::{Draft, Field, Lack};
pub use exercises::{DosePoint, ExerciseLine};
pub use filter::{Filter, Period};
pub use grain::Grain;
pub use ledger::{BoutLine, Gathering, Ledger, NameId, Names, SessionLine};
pub use overview::{Overview, Totals};
pub use pain::{PainCourse, PainPoint};
pub use praise::{Praise, praise};
pub use signs::signs;
pub use suggest::{
    Asked, OnlyBreath, Reset, RoutineFacts, Suggestion, Why, planned_today, reset, rests, suggest,
};
pub use trend::Trend;
pub use weeks::Week;
