//! The chair.

use glam::Vec3;

use super::{super::solid::Solid, BACK_REST, SEAT_HALF, SEAT_HEIGHT, pen::Pen};
use crate::figure::{flesh::Lump, scene::Shape};

impl Pen<'_> {
    /// The pieces of the chair, back to front, each with the room it takes.
    pub(super) fn chair(&self) -> Vec<(Vec<Shape>, Solid)> {
        let mut pieces = self.legs();
        let from_behind = self.eye.depth(self.frame.direction(Vec3::NEG_Z)) > 0.0;
        let (seat, back) = (self.seat(), self.back());
        pieces.extend(if from_behind { [seat, back] } else { [back, seat] });
        pieces
    }

    fn legs(&self) -> Vec<(Vec<Shape>, Solid)> {
        let (half, height) = (SEAT_HALF, SEAT_HEIGHT);
        let mut places: Vec<(f32, f32)> = vec![(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)];
        let depth = |(x, z): (f32, f32)| self.eye.depth(self.frame.direction(Vec3::new(x, 0.0, z)));
        places.sort_by(|a, b| depth(*a).total_cmp(&depth(*b)));
        let leg = |(x, z): (f32, f32)| {
            let top = Vec3::new(x * (half - 0.03), height - 0.03, z * (half - 0.03));
            let foot = Vec3::new(x * (half - 0.005), 0.012, z * (half - 0.005));
            let solid = Solid::bar(self.frame.point(foot), self.frame.point(top), 0.015, self.eye);
            (self.bar(&[top, foot], 0.015, self.palette.chair_shade).to_vec(), solid)
        };
        places.into_iter().map(leg).collect()
    }

    fn seat(&self) -> (Vec<Shape>, Solid) {
        let palette = self.palette;
        let (half, height) = (SEAT_HALF, SEAT_HEIGHT);
        let radius = 0.017;
        let inset = half - radius;
        let y = height - radius;
        let ring = [(-inset, -inset), (inset, -inset), (inset, inset), (-inset, inset)];
        let lumps: Vec<Lump> =
            ring.iter().map(|(x, z)| Lump::ball(self.frame.point(Vec3::new(*x, y, *z)), radius)).collect();
        let mut shapes = self.board(&lumps, palette.chair).to_vec();
        let top = half - 0.03;
        let face = [(-top, -top), (top, -top), (top, top), (-top, top)].map(|(x, z)| Vec3::new(x, height, z));
        shapes.push(self.quad(face, palette.chair_light));
        let low = Vec3::new(-half, height - 2.0 * radius, -half);
        (shapes, Solid::new(self.frame, low, Vec3::new(half, height, half), self.eye))
    }

    /// Posts and the rounded board of the chair's back.
    fn back(&self) -> (Vec<Shape>, Solid) {
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
        let low = Vec3::new(-0.2, SEAT_HEIGHT, BACK_REST - 0.06);
        (shapes, Solid::new(self.frame, low, Vec3::new(0.2, 0.9, BACK_REST), self.eye))
    }
}
