//! What a frame of the player costs, from logic to triangles: 1280 × 800 points, every exercise.
//!
//! Prints p50, p99 and the worst of many frames; divan's summaries have no p99.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime};

use egui::{Context, RawInput, Rect, pos2};
use unhunch::app::clock::Reading;
use unhunch::app::{Launch, Start, Unhunch};
use unhunch::catalog::Catalog;
use unhunch::store::DataFolder;

/// Frames that fill caches: glyphs, motions, layouts.
const WARM_UP: usize = 60;

const FRAMES: usize = 4_000;

/// The session's time between two frames: not a divisor of any phase, so that all of them are met.
const STEP: Duration = Duration::from_millis(97);

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut all = Vec::new();
    for id in Catalog::builtin().routines.keys() {
        let mut costs = frames(id, folder.path(), FRAMES);
        report(id, &mut costs);
        all.extend(costs);
    }
    report("all routines", &mut all);
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn frames(routine: &str, folder: &std::path::Path, count: usize) -> Vec<Duration> {
    let ctx = Context::default();
    ctx.enable_accesskit();
    let time = Rc::new(Cell::new(Duration::ZERO));
    let session_time = Rc::clone(&time);
    let clock =
        move || Reading { awake: session_time.get(), wall: SystemTime::UNIX_EPOCH + session_time.get() };
    let mut program = Unhunch::silent(&ctx, launch(routine, folder), clock);
    let mut costs = Vec::with_capacity(count);
    for frame in 0..WARM_UP + count {
        time.set(time.get() + STEP);
        let input = RawInput {
            screen_rect: Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(1280.0, 800.0))),
            time: Some(time.get().as_secs_f64()),
            ..RawInput::default()
        };
        let start = Instant::now();
        program.advance(&ctx);
        let output = ctx.run_ui(input, |ui| program.show(ui));
        let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
        let cost = start.elapsed();
        std::hint::black_box(triangles);
        if frame >= WARM_UP {
            costs.push(cost);
        }
    }
    costs
}

fn launch(routine: &str, folder: &std::path::Path) -> Launch {
    let routine = Catalog::builtin().routine(routine).expect("a shipped routine").clone();
    let start = Some(Start { routine, from: Duration::ZERO, is_mute: true });
    let folder = DataFolder::open(Some(folder.to_owned())).expect("a named folder needs no home");
    Launch { folder, start, watch: false, asks_safety: false }
}

#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
fn report(name: &str, costs: &mut [Duration]) {
    costs.sort_unstable();
    let at = |share: f64| costs[((costs.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{name:28} p50 {:6.3} ms   p99 {:6.3} ms   worst {:6.3} ms", at(0.5), at(0.99), at(1.0));
}
