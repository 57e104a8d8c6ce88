//! What was performed, in order, and where in the plan each of it stands.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::engine::breathing::cycle_ms;
use crate::engine::timeline::Bout;
use crate::engine::{SegmentKind, Timeline};
use crate::model::{BoutEnd, BoutRecord, LoggedBout, Side, WorkKind};

/// Which bout of a session it is, whatever is put in before it or taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) entry: u32,
    set: u16,
    rep: u16,
    side: Option<Side>,
    way: u8,
}

impl Key {
    pub(super) fn of(timeline: &Timeline, bout: &Bout) -> Self {
        let first = &timeline.segments[bout.first_segment as usize];
        let entry = timeline.entries[first.entry as usize].serial;
        Self { entry, set: first.set, rep: first.rep, side: side(timeline, bout), way: first.way }
    }

    fn of_logged(logged: &LoggedBout) -> Self {
        let LoggedBout { entry, rep, way, bout } = logged;
        Self { entry: *entry, set: bout.set, rep: *rep, side: bout.side, way: *way }
    }
}

/// The side that works; none where both do in turn.
fn side(timeline: &Timeline, bout: &Bout) -> Option<Side> {
    let first = timeline.segments[bout.first_segment as usize].side;
    let last = timeline.segments[bout.end_segment as usize - 1].side;
    first.filter(|_| first == last)
}

/// A bout of which nothing is done yet. It was to take `planned_ms`.
pub(super) fn untouched(timeline: &Timeline, bout: &Bout, planned_ms: u64) -> BoutRecord {
    let first = &timeline.segments[bout.first_segment as usize];
    let entry = &timeline.entries[first.entry as usize];
    let exercise = entry.exercise.as_ref();
    BoutRecord {
        exercise: exercise.map(|exercise| exercise.id.clone()),
        name: exercise.map_or_else(|| entry.breath.name.clone(), |exercise| exercise.name.clone()),
        kind: exercise.map_or(WorkKind::Breath, |exercise| WorkKind::of(exercise.category)),
        side: side(timeline, bout),
        set: first.set,
        planned_ms,
        done_ms: 0,
        extended_ms: 0,
        planned_reps: planned_reps(timeline, bout, planned_ms),
        done_reps: 0,
        end: BoutEnd::Skipped,
    }
}

/// Every bout of a plan, done as planned: what is recorded of a session that went by itself.
#[must_use]
pub fn done_as_planned(timeline: &Timeline) -> Vec<BoutRecord> {
    let done = |bout: &Bout| {
        let bout = untouched(timeline, bout, bout.end_ms - bout.start_ms);
        BoutRecord { done_ms: bout.planned_ms, done_reps: bout.planned_reps, end: BoutEnd::Done, ..bout }
    };
    timeline.bouts.iter().map(done).collect()
}

/// How many repetitions, holds or breaths a bout has, without those it was extended by.
fn planned_reps(timeline: &Timeline, bout: &Bout, planned_ms: u64) -> u16 {
    let segments = &timeline.segments[bout.first_segment as usize..bout.end_segment as usize];
    let first = &segments[0];
    let entry = &timeline.entries[first.entry as usize];
    if first.kind == SegmentKind::Breathe {
        return u16::try_from(planned_ms / cycle_ms(&entry.breath).max(1)).unwrap_or(u16::MAX);
    }
    let last = segments.last().map_or(0, |segment| segment.rep).min(entry.reps);
    if first.rep == 0 { 0 } else { (last + 1).saturating_sub(first.rep) }
}

/// What was performed. Copies are cheap until one of them changes.
#[derive(Clone, Debug, Default)]
pub(super) struct BoutLog {
    bouts: Arc<Vec<BoutRecord>>,
    keys: Arc<Vec<Key>>,
}

impl BoutLog {
    /// As it was kept.
    pub(super) fn kept(logged: &[LoggedBout]) -> Self {
        Self {
            bouts: Arc::new(logged.iter().map(|logged| logged.bout.clone()).collect()),
            keys: Arc::new(logged.iter().map(Key::of_logged).collect()),
        }
    }

    pub(super) fn to_keep(&self) -> Vec<LoggedBout> {
        let logged = |(key, bout): (&Key, &BoutRecord)| LoggedBout {
            entry: key.entry,
            rep: key.rep,
            way: key.way,
            bout: bout.clone(),
        };
        self.keys.iter().zip(self.bouts.iter()).map(logged).collect()
    }

    pub(super) fn bouts(&self) -> &[BoutRecord] {
        &self.bouts
    }

    /// Adds what was performed. It takes the place of the same bout where that was skipped before;
    /// skipping again what was performed before is nothing new.
    pub(super) fn add(&mut self, key: Key, bout: BoutRecord) -> bool {
        let is_same = |at: &usize| self.keys[*at] == key && self.bouts[*at].exercise == bout.exercise;
        match (0..self.keys.len()).rev().find(is_same) {
            Some(before) if self.bouts[before].end == BoutEnd::Skipped => {
                Arc::make_mut(&mut self.bouts)[before] = bout;
            }
            Some(_) if bout.end == BoutEnd::Skipped => return false,
            _ => {
                Arc::make_mut(&mut self.keys).push(key);
                Arc::make_mut(&mut self.bouts).push(bout);
            }
        }
        true
    }

    /// Adds bouts that were passed by, where nothing is known of them yet.
    pub(super) fn add_passed(&mut self, timeline: &Timeline, passed: &[Bout]) -> bool {
        let known: BTreeSet<Key> = self.keys.iter().copied().collect();
        let new: Vec<_> = passed
            .iter()
            .map(|bout| (Key::of(timeline, bout), bout))
            .filter(|(key, _)| !known.contains(key))
            .map(|(key, bout)| (key, untouched(timeline, bout, bout.end_ms - bout.start_ms)))
            .collect();
        for (key, bout) in &new {
            Arc::make_mut(&mut self.keys).push(*key);
            Arc::make_mut(&mut self.bouts).push(bout.clone());
        }
        !new.is_empty()
    }

    /// Takes the last one out again, where it is this one and was not brought to its end.
    pub(super) fn take_begun(&mut self, key: Key) -> Option<BoutRecord> {
        let is_begun = |end| matches!(end, BoutEnd::CutShort | BoutEnd::Skipped);
        let last = self.bouts.last().filter(|last| is_begun(last.end))?.clone();
        if self.keys.last() != Some(&key) {
            return None;
        }
        Arc::make_mut(&mut self.keys).pop();
        Arc::make_mut(&mut self.bouts).pop();
        Some(last)
    }

    /// The last bout of an entry hurt, although it was over.
    pub(super) fn mark_hurt(&mut self, entry: u32) -> bool {
        let last = self.keys.iter().rposition(|key| key.entry == entry);
        if let Some(at) = last {
            Arc::make_mut(&mut self.bouts)[at].end = BoutEnd::Hurt;
        }
        last.is_some()
    }
}
