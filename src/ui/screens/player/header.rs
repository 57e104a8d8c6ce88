//! The line on top: back, which routine and step, time left, sound.

use egui::{Align2, Color32, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::sound::sound_ui;
use super::{PlayerLayout, PlayerView, wording};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Look, Screen};

pub(super) fn header_ui(
    ui: &Ui,
    look: &Look<'_>,
    layout: &PlayerLayout,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let rect = layout.header;
    let middle = |left: f32, right: f32| Rect::from_x_y_ranges(left..=right.max(left), rect.y_range());
    let (label, hint) = match view.leads_to {
        Screen::Today | Screen::Progress | Screen::Safety | Screen::Settings => {
            (look.words.get("player-back"), look.words.get("player-back-hint"))
        }
        Screen::Editor => (look.words.get("rail-editor"), look.words.get("player-back-editor")),
        Screen::Exercises => (look.words.get("ex-back"), look.words.get("player-back-exercises")),
        Screen::Breathe => (look.words.get("rail-breathe"), look.words.get("player-back-breathe")),
    };
    let leave = Button::new(ButtonKind::Plain, &label).with_icon(icons::LEAVE).named(&hint);
    let width = leave.width(ui, look);
    let place =
        middle(rect.left() - look.pt(8.0), rect.left() - look.pt(8.0) + width).intersect(ui.max_rect());
    if leave.show(ui, look, place, "leave").clicked() {
        commands.push(Command::Leave);
    }
    let right = right_side(ui, look, rect, view, commands);
    titles(ui, look, middle(place.right() + look.pt(20.0), right - look.pt(16.0)), view);
}

/// Time left, how the session is shown, and the sound; returns where they begin.
fn right_side(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let sound = sound_ui(ui, look, rect, view, commands);
    let sights = sights_ui(ui, look, rect.with_max_x(sound), view.is_full, commands);
    // Of a session that was left for good nothing is left to come.
    if view.after.is_left { sights } else { time_left_ui(ui, look, rect.with_max_x(sights), view) }
}

/// The buttons for the other ways to show the session, at the right end of a rectangle; returns
/// where they begin.
fn sights_ui(ui: &Ui, look: &Look<'_>, rect: Rect, is_full: bool, commands: &mut Vec<Command>) -> f32 {
    let (full_icon, full) = if is_full {
        (icons::NOT_FULL, look.words.get("act-not-full"))
    } else {
        (icons::FULL, look.words.get("act-full"))
    };
    let (compact, room) = (look.words.get("act-compact"), look.words.get("act-room"));
    let mut right = rect.right();
    for (salt, icon, name, command) in [
        ("full", full_icon, &full, Command::ToggleFull),
        ("compact", icons::COMPACT, &compact, Command::ToggleCompact),
        ("room", icons::ROOM, &room, Command::ToggleRoom),
    ] {
        let place = rect.with_max_x(right).with_min_x(right - rect.height());
        right = place.left();
        if Button::icon(ButtonKind::Plain, icon, name).show(ui, look, place, salt).clicked() {
            commands.push(command);
        }
    }
    right
}

/// The time left in the session, at the right end of a rectangle; returns where it begins.
fn time_left_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>) -> f32 {
    let colors = &look.theme.colors;
    let clock = wording::clock_left(view.moment.session_left);
    let left = look.words.with("player-time-left", &[("time", clock.into())]);
    let width = look.pt(120.0);
    let right = rect.right() - look.pt(8.0);
    let place = rect.with_max_x(right).with_min_x(right - width);
    let response = ui.interact(place, ui.scope_id().with("time-left"), Sense::hover());
    let name = look.words.get("player-time-left-name");
    response.widget_info(|| WidgetInfo::labeled(Role::Timer, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(left.as_str()));
    Text::new(&left, look.font(Size::Body, Face::Numerals), colors.quiet)
        .align(Align2::RIGHT_CENTER)
        .paint(ui, place);
    place.left()
}

fn titles(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>) {
    let colors = &look.theme.colors;
    let of = view.timeline.step_count();
    let step = look.words.with("player-step", &[("n", view.moment.entry.number.into()), ("of", of.into())]);
    let step = match &view.moment.entry.section {
        _ if view.after.is_left => String::new(),
        Some(section) => format!("{section} · {step}"),
        None => step,
    };
    let wide = |text: &str, size, face| {
        let text = Text::new(text, look.font(size, face), Color32::PLACEHOLDER);
        text.galley(ui, vec2(f32::INFINITY, f32::INFINITY)).size().x
    };
    let gap = look.pt(14.0);
    // The step keeps its place: a long name is cut, not what tells how far one is.
    let step_width = wide(&step, Size::Body, Face::Regular).min(rect.width() * 0.5) + 1.0;
    let name_width =
        (wide(view.routine, Size::Heading, Face::Bold) + 1.0).min(rect.width() - step_width - gap).max(0.0);
    let name_place = rect.with_max_x(rect.left() + name_width);
    let name = Text::new(view.routine, look.font(Size::Heading, Face::Bold), colors.ink);
    text_ui(ui, name_place, "routine", &name);
    if step.is_empty() {
        return;
    }
    let step_place =
        Rect::from_min_size(name_place.right_top() + vec2(gap, 0.0), vec2(step_width, rect.height()));
    let text = Text::new(&step, look.font(Size::Body, Face::Regular), colors.quiet);
    text_ui(ui, step_place.intersect(rect), "step", &text);
}
