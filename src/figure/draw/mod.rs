//! Draws a posed body and its props as flat shapes with a dark contour, back to front.

mod arrow;
mod face;
mod glow;
mod order;
mod outline;
mod props;
mod solid;

use glam::{Vec2, Vec3};

pub use arrow::arrows;
pub use glow::places as glow_places;
pub use props::{
    BACK_REST, SEAT_HALF, SEAT_HEIGHT, corners as prop_corners, grip as hand_grip, mirrored as mirrored_prop,
    moves as prop_moves, stand as prop_frame,
};

use super::{
    body::{Body, Hair},
    camera::Eye,
    flesh::{self, Lump, Mass},
    palette::{Palette, Rgba},
    posture::outward,
    scene::Shape,
    skeleton::{NECK_BASE, Skeleton},
};
use crate::model::{Region, motion::Prop};
use order::{Layer, Name};
use outline::{Outline, ellipse, stroke};

/// Width of the contour, in metres.
pub(super) const CONTOUR: f32 = 0.0068;

/// All that a picture shows.
pub struct Subject<'a> {
    /// The posed body.
    pub skeleton: &'a Skeleton,
    /// Whose it is.
    pub body: &'a Body,
    /// How full the lungs are.
    pub breath: f32,
    /// Props, each with its opacity.
    pub props: &'a [(Prop, f32)],
    /// Regions that glow.
    pub regions: &'a [Region],
    /// How strongly they glow, 0 to 1.
    pub glow: f32,
}

/// The shapes of a picture, back to front.
#[must_use]
pub fn shapes(subject: &Subject<'_>, palette: &Palette, eye: &Eye) -> Vec<Shape> {
    let drawing = Drawing { subject, palette, eye };
    let mut shapes = Vec::with_capacity(96);
    let mut set = props::Set::new(subject, palette, eye);
    shapes.append(&mut set.behind);
    shapes.extend(glow::shadow(subject.skeleton, palette, eye));
    let mut layers = vec![drawing.torso(), drawing.head()];
    for side in 0..2 {
        layers.push(drawing.leg(side));
        layers.push(drawing.arm(side));
    }
    set.fill(&mut layers);
    let mut glows = if subject.glow > 0.0 { glow::glow(subject, palette, eye) } else { Vec::new() };
    for layer in order::back_to_front(layers, subject.skeleton, eye) {
        shapes.extend(layer.shapes);
        for (on, _) in &mut glows {
            on.retain(|name| *name != layer.name);
        }
        shapes.extend(glows.extract_if(.., |(on, _)| on.is_empty()).map(|(_, shape)| shape));
    }
    shapes.append(&mut set.before);
    shapes
}

pub(super) struct Drawing<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) palette: &'a Palette,
    pub(super) eye: &'a Eye,
}

impl Drawing<'_> {
    /// How far back something is, from 0 (by the trunk or nearer) to 1, for paling it.
    fn farness(&self, at: Vec3) -> f32 {
        let back = self.eye.depth(self.subject.skeleton.pelvis.at) - self.eye.depth(at);
        ((back - 0.02) / 0.10).clamp(0.0, 1.0)
    }

    fn pale(&self, colour: Rgba, farness: f32) -> Rgba {
        colour.mixed(self.palette.paper, 0.16 * farness)
    }

    fn leg(&self, side: usize) -> Layer {
        let Subject { skeleton, body, .. } = self.subject;
        let far = self.farness(skeleton.legs[side].thigh.at);
        let tint = |colour| self.pale(colour, far);
        let palette = self.palette;
        let foot = Outline::new(&flesh::foot(skeleton, body, side), self.eye);
        let trousers = Outline::new(&flesh::trouser_leg(skeleton, body, side), self.eye);
        let mut shapes = vec![
            foot.shape(CONTOUR, tint(palette.skin_contour)),
            foot.shape(0.0, tint(palette.skin_shade)),
            foot.lit(tint(palette.skin)),
            foot.highlight(1..5, 0.5, tint(palette.skin_light)),
        ];
        shapes.extend([
            trousers.shape(CONTOUR, tint(palette.contour)),
            trousers.shape(0.0, tint(palette.trousers_shade)),
            trousers.lit(tint(palette.trousers)),
            trousers.highlight(4..11, 0.52, tint(palette.trousers_light)),
            trousers.highlight(12..20, 0.50, tint(palette.trousers_light)),
        ]);
        Layer::new(Name::Leg(side), shapes, [&trousers, &foot], 12)
    }

    fn torso(&self) -> Layer {
        let Subject { skeleton, body, breath, .. } = self.subject;
        let palette = self.palette;
        let shirt = Outline::new(&flesh::shirt(skeleton, body, *breath), self.eye);
        let front = order::front_is_seen(skeleton, self.eye);
        let mut shapes = vec![
            shirt.shape(CONTOUR, palette.contour),
            shirt.shape(0.0, palette.top_shade),
            shirt.lit(palette.top),
            shirt.highlight(5..23, 0.58, palette.top_light),
        ];
        if front {
            shapes.extend(self.neck());
            return Layer::new(Name::Torso, shapes, [&shirt], 0);
        }
        Layer::new(Name::Torso, shapes, [&shirt], 0).with_neck(self.neck())
    }

    /// The neck and the opening of the shirt it comes out of.
    fn neck(&self) -> Vec<Shape> {
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

    fn arm(&self, side: usize) -> Layer {
        let Subject { skeleton, body, .. } = self.subject;
        let palette = self.palette;
        let bones = &skeleton.arms[side];
        let far = self.farness(bones.upper.at);
        let tint = |colour| self.pale(colour, far);
        let bare = Outline::new(&flesh::bare_arm(skeleton, body, side), self.eye);
        let sleeve = Outline::new(&flesh::sleeve(skeleton, body, side), self.eye);
        let mut shapes = vec![
            bare.shape(CONTOUR, tint(palette.skin_contour)),
            bare.shape(0.0, tint(palette.skin_shade)),
            bare.lit(tint(palette.skin)),
            bare.highlight(1..5, 0.45, tint(palette.skin_light)),
            bare.highlight(5..11, 0.45, tint(palette.skin_light)),
        ];
        shapes.extend(self.fingers(side, tint(palette.skin_contour)));
        shapes.extend([sleeve.shape(CONTOUR, tint(palette.contour)), sleeve.shape(0.0, tint(palette.top))]);
        let light = sleeve.highlight(0..3, 0.5, tint(palette.top_light));
        Layer::new(Name::Arm(side), shapes, [&sleeve, &bare], 3)
            .with_seam(self.seam(side), light)
            .with_hand_on_thigh(self.hand_on_thigh(side, far))
    }

    /// The hand with half the forearm, where it lies on top of a thigh.
    fn hand_on_thigh(&self, side: usize, far: f32) -> Option<(usize, Vec<Shape>)> {
        /// Lumps of the arm before the middle of the forearm.
        const ABOVE: usize = 9;
        /// From the middle of a thigh to a wrist over it, in metres.
        const CLOSE: f32 = 0.24;
        let Subject { skeleton, body, .. } = self.subject;
        let wrist = skeleton.arms[side].hand.at;
        let leg = (0..2).find(|leg| {
            let leg = &skeleton.legs[*leg];
            let middle = leg.thigh.at.midpoint(leg.shin.at);
            middle.distance(wrist) < CLOSE && self.eye.depth(Vec3::Y) * (wrist.y - middle.y) > 0.0
        })?;
        let arm = flesh::bare_arm(skeleton, body, side);
        let from = |first: usize| {
            let links = arm.links.iter().copied().filter(|&(a, b)| a >= first && b >= first).collect();
            Outline::new(&Mass { lumps: arm.lumps.clone(), links }, self.eye)
        };
        let (hand, more) = (from(ABOVE), from(ABOVE - 1));
        let shapes = vec![
            hand.shape(CONTOUR, self.pale(self.palette.skin_contour, far)),
            more.shape(0.0, self.pale(self.palette.skin_shade, far)),
            more.lit(self.pale(self.palette.skin, far)),
        ];
        Some((leg, shapes))
    }

    /// A patch in the shirt's colour that lets the sleeve grow out of the shirt at the top of the shoulder.
    fn seam(&self, side: usize) -> Shape {
        let Subject { skeleton, body, .. } = self.subject;
        let shoulder = skeleton.arms[side].upper.at;
        let slope = skeleton.spine[NECK_BASE].point(Vec3::new(outward(side) * 0.045, 0.004, 0.016));
        // Seen from the side, the shoulder lies before the neck and keeps its outline.
        let apart = self.eye.flat(slope).distance(self.eye.flat(shoulder));
        let size = ((apart - 0.07) / 0.06).clamp(0.0, 1.0);
        let patch = Mass::chain(vec![
            Lump::ball(slope.lerp(shoulder, 0.7), 0.034 * body.girth.chest * size),
            Lump::ball(shoulder, 0.047 * body.girth.arms * size),
        ]);
        Outline::new(&patch, self.eye).shape(0.0, self.palette.top)
    }

    /// Lines between the fingers of a hand that is seen from its back or its palm.
    fn fingers(&self, side: usize, colour: Rgba) -> Vec<Shape> {
        let hand = &self.subject.skeleton.arms[side].hand;
        let grip = self.subject.skeleton.arms[side].grip;
        let open = self.eye.depth(hand.direction(Vec3::X)).abs();
        if grip > 0.25 || open < 0.35 {
            return Vec::new();
        }
        let out = outward(side);
        let facing = if self.eye.depth(hand.direction(Vec3::X)) > 0.0 { 1.0 } else { -1.0 };
        let line = |across: f32, reach: f32| {
            let point = |along: f32| {
                let bend = -out * 0.2 * (along - 0.085).max(0.0);
                self.eye.flat(hand.point(Vec3::new(facing * 0.004 + bend, -along, across)))
            };
            stroke(&[point(0.100), point(reach)], CONTOUR * 0.45, colour)
        };
        vec![line(-0.015, 0.150), line(0.001, 0.158), line(0.017, 0.152)]
    }

    fn head(&self) -> Layer {
        let Subject { skeleton, body, .. } = self.subject;
        let palette = self.palette;
        let skull = Outline::new(&flesh::head(skeleton, body), self.eye);
        let hair = flesh::hair(skeleton, body);
        let hair_outline = Outline::new(&Mass { lumps: vec![hair], links: Vec::new() }, self.eye);
        let facing = self.eye.depth(skeleton.head.direction(Vec3::new(0.0, -0.3, 0.95)));
        let bun = (body.hair == Hair::Bun).then(|| self.bun());
        let mut shapes = Vec::new();
        let bun_behind = self.eye.depth(skeleton.head.direction(Vec3::new(0.0, 0.4, -0.9))) < 0.0;
        if let Some(bun) = bun.as_ref().filter(|_| bun_behind) {
            shapes.extend(bun.iter().cloned());
        }
        shapes.extend([
            skull.shape(CONTOUR, palette.skin_contour),
            hair_outline.shape(CONTOUR, palette.contour),
        ]);
        shapes.push(skull.shape(0.0, palette.skin));
        shapes.push(hair_outline.shape(0.0, palette.hair));
        shapes.push(hair_outline.highlight_one(0.5, palette.hair_light));
        if facing > -0.15 {
            shapes.extend(self.face(&hair));
        }
        if let Some(bun) = bun.filter(|_| !bun_behind) {
            shapes.extend(bun);
        }
        Layer::new(Name::Head, shapes, [&skull, &hair_outline], 0)
    }

    fn bun(&self) -> Vec<Shape> {
        let Subject { skeleton, body, .. } = self.subject;
        let size = body.girth.head;
        let ball = Lump::ball(skeleton.head.point(Vec3::new(0.0, 0.070, -0.104) * size), 0.041 * size);
        let outline = Outline::new(&Mass { lumps: vec![ball], links: Vec::new() }, self.eye);
        vec![
            outline.shape(CONTOUR, self.palette.contour),
            outline.shape(0.0, self.palette.hair),
            outline.highlight_one(0.45, self.palette.hair_light),
        ]
    }

    /// A filled ellipse in space.
    fn disc(&self, middle: Vec3, u: Vec3, v: Vec3, colour: Rgba) -> Shape {
        outline::convex(ellipse(middle, u, v, self.eye), colour)
    }

    fn line(&self, points: &[Vec3], width: f32, colour: Rgba) -> Shape {
        let flat: Vec<Vec2> = points.iter().map(|point| self.eye.flat(*point)).collect();
        stroke(&flat, width, colour)
    }
}
