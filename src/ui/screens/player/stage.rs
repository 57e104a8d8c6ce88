//! The stage: what is done, the figure doing it, which side, and the one instruction.

use std::time::Duration;

use egui::{Align2, CornerRadius, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{PlayerLayout, PlayerView, RunState, wording};
use crate::engine::SegmentKind;
use crate::model::Side;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Chip, ChipKind, FigureView, Text, chip_ui, chip_width, figure_ui, text_ui};
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
    let is_work = moment.segment.kind.is_work();
    ui.painter().rect_filled(rect, corners, if is_work { colors.card } else { colors.hero });
    ui.painter().rect_stroke(rect, corners, Stroke::new(1.0, colors.line), StrokeKind::Inside);

    let inner = rect.shrink2(vec2((rect.width() * 0.036).min(look.pt(28.0)), look.pt(18.0)));
    let side_width = side_ui(ui, look, inner, view);
    let titles = inner.with_max_x(inner.right() - side_width);
    let name = wording::title(look.words, moment);
    let name_row = titles.with_max_y(titles.top() + look.pt(42.0));
    let text = Text::new(&name, look.font(Size::Title, Face::Bold), colors.ink).shrink(0.7);
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

/// The side, large, with an arrow that points to it, or the way round; returns the width it takes.
fn side_ui(ui: &Ui, look: &Look<'_>, inner: Rect, view: &PlayerView<'_>) -> f32 {
    let segment = &view.moment.segment;
    let side = segment.side.filter(|_| segment.kind != SegmentKind::Rest);
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
    let chip = Chip { text: &text, size: Size::Heading, kind: ChipKind::Strong };
    let size = vec2(chip_width(ui, look, &chip).min(inner.width() * 0.5), look.pt(42.0));
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
    let name = match (&view.moment.entry.exercise, view.moment.segment.side) {
        (None, _) => words.get("figure-breathing"),
        (Some(exercise), None) => words.with("figure-name", &[("exercise", exercise.name.as_str().into())]),
        (Some(exercise), Some(side)) => words.with(
            "figure-name-side",
            &[("exercise", exercise.name.as_str().into()), ("side", words.side_said(side).into())],
        ),
    };
    let hint = words.get("figure-hint");
    let figure = FigureView { scene: view.scene, picture: view.picture, name: &name, hint: &hint };
    figure_ui(ui, look, rect, "figure", &figure, commands);
}

/// The one instruction that matters now.
pub(super) fn instruction(look: &Look<'_>, view: &PlayerView<'_>) -> String {
    match view.state {
        RunState::AtGate { .. } => look.words.get("gate"),
        _ => look.words.instruction(view.moment.entry, &view.moment.segment),
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
