//! The top of the shelf: what can be begun, and the search.

use egui::{Id, Rect, vec2};

use super::{Column, ShelfView};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, SearchField, Text, search_field_ui, text_ui};
use crate::ui::{Command, Editing, Shelving};

/// The heading, and large under it what can be begun.
pub(super) fn top_ui(column: &mut Column<'_, '_>, commands: &mut Vec<Command>) {
    let look = column.look;
    let title = look.words.get("rail-editor");
    let row = column.row(44.0);
    let text = Text::new(&title, look.font(Size::Title, Face::Bold), look.theme.colors.ink);
    text_ui(column.ui, row, "editor", &text);
    column.gap(10.0);
    let begins = [
        ("edit-new", ButtonKind::Primary, icons::ADD, Command::Edit(Editing::New)),
        ("shelf-make", ButtonKind::Soft, icons::MAKE, Command::Shelve(Shelving::AskWish)),
        ("shelf-import", ButtonKind::Soft, icons::IMPORT, Command::Shelve(Shelving::AskFile)),
    ];
    let (row, gap) = (column.row(64.0), look.pt(16.0));
    let width = ((row.width() - 2.0 * gap) / 3.0).min(look.pt(280.0));
    let mut place = Rect::from_min_size(row.min, vec2(width, row.height()));
    for (key, kind, icon, asked) in begins {
        let text = look.words.get(key);
        let button = Button::new(kind, &text).with_icon(icon).size(Size::Heading);
        if button.show(column.ui, look, place, key).clicked() {
            commands.push(asked);
        }
        place = place.translate(vec2(width + gap, 0.0));
    }
}

/// The heading of the own routines with a field to search them.
pub(super) fn search_ui(column: &mut Column<'_, '_>, view: &ShelfView<'_>, commands: &mut Vec<Command>) {
    let look = column.look;
    let colors = &look.theme.colors;
    let row = column.row(44.0);
    let field = row.with_min_x(row.right() - look.pt(300.0).min(row.width() * 0.5));
    let heading = row.with_max_x(field.left() - look.pt(12.0));
    let title = look.words.get("shelf-own");
    let found = [("title", title.into()), ("n", view.own.len().into()), ("all", view.own_total.into())];
    let key = if view.own.len() == view.own_total { "shelf-own-all" } else { "shelf-own-found" };
    let title = look.words.with(key, &found);
    let text = Text::new(&title, look.font(Size::Heading, Face::Bold), colors.ink).live();
    text_ui(column.ui, heading, "own", &text);

    let (hint, name) = (look.words.get("shelf-search"), look.words.get("shelf-search-name"));
    let id = Id::unique("own-search");
    let search = SearchField { id, query: view.query, hint: &hint, name: &name };
    let (_, text) = search_field_ui(column.ui, look, field, &search);
    if text != view.query {
        commands.push(Command::Shelve(Shelving::Find(text)));
    }
}
