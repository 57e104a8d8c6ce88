//! What can be done where the person is, with what is at hand, as sore as they are.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::doses::doses;
use super::itinerary::Zone;
use super::role::{self, Role};
use super::timing::Timing;
use super::wish::{Soreness, Wish};
use crate::model::{Category, Dose, Equipment, Exercise, Position};

/// Small movements on the roller, at most a couple of minutes on one spot (source 000).
const MOST_ROLLER_MS: u64 = 120_000;

/// A dose and how long it takes, sides and sets and all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rung {
    pub(super) dose: Dose,
    pub(super) work_ms: u64,
}

/// An exercise that can be part of the session.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) exercise: Arc<Exercise>,
    /// Where it can be done.
    pub(super) zones: BTreeSet<Zone>,
    /// Where its figure does it.
    pub(super) home: Zone,
    /// What has to be fetched for it.
    pub(super) kit: BTreeSet<Equipment>,
    /// Its doses, the shortest first; never empty.
    pub(super) rungs: Vec<Rung>,
    /// The rung of the recommended dose.
    pub(super) usual: usize,
    /// True where an easier way of doing it can be done as well.
    pub(super) has_easier: bool,
}

impl Candidate {
    pub(super) fn position(&self) -> Position {
        position(&self.exercise)
    }

    pub(super) fn plays(&self, role: Role) -> bool {
        role::fitness(&self.exercise, role) > 0.0
    }
}

/// The starting position the figure shows.
pub(super) fn position(exercise: &Exercise) -> Position {
    exercise.positions.first().copied().unwrap_or(Position::Standing)
}

/// What can be done.
pub(super) struct Pool {
    pub(super) candidates: Vec<Candidate>,
    /// Breathing as an exercise, for the end.
    pub(super) breathing: Vec<Candidate>,
}

impl Pool {
    pub(super) fn new(wish: &Wish, timing: &Timing<'_>) -> Self {
        let within_reach: Vec<&Arc<Exercise>> =
            timing.catalog.exercises.values().filter(|exercise| is_within_reach(wish, exercise)).collect();
        let mut all: Vec<Candidate> =
            within_reach.iter().filter_map(|exercise| candidate(wish, exercise, timing)).collect();
        let ids: Vec<Arc<Exercise>> = all.iter().map(|candidate| candidate.exercise.clone()).collect();
        all.retain(|candidate| !gives_way(wish.soreness, &candidate.exercise, &ids, timing));
        for candidate in &mut all {
            let id = &candidate.exercise.id;
            candidate.has_easier = ids.iter().any(|other| timing.ladder.is_easier(&other.id, id));
        }
        let (breathing, candidates) =
            all.into_iter().partition(|candidate| candidate.exercise.category == Category::Breathing);
        Self { candidates, breathing }
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.candidates.iter().any(|candidate| candidate.plays(role))
    }
}

/// True where a position of the exercise can be taken and all it needs is at hand.
pub(super) fn is_within_reach(wish: &Wish, exercise: &Exercise) -> bool {
    let fits = exercise.positions.iter().any(|position| wish.can_take(*position));
    let fits = fits || exercise.positions.is_empty() && wish.can_take(Position::Standing);
    fits && exercise.equipment.iter().all(|item| wish.has(*item))
}

/// Modify what is too much, or leave it out for a while (source 001): who is a little sore gets the
/// easier variant of the same kind, who is sore any easier variant, and nothing that strengthens.
fn gives_way(soreness: Soreness, exercise: &Exercise, others: &[Arc<Exercise>], timing: &Timing<'_>) -> bool {
    let easier = |stands_in: &dyn Fn(&Exercise) -> bool| {
        others.iter().any(|other| stands_in(other) && timing.ladder.is_easier(&other.id, &exercise.id))
    };
    match soreness {
        Soreness::NotSore => false,
        Soreness::ALittle => easier(&|other| other.category == exercise.category),
        Soreness::Sore => strains(exercise) || easier(&|other| !strains(other)),
    }
}

fn strains(exercise: &Exercise) -> bool {
    exercise.category == Category::Strengthening
}

fn candidate(wish: &Wish, exercise: &Arc<Exercise>, timing: &Timing<'_>) -> Option<Candidate> {
    let rung = |dose: Dose| {
        let work_ms = timing.work_ms(exercise, dose)?;
        (!is_long_on_a_roller(exercise, dose, work_ms)).then_some(Rung { dose, work_ms })
    };
    let recommended = timing.work_ms(exercise, exercise.dose).unwrap_or(0);
    let mut rungs: Vec<Rung> = doses(exercise).into_iter().filter_map(rung).collect();
    rungs.sort_by_key(|rung| rung.work_ms);
    rungs.dedup_by_key(|rung| rung.work_ms);
    if wish.soreness != Soreness::NotSore {
        let least = rungs.first().copied();
        rungs.retain(|rung| rung.work_ms <= recommended);
        rungs.extend(least.filter(|_| rungs.is_empty()));
    }
    let usual = (0..rungs.len()).min_by_key(|index| rungs[*index].work_ms.abs_diff(recommended))?;
    let takes = exercise.positions.iter().copied().filter(|position| wish.can_take(*position));
    let mut zones: BTreeSet<Zone> = takes.map(Zone::of).collect();
    if exercise.positions.is_empty() {
        zones.insert(Zone::Standing);
    }
    Some(Candidate {
        home: Zone::of(position(exercise)),
        zones,
        kit: exercise.equipment.iter().copied().filter(|item| !item.stays_put()).collect(),
        rungs,
        usual,
        has_easier: false,
        exercise: exercise.clone(),
    })
}

fn is_long_on_a_roller(exercise: &Exercise, dose: Dose, work_ms: u64) -> bool {
    let on_one_spot = match dose {
        Dose::Hold { secs, .. } => secs.to_ms().unwrap_or(u64::MAX),
        _ => work_ms,
    };
    exercise.equipment.contains(&Equipment::FoamRoller) && on_one_spot > MOST_ROLLER_MS
}
