//! The face: where the hair ends, eyes, brows, mouth, ears. It shows where the head looks.

use std::f32::consts::{PI, TAU};

use glam::{Mat3, Vec3};

use super::{
    CONTOUR, Drawing, Subject,
    outline::{Outline, convex, wound},
};
use crate::figure::{
    body::Hair,
    flesh::{self, Lump, Mass},
    palette::Rgba,
    scene::{Paint, Shape},
};

/// Middle of the face on the head seen as a unit ball, and how wide it opens from there.
const FACE: Vec3 = Vec3::new(0.0, -0.53, 0.848);
const OPENING_DEG: f32 = 61.0;

impl Drawing<'_> {
    /// The parts of the face that are seen, over the volume of the hair.
    pub(super) fn face(&self, hair: &Lump) -> Vec<Shape> {
        let palette = self.palette;
        let Subject { skeleton, body, .. } = self.subject;
        let opening = if body.hair == Hair::Short { OPENING_DEG + 3.0 } else { OPENING_DEG };
        let front = Outline::new(&flesh::face(skeleton, body), self.eye);
        let mut shapes = vec![
            self.seen_part(hair, FACE, opening.to_radians(), palette.skin),
            front.shape(0.0, palette.skin),
        ];
        if body.beard {
            shapes.push(self.beard());
        }
        for out in [1.0, -1.0] {
            shapes.extend(self.ear(out));
            shapes.extend(self.eye_and_brow(out));
        }
        shapes.extend(self.mouth_and_nose());
        shapes
    }

    /// From ear to ear along the jaw.
    fn beard(&self) -> Shape {
        const JAW: [([f32; 3], f32); 7] = [
            ([-0.066, -0.030, 0.012], 0.012),
            ([-0.056, -0.066, 0.030], 0.017),
            ([-0.030, -0.094, 0.062], 0.019),
            ([0.0, -0.098, 0.074], 0.020),
            ([0.030, -0.094, 0.062], 0.019),
            ([0.056, -0.066, 0.030], 0.017),
            ([0.066, -0.030, 0.012], 0.012),
        ];
        let Subject { skeleton, body, .. } = self.subject;
        let size = body.girth.head;
        let ball = |(at, radius): ([f32; 3], f32)| {
            Lump::ball(skeleton.head.point(Vec3::from(at) * size), radius * size)
        };
        // What grows on the far cheek is hidden.
        let seen = |&([x, _, z], _): &([f32; 3], f32)| {
            self.eye.depth(skeleton.head.direction(Vec3::new(x, 0.0, 0.6 * z))) > -0.012
        };
        let near = JAW.into_iter().filter(seen).map(ball).collect();
        Outline::new(&Mass::chain(near), self.eye).shape(0.0, self.palette.hair)
    }

    /// The visible part of a cap of an ellipsoid: from the cap's edge to the outline.
    fn seen_part(&self, lump: &Lump, axis: Vec3, opening: f32, colour: Rgba) -> Shape {
        const STEPS: usize = 20;
        let shape = Mat3::from_cols(lump.axes[0], lump.axes[1], lump.axes[2]);
        // On the unit ball the outline is where `view · u = 0`.
        let view = (shape.inverse() * self.eye.toward()).normalize_or(Vec3::Z);
        let place = |u: Vec3| self.eye.flat(lump.at + shape * u);
        let ahead = axis.dot(view);
        let side = view.reject_from_normalized(axis).normalize_or(axis.any_orthonormal_vector());
        let across = axis.cross(side);
        let edge =
            |angle: f32| axis * opening.cos() + (side * angle.cos() + across * angle.sin()) * opening.sin();
        // The edge is seen where `view · u >= 0`: within `half` of the side that faces the viewer.
        let tilt = (1.0 - ahead * ahead).max(0.0).sqrt() * opening.sin();
        let reach = if tilt < 1e-6 { ahead.signum() } else { ahead * opening.cos() / tilt };
        if reach >= 1.0 {
            let ring = (0..STEPS).map(|step| place(edge(step as f32 / STEPS as f32 * TAU))).collect();
            return convex(ring, colour);
        }
        if reach <= -1.0 {
            return Shape { rings: Vec::new(), paint: Paint::Flat(colour) };
        }
        let half = PI - reach.acos();
        let (from, to) = (edge(-half), edge(half));
        // The rim of the ball between the two points where the edge meets it, on the cap's side.
        let toward_cap = axis.reject_from_normalized(view).normalize_or(view.any_orthonormal_vector());
        let beside = view.cross(toward_cap);
        let angle = |u: Vec3| u.dot(beside).atan2(u.dot(toward_cap));
        let (first, last) = (angle(from), angle(to));
        let rim = |share: f32| {
            let at = first + (last - first) * share;
            toward_cap * at.cos() + beside * at.sin()
        };
        let pair = |step: usize| {
            let share = step as f32 / STEPS as f32;
            (place(edge(-half + 2.0 * half * share)), place(rim(share)))
        };
        if ahead > 0.0 {
            // Both curve the same way: one ring, with no seam that would show.
            let along = (0..=STEPS).map(|step| place(edge(half * (2.0 * step as f32 / STEPS as f32 - 1.0))));
            let back = (1..STEPS).rev().map(|step| place(rim(step as f32 / STEPS as f32)));
            return convex(along.chain(back).collect(), colour);
        }
        let quad = |step: usize| {
            let ((a, b), (c, d)) = (pair(step), pair(step + 1));
            wound(vec![a, b, d, c])
        };
        Shape { rings: (0..STEPS).map(quad).collect(), paint: Paint::Flat(colour) }
    }

    fn ear(&self, out: f32) -> Vec<Shape> {
        let head = &self.subject.skeleton.head;
        let size = self.subject.body.girth.head;
        if self.eye.depth(head.direction(Vec3::new(out, 0.0, -0.05))) < 0.18 {
            return Vec::new();
        }
        let at = head.point(Vec3::new(out * 0.079, -0.022, 0.004) * size);
        let (u, v) =
            (head.direction(Vec3::new(-out * 0.2, 0.15, 1.0)), head.direction(Vec3::new(0.0, 1.0, -0.15)));
        let oval = |grow: f32| (u * (0.014 + grow) * size, v * (0.022 + grow) * size);
        let (rim, skin) = (oval(CONTOUR * 0.8), oval(0.0));
        let inner = (u * 0.006 * size, v * 0.011 * size);
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
                &[on_face(0.020, 0.026), on_face(0.032, 0.031), on_face(0.045, 0.025)],
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
        let (left, right) = (if near < -0.45 { 0.0 } else { 0.018 }, if near > 0.45 { 0.0 } else { 0.018 });
        shapes.push(self.line(
            &[
                at(-right, -0.0595, 0.084),
                at(-right * 0.5, -0.0625, 0.087),
                at(0.0, -0.0635, 0.088),
                at(left * 0.5, -0.0625, 0.087),
                at(left, -0.0595, 0.084),
            ],
            CONTOUR * 0.7,
            self.palette.skin_contour,
        ));
        if ahead > 0.35 {
            let bend = if near > 0.0 { 1.0 } else { -1.0 };
            let points =
                [at(bend * 0.006, -0.018, 0.106), at(bend * 0.012, -0.032, 0.108), at(0.0, -0.038, 0.110)];
            shapes.push(self.line(
                &points,
                CONTOUR * 0.6,
                self.palette.skin_shade.mixed(self.palette.skin_contour, 0.35),
            ));
        }
        shapes
    }
}
