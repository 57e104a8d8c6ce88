//! The player: the figure large, the one instruction, the ring with the breath in it, what comes
//! next, and the session along the bottom.

mod control;
mod header;
mod layout;
mod over;
mod pacer;
mod panels;
mod questions;
mod sound;
mod stage;
mod steps;
mod transport;
mod wording;

use std::time::Duration;

use egui::{Rect, Ui};

use super::Repaint;
use crate::engine::{Moment, Timeline};
use crate::figure::Scene;
use crate::ui::widgets::{SessionMap, session_bar_ui};
use crate::ui::{Command, Look, Screen, player_keys};
pub use control::{ControlView, Panel};
pub use layout::PlayerLayout;
pub use steps::step_beside;

/// What the session does now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RunState<'a> {
    /// Runs.
    Playing,
    /// Waits for the person.
    Paused,
    /// Counts in after a pause.
    CountIn {
        /// Time until it goes on.
        left: Duration,
    },
    /// An open dose waits for "done".
    AtGate {
        /// How long it has waited.
        waited: Duration,
    },
    /// "This hurts" was pressed.
    Hurt {
        /// The name of the easier exercise there is.
        easier: Option<&'a str>,
    },
    /// The session is over.
    Over {
        /// How long it took.
        took: Duration,
        /// How many exercises were done.
        exercises: u32,
    },
}

/// What the player shows.
#[derive(Clone, Copy, Debug)]
pub struct PlayerView<'a> {
    /// Name of the routine.
    pub routine: &'a str,
    /// The session.
    pub timeline: &'a Timeline,
    /// The same, merged for the bar. Made whenever the timeline changes.
    pub map: &'a SessionMap,
    /// What is true now.
    pub moment: &'a Moment<'a>,
    /// What the session does.
    pub state: RunState<'a>,
    /// What it shows of its controls.
    pub control: ControlView<'a>,
    /// The screen that leaving leads to.
    pub leads_to: Screen,
    /// The figure now.
    pub scene: Option<&'a Scene>,
    /// A still picture that stands in for it.
    pub picture: Option<egui::load::SizedTexture>,
    /// The figure of what comes next.
    pub next_scene: Option<&'a Scene>,
}

impl PlayerView<'_> {
    /// When the next frame is needed, if nobody touches anything.
    #[must_use]
    pub fn repaint(&self, reduced_motion: bool) -> Repaint {
        match self.state {
            RunState::Paused | RunState::Hurt { .. } | RunState::Over { .. } => Repaint::Never,
            RunState::CountIn { .. } => Repaint::EverySecond,
            RunState::Playing | RunState::AtGate { .. } if reduced_motion => Repaint::EverySecond,
            RunState::Playing | RunState::AtGate { .. } => Repaint::Moving,
        }
    }

    fn at_ms(&self) -> u64 {
        u64::try_from(self.moment.at.as_millis()).unwrap_or(u64::MAX)
    }
}

/// Builds the player over a rectangle.
pub fn player_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    player_keys(ui, view, commands);
    let layout = PlayerLayout::new(rect, look.scale);
    header::header_ui(ui, look, &layout, view, commands);
    let main = layout.stage.union(layout.side);
    match (view.control.panel, view.state) {
        (Some(Panel::Leaving), _) => questions::leaving_ui(ui, look, main, view.moment.at, commands),
        (Some(Panel::Keys), RunState::Over { .. } | RunState::Hurt { .. }) => {
            panels::keys_ui(ui, look, main, commands);
        }
        (_, RunState::Over { took, exercises }) => {
            over::over_ui(ui, look, main, view, took, exercises, commands);
        }
        (_, RunState::Hurt { easier }) => questions::hurt_ui(ui, look, main, easier, view, commands),
        _ => running_ui(ui, look, &layout, view, commands),
    }
    session_bar_ui(ui, look, layout.bar, view.timeline, view.map, view.at_ms(), commands);
}

fn running_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    layout: &PlayerLayout,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    match view.control.panel {
        Some(Panel::Keys) => panels::keys_ui(ui, look, layout.stage.union(layout.side), commands),
        Some(Panel::Steps { picked }) => steps::steps_ui(ui, look, layout.stage, view, picked, commands),
        _ => stage::stage_ui(ui, look, layout, view, commands),
    }
    if view.control.panel != Some(Panel::Keys) {
        pacer::pacer_ui(ui, look, layout, view);
    }
    transport::transport_ui(ui, look, layout, view, commands);
}
