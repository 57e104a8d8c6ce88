//! The way into the window: refuses with a reason where none can open, or what was asked cannot run.

use std::time::Duration;

use super::args::Play;
use super::content::Content;
use super::failure::Failure;
use crate::app::{Launch, Start, launch};
use crate::store::DataFolder;

/// Said, after the reason, wherever the window cannot open.
const WORKS_WITHOUT: &str = "list, check, timeline and export work without one";

/// What `play` asks for.
pub(super) fn start(play: &Play, content: &Content) -> Result<Start, Failure> {
    let routine = content.routine(&play.routine)?;
    let (timeline, _) = content.compile(&routine);
    let total_secs = timeline.total_ms() as f64 / 1000.0;
    if timeline.segments.is_empty() {
        return Err(Failure::Input(format!(
            "nothing in “{}” runs; `unhunch check` or `unhunch timeline` tells why",
            routine.id
        )));
    }
    let past_end = || {
        Failure::Input(format!(
            "“{}” lasts {total_secs} seconds, so it cannot start {} seconds into it",
            routine.id, play.from
        ))
    };
    let from = Duration::try_from_secs_f64(play.from).map_err(|_| past_end())?;
    if play.from >= total_secs {
        return Err(past_end());
    }
    Ok(Start { routine, from, is_mute: play.mute })
}

/// Opens the window.
pub(super) fn open(folder: DataFolder, start: Option<Start>, watch: bool) -> Result<(), Failure> {
    require_display()?;
    launch(Launch { folder, start, watch }).map_err(no_window)
}

/// Refuses where no window can open.
fn require_display() -> Result<(), Failure> {
    let is_named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    // The rule of the window library; the other systems always have a display.
    let has_display = cfg!(any(windows, target_os = "macos"))
        || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(is_named);
    if has_display { Ok(()) } else { Err(no_window("there is no display here")) }
}

/// The failure of a window that does not open, and what to do without it.
fn no_window(reason: impl std::fmt::Display) -> Failure {
    Failure::Machine(format!("the window cannot open, because {reason}; {WORKS_WITHOUT}"))
}
