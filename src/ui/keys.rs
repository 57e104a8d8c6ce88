//! The player's keyboard: one table for what the keys do and for the list that explains them.

use egui::{Event, EventFilter, InputState, Key as Physical, KeyboardShortcut, Modifiers, Ui};

use super::Command;
use super::screens::player::{Panel, PlayerView, RunState, Sight, step_beside};

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
    /// Take the last jump back.
    Undo,
    /// Ten seconds more.
    Extend,
    /// Jump to a step.
    Steps,
    /// This hurts.
    Hurts,
    /// Slower.
    Slower,
    /// Faster.
    Faster,
    /// As fast as written.
    UsualSpeed,
    /// Louder.
    Louder,
    /// Softer.
    Softer,
    /// Sound.
    Mute,
    /// The whole screen.
    Full,
    /// Large enough for the room.
    Room,
    /// Small and on top.
    Compact,
    /// The names of what is felt.
    Names,
    /// Turn the figure to its left.
    TurnLeft,
    /// Turn the figure to its right.
    TurnRight,
    /// When to stop and whom to ask.
    Safety,
    /// Show the keys.
    Help,
    /// Put away what lies on top, or leave.
    Leave,
    /// In the list of steps: jump to the one picked.
    Take,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct KeyRow {
    /// What it does.
    pub key: Key,
    /// The keys that do it.
    pub physical: &'static [KeyboardShortcut],
    /// Message key of the key's own name; empty where the row before names both, or a panel does.
    pub cap: &'static str,
    /// Message key of what it does.
    pub does: &'static str,
}

/// Every key of the player.
pub const PLAYER_KEYS: [KeyRow; 24] = [
    row(Key::Main, &[plain(Physical::Space)], "keys-space", "keys-pause-does"),
    row(Key::Back, &[plain(Physical::ArrowLeft)], "keys-left", "act-back"),
    row(Key::Skip, &[plain(Physical::ArrowRight)], "keys-right", "act-skip"),
    row(Key::Undo, &[plain(Physical::Backspace), UNDO], "keys-undo", "keys-undo-does"),
    row(Key::Steps, &[plain(Physical::J)], "keys-j", "keys-steps-does"),
    row(Key::Extend, &[plain(Physical::Plus), plain(Physical::Equals)], "keys-plus", "act-extend-name"),
    row(Key::Restart, &[plain(Physical::R)], "keys-r", "act-restart"),
    row(Key::Hurts, &[plain(Physical::H)], "keys-h", "act-hurts"),
    row(Key::Slower, &[plain(Physical::Comma)], "keys-speed", "keys-speed-does"),
    row(Key::Faster, &[plain(Physical::Period)], "", ""),
    row(Key::UsualSpeed, &[plain(Physical::Num1)], "keys-one", "act-usual-speed"),
    row(Key::Louder, &[plain(Physical::ArrowUp)], "keys-volume", "keys-volume-does"),
    row(Key::Softer, &[plain(Physical::ArrowDown)], "", ""),
    row(Key::Mute, &[plain(Physical::M)], "keys-m", "keys-sound-does"),
    row(Key::Full, &[plain(Physical::F)], "keys-f", "keys-full-does"),
    row(Key::Room, &[plain(Physical::D)], "keys-d", "keys-room-does"),
    row(Key::Compact, &[plain(Physical::C)], "keys-c", "keys-compact-does"),
    row(Key::Names, &[plain(Physical::N)], "keys-n", "keys-names-does"),
    row(Key::TurnLeft, &[plain(Physical::OpenBracket)], "keys-turn", "keys-turn-does"),
    row(Key::TurnRight, &[plain(Physical::CloseBracket)], "", ""),
    row(Key::Safety, &[plain(Physical::S)], "keys-s", "keys-safety-does"),
    row(Key::Help, &[plain(Physical::Questionmark)], "keys-question", "keys-show-does"),
    row(Key::Leave, &[plain(Physical::Escape)], "keys-esc", "keys-leave-does"),
    row(Key::Take, &[plain(Physical::Enter)], "", ""),
];

const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Physical::Z);

const fn plain(key: Physical) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn row(
    key: Key,
    physical: &'static [KeyboardShortcut],
    cap: &'static str,
    does: &'static str,
) -> KeyRow {
    KeyRow { key, physical, cap, does }
}

/// How far one press turns the figure.
const TURN_DEG: f32 = 15.0;

/// What one press changes the speed by.
pub(in crate::ui) const SPEED_STEP: f64 = 0.1;

/// What one press changes the loudness by.
pub(in crate::ui) const VOLUME_STEP: f32 = 0.05;

/// Takes the player's keys before any widget sees them, so that they work whatever has the focus,
/// but never while the person types. A key that means nothing now is left to the widgets.
pub fn player_keys(ui: &Ui, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let asks = is_asking(view);
    if !asks {
        keep_arrows_from_moving_the_focus(ui);
    }
    for row in PLAYER_KEYS {
        let Some(command) = command_of(row.key, view) else { continue };
        if row.key == Key::Take && ui.memory(|memory| memory.focused().is_some()) {
            continue; // Enter belongs to what has the focus
        }
        let may_repeat = matches!(
            command,
            Command::SetVolume(_) | Command::SetSpeed(_) | Command::Turn { .. } | Command::PickStep(_)
        );
        if ui.input_mut(|input| row.physical.iter().any(|it| take(input, *it, may_repeat))) {
            if matches!(command, Command::PickStep(_))
                && let Some(focused) = ui.memory(egui::Memory::focused)
            {
                ui.memory_mut(|memory| memory.surrender_focus(focused));
            }
            commands.push(command);
        }
    }
}

/// True where buttons wait for an answer: the arrows move between them and Space presses one.
/// True while the person is asked how to leave, or has left.
fn is_leaving(view: &PlayerView<'_>) -> bool {
    matches!(view.control.panel, Some(Panel::Leaving | Panel::Left { .. }))
}

fn is_asking(view: &PlayerView<'_>) -> bool {
    let is_stopped =
        matches!(view.state, RunState::Hurt { .. } | RunState::Over { .. }) && view.sight != Sight::Compact;
    is_leaving(view) || (is_stopped && view.control.panel.is_none())
}

/// Takes a key out of the input. One held down is pressed once, unless it may repeat: a session is
/// not to be skipped through by a book lying on the keyboard.
fn take(input: &mut InputState, shortcut: KeyboardShortcut, may_repeat: bool) -> bool {
    let mut is_pressed = false;
    input.events.retain(|event| match event {
        Event::Key { key, pressed: true, repeat, modifiers, .. }
            if *key == shortcut.logical_key && modifiers.matches_logically(shortcut.modifiers) =>
        {
            is_pressed |= may_repeat || !repeat;
            false
        }
        _ => true,
    });
    is_pressed
}

fn command_of(key: Key, view: &PlayerView<'_>) -> Option<Command> {
    match key {
        Key::Leave => Some(match view.control.panel {
            Some(Panel::Keys) => Command::ToggleKeys,
            Some(Panel::Safety) => Command::ToggleSafety,
            Some(Panel::Steps { .. }) => Command::ToggleSteps,
            Some(Panel::Sound) => Command::ToggleSound,
            Some(Panel::Leaving) => Command::KeepGoing,
            Some(Panel::Left { .. }) | None => Command::Leave,
        }),
        Key::Room if matches!(view.control.panel, Some(Panel::Left { .. })) => Some(Command::ToggleRoom),
        _ if is_leaving(view) => None,
        // There is no room for a panel in the small window.
        Key::Help | Key::Safety | Key::Steps if view.sight == Sight::Compact => None,
        Key::Help => Some(Command::ToggleKeys),
        Key::Safety => Some(Command::ToggleSafety),
        Key::Mute => Some(Command::ToggleMute),
        Key::Full => Some(Command::ToggleFull),
        Key::Names => Some(Command::ToggleNames),
        Key::Room => Some(Command::ToggleRoom),
        Key::Compact => Some(Command::ToggleCompact),
        Key::Undo => view.control.way_back.map(|_| Command::Undo),
        _ if is_asking(view) => {
            matches!((key, view.state), (Key::Restart, RunState::Over { .. })).then_some(Command::Restart)
        }
        _ => command_while_running(key, view),
    }
}

fn command_while_running(key: Key, view: &PlayerView<'_>) -> Option<Command> {
    let control = &view.control;
    if let Some(Panel::Steps { picked }) = control.panel {
        match key {
            Key::Louder => return Some(Command::PickStep(step_beside(view.timeline, picked, -1))),
            Key::Softer => return Some(Command::PickStep(step_beside(view.timeline, picked, 1))),
            Key::Take => return Some(Command::JumpToStep(picked)),
            _ => {}
        }
    }
    // Beside the slider, left and right are its own.
    let key = match (key, control.panel) {
        (Key::Back, Some(Panel::Sound)) => Key::Softer,
        (Key::Skip, Some(Panel::Sound)) => Key::Louder,
        _ => key,
    };
    // In the small window, or while the keys are looked up, no buttons ask.
    match (view.state, key) {
        (RunState::Hurt { .. }, Key::Main) => return Some(Command::GoOn),
        (RunState::Over { .. }, Key::Restart) => return Some(Command::Restart),
        (RunState::Hurt { .. } | RunState::Over { .. }, _) => return None,
        _ => {}
    }
    Some(match key {
        Key::Main => match view.state {
            RunState::AtGate { .. } => Command::Done,
            _ => Command::TogglePause,
        },
        Key::Back => Command::Back,
        Key::Skip => Command::Skip,
        Key::Restart => Command::Restart,
        Key::Steps => Command::ToggleSteps,
        Key::Extend => Command::Extend,
        Key::Hurts => Command::Hurts,
        Key::Slower => Command::SetSpeed(control.speed - SPEED_STEP),
        Key::Faster => Command::SetSpeed(control.speed + SPEED_STEP),
        Key::UsualSpeed => Command::SetSpeed(1.0),
        Key::Louder => Command::SetVolume(control.volume + VOLUME_STEP),
        Key::Softer => Command::SetVolume(control.volume - VOLUME_STEP),
        Key::TurnLeft => Command::Turn { yaw_deg: -TURN_DEG, pitch_deg: 0.0 },
        Key::TurnRight => Command::Turn { yaw_deg: TURN_DEG, pitch_deg: 0.0 },
        Key::Undo
        | Key::Mute
        | Key::Full
        | Key::Names
        | Key::Room
        | Key::Compact
        | Key::Help
        | Key::Safety
        | Key::Leave
        | Key::Take => {
            return None;
        }
    })
}

/// True when Enter or Space asks for the one thing a screen is there to start: not while a widget
/// has the focus and takes them itself.
pub(super) fn start_pressed(ui: &Ui) -> bool {
    if ui.memory(|memory| memory.focused().is_some()) {
        return false;
    }
    ui.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Physical::Enter)
            || input.consume_key(Modifiers::NONE, Physical::Space)
    })
}

/// Takes a key out of the input; true when it was pressed. One that is held down counts once.
pub(super) fn pressed(ui: &Ui, wanted: Physical) -> bool {
    ui.input_mut(|input| {
        let mut is_pressed = false;
        input.events.retain(|event| match event {
            Event::Key { key, pressed: true, repeat, modifiers: Modifiers::NONE, .. } if *key == wanted => {
                is_pressed |= !repeat;
                false
            }
            _ => true,
        });
        is_pressed
    })
}

/// egui moves the focus with the arrow keys and drops it on Esc unless the focused widget asks
/// for them; here they belong to the session.
fn keep_arrows_from_moving_the_focus(ui: &Ui) {
    if let Some(id) = ui.memory(egui::Memory::focused) {
        let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
}
