//! Takes up what windows before could not write: each file in one step, which the record remembers.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Transaction;

use super::entry::put_down;
use super::error::Trouble;
use super::journal::{self, Content, Place, Unread};
use super::{History, HistoryNote, marks};
use crate::model::Stamp;

/// What became of a file.
#[derive(Default)]
struct Taken {
    sessions: BTreeSet<String>,
    is_any: bool,
    /// Not all of it has a place in the record.
    note: Option<HistoryNote>,
}

impl History {
    /// Writes what the files beside the record hold. To be called while nobody else opens it.
    pub(super) fn catch_up(&mut self, now: Stamp) -> Vec<HistoryNote> {
        let (mut notes, mut sessions, mut is_any) = (Vec::new(), BTreeSet::new(), false);
        for file in journal::left_in(self.place.folder()) {
            match journal::read(&file) {
                Ok(content) => match self.write(|step| take_up(step, &file, &content, now)) {
                    Ok(taken) => {
                        is_any |= taken.is_any;
                        sessions.extend(taken.sessions);
                        notes.extend(taken.note);
                        journal::remove(&file);
                    }
                    Err(error) => notes.push(HistoryNote::StillWaits { file, reason: error.to_string() }),
                },
                Err(Unread::Empty) => journal::remove(&file),
                Err(Unread::Waits(reason)) => notes.push(HistoryNote::StillWaits { file, reason }),
                Err(Unread::Damaged(reason)) => notes.push(set_aside(&file, reason)),
            }
        }
        if is_any {
            notes.push(HistoryNote::CaughtUp { sessions: sessions.len() });
        }
        notes
    }
}

fn take_up(step: &Transaction<'_>, file: &Path, content: &Content, now: Stamp) -> Result<Taken, Trouble> {
    let (mut taken, mut without_session) = (Taken::default(), 0_usize);
    for (entry, nr) in content.entries.iter().zip(content.first..) {
        let place = Place { journal: &content.journal, nr };
        if marks::has(step, place)? {
            continue;
        }
        match put_down(step, entry, now) {
            Ok(()) => {
                taken.is_any = true;
                taken.sessions.extend(entry.session().map(str::to_owned));
            }
            Err(Trouble::NoSession(_)) => without_session += 1,
            Err(trouble) => return Err(trouble),
        }
        marks::is_in(step, place, now)?;
    }
    if without_session > 0 {
        // It is there before the record says that all of it was looked at.
        let kept_as = journal::copy_aside(file)?;
        let reason =
            format!("{without_session} of its entries belong to sessions that are not in the record");
        taken.note = Some(HistoryNote::NotCaughtUp { kept_as, reason });
    }
    Ok(taken)
}

fn set_aside(file: &Path, reason: String) -> HistoryNote {
    match journal::set_aside(file) {
        Ok(kept_as) => HistoryNote::NotCaughtUp { kept_as, reason },
        Err(error) => HistoryNote::StillWaits { file: file.to_owned(), reason: format!("{reason}; {error}") },
    }
}
