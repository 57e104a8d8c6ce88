//! The buttons of the header, and the lists that open below two of them.

use egui::{Rect, Response, Ui, pos2, vec2};

use super::more;
use crate::editor::EditName;
use crate::ui::screens::editor::{DeskView, DraftFace, KeepingFace};
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, ButtonKind, MenuRow, menu_ui};
use crate::ui::{Command, DeskFace, Editing, Keeping, Live, Look};

/// How many steps each way are listed.
const LISTED: usize = 20;

/// Puts the buttons at the right; returns where they begin.
pub(super) fn buttons_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    has_words: bool,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let mut row = Row { ui, look, rect, right: rect.right(), has_words };
    more_ui(&mut row, view, commands);
    start_ui(&mut row, view, commands);
    save_ui(&mut row, view, commands);
    face_ui(&mut row, view, commands);
    steps_ui(&mut row, view, commands);
    row.right
}

/// Buttons from the right to the left.
struct Row<'a> {
    ui: &'a Ui,
    look: &'a Look<'a>,
    rect: Rect,
    right: f32,
    has_words: bool,
}

impl Row<'_> {
    /// A button with an icon alone.
    fn icon(&mut self, salt: &str, icon: char, name: &str, enabled: bool) -> Response {
        let button = Button::icon(ButtonKind::Plain, icon, name).enabled(enabled);
        self.put(salt, &button, self.look.pt(40.0))
    }

    /// A button with a word, where there is room for words.
    fn word(&mut self, salt: &str, button: Button<'_>, name: &str) -> Response {
        if self.has_words {
            let width = button.width(self.ui, self.look);
            return self.put(salt, &button.named(name).hint(name), width);
        }
        let button = Button { text: "", ..button }.named(name).hint(name);
        self.put(salt, &button, self.look.pt(44.0))
    }

    fn put(&mut self, salt: &str, button: &Button<'_>, width: f32) -> Response {
        let size = vec2(width, self.look.pt(40.0));
        let min = pos2(self.right - width, self.rect.center().y - size.y / 2.0);
        self.right = min.x - self.look.pt(4.0);
        button.show(self.ui, self.look, Rect::from_min_size(min, size), salt)
    }
}

/// The way from the routine to doing it.
fn start_ui(row: &mut Row<'_>, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let (text, name) = (row.look.words.get("edit-start"), row.look.words.get("edit-start-name"));
    let enabled = view.live.strip.map.total_ms > 0;
    let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::EXERCISES).enabled(enabled);
    if row.word("edit-start", button, &name).clicked() {
        commands.push(Command::Edit(Editing::Live(Live::Session(0))));
    }
}

fn save_ui(row: &mut Row<'_>, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let words = row.look.words;
    let (text, name) = match view.keeping {
        KeepingFace::NotSaved(_) => (words.get("edit-try-again"), words.get("edit-try-again-name")),
        _ => (words.get("edit-save"), words.get("edit-save-name")),
    };
    let enabled = !matches!(view.keeping, KeepingFace::Saved | KeepingFace::Saving);
    let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::SAVE).enabled(enabled);
    if row.word("edit-save", button, &name).clicked() {
        commands.push(Command::Edit(Editing::Save));
    }
    if matches!(view.keeping, KeepingFace::NotSaved(_) | KeepingFace::Unsaved(DraftFace::Failed(_))) {
        rescue_ui(row, commands);
    }
}

/// Two ways to get the text out where the data folder takes nothing.
fn rescue_ui(row: &mut Row<'_>, commands: &mut Vec<Command>) {
    let ways = [
        ("edit-copy-text", "edit-copy-text-name", icons::COPY, Keeping::CopyText),
        ("edit-save-elsewhere", "edit-save-elsewhere-name", icons::EXPORT, Keeping::SaveElsewhere),
    ];
    for (key, name, icon, asked) in ways {
        let (text, name) = (row.look.words.get(key), row.look.words.get(name));
        let button = Button::new(ButtonKind::Plain, &text).with_icon(icon);
        if row.word(key, button, &name).clicked() {
            commands.push(Command::Edit(Editing::Keep(asked)));
        }
    }
}

/// What can be done with the routine as a whole.
fn more_ui(row: &mut Row<'_>, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let name = row.look.words.get("edit-more");
    let opens = row.icon("edit-more", icons::MORE, &name, true);
    commands.extend(menu_ui(&opens, row.look, &name, || more::rows(row.look, view)).map(Command::Edit));
}

fn face_ui(row: &mut Row<'_>, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let (key, icon, face) = match view.face {
        DeskFace::Cards => ("edit-source", icons::SOURCE, DeskFace::Source),
        DeskFace::Source => ("edit-cards", icons::LIST, DeskFace::Cards),
    };
    let name = row.look.words.get(key);
    if row.icon("edit-face", icon, &name, true).clicked() {
        commands.push(Command::Edit(Editing::Show(face)));
    }
}

/// Redo, the list of steps, and undo.
fn steps_ui(row: &mut Row<'_>, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let words = row.look.words;
    let (back, again) = (view.history.undoable().next(), view.history.redoable().next());
    let named = |step: Option<EditName>, alone: &str, with: &str| match step {
        None => words.get(alone),
        Some(step) => words.with(with, &[("step", words.edit_name(step).into())]),
    };
    let redo = named(again, "edit-redo", "edit-redo-step");
    if row.icon("edit-redo", icons::REDO, &redo, again.is_some()).clicked() {
        commands.push(Command::Edit(Editing::Redo));
    }
    let steps = words.get("edit-steps");
    let opens = row.icon("edit-steps", icons::VERSIONS, &steps, back.or(again).is_some());
    if let Some(asked) = menu_ui(&opens, row.look, &steps, || step_rows(row.look, view)) {
        commands.push(Command::Edit(Editing::Keep(asked)));
    }
    let undo = named(back, "edit-undo", "edit-undo-step");
    if row.icon("edit-undo", icons::UNDO, &undo, back.is_some()).clicked() {
        commands.push(Command::Edit(Editing::Undo));
    }
}

/// The steps that can be done again, the last of them first, and below them those that can be taken back.
fn step_rows(look: &Look<'_>, view: &DeskView<'_>) -> Vec<MenuRow<Keeping>> {
    let words = look.words;
    let row = |(index, step): (usize, EditName), icon, key, asked: fn(usize) -> Keeping| {
        let text = words.with(key, &[("step", words.edit_name(step).into())]);
        MenuRow::new(icon, text, asked(index + 1))
    };
    let again = view.history.redoable().take(LISTED).enumerate();
    let mut rows: Vec<_> =
        again.map(|step| row(step, icons::REDO, "edit-redo-step", Keeping::RedoSteps)).collect();
    rows.reverse();
    let back = view.history.undoable().take(LISTED).enumerate();
    rows.extend(back.map(|step| row(step, icons::UNDO, "edit-undo-step", Keeping::UndoSteps)));
    rows
}
