//! Arrows on still pictures: the way that a part of the body is about to take, laid beside the body.

use glam::{Vec2, Vec3};

use super::outline::{Outline, Reach, convex, stroke};
use crate::figure::{
    body::Body,
    camera::Eye,
    flesh::{self, Mass},
    palette::Palette,
    scene::{Rect, Shape},
    skeleton::Skeleton,
};

/// Ways shorter than this, in metres on the picture, get no arrow.
const SHORTEST: f32 = 0.04;
/// How long an arrow is drawn at least and at most.
const DRAWN: (f32, f32) = (0.16, 0.42);
/// A second arrow is for what moves at least this share of the first.
const SECOND: f32 = 0.45;
/// What moves alike and is no further apart than this has one arrow.
const ALIKE: f32 = 0.34;

/// A place in the body.
type Mark = fn(&Skeleton) -> Vec3;

/// What arrows are drawn for. Of two that move as far, the first.
const MARKS: [Mark; 10] = [
    |skeleton| skeleton.arms[1].hand.point(Vec3::NEG_Y * 0.08),
    |skeleton| skeleton.arms[0].hand.point(Vec3::NEG_Y * 0.08),
    |skeleton| skeleton.legs[1].foot.at,
    |skeleton| skeleton.legs[0].foot.at,
    |skeleton| skeleton.legs[1].shin.at,
    |skeleton| skeleton.legs[0].shin.at,
    |skeleton| skeleton.head.point(Vec3::Y * 0.06),
    |skeleton| skeleton.spine[5].at,
    |skeleton| skeleton.arms[1].upper.at,
    |skeleton| skeleton.arms[0].upper.at,
];

/// Arrows for the parts that move furthest on the picture, through skeletons in the order of time.
/// They stay inside the frame and, where there is room, clear of the body as it is drawn.
#[must_use]
pub fn arrows(
    skeletons: &[&Skeleton],
    body: &Body,
    frame: &Rect,
    palette: &Palette,
    eye: &Eye,
) -> Vec<Shape> {
    let Some(first) = skeletons.first() else { return Vec::new() };
    let way = |mark: &Mark| -> Vec<Vec2> {
        straight_on(&skeletons.iter().map(|skeleton| eye.flat(mark(skeleton))).collect::<Vec<_>>())
    };
    let mut ways: Vec<Vec<Vec2>> = MARKS.iter().map(way).filter(|way| length(way) > SHORTEST).collect();
    ways.sort_by(|a, b| length(b).total_cmp(&length(a)));
    let mut chosen: Vec<Vec<Vec2>> = Vec::new();
    for way in ways {
        let long_enough = chosen.first().is_none_or(|longest| length(&way) > SECOND * length(longest));
        if chosen.len() < 2 && long_enough && !chosen.iter().any(|other| alike(other, &way)) {
            chosen.push(way);
        }
    }
    let mut ground = Ground::new(first, body, frame, eye);
    let mut shapes = Vec::new();
    for way in chosen {
        let way = ground.beside(&to_scale(&way));
        shapes.extend(arrow(&way, palette));
        ground.taken.extend(way);
    }
    shapes
}

fn length(way: &[Vec2]) -> f32 {
    way.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
}

/// The longest piece of a way that does not turn back on itself.
fn straight_on(way: &[Vec2]) -> Vec<Vec2> {
    /// Steps shorter than this, in metres, have no direction.
    const STILL: f32 = 0.0015;
    let mut pieces: Vec<Vec<Vec2>> = vec![vec![way[0]]];
    let mut heading = Vec2::ZERO;
    for pair in way.windows(2) {
        let step = pair[1] - pair[0];
        if step.length() < STILL {
            continue;
        }
        if heading.dot(step) < -0.3 * step.length() {
            pieces.push(vec![pair[0]]);
        }
        heading = step.normalize_or_zero();
        if let Some(piece) = pieces.last_mut() {
            piece.push(pair[1]);
        }
    }
    pieces.into_iter().max_by(|a, b| length(a).total_cmp(&length(b))).unwrap_or_default()
}

/// True when one arrow tells both ways.
fn alike(a: &[Vec2], b: &[Vec2]) -> bool {
    let [go, other] = [a, b].map(|way| (way[way.len() - 1] - way[0]).normalize_or_zero());
    go.dot(other) > 0.8 && a[0].distance(b[0]) < ALIKE
}

/// A way cut to the length that is drawn, or made longer to be seen.
fn to_scale(way: &[Vec2]) -> Vec<Vec2> {
    let grow = (DRAWN.0 / length(way).max(1e-4)).max(1.0);
    let mut cut = vec![way[0]];
    let mut gone = 0.0;
    for point in &way[1..] {
        let at = way[0] + (*point - way[0]) * grow;
        let before = cut[cut.len() - 1];
        let step = before.distance(at);
        if gone + step >= DRAWN.1 {
            cut.push(before.lerp(at, (DRAWN.1 - gone) / step.max(1e-6)));
            break;
        }
        gone += step;
        cut.push(at);
    }
    cut
}

/// Where arrows may be laid.
struct Ground {
    frame: Rect,
    body: Vec<Reach>,
    face: Vec2,
    middle: Vec2,
    /// Points of arrows that lie there already.
    taken: Vec<Vec2>,
}

impl Ground {
    fn new(skeleton: &Skeleton, body: &Body, frame: &Rect, eye: &Eye) -> Self {
        /// How far an arrow keeps from the edge of the picture, in metres.
        const EDGE: f32 = 0.035;
        let lumps = flesh::all(skeleton, body);
        Self {
            frame: Rect { min: frame.min + EDGE, max: frame.max - EDGE },
            body: Outline::new(&Mass { lumps, links: Vec::new() }, eye).reaches,
            face: eye.flat(skeleton.head.at),
            middle: eye.flat(skeleton.spine[5].at),
            taken: Vec::new(),
        }
    }

    /// The way moved to where it is clearest, no further than need be.
    fn beside(&self, way: &[Vec2]) -> Vec<Vec2> {
        const DIRECTIONS: usize = 24;
        const STEPS: [f32; 6] = [0.05, 0.08, 0.11, 0.15, 0.20, 0.26];
        let moved = |by: Vec2| -> Vec<Vec2> { way.iter().map(|at| *at + by).collect() };
        let candidates = (0..DIRECTIONS).flat_map(|turn| {
            let direction = Vec2::from_angle(turn as f32 / DIRECTIONS as f32 * std::f32::consts::TAU);
            STEPS.map(|step| direction * step)
        });
        let out = (way[0] - self.middle).normalize_or_zero();
        let cost = |by: Vec2| self.trouble(&moved(by)) + by.length() * 2.0 - by.dot(out) * 0.8;
        let best = candidates.min_by(|a, b| cost(*a).total_cmp(&cost(*b)));
        moved(best.unwrap_or_default())
    }

    /// How badly an arrow would lie: over the body, over the face, outside the picture.
    fn trouble(&self, way: &[Vec2]) -> f32 {
        /// How far an arrow keeps from the body, and from another arrow, in metres.
        const CLEAR: f32 = 0.035;
        let over = |at: &Vec2| {
            let deepest = self.body.iter().map(|reach| CLEAR - gap(reach, *at)).fold(0.0, f32::max);
            let crossed =
                self.taken.iter().map(|other| 2.0 * CLEAR - other.distance(*at)).fold(0.0, f32::max);
            let face = (0.15 - self.face.distance(*at)).max(0.0);
            let outside = (*at - at.clamp(self.frame.min, self.frame.max)).length();
            deepest.min(0.08) + crossed + face + outside * 100.0
        };
        way.iter().map(over).sum::<f32>() * 30.0 / way.len() as f32
    }
}

/// How far a place lies outside a lump; negative inside.
fn gap(reach: &Reach, at: Vec2) -> f32 {
    let from = at - reach.at;
    let share = from.dot(reach.inverse() * from).sqrt();
    from.length() * (1.0 - 1.0 / share.max(1e-3))
}

/// A shaft with a head, on a rim of paper that sets it off from what it crosses.
fn arrow(way: &[Vec2], palette: &Palette) -> Vec<Shape> {
    const SHAFT: f32 = 0.0145;
    const RIM: f32 = 0.009;
    const HEAD: (f32, f32) = (0.062, 0.036);
    let tip = way[way.len() - 1];
    let Some(before) = way.iter().rev().find(|at| at.distance(tip) > 0.8 * HEAD.0) else { return Vec::new() };
    let ahead = (tip - *before).normalize_or(Vec2::NEG_Y);
    let base = tip - ahead * HEAD.0;
    let mut shaft: Vec<Vec2> = way
        .iter()
        .copied()
        .filter(|at| (*at - base).dot(ahead) < 0.0 || at.distance(tip) > 2.0 * HEAD.0)
        .collect();
    shaft.push(base + ahead * 0.01);
    let head = |grow: f32| {
        let side = ahead.perp() * (HEAD.1 + grow);
        vec![tip + ahead * (1.6 * grow), base - ahead * grow + side, base - ahead * grow - side]
    };
    vec![
        stroke(&shaft, SHAFT + 2.0 * RIM, palette.paper),
        convex(head(RIM), palette.paper),
        stroke(&shaft, SHAFT, palette.arrow),
        convex(head(0.0), palette.arrow),
    ]
}
