//! The still picture of an exercise on its way into a file: read, made small enough, written down.

use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::{RgbaImage, imageops};

use super::content::Content;
use super::failure::Failure;
use crate::figure::Rgba;
use crate::model::Exercise;
use crate::store::picture;

/// The picture that stands in for an exercise's motion, where it has one.
pub(super) fn of(exercise: &Exercise, content: &Content) -> Result<Option<RgbaImage>, Failure> {
    let home = content.picture_homes.get(&exercise.id);
    let Some((name, home)) = exercise.picture.as_deref().zip(home) else { return Ok(None) };
    Ok(Some(picture::load(home.parent().unwrap_or(Path::new("")), name)?))
}

/// A picture as a `data:` address, no longer than `side` pixels.
pub(super) fn data_address(picture: RgbaImage, side: u32) -> Result<String, Failure> {
    let (kind, bytes) = picture::encode(picture::at_most(picture, side))
        .map_err(|problem| Failure::Machine(problem.to_string()))?;
    Ok(format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(bytes)))
}

/// A picture in the middle of a square of paper.
pub(super) fn on_square(picture: RgbaImage, side: u32, Rgba(paper): Rgba) -> RgbaImage {
    let picture = picture::at_most(picture, side);
    let mut square = RgbaImage::from_pixel(side, side, image::Rgba(paper));
    let middle = |length: u32| i64::from((side - length) / 2);
    imageops::overlay(&mut square, &picture, middle(picture.width()), middle(picture.height()));
    square
}

/// A picture in the middle of a square drawing.
pub(super) fn as_svg(picture: RgbaImage, side: u32) -> Result<String, Failure> {
    let address = data_address(picture, side)?;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {side} {side}\">\n\
         <image width=\"{side}\" height=\"{side}\" href=\"{address}\"/>\n</svg>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photograph_stays_small_and_what_can_be_seen_through_stays_so() {
        let opaque = RgbaImage::from_pixel(900, 300, image::Rgba([200, 30, 30, 255]));
        let address = data_address(opaque.clone(), 400).expect("it can be written");
        assert!(address.starts_with("data:image/jpeg;base64,/9j/") && address.len() < 6_000);
        let clear = RgbaImage::from_pixel(4, 4, image::Rgba([200, 30, 30, 40]));
        let address = data_address(clear, 400).expect("it can be written");
        assert!(address.starts_with("data:image/png;base64,iVBORw0KGgo"));
        let square = on_square(opaque, 300, Rgba([1, 2, 3, 255]));
        assert_eq!((square.get_pixel(150, 20).0, square.get_pixel(150, 150).0[0]), ([1, 2, 3, 255], 200));
    }
}
