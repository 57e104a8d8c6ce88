//! The player's keyboard: one table for what the keys do and for the list that explains them.

use egui::{EventFilter, Key as Physical, Modifiers, Ui};

use super::Command;
use super::screens::player::RunState;

/// What a key of the player does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Pause and go on; Done at a gate.
    Main,
    /// Back.
    Back,
    /// Skip.
    Skip,
    /// Start over.
    Restart,
    /// Ten seconds more.
    Extend,
    /// Sound.
    Mute,
    /// The whole screen.
    Full,
    /// Large enough for the room.
    Room,
    /// Small and on top.
    Compact,
    /// Turn the figure to its left.
    TurnLeft,
    /// Turn the figure to its right.
    TurnRight,
    /// Show the keys.
    Help,
    /// Put away what lies on top, or leave.
    Leave,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct KeyRow {
    /// What it does.
    pub key: Key,
    /// The keys that do it.
    pub physical: &'static [Physical],
    /// Message key of the key's own name; empty where the row before names both.
    pub cap: &'static str,
    /// Message key of what it does.
    pub does: &'static str,
}

/// Every key of the player.
pub const PLAYER_KEYS: [KeyRow; 13] = [
    row(Key::Main, &[Physical::Space], "keys-space", "keys-pause-does"),
    row(Key::Back, &[Physical::ArrowLeft], "keys-left", "act-back"),
    row(Key::Skip, &[Physical::ArrowRight], "keys-right", "act-skip"),
    row(Key::Extend, &[Physical::Plus, Physical::Equals], "keys-plus", "act-extend-name"),
    row(Key::Restart, &[Physical::R], "keys-r", "act-restart"),
    row(Key::Mute, &[Physical::M], "keys-m", "keys-sound-does"),
    row(Key::Full, &[Physical::F], "keys-f", "keys-full-does"),
    row(Key::Room, &[Physical::D], "keys-d", "keys-room-does"),
    row(Key::Compact, &[Physical::C], "keys-c", "keys-compact-does"),
    row(Key::TurnLeft, &[Physical::OpenBracket], "keys-turn", "keys-turn-does"),
    row(Key::TurnRight, &[Physical::CloseBracket], "", ""),
    row(Key::Help, &[Physical::Questionmark], "keys-question", "keys-show-does"),
    row(Key::Leave, &[Physical::Escape], "keys-esc", "keys-leave-does"),
];

const fn row(key: Key, physical: &'static [Physical], cap: &'static str, does: &'static str) -> KeyRow {
    KeyRow { key, physical, cap, does }
}

/// How far one press turns the figure.
const TURN_DEG: f32 = 15.0;

/// Takes the player's keys before any widget sees them, so that they work whatever has the focus,
/// but never while the person types.
pub fn player_keys(ui: &Ui, state: &RunState<'_>, keys_shown: bool, commands: &mut Vec<Command>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    keep_arrows_from_moving_the_focus(ui);
    for row in PLAYER_KEYS {
        let pressed = ui.input_mut(|input| {
            row.physical.iter().any(|&physical| input.consume_key(Modifiers::NONE, physical))
        });
        if pressed && let Some(command) = command_of(row.key, state, keys_shown) {
            commands.push(command);
        }
    }
}

fn command_of(key: Key, state: &RunState<'_>, keys_shown: bool) -> Option<Command> {
    let is_running = !matches!(state, RunState::Hurt { .. } | RunState::Over { .. });
    match key {
        Key::Leave if keys_shown => Some(Command::ToggleKeys),
        Key::Leave => Some(Command::Leave),
        Key::Help => Some(Command::ToggleKeys),
        Key::Mute => Some(Command::ToggleMute),
        Key::Full => Some(Command::ToggleFull),
        Key::Room => Some(Command::ToggleRoom),
        Key::Compact => Some(Command::ToggleCompact),
        Key::Main => match state {
            RunState::AtGate { .. } => Some(Command::Done),
            RunState::Hurt { .. } => Some(Command::GoOn),
            RunState::Over { .. } => None,
            RunState::Playing | RunState::Paused | RunState::CountIn { .. } => Some(Command::TogglePause),
        },
        Key::Restart if !matches!(state, RunState::Hurt { .. }) => Some(Command::Restart),
        _ if !is_running => None,
        Key::Back => Some(Command::Back),
        Key::Skip => Some(Command::Skip),
        Key::Restart => Some(Command::Restart),
        Key::Extend => Some(Command::Extend),
        Key::TurnLeft => Some(Command::Turn { yaw_deg: -TURN_DEG, pitch_deg: 0.0 }),
        Key::TurnRight => Some(Command::Turn { yaw_deg: TURN_DEG, pitch_deg: 0.0 }),
    }
}

/// egui moves the focus with the arrow keys and drops it on Esc unless the focused widget asks
/// for them; here they belong to the session.
fn keep_arrows_from_moving_the_focus(ui: &Ui) {
    if let Some(id) = ui.memory(egui::Memory::focused) {
        let filter =
            EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
}
