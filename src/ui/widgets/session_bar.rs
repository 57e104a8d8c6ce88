//! The session along the bottom as a slider: a playhead that can be dragged, moved by keys and by
//! a screen reader, and what there is at the pointer.

use std::time::Duration;

use egui::accesskit::{Action, ActionData};
use egui::{CornerRadius, Event, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::button::paint_focus;
use super::session_bar_paint::{When, paint_head, paint_sections, paint_stretch};
use super::{SessionMap, Stretch, StretchKind, TimeTip};
use crate::engine::Timeline;
use crate::text::clock;
use crate::ui::{Command, Look};

/// What one press of an arrow key goes on or back.
const STEP_MS: u64 = 5_000;

fn bar_id(ui: &Ui) -> Id {
    ui.scope_id().with("session-bar")
}

/// Takes the arrow keys (five seconds) and page keys (one stretch) while the bar has the focus:
/// there they belong to the playhead. To be asked before anything else takes keys.
pub fn session_bar_keys(ui: &Ui, map: &SessionMap, at_ms: u64, commands: &mut Vec<Command>) {
    if !ui.memory(|memory| memory.has_focus(bar_id(ui))) {
        return;
    }
    let mut to = at_ms;
    for (key, moves) in [
        (Key::ArrowLeft, back as fn(&SessionMap, u64) -> u64),
        (Key::ArrowRight, on),
        (Key::PageUp, stretch_before),
        (Key::PageDown, stretch_after),
    ] {
        let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        for _ in 0..times {
            to = moves(map, to);
        }
    }
    if to != at_ms {
        commands.push(Command::SeekTo(to));
    }
}

fn back(_: &SessionMap, at_ms: u64) -> u64 {
    at_ms.saturating_sub(STEP_MS)
}

/// Never to the very end: a key held down does not finish a session.
fn on(map: &SessionMap, at_ms: u64) -> u64 {
    (at_ms + STEP_MS).min(map.total_ms.saturating_sub(1_000)).max(at_ms)
}

fn stretch_before(map: &SessionMap, at_ms: u64) -> u64 {
    let before = map.stretch_at(at_ms.saturating_sub(1_000));
    before.and_then(|index| map.stretches.get(index)).map_or(0, |stretch| stretch.start_ms)
}

fn stretch_after(map: &SessionMap, at_ms: u64) -> u64 {
    let after = map.stretch_at(at_ms).and_then(|index| map.stretches.get(index + 1));
    after.map_or(at_ms, |stretch| stretch.start_ms)
}

/// Paints the bar over a rectangle and asks for a seek where it is clicked or the playhead dropped.
pub fn session_bar_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    timeline: &Timeline,
    map: &SessionMap,
    at_ms: u64,
    commands: &mut Vec<Command>,
) {
    let response = ui.interact(rect, bar_id(ui), Sense::click_and_drag());
    describe(ui, look, &response, timeline, map, at_ms);
    let names = rect.with_max_y(rect.top() + look.pt(16.0));
    let scale = Scale { lane: rect.with_min_y(names.bottom()), total_ms: map.total_ms.max(1) };
    let now = map.stretch_at(at_ms).filter(|_| at_ms < map.total_ms);
    let mut drawn_to = f32::NEG_INFINITY;
    for (index, stretch) in map.stretches.iter().enumerate() {
        let place = scale.place(look, stretch);
        // In a session of thousands of stretches most are thinner than a pixel.
        if place.right() - drawn_to >= 0.7 {
            let when = match () {
                () if now == Some(index) => When::Now,
                () if stretch.end_ms <= at_ms => When::Done,
                () => When::ToCome,
            };
            paint_stretch(ui, look, place, stretch, when);
            drawn_to = place.right();
        }
    }
    paint_sections(ui, look, names, &scale, map);
    paint_focus(ui, look, scale.lane.expand(3.0), CornerRadius::same(8), &response);
    paint_head(ui, look, scale.lane, scale.x(at_ms));
    seek(ui, &scale, &response, map, at_ms, commands);
    let pointer = response.interact_pointer_pos().or(response.hover_pos()).map(|at| at.x);
    let focused = response.has_focus().then(|| scale.x(at_ms));
    if let Some(x) = pointer.or(focused) {
        tip_ui(ui, look, &scale, timeline, map, x, response.dragged());
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

/// From time to place and back.
pub(super) struct Scale {
    pub(super) lane: Rect,
    total_ms: u64,
}

impl Scale {
    pub(super) fn x(&self, at_ms: u64) -> f32 {
        let share = at_ms.min(self.total_ms) as f64 / self.total_ms as f64;
        self.lane.left() + self.lane.width() * share as f32
    }

    fn ms(&self, x: f32) -> u64 {
        let share = ((x - self.lane.left()) / self.lane.width().max(1.0)).clamp(0.0, 1.0);
        (f64::from(share) * self.total_ms as f64).round() as u64
    }

    fn place(&self, look: &Look<'_>, stretch: &Stretch) -> Rect {
        let (left, right) = (self.x(stretch.start_ms), self.x(stretch.end_ms));
        let gap = (look.pt(2.0)).min((right - left) * 0.25);
        self.lane.shrink2(vec2(0.0, look.pt(3.0))).with_min_x(left).with_max_x(right - gap)
    }
}

fn describe(
    ui: &Ui,
    look: &Look<'_>,
    response: &Response,
    timeline: &Timeline,
    map: &SessionMap,
    at_ms: u64,
) {
    let (at, total) = (clock(Duration::from_millis(at_ms)), clock(Duration::from_millis(map.total_ms)));
    let what = map.stretch_at(at_ms).and_then(|index| map.stretches.get(index));
    let what = what.map_or_else(String::new, |stretch| stretch_said(look, timeline, stretch));
    let value =
        look.words.with("bar-value", &[("at", at.into()), ("total", total.into()), ("what", what.into())]);
    let name = look.words.get("bar-name");
    let secs = at_ms as f64 / 1000.0;
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), secs, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_value(value);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(map.total_ms as f64 / 1000.0);
        node.set_numeric_value_step(STEP_MS as f64 / 1000.0);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        node.add_action(Action::SetValue);
    });
}

fn seek(
    ui: &Ui,
    scale: &Scale,
    response: &Response,
    map: &SessionMap,
    at_ms: u64,
    commands: &mut Vec<Command>,
) {
    if let Some(secs) = value_asked(ui, response) {
        commands.push(Command::SeekTo(((secs.max(0.0) * 1000.0) as u64).min(map.total_ms)));
    }
    let asked = |action| ui.input(|input| input.num_accesskit_action_requests(response.id, action));
    if asked(Action::Increment) > 0 {
        commands.push(Command::SeekTo(on(map, at_ms)));
    }
    if asked(Action::Decrement) > 0 {
        commands.push(Command::SeekTo(back(map, at_ms)));
    }
    if let Some(pointer) = response.interact_pointer_pos()
        && (response.clicked() || response.drag_stopped())
    {
        commands.push(Command::SeekTo(scale.ms(pointer.x)));
    }
}

/// The seconds that a screen reader set the slider to.
pub(in crate::ui) fn value_asked(ui: &Ui, response: &Response) -> Option<f64> {
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::AccessKitActionRequest(request)
                if request.target_node == response.id.accesskit_id()
                    && request.action == Action::SetValue =>
            {
                match request.data {
                    Some(ActionData::NumericValue(secs)) => Some(secs),
                    _ => None,
                }
            }
            _ => None,
        })
    })
}

/// What there is at a place, and the line that a drop would move the playhead to.
fn tip_ui(
    ui: &Ui,
    look: &Look<'_>,
    scale: &Scale,
    timeline: &Timeline,
    map: &SessionMap,
    x: f32,
    is_dragged: bool,
) {
    let lane = scale.lane;
    let x = x.clamp(lane.left(), lane.right());
    let thickness = if is_dragged { 3.0 } else { 1.5 };
    let tip = TimeTip { lane, gap: 4.0, foot: lane.bottom(), thickness, share: 0.7 };
    tip.show(ui, look, (timeline, map), (x, scale.ms(x)), "bar-tip");
}

/// What a stretch is: "Cat-Cow, right side".
pub(in crate::ui) fn stretch_said(look: &Look<'_>, timeline: &Timeline, stretch: &Stretch) -> String {
    let words = look.words;
    let exercise = timeline.entries.get(stretch.entry as usize).and_then(|entry| entry.exercise.as_deref());
    let name = match stretch.kind {
        StretchKind::Rest => words.get("bar-rest"),
        StretchKind::Switch => words.get("bar-switch"),
        StretchKind::Move => words.get("bar-prepare"),
        StretchKind::Work | StretchKind::Breathe => {
            exercise.map_or_else(|| words.get("bar-breathe"), |exercise| exercise.name.clone())
        }
    };
    match stretch.side.filter(|_| stretch.kind != StretchKind::Rest) {
        None => name,
        Some(side) => {
            let side = words.side_said(side);
            words.with("bar-what-side", &[("name", name.into()), ("side", side.into())])
        }
    }
}
