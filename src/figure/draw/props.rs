//! Mat, chair and wall.

use glam::{Quat, Vec3};

use super::{
    CONTOUR,
    outline::{Outline, convex},
};
use crate::{
    figure::{
        camera::Eye,
        flesh::{Lump, Mass},
        palette::{Palette, Rgba},
        scene::Shape,
        skeleton::Frame,
    },
    model::motion::Prop,
};

/// Height of a chair's seat, in metres.
pub const SEAT_HEIGHT: f32 = 0.45;
/// Half the width and the depth of the seat.
pub const SEAT_HALF: f32 = 0.21;
/// Front of the chair's back, behind the middle of the seat.
pub const BACK_REST: f32 = -0.22;

/// The prop in a mirror.
#[must_use]
pub fn mirrored(prop: &Prop) -> Prop {
    let flip = |value: f32| if value == 0.0 { 0.0 } else { -value };
    match *prop {
        Prop::Mat { at, turn } => Prop::Mat { at: (flip(at.0), at.1), turn: flip(turn) },
        Prop::Chair { at, turn } => Prop::Chair { at: (flip(at.0), at.1), turn: flip(turn) },
        Prop::Wall { z } => Prop::Wall { z },
    }
}

/// Where a prop stands and how it is turned.
#[must_use]
pub fn stand(prop: &Prop) -> Frame {
    let (at, turn) = match *prop {
        Prop::Mat { at, turn } | Prop::Chair { at, turn } => (at, turn),
        Prop::Wall { z } => ((0.0, z), 0.0),
    };
    Frame { at: Vec3::new(at.0, 0.0, at.1), turn: Quat::from_rotation_y(turn.to_radians()) }
}

/// Corners of what a prop takes up, for the frame of the picture.
#[must_use]
pub fn corners(prop: &Prop) -> Vec<Vec3> {
    let frame = stand(prop);
    let (low, high) = match prop {
        Prop::Mat { .. } => (Vec3::new(-0.32, 0.0, -0.92), Vec3::new(0.32, 0.01, 0.92)),
        Prop::Chair { .. } => (Vec3::new(-0.23, 0.0, -0.30), Vec3::new(0.23, 0.92, 0.23)),
        Prop::Wall { .. } => (Vec3::new(-0.45, 0.0, 0.0), Vec3::new(0.45, 1.6, 0.06)),
    };
    let pick = |bit: usize, low: f32, high: f32| if bit == 0 { low } else { high };
    (0..8)
        .map(|i| {
            frame.point(Vec3::new(
                pick(i & 1, low.x, high.x),
                pick(i & 2, low.y, high.y),
                pick(i & 4, low.z, high.z),
            ))
        })
        .collect()
}

/// Draws a prop: into `behind` what the figure hides, into `before` what hides the figure.
pub(super) fn draw(
    prop: &Prop,
    alpha: f32,
    palette: &Palette,
    eye: &Eye,
    behind: &mut Vec<Shape>,
    before: &mut Vec<Shape>,
) {
    if alpha <= 0.0 {
        return;
    }
    let frame = stand(prop);
    let mut pen = Pen { eye, palette, here: alpha, pane: 1.0, frame };
    match prop {
        Prop::Mat { .. } => behind.extend(pen.mat()),
        Prop::Chair { .. } => {
            let back_near = eye.depth(frame.direction(Vec3::NEG_Z)) > 0.0;
            let (seat, back) = (pen.seat(), pen.back());
            if back_near {
                behind.extend(seat);
                before.extend(back);
            } else {
                behind.extend(back);
                behind.extend(seat);
            }
        }
        Prop::Wall { .. } => {
            // Seen from behind, the wall is a pane through which the figure shows.
            if eye.depth(frame.direction(Vec3::NEG_Z)) >= -0.02 {
                behind.extend(pen.wall());
            } else {
                pen.pane = 0.3;
                before.extend(pen.wall());
            }
        }
    }
}

struct Pen<'a> {
    eye: &'a Eye,
    palette: &'a Palette,
    /// How far the prop has come, 0 to 1: on its way it is mixed with the paper, so that no contour
    /// shows through.
    here: f32,
    /// Opacity, for what the figure is seen through.
    pane: f32,
    frame: Frame,
}

impl Pen<'_> {
    fn tone(&self, colour: Rgba) -> Rgba {
        colour.mixed(self.palette.paper, 1.0 - self.here).faded((self.here * 1.6).min(1.0) * self.pane)
    }

    fn quad(&self, corners: [Vec3; 4], colour: Rgba) -> Shape {
        let points = corners.iter().map(|corner| self.eye.flat(self.frame.point(*corner))).collect();
        convex(points, self.tone(colour))
    }

    /// The faces of a box that are seen: top, sides along z, sides along x.
    fn slab(&self, low: Vec3, high: Vec3, [top, ends, sides]: [Rgba; 3]) -> Vec<Shape> {
        let corner = |x: bool, y: bool, z: bool| {
            Vec3::new(
                if x { high.x } else { low.x },
                if y { high.y } else { low.y },
                if z { high.z } else { low.z },
            )
        };
        let mut shapes = Vec::new();
        for (axis, colour) in [(Vec3::Y, top), (Vec3::Z, ends), (Vec3::X, sides)] {
            let toward = self.eye.depth(self.frame.direction(axis));
            if toward.abs() < 1e-3 {
                continue;
            }
            let far = toward > 0.0;
            let face = if axis == Vec3::Y {
                [
                    corner(false, far, false),
                    corner(true, far, false),
                    corner(true, far, true),
                    corner(false, far, true),
                ]
            } else if axis == Vec3::Z {
                [
                    corner(false, false, far),
                    corner(true, false, far),
                    corner(true, true, far),
                    corner(false, true, far),
                ]
            } else {
                [
                    corner(far, false, false),
                    corner(far, true, false),
                    corner(far, true, true),
                    corner(far, false, true),
                ]
            };
            shapes.push(self.quad(face, colour));
        }
        shapes
    }

    /// A rounded bar through points, with its contour.
    fn bar(&self, points: &[Vec3], radius: f32, colour: Rgba) -> [Shape; 2] {
        let lumps = points.iter().map(|point| Lump::ball(self.frame.point(*point), radius)).collect();
        let outline = Outline::new(&Mass::chain(lumps), self.eye);
        let contour = self.tone(self.palette.contour);
        [outline.shape(CONTOUR * 0.8, contour), outline.shape(0.0, self.tone(colour))]
    }

    fn mat(&self) -> Vec<Shape> {
        let palette = self.palette;
        let (low, high) = (Vec3::new(-0.31, -0.012, -0.92), Vec3::new(0.31, 0.0, 0.92));
        self.slab(low, high, [palette.mat, palette.mat_edge, palette.mat_edge])
    }

    fn wall(&self) -> Vec<Shape> {
        let palette = self.palette;
        let (low, high) = (Vec3::new(-0.45, 0.0, 0.0), Vec3::new(0.45, 1.6, 0.06));
        let mut shapes = self.slab(low, high, [palette.wall_edge, palette.wall, palette.wall_edge]);
        let (low, high) = (Vec3::new(-0.45, 0.0, -0.012), Vec3::new(0.45, 0.09, 0.0));
        shapes.extend(self.slab(low, high, [palette.wall_edge, palette.wall_edge, palette.wall_edge]));
        shapes
    }

    /// The seat on its legs.
    fn seat(&self) -> Vec<Shape> {
        let palette = self.palette;
        let (half, height) = (SEAT_HALF, SEAT_HEIGHT);
        let mut legs: Vec<(f32, f32)> = vec![(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)];
        let depth = |(x, z): (f32, f32)| self.eye.depth(self.frame.direction(Vec3::new(x, 0.0, z)));
        legs.sort_by(|a, b| depth(*a).total_cmp(&depth(*b)));
        let mut shapes = Vec::new();
        for (x, z) in legs {
            let top = Vec3::new(x * (half - 0.03), height - 0.03, z * (half - 0.03));
            let foot = Vec3::new(x * (half - 0.005), 0.012, z * (half - 0.005));
            shapes.extend(self.bar(&[top, foot], 0.015, palette.chair_shade));
        }
        let radius = 0.017;
        let inset = half - radius;
        let y = height - radius;
        let ring = [(-inset, -inset), (inset, -inset), (inset, inset), (-inset, inset)];
        let lumps: Vec<Lump> =
            ring.iter().map(|(x, z)| Lump::ball(self.frame.point(Vec3::new(*x, y, *z)), radius)).collect();
        shapes.extend(self.board(&lumps, palette.chair));
        let top = half - 0.03;
        let face = [(-top, -top), (top, -top), (top, top), (-top, top)].map(|(x, z)| Vec3::new(x, height, z));
        shapes.push(self.quad(face, palette.chair_light));
        shapes
    }

    /// Posts and the rounded board of the chair's back.
    fn back(&self) -> Vec<Shape> {
        let palette = self.palette;
        let mut shapes = Vec::new();
        for x in [-0.17, 0.17] {
            let (low, high) =
                (Vec3::new(x, SEAT_HEIGHT - 0.02, -0.205), Vec3::new(x, 0.87, BACK_REST - 0.042));
            shapes.extend(self.bar(&[low, high], 0.014, palette.chair_shade));
        }
        let corner = |x: f32, y: f32| {
            let back = BACK_REST - 0.018 - (y - SEAT_HEIGHT) * 0.06;
            Lump::ball(self.frame.point(Vec3::new(x, y, back)), 0.016)
        };
        let lumps = [corner(-0.185, 0.68), corner(0.185, 0.68), corner(0.185, 0.89), corner(-0.185, 0.89)];
        shapes.extend(self.board(&lumps, palette.chair));
        shapes
    }

    /// A flat board with round edges, from its four corners.
    fn board(&self, corners: &[Lump], colour: Rgba) -> [Shape; 2] {
        let outline = Outline::new(&Mass { lumps: corners.to_vec(), links: Vec::new() }, self.eye);
        let contour = self.tone(self.palette.contour);
        [outline.hull_of_all(CONTOUR * 0.8, contour), outline.hull_of_all(0.0, self.tone(colour))]
    }
}
