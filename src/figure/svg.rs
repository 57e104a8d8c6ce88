//! A picture as SVG text.

use std::fmt::Write as _;

use glam::Vec2;

use super::{
    palette::Rgba,
    scene::{Paint, Scene, Shape},
};

/// The picture in a square of `size` pixels, its ground left clear.
#[must_use]
pub fn render(scene: &Scene, size: u32) -> String {
    let side = size as f32;
    let (scale, shift) = scene.fit(Vec2::splat(side));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 {size} {size}\">\n"
    );
    for (index, shape) in scene.shapes.iter().enumerate() {
        write_shape(&mut out, &format!("g{index}"), shape, (scale, shift), write_ring);
    }
    out.push_str("</svg>\n");
    out
}

/// Width and height of a picture as a [`symbol`], in steps: [`SYMBOL_STEPS`] along the longer side.
#[must_use]
pub fn symbol_size(scene: &Scene) -> Vec2 {
    let frame = scene.frame.size().max(Vec2::splat(1e-3));
    (frame * (SYMBOL_STEPS / frame.max_element())).ceil().max(Vec2::ONE)
}

/// The picture as a `symbol` to be used by its id within a page, as small as print allows: told in
/// whole steps.
#[must_use]
pub fn symbol(scene: &Scene, id: &str) -> String {
    let size = symbol_size(scene);
    let fit = scene.fit(size);
    let mut out = format!("<symbol id=\"{id}\" viewBox=\"0 0 {} {}\">\n", size.x, size.y);
    for (index, shape) in scene.shapes.iter().enumerate() {
        write_shape(&mut out, &format!("{id}g{index}"), shape, fit, write_ring_in_steps);
    }
    out.push_str("</symbol>\n");
    out
}

/// Steps along the longer side of a symbol: 600 dots an inch at the 35 mm that a sheet gives it.
pub const SYMBOL_STEPS: f32 = 840.0;

fn hex(Rgba([r, g, b, _]): Rgba) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

fn opacity(Rgba([_, _, _, a]): Rgba) -> f32 {
    f32::from(a) / 255.0
}

/// Where a point of the picture lies on the drawing: `point * scale + shift`.
type Fit = (f32, Vec2);

fn write_shape(out: &mut String, id: &str, shape: &Shape, fit: Fit, ring: fn(&mut String, &[Vec2], Fit)) {
    let fill = match shape.paint {
        Paint::Flat(colour) => {
            let mut fill = format!("fill=\"{}\"", hex(colour));
            if colour.0[3] < 255 {
                // Writing to a String cannot fail.
                let _ = write!(fill, " fill-opacity=\"{:.3}\"", opacity(colour));
            }
            fill
        }
        Paint::Glow(colour) => {
            write_gradient(out, id, shape, colour, fit);
            format!("fill=\"url(#{id})\"")
        }
    };
    let _ = write!(out, "<path {fill} d=\"");
    for corners in &shape.rings {
        ring(out, corners, fit);
    }
    out.push_str("\"/>\n");
}

fn write_ring(out: &mut String, ring: &[Vec2], (scale, shift): Fit) {
    for (corner, point) in ring.iter().enumerate() {
        let at = *point * scale + shift;
        let _ = write!(out, "{}{:.2} {:.2}", if corner == 0 { 'M' } else { 'L' }, at.x, at.y);
    }
    out.push('Z');
}

/// In whole steps, each corner told from the one before; corners that fall together are one.
fn write_ring_in_steps(out: &mut String, ring: &[Vec2], (scale, shift): Fit) {
    let mut before: Option<Vec2> = None;
    for point in ring {
        let at = (*point * scale + shift).round();
        match before.replace(at).map(|before| at - before) {
            None => {
                let _ = write!(out, "M{} {}l", at.x as i32, at.y as i32);
            }
            Some(Vec2::ZERO) => {}
            Some(step) => {
                let gap = if step.y < 0.0 { "" } else { " " };
                let _ = write!(out, "{}{gap}{} ", step.x as i32, step.y as i32);
            }
        }
    }
    out.push('Z');
}

fn write_gradient(out: &mut String, id: &str, shape: &Shape, colour: Rgba, (scale, shift): Fit) {
    let Some(ring) = shape.rings.first().filter(|ring| ring.len() > 3) else { return };
    // The ring is an ellipse sampled evenly from its first direction: its axes are a quarter apart.
    let middle = ring.iter().sum::<Vec2>() / ring.len() as f32;
    let (u, v) = ((ring[0] - middle) * scale, (ring[ring.len() / 4] - middle) * scale);
    let at = middle * scale + shift;
    let _ = write!(
        out,
        "<radialGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\" cx=\"0\" cy=\"0\" r=\"1\" \
         gradientTransform=\"matrix({:.3} {:.3} {:.3} {:.3} {:.2} {:.2})\">",
        u.x, u.y, v.x, v.y, at.x, at.y
    );
    for (offset, strength) in [(0.0, 1.0), (0.3, 0.78), (0.55, 0.42), (0.8, 0.12), (1.0, 0.0)] {
        let _ = write!(
            out,
            "<stop offset=\"{offset}\" stop-color=\"{}\" stop-opacity=\"{:.3}\"/>",
            hex(colour),
            opacity(colour) * strength
        );
    }
    out.push_str("</radialGradient>\n");
}
