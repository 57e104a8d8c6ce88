//! How props are drawn: flat faces, bars, boards, drums and soft boxes, each with a dark contour.

use glam::{Vec2, Vec3};

use super::super::{
    CONTOUR,
    outline::{Outline, convex, ellipse, stroke},
};
use crate::figure::{
    camera::Eye,
    flesh::{Lump, Mass},
    palette::{Palette, Rgba},
    scene::{Paint, Shape},
    skeleton::Frame,
};

/// A colour where no light falls especially, in the light, and in the shade.
#[derive(Clone, Copy)]
pub(super) struct Tones {
    pub(super) body: Rgba,
    pub(super) light: Rgba,
    pub(super) shade: Rgba,
}

/// Draws in a prop's own frame.
pub(super) struct Pen<'a> {
    pub(super) eye: &'a Eye,
    pub(super) palette: &'a Palette,
    /// How far the prop has come, 0 to 1: on its way it is mixed with the paper, so that no contour
    /// shows through.
    pub(super) here: f32,
    /// Opacity, for what the figure is seen through.
    pub(super) pane: f32,
    pub(super) frame: Frame,
}

impl Pen<'_> {
    pub(super) fn tone(&self, colour: Rgba) -> Rgba {
        colour.mixed(self.palette.paper, 1.0 - self.here).faded((self.here * 1.6).min(1.0) * self.pane)
    }

    pub(super) fn quad(&self, corners: [Vec3; 4], colour: Rgba) -> Shape {
        let points = corners.iter().map(|corner| self.eye.flat(self.frame.point(*corner))).collect();
        convex(points, self.tone(colour))
    }

    /// The faces of a box that are seen: top, sides along z, sides along x.
    pub(super) fn slab(&self, low: Vec3, high: Vec3, [top, ends, sides]: [Rgba; 3]) -> Vec<Shape> {
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
    pub(super) fn bar(&self, points: &[Vec3], radius: f32, colour: Rgba) -> [Shape; 2] {
        let lumps = points.iter().map(|point| Lump::ball(self.frame.point(*point), radius)).collect();
        let outline = Outline::new(&Mass::chain(lumps), self.eye);
        let contour = self.tone(self.palette.contour);
        [outline.shape(CONTOUR * 0.8, contour), outline.shape(0.0, self.tone(colour))]
    }

    /// A flat board with round edges, from its four corners.
    pub(super) fn board(&self, corners: &[Lump], colour: Rgba) -> [Shape; 2] {
        let outline = Outline::new(&Mass { lumps: corners.to_vec(), links: Vec::new() }, self.eye);
        let contour = self.tone(self.palette.contour);
        [outline.hull_of_all(CONTOUR * 0.8, contour), outline.hull_of_all(0.0, self.tone(colour))]
    }

    pub(super) fn contour(&self) -> Rgba {
        self.tone(self.palette.contour)
    }

    /// A line of even width through points.
    pub(super) fn line(&self, points: &[Vec3], width: f32, colour: Rgba) -> Shape {
        let flat: Vec<Vec2> = points.iter().map(|point| self.eye.flat(self.frame.point(*point))).collect();
        stroke(&flat, width, self.tone(colour))
    }

    /// A round bar between two points with light along it and, on the end that is seen, a cap.
    pub(super) fn drum(&self, ends: [Vec3; 2], radius: f32, tones: Tones) -> Vec<Shape> {
        let [from, to] = ends.map(|end| self.frame.point(end));
        let axis = (to - from).normalize_or(Vec3::X);
        let (u, v) = axis.any_orthonormal_pair();
        let disc = |at: Vec3| Lump { at, axes: [u * radius, v * radius, Vec3::ZERO] };
        let outline = Outline::new(&Mass::chain(vec![disc(from), disc(to)]), self.eye);
        let mut shapes =
            vec![outline.shape(CONTOUR * 0.8, self.contour()), outline.shape(0.0, self.tone(tones.body))];
        let (eye, inset) = (self.eye, axis * (radius * 0.45).min(0.3 * from.distance(to)));
        let lit = (eye.upward() - eye.across() * 0.35 + eye.toward() * 0.6).reject_from_normalized(axis);
        let lit = lit.normalize_or(Vec3::Y) * (radius * 0.62);
        let ball = |at: Vec3| Lump::ball(at + lit, radius * 0.17);
        let light = Outline::new(&Mass::chain(vec![ball(from + inset), ball(to - inset)]), self.eye);
        shapes.push(light.shape(0.0, self.tone(tones.light)));
        if let Some(cap) = self.cap(ends) {
            shapes.push(self.disc(cap, axis, radius, self.palette.contour));
            shapes.push(self.disc(cap, axis, radius - CONTOUR * 0.5, tones.light.mixed(tones.body, 0.5)));
        }
        shapes
    }

    /// The end of a bar that faces the viewer, if either does.
    pub(super) fn cap(&self, [from, to]: [Vec3; 2]) -> Option<Vec3> {
        let [from, to] = [from, to].map(|end| self.frame.point(end));
        let toward = self.eye.depth((to - from).normalize_or(Vec3::X));
        (toward.abs() > 0.03).then_some(if toward > 0.0 { to } else { from })
    }

    /// A filled circle in the room, across `axis`.
    pub(super) fn disc(&self, at: Vec3, axis: Vec3, radius: f32, colour: Rgba) -> Shape {
        let (u, v) = axis.any_orthonormal_pair();
        convex(ellipse(at, u * radius, v * radius, self.eye), self.tone(colour))
    }

    /// The half of a ring round a bar that is seen.
    pub(super) fn groove(&self, at: Vec3, axis: Vec3, radius: f32, colour: Rgba) -> Shape {
        const STEPS: usize = 10;
        let (at, axis) = (self.frame.point(at), self.frame.direction(axis));
        let near = self.eye.toward().reject_from_normalized(axis).normalize_or(axis.any_orthonormal_vector());
        let side = axis.cross(near);
        let points: Vec<Vec2> = (0..=STEPS)
            .map(|step| {
                let angle = (step as f32 / STEPS as f32 - 0.5) * 0.96 * std::f32::consts::PI;
                self.eye.flat(at + (near * angle.cos() + side * angle.sin()) * radius)
            })
            .collect();
        stroke(&points, CONTOUR * 0.6, self.tone(colour))
    }

    /// A box with round edges: its contour, then its faces from light above to shade at the sides.
    pub(super) fn soft_box(&self, low: Vec3, high: Vec3, round: f32, tones: Tones) -> Vec<Shape> {
        let (inner, outer) = (low + round, high - round);
        let local = Frame { at: Vec3::ZERO, turn: glam::Quat::IDENTITY };
        let lumps: Vec<Lump> = super::super::solid::corners(&local, inner, outer)
            .into_iter()
            .map(|corner| Lump::ball(self.frame.point(corner), round))
            .collect();
        let mut shapes = self.board(&lumps, tones.body).to_vec();
        let right = if self.eye.depth(self.frame.direction(Vec3::X)) > 0.0 { high.x } else { low.x };
        let side = [(low.y, low.z), (low.y, high.z), (high.y, high.z), (high.y, low.z)];
        let middle = low.midpoint(high);
        let inset = |point: Vec3, by: Vec3| point + (middle - point).signum() * by;
        shapes.push(self.quad(
            side.map(|(y, z)| inset(Vec3::new(right, y, z), Vec3::new(0.0, round, round))),
            tones.shade,
        ));
        let above = self.eye.depth(self.frame.direction(Vec3::Y)) > 0.0;
        let top = if above { high.y } else { low.y };
        let flat = Vec3::new(round, 0.0, round) * 0.8;
        let face = [(low.x, low.z), (high.x, low.z), (high.x, high.z), (low.x, high.z)];
        shapes.push(self.quad(face.map(|(x, z)| inset(Vec3::new(x, top, z), flat)), tones.light));
        shapes
    }

    /// The soft shadow under something of this half width and half depth.
    pub(super) fn shadow(&self, half: Vec2) -> Shape {
        let at = Vec3::new(self.frame.at.x, 0.003, self.frame.at.z);
        let (x, z) = (self.frame.direction(Vec3::X), self.frame.direction(Vec3::Z));
        let ring = ellipse(at, x * (half.x * 1.25 + 0.05), z * (half.y * 1.25 + 0.05), self.eye);
        let near = (1.0 - self.frame.at.y / 0.3).clamp(0.0, 1.0);
        Shape { rings: vec![ring], paint: Paint::Glow(self.palette.shadow.faded(0.55 * near * self.here)) }
    }
}
