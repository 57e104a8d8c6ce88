//! What was done: a row for each exercise and side, and a search for what is missing.

use egui::{Id, Rect, pos2};

use super::when::stepped;
use super::{SessionView, change, search, write};
use crate::history::done::{DoneLine, set_done, set_hurt, set_side, take_out};
use crate::history::typed;
use crate::model::{Origin, Side, Sides, WorkKind};
use crate::text::Words;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{
    Button, ButtonKind, Choice, Entry, Form, MenuRow, Text, entry_ui, menu_ui, text_ui,
};
use crate::ui::{Command, Writing};

/// What the arrow keys change a length by, in milliseconds.
const STEP_MS: u64 = 30_000;

/// More than any exercise is done for at once, in milliseconds.
const LONGEST_MS: u64 = 24 * 3_600_000;

pub(super) fn done_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let question = form.heading(&words.get("record-done"));
    if view.lines.is_empty() {
        empty_ui(form, view, question, commands);
    }
    for (index, line) in view.lines.iter().enumerate() {
        line_ui(form, view, index, line, commands);
        form.gap(6.0);
    }
    search::search_ui(form, view, commands);
}

/// Where nothing is said exercise by exercise.
fn empty_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, question: Id, commands: &mut Vec<Command>) {
    let (words, record) = (form.look.words, view.draft.record());
    form.note(&words.get("record-done-none"));
    if view.catalog.routine(&record.routine).is_some() {
        let text = words.with("record-fill-in", &[("name", record.routine_name.as_str().into())]);
        let width = form.width;
        let row = form.row(42.0);
        let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::TAKEN_IN);
        let place = row.with_max_x(row.left() + button.width(form.ui, form.look).min(width));
        if button.show(form.ui, form.look, place, "fill-in").clicked() {
            write(commands, Writing::FillIn);
        }
        form.gap(8.0);
    }
    if record.origin == Origin::ByHand {
        let texts = WorkKind::ALL.map(|kind| words.get(kind_key(kind)));
        let choices: Vec<Choice<'_>> = WorkKind::ALL
            .iter()
            .zip(&texts)
            .map(|(kind, text)| Choice { text, name: text, chosen: *kind == view.draft.kind() })
            .collect();
        if let Some(index) = form.choices("session-kinds", question, &choices) {
            write(commands, Writing::Kind(WorkKind::ALL[index]));
        }
    }
}

fn kind_key(kind: WorkKind) -> &'static str {
    match kind {
        WorkKind::Mobility => "record-kind-mobility",
        WorkKind::Strength => "record-kind-strength",
        WorkKind::Breath => "record-kind-breath",
    }
}

fn side_key(side: Option<Side>) -> &'static str {
    match side {
        None => "record-side-both",
        Some(Side::Left) => "record-side-left",
        Some(Side::Right) => "record-side-right",
    }
}

/// An exercise with its side, as it is called in a sentence.
fn told(words: &Words, line: &DoneLine) -> String {
    match line.side {
        None => line.name.clone(),
        side => words.with(
            "record-line-side",
            &[("name", line.name.as_str().into()), ("side", words.get(side_key(side)).into())],
        ),
    }
}

fn has_sides(view: &SessionView<'_>, line: &DoneLine) -> bool {
    let exercise = line.exercise.as_ref().and_then(|id| view.catalog.exercise(id));
    line.side.is_some() || exercise.is_some_and(|exercise| exercise.sides != Sides::Both)
}

fn line_ui(
    form: &mut Form<'_, '_>,
    view: &SessionView<'_>,
    index: usize,
    line: &DoneLine,
    commands: &mut Vec<Command>,
) {
    let look = form.look;
    let words = look.words;
    let told = told(words, line);
    let named = |key: &str| words.with(key, &[("name", told.as_str().into())]);
    let row = form.row(42.0);
    let gap = look.pt(8.0);
    let mut right = row.right();
    let mut from_right = |points: f32| {
        let place = Rect::from_min_max(pos2(right - look.pt(points), row.top()), pos2(right, row.bottom()));
        right = place.left() - gap;
        place
    };
    let (remove, hurt, minutes, side) =
        (from_right(40.0), from_right(82.0), from_right(74.0), from_right(76.0));
    let name = row.with_max_x(side.left() - gap);

    let ink = if line.skipped { look.theme.colors.quiet } else { look.theme.colors.ink };
    let skipped = if line.skipped { named("record-line-skipped") } else { line.name.clone() };
    let text = Text::new(&skipped, look.font(Size::Body, Face::Regular), ink).rows(2).shrink(0.8);
    text_ui(form.ui, name, ("line", index), &text).on_hover_text(&skipped);

    if has_sides(view, line)
        && let Some(Sided(side)) = side_ui(form, side, index, line, &named("record-line-side-name"))
    {
        change(view, commands, |record| set_side(&mut record.bouts, line, side));
    }
    if let Some(done_ms) = minutes_ui(form, minutes, index, line, &named("record-line-minutes")) {
        change(view, commands, |record| set_done(&mut record.bouts, line, done_ms));
    }
    // What did not hurt must not read as if it had.
    let key = if line.hurt { "record-line-hurt" } else { "record-line-hurt-ask" };
    let (text, hurts) = (words.get(key), named("record-line-hurt-name"));
    let kind = if line.hurt { ButtonKind::Hurt } else { ButtonKind::Neutral };
    let button = Button { selected: Some(line.hurt), ..Button::new(kind, &text).named(&hurts) };
    let button = button.size(Size::Small);
    let button = if line.hurt { button.with_icon(icons::HURTS) } else { button };
    if button.show(form.ui, look, hurt, ("hurt", index)).clicked() {
        change(view, commands, |record| set_hurt(&mut record.bouts, line, !line.hurt));
    }
    let removes = named("record-line-remove");
    let button = Button::icon(ButtonKind::Plain, icons::DELETE, &removes);
    if button.show(form.ui, look, remove, ("remove", index)).clicked() {
        change(view, commands, |record| take_out(&mut record.bouts, line));
    }
}

/// The side that was chosen; `None` for both.
struct Sided(Option<Side>);

fn side_ui(form: &Form<'_, '_>, rect: Rect, index: usize, line: &DoneLine, name: &str) -> Option<Sided> {
    let (look, words) = (form.look, form.look.words);
    let text = words.get(side_key(line.side));
    let button = Button::new(ButtonKind::Neutral, &text).named(name).size(Size::Small);
    let response = button.show(form.ui, look, rect, ("side", index));
    menu_ui(&response, look, name, || {
        let row = |(side, icon)| MenuRow::new(icon, words.get(side_key(side)), Sided(side));
        [(None, icons::REPEAT), (Some(Side::Left), icons::LEFT), (Some(Side::Right), icons::RIGHT)]
            .map(row)
            .into()
    })
}

/// How long a line was done for, in minutes; the new length in milliseconds.
fn minutes_ui(form: &mut Form<'_, '_>, rect: Rect, index: usize, line: &DoneLine, name: &str) -> Option<u64> {
    let text = typed::told_length(line.done_ms);
    let entry = Entry { name, text: &text, hint: "", limit: 7, is_long: false, is_number: true };
    // What was measured to the millisecond is written to the second.
    let same = |typed: &str| typed::read_minutes(typed) == typed::read_minutes(&text);
    let written = entry_ui(form.ui, form.look, rect, ("minutes", index), &entry, same);
    if written.steps != 0.0 {
        return Some(stepped(line.done_ms, written.steps as i64, STEP_MS).min(LONGEST_MS));
    }
    let asked = written.text?;
    typed::read_minutes(&asked).filter(|_| !same(&asked))
}
