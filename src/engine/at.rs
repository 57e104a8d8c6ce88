//! The moment at a time: the one function that player, preview, picture and export draw from.

use std::time::Duration;

use super::breathing::{breath_at, fullness, idle_fullness};
use super::moment::{BreathNow, Moment, NextUp};
use super::timeline::{Bout, Entry, Timeline};
use super::{Segment, SegmentKind};
use crate::model::BreathPhase;

impl Timeline {
    /// Everything that is true at `time`; `None` only for an empty timeline. Any time past the
    /// end is the end.
    ///
    /// Takes O(log n) in the number of segments.
    #[must_use]
    pub fn at(&self, time: Duration) -> Option<Moment<'_>> {
        self.waiting_at(time, Duration::ZERO)
    }

    /// The same, for a session whose clock has stood still at an open dose's gate for `waited`:
    /// the figure goes on moving.
    #[must_use]
    pub fn waiting_at(&self, time: Duration, waited: Duration) -> Option<Moment<'_>> {
        let total = Duration::from_millis(self.total_ms());
        let at = time.min(total);
        let index = self.segment_at(at.as_millis() as u64)?;
        let segment = self.segments[index];
        let entry_index = segment.entry as usize;
        let entry = &self.entries[entry_index];
        let into_us = at.as_micros() as u64 - segment.start_ms * 1000;
        let (bout, bout_after) = self.bouts_at(index);
        let breath = breath(index, &segment, bout, entry, into_us);
        let full = breath.as_ref().map_or_else(|| idle_fullness(into_us, segment.len_ms()), |b| b.fullness);
        let movement = match &breath {
            Some(breath) if segment.kind == SegmentKind::Breathe => self.breathing(index, breath),
            _ => self.movement(index, into_us + waited.as_micros() as u64, full),
        };
        let (bout_start, bout_end, reps) = self.bout_around(&segment, bout, entry);
        Some(Moment {
            at,
            segment_index: index,
            segment,
            entry_index,
            entry,
            progress: share(into_us, segment.len_ms()),
            left: Duration::from_millis(segment.end_ms).saturating_sub(at),
            bout_progress: share(at.as_micros() as u64 - bout_start * 1000, bout_end - bout_start),
            bout_left: Duration::from_millis(bout_end).saturating_sub(at),
            bout_len: Duration::from_millis(bout_end - bout_start),
            sets: entry.sets,
            reps,
            breath,
            movement,
            next: self.next_up(&segment, bout_after, at),
            session_left: total.saturating_sub(at),
            is_over: at >= total,
        })
    }

    fn bout_around(&self, segment: &Segment, bout: Option<&Bout>, entry: &Entry) -> (u64, u64, u16) {
        bout.map_or((segment.start_ms, segment.end_ms, entry.reps), |bout| {
            let last = self.segments[bout.end_segment as usize - 1].rep;
            (bout.start_ms, bout.end_ms, entry.reps.max(last))
        })
    }

    fn next_up(&self, segment: &Segment, after: Option<&Bout>, at: Duration) -> Option<NextUp<'_>> {
        if !segment.kind.is_between() {
            return self.next_after(segment.entry as usize, at);
        }
        let bout = after?;
        let first = &self.segments[bout.first_segment as usize];
        Some(NextUp {
            entry_index: first.entry as usize,
            entry: &self.entries[first.entry as usize],
            side: first.side,
            way: first.way,
            set: first.set.max(1),
            starts_in: Duration::from_millis(bout.start_ms).saturating_sub(at),
        })
    }

    fn next_after(&self, entry_index: usize, at: Duration) -> Option<NextUp<'_>> {
        let rest = self.entries.iter().enumerate().skip(entry_index + 1);
        let (index, entry) = rest.into_iter().find(|(_, e)| !e.is_rest())?;
        let first = self.segments.get(entry.first_segment as usize)?;
        let starts_in = Duration::from_millis(first.start_ms).saturating_sub(at);
        Some(NextUp { entry_index: index, entry, side: entry.first_side, way: 0, set: 1, starts_in })
    }
}

/// The breath, where one is paced.
fn breath(
    index: usize,
    segment: &Segment,
    bout: Option<&Bout>,
    entry: &Entry,
    into_us: u64,
) -> Option<BreathNow> {
    match segment.kind {
        SegmentKind::Hold | SegmentKind::Breathe => breath_at(&entry.breath, into_us, segment.len_ms()),
        kind if kind.is_flow() => Some(flowing_breath(index, segment, bout?, entry, into_us)),
        _ => None,
    }
}

/// In a flow each segment is one stage of the breath, so it is the segment that tells.
fn flowing_breath(index: usize, segment: &Segment, bout: &Bout, entry: &Entry, into_us: u64) -> BreathNow {
    let stages = entry.breath.stages.len().max(1);
    let stage = (index - bout.first_segment as usize) % stages;
    let progress = share(into_us, segment.len_ms());
    let phase = match segment.kind {
        SegmentKind::Inhale => BreathPhase::In,
        SegmentKind::Full => BreathPhase::Full,
        SegmentKind::Exhale => BreathPhase::Out,
        _ => BreathPhase::Empty,
    };
    let breaths = (bout.end_segment - bout.first_segment) / stages as u32;
    BreathNow {
        pattern: entry.breath.clone(),
        phase,
        stage,
        progress,
        stage_secs: segment.len_ms() as f32 / 1000.0,
        left_secs: (segment.len_ms() * 1000).saturating_sub(into_us) as f32 / 1e6,
        fullness: fullness(&entry.breath, stage, progress),
        breath: (index as u32 - bout.first_segment) / stages as u32,
        breaths: breaths.max(1),
        elapsed_secs: ((segment.start_ms - bout.start_ms) * 1000 + into_us) as f32 / 1e6,
    }
}

/// How much of `whole_ms` is over, 0 to 1; all of nothing.
pub(super) fn share(part_us: u64, whole_ms: u64) -> f32 {
    if whole_ms == 0 {
        return 1.0;
    }
    (part_us as f64 / (whole_ms as f64 * 1000.0)).clamp(0.0, 1.0) as f32
}
