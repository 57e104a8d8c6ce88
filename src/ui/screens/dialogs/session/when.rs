//! When it was, of what routine, and how long it took.

use egui::{Rect, pos2};
use jiff::ToSpan;
use jiff::civil::Date;

use super::{SessionView, labelled, lack_ui, write};
use crate::history::{Field, days, typed};
use crate::model::SessionRecord;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Entry, Form, MenuRow, Text, entry_ui, menu_ui, text_ui};
use crate::ui::{Command, Look, Writing};

/// What the arrow keys change a time of day by, in minutes.
const CLOCK_STEP: i64 = 5;

/// The most letters of a name.
const LONGEST_NAME: usize = 120;

pub(super) fn when_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    routine_ui(form, view, commands);
    day_ui(form, view, commands);
    lack_ui(form, view, Field::Day);
    clock_ui(form, view, commands);
    lack_ui(form, view, Field::Clock);
    minutes_ui(form, view, commands);
    lack_ui(form, view, Field::Minutes);
}

fn routine_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let look = form.look;
    let words = look.words;
    let record = view.draft.record();
    let label = words.get("record-routine");
    let place = labelled(form, &label);
    let has_own_name = view.draft.has_own_name();
    let text = if has_own_name { words.get("record-other") } else { record.routine_name.clone() };
    let name = words.with("record-routine-name", &[("name", text.as_str().into())]);
    let button = Button::new(ButtonKind::Neutral, &text).with_icon(icons::OPENS).named(&name).hint(&text);
    let width = button.width(form.ui, look).min(place.width());
    let response = button.show(form.ui, look, place.with_max_x(place.left() + width), "routine");
    let chosen = menu_ui(&response, look, &label, || {
        let other = MenuRow::new(icons::EDIT, words.get("record-other"), None);
        let row =
            |(id, name): &(&str, &str)| MenuRow::new(icons::LIST, (*name).to_owned(), Some((*id).to_owned()));
        std::iter::once(other).chain(view.routines.iter().map(row)).collect()
    });
    if let Some(id) = chosen {
        write(commands, Writing::Routine(id));
    }
    form.gap(6.0);
    if has_own_name {
        let label = words.get("record-name");
        let place = labelled(form, &label);
        let hint = words.get("record-name-hint");
        let entry = Entry { hint: &hint, ..field(&label, &record.routine_name, LONGEST_NAME) };
        typed_ui(form, place, Field::Name, &entry, commands);
        form.gap(6.0);
        lack_ui(form, view, Field::Name);
    }
}

fn field<'a>(name: &'a str, text: &'a str, limit: usize) -> Entry<'a> {
    Entry { name, text, hint: "", limit, is_long: false, is_number: false }
}

/// A field one types into; how many steps were asked of it.
fn typed_ui(
    form: &mut Form<'_, '_>,
    place: Rect,
    field: Field,
    entry: &Entry<'_>,
    commands: &mut Vec<Command>,
) -> i64 {
    let held = entry.text.to_owned();
    let written = entry_ui(form.ui, form.look, place, ("session-field", field), entry, |text| text == held);
    if let Some(text) = written.text {
        write(commands, Writing::Typed(field, text));
    }
    written.steps as i64
}

fn day_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let look = form.look;
    let words = look.words;
    let name = words.get("record-day");
    let place = labelled(form, &name);
    let (gap, side) = (look.pt(8.0), place.height());
    let before = place.with_max_x(place.left() + side);
    let middle = Rect::from_min_max(
        pos2(before.right() + gap, place.top()),
        pos2(before.right() + gap + look.pt(124.0), place.bottom()),
    );
    let after = Rect::from_min_size(pos2(middle.right() + gap, place.top()), egui::vec2(side, side));
    let entry = Entry { is_number: true, ..field(&name, view.draft.typed(Field::Day), 12) };
    let shown = typed::read_day(entry.text);
    let mut steps = typed_ui(form, middle, Field::Day, &entry, commands);
    for (rect, icon, key, step) in
        [(before, icons::LEFT, "record-day-before", -1), (after, icons::RIGHT, "record-day-after", 1)]
    {
        let name = words.get(key);
        let can = step < 0 || shown.is_none_or(|day| day < view.today);
        let button = Button::icon(ButtonKind::Neutral, icon, &name).enabled(can);
        if button.show(form.ui, look, rect, key).clicked() {
            steps += step;
        }
    }
    if steps != 0 {
        let day = moved(shown.unwrap_or(view.today), steps).min(view.today);
        write(commands, Writing::Typed(Field::Day, typed::told_day(day)));
    }
    if let Some(day) = shown {
        let said = words.day_seen(day, view.today);
        let text = Text::new(&said, look.font(Size::Body, Face::Regular), look.theme.colors.quiet);
        text_ui(form.ui, place.with_min_x(after.right() + look.pt(14.0)), "day-said", &text.shrink(0.8));
    }
    form.gap(6.0);
}

fn moved(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

fn clock_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let look = form.look;
    let name = look.words.get("record-clock");
    let place = labelled(form, &name);
    let place = place.with_max_x(place.left() + look.pt(84.0));
    let entry = Entry { is_number: true, ..field(&name, view.draft.typed(Field::Clock), 6) };
    let steps = typed_ui(form, place, Field::Clock, &entry, commands);
    if steps != 0 {
        let local = days::local(view.draft.record().began);
        let now = i64::from(local.hour()) * 60 + i64::from(local.minute());
        let at = (now + steps * CLOCK_STEP).rem_euclid(24 * 60);
        let text = typed::told_clock((at / 60) as u8, (at % 60) as u8);
        write(commands, Writing::Typed(Field::Clock, text));
    }
    form.gap(6.0);
}

fn minutes_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let look = form.look;
    let name = look.words.get("record-minutes");
    let place = labelled(form, &name);
    let entry = Entry { is_number: true, ..field(&name, view.draft.typed(Field::Minutes), 7) };
    let cell = place.with_max_x(place.left() + look.pt(84.0));
    let steps = typed_ui(form, cell, Field::Minutes, &entry, commands);
    let meant = minutes_meant(look, view.draft.record());
    let text = Text::new(&meant, look.font(Size::Body, Face::Regular), look.theme.colors.quiet);
    text_ui(form.ui, place.with_min_x(cell.right() + look.pt(14.0)), "minutes-meant", &text.shrink(0.8));
    if steps != 0 {
        let text = typed::told_minutes(stepped(view.draft.record().took_ms, steps, 60_000));
        write(commands, Writing::Typed(Field::Minutes, text));
    }
    form.gap(6.0);
}

/// What the minutes count, beside those that lists and figures add up.
fn minutes_meant(look: &Look<'_>, record: &SessionRecord) -> String {
    if record.bouts.is_empty() {
        return look.words.get("record-minutes-all");
    }
    let time = look.words.length(record.done_ms());
    look.words.with("record-minutes-of-which", &[("time", time.into())])
}

/// A length some steps longer or shorter, at a whole step.
pub(super) fn stepped(ms: u64, steps: i64, step_ms: u64) -> u64 {
    let by = steps.unsigned_abs() * step_ms;
    if steps > 0 {
        (ms / step_ms * step_ms) + by
    } else {
        ms.div_ceil(step_ms).saturating_mul(step_ms).saturating_sub(by)
    }
}
