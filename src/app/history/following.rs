//! The program and the thread that keeps the record: what is given, and what is told.

use super::super::editor::Dialog;
use super::super::notices::Topic;
use super::super::state::State;
use super::recorder::{Job, Recorder, Told};
use super::{History, Standing};
use crate::history::Ledger;
use crate::model::{Archive, KeptSession, Routine};
use crate::store::history::{Entry, HistoryNote, as_run};
use crate::store::ron_layout::write_routine;
use crate::text::Words;

impl History {
    /// This is what is written; what is not known to be written goes on top.
    fn take_in(&mut self, ledger: Ledger) {
        self.ledger = ledger;
        for entry in self.unconfirmed.iter().chain(&self.outbox) {
            match entry {
                Entry::Put(record, _) | Entry::Run(record) => self.ledger.put(record),
                Entry::Delete(ids, remarks) => {
                    for id in ids {
                        self.ledger.remove(id);
                    }
                    self.ledger.unsay(remarks);
                }
                Entry::Say(remark) => self.ledger.say(remark.clone()),
                // A stretch of work is in the record of the session that runs; what was brought back
                // is told once it is.
                Entry::Bout { .. } | Entry::BringBack(..) => {}
            }
        }
        if let Some(running) = &self.running {
            self.ledger.put(running);
        }
        self.standing = Standing::Ready;
        self.revision += 1;
    }

    /// A session has come: it was asked for, or it is the one that is gone on with, of which what the
    /// person said before is taken.
    fn take_fetched(&mut self, id: &str, fetched: Option<KeptSession>) {
        if self.recording.unread.take_if(|unread| unread == id).is_none() {
            self.fetched = fetched;
            return;
        }
        if let (Some(KeptSession { record, .. }), Some(running)) = (fetched, &mut self.running) {
            *running = as_run(running.clone(), record);
            self.ledger.put(running);
            self.revision += 1;
        }
    }

    /// The record does not know the session that runs any more: it is written whole again, with its
    /// routine.
    fn write_again(&mut self, id: &str, routine: Option<&Routine>) {
        if let Some(lost) = self.running.as_ref().filter(|running| running.id == id) {
            let text = routine.and_then(|routine| write_routine(routine, "").ok());
            self.outbox.push(Entry::Put(Box::new(lost.clone()), text));
        }
    }
}

impl State {
    /// True while something is not known to be in the record that belongs there.
    #[must_use]
    pub fn is_recording(&self) -> bool {
        !self.history.outbox.is_empty() || !self.history.unconfirmed.is_empty()
    }

    /// Gives the recorder what is to be written, and takes in what it tells.
    pub(in crate::app) fn follow_recorder(&mut self) {
        if self.history.recorder.is_none() {
            let folder = self.folder.root().to_owned();
            self.history.recorder = Some(Recorder::start(folder, self.stamp(), self.wake.clone()));
        }
        while let Some(told) = self.history.recorder.as_ref().and_then(Recorder::told) {
            self.take_in_told(told);
        }
        self.follow_writing();
        self.follow_reading();
        if !self.history.outbox.is_empty() {
            let entries = std::mem::take(&mut self.history.outbox);
            self.history.unconfirmed.extend(entries.iter().cloned());
            self.give_recorder(Job::Write(entries));
        }
    }

    /// The whole record has come, for whichever dialog waits for it.
    fn take_archive(&mut self, archive: Result<Box<Archive>, String>) {
        match &self.editor.dialogs.open {
            Some(Dialog::Export(_)) => self.export_archive(archive),
            Some(Dialog::TakeHistory(_)) => self.compare_archive(archive),
            // It was put away meanwhile.
            _ => {}
        }
    }

    /// Sees whether another window has written.
    pub(in crate::app) fn look_at_record(&mut self) {
        self.give_recorder(Job::Look);
    }

    pub(super) fn give_recorder(&mut self, job: Job) {
        let now = self.stamp();
        if self.history.recorder.as_ref().is_some_and(|recorder| !recorder.give(job, now)) {
            let text = self.words.get("banner-record-stopped");
            self.history.standing = Standing::Closed(text.clone());
            self.notices.say(Topic::Record, text);
        }
    }

    fn take_in_told(&mut self, told: Told) {
        match told {
            Told::Ledger(ledger) => {
                if matches!(self.history.standing, Standing::Closed(_)) {
                    self.notices.mended(&Topic::Record);
                }
                self.history.take_in(*ledger);
            }
            Told::Notes(notes) => {
                let text: Vec<String> = notes.iter().map(|note| told_note(&self.words, note)).collect();
                self.notices.say_anew(Topic::Mended, text.join(" "), None);
            }
            Told::Closed(reason) => {
                self.say_record("banner-record-closed", &reason);
                self.history.standing = Standing::Closed(reason);
            }
            Told::Written => drop(self.history.unconfirmed.pop_front()),
            Told::Held { trouble, unkept } => self.say_held(&trouble, unkept),
            Told::Well => {
                self.notices.mended(&Topic::Record);
                self.notices.mended(&Topic::Unkept);
            }
            Told::Fetched(id, fetched) => self.history.take_fetched(&id, fetched.map(|fetched| *fetched)),
            Told::Lost(id) => {
                let routine = self.playing.as_ref().map(|playing| &*playing.routine);
                self.history.write_again(&id, routine);
            }
            Told::Archive(archive) => self.take_archive(archive),
            Told::Deleted(deleted) => self.take_deleted(deleted),
            Told::TakenIn(taken) => self.tell_taken(taken),
        }
    }

    /// What was done is not in the record yet. That it is kept beside it goes without saying where it
    /// was said that the record cannot be opened.
    fn say_held(&mut self, trouble: &str, unkept: Option<String>) {
        let is_closed = matches!(self.history.standing, Standing::Closed(_));
        match unkept {
            None => {
                self.notices.mended(&Topic::Unkept);
                if !is_closed {
                    self.say_record("banner-record-held", trouble);
                }
            }
            // That nothing at all can be saved has been said.
            Some(_) if self.notices.knows(&Topic::Folder) => {}
            Some(problem) => {
                if !is_closed {
                    self.notices.mended(&Topic::Record);
                }
                let text = self.words.with("banner-record-unkept", &[("problem", problem.into())]);
                self.notices.say(Topic::Unkept, text);
            }
        }
    }

    fn say_record(&mut self, key: &str, problem: &str) {
        // That nothing at all can be saved has been said.
        if !self.notices.knows(&Topic::Folder) {
            let text = self.words.with(key, &[("problem", problem.into())]);
            self.notices.say(Topic::Record, text);
        }
    }
}

/// What was noticed as the record was opened, in words.
#[must_use]
pub fn told_note(words: &Words, note: &HistoryNote) -> String {
    match note {
        HistoryNote::SetAside { kept_as, recovered, from_backup, in_part, reason } => {
            let file = kept_as.display().to_string();
            words.with(
                "banner-record-set-aside",
                &[
                    ("file", file.into()),
                    ("n", (*recovered).into()),
                    ("backup", (*from_backup).into()),
                    ("part", (*in_part).into()),
                    ("problem", reason.as_str().into()),
                ],
            )
        }
        HistoryNote::Restored { from, sessions } => {
            let file = from.display().to_string();
            words.with("banner-record-restored", &[("file", file.into()), ("n", (*sessions).into())])
        }
        HistoryNote::CaughtUp { sessions } => {
            words.with("banner-record-caught-up", &[("n", (*sessions).into())])
        }
        HistoryNote::StillWaits { file, reason } => {
            let file = file.display().to_string();
            let problem = reason.as_str();
            words.with("banner-record-waits", &[("file", file.into()), ("problem", problem.into())])
        }
        HistoryNote::NotCaughtUp { kept_as, reason } => {
            let file = kept_as.display().to_string();
            let problem = reason.as_str();
            words.with("banner-record-not-caught-up", &[("file", file.into()), ("problem", problem.into())])
        }
        HistoryNote::NoBackup { folder, reason } => {
            let folder = folder.display().to_string();
            words.with(
                "banner-record-no-backup",
                &[("folder", folder.into()), ("problem", reason.as_str().into())],
            )
        }
    }
}
