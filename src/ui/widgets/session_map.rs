//! The session as its bar and its step count show it: the timeline's segments merged into bouts.
//! Made once a timeline, not once a frame.

use std::sync::Arc;

use crate::engine::{Segment, SegmentKind, Timeline};
use crate::model::Side;

/// What a bout is, as the bar tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoutKind {
    /// Work.
    Work,
    /// Breathing alone.
    Breathe,
    /// Getting ready, getting into position, easing out.
    Move,
    /// Changing sides.
    Switch,
    /// Rest.
    Rest,
}

impl BoutKind {
    fn of(kind: SegmentKind) -> Self {
        match kind {
            SegmentKind::Breathe => Self::Breathe,
            SegmentKind::Rest => Self::Rest,
            SegmentKind::Switch => Self::Switch,
            SegmentKind::Prepare | SegmentKind::Transition | SegmentKind::Release => Self::Move,
            _ => Self::Work,
        }
    }

    /// True for what stands at full height.
    #[must_use]
    pub fn is_work(self) -> bool {
        matches!(self, Self::Work | Self::Breathe)
    }
}

/// A stretch of one kind, on one side, of one set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bout {
    /// Milliseconds from the start of the session.
    pub start_ms: u64,
    /// Milliseconds from the start of the session.
    pub end_ms: u64,
    /// What it is.
    pub kind: BoutKind,
    /// Which side works.
    pub side: Option<Side>,
    /// Index into [`Timeline::entries`].
    pub entry: u32,
    set: u16,
    way: u8,
}

/// A heading of the routine, over a stretch of the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Milliseconds from the start of the session.
    pub start_ms: u64,
    /// Milliseconds from the start of the session.
    pub end_ms: u64,
    /// The heading.
    pub name: Arc<str>,
}

/// The session, merged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionMap {
    /// Bouts in order of time, without gaps.
    pub bouts: Vec<Bout>,
    /// Headings in order of time.
    pub sections: Vec<Section>,
    /// Length of the session in milliseconds.
    pub total_ms: u64,
    /// How many steps the session has: entries with something to do.
    pub steps: u32,
    step_of_entry: Vec<u32>,
}

impl SessionMap {
    /// Merges a timeline.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        let mut map = Self { total_ms: timeline.total_ms(), ..Self::default() };
        for segment in &timeline.segments {
            map.add_bout(segment);
            let entry = timeline.entries.get(segment.entry as usize);
            if let Some(name) = entry.and_then(|entry| entry.section.as_ref()) {
                map.add_section(segment, name);
            }
        }
        map.step_of_entry = vec![0; timeline.entries.len()];
        for bout in map.bouts.iter().filter(|bout| bout.kind.is_work()) {
            if let Some(step) = map.step_of_entry.get_mut(bout.entry as usize)
                && *step == 0
            {
                map.steps += 1;
                *step = map.steps;
            }
        }
        map
    }

    /// Which step an entry is, from 1; a rest of its own counts as the step before it.
    #[must_use]
    pub fn step(&self, entry: usize) -> u32 {
        let before = self.step_of_entry.iter().take(entry + 1).rev();
        before.copied().find(|&step| step > 0).unwrap_or(u32::from(self.steps > 0))
    }

    /// The bout that runs at a time.
    #[must_use]
    pub fn bout_at(&self, at_ms: u64) -> Option<usize> {
        let next = self.bouts.partition_point(|bout| bout.start_ms <= at_ms);
        next.checked_sub(1)
    }

    fn add_bout(&mut self, segment: &Segment) {
        let bout = Bout {
            start_ms: segment.start_ms,
            end_ms: segment.end_ms,
            kind: BoutKind::of(segment.kind),
            side: segment.side,
            entry: segment.entry,
            set: segment.set,
            way: segment.way,
        };
        match self.bouts.last_mut() {
            Some(last) if same_bout(last, &bout) => last.end_ms = bout.end_ms,
            _ => self.bouts.push(bout),
        }
    }

    fn add_section(&mut self, segment: &Segment, name: &Arc<str>) {
        match self.sections.last_mut() {
            Some(last) if last.name == *name && last.end_ms == segment.start_ms => {
                last.end_ms = segment.end_ms;
            }
            _ => self.sections.push(Section {
                start_ms: segment.start_ms,
                end_ms: segment.end_ms,
                name: name.clone(),
            }),
        }
    }
}

fn same_bout(a: &Bout, b: &Bout) -> bool {
    // Sides that take turns are one bout: a bar per repetition would be a comb.
    let same_turn = a.side == b.side || a.kind == BoutKind::Work && b.kind == BoutKind::Work;
    a.kind == b.kind && a.entry == b.entry && a.set == b.set && a.way == b.way && same_turn
}
