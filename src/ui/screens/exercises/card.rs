//! The card of an exercise: its figure, name, group and what it needs. The whole card is one button.

use egui::{Align2, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::ListView;
use crate::model::Exercise;
use crate::text::Words;
use crate::ui::Look;
use crate::ui::theme::{Face, Size, Theme};
use crate::ui::widgets::{Text, paint_focus, paint_scene};

/// Puts a card at a place.
pub(super) fn card_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    exercise: &Exercise,
    view: &ListView<'_>,
) -> Response {
    let colors = &look.theme.colors;
    let response = ui.interact(rect, ui.scope_id().with(("exercise", &exercise.id)), Sense::click());
    let needs = needs(look.words, exercise);
    let category = look.words.category(exercise.category);
    let did_hurt = view.hurt.contains(exercise.id.as_str());
    response.widget_info(|| {
        let args = [
            ("name", exercise.name.as_str().into()),
            ("category", category.as_str().into()),
            ("needs", needs.as_str().into()),
        ];
        let said = look.words.with("ex-card", &args);
        let name = if did_hurt { format!("{said}, {}", look.words.get("ex-hurt-mark")) } else { said };
        WidgetInfo::labeled(Role::Button, true, name)
    });
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    let ground = if response.hovered() { Theme::blend(colors.card, colors.soft, 0.35) } else { colors.card };
    ui.painter().rect(rect, corners, ground, Stroke::new(1.0, colors.line), StrokeKind::Inside);
    paint_focus(ui, look, rect, corners, &response);

    let inner = rect.shrink2(vec2(look.pt(14.0), look.pt(10.0)));
    let words_top = rect.bottom() - look.pt(78.0);
    let stage = inner.with_max_y(words_top - look.pt(4.0));
    match view.moving {
        Some((id, scene)) if id == exercise.id => paint_scene(ui, stage, scene),
        _ => {
            if let Some(sketch) = view.sketches.get(&exercise.id) {
                sketch.paint(ui, stage);
            }
        }
    }
    let (name_row, under_row) = inner
        .with_min_y(words_top)
        .with_max_y(rect.bottom() - look.pt(8.0))
        .split_top_bottom_at_fraction(0.66);
    Text::new(&exercise.name, look.font(Size::Body, Face::Bold), colors.ink)
        .rows(2)
        .align(Align2::LEFT_BOTTOM)
        .paint(ui, name_row);
    if did_hurt {
        let mark = look.words.get("ex-hurt-mark");
        Text::new(&mark, look.font(Size::Small, Face::SemiBold), colors.hurt).paint(ui, under_row);
        return response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }
    let under = if exercise.equipment.is_empty() { category } else { format!("{category} · {needs}") };
    Text::new(&under, look.font(Size::Small, Face::Regular), colors.quiet).paint(ui, under_row);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// What an exercise needs ("chair, wall").
pub(super) fn needs(words: &Words, exercise: &Exercise) -> String {
    if exercise.equipment.is_empty() {
        return words.get("ex-needs-nothing");
    }
    exercise.equipment.iter().map(|&thing| words.equipment(thing)).collect::<Vec<_>>().join(", ")
}
