//! What a frame of the player costs, from logic to triangles: 1280 × 800 points, every exercise.
//!
//! Prints p50, p99 and the worst of many frames; divan's summaries have no p99.

#[allow(dead_code, reason = "each benchmark uses a part of it")]
mod window;

use std::path::Path;
use std::time::Duration;

use unhunch::app::Start;
use unhunch::catalog::Catalog;
use window::{Window, report};

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

fn frames(routine: &str, folder: &Path, count: usize) -> Vec<Duration> {
    let routine = Catalog::builtin().routine(routine).expect("a shipped routine").clone();
    let start = Start { routine, from: Duration::ZERO, is_mute: true };
    let mut window = Window::open(folder, Some(start));
    for _ in 0..WARM_UP {
        window.frame(STEP, Vec::new());
    }
    (0..count).map(|_| window.frame(STEP, Vec::new()).cost).collect()
}
