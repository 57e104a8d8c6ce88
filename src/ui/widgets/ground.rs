//! The ground that things stand on: a card with a thin edge.

use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui};

use crate::ui::Look;

/// Paints the ground of a card; returns its corners. `radius` is one of the theme's.
pub(in crate::ui) fn paint_ground(ui: &Ui, look: &Look<'_>, rect: Rect, radius: f32) -> CornerRadius {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(radius) as u8);
    ui.painter().rect(rect, corners, colors.card, Stroke::new(1.0, colors.line), StrokeKind::Inside);
    corners
}
