//! Sessions to go on with, in `unfinished.ron`: written by the program alone, read as strictly as
//! what people write.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::files::{is_missing, read_value, write_text};
use super::ron_layout::write_unfinished;
use crate::model::{Unfinished, UnfinishedSessions};

/// What there is to go on with.
#[derive(Debug)]
pub struct LoadedUnfinished {
    /// The sessions, the one left last first; none where the file cannot be used.
    pub sessions: Vec<Unfinished>,
    /// Why it cannot be used, and where it is now.
    pub problem: Option<UnfinishedProblem>,
}

/// A file of sessions that cannot be used.
#[derive(Debug)]
pub struct UnfinishedProblem {
    /// What is wrong with it.
    pub reason: StoreError,
    /// Where it was set aside; its own place where it could not be moved.
    pub kept_as: PathBuf,
}

/// Reads the sessions. A file that cannot be used is set aside: it is in nobody's way, and not lost.
#[must_use]
pub fn load(path: &Path) -> LoadedUnfinished {
    match read_value::<UnfinishedSessions>(path) {
        Ok(file) => LoadedUnfinished { sessions: file.sessions, problem: None },
        Err(error) if is_missing(&error) => LoadedUnfinished { sessions: Vec::new(), problem: None },
        Err(reason) => {
            let kept_as = set_aside(path).unwrap_or_else(|_| path.to_owned());
            let problem = Some(UnfinishedProblem { reason, kept_as });
            LoadedUnfinished { sessions: Vec::new(), problem }
        }
    }
}

/// Keeps these sessions and no others; the file goes when there are none.
///
/// # Errors
///
/// When the system refuses, or they have grown too large to be read again. The old file is then
/// still there.
pub fn save(path: &Path, sessions: Vec<Unfinished>) -> Result<(), StoreError> {
    if sessions.is_empty() {
        return match fs::remove_file(path) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::Unwritable { path: path.to_owned(), source })
            }
            _ => Ok(()),
        };
    }
    let text = write_unfinished(&UnfinishedSessions::new(sessions))
        .map_err(|problem| StoreError::Layout { path: path.to_owned(), problem })?;
    write_text(path, &text)
}

/// Renames a file to the first free name of `unfinished.damaged-1.ron` and so on.
fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let unwritable = |source| StoreError::Unwritable { path: path.to_owned(), source };
    let is_free = |candidate: &PathBuf| fs::symlink_metadata(candidate).is_err();
    let new_name = (1..1000)
        .map(|n| path.with_extension(format!("damaged-{n}.ron")))
        .find(is_free)
        .ok_or_else(|| unwritable(io::ErrorKind::AlreadyExists.into()))?;
    fs::rename(path, &new_name).map_err(unwritable)?;
    Ok(new_name)
}
