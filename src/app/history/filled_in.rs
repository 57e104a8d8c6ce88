//! What would be done of a routine if all of it went as planned.

use std::collections::BTreeSet;

use crate::engine::{Bout, Timeline};
use crate::model::{BoutEnd, BoutRecord, WorkKind};

/// Every stretch of work of a timeline, done as planned. Breathing alone is called `breathing`.
pub(super) fn as_planned(timeline: &Timeline, breathing: &str) -> Vec<BoutRecord> {
    timeline.bouts.iter().filter_map(|bout| done(timeline, bout, breathing)).collect()
}

fn done(timeline: &Timeline, bout: &Bout, breathing: &str) -> Option<BoutRecord> {
    let segments = timeline.segments.get(bout.first_segment as usize..bout.end_segment as usize)?;
    let first = segments.first()?;
    let entry = timeline.entries.get(first.entry as usize)?;
    let exercise = entry.exercise.as_deref();
    let reps: BTreeSet<u16> = segments.iter().map(|segment| segment.rep).filter(|rep| *rep > 0).collect();
    let reps = u16::try_from(reps.len()).unwrap_or(u16::MAX);
    let planned_ms = bout.end_ms - bout.start_ms;
    Some(BoutRecord {
        exercise: exercise.map(|exercise| exercise.id.clone()),
        name: exercise.map_or_else(|| breathing.to_owned(), |exercise| exercise.name.clone()),
        kind: exercise.map_or(WorkKind::Breath, |exercise| WorkKind::of(exercise.category)),
        side: if entry.alternates() { None } else { first.side },
        set: first.set.max(1),
        planned_ms,
        done_ms: planned_ms,
        extended_ms: 0,
        planned_reps: reps,
        done_reps: reps,
        end: BoutEnd::Done,
    })
}
