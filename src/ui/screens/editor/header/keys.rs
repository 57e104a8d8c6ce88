//! The keys that concern the whole routine, whatever has the focus.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::ui::screens::editor::{DeskView, KeepingFace};
use crate::ui::{Command, Editing};

const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
const REDO: [KeyboardShortcut; 2] = [
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
    KeyboardShortcut::new(Modifiers::COMMAND, Key::Y),
];

/// Takes the keys before any widget sees them. While something is typed, undo takes back what was
/// typed, as steps of the routine.
pub(super) fn header_keys(ui: &Ui, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let pressed = |shortcut: &KeyboardShortcut| ui.input_mut(|input| input.consume_shortcut(shortcut));
    // Shift first: without it the shorter shortcut would take both.
    if REDO.iter().any(pressed) {
        commands.push(Command::Edit(Editing::Redo));
    } else if pressed(&UNDO) {
        commands.push(Command::Edit(Editing::Undo));
    }
    if pressed(&SAVE) && view.keeping != KeepingFace::Saved {
        commands.push(Command::Edit(Editing::Save));
    }
}
