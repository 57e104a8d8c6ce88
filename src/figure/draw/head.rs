//! The head with its hair.

use glam::Vec3;

use super::{
    CONTOUR, Drawing, Subject,
    outline::{Outline, Reach},
};
use crate::figure::{
    body::{Body, Hair},
    camera::Eye,
    flesh::{self, Lump, Mass},
    scene::Shape,
    skeleton::Skeleton,
};

/// The head as the camera sees it.
pub(super) struct Head {
    skull: Outline,
    hair: Lump,
    hair_outline: Outline,
}

impl Head {
    pub(super) fn new(skeleton: &Skeleton, body: &Body, eye: &Eye) -> Self {
        let hair = flesh::hair(skeleton, body);
        let hair_outline = Outline::new(&Mass { lumps: vec![hair], links: Vec::new() }, eye);
        Self { skull: Outline::new(&flesh::head(skeleton, body), eye), hair, hair_outline }
    }

    pub(super) fn reaches(&self) -> impl Iterator<Item = &Reach> + Clone {
        self.skull.reaches.iter().chain(&self.hair_outline.reaches)
    }
}

impl Drawing<'_> {
    /// The head, and under it the neck, if it comes before the trunk.
    pub(super) fn head(&self, first: bool) -> Vec<Shape> {
        let Subject { skeleton, body, .. } = self.subject;
        let palette = self.palette;
        let Head { skull, hair, hair_outline } = &self.head;
        let facing = self.eye.depth(skeleton.head.direction(Vec3::new(0.0, -0.3, 0.95)));
        let back = self.back_hair();
        let mut shapes = if first { self.neck() } else { Vec::new() };
        let is_behind = self.eye.depth(skeleton.head.direction(Vec3::new(0.0, 0.4, -0.9))) < 0.0;
        let (before, behind) = if is_behind { (None, back) } else { (back, None) };
        shapes.extend(behind.into_iter().flatten());
        shapes.extend([
            skull.shape(CONTOUR, palette.skin_contour),
            hair_outline.shape(CONTOUR, palette.contour),
        ]);
        shapes.push(skull.shape(0.0, palette.skin));
        shapes.push(hair_outline.shape(0.0, palette.hair));
        shapes.push(hair_outline.highlight_one(0.5, palette.hair_light));
        if facing > -0.15 {
            shapes.extend(self.face(hair));
        }
        shapes.extend(before.into_iter().flatten());
        shapes
    }

    /// The hair that hangs or is tied at the back.
    fn back_hair(&self) -> Option<Vec<Shape>> {
        let Subject { skeleton, body, .. } = self.subject;
        let size = body.girth.head;
        let oval = |middle: Vec3, half: Vec3| Lump::oval(&skeleton.head, middle * size, half * size);
        let mass = match body.hair {
            Hair::Short => return None,
            Hair::Bun => Mass::chain(vec![oval(Vec3::new(0.0, 0.070, -0.104), Vec3::splat(0.041))]),
            Hair::Bob => Mass::chain(vec![
                oval(Vec3::new(0.0, 0.010, -0.034), Vec3::new(0.086, 0.090, 0.072)),
                oval(Vec3::new(0.0, -0.090, -0.034), Vec3::new(0.080, 0.032, 0.056)),
            ]),
        };
        let outline = Outline::new(&mass, self.eye);
        Some(vec![
            outline.shape(CONTOUR, self.palette.contour),
            outline.shape(0.0, self.palette.hair),
            outline.highlight_one(0.45, self.palette.hair_light),
        ])
    }
}
