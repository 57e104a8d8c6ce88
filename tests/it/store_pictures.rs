//! A person's own pictures: good ones are read, and nothing else gets in.

use std::fs;
use std::path::Path;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use tempfile::TempDir;
use unhunch::store::{PictureProblem, StoreError, picture};

fn written(folder: &Path, name: &str, format: ImageFormat) {
    let pixels = DynamicImage::from(RgbaImage::from_pixel(30, 20, Rgba([200, 40, 40, 255])));
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    pixels.into_rgb8().save_with_format(path, format).unwrap();
}

#[track_caller]
fn problem(folder: &Path, name: &str) -> PictureProblem {
    match picture::load(folder, name).unwrap_err() {
        StoreError::Picture { problem, .. } => problem,
        other => panic!("{name}: {other}"),
    }
}

/// A PNG whose header promises this many pixels and whose data never comes.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
            })
        })
    }
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(&header);
    png.extend(crc(&header).to_be_bytes());
    png.extend(b"\0\0\0\x08IDAT\x78\x9c\x63\x60\x60\x60\x60\x00");
    png
}

#[test]
fn png_and_jpeg_are_read_beside_the_exercise_and_below() {
    let folder = TempDir::new().unwrap();
    written(folder.path(), "a.png", ImageFormat::Png);
    written(folder.path(), "pictures/b.jpg", ImageFormat::Jpeg);
    written(folder.path(), "misnamed.png", ImageFormat::Jpeg);
    for name in ["a.png", "pictures/b.jpg", "misnamed.png"] {
        let read = picture::load(folder.path(), name).unwrap();
        assert_eq!((read.width(), read.height()), (30, 20), "{name}");
        assert!(read.get_pixel(15, 10).0[0] > 190, "{name}");
    }
    let shrunk = picture::at_most(picture::load(folder.path(), "a.png").unwrap(), 10);
    assert_eq!((shrunk.width(), shrunk.height()), (10, 6));
}

#[test]
fn names_that_lead_out_are_refused_before_anything_is_opened() {
    let folder = TempDir::new().unwrap();
    let own = folder.path().join("own");
    fs::create_dir(&own).unwrap();
    written(folder.path(), "secret.png", ImageFormat::Png);
    let absolute = folder.path().join("secret.png").to_string_lossy().into_owned();
    for name in ["", "../secret.png", "a/../../secret.png", "./a.png", "..\\secret.png", "C:a.png", &absolute]
    {
        assert_eq!(problem(&own, name), PictureProblem::Outside(name.to_owned()), "{name}");
    }
    assert!(matches!(picture::load(&own, "missing.png"), Err(StoreError::Unreadable { .. })));
    assert!(matches!(picture::load(folder.path(), "own"), Err(StoreError::Folder { .. })));
}

#[test]
#[cfg(unix)]
fn links_that_lead_out_are_refused_and_others_followed() {
    let folder = TempDir::new().unwrap();
    let own = folder.path().join("own");
    fs::create_dir(&own).unwrap();
    written(folder.path(), "secret.png", ImageFormat::Png);
    written(&own, "mine.png", ImageFormat::Png);
    std::os::unix::fs::symlink("../secret.png", own.join("out.png")).unwrap();
    std::os::unix::fs::symlink("..", own.join("up")).unwrap();
    std::os::unix::fs::symlink("mine.png", own.join("in.png")).unwrap();
    for name in ["out.png", "up/secret.png"] {
        assert_eq!(problem(&own, name), PictureProblem::Outside(name.to_owned()));
    }
    assert!(picture::load(&own, "in.png").is_ok());
}

#[test]
fn too_much_is_refused_unread() {
    let folder = TempDir::new().unwrap();
    for (name, width, height) in
        [("bomb.png", 60_000, 60_000), ("wide.png", 4_097, 1), ("high.png", 1, u32::MAX >> 1)]
    {
        fs::write(folder.path().join(name), png_of(width, height)).unwrap();
        assert_eq!(problem(folder.path(), name), PictureProblem::TooManyPixels, "{name}");
    }
    let huge = fs::File::create(folder.path().join("huge.png")).unwrap();
    huge.set_len(1 << 33).unwrap();
    assert_eq!(problem(folder.path(), "huge.png"), PictureProblem::TooManyBytes(1 << 33));
}

#[test]
fn other_bytes_are_told_as_what_they_are() {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in
        [("text.png", &b"hello"[..]), ("empty.png", b""), ("image.gif", b"GIF89a\x01\0\x01\0")]
    {
        fs::write(folder.path().join(name), bytes).unwrap();
        assert_eq!(problem(folder.path(), name), PictureProblem::OtherKind, "{name}");
    }
    for (name, bytes) in [("cut.png", png_of(10, 10)), ("cut.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec())] {
        fs::write(folder.path().join(name), bytes).unwrap();
        let problem = problem(folder.path(), name);
        assert!(matches!(problem, PictureProblem::Damaged(_)), "{name}: {problem:?}");
    }
}
