//! What is waiting and what was deleted: a row each, with what can be done about it.

use egui::{Rect, vec2};

use super::{Column, ShelfView, WaitingDraft};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_ground, text_ui};
use crate::ui::{Command, Editing, Keeping, Shelving};

/// Changes that were not saved.
pub(super) fn drafts_ui(
    column: &mut Column<'_, '_>,
    drafts: &[WaitingDraft<'_>],
    commands: &mut Vec<Command>,
) {
    for draft in drafts {
        column.gap(12.0);
        let line = column.look.words.with("shelf-draft", &[("name", draft.name.into())]);
        let inner = ground(column);
        let open = ("shelf-draft-open", "shelf-draft-open-name", ButtonKind::Primary);
        let let_go = ("shelf-draft-let-go", "shelf-draft-let-go-name", ButtonKind::Plain);
        let asks = [(open, Keeping::GoOn(draft.id)), (let_go, Keeping::Discard(draft.id))];
        let mut right = inner.right();
        for ((text, name, kind), asked) in asks {
            let pressed = button_ui(column, inner, &mut right, (text, name, kind), (draft.name, draft.id));
            if pressed {
                commands.push(Command::Edit(Editing::Keep(asked)));
            }
        }
        words(column, inner.with_max_x(right), &line, draft.id);
    }
}

/// The fold over the trash, and what is in it.
pub(super) fn trash_ui(column: &mut Column<'_, '_>, view: &ShelfView<'_>, commands: &mut Vec<Command>) {
    if view.trash.is_empty() {
        return;
    }
    column.gap(12.0);
    let look = column.look;
    let text = look.words.with("shelf-trash", &[("n", view.trash.len().into())]);
    let icon = if view.is_trash_open { icons::UP } else { icons::OPENS };
    let fold = Button {
        selected: Some(view.is_trash_open),
        ..Button::new(ButtonKind::Plain, &text).with_icon(icon)
    };
    let row = column.row(44.0);
    let left = row.left() - look.pt(8.0);
    let place =
        Rect::from_min_size(egui::pos2(left, row.top()), vec2(fold.width(column.ui, look), row.height()));
    if fold.show(column.ui, look, place, "trash").clicked() {
        commands.push(Command::Shelve(Shelving::ToggleTrash));
    }
    if !view.is_trash_open {
        return;
    }
    for trashed in view.trash {
        column.gap(6.0);
        let inner = ground(column);
        let mut right = inner.right();
        let restore = ("shelf-restore", "shelf-restore-name", ButtonKind::Soft);
        if button_ui(column, inner, &mut right, restore, (trashed.name, trashed.file)) {
            commands.push(Command::Shelve(Shelving::Restore(trashed.file.to_owned())));
        }
        words(column, inner.with_max_x(right), trashed.name, trashed.file);
    }
}

/// The ground of a row; returns where its content goes.
fn ground(column: &mut Column<'_, '_>) -> Rect {
    let look = column.look;
    let row = column.row(52.0);
    paint_ground(column.ui, look, row, look.theme.metrics.radius.button);
    row.shrink2(vec2(look.pt(12.0), look.pt(6.0)))
}

fn words(column: &Column<'_, '_>, rect: Rect, text: &str, salt: impl egui::AsIdSalt) {
    let font = column.look.font(Size::Body, Face::Regular);
    let text = Text::new(text, font, column.look.theme.colors.ink);
    text_ui(column.ui, rect.shrink2(vec2(column.look.pt(6.0), 0.0)), ("words", salt), &text);
}

/// A button at the right of what is left of a row.
fn button_ui(
    column: &Column<'_, '_>,
    inner: Rect,
    right: &mut f32,
    (text, name, kind): (&str, &str, ButtonKind),
    (what, salt): (&str, impl egui::AsIdSalt),
) -> bool {
    let look = column.look;
    let label = look.words.get(text);
    let said = look.words.with(name, &[("name", what.into())]);
    let button = Button::new(kind, &label).named(&said);
    let width = button.width(column.ui, look);
    let place = inner.with_max_x(*right).with_min_x(*right - width);
    *right = place.left() - look.pt(8.0);
    button.show(column.ui, look, place, (text, salt)).clicked()
}
