//! The record of sessions, in `history.db`: a SQLite database that is whole at any instant.
//!
//! What was written is on the disk when a call returns. What is deleted can be brought back for
//! thirty days and is then let go of for good; the backups that still hold it go with the seventh
//! day of use after that.

mod backups;
mod catching_up;
mod codes;
mod connection;
mod deleted;
mod entry;
mod error;
mod health;
mod journal;
mod log;
mod marks;
mod mending;
mod place;
mod private;
mod read;
mod rows;
mod salvage;
mod schema;
mod sum;
mod take_in;
mod write;

use std::fs::{self, Metadata};
use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use deleted::{Deleted, DeletedSession};
pub use entry::{Entry, as_run};
pub use error::{HistoryError, HistoryNote};
pub use journal::{Journal, Place as JournalPlace};
pub use take_in::TakenIn;

use error::Trouble;
use health::Unsound;
use place::Place;
use read::Reader;
use write::Writer;

use crate::history::Ledger;
use crate::model::{Archive, BoutRecord, KeptSession, Remark, SessionRecord, Stamp};

/// The record of sessions of a data folder. Several windows may have it open at once; within one
/// program, one such value is to be had of a folder at a time (the system's locks are a program's).
#[derive(Debug)]
pub struct History {
    db: Connection,
    place: Place,
    /// Which file it is, to notice when another takes its place.
    identity: Option<(u64, u64)>,
    seen: i64,
}

impl History {
    /// Opens the record of a data folder, and makes it where there is none: checks it, brings it to
    /// the newest version, recovers what can be read of a damaged one, lets go of what was deleted
    /// thirty days ago, writes what could not be written before, and keeps a backup, once a day.
    /// Answers what the person must be told.
    ///
    /// # Errors
    ///
    /// When it cannot be used; nothing was touched then.
    pub fn open(folder: &Path, now: Stamp) -> Result<(Self, Vec<HistoryNote>), HistoryError> {
        let place = Place::in_folder(folder)?;
        let _turn = place.take_turn()?;
        let mut notes = Vec::from_iter(mending::finish(&place)?);
        if !place.exists() {
            notes.extend(mending::begin(&place)?);
        }
        let told = |trouble: Trouble| trouble.at(&place.file);
        let db = match health::look(&place) {
            Ok(db) => db,
            Err(Unsound::Refused(error)) => return Err(error),
            Err(Unsound::Damaged(reason)) => {
                notes.push(mending::mend(&place, reason)?);
                connection::look_into(&place.file).map_err(told)?
            }
        };
        place::with_companions(&place.file).for_each(|(path, _)| private::keep(&path));
        let mut db = connection::make_ready(db, &place.file).map_err(told)?;
        schema::migrate(&mut db).map_err(told)?;
        let identity = identity(&place.file);
        let mut history = Self { db, place, identity, seen: 0 };
        history.write(|step| {
            marks::forget(step, now)?;
            write::forget_deleted(step, now)
        })?;
        notes.extend(history.catch_up(now));
        history.changed_elsewhere();
        notes.extend(history.keep_backup(now));
        Ok((history, notes))
    }

    fn keep_backup(&self, now: Stamp) -> Option<HistoryNote> {
        let folder = self.place.backups();
        let reason = backups::keep(&self.db, &folder, now).err()?;
        Some(HistoryNote::NoBackup { folder, reason })
    }

    /// Whether a data folder has a record, a backup of one, or something for one. Nothing is made.
    #[must_use]
    pub fn is_in(folder: &Path) -> bool {
        place::is_record(folder)
            || !backups::newest_first(&place::backups_in(folder)).is_empty()
            || !journal::left_in(folder).is_empty()
    }

    /// All sessions but the deleted, as they are counted.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn ledger(&self) -> Result<Ledger, HistoryError> {
        self.look(read::ledger)
    }

    /// A session whole, unless there is none with this id or it is deleted.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn session(&self, id: &str) -> Result<Option<KeptSession>, HistoryError> {
        let found = self.look(|db| Reader::new(db)?.find(id))?.filter(|(row, _)| row.deleted_ms.is_none());
        Ok(found.map(|(_, session)| session))
    }

    /// Keeps a session whole, in place of the one with its id, be that one deleted or not. Where no
    /// routine is given, the text that is there stays.
    ///
    /// # Errors
    ///
    /// When it cannot be written; what was there is still there.
    pub fn put(&mut self, record: &SessionRecord, routine: Option<&str>) -> Result<(), HistoryError> {
        self.step(|step| Writer::new(step)?.put(record, routine))
    }

    /// Keeps what was done as the `index`-th thing of a session, in place of what is there, and how
    /// long the session took so far, in milliseconds.
    ///
    /// # Errors
    ///
    /// When there is no such session, or it cannot be written.
    pub fn bout(
        &mut self,
        session: &str,
        index: usize,
        bout: &BoutRecord,
        took_ms: u64,
    ) -> Result<(), HistoryError> {
        self.step(|step| write::bout(step, session, index, bout, took_ms))
    }

    /// Deletes sessions. For thirty days they can be brought back.
    ///
    /// # Errors
    ///
    /// When it cannot be written; all of them are still there then.
    pub fn delete(&mut self, ids: &[String], now: Stamp) -> Result<(), HistoryError> {
        self.step(|step| write::mark(step, ids, Some(now)))
    }

    /// Brings back what was deleted.
    ///
    /// # Errors
    ///
    /// When it cannot be written; none of them is back then.
    pub fn bring_back(&mut self, ids: &[String]) -> Result<(), HistoryError> {
        self.step(|step| write::mark(step, ids, None))
    }

    /// What was deleted and can be brought back.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn deleted(&self) -> Result<Deleted, HistoryError> {
        self.look(deleted::all)
    }

    /// Keeps something the person said.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn say(&mut self, remark: &Remark) -> Result<(), HistoryError> {
        self.step(|step| rows::insert_remark(step, remark))
    }

    /// Writes an entry, unless it was taken from its place in a journal before.
    ///
    /// # Errors
    ///
    /// When it cannot be written, or belongs to a session that is not there.
    pub fn put_down(
        &mut self,
        entry: &Entry,
        place: Option<JournalPlace<'_>>,
        now: Stamp,
    ) -> Result<(), HistoryError> {
        self.step(|step| match place {
            None => entry::put_down(step, entry, now),
            Some(place) if marks::has(step, place)? => Ok(()),
            Some(place) => {
                entry::put_down(step, entry, now)?;
                marks::is_in(step, place, now)
            }
        })
    }

    /// Whether the entry at a place in a journal is in the record.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn holds(&self, place: JournalPlace<'_>) -> Result<bool, HistoryError> {
        self.look(|db| marks::has(db, place))
    }

    /// Everything but what is deleted.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn archive(&self) -> Result<Archive, HistoryError> {
        self.look(read::archive)
    }

    /// Adds what an archive holds and is not here, all of it or nothing. What is here stays as it is.
    ///
    /// # Errors
    ///
    /// When it cannot be written; nothing was added then.
    pub fn take_in(&mut self, archive: &Archive) -> Result<TakenIn, HistoryError> {
        self.step(|step| take_in::take_in(step, archive))
    }

    /// Whether another window wrote since this was asked last.
    pub fn changed_elsewhere(&mut self) -> bool {
        let version = self.db.pragma_query_value(None, "data_version", |row| row.get(0));
        let before = self.seen;
        self.seen = version.unwrap_or(before);
        self.seen != before || self.is_replaced()
    }

    /// Whether another file stands in the place of the one that is open.
    fn is_replaced(&self) -> bool {
        identity(&self.place.file) != self.identity
    }

    /// Does something whole or not at all, with no other window writing meanwhile.
    fn step<T>(
        &mut self,
        write: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>,
    ) -> Result<T, HistoryError> {
        let _turn = self.place.share_turn()?;
        if self.is_replaced() {
            return Err(HistoryError::Replaced { path: self.place.file.clone() });
        }
        self.write(write)
    }

    /// As [`History::step`], where nobody can put another file in its place.
    fn write<T>(
        &mut self,
        write: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>,
    ) -> Result<T, HistoryError> {
        let done = self.db.transaction_with_behavior(TransactionBehavior::Immediate);
        let done = done.map_err(Trouble::from).and_then(|step| {
            let value = write(&step)?;
            step.commit()?;
            Ok(value)
        });
        if done.is_ok() {
            connection::empty_log(&self.db);
        }
        self.told(done)
    }

    /// Reads something as it is at one instant.
    fn look<T>(&self, read: impl FnOnce(&Connection) -> Result<T, Trouble>) -> Result<T, HistoryError> {
        if self.is_replaced() {
            return Err(HistoryError::Replaced { path: self.place.file.clone() });
        }
        self.told(self.db.unchecked_transaction().map_err(Trouble::from).and_then(|snapshot| read(&snapshot)))
    }

    /// Says what went wrong, of which file. Damage is marked, so that opening again recovers it: a
    /// glance at the file may not show it.
    fn told<T>(&self, done: Result<T, Trouble>) -> Result<T, HistoryError> {
        done.map_err(|trouble| {
            if trouble.is_damage() {
                // Where it cannot be marked, nothing could be recovered either.
                let _ = fs::write(self.place.mark(), trouble.to_string());
            }
            trouble.at(&self.place.file)
        })
    }
}

/// Which file this is, where the system numbers them.
fn identity(file: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    let number = |metadata: Metadata| {
        use std::os::unix::fs::MetadataExt;
        (metadata.dev(), metadata.ino())
    };
    // Elsewhere a file that is open cannot be moved.
    #[cfg(not(unix))]
    let number = |_: Metadata| (0, 0);
    fs::metadata(file).ok().map(number)
}
