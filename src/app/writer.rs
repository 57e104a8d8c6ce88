//! Writes the sessions to go on with, on a thread of its own: a slow disk stops no session.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::model::Unfinished;
use crate::store::DataFolder;

/// Writes what it is given, the newest last and nothing older than that.
pub(super) struct Writer {
    folder: DataFolder,
    thread: Option<(Sender<Vec<Unfinished>>, JoinHandle<()>)>,
    outcomes: (Sender<Outcome>, Receiver<Outcome>),
}

/// What became of the last writing: what is wrong, or nothing.
pub(super) type Outcome = Result<(), String>;

impl Writer {
    pub(super) fn new(folder: DataFolder) -> Self {
        Self { folder, thread: None, outcomes: channel() }
    }

    /// Keeps these sessions and no others, as soon as may be.
    pub(super) fn write(&mut self, sessions: Vec<Unfinished>) {
        if self.thread.is_none() {
            self.thread = self.start();
        }
        let unsent = match &self.thread {
            Some((jobs, _)) => jobs.send(sessions).err().map(|unsent| unsent.0),
            None => Some(sessions),
        };
        // Without a thread it is done here.
        if let Some(sessions) = unsent {
            let _ = self.outcomes.0.send(save(&self.folder, sessions));
        }
    }

    /// What became of the writings since the last look; `None` where there were none.
    pub(super) fn outcome(&self) -> Option<Outcome> {
        self.outcomes.1.try_iter().last()
    }

    fn start(&self) -> Option<(Sender<Vec<Unfinished>>, JoinHandle<()>)> {
        let (jobs, work) = channel();
        let (folder, outcomes) = (self.folder.clone(), self.outcomes.0.clone());
        let run = move || work_off(&folder, &work, &outcomes);
        let thread = thread::Builder::new().name("unfinished".to_owned()).spawn(run).ok()?;
        Some((jobs, thread))
    }
}

impl Drop for Writer {
    /// What was given is on the disk before the program ends.
    fn drop(&mut self) {
        if let Some((jobs, thread)) = self.thread.take() {
            drop(jobs);
            if thread.join().is_err() {
                log::error!("the last place of the session may not have been kept");
            }
        }
    }
}

fn work_off(folder: &DataFolder, work: &Receiver<Vec<Unfinished>>, outcomes: &Sender<Outcome>) {
    while let Ok(sessions) = work.recv() {
        let newest = work.try_iter().last().unwrap_or(sessions);
        let _ = outcomes.send(save(folder, newest));
    }
}

fn save(folder: &DataFolder, sessions: Vec<Unfinished>) -> Outcome {
    folder.save_unfinished(sessions).map_err(|error| error.to_string())
}
