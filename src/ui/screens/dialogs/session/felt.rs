//! How it felt: pain before and after, effort, where, and a note.

use egui::{Id, pos2, vec2};

use super::{SessionView, change, write};
use crate::model::{Feeling, Spot};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{
    BodyMapView, Button, ButtonKind, Entry, Form, OnBody, ScaleRow, Text, body_map_ui, entry_ui, scale_row_ui,
};
use crate::ui::{Command, Felt, Writing};

/// The most letters of a note.
const LONGEST_NOTE: usize = 2000;

/// The fewest and most lines of a note that show.
const NOTE_ROWS: [usize; 2] = [4, 14];

/// How high the body is, in points of the design.
const BODY_HEIGHT: f32 = 330.0;

/// What the ends of the rows stand for.
const PAIN: [&str; 2] = ["check-no-pain", "check-worst"];
const EFFORT: [&str; 2] = ["check-no-effort", "check-most-effort"];

pub(super) fn felt_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let record = view.draft.record();
    feeling_ui(form, view, Felt::Before, commands);
    feeling_ui(form, view, Felt::After, commands);
    scale_ui(form, "record-effort", record.effort, EFFORT, |effort| {
        change(view, commands, |record| record.effort = effort);
    });
    note_ui(form, view, commands);
}

fn feeling_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, felt: Felt, commands: &mut Vec<Command>) {
    let feeling = felt.of(view.draft.record());
    let [key, where_name] = match felt {
        Felt::Before => ["record-before", "record-where-before"],
        Felt::After => ["record-after", "record-where-after"],
    };
    scale_ui(form, key, feeling.pain, PAIN, |pain| {
        change(view, commands, |record| felt.of_mut(record).pain = pain);
    });
    form.gap(4.0);
    let body = view.body.filter(|(open, _)| *open == felt).map(|(_, body)| body);
    where_ui(form, felt, &form.look.words.get(where_name), body.is_some(), commands);
    let picked = match &body {
        Some(body) => body_ui(form, key, body, commands),
        None => spots_ui(form, key, feeling),
    };
    if let Some(spot) = picked {
        change(view, commands, |record| felt.of_mut(record).toggle(spot));
    }
}

/// The button that the body is folded behind.
fn where_ui(form: &mut Form<'_, '_>, felt: Felt, name: &str, is_open: bool, commands: &mut Vec<Command>) {
    let text = form.look.words.get(if is_open { "check-where-done" } else { "check-where" });
    let button = Button { selected: Some(is_open), ..Button::new(ButtonKind::Neutral, &text).named(name) };
    let button = button.with_icon(if is_open { icons::CHECK } else { icons::EXERCISES });
    if form.button(name, &button) {
        write(commands, Writing::Where(felt));
        form.ui.data_mut(|data| data.insert_temp(just_opened(), !is_open));
    }
}

/// Set while a body has been asked for and has not come into sight yet.
fn just_opened() -> Id {
    Id::unique("session-body-opened")
}

/// The body; the place that was picked on it, or is no longer.
fn body_ui(
    form: &mut Form<'_, '_>,
    salt: &str,
    body: &BodyMapView<'_>,
    commands: &mut Vec<Command>,
) -> Option<Spot> {
    form.gap(6.0);
    let place = form.row(BODY_HEIGHT);
    if form.ui.data_mut(|data| data.remove_temp(just_opened())) == Some(true) {
        form.ui.scroll_to_rect(place, None);
    }
    match body_map_ui(form.ui, form.look, place, (salt, "body"), body)? {
        OnBody::Spot(spot) => Some(spot),
        OnBody::Turn => {
            write(commands, Writing::Turn);
            None
        }
    }
}

/// A row from 0 to 10; `tell` is told what is said now, where that was changed.
fn scale_ui(
    form: &mut Form<'_, '_>,
    key: &str,
    value: Option<u8>,
    ends: [&str; 2],
    tell: impl FnOnce(Option<u8>),
) {
    let look = form.look;
    let name = look.words.get(key);
    let question = form.heading(&name);
    let [least, most] = ends.map(|end| look.words.get(end));
    let place = form.row(62.0);
    let scale = ScaleRow { name: &name, question, value, least: &least, most: &most };
    if let Some(told) = scale_row_ui(form.ui, look, place, ("scale", key), &scale) {
        tell(told);
    }
}

/// Where it was felt; the place that is to go.
fn spots_ui(form: &mut Form<'_, '_>, salt: &str, feeling: &Feeling) -> Option<Spot> {
    let (look, words) = (form.look, form.look.words);
    let (mut gone, gap) = (None, look.pt(8.0));
    let mut row = None;
    let mut left = 0.0;
    for spot in &feeling.spots {
        let text = words.spot(*spot);
        let name = words.with("record-spot-remove", &[("spot", text.as_str().into())]);
        let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::CLOSE).named(&name);
        let width = button.width(form.ui, look).min(form.width);
        let place = match row {
            Some(row) if left + width <= egui::Rect::right(&row) + 0.5 => row,
            _ => {
                form.gap(6.0);
                let new = form.row(38.0);
                left = new.left();
                new
            }
        };
        row = Some(place);
        let at = egui::Rect::from_min_size(pos2(left, place.top()), vec2(width, place.height()));
        if button.show(form.ui, look, at, (salt, spot)).clicked() {
            gone = Some(*spot);
        }
        left += width + gap;
    }
    gone
}

fn note_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let look = form.look;
    let name = look.words.get("record-note");
    form.heading(&name);
    let note = &view.draft.record().note;
    let text =
        Text::new(note, look.font(Size::Body, Face::Regular), look.theme.colors.ink).rows(NOTE_ROWS[1]);
    let room = vec2(form.width - look.pt(28.0), f32::INFINITY);
    let lines = text.galley(form.ui, room).rows.len().clamp(NOTE_ROWS[0], NOTE_ROWS[1]);
    let row = form.row(20.0 + 23.0 * lines as f32);
    let hint = look.words.get("record-note-hint");
    let entry =
        Entry { name: &name, text: note, hint: &hint, limit: LONGEST_NOTE, is_long: true, is_number: false };
    if let Some(note) = entry_ui(form.ui, look, row, "note", &entry, |typed| typed == note).text {
        change(view, commands, |record| record.note = note);
    }
}
