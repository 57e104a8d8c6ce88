//! The session along the bottom: work at full height, rest and transition low and pale, what runs
//! now in the colour of effort, and a playhead that can be dragged.

use egui::accesskit::Action;
use egui::{Align2, Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::button::paint_focus;
use super::{SessionMap, Stretch, StretchKind, Text};
use crate::engine::Timeline;
use crate::model::Side;
use crate::ui::theme::{Face, Size};
use crate::ui::{Command, Look};

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
    let response = ui.interact(rect, ui.scope_id().with("session-bar"), Sense::click_and_drag());
    describe(ui, look, &response, map, at_ms);
    let scale = Scale { rect, total_ms: map.total_ms.max(1) };
    let now = map.stretch_at(at_ms);
    let mut drawn_to = f32::NEG_INFINITY;
    for (index, stretch) in map.stretches.iter().enumerate() {
        let place = scale.stretch(look, stretch);
        // In a session of thousands of stretches most are thinner than a pixel.
        if place.right() - drawn_to >= 0.7 {
            paint_stretch(ui, look, place, stretch, at_ms, now == Some(index));
            drawn_to = place.right();
        }
    }
    paint_sections(ui, look, &scale, map);
    paint_focus(ui, look, rect.expand(2.0), CornerRadius::same(8), &response);
    paint_head(ui, look, rect, scale.x(at_ms));
    seek(ui, look, &scale, response, timeline, map, commands);
}

/// From time to place and back.
struct Scale {
    rect: Rect,
    total_ms: u64,
}

impl Scale {
    fn x(&self, at_ms: u64) -> f32 {
        let share = at_ms.min(self.total_ms) as f64 / self.total_ms as f64;
        self.rect.left() + self.rect.width() * share as f32
    }

    fn ms(&self, x: f32) -> u64 {
        let share = ((x - self.rect.left()) / self.rect.width().max(1.0)).clamp(0.0, 1.0);
        (f64::from(share) * self.total_ms as f64).round() as u64
    }

    fn stretch(&self, look: &Look<'_>, stretch: &Stretch) -> Rect {
        let tall = self.rect.height() - look.pt(8.0);
        let height = if stretch.kind.is_work() { tall } else { tall * 0.36 };
        let (left, right) = (self.x(stretch.start_ms), self.x(stretch.end_ms));
        let gap = (look.pt(2.0)).min((right - left) * 0.25);
        Rect::from_min_max(
            pos2(left, self.rect.center().y - height / 2.0),
            pos2(right - gap, self.rect.center().y + height / 2.0),
        )
    }
}

fn paint_stretch(ui: &Ui, look: &Look<'_>, place: Rect, stretch: &Stretch, at_ms: u64, is_now: bool) {
    let colors = &look.theme.colors;
    let is_done = stretch.end_ms <= at_ms;
    let color = match stretch.kind {
        StretchKind::Work | StretchKind::Breathe if is_now => colors.effort,
        StretchKind::Work | StretchKind::Breathe if is_done => colors.bar_done,
        StretchKind::Work => colors.bar_work,
        StretchKind::Breathe => colors.bar_breathe,
        StretchKind::Rest => colors.bar_rest,
        StretchKind::Move | StretchKind::Switch => colors.bar_move,
    };
    let painter = ui.painter();
    painter.rect_filled(place, corners(look, place, stretch), color);
    if is_now && !stretch.kind.is_work() {
        painter.rect_stroke(
            place,
            corners(look, place, stretch),
            Stroke::new(1.5, colors.ring_rest),
            egui::StrokeKind::Outside,
        );
    }
    if let Some(side) = stretch.side.filter(|_| stretch.kind == StretchKind::Work) {
        paint_side(ui, look, place, side, if is_done { colors.ink } else { mark_on(look, color) });
    }
}

/// The two sides are told apart by shape: the left is round at its left end, the right at its
/// right, so that a pair reads as one.
fn corners(look: &Look<'_>, place: Rect, stretch: &Stretch) -> CornerRadius {
    let round = look.pt(6.0).min(place.height() / 2.0).min(place.width() / 2.0) as u8;
    match stretch.side.filter(|_| stretch.kind == StretchKind::Work) {
        None => CornerRadius::same(round),
        Some(Side::Left) => {
            CornerRadius { nw: round.saturating_mul(2), sw: round.saturating_mul(2), ne: 1, se: 1 }
        }
        Some(Side::Right) => {
            CornerRadius { nw: 1, sw: 1, ne: round.saturating_mul(2), se: round.saturating_mul(2) }
        }
    }
}

fn mark_on(look: &Look<'_>, ground: Color32) -> Color32 {
    let colors = &look.theme.colors;
    let (on_teal, ink) = (colors.on_teal, colors.ink);
    let contrast = crate::ui::theme::contrast;
    if contrast(on_teal, ground) > contrast(ink, ground) { on_teal } else { ink }
}

fn paint_side(ui: &Ui, look: &Look<'_>, place: Rect, side: Side, ink: Color32) {
    if place.width() < look.pt(18.0) {
        return;
    }
    let (letter, align) = match side {
        Side::Left => (look.words.get("bar-left"), Align2::LEFT_CENTER),
        Side::Right => (look.words.get("bar-right"), Align2::RIGHT_CENTER),
    };
    Text::new(&letter, look.font_of(look.pt(13.0), Face::Bold), ink)
        .align(align)
        .paint(ui, place.shrink2(vec2(look.pt(6.0).min(place.width() * 0.2), 0.0)));
}

/// A heading is a thin line over its stretch, with a gap to the next.
fn paint_sections(ui: &Ui, look: &Look<'_>, scale: &Scale, map: &SessionMap) {
    for section in &map.sections {
        let (left, right) = (scale.x(section.start_ms), scale.x(section.end_ms));
        if right - left > look.pt(6.0) {
            let stroke = Stroke::new(look.pt(3.0), look.theme.colors.bar_rest);
            ui.painter().hline(left..=right - look.pt(4.0), scale.rect.top() - look.pt(3.0), stroke);
        }
    }
}

fn paint_head(ui: &Ui, look: &Look<'_>, rect: Rect, x: f32) {
    let head =
        Rect::from_center_size(pos2(x, rect.center().y), vec2(look.pt(3.0), rect.height() + look.pt(8.0)));
    ui.painter().rect_filled(head, CornerRadius::same(2), look.theme.colors.ink);
}

fn describe(ui: &Ui, look: &Look<'_>, response: &Response, map: &SessionMap, at_ms: u64) {
    let (at, total) = (clock(at_ms), clock(map.total_ms));
    let value = look.words.with("bar-value", &[("at", at.into()), ("total", total.into())]);
    let name = look.words.get("bar-name");
    let secs = at_ms as f64 / 1000.0;
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), secs, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_value(value);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(map.total_ms as f64 / 1000.0);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
}

/// Minutes and seconds as on a clock ("6:12").
fn clock(ms: u64) -> String {
    let secs = ms / 1000;
    format!("{}:{:02}", secs / 60, secs % 60)
}

fn seek(
    ui: &Ui,
    look: &Look<'_>,
    scale: &Scale,
    response: Response,
    timeline: &Timeline,
    map: &SessionMap,
    commands: &mut Vec<Command>,
) {
    let asked = |action| ui.input(|input| input.num_accesskit_action_requests(response.id, action));
    if asked(Action::Increment) > 0 {
        commands.push(Command::Skip);
    }
    if asked(Action::Decrement) > 0 {
        commands.push(Command::Back);
    }
    if let Some(pointer) = response.interact_pointer_pos() {
        if response.clicked() || response.drag_stopped() {
            commands.push(Command::SeekTo(scale.ms(pointer.x)));
        } else if response.dragged() {
            let x = pointer.x.clamp(scale.rect.left(), scale.rect.right());
            ui.painter().vline(x, scale.rect.y_range(), Stroke::new(look.pt(3.0), look.theme.colors.focus));
        }
    }
    let under = response.interact_pointer_pos().or(response.hover_pos());
    let Some(stretch) =
        under.and_then(|at| map.stretch_at(scale.ms(at.x))).and_then(|i| map.stretches.get(i))
    else {
        return;
    };
    let tip = tip(look, timeline, stretch);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| {
        let font = look.font(Size::Small, Face::Regular);
        ui.label(egui::RichText::new(tip).font(font));
    });
}

fn tip(look: &Look<'_>, timeline: &Timeline, stretch: &Stretch) -> String {
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
    let time = words.length(stretch.end_ms - stretch.start_ms);
    match stretch.side.filter(|_| stretch.kind == StretchKind::Work) {
        None => words.with("bar-bout", &[("name", name.into()), ("time", time.into())]),
        Some(side) => words.with(
            "bar-bout-side",
            &[("name", name.into()), ("side", words.side_said(side).into()), ("time", time.into())],
        ),
    }
}
