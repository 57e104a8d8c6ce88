//! The record of sessions, in `history.db`: a SQLite database that is whole at any instant.
//!
//! What was written is on the disk when a call returns. What is deleted can be brought back for
//! thirty days and is then let go of for good; the backups that still hold it go with the seventh
//! day of use after that.

mod codes;
mod connection;
mod error;
mod read;
mod rows;
mod schema;
mod sum;
mod take_in;
mod write;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use error::{HistoryError, HistoryNote};
pub use take_in::TakenIn;

use error::Trouble;
use read::Reader;
use write::Writer;

use crate::history::Ledger;
use crate::model::{Archive, BoutRecord, KeptSession, Remark, SessionRecord, Stamp};

/// The name of the file in the data folder.
const FILE: &str = "history.db";

/// The record of sessions of a data folder. Several windows may have it open at once.
#[derive(Debug)]
pub struct History {
    db: Connection,
    path: PathBuf,
    seen: i64,
}

impl History {
    /// Opens the record of a data folder, and makes it where there is none: checks it, brings it to
    /// the newest version, recovers what can be read of a damaged one, lets go of what was deleted
    /// thirty days ago, and keeps a backup, once a day. Answers what the person must be told.
    ///
    /// # Errors
    ///
    /// When it cannot be used; nothing was touched then.
    pub fn open(folder: &Path, now: Stamp) -> Result<(Self, Vec<HistoryNote>), HistoryError> {
        let path = folder.join(FILE);
        let db = connection::open(&path).map_err(|trouble| trouble.at(&path))?;
        let mut history = Self { db, path, seen: 0 };
        schema::migrate(&mut history.db).map_err(|trouble| trouble.at(&history.path))?;
        history.step(|step| write::forget_deleted(step, now))?;
        history.changed_elsewhere();
        Ok((history, Vec::new()))
    }

    /// Whether a data folder has a record. None is made.
    #[must_use]
    pub fn is_in(folder: &Path) -> bool {
        folder.join(FILE).exists()
    }

    /// All sessions but the deleted, as they are counted.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn ledger(&self) -> Result<Ledger, HistoryError> {
        self.told(read::ledger(&self.db))
    }

    /// A session whole, unless there is none with this id or it is deleted.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn session(&self, id: &str) -> Result<Option<KeptSession>, HistoryError> {
        let found = Reader::new(&self.db).and_then(|mut reader| reader.find(id));
        let found = self.told(found)?.filter(|(row, _)| row.deleted_ms.is_none());
        Ok(found.map(|(_, session)| session))
    }

    /// Keeps a session whole, in place of the one with its id, be that one deleted or not. Where no
    /// routine is given, the text that is there stays.
    ///
    /// # Errors
    ///
    /// When it cannot be written; what was there is still there.
    pub fn put(&mut self, record: &SessionRecord, routine: Option<&str>) -> Result<(), HistoryError> {
        self.step(|step| Writer::new(step)?.put(record, routine).map(|_| ()))
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

    /// Keeps something the person said.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn say(&mut self, remark: &Remark) -> Result<(), HistoryError> {
        self.step(|step| rows::insert_remark(step, remark))
    }

    /// Everything but what is deleted.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn archive(&self) -> Result<Archive, HistoryError> {
        self.told(read::archive(&self.db))
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
        self.seen != before
    }

    /// Does something whole or not at all, with no other window writing meanwhile.
    fn step<T>(
        &mut self,
        write: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>,
    ) -> Result<T, HistoryError> {
        let done = self.db.transaction_with_behavior(TransactionBehavior::Immediate);
        let done = done.map_err(Trouble::from).and_then(|step| {
            let value = write(&step)?;
            step.commit()?;
            Ok(value)
        });
        self.told(done)
    }

    fn told<T>(&self, done: Result<T, Trouble>) -> Result<T, HistoryError> {
        done.map_err(|trouble| trouble.at(&self.path))
    }
}
