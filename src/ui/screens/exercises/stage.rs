//! The figure on its page: turned by dragging, played, slowed down and moved through by hand, and
//! named where it is felt. A still picture in its place only shows.

use egui::load::SizedTexture;
use egui::{Align2, Rect, Ui, pos2, vec2};

use super::PageView;
use crate::model::{Side, Sides};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{
    Button, ButtonKind, FigureView, Slider, Text, felt_names_ui, figure_ui, name_with_felt, paint_ground,
    slider_ui,
};
use crate::ui::{Browse, Command, Look};

pub(super) fn stage_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PageView<'_>,
    commands: &mut Vec<Command>,
) {
    let row = look.pt(44.0);
    paint_ground(ui, look, rect, look.theme.metrics.radius.card);
    let inner = rect.shrink(look.pt(16.0));
    if let Some(picture) = view.picture {
        return picture_on_page(ui, look, inner, picture, view, commands);
    }
    let has_sides = view.exercise.sides != Sides::Both;
    let rows = if has_sides { 3.0 } else { 2.0 };
    let top_of = |index: f32| inner.bottom() - (rows - index) * (row + look.pt(6.0));
    let mut figure = inner.with_max_y(top_of(0.0) - look.pt(6.0));
    if has_names(view) {
        names_button(ui, look, figure, view, commands);
        figure.min.y += look.pt(42.0);
    }
    figure_on_page(ui, look, figure, view, commands);
    let row_at =
        |index: f32| Rect::from_min_size(pos2(inner.left(), top_of(index)), vec2(inner.width(), row));
    scrub_ui(ui, look, row_at(0.0), view, commands);
    speed_ui(ui, look, row_at(1.0), view, commands);
    if has_sides {
        sides_ui(ui, look, row_at(2.0), view, commands);
    }
}

/// True where there is something to name on the figure.
pub(super) fn has_names(view: &PageView<'_>) -> bool {
    view.picture.is_none() && !view.exercise.felt.is_empty()
}

/// The button that shows and hides the names, at the top right.
fn names_button(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PageView<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let (text, hint) = (
        words.get(if view.names_shown { "ex-names-hide" } else { "ex-names-show" }),
        words.get("ex-names-hint"),
    );
    let kind = if view.names_shown { ButtonKind::Soft } else { ButtonKind::Neutral };
    let button =
        Button { selected: Some(view.names_shown), ..Button::new(kind, &text).size(Size::Small).hint(&hint) };
    let size = vec2(button.width(ui, look), look.pt(36.0));
    let place = Rect::from_min_size(pos2(rect.right() - size.x, rect.top()), size);
    if button.show(ui, look, place, "names").clicked() {
        commands.push(Command::Browse(Browse::ToggleNames));
    }
}

fn picture_on_page(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    picture: SizedTexture,
    view: &PageView<'_>,
    commands: &mut Vec<Command>,
) {
    let name = look.words.with("ex-picture-name", &[("exercise", view.exercise.name.as_str().into())]);
    let figure = FigureView { scene: None, picture: Some(picture), name: &name, hint: "" };
    figure_ui(ui, look, rect, "figure", &figure, commands);
}

fn figure_on_page(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PageView<'_>, commands: &mut Vec<Command>) {
    let (words, exercise) = (look.words, view.exercise.name.as_str());
    let mut name = match view.side {
        None => words.with("figure-name", &[("exercise", exercise.into())]),
        Some(side) => words.with(
            "figure-name-side",
            &[("exercise", exercise.into()), ("side", words.side_said(side).into())],
        ),
    };
    if let Some(scene) = view.scene.filter(|_| view.names_shown) {
        name = name_with_felt(words, &name, scene);
    }
    let hint = words.get("figure-hint");
    let figure = FigureView { scene: view.scene, picture: None, name: &name, hint: &hint };
    let response = figure_ui(ui, look, rect, "figure", &figure, commands);
    if let Some(scene) = view.scene {
        felt_names_ui(ui, look, rect, scene, view.names_shown, &response);
    }
}

fn scrub_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PageView<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let (icon, name) = if view.is_playing {
        (icons::PAUSE, words.get("ex-pause"))
    } else {
        (icons::PLAY, words.get("ex-play"))
    };
    let button = Rect::from_min_size(rect.min, vec2(rect.height(), rect.height()));
    if Button::icon(ButtonKind::Soft, icon, &name).show(ui, look, button, "play").clicked() {
        commands.push(Command::Browse(Browse::TogglePlay));
    }
    let percent = (view.fraction * 100.0).round();
    let (name, said) = (words.get("ex-scrub"), words.with("ex-scrub-value", &[("percent", percent.into())]));
    let slider = Slider { name: &name, said: &said, value: view.fraction, range: 0.0..=1.0, step: 0.02 };
    let place = rect.with_min_x(button.right() + look.pt(12.0));
    if let Some(fraction) = slider_ui(ui, look, place, "scrub", &slider) {
        commands.push(Command::Browse(Browse::Scrub(fraction)));
    }
}

fn speed_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PageView<'_>, commands: &mut Vec<Command>) {
    let (words, colors) = (look.words, &look.theme.colors);
    let name = words.get("ex-speed");
    let speed = format!("{:.1}", view.speed);
    let said = words.with("ex-speed-value", &[("speed", speed.into())]);
    let label = rect.with_max_x(rect.left() + look.pt(56.0));
    Text::new(&name, look.font(Size::Small, Face::Regular), colors.quiet).paint(ui, label);
    let value = rect.with_min_x(rect.right() - look.pt(52.0));
    Text::new(&said, look.font(Size::Small, Face::Numerals), colors.quiet)
        .align(Align2::RIGHT_CENTER)
        .paint(ui, value);
    let place = Rect::from_min_max(pos2(label.right(), rect.top()), pos2(value.left(), rect.bottom()));
    let slider = Slider { name: &name, said: &said, value: view.speed, range: 0.5..=1.5, step: 0.1 };
    if let Some(speed) = slider_ui(ui, look, place, "speed", &slider) {
        commands.push(Command::Browse(Browse::Speed((speed * 10.0).round() / 10.0)));
    }
}

fn sides_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PageView<'_>, commands: &mut Vec<Command>) {
    let (left, right) = rect.split_left_right_at_fraction(0.5);
    let gap = look.pt(5.0);
    let places = [
        (Side::Left, left.with_max_x(left.right() - gap)),
        (Side::Right, right.with_min_x(right.left() + gap)),
    ];
    for (side, place) in places {
        let is_shown = view.side == Some(side);
        let kind = if is_shown { ButtonKind::Soft } else { ButtonKind::Neutral };
        let text = look.words.side(side);
        let button = Button { selected: Some(is_shown), ..Button::new(kind, &text) };
        if button.show(ui, look, place, ("side", side)).clicked() {
            commands.push(Command::Browse(Browse::Side(side)));
        }
    }
}
