//! The ring: the time left of what is asked now, as an arc around a number. Work is a solid arc in
//! the colour of effort; getting ready and resting are a ring of dots, so that a lead-in is never
//! taken for the timer.

use std::f32::consts::{FRAC_PI_2, TAU};

use egui::{
    Align2, AsIdSalt, Color32, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2,
};

use super::Text;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};

/// What the ring counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RingKind {
    /// Work: a solid arc.
    Work,
    /// Work without an end of its own: a whole ring in the colour of the breath.
    Open,
    /// Anything else: dots.
    Between,
}

/// The model of the ring.
#[derive(Clone, Copy, Debug)]
pub struct Ring<'a> {
    /// What it counts.
    pub kind: RingKind,
    /// Share of the time that is left, 1 to 0.
    pub left: f32,
    /// The big number.
    pub number: &'a str,
    /// The words under it.
    pub under: &'a str,
    /// What a screen reader says is counted.
    pub name: &'a str,
    /// The value a screen reader says.
    pub value: &'a str,
}

const DOTS: usize = 48;

/// Paints the ring into the largest circle of a rectangle.
pub fn ring_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: impl AsIdSalt, ring: &Ring<'_>) {
    let square = Rect::from_center_size(rect.center(), vec2(1.0, 1.0) * rect.width().min(rect.height()));
    let response = ui.interact(square, ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Timer, true, ring.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(ring.value));
    let radius = square.width() / 2.0;
    match ring.kind {
        RingKind::Work => {
            let colors = &look.theme.colors;
            paint_circle(ui.painter(), square.center(), radius, colors.ring_track);
            paint_arc(ui.painter(), square.center(), radius, ring.left, colors.effort);
        }
        RingKind::Open => paint_circle(ui.painter(), square.center(), radius, look.theme.colors.wave),
        RingKind::Between => paint_dots(ui.painter(), look, square.center(), radius, ring.left),
    }
    paint_number(ui, look, square, ring);
}

fn on_circle(center: Pos2, radius: f32, share: f32) -> Pos2 {
    center + radius * egui::Vec2::angled(share * TAU - FRAC_PI_2)
}

/// Width of the ring, as a share of its radius.
const WIDTH: f32 = 0.065;

fn paint_circle(painter: &Painter, center: Pos2, outer: f32, color: Color32) {
    let width = outer * WIDTH;
    let whole = (0..120).map(|i| on_circle(center, outer - width / 2.0, i as f32 / 120.0)).collect();
    painter.add(Shape::closed_line(whole, Stroke::new(width, color)));
}

fn paint_arc(painter: &Painter, center: Pos2, outer: f32, left: f32, color: Color32) {
    let width = outer * WIDTH;
    let left = left.clamp(0.0, 1.0);
    if left <= 0.0 {
        return;
    }
    let steps = ((left * 120.0).ceil() as usize).max(2);
    let at = |i: usize| on_circle(center, outer - width / 2.0, left * i as f32 / steps as f32);
    painter.add(Shape::line((0..=steps).map(at).collect(), Stroke::new(width, color)));
    for end in [at(0), at(steps)] {
        painter.circle_filled(end, width / 2.0, color);
    }
}

fn paint_dots(painter: &Painter, look: &Look<'_>, center: Pos2, outer: f32, left: f32) {
    let colors = &look.theme.colors;
    let size = outer * 0.026;
    let radius = outer * (1.0 - WIDTH / 2.0);
    for i in 0..DOTS {
        let share = i as f32 / DOTS as f32;
        let at = on_circle(center, radius, share);
        if share < left {
            painter.circle_filled(at, size, colors.ring_rest);
        } else {
            painter.circle_filled(at, size * 0.6, colors.ring_track);
        }
    }
}

fn paint_number(ui: &Ui, look: &Look<'_>, square: Rect, ring: &Ring<'_>) {
    let colors = &look.theme.colors;
    let radius = square.width() / 2.0;
    let scale = radius / 155.0;
    let ink = if ring.kind == RingKind::Between { colors.quiet } else { colors.ink };
    let size = look.theme.metrics.type_scale.of(Size::Timer) * scale;
    let lift = if ring.under.is_empty() { 0.0 } else { 0.17 * radius };
    let number = Rect::from_center_size(square.center() - vec2(0.0, lift), vec2(radius * 1.5, size * 1.25));
    Text::new(ring.number, look.font_of(size, Face::NumeralsBold), ink)
        .align(Align2::CENTER_CENTER)
        .shrink(0.4)
        .paint(ui, number);
    if !ring.under.is_empty() {
        let words = Rect::from_center_size(
            square.center() + vec2(0.0, 0.2 * radius),
            vec2(radius * 1.4, 34.0 * scale.max(0.6)),
        );
        let font = look.font_of((20.0 * scale).max(14.0), Face::Numerals);
        Text::new(ring.under, font, colors.ink).align(Align2::CENTER_CENTER).shrink(0.7).paint(ui, words);
    }
}
