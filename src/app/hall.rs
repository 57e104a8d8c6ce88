//! The routines as Today shows them: compiled once, not once a frame.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::engine::{Entry, Options, Segment, Timeline, compile};
use crate::figure::{Look, Scene, Stage, View, cycle};
use crate::history::RoutineFacts;
use crate::model::{Equipment, Exercise, Position, Severity};

/// A routine as Today shows it.
#[derive(Clone, Debug)]
pub(super) struct HallEntry {
    /// Stable id.
    pub(super) id: String,
    /// Name.
    pub(super) name: String,
    /// One sentence.
    pub(super) summary: String,
    /// How long it takes.
    pub(super) total_ms: u64,
    /// Starting positions, in order of appearance.
    pub(super) positions: Vec<Position>,
    /// What it needs, in order of appearance.
    pub(super) equipment: Vec<Equipment>,
    /// What matters of it when one is to be suggested.
    pub(super) facts: RoutineFacts,
    /// How many different exercises it has.
    pub(super) exercises: usize,
    /// How many errors it has.
    pub(super) errors: usize,
    /// The exercise whose picture stands for it.
    face: Option<Arc<Exercise>>,
    /// That picture.
    pub(super) scene: Option<Scene>,
}

impl HallEntry {
    /// The id of the exercise whose picture stands for it.
    pub(super) fn face(&self) -> Option<&str> {
        self.face.as_ref().map(|exercise| exercise.id.as_str())
    }
}

/// Where in its motion an exercise is most itself.
const MOST_ITSELF: f32 = 0.5;

/// The routines of a catalogue, by name.
#[must_use]
pub(super) fn hall(catalog: &Catalog, options: &Options) -> Vec<HallEntry> {
    let mut entries: Vec<HallEntry> = catalog
        .routines
        .values()
        .map(|routine| {
            let (timeline, diagnostics) = compile(routine, catalog, options);
            let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
            let exercises = || timeline.entries.iter().filter_map(|e| e.exercise.as_ref());
            HallEntry {
                id: routine.id.clone(),
                name: routine.name.clone(),
                summary: routine.summary.clone(),
                total_ms: timeline.total_ms(),
                positions: in_order(exercises().filter_map(|e| e.positions.first().copied())),
                equipment: in_order(exercises().flat_map(|e| e.equipment.iter().copied())),
                exercises: exercises().map(|e| e.id.as_str()).collect::<BTreeSet<_>>().len(),
                errors,
                facts: RoutineFacts::of(routine, &timeline, errors),
                face: longest(&timeline),
                scene: None,
            }
        })
        .collect();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}

/// Draws the pictures that are missing.
pub(super) fn draw(entries: &mut [HallEntry], stage: &mut Stage, look: &Look<'_>) {
    for entry in entries.iter_mut().filter(|e| e.scene.is_none()) {
        entry.scene =
            entry.face.as_ref().map(|face| stage.scene(&cycle(face, MOST_ITSELF), look, View::default()));
    }
}

/// The exercise that takes most of the time; one that is drawn goes before one that is not.
fn longest(timeline: &Timeline) -> Option<Arc<Exercise>> {
    let length = |e: &&Entry| {
        let own = &timeline.segments[e.first_segment as usize..e.end_segment as usize];
        own.iter().filter(|s| s.kind.is_work()).map(Segment::len_ms).sum::<u64>()
    };
    let done = timeline.entries.iter().rev().filter(|e| e.exercise.is_some());
    let is_drawn = |e: &&Entry| e.exercise.as_ref().is_some_and(|exercise| exercise.picture.is_none());
    done.max_by_key(|e| (is_drawn(e), length(e))).and_then(|e| e.exercise.clone())
}

fn in_order<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for item in items {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    seen
}
