//! The field that the text is written in: its keys, where its caret is, and what was written.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, Galley, Id, Key, Modifiers, Rect, ScrollArea, TextBuffer, TextEdit, Ui, UiBuilder, Vec2};

use super::SourceView;
use super::color::{Pen, common};
use super::gutter::{self, gutter_ui};
use crate::store::Place;
use crate::ui::{Command, Editing, Look, Sourcing};

/// What the Tab key writes.
const INDENT: &str = "    ";

/// Builds the field; true while it has the focus.
pub(super) fn field_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    source: &SourceView<'_>,
    commands: &mut Vec<Command>,
) -> bool {
    let id = ui.scope_id().with("field of the source");
    let pen = Pen::new(ui, look, id.with("drawn"));
    let lines = source.text.matches('\n').count() + 1;
    let (numbers, rest) = rect.split_left_right_at_x(rect.left() + gutter::width(ui, &pen, look, lines));
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    if has_focus {
        take_keys(ui, commands);
    }
    follow_text(ui, &pen, id, source);
    let mut text = source.text.to_owned();
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, _: f32| pen.galley(ui, text.as_str());
    let mut shown = None;
    ui.scope_builder(UiBuilder::new().max_rect(rest).id_salt("source"), |ui| {
        ScrollArea::both().auto_shrink(false).show(ui, |ui| {
            let edit = TextEdit::multiline(&mut text)
                .id(id)
                .font(pen.font.clone())
                .lock_focus(true)
                .interactive(!source.is_locked)
                .frame(egui::Frame::NONE)
                .desired_width(f32::INFINITY)
                .min_size(rest.size() - Vec2::splat(look.pt(16.0)))
                .layouter(&mut layouter)
                .show(ui);
            forget_own_undo(ui, id);
            let here = (edit.galley_pos, &edit.galley);
            if let Some(place) = source.go_to {
                go_to(ui, id, source.text, place, here);
            } else if let Some(range) = edit.cursor_range.filter(|_| edit.response.has_focus()) {
                let place = place_of(&edit.galley, range.primary);
                if place != source.caret {
                    commands.push(Command::Edit(Editing::Source(Sourcing::Caret(place))));
                }
            }
            shown = Some((edit.galley_pos, edit.galley.clone()));
            if edit.response.lost_focus() {
                commands.push(Command::Edit(Editing::Settle));
            }
            if edit.response.changed() {
                commands.push(Command::Edit(Editing::Write(text.clone())));
            }
            let label = look.words.get("source-field");
            ui.ctx().accesskit_node_builder(id, |node| node.set_label(label));
        });
    });
    if let Some((pos, galley)) = shown {
        gutter_ui(ui, look, (numbers, rest), &pen, (pos, &galley), source);
    }
    has_focus
}

/// Tab writes an indent (Esc leaves the field), and the way back is the routine's own.
fn take_keys(ui: &Ui, commands: &mut Vec<Command>) {
    ui.input_mut(|input| {
        for event in &mut input.events {
            let is_tab = matches!(event, Event::Key { key: Key::Tab, pressed: true, modifiers, .. } if modifiers.is_none());
            if is_tab {
                *event = Event::Text(INDENT.to_owned());
            }
        }
        let redoes = input.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)
            || input.consume_key(Modifiers::COMMAND, Key::Y);
        if redoes {
            commands.push(Command::Edit(Editing::Redo));
        } else if input.consume_key(Modifiers::COMMAND, Key::Z) {
            commands.push(Command::Edit(Editing::Undo));
        }
    });
}

/// Puts the caret behind what became another since the last frame without having been typed.
fn follow_text(ui: &Ui, pen: &Pen, id: Id, source: &SourceView<'_>) {
    let Some(before) = pen.drawn(ui).filter(|drawn| *drawn.text != *source.text) else { return };
    let (_, behind) = common(before.text.as_bytes(), source.text.as_bytes());
    let at = source.text.floor_char_boundary(source.text.len() - behind);
    put_caret(ui, id, source.text[..at].chars().count());
}

fn put_caret(ui: &Ui, id: Id, at: usize) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(at))));
    state.store(ui.ctx(), id);
}

/// The field would keep copies of the whole text to go back to.
fn forget_own_undo(ui: &Ui, id: Id) {
    if let Some(mut state) = TextEditState::load(ui.ctx(), id) {
        state.clear_undoer();
        state.store(ui.ctx(), id);
    }
}

fn go_to(ui: &Ui, id: Id, text: &str, place: Place, (pos, galley): (egui::Pos2, &Arc<Galley>)) {
    let before: usize =
        text.split_inclusive('\n').take(place.line - 1).map(|line| line.chars().count()).sum();
    let at = before + place.col - 1;
    put_caret(ui, id, at);
    ui.memory_mut(|memory| memory.request_focus(id));
    let caret = galley.pos_from_cursor(CCursor::new(at)).translate(pos.to_vec2());
    ui.scroll_to_rect(caret.expand2(Vec2::new(0.0, caret.height() * 3.0)), None);
}

/// Lines are never wrapped: a row is a line.
fn place_of(galley: &Galley, cursor: CCursor) -> Place {
    let at = galley.layout_from_cursor(cursor);
    Place { line: at.row + 1, col: usize::from(at.column) + 1 }
}
