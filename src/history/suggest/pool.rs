//! The routines that may be suggested, and which of them has its turn.

use std::collections::{BTreeMap, BTreeSet};

use super::{Asked, RoutineFacts, days_since, done};
use crate::history::days;
use crate::model::Equipment;

/// A routine done within so many days gives way to others.
const RECENT_DAYS: i32 = 14;

/// The routines that may be suggested.
pub(super) struct Pool<'a> {
    /// Those that run and hold nothing that hurt.
    all: Vec<&'a RoutineFacts>,
    /// The best of them: where there are such, those without anything after which pain rose; and
    /// among these those for which everything is at hand.
    routines: Vec<&'a RoutineFacts>,
    /// How many days ago each was done last.
    ago: BTreeMap<&'a str, i32>,
}

impl<'a> Pool<'a> {
    /// What may be suggested; `None` where nothing may.
    pub(super) fn of(asked: &Asked<'a>) -> Option<Self> {
        let runs = asked.routines.iter().filter(|routine| routine.runs());
        let all = runs.filter(|routine| !holds(routine, asked.hurt));
        let all: Vec<&RoutineFacts> = all.collect();
        if all.is_empty() {
            return None;
        }
        let today = days::date(asked.now);
        let mut ago = BTreeMap::new();
        for line in done(asked.ledger, asked.now) {
            let id = asked.ledger.routines().id(line.routine);
            ago.entry(id).or_insert_with(|| days_since(days::date(line.began), today));
        }
        let done = asked.routines.iter().filter(|routine| ago.contains_key(routine.id.as_str()));
        let used: BTreeSet<Equipment> = done.flat_map(|routine| routine.equipment.iter().copied()).collect();
        let is_there = |thing: &Equipment| !is_bought(*thing) || used.contains(thing);
        let routines = preferred(all.clone(), |routine| !holds(routine, asked.wary));
        let routines = preferred(routines, |routine| routine.equipment.iter().all(is_there));
        Some(Self { all, routines, ago })
    }

    /// The one with this id, whatever it needs.
    pub(super) fn find(&self, id: &str) -> Option<&'a RoutineFacts> {
        self.all.iter().find(|routine| routine.id == id).copied()
    }

    /// How many days ago one was done last.
    pub(super) fn last_done(&self, id: &str) -> Option<i32> {
        self.ago.get(id).copied()
    }

    /// Of those that are asked for, the one whose length is nearest to so many minutes.
    pub(super) fn nearest(
        &self,
        minutes: u64,
        is_asked: impl Fn(&RoutineFacts) -> bool,
    ) -> Option<&'a RoutineFacts> {
        let fit = self.routines.iter().filter(|routine| is_asked(routine));
        fit.min_by_key(|routine| (off(routine, minutes), &routine.id)).copied()
    }

    /// Of those that are asked for, the one nearest to so many minutes that was not done lately: a
    /// day since then counts as a minute of length.
    pub(super) fn best(
        &self,
        minutes: u64,
        is_asked: impl Fn(&RoutineFacts) -> bool,
    ) -> Option<&'a RoutineFacts> {
        let key = |routine: &&&'a RoutineFacts| {
            let ago = self.last_done(&routine.id).map_or(0, |days| (RECENT_DAYS - days).max(0));
            (off(routine, minutes) + u64::from(ago.unsigned_abs()) * 60_000, &routine.id)
        };
        self.routines.iter().filter(|routine| is_asked(routine)).min_by_key(key).copied()
    }
}

/// Whether a routine has one of these exercises in it.
pub(super) fn holds(routine: &RoutineFacts, ids: &BTreeSet<&str>) -> bool {
    routine.exercises.iter().any(|id| ids.contains(id.as_str()))
}

/// How far a routine is from so many minutes, in milliseconds.
fn off(routine: &RoutineFacts, minutes: u64) -> u64 {
    routine.total_ms.abs_diff(minutes * 60_000)
}

/// Those that are so; all of them where none is.
fn preferred(routines: Vec<&RoutineFacts>, is_so: impl Fn(&RoutineFacts) -> bool) -> Vec<&RoutineFacts> {
    let (those, others): (Vec<_>, Vec<_>) = routines.into_iter().partition(|routine| is_so(routine));
    if those.is_empty() { others } else { those }
}

/// What not every home has. Nobody is sent to fetch it: a routine with it is suggested once one with
/// it was done.
fn is_bought(thing: Equipment) -> bool {
    use Equipment::{Dumbbells, FoamRoller, Peanut, ResistanceBand, YogaBlock};
    matches!(thing, FoamRoller | YogaBlock | Peanut | Dumbbells | ResistanceBand)
}
