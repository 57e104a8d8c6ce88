//! `unhunch export`: a routine's sound as a WAV file and its sheet to print, an exercise's figure
//! as a picture.

use std::io::{self, Cursor, Write};
use std::path::Path;
use std::sync::Arc;

use atomic_write_file::AtomicWriteFile;
use image::ImageFormat;

use super::args::{Picture, PicturePath};
use super::content::Content;
use super::failure::Failure;
use super::tell;
use crate::audio::{Score, WAV_RATE, write_guided_track};
use crate::engine::{CueKind, Timeline};
use crate::figure::{Look, Palette, Stage, View, png, svg};
use crate::model::{Routine, Side, Sides};
use crate::sheet::{self, Sheet};

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
    let sheet = Sheet { routine, timeline: &timeline, words: &content.words, body: &content.body };
    write(out, sheet::render(&sheet).as_bytes())
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

/// Writes the figure of an exercise, working on the right where sides differ: a PNG on paper, an
/// SVG on nothing.
pub(super) fn picture(asked: &Picture, content: &Content) -> Result<(), Failure> {
    let exercise = content.exercise(&asked.exercise)?;
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
            let failed = |error: &dyn std::fmt::Display| Failure::Machine(error.to_string());
            let pixels = png::render(&scene, asked.size, Some(palette.paper)).map_err(|e| failed(&e))?;
            let mut bytes = Cursor::new(Vec::new());
            pixels.write_to(&mut bytes, ImageFormat::Png).map_err(|e| failed(&e))?;
            write(path, bytes.get_ref())
        }
    }
}

/// Writes a file whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
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
