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

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Back to front.
    pub shapes: Vec<Shape>,
    /// What to show: it holds still while an exercise runs, and nothing of the figure leaves it.
    pub frame: Rect,
    /// What comes to the middle where there is more room than the frame needs.
    pub focus: Vec2,
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
    /// The scale and shift that put the frame into `size`, as large as it goes and the figure as near
    /// the middle as it can be: `pixel = at * scale + shift`.
    #[must_use]
    pub fn fit(&self, size: Vec2) -> (f32, Vec2) {
        let frame = self.frame.size().max(Vec2::splat(1e-3));
        let scale = (size / frame).min_element().max(0.0);
        let spare = (0.5 * (size / scale.max(1e-6) - frame)).max(Vec2::ZERO);
        // Low things stay low: only sideways is there a middle to keep.
        let aside = (self.focus.x - self.frame.center().x).clamp(-spare.x, spare.x);
        (scale, size * 0.5 - (self.frame.center() + Vec2::X * aside) * scale)
    }

    /// Triangles with soft edges. `pixel = at * scale + shift`; `feather` is the width of the soft
    /// edge in pixels (1 over the screen's scale factor is crisp).
    #[must_use]
    pub fn mesh(&self, scale: f32, shift: Vec2, feather: f32) -> Mesh {
        let mut mesh = Mesh::default();
        for shape in &self.shapes {
            for (index, ring) in shape.rings.iter().enumerate() {
                match shape.paint {
                    Paint::Flat(colour) => {
                        let beside = [index.wrapping_sub(1), index + 1].map(|index| shape.rings.get(index));
                        mesh.soft_ring(ring, beside, colour, (scale, shift, feather));
                    }
                    Paint::Glow(colour) => mesh.glow(ring, colour, (scale, shift)),
                }
            }
        }
        mesh
    }
}

impl Mesh {
    /// One ring. Corners that lie within the rings beside it, of the same colour, need no soft edge.
    fn soft_ring(
        &mut self,
        ring: &[Vec2],
        beside: [Option<&Vec<Vec2>>; 2],
        colour: Rgba,
        (scale, shift, feather): (f32, Vec2, f32),
    ) {
        let pixel = feather / scale.max(1e-6);
        let ring = &thinned(ring, TOLERANCE * pixel);
        if ring.len() < 3 {
            return;
        }
        let count = ring.len();
        let mut corners = Vec::with_capacity(count);
        for (index, &point) in ring.iter().enumerate() {
            let at = point * scale + shift;
            let inner = self.vertices.len() as u32;
            if beside.iter().flatten().any(|other| lies_within(other, point, pixel)) {
                self.vertices.push(Vertex { at, colour });
                corners.push((inner, inner));
                continue;
            }
            let before = ring[(index + count - 1) % count];
            let after = ring[(index + 1) % count];
            let edges = [(point - before).perp(), (after - point).perp()].map(Vec2::normalize_or_zero);
            // Rings run so that the outside is on the side of -perp.
            let normal = -(edges[0] + edges[1]).normalize_or_zero() * (0.5 * feather);
            self.vertices.push(Vertex { at: at - normal, colour });
            self.vertices.push(Vertex { at: at + normal, colour: colour.faded(0.0) });
            corners.push((inner, inner + 1));
        }
        for pair in corners[1..].windows(2) {
            self.indices.extend([corners[0].0, pair[0].0, pair[1].0]);
        }
        for (index, &(inner, outer)) in corners.iter().enumerate() {
            let (next, next_outer) = corners[(index + 1) % count];
            if inner != outer {
                self.indices.extend([inner, outer, next]);
            }
            if next != next_outer {
                self.indices.extend([next, outer, next_outer]);
            }
        }
    }

    fn glow(&mut self, ring: &[Vec2], colour: Rgba, (scale, shift): (f32, Vec2)) {
        /// How opacity falls off from the middle to the rim.
        const FALL: [(f32, f32); 4] = [(0.3, 0.78), (0.55, 0.42), (0.8, 0.12), (1.0, 0.0)];
        if ring.len() < 3 {
            return;
        }
        let middle = ring.iter().sum::<Vec2>() / ring.len() as f32;
        let heart = self.vertices.len() as u32;
        self.vertices.push(Vertex { at: middle * scale + shift, colour });
        // Its rim is invisible: every other corner does.
        let rim: Vec<Vec2> = ring.iter().copied().step_by(2).collect();
        let count = rim.len() as u32;
        for (share, strength) in FALL {
            let colour = colour.faded(strength);
            let place = |point: &Vec2| Vertex { at: middle.lerp(*point, share) * scale + shift, colour };
            self.vertices.extend(rim.iter().map(place));
        }
        for corner in 0..count {
            let next = (corner + 1) % count;
            self.indices.extend([heart, heart + 1 + corner, heart + 1 + next]);
            for band in 0..FALL.len() as u32 - 1 {
                let (a, b) = (heart + 1 + band * count + corner, heart + 1 + band * count + next);
                self.indices.extend([a, a + count, b, b, a + count, b + count]);
            }
        }
    }
}

/// How far an edge may cut a corner, in widths of the soft edge.
const TOLERANCE: f32 = 0.3;

/// A convex ring without the corners that nobody sees at its size: none of those left out lies further
/// than `tolerance` from the edge that passes it by.
fn thinned(ring: &[Vec2], tolerance: f32) -> Vec<Vec2> {
    let count = ring.len();
    let mut kept = Vec::with_capacity(count);
    let mut from = 0;
    while from < count {
        kept.push(ring[from]);
        let mut next = from + 1;
        while next < count && cuts_little(ring, from, next + 1, tolerance) {
            next += 1;
        }
        from = next;
    }
    kept
}

/// True when an edge from one corner straight to another stays near those between.
fn cuts_little(ring: &[Vec2], from: usize, to: usize, tolerance: f32) -> bool {
    /// So many corners of a round are left at least.
    const FEWEST: usize = 6;
    if (to - from) * FEWEST > ring.len() {
        return false;
    }
    let start = ring[from];
    let edge = (ring[to % ring.len()] - start).normalize_or_zero();
    ring[from + 1..to].iter().all(|point| edge.perp_dot(*point - start).abs() <= tolerance)
}

/// True when a point lies in a convex ring, further than `margin` from its edge.
fn lies_within(ring: &[Vec2], point: Vec2, margin: f32) -> bool {
    (0..ring.len()).all(|index| {
        let (from, to) = (ring[index], ring[(index + 1) % ring.len()]);
        let edge = to - from;
        edge.perp_dot(point - from) >= margin * edge.length()
    })
}
