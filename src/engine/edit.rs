//! Edits of a running session's timeline: each takes a timeline and gives a new one.

use std::sync::Arc;
use std::time::Duration;

use super::breathing::{cycle_ms, nearest_breaths, scaled};
use super::compile::compile_one;
use super::timeline::{Entry, Timeline};
use super::{Options, SPEEDS, Segment, SegmentKind};
use crate::catalog::Catalog;
use crate::model::{PlanChange, Seconds};

/// What one press of "+10 s" adds, in milliseconds.
const EXTENSION_MS: u64 = 10_000;

/// Nobody waits longer at a gate, whatever a file says, in milliseconds: a day.
const LONGEST_WAIT_MS: u64 = 86_400_000;

impl Timeline {
    /// The plan after a change, and the speed it then runs at. What does not fit this plan, as after
    /// the exercises have changed, leaves it as it is.
    pub(super) fn changed(
        &self,
        change: &PlanChange,
        catalog: &Catalog,
        options: &Options,
        speed: f64,
    ) -> (Self, f64) {
        let changed = match change {
            PlanChange::Longer { segment } => self.extended(*segment),
            PlanChange::GatePassed { segment, lasted } => Some(self.passed_gate(*segment, *lasted)),
            PlanChange::Without { at } => Some(self.without_what_hurts(*at)),
            PlanChange::Inserted { after, exercise } => {
                Some(self.with_inserted(*after, exercise, catalog, options, speed))
            }
            PlanChange::Speed(to) if SPEEDS.contains(to) => return (self.at_ratio(to / speed), *to),
            PlanChange::Speed(_) => None,
        };
        (changed.unwrap_or_else(|| self.clone()), speed)
    }

    /// Makes what is under way at segment `index` about ten seconds longer: whole breaths of a
    /// hold, whole repetitions, whole loops. An open dose has no end to move.
    #[must_use]
    pub fn extended(&self, index: usize) -> Option<Self> {
        let segment = *self.segments.get(index)?;
        let mut segments = self.segments.clone();
        match segment.kind {
            SegmentKind::Open => return None,
            SegmentKind::Hold | SegmentKind::Breathe => {
                let breath = &self.entries[segment.entry as usize].breath;
                segments[index].end_ms += nearest_breaths(EXTENSION_MS, breath) * cycle_ms(breath).max(1);
            }
            SegmentKind::Timed => lengthen_loops(&mut segments[index], self.is_alternating(&segment)),
            kind if kind.is_rep() || kind.is_flow() => self.repeat_last_rep(index, &mut segments)?,
            _ => segments[index].end_ms += EXTENSION_MS,
        }
        Some(self.with(self.entries.clone(), segments))
    }

    /// Ends the open segment `index` after it has lasted `lasted`.
    #[must_use]
    pub fn passed_gate(&self, index: usize, lasted: Duration) -> Self {
        let mut segments = self.segments.clone();
        let Some(segment) = segments.get_mut(index).filter(|s| s.kind == SegmentKind::Open) else {
            return self.clone();
        };
        let one = (segment.len_ms() / u64::from(segment.loops.max(1))).max(1);
        let len = (lasted.as_millis() as u64).clamp(1, LONGEST_WAIT_MS);
        segment.loops = len.div_ceil(one).clamp(1, u64::from(u16::MAX)) as u16;
        segment.end_ms = segment.start_ms + len;
        self.with(self.entries.clone(), segments)
    }

    /// The same session `ratio` times as fast. Holds still end on whole breaths.
    #[must_use]
    pub fn at_ratio(&self, ratio: f64) -> Self {
        let scale = |ms: u64| ((ms as f64 / ratio).round() as u64).max(1);
        let mut entries = self.entries.clone();
        for entry in &mut entries {
            entry.breath = Arc::new(scaled(&entry.breath, scale(cycle_ms(&entry.breath))));
            for secs in [&mut entry.tempo.lift_secs, &mut entry.tempo.pause_secs, &mut entry.tempo.lower_secs]
            {
                *secs = Seconds(secs.0 / ratio);
            }
        }
        let mut segments = self.segments.clone();
        for segment in &mut segments {
            let len = segment.len_ms();
            let before = &self.entries[segment.entry as usize].breath;
            let after = &entries[segment.entry as usize].breath;
            let new = match segment.kind {
                SegmentKind::Hold | SegmentKind::Breathe if cycle_ms(before) > 0 => {
                    nearest_breaths(len, before) * cycle_ms(after)
                }
                _ => scale(len),
            };
            segment.end_ms = segment.start_ms + new;
        }
        self.with(entries, segments)
    }

    /// Ends the exercise under way at `time`, and takes out what is left of it in later rounds:
    /// what hurts is not asked for again.
    #[must_use]
    pub fn without_what_hurts(&self, time: Duration) -> Self {
        let now_ms = time.as_millis() as u64;
        let Some(index) = self.segment_at(now_ms) else { return self.clone() };
        let current = self.segments[index].entry as usize;
        let hurts = self.entries[current].exercise.as_ref().map(|e| e.id.clone());
        let again = |entry: usize| {
            let id = self.entries[entry].exercise.as_ref().map(|e| e.id.as_str());
            entry > current && hurts.is_some() && id == hurts.as_deref()
        };
        let mut segments = self.segments.clone();
        segments[index].end_ms = now_ms.max(segments[index].start_ms + 1).min(segments[index].end_ms);
        let mut kept: Vec<Segment> = segments
            .into_iter()
            .enumerate()
            .filter(|(i, s)| *i <= index || (s.entry as usize != current && !again(s.entry as usize)))
            .map(|(_, s)| s)
            .collect();
        let owed_rest =
            |s: &Segment| s.kind == SegmentKind::Rest && !self.entries[s.entry as usize].is_rest();
        while kept.len() > index + 1 && kept.last().is_some_and(owed_rest) {
            kept.pop();
        }
        self.with_kept_entries(kept)
    }

    /// Puts `exercise` at its recommended dose right after entry `after`, at the speed the rest
    /// runs at.
    #[must_use]
    pub fn with_inserted(
        &self,
        after: usize,
        exercise: &str,
        catalog: &Catalog,
        options: &Options,
        speed: f64,
    ) -> Self {
        let Some(host) = self.entries.get(after) else { return self.clone() };
        let (new_entries, new_segments) = compile_one(exercise, host.shown.clone(), catalog, options);
        let Self { entries: mut new_entries, segments: mut new_segments, .. } =
            self.with(new_entries, new_segments).at_ratio(speed);
        let mut serial = self.entries.iter().map(|entry| entry.serial).max().unwrap_or(0);
        for entry in &mut new_entries {
            serial += 1;
            entry.serial = serial;
            entry.place = host.place.clone();
            entry.section.clone_from(&host.section);
        }
        let added = new_entries.len();
        let at_entry = after + 1;
        let at_segment = host.end_segment as usize;
        if let (Some(last), true) = (new_segments.last().copied(), at_segment < self.segments.len()) {
            let rest_ms = (options.rest_ms as f64 / speed).round() as u64;
            let rest = Segment { kind: SegmentKind::Rest, end_ms: rest_ms, start_ms: 0, rep: 0, ..last };
            new_segments.push(rest);
        }
        let mut entries = self.entries.clone();
        entries.splice(at_entry..at_entry, new_entries);
        let mut segments = self.segments.clone();
        for segment in segments.iter_mut().skip(at_segment) {
            segment.entry += added as u32;
        }
        let shifted = new_segments.into_iter().map(|s| Segment { entry: s.entry + at_entry as u32, ..s });
        segments.splice(at_segment..at_segment, shifted);
        renumber(&mut entries);
        self.with(entries, segments)
    }

    /// The same plan with the exercises as the catalogue now has them.
    #[must_use]
    pub fn with_exercises_from(&self, catalog: &Catalog) -> Self {
        let mut fresh = self.clone();
        for exercise in fresh.entries.iter_mut().flat_map(|e| e.exercise.iter_mut().chain(&mut e.shown)) {
            if let Some(now) = catalog.exercise(&exercise.id) {
                exercise.clone_from(now);
            }
        }
        fresh
    }

    fn with(&self, entries: Vec<Entry>, segments: Vec<Segment>) -> Self {
        Self::assemble(self.routine.clone(), self.name.clone(), entries, segments)
    }

    fn with_kept_entries(&self, mut segments: Vec<Segment>) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        let mut last = None;
        for segment in &mut segments {
            if last != Some(segment.entry) {
                last = Some(segment.entry);
                entries.push(self.entries[segment.entry as usize].clone());
            }
            segment.entry = entries.len() as u32 - 1;
        }
        renumber(&mut entries);
        self.with(entries, segments)
    }

    fn is_alternating(&self, segment: &Segment) -> bool {
        self.entries[segment.entry as usize].alternates()
    }

    /// Adds copies of the last repetition at the end of the bout.
    fn repeat_last_rep(&self, index: usize, segments: &mut Vec<Segment>) -> Option<()> {
        let bout = self.bout_of(index)?;
        let end = bout.end_segment as usize;
        let last = self.segments[end - 1].rep;
        let in_bout = &self.segments[bout.first_segment as usize..end];
        let rep: Vec<Segment> = in_bout.iter().copied().filter(|s| s.rep == last).collect();
        let one: u64 = rep.iter().map(Segment::len_ms).sum();
        let more = ((EXTENSION_MS + one / 2) / one.max(1)).max(1) as u16;
        let copies = (1..=more)
            .flat_map(|n| rep.iter().map(move |s| Segment { rep: last.saturating_add(n), ..*s }))
            .collect::<Vec<_>>();
        segments.splice(end..end, copies);
        Some(())
    }
}

fn lengthen_loops(segment: &mut Segment, alternating: bool) {
    let one = (segment.len_ms() / u64::from(segment.loops.max(1))).max(1);
    let turns = if alternating { 2 } else { 1 };
    let more = ((EXTENSION_MS + one * turns / 2) / (one * turns)).max(1) * turns;
    segment.end_ms += more * one;
    segment.loops = segment.loops.saturating_add(more as u16);
}

fn renumber(entries: &mut [Entry]) {
    let mut number = 0;
    for entry in entries {
        number += u32::from(!entry.is_rest());
        entry.number = number;
    }
}
