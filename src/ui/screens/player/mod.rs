//! The player: the figure large, the one instruction, the ring with the breath in it, what comes
//! next, and the session along the bottom.

mod after;
mod compact;
mod control;
mod header;
mod layout;
mod next;
mod over;
mod pacer;
mod panels;
mod questions;
mod room;
mod room_over;
mod safety;
mod sound;
mod stage;
mod steps;
mod transport;
mod wording;

use std::time::Duration;

use egui::{Rect, Ui, vec2};

use super::Repaint;
use super::safety::SafetyView;
use crate::engine::{Moment, Timeline};
use crate::figure::Scene;
use crate::ui::legible::Legible;
use crate::ui::widgets::{SessionMap, session_bar_keys, session_bar_ui};
use crate::ui::{Command, Look, Screen, player_keys};
pub use after::{AfterView, MOST_LETTERS};
pub use compact::CompactLayout;
pub use control::{ControlView, Panel};
pub use layout::PlayerLayout;
pub use room::RoomLayout;
pub(in crate::ui::screens) use safety::panel_ui as safety_panel_ui;
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

/// How the player shows the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// Everything, for someone before the screen.
    #[default]
    Stage,
    /// What matters, large, for someone who stands in the room.
    Room,
    /// Figure, seconds and pause, in a small window that stays on top.
    Compact,
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
    /// How it is shown.
    pub sight: Sight,
    /// Where the person stands.
    pub legible: Legible,
    /// True where the window has the whole screen.
    pub is_full: bool,
    /// When to stop and whom to ask.
    pub safety: SafetyView<'a>,
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
    /// What the end asks.
    pub after: AfterView<'a>,
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

    /// How much of the session is over, 0 to 1.
    fn gone(&self) -> f32 {
        let total = self.timeline.total_ms().max(1) as f32;
        (self.at_ms() as f32 / total).clamp(0.0, 1.0)
    }

    /// What is told of the session where it is over and nothing lies over that.
    fn told(&self) -> Option<over::Told> {
        match (self.control.panel, self.state) {
            (Some(Panel::Leaving | Panel::Keys | Panel::Safety), _) => None,
            (Some(Panel::Left { took, exercises }), _) | (_, RunState::Over { took, exercises }) => {
                Some(over::Told { took, exercises })
            }
            _ => None,
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
    session_bar_keys(ui, view.map, view.at_ms(), commands);
    keys(ui, view, commands);
    let is_free = view.control.panel.is_none();
    match view.sight {
        Sight::Compact if is_free => return compact::compact_ui(ui, look, rect, view, commands),
        Sight::Room if is_free && room::fits(&view.state) => {
            return room::room_ui(ui, look, rect, view, commands);
        }
        Sight::Room => {
            if let Some(told) = view.told() {
                return room_over::room_over_ui(ui, look, rect, view, &told, commands);
            }
        }
        _ => {}
    }
    let layout = PlayerLayout::new(rect, look.scale);
    header::header_ui(ui, look, &layout, view, commands);
    if let Some(told) = view.told() {
        return ended_ui(ui, look, &layout, view, &told, commands);
    }
    let main = layout.stage.union(layout.side);
    match (view.control.panel, view.state) {
        (Some(Panel::Leaving), _) => questions::leaving_ui(ui, look, main, view.moment.at, commands),
        (Some(Panel::Keys), RunState::Over { .. } | RunState::Hurt { .. }) => {
            panels::keys_ui(ui, look, main, commands);
        }
        (Some(Panel::Safety), RunState::Over { .. } | RunState::Hurt { .. }) => {
            safety::panel_ui(ui, look, main, view.safety, commands);
        }
        (_, RunState::Hurt { easier }) => questions::hurt_ui(ui, look, main, easier, view, commands),
        _ => running_ui(ui, look, &layout, view, commands),
    }
    session_bar_ui(ui, look, layout.bar, view.timeline, view.map, view.at_ms(), commands);
}

/// The end, over all that is below the header: nothing is played any more.
fn ended_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    layout: &PlayerLayout,
    view: &PlayerView<'_>,
    told: &over::Told,
    commands: &mut Vec<Command>,
) {
    let main = layout.stage.union(layout.side);
    let all = main.with_max_y(layout.transport.bottom());
    if view.after.is_left {
        return over::over_ui(ui, look, all, view, told, commands);
    }
    let bar = layout.bar.translate(vec2(0.0, all.bottom() - layout.bar.bottom()));
    let above = all.with_max_y(bar.top() - (layout.bar.top() - main.bottom()));
    over::over_ui(ui, look, above, view, told, commands);
    session_bar_ui(ui, look, bar, view.timeline, view.map, view.at_ms(), commands);
}

/// Builds the player's stage and what paces it over a rectangle, and nothing else: for a preview.
pub fn staged_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let layout = PlayerLayout::staged(rect, look.scale);
    stage::stage_ui(ui, look, &layout, view, commands);
    pacer::pacer_ui(ui, look, &layout, view);
}

/// Takes the keys. What would leave the session leaves the room or compact view first.
fn keys(ui: &Ui, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let before = commands.len();
    player_keys(ui, view, commands);
    let instead = match view.sight {
        Sight::Stage => return,
        Sight::Room => Command::ToggleRoom,
        Sight::Compact => Command::ToggleCompact,
    };
    for command in &mut commands[before..] {
        if *command == Command::Leave {
            *command = instead.clone();
        }
    }
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
        Some(Panel::Safety) => {
            safety::panel_ui(ui, look, layout.stage.union(layout.side), view.safety, commands);
        }
        Some(Panel::Steps { picked }) => steps::steps_ui(ui, look, layout.stage, view, picked, commands),
        _ => stage::stage_ui(ui, look, layout, view, commands),
    }
    if !matches!(view.control.panel, Some(Panel::Keys | Panel::Safety)) {
        pacer::pacer_ui(ui, look, layout, view);
    }
    transport::transport_ui(ui, look, layout, view, commands);
}
