//! Mat, wall and door frame.

use glam::Vec3;

use super::pen::Pen;
use crate::figure::{palette::Rgba, scene::Shape};

/// How high the opening of a door is, in metres.
pub(super) const DOOR_HEIGHT: f32 = 2.0;
/// How wide its posts are.
pub(super) const POST: f32 = 0.08;
/// Half the depth of the wall they stand in.
pub(super) const DOOR_HALF: f32 = 0.06;

/// A wall of a width and a height, in its own frame.
pub(super) fn wall_box((width, height): (f32, f32)) -> (Vec3, Vec3) {
    (Vec3::new(-0.5 * width, 0.0, 0.0), Vec3::new(0.5 * width, height, 0.06))
}

impl Pen<'_> {
    pub(super) fn mat(&self) -> Vec<Shape> {
        let palette = self.palette;
        let (low, high) = (Vec3::new(-0.31, -0.012, -0.92), Vec3::new(0.31, 0.0, 0.92));
        self.slab(low, high, [palette.mat, palette.mat_edge, palette.mat_edge])
    }

    pub(super) fn wall(&self, size: (f32, f32)) -> Vec<Shape> {
        let palette = self.palette;
        let (low, high) = wall_box(size);
        let mut shapes = self.slab(low, high, [palette.wall_edge, palette.wall, palette.wall_edge]);
        // The skirting board.
        let (low, high) = (Vec3::new(low.x, 0.0, -0.012), Vec3::new(high.x, 0.09, 0.0));
        shapes.extend(self.slab(low, high, [palette.wall_edge, palette.wall_edge, palette.wall_edge]));
        shapes
    }

    /// The three bars of a door frame, each between two corners.
    pub(super) fn door_bars(width: f32) -> [(Vec3, Vec3); 3] {
        let (inner, outer) = (0.5 * width, 0.5 * width + POST);
        let top = DOOR_HEIGHT + POST;
        [
            (Vec3::new(-outer, 0.0, -DOOR_HALF), Vec3::new(-inner, DOOR_HEIGHT, DOOR_HALF)),
            (Vec3::new(inner, 0.0, -DOOR_HALF), Vec3::new(outer, DOOR_HEIGHT, DOOR_HALF)),
            (Vec3::new(-outer, DOOR_HEIGHT, -DOOR_HALF), Vec3::new(outer, top, DOOR_HALF)),
        ]
    }

    /// A bar of a door frame.
    pub(super) fn door_bar(&self, (low, high): (Vec3, Vec3)) -> Vec<Shape> {
        let palette = self.palette;
        let mut shapes = self.soft_box(
            low,
            high,
            0.004,
            super::pen::Tones { body: palette.door, light: palette.door_light, shade: palette.door_shade },
        );
        shapes.truncate(2);
        shapes.extend(self.slab(low, high, [palette.door_light, palette.door, palette.door_shade]));
        shapes
    }

    /// The floor between the posts.
    pub(super) fn threshold(&self, width: f32) -> Shape {
        let half = 0.5 * width;
        let ring = [(-half, -DOOR_HALF), (half, -DOOR_HALF), (half, DOOR_HALF), (-half, DOOR_HALF)];
        let colour: Rgba = self.palette.wall_edge;
        self.quad(ring.map(|(x, z)| Vec3::new(x, 0.0, z)), colour)
    }
}
