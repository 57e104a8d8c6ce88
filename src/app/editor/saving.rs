//! Saving the routine on the desk, and what came of it.

use std::time::Duration;

use super::kept::Saving;
use super::writer::{Outcome, Target};
use super::{Desk, TOLD};
use crate::app::notices::{Offer, Topic};
use crate::app::state::State;
use crate::store::ron_text::read_routine;
use crate::store::with_id;
use crate::text::{Arg, Words, brief};
use crate::ui::{Command, DraftId, Editing, Keeping};

impl State {
    /// Saves the routine on the desk. Where its file was changed by something else, both versions
    /// are shown instead.
    pub(super) fn save(&mut self) {
        let Some(mut desk) = self.editor.desk.take() else { return };
        self.save_desk(&mut desk);
        self.editor.desk = Some(desk);
    }

    /// Saves a routine that waits.
    pub(super) fn save_waiting(&mut self, id: DraftId) {
        if let Some(index) = self.editor.waiting.iter().position(|desk| desk.kept.id == id) {
            let mut desk = self.editor.waiting.remove(index);
            self.save_desk(&mut desk);
            self.editor.waiting.insert(index, desk);
        }
    }

    fn save_desk(&mut self, desk: &mut Desk) {
        if let Some(conflict) = &mut desk.kept.conflict {
            conflict.is_shown = true;
            return;
        }
        if desk.history.is_saved() || matches!(desk.kept.saving, Saving::UnderWay) {
            return;
        }
        desk.history.settle();
        let target = match &desk.kept.path {
            Some(path) => Target::File(path.clone()),
            None => Target::New(self.settle_id(desk)),
        };
        desk.kept.save(&desk.history, target, &self.folder, &self.wake);
    }

    /// The id a routine is first saved with: made of its name, unless the person has given it one.
    pub(super) fn settle_id(&mut self, desk: &mut Desk) -> String {
        // Another window may have taken an id since.
        self.read_content_again();
        let id = desk.history.document().head.id.clone();
        if desk.kept.makeshift_id.as_ref() != Some(&id) {
            return id;
        }
        let new = self.free_id(desk.name());
        desk.give_id(&id, &new);
        desk.kept.makeshift_id = Some(new.clone());
        new
    }

    /// Gives drafts to be written where it is time, and takes in what was written. Doing it twice
    /// changes nothing.
    pub(in crate::app) fn follow_desks(&mut self, now: Duration) {
        let (mut is_saved, mut looks) = (false, false);
        let (mut problem, mut not_saved) = (None, None);
        let State { editor, folder, wake, words, .. } = self;
        for desk in editor.desks_mut() {
            for outcome in desk.kept.outcomes(now) {
                looks |= matches!(outcome, Outcome::Saved { .. } | Outcome::Broken(_) | Outcome::NotSaved(_));
                is_saved |= desk.hear(outcome, words);
            }
            desk.kept.follow(&desk.history, now, folder, wake);
            problem =
                problem.or(desk.kept.draft_problem().map(|it| ("banner-draft-not-kept", told(desk, it))));
            not_saved =
                not_saved.or(desk.kept.save_problem().map(|it| (desk.kept.not_saved(), told(desk, it))));
        }
        editor.waiting.retain(|desk| desk.has_changes() || desk.kept.is_busy());
        if editor.waiting.is_empty() {
            self.notices.mended(&Topic::Waiting);
        }
        self.tell_of_problem(Topic::Draft, problem);
        self.tell_of_problem(Topic::Saving, not_saved);
        if is_saved {
            self.read_content_again();
        }
        if looks {
            self.look_again();
        }
    }

    fn tell_of_problem(&mut self, topic: Topic, problem: Option<(&str, [(&str, Arg<'static>); 2])>) {
        match problem {
            None => self.notices.mended(&topic),
            Some((key, args)) => self.notices.say(topic, self.words.with(key, &args)),
        }
    }

    /// Keeps everything that is not saved as a draft at once: the window or the desk is left.
    pub(in crate::app) fn keep_drafts(&mut self) {
        let State { editor, folder, wake, .. } = self;
        for desk in editor.desks_mut() {
            desk.kept.keep_now(&desk.history, folder, wake);
        }
    }

    /// When [`State::follow_desks`] is next to be called, if nothing else happens.
    pub(in crate::app) fn next_draft(&self) -> Option<Duration> {
        self.editor.desks().filter_map(|desk| desk.kept.due()).min()
    }

    /// True while drafts or routines are on their way to the disk.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.editor.desks().any(|desk| desk.kept.is_busy())
    }

    /// Lets the unsaved changes of a routine go; they can be brought back until others are let go.
    pub(super) fn discard(&mut self, id: DraftId) {
        if self.editor.desk.as_ref().is_some_and(|desk| desk.kept.id == id) {
            self.put_away();
        }
        if let Some(index) = self.editor.waiting.iter().position(|desk| desk.kept.id == id) {
            let mut desk = self.editor.waiting.remove(index);
            desk.kept.end_draft(&self.folder, &self.wake);
            let text = self.words.with("banner-let-go", &[("name", brief(desk.name(), TOLD).into())]);
            let asked = Command::Edit(Editing::Keep(Keeping::TakeBackDiscard));
            let offer = Offer { words: self.words.get("keep-bring-back"), asked };
            self.notices.say_anew(Topic::LetGo, text, Some(offer));
            self.editor.discarded = Some(desk);
        }
    }

    /// Brings the changes back that were let go last.
    pub(super) fn take_back_discard(&mut self) {
        if let Some(mut desk) = self.editor.discarded.take() {
            desk.kept.keep_now(&desk.history, &self.folder, &self.wake);
            self.notices.mended(&Topic::LetGo);
            self.lay_on_desk(desk);
        }
    }
}

/// The name of a routine and what is the matter with it.
fn told(desk: &Desk, problem: &str) -> [(&'static str, Arg<'static>); 2] {
    [("name", brief(desk.name(), TOLD).into()), ("problem", problem.to_owned().into())]
}

impl Desk {
    /// Gives the routine another id, also where it stands in a text.
    pub(super) fn give_id(&mut self, from: &str, to: &str) {
        self.history.give_id(from, to, |text| {
            let has_it = read_routine(text).is_ok_and(|routine| routine.id == from);
            has_it.then(|| with_id(text, to))?
        });
    }

    /// Takes note of what was written. True where a routine was saved.
    fn hear(&mut self, outcome: Outcome, words: &Words) -> bool {
        let failed = match outcome {
            Outcome::Kept(_) | Outcome::NotKept(_) | Outcome::Ended | Outcome::Done => return false,
            Outcome::Saved { stamp, path, text } => {
                self.history.mark_saved_at(stamp);
                let kept = &mut self.kept;
                (kept.path, kept.seen, kept.makeshift_id) = (Some(path), Some(text), None);
                (kept.saving, kept.conflict, kept.untouched) = (Saving::No, None, None);
                return true;
            }
            Outcome::Changed(theirs) => {
                self.kept.saving = Saving::No;
                self.kept.conflict = Some(self.conflict_with(theirs));
                return false;
            }
            Outcome::Broken(problem) => {
                words.with("edit-save-broken", &[("problem", problem.to_string().into())])
            }
            Outcome::NotSaved(problem) => problem,
        };
        self.kept.saving = Saving::Failed(failed);
        false
    }
}
