//! The face: where the hair ends, eyes, brows, mouth, ears. It shows where the head looks.

use std::f32::consts::TAU;

use glam::{Mat3, Vec2, Vec3};

use super::{CONTOUR, Drawing, outline::Outline, outline::convex};
use crate::figure::{body::Hair, flesh::Lump, scene::Shape};

/// Middle of the face on the head seen as a unit ball, and how wide it opens from there.
const FACE: Vec3 = Vec3::new(0.0, -0.56, 0.83);
const OPENING_DEG: f32 = 74.0;

impl Drawing<'_> {
    /// The parts of the face that are seen. `hair` is the hair's volume, `skull` the head's outline.
    pub(super) fn face(&self, hair: &Lump, skull: &Outline, facing: f32) -> Vec<Shape> {
        let palette = self.palette;
        let mut shapes = Vec::new();
        let opening = if self.subject.body.hair == Hair::Short { OPENING_DEG + 3.0 } else { OPENING_DEG };
        let region = self.seen_part(hair, FACE.normalize(), opening.to_radians());
        if region.len() > 2 {
            shapes.push(convex(region, palette.skin));
        }
        if facing > 0.0 {
            // Jaw and nose lie over the hair's lower edge.
            shapes.push(skull.shape(0.0, palette.skin));
            if let Some(cap) = self.fringe(hair, opening.to_radians()) {
                shapes.push(cap);
            }
        }
        for out in [1.0, -1.0] {
            shapes.extend(self.ear(out));
            shapes.extend(self.eye_and_brow(out));
        }
        shapes.extend(self.mouth_and_nose());
        shapes
    }

    /// Hair above the forehead, over the skull that was drawn after it.
    fn fringe(&self, hair: &Lump, opening: f32) -> Option<Shape> {
        let region = self.seen_part(hair, -FACE.normalize(), std::f32::consts::PI - opening);
        (region.len() > 2).then(|| convex(region, self.palette.hair))
    }

    /// The visible part of a cap of an ellipsoid, on the picture.
    fn seen_part(&self, lump: &Lump, axis: Vec3, opening: f32) -> Vec<Vec2> {
        const STEPS: usize = 64;
        let shape = Mat3::from_cols(lump.axes[0], lump.axes[1], lump.axes[2]);
        // On the unit ball the outline is where `view · u = 0`.
        let view = (shape.inverse() * self.eye.toward()).normalize_or(Vec3::Z);
        let place = |u: Vec3| self.eye.flat(lump.at + shape * u);
        let circle = |pole: Vec3, angle: f32| {
            let (a, b) = pole.any_orthonormal_pair();
            (0..STEPS).map(move |step| {
                let (sin, cos) = (step as f32 / STEPS as f32 * TAU).sin_cos();
                pole * angle.cos() + (a * cos + b * sin) * angle.sin()
            })
        };
        let hairline: Vec<Vec3> = circle(axis, opening).filter(|u| u.dot(view) >= 0.0).collect();
        let rim: Vec<Vec3> = circle(view, TAU / 4.0).filter(|u| u.dot(axis) >= opening.cos()).collect();
        let mut points: Vec<Vec2> = hairline.into_iter().chain(rim).map(place).collect();
        let middle = points.iter().sum::<Vec2>() / points.len().max(1) as f32;
        points.sort_by(|a, b| (*a - middle).to_angle().total_cmp(&(*b - middle).to_angle()));
        points
    }

    fn ear(&self, out: f32) -> Vec<Shape> {
        let head = &self.subject.skeleton.head;
        let size = self.subject.body.girth.head;
        if self.eye.depth(head.direction(Vec3::new(out, 0.0, -0.05))) < 0.18 {
            return Vec::new();
        }
        let at = head.point(Vec3::new(out * 0.079, -0.022, -0.004) * size);
        let (u, v) =
            (head.direction(Vec3::new(-out * 0.2, 0.15, 1.0)), head.direction(Vec3::new(0.0, 1.0, -0.15)));
        let oval = |grow: f32| (u * (0.017 + grow) * size, v * (0.027 + grow) * size);
        let (rim, skin) = (oval(CONTOUR * 0.8), oval(0.0));
        let inner = (u * 0.008 * size, v * 0.014 * size);
        vec![
            self.disc(at, rim.0, rim.1, self.palette.skin_contour),
            self.disc(at, skin.0, skin.1, self.palette.skin),
            self.disc(at, inner.0, inner.1, self.palette.skin_shade),
        ]
    }

    fn eye_and_brow(&self, out: f32) -> Vec<Shape> {
        let head = &self.subject.skeleton.head;
        let size = self.subject.body.girth.head;
        let normal = head.direction(Vec3::new(out * 0.42, 0.0, 0.91));
        if self.eye.depth(normal) < 0.12 {
            return Vec::new();
        }
        let on_face = |x: f32, y: f32| {
            let z = 0.096 * (1.0 - (x / 0.08).powi(2) - (y / 0.105).powi(2)).max(0.0).sqrt();
            head.point(Vec3::new(out * x, y, z) * size)
        };
        let side = head.direction(Vec3::new(0.91, 0.0, -out * 0.42));
        let up = head.direction(Vec3::Y);
        let colour = self.palette.hair;
        vec![
            self.disc(on_face(0.032, -0.004), side * 0.0068 * size, up * 0.0088 * size, colour),
            self.line(
                &[on_face(0.019, 0.020), on_face(0.032, 0.025), on_face(0.045, 0.021)],
                CONTOUR * 0.75,
                colour,
            ),
        ]
    }

    fn mouth_and_nose(&self) -> Vec<Shape> {
        let head = &self.subject.skeleton.head;
        let size = self.subject.body.girth.head;
        let ahead = self.eye.depth(head.direction(Vec3::Z));
        if ahead < -0.05 {
            return Vec::new();
        }
        let at = |x: f32, y: f32, z: f32| head.point(Vec3::new(x, y, z) * size);
        let mut shapes = Vec::new();
        // From the side only the near half of the mouth is seen.
        let near = self.eye.depth(head.direction(Vec3::X));
        let (left, right) = (if near < -0.6 { 0.0 } else { 0.018 }, if near > 0.6 { 0.0 } else { 0.018 });
        shapes.push(self.line(
            &[at(-right, -0.060, 0.080), at((left - right) * 0.5, -0.064, 0.087), at(left, -0.060, 0.080)],
            CONTOUR * 0.7,
            self.palette.skin_contour,
        ));
        if ahead > 0.35 {
            let bend = if near > 0.0 { 1.0 } else { -1.0 };
            let points =
                [at(bend * 0.006, -0.018, 0.106), at(bend * 0.012, -0.032, 0.108), at(0.0, -0.038, 0.110)];
            shapes.push(self.line(&points, CONTOUR * 0.6, self.palette.skin_shade));
        }
        shapes
    }
}
