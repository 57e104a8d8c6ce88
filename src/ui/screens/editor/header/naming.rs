//! The name of the routine on the desk, and in a few words how it is kept.

use std::collections::BTreeSet;

use egui::{CornerRadius, CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::ui::screens::editor::{DeskView, DraftFace, KeepingFace};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_focus, text_ui};
use crate::ui::{Command, Editing, Keeping, Look};

/// The name, which leads to what can be set of the whole routine.
pub(super) fn name_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let name = &view.history.document().head.name;
    let unnamed = look.words.get("edit-unnamed");
    let (shown, color) = match name.trim() {
        "" => (&unnamed, look.theme.colors.quiet),
        _ => (name, look.theme.colors.ink),
    };
    let text = Text::new(shown, look.font(Size::Heading, Face::Bold), color).shrink(0.85);
    let width = text.galley(ui, rect.size()).size().x.min(rect.width());
    let place = rect.with_max_x(rect.left() + width);
    let response = ui.interact(place, ui.scope_id().with("desk-name"), Sense::click());
    let hint = look.words.with("edit-properties", &[("name", shown.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &hint));
    paint_focus(ui, look, place, CornerRadius::same(look.pt(6.0) as u8), &response);
    text.paint(ui, rect);
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&hint);
    if response.clicked() {
        commands.push(Command::Edit(Editing::Select(BTreeSet::new())));
    }
}

/// Tells how the routine is kept; returns where that ends.
pub(super) fn keeping_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let colors = &look.theme.colors;
    if view.keeping == KeepingFace::Torn {
        let text = look.words.get("keep-torn");
        let button = Button::new(ButtonKind::Hurt, &text).size(Size::Small);
        let place = rect.with_max_x(rect.left() + button.width(ui, look).min(rect.width()));
        if button.show(ui, look, place.translate(vec2(-look.pt(8.0), 0.0)), "keep-torn").clicked() {
            commands.push(Command::Edit(Editing::Keep(Keeping::Decide)));
        }
        return place.right();
    }
    let told = told(look, view.keeping);
    let color = match view.keeping {
        KeepingFace::NotSaved(_) | KeepingFace::Unsaved(DraftFace::Failed(_)) => colors.hurt,
        _ => colors.quiet,
    };
    let text = Text::new(&told, look.font(Size::Small, Face::SemiBold), color).live();
    let width = text.galley(ui, rect.size()).size().x.min(rect.width());
    let place = rect.with_max_x(rect.left() + width + look.pt(1.0));
    let response = text_ui(ui, place, "keeping", &text);
    if let KeepingFace::NotSaved(problem) | KeepingFace::Unsaved(DraftFace::Failed(problem)) = view.keeping {
        response.on_hover_text(problem);
    }
    place.right() + look.pt(12.0)
}

fn told(look: &Look<'_>, keeping: KeepingFace<'_>) -> String {
    look.words.get(match keeping {
        KeepingFace::Saved => "keep-saved",
        KeepingFace::New => "keep-new",
        KeepingFace::Unsaved(DraftFace::Kept) => "keep-draft",
        KeepingFace::Unsaved(DraftFace::Behind) => "keep-unsaved",
        KeepingFace::Unsaved(DraftFace::Failed(_)) => "keep-no-draft",
        KeepingFace::Saving => "keep-saving",
        KeepingFace::NotSaved(_) => "keep-not-saved",
        KeepingFace::Torn => "keep-torn",
    })
}
