//! The routines that may be suggested, and which of them has its turn.

use std::collections::BTreeMap;

use super::{Asked, RoutineFacts, days_since, done};
use crate::history::days;

/// A routine done within so many days gives way to others.
const RECENT_DAYS: i32 = 14;

/// The routines that may be suggested.
pub(super) struct Pool<'a> {
    routines: Vec<&'a RoutineFacts>,
    /// How many days ago each was done last.
    ago: BTreeMap<&'a str, i32>,
}

impl<'a> Pool<'a> {
    /// Those that run and hold nothing that hurt. Those with something after which pain rose are
    /// among them only where there are no others.
    pub(super) fn of(asked: &Asked<'a>) -> Option<Self> {
        let holds = |routine: &RoutineFacts, ids: &std::collections::BTreeSet<&str>| {
            routine.exercises.iter().any(|id| ids.contains(id.as_str()))
        };
        let runs = |routine: &&RoutineFacts| routine.errors == 0 && routine.total_ms > 0;
        let routines = asked.routines.iter().filter(runs).filter(|routine| !holds(routine, asked.hurt));
        let (wary, easy): (Vec<_>, Vec<_>) = routines.partition(|routine| holds(routine, asked.wary));
        let routines = if easy.is_empty() { wary } else { easy };
        if routines.is_empty() {
            return None;
        }
        let today = days::date(asked.now);
        let mut ago = BTreeMap::new();
        for line in done(asked.ledger, asked.now) {
            let id = asked.ledger.routines().id(line.routine);
            ago.entry(id).or_insert_with(|| days_since(days::date(line.began), today));
        }
        Some(Self { routines, ago })
    }

    /// The one with this id.
    pub(super) fn find(&self, id: &str) -> Option<&'a RoutineFacts> {
        self.routines.iter().find(|routine| routine.id == id).copied()
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

/// How far a routine is from so many minutes, in milliseconds.
fn off(routine: &RoutineFacts, minutes: u64) -> u64 {
    routine.total_ms.abs_diff(minutes * 60_000)
}
