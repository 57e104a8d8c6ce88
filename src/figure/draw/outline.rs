//! Outlines of lumps as the camera sees them: convex rings, grown by the width of the contour.

use std::{ops::Range, sync::LazyLock};

use glam::{Mat2, Vec2, Vec3};

use crate::figure::{
    camera::Eye,
    flesh::{Lump, Mass},
    palette::Rgba,
    scene::{Paint, Shape},
};

/// How many corners a ring has.
pub(super) const CORNERS: usize = 32;

/// Width of the shaded rim on the side away from the light, in metres.
const RIM: f32 = 0.007;

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
    /// How much nearer the viewer it gets along the picture.
    pub(super) tilt: Vec2,
    axes: [Vec2; 3],
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
        let tilt = tilt(axes, lump.axes.map(|axis| eye.depth(axis)));
        Self { at, depth: eye.depth(lump.at), radius: sum / CORNERS as f32, tilt, axes, points, supports }
    }

    /// The inverse of its extent on the picture: the outline is where `point · inverse · point` is 1.
    /// Never thinner than a hand, so that what is seen edge-on still counts.
    pub(super) fn inverse(&self) -> Mat2 {
        spread(self.axes).inverse()
    }

    /// Half its width and height on the picture, never thinner than a hand.
    pub(super) fn half_size(&self) -> Vec2 {
        let spread = spread(self.axes);
        Vec2::new(spread.x_axis.x, spread.y_axis.y).map(f32::sqrt)
    }

    /// The ring around one lump.
    pub(super) fn ring(&self, grow: f32) -> Vec<Vec2> {
        self.points
            .iter()
            .zip(DIRECTIONS.iter())
            .map(|(point, direction)| *point + *direction * grow)
            .collect()
    }

    /// The ring around two lumps and all between them. Where the first is drawn already, its far side
    /// is left out: the ring is cut off along the line between the tangents. Where the second goes on
    /// to a `next`, few corners are left of what that hides.
    pub(super) fn hull(&self, other: &Self, grow: f32, drawn: bool, next: Option<&Self>) -> Vec<Vec2> {
        const FEW: usize = 8;
        let mut ring = Vec::with_capacity(CORNERS + 4);
        let hidden = |index: usize| {
            let index = index % CORNERS;
            next.is_some_and(|next| next.supports[index] > other.supports[index])
        };
        let spared =
            |i: usize| !i.is_multiple_of(FEW) && hidden(i) && hidden(i + 1) && hidden(i + CORNERS - 1);
        let lead = |index: usize| self.supports[index] - other.supports[index];
        for index in 0..CORNERS {
            let (here, next) = (lead(index), lead((index + 1) % CORNERS));
            let (near, far) = if here >= 0.0 { (self, other) } else { (other, self) };
            let wanted = if here < 0.0 { !spared(index) } else { !drawn };
            if wanted {
                ring.push(near.points[index] + DIRECTIONS[index] * grow);
            }
            if (here >= 0.0) != (next >= 0.0) {
                // The tangent to both lies between two directions: its own corners keep edges straight.
                let share = here.abs() / (here.abs() + next.abs()).max(1e-9);
                let along = DIRECTIONS[index].lerp(DIRECTIONS[(index + 1) % CORNERS], share).normalize();
                ring.push(near.furthest(along) + along * grow);
                ring.push(far.furthest(along) + along * grow);
            }
        }
        ring
    }

    /// True when the hull of two others has, where this is, the same outline.
    fn lies_between(&self, from: &Self, to: &Self) -> bool {
        /// Closer than the eye sees, in metres.
        const SAME: f32 = 0.0012;
        let way = to.at - from.at;
        let length = way.length_squared();
        let share = if length > 1e-8 { ((self.at - from.at).dot(way) / length).clamp(0.0, 1.0) } else { 0.5 };
        let hulls = from.supports.iter().zip(&to.supports).map(|(from, to)| from + (to - from) * share);
        hulls.zip(&self.supports).all(|(hull, own)| (hull - own).abs() < SAME)
    }

    /// The outermost point in a direction.
    fn furthest(&self, direction: Vec2) -> Vec2 {
        let along = self.axes.map(|axis| axis.dot(direction));
        let extent = along.iter().map(|part| part * part).sum::<f32>().sqrt();
        if extent < 1e-7 {
            return self.at;
        }
        self.at + self.axes.iter().zip(along).map(|(axis, part)| *axis * part).sum::<Vec2>() / extent
    }

    /// The same, smaller about its middle by `share` and moved.
    pub(super) fn shrunk(&self, share: f32, shift: Vec2) -> Self {
        let mut out = *self;
        out.at += shift;
        out.radius *= share;
        out.axes = out.axes.map(|axis| axis * share);
        for index in 0..CORNERS {
            out.points[index] = self.at + (self.points[index] - self.at) * share + shift;
            let extent = self.supports[index] - self.at.dot(DIRECTIONS[index]);
            out.supports[index] = out.at.dot(DIRECTIONS[index]) + extent * share;
        }
        out
    }
}

/// Products of an ellipsoid's half axes on the picture, summed.
fn spread(axes: [Vec2; 3]) -> Mat2 {
    const THINNEST: f32 = 0.012 * 0.012;
    let product = |axis: Vec2| Mat2::from_cols(axis * axis.x, axis * axis.y);
    axes.into_iter().fold(Mat2::from_diagonal(Vec2::splat(THINNEST)), |sum, axis| sum + product(axis))
}

/// Along which way on the picture the middle plane of an ellipsoid comes nearer, and how much.
fn tilt(axes: [Vec2; 3], depths: [f32; 3]) -> Vec2 {
    let toward: Vec2 = axes.iter().zip(depths).map(|(axis, depth)| *axis * depth).sum();
    spread(axes).inverse() * toward
}

/// A mass as the camera sees it.
pub(super) struct Outline {
    pub(super) reaches: Vec<Reach>,
    links: Vec<(usize, usize)>,
}

impl Outline {
    pub(super) fn new(mass: &Mass, eye: &Eye) -> Self {
        let reaches: Vec<Reach> = mass.lumps.iter().map(|lump| Reach::new(lump, eye)).collect();
        Self { reaches, links: mass.links.clone() }
    }

    /// All of it in one colour, grown on every side.
    pub(super) fn shape(&self, grow: f32, colour: Rgba) -> Shape {
        self.part(0..self.reaches.len(), grow, colour)
    }

    /// A run of its lumps, with the links among them, in one colour, grown on every side.
    pub(super) fn part(&self, run: Range<usize>, grow: f32, colour: Rgba) -> Shape {
        let rings = match self.links.as_slice() {
            [] => self.reaches[run].iter().map(|reach| reach.ring(grow)).collect(),
            links => {
                let among = |&&(a, b): &&(usize, usize)| run.contains(&a) && run.contains(&b);
                linked(&self.reaches, links.iter().filter(among).copied(), grow)
            }
        };
        Shape { rings, paint: Paint::Flat(colour) }
    }

    /// All but a rim on the side away from the light.
    pub(super) fn lit(&self, colour: Rgba) -> Shape {
        self.lit_part(0..self.reaches.len(), colour)
    }

    /// A run of its lumps but a rim on the side away from the light.
    pub(super) fn lit_part(&self, run: Range<usize>, colour: Rgba) -> Shape {
        let towards_light = |reach: &Reach| {
            let rim = (RIM / reach.radius.max(1e-3)).min(0.3);
            reach.shrunk(1.0 - rim, Vec2::new(-0.75, -0.65) * rim * reach.radius)
        };
        let first = run.start;
        let among = |&&(a, b): &&(usize, usize)| run.contains(&a) && run.contains(&b);
        let links = self.links.iter().filter(among).map(|&(a, b)| (a - first, b - first));
        let reaches: Vec<Reach> = self.reaches[run.clone()].iter().map(towards_light).collect();
        Shape { rings: linked(&reaches, links, 0.0), paint: Paint::Flat(colour) }
    }

    /// A run of it, smaller and moved towards the light.
    pub(super) fn highlight(&self, run: Range<usize>, share: f32, colour: Rgba) -> Shape {
        let count = run.len() as f32;
        let lit = |(index, reach): (usize, &Reach)| {
            // Narrow at both ends, so that the light has no edge across the limb.
            let along = (index as f32 + 0.5) / count * std::f32::consts::PI;
            let share = share * along.sin().sqrt();
            reach.shrunk(share, Vec2::new(-0.20, -0.26) * reach.radius)
        };
        let reaches: Vec<Reach> = self.reaches[run].iter().enumerate().map(lit).collect();
        let rings = run_of(&reaches);
        Shape { rings, paint: Paint::Flat(colour) }
    }
}

/// The rings around lumps with these links among them.
fn linked(reaches: &[Reach], links: impl Iterator<Item = (usize, usize)>, grow: f32) -> Vec<Vec<Vec2>> {
    let links = straightened(reaches, &links.collect::<Vec<_>>());
    let mut drawn = vec![false; reaches.len()];
    let ring = |(index, &(a, b)): (usize, &(usize, usize))| {
        let next = links[index + 1..].iter().find(|(from, _)| *from == b);
        let next = next.map(|&(_, to)| &reaches[to]);
        let ring = reaches[a].hull(&reaches[b], grow, drawn[a], next);
        (drawn[a], drawn[b]) = (true, true);
        ring
    };
    links.iter().enumerate().map(ring).filter(|ring| ring.len() > 2).collect()
}

/// The rings around lumps that are joined each to the next.
fn run_of(reaches: &[Reach]) -> Vec<Vec<Vec2>> {
    let each: Vec<(usize, usize)> = (1..reaches.len()).map(|index| (index - 1, index)).collect();
    let links = straightened(reaches, &each);
    let ring = |(index, &(a, b)): (usize, &(usize, usize))| {
        let next = links.get(index + 1).map(|&(_, to)| &reaches[to]);
        reaches[a].hull(&reaches[b], 0.0, index > 0, next)
    };
    links.iter().enumerate().map(ring).filter(|ring| ring.len() > 2).collect()
}

/// The links with those made one that run straight, to the eye, through the lumps between them.
fn straightened(reaches: &[Reach], links: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut kept: Vec<(usize, usize)> = Vec::with_capacity(links.len());
    let mut passed: Vec<usize> = Vec::new();
    for &(a, b) in links {
        let ways = links.iter().filter(|(from, to)| *from == a || *to == a).count();
        if let Some(last) = kept.last_mut().filter(|last| last.1 == a && ways == 2) {
            passed.push(a);
            if passed.iter().all(|&lump| reaches[lump].lies_between(&reaches[last.0], &reaches[b])) {
                last.1 = b;
                continue;
            }
        }
        passed.clear();
        kept.push((a, b));
    }
    kept
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
        let axes = [Vec2::X * (0.5 * width), Vec2::Y * (0.5 * width), Vec2::ZERO];
        Reach { at: *at, depth: 0.0, radius: 0.5 * width, tilt: Vec2::ZERO, axes, points, supports }
    };
    let reaches: Vec<Reach> = points.iter().map(reach).collect();
    let rings = run_of(&reaches);
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
