//! Outlines of lumps as the camera sees them: convex rings, grown by the width of the contour.

use std::sync::LazyLock;

use glam::{Vec2, Vec3};

use crate::figure::{
    camera::Eye,
    flesh::{Lump, Mass},
    palette::Rgba,
    scene::{Paint, Shape},
};

/// How many corners a ring has.
pub(super) const CORNERS: usize = 32;

static DIRECTIONS: LazyLock<[Vec2; CORNERS]> = LazyLock::new(|| {
    std::array::from_fn(|index| Vec2::from_angle(index as f32 / CORNERS as f32 * std::f32::consts::TAU))
});

/// The outermost points of a lump in each direction of the picture, and how far out they are.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// The middle on the picture.
    pub(super) at: Vec2,
    /// How near the viewer the middle is.
    pub(super) depth: f32,
    /// Mean radius on the picture.
    pub(super) radius: f32,
    points: [Vec2; CORNERS],
    /// Distance of the tangent from the picture's origin, per direction.
    supports: [f32; CORNERS],
}

impl Reach {
    pub(super) fn new(lump: &Lump, eye: &Eye) -> Self {
        let at = eye.flat(lump.at);
        let axes = lump.axes.map(|axis| eye.flat(axis));
        let mut points = [at; CORNERS];
        let mut supports = [0.0; CORNERS];
        let mut sum = 0.0;
        for (index, direction) in DIRECTIONS.iter().enumerate() {
            let along = axes.map(|axis| axis.dot(*direction));
            let extent = along.iter().map(|part| part * part).sum::<f32>().sqrt();
            if extent > 1e-7 {
                points[index] +=
                    axes.iter().zip(along).map(|(axis, part)| *axis * part).sum::<Vec2>() / extent;
            }
            supports[index] = at.dot(*direction) + extent;
            sum += extent;
        }
        Self { at, depth: eye.depth(lump.at), radius: sum / CORNERS as f32, points, supports }
    }

    /// The ring around one lump.
    pub(super) fn ring(&self, grow: f32) -> Vec<Vec2> {
        self.points
            .iter()
            .zip(DIRECTIONS.iter())
            .map(|(point, direction)| *point + *direction * grow)
            .collect()
    }

    /// The ring around two lumps and all between them.
    pub(super) fn hull(&self, other: &Self, grow: f32) -> Vec<Vec2> {
        let corner = |index: usize| {
            let further = if self.supports[index] >= other.supports[index] { self } else { other };
            further.points[index] + DIRECTIONS[index] * grow
        };
        (0..CORNERS).map(corner).collect()
    }

    /// The same, smaller about its middle by `share` and moved.
    pub(super) fn shrunk(&self, share: f32, shift: Vec2) -> Self {
        let mut out = *self;
        out.at += shift;
        out.radius *= share;
        for index in 0..CORNERS {
            out.points[index] = self.at + (self.points[index] - self.at) * share + shift;
            let extent = self.supports[index] - self.at.dot(DIRECTIONS[index]);
            out.supports[index] = out.at.dot(DIRECTIONS[index]) + extent * share;
        }
        out
    }
}

/// A mass as the camera sees it.
pub(super) struct Outline {
    pub(super) reaches: Vec<Reach>,
    links: Vec<(usize, usize)>,
}

impl Outline {
    pub(super) fn new(mass: &Mass, eye: &Eye) -> Self {
        Self {
            reaches: mass.lumps.iter().map(|lump| Reach::new(lump, eye)).collect(),
            links: mass.links.clone(),
        }
    }

    /// All of it in one colour, grown on every side.
    pub(super) fn shape(&self, grow: f32, colour: Rgba) -> Shape {
        let rings = match self.links.as_slice() {
            [] => self.reaches.iter().map(|reach| reach.ring(grow)).collect(),
            links => links.iter().map(|&(a, b)| self.reaches[a].hull(&self.reaches[b], grow)).collect(),
        };
        Shape { rings, paint: Paint::Flat(colour) }
    }

    /// A run of it, smaller and moved towards the light.
    pub(super) fn highlight(&self, run: std::ops::Range<usize>, share: f32, colour: Rgba) -> Shape {
        let count = run.len() as f32;
        let lit = |(index, reach): (usize, &Reach)| {
            // Narrow at both ends, so that the light has no edge across the limb.
            let along = (index as f32 + 0.5) / count * std::f32::consts::PI;
            let share = share * along.sin().sqrt();
            reach.shrunk(share, Vec2::new(-0.20, -0.26) * reach.radius)
        };
        let reaches: Vec<Reach> = self.reaches[run].iter().enumerate().map(lit).collect();
        let rings = reaches.windows(2).map(|pair| pair[0].hull(&pair[1], 0.0)).collect();
        Shape { rings, paint: Paint::Flat(colour) }
    }
}

/// An ellipse in space, sampled evenly about its middle.
pub(super) fn ellipse(middle: Vec3, u: Vec3, v: Vec3, eye: &Eye) -> Vec<Vec2> {
    let (at, u, v) = (eye.flat(middle), eye.flat(u), eye.flat(v));
    let mut ring: Vec<Vec2> =
        DIRECTIONS.iter().map(|direction| at + u * direction.x + v * direction.y).collect();
    if u.perp_dot(v) < 0.0 {
        ring.reverse();
    }
    ring
}

/// A stroke of even width through points, with round ends.
pub(super) fn stroke(points: &[Vec2], width: f32, colour: Rgba) -> Shape {
    let reach = |at: &Vec2| {
        let points = std::array::from_fn(|index| *at + DIRECTIONS[index] * (0.5 * width));
        let supports = std::array::from_fn(|index| at.dot(DIRECTIONS[index]) + 0.5 * width);
        Reach { at: *at, depth: 0.0, radius: 0.5 * width, points, supports }
    };
    let reaches: Vec<Reach> = points.iter().map(reach).collect();
    let rings = reaches.windows(2).map(|pair| pair[0].hull(&pair[1], 0.0)).collect();
    Shape { rings, paint: Paint::Flat(colour) }
}

/// A polygon made to run the usual way round.
pub(super) fn wound(mut points: Vec<Vec2>) -> Vec<Vec2> {
    let area: f32 = (0..points.len()).map(|i| points[i].perp_dot(points[(i + 1) % points.len()])).sum();
    if area < 0.0 {
        points.reverse();
    }
    points
}

/// A shape of one polygon that is already convex.
pub(super) fn convex(points: Vec<Vec2>, colour: Rgba) -> Shape {
    Shape { rings: vec![wound(points)], paint: Paint::Flat(colour) }
}

impl Outline {
    /// The highlight of a single lump.
    pub(super) fn highlight_one(&self, share: f32, colour: Rgba) -> Shape {
        let rings = self
            .reaches
            .iter()
            .take(1)
            .map(|reach| reach.shrunk(share, Vec2::new(-0.22, -0.30) * reach.radius).ring(0.0));
        Shape { rings: rings.collect(), paint: Paint::Flat(colour) }
    }

    /// One ring around all lumps, joined or not.
    pub(super) fn hull_of_all(&self, grow: f32, colour: Rgba) -> Shape {
        let corner = |index: usize| {
            let furthest = self.reaches.iter().max_by(|a, b| a.supports[index].total_cmp(&b.supports[index]));
            furthest.map(|reach| reach.points[index] + DIRECTIONS[index] * grow)
        };
        Shape { rings: vec![(0..CORNERS).filter_map(corner).collect()], paint: Paint::Flat(colour) }
    }
}
