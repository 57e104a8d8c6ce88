//! Yoga block and folded blanket.

use glam::Vec3;

use super::pen::{Pen, Tones};
use crate::figure::scene::Shape;

/// The corners of something of this size that stands on its frame's floor.
pub(super) fn standing((x, y, z): (f32, f32, f32)) -> (Vec3, Vec3) {
    (Vec3::new(-0.5 * x, 0.0, -0.5 * z), Vec3::new(0.5 * x, y, 0.5 * z))
}

impl Pen<'_> {
    /// A yoga block.
    pub(super) fn block(&self, size: (f32, f32, f32)) -> Vec<Shape> {
        let palette = self.palette;
        let (low, high) = standing(size);
        let round = 0.2 * (high - low).min_element().max(0.0);
        self.soft_box(
            low,
            high,
            round.min(0.010),
            Tones { body: palette.block, light: palette.block_light, shade: palette.block_shade },
        )
    }

    /// A blanket, folded three times.
    pub(super) fn blanket(&self, size: (f32, f32, f32)) -> Vec<Shape> {
        const FOLDS: usize = 3;
        let palette = self.palette;
        let (low, high) = standing(size);
        let thick = high.y / FOLDS as f32;
        let tones = Tones { body: palette.cloth, light: palette.cloth_light, shade: palette.cloth };
        let fold = |index: usize| {
            // Not quite flush, as folded cloth is.
            let slip = if index.is_multiple_of(2) { 0.0 } else { 0.008 };
            let edge = Vec3::new(slip, 0.0, slip * 0.5);
            let bottom = Vec3::new(low.x, thick * index as f32, low.z) + edge;
            let top = Vec3::new(high.x, thick * (index + 1) as f32, high.z) - edge;
            self.soft_box(bottom, top, thick * 0.49, tones)
        };
        let mut shapes: Vec<Shape> = (0..FOLDS).flat_map(fold).collect();
        for share in [-0.74, -0.66, 0.66, 0.74] {
            let x = share * high.x;
            let inset = 0.5 * thick;
            let stripe = [low.z + inset, high.z - inset].map(|z| Vec3::new(x, high.y, z));
            shapes.push(self.line(&stripe, 0.008, palette.cloth_shade));
        }
        shapes
    }
}
