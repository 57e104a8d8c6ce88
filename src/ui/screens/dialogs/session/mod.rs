//! A session that is written down afterwards or corrected: when it was, what was done, how it felt.

mod done;
mod felt;
mod search;
mod when;

use egui::{Id, Rect, Ui};
use jiff::civil::Date;

use super::frame::{Answer, Dialog};
use crate::catalog::Catalog;
use crate::history::done::DoneLine;
use crate::history::{Draft, Field, Lack};
use crate::model::SessionRecord;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{BodyMapView, Button, ButtonKind, Form, Text};
use crate::ui::{Command, Felt, Look, Progressing, Writing};

/// What the dialog shows.
#[derive(Clone, Copy, Debug)]
pub struct SessionView<'a> {
    /// The session as it is now.
    pub draft: &'a Draft,
    /// What was done in it, by exercise and side.
    pub lines: &'a [DoneLine],
    /// What is lacking before it can be kept.
    pub lacks: &'a [(Field, Lack)],
    /// How often it was to be kept and something lacked.
    pub attempts: u32,
    /// The routines there are, id and name.
    pub routines: &'a [(&'a str, &'a str)],
    /// What exercises there are.
    pub catalog: &'a Catalog,
    /// The day it is.
    pub today: Date,
    /// The body, where it shows, and when it was felt what is picked on it.
    pub body: Option<(Felt, BodyMapView<'a>)>,
}

pub(super) fn session_ui(ui: &Ui, look: &Look<'_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let is_new = view.draft.is_new();
    let title = words.get(if is_new { "record-add-title" } else { "record-title" });
    let answers = vec![keep()];
    Dialog { name: "session", title: &title, width: 780.0, answers }.show(
        ui,
        look,
        commands,
        |form, commands| {
            when::when_ui(form, view, commands);
            done::done_ui(form, view, commands);
            felt::felt_ui(form, view, commands);
            if !is_new {
                form.gap(18.0);
                let text = words.get("record-delete");
                let button = Button::new(ButtonKind::Hurt, &text).with_icon(icons::DELETE);
                if form.button("delete", &button) {
                    let id = view.draft.record().id.clone();
                    commands.push(Command::Progress(Progressing::Delete(id)));
                }
            }
            form.gap(8.0);
        },
    );
}

/// Asks whether to keep what was changed.
pub(super) fn keep_ui(ui: &Ui, look: &Look<'_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let is_new = view.draft.is_new();
    let title = words.get("record-keep-title");
    let let_go = Answer {
        key: "record-let-go",
        kind: ButtonKind::Neutral,
        asked: Command::Progress(Progressing::Write(Writing::LetGo)),
    };
    let dialog = Dialog { name: "record-keep", title: &title, width: 520.0, answers: vec![keep(), let_go] };
    dialog.show(ui, look, commands, |form, _| {
        let line = words.get(if is_new { "record-keep-new" } else { "record-keep-changed" });
        form.words(&line, Size::Body, Face::Regular, look.theme.colors.ink);
    });
}

/// Asks whether to delete every session, and what was said outside them.
pub(super) fn delete_all_ui(
    ui: &Ui,
    look: &Look<'_>,
    count: usize,
    has_said: bool,
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let title = words.get("record-delete-all-title");
    let go = Answer {
        key: "record-delete-all-go",
        kind: ButtonKind::Hurt,
        asked: Command::Progress(Progressing::DeleteAll),
    };
    let has_any = count > 0 || has_said;
    let answers = if has_any { vec![go] } else { Vec::new() };
    let dialog = Dialog { name: "session-delete-all", title: &title, width: 560.0, answers };
    dialog.show(ui, look, commands, |form, _| {
        let ink = look.theme.colors.ink;
        let what = words.with("record-delete-all-what", &[("n", count.into())]);
        form.words(&what, Size::Body, Face::Regular, ink);
        if !has_any {
            return;
        }
        let said = has_said.then_some("record-delete-all-said");
        for key in said.into_iter().chain(["record-delete-all-back", "record-delete-all-copies"]) {
            form.gap(8.0);
            form.words(&words.get(key), Size::Body, Face::Regular, ink);
        }
    });
}

fn keep() -> Answer<'static> {
    let asked = Command::Progress(Progressing::Keep);
    Answer { key: "record-keep", kind: ButtonKind::Primary, asked }
}

/// Asks for the session with something changed.
fn change(view: &SessionView<'_>, commands: &mut Vec<Command>, change: impl FnOnce(&mut SessionRecord)) {
    let mut record = view.draft.record().clone();
    change(&mut record);
    commands.push(Command::Progress(Progressing::Change(Box::new(record))));
}

fn write(commands: &mut Vec<Command>, asked: Writing) {
    commands.push(Command::Progress(Progressing::Write(asked)));
}

/// A row with what it sets at the left; the place for the control.
fn labelled(form: &mut Form<'_, '_>, label: &str) -> Rect {
    let look = form.look;
    let row = form.row(44.0);
    let left = row.with_max_x(row.left() + look.pt(170.0).min(row.width() * 0.3));
    Text::new(label, look.font(Size::Body, Face::Regular), look.theme.colors.ink)
        .rows(2)
        .shrink(0.84)
        .paint(form.ui, left.with_max_x(left.right() - look.pt(10.0)));
    row.with_min_x(left.right())
}

/// What is lacking in a field, under it. The first that is lacking comes into sight when the session
/// was to be kept.
fn lack_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, field: Field) {
    let Some((_, lack)) = view.lacks.iter().find(|(lacking, _)| *lacking == field) else { return };
    // An empty field says so itself until one wants to keep it like this.
    if *lack == Lack::Empty && view.attempts == 0 {
        return;
    }
    let key = match (field, lack) {
        (Field::Day, Lack::InFuture) => "record-day-in-future",
        (Field::Day, _) => "record-day-unclear",
        (Field::Clock, Lack::InFuture) => "record-clock-in-future",
        (Field::Clock, _) => "record-clock-unclear",
        (Field::Name, _) => "record-name-empty",
        (Field::Minutes, Lack::Empty) => "record-minutes-none",
        (Field::Minutes, _) => "record-minutes-unclear",
    };
    let hurt = form.look.theme.colors.hurt;
    form.words(&form.look.words.get(key), Size::Body, Face::Regular, hurt);
    form.gap(6.0);
    let is_first = view.lacks.first().is_some_and(|(first, _)| *first == field);
    let seen = Id::unique("session-attempts-seen");
    let last = form.ui.data(|data| data.get_temp::<u32>(seen)).unwrap_or_default();
    if is_first && last != view.attempts {
        form.ui.data_mut(|data| data.insert_temp(seen, view.attempts));
        if view.attempts > last {
            form.ui.scroll_to_cursor(Some(egui::Align::Center));
        }
    }
}
