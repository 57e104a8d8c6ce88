//! A routine compiled: contiguous segments with absolute times, and cues.

use std::sync::Arc;

use super::cues::cues;
use super::lookup::Lookup;
use super::{Cue, CueKind, Segment, SegmentKind};
use crate::model::{BlockPath, BreathPattern, Dose, Exercise, Side, Sides, Tempo};

/// One step or breathing block as it will be run; a step in a `Repeat` has an entry a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The exercise; `None` for breathing alone and for rests the author placed.
    pub exercise: Option<Arc<Exercise>>,
    /// Whose starting position the figure keeps: the exercise's own, or the one before it.
    pub shown: Option<Arc<Exercise>>,
    /// The dose as compiled.
    pub dose: Dose,
    /// The tempo of its repetitions.
    pub tempo: Tempo,
    /// The breath under it.
    pub breath: Arc<BreathPattern>,
    /// The heading it stands under.
    pub section: Option<Arc<str>>,
    /// The author's remark.
    pub note: Arc<str>,
    /// Cues the author does not want in it.
    pub silent: Arc<[CueKind]>,
    /// The block it came from.
    pub place: Arc<BlockPath>,
    /// Names it for as long as the session lasts, whatever is put in before it or taken out.
    pub serial: u32,
    /// Its number among the steps, from 1. A rest has the number of the step before it.
    pub number: u32,
    /// How many sets it has.
    pub sets: u16,
    /// How many repetitions, holds or breaths a set has, per side and way; 0 where none are counted.
    pub reps: u16,
    /// The side that works first, where sides differ.
    pub first_side: Option<Side>,
    /// Its first segment.
    pub first_segment: u32,
    /// One past its last segment.
    pub end_segment: u32,
}

impl Entry {
    /// True for a rest that the author placed.
    #[must_use]
    pub fn is_rest(&self) -> bool {
        self.exercise.is_none() && self.reps == 0
    }

    /// True where the sides take turns.
    #[must_use]
    pub fn alternates(&self) -> bool {
        self.exercise.as_ref().is_some_and(|e| e.sides == Sides::Alternating)
    }
}

/// The work of one set, side and way without a break: what the ring counts down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bout {
    /// Index of its first segment.
    pub first_segment: u32,
    /// One past its last segment.
    pub end_segment: u32,
    /// Milliseconds from the start of the session.
    pub start_ms: u64,
    /// Milliseconds from the start of the session.
    pub end_ms: u64,
}

/// A routine compiled against the catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Id of the routine.
    pub routine: String,
    /// Name of the routine.
    pub name: String,
    /// What is done, in order.
    pub entries: Vec<Entry>,
    /// Contiguous from 0 to [`Timeline::total_ms`].
    pub segments: Vec<Segment>,
    /// The stretches of work, in order.
    pub bouts: Vec<Bout>,
    /// In order of time.
    pub cues: Vec<Cue>,
    /// Makes searches among segments and bouts short.
    pub lookup: Lookup,
}

impl Timeline {
    /// Puts times on segments that have only their lengths right, and finds bouts and cues.
    pub(super) fn assemble(
        routine: String,
        name: String,
        mut entries: Vec<Entry>,
        mut segments: Vec<Segment>,
    ) -> Self {
        lay_end_to_end(&mut segments);
        index_segments(&mut entries, &segments);
        let bouts = bouts(&entries, &segments);
        let cues = cues(&entries, &segments, &bouts);
        let lookup = Lookup::new(&entries, &segments, &bouts);
        Self { routine, name, entries, segments, bouts, cues, lookup }
    }

    /// Length of the whole session in milliseconds.
    #[must_use]
    pub fn total_ms(&self) -> u64 {
        self.segments.last().map_or(0, |s| s.end_ms)
    }

    /// How many steps there are; rests do not count.
    #[must_use]
    pub fn step_count(&self) -> u32 {
        self.entries.last().map_or(0, |e| e.number)
    }

    /// The index of the segment at `ms`: the last one for any time past the end, `None` when empty.
    #[must_use]
    pub fn segment_at(&self, ms: u64) -> Option<usize> {
        let (first, end) = self.lookup.around(ms, self.segments.len());
        let after = first + self.segments[first..end].partition_point(|s| s.start_ms <= ms);
        after.checked_sub(1)
    }

    /// The bout that a segment belongs to, where it is work.
    #[must_use]
    pub fn bout_of(&self, segment: usize) -> Option<&Bout> {
        self.bouts_at(segment).0
    }

    /// The bout that a segment belongs to, where it is work, and the first one after the segment.
    pub(super) fn bouts_at(&self, segment: usize) -> (Option<&Bout>, Option<&Bout>) {
        let entry = self.segments.get(segment).map_or(u32::MAX, |segment| segment.entry);
        let (first, end) = self.lookup.of_entry(entry, self.bouts.len());
        let own = &self.bouts[first..end];
        let after = first + own.partition_point(|bout| bout.first_segment as usize <= segment);
        let before = after.checked_sub(1).and_then(|index| self.bouts.get(index));
        (before.filter(|bout| segment < bout.end_segment as usize), self.bouts.get(after))
    }
}

fn lay_end_to_end(segments: &mut [Segment]) {
    let mut at = 0;
    for segment in segments {
        let len = segment.len_ms();
        segment.start_ms = at;
        at += len;
        segment.end_ms = at;
    }
}

fn index_segments(entries: &mut [Entry], segments: &[Segment]) {
    let mut next = 0;
    for (index, entry) in entries.iter_mut().enumerate() {
        entry.first_segment = next as u32;
        while segments.get(next).is_some_and(|s| s.entry as usize == index) {
            next += 1;
        }
        entry.end_segment = next as u32;
    }
}

fn bouts(entries: &[Entry], segments: &[Segment]) -> Vec<Bout> {
    let mut bouts: Vec<Bout> = Vec::with_capacity(segments.len() / 4 + 1);
    let mut before: Option<&Segment> = None;
    for (i, segment) in segments.iter().enumerate() {
        let goes_on = before.is_some_and(|b| same_bout(entries, b, segment));
        before = Some(segment);
        if !segment.kind.is_work() {
            continue;
        }
        let end_segment = i as u32 + 1;
        match bouts.last_mut() {
            Some(bout) if goes_on => {
                bout.end_segment = end_segment;
                bout.end_ms = segment.end_ms;
            }
            _ => bouts.push(Bout {
                first_segment: i as u32,
                end_segment,
                start_ms: segment.start_ms,
                end_ms: segment.end_ms,
            }),
        }
    }
    bouts
}

fn same_bout(entries: &[Entry], a: &Segment, b: &Segment) -> bool {
    let counted = |kind: SegmentKind| kind.is_rep() || kind.is_flow();
    counted(a.kind)
        && counted(b.kind)
        && (a.entry, a.set, a.way) == (b.entry, b.set, b.way)
        && (a.side == b.side || entries[a.entry as usize].alternates())
}
