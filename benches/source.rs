//! What a frame of the source of a routine costs, at rest and with a letter written in each frame, with
//! 2,000 blocks and with as much text as a file may hold; 1280 × 800 points, from logic to triangles.
//!
//! Prints p50, p99 and the worst of many frames; divan's summaries have no p99.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime};

use egui::accesskit::{Action, ActionRequest, Node, TreeId, TreeUpdate};
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, pos2,
    vec2,
};
use unhunch::app::clock::Reading;
use unhunch::app::{Launch, Unhunch};
use unhunch::catalog::Catalog;
use unhunch::store::DataFolder;

/// The name of the routine.
const NAME: &str = "A long one";

/// What opens it.
const OPENS: &str = "Edit A long one";

/// How many blocks there are.
const BLOCKS: usize = 2_000;

/// Frames that open the routine and fill caches.
const WARM_UP: usize = 120;

/// Frames of scrolling, down and up again, or of writing.
const FRAMES: usize = 200;

/// Points a frame: a fast flick.
const FLICK: f32 = 36.0;

/// A place in the middle of the text.
const MIDDLE: Pos2 = pos2(600.0, 420.0);

const STEP: Duration = Duration::from_micros(16_667);

fn main() {
    for (name, note) in [("2,000 blocks", ""), ("1 MiB", &"x".repeat(380))] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        write_text(&folder.path().join("routines"), &source(note));
        for (what, is_read_out) in [("", true), (", not read out", false)] {
            let frames = |events: fn(usize) -> Vec<Event>| frames(folder.path(), is_read_out, events);
            report(&format!("source of {name}, scrolled{what}"), &mut frames(scrolling));
            report(&format!("source of {name}, written{what}"), &mut frames(writing));
        }
    }
}

/// The text of a routine of 2,000 steps, with a note in each.
fn source(note: &str) -> String {
    let ids: Vec<_> = Catalog::builtin().exercises.keys().cloned().collect();
    let step = |n: usize| format!("        Step(exercise: \"{}\", note: \"{note}\"),\n", ids[n % ids.len()]);
    let steps: String = (0..BLOCKS).map(step).collect();
    format!("(\n    version: 1,\n    id: \"long\",\n    name: \"{NAME}\",\n    blocks: [\n{steps}    ],\n)\n")
}

fn write_text(folder: &Path, text: &str) {
    std::fs::create_dir_all(folder).expect("a temporary folder can be written");
    std::fs::write(folder.join("long.ron"), text).expect("a temporary folder can be written");
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn frames(folder: &Path, is_read_out: bool, events: impl Fn(usize) -> Vec<Event>) -> Vec<Duration> {
    let ctx = Context::default();
    ctx.enable_accesskit();
    let time = Rc::new(Cell::new(Duration::ZERO));
    let session_time = Rc::clone(&time);
    let clock =
        move || Reading { awake: session_time.get(), wall: SystemTime::UNIX_EPOCH + session_time.get() };
    let folder = DataFolder::open(Some(folder.to_owned())).expect("a named folder needs no home");
    let mut program =
        Unhunch::silent(&ctx, Launch { folder, start: None, watch: false, asks_safety: false }, clock);
    let mut costs = Vec::with_capacity(FRAMES);
    let mut triangles = 0;
    let mut opening = None;
    for frame in 0..WARM_UP + FRAMES {
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
            9 => Some("Show the source"),
            _ => None,
        }
        .map(|name| press(output.platform_output.accesskit_update.as_ref(), name));
        if frame == 12 && !is_read_out {
            ctx.disable_accesskit();
        }
        if frame >= WARM_UP {
            costs.push(cost);
            triangles += std::hint::black_box(painted).iter().map(triangles_of).sum::<usize>();
        }
    }
    assert!(triangles / FRAMES > 3_000, "many letters are on screen");
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

/// Rests the pointer on the text and scrolls.
fn scrolling(frame: usize) -> Vec<Event> {
    let down = frame.saturating_sub(WARM_UP) < FRAMES / 2;
    match frame {
        20 => vec![Event::PointerMoved(MIDDLE)],
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
