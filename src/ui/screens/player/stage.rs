//! The stage: what is done, the figure doing it, which side, and the one instruction.

use std::time::Duration;

use egui::{Align2, CornerRadius, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{PlayerLayout, PlayerView, RunState, wording};
use crate::engine::{Moment, SegmentKind};
use crate::model::Side;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{
    Chip, ChipKind, FigureView, Text, chip_ui, chip_width, felt_names_ui, figure_ui, name_with_felt, text_ui,
};
use crate::ui::{Command, Look};

pub(super) fn stage_ui(
    ui: &Ui,
    look: &Look<'_>,
    layout: &PlayerLayout,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let rect = layout.stage;
    let (colors, moment) = (&look.theme.colors, view.moment);
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    // Work stands on white card; everything in between on a tint, seen from the corner of the eye.
    let (ground, edge) = match moment.segment.kind {
        kind if kind.is_work() => (colors.card, Stroke::new(1.0, colors.line)),
        _ => (colors.hero, Stroke::new(look.pt(2.5), colors.wave)),
    };
    ui.painter().rect_filled(rect, corners, ground);
    ui.painter().rect_stroke(rect, corners, edge, StrokeKind::Inside);
    side_edge(ui, look, rect, working_side(moment));

    let inner = rect.shrink2(vec2((rect.width() * 0.036).clamp(look.pt(18.0), look.pt(28.0)), look.pt(18.0)));
    let side_width = side_ui(ui, look, inner, view);
    let titles = inner.with_max_x(inner.right() - side_width);
    let name = wording::title(look.words, moment);
    let name_row = titles.with_max_y(titles.top() + look.pt(42.0));
    let text = Text::new(&name, look.font(Size::Title, Face::Bold), colors.ink).rows(2).shrink(0.5);
    text_ui(ui, name_row, "exercise", &text);
    let under = wording::under_name(look.words, moment);
    let under_row = inner.with_min_y(name_row.bottom()).with_max_y(name_row.bottom() + look.pt(24.0));
    let text = Text::new(&under, look.font(Size::Body, Face::Numerals), colors.quiet);
    text_ui(ui, under_row, "under-name", &text);
    let mut top = under_row.bottom();
    if !moment.entry.note.is_empty() {
        let row = inner.with_min_y(top).with_max_y(top + look.pt(24.0));
        let text = Text::new(&moment.entry.note, look.font(Size::Body, Face::Regular), colors.teal);
        text_ui(ui, row, "note", &text);
        top = row.bottom();
    }
    let instruction = inner.with_min_y(inner.bottom() - look.pt(84.0).min(inner.height() * 0.26));
    let stage = Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), instruction.top()));
    figure(ui, look, stage, view, commands);
    instruction_ui(ui, look, instruction, view);
    over_figure(ui, look, stage, view);
}

/// The side that works, or is about to.
fn working_side(moment: &Moment<'_>) -> Option<Side> {
    moment.segment.side.filter(|_| moment.segment.kind != SegmentKind::Rest)
}

/// The edge of the card on the side that works, thick, with the letter of the side on it: the
/// person's own right is at the right.
fn side_edge(ui: &Ui, look: &Look<'_>, rect: Rect, side: Option<Side>) {
    let Some(side) = side else { return };
    let colors = &look.theme.colors;
    let width = look.pt(10.0);
    let radius = look.pt(22.0);
    let (key, bar, badge) = match side {
        Side::Left => ("bar-left", rect.with_max_x(rect.left() + width), rect.left() + radius * 0.7),
        Side::Right => ("bar-right", rect.with_min_x(rect.right() - width), rect.right() - radius * 0.7),
    };
    let bar = bar.shrink2(vec2(0.0, look.pt(look.theme.metrics.radius.card)));
    let round = CornerRadius::same(look.pt(4.0) as u8);
    ui.painter().rect_filled(bar, round, colors.teal);
    let center = pos2(badge, rect.center().y);
    ui.painter().circle(center, radius, colors.teal, Stroke::new(look.pt(3.0), colors.card));
    let letter = look.words.get(key);
    Text::new(&letter, look.font_of(look.pt(26.0), Face::Bold), colors.on_teal)
        .align(Align2::CENTER_CENTER)
        .paint(ui, Rect::from_center_size(center, vec2(radius, radius) * 2.0));
}

/// The side, large, with an arrow that points to it, or the way round; returns the width it takes.
fn side_ui(ui: &Ui, look: &Look<'_>, inner: Rect, view: &PlayerView<'_>) -> f32 {
    let segment = &view.moment.segment;
    let side = working_side(view.moment);
    let (word, text) = match (side, wording::way(view.moment)) {
        (Some(side), _) => {
            let word = look.words.side(side);
            let text = match side {
                Side::Left => format!("{} {word}", icons::LEFT),
                Side::Right => format!("{word} {}", icons::RIGHT),
            };
            (word, text)
        }
        (None, Some(way)) if segment.kind != SegmentKind::Rest => (way.to_owned(), way.to_owned()),
        _ => return 0.0,
    };
    let most = inner.width() * 0.5;
    let large = Chip { text: &text, size: Size::Heading, kind: ChipKind::Strong };
    let chip = if chip_width(ui, look, &large) <= most { large } else { Chip { size: Size::Body, ..large } };
    let size = vec2(chip_width(ui, look, &chip).min(most), look.pt(42.0));
    let place = Rect::from_min_size(pos2(inner.right() - size.x, inner.top()), size);
    let response = chip_ui(ui, look, place, "side", &chip);
    // The arrow is for the eye: the name says the word alone.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(word));
    size.x + look.pt(12.0)
}

pub(super) fn figure(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let mut name = match (&view.moment.entry.exercise, view.moment.segment.side) {
        (None, _) => words.get("figure-breathing"),
        (Some(exercise), None) => words.with("figure-name", &[("exercise", exercise.name.as_str().into())]),
        (Some(exercise), Some(side)) => words.with(
            "figure-name-side",
            &[("exercise", exercise.name.as_str().into()), ("side", words.side_said(side).into())],
        ),
    };
    let seen = view.scene.filter(|_| view.picture.is_none());
    if let Some(scene) = seen.filter(|_| view.control.names_shown) {
        name = name_with_felt(words, &name, scene);
    }
    let hint = words.get("figure-hint");
    let figure = FigureView { scene: view.scene, picture: view.picture, name: &name, hint: &hint };
    let response = figure_ui(ui, look, rect, "figure", &figure, commands);
    if let Some(scene) = seen {
        felt_names_ui(ui, look, rect, scene, view.control.names_shown, &response);
    }
}

/// The one instruction that matters now.
pub(super) fn instruction(look: &Look<'_>, view: &PlayerView<'_>) -> String {
    let moment = view.moment;
    match (view.state, &moment.breath) {
        (RunState::AtGate { .. }, _) => look.words.get("gate"),
        (_, Some(breath)) if moment.segment.kind == SegmentKind::Breathe => {
            look.words.breath_instruction(breath)
        }
        _ => look.words.instruction(moment.entry, &moment.segment),
    }
}

fn instruction_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>) {
    let colors = &look.theme.colors;
    let words = instruction(look, view);
    let text =
        Text::new(&words, look.font(Size::Display, Face::Bold), colors.ink).rows(2).shrink(0.62).live();
    text_ui(ui, rect, "instruction", &text);
}

/// What lies over the figure while nothing runs: "Paused", or the count-in.
pub(super) fn over_figure(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>) {
    match view.state {
        RunState::Paused => {
            let word = look.words.get("paused");
            let chip = Chip { text: &word, size: Size::Title, kind: ChipKind::Strong };
            let size = vec2(chip_width(ui, look, &chip) + look.pt(20.0), look.pt(58.0));
            chip_ui(ui, look, Rect::from_center_size(rect.center(), size), "paused", &chip);
        }
        RunState::CountIn { left } => count_in(ui, look, rect, left),
        _ => {}
    }
}

fn count_in(ui: &Ui, look: &Look<'_>, rect: Rect, left: Duration) {
    let colors = &look.theme.colors;
    let number = left.as_millis().div_ceil(1000).max(1);
    let radius = (rect.height() * 0.36).min(look.pt(130.0));
    ui.painter().circle_filled(rect.center(), radius, colors.veil);
    ui.painter().circle_stroke(rect.center(), radius, Stroke::new(look.pt(5.0), colors.ring_rest));
    let place = Rect::from_center_size(rect.center(), vec2(radius, radius) * 1.6);
    let digits = number.to_string();
    let text = Text::new(&digits, look.font_of(radius * 1.05, Face::NumeralsBold), colors.ink)
        .align(Align2::CENTER_CENTER)
        .live();
    let response = text_ui(ui, place, "count-in", &text);
    let words = look.words.with("count-in", &[("n", (number as u64).into())]);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(words));
}
