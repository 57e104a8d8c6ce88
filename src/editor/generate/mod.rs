//! "Make me a session": an ordinary routine from minutes, place, equipment, aim and soreness.
//!
//! Everything comes from the data of the catalogue, a person's own exercises included: category,
//! positions, equipment, dose and ranges, easier variants, regions, tempo. No exercise is named here.
//! The rules come from the articles (000, 001, 002, 003T, 003V), and each says from which. Where
//! the sources are silent and a figure was added, the comment says "added".
//!
//! The way: a `pool` of what can be done and in which doses; an `itinerary` through standing,
//! chair and floor; exercises picked from left to right along it (`pick`); doses and rounds
//! fitted to the minutes (`fit`); blocks (`layout`). Several tries compete, the soundest wins.

mod closing;
mod doses;
mod easier;
mod fit;
mod itinerary;
mod layout;
mod outline;
mod pick;
mod plan;
mod pool;
mod remark;
mod role;
mod timing;
mod wish;

pub use remark::Remark;
pub use wish::{Aim, Headings, Place, Soreness, Wish, Wording};

use fastrand::Rng;

use crate::catalog::Catalog;
use crate::engine::Options;
use crate::model::Routine;
use pool::Pool;
use timing::Timing;

/// Tries that compete; the first that is sound in every way ends the search.
const TRIES: u64 = 12;

/// Faults from which on a session is of another length than asked, or gives reason for a warning.
const UNSOUND: u64 = 100_000;

/// A session made to a wish.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The session.
    pub routine: Routine,
    /// What gave way, where not all of the wish could be met.
    pub remarks: Vec<Remark>,
}

/// Makes a session. The same wish, words, catalogue and options give the same session.
#[must_use]
pub fn generate(wish: &Wish, wording: &Wording, catalog: &Catalog, options: &Options) -> Made {
    let timing = Timing::new(wish, catalog, options);
    // Where strength work takes longer than there is, movement takes its place.
    let milder = Wish { aim: Aim::Loosen, ..wish.clone() };
    let (pool, milder_pool) = (Pool::new(wish, &timing), Pool::new(&milder, &timing));
    let mut best: Option<(u64, plan::Plan<'_>)> = None;
    for number in 0..2 * TRIES {
        if number == TRIES && best.as_ref().is_some_and(|(least, _)| *least < UNSOUND) {
            break;
        }
        let (wish, pool) = if number < TRIES { (wish, &pool) } else { (&milder, &milder_pool) };
        let mut rng = Rng::with_seed(wish.seed.wrapping_mul(TRIES).wrapping_add(number));
        let plan = fit::fitted(pick::picked(wish, pool, &timing, &mut rng), &pool.breathing, &timing);
        let faults = timing.faults(&plan);
        if best.as_ref().is_none_or(|(least, _)| faults < *least) {
            best = Some((faults, plan));
        }
        if faults == 0 {
            break;
        }
    }
    let plan = best.map_or_else(|| plan::Plan::empty(wish), |(_, plan)| plan);
    let remarks = remark::remarks(wish, &plan, &pool, &timing);
    Made { routine: layout::routine(&plan, &timing, wording), remarks }
}
