//! The person's settings in `settings.ron`. A damaged file is never overwritten.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::files::{read_text, read_value, write_text};
use super::ron_layout::{leading_comment, write_settings};
use crate::catalog::FileProblem;
use crate::model::Settings;

/// Settings for this run.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedSettings {
    /// What the file says, or the defaults where it cannot be used.
    pub settings: Settings,
    /// Why it cannot be used. The file is left as it is.
    pub problem: Option<FileProblem>,
}

/// Reads the settings. A missing file means the defaults; one that cannot be used does too, stays
/// as it is, and is reported.
#[must_use]
pub fn load(path: &Path) -> LoadedSettings {
    match read_value(path) {
        Ok(settings) => LoadedSettings { settings: within_bounds(settings), problem: None },
        Err(error) if is_missing(&error) => LoadedSettings { settings: Settings::default(), problem: None },
        Err(error) => {
            let mut problem = error.into_file_problem(path);
            problem.message += "; the usual settings are used until it is mended, and the file is kept";
            LoadedSettings { settings: Settings::default(), problem: Some(problem) }
        }
    }
}

/// Writes the settings below the comment that stands above them. A file that cannot be used is set
/// aside under a new name first, which is returned.
///
/// # Errors
///
/// When the system refuses. The old file is then still there.
pub fn save(path: &Path, settings: &Settings) -> Result<Option<PathBuf>, StoreError> {
    let set_aside = match read_value::<Settings>(path) {
        Ok(_) => None,
        Err(error) if is_missing(&error) => None,
        Err(_) => Some(set_aside(path)?),
    };
    let comment = if set_aside.is_none() { read_text(path).unwrap_or_default() } else { String::new() };
    let text = write_settings(settings, &leading_comment(&comment))
        .map_err(|problem| StoreError::Layout { path: path.to_owned(), problem })?;
    write_text(path, &text)?;
    Ok(set_aside)
}

/// Renames a file to the first free name of `settings.damaged-1.ron` and so on.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let unwritable = |source| StoreError::Unwritable { path: path.to_owned(), source };
    let is_free = |candidate: &PathBuf| fs::symlink_metadata(candidate).is_err();
    let new_name = (1..1000)
        .map(|n| path.with_extension(format!("damaged-{n}.ron")))
        .find(is_free)
        .ok_or_else(|| unwritable(io::ErrorKind::AlreadyExists.into()))?;
    fs::rename(path, &new_name).map_err(unwritable)?;
    Ok(new_name)
}

pub(super) fn is_missing(error: &StoreError) -> bool {
    matches!(error, StoreError::Unreadable { source, .. } if source.kind() == io::ErrorKind::NotFound)
}

/// A figure nobody could want is replaced: a volume of NaN must not reach the sound card.
fn within_bounds(settings: Settings) -> Settings {
    let usual = Settings::default();
    Settings {
        volume: if settings.volume.is_nan() { usual.volume } else { settings.volume.clamp(0.0, 1.0) },
        lead_in_secs: settings.lead_in_secs.to_ms().map_or(usual.lead_in_secs, |_| settings.lead_in_secs),
        ..settings
    }
}
