//! The shelf of own routines: saved so that nothing another window or program wrote is lost, kept in
//! earlier versions, deleted into a trash.

mod backups;
pub(super) mod lock;
pub(super) mod names;
mod trash;

use std::fmt;
use std::path::{Path, PathBuf};

pub use names::file_stem;
pub use trash::{Restored, Trashed};

use super::StoreError;
use super::files::{is_missing, read_text, write_text};
use super::ron_layout::LayoutError;
use super::ron_text::MAX_BYTES;
use lock::{Lock, Patience};

/// The person's own routines, as files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    root: PathBuf,
}

/// A routine that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its file.
    pub path: PathBuf,
    /// Where the version before it is kept now; nothing where there was none, or it is kept already.
    pub backup: Option<PathBuf>,
}

/// What stands in a file in place of what was seen there last.
#[derive(Debug)]
pub enum Theirs {
    /// Another text.
    Text(String),
    /// Nothing: the file is gone.
    Gone,
    /// Something that cannot be read as text.
    Unreadable(StoreError),
}

impl Theirs {
    /// True where both are the same text, or both none.
    #[must_use]
    pub fn is_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::Gone, Self::Gone) | (Self::Unreadable(_), Self::Unreadable(_)) => true,
            _ => false,
        }
    }
}

impl fmt::Display for Theirs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(_) => f.write_str("this file was changed by something else since it was opened"),
            Self::Gone => f.write_str("this file was deleted by something else since it was opened"),
            Self::Unreadable(_) => f.write_str("something else put what is no text in place of this file"),
        }
    }
}

/// Why a routine was not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file is no longer what was seen last.
    #[error("{}: {theirs}; nothing was written, choose which version to keep", .path.display())]
    Changed {
        /// The file.
        path: PathBuf,
        /// What stands there now.
        theirs: Theirs,
    },
    /// It cannot be written; [`StoreError::Busy`] where trying again will do.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Shelf {
    /// The shelf of the data folder at `root`.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The folder that own routines stand in.
    #[must_use]
    pub fn routines(&self) -> PathBuf {
        self.root.join("routines")
    }

    /// What stands in a file now.
    #[must_use]
    pub fn look(&self, path: &Path) -> Theirs {
        what_stands_in(path)
    }

    /// Saves a routine's text, whole or not at all, and keeps the version before it. `seen` is what
    /// stood in the file when it was last read or written; nothing for a file that is to be new.
    ///
    /// # Errors
    ///
    /// When the file is no longer what was seen, and when it cannot be written. It is then untouched.
    pub fn save(&self, path: &Path, text: &str, seen: Option<&str>) -> Result<Saved, SaveError> {
        let _lock = self.lock(path, text)?;
        self.save_seen(path, text, seen, "backups")
    }

    /// Saves over whatever stands in a file, which is kept as a backup: what a person asks for who
    /// has been shown both versions.
    ///
    /// # Errors
    ///
    /// When it cannot be written. The file is then untouched.
    pub fn save_over(&self, path: &Path, text: &str) -> Result<Saved, StoreError> {
        let _lock = self.lock(path, text)?;
        let is_there = !matches!(what_stands_in(path), Theirs::Gone);
        self.write(path, text, is_there, "backups")
    }

    /// Saves a new routine, in a file that is named after its id.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn create(&self, id: &str, text: &str) -> Result<Saved, StoreError> {
        let _lock = self.lock(&self.routines(), text)?;
        self.create_in(&self.routines(), &file_stem(id, "routine"), text)
    }

    /// The earlier versions of a routine's file that are kept, the newest first.
    ///
    /// # Errors
    ///
    /// When their folder cannot be read.
    pub fn backups(&self, path: &Path) -> Result<Vec<PathBuf>, StoreError> {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = self.root.join("backups");
        let found =
            backups::of(&folder, &stem).map_err(|source| StoreError::Unreadable { path: folder, source })?;
        Ok(found.into_iter().rev().map(|(_, path)| path).collect())
    }

    /// As [`Shelf::save`], while the lock is held.
    pub(super) fn save_seen(
        &self,
        path: &Path,
        text: &str,
        seen: Option<&str>,
        backups: &str,
    ) -> Result<Saved, SaveError> {
        let is_there = match (what_stands_in(path), seen) {
            (Theirs::Text(now), _) if now == text => {
                return Ok(Saved { path: path.to_owned(), backup: None });
            }
            (Theirs::Text(now), Some(seen)) if now == seen => true,
            (Theirs::Gone, None) => false,
            (theirs, _) => return Err(SaveError::Changed { path: path.to_owned(), theirs }),
        };
        Ok(self.write(path, text, is_there, backups)?)
    }

    /// Writes a file of a folder under a name that is free, while the lock is held.
    pub(super) fn create_in(&self, folder: &Path, stem: &str, text: &str) -> Result<Saved, StoreError> {
        let path = names::free_path(folder, stem, "ron")?;
        self.write(&path, text, false, "backups")
    }

    /// Holds the data folder's lock for a text that can be read again.
    fn lock(&self, path: &Path, text: &str) -> Result<Lock, StoreError> {
        if text.len() > MAX_BYTES {
            let problem = LayoutError::TooLarge(text.len() as u64);
            return Err(StoreError::Layout { path: path.to_owned(), problem });
        }
        Lock::of_folder(&self.root, path, Patience::Felt)
    }

    fn write(&self, path: &Path, text: &str, is_there: bool, backups: &str) -> Result<Saved, StoreError> {
        let backup = if is_there { backups::keep(&self.root.join(backups), path)? } else { None };
        write_text(path, text)?;
        Ok(Saved { path: path.to_owned(), backup })
    }
}

pub(super) fn what_stands_in(path: &Path) -> Theirs {
    match read_text(path) {
        Ok(text) => Theirs::Text(text),
        Err(error) if is_missing(&error) => Theirs::Gone,
        Err(error) => Theirs::Unreadable(error),
    }
}
