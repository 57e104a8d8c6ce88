//! What the figure does at a time: which part of a motion it comes from and which it is led through.

use super::at::share;
use super::moment::{BreathNow, Movement, Stance};
use super::step::rep_ms;
use super::timeline::{Entry, Timeline};
use super::{Segment, SegmentKind};
use crate::model::motion::Part;
use crate::model::{BreathPhase, Side};

impl Timeline {
    pub(super) fn movement(&self, index: usize, into_us: u64, breath: f32) -> Movement {
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
    pub(super) fn breathing(&self, index: usize, breath: &BreathNow) -> Movement {
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
