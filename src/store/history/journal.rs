//! What could not be written into the record, in a file of its own beside it, until it can be:
//! `history-unwritten-<id>.json` in the data folder.
//!
//! Each window has a file of its own, written whole or not at all. Its entries are numbered, and the
//! record knows how many of which file are in it, from the same step that wrote them: whoever writes
//! them, and whatever is cut off between, none is written twice and none is left out.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use super::place::{self, settle, unusable};
use super::sum::Sum;
use super::{HistoryError, private};
use crate::model::Stamp;
use crate::store::StoreError;
use crate::store::files::{read_text_up_to, write_text};

const FORMAT: &str = "unhunch-unwritten";
const VERSION: u32 = 1;
const NAME: &str = "history-unwritten-";
const ENDING: &str = ".json";
/// More than years of sessions.
const MAX_BYTES: usize = 64 << 20;

/// A number of an entry in a file.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The id of the file.
    pub(super) journal: &'a str,
    /// The entry's number.
    pub(super) nr: u64,
}

/// What a file holds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Content {
    format: String,
    version: u32,
    pub(super) journal: String,
    /// The number of the first entry.
    pub(super) first: u64,
    /// A sum over the entries: a letter that became another leaves it JSON.
    sum: i64,
    pub(super) entries: Vec<Entry>,
}

/// What is looked at first, whatever else is there.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u32>,
}

/// Why a file is not taken up.
pub(super) enum Unread {
    /// It was begun, and nothing was written into it.
    Empty,
    /// The system does not let us read it, or a newer version of the program wrote it: it waits.
    Waits(String),
    /// It is not as it was written.
    Damaged(String),
}

/// The file of one window.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    /// Its id, once there is one.
    id: Option<String>,
    /// The number after that of the last entry in it.
    end: u64,
    is_there: bool,
}

impl Journal {
    /// A file that is not begun yet, for a data folder.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), id: None, end: 0, is_there: false }
    }

    /// Keeps what is still to be written; `first` is the number of the first of it.
    ///
    /// # Errors
    ///
    /// When it cannot be written. What was kept before is still kept then.
    pub fn keep<'e>(
        &mut self,
        first: u64,
        entries: impl ExactSizeIterator<Item = &'e Entry>,
        now: Stamp,
    ) -> Result<(), HistoryError> {
        let end = first + entries.len() as u64;
        if self.is_there && end == self.end {
            return Ok(());
        }
        let id = self.id.get_or_insert_with(|| new_id(now)).clone();
        let path = path_of(&self.folder, &id);
        // Whoever takes it up keeps everybody else from its file meanwhile.
        let _turn = place::share_turn_in(&self.folder, &path)?;
        let entries: Vec<Entry> = entries.cloned().collect();
        let content = Content {
            format: FORMAT.to_owned(),
            version: VERSION,
            journal: id,
            first,
            sum: sum_of(&entries),
            entries,
        };
        // Plain data always becomes JSON.
        let text = serde_json::to_string(&content).unwrap_or_default();
        write_private(&path, &text)?;
        (self.end, self.is_there) = (end, true);
        Ok(())
    }

    /// The place of the entry with this number, where it is in the file: somebody else may write it.
    #[must_use]
    pub fn place_of(&self, nr: u64) -> Option<Place<'_>> {
        self.id.as_deref().filter(|_| nr < self.end).map(|journal| Place { journal, nr })
    }

    /// Everything in it is in the record: it goes.
    pub fn done(&mut self) {
        let Some(id) = self.id.as_deref().filter(|_| self.is_there) else { return };
        let path = path_of(&self.folder, id);
        if let Ok(_turn) = place::share_turn_in(&self.folder, &path) {
            remove(&path);
            self.is_there = false;
        }
    }
}

/// Made once and never again: by the time, so that files are in the order they were begun.
fn new_id(now: Stamp) -> String {
    format!("{:011x}-{:08x}-{:016x}", now.utc_ms.max(0), std::process::id(), fastrand::u64(..))
}

fn path_of(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{NAME}{id}{ENDING}"))
}

fn sum_of(entries: &[Entry]) -> i64 {
    let text = serde_json::to_string(entries).unwrap_or_default();
    Sum::of_text(&text)
}

fn write_private(path: &Path, text: &str) -> Result<(), HistoryError> {
    if text.len() > MAX_BYTES {
        return Err(unusable(path, &io::ErrorKind::FileTooLarge.into()));
    }
    if !path.exists() {
        // A file that is replaced hands its rights on.
        private::make(path).map_err(|error| unusable(path, &error))?;
    }
    write_text(path, text).map_err(|error| match error {
        StoreError::Unwritable { path, source } => {
            HistoryError::Unwritable { path, reason: source.to_string() }
        }
        error => HistoryError::Unusable { path: path.to_owned(), reason: error.to_string() },
    })
}

/// All files in a data folder, in the order they were begun.
pub(super) fn left_in(folder: &Path) -> Vec<PathBuf> {
    let is_one = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(NAME) && name.ends_with(ENDING))
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries.map(|entry| entry.path()).filter(is_one).collect();
    found.sort();
    found
}

/// What a file holds, where that is as it was written.
pub(super) fn read(path: &Path) -> Result<Content, Unread> {
    let damaged = |what: &str| Unread::Damaged(what.to_owned());
    let text = read_text_up_to(path, MAX_BYTES).map_err(|error| match error {
        StoreError::Unreadable { .. } => Unread::Waits(error.to_string()),
        error => Unread::Damaged(error.to_string()),
    })?;
    if text.is_empty() {
        return Err(Unread::Empty);
    }
    let head: Head = serde_json::from_str(&text).map_err(|error| Unread::Damaged(error.to_string()))?;
    match (head.format.as_deref(), head.version) {
        (Some(FORMAT), Some(VERSION)) => {}
        (Some(FORMAT), Some(newer)) if newer > VERSION => {
            return Err(Unread::Waits(format!("a newer Unhunch wrote it (its version is {newer})")));
        }
        _ => return Err(damaged("it does not say what it is")),
    }
    let content: Content = serde_json::from_str(&text).map_err(|error| Unread::Damaged(error.to_string()))?;
    if content.sum == sum_of(&content.entries) {
        Ok(content)
    } else {
        Err(damaged("it is not as it was written"))
    }
}

/// Moves a file out of the way, to a free name, and answers it.
pub(super) fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let kept_as = free_name(path)?;
    fs::rename(path, &kept_as)?;
    settle(&kept_as);
    Ok(kept_as)
}

/// Copies a file to a free name, and answers it.
pub(super) fn copy_aside(path: &Path) -> io::Result<PathBuf> {
    let kept_as = free_name(path)?;
    fs::copy(path, &kept_as)?;
    fs::File::open(&kept_as)?.sync_all()?;
    settle(&kept_as);
    Ok(kept_as)
}

fn free_name(path: &Path) -> io::Result<PathBuf> {
    let named = |number: u32| path.with_file_name(format!("history-unwritten.damaged-{number}{ENDING}"));
    let free = (1..100_000).map(named).find(|path| path.symlink_metadata().is_err());
    free.ok_or(io::ErrorKind::AlreadyExists.into())
}

/// Removes a file that is done with. Should it stay, the record knows that it is in it.
pub(super) fn remove(path: &Path) {
    let _ = fs::remove_file(path);
    settle(path);
}
