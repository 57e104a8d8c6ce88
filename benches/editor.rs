//! What a frame of the Editor costs with 2,000 blocks on the desk, while they scroll and while one of
//! them is dragged over the others: 1280 × 800 points, from logic to triangles. And how long it takes
//! from an edit to the new timeline with its findings. The same for the source, at rest and with a
//! letter written in each frame, with 2,000 blocks and with as much text as a file may hold.
//!
//! Prints p50, p99 and the worst of many frames; divan's summaries have no p99.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime};

use egui::accesskit::{Action, ActionRequest, Node, TreeId, TreeUpdate};
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    TouchPhase, pos2, vec2,
};
use unhunch::app::clock::Reading;
use unhunch::app::{Launch, Unhunch};
use unhunch::catalog::Catalog;
use unhunch::editor::{BlockId, Change, Document, Edit, Review};
use unhunch::engine::Options;
use unhunch::model::{
    Block, CommentedRoutine, Dose, RepeatBlock, Routine, Seconds, SectionBlock, Step, ron_dialect,
};
use unhunch::store::DataFolder;

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

/// Points a frame: a fast flick.
const FLICK: f32 = 36.0;

/// A place in the middle of the list, and ones near its edges.
const LIST: Pos2 = pos2(600.0, 420.0);
const LOW: Pos2 = pos2(600.0, 610.0);
const HIGH: Pos2 = pos2(600.0, 190.0);

const STEP: Duration = Duration::from_micros(16_667);

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_routine(&folder.path().join("routines"));
    report("2,000 blocks, scrolled", &mut frames(folder.path(), CARDS, scrolling));
    report("2,000 blocks, one dragged", &mut frames(folder.path(), CARDS, dragging));
    for (name, note) in [("2,000 blocks", ""), ("1 MiB", &"x".repeat(380))] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        write_text(&folder.path().join("routines"), &source(note));
        for (what, reading) in [("", true), (", not read out", false)] {
            let run = Run { source: true, reading, frames: FRAMES / 10 };
            report(&format!("source of {name}, scrolled{what}"), &mut frames(folder.path(), run, scrolling));
            report(&format!("source of {name}, written{what}"), &mut frames(folder.path(), run, writing));
        }
    }
    report("edit to timeline and findings", &mut edits());
}

/// What is measured.
#[derive(Clone, Copy)]
struct Run {
    /// The source rather than the cards.
    source: bool,
    /// Something reads the window out.
    reading: bool,
    frames: usize,
}

const CARDS: Run = Run { source: false, reading: true, frames: FRAMES };

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

/// The text of a routine of 2,000 steps, with a note in each.
fn source(note: &str) -> String {
    let ids: Vec<_> = Catalog::builtin().exercises.keys().cloned().collect();
    let step = |n: usize| format!("        Step(exercise: \"{}\", note: \"{note}\"),\n", ids[n % ids.len()]);
    let steps: String = (0..BLOCKS).map(step).collect();
    format!("(\n    version: 1,\n    id: \"long\",\n    name: \"{NAME}\",\n    blocks: [\n{steps}    ],\n)\n")
}

fn write_routine(folder: &Path) {
    write_text(folder, &ron_dialect().to_string(&routine()).expect("plain data"));
}

fn write_text(folder: &Path, text: &str) {
    std::fs::create_dir_all(folder).expect("a temporary folder can be written");
    std::fs::write(folder.join("long.ron"), text).expect("a temporary folder can be written");
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn frames(folder: &Path, run: Run, events: impl Fn(usize) -> Vec<Event>) -> Vec<Duration> {
    let ctx = Context::default();
    ctx.enable_accesskit();
    let time = Rc::new(Cell::new(Duration::ZERO));
    let session_time = Rc::clone(&time);
    let clock =
        move || Reading { awake: session_time.get(), wall: SystemTime::UNIX_EPOCH + session_time.get() };
    let folder = DataFolder::open(Some(folder.to_owned())).expect("a named folder needs no home");
    let mut program =
        Unhunch::silent(&ctx, Launch { folder, start: None, watch: false, asks_safety: false }, clock);
    let mut costs = Vec::with_capacity(run.frames);
    let mut triangles = 0;
    let mut opening = None;
    for frame in 0..WARM_UP + run.frames {
        time.set(time.get() + STEP);
        let input = RawInput {
            screen_rect: Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(1280.0, 800.0))),
            time: Some(time.get().as_secs_f64()),
            events: opening.take().into_iter().chain(events(frame)).collect(),
            ..RawInput::default()
        };
        let start = Instant::now();
        program.advance(&ctx);
        let mut output = ctx.run_ui(input, |ui| program.show(ui));
        let painted = ctx.tessellate(output.shapes, output.pixels_per_point);
        let cost = start.elapsed();
        output.textures_delta.clear();
        opening = match frame {
            3 => Some("Editor"),
            6 => Some(OPENS),
            9 if run.source => Some("Show the source"),
            _ => None,
        }
        .map(|name| press(output.platform_output.accesskit_update.as_ref(), name));
        if frame == 12 && !run.reading {
            ctx.disable_accesskit();
        }
        if frame >= WARM_UP {
            costs.push(cost);
            triangles += std::hint::black_box(painted).iter().map(triangles_of).sum::<usize>();
        }
    }
    assert!(triangles / run.frames > 3_000, "cards with figures or many letters are on screen");
    costs
}

/// Presses what has this name, or one that begins so.
fn press(tree: Option<&TreeUpdate>, name: &str) -> Event {
    let nodes = &tree.expect("the tree is built").nodes;
    let named = |node: &Node| node.label().is_some_and(|label| label.starts_with(name));
    let (id, _) = nodes.iter().find(|(_, node)| named(node)).expect("it is on the screen");
    Event::AccessKitActionRequest(ActionRequest {
        action: Action::Click,
        target_tree: TreeId::ROOT,
        target_node: *id,
        data: None,
    })
}

/// Rests the pointer on the list and scrolls.
fn scrolling(frame: usize) -> Vec<Event> {
    let down = frame.saturating_sub(WARM_UP) < FRAMES / 2;
    match frame {
        20 => vec![Event::PointerMoved(LIST)],
        _ if frame < WARM_UP => Vec::new(),
        _ => vec![Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, if down { -FLICK } else { FLICK }),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        }],
    }
}

/// Writes a letter in each frame, in a comment in the middle of the text.
fn writing(frame: usize) -> Vec<Event> {
    let press = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    match frame {
        20..26 => vec![press(Key::PageDown)],
        30 => vec![press(Key::Home)],
        40 => vec![Event::Text("// ".to_owned())],
        50 => vec![press(Key::Enter)],
        60 => vec![press(Key::ArrowUp)],
        70 => vec![press(Key::End)],
        _ if frame < WARM_UP => Vec::new(),
        _ => vec![Event::Text("a".to_owned())],
    }
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

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn edits() -> Vec<Duration> {
    let catalog = Catalog::builtin();
    let mut document = Document::new(CommentedRoutine::from(routine()));
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
    (0..FRAMES / 4)
        .filter_map(|round| {
            let start = Instant::now();
            // An edit may change nothing, where it is made a second time.
            document = document.edited(&edit(round), &BTreeSet::new()).ok()?.document;
            std::hint::black_box(Review::of(&document, &catalog, &options));
            Some(start.elapsed())
        })
        .collect()
}

fn triangles_of(painted: &egui::ClippedPrimitive) -> usize {
    match &painted.primitive {
        egui::epaint::Primitive::Mesh(mesh) => mesh.indices.len() / 3,
        egui::epaint::Primitive::Callback(_) => 0,
    }
}

#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
fn report(name: &str, costs: &mut [Duration]) {
    costs.sort_unstable();
    let at = |share: f64| costs[((costs.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{name:44} p50 {:6.3} ms   p99 {:6.3} ms   worst {:6.3} ms", at(0.5), at(0.99), at(1.0));
}
