//! The way into the window: refuses with a reason where none can open, or what was asked cannot run.

use std::sync::Arc;
use std::time::Duration;

use super::args::Play;
use super::content::Content;
use super::failure::Failure;
use crate::model::Routine;

/// Said, after the reason, wherever the window cannot open.
const WORKS_WITHOUT: &str = "list, check, timeline and export work without one";

/// A session to start as the window opens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Start {
    /// What to run.
    pub(super) routine: Arc<Routine>,
    /// How far into it.
    pub(super) from: Duration,
    /// Without sound.
    pub(super) is_mute: bool,
}

impl Start {
    /// What `play` asks for.
    pub(super) fn new(play: &Play, content: &Content) -> Result<Self, Failure> {
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
        Ok(Self { routine, from, is_mute: play.mute })
    }
}

/// Refuses where no window can open.
pub(super) fn require_display() -> Result<(), Failure> {
    let is_named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    // The rule of the window library; the other systems always have a display.
    let has_display = cfg!(any(windows, target_os = "macos"))
        || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(is_named);
    if has_display { Ok(()) } else { Err(no_window("there is no display here")) }
}

/// The failure of a window that does not open, and what to do without it.
pub(super) fn no_window(reason: impl std::fmt::Display) -> Failure {
    Failure::Machine(format!("the window cannot open, because {reason}; {WORKS_WITHOUT}"))
}
