//! What a frame of the Editor costs with 2,000 blocks on the desk: while they scroll, while one of them
//! is dragged over the others, while all of them are selected, and while edits are made and taken back;
//! 1280 × 800 points, from logic to triangles. And how long it takes from an edit to the new timeline
//! with its findings, and to the rows and the strip that are made of them.
//!
//! Prints p50, p99 and the worst of many frames; divan's summaries have no p99.

#[allow(dead_code, reason = "each benchmark uses a part of it")]
mod window;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use egui::accesskit::TreeUpdate;
use egui::{Context, DragAndDrop, Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use unhunch::catalog::Catalog;
use unhunch::editor::{BlockId, Change, Course, Document, Edit, Gesture, History, Review};
use unhunch::engine::Options;
use unhunch::model::{
    Block, CommentedRoutine, Dose, RepeatBlock, Routine, Seconds, SectionBlock, Step, ron_dialect,
};
use unhunch::ui::screens::editor::{Rows, StripMap};
use window::{FLICK, Window, report, says, wheel};

/// The name of the routine.
const NAME: &str = "A long one";

/// What opens it.
const OPENS: &str = "Edit A long one";

/// How many blocks there are.
const BLOCKS: usize = 2_000;

/// Frames that open the routine and fill caches.
const WARM_UP: usize = 120;

/// Frames of scrolling or dragging: down and up again.
const FRAMES: usize = 2_000;

/// A place in the middle of the list, and ones near its edges.
const LIST: Pos2 = pos2(600.0, 420.0);
const LOW: Pos2 = pos2(600.0, 610.0);
const HIGH: Pos2 = pos2(600.0, 190.0);

/// Frames between edits.
const PAUSE: usize = 4;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_routine(&folder.path().join("routines"));
    let frames = |events: fn(usize) -> Vec<Event>, is_so: fn(&Context, &TreeUpdate) -> bool| {
        frames(folder.path(), events, is_so)
    };
    report("2,000 blocks, scrolled", &mut frames(scrolling, |_, tree| says(tree, "Preview")));
    report("2,000 blocks, one dragged", &mut frames(dragging, |ctx, _| DragAndDrop::has_any_payload(ctx)));
    report(
        "2,000 blocks, all selected",
        &mut frames(all_selected, |_, tree| says(tree, "A change counts for all")),
    );
    let edited = frames(editing, |_, tree| says(tree, "Redo "));
    // The frame that takes the key, and the one that shows what came of it.
    let mut pairs: Vec<Duration> = edited.chunks(PAUSE).map(|some| some[0] + some[1]).collect();
    report("2,000 blocks, two frames an edit", &mut pairs);
    let (mut to_findings, mut to_all) = edits();
    report("edit to timeline and findings", &mut to_findings);
    report("edit to rows and strip as well", &mut to_all);
}

/// Every exercise over and over, in repeats and sections that lie in each other.
fn routine() -> Routine {
    let catalog = Catalog::builtin();
    let mut ids = catalog.exercises.keys().cycle();
    let mut blocks = Vec::new();
    let mut count = 0;
    while count < BLOCKS {
        let mut steps = |n| -> Vec<Block> {
            count += n;
            let step = |id: &String| Block::Step(Step { exercise: id.clone(), ..Step::default() });
            ids.by_ref().take(n).map(step).collect()
        };
        let repeat = RepeatBlock { times: 2, blocks: steps(6), ..RepeatBlock::default() };
        let mut inner = vec![Block::Repeat(repeat)];
        inner.extend(steps(6));
        let section = SectionBlock { name: "Part".into(), blocks: inner, ..SectionBlock::default() };
        blocks.push(Block::Section(section));
        blocks.extend(steps(6));
        count += 2;
    }
    Routine { blocks, ..Routine::new("long", NAME) }
}

fn write_routine(folder: &Path) {
    std::fs::create_dir_all(folder).expect("a temporary folder can be written");
    let text = ron_dialect().to_string(&routine()).expect("plain data");
    std::fs::write(folder.join("long.ron"), text).expect("a temporary folder can be written");
}

fn frames(
    folder: &Path,
    events: impl Fn(usize) -> Vec<Event>,
    is_so: impl Fn(&Context, &TreeUpdate) -> bool,
) -> Vec<Duration> {
    let mut window = Window::open(folder, None);
    let measured = window.measure((WARM_UP, FRAMES), &[(4, "Editor"), (7, OPENS)], events);
    let tree = measured.tree.expect("the tree is built");
    assert!(is_so(&window.ctx, &tree), "what is measured is what happens");
    assert!(measured.triangles > 5_000, "cards with figures are on screen");
    measured.costs
}

/// Rests the pointer on the list and scrolls.
fn scrolling(frame: usize) -> Vec<Event> {
    let down = frame.saturating_sub(WARM_UP) < FRAMES / 2;
    match frame {
        20 => vec![Event::PointerMoved(LIST)],
        _ if frame < WARM_UP => Vec::new(),
        _ => vec![wheel(if down { -FLICK } else { FLICK })],
    }
}

/// Selects everything, and scrolls.
fn all_selected(frame: usize) -> Vec<Event> {
    if frame == 30 { key(Key::A, Modifiers::COMMAND) } else { scrolling(frame) }
}

/// Selects a card, and moves it on and back again.
fn editing(frame: usize) -> Vec<Event> {
    let click = |pressed| {
        vec![Event::PointerButton {
            pos: LIST,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        }]
    };
    match frame {
        20 => vec![Event::PointerMoved(LIST)],
        30 => click(true),
        31 => click(false),
        _ if frame < WARM_UP || !frame.is_multiple_of(PAUSE) => Vec::new(),
        _ if frame.is_multiple_of(2 * PAUSE) => key(Key::ArrowDown, Modifiers::ALT),
        _ => key(Key::Z, Modifiers::COMMAND),
    }
}

fn key(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![event(true), event(false)]
}

/// Takes a card and holds it near the lower edge, so that the list goes on under it, then near the
/// upper one.
fn dragging(frame: usize) -> Vec<Event> {
    let button = PointerButton::Primary;
    let at = if frame.saturating_sub(WARM_UP) < FRAMES / 2 { LOW } else { HIGH };
    match frame {
        20 => vec![Event::PointerMoved(LIST)],
        30 => vec![Event::PointerButton { pos: LIST, button, pressed: true, modifiers: Modifiers::NONE }],
        31..WARM_UP => vec![Event::PointerMoved(LIST + vec2(0.0, frame as f32 - 30.0))],
        _ if frame < WARM_UP => Vec::new(),
        _ => vec![Event::PointerMoved(at + vec2((frame % 40) as f32, 0.0))],
    }
}

/// Edits and steps back in turn: how long to the findings, and how long to all that the desk makes.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn edits() -> (Vec<Duration>, Vec<Duration>) {
    let catalog = Catalog::builtin();
    let document = Document::new(CommentedRoutine::from(routine()));
    let mut steps: Vec<BlockId> = Vec::new();
    document.each(&mut |node| {
        if !node.is_group() {
            steps.push(node.id);
        }
    });
    let edit = |round: usize| {
        let ids = BTreeSet::from([steps[round * 7 % steps.len()]]);
        let secs = Seconds(20.0 + (round % 30) as f64);
        Edit::Change { ids, change: Change::Dose(Some(Dose::Timed { secs, sets: 1 })) }
    };
    let options = Options::default();
    let mut history = History::new(document, None);
    (0..FRAMES / 4)
        .map(|round| {
            let start = Instant::now();
            if round % 2 == 0 {
                history.apply(&edit(round), Gesture::Single).expect("it changes something");
            } else {
                assert!(history.undo());
            }
            let document = history.document();
            let review = Review::of(document, &catalog, &options);
            let to_findings = start.elapsed();
            let rows = Rows::new(document, &BTreeSet::new());
            let strip = StripMap::new(Course::new(document, &review.timeline));
            let to_all = start.elapsed();
            std::hint::black_box((review, rows, strip));
            (to_findings, to_all)
        })
        .unzip()
}
