//! The ground of a row in a list: a line below it, or a soft plate under the pointer.

use egui::{CornerRadius, Rect, Response, Stroke, Ui};

use crate::ui::Look;
use crate::ui::theme::Theme;
use crate::ui::widgets::paint_focus;

/// Paints the ground and the focus of a row. One that `is_open` has a ground of its own.
pub(super) fn paint_row_ground(ui: &Ui, look: &Look<'_>, place: Rect, response: &Response, is_open: bool) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(12.0) as u8);
    if response.hovered() && !is_open {
        ui.painter().rect_filled(place, corners, Theme::blend(colors.card, colors.soft, 0.35));
    } else if !is_open {
        ui.painter().hline(place.x_range(), place.bottom() + look.pt(1.5), Stroke::new(1.0, colors.line));
    }
    paint_focus(ui, look, place, corners, response);
}
