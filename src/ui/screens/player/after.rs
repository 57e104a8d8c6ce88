//! What is asked after a session: pain, where, effort, and a note. All of it may stay unsaid.

use egui::{EventFilter, Id, Key, Rect, Ui};

use super::panels::Rows;
use crate::model::Feeling;
use crate::ui::screens::check::{AdviceView, EFFORT, PAIN};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{BodyMapView, Button, ButtonKind, Entry, Text, entry_ui, text_ui};
use crate::ui::{Checking, Command, Look};

/// The most letters of a note.
pub const MOST_LETTERS: usize = 2_000;

/// How high all of it is, in points of the design.
pub(super) const HEIGHT: f32 = 34.0 + 62.0 + 34.0 + 62.0 + 52.0;

/// What the end of a session asks, and what was told so far.
#[derive(Clone, Copy, Debug)]
pub struct AfterView<'a> {
    /// Pain, and where.
    pub feeling: &'a Feeling,
    /// How hard it was, 0 to 10.
    pub effort: Option<u8>,
    /// In the person's own words.
    pub note: &'a str,
    /// The body; `None` where nothing is asked.
    pub map: Option<BodyMapView<'a>>,
    /// The body shows where there is no room for it beside the rest.
    pub is_where_open: bool,
    /// The session was left before its end.
    pub is_left: bool,
    /// What went well.
    pub praise: Option<&'a str>,
    /// What to do now that it feels worse.
    pub advice: Option<AdviceView<'a>>,
}

impl<'a> AfterView<'a> {
    /// Nothing is asked.
    #[must_use]
    pub fn nothing(feeling: &'a Feeling) -> Self {
        Self {
            feeling,
            effort: None,
            note: "",
            map: None,
            is_where_open: false,
            is_left: false,
            praise: None,
            advice: None,
        }
    }
}

pub(super) fn questions_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rows: &mut Rows,
    view: &AfterView<'_>,
    folds: bool,
    commands: &mut Vec<Command>,
) {
    let row = rows.next(look.pt(34.0));
    let question = question_ui(ui, look, row, "check-after");
    if folds {
        where_ui(ui, look, row, view, commands);
    }
    PAIN.show(ui, look, rows.next(look.pt(62.0)), question, view.feeling.pain, commands);
    let question = question_ui(ui, look, rows.next(look.pt(34.0)), "check-effort");
    EFFORT.show(ui, look, rows.next(look.pt(62.0)), question, view.effort, commands);
    let row = rows.next(look.pt(52.0));
    note_ui(ui, look, row.shrink2(egui::vec2(0.0, row.height() * 0.08)), view.note, commands);
}

fn question_ui(ui: &Ui, look: &Look<'_>, row: Rect, key: &str) -> Id {
    let words = look.words.get(key);
    let text = Text::new(&words, look.font(Size::Body, Face::SemiBold), look.theme.colors.ink);
    text_ui(ui, row.with_max_x(row.left() + row.width() * 0.55), key, &text.shrink(0.8)).id
}

/// At the right of the question: what was picked on the body, and the way to it.
fn where_ui(ui: &Ui, look: &Look<'_>, row: Rect, view: &AfterView<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let text = if view.feeling.spots.is_empty() {
        words.get("check-where")
    } else {
        words.with("check-where-told", &[("spots", words.spots(&view.feeling.spots).into())])
    };
    let button = Button::new(ButtonKind::Soft, &text);
    let width = button.width(ui, look).min(row.width() * 0.44);
    let place = row.with_min_x(row.right() - width).shrink2(egui::vec2(0.0, look.pt(1.0)));
    if button.show(ui, look, place, "where").clicked() {
        commands.push(Command::Check(Checking::Where));
    }
}

pub(super) fn note_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, note: &str, commands: &mut Vec<Command>) {
    let (name, hint) = (look.words.get("check-note"), look.words.get("check-note-hint"));
    let entry =
        Entry { name: &name, text: note, hint: &hint, limit: MOST_LETTERS, is_long: false, is_number: false };
    let written = entry_ui(ui, look, rect, "after-note", &entry, |typed| typed == note);
    if let Some(text) = written.text {
        commands.push(Command::Check(Checking::Note(text)));
    }
    leave_by_escape(ui, ui.scope_id().with("after-note"));
}

/// Esc leaves the field, and not the session as well.
fn leave_by_escape(ui: &Ui, field: Id) {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return;
    }
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        ui.memory_mut(|memory| memory.surrender_focus(field));
        return;
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(field, filter));
}
