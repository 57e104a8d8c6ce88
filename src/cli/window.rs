//! The way into the window: refuses with a reason where none can open, or what was asked cannot run.

use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

use super::args::Play;
use super::content::Content;
use super::failure::Failure;
use crate::app::{Launch, Start, launch};

/// Opens the window and stays until it is closed.
pub(super) fn open(how: Launch) -> Result<(), Failure> {
    if !has_display() {
        return Err(no_window("there is no display here"));
    }
    launch(how).map_err(no_window)
}

/// By the rule of the window library; other systems always have a display.
fn has_display() -> bool {
    let is_named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos"))
        || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(is_named)
}

/// The failure of a window that does not open, and what to do without it.
fn no_window(reason: impl Display) -> Failure {
    Failure::Machine(format!(
        "the window cannot open: {reason}; list, check, timeline and export work without one"
    ))
}

/// The session that `play` asks for.
pub(super) fn start(play: &Play, content: &Content) -> Result<Start, Failure> {
    let mut routine = content.routine(&play.routine)?;
    if !routine.carried.pictures.is_empty() {
        // A session shows the figures, and is kept with its routine: pictures would only fill that up.
        Arc::make_mut(&mut routine).carried.pictures.clear();
    }
    let (timeline, _) = content.compile(&routine);
    if timeline.segments.is_empty() {
        return Err(Failure::Input(format!(
            "nothing in “{}” runs; `unhunch timeline` tells why",
            routine.id
        )));
    }
    let total_secs = timeline.total_ms() as f64 / 1000.0;
    let from = Duration::try_from_secs_f64(play.from).ok().filter(|_| play.from < total_secs);
    let from = from.ok_or_else(|| {
        Failure::Input(format!(
            "“{}” lasts {total_secs} seconds, so it cannot start {} seconds into it",
            routine.id, play.from
        ))
    })?;
    Ok(Start { routine, from, is_mute: play.mute })
}
