//! Which exercise: its easier and harder kin by name, and any other by search.

use egui::{Rect, vec2};

use super::sheet::Sheet;
use crate::editor::{Change, Gesture};
use crate::model::{Block, Exercise, Variant};
use crate::ui::theme::{Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Entry, entry_ui};

/// Tells the search field from the others.
const SEARCH: &str = "search-exercise";

/// How many exercises a search shows.
const MOST_FOUND: usize = 8;

pub(super) fn exercise_ui(sheet: &mut Sheet<'_, '_>) {
    if !sheet.subject.nodes.iter().all(|node| matches!(node.block, Block::Step(_))) {
        return;
    }
    sheet.form.gap(4.0);
    if sheet.subject.exercise.is_none() {
        unknown_ui(sheet);
    }
    change_ui(sheet);
}

/// Other exercises that are easier or harder; true where one was taken.
fn kin_ui(sheet: &mut Sheet<'_, '_>, exercise: &Exercise) -> bool {
    let mut taken = false;
    for (variants, key) in [(&exercise.easier, "insp-easier"), (&exercise.harder, "insp-harder")] {
        for id in variants.iter().filter_map(|Variant { exercise, .. }| exercise.as_deref()) {
            if let Some(other) = sheet.view.catalog.exercise(id) {
                taken |= offer(sheet, key, other);
            }
        }
    }
    taken
}

/// An id that no exercise has, and which one was probably meant.
fn unknown_ui(sheet: &mut Sheet<'_, '_>) {
    let catalog = sheet.view.catalog;
    let Some(node) = sheet.subject.only() else { return };
    let Block::Step(step) = &node.block else { return };
    let line = sheet.form.look.words.with("insp-unknown", &[("id", step.exercise.as_str().into())]);
    let color = sheet.form.look.theme.colors.hurt;
    sheet.form.words(&line, Size::Body, crate::ui::theme::Face::Regular, color);
    sheet.form.gap(4.0);
    let nearest = catalog.nearest_exercise(&step.exercise).and_then(|id| catalog.exercise(id));
    if let Some(nearest) = nearest {
        offer(sheet, "insp-nearest", nearest);
    }
}

/// A button that puts another exercise in its place; true where it was pressed.
fn offer(sheet: &mut Sheet<'_, '_>, key: &str, other: &Exercise) -> bool {
    let look = sheet.form.look;
    let text = look.words.with(key, &[("name", other.name.as_str().into())]);
    let button = Button::new(ButtonKind::Neutral, &text).size(Size::Small);
    let row = sheet.form.row(34.0);
    let place =
        Rect::from_min_size(row.min, vec2(button.width(sheet.form.ui, look).min(row.width()), row.height()));
    let pressed = button.show(sheet.form.ui, look, place, (key, &other.id)).clicked();
    if pressed {
        sheet.change(Change::Exercise(other.id.clone()), Gesture::Single);
    }
    sheet.form.gap(6.0);
    pressed
}

/// A search among all exercises, once it is asked for.
fn change_ui(sheet: &mut Sheet<'_, '_>) {
    let look = sheet.form.look;
    let id = sheet.form.ui.scope_id().with(("change-exercise", sheet.subject.salt()));
    let query: Option<String> = sheet.form.ui.data(|data| data.get_temp(id));
    let text = look.words.get("insp-change-exercise");
    let button = Button { selected: Some(query.is_some()), ..Button::new(ButtonKind::Plain, &text) };
    let button = button.with_icon(icons::SEARCH).size(Size::Small);
    let row = sheet.form.row(34.0);
    let place =
        Rect::from_min_size(row.min, vec2(button.width(sheet.form.ui, look).min(row.width()), row.height()));
    if button.show(sheet.form.ui, look, place, "change").clicked() {
        sheet.form.ui.data_mut(|data| match &query {
            Some(_) => data.remove::<String>(id),
            None => {
                data.insert_temp(id, String::new());
            }
        });
        let field = sheet.form.ui.scope_id().with(SEARCH);
        sheet.form.ui.memory_mut(|memory| memory.request_focus(field));
        return;
    }
    let Some(mut query) = query else { return };
    search_ui(sheet, &mut query);
    let mut chosen = false;
    match sheet.subject.exercise {
        Some(exercise) if query.is_empty() => chosen |= kin_ui(sheet, exercise),
        _ => {}
    }
    for other in sheet.view.catalog.search(&query).into_iter().take(MOST_FOUND) {
        chosen |= offer(sheet, "insp-use", other);
    }
    sheet.form.ui.data_mut(|data| {
        if chosen {
            data.remove::<String>(id);
        } else {
            data.insert_temp(id, query);
        }
    });
}

fn search_ui(sheet: &mut Sheet<'_, '_>, query: &mut String) {
    let look = sheet.form.look;
    let (name, hint) = (look.words.get("insp-search-name"), look.words.get("insp-search"));
    let row = sheet.form.row(38.0);
    let entry = Entry { name: &name, text: query, hint: &hint, limit: 100, is_long: false, is_number: false };
    let written = entry_ui(sheet.form.ui, look, row, SEARCH, &entry, |_| false);
    if let Some(text) = written.text {
        *query = text;
    }
    sheet.form.gap(6.0);
}
