//! The person's settings in `settings.ron`. What is damaged costs nothing else, and is never
//! overwritten before it was kept under another name.

mod bounds;
mod salvage;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::StoreError;
use super::files::write_text;
use super::places::{Place, place_at};
use super::ron_layout::{leading_comment, write_settings};
use super::ron_text::{MAX_BYTES, parse, too_large};
use crate::catalog::FileProblem;
use crate::model::Settings;
use bounds::within_bounds;
use salvage::{Lost, Salvaged};

/// More than anyone reads; the file itself tells the rest.
const MOST_TOLD: usize = 20;

/// Settings for this run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedSettings {
    /// What the file says, and the usual where it cannot be used.
    pub settings: Settings,
    /// True where nothing of the file can be used.
    pub unreadable: bool,
    /// The names of entries that cannot be used, as far as they have any.
    pub set_aside: Vec<String>,
    /// The names of entries that were out of their range and brought into it.
    pub corrected: Vec<String>,
    /// The same with places and reasons. The file is left as it is.
    pub problems: Vec<FileProblem>,
}

impl LoadedSettings {
    /// True where saving would lose something that stands in the file.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        !self.problems.is_empty()
    }
}

/// Reads the settings. A missing file means the usual ones. Of a damaged file everything is used
/// that can be, and the rest is reported.
#[must_use]
pub fn load(path: &Path) -> LoadedSettings {
    match read_lossy(path) {
        Ok(Some(found)) => read(path, &found),
        Ok(None) => LoadedSettings::default(),
        Err(message) => LoadedSettings {
            unreadable: true,
            problems: vec![problem(path, Place::START, message)],
            ..LoadedSettings::default()
        },
    }
}

/// Writes the settings below the comment that stands above them. A file of which something cannot
/// be used is kept under a new name first, which is returned.
///
/// # Errors
///
/// When the system refuses. The old file is then still there.
pub fn save(path: &Path, settings: &Settings) -> Result<Option<PathBuf>, StoreError> {
    let kept = if load(path).is_damaged() { Some(keep_aside(path)?) } else { None };
    let comment =
        read_lossy(path).ok().flatten().map(|found| leading_comment(&found.text)).unwrap_or_default();
    let layout = |comment: &str| {
        write_settings(settings, comment)
            .map_err(|problem| StoreError::Layout { path: path.to_owned(), problem })
    };
    let mut text = layout(&comment)?;
    // The damage may be in the comment itself.
    if parse::<Settings>(&text).is_err() {
        text = layout("")?;
    }
    write_text(path, &text)?;
    Ok(kept)
}

fn read(path: &Path, found: &Found) -> LoadedSettings {
    let text = found.text.as_str();
    let Salvaged { settings, unreadable, lost } = salvage::read(text);
    let (settings, corrected) = within_bounds(settings);
    let told = |lost: &Lost| {
        let message = match lost.entry.as_str() {
            "" => format!("{}; it is not used, and the file is kept", lost.why),
            entry => format!("`{entry}` is not used: {}; the rest is, and the file is kept", lost.why),
        };
        problem(path, place_at(text, lost.at.min(text.len())), message)
    };
    // Looking up places is slow, and nobody reads thousands.
    let mut problems: Vec<FileProblem> = lost.iter().take(MOST_TOLD).map(told).collect();
    if lost.len() > MOST_TOLD {
        let message = format!("{} more entries are not used", lost.len() - MOST_TOLD);
        problems.push(problem(path, Place::START, message));
    }
    if let Some(at) = found.no_text_at {
        let message = "from here on this is not all UTF-8 text".to_owned();
        problems.push(problem(path, place_at(text, at), message));
    }
    problems.extend(corrected.iter().take(MOST_TOLD).map(|entry| {
        let message = format!("`{entry}` is out of its range; the nearest that works is used");
        problem(path, Place::START, message)
    }));
    let mut set_aside: Vec<String> = lost.into_iter().map(|lost| lost.entry).collect();
    set_aside.retain(|entry| !entry.is_empty());
    set_aside.dedup();
    LoadedSettings { settings, unreadable, set_aside, corrected, problems }
}

fn problem(path: &Path, place: Place, message: String) -> FileProblem {
    FileProblem { path: path.to_owned(), line: place.line, col: place.col, message }
}

/// The text of a file.
struct Found {
    /// With a mark for what is no text.
    text: String,
    /// Where the first mark stands, in bytes.
    no_text_at: Option<usize>,
}

/// The text of the file; `None` where there is no file. The error is said in words.
fn read_lossy(path: &Path) -> Result<Option<Found>, String> {
    let refused = |error: io::Error| format!("this cannot be read: {error}");
    // Looked at before it is opened: opening a pipe would wait for a writer.
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(refused(error)),
    };
    if !metadata.is_file() {
        return Err("this is not a regular file".to_owned());
    }
    if metadata.len() > MAX_BYTES as u64 {
        return Err(too_large(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let file = fs::File::open(path).map_err(refused)?;
    file.take(MAX_BYTES as u64).read_to_end(&mut bytes).map_err(refused)?;
    Ok(Some(match String::from_utf8(bytes) {
        Ok(text) => Found { text, no_text_at: None },
        Err(error) => {
            let no_text_at = Some(error.utf8_error().valid_up_to());
            Found { text: String::from_utf8_lossy(error.as_bytes()).into_owned(), no_text_at }
        }
    }))
}

/// Keeps what stands at `path` under the first free name of `settings.damaged-1.ron` and so on. A
/// file is copied, so that settings are there at every instant; anything else is moved.
fn keep_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let unwritable = |source| StoreError::Unwritable { path: path.to_owned(), source };
    let bytes = match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() && metadata.len() <= MAX_BYTES as u64 => fs::read(path).ok(),
        _ => None,
    };
    for n in 1..1000 {
        let name = path.with_extension(format!("damaged-{n}.ron"));
        let is_free = fs::symlink_metadata(&name).is_err();
        match &bytes {
            // A save that failed after this copied it already.
            Some(bytes) if !is_free && fs::read(&name).is_ok_and(|kept| kept == *bytes) => return Ok(name),
            Some(bytes) if is_free => return copy(bytes, &name).map(|()| name).map_err(unwritable),
            None if is_free => return fs::rename(path, &name).map(|()| name).map_err(unwritable),
            _ => {}
        }
    }
    Err(unwritable(io::ErrorKind::AlreadyExists.into()))
}

fn copy(bytes: &[u8], to: &Path) -> io::Result<()> {
    let mut file = fs::File::create_new(to)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| {
        // Half a copy would be taken for the whole; the original is still there.
        let _ = fs::remove_file(to);
    })
}
