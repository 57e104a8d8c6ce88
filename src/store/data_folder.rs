//! The folder in which a person's own content and settings live:
//!
//! | below it | what it holds |
//! |---|---|
//! | `exercises/`, `routines/` | own content, one file each; pictures beside their exercises |
//! | `backups/` | earlier versions of routines, `<file>-<n>.ron`, and of exercises in `exercises/` |
//! | `trash/` | routines that were deleted |
//! | `drafts/` | what is being edited and not saved yet, a folder each |
//! | `settings.ron`, `unfinished.ron` | settings; sessions to go on with |
//! | `history.db` | the record of sessions, a SQLite database, with its log beside it |
//! | `backups/history/` | the record as it was on the last seven days of use, `history-<day>.db` |
//! | `history.damaged-<n>.db` | a record that was damaged, set aside as it was |
//! | `.history.lock` | empty; held while a window opens the record |
//! | `.lock` | empty; held while something is written that two windows might write at once |

use std::fs;
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;
use directories::ProjectDirs;

use super::StoreError;
use super::drafts::Drafts;
use super::live_content::{ContentFolders, LiveContent};
use super::settings::{self, LoadedSettings};
use super::shelf::Shelf;
use super::unfinished::{self, LoadedUnfinished};
use crate::catalog::OwnContent;
use crate::model::{Settings, Unfinished};

/// The folder in which a person's own content and settings live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFolder {
    root: PathBuf,
}

impl DataFolder {
    /// The folder named on the command line, or the one this system expects. Touches nothing: a
    /// folder that is not there yet is as good as an empty one.
    ///
    /// # Errors
    ///
    /// When none is named and the system knows no home folder.
    pub fn open(named: Option<PathBuf>) -> Result<Self, StoreError> {
        let usual = || ProjectDirs::from("", "", "unhunch").map(|dirs| dirs.data_dir().to_owned());
        Ok(Self { root: named.or_else(usual).ok_or(StoreError::NoHome)? })
    }

    /// Where it is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Makes the folders and tries whether anything can be saved in them. To be called once, when
    /// the window opens: an error is to be told once, and everything but saving goes on.
    ///
    /// # Errors
    ///
    /// When nothing can be saved.
    pub fn prepare(&self) -> Result<(), StoreError> {
        let folders = self.content_folders();
        let make = || {
            fs::create_dir_all(&folders.exercises)?;
            fs::create_dir_all(&folders.routines)?;
            AtomicWriteFile::open(self.settings_path())?.discard()
        };
        make().map_err(|source| StoreError::ReadOnly { path: self.root.clone(), source })
    }

    /// Where own exercises and routines are.
    #[must_use]
    pub fn content_folders(&self) -> ContentFolders {
        ContentFolders { exercises: self.root.join("exercises"), routines: self.root.join("routines") }
    }

    /// Own exercises and routines, read once. To follow changes, keep a [`LiveContent`].
    #[must_use]
    pub fn load_content(&self) -> OwnContent {
        let mut content = LiveContent::new(self.content_folders());
        content.refresh();
        content.own_content()
    }

    /// The own routines as files: to save, back up, delete and restore them.
    #[must_use]
    pub fn shelf(&self) -> Shelf {
        Shelf::new(&self.root)
    }

    /// What is being edited and not saved yet.
    #[must_use]
    pub fn drafts(&self) -> Drafts {
        Drafts::new(&self.root)
    }

    /// Where the settings are.
    #[must_use]
    pub fn settings_path(&self) -> PathBuf {
        self.root.join("settings.ron")
    }

    /// The settings, or the defaults with a problem where the file cannot be used.
    #[must_use]
    pub fn load_settings(&self) -> LoadedSettings {
        settings::load(&self.settings_path())
    }

    /// Saves the settings. Returns the new name of a damaged file that stood in their place.
    ///
    /// # Errors
    ///
    /// When the system refuses; the old settings are then untouched.
    pub fn save_settings(&self, settings: &Settings) -> Result<Option<PathBuf>, StoreError> {
        settings::save(&self.settings_path(), settings)
    }

    /// Where the sessions to go on with are.
    #[must_use]
    pub fn unfinished_path(&self) -> PathBuf {
        self.root.join("unfinished.ron")
    }

    /// The sessions to go on with. A file that cannot be used is set aside.
    #[must_use]
    pub fn load_unfinished(&self) -> LoadedUnfinished {
        unfinished::load(&self.unfinished_path())
    }

    /// Keeps these sessions to go on with, and no others.
    ///
    /// # Errors
    ///
    /// When the system refuses; what was kept before is then untouched.
    pub fn save_unfinished(&self, sessions: Vec<Unfinished>) -> Result<(), StoreError> {
        unfinished::save(&self.unfinished_path(), sessions)
    }
}
