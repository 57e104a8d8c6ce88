//! The card of a block: its figure, what it is called and how much of it, and what there is to tell.

use egui::{
    Align2, Color32, CornerRadius, EventFilter, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, vec2,
};

use super::DeskView;
use super::rows::{Row, RowKind};
use super::saying::{Said, said, whole_name};
use crate::editor::BlockId;
use crate::model::{Block, Severity, SideOrder, Sides};
use crate::ui::Look;
use crate::ui::theme::{Face, Size, Theme, icons};
use crate::ui::widgets::{Text, paint_focus};

/// The widget of a block's card: the same wherever it stands.
pub(super) fn card_id(id: BlockId) -> Id {
    Id::unique(("block-card", id.0))
}

/// Puts the card of a block at a place.
pub(super) fn block_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, row: &Row, view: &DeskView<'_>) -> Response {
    let selected = view.history.selection().contains(&row.node.id);
    let response = ui.interact(rect, card_id(row.node.id), Sense::click_and_drag());
    describe(ui, look, row, view, selected, &response);
    keep_keys(ui, &response);
    let it = said(look.words, view, &row.node);
    match row.kind {
        RowKind::Card => ground(ui, look, rect, look.pt(16.0), selected, &response),
        RowKind::Thin | RowKind::Head { folded: true } => {
            ground(ui, look, rect, look.pt(12.0), selected, &response);
        }
        RowKind::Head { folded: false } | RowKind::Empty | RowKind::End => {
            let corners = CornerRadius::same(look.pt(12.0) as u8);
            paint_focus(ui, look, rect.shrink(3.0), corners, &response);
        }
    }
    let inner = rect.shrink2(vec2(look.pt(10.0), look.pt(4.0)));
    let words = marks(ui, look, inner, row, view, &it);
    match row.kind {
        RowKind::Card => {
            let stage = words.with_max_x(words.left() + look.pt(76.0).min(words.width() * 0.3));
            figure(ui, look, stage, row, view);
            two_lines(ui, look, words.with_min_x(stage.right() + look.pt(8.0)), row, &it);
        }
        RowKind::Head { .. } => {
            // The button that folds it stands before it.
            let words = words.with_min_x(words.left() + look.pt(30.0));
            one_line(ui, look, words, group_icon(&row.node.block), row, &it);
        }
        _ => {
            let is_rest = matches!(row.node.block, Block::Rest(_));
            one_line(ui, look, words, if is_rest { icons::REST } else { icons::BREATHE }, row, &it);
        }
    }
    response
}

fn group_icon(block: &Block) -> char {
    if matches!(block, Block::Repeat(_)) { icons::REPEAT } else { icons::HEADING }
}

fn describe(ui: &Ui, look: &Look<'_>, row: &Row, view: &DeskView<'_>, selected: bool, response: &Response) {
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListItem, true, selected, whole_name(look.words, view, row))
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListItem);
        node.set_selected(selected);
        node.set_level(row.depth + 1);
        node.set_position_in_set(row.slot.index + 1);
        node.set_size_of_set(row.beside);
    });
}

/// The arrow keys and Esc are the list's while a card has the focus: egui would move the focus.
fn keep_keys(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

fn ground(ui: &Ui, look: &Look<'_>, rect: Rect, radius: f32, selected: bool, response: &Response) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(radius as u8);
    let color = if response.hovered() { Theme::blend(colors.card, colors.soft, 0.35) } else { colors.card };
    let stroke = if selected { Stroke::new(2.0, colors.teal) } else { Stroke::new(1.0, colors.line) };
    ui.painter().rect(rect, corners, color, stroke, StrokeKind::Inside);
    paint_focus(ui, look, rect, corners, response);
}

/// The figure, paler where the block is left out.
fn figure(ui: &mut Ui, look: &Look<'_>, rect: Rect, row: &Row, view: &DeskView<'_>) {
    let Block::Step(step) = &row.node.block else { return };
    if view.catalog.exercise(&step.exercise).is_none() {
        return icon(ui, look, rect, icons::WARNING, look.theme.colors.hurt);
    }
    let Some(sketch) = view.sketches.get(&step.exercise) else { return };
    if !step.disabled {
        return sketch.paint(ui, rect);
    }
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.multiply_opacity(0.4);
        sketch.paint(ui, rect);
    });
}

fn inks(look: &Look<'_>, row: &Row) -> (Color32, Color32) {
    let colors = &look.theme.colors;
    if row.node.block.is_disabled() { (colors.quiet, colors.quiet) } else { (colors.ink, colors.quiet) }
}

fn two_lines(ui: &Ui, look: &Look<'_>, rect: Rect, row: &Row, it: &Said) {
    let (ink, quiet) = inks(look, row);
    let (top, bottom) = rect.shrink2(vec2(0.0, look.pt(6.0))).split_top_bottom_at_fraction(0.54);
    let title = Text::new(&it.title, look.font(Size::Body, Face::Bold), ink).paint(ui, top);
    struck(ui, look, title, row);
    let color = if it.is_unknown { look.theme.colors.hurt } else { quiet };
    let under = told(look, row, it);
    Text::new(&under, look.font(Size::Small, Face::Regular), color).paint(ui, bottom);
}

/// A line through the title of what is left out.
fn struck(ui: &Ui, look: &Look<'_>, title: Rect, row: &Row) {
    if row.node.block.is_disabled() {
        let stroke = Stroke::new(look.pt(1.5), look.theme.colors.quiet);
        ui.painter().hline(title.x_range(), title.center().y + look.pt(1.0), stroke);
    }
}

/// What stands under the title, or beside it.
fn told(look: &Look<'_>, row: &Row, it: &Said) -> String {
    if !row.node.block.is_disabled() {
        return it.under.clone();
    }
    let left_out = look.words.get("edit-is-left-out");
    if it.under.is_empty() { left_out } else { format!("{left_out} · {}", it.under) }
}

fn one_line(ui: &Ui, look: &Look<'_>, rect: Rect, glyph: char, row: &Row, it: &Said) {
    let (ink, quiet) = inks(look, row);
    let sign = rect.with_max_x(rect.left() + look.pt(24.0));
    icon(ui, look, sign, glyph, if row.node.block.is_disabled() { quiet } else { look.theme.colors.teal });
    let rest = rect.with_min_x(sign.right() + look.pt(8.0));
    let title = Text::new(&it.title, look.font(Size::Body, Face::Bold), ink);
    let used = title.paint(ui, rest.with_max_x(rest.right() - (rest.width() * 0.3).min(look.pt(90.0))));
    struck(ui, look, used, row);
    let beside = rest.with_min_x((used.right() + look.pt(10.0)).min(rest.right()));
    let under = told(look, row, it);
    Text::new(&under, look.font(Size::Small, Face::Regular), quiet).paint(ui, beside);
}

/// The grip and, before it, what there is to tell; returns what is left of the row.
fn marks(ui: &Ui, look: &Look<'_>, rect: Rect, row: &Row, view: &DeskView<'_>, it: &Said) -> Rect {
    let colors = &look.theme.colors;
    let mut rest = rect;
    let mut put = |glyph: char, color: Color32| {
        let place = rest.with_min_x(rest.right() - look.pt(24.0));
        icon(ui, look, place, glyph, color);
        rest = rest.with_max_x(place.left());
    };
    put(icons::GRIP, colors.quiet);
    if row.node.block.is_disabled() {
        put(icons::LEFT_OUT, colors.quiet);
    }
    if matches!(&row.node.block, Block::Step(step) if !step.note.is_empty()) {
        put(icons::NOTE, colors.quiet);
    }
    match view.review.blocks.get(&row.node.id).and_then(|facts| facts.worst) {
        Some(Severity::Error) if !it.is_unknown => put(icons::HURTS, colors.hurt),
        Some(Severity::Warning) => put(icons::WARNING, colors.hurt),
        Some(Severity::Hint) => put(icons::INFO, colors.quiet),
        _ => {}
    }
    sides(ui, look, rest, row, view)
}

/// The sides in the order in which they come, where there is room; returns what is left of the row.
fn sides(ui: &Ui, look: &Look<'_>, rect: Rect, row: &Row, view: &DeskView<'_>) -> Rect {
    let mut rest = rect.with_max_x(rect.right() - look.pt(4.0));
    let Block::Step(step) = &row.node.block else { return rest };
    let given = view.catalog.exercise(&step.exercise).map_or(Sides::Both, |exercise| exercise.sides);
    // Sides that take turns have no order worth the place.
    let is_told = given == Sides::Each || given == Sides::Alternating && step.sides.is_some();
    if !is_told || rect.width() < look.pt(300.0) {
        return rest;
    }
    let keys: &[&str] = match step.sides.unwrap_or(SideOrder::RightFirst) {
        SideOrder::LeftOnly => &["bar-left"],
        SideOrder::RightOnly => &["bar-right"],
        SideOrder::LeftFirst => &["bar-left", "bar-right"],
        SideOrder::RightFirst => &["bar-right", "bar-left"],
    };
    let colors = &look.theme.colors;
    for key in keys.iter().rev() {
        let center = rest.right_center() - vec2(look.pt(12.0), 0.0);
        ui.painter().circle_filled(center, look.pt(10.5), colors.chip);
        let letter = look.words.get(key);
        Text::new(&letter, look.font(Size::Small, Face::Bold), colors.on_chip)
            .align(Align2::CENTER_CENTER)
            .paint(ui, Rect::from_center_size(center, vec2(look.pt(24.0), look.pt(24.0))));
        rest = rest.with_max_x(rest.right() - look.pt(25.0));
    }
    rest.with_max_x(rest.right() - look.pt(4.0))
}

fn icon(ui: &Ui, look: &Look<'_>, rect: Rect, glyph: char, color: Color32) {
    let mut bytes = [0; 4];
    Text::new(glyph.encode_utf8(&mut bytes), look.font(Size::Heading, Face::Icons), color)
        .align(Align2::CENTER_CENTER)
        .paint(ui, rect);
}
