//! The trunk: the shirt, its neckline, and the neck that comes out of it.

use glam::Vec3;

use super::{CONTOUR, Drawing, Subject, order, outline::Outline};
use crate::figure::{
    flesh::{self, Lump, Mass},
    scene::Shape,
    skeleton::NECK_BASE,
};

impl Drawing<'_> {
    /// The shirt, and with it the neck, if it comes before the head: over the shirt where its front is
    /// seen, else under it.
    pub(super) fn torso(&self, first: bool) -> Vec<Shape> {
        let palette = self.palette;
        let shirt = &self.shirt;
        let front = order::front_is_seen(self.subject.skeleton, self.eye);
        let mut shapes = if first && !front { self.neck() } else { Vec::new() };
        shapes.extend([
            shirt.shape(CONTOUR, palette.contour),
            shirt.shape(0.0, palette.top_shade),
            shirt.lit(palette.top),
            shirt.highlight(5..23, 0.58, palette.top_light),
        ]);
        if first && front {
            shapes.extend(self.neck());
        }
        shapes
    }

    /// The neck and the opening of the shirt it comes out of.
    pub(super) fn neck(&self) -> Vec<Shape> {
        let Subject { skeleton, body, .. } = self.subject;
        let palette = self.palette;
        let frame = &skeleton.spine[NECK_BASE];
        let size = body.girth.chest;
        let chest = &skeleton.chest;
        let ahead = chest.direction(Vec3::new(0.0, -0.62, 0.78));
        let collar = Lump {
            at: frame.point(Vec3::new(0.0, 0.012, 0.0)) + ahead * 0.032 * size,
            axes: [chest.direction(Vec3::X) * 0.064 * size, ahead * 0.060 * size, Vec3::ZERO],
        };
        let opening = Outline::new(&Mass { lumps: vec![collar], links: Vec::new() }, self.eye);
        let neck = flesh::neck(skeleton, body);
        let throat = |point: usize, ahead: f32, radius: f32| {
            Lump::ball(skeleton.spine[point].point(Vec3::new(0.0, 0.0, ahead)), radius * body.girth.head)
        };
        let shade =
            Mass::chain(vec![throat(NECK_BASE + 2, 0.022, 0.040), throat(NECK_BASE + 4, 0.016, 0.046)]);
        let [neck, shade] = [neck, shade].map(|mass| Outline::new(&mass, self.eye));
        vec![
            opening.shape(CONTOUR * 0.8, palette.contour),
            neck.shape(CONTOUR, palette.skin_contour),
            opening.shape(0.0, palette.skin),
            neck.shape(0.0, palette.skin),
            // The chin's shadow.
            shade.shape(0.0, palette.skin_shade.mixed(palette.skin, 0.45)),
        ]
    }
}
