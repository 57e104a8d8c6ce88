//! What a frame of the source of a routine costs, at rest and with a letter written in each frame, with
//! 2,000 blocks and with as much text as a file may hold; 1280 × 800 points, from logic to triangles.
//!
//! Prints p50, p99 and the worst of many frames; divan's summaries have no p99.

#[allow(dead_code, reason = "each benchmark uses a part of it")]
mod window;

use std::path::Path;
use std::time::Duration;

use egui::{Event, Key, Modifiers, Pos2, pos2};
use unhunch::catalog::Catalog;
use window::{FLICK, Window, report, wheel};

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

/// A place in the middle of the text.
const MIDDLE: Pos2 = pos2(600.0, 420.0);

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

fn frames(folder: &Path, is_read_out: bool, events: impl Fn(usize) -> Vec<Event>) -> Vec<Duration> {
    let mut window = Window::open(folder, None);
    let opening = [(4, "Editor"), (7, OPENS), (10, "Show the source")];
    let ctx = window.ctx.clone();
    let measured = window.measure((WARM_UP, FRAMES), &opening, |at| {
        if at == 13 && !is_read_out {
            ctx.disable_accesskit();
        }
        events(at)
    });
    assert!(measured.triangles > 3_000, "many letters are on screen");
    measured.costs
}

/// Rests the pointer on the text and scrolls.
fn scrolling(frame: usize) -> Vec<Event> {
    let down = frame.saturating_sub(WARM_UP) < FRAMES / 2;
    match frame {
        20 => vec![Event::PointerMoved(MIDDLE)],
        _ if frame < WARM_UP => Vec::new(),
        _ => vec![wheel(if down { -FLICK } else { FLICK })],
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
