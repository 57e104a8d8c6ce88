//! Dragging over the list: a line where it would land, a ghost under the pointer, and the list going
//! on near its edges. What is dropped is one edit.

use std::collections::BTreeSet;

use egui::{
    CornerRadius, CursorIcon, DragAndDrop, Id, LayerId, Order, Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2,
    vec2,
};

use super::DeskView;
use super::drop::Drop;
use super::list::Places;
use super::rows::Rows;
use super::saying::said;
use crate::editor::{BlockId, Edit, Gesture};
use crate::model::{Block, CommentedBlocks, Step};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::Text;
use crate::ui::{Command, Editing, Look};

/// How near to an edge of the list, in points, it goes on while something is dragged.
const EDGE: f32 = 48.0;

/// How fast it goes on at the edge itself, in points a second.
const FASTEST: f32 = 900.0;

/// What is dragged.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Dragged {
    /// Blocks of the routine.
    Blocks(BTreeSet<BlockId>),
    /// A step of the exercise with this id, to be put in.
    Exercise(String),
}

/// Shows where what is dragged would land, and drops it there.
pub(super) fn drag_over_ui(
    ui: &Ui,
    look: &Look<'_>,
    list: Rect,
    places: &Places,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(dragged) = DragAndDrop::payload::<Dragged>(ui.ctx()) else { return };
    let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
    if !list.expand(look.pt(EDGE)).contains(pointer) {
        return;
    }
    let at = places.among_rows(pointer);
    let drop = view.list.rows.drop_at(at.x, at.y, places.indent);
    let takes = match &*dragged {
        Dragged::Blocks(ids) => view.list.rows.takes(&drop, ids),
        Dragged::Exercise(_) => true,
    };
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        if takes {
            commands.push(Command::Edit(Editing::Do(edit(&dragged, &drop), Gesture::Single)));
        }
        return;
    }
    go_on(ui, look, list, pointer);
    if takes {
        group_ui(ui, look, list, places, view.list.rows, &drop);
        line_ui(ui, look, list, places.line(drop.depth, drop.y));
    } else {
        ui.ctx().set_cursor_icon(CursorIcon::NotAllowed);
    }
}

fn edit(dragged: &Dragged, drop: &Drop) -> Edit {
    match dragged {
        Dragged::Blocks(ids) => Edit::Move { ids: ids.clone(), to: drop.slot },
        Dragged::Exercise(id) => {
            let step = Block::Step(Step { exercise: id.clone(), ..Step::default() });
            let blocks = CommentedBlocks { blocks: vec![step], ..CommentedBlocks::default() };
            Edit::Insert { at: drop.slot, blocks }
        }
    }
}

/// The edge of the group that it would land in.
fn group_ui(ui: &Ui, look: &Look<'_>, list: Rect, places: &Places, rows: &Rows, drop: &Drop) {
    let Some(head) = drop.within.map(|head| &rows.all()[head]) else { return };
    let Some(end) = head.end.map(|end| &rows.all()[end]) else { return };
    let corners = CornerRadius::same(look.pt(16.0) as u8);
    let stroke = Stroke::new(look.pt(2.5), look.theme.colors.effort);
    // Of a frame that goes on out of sight, the edge that is cut off is not painted.
    let near = list.expand(look.pt(60.0));
    let seen = places.frame(head, end).intersect(near);
    if seen.is_positive() {
        let painter = ui.painter().with_clip_rect(list);
        painter.rect_stroke(seen, corners, stroke, StrokeKind::Inside);
    }
}

/// True where a row is, or is within, what is dragged.
pub(super) fn is_dragged(dragged: &Dragged, rows: &Rows, row: usize) -> bool {
    let Dragged::Blocks(ids) = dragged else { return false };
    let holds = |row: usize| ids.contains(&rows.all()[row].node.id);
    holds(row) || rows.groups(row).any(holds)
}

fn line_ui(ui: &Ui, look: &Look<'_>, list: Rect, line: Rect) {
    let colors = &look.theme.colors;
    let painter = ui.painter().with_clip_rect(list);
    let (left, right) = (line.left_center(), line.right_center());
    painter.line_segment([left, right], Stroke::new(look.pt(4.0), colors.effort));
    painter.circle(left, look.pt(6.0), colors.card, Stroke::new(look.pt(3.0), colors.effort));
}

/// Scrolls while the pointer is near the upper or lower edge, the faster the nearer.
fn go_on(ui: &Ui, look: &Look<'_>, list: Rect, pointer: egui::Pos2) {
    let edge = look.pt(EDGE).min(list.height() * 0.25);
    let (above, below) = (list.top() + edge - pointer.y, pointer.y - (list.bottom() - edge));
    let share = (above.max(below) / edge).clamp(0.0, 1.0);
    if share <= 0.0 {
        return;
    }
    let secs = ui.input(|input| input.stable_dt).min(0.1);
    let way = if above > below { 1.0 } else { -1.0 };
    let delta = vec2(0.0, way * share * look.pt(FASTEST) * secs);
    ui.scroll_with_delta_animation(delta, egui::style::ScrollAnimation::none());
    // The pointer may rest while the list goes on under it.
    ui.ctx().request_repaint();
}

/// What is dragged, under the pointer.
pub(super) fn ghost_ui(ui: &mut Ui, look: &Look<'_>, view: &DeskView<'_>) {
    let Some(dragged) = DragAndDrop::payload::<Dragged>(ui.ctx()) else { return };
    let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
    let (words, exercise) = match &*dragged {
        Dragged::Exercise(id) => {
            let known = view.catalog.exercise(id);
            (known.map_or_else(|| id.clone(), |exercise| exercise.name.clone()), Some(id.as_str()))
        }
        Dragged::Blocks(ids) => told(look, view, ids),
    };
    let colors = &look.theme.colors;
    let place =
        Rect::from_min_size(pointer + vec2(look.pt(14.0), look.pt(8.0)), look.pt(1.0) * vec2(230.0, 52.0));
    let layer = LayerId::new(Order::Tooltip, Id::unique("dragged-block"));
    let mut ghost = ui.new_child(UiBuilder::new().layer_id(layer).max_rect(place).id_salt("ghost"));
    ghost.set_clip_rect(ui.ctx().content_rect());
    ghost.multiply_opacity(0.92);
    let corners = CornerRadius::same(look.pt(14.0) as u8);
    ghost.painter().rect(place, corners, colors.card, Stroke::new(2.0, colors.teal), StrokeKind::Inside);
    let inner = place.shrink(look.pt(6.0));
    let stage = inner.with_max_x(inner.left() + look.pt(56.0));
    if let Some(sketch) = exercise.and_then(|id| view.sketches.get(id)) {
        sketch.paint(&ghost, stage);
    }
    let left = if exercise.is_some() { stage.right() } else { inner.left() };
    let rest = Rect::from_min_max(pos2(left + look.pt(6.0), inner.top()), inner.max);
    Text::new(&words, look.font(Size::Body, Face::Bold), colors.ink).rows(2).paint(&ghost, rest);
}

/// The words on the ghost of blocks, and the exercise whose figure is on it.
fn told<'a>(look: &Look<'_>, view: &'a DeskView<'_>, ids: &BTreeSet<BlockId>) -> (String, Option<&'a str>) {
    let document = view.history.document();
    let outermost = document.outermost(ids);
    match outermost.first().and_then(|id| document.node(*id)) {
        Some(node) if outermost.len() == 1 => {
            let exercise = match &node.block {
                Block::Step(step) => Some(step.exercise.as_str()),
                _ => None,
            };
            (said(look.words, view, node).title, exercise)
        }
        _ => (look.words.with("edit-blocks", &[("n", outermost.len().into())]), None),
    }
}
