//! The search for an exercise to add: Enter adds what fits best, Esc clears it.

use egui::{Id, Key, Modifiers, Ui};

use super::{SessionView, write};
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, ButtonKind, Form, SearchField, search_field_ui};
use crate::ui::{Command, Writing};

/// More than this is no answer but a list.
const MOST_FOUND: usize = 6;

pub(super) fn search_ui(form: &mut Form<'_, '_>, view: &SessionView<'_>, commands: &mut Vec<Command>) {
    let look = form.look;
    let id = Id::unique("record-search");
    // What is searched for belongs to nobody else, and is gone with the dialog.
    let key = id.with(&view.draft.record().id);
    let before = form.ui.data(|data| data.get_temp::<String>(key)).unwrap_or_default();
    let is_here = form.ui.memory(|memory| memory.has_focus(id));
    let (enters, clears) = if is_here {
        (pressed(form.ui, Key::Enter), !before.is_empty() && pressed(form.ui, Key::Escape))
    } else {
        (false, false)
    };
    let (hint, name) = (look.words.get("record-search"), look.words.get("record-search-name"));
    let row = form.row(42.0);
    let (response, typed) =
        search_field_ui(form.ui, look, row, &SearchField { id, query: &before, hint: &hint, name: &name });
    let mut query = if clears { String::new() } else { typed };
    let found = if query.trim().is_empty() { Vec::new() } else { view.catalog.search(&query) };
    let mut chosen = found.first().filter(|_| enters).map(|exercise| exercise.id.clone());
    form.gap(6.0);
    if found.is_empty() && !query.trim().is_empty() {
        form.note(&look.words.get("record-search-none"));
    }
    for exercise in found.into_iter().take(MOST_FOUND) {
        let name = look.words.with("record-add-exercise", &[("name", exercise.name.as_str().into())]);
        let row = form.row(38.0);
        let button = Button::new(ButtonKind::Plain, &exercise.name).with_icon(icons::ADD).named(&name);
        let width = button.width(form.ui, look).min(row.width());
        if button.show(form.ui, look, row.with_max_x(row.left() + width), ("add", &exercise.id)).clicked() {
            chosen = Some(exercise.id.clone());
        }
    }
    if let Some(exercise) = chosen {
        write(commands, Writing::AddExercise(exercise));
        query.clear();
        response.request_focus();
    }
    form.ui.data_mut(|data| data.insert_temp(key, query));
}

fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}
