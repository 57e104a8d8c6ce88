//! What a mark of a figure stands for, beside it while the pointer is on it.

use egui::{CornerRadius, LayerId, Order, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::Text;

/// Paints the words above a mark, or below where there is no room above; never out of the window.
pub(super) fn tip_ui(ui: &Ui, look: &Look<'_>, mark: Rect, words: &str) {
    let colors = &look.theme.colors;
    let bounds = ui.ctx().content_rect().shrink(look.pt(8.0));
    let text = Text::new(words, look.font(Size::Small, Face::SemiBold), colors.ink).rows(3);
    let galley = text.galley(ui, vec2(look.pt(320.0).min(bounds.width()), look.pt(80.0)));
    let size = galley.size() + vec2(look.pt(20.0), look.pt(12.0));
    let half = size.x / 2.0;
    let center =
        mark.center().x.clamp(bounds.left() + half, (bounds.right() - half).max(bounds.left() + half));
    let above = mark.top() - look.pt(8.0) - size.y;
    let top = if above >= bounds.top() { above } else { mark.bottom() + look.pt(8.0) };
    let place = Rect::from_min_size(pos2(center - half, top), size);
    let layer = LayerId::new(Order::Tooltip, ui.scope_id().with("tip"));
    let painter = ui.ctx().layer_painter(layer);
    let corners = CornerRadius::same(look.pt(9.0) as u8);
    painter.rect(place, corners, colors.card, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
    painter.galley(place.center() - galley.size() / 2.0, galley, colors.ink);
}
