//! What gave way in a session, where not all of the wish could be met.

use std::collections::BTreeSet;

use super::plan::Plan;
use super::pool::{Pool, is_within_reach};
use super::role::Role;
use super::timing::Timing;
use super::wish::{Aim, Place, Soreness, Wish};
use crate::model::{Category, Equipment, Seconds};

/// Rounds from which on a session repeats itself.
const MANY_ROUNDS: u32 = 4;

/// Something that gave way.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// Nothing strengthens where the person is, with what is at hand.
    NoStrength {
        /// Things of which any one would change that where the person is.
        equipment: BTreeSet<Equipment>,
        /// A place that would change it with what is at hand.
        place: Option<Place>,
    },
    /// What strengthens takes longer than there is: there is movement instead.
    NoTimeForStrength,
    /// Too sore to strengthen: there is movement instead.
    SoreSoNoStrength,
    /// No stretch that is held can be done.
    NoStretch,
    /// Few exercises can be done, so they come round many times.
    ManyRounds {
        /// How many times, at most.
        rounds: u32,
    },
    /// The person's own rests would take too much of the time: these are shorter.
    ShorterRests {
        /// How long they are.
        secs: Seconds,
    },
    /// No exercise can be done: there is breathing.
    BreathingAlone,
    /// It did not come out within a tenth of the length asked.
    OtherLength {
        /// How long it is.
        secs: Seconds,
    },
}

/// What gave way in this session.
pub(super) fn remarks(wish: &Wish, plan: &Plan<'_>, pool: &Pool, timing: &Timing<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let has = |role: Role| plan.parts.iter().any(|part| part.role == role && !part.picks.is_empty());
    if plan.picks().next().is_none() {
        remarks.push(Remark::BreathingAlone);
    } else if wish.aim == Aim::Strengthen && !has(Role::Strengthen) {
        let no_time = pool.has(Role::Strengthen);
        remarks.push(if no_time { Remark::NoTimeForStrength } else { no_strength(wish, timing) });
    }
    if plan.picks().next().is_some() && !pool.has(Role::Stretch) {
        remarks.push(Remark::NoStretch);
    }
    let rounds = plan.parts.iter().map(|part| part.rounds).max().unwrap_or(0);
    if rounds >= MANY_ROUNDS {
        remarks.push(Remark::ManyRounds { rounds });
    }
    if timing.rests_give_way() {
        remarks.push(Remark::ShorterRests { secs: super::timing::secs(timing.rest_ms) });
    }
    let length_ms = timing.length_ms(plan);
    if !timing.is_as_asked(length_ms) {
        remarks.push(Remark::OtherLength { secs: super::timing::secs(length_ms) });
    }
    remarks
}

fn no_strength(wish: &Wish, timing: &Timing<'_>) -> Remark {
    if wish.soreness == Soreness::Sore {
        return Remark::SoreSoNoStrength;
    }
    let strong = || timing.catalog.exercises.values().filter(|one| one.category == Category::Strengthening);
    let missing = strong().filter_map(|one| {
        let lacks: Vec<Equipment> = one.equipment.iter().copied().filter(|item| !wish.has(*item)).collect();
        let mut richer = wish.clone();
        richer.equipment.extend(&lacks);
        // Two things to fetch are no longer a hint.
        if lacks.len() == 1 && is_within_reach(&richer, one) { lacks.first().copied() } else { None }
    });
    let elsewhere = |place: &Place| {
        let moved = Wish { place: *place, ..wish.clone() };
        strong().any(|one| is_within_reach(&moved, one))
    };
    Remark::NoStrength { equipment: missing.collect(), place: Place::ALL.into_iter().find(elsewhere) }
}
