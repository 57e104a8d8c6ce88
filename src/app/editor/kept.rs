//! Where the routine on the desk is kept: its file, its draft, and what stands in the way.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::conflict::Conflict;
use super::writer::{Job, Outcome, Paper, Target, Wake, Writer};
use crate::editor::History;
use crate::store::{DataFolder, Draft};
use crate::ui::DraftId;
use crate::ui::screens::editor::{DraftFace, KeepingFace};

/// So long after the first edit it lacks is a draft written: it is on the disk before a second is over.
const DRAFT_AFTER: Duration = Duration::from_millis(700);

/// What could not be written is tried again after this long, then twice as long, up to the last.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LAST_RETRY: Duration = Duration::from_secs(30);

/// What the person asked to be saved.
#[derive(Debug, Default)]
pub(super) enum Saving {
    /// Nothing.
    #[default]
    No,
    /// It is on its way.
    UnderWay,
    /// It could not be, and why.
    Failed(String),
}

/// Where a routine is kept.
#[derive(Default)]
pub(in crate::app) struct Kept {
    /// Tells those that are open or wait apart.
    pub(super) id: DraftId,
    /// Its file; none while it was never saved.
    pub(super) path: Option<PathBuf>,
    /// What stood in its file when it was last read or written.
    pub(super) seen: Option<Arc<str>>,
    /// The id it has until it is first saved, where nobody chose it.
    pub(super) makeshift_id: Option<String>,
    /// The version it was laid on the desk as, where that is worth no draft.
    pub(super) untouched: Option<u64>,
    pub(super) saving: Saving,
    pub(super) conflict: Option<Conflict>,
    writer: Writer,
    /// The version that was last given to be the draft, and the one that is known to be it.
    drafted: Option<u64>,
    in_draft: Option<u64>,
    /// Why the last draft could not be written, and how long to wait before the next try.
    draft_failed: Option<(String, Duration)>,
    /// When the next draft is to be written.
    due: Option<Duration>,
}

impl Kept {
    /// A routine that has a file.
    pub(super) fn at(path: PathBuf, seen: Option<Arc<str>>) -> Self {
        Self { path: Some(path), seen, ..Self::default() }
    }

    /// The same with a draft that was left behind, and holds the version with this stamp.
    pub(super) fn with_draft(self, draft: Draft, stamp: u64) -> Self {
        Self { writer: Writer::going_on(draft), drafted: Some(stamp), in_draft: Some(stamp), ..self }
    }

    /// True where something would be lost if there were no draft.
    pub(super) fn has_changes(&self, history: &History) -> bool {
        !history.is_saved() && self.untouched != Some(history.stamp())
    }

    /// From now on it is a routine of its own, without a file yet.
    pub(super) fn leave_file(&mut self, makeshift_id: String) {
        (self.path, self.seen, self.untouched) = (None, None, None);
        (self.saving, self.makeshift_id) = (Saving::No, Some(makeshift_id));
    }

    fn paper(&self, history: &History) -> Paper {
        Paper { version: history.now().clone(), of: self.path.clone(), base: self.seen.clone() }
    }

    /// Gives the draft to be written where it is time for it. Doing it twice changes nothing.
    pub(super) fn follow(&mut self, history: &History, now: Duration, folder: &DataFolder, wake: &Wake) {
        let stamp = history.stamp();
        if !self.has_changes(history) {
            self.due = None;
            if self.drafted.take().is_some() && !matches!(self.saving, Saving::UnderWay) {
                self.writer.give(Job::EndDraft, folder, wake);
            }
        } else if self.drafted == Some(stamp) {
            self.due = None;
        } else {
            let due = *self.due.get_or_insert(now + DRAFT_AFTER);
            // A draft beside a save under way would not know what the file holds.
            if now >= due && !matches!(self.saving, Saving::UnderWay) {
                self.keep_now(history, folder, wake);
            }
        }
    }

    /// Gives the draft to be written at once, where there is anything new to keep.
    pub(super) fn keep_now(&mut self, history: &History, folder: &DataFolder, wake: &Wake) {
        self.due = None;
        if self.has_changes(history) && self.drafted != Some(history.stamp()) {
            self.drafted = Some(history.stamp());
            self.writer.give(Job::Keep(self.paper(history)), folder, wake);
        }
    }

    /// Ends the draft: what it holds is not wanted.
    pub(super) fn end_draft(&mut self, folder: &DataFolder, wake: &Wake) {
        (self.drafted, self.in_draft, self.due) = (None, None, None);
        self.writer.give(Job::EndDraft, folder, wake);
    }

    /// Gives the routine to be saved.
    pub(super) fn save(&mut self, history: &History, target: Target, folder: &DataFolder, wake: &Wake) {
        self.saving = Saving::UnderWay;
        // Saving keeps it as the draft first.
        (self.drafted, self.due) = (Some(history.stamp()), None);
        self.writer.give(Job::Save(self.paper(history), target), folder, wake);
    }

    /// What was written since the last look; takes note of what concerns the draft.
    pub(super) fn outcomes(&mut self, now: Duration) -> Vec<Outcome> {
        let outcomes = self.writer.outcomes();
        for outcome in &outcomes {
            match outcome {
                Outcome::Kept(stamp) => (self.in_draft, self.draft_failed) = (Some(*stamp), None),
                Outcome::NotKept(problem) => self.try_again_later(problem.clone(), now),
                Outcome::Saved { .. } => {
                    (self.drafted, self.in_draft, self.draft_failed) = (None, None, None);
                }
                Outcome::Ended => self.in_draft = None,
                Outcome::Changed(_) | Outcome::Broken(_) | Outcome::NotSaved(_) | Outcome::Done => {}
            }
        }
        outcomes
    }

    fn try_again_later(&mut self, problem: String, now: Duration) {
        let wait = self.draft_failed.as_ref().map_or(FIRST_RETRY, |(_, wait)| LAST_RETRY.min(*wait * 2));
        self.draft_failed = Some((problem, wait));
        self.drafted = None;
        self.due = Some(now + wait);
    }

    /// True while something is on its way to the disk.
    pub(super) fn is_busy(&self) -> bool {
        self.writer.is_busy()
    }

    /// When the next draft is to be written.
    pub(super) fn due(&self) -> Option<Duration> {
        self.due
    }

    /// Why the last draft could not be written.
    pub(super) fn draft_problem(&self) -> Option<&str> {
        self.draft_failed.as_ref().map(|(problem, _)| problem.as_str())
    }

    /// Why the routine could not be saved.
    pub(super) fn save_problem(&self) -> Option<&str> {
        match &self.saving {
            Saving::Failed(problem) => Some(problem),
            Saving::No | Saving::UnderWay => None,
        }
    }

    /// The words for that it could not be saved: a draft is a comfort only where there is one.
    pub(super) fn not_saved(&self) -> &'static str {
        if self.draft_failed.is_some() { "banner-not-saved-at-all" } else { "banner-not-saved" }
    }

    /// What the header tells.
    pub(super) fn face(&self, history: &History) -> KeepingFace<'_> {
        if self.conflict.is_some() {
            return KeepingFace::Torn;
        }
        if let Some(problem) = self.save_problem() {
            return KeepingFace::NotSaved(problem);
        }
        if matches!(self.saving, Saving::UnderWay) {
            return KeepingFace::Saving;
        }
        if history.is_saved() {
            return KeepingFace::Saved;
        }
        if !self.has_changes(history) {
            return KeepingFace::New;
        }
        KeepingFace::Unsaved(match &self.draft_failed {
            Some((problem, _)) => DraftFace::Failed(problem),
            None if self.in_draft == Some(history.stamp()) => DraftFace::Kept,
            None => DraftFace::Behind,
        })
    }

    /// True where the routine has this file.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        self.path.as_deref() == Some(path)
    }
}
