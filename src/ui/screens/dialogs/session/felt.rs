//! How it felt: pain before and after, effort, where, and a note.

use egui::{pos2, vec2};

use super::{SessionView, change};
use crate::model::{Feeling, MOST, SessionRecord, Spot};
use crate::ui::Command;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Choice, Entry, Form, Text, entry_ui};

/// The most letters of a note.
const LONGEST_NOTE: usize = 2000;

/// The fewest and most lines of a note that show.
const NOTE_ROWS: [usize; 2] = [3, 14];

pub(super) fn felt_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let record = view.draft.record();
    feeling_ui(form, view, "session-before", |record| &mut record.before, &record.before, commands);
    feeling_ui(form, view, "session-after", |record| &mut record.after, &record.after, commands);
    if let Some(effort) = scale_ui(form, "session-effort", record.effort) {
        change(view, commands, |record| record.effort = effort);
    }
    note_ui(form, view, commands);
}

fn feeling_ui(
    form: &mut Form<'_, '_>,
    view: &SessionView<'_>,
    key: &str,
    of: impl Fn(&mut SessionRecord) -> &mut Feeling,
    feeling: &Feeling,
    commands: &mut Vec<Command>,
) {
    if let Some(pain) = scale_ui(form, key, feeling.pain) {
        change(view, commands, |record| of(record).pain = pain);
    }
    if let Some(spot) = spots_ui(form, key, feeling) {
        change(view, commands, |record| {
            of(record).spots.remove(&spot);
        });
    }
}

/// From 0 to 10, or nothing said; what is said now, where that was changed.
fn scale_ui(form: &mut Form<'_, '_>, key: &str, value: Option<u8>) -> Option<Option<u8>> {
    let words = form.look.words;
    let name = words.get(key);
    form.heading(&name);
    let values: Vec<Option<u8>> = std::iter::once(None).chain((0..=MOST).map(Some)).collect();
    let texts: Vec<(String, String)> = values
        .iter()
        .map(|value| {
            let said = value.map_or_else(|| words.get("session-not-said"), |value| value.to_string());
            let name = words.with("session-scale", &[("name", name.as_str().into()), ("value", said.into())]);
            (value.map_or_else(|| "–".to_owned(), |value| value.to_string()), name)
        })
        .collect();
    let choices: Vec<Choice<'_>> = values
        .iter()
        .zip(&texts)
        .map(|(one, (text, name))| Choice { text, name, chosen: *one == value })
        .collect();
    form.choices(key, &choices).map(|index| values[index]).filter(|asked| *asked != value)
}

/// Where it was felt; the place that is to go.
fn spots_ui(form: &mut Form<'_, '_>, salt: &str, feeling: &Feeling) -> Option<Spot> {
    let (look, words) = (form.look, form.look.words);
    let (mut gone, gap) = (None, look.pt(8.0));
    let mut row = None;
    let mut left = 0.0;
    for spot in &feeling.spots {
        let region = words.region(spot.region);
        let text = match spot.side {
            None => region,
            Some(side) => words
                .with("session-spot", &[("region", region.into()), ("side", words.side_said(side).into())]),
        };
        let name = words.with("session-spot-remove", &[("spot", text.as_str().into())]);
        let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::CLOSE).named(&name);
        let width = button.width(form.ui, look).min(form.width);
        let place = match row {
            Some(row) if left + width <= egui::Rect::right(&row) + 0.5 => row,
            _ => {
                form.gap(4.0);
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
    let name = look.words.get("session-note");
    form.heading(&name);
    let note = &view.draft.record().note;
    let text =
        Text::new(note, look.font(Size::Body, Face::Regular), look.theme.colors.ink).rows(NOTE_ROWS[1]);
    let room = vec2(form.width - look.pt(28.0), f32::INFINITY);
    let lines = text.galley(form.ui, room).rows.len().clamp(NOTE_ROWS[0], NOTE_ROWS[1]);
    let row = form.row(20.0 + 23.0 * lines as f32);
    let hint = look.words.get("session-note-hint");
    let entry =
        Entry { name: &name, text: note, hint: &hint, limit: LONGEST_NOTE, is_long: true, is_number: false };
    if let Some(note) = entry_ui(form.ui, look, row, "note", &entry, |typed| typed == note).text {
        change(view, commands, |record| record.note = note);
    }
}
