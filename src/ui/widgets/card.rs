//! The card of a routine: its figure, its name, how long it takes and what it needs. The whole card
//! is one button.

use egui::{AsIdSalt, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::button::paint_focus;
use super::{Chip, ChipKind, Text, chip_ui, chip_width, paint_scene};
use crate::figure::Scene;
use crate::ui::Look;
use crate::ui::theme::{Face, Size, Theme};

/// The model of a card.
#[derive(Clone, Copy, Debug)]
pub struct RoutineCard<'a> {
    /// The routine's name.
    pub name: &'a str,
    /// How long ("5 min").
    pub minutes: &'a str,
    /// Starting positions and equipment.
    pub chips: &'a [String],
    /// One line of warning, or empty.
    pub warning: &'a str,
    /// What a screen reader says of the whole.
    pub spoken_name: &'a str,
    /// How much of its right edge is left to something else.
    pub edge: f32,
    /// The figure.
    pub scene: Option<&'a Scene>,
}

/// Puts a card at a place; true when it was pressed.
pub fn routine_card_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt + Copy,
    card: &RoutineCard<'_>,
) -> bool {
    let colors = &look.theme.colors;
    let pressed = rect.with_max_x(rect.right() - card.edge);
    let response = ui.interact(pressed, ui.scope_id().with(salt), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, card.spoken_name));
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    let ground = if response.hovered() { Theme::blend(colors.card, colors.soft, 0.35) } else { colors.card };
    ui.painter().rect_filled(rect, corners, ground);
    ui.painter().rect_stroke(rect, corners, Stroke::new(1.0, colors.line), StrokeKind::Inside);
    paint_focus(ui, look, rect, corners, &response);

    let split = rect.left() + (rect.width() * 0.42).min(rect.height() * 1.2);
    let stage = Rect::from_min_max(rect.min, pos2(split, rect.max.y)).shrink(look.pt(8.0));
    if let Some(scene) = card.scene {
        paint_scene(ui, stage, scene);
    }
    let words = Rect::from_min_max(pos2(split, rect.min.y), pressed.max).shrink2(vec2(0.0, look.pt(16.0)));
    let words = words.with_min_x(words.left() + look.pt(10.0));
    paint_words(ui, look, words, salt, card);
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
    clicked
}

fn paint_words(ui: &Ui, look: &Look<'_>, rect: Rect, salt: impl AsIdSalt + Copy, card: &RoutineCard<'_>) {
    let colors = &look.theme.colors;
    let name = Text::new(card.name, look.font(Size::Heading, Face::Bold), colors.ink).rows(2).shrink(0.8);
    let name_height = name.galley(ui, vec2(rect.width(), look.pt(60.0))).size().y;
    let (line, chip_height) = (look.pt(26.0), look.pt(28.0));
    let gap = look.pt(6.0);
    let total = name_height + line + chip_height + 2.0 * gap;
    let top = rect.top() + ((rect.height() - total) / 2.0).max(0.0);
    let row = |from: f32, height: f32| {
        Rect::from_min_size(pos2(rect.left(), top + from), vec2(rect.width(), height))
    };
    name.paint(ui, row(0.0, name_height));
    let font = look.font(Size::Body, Face::Regular);
    let under = if card.warning.is_empty() {
        card.minutes.to_owned()
    } else {
        format!("{} · {}", card.minutes, card.warning)
    };
    let ink = if card.warning.is_empty() { colors.quiet } else { colors.hurt };
    Text::new(&under, font, ink).paint(ui, row(name_height + gap, line));
    let mut at = row(name_height + line + 2.0 * gap, chip_height);
    for (index, text) in card.chips.iter().enumerate() {
        let chip = Chip { text, size: Size::Small, kind: ChipKind::OnCard };
        let width = chip_width(ui, look, &chip).min(rect.width());
        if at.left() + width > rect.right() + 0.5 {
            break;
        }
        let place = Rect::from_min_size(at.min, vec2(width, at.height()));
        chip_ui(ui, look, place, (salt, index), &chip);
        at.min.x += width + gap;
    }
}
