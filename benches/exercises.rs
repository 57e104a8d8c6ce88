//! What a frame of the Exercises screen costs while a thousand exercises scroll under the pointer:
//! 1280 × 800 points, from logic to triangles, with the figures that come into view drawn anew and
//! the one under the pointer moving.
//!
//! Prints p50, p99 and the worst of many frames; divan's summaries have no p99.

#[allow(dead_code, reason = "each benchmark uses a part of it")]
mod window;

use std::path::Path;
use std::time::Duration;

use egui::{Event, Modifiers, PointerButton, Pos2, pos2};
use unhunch::catalog::Catalog;
use unhunch::model::{Exercise, ron_dialect};
use window::{FLICK, Window, report, wheel};

/// How many exercises there are.
const EXERCISES: usize = 1_000;

/// Frames that open the screen and fill caches.
const WARM_UP: usize = 120;

/// Frames of scrolling: down to the end and up again.
const FRAMES: usize = 3_000;

/// The entry of the rail, and a card.
const RAIL: Pos2 = pos2(42.0, 115.0);
const CARD: Pos2 = pos2(700.0, 500.0);

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

fn frames(folder: &Path) -> Vec<Duration> {
    let measured = Window::open(folder, None).measure((WARM_UP, FRAMES), &[], events);
    assert!(measured.triangles > 5_000, "cards with figures are on screen");
    measured.costs
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
        _ => vec![wheel(if down { -FLICK } else { FLICK })],
    }
}
