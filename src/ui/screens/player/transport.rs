//! The buttons under the session bar.

use egui::{Rect, Ui, pos2, vec2};

use super::{Panel, PlayerLayout, PlayerView, RunState};
use crate::engine::{SPEEDS, SegmentKind};
use crate::text::clock;
use crate::ui::keys::SPEED_STEP;
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
    let widths = [64.0, 64.0, 158.0, 64.0, 84.0].map(|width| look.pt(width));
    let gap = look.pt(6.0);
    // The main button stands in the middle of the window, whatever stands beside it.
    let mut x = rect.center().x - widths[0] - widths[1] - gap * 2.0 - widths[2] / 2.0;
    let left_end = x;
    let places = widths.map(|width| {
        let place = Rect::from_min_size(pos2(x, rect.top()), vec2(width, rect.height()));
        x += width + gap;
        place
    });
    middle_ui(ui, look, places, view, commands);
    let ends = look.pt(12.0);
    left_ui(ui, look, rect.with_max_x(left_end - ends), view, commands);
    right_ui(ui, look, rect.with_min_x(x - gap + ends), view, commands);
}

/// Restart, back, pause, skip and more.
fn middle_ui(
    ui: &Ui,
    look: &Look<'_>,
    places: [Rect; 5],
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let mut put = |place: Rect, salt: &str, button: &Button<'_>, command: Command| {
        if button.show(ui, look, place, salt).clicked() {
            commands.push(command);
        }
    };
    let low = |place: Rect| place.shrink2(vec2(0.0, look.pt(2.0)));
    let hint = |act: &str, key: &str| {
        words.with("act-with-key", &[("act", words.get(act).into()), ("key", words.get(key).into())])
    };
    let icon = |icon, name, hint| Button::icon(ButtonKind::Neutral, icon, name).hint(hint);
    let (restart, tip) = (words.get("act-restart"), hint("act-restart", "keys-r"));
    put(low(places[0]), "restart", &icon(icons::RESTART, &restart, &tip), Command::Restart);
    let (back, tip) = (words.get("act-back"), hint("act-back", "keys-left"));
    put(low(places[1]), "back", &icon(icons::BACK, &back, &tip), Command::Back);
    let (key, glyph, command) = main_action(view);
    let (main, tip) = (words.get(key), hint(key, "keys-space"));
    let button = Button::new(ButtonKind::Primary, &main).with_icon(glyph).size(Size::Heading).hint(&tip);
    put(places[2], "main", &button, command);
    let (skip, tip) = (words.get("act-skip"), hint("act-skip", "keys-right"));
    put(low(places[3]), "skip", &icon(icons::SKIP, &skip, &tip), Command::Skip);
    // An open dose has no length to add to; its fifth button pauses, as the main one says done.
    if view.moment.segment.kind == SegmentKind::Open && matches!(view.state, RunState::Playing) {
        let pause = words.get("act-pause");
        put(low(places[4]), "pause", &icon(icons::PAUSE, &pause, &pause), Command::TogglePause);
    } else {
        let (extend, name) = (words.get("act-extend"), words.get("act-extend-name"));
        let tip = hint("act-extend-name", "keys-plus");
        let button = Button::new(ButtonKind::Neutral, &extend).named(&name).hint(&tip);
        put(low(places[4]), "extend", &button, Command::Extend);
    }
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

/// Keys, steps and speed. Where there is little room the words go.
fn left_ui(ui: &Ui, look: &Look<'_>, room: Rect, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let (keys, steps) = (words.get("act-keys"), words.get("act-steps"));
    let keys_cap = words.get("keys-question");
    let (keys_tip, steps_tip) = (words.get("keys-show-does"), words.get("act-steps-hint"));
    let panel = view.control.panel;
    let long = Button::new(ButtonKind::Plain, &keys).with_icon(icons::KEYS);
    let short = Button::new(ButtonKind::Plain, &keys_cap).named(&keys);
    let steps_button = Button {
        selected: Some(matches!(panel, Some(Panel::Steps { .. }))),
        ..Button::new(ButtonKind::Plain, &steps).hint(&steps_tip)
    };
    let gap = look.pt(4.0);
    let inset = look.pt(8.0).min(room.left());
    let speed_width = look.pt(112.0);
    let rest = steps_button.width(ui, look) + speed_width + 2.0 * gap;
    let keys_button = if long.width(ui, look) + rest <= room.width() + inset { long } else { short };
    let keys_button = Button { selected: Some(panel == Some(Panel::Keys)), ..keys_button.hint(&keys_tip) };
    let height = room.height() * 0.72;
    let mut x = room.left() - inset;
    let mut next = |width: f32| {
        let place = Rect::from_min_size(pos2(x, room.center().y - height / 2.0), vec2(width, height));
        x += width + gap;
        place
    };
    let keys_width = keys_button.width(ui, look).max(look.pt(34.0));
    if keys_button.show(ui, look, next(keys_width), "keys").clicked() {
        commands.push(Command::ToggleKeys);
    }
    if steps_button.show(ui, look, next(steps_button.width(ui, look)), "steps").clicked() {
        commands.push(Command::ToggleSteps);
    }
    speed_ui(ui, look, next(speed_width), view.control.speed, commands);
}

/// Slower, the speed itself, faster. The speed stands out while it is not as written.
fn speed_ui(ui: &Ui, look: &Look<'_>, rect: Rect, speed: f64, commands: &mut Vec<Command>) {
    let words = look.words;
    let side = rect.width() * 0.28;
    let (slower, faster) = (words.get("act-slower"), words.get("act-faster"));
    let (minus, plus) = (words.get("speed-minus"), words.get("speed-plus"));
    let said = (speed * 10.0).round() / 10.0;
    let shown = words.with("speed-times", &[("speed", said.into())]);
    let name = words.with("speed-name", &[("speed", said.into())]);
    let tip = words.get("act-usual-speed");
    let is_usual = (speed - 1.0).abs() < SPEED_STEP / 2.0;
    let kind = if is_usual { ButtonKind::Plain } else { ButtonKind::Soft };
    let parts = [
        (
            rect.with_max_x(rect.left() + side),
            "slower",
            Button::new(ButtonKind::Plain, &minus).named(&slower).hint(&slower),
            speed - SPEED_STEP,
        ),
        (rect.shrink2(vec2(side, 0.0)), "speed", Button::new(kind, &shown).named(&name).hint(&tip), 1.0),
        (
            rect.with_min_x(rect.right() - side),
            "faster",
            Button::new(ButtonKind::Plain, &plus).named(&faster).hint(&faster),
            speed + SPEED_STEP,
        ),
    ];
    for (place, salt, button, asked) in parts {
        let clicked = button.show(ui, look, place, salt).clicked();
        if clicked && SPEEDS.contains(&asked.clamp(*SPEEDS.start(), *SPEEDS.end())) {
            commands.push(Command::SetSpeed(asked));
        }
    }
}

/// The way back, while there is one, and "this hurts".
fn right_ui(ui: &Ui, look: &Look<'_>, room: Rect, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let name = look.words.get("act-hurts");
    let tip = look.words.get("act-hurts-hint");
    let button = Button::new(ButtonKind::Hurt, &name).with_icon(icons::HURTS).hint(&tip);
    let size = vec2(button.width(ui, look).min(room.width()), room.height() * 0.8);
    let place = Rect::from_min_size(pos2(room.right() - size.x, room.center().y - size.y / 2.0), size);
    if button.show(ui, look, place, "hurts").clicked() {
        commands.push(Command::Hurts);
    }
    way_back_ui(ui, look, room.with_max_x(place.left() - look.pt(6.0)), view, commands);
}

fn way_back_ui(ui: &Ui, look: &Look<'_>, room: Rect, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let Some(to) = view.control.way_back else { return };
    let time = clock(to);
    let name = look.words.with("act-return", &[("time", time.as_str().into())]);
    let tip = look.words.get("act-return-hint");
    let long = Button::new(ButtonKind::Soft, &name).with_icon(icons::LEFT);
    let short = Button::new(ButtonKind::Soft, &time).named(&name);
    let button = if long.width(ui, look) <= room.width() { long } else { short };
    let size = vec2(button.width(ui, look).min(room.width()), room.height() * 0.72);
    let place = Rect::from_min_size(pos2(room.left(), room.center().y - size.y / 2.0), size);
    let response = button.hint(&tip).show(ui, look, place, "way-back");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    if response.clicked() {
        commands.push(Command::Undo);
    }
}
