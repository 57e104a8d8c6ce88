//! What was deleted and can still be brought back, one by one or all of it.

use egui::{Align2, Rect, Ui, pos2, vec2};
use jiff::civil::Date;

use super::frame::{Answer, Dialog};
use crate::text::brief;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Form, Text, text_ui};
use crate::ui::{Command, Look, Progressing};

/// So many have a row of their own; all of them come back together.
const MOST: usize = 200;

/// A longer name is cut.
const LONGEST_NAME: usize = 120;

/// A session that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletedLine {
    /// Its id.
    pub id: String,
    /// What it was called.
    pub name: String,
    /// The day of the session.
    pub day: Date,
    /// The day from which on it cannot be brought back any more.
    pub goes: Date,
}

/// What was said outside sessions and deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeletedSaid {
    /// The day from which on not all of it can be brought back any more.
    pub goes: Date,
}

/// What the dialog shows.
#[derive(Clone, Copy, Debug)]
pub struct DeletedView<'a> {
    /// What was deleted, the last first; `None` while it is being read.
    pub lines: Option<&'a [DeletedLine]>,
    /// What was said outside them, where that was deleted.
    pub said: Option<DeletedSaid>,
    /// Why it cannot be read, or empty.
    pub problem: &'a str,
    /// The day it is.
    pub today: Date,
}

pub(super) fn deleted_ui(ui: &Ui, look: &Look<'_>, view: &DeletedView<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let title = words.get("deleted-title");
    let all = Answer {
        key: "deleted-bring-all",
        kind: ButtonKind::Primary,
        asked: Command::Progress(Progressing::BringAllBack),
    };
    let lines = view.lines.unwrap_or_default();
    let answers = if lines.is_empty() && view.said.is_none() { Vec::new() } else { vec![all] };
    let dialog = Dialog { name: "deleted", title: &title, width: 680.0, answers };
    dialog.show(ui, look, commands, |form, commands| {
        let colors = &look.theme.colors;
        if !view.problem.is_empty() {
            let text = words.with("deleted-problem", &[("problem", view.problem.into())]);
            form.words(&text, Size::Body, Face::SemiBold, colors.hurt);
            return;
        }
        let Some(lines) = view.lines else { return form.note(&words.get("deleted-reading")) };
        if lines.is_empty() && view.said.is_none() {
            form.words(&words.get("deleted-none"), Size::Body, Face::Regular, colors.ink);
            return;
        }
        form.note(&words.get("deleted-note"));
        form.gap(6.0);
        if let Some(said) = view.said {
            said_ui(form, said, commands);
        }
        for (at, line) in lines.iter().take(MOST).enumerate() {
            line_ui(form, at, line, view.today, commands);
        }
        if lines.len() > MOST {
            let more = words.with("deleted-more", &[("n", (lines.len() - MOST).into())]);
            form.words(&more, Size::Body, Face::Regular, colors.ink);
        }
    });
}

/// What was said outside sessions: the signs, and what may be suggested again.
fn said_ui(form: &mut Form<'_, '_>, said: DeletedSaid, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let name = words.get("deleted-said");
    let when = words.with("deleted-said-when", &[("goes", words.date(said.goes).into())]);
    if row_ui(form, usize::MAX, [&name, &when, &words.get("deleted-bring-said")]) {
        commands.push(Command::Progress(Progressing::BringSaidBack));
    }
}

/// A session, when it goes, and the way back.
fn line_ui(form: &mut Form<'_, '_>, at: usize, line: &DeletedLine, today: Date, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let name = brief(&line.name, LONGEST_NAME);
    let day = words.day_seen_first(line.day, today);
    let said =
        words.with("deleted-bring-one", &[("name", name.as_str().into()), ("day", day.as_str().into())]);
    let goes = words.date(line.goes);
    let when = words.with("deleted-when", &[("day", day.as_str().into()), ("goes", goes.into())]);
    if row_ui(form, at, [&name, &when, &said]) {
        commands.push(Command::Progress(Progressing::BringOneBack(line.id.clone())));
    }
}

/// A name, a line about it, and a button that is called so; true when that was pressed. Rows keep
/// their number, so that the next one has the focus when one has gone.
fn row_ui(form: &mut Form<'_, '_>, at: usize, [name, when, said]: [&str; 3]) -> bool {
    let look = form.look;
    let back = look.words.get("record-bring-back");
    let button = Button::new(ButtonKind::Soft, &back).with_icon(icons::UNDO).named(said);
    let row = form.row(58.0);
    let size = vec2(button.width(form.ui, look), look.pt(42.0));
    let place = Rect::from_min_size(pos2(row.right() - size.x, row.center().y - size.y / 2.0), size);
    let text = row.with_max_x(place.left() - look.pt(12.0)).shrink2(vec2(0.0, look.pt(4.0)));
    let (first, second) = text.split_top_bottom_at_fraction(0.54);
    let colors = &look.theme.colors;
    let title = Text::new(name, look.font(Size::Body, Face::SemiBold), colors.ink).shrink(0.8);
    text_ui(form.ui, first, ("deleted-name", at), &title.align(Align2::LEFT_CENTER));
    let when = Text::new(when, look.font(Size::Small, Face::Regular), colors.quiet).shrink(0.8);
    text_ui(form.ui, second, ("deleted-when", at), &when.align(Align2::LEFT_CENTER));
    button.show(form.ui, look, place, ("deleted-back", at)).clicked()
}
