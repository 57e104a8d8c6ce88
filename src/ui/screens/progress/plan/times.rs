//! Times set aside on days of the week: a row each, and what makes calendar entries of them.

use egui::{Rect, pos2};

use super::super::ProgressView;
use super::change;
use crate::history::typed::{read_clock, told_clock};
use crate::model::plan::{MOST_ALARM_MIN, MOST_TIMES};
use crate::model::{PlannedTime, Weekday};
use crate::text::Words;
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, ButtonKind, Entry, Form, MenuRow, Slider, entry_ui, menu_ui};
use crate::ui::{Command, Exported, Progressing};

/// What the arrow keys change a time of day by, in minutes.
const STEP_MIN: i64 = 15;

/// What a first time is.
const FIRST: PlannedTime = PlannedTime { day: Weekday::Monday, hour: 8, minute: 0, routine: String::new() };

pub(super) fn times_ui(form: &mut Form<'_, '_>, view: &ProgressView<'_>, commands: &mut Vec<Command>) {
    let (look, plan) = (form.look, view.plan);
    let words = look.words;
    form.title(&words.get("plan-times"));
    form.note(&words.get("plan-times-line"));
    form.gap(6.0);
    if plan.times.is_empty() {
        form.note(&words.get("plan-times-none"));
    }
    for (index, time) in plan.times.iter().enumerate() {
        match time_ui(form, view, index, time) {
            None => {}
            Some(Asked::Be(time)) => change(plan, commands, |plan| plan.times[index] = time),
            Some(Asked::Go) => change(plan, commands, |plan| drop(plan.times.remove(index))),
        }
        form.gap(8.0);
    }
    if plan.times.len() >= MOST_TIMES {
        form.note(&words.get("plan-times-full"));
    } else if form
        .button("add", &Button::new(ButtonKind::Soft, &words.get("plan-add-time")).with_icon(icons::ADD))
    {
        change(plan, commands, |plan| plan.times.push(after(plan.times.last())));
    }
    form.gap(10.0);
    alarm_ui(form, view, commands);
    form.gap(6.0);
    form.note(&words.get("plan-export-line"));
    let text = words.get("plan-export");
    let button = Button::new(ButtonKind::Neutral, &text).with_icon(icons::EXPORT);
    if form.button("export", &button.enabled(!plan.times.is_empty())) {
        commands.push(Command::Progress(Progressing::AskExport(Exported::Calendar)));
    }
}

/// The time that is likely meant after another: the same on the next day.
fn after(last: Option<&PlannedTime>) -> PlannedTime {
    let Some(last) = last else { return FIRST };
    let at = Weekday::ALL.iter().position(|day| *day == last.day).unwrap_or_default();
    PlannedTime { day: Weekday::ALL[(at + 1) % 7], ..last.clone() }
}

fn alarm_ui(form: &mut Form<'_, '_>, view: &ProgressView<'_>, commands: &mut Vec<Command>) {
    let (words, value) = (form.look.words, view.plan.alarm_min);
    let name = words.get("plan-alarm");
    let said = words.with("plan-minutes-said", &[("n", value.into())]);
    let most = value.clamp(60, MOST_ALARM_MIN);
    let slider =
        Slider { name: &name, said: &said, value: value as f32, range: 0.0..=most as f32, step: 5.0 };
    if let Some(minutes) = form.slider(&slider).map(|minutes| minutes.round() as u32)
        && minutes != value
    {
        change(view.plan, commands, |plan| plan.alarm_min = minutes);
    }
}

/// What is asked of a time.
enum Asked {
    /// To be this.
    Be(PlannedTime),
    /// To go.
    Go,
}

fn time_ui(
    form: &mut Form<'_, '_>,
    view: &ProgressView<'_>,
    index: usize,
    time: &PlannedTime,
) -> Option<Asked> {
    let look = form.look;
    let words = look.words;
    let told = told(words, time);
    let named = |key: &str| words.with(key, &[("time", told.as_str().into())]);
    let row = form.row(44.0);
    let gap = look.pt(8.0);
    let day = row.with_max_x(row.left() + look.pt(146.0).min(row.width() * 0.3));
    let clock = Rect::from_min_max(
        pos2(day.right() + gap, row.top()),
        pos2(day.right() + gap + look.pt(76.0), row.bottom()),
    );
    let remove = row.with_min_x(row.right() - row.height());
    let routine = row.with_min_x(clock.right() + gap).with_max_x(remove.left() - gap);
    let mut asked = None;
    if let Some(day) = day_ui(form, day, index, time, &named("plan-time-day-name")) {
        asked = Some(Asked::Be(PlannedTime { day, ..time.clone() }));
    }
    if let Some((hour, minute)) = clock_ui(form, clock, index, time, &named("plan-time-clock-name")) {
        asked = Some(Asked::Be(PlannedTime { hour, minute, ..time.clone() }));
    }
    if let Some(id) = routine_ui(form, routine, view, (index, &told), &time.routine) {
        asked = Some(Asked::Be(PlannedTime { routine: id, ..time.clone() }));
    }
    let name = named("plan-time-remove-name");
    let button = Button::icon(ButtonKind::Plain, icons::DELETE, &name);
    if button.show(form.ui, look, remove, ("remove", index)).clicked() {
        asked = Some(Asked::Go);
    }
    asked
}

fn told(words: &Words, time: &PlannedTime) -> String {
    let clock = told_clock(time.hour, time.minute);
    words.with("plan-time-said", &[("day", words.day_of_week(time.day).into()), ("clock", clock.into())])
}

fn day_ui(form: &Form<'_, '_>, rect: Rect, index: usize, time: &PlannedTime, name: &str) -> Option<Weekday> {
    let (look, text) = (form.look, form.look.words.day_of_week(time.day));
    let button = Button::new(ButtonKind::Neutral, &text).with_icon(icons::OPENS).from_left().named(name);
    let response = button.show(form.ui, look, rect, ("day", index));
    menu_ui(&response, look, name, || {
        let row = |day| MenuRow::new(icons::CALENDAR, look.words.day_of_week(day), day);
        Weekday::ALL.into_iter().map(row).collect()
    })
}

fn clock_ui(
    form: &mut Form<'_, '_>,
    rect: Rect,
    index: usize,
    time: &PlannedTime,
    name: &str,
) -> Option<(u8, u8)> {
    let text = told_clock(time.hour, time.minute);
    let entry = Entry { name, text: &text, hint: "", limit: 5, is_long: false, is_number: true };
    let now = Some((time.hour, time.minute));
    let written =
        entry_ui(form.ui, form.look, rect, ("clock", index), &entry, |typed| read_clock(typed) == now);
    let asked = if written.steps == 0.0 {
        read_clock(&written.text?)
    } else {
        let minutes = i64::from(time.hour) * 60 + i64::from(time.minute) + written.steps as i64 * STEP_MIN;
        let of_day = minutes.rem_euclid(24 * 60);
        Some(((of_day / 60) as u8, (of_day % 60) as u8))
    };
    asked.filter(|asked| Some(*asked) != now)
}

/// The session that is meant at a time; the id of the one chosen instead.
fn routine_ui(
    form: &Form<'_, '_>,
    rect: Rect,
    view: &ProgressView<'_>,
    (index, told): (usize, &str),
    id: &str,
) -> Option<String> {
    let (look, words) = (form.look, form.look.words);
    let known = view.desk.routines.iter().find(|(known, _)| *known == id);
    let text = match known {
        Some((_, name)) => (*name).to_owned(),
        None if id.is_empty() => words.get("plan-whatever"),
        None => words.get("plan-gone"),
    };
    let name =
        words.with("plan-time-routine-name", &[("time", told.into()), ("routine", text.as_str().into())]);
    let button = Button::new(ButtonKind::Neutral, &text).with_icon(icons::OPENS).from_left();
    let button = button.named(&name).hint(&text);
    let response = button.show(form.ui, look, rect, ("routine", index));
    menu_ui(&response, look, &name, || {
        let whatever = MenuRow::new(icons::TODAY, words.get("plan-whatever"), String::new());
        let row = |(id, name): &(&str, &str)| MenuRow::new(icons::LIST, (*name).to_owned(), (*id).to_owned());
        std::iter::once(whatever).chain(view.desk.routines.iter().map(row)).collect()
    })
}
