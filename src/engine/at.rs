//! The moment at a time: the one function that player, preview, picture and export draw from.

use std::time::Duration;

use super::breathing::{breath_at, fullness, idle_fullness};
use super::moment::{BreathNow, Moment, Movement, NextUp, Stance};
use super::step::rep_ms;
use super::timeline::{Entry, Timeline};
use super::{Segment, SegmentKind};
use crate::model::motion::Part;
use crate::model::{BreathPhase, Side};

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
        let breath = self.breath(index, &segment, entry, into_us);
        let full = breath.as_ref().map_or_else(|| idle_fullness(into_us, segment.len_ms()), |b| b.fullness);
        let movement = match &breath {
            Some(breath) if segment.kind == SegmentKind::Breathe => self.breathing(index, breath),
            _ => self.movement(index, into_us + waited.as_micros() as u64, full),
        };
        let (bout_start, bout_end, reps) = self.bout_around(index, &segment, entry);
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
            next: self.next_up(index, at),
            session_left: total.saturating_sub(at),
            is_over: at >= total,
        })
    }

    fn bout_around(&self, index: usize, segment: &Segment, entry: &Entry) -> (u64, u64, u16) {
        self.bout_of(index).map_or((segment.start_ms, segment.end_ms, entry.reps), |bout| {
            let last = self.segments[bout.end_segment as usize - 1].rep;
            (bout.start_ms, bout.end_ms, entry.reps.max(last))
        })
    }

    fn next_up(&self, index: usize, at: Duration) -> Option<NextUp<'_>> {
        let segment = &self.segments[index];
        if !segment.kind.is_between() {
            return self.next_after(segment.entry as usize, at);
        }
        let after = self.bouts.partition_point(|b| b.first_segment as usize <= index);
        let bout = self.bouts.get(after)?;
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

    fn breath(&self, index: usize, segment: &Segment, entry: &Entry, into_us: u64) -> Option<BreathNow> {
        match segment.kind {
            SegmentKind::Hold | SegmentKind::Breathe => breath_at(&entry.breath, into_us, segment.len_ms()),
            kind if kind.is_flow() => self.flowing_breath(index, segment, entry, into_us),
            _ => None,
        }
    }

    /// In a flow each segment is one stage of the breath, so it is the segment that tells.
    fn flowing_breath(
        &self,
        index: usize,
        segment: &Segment,
        entry: &Entry,
        into_us: u64,
    ) -> Option<BreathNow> {
        let bout = self.bout_of(index)?;
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
        Some(BreathNow {
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
        })
    }

    fn movement(&self, index: usize, into_us: u64, breath: f32) -> Movement {
        let segment = &self.segments[index];
        if segment.loops > 0 {
            return self.looping(index, into_us, breath);
        }
        let len_us = segment.len_ms() * 1000;
        let to = self.stance(index);
        let from = index.checked_sub(1).map_or_else(|| to.clone(), |before| self.stance_after(before));
        Movement {
            from,
            to,
            progress: share(into_us, segment.len_ms()),
            elapsed_secs: into_us as f32 / 1e6,
            left_secs: len_us.saturating_sub(into_us) as f32 / 1e6,
            breath,
        }
    }

    /// Breathing on its own moves the body with each stage of the breath.
    fn breathing(&self, index: usize, breath: &BreathNow) -> Movement {
        let stages = &breath.pattern.stages;
        let stance = |stage: usize| Stance { part: part_of(stages[stage].0), ..self.stance(index) };
        let to = stance(breath.stage);
        let from = match (breath.stage, breath.breath) {
            (0, 0) => index.checked_sub(1).map_or_else(|| to.clone(), |before| self.stance_after(before)),
            (0, _) => stance(stages.len() - 1),
            (stage, _) => stance(stage - 1),
        };
        Movement {
            from,
            to,
            progress: breath.progress,
            elapsed_secs: breath.stage_secs - breath.left_secs,
            left_secs: breath.left_secs,
            breath: breath.fullness,
        }
    }

    /// A timed or open segment plays the repetition over and over.
    fn looping(&self, index: usize, into_us: u64, breath: f32) -> Movement {
        let segment = &self.segments[index];
        let entry = &self.entries[segment.entry as usize];
        let loop_us = (segment.len_ms() * 1000 / u64::from(segment.loops)).max(1);
        let round = into_us / loop_us;
        let tempo_us = (rep_ms(&entry.tempo) * 1000).max(1);
        let within = (into_us % loop_us) as f64 / loop_us as f64 * tempo_us as f64;
        let phases = [
            (Part::Lift, entry.tempo.lift_secs),
            (Part::Pause, entry.tempo.pause_secs),
            (Part::Lower, entry.tempo.lower_secs),
        ];
        let mut start = 0.0;
        let mut before = (round > 0).then_some(Part::Lower);
        let mut now = (Part::Lower, 0.0, 1.0);
        for (part, secs) in phases {
            let len = secs.to_ms().unwrap_or(0) as f64 * 1000.0;
            if len > 0.0 && within < start + len {
                now = (part, within - start, len);
                break;
            }
            if len > 0.0 {
                before = Some(part);
            }
            start += len;
        }
        let (part, into, len) = now;
        let stretch = loop_us as f64 / tempo_us as f64;
        let stance = |part, round: u64| Stance {
            exercise: entry.shown.clone(),
            part,
            side: looping_side(entry, segment, round),
            way: segment.way,
        };
        let from = match before {
            Some(Part::Lower) if part == Part::Lift => stance(Part::Lower, round.saturating_sub(1)),
            Some(before) => stance(before, round),
            None => index.checked_sub(1).map_or_else(|| stance(Part::Rest, 0), |b| self.stance_after(b)),
        };
        Movement {
            from,
            to: stance(part, round),
            progress: (into / len).clamp(0.0, 1.0) as f32,
            elapsed_secs: (into * stretch / 1e6) as f32,
            left_secs: ((len - into).max(0.0) * stretch / 1e6) as f32,
            breath,
        }
    }

    fn stance(&self, index: usize) -> Stance {
        let segment = &self.segments[index];
        let entry = &self.entries[segment.entry as usize];
        Stance {
            exercise: entry.shown.clone(),
            part: segment.kind.part(),
            side: segment.side,
            way: segment.way,
        }
    }

    /// Where a segment leaves the figure.
    fn stance_after(&self, index: usize) -> Stance {
        let segment = &self.segments[index];
        let stance = self.stance(index);
        let entry = &self.entries[segment.entry as usize];
        if segment.kind == SegmentKind::Breathe {
            let last = entry.breath.stages.last();
            return Stance { part: last.map_or(Part::Rest, |stage| part_of(stage.0)), ..stance };
        }
        if segment.loops == 0 {
            return stance;
        }
        let last = u64::from(segment.loops) - 1;
        Stance { part: Part::Lower, side: looping_side(entry, segment, last), ..stance }
    }
}

/// The part of the motion that a phase of the breath leads through.
fn part_of(phase: BreathPhase) -> Part {
    match phase {
        BreathPhase::In => Part::Inhale,
        BreathPhase::Full => Part::Full,
        BreathPhase::Out => Part::Exhale,
        BreathPhase::Empty => Part::Empty,
    }
}

fn looping_side(entry: &Entry, segment: &Segment, round: u64) -> Option<Side> {
    match entry.first_side {
        Some(first) if entry.alternates() => {
            Some(if round.is_multiple_of(2) { first } else { first.other() })
        }
        _ => segment.side,
    }
}

fn share(part_us: u64, whole_ms: u64) -> f32 {
    if whole_ms == 0 {
        return 1.0;
    }
    (part_us as f64 / (whole_ms as f64 * 1000.0)).clamp(0.0, 1.0) as f32
}
