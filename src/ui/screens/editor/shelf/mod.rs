//! The shelf: every routine there is, to open one, begin another, take one in or give one away.

mod card;
mod rows;
mod top;

use std::collections::BTreeMap;
use std::path::Path;

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Sketch, Text, text_ui};
use crate::ui::{Browse, Command, DraftId, Look};

/// From so many own routines on, they can be searched.
const MANY: usize = 9;

/// A routine as the shelf shows it.
#[derive(Clone, Copy, Debug)]
pub struct ShelfCard<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Name.
    pub name: &'a str,
    /// How long it takes, in milliseconds.
    pub total_ms: u64,
    /// How many different exercises it has.
    pub exercises: usize,
    /// How many things are to be mended in it.
    pub problems: usize,
    /// The exercise whose picture stands for it.
    pub face: Option<&'a str>,
}

/// A routine with changes that are not saved.
#[derive(Clone, Copy, Debug)]
pub struct WaitingDraft<'a> {
    /// Which.
    pub id: DraftId,
    /// Its name.
    pub name: &'a str,
}

/// A routine in the trash.
#[derive(Clone, Copy, Debug)]
pub struct TrashedCard<'a> {
    /// Its file.
    pub file: &'a Path,
    /// Its name.
    pub name: &'a str,
}

/// What the shelf shows.
#[derive(Clone, Copy)]
pub struct ShelfView<'a> {
    /// The person's own routines that were found.
    pub own: &'a [ShelfCard<'a>],
    /// How many own ones there are.
    pub own_total: usize,
    /// The shipped ones.
    pub shipped: &'a [ShelfCard<'a>],
    /// What the own ones are searched for, as typed.
    pub query: &'a str,
    /// Changes that wait.
    pub drafts: &'a [WaitingDraft<'a>],
    /// Deleted routines.
    pub trash: &'a [TrashedCard<'a>],
    /// Whether the trash is shown.
    pub is_trash_open: bool,
    /// The still figures drawn so far, by the id of the exercise.
    pub sketches: &'a BTreeMap<String, Sketch>,
}

/// Cards in rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The person's own.
    Own,
    /// Those that come with the program.
    Shipped,
}

pub(super) fn shelf_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ShelfView<'_>,
    commands: &mut Vec<Command>,
) {
    let margin = look.pt(32.0);
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("shelf"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            let mut column = Column { ui, look, width: rect.width() - 2.0 * margin, margin };
            column.gap(22.0);
            top::top_ui(&mut column, commands);
            rows::drafts_ui(&mut column, view.drafts, commands);
            own_ui(&mut column, view, commands);
            rows::trash_ui(&mut column, view, commands);
            column.gap(20.0);
            column.heading("shelf-shipped");
            column.line("shelf-shipped-line");
            column.gap(8.0);
            cards_ui(&mut column, Kind::Shipped, view.shipped, view.sketches, commands);
            column.gap(24.0);
        });
    });
}

fn own_ui(column: &mut Column<'_, '_>, view: &ShelfView<'_>, commands: &mut Vec<Command>) {
    column.gap(20.0);
    if view.own_total >= MANY {
        top::search_ui(column, view, commands);
    } else {
        column.heading("shelf-own");
    }
    column.gap(8.0);
    if view.own_total == 0 {
        column.line("shelf-own-empty");
    } else if view.own.is_empty() {
        column.line("shelf-own-none-found");
    }
    cards_ui(column, Kind::Own, view.own, view.sketches, commands);
}

/// What stands under one another on the shelf.
struct Column<'u, 'l> {
    ui: &'u mut Ui,
    look: &'l Look<'l>,
    width: f32,
    margin: f32,
}

impl Column<'_, '_> {
    fn gap(&mut self, points: f32) {
        self.ui.add_space(self.look.pt(points));
    }

    /// A row of a height in points of the design.
    fn row(&mut self, height: f32) -> Rect {
        let size = vec2(self.width + 2.0 * self.margin, self.look.pt(height));
        let (row, _) = self.ui.allocate_exact_size(size, Sense::hover());
        row.shrink2(vec2(self.margin, 0.0))
    }

    fn heading(&mut self, key: &str) {
        let row = self.row(32.0);
        let text = self.look.words.get(key);
        let font = self.look.font(Size::Heading, Face::Bold);
        text_ui(self.ui, row, key, &Text::new(&text, font, self.look.theme.colors.ink));
    }

    fn line(&mut self, key: &str) {
        let row = self.row(26.0);
        let text = self.look.words.get(key);
        let font = self.look.font(Size::Body, Face::Regular);
        let text = Text::new(&text, font, self.look.theme.colors.quiet).shrink(0.8);
        text_ui(self.ui, row, key, &text);
    }
}

/// Cards in as many columns as fit. Those that do not show are not built, but for a row to either
/// side, so that the keyboard can go on to them.
fn cards_ui(
    column: &mut Column<'_, '_>,
    kind: Kind,
    cards: &[ShelfCard<'_>],
    sketches: &BTreeMap<String, Sketch>,
    commands: &mut Vec<Command>,
) {
    if cards.is_empty() {
        return;
    }
    let look = column.look;
    let gap = look.pt(16.0);
    let columns = ((column.width + gap) / (look.pt(300.0) + gap)).floor().max(1.0) as usize;
    let width = (column.width - gap * (columns - 1) as f32) / columns as f32;
    let height = look.pt(148.0);
    let lines = cards.len().div_ceil(columns);
    let all = column.row((height + gap) * lines as f32 / look.scale);
    let shown = column.ui.clip_rect().expand2(vec2(0.0, height + gap));
    let mut missing = Vec::new();
    for (index, card) in cards.iter().enumerate() {
        let (at, line) = ((index % columns) as f32, (index / columns) as f32);
        let corner = pos2(all.left() + at * (width + gap), all.top() + line * (height + gap));
        let place = Rect::from_min_size(corner, vec2(width, height));
        if !shown.intersects(place) {
            continue;
        }
        let sketch = card.face.and_then(|face| sketches.get(face));
        card::card_ui(column.ui, look, place, kind, card, sketch, commands);
        if sketch.is_none() && column.ui.is_rect_visible(place) {
            missing.extend(card.face.map(str::to_owned));
        }
    }
    if !missing.is_empty() {
        commands.push(Command::Browse(Browse::Draw(missing)));
    }
}
