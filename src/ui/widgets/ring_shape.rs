//! The shapes of the ring: an arc, dashes along a rounded square, two brackets, a bowl.

use std::f32::consts::{FRAC_PI_2, TAU};

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use super::RingKind;
use crate::ui::Look;

/// Width of the ring, as a share of its radius.
const WIDTH: f32 = 0.065;
/// Half a side of the rounded square and its corner, as shares of the radius.
const SQUARE: f32 = 0.88;
const CORNER: f32 = 0.34;
const DASHES: u8 = 32;
const DOTS: u8 = 48;

/// A closed line, walked clockwise from the top by share of its length.
#[derive(Clone, Copy)]
struct Outline {
    center: Pos2,
    radius: f32,
    is_square: bool,
}

impl Outline {
    fn of(kind: RingKind, square: Rect, inset: f32) -> Self {
        let is_square = matches!(kind, RingKind::Ready | RingKind::Switch);
        let radius = square.width() / 2.0 * if is_square { SQUARE } else { 1.0 };
        Self { center: square.center(), radius: radius - inset, is_square }
    }

    fn at(&self, share: f32) -> Pos2 {
        if !self.is_square {
            return self.center + self.radius * Vec2::angled(share * TAU - FRAC_PI_2);
        }
        let corner = self.radius * CORNER;
        let straight = self.radius - corner;
        let arc = corner * FRAC_PI_2;
        let turn = share.rem_euclid(1.0) * 4.0;
        let along = turn.fract() * (2.0 * straight + arc);
        let point = if along < straight {
            vec2(along, -self.radius)
        } else if along < straight + arc {
            let (sin, cos) = ((along - straight) / corner).sin_cos();
            vec2(straight + corner * sin, -straight - corner * cos)
        } else {
            vec2(self.radius, along - 2.0 * straight - arc)
        };
        self.center
            + match turn as u8 {
                0 => point,
                1 => vec2(-point.y, point.x),
                2 => -point,
                _ => vec2(point.y, -point.x),
            }
    }

    fn line(&self, from: f32, to: f32) -> Vec<Pos2> {
        let steps = ((to - from).abs() * 120.0).ceil().max(1.0);
        (0..=steps as usize).map(|i| self.at(egui::lerp(from..=to, i as f32 / steps))).collect()
    }

    fn whole(&self) -> Vec<Pos2> {
        (0..120_u8).map(|i| self.at(f32::from(i) / 120.0)).collect()
    }
}

/// Paints the ring of a kind into a square.
pub(super) fn paint_ring(painter: &Painter, look: &Look<'_>, square: Rect, kind: RingKind, left: f32) {
    let colors = &look.theme.colors;
    let width = square.width() / 2.0 * WIDTH;
    let outline = Outline::of(kind, square, width / 2.0);
    let left = left.clamp(0.0, 1.0);
    match kind {
        RingKind::Work => {
            painter.add(Shape::closed_line(outline.whole(), Stroke::new(width, colors.ring_track)));
            round_line(painter, outline.line(0.0, left), Stroke::new(width, colors.effort));
        }
        RingKind::Open => {
            painter.add(Shape::closed_line(outline.whole(), Stroke::new(width, colors.wave)));
        }
        RingKind::Ready => paint_dashes(painter, look, &outline, width, left),
        RingKind::Switch => {
            painter.add(Shape::closed_line(outline.whole(), Stroke::new(width * 0.4, colors.ring_track)));
            for side in [0.25, 0.75] {
                let half = 0.19 * left;
                round_line(painter, outline.line(side - half, side + half), Stroke::new(width, colors.teal));
            }
        }
        RingKind::Rest => paint_bowl(painter, look, &outline, left),
    }
}

/// Paints a rim around the ring of a kind, `glow` bright.
pub(super) fn paint_rim(painter: &Painter, square: Rect, kind: RingKind, color: Color32, glow: f32) {
    let radius = square.width() / 2.0;
    let outline = Outline::of(kind, square, -radius * 0.035);
    let stroke = Stroke::new(radius * 0.055, color.gamma_multiply(glow));
    painter.add(Shape::closed_line(outline.whole(), stroke));
}

fn round_line(painter: &Painter, line: Vec<Pos2>, stroke: Stroke) {
    let (Some(&first), Some(&last)) = (line.first(), line.last()) else { return };
    if line.len() > 1 && line.iter().any(|at| at.distance(first) > 0.1) {
        painter.circle_filled(first, stroke.width / 2.0, stroke.color);
        painter.circle_filled(last, stroke.width / 2.0, stroke.color);
        painter.add(Shape::line(line, stroke));
    }
}

fn paint_dashes(painter: &Painter, look: &Look<'_>, outline: &Outline, width: f32, left: f32) {
    let colors = &look.theme.colors;
    for dash in 0..DASHES {
        let (from, to) = (f32::from(dash) / f32::from(DASHES), (f32::from(dash) + 0.62) / f32::from(DASHES));
        let stroke = if from < left {
            Stroke::new(width, colors.teal)
        } else {
            Stroke::new(width * 0.4, colors.ring_track)
        };
        painter.add(Shape::line(outline.line(from, to), stroke));
    }
}

/// A round bowl whose level sinks, with a rim of dots.
fn paint_bowl(painter: &Painter, look: &Look<'_>, outline: &Outline, left: f32) {
    let colors = &look.theme.colors;
    let inside = Outline { radius: outline.radius * 0.92, ..*outline };
    // Where the level meets the wall: the angle from the top, as a share of the whole turn.
    let from = (2.0 * left - 1.0).acos() / TAU;
    if left > 0.003 {
        painter.add(Shape::convex_polygon(inside.line(from, 1.0 - from), colors.soft, Stroke::NONE));
        // The level is marked at the walls alone: words stand in the middle.
        let (right, left) = (inside.at(from), inside.at(1.0 - from));
        let mark = Stroke::new(look.pt(3.0), colors.ring_rest);
        for (wall, middle) in [(right, left), (left, right)] {
            painter.line_segment([wall, wall.lerp(middle, 0.16)], mark);
        }
    }
    for dot in 0..DOTS {
        let at = outline.at(f32::from(dot) / f32::from(DOTS));
        painter.circle_filled(at, outline.radius * 0.022, colors.ring_rest);
    }
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, Rect, vec2};

    use super::{Outline, RingKind};

    #[test]
    fn outlines_are_walked_evenly_and_come_back() {
        let square = Rect::from_min_size(Pos2::ZERO, vec2(200.0, 200.0));
        for kind in [RingKind::Work, RingKind::Ready] {
            let outline = Outline::of(kind, square, 0.0);
            let steps: Vec<f32> = (0..1000)
                .map(|i| outline.at(i as f32 / 1000.0).distance(outline.at((i + 1) as f32 / 1000.0)))
                .collect();
            let (least, most) = steps.iter().fold((f32::MAX, 0.0_f32), |(a, b), &s| (a.min(s), b.max(s)));
            assert!(most < least * 1.05, "{kind:?}: {least} to {most}");
            assert!(outline.at(0.25).x > 180.0 && (outline.at(0.25).y - 100.0).abs() < 0.01, "{kind:?}");
            assert!(outline.at(0.75).x < 20.0, "{kind:?}");
        }
    }
}
