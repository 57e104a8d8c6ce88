//! A person's own pictures: read within bounds, and from the exercise's own folder alone.

use std::fs;
use std::io::{BufReader, Cursor, ErrorKind};
use std::path::{Component, Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::error::{ImageError, LimitErrorKind};
use image::{DynamicImage, ImageFormat, ImageReader, Limits, RgbaImage, imageops};

use super::StoreError;

/// The largest picture file that is read, in bytes: 16 MiB.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// The widest and highest picture, in pixels.
pub const MAX_SIDE: u32 = 4096;

/// How good a photograph is kept, from 1 to 100.
const QUALITY: u8 = 85;

/// What decoding may take, in bytes: 64 MiB.
const MAX_DECODED_BYTES: u64 = 64 * 1024 * 1024;

/// Why a picture cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureProblem {
    /// Its name leads out of the folder.
    #[error("“{0}” is not a file of the exercise's own folder; put the picture beside the exercise")]
    Outside(String),
    /// More bytes than are read.
    #[error("the picture file has {0} bytes, where {MAX_FILE_BYTES} are read at most; make it smaller")]
    TooManyBytes(u64),
    /// More pixels than are shown.
    #[error("the picture is larger than {MAX_SIDE} × {MAX_SIDE} pixels; make it smaller")]
    TooManyPixels,
    /// Neither of the kinds that are read.
    #[error("this is neither a PNG nor a JPEG picture")]
    OtherKind,
    /// Begins like a picture and goes wrong.
    #[error("the picture is damaged: {0}")]
    Damaged(String),
}

/// The picture `name` of an exercise whose file lies in `folder`.
///
/// # Errors
///
/// When the name is anything but a path of plain names below the folder, by itself or by a link;
/// when the file is missing, too large, or not a PNG or JPEG; when it has too many pixels.
pub fn load(folder: &Path, name: &str) -> Result<RgbaImage, StoreError> {
    let path = inside(folder, name)?;
    let unreadable = |source| StoreError::Unreadable { path: path.clone(), source };
    let wrong = |problem| StoreError::Picture { path: path.clone(), problem };
    let metadata = fs::metadata(&path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(StoreError::Folder { path });
    }
    if !metadata.is_file() {
        return Err(StoreError::NotRegular { path });
    }
    if metadata.len() > MAX_FILE_BYTES {
        return Err(wrong(PictureProblem::TooManyBytes(metadata.len())));
    }
    let file = fs::File::open(&path).map_err(unreadable)?;
    let mut reader = ImageReader::new(BufReader::new(file)).with_guessed_format().map_err(unreadable)?;
    reader.limits(limits());
    match reader.decode() {
        Ok(picture) => Ok(picture.into_rgba8()),
        Err(error) => Err(wrong(problem_of(error))),
    }
}

/// A picture from the bytes of a PNG or JPEG file.
///
/// # Errors
///
/// When they are no such file, or it has too many pixels.
pub fn decode(bytes: &[u8]) -> Result<RgbaImage, PictureProblem> {
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(PictureProblem::TooManyBytes(bytes.len() as u64));
    }
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|error| PictureProblem::Damaged(error.to_string()))?;
    reader.limits(limits());
    reader.decode().map(DynamicImage::into_rgba8).map_err(problem_of)
}

/// A picture as a file, with the kind of it: JPEG, or PNG where it can be seen through. Nothing is
/// in it but the picture.
///
/// # Errors
///
/// When it has no pixels.
pub fn encode(picture: RgbaImage) -> Result<(&'static str, Vec<u8>), PictureProblem> {
    let is_opaque = picture.pixels().all(|pixel| pixel.0[3] == 255);
    let mut bytes = Cursor::new(Vec::new());
    let (kind, written) = if is_opaque {
        let picture = DynamicImage::ImageRgba8(picture).into_rgb8();
        ("jpeg", JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&picture))
    } else {
        ("png", picture.write_to(&mut bytes, ImageFormat::Png))
    };
    written.map_err(|error| PictureProblem::Damaged(error.to_string()))?;
    Ok((kind, bytes.into_inner()))
}

/// A picture no wider and no higher than `side` pixels.
#[must_use]
pub fn at_most(picture: RgbaImage, side: u32) -> RgbaImage {
    let longest = picture.width().max(picture.height());
    if longest <= side || side == 0 {
        return picture;
    }
    let shrunk = |length: u32| (u64::from(length) * u64::from(side) / u64::from(longest)).max(1) as u32;
    imageops::thumbnail(&picture, shrunk(picture.width()), shrunk(picture.height()))
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    limits
}

fn problem_of(error: ImageError) -> PictureProblem {
    match error {
        ImageError::Limits(limit)
            if matches!(
                limit.kind(),
                LimitErrorKind::DimensionError | LimitErrorKind::InsufficientMemory
            ) =>
        {
            PictureProblem::TooManyPixels
        }
        ImageError::Unsupported(_) => PictureProblem::OtherKind,
        ImageError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => {
            PictureProblem::Damaged("it ends too early".to_owned())
        }
        other => PictureProblem::Damaged(other.to_string()),
    }
}

/// True for a path of plain names, which leads to a file below the folder it is looked for in.
pub(super) fn stays_inside(name: &str) -> bool {
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    // A backslash or a colon means something else on another system.
    let is_portable = !name.is_empty() && !name.contains(['\\', ':', '\0']);
    is_portable && Path::new(name).components().all(is_plain)
}

/// The real path of a file below a folder.
fn inside(folder: &Path, name: &str) -> Result<PathBuf, StoreError> {
    let outside =
        || StoreError::Picture { path: folder.to_owned(), problem: PictureProblem::Outside(name.to_owned()) };
    if !stays_inside(name) {
        return Err(outside());
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let real = |path: &Path| {
        fs::canonicalize(path).map_err(|source| StoreError::Unreadable { path: path.to_owned(), source })
    };
    let path = real(&folder.join(name))?;
    if path.starts_with(real(folder)?) { Ok(path) } else { Err(outside()) }
}
