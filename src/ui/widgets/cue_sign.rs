//! The sign of each kind of cue: a few strokes, told apart without colour and without reading.

use egui::{Color32, Painter, Pos2, Shape, Stroke, pos2, vec2};

use crate::engine::CueKind;

/// A part of a sign, in a square from -1 to 1.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Line(Vec<[f32; 2]>),
    Filled(Vec<[f32; 2]>),
    Dot(f32),
    Circle(f32),
}

fn parts(kind: CueKind) -> Vec<Part> {
    use Part::{Circle, Dot, Filled, Line};
    let line = |points: &[[f32; 2]]| Line(points.to_vec());
    match kind {
        CueKind::LeadTick => vec![Circle(0.6)],
        CueKind::LastTick => vec![Dot(0.6)],
        CueKind::Start => vec![Filled(vec![[-0.6, -0.85], [0.9, 0.0], [-0.6, 0.85]])],
        CueKind::End => vec![Filled(vec![[-0.7, -0.7], [0.7, -0.7], [0.7, 0.7], [-0.7, 0.7]])],
        CueKind::Rep => vec![line(&[[-0.8, 0.0], [0.8, 0.0]]), line(&[[0.0, -0.8], [0.0, 0.8]])],
        CueKind::Halfway => vec![Circle(0.8), Filled(half_disc())],
        CueKind::Switch => vec![
            line(&[[-0.9, -0.4], [0.9, -0.4], [0.45, -0.85]]),
            line(&[[0.9, 0.4], [-0.9, 0.4], [-0.45, 0.85]]),
        ],
        CueKind::Rest => vec![wavy(-0.4), wavy(0.4)],
        CueKind::Next => vec![
            line(&[[-0.75, -0.7], [-0.1, 0.0], [-0.75, 0.7]]),
            line(&[[0.1, -0.7], [0.75, 0.0], [0.1, 0.7]]),
        ],
        CueKind::BreathIn => arrow(-1.0),
        CueKind::BreathOut => arrow(1.0),
        CueKind::SetDone => vec![line(&[[-0.8, 0.05], [-0.25, 0.6], [0.85, -0.6]])],
        CueKind::SessionDone => vec![Circle(1.0), line(&[[-0.5, 0.05], [-0.12, 0.42], [0.52, -0.38]])],
    }
}

fn arrow(up: f32) -> Vec<Part> {
    vec![
        Part::Line(vec![[0.0, -0.9 * up], [0.0, 0.9 * up]]),
        Part::Line(vec![[-0.6, 0.3 * up], [0.0, 0.9 * up], [0.6, 0.3 * up]]),
    ]
}

fn half_disc() -> Vec<[f32; 2]> {
    let at = |i: u8| {
        let (sin, cos) = (f32::from(i) / 12.0 * std::f32::consts::PI).sin_cos();
        [-0.8 * sin, -0.8 * cos]
    };
    (0..=12).map(at).collect()
}

fn wavy(y: f32) -> Part {
    let at = |i: u8| {
        let x = f32::from(i) / 6.0 - 1.0;
        [x * 0.9, y + 0.25 * (x * std::f32::consts::PI).sin()]
    };
    Part::Line((0..=12).map(at).collect())
}

/// Paints the sign of a cue around a centre.
pub(in crate::ui) fn paint_cue_sign(
    painter: &Painter,
    center: Pos2,
    size: f32,
    kind: CueKind,
    color: Color32,
) {
    let half = size / 2.0;
    let stroke = Stroke::new(size * 0.13, color);
    let place = |points: Vec<[f32; 2]>| -> Vec<Pos2> {
        points.into_iter().map(|[x, y]| pos2(center.x, center.y) + half * vec2(x, y)).collect()
    };
    for part in parts(kind) {
        let shape = match part {
            Part::Line(points) => Shape::line(place(points), stroke),
            Part::Filled(points) => Shape::convex_polygon(place(points), color, Stroke::NONE),
            Part::Dot(radius) => Shape::circle_filled(center, radius * half, color),
            Part::Circle(radius) => Shape::circle_stroke(center, radius * half, stroke),
        };
        painter.add(shape);
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};
    use crate::engine::CueKind;

    #[test]
    fn every_kind_has_a_sign_of_its_own() {
        let signs: Vec<Vec<Part>> = CueKind::ALL.map(parts).into();
        for (index, sign) in signs.iter().enumerate() {
            assert!(!sign.is_empty(), "{:?}", CueKind::ALL[index]);
            assert!(!signs[index + 1..].contains(sign), "{:?}", CueKind::ALL[index]);
        }
    }
}
