//! The palette's search field: Enter adds what fits best, the arrow down goes on to the cards, Esc
//! clears it.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Key, Modifiers, Rect, Response, Ui};

use super::DeskView;
use super::palette::{add_step, palette_id};
use crate::ui::widgets::{SearchField, search_field_ui};
use crate::ui::{Command, Editing, Look};

/// The widget of the search field.
pub(super) fn search_id() -> Id {
    Id::unique("palette-search")
}

pub(super) fn search_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let id = search_id();
    // Before the field sees them: it would keep the one and forget the others.
    let asked = if ui.memory(|memory| memory.has_focus(id)) { keys(ui) } else { Asked::default() };
    let hint = look.words.with("edit-palette-search", &[("n", view.catalog.exercises.len().into())]);
    let name = look.words.get("edit-palette-search-name");
    let search = SearchField { id, query: view.palette.query, hint: &hint, name: &name };
    let (response, mut text) = search_field_ui(ui, look, rect, &search);
    if view.list.searches {
        take_focus(ui, &response, &text);
    }
    let best = view.palette.found.first();
    if let Some(best) = best.filter(|_| asked.enter && text == view.palette.query) {
        add_step(&best.id, true, commands);
    }
    if let Some(best) = best.filter(|_| asked.down) {
        ui.memory_mut(|memory| memory.request_focus(palette_id(&best.id)));
    }
    if asked.escape || (response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape))) {
        text.clear();
    }
    if text != view.palette.query {
        commands.push(Command::Edit(Editing::Find(text)));
    }
}

/// What the keys ask for that are no text.
#[derive(Clone, Copy, Default)]
struct Asked {
    enter: bool,
    down: bool,
    escape: bool,
}

fn keys(ui: &Ui) -> Asked {
    ui.input_mut(|input| Asked {
        enter: input.consume_key(Modifiers::NONE, Key::Enter),
        down: input.consume_key(Modifiers::NONE, Key::ArrowDown),
        escape: input.consume_key(Modifiers::NONE, Key::Escape),
    })
}

/// Gives the field the focus, with what is in it selected: what is typed next takes its place.
fn take_focus(ui: &Ui, response: &Response, text: &str) {
    response.request_focus();
    let mut state = TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), response.id);
}
