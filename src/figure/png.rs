//! A picture as pixels, the same on every machine.

use image::RgbaImage;
use resvg::{tiny_skia, usvg};
use thiserror::Error;

use super::{palette::Rgba, scene::Scene, svg};

/// The largest side of a picture, in pixels.
pub const MAX_SIDE: u32 = 8192;

/// Why a picture cannot be made.
#[derive(Debug, Error)]
pub enum PictureError {
    /// A size of nothing, or too large.
    #[error("a picture has 1 to {MAX_SIDE} pixels a side, not {0}")]
    Size(u32),
    /// The shapes did not make a picture.
    #[error("the picture could not be drawn: {0}")]
    Svg(#[from] usvg::Error),
}

/// The picture in a square of `size` pixels, on `ground` or on nothing.
///
/// # Errors
/// When `size` is 0 or over [`MAX_SIDE`].
pub fn render(scene: &Scene, size: u32, ground: Option<Rgba>) -> Result<RgbaImage, PictureError> {
    if size == 0 || size > MAX_SIDE {
        return Err(PictureError::Size(size));
    }
    let tree = usvg::Tree::from_str(&svg::render(scene, size), &usvg::Options::default())?;
    let mut pixels = tiny_skia::Pixmap::new(size, size).ok_or(PictureError::Size(size))?;
    if let Some(Rgba([r, g, b, a])) = ground {
        pixels.fill(tiny_skia::Color::from_rgba8(r, g, b, a));
    }
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    let bytes = pixels.pixels().iter().flat_map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    RgbaImage::from_raw(size, size, bytes.collect()).ok_or(PictureError::Size(size))
}
