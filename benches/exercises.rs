//! What a frame of the Exercises screen costs while a thousand exercises scroll under the pointer:
//! 1280 × 800 points, from logic to triangles, with the figures that come into view drawn anew and
//! the one under the pointer moving.
//!
//! Prints p50, p99 and the worst of many frames; divan's summaries have no p99.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime};

use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    TouchPhase, pos2, vec2,
};
use unhunch::app::clock::Reading;
use unhunch::app::{Launch, Unhunch};
use unhunch::catalog::Catalog;
use unhunch::model::{Exercise, ron_dialect};
use unhunch::store::DataFolder;

/// How many exercises there are.
const EXERCISES: usize = 1_000;

/// Frames that open the screen and fill caches.
const WARM_UP: usize = 120;

/// Frames of scrolling: down to the end and up again.
const FRAMES: usize = 3_000;

/// Points a frame: a fast flick, six cards a second.
const FLICK: f32 = 36.0;

/// The entry of the rail, and a card.
const RAIL: Pos2 = pos2(42.0, 115.0);
const CARD: Pos2 = pos2(700.0, 500.0);

const STEP: Duration = Duration::from_micros(16_667);

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_exercises(&folder.path().join("exercises"));
    report("1,000 exercises, scrolled", &mut frames(folder.path()));
}

/// The shipped exercises over and over, under other names.
fn write_exercises(folder: &Path) {
    std::fs::create_dir_all(folder).expect("a temporary folder can be written");
    let catalog = Catalog::builtin();
    let shipped: Vec<&Exercise> = catalog.exercises.values().map(AsRef::as_ref).collect();
    for n in shipped.len()..EXERCISES {
        let one = shipped[n % shipped.len()];
        let (id, name) = (format!("own-{n}"), format!("{} {n}", one.name));
        let exercise = Exercise { id: id.clone(), name, ..one.clone() };
        let text = ron_dialect().to_string(&exercise).expect("plain data");
        std::fs::write(folder.join(format!("{id}.ron")), text).expect("a temporary folder can be written");
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn frames(folder: &Path) -> Vec<Duration> {
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
    for frame in 0..WARM_UP + FRAMES {
        time.set(time.get() + STEP);
        let input = RawInput {
            screen_rect: Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(1280.0, 800.0))),
            time: Some(time.get().as_secs_f64()),
            events: events(frame),
            ..RawInput::default()
        };
        let start = Instant::now();
        program.advance(&ctx);
        let mut output = ctx.run_ui(input, |ui| program.show(ui));
        let painted = ctx.tessellate(output.shapes, output.pixels_per_point);
        let cost = start.elapsed();
        output.textures_delta.clear();
        if frame >= WARM_UP {
            costs.push(cost);
            triangles += std::hint::black_box(painted).iter().map(triangles_of).sum::<usize>();
        }
    }
    assert!(triangles / FRAMES > 5_000, "cards with figures are on screen");
    costs
}

/// Opens the screen, rests the pointer on a card, and scrolls.
fn events(frame: usize) -> Vec<Event> {
    let press = |pressed| Event::PointerButton {
        pos: RAIL,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let down = (frame - WARM_UP.min(frame)) < FRAMES / 2;
    match frame {
        3 => vec![Event::PointerMoved(RAIL)],
        5 => vec![press(true)],
        6 => vec![press(false)],
        20 => vec![Event::PointerMoved(CARD)],
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
    println!("{name:28} p50 {:6.3} ms   p99 {:6.3} ms   worst {:6.3} ms", at(0.5), at(0.99), at(1.0));
}
