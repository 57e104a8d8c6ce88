//! Keeps the record of sessions, on a thread of its own: neither a slow disk nor a large record
//! stops anyone.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::super::editor::Wake;
use super::bookkeeper::Bookkeeper;
use crate::history::Ledger;
use crate::model::{Archive, KeptSession, Stamp};
use crate::store::history::{Deleted, Entry, HistoryNote, TakenIn};

/// What is to be done with the record.
pub(super) enum Job {
    /// Write these, in order.
    Write(Vec<Entry>),
    /// Fetch the session with this id.
    Fetch(String),
    /// See whether something else has written.
    Look,
    /// Fetch everything.
    Archive,
    /// Fetch what was deleted and can be brought back.
    Deleted,
    /// Take in what is not there yet, all of it or nothing.
    TakeIn(Box<Archive>),
}

/// What is to be done, and when it was asked for.
pub(super) type Task = (Job, Stamp);

/// What became of it.
pub(super) enum Told {
    /// The record is there, and this is all of it; what is not known to be written is not in it.
    Ledger(Box<Ledger>),
    /// What the person must be told after it was opened.
    Notes(Vec<HistoryNote>),
    /// It cannot be opened, for this reason.
    Closed(String),
    /// The first of what was given is written.
    Written,
    /// What was given cannot be written and is held.
    Held {
        /// Why it cannot be written.
        trouble: String,
        /// Why it could not even be kept in a file of its own, where it could not.
        unkept: Option<String>,
    },
    /// Everything that was held is written.
    Well,
    /// The session with the id that was asked for; `None` where there is none.
    Fetched(String, Option<Box<KeptSession>>),
    /// The session with this id is not in the record, although more of it was to be written.
    Lost(String),
    /// Everything, or why it cannot be read.
    Archive(Result<Box<Archive>, String>),
    /// What was deleted and can be brought back, or why it cannot be read.
    Deleted(Result<Deleted, String>),
    /// What became of an archive that was to be taken in, or why it could not be.
    TakenIn(Result<TakenIn, String>),
}

/// The thread that keeps the record.
pub(super) struct Recorder {
    thread: Option<(Sender<Task>, JoinHandle<()>)>,
    told: Receiver<Told>,
}

impl Recorder {
    /// Opens the record of a data folder. `wake` is called when there is something to be told.
    pub(super) fn start(folder: PathBuf, now: Stamp, wake: Wake) -> Self {
        let (jobs, work) = channel();
        let (tell, told) = channel();
        let tell = move |news: Told| {
            // Once the program ends nobody listens any more.
            let _ = tell.send(news);
            wake();
        };
        let run = move || Bookkeeper::new(folder, now, tell).work_off(&work);
        let thread = thread::Builder::new().name("record".to_owned()).spawn(run);
        Self { thread: thread.ok().map(|thread| (jobs, thread)), told }
    }

    /// Has something done; false where there is nobody to do it.
    pub(super) fn give(&self, job: Job, now: Stamp) -> bool {
        self.thread.as_ref().is_some_and(|(jobs, _)| jobs.send((job, now)).is_ok())
    }

    /// The next thing to be told, where there is one.
    pub(super) fn told(&self) -> Option<Told> {
        self.told.try_recv().ok()
    }
}

impl Drop for Recorder {
    /// What was given is on the disk before the program ends.
    fn drop(&mut self) {
        if let Some((jobs, thread)) = self.thread.take() {
            drop(jobs);
            if thread.join().is_err() {
                log::error!("the last of the session may not be in the record");
            }
        }
    }
}
