//! A picture as coloured shapes, back to front, and as triangles for a graphics card.

use glam::Vec2;

use super::palette::Rgba;
use crate::model::Region;

/// How a shape is coloured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// One colour all over.
    Flat(Rgba),
    /// The colour at the middle of the shape, fading to nothing at its rim. The shape is one ellipse.
    Glow(Rgba),
}

/// One shape. It covers what any of its rings covers. Every ring is convex and runs the same way
/// round, so filling them one by one, or all together by the non-zero rule, gives the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The rings, in metres, y down.
    pub rings: Vec<Vec<Vec2>>,
    /// How they are coloured.
    pub paint: Paint,
}

/// An upright rectangle, in metres, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Top left.
    pub min: Vec2,
    /// Bottom right.
    pub max: Vec2,
}

impl Rect {
    /// A rectangle that contains nothing yet.
    pub const NOTHING: Self = Self { min: Vec2::INFINITY, max: Vec2::NEG_INFINITY };

    /// Grows to contain a circle.
    pub fn include(&mut self, at: Vec2, radius: f32) {
        self.min = self.min.min(at - radius);
        self.max = self.max.max(at + radius);
    }

    /// Between two rectangles.
    #[must_use]
    pub fn lerp(&self, other: &Self, t: f32) -> Self {
        Self { min: self.min.lerp(other.min, t), max: self.max.lerp(other.max, t) }
    }

    /// Width and height.
    #[must_use]
    pub fn size(&self) -> Vec2 {
        self.max - self.min
    }

    /// The middle.
    #[must_use]
    pub fn center(&self) -> Vec2 {
        (self.min + self.max) * 0.5
    }
}

/// How far an outline may be off, as a share of its soft edge: less than anyone sees.
const UNSEEN: f32 = 0.2;

/// The corners of a convex ring that matter: leaving out the others moves its outline by no more
/// than about `tolerance`. Small pictures have a fraction of the corners of large ones.
fn simplify(ring: &[Vec2], tolerance: f32, simple: &mut Vec<Vec2>) {
    simple.clear();
    let Some(&first) = ring.first() else { return };
    simple.push(first);
    let mut last = first;
    let mut left_out = 0.0;
    for (index, &point) in ring.iter().enumerate().skip(1) {
        let next = ring[(index + 1) % ring.len()];
        let chord = next - last;
        left_out += 0.5 * (point - last).perp_dot(chord).abs();
        // The area between a bow and its chord is two thirds of the bow's height by the chord.
        if 1.5 * left_out > tolerance * chord.length() {
            simple.push(point);
            last = point;
            left_out = 0.0;
        }
    }
    if simple.len() < 3 {
        let third = ring.len().div_ceil(3);
        simple.clear();
        simple.extend(ring.iter().step_by(third.max(1)));
    }
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Back to front.
    pub shapes: Vec<Shape>,
    /// What to show: it holds still while an exercise runs, and nothing of the figure leaves it.
    pub frame: Rect,
    /// Where the regions are that the exercise is felt in, for their names.
    pub felt: Vec<(Region, Vec2)>,
}

/// A corner of a triangle: where, and its colour (not premultiplied).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vertex {
    /// In the units of the target.
    pub at: Vec2,
    /// Colour and opacity.
    pub colour: Rgba,
}

/// Triangles, back to front.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    /// The corners.
    pub vertices: Vec<Vertex>,
    /// Three corners for each triangle.
    pub indices: Vec<u32>,
}

impl Scene {
    /// The scale and shift that put the frame into the middle of `size`: `pixel = at * scale + shift`.
    #[must_use]
    pub fn fit(&self, size: Vec2) -> (f32, Vec2) {
        let frame = self.frame.size().max(Vec2::splat(1e-3));
        let scale = (size / frame).min_element().max(0.0);
        (scale, size * 0.5 - self.frame.center() * scale)
    }

    /// Triangles with soft edges. `pixel = at * scale + shift`; `feather` is the width of the soft
    /// edge in pixels (1 over the screen's scale factor is crisp).
    #[must_use]
    pub fn mesh(&self, scale: f32, shift: Vec2, feather: f32) -> Mesh {
        let mut mesh = Mesh::default();
        let mut simple = Vec::new();
        let tolerance = UNSEEN * feather / scale.max(1e-6);
        for shape in &self.shapes {
            for ring in &shape.rings {
                match shape.paint {
                    Paint::Flat(colour) => {
                        simplify(ring, tolerance, &mut simple);
                        mesh.soft_ring(&simple, colour, (scale, shift, feather));
                    }
                    Paint::Glow(colour) => mesh.glow(ring, colour, (scale, shift)),
                }
            }
        }
        mesh
    }
}

impl Mesh {
    fn soft_ring(&mut self, ring: &[Vec2], colour: Rgba, (scale, shift, feather): (f32, Vec2, f32)) {
        if ring.len() < 3 {
            return;
        }
        let first = self.vertices.len() as u32;
        let count = ring.len() as u32;
        for (index, &point) in ring.iter().enumerate() {
            let before = ring[(index + ring.len() - 1) % ring.len()];
            let after = ring[(index + 1) % ring.len()];
            let edges = [(point - before).perp(), (after - point).perp()].map(Vec2::normalize_or_zero);
            // Rings run so that the outside is on the side of -perp.
            let normal = -(edges[0] + edges[1]).normalize_or_zero() * (0.5 * feather);
            let at = point * scale + shift;
            self.vertices.push(Vertex { at: at - normal, colour });
            self.vertices.push(Vertex { at: at + normal, colour: colour.faded(0.0) });
        }
        for corner in 1..count - 1 {
            self.indices.extend([first, first + 2 * corner, first + 2 * corner + 2]);
        }
        for corner in 0..count {
            let (inner, next) = (first + 2 * corner, first + 2 * ((corner + 1) % count));
            self.indices.extend([inner, inner + 1, next, next, inner + 1, next + 1]);
        }
    }

    fn glow(&mut self, ring: &[Vec2], colour: Rgba, (scale, shift): (f32, Vec2)) {
        /// How opacity falls off from the middle to the rim.
        const FALL: [(f32, f32); 5] = [(0.0, 1.0), (0.3, 0.78), (0.55, 0.42), (0.8, 0.12), (1.0, 0.0)];
        if ring.len() < 3 {
            return;
        }
        let middle = ring.iter().sum::<Vec2>() / ring.len() as f32;
        let first = self.vertices.len() as u32;
        let count = ring.len() as u32;
        for (share, strength) in FALL {
            let colour = colour.faded(strength);
            let place = |point: &Vec2| Vertex { at: middle.lerp(*point, share) * scale + shift, colour };
            self.vertices.extend(ring.iter().map(place));
        }
        for band in 0..FALL.len() as u32 - 1 {
            for corner in 0..count {
                let (a, b) = (first + band * count + corner, first + band * count + (corner + 1) % count);
                self.indices.extend([a, a + count, b, b, a + count, b + count]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use glam::Vec2;

    use super::simplify;

    #[test]
    fn a_round_ring_keeps_its_shape_with_fewer_corners() {
        let circle: Vec<Vec2> =
            (0..64).map(|n| Vec2::from_angle(n as f32 / 64.0 * std::f32::consts::TAU)).collect();
        let mut simple = Vec::new();
        for tolerance in [0.001, 0.01, 0.1] {
            simplify(&circle, tolerance, &mut simple);
            for pair in 0..simple.len() {
                let middle = (simple[pair] + simple[(pair + 1) % simple.len()]) * 0.5;
                assert!(1.0 - middle.length() < tolerance * 1.5 + 0.002, "{tolerance}: {}", middle.length());
            }
        }
        assert!((5..20).contains(&simple.len()), "{}", simple.len());
        simplify(&circle, 100.0, &mut simple);
        assert_eq!(simple.len(), 3);
    }
}
