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
        write_shape(&mut out, index, shape, scale, shift);
    }
    out.push_str("</svg>\n");
    out
}

fn hex(Rgba([r, g, b, _]): Rgba) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

fn opacity(Rgba([_, _, _, a]): Rgba) -> f32 {
    f32::from(a) / 255.0
}

fn write_shape(out: &mut String, index: usize, shape: &Shape, scale: f32, shift: Vec2) {
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
            write_gradient(out, index, shape, colour, scale, shift);
            format!("fill=\"url(#g{index})\"")
        }
    };
    let _ = write!(out, "<path {fill} d=\"");
    for ring in &shape.rings {
        for (corner, point) in ring.iter().enumerate() {
            let at = *point * scale + shift;
            let _ = write!(out, "{}{:.2} {:.2}", if corner == 0 { 'M' } else { 'L' }, at.x, at.y);
        }
        out.push('Z');
    }
    out.push_str("\"/>\n");
}

fn write_gradient(out: &mut String, index: usize, shape: &Shape, colour: Rgba, scale: f32, shift: Vec2) {
    let Some(ring) = shape.rings.first().filter(|ring| ring.len() > 3) else { return };
    // The ring is an ellipse sampled evenly from its first direction: its axes are a quarter apart.
    let middle = ring.iter().sum::<Vec2>() / ring.len() as f32;
    let (u, v) = ((ring[0] - middle) * scale, (ring[ring.len() / 4] - middle) * scale);
    let at = middle * scale + shift;
    let _ = write!(
        out,
        "<radialGradient id=\"g{index}\" gradientUnits=\"userSpaceOnUse\" cx=\"0\" cy=\"0\" r=\"1\" \
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
