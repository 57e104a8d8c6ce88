//! The top of the desk: the routine's name and figures, the way back, and saving.

use egui::{Rect, Ui, pos2, vec2};

use super::{DeskView, facts};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, DeskFace, Editing, Look};

pub(super) fn header_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let buttons = buttons_ui(ui, look, rect, view, commands);
    let leave = Rect::from_min_size(rect.min, vec2(look.pt(44.0), rect.height()));
    let name = look.words.get("edit-close");
    if Button::icon(ButtonKind::Plain, icons::LEAVE, &name).show(ui, look, leave, "edit-close").clicked() {
        commands.push(Command::Edit(Editing::Close));
    }
    let words = rect.with_min_x(leave.right() + look.pt(6.0)).with_max_x(buttons - look.pt(12.0));
    let (top, bottom) = words.split_top_bottom_at_fraction(0.58);
    let colors = &look.theme.colors;
    let title = &view.history.document().head.name;
    text_ui(ui, top, "edit-name", &Text::new(title, look.font(Size::Heading, Face::Bold), colors.ink));
    facts::facts_ui(ui, look, bottom, view, commands);
}

/// Puts the buttons at the right; returns where they begin.
fn buttons_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &DeskView<'_>, commands: &mut Vec<Command>) -> f32 {
    let other = match view.face {
        DeskFace::Cards => ("edit-source", icons::SOURCE, DeskFace::Source),
        DeskFace::Source => ("edit-cards", icons::LIST, DeskFace::Cards),
    };
    let asks = [
        ("edit-save", icons::SAVE, Editing::Save, !view.history.is_saved()),
        (other.0, other.1, Editing::Show(other.2), true),
        ("edit-redo", icons::REDO, Editing::Redo, view.history.redoable().next().is_some()),
        ("edit-undo", icons::UNDO, Editing::Undo, view.history.undoable().next().is_some()),
    ];
    let mut right = rect.right();
    for (key, icon, ask, enabled) in asks {
        let place = Rect::from_min_max(pos2(right - look.pt(44.0), rect.top()), pos2(right, rect.bottom()));
        let name = look.words.get(key);
        let button = Button::icon(ButtonKind::Plain, icon, &name);
        ui_enabled(ui, enabled, |ui| {
            if button.show(ui, look, place.shrink2(vec2(0.0, look.pt(4.0))), key).clicked() {
                commands.push(Command::Edit(ask));
            }
        });
        right -= look.pt(48.0);
    }
    right
}

fn ui_enabled(ui: &Ui, enabled: bool, build: impl FnOnce(&Ui)) {
    if enabled {
        build(ui);
    }
}
