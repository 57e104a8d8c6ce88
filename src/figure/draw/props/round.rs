//! What is round: foam roller, rolled towel, the two balls of a peanut.

use glam::Vec3;

use super::{
    super::{CONTOUR, outline::Outline},
    pen::{Pen, Tones},
};
use crate::figure::{
    flesh::{Lump, Mass},
    scene::Shape,
};

impl Pen<'_> {
    /// A foam roller that lies along x.
    pub(super) fn roller(&self, (length, thickness): (f32, f32)) -> Vec<Shape> {
        let palette = self.palette;
        let (half, radius) = (0.5 * length, 0.5 * thickness);
        let ends = [-half, half].map(|x| Vec3::new(x, radius, 0.0));
        let tones = Tones { body: palette.roller, light: palette.roller_light, shade: palette.roller_shade };
        let mut shapes = self.drum(ends, radius, tones);
        let bands = (length / 0.11).round().max(2.0);
        let grooves = (1..bands as usize).map(|band| {
            let x = half * (2.0 * band as f32 / bands - 1.0);
            self.groove(Vec3::new(x, radius, 0.0), Vec3::X, radius, tones.shade)
        });
        // Under the cap, over the light.
        shapes.splice(3..3, grooves);
        if let Some(cap) = self.cap(ends) {
            let axis = self.frame.direction(Vec3::X);
            shapes.push(self.disc(cap, axis, radius * 0.42, palette.contour));
            shapes.push(self.disc(cap, axis, radius * 0.42 - CONTOUR * 0.5, tones.shade));
        }
        shapes
    }

    /// A rolled towel that lies along x.
    pub(super) fn towel(&self, (length, thickness): (f32, f32)) -> Vec<Shape> {
        let palette = self.palette;
        let (half, radius) = (0.5 * length, 0.5 * thickness);
        let ends = [-half, half].map(|x| Vec3::new(x, radius, 0.0));
        let tones = Tones { body: palette.cloth, light: palette.cloth_light, shade: palette.cloth_shade };
        let mut shapes = self.drum(ends, radius, tones);
        let stripes = [-0.80, -0.74, 0.74, 0.80]
            .map(|share| self.groove(Vec3::new(share * half, radius, 0.0), Vec3::X, radius, tones.shade));
        shapes.splice(3..3, stripes);
        if let Some(cap) = self.cap(ends) {
            let (y, z) = (self.frame.direction(Vec3::Y), self.frame.direction(Vec3::Z));
            let turn = |step: usize| {
                let along = step as f32 / 36.0;
                let (sin, cos) = (along * 2.6 * std::f32::consts::TAU).sin_cos();
                let at = cap + (y * sin + z * cos) * (radius * 0.88 * along);
                self.frame.turn.inverse() * (at - self.frame.at)
            };
            let spiral: Vec<Vec3> = (2..=36).map(turn).collect();
            shapes.push(self.line(&spiral, CONTOUR * 0.6, tones.shade));
        }
        shapes
    }

    /// Two balls side by side along x, held together.
    pub(super) fn peanut(&self, thickness: f32) -> Vec<Shape> {
        let palette = self.palette;
        let radius = 0.5 * thickness;
        let mut balls = [-0.92, 0.92].map(|share| Vec3::new(share * radius, radius, 0.0));
        if self.eye.depth(self.frame.direction(Vec3::X)) < 0.0 {
            balls.reverse();
        }
        let mut shapes = self.bar(&balls, radius * 0.72, palette.rubber).to_vec();
        for ball in balls {
            let mass = Mass { lumps: vec![Lump::ball(self.frame.point(ball), radius)], links: Vec::new() };
            let outline = Outline::new(&mass, self.eye);
            shapes.extend([
                outline.shape(CONTOUR * 0.8, self.contour()),
                outline.shape(0.0, self.tone(palette.rubber)),
                outline.highlight_one(0.42, self.tone(palette.rubber_light)),
            ]);
        }
        shapes
    }
}
