//! The list: a heading, search and filters, and below them the cards. Only what shows is built.

use egui::{Align2, PointerButton, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::ListView;
use super::card::card_ui;
use super::filters::{filters_ui, nothing_ui};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, text_ui};
use crate::ui::{Browse, Command, Look};

pub(super) fn list_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ListView<'_>,
    commands: &mut Vec<Command>,
) {
    let inner = rect.shrink2(vec2(look.pt(32.0), 0.0)).with_min_y(rect.top() + look.pt(22.0));
    let heading = inner.with_max_y(inner.top() + look.pt(44.0));
    heading_ui(ui, look, heading, view);
    let end = filters_ui(ui, look, inner.with_min_y(heading.bottom() + look.pt(8.0)), view, commands);
    let below = rect.with_min_y((end + look.pt(12.0)).min(rect.bottom()));
    if view.found.is_empty() {
        nothing_ui(ui, look, below.shrink2(vec2(look.pt(32.0), 0.0)), commands);
        stop_moving(view, commands);
        return;
    }
    ui.scope_builder(UiBuilder::new().max_rect(below).id_salt("exercises"), |ui| {
        // What was found from the top, whenever it is something else.
        let salt = ("exercise-cards", view.query, format!("{:?}", view.filter));
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show_viewport(ui, |ui, shown| {
            cards_ui(ui, look, below.width(), shown, view, commands);
        });
    });
}

fn heading_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &ListView<'_>) {
    let colors = &look.theme.colors;
    let (left, right) = rect.split_left_right_at_fraction(0.6);
    let title = look.words.get("rail-exercises");
    text_ui(ui, left, "title", &Text::new(&title, look.font(Size::Title, Face::Bold), colors.ink));
    let found = view.found.len();
    let count = if found == view.total {
        look.words.with("ex-count", &[("n", found.into())])
    } else {
        look.words.with("ex-count-of", &[("n", found.into()), ("all", view.total.into())])
    };
    let text = Text::new(&count, look.font(Size::Body, Face::Regular), colors.quiet)
        .align(Align2::RIGHT_CENTER)
        .live();
    text_ui(ui, right, "count", &text);
}

/// Where the cards stand.
struct Grid {
    columns: usize,
    card: egui::Vec2,
    gap: f32,
    margin: egui::Vec2,
}

impl Grid {
    fn new(look: &Look<'_>, width: f32) -> Self {
        let (gap, margin) = (look.pt(16.0), vec2(look.pt(32.0), look.pt(6.0)));
        let room = (width - 2.0 * margin.x).max(1.0);
        let columns = ((room + gap) / (look.pt(208.0) + gap)).floor().max(1.0) as usize;
        let card_width = (room - gap * (columns - 1) as f32) / columns as f32;
        Self { columns, card: vec2(card_width, look.pt(244.0)), gap, margin }
    }

    fn height(&self, count: usize) -> f32 {
        let rows = count.div_ceil(self.columns) as f32;
        2.0 * self.margin.y + rows * (self.card.y + self.gap) - self.gap + self.gap
    }

    /// The place of a card, from the top left of all of them.
    fn place(&self, index: usize) -> Rect {
        let (column, row) = ((index % self.columns) as f32, (index / self.columns) as f32);
        let step = self.card + vec2(self.gap, self.gap);
        Rect::from_min_size(pos2(0.0, 0.0) + self.margin + vec2(column * step.x, row * step.y), self.card)
    }

    /// The cards that show, and a row to either side, so that the keyboard can go on to them.
    fn shown(&self, top: f32, bottom: f32, count: usize) -> std::ops::Range<usize> {
        let row = |y: f32| ((y - self.margin.y) / (self.card.y + self.gap)).floor().max(0.0) as usize;
        let first = row(top).saturating_sub(1) * self.columns;
        first.min(count)..((row(bottom) + 2) * self.columns).min(count)
    }
}

fn cards_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    width: f32,
    shown: Rect,
    view: &ListView<'_>,
    commands: &mut Vec<Command>,
) {
    let grid = Grid::new(look, width);
    let (all, _) = ui.allocate_exact_size(vec2(width, grid.height(view.found.len())), Sense::hover());
    let mut missing = Vec::new();
    let mut touched = None;
    let built = grid.shown(shown.top(), shown.bottom(), view.found.len());
    let focused = view.focus.and_then(|id| view.found.iter().position(|exercise| exercise.id == id));
    let elsewhere = focused.filter(|index| !built.contains(index));
    for index in built.chain(elsewhere) {
        let exercise = &view.found[index];
        let place = grid.place(index).translate(all.min.to_vec2());
        let response = card_ui(ui, look, place, exercise, view);
        if focused == Some(index) {
            response.request_focus();
        }
        if response.gained_focus() || focused == Some(index) {
            ui.scroll_to_rect(place.expand(look.pt(12.0)), None);
        }
        // The pointer has the last word on which figure moves.
        let is_touched = response.hovered() || (response.has_focus() && touched.is_none());
        // First it has to be drawn, or there would be two figures to make ready at once.
        if is_touched && exercise.picture.is_none() && view.sketches.contains_key(&exercise.id) {
            touched = Some(exercise.id.as_str());
        }
        if response.clicked() {
            if !response.clicked_by(PointerButton::Primary) {
                commands.push(Command::Browse(Browse::ComeBackTo(exercise.id.clone())));
            }
            commands.push(Command::Browse(Browse::Open(exercise.id.clone())));
        }
        if ui.is_rect_visible(place) && !view.sketches.contains_key(&exercise.id) {
            missing.push(exercise.id.clone());
        }
    }
    if !missing.is_empty() {
        commands.push(Command::Browse(Browse::Draw(missing)));
    }
    match touched.filter(|_| !look.reduced_motion) {
        Some(id) if view.moving.is_none_or(|(moving, _)| moving != id) => {
            commands.push(Command::Browse(Browse::Move(Some(id.to_owned()))));
        }
        None => stop_moving(view, commands),
        Some(_) => {}
    }
}

fn stop_moving(view: &ListView<'_>, commands: &mut Vec<Command>) {
    if view.moving.is_some() {
        commands.push(Command::Browse(Browse::Move(None)));
    }
}
