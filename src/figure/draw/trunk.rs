//! The trunk: the shirt, its neckline, and the neck that comes out of it.

use glam::{Vec2, Vec3};

use super::{
    CONTOUR, Drawing, Subject, order,
    outline::{Outline, stroke},
};
use crate::figure::{
    flesh::{self, Lump, Mass},
    posture::outward,
    scene::Shape,
    skeleton::NECK_BASE,
};

/// The point of the spine between the shoulder blades.
const BLADES: usize = 8;

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
        shapes.extend((0..2).filter_map(|side| self.shoulder_blade(side)));
        shapes.extend(self.under_the_hem());
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

    /// The inner edge and the tip of a shoulder blade, where the back is seen. It follows the shoulder,
    /// and its tip swings out as the arm is raised.
    fn shoulder_blade(&self, side: usize) -> Option<Shape> {
        /// Across and up from the middle of the back: down the inner edge, round the tip.
        const EDGE: [(f32, f32); 6] = [
            (0.058, 0.040),
            (0.053, 0.0),
            (0.056, -0.040),
            (0.068, -0.072),
            (0.084, -0.078),
            (0.100, -0.062),
        ];
        /// What the blade turns about.
        const PIVOT: Vec2 = Vec2::new(0.095, 0.020);
        let Subject { skeleton, body, .. } = self.subject;
        let (back, out) = (&skeleton.spine[BLADES], outward(side));
        let seen = ((self.eye.depth(back.direction(Vec3::NEG_Z)) - 0.12) / 0.3).clamp(0.0, 1.0);
        if seen <= 0.0 {
            return None;
        }
        let arm = &skeleton.arms[side].upper;
        let local = skeleton.chest.turn.inverse() * (arm.at - skeleton.chest.at);
        let raised = (skeleton.chest.turn.inverse() * arm.direction(Vec3::NEG_Y)).angle_between(Vec3::NEG_Y);
        let turn = Vec2::from_angle(raised / 3.0);
        let shift = Vec2::new(0.4 * local.z, local.y) + Vec2::new(out * local.x - body.bones.shoulder, 0.0);
        let size = body.girth.chest;
        let place = |&(x, y): &(f32, f32)| {
            let at = PIVOT + turn.rotate(Vec2::new(x, y) - PIVOT) + shift;
            let round = (1.0 - (at.x / 0.158).powi(2)).max(0.0).sqrt();
            self.eye.flat(back.point(Vec3::new(out * at.x, at.y, 0.055 - 0.108 * round) * size))
        };
        let points: Vec<Vec2> = EDGE.iter().map(place).collect();
        let colour = self.palette.top_shade.mixed(self.palette.contour, 0.45).faded(seen);
        Some(stroke(&points, CONTOUR * 0.85, colour))
    }

    /// What is seen of the trousers through the hem, from the side of the feet.
    fn under_the_hem(&self) -> Vec<Shape> {
        let Subject { skeleton, body, .. } = self.subject;
        // From further up the shirt falls over it.
        let below = self.eye.depth(skeleton.pelvis.direction(Vec3::NEG_Y));
        let hips = body.girth.hips * ((below - 0.25) / 0.3).clamp(0.0, 1.0).sqrt();
        if hips <= 0.0 {
            return Vec::new();
        }
        let opening =
            Lump::oval(&skeleton.pelvis, Vec3::new(0.0, -0.040, -0.006), Vec3::new(0.155, 0.0, 0.111) * hips);
        let opening = Outline::new(&Mass { lumps: vec![opening], links: Vec::new() }, self.eye);
        vec![
            opening.shape(CONTOUR * 0.5, self.palette.contour),
            opening.shape(-CONTOUR * 0.5, self.palette.trousers),
        ]
    }
}
