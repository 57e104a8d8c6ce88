//! Whoever keeps the record of sessions: opens it, writes in order, and holds what cannot be
//! written until it can, in a file beside the record as well.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::recorder::{Job, Task, Told};
use crate::history::Ledger;
use crate::model::{KeptSession, Stamp};
use crate::store::history::{Entry, History, HistoryError, HistoryNote, Journal, as_run};

/// What could not be written is tried again after this.
const TRIED_AGAIN_AFTER: Duration = Duration::from_secs(5);

/// Keeps the record.
pub(super) struct Bookkeeper<T> {
    folder: PathBuf,
    /// The time of day, as it was told last.
    now: Stamp,
    tell: T,
    history: Option<History>,
    /// What is to be written, in order.
    pending: VecDeque<Entry>,
    /// How much was written before, which is the number of the first of it.
    first: u64,
    /// Where it is kept while it cannot be written.
    journal: Journal,
    /// Why the first of it could not be written.
    trouble: Option<String>,
    /// What was told of that: why it is not written, and why not even kept.
    told: Option<(String, Option<String>)>,
    /// Why the record could not be opened last.
    closed: String,
}

impl<T: Fn(Told)> Bookkeeper<T> {
    pub(super) fn new(folder: PathBuf, now: Stamp, tell: T) -> Self {
        Self {
            journal: Journal::new(&folder),
            folder,
            now,
            tell,
            history: None,
            pending: VecDeque::new(),
            first: 0,
            trouble: None,
            told: None,
            closed: String::new(),
        }
    }

    /// Does what it is given until nobody gives anything any more.
    pub(super) fn work_off(&mut self, jobs: &Receiver<Task>) {
        self.open();
        loop {
            let next = if self.pending.is_empty() {
                jobs.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                jobs.recv_timeout(TRIED_AGAIN_AFTER)
            };
            match next {
                Ok((job, now)) => {
                    self.now = now;
                    self.take(job);
                }
                Err(RecvTimeoutError::Timeout) => self.write(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.write();
        if let Some((why, Some(problem))) = &self.told {
            log::error!(
                "{} entries are neither in the record ({why}) nor kept ({problem})",
                self.pending.len()
            );
        }
    }

    fn take(&mut self, job: Job) {
        match job {
            Job::Write(entries) => {
                self.pending.extend(entries);
                self.write();
            }
            Job::Fetch(id) => {
                self.write();
                let found = self.found(&id);
                (self.tell)(Told::Fetched(id, found.map(Box::new)));
            }
            Job::Archive => {
                let archive = self.whole(|history| history.archive());
                (self.tell)(Told::Archive(archive.map(Box::new)));
            }
            Job::Deleted => {
                let deleted = self.whole(|history| history.deleted());
                (self.tell)(Told::Deleted(deleted));
            }
            Job::TakeIn(archive) => {
                let taken = self.whole(|history| history.take_in(&archive));
                (self.tell)(Told::TakenIn(taken));
                self.tell_all();
            }
            Job::Look => {
                if self.history.is_some() || self.open() {
                    self.write();
                    self.look();
                }
            }
        }
    }

    /// Does something with the whole record, once all is written that was to be; otherwise answers
    /// why not.
    fn whole<R>(
        &mut self,
        mut work: impl FnMut(&mut History) -> Result<R, HistoryError>,
    ) -> Result<R, String> {
        self.write();
        if let Some(trouble) = &self.trouble {
            return Err(trouble.clone());
        }
        self.look_into(&mut work)
    }

    /// Does something with the record. Where it turns out to be damaged, or another has taken its
    /// place, it is opened again first.
    fn look_into<R>(
        &mut self,
        mut work: impl FnMut(&mut History) -> Result<R, HistoryError>,
    ) -> Result<R, String> {
        for is_last in [false, true] {
            if self.history.is_none() {
                self.open();
            }
            let Some(history) = &mut self.history else { break };
            match work(history) {
                Ok(done) => return Ok(done),
                Err(error) if error.asks_to_open_again() && !is_last => self.history = None,
                Err(error) => return Err(error.to_string()),
            }
        }
        Err(self.closed.clone())
    }

    /// Opens the record and tells what is in it; false where that cannot be. Some damage shows only
    /// while everything is read: then it is opened again, which recovers it.
    fn open(&mut self) -> bool {
        let mut notes = Vec::new();
        let opened = match self.opened(&mut notes) {
            Err(error) if error.asks_to_open_again() => self.opened(&mut notes),
            outcome => outcome,
        };
        // What was set aside was set aside, whatever came after.
        if !notes.is_empty() {
            (self.tell)(Told::Notes(notes));
        }
        match opened {
            Ok((history, ledger)) => {
                self.history = Some(history);
                (self.tell)(Told::Ledger(Box::new(ledger)));
                true
            }
            Err(error) => {
                self.closed = error.to_string();
                (self.tell)(Told::Closed(self.closed.clone()));
                false
            }
        }
    }

    fn opened(&mut self, notes: &mut Vec<HistoryNote>) -> Result<(History, Ledger), HistoryError> {
        // The one that was open is let go of first: of a folder there is one at a time.
        self.history = None;
        let (history, more) = History::open(&self.folder, self.now)?;
        notes.extend(more);
        self.catch_up_with(&history)?;
        let ledger = history.ledger()?;
        Ok((history, ledger))
    }

    /// What was taken from the journal as the record was opened, here or in another window, need not
    /// be written any more.
    fn catch_up_with(&mut self, history: &History) -> Result<(), HistoryError> {
        while !self.pending.is_empty() {
            match self.journal.place_of(self.first) {
                Some(place) if history.holds(place)? => self.written(),
                _ => break,
            }
        }
        Ok(())
    }

    /// Writes what is to be written, as far as that goes, and keeps the rest.
    fn write(&mut self) {
        self.write_out();
        self.keep_rest();
    }

    fn write_out(&mut self) {
        let mut has_opened = false;
        while let Some(entry) = self.pending.front() {
            let Some(history) = &mut self.history else {
                if has_opened || !self.open() {
                    self.trouble = Some(self.closed.clone());
                    return;
                }
                has_opened = true;
                continue;
            };
            match history.put_down(entry, self.journal.place_of(self.first), self.now) {
                Ok(()) => self.written(),
                Err(HistoryError::NoSession { id }) => {
                    self.written();
                    (self.tell)(Told::Lost(id));
                }
                Err(error) if error.asks_to_open_again() && !has_opened => self.history = None,
                Err(error) => {
                    self.trouble = Some(error.to_string());
                    return;
                }
            }
        }
        self.trouble = None;
        self.look();
    }

    /// Keeps what could not be written in a file, and tells what there is to tell.
    fn keep_rest(&mut self) {
        let Some(trouble) = self.trouble.clone() else {
            self.journal.done();
            if self.told.take().is_some() {
                (self.tell)(Told::Well);
            }
            return;
        };
        let kept = self.journal.keep(self.first, self.pending.iter(), self.now);
        let unkept = kept.err().map(|error| error.to_string());
        let said = (trouble, unkept);
        if self.told.as_ref() != Some(&said) {
            let (trouble, unkept) = said.clone();
            self.told = Some(said);
            (self.tell)(Told::Held { trouble, unkept });
        }
    }

    fn written(&mut self) {
        let entry = self.pending.pop_front();
        self.first += 1;
        (self.tell)(Told::Written);
        // What is back is known here alone.
        if matches!(entry, Some(Entry::BringBack(..))) {
            self.tell_all();
        }
    }

    /// Tells what is in the record where something else has written.
    fn look(&mut self) {
        if self.history.as_mut().is_some_and(History::changed_elsewhere) {
            self.tell_all();
        }
    }

    fn tell_all(&mut self) {
        match self.history.as_ref().map(History::ledger) {
            Some(Ok(ledger)) => (self.tell)(Told::Ledger(Box::new(ledger))),
            // Opened again, it is told as well.
            Some(Err(error)) if error.asks_to_open_again() => drop(self.open()),
            Some(Err(error)) => log::warn!("{error}"),
            None => {}
        }
    }

    /// The session with this id, as it will be once everything is written.
    fn found(&mut self, id: &str) -> Option<KeptSession> {
        let found = self.look_into(|history| history.session(id));
        let written = found.inspect_err(|problem| log::warn!("{problem}")).ok().flatten();
        self.pending.iter().fold(written, |found, entry| after(found, entry, id))
    }
}

/// What a session becomes by an entry.
fn after(found: Option<KeptSession>, entry: &Entry, id: &str) -> Option<KeptSession> {
    match entry {
        Entry::Put(record, text) if record.id == id => {
            let kept_text = found.map(|found| found.routine_text).unwrap_or_default();
            let routine_text = text.clone().unwrap_or(kept_text);
            Some(KeptSession { record: (**record).clone(), routine_text })
        }
        Entry::Run(run) if run.id == id => {
            let KeptSession { record, routine_text } =
                found.unwrap_or_else(|| KeptSession { record: (**run).clone(), routine_text: String::new() });
            Some(KeptSession { record: as_run((**run).clone(), record), routine_text })
        }
        Entry::Bout { session, index, bout, took_ms } if session == id => {
            let mut found = found?;
            found.record.took_ms = *took_ms;
            match found.record.bouts.get_mut(*index) {
                Some(before) => before.clone_from(bout),
                None => found.record.bouts.push(bout.clone()),
            }
            Some(found)
        }
        Entry::Delete(ids, _) if ids.iter().any(|deleted| deleted == id) => None,
        _ => found,
    }
}
