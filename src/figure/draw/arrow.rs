//! Arrows on still pictures: the way that a part of the body is about to take.

use glam::{Vec2, Vec3};

use super::{
    CONTOUR,
    outline::{convex, stroke},
};
use crate::figure::{
    camera::Eye,
    palette::Palette,
    posture::outward,
    scene::Shape,
    skeleton::{NECK_BASE, Skeleton},
};

/// Ways shorter than this, in metres on the picture, get no arrow.
const SHORTEST: f32 = 0.05;
/// How far an arrow keeps from the body, in metres.
const DISTANCE: f32 = 0.13;
/// No more arrows than this.
const MOST: usize = 2;

/// A place in the body and the way out of it, in metres.
type Mark = fn(&Skeleton) -> (Vec3, Vec3);

/// What arrows are drawn for.
const MARKS: [Mark; 6] = [
    |skeleton| (skeleton.head.at, skeleton.head.direction(Vec3::new(0.0, 0.8, 0.6))),
    |skeleton| (skeleton.spine[5].at, skeleton.spine[5].direction(Vec3::NEG_Z)),
    |skeleton| shoulder(skeleton, 0),
    |skeleton| shoulder(skeleton, 1),
    |skeleton| (skeleton.arms[0].hand.at, skeleton.arms[0].hand.direction(Vec3::X)),
    |skeleton| (skeleton.arms[1].hand.at, skeleton.arms[1].hand.direction(Vec3::NEG_X)),
];

fn shoulder(skeleton: &Skeleton, side: usize) -> (Vec3, Vec3) {
    let out = skeleton.spine[NECK_BASE].direction(Vec3::new(outward(side), 0.5, 0.0));
    (skeleton.arms[side].upper.at, out.normalize_or(Vec3::Y))
}

/// Arrows for the parts that move furthest on the picture, through skeletons in the order of time.
#[must_use]
pub fn arrows(skeletons: &[&Skeleton], palette: &Palette, eye: &Eye) -> Vec<Shape> {
    let Some(first) = skeletons.first() else { return Vec::new() };
    let way = |mark: &Mark| -> Vec<Vec2> {
        let aside = eye.flat(mark(first).1).normalize_or(Vec2::NEG_Y) * DISTANCE;
        skeletons.iter().map(|skeleton| eye.flat(mark(skeleton).0) + aside).collect()
    };
    let mut ways: Vec<(f32, Vec<Vec2>)> = MARKS.iter().map(way).map(|way| (length(&way), way)).collect();
    ways.retain(|(length, _)| *length > SHORTEST);
    ways.sort_by(|a, b| b.0.total_cmp(&a.0));
    ways.iter().take(MOST).flat_map(|(_, way)| arrow(way, palette)).collect()
}

fn length(way: &[Vec2]) -> f32 {
    way.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
}

fn arrow(way: &[Vec2], palette: &Palette) -> Vec<Shape> {
    let (Some(&tip), Some(&before)) =
        (way.last(), way.iter().rev().find(|at| at.distance(way[way.len() - 1]) > 0.02))
    else {
        return Vec::new();
    };
    let ahead = (tip - before).normalize_or(Vec2::NEG_Y);
    let side = ahead.perp() * 0.026;
    vec![
        stroke(way, CONTOUR * 1.7, palette.arrow),
        convex(vec![tip + ahead * 0.042, tip + side, tip - side], palette.arrow),
    ]
}
