//! A file that something else changed while it is open: both versions are shown, and the person
//! chooses. Nothing is written over silently.

use std::sync::Arc;

use super::kept::Saving;
use super::writer::Target;
use super::{Desk, TOLD};
use crate::app::notices::Topic;
use crate::app::state::State;
use crate::catalog::Catalog;
use crate::editor::{Edit, EditName, Gesture, HeadChange, History, Merge, Pick, merge};
use crate::engine::{Options, compile};
use crate::model::{CommentedRoutine, Routine};
use crate::store::ron_text::plain_lines;
use crate::store::routine_comments::read_commented;
use crate::store::{Theirs, Watch};
use crate::text::brief;
use crate::ui::MergePlace;
use crate::ui::screens::editor::{ConflictView, TheirsView};

/// Two versions of a routine: the one on the desk, and what stands in its file.
pub(super) struct Conflict {
    theirs: Theirs,
    /// What stands in the file, where it can be read, and how long it takes once that is known.
    routine: Option<CommentedRoutine>,
    total_ms: Option<u64>,
    /// Both put together as picked.
    merge: Option<Merge>,
    /// False once the person has put the decision off.
    pub(super) is_shown: bool,
}

impl Conflict {
    /// `seen` is what both versions were made of.
    pub(super) fn new(theirs: Theirs, mine: &History, seen: Option<&str>) -> Self {
        let routine = match &theirs {
            Theirs::Text(text) => read_commented(text).ok(),
            Theirs::Gone | Theirs::Unreadable(_) => None,
        };
        let mine = (!mine.now().is_behind).then(|| mine.document().commented());
        let merge = mine.zip(routine.as_ref()).map(|(mine, theirs)| {
            let seen = seen.and_then(|seen| read_commented(seen).ok());
            // Where nobody knows what they were made of, there is everything to choose.
            let empty = || Routine::new(&*mine.routine.id, "").into();
            merge(&seen.unwrap_or_else(empty), &mine, theirs)
        });
        Self { theirs, routine, total_ms: None, merge, is_shown: true }
    }

    /// Finds out how long the other version takes.
    pub(super) fn measure(&mut self, catalog: &Catalog, options: &Options) {
        if let (Some(theirs), None) = (&self.routine, self.total_ms) {
            self.total_ms = Some(compile(&theirs.routine, catalog, options).0.total_ms());
        }
    }

    fn pick(&mut self, place: MergePlace, pick: Pick) {
        let Some(merge) = &mut self.merge else { return };
        match place {
            MergePlace::Head(index) => merge.heads.get_mut(index).map(|head| head.chosen = pick),
            MergePlace::Blocks(index) => merge.hunks.get_mut(index).map(|hunk| hunk.chosen = pick),
        };
    }

    /// What the window shows of it.
    pub(super) fn view(&self) -> ConflictView<'_> {
        let theirs = match (&self.theirs, &self.routine) {
            (_, Some(theirs)) => TheirsView::Routine {
                name: &theirs.routine.name,
                total_ms: self.total_ms.unwrap_or_default(),
            },
            (Theirs::Gone, _) => TheirsView::Gone,
            (Theirs::Text(_), None) => TheirsView::Text,
            (Theirs::Unreadable(_), _) => TheirsView::Unreadable,
        };
        ConflictView { theirs, merge: self.merge.as_ref() }
    }
}

impl State {
    /// Follows the folder of own routines from the first one that is opened.
    pub(super) fn watch_own_routines(&mut self) {
        if self.editor.watch.is_none() {
            let wake = self.wake.clone();
            let folder = self.folder.content_folders().routines;
            self.editor.watch =
                Watch::start(&[folder], move || wake()).inspect_err(|error| log::warn!("{error}")).ok();
        }
    }

    /// Takes in what changed in the folder of own routines.
    pub(in crate::app) fn follow_own_routines(&mut self) {
        if self.editor.watch.as_ref().is_some_and(|watch| !watch.changed().is_empty()) {
            self.read_content_again();
            self.look_again();
        }
    }

    /// Looks whether the file of the routine on the desk is still what it was. Doing it twice
    /// changes nothing.
    pub(in crate::app) fn look_again(&mut self) {
        let Some(desk) = &mut self.editor.desk else { return };
        // What is being saved right now changes the file as well.
        if matches!(desk.kept.saving, Saving::UnderWay) {
            return;
        }
        let Some(path) = &desk.kept.path else { return };
        let theirs = self.folder.shelf().look(path);
        match (&theirs, &desk.kept.seen) {
            (Theirs::Text(now), Some(seen)) if **now == **seen => {
                desk.kept.conflict = None;
                return;
            }
            (Theirs::Gone, None) => return,
            _ => {}
        }
        if desk.has_changes() {
            let is_known = desk.kept.conflict.as_ref().is_some_and(|known| known.theirs.is_as(&theirs));
            if !is_known {
                desk.kept.conflict = Some(desk.conflict_with(theirs));
            }
            return;
        }
        let name = desk.name().to_owned();
        let key = match theirs {
            Theirs::Text(text) => {
                desk.take_theirs(text);
                "banner-changed-elsewhere"
            }
            Theirs::Gone => {
                desk.kept.seen = None;
                desk.history.forget_saved();
                "banner-deleted-elsewhere"
            }
            Theirs::Unreadable(_) => return,
        };
        let text = self.words.with(key, &[("name", brief(&name, TOLD).into())]);
        self.notices.mended(&Topic::Elsewhere);
        self.notices.say(Topic::Elsewhere, text);
    }

    /// Keeps the version on the desk; the other becomes a backup.
    pub(super) fn keep_mine(&mut self) {
        let Some(desk) = &mut self.editor.desk else { return };
        let (Some(_), Some(path)) = (desk.kept.conflict.take(), desk.kept.path.clone()) else { return };
        desk.kept.save(&desk.history, Target::Over(path), &self.folder, &self.wake);
    }

    /// Takes the version in the file; the one on the desk can be had back by a step. Where the file
    /// is gone, the routine goes as well, and waits to be brought back.
    pub(super) fn keep_theirs(&mut self) {
        let Some(desk) = &mut self.editor.desk else { return };
        match desk.kept.conflict.take().map(|conflict| conflict.theirs) {
            Some(Theirs::Text(text)) => desk.take_theirs(text),
            Some(Theirs::Gone) => {
                desk.kept.seen = None;
                let id = desk.kept.id;
                self.discard(id);
            }
            other => desk.kept.conflict = other.map(|theirs| desk.conflict_with(theirs)),
        }
    }

    /// Picks whose is to stand at a place where the versions differ.
    pub(super) fn pick(&mut self, place: MergePlace, pick: Pick) {
        if let Some(conflict) = self.editor.desk.as_mut().and_then(|desk| desk.kept.conflict.as_mut()) {
            conflict.pick(place, pick);
        }
    }

    /// Puts both versions together as picked, as a step that can be taken back. It is not saved yet.
    pub(super) fn merge_versions(&mut self) {
        let Some(desk) = &mut self.editor.desk else { return };
        match desk.kept.conflict.take() {
            Some(Conflict { theirs: Theirs::Text(text), merge: Some(merge), .. }) => {
                let routine = Box::new(merge.merged());
                desk.history.settle();
                // Where mine is what comes out there is no step, and it can be saved all the same.
                let _ =
                    desk.history.apply(&Edit::Rewrite { routine, name: EditName::Merge }, Gesture::Single);
                // What is put together knows what stands in the file.
                desk.kept.seen = Some(text.into());
                desk.kept.saving = Saving::No;
            }
            other => desk.kept.conflict = other,
        }
    }

    /// Saves the version on the desk as a routine of its own; the file stays as it is.
    pub(super) fn keep_copy(&mut self) {
        let Some(mut desk) = self.editor.desk.take() else { return };
        if desk.kept.conflict.take().is_some() {
            let copy = self.copy_of(&desk.history.document().head);
            desk.history.settle();
            // What is behind its source keeps its old name.
            let _ = desk.history.apply(&Edit::Head(HeadChange::Name(copy.name)), Gesture::Single);
            let old = desk.history.document().head.id.clone();
            desk.give_id(&old, &copy.id);
            desk.kept.end_draft(&self.folder, &self.wake);
            desk.kept.leave_file(copy.id);
            desk.history.forget_saved();
            let target = Target::New(self.settle_id(&mut desk));
            desk.kept.save(&desk.history, target, &self.folder, &self.wake);
        }
        self.editor.desk = Some(desk);
    }

    /// Puts the decision off, or shows both versions again.
    pub(super) fn show_conflict(&mut self, is_shown: bool) {
        if let Some(conflict) = self.editor.desk.as_mut().and_then(|desk| desk.kept.conflict.as_mut()) {
            conflict.is_shown = is_shown;
        }
    }
}

impl Desk {
    /// Two versions, of which one is here.
    pub(super) fn conflict_with(&self, theirs: Theirs) -> Conflict {
        Conflict::new(theirs, &self.history, self.kept.seen.as_deref())
    }

    /// Shows what stands in the file, as a step that can be taken back.
    fn take_theirs(&mut self, text: String) {
        self.take_saved(text.into(), EditName::Merge);
    }

    /// Shows the text of the file, as a step of this name.
    pub(super) fn take_saved(&mut self, text: Arc<str>, name: EditName) {
        let plain = plain_lines(&text);
        let document = read_commented(&plain).ok().map(|it| self.history.document().rewritten(it));
        self.history.take_in(plain.into(), document, name);
        self.history.mark_saved();
        self.kept.seen = Some(text);
    }
}
