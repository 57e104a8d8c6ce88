//! What is being edited and not saved yet, so that a crash loses nothing.
//!
//! A draft is a folder in `drafts/`: `draft.ron` tells which file it edits, `base.ron` is that
//! file's text as it was opened, and `text.ron` the text being edited, which may not parse and which
//! a person can open by hand. A window holds the lock beside it, `<name>.lock`, as long as it lives:
//! a draft whose lock can be had was left behind.
//!
//! Locks are taken and removed while the data folder's own lock is held, so that no two windows can
//! hold the lock of one draft in two files of the same name.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::StoreError;
use super::files::{is_missing, read_text_up_to, read_value, write_text};
use super::ron_layout::write_value;
use super::shelf::file_stem;
use super::shelf::lock::{Lock, Patience};
use super::shelf::names::{first_free, free_path, move_to};
use crate::model::FILE_VERSION;

/// The largest text that is kept, in bytes: 16 MiB. It may be more than a routine's file holds, as
/// long as it is only being edited.
pub const MAX_DRAFT_BYTES: usize = 16 * 1024 * 1024;

/// The ending of a lock.
const LOCK: &str = ".lock";

/// Where damaged drafts are put.
const SET_ASIDE: &str = "set-aside";

/// Names of drafts that are done and on their way out start with this.
const DONE: &str = ".done-";

/// What `draft.ron` holds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<String>,
}

/// The drafts of a data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafts {
    root: PathBuf,
}

/// A draft that this window holds. Dropping it leaves it for the next start; [`Draft::done`] ends it.
#[derive(Debug)]
pub struct Draft {
    root: PathBuf,
    name: String,
    lock: Lock,
}

/// A draft that was left behind, now held by this window.
#[derive(Debug)]
pub struct Orphan {
    /// The draft itself.
    pub draft: Draft,
    /// The name of the routine's file; nothing for a routine that was never saved.
    pub of: Option<String>,
    /// What stood in that file when it was opened.
    pub base: Option<String>,
    /// The text as it was edited.
    pub text: String,
}

/// A draft that cannot be used.
#[derive(Debug)]
pub struct DamagedDraft {
    /// What is wrong with it.
    pub reason: StoreError,
    /// Where it was put; its own place where it could not be moved.
    pub kept_as: PathBuf,
}

/// What was left behind.
#[derive(Debug, Default)]
pub struct Orphans {
    /// Drafts with changes that were not saved, by name.
    pub drafts: Vec<Orphan>,
    /// Those that cannot be used, and where they are now.
    pub damaged: Vec<DamagedDraft>,
}

impl Drafts {
    /// The drafts of the data folder at `root`.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Begins a draft of the routine in the file `of`, which holds `base`; or of a new one.
    ///
    /// # Errors
    ///
    /// When it cannot be written; [`StoreError::Busy`] where trying again will do.
    pub fn open_new(&self, of: Option<&str>, base: Option<&str>) -> Result<Draft, StoreError> {
        let folder = self.folder();
        let _guard = Lock::of_folder(&self.root, &folder, Patience::Unfelt)?;
        let stem = of.and_then(|name| Path::new(name).file_stem()).map(|stem| stem.to_string_lossy());
        let stem = file_stem(stem.as_deref().unwrap_or("new"), "draft");
        let unwritable = |source| StoreError::Unwritable { path: folder.clone(), source };
        let is_free = |name: &str| name != SET_ASIDE && fs::symlink_metadata(folder.join(name)).is_err();
        let name =
            first_free(&stem, "", is_free).ok_or_else(|| StoreError::Taken { path: folder.join(&stem) })?;
        let lock = self
            .try_lock(&name)
            .map_err(unwritable)?
            .ok_or_else(|| StoreError::Busy { path: folder.join(&name) })?;
        let draft = Draft { root: self.root.clone(), name, lock };
        draft.begin(of, base).inspect_err(|_| {
            // What was begun holds nothing yet, and the reason is what is told.
            let _ = fs::remove_dir_all(draft.folder());
        })?;
        Ok(draft)
    }

    /// The drafts that were left behind, each held from now on, so that no other window offers it
    /// too. Those in which nothing was changed are cleared away; damaged ones are set aside.
    ///
    /// # Errors
    ///
    /// When their folder cannot be read; [`StoreError::Busy`] where trying again will do.
    pub fn orphans(&self) -> Result<Orphans, StoreError> {
        let mut orphans = Orphans::default();
        let names = match self.names() {
            Ok(names) if names.is_empty() => return Ok(orphans),
            names => names?,
        };
        let _guard = Lock::of_folder(&self.root, &self.folder(), Patience::Felt)?;
        for name in names {
            if let Some(stem) = name.strip_suffix(LOCK) {
                self.clear_lock(stem);
            } else if name.starts_with(DONE) {
                // It was done; what is left of it goes the next time.
                let _ = fs::remove_dir_all(self.folder().join(&name));
            } else if name != SET_ASIDE
                && self.folder().join(&name).is_dir()
                && let Ok(Some(lock)) = self.try_lock(&name)
            {
                self.take_up(Draft { root: self.root.clone(), name, lock }, &mut orphans);
            }
        }
        Ok(orphans)
    }

    fn take_up(&self, draft: Draft, orphans: &mut Orphans) {
        match draft.read() {
            Ok(Some((of, base, text))) if base.as_deref() != Some(text.as_str()) => {
                orphans.drafts.push(Orphan { draft, of, base, text });
            }
            Ok(_) => {
                // Nothing to lose; should it stay, it is found again.
                let _ = draft.remove();
            }
            Err(reason) => {
                let from = draft.folder();
                let to = free_path(&self.folder().join(SET_ASIDE), &draft.name, "");
                let moved = to.and_then(|to| move_to(&from, &to).map(|()| to));
                orphans.damaged.push(DamagedDraft { reason, kept_as: moved.unwrap_or(from) });
            }
        }
    }

    /// Everything in the folder, in order; locks last, since they matter only by themselves.
    fn names(&self) -> Result<Vec<String>, StoreError> {
        let folder = self.folder();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(StoreError::Unreadable { path: folder, source }),
        };
        let mut names: Vec<String> =
            entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
        names.sort_by_key(|name| (name.ends_with(LOCK), name.clone()));
        Ok(names)
    }

    fn folder(&self) -> PathBuf {
        self.root.join("drafts")
    }

    fn try_lock(&self, name: &str) -> io::Result<Option<Lock>> {
        Lock::try_take(&self.folder().join(format!("{name}{LOCK}")))
    }

    /// Removes a lock without a draft that nobody holds.
    fn clear_lock(&self, name: &str) {
        if !self.folder().join(name).exists()
            && let Ok(Some(lock)) = self.try_lock(name)
        {
            drop(lock);
            // An empty file that stays is in nobody's way.
            let _ = fs::remove_file(self.folder().join(format!("{name}{LOCK}")));
        }
    }
}

impl Draft {
    /// Keeps the text as it is now, whole: after a crash it is this one or a later.
    ///
    /// # Errors
    ///
    /// When it is larger than [`MAX_DRAFT_BYTES`] or cannot be written. What was kept before is
    /// then still there.
    pub fn keep(&self, text: &str) -> Result<(), StoreError> {
        let path = self.folder().join("text.ron");
        if text.len() > MAX_DRAFT_BYTES {
            let said = format!("{} bytes are too many, {MAX_DRAFT_BYTES} are kept at most", text.len());
            let source = io::Error::new(io::ErrorKind::FileTooLarge, said);
            return Err(StoreError::Unwritable { path, source });
        }
        write_text(&path, text)
    }

    /// Ends the draft: what it held is saved, or not wanted.
    ///
    /// # Errors
    ///
    /// When it cannot be removed. It is then found as left behind by the next start.
    pub fn done(self) -> Result<(), StoreError> {
        self.remove()?;
        let Self { root, name, lock } = self;
        drop(lock);
        if let Ok(_guard) = Lock::of_folder(&root, &root, Patience::Felt) {
            Drafts { root }.clear_lock(&name);
        }
        Ok(())
    }

    /// The folder it is kept in.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.root.join("drafts").join(&self.name)
    }

    fn begin(&self, of: Option<&str>, base: Option<&str>) -> Result<(), StoreError> {
        if let Some(base) = base {
            write_text(&self.folder().join("base.ron"), base)?;
        }
        let path = self.folder().join("draft.ron");
        let about = About { version: FILE_VERSION, of: of.map(str::to_owned) };
        let text =
            write_value(&about).map_err(|problem| StoreError::Layout { path: path.clone(), problem })?;
        write_text(&path, &text)
    }

    /// The file it edits, the text there, and its own; nothing where none was kept yet.
    #[expect(clippy::type_complexity, reason = "three parts, used once")]
    fn read(&self) -> Result<Option<(Option<String>, Option<String>, String)>, StoreError> {
        let folder = self.folder();
        let text = read_text_up_to(&folder.join("text.ron"), MAX_DRAFT_BYTES);
        let text = match text {
            Err(error) if is_missing(&error) => return Ok(None),
            text => text?,
        };
        let About { of, .. } = read_value(&folder.join("draft.ron"))?;
        let base = match read_text_up_to(&folder.join("base.ron"), MAX_DRAFT_BYTES) {
            Err(error) if is_missing(&error) => None,
            base => Some(base?),
        };
        Ok(Some((of, base, text)))
    }

    /// Takes it out of sight at once, so that no half of it is ever found.
    fn remove(&self) -> Result<(), StoreError> {
        let folder = self.folder();
        let hidden = self.root.join("drafts").join(format!("{DONE}{}", self.name));
        // What an earlier end left behind.
        let _ = fs::remove_dir_all(&hidden);
        match fs::rename(&folder, &hidden) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            outcome => outcome.map_err(|source| StoreError::Unwritable { path: folder, source })?,
        }
        // The next start clears what stays.
        let _ = fs::remove_dir_all(&hidden);
        Ok(())
    }
}
