//! The ring: the time left of what is asked now, around a number. What is asked is told by its
//! shape as much as by its colour, so that a lead-in is never taken for the timer.

use egui::{Align2, AsIdSalt, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::Text;
use super::ring_shape::paint_ring;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};

/// What the ring counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RingKind {
    /// Work: a solid arc.
    Work,
    /// Work without an end of its own: a whole ring in the colour of the breath.
    Open,
    /// Getting ready or into place: a rounded square of dashes.
    Ready,
    /// Changing sides: a bracket to the left and one to the right.
    Switch,
    /// Rest: a bowl that empties.
    Rest,
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
    /// The line under those.
    pub note: &'a str,
    /// What a screen reader says is counted.
    pub name: &'a str,
    /// The value a screen reader says.
    pub value: &'a str,
    /// What a screen reader says besides.
    pub about: &'a str,
}

/// Paints the ring into the largest square of a rectangle.
pub fn ring_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: impl AsIdSalt, ring: &Ring<'_>) {
    let square = Rect::from_center_size(rect.center(), Vec2::splat(rect.size().min_elem()));
    let response = ui.interact(square, ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Timer, true, ring.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(ring.value);
        if !ring.about.is_empty() {
            node.set_description(ring.about);
        }
    });
    paint_ring(ui.painter(), look, square, ring.kind, ring.left);
    paint_words(ui, look, square, ring);
}

fn paint_words(ui: &Ui, look: &Look<'_>, square: Rect, ring: &Ring<'_>) {
    let colors = &look.theme.colors;
    let radius = square.width() / 2.0;
    let scale = radius / 155.0;
    let ink = match ring.kind {
        RingKind::Work | RingKind::Open => colors.ink,
        RingKind::Ready | RingKind::Switch => colors.teal,
        RingKind::Rest => colors.on_soft,
    };
    let row = |from: f32, to: f32, width: f32| {
        let middle = square.center() + vec2(0.0, radius * (from + to) / 2.0);
        Rect::from_center_size(middle, vec2(width, to - from) * radius)
    };
    // Every row has a place of its own, whether there is something in it or not: nothing shifts.
    let size = look.theme.metrics.type_scale.of(Size::Timer) * scale;
    Text::new(ring.number, look.font_of(size, Face::NumeralsBold), ink)
        .align(Align2::CENTER_CENTER)
        .shrink(0.4)
        .paint(ui, row(-0.5, 0.1, 1.4));
    let under = look.font_of((22.0 * scale).max(15.0), Face::Bold);
    Text::new(ring.under, under, ink).align(Align2::CENTER_CENTER).shrink(0.6).paint(ui, row(0.1, 0.34, 1.4));
    let note = look.font_of((18.0 * scale).max(13.0), Face::Numerals);
    Text::new(ring.note, note, ink).align(Align2::CENTER_CENTER).shrink(0.7).paint(ui, row(0.34, 0.56, 1.3));
}
