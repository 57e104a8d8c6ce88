//! The timeline as the strip shows it, made once a version: stretches, sections, and which cues
//! are worth a sign of their own.

use crate::editor::Course;
use crate::engine::CueKind;
use crate::ui::widgets::SessionMap;

/// The timeline as the strip shows it.
#[derive(Clone, Debug, Default)]
pub struct StripMap {
    /// The timeline with the blocks it came from.
    pub course: Course,
    /// The same, merged into stretches.
    pub map: SessionMap,
    /// Indices of the cues that are no counting and no breathing, in order of time.
    pub(super) chief: Vec<u32>,
    /// When each entry begins, in milliseconds.
    pub(super) steps: Vec<u64>,
}

impl StripMap {
    /// Merges a course.
    #[must_use]
    pub fn new(course: Course) -> Self {
        let timeline = &course.timeline;
        let is_chief = |kind: CueKind| {
            use CueKind::{BreathIn, BreathOut, LastTick, LeadTick, Rep};
            !matches!(kind, LeadTick | LastTick | Rep | BreathIn | BreathOut)
        };
        let chief = timeline.cues.iter().zip(0..).filter(|(cue, _)| is_chief(cue.kind)).map(|(_, at)| at);
        let steps = timeline.entries.iter().filter_map(|entry| {
            timeline.segments.get(entry.first_segment as usize).map(|segment| segment.start_ms)
        });
        Self { chief: chief.collect(), steps: steps.collect(), map: SessionMap::new(timeline), course }
    }

    /// When the step before a time begins: of the one under way, or the one before.
    pub(super) fn step_before(&self, at_ms: u64) -> u64 {
        let after = self.steps.partition_point(|start| *start < at_ms);
        after.checked_sub(1).map_or(0, |index| self.steps[index])
    }

    /// When the step after a time begins.
    pub(super) fn step_after(&self, at_ms: u64) -> Option<u64> {
        let after = self.steps.partition_point(|start| *start <= at_ms);
        self.steps.get(after).copied()
    }
}
