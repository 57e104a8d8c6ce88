//! What matters of a routine when one is to be suggested.

use std::collections::BTreeSet;

use crate::engine::{Entry, Segment, Timeline};
use crate::model::{Category, Equipment, Position, Routine};

/// What matters of a routine when one is to be suggested.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutineFacts {
    /// Stable id.
    pub id: String,
    /// How long it takes, in milliseconds.
    pub total_ms: u64,
    /// How long one moves, in milliseconds.
    pub moving_ms: u64,
    /// How long one stays in a stretch, in milliseconds.
    pub holding_ms: u64,
    /// How long one works for strength, in milliseconds.
    pub strength_ms: u64,
    /// How long one does nothing but breathe, in milliseconds.
    pub breath_ms: u64,
    /// Ids of its exercises.
    pub exercises: BTreeSet<String>,
    /// Starting positions.
    pub positions: BTreeSet<Position>,
    /// What it needs.
    pub equipment: BTreeSet<Equipment>,
    /// The author's own words to find it by.
    pub tags: Vec<String>,
    /// How many errors it has.
    pub errors: usize,
}

const fn minutes(n: u64) -> u64 {
    n * 60_000
}

impl RoutineFacts {
    /// What matters of a routine, by its plan and the number of its errors.
    #[must_use]
    pub fn of(routine: &Routine, timeline: &Timeline, errors: usize) -> Self {
        let mut facts = Self {
            id: routine.id.clone(),
            total_ms: timeline.total_ms(),
            tags: routine.tags.clone(),
            errors,
            ..Self::default()
        };
        for entry in &timeline.entries {
            facts.add(timeline, entry);
        }
        facts
    }

    fn add(&mut self, timeline: &Timeline, entry: &Entry) {
        let own = &timeline.segments[entry.first_segment as usize..entry.end_segment as usize];
        let work: u64 = own.iter().filter(|segment| segment.kind.is_work()).map(Segment::len_ms).sum();
        let Some(exercise) = &entry.exercise else {
            self.breath_ms += work;
            return;
        };
        *match exercise.category {
            Category::Strengthening => &mut self.strength_ms,
            Category::Breathing => &mut self.breath_ms,
            Category::Static | Category::CoolDown => &mut self.holding_ms,
            Category::WarmUp | Category::Dynamic | Category::Mobility | Category::Desk => &mut self.moving_ms,
        } += work;
        self.exercises.insert(exercise.id.clone());
        self.positions.extend(exercise.positions.first());
        self.equipment.extend(&exercise.equipment);
    }

    /// There is something to do in it, and nothing of it is wrong.
    pub(super) fn runs(&self) -> bool {
        self.errors == 0 && self.total_ms > 0
    }

    fn work_ms(&self) -> u64 {
        self.moving_ms + self.holding_ms + self.strength_ms + self.breath_ms
    }

    fn is_tagged(&self, words: &[&str]) -> bool {
        self.tags.iter().any(|tag| words.contains(&tag.as_str()))
    }

    /// A good part of it makes stronger.
    #[must_use]
    pub fn is_strength(&self) -> bool {
        self.strength_ms > 0 && self.strength_ms * 5 >= self.work_ms()
    }

    /// It gets ready for a workout or follows one.
    pub(super) fn is_around_a_workout(&self) -> bool {
        self.is_tagged(&["warm-up", "cool-down"])
    }

    /// Mostly movement.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        !self.is_strength() && self.moving_ms * 2 >= self.work_ms()
    }

    /// Mostly long stretches and breath.
    #[must_use]
    pub fn is_calm(&self) -> bool {
        let is_still = (self.holding_ms + self.breath_ms) * 2 >= self.work_ms();
        !self.is_strength() && (is_still || self.is_tagged(&["evening", "gentle"]))
    }

    /// Short, and nothing in it strains.
    #[must_use]
    pub fn is_gentle(&self) -> bool {
        self.strength_ms == 0
            && self.total_ms <= minutes(12)
            && (self.is_tagged(&["gentle"]) || (self.is_calm() && !self.is_tagged(&["roller"])))
    }

    /// Done at a desk: without the floor, and with what stands there.
    #[must_use]
    pub fn is_for_desk(&self) -> bool {
        let is_at_hand = |thing: &Equipment| {
            matches!(thing, Equipment::Chair | Equipment::ChairWithBack | Equipment::Wall)
        };
        let is_up = |position: &Position| matches!(position, Position::Standing | Position::SeatedChair);
        self.strength_ms == 0
            && !self.is_around_a_workout()
            && self.total_ms <= minutes(10)
            && self.equipment.iter().all(is_at_hand)
            && self.positions.iter().all(is_up)
            && (self.positions.contains(&Position::SeatedChair) || self.is_tagged(&["desk"]))
    }
}
