//! The frames of groups: a ground behind what a group holds, from its head to where it closes, and
//! the room in one that holds nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use egui::{Align2, CornerRadius, Rect, Shape, Stroke, StrokeKind, Ui, pos2};

use super::DeskView;
use super::list::Places;
use super::rows::{Row, RowKind};
use crate::model::Block;
use crate::ui::Look;
use crate::ui::theme::{Face, Size, Theme};
use crate::ui::widgets::Text;

/// Paints the frames of all groups of which something is among these rows, the outer first.
pub(super) fn frames_ui(ui: &Ui, look: &Look<'_>, places: &Places, shown: Range<usize>, view: &DeskView<'_>) {
    let rows = view.list.rows;
    let heads: BTreeSet<usize> = shown.flat_map(|row| rows.groups(row)).collect();
    for head in heads {
        let row = &rows.all()[head];
        let Some(end) = row.end.map(|end| &rows.all()[end]) else { continue };
        let frame = places.frame(row, end);
        paint_frame(ui, look, frame, row, view.history.selection().contains(&row.node.id));
    }
}

fn paint_frame(ui: &Ui, look: &Look<'_>, frame: Rect, row: &Row, selected: bool) {
    let colors = &look.theme.colors;
    let ground = match row.node.block {
        Block::Repeat(_) => colors.hero,
        _ => Theme::blend(colors.paper, colors.neutral, 0.55),
    };
    // What lies deeper stands out from what holds it.
    let ground = if row.depth % 2 == 1 { Theme::blend(ground, colors.card, 0.5) } else { ground };
    let stroke = if selected { Stroke::new(2.0, colors.teal) } else { Stroke::new(1.0, colors.line) };
    let corners = CornerRadius::same(look.pt(16.0) as u8);
    // Of a frame of thousands of rows, what is far out of sight is not painted.
    let near = ui.clip_rect().expand(look.pt(60.0));
    let seen = Rect::from_min_max(
        pos2(frame.left(), frame.top().max(near.top())),
        pos2(frame.right(), frame.bottom().min(near.bottom())),
    );
    if seen.is_positive() {
        ui.painter().rect(seen, corners, ground, stroke, StrokeKind::Inside);
    }
}

/// The room in a group that holds nothing: says what to do with it.
pub(super) fn empty_ui(ui: &Ui, look: &Look<'_>, rect: Rect, row: &Row) {
    if row.kind != RowKind::Empty {
        return;
    }
    dashes(ui, look, rect);
    let text = look.words.get("edit-empty-group");
    Text::new(&text, look.font(Size::Small, Face::Regular), look.theme.colors.quiet)
        .align(Align2::CENTER_CENTER)
        .paint(ui, rect.shrink(look.pt(6.0)));
}

/// A dashed edge: something can be put here.
pub(super) fn dashes(ui: &Ui, look: &Look<'_>, rect: Rect) {
    let corners =
        [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    let stroke = Stroke::new(1.0, look.theme.colors.edge);
    ui.painter().extend(Shape::dashed_line(&corners, stroke, look.pt(6.0), look.pt(5.0)));
}
