//! Writes drafts and routines on a thread of its own: a slow disk stops no one from editing.
//!
//! A save first keeps what it saves as the draft and ends the draft last. Whenever the program is
//! stopped, the newest text is thus in the file or in the draft, and a draft that tells no more than
//! the file is known by that.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::editor::Version;
use crate::store::ron_layout::{LayoutError, write_commented};
use crate::store::ron_text::read_routine;
use crate::store::{DataFolder, Draft, RonProblem, SaveError, Saved, StoreError, Theirs};

/// Called when something was written.
pub(in crate::app) type Wake = Arc<dyn Fn() + Send + Sync>;

/// A version of a routine, and where it comes from.
#[derive(Clone)]
pub(super) struct Paper {
    pub(super) version: Version,
    /// The routine's file; none while it was never saved.
    pub(super) of: Option<PathBuf>,
    /// What stood in that file.
    pub(super) base: Option<Arc<str>>,
}

/// Where a routine is saved.
pub(super) enum Target {
    /// In a new file, named after this id.
    New(String),
    /// In this file, if it is as it was last seen.
    File(PathBuf),
    /// In this file, whatever stands there, which is kept as a backup.
    Over(PathBuf),
}

pub(super) enum Job {
    Keep(Paper),
    Save(Paper, Target),
    /// The draft holds nothing that is wanted.
    EndDraft,
}

/// What became of a job.
pub(super) enum Outcome {
    /// The version with this stamp is in the draft.
    Kept(u64),
    NotKept(String),
    /// There is no draft any more.
    Ended,
    Saved {
        stamp: u64,
        path: PathBuf,
        text: Arc<str>,
    },
    /// The file is not what it was.
    Changed(Theirs),
    /// The text is no routine.
    Broken(RonProblem),
    NotSaved(String),
    /// Nothing more is to come of it.
    Done,
}

/// Writes what it is given, in order.
#[derive(Default)]
pub(super) struct Writer {
    /// Whoever writes, until there is a thread for it.
    scribe: Scribe,
    thread: Option<Running>,
    /// What was written without a thread.
    told: Vec<Outcome>,
    /// How many jobs have not been told of yet.
    under_way: usize,
}

struct Running {
    jobs: Sender<Job>,
    outcomes: Receiver<(usize, Outcome)>,
    thread: JoinHandle<()>,
}

impl Writer {
    /// Goes on with a draft.
    pub(super) fn going_on(draft: Draft) -> Self {
        let mut writer = Self::default();
        writer.scribe.draft = Some(draft);
        writer
    }

    pub(super) fn give(&mut self, job: Job, folder: &DataFolder, wake: &Wake) {
        if self.thread.is_none() {
            self.thread = start(std::mem::take(&mut self.scribe), folder.clone(), wake.clone());
        }
        let unsent = match &self.thread {
            Some(running) => running.jobs.send(job).err().map(|unsent| unsent.0),
            None => Some(job),
        };
        // Without a thread it is done here.
        match unsent {
            None => self.under_way += 1,
            Some(job) => {
                let told = &mut self.told;
                self.scribe.write(job, folder, &mut |outcome| told.push(outcome));
            }
        }
    }

    /// What became of the jobs since the last look.
    pub(super) fn outcomes(&mut self) -> Vec<Outcome> {
        let mut told = std::mem::take(&mut self.told);
        if let Some(running) = &self.thread {
            for (jobs, outcome) in running.outcomes.try_iter() {
                self.under_way = self.under_way.saturating_sub(jobs);
                told.push(outcome);
            }
        }
        told
    }

    /// True while something is on its way to the disk.
    pub(super) fn is_busy(&self) -> bool {
        self.under_way > 0
    }
}

impl Drop for Writer {
    /// What was given is on the disk before the program ends.
    fn drop(&mut self) {
        if let Some(Running { jobs, thread, .. }) = self.thread.take() {
            drop(jobs);
            if thread.join().is_err() {
                log::error!("the last draft may not have been kept");
            }
        }
    }
}

fn start(mut scribe: Scribe, folder: DataFolder, wake: Wake) -> Option<Running> {
    let (jobs, work) = channel();
    let (tell, outcomes) = channel();
    let run = move || {
        while let Ok(job) = work.recv() {
            let waiting: VecDeque<Job> = std::iter::once(job).chain(work.try_iter()).collect();
            work_off(&mut scribe, waiting, &folder, &tell);
            wake();
        }
    };
    let thread = thread::Builder::new().name("drafts".to_owned()).spawn(run).ok()?;
    Some(Running { jobs, outcomes, thread })
}

/// Does the jobs in order; a draft that a later job makes needless is not written.
fn work_off(
    scribe: &mut Scribe,
    mut waiting: VecDeque<Job>,
    folder: &DataFolder,
    tell: &Sender<(usize, Outcome)>,
) {
    let mut passed_over = 0;
    while let Some(job) = waiting.pop_front() {
        if matches!(job, Job::Keep(_)) && !waiting.is_empty() {
            passed_over += 1;
            continue;
        }
        // Nobody listens once the routine is put away; it is written all the same.
        let send = |jobs, outcome| drop(tell.send((jobs, outcome)));
        scribe.write(job, folder, &mut |outcome| send(0, outcome));
        send(1 + std::mem::take(&mut passed_over), Outcome::Done);
    }
}

/// Whoever writes, and the draft that is held.
#[derive(Default)]
struct Scribe {
    draft: Option<Draft>,
}

impl Scribe {
    fn write(&mut self, job: Job, folder: &DataFolder, tell: &mut dyn FnMut(Outcome)) {
        match job {
            Job::Keep(paper) => tell(self.keep(&paper, folder)),
            Job::Save(paper, target) => {
                tell(self.keep(&paper, folder));
                match save(&paper, target, folder) {
                    Ok(saved) => {
                        self.end();
                        tell(saved);
                    }
                    Err(problem) => tell(problem),
                }
            }
            Job::EndDraft => {
                self.end();
                tell(Outcome::Ended);
            }
        }
    }

    fn keep(&mut self, paper: &Paper, folder: &DataFolder) -> Outcome {
        match self.keep_text(paper, folder) {
            Ok(()) => Outcome::Kept(paper.version.stamp()),
            Err(problem) => Outcome::NotKept(problem),
        }
    }

    fn keep_text(&mut self, paper: &Paper, folder: &DataFolder) -> Result<(), String> {
        let text = text_of(&paper.version).map_err(|problem| problem.to_string())?;
        let mut keep = || -> Result<(), StoreError> {
            if self.draft.is_none() {
                let of = paper.of.as_ref().and_then(|path| path.file_name()?.to_str());
                self.draft = Some(folder.drafts().open_new(of, paper.base.as_deref())?);
            }
            self.draft.as_ref().map_or(Ok(()), |draft| draft.keep(&text))
        };
        keep().map_err(|error| error.to_string())
    }

    /// A draft that cannot be ended is found by the next start, and known to be of no use.
    fn end(&mut self) {
        if let Some(Err(error)) = self.draft.take().map(Draft::done) {
            log::warn!("{error}");
        }
    }
}

fn save(paper: &Paper, target: Target, folder: &DataFolder) -> Result<Outcome, Outcome> {
    let failed = |error: &dyn std::fmt::Display| Outcome::NotSaved(error.to_string());
    let text = text_of(&paper.version).map_err(|problem| failed(&problem))?;
    if paper.version.source.is_some() {
        read_routine(&text).map_err(Outcome::Broken)?;
    }
    let shelf = folder.shelf();
    let saved: Result<Saved, SaveError> = match target {
        Target::New(id) => shelf.create(&id, &text).map_err(SaveError::from),
        Target::File(path) => shelf.save(&path, &text, paper.base.as_deref()),
        Target::Over(path) => shelf.save_over(&path, &text).map_err(SaveError::from),
    };
    match saved {
        Ok(saved) => Ok(Outcome::Saved { stamp: paper.version.stamp(), path: saved.path, text }),
        Err(SaveError::Changed { theirs, .. }) => Err(Outcome::Changed(theirs)),
        Err(SaveError::Store(error)) => Err(failed(&error)),
    }
}

/// The text of a version: what was written, or what follows from the blocks.
pub(super) fn text_of(version: &Version) -> Result<Arc<str>, LayoutError> {
    match &version.source {
        Some(text) => Ok(text.clone()),
        None => write_commented(&version.document.commented()).map(Into::into),
    }
}
