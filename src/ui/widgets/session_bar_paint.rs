//! How the session bar is drawn: what a stretch is shows by height, place, hatching and letters,
//! and by colour only besides.

use egui::{Align2, Color32, CornerRadius, Painter, Rect, Stroke, Ui, pos2, vec2};

use super::session_bar::Scale;
use super::{SessionMap, Stretch, StretchKind, Text};
use crate::model::Side;
use crate::ui::Look;
use crate::ui::theme::{Face, contrast};

/// Where the playhead is, seen from a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum When {
    Done,
    Now,
    ToCome,
}

/// Paints one stretch into its full-height place.
pub(in crate::ui) fn paint_stretch(ui: &Ui, look: &Look<'_>, place: Rect, stretch: &Stretch, when: When) {
    let is_now = when == When::Now;
    match stretch.kind {
        StretchKind::Work | StretchKind::Breathe => paint_work(ui, look, place, stretch, when),
        StretchKind::Rest => paint_rest(ui.painter(), look, place, is_now),
        StretchKind::Move | StretchKind::Switch => {
            paint_thread(ui.painter(), look, place, stretch.kind, is_now);
        }
    }
}

fn paint_work(ui: &Ui, look: &Look<'_>, place: Rect, stretch: &Stretch, when: When) {
    let colors = &look.theme.colors;
    let is_breath = stretch.kind == StretchKind::Breathe;
    let color = match when {
        When::Now => colors.effort,
        When::Done => colors.bar_done,
        When::ToCome if is_breath => colors.bar_breathe,
        When::ToCome => colors.bar_work,
    };
    let place = on_its_side(place, stretch.side);
    let round = look.pt(if is_breath { 16.0 } else { 6.0 });
    let round = round.min(place.height() / 2.0).min(place.width() * if is_breath { 0.5 } else { 0.25 }) as u8;
    ui.painter().rect_filled(place, CornerRadius::same(round), color);
    let ink = mark_on(look, color);
    if is_breath {
        stripe(ui.painter(), look, place.shrink2(vec2(f32::from(round) * 0.6, 0.0)), ink);
    }
    if when == When::Now {
        let line = Stroke::new(look.pt(3.0), colors.ink);
        ui.painter().hline(place.x_range(), place.bottom() + look.pt(1.5), line);
    }
    if let Some(side) = stretch.side {
        paint_letter(ui, look, place, side, ink);
    }
}

/// The left side hangs from the top of the lane, the right stands on its ground.
fn on_its_side(place: Rect, side: Option<Side>) -> Rect {
    let short = place.height() * 0.26;
    match side {
        None => place,
        Some(Side::Left) => place.with_max_y(place.bottom() - short),
        Some(Side::Right) => place.with_min_y(place.top() + short),
    }
}

fn mark_on(look: &Look<'_>, ground: Color32) -> Color32 {
    let (on_teal, ink) = (look.theme.colors.on_teal, look.theme.colors.ink);
    if contrast(on_teal, ground) > contrast(ink, ground) { on_teal } else { ink }
}

fn paint_letter(ui: &Ui, look: &Look<'_>, place: Rect, side: Side, ink: Color32) {
    if place.width() < look.pt(11.0) {
        return;
    }
    let letter = look.words.get(match side {
        Side::Left => "bar-left",
        Side::Right => "bar-right",
    });
    let font = look.font_of(look.pt(14.0).min(place.width() * 0.9), Face::Bold);
    Text::new(&letter, font, ink).align(Align2::CENTER_CENTER).paint(ui, place);
}

/// Lines along it: breathing alone.
fn stripe(painter: &Painter, look: &Look<'_>, place: Rect, ink: Color32) {
    if place.width() > look.pt(6.0) {
        for share in [0.3, 0.5, 0.7] {
            let y = egui::lerp(place.y_range(), share);
            painter.hline(place.x_range(), y, Stroke::new(look.pt(1.5), ink.gamma_multiply(0.55)));
        }
    }
}

/// Half as high as work, and hatched.
fn paint_rest(painter: &Painter, look: &Look<'_>, place: Rect, is_now: bool) {
    let colors = &look.theme.colors;
    let place = place.shrink2(vec2(0.0, place.height() * 0.26));
    painter.rect_filled(place, CornerRadius::same(2), colors.bar_rest);
    let edge = Stroke::new(look.pt(if is_now { 2.5 } else { 1.0 }), colors.ring_rest);
    if place.width() > look.pt(4.0) {
        hatch(painter, place, look.pt(5.0), Stroke::new(look.pt(1.2), colors.ring_rest));
    }
    painter.rect_stroke(place, CornerRadius::same(2), edge, egui::StrokeKind::Inside);
}

/// Slanted lines, cut at the edges by hand: a clip for each would be a draw call for each.
pub(in crate::ui) fn hatch(painter: &Painter, place: Rect, step: f32, stroke: Stroke) {
    let height = place.height().max(1.0);
    let mut x = place.left() - height + step;
    while x < place.right() {
        let from = ((place.left() - x) / height).max(0.0);
        let to = ((place.right() - x) / height).min(1.0);
        if to > from {
            let at = |share: f32| pos2(x + share * height, place.bottom() - share * height);
            painter.line_segment([at(from), at(to)], stroke);
        }
        x += step;
    }
}

/// Between exercises runs a thread; where sides change it has a knot.
fn paint_thread(painter: &Painter, look: &Look<'_>, place: Rect, kind: StretchKind, is_now: bool) {
    let color = if is_now { look.theme.colors.ink } else { look.theme.colors.ring_rest };
    let width = look.pt(if is_now { 4.0 } else { 2.0 });
    painter.hline(place.x_range(), place.center().y, Stroke::new(width, color));
    if kind == StretchKind::Switch {
        let radius = look.pt(4.0).min(place.width() / 2.0);
        painter.circle_filled(place.center(), radius, color);
    }
}

/// A tick and a name where a section begins.
pub(super) fn paint_sections(ui: &Ui, look: &Look<'_>, names: Rect, scale: &Scale, map: &SessionMap) {
    let colors = &look.theme.colors;
    for section in &map.sections {
        let (left, right) = (scale.x(section.start_ms), scale.x(section.end_ms));
        if right - left <= look.pt(6.0) {
            continue;
        }
        let tick = Stroke::new(look.pt(2.0), colors.ring_rest);
        ui.painter().vline(left + look.pt(1.0), names.top()..=scale.lane.top() + look.pt(2.0), tick);
        let place = names.with_min_x(left + look.pt(6.0)).with_max_x(right - look.pt(4.0));
        if place.width() > look.pt(28.0) {
            let font = look.font_of(look.pt(12.5).max(11.0), Face::SemiBold);
            Text::new(&section.name, font, colors.quiet).paint(ui, place);
        }
    }
}

/// The playhead.
pub(in crate::ui) fn paint_head(ui: &Ui, look: &Look<'_>, lane: Rect, x: f32) {
    let colors = &look.theme.colors;
    let head =
        Rect::from_center_size(pos2(x, lane.center().y), vec2(look.pt(3.5), lane.height() + look.pt(4.0)));
    ui.painter().rect_filled(head.expand(look.pt(1.5)), CornerRadius::same(3), colors.paper);
    ui.painter().rect_filled(head, CornerRadius::same(2), colors.ink);
    ui.painter().circle_filled(pos2(x, head.top()), look.pt(5.0), colors.ink);
}
