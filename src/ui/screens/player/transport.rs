//! The buttons under the session bar.

use egui::{Rect, Ui, pos2, vec2};

use super::{PlayerLayout, PlayerView, RunState};
use crate::engine::SegmentKind;
use crate::ui::theme::{Size, icons};
use crate::ui::widgets::{Button, ButtonKind};
use crate::ui::{Command, Look};

pub(super) fn transport_ui(
    ui: &Ui,
    look: &Look<'_>,
    layout: &PlayerLayout,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let rect = layout.transport;
    let words = look.words;
    let widths = [64.0, 64.0, 158.0, 64.0, 84.0].map(|width| look.pt(width));
    let gap = look.pt(6.0);
    let total: f32 = widths.iter().sum::<f32>() + gap * 4.0;
    // The main button stands in the middle of the window, whatever stands beside it.
    let mut x = rect.center().x - widths[0] - widths[1] - gap * 2.0 - widths[2] / 2.0;
    let left_end = x;
    let places = widths.map(|width| {
        let place = Rect::from_min_size(pos2(x, rect.top()), vec2(width, rect.height()));
        x += width + gap;
        place
    });
    let right_start = left_end + total;
    let mut put = |place: Rect, salt: &str, button: &Button<'_>, command: Command| {
        if button.show(ui, look, place, salt).clicked() {
            commands.push(command);
        }
    };
    let low = |place: Rect| place.shrink2(vec2(0.0, look.pt(2.0)));
    let (restart, back) = (words.get("act-restart"), words.get("act-back"));
    put(
        low(places[0]),
        "restart",
        &Button::icon(ButtonKind::Neutral, icons::RESTART, &restart),
        Command::Restart,
    );
    put(low(places[1]), "back", &Button::icon(ButtonKind::Neutral, icons::BACK, &back), Command::Back);
    let (key, icon, command) = main_action(view);
    let main = words.get(key);
    let button = Button::new(ButtonKind::Primary, &main).with_icon(icon).size(Size::Heading);
    put(places[2], "main", &button, command);
    let skip = words.get("act-skip");
    put(low(places[3]), "skip", &Button::icon(ButtonKind::Neutral, icons::SKIP, &skip), Command::Skip);
    // An open dose has no length to add to; its fifth button pauses, as the main one says done.
    if view.moment.segment.kind == SegmentKind::Open && matches!(view.state, RunState::Playing) {
        let pause = words.get("act-pause");
        let button = Button::icon(ButtonKind::Neutral, icons::PAUSE, &pause);
        put(low(places[4]), "pause", &button, Command::TogglePause);
    } else {
        let (extend, name) = (words.get("act-extend"), words.get("act-extend-name"));
        let button = Button::new(ButtonKind::Neutral, &extend).named(&name).hint(&name);
        put(low(places[4]), "extend", &button, Command::Extend);
    }
    let ends = look.pt(12.0);
    keys_button(ui, look, rect.with_max_x(left_end - ends), commands);
    hurts_button(ui, look, rect.with_min_x(right_start + ends), commands);
}

pub(super) fn main_action(view: &PlayerView<'_>) -> (&'static str, char, Command) {
    match view.state {
        RunState::AtGate { .. } => ("act-done", icons::CHECK, Command::Done),
        RunState::Playing if view.moment.segment.kind == SegmentKind::Open => {
            ("act-done", icons::CHECK, Command::Done)
        }
        RunState::Paused => ("act-resume", icons::PLAY, Command::TogglePause),
        _ => ("act-pause", icons::PAUSE, Command::TogglePause),
    }
}

fn keys_button(ui: &Ui, look: &Look<'_>, room: Rect, commands: &mut Vec<Command>) {
    let words = look.words;
    let (left, right) = (icons::LEFT.to_string(), icons::RIGHT.to_string());
    let line = words.with(
        "keys-line",
        &[("space", words.get("keys-space").into()), ("left", left.into()), ("right", right.into())],
    );
    let (name, hint) = (words.get("act-keys"), words.get("keys-show-does"));
    let long = Button::new(ButtonKind::Plain, &line).named(&name).hint(&hint);
    let short = Button::new(ButtonKind::Plain, &name).with_icon(icons::KEYS).hint(&hint);
    let inset = look.pt(8.0).min(room.left());
    let (button, width) = match long.width(ui, look) {
        width if width <= room.width() + inset => (long, width),
        _ => (short, short.width(ui, look).min(room.width())),
    };
    let size = vec2(width, room.height() * 0.72);
    let place = Rect::from_min_size(pos2(room.left() - inset, room.center().y - size.y / 2.0), size);
    if button.show(ui, look, place, "keys").clicked() {
        commands.push(Command::ToggleKeys);
    }
}

fn hurts_button(ui: &Ui, look: &Look<'_>, room: Rect, commands: &mut Vec<Command>) {
    let name = look.words.get("act-hurts");
    let button = Button::new(ButtonKind::Hurt, &name).with_icon(icons::HURTS);
    let size = vec2(button.width(ui, look).min(room.width()), room.height() * 0.8);
    let place = Rect::from_min_size(pos2(room.right() - size.x, room.center().y - size.y / 2.0), size);
    if button.show(ui, look, place, "hurts").clicked() {
        commands.push(Command::Hurts);
    }
}
