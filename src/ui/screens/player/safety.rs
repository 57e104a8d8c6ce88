//! When to stop and whom to ask, over the player.

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::panels::{card, title_and_close};
use crate::ui::screens::safety::{Chapter, SafetyView, chapter_ui};
use crate::ui::widgets::Column;
use crate::ui::{Command, Look};

pub(in crate::ui::screens) fn panel_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: SafetyView<'_>,
    commands: &mut Vec<Command>,
) {
    card(ui, look, rect);
    let inner = rect.shrink2(vec2(look.pt(28.0), look.pt(14.0)));
    let below = title_and_close(ui, look, inner, "rail-safety", Command::ToggleSafety, commands);
    // The lines have some room before them, the title has none.
    let below = below.with_min_x(below.left() - look.pt(8.0));
    ui.scope_builder(UiBuilder::new().max_rect(below).id_salt("safety"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let mut column = Column::new(ui, look, below.width() - look.pt(14.0));
            for chapter in Chapter::IN_SESSION {
                chapter_ui(&mut column, look, chapter, view, commands);
            }
        });
    });
}
