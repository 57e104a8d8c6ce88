//! Pips: repetitions as a row of marks, done ones filled and the one under way half.

use egui::{AsIdSalt, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::Look;

/// The model of the pips.
#[derive(Clone, Copy, Debug)]
pub struct Pips<'a> {
    /// Which one is under way, from 1.
    pub now: u32,
    /// How many there are.
    pub of: u32,
    /// What a screen reader says they are.
    pub name: &'a str,
    /// The count in words.
    pub value: &'a str,
}

/// More than this many are too small to be counted from afar.
const MOST: u32 = 30;
/// How many stand in a row.
const ROW: u32 = 10;

/// Paints the pips over a rectangle.
pub fn pips_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: impl AsIdSalt, pips: &Pips<'_>) {
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, pips.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(pips.value));
    if pips.of == 0 || pips.of > MOST {
        return;
    }
    let colors = &look.theme.colors;
    let columns = pips.of.min(ROW);
    let rows = pips.of.div_ceil(ROW);
    let cell = (rect.width() / columns as f32).min(rect.height() / rows as f32).min(look.pt(34.0));
    let radius = cell * 0.33;
    let top = rect.center().y - cell * rows as f32 / 2.0;
    for pip in 1..=pips.of {
        let (row, column) = ((pip - 1) / ROW, (pip - 1) % ROW);
        let middle = (column as f32 + 0.5 - columns as f32 / 2.0) * cell;
        let at = pos2(rect.center().x + middle, top + (row as f32 + 0.5) * cell);
        let rim = Stroke::new((radius * 0.25).max(1.5), colors.effort);
        let painter = ui.painter();
        match pip.cmp(&pips.now) {
            std::cmp::Ordering::Less => {
                painter.circle_filled(at, radius, colors.effort);
            }
            std::cmp::Ordering::Equal => {
                painter.circle(at, radius * 1.25, colors.card, rim);
                let half = Rect::from_center_size(at, vec2(radius, radius) * 2.6).with_min_y(at.y);
                painter.with_clip_rect(half.intersect(ui.clip_rect())).circle_filled(
                    at,
                    radius * 1.25,
                    colors.effort,
                );
            }
            std::cmp::Ordering::Greater => {
                painter.circle_stroke(at, radius, Stroke::new(rim.width, colors.ring_rest));
            }
        }
    }
}
