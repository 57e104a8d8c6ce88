//! How each kind of work is filled: a colour, and a pattern that tells it without.

use egui::{Color32, CornerRadius, Painter, Rect, Stroke, pos2};

use crate::model::WorkKind;
use crate::ui::Look;
use crate::ui::widgets::hatch;

/// The colour of a kind.
pub(super) fn kind_color(look: &Look<'_>, kind: WorkKind) -> Color32 {
    let colors = &look.theme.colors;
    match kind {
        WorkKind::Mobility => colors.kind_mobility,
        WorkKind::Strength => colors.kind_strength,
        WorkKind::Breath => colors.kind_breath,
    }
}

/// Fills a rectangle as its kind is filled: moving is plain, strength hatched, breath dotted.
pub(super) fn fill(painter: &Painter, look: &Look<'_>, rect: Rect, corners: CornerRadius, kind: WorkKind) {
    if rect.height() < 0.5 || rect.width() < 0.5 {
        return;
    }
    let color = kind_color(look, kind);
    let ground = look.theme.colors.card;
    match kind {
        WorkKind::Mobility => {
            painter.rect_filled(rect, corners, color);
        }
        WorkKind::Strength => {
            painter.rect_filled(rect, corners, color);
            hatch(painter, rect, look.pt(6.0), Stroke::new(look.pt(2.0), ground));
            edge(painter, look, rect, corners, color);
        }
        WorkKind::Breath => {
            painter.rect_filled(rect, corners, ground);
            dots(painter, look, rect, color);
            edge(painter, look, rect, corners, color);
        }
    }
}

fn edge(painter: &Painter, look: &Look<'_>, rect: Rect, corners: CornerRadius, color: Color32) {
    let stroke = Stroke::new(look.pt(1.5), color);
    painter.rect_stroke(rect, corners, stroke, egui::StrokeKind::Inside);
}

fn dots(painter: &Painter, look: &Look<'_>, rect: Rect, color: Color32) {
    let (step, radius) = (look.pt(5.0), look.pt(1.3));
    let columns = (rect.width() / step).floor().max(1.0);
    let start = rect.left() + (rect.width() - (columns - 1.0) * step) / 2.0;
    let rows = (rect.height() / step).floor();
    for row in 0..rows as usize {
        for column in 0..columns as usize {
            let at = pos2(start + column as f32 * step, rect.bottom() - (row as f32 + 0.5) * step);
            painter.circle_filled(at, radius, color);
        }
    }
}
