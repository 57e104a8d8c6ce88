//! Pictures inside the file of a routine: base64 that comes from anywhere, checked before it is used.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::RgbaImage;

use crate::model::{Carried, CarriedPicture, Exercise};
use crate::store::PictureProblem;
use crate::store::picture::{MAX_SIDE, decode, stays_inside};

/// All pictures of one file together have at most as many pixels as the largest picture that is read
/// at all: small files can hold many huge ones.
const MAX_PIXELS: u64 = MAX_SIDE as u64 * MAX_SIDE as u64;

/// Why a picture that a routine carries is left out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the picture “{path}” is left out: {why}")]
pub struct CarriedPictureProblem {
    /// Its path, as written.
    pub path: String,
    /// What is wrong with it.
    pub why: CarriedPictureFault,
}

/// What is wrong with a picture that a routine carries.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CarriedPictureFault {
    /// Its path could lead anywhere.
    #[error("its path has to be plain names, ending in .png or .jpg")]
    Path,
    /// Its letters are no base64.
    #[error("its data is no base64 ({0}); it may have been cut on the way")]
    Base64(String),
    /// Its bytes are no picture.
    #[error(transparent)]
    Picture(#[from] PictureProblem),
    /// There are too many pixels before it.
    #[error("the pictures of this file have more pixels together than are read; send them smaller")]
    TooMuch,
    /// Another has its path.
    #[error("another picture of this file has the same path")]
    Twice,
    /// Nothing shows it.
    #[error("no exercise in this file shows it")]
    Unused,
}

/// The files of the pictures that can be used, by path, and what is wrong with the others.
pub(super) fn checked(carried: &Carried) -> (BTreeMap<String, Vec<u8>>, Vec<CarriedPictureProblem>) {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut pixels_left = MAX_PIXELS;
    let is_shown = |path: &str| carried.exercises.iter().any(|e| e.picture.as_deref() == Some(path));
    for CarriedPicture { path, data } in &carried.pictures {
        let outcome = if files.contains_key(path) {
            Err(CarriedPictureFault::Twice)
        } else if is_shown(path) {
            check(path, data, &mut pixels_left)
        } else {
            Err(CarriedPictureFault::Unused)
        };
        match outcome {
            Ok(bytes) => drop(files.insert(path.clone(), bytes)),
            Err(why) => problems.push(CarriedPictureProblem { path: path.clone(), why }),
        }
    }
    (files, problems)
}

fn check(path: &str, data: &str, pixels_left: &mut u64) -> Result<Vec<u8>, CarriedPictureFault> {
    if !stays_inside(path) || ending(path).is_none() || path.chars().any(char::is_control) {
        return Err(CarriedPictureFault::Path);
    }
    let bytes = bytes_of(data)?;
    let (width, height) = dimensions(&bytes)?;
    let pixels = u64::from(width) * u64::from(height);
    *pixels_left = pixels_left.checked_sub(pixels).ok_or(CarriedPictureFault::TooMuch)?;
    decode(&bytes)?;
    Ok(bytes)
}

fn bytes_of(data: &str) -> Result<Vec<u8>, CarriedPictureFault> {
    // A mail may have broken the line.
    let letters: Vec<u8> = data.bytes().filter(|c| !c.is_ascii_whitespace()).collect();
    BASE64_STANDARD.decode(letters).map_err(|error| CarriedPictureFault::Base64(error.to_string()))
}

/// What the file says of its size, before a pixel of it is read.
fn dimensions(bytes: &[u8]) -> Result<(u32, u32), PictureProblem> {
    let reader = image::ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format();
    let reader = reader.map_err(|error| PictureProblem::Damaged(error.to_string()))?;
    match reader.into_dimensions() {
        Ok((width, height)) if width.max(height) > MAX_SIDE => Err(PictureProblem::TooManyPixels),
        Ok(size) => Ok(size),
        // What is no picture at all is told by the reader itself.
        Err(_) => decode(bytes).map(|picture| picture.dimensions()),
    }
}

/// `png` or `jpg`, by the name of a file.
pub(super) fn ending(path: &str) -> Option<&'static str> {
    let (stem, ending) = path.rsplit_once('.')?;
    let has_name = !stem.is_empty() && !stem.ends_with('/');
    match ending.to_ascii_lowercase().as_str() {
        "png" if has_name => Some("png"),
        "jpg" | "jpeg" if has_name => Some("jpg"),
        _ => None,
    }
}

/// A picture as a routine carries it.
pub(super) fn carry(path: String, bytes: &[u8]) -> CarriedPicture {
    CarriedPicture { path, data: BASE64_STANDARD.encode(bytes) }
}

/// The picture that a routine carries for an exercise of its own, where it does and it can be used.
#[must_use]
pub fn carried_picture(carried: &Carried, exercise: &Exercise) -> Option<RgbaImage> {
    let path = exercise.picture.as_deref()?;
    carried.exercises.iter().find(|own| own.id == exercise.id)?;
    let picture = carried.pictures.iter().find(|picture| picture.path == path)?;
    check(path, &picture.data, &mut { MAX_PIXELS }).ok().and_then(|bytes| decode(&bytes).ok())
}

/// What is wrong with the pictures that a routine carries.
#[must_use]
pub fn picture_problems(carried: &Carried) -> Vec<CarriedPictureProblem> {
    checked(carried).1
}
