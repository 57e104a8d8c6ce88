//! The shelf: every routine there is, to open one or begin another.

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, vec2};

use super::ShelfView;
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, ButtonKind};
use crate::ui::{Command, Editing, Look};

pub(super) fn shelf_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: ShelfView<'_>,
    commands: &mut Vec<Command>,
) {
    let inner = rect.shrink(look.pt(24.0));
    let new = look.words.get("edit-new");
    let place = Rect::from_min_size(inner.min, vec2(look.pt(220.0), look.pt(48.0)));
    let button = Button::new(ButtonKind::Primary, &new).with_icon(icons::ADD);
    if button.show(ui, look, place, "edit-new").clicked() {
        commands.push(Command::Edit(Editing::New));
    }
    let below = inner.with_min_y(place.bottom() + look.pt(16.0));
    ui.scope_builder(UiBuilder::new().max_rect(below).id_salt("shelf"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for routine in view.catalog.routines.values() {
                let (place, _) = ui.allocate_exact_size(vec2(below.width(), look.pt(48.0)), Sense::hover());
                let button = Button::new(ButtonKind::Neutral, &routine.name);
                if button.show(ui, look, place, ("open", &routine.id)).clicked() {
                    commands.push(Command::Edit(Editing::Open(routine.id.clone())));
                }
            }
        });
    });
}
