//! What is laid on the desk: an own routine from its file, a copy of a shipped one, a new one, or
//! one with unsaved changes that waits.

use std::path::Path;
use std::time::Duration;

use super::kept::Kept;
use super::{Desk, TOLD};
use crate::app::notices::{Offer, Topic};
use crate::app::state::{Route, State};
use crate::editor::Document;
use crate::model::{CommentedRoutine, Routine};
use crate::store::routine_comments::read_commented;
use crate::store::shelf::file_stem;
use crate::store::{Orphan, open_routine};
use crate::text::brief;
use crate::ui::{Arranging, Command, DraftId, Editing, Keeping, Screen};

impl State {
    /// Lays a new routine on the desk.
    pub(super) fn new_routine(&mut self) {
        let name = self.words.get("edit-new-name");
        let id = self.free_id(&name);
        self.lay_unsaved(Routine::new(id, name));
    }

    /// Lays the routine with this id on the desk; of a shipped one, a copy.
    pub(super) fn open_routine(&mut self, id: &str) {
        if let Some(path) = self.content.routine_homes.get(id).cloned() {
            return self.open_file(&path);
        }
        if let Some(routine) = self.content.catalog.routine(id) {
            let routine = Routine::clone(routine);
            let copy = self.copy_of(&routine);
            self.lay_unsaved(copy);
            self.say_done("shelf-copied", &routine.name, None);
        }
    }

    /// Lays the routine in a file on the desk, broken or not.
    pub(super) fn open_file(&mut self, path: &Path) {
        if self.editor.desk.as_ref().is_some_and(|desk| desk.kept.is_at(path)) {
            return;
        }
        if let Some(index) = self.editor.waiting.iter().position(|desk| desk.kept.is_at(path)) {
            return self.lay_waiting(index);
        }
        match open_routine(path) {
            Ok(opened) => {
                let mut desk = Desk::of_text(&opened.text, || stand_in(path, None));
                desk.history.mark_saved();
                self.lay_on_desk(desk.kept(Kept::at(path.to_owned(), Some(opened.text.into()))));
            }
            Err(error) => self.notices.say(Topic::Routine, error.to_string()),
        }
    }

    /// Lays a routine that has no file yet on the desk. As it is, it is worth no draft.
    pub(super) fn lay_unsaved(&mut self, routine: Routine) {
        let makeshift_id = Some(routine.id.clone());
        let desk = Desk::new(Document::new(routine.into()), None);
        let untouched = Some(desk.history.stamp());
        let mut desk = desk.kept(Kept::default());
        (desk.kept.makeshift_id, desk.kept.untouched) = (makeshift_id, untouched);
        self.lay_on_desk(desk);
    }

    /// Lays a routine on the desk. What lay there waits, where it has unsaved changes.
    pub(in crate::app) fn lay_on_desk(&mut self, mut desk: Desk) {
        self.put_away();
        self.editor.number(&mut desk);
        // What a new routine needs first is an exercise.
        if desk.history.document().blocks.is_empty() {
            desk.listing.arrange(Arranging::Search, &mut desk.history);
        }
        self.editor.desk = Some(desk);
        self.watch_own_routines();
        self.look_again();
    }

    /// Takes the routine off the desk. It waits where it has unsaved changes, kept as a draft.
    pub(in crate::app) fn put_away(&mut self) {
        let Some(mut desk) = self.editor.desk.take() else { return };
        desk.history.settle();
        desk.live.put_away();
        desk.kept.keep_now(&desk.history, &self.folder, &self.wake);
        if desk.has_changes() {
            let asked = Keeping::SaveDraft(desk.kept.id);
            self.tell_of(
                "banner-left-unsaved",
                desk.name(),
                "edit-save",
                Command::Edit(Editing::Keep(asked)),
            );
        }
        if desk.has_changes() || desk.kept.is_busy() {
            self.editor.waiting.insert(0, desk);
        }
    }

    /// Tells of a routine with unsaved changes, and offers something.
    pub(super) fn tell_of(&mut self, key: &str, name: &str, offer: &str, asked: Command) {
        let text = self.words.with(key, &[("name", brief(name, TOLD).into())]);
        let offer = Offer { words: self.words.get(offer), asked };
        self.notices.say_anew(Topic::Waiting, text, Some(offer));
    }

    /// Tells of the drafts that an earlier run left behind.
    fn tell_of_drafts(&mut self) {
        let names: Vec<String> = self.editor.waiting.iter().map(|desk| desk.name().to_owned()).collect();
        match (self.editor.waiting.first().map(|desk| desk.kept.id), names.as_slice()) {
            (Some(id), [name]) => {
                let asked = Command::Edit(Editing::Keep(Keeping::GoOn(id)));
                self.tell_of("banner-waiting", name, "keep-go-on", asked);
            }
            (Some(_), names) => {
                let asked = Command::OpenScreen(Screen::Editor);
                self.tell_of("banner-several-wait", &names.join(", "), "keep-show", asked);
            }
            (None, _) => {}
        }
    }

    /// Lays a routine that waits back on the desk.
    pub(super) fn go_on_with(&mut self, id: DraftId, now: Duration) {
        if self.route() != Route::Screen(Screen::Editor) {
            self.show(Screen::Editor, now);
        }
        if let Some(index) = self.editor.waiting.iter().position(|desk| desk.kept.id == id) {
            self.lay_waiting(index);
        }
    }

    fn lay_waiting(&mut self, index: usize) {
        let desk = self.editor.waiting.remove(index);
        self.lay_on_desk(desk);
    }

    /// The same routine as one of the person's own, under a name and an id that are free.
    pub(super) fn copy_of(&self, routine: &Routine) -> Routine {
        let named = |n: usize| {
            let args = [("name", routine.name.as_str().into()), ("n", n.into())];
            self.words.with(if n == 1 { "edit-copy-name" } else { "edit-copy-name-again" }, &args)
        };
        let is_free = |name: &String| self.content.catalog.routines.values().all(|other| other.name != *name);
        let name = (1..=self.content.catalog.routines.len() + 1).map(named).find(is_free);
        let name = name.unwrap_or_else(|| named(1));
        Routine { id: self.free_id(&name), name, ..routine.clone() }
    }

    /// An id made of a name, which no other routine has.
    pub(super) fn free_id(&self, name: &str) -> String {
        let stem = file_stem(name, "routine");
        let open = |id: &str| self.editor.desks().any(|desk| desk.history.document().head.id == id);
        let is_free = |id: &String| self.content.catalog.routine(id).is_none() && !open(id);
        let mut ids = std::iter::once(stem.clone()).chain((2_u64..).map(|n| format!("{stem}-{n}")));
        ids.find(is_free).unwrap_or(stem)
    }

    /// Takes in the drafts that an earlier run left behind.
    pub(in crate::app) fn find_drafts(&mut self) {
        let orphans = match self.folder.drafts().orphans() {
            Ok(orphans) => orphans,
            Err(error) => return log::warn!("{error}"),
        };
        for orphan in orphans.drafts {
            if let Some(mut desk) = self.desk_of(orphan) {
                self.editor.number(&mut desk);
                self.editor.waiting.push(desk);
            }
        }
        self.tell_of_drafts();
        for damaged in orphans.damaged {
            let args = [
                ("file", damaged.kept_as.display().to_string().into()),
                ("problem", damaged.reason.to_string().into()),
            ];
            let text = self.words.with("banner-draft-set-aside", &args);
            self.notices.say(Topic::File(damaged.kept_as), text);
        }
    }

    /// A draft as it waits; nothing where its file says the same by now.
    fn desk_of(&self, orphan: Orphan) -> Option<Desk> {
        let path = orphan.of.map(|name| self.folder.content_folders().routines.join(name));
        let in_file = path.as_deref().and_then(|path| open_routine(path).ok());
        if in_file.is_some_and(|file| file.text == orphan.text) {
            if let Err(error) = orphan.draft.done() {
                log::warn!("{error}");
            }
            return None;
        }
        let base = orphan.base.as_deref();
        let unnamed = self.words.get("edit-new-name");
        let at = path.as_deref().unwrap_or(Path::new(&unnamed));
        let desk = Desk::of_text(&orphan.text, || stand_in(at, base));
        let stamp = desk.history.stamp();
        let kept = match path {
            Some(path) => Kept::at(path, orphan.base.map(Into::into)),
            None => Kept::default(),
        };
        Some(desk.kept(kept.with_draft(orphan.draft, stamp)))
    }
}

/// What is shown as cards while a text cannot be read: what it was, or nothing under the file's name.
fn stand_in(path: &Path, base: Option<&str>) -> CommentedRoutine {
    if let Some(routine) = base.and_then(|base| read_commented(base).ok()) {
        return routine;
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Routine::new(file_stem(&name, "routine"), name).into()
}
