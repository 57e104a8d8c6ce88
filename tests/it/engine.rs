//! The engine by arithmetic and by properties: what a person does, when, and what they hear.

mod cues;
mod diagnostics;
mod eyes_shut;
mod layout;
mod marks;
mod moments;
mod properties;
mod resuming;
mod sessions;
pub(crate) mod strategy;
mod tally;
mod ways_back;

use std::sync::{Arc, LazyLock};

use unhunch::catalog::Catalog;
use unhunch::engine::{Options, SegmentKind, Timeline, compile};
use unhunch::model::{Block, Diagnostic, Exercise, Problem, Routine, Seconds, Severity};

/// The shipped breaths with one plain exercise for each way the engine can be asked to work.
pub(crate) fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
        let mut catalog = Catalog::builtin();
        catalog.exercises.clear();
        let text = include_str!("../fixtures/engine-exercises.ron");
        for exercise in read::<Vec<Exercise>>(text) {
            catalog.exercises.insert(exercise.id.clone(), Arc::new(exercise));
        }
        catalog
    });
    &CATALOG
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let options = unhunch::model::ron_dialect();
    options.from_str(text).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

/// A routine from its blocks as RON, with eight seconds of rest and four to change sides.
fn routine(blocks: &str) -> Routine {
    let blocks: Vec<Block> = read(blocks);
    Routine { defaults: read("(rest_secs: 8, switch_secs: 4)"), blocks, ..Routine::new("test", "Test") }
}

fn compiled(blocks: &str) -> (Timeline, Vec<Diagnostic>) {
    compile(&routine(blocks), catalog(), &Options::default())
}

/// The timeline of blocks that give no reason for complaint worse than a hint.
fn timeline(blocks: &str) -> Timeline {
    let (timeline, diagnostics) = compiled(blocks);
    let errors: Vec<_> = diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    timeline
}

fn problems(blocks: &str) -> Vec<Problem> {
    compiled(blocks).1.into_iter().map(|d| d.problem).collect()
}

/// `kind seconds` for each segment, `/side` where one works.
fn outline(timeline: &Timeline) -> Vec<String> {
    let line = |s: &unhunch::engine::Segment| {
        let side = s.side.map_or(String::new(), |side| format!("/{side:?}"));
        format!("{} {}{side}", s.kind.name(), s.len_ms() as f64 / 1000.0)
    };
    timeline.segments.iter().map(line).collect()
}

fn count(timeline: &Timeline, kind: SegmentKind) -> usize {
    timeline.segments.iter().filter(|s| s.kind == kind).count()
}

fn secs(n: f64) -> Seconds {
    Seconds(n)
}
