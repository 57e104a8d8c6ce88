//! A switch: one thing that is on or off, its name beside it; the whole row is pressed.

use egui::{AsIdSalt, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Text;
use super::button::paint_focus;
use crate::ui::Look;
use crate::ui::theme::{Face, Size, Theme};

/// Puts a switch at a place; true when it was pressed.
pub fn switch_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: impl AsIdSalt, name: &str, on: bool) -> bool {
    let colors = &look.theme.colors;
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), on, name));
    let size = vec2(look.pt(46.0), look.pt(26.0));
    let pill = Rect::from_min_size(pos2(rect.right() - size.x, rect.center().y - size.y / 2.0), size);
    let round = CornerRadius::same((size.y / 2.0) as u8);
    let (ground, knob) = if on { (colors.teal, colors.on_teal) } else { (colors.card, colors.edge) };
    let ground = if response.hovered() { Theme::blend(ground, colors.ink, 0.08) } else { ground };
    let edge = if on { colors.teal } else { colors.edge };
    ui.painter().rect(pill, round, ground, Stroke::new(look.pt(1.5), edge), StrokeKind::Inside);
    let reach = size.y / 2.0;
    let x = if on { pill.right() - reach } else { pill.left() + reach };
    ui.painter().circle_filled(pos2(x, pill.center().y), reach - look.pt(5.0), knob);
    let words = rect.with_max_x(pill.left() - look.pt(12.0));
    Text::new(name, look.font(Size::Body, Face::Regular), colors.ink).rows(2).paint(ui, words);
    paint_focus(ui, look, rect, CornerRadius::same(8), &response);
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
    clicked
}

/// The width a switch asks for with its words close to it.
#[must_use]
pub fn switch_width(ui: &Ui, look: &Look<'_>, name: &str) -> f32 {
    let words = Text::new(name, look.font(Size::Body, Face::Regular), look.theme.colors.ink);
    words.galley(ui, vec2(f32::INFINITY, f32::INFINITY)).size().x + look.pt(46.0 + 18.0)
}
