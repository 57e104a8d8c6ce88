//! `unhunch export`: a routine's sound as a WAV file and its sheet to print, an exercise's figure
//! as a picture.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write};
use std::path::Path;
use std::sync::Arc;

use atomic_write_file::AtomicWriteFile;
use image::{ImageFormat, RgbaImage};

use super::args::{Picture, PicturePath};
use super::content::Content;
use super::failure::Failure;
use super::{own_picture, tell};
use crate::audio::{Score, WAV_RATE, write_guided_track};
use crate::engine::{CueKind, Timeline};
use crate::figure::{Look, Palette, Stage, View, png, svg};
use crate::model::{Routine, Side, Sides};
use crate::sheet::{self, Sheet};
use crate::store::parcel;

/// The longer side of a still picture on a sheet, in pixels: 300 dots an inch and more.
const PRINTED_SIDE: u32 = 900;

/// Writes the guided track of a routine, each kind of cue as loud as the settings have it.
pub(super) fn audio(routine: &Routine, content: &Content, out: &Path) -> Result<(), Failure> {
    let timeline = compiled(routine, content, "hear")?;
    if !CueKind::ALL.into_iter().any(|kind| content.mix.sounds(kind)) {
        tell("every kind of cue is turned off in the settings, so this track is silent");
    }
    Ok(write_guided_track(Arc::new(Score::new(&timeline, WAV_RATE)), &content.mix, out)?)
}

/// Writes the sheet of a routine.
pub(super) fn sheet(routine: &Routine, content: &Content, out: &Path) -> Result<(), Failure> {
    let timeline = compiled(routine, content, "print")?;
    let sheet = Sheet {
        routine,
        timeline: &timeline,
        words: &content.words,
        body: &content.body,
        sources: &content.catalog.sources,
        pictures: &own_pictures(routine, &timeline, content)?,
    };
    write(out, sheet::render(&sheet).as_bytes())
}

/// The still pictures that stand in for motions, as `data:` addresses by the exercise's id.
fn own_pictures(
    routine: &Routine,
    timeline: &Timeline,
    content: &Content,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut pictures = BTreeMap::new();
    for exercise in timeline.entries.iter().filter_map(|entry| entry.exercise.as_ref()) {
        if pictures.contains_key(&exercise.id) {
            continue;
        }
        let is_carried = routine.carried.exercises.iter().any(|carried| carried.id == exercise.id);
        let picture = if is_carried {
            parcel::carried_picture(&routine.carried, exercise)
        } else {
            own_picture::of(exercise, content)?
        };
        if let Some(picture) = picture {
            pictures.insert(exercise.id.clone(), own_picture::data_address(picture, PRINTED_SIDE)?);
        }
    }
    Ok(pictures)
}

/// The timeline of a routine of which something runs.
fn compiled(routine: &Routine, content: &Content, what: &str) -> Result<Timeline, Failure> {
    let (timeline, _) = content.compile(routine);
    if timeline.segments.is_empty() {
        return Err(Failure::Input(format!(
            "nothing in “{}” runs, so there is nothing to {what}; `unhunch timeline` tells why",
            routine.id
        )));
    }
    Ok(timeline)
}

/// Writes the figure of an exercise, working on the right where sides differ, or the still picture
/// that stands in for it: a PNG on paper, an SVG on nothing.
pub(super) fn picture(asked: &Picture, content: &Content) -> Result<(), Failure> {
    let exercise = content.exercise(&asked.exercise)?;
    if let Some(own) = own_picture::of(exercise, content)? {
        return match &asked.out {
            PicturePath::Svg(path) => write(path, own_picture::as_svg(own, asked.size)?.as_bytes()),
            PicturePath::Png(path) => {
                write_png(path, &own_picture::on_square(own, asked.size, Palette::light().paper))
            }
        };
    }
    let mut stage = Stage::default();
    if let Some(problem) = stage.problem(exercise, &content.body) {
        return Err(Failure::Input(format!("“{}” cannot be drawn: {problem}", exercise.id)));
    }
    let side = (exercise.sides != Sides::Both).then_some(Side::Right);
    let palette = Palette::light();
    let look = Look { body: &content.body, palette: &palette, glow: 1.0 };
    let view = View { yaw_deg: asked.yaw, pitch_deg: 0.0 };
    let scene = stage.still(exercise, side, asked.at, &look, view);
    match &asked.out {
        PicturePath::Svg(path) => write(path, svg::render(&scene, asked.size).as_bytes()),
        PicturePath::Png(path) => {
            let pixels = png::render(&scene, asked.size, Some(palette.paper));
            write_png(path, &pixels.map_err(|error| Failure::Machine(error.to_string()))?)
        }
    }
}

fn write_png(path: &Path, pixels: &RgbaImage) -> Result<(), Failure> {
    let mut bytes = Cursor::new(Vec::new());
    let written = pixels.write_to(&mut bytes, ImageFormat::Png);
    written.map_err(|error| Failure::Machine(error.to_string()))?;
    write(path, bytes.get_ref())
}

/// Writes a file whole or not at all.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let write = || -> io::Result<()> {
        if path.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let mut file = AtomicWriteFile::open(path)?;
        file.write_all(bytes)?;
        file.commit()
    };
    write().map_err(|error| {
        Failure::of_writing(error.kind(), format!("cannot write {}: {error}", path.display()))
    })
}
