//! The session as its bar shows it: the timeline's segments merged into stretches.
//! Made once a timeline, not once a frame.

use std::sync::Arc;

use crate::engine::{Entry, Segment, SegmentKind, Timeline};
use crate::model::Side;

/// What a stretch is, as the bar tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchKind {
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

impl StretchKind {
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

/// A time of one kind, on one side, of one set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Milliseconds from the start of the session.
    pub start_ms: u64,
    /// Milliseconds from the start of the session.
    pub end_ms: u64,
    /// What it is.
    pub kind: StretchKind,
    /// Which side works; none where the sides take turns.
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
    /// Stretchs in order of time, without gaps.
    pub stretches: Vec<Stretch>,
    /// Headings in order of time.
    pub sections: Vec<Section>,
    /// Length of the session in milliseconds.
    pub total_ms: u64,
}

impl SessionMap {
    /// Merges a timeline.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        let mut map = Self { total_ms: timeline.total_ms(), ..Self::default() };
        for segment in &timeline.segments {
            let entry = timeline.entries.get(segment.entry as usize);
            map.add_stretch(segment, entry.is_some_and(Entry::alternates));
            if let Some(name) = entry.and_then(|entry| entry.section.as_ref()) {
                map.add_section(segment, name);
            }
        }
        map
    }

    /// The stretch that runs at a time.
    #[must_use]
    pub fn stretch_at(&self, at_ms: u64) -> Option<usize> {
        let next = self.stretches.partition_point(|stretch| stretch.start_ms <= at_ms);
        next.checked_sub(1)
    }

    fn add_stretch(&mut self, segment: &Segment, takes_turns: bool) {
        let stretch = Stretch {
            start_ms: segment.start_ms,
            end_ms: segment.end_ms,
            kind: StretchKind::of(segment.kind),
            side: segment.side,
            entry: segment.entry,
            set: segment.set,
            way: segment.way,
        };
        match self.stretches.last_mut() {
            Some(last) if same_stretch(last, &stretch, takes_turns) => {
                last.end_ms = stretch.end_ms;
                // Sides that take turns are neither left nor right.
                last.side = last.side.filter(|side| stretch.side == Some(*side));
            }
            _ => self.stretches.push(stretch),
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

fn same_stretch(a: &Stretch, b: &Stretch, takes_turns: bool) -> bool {
    // Sides that take turns are one stretch: a bar per repetition would be a comb.
    let same_turn = a.side == b.side || takes_turns && b.kind == StretchKind::Work;
    a.kind == b.kind && a.entry == b.entry && a.set == b.set && a.way == b.way && same_turn
}
