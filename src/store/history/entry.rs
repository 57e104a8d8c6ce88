//! What is written into the record: one thing after the other, in the order it happened.

use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use super::error::Trouble;
use super::read::Reader;
use super::write::Writer;
use super::{deleted, rows, write};
use crate::model::{BoutRecord, Remark, SessionRecord, Stamp};

/// Something for the record, in the order it is to be written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// A session as it now is, with its routine as RON where that is new.
    Put(Box<SessionRecord>, Option<String>),
    /// A session as it was run so far. What the person said of it stays as it is kept.
    Run(Box<SessionRecord>),
    /// The stretch of work with this index in the session that runs, and how long that took so far.
    Bout {
        /// The session's id.
        session: String,
        /// Its place among what was done.
        index: usize,
        /// What was done.
        bout: BoutRecord,
        /// How long the session took so far, in milliseconds.
        took_ms: u64,
    },
    /// These sessions are to be deleted, and what was said there.
    Delete(Vec<String>, Vec<Remark>),
    /// They are not, after all.
    BringBack(Vec<String>, Vec<Remark>),
    /// Something the person said.
    Say(Remark),
}

impl Entry {
    /// The session that it adds to, where it is one.
    pub(super) fn session(&self) -> Option<&str> {
        match self {
            Self::Put(record, _) | Self::Run(record) => Some(&record.id),
            Self::Bout { session, .. } => Some(session),
            Self::Delete(..) | Self::BringBack(..) | Self::Say(_) => None,
        }
    }
}

/// A session as it was run, with what the person said of it as it is kept.
#[must_use]
pub fn as_run(run: SessionRecord, kept: SessionRecord) -> SessionRecord {
    let SessionRecord { before, after, effort, note, .. } = kept;
    SessionRecord { before, after, effort, note, ..run }
}

/// Writes one.
pub(super) fn put_down(step: &Transaction<'_>, entry: &Entry, now: Stamp) -> Result<(), Trouble> {
    match entry {
        Entry::Put(record, routine) => Writer::new(step)?.put(record, routine.as_deref()),
        Entry::Run(run) => {
            let found = Reader::new(step)?.find(&run.id)?.filter(|(row, _)| row.deleted_ms.is_none());
            let run = (**run).clone();
            let record = match found {
                Some((_, kept)) => as_run(run, kept.record),
                None => run,
            };
            Writer::new(step)?.put(&record, None)
        }
        Entry::Bout { session, index, bout, took_ms } => write::bout(step, session, *index, bout, *took_ms),
        Entry::Delete(ids, remarks) => {
            write::mark(step, ids, Some(now))?;
            deleted::take_remarks(step, remarks, now)
        }
        Entry::BringBack(ids, remarks) => {
            write::mark(step, ids, None)?;
            deleted::put_remarks_back(step, remarks)
        }
        Entry::Say(remark) => rows::insert_remark(step, remark),
    }
}
