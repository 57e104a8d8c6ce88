//! The list of blocks: only what shows is built.

use std::collections::BTreeSet;

use egui::{DragAndDrop, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::DeskView;
use super::card::{block_ui, card_id};
use super::dragging::{Dragged, drag_over_ui, ghost_ui, is_dragged};
use super::frames::{dashes, empty_ui, frames_ui};
use super::keys::keys_ui;
use super::rows::{Row, RowKind};
use super::toolbar::{menu_ui, toolbar_ui};
use crate::editor::BlockId;
use crate::model::Block;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Arranging, Browse, Command, Editing, Look};

/// Points between the edge of the list and its rows: the edge around what has the focus is there.
const MARGIN: f32 = 6.0;

/// How much each group stands in from the one around it, where there is room.
const INDENT: f32 = 14.0;

/// How much is left of a card that is being dragged.
const HELD: f32 = 0.35;

/// Where the rows stand.
pub(super) struct Places {
    /// The top left of the first.
    origin: egui::Pos2,
    width: f32,
    scale: f32,
    /// How much each group stands in, in points of the design.
    pub(super) indent: f32,
}

impl Places {
    fn new(look: &Look<'_>, origin: egui::Pos2, width: f32, deepest: usize) -> Self {
        // However deep, most of the width is left.
        let indent = INDENT.min(0.3 * width / look.scale / deepest.max(1) as f32);
        let margin = look.pt(MARGIN);
        Self { origin: origin + vec2(margin, margin), width: width - 2.0 * margin, scale: look.scale, indent }
    }

    /// The place of a row.
    pub(super) fn of(&self, row: &Row) -> Rect {
        self.at(row.depth, row.top, row.bottom())
    }

    /// The place of the frame of a group, from its head to its end.
    pub(super) fn frame(&self, head: &Row, end: &Row) -> Rect {
        self.at(head.depth, head.top, end.bottom())
    }

    fn at(&self, depth: usize, top: f32, bottom: f32) -> Rect {
        let left = depth as f32 * self.indent * self.scale;
        let right = self.width - left * 0.6;
        Rect::from_min_max(
            self.origin + vec2(left, top * self.scale),
            self.origin + vec2(right.max(left), bottom * self.scale),
        )
    }

    /// A place on the screen, from the first row and in points of the design.
    pub(super) fn among_rows(&self, at: egui::Pos2) -> egui::Pos2 {
        ((at - self.origin) / self.scale).to_pos2()
    }

    /// Where a line lies that says where something would land.
    pub(super) fn line(&self, depth: usize, y: f32) -> Rect {
        self.at(depth, y, y)
    }
}

pub(super) fn list_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let tools = rect.with_max_y(rect.top() + look.pt(36.0));
    toolbar_ui(ui, look, tools, view, commands);
    let below = rect.with_min_y(tools.bottom() + look.pt(6.0));
    let ground = ui.interact(below, ui.scope_id().with("blocks-ground"), Sense::click());
    if ground.clicked() && !view.history.selection().is_empty() {
        commands.push(Command::Edit(Editing::Select(BTreeSet::new())));
    }
    if view.list.keys_shown {
        return keys_ui(ui, look, below);
    }
    let rows = view.list.rows;
    if rows.all().is_empty() {
        invite_ui(ui, look, below);
    }
    ui.scope_builder(UiBuilder::new().max_rect(below).id_salt("blocks"), |ui| {
        ScrollArea::vertical().id_salt("block-list").auto_shrink(false).show_viewport(ui, |ui, shown| {
            let height = look.pt(rows.height() + 2.0 * MARGIN);
            let width = below.width() - look.pt(6.0);
            let (all, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            let places = Places::new(look, all.min, width, rows.deepest());
            rows_ui(ui, look, &places, shown, view, commands);
            drag_over_ui(ui, look, below, &places, view, commands);
        });
    });
    ghost_ui(ui, look, view);
}

/// Builds the rows between two heights, and those that keyboard and eye are brought to.
fn rows_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    places: &Places,
    shown: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let rows = view.list.rows;
    let built = rows.between(shown.top() / look.scale - MARGIN, shown.bottom() / look.scale);
    frames_ui(ui, look, places, built.clone(), view);
    if let Some(row) = view.list.reveal.and_then(|id| rows.of(id)) {
        ui.scroll_to_rect(places.of(&rows.all()[row]).expand(look.pt(10.0)), None);
    }
    // What has the focus is there out of sight too, or the focus would be lost.
    let focused = ui.memory(egui::Memory::focused);
    let lead = view.list.lead.filter(|id| focused == Some(card_id(*id)));
    let wanted = [lead, view.list.focus].into_iter().flatten().filter_map(|id| rows.of(id));
    let elsewhere: BTreeSet<usize> = wanted.filter(|row| !built.contains(row)).collect();
    let dragged = DragAndDrop::payload::<Dragged>(ui.ctx());
    let mut missing = Vec::new();
    for index in built.chain(elsewhere) {
        let row = &rows.all()[index];
        let place = places.of(row);
        if !row.is_block() {
            empty_ui(ui, look, place, row);
            continue;
        }
        let is_held = dragged.as_ref().is_some_and(|dragged| is_dragged(dragged, rows, index));
        let mut own = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("row", row.node.id)));
        if is_held {
            own.multiply_opacity(HELD);
        }
        let response = block_ui(&mut own, look, place, row, view);
        if view.list.focus == Some(row.node.id) {
            response.request_focus();
        }
        if let RowKind::Head { folded } = row.kind {
            fold_ui(ui, look, place, row, folded, commands);
        }
        touched(ui, &response, row, view, commands);
        menu_ui(&response, look, view, commands);
        if let Block::Step(step) = &row.node.block
            && !view.sketches.contains_key(&step.exercise)
            && view.catalog.exercise(&step.exercise).is_some()
        {
            missing.push(step.exercise.clone());
        }
    }
    if !missing.is_empty() {
        commands.push(Command::Browse(Browse::Draw(missing)));
    }
}

fn fold_ui(ui: &Ui, look: &Look<'_>, place: Rect, row: &Row, folded: bool, commands: &mut Vec<Command>) {
    let (icon, key) = if folded { (icons::RIGHT, "edit-unfold") } else { (icons::OPENS, "edit-fold") };
    let name = look.words.get(key);
    let corner = pos2(place.left() + look.pt(6.0), place.top());
    let button = Button::icon(ButtonKind::Plain, icon, &name).size(Size::Small);
    let at =
        Rect::from_min_size(corner, vec2(look.pt(32.0), place.height())).shrink2(vec2(0.0, look.pt(3.0)));
    if button.show(ui, look, at, ("fold", row.node.id)).clicked() {
        commands.push(Command::Edit(Editing::Arrange(Arranging::Fold(row.node.id))));
    }
}

/// Selects, and begins to drag.
fn touched(ui: &Ui, response: &Response, row: &Row, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let id = row.node.id;
    let selection = view.history.selection();
    if response.clicked() {
        response.request_focus();
        commands.push(picked(ui, id, view));
    } else if response.secondary_clicked() && !selection.contains(&id) {
        commands.push(pick(BTreeSet::from([id]), id, id));
    }
    if response.drag_started_by(egui::PointerButton::Primary) {
        let ids = if selection.contains(&id) { selection.clone() } else { BTreeSet::from([id]) };
        response.dnd_set_drag_payload(Dragged::Blocks(ids));
    }
}

/// What a click on a block selects: itself, itself as well, or all as far as it.
fn picked(ui: &Ui, id: BlockId, view: &DeskView<'_>) -> Command {
    let modifiers = ui.input(|input| input.modifiers);
    let rows = view.list.rows;
    if modifiers.shift {
        let anchor = view.list.anchor.unwrap_or(id);
        if let Some((a, b)) = rows.of(anchor).zip(rows.of(id)) {
            return pick(rows.range(a, b), anchor, id);
        }
    }
    if modifiers.command {
        let mut ids = view.history.selection().clone();
        if !ids.remove(&id) {
            ids.insert(id);
        }
        return pick(ids, id, id);
    }
    pick(BTreeSet::from([id]), id, id)
}

/// The command that selects blocks.
pub(super) fn pick(ids: BTreeSet<BlockId>, anchor: BlockId, lead: BlockId) -> Command {
    Command::Edit(Editing::Arrange(Arranging::Pick { ids, anchor, lead }))
}

/// Where there is nothing yet: says what to do.
fn invite_ui(ui: &Ui, look: &Look<'_>, rect: Rect) {
    let colors = &look.theme.colors;
    let place = rect.shrink(look.pt(MARGIN)).with_max_y(rect.top() + rect.height().min(look.pt(220.0)));
    dashes(ui, look, place);
    let (top, bottom) = place.shrink(look.pt(16.0)).split_top_bottom_at_fraction(0.5);
    let title = look.words.get("edit-empty");
    let text = Text::new(&title, look.font(Size::Heading, Face::Bold), colors.ink)
        .align(egui::Align2::CENTER_BOTTOM)
        .shrink(0.8);
    text_ui(ui, top, "empty", &text);
    let line = look.words.get("edit-empty-line");
    let text = Text::new(&line, look.font(Size::Body, Face::Regular), colors.quiet)
        .align(egui::Align2::CENTER_TOP)
        .rows(3);
    text_ui(ui, bottom.with_min_y(bottom.top() + look.pt(6.0)), "empty-line", &text);
}
