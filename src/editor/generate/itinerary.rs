//! The way through a session: where it starts, and where it goes from there, never back.
//!
//! One gets down to the floor once, and stays there (few changes of position: added; no source
//! speaks of it, every knee does).

use fastrand::Rng;

use super::pool::Pool;
use super::role::Role;
use super::wish::{Aim, Place, Wish};
use crate::model::Position;

/// Where the body is, as far as getting there takes an effort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Zone {
    Standing,
    Chair,
    Floor,
}

impl Zone {
    pub(super) fn of(position: Position) -> Self {
        match position {
            Position::Standing => Self::Standing,
            Position::SeatedChair => Self::Chair,
            _ => Self::Floor,
        }
    }
}

/// Up to this length a session mostly stays where it is, in minutes.
const SHORT_MINUTES: u32 = 3;

/// The zones of a session in their order.
pub(super) fn itinerary(wish: &Wish, pool: &Pool, rng: &mut Rng) -> Vec<Zone> {
    use Zone::{Chair, Floor, Standing};
    let is_short = wish.minutes <= SHORT_MINUTES;
    let winds_down = u32::from(wish.aim == Aim::WindDown);
    // The ways with how often they are taken.
    let ways: Vec<(u32, &[Zone])> = match (wish.place, is_short) {
        (Place::SeatedOnly, _) => vec![(1, &[Chair])],
        (Place::Standing, true) => vec![(2, &[Standing]), (1, &[Chair])],
        (Place::Standing, false) => vec![(2, &[Standing, Chair]), (1, &[Chair, Standing]), (1, &[Standing])],
        (Place::Floor, true) => vec![(3, &[Floor]), (2, &[Standing]), (1, &[Standing, Floor])],
        (Place::Floor, false) => {
            vec![(4, &[Standing, Floor]), (1 + winds_down, &[Chair, Floor]), (1 + 3 * winds_down, &[Floor])]
        }
    };
    let open: Vec<(u32, &[Zone])> =
        ways.into_iter().filter(|(_, way)| leads_through(way, wish, pool)).collect();
    let all = open.iter().map(|(share, _)| share).sum::<u32>();
    if all == 0 {
        return vec![Standing, Chair, Floor];
    }
    let mut drawn = rng.u32(0..all);
    for (share, way) in open {
        if drawn < share {
            return way.to_vec();
        }
        drawn -= share;
    }
    vec![Standing, Chair, Floor]
}

/// True for a way that starts where one can warm up and has what the session is for.
fn leads_through(way: &[Zone], wish: &Wish, pool: &Pool) -> bool {
    let plays_in = |role: Role, zones: &[Zone]| {
        pool.candidates.iter().any(|one| one.plays(role) && zones.iter().any(|zone| one.zones.contains(zone)))
    };
    let has_all = way.iter().all(|zone| pool.candidates.iter().any(|one| one.home == *zone));
    let strengthens = wish.aim == Aim::Strengthen && pool.has(Role::Strengthen);
    plays_in(Role::WarmUp, &way[..1]) && has_all && (!strengthens || plays_in(Role::Strengthen, way))
}
