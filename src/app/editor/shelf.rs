//! The shelf: what is found, what was deleted, and what is done to routines as files.

use std::path::{Path, PathBuf};

use super::super::hall::HallEntry;
use super::super::notices::{Offer, Topic};
use super::super::state::State;
use super::TOLD;
use crate::model::{CommentedRoutine, Routine};
use crate::store::ron_layout;
use crate::store::routine_comments::read_commented;
use crate::store::shelf::Trashed;
use crate::text::brief;
use crate::ui::screens::editor::{ShelfCard, ShelfView, TrashedCard, WaitingDraft};
use crate::ui::{Command, Shelving};

/// The shelf's own state.
#[derive(Default)]
pub(in crate::app) struct Shelf {
    query: String,
    is_trash_open: bool,
    trash: Vec<Trashed>,
}

impl State {
    /// Does what the shelf or a dialog asked for.
    pub(in crate::app) fn shelve(&mut self, asked: Shelving, now: std::time::Duration) {
        match asked {
            Shelving::Find(query) => self.editor.shelf.query = query,
            Shelving::ToggleTrash => self.editor.shelf.is_trash_open ^= true,
            Shelving::Duplicate(id) => self.duplicate(&id),
            Shelving::Delete(id) => self.delete(&id),
            Shelving::Restore(file) => drop(self.restore(&file)),
            other => self.answer_dialog(other, now),
        }
    }

    /// Looks again at what is in the trash.
    pub(in crate::app) fn look_into_trash(&mut self) {
        // A folder that cannot be read has nothing to restore from.
        self.editor.shelf.trash = self.folder.shelf().trashed().unwrap_or_default();
    }

    fn duplicate(&mut self, id: &str) {
        let Some(path) = self.content.routine_homes.get(id).cloned() else { return };
        let Some(routine) = self.content.catalog.routine(id).cloned() else { return };
        let mut copy = commented_in(&path).unwrap_or_else(|| Routine::clone(&routine).into());
        copy.routine = self.copy_of(&copy.routine);
        let name = copy.routine.name.clone();
        if self.create(&copy) {
            self.say_done("shelf-duplicated", &name, None);
        }
    }

    /// Writes a new routine of the person's own; says so where that fails.
    fn create(&mut self, commented: &CommentedRoutine) -> bool {
        let created =
            ron_layout::write_commented(commented).map_err(|problem| problem.to_string()).and_then(|text| {
                let shelf = self.folder.shelf();
                shelf.create(&commented.routine.id, &text).map_err(|error| error.to_string())
            });
        match &created {
            Ok(_) => self.read_content_again(),
            Err(reason) => self.say_failed(reason),
        }
        created.is_ok()
    }

    fn delete(&mut self, id: &str) {
        let Some(path) = self.content.routine_homes.get(id).cloned() else { return };
        let name = self.content.catalog.routine(id).map(|routine| routine.name.clone()).unwrap_or_default();
        match self.folder.shelf().trash(&path) {
            Ok(file) => {
                let words = self.words.get("shelf-undo-delete");
                let offer = Offer { words, asked: Command::Shelve(Shelving::Restore(file)) };
                self.say_done("shelf-deleted", &name, Some(offer));
            }
            Err(error) => self.say_failed(&error.to_string()),
        }
        self.look_into_trash();
        self.read_content_again();
    }

    /// Brings a file back from the trash; returns where it is now.
    pub(super) fn restore(&mut self, file: &Path) -> Option<PathBuf> {
        let trashed = self.editor.shelf.trash.iter().find(|trashed| trashed.file == file);
        let name = trashed.map(|trashed| trashed.name.clone()).unwrap_or_default();
        let restored = self.folder.shelf().restore(file);
        match &restored {
            Ok(_) => self.say_done("shelf-restored", &name, None),
            Err(error) => self.say_failed(&error.to_string()),
        }
        self.look_into_trash();
        self.read_content_again();
        restored.ok().map(|restored| restored.path)
    }

    /// Says that something was done to the routine of this name.
    pub(super) fn say_done(&mut self, key: &str, name: &str, offer: Option<Offer>) {
        let text = self.words.with(key, &[("name", brief(name, TOLD).into())]);
        self.notices.say_anew(Topic::Shelf, text, offer);
    }

    /// Says that something could not be done.
    pub(super) fn say_failed(&mut self, reason: &str) {
        let text = self.words.with("shelf-failed", &[("reason", reason.into())]);
        self.notices.say_anew(Topic::ShelfFailed, text, None);
    }

    /// Shows the shelf to `show`.
    pub(super) fn with_shelf<R>(&self, show: impl FnOnce(&ShelfView<'_>) -> R) -> R {
        let shelf = &self.editor.shelf;
        let is_own = |entry: &&HallEntry| self.content.routine_homes.contains_key(&entry.id);
        let query = shelf.query.to_lowercase();
        let fits = |entry: &&HallEntry| {
            let text = format!("{} {}", entry.name, entry.summary).to_lowercase();
            query.split_whitespace().all(|word| text.contains(word))
        };
        let own: Vec<ShelfCard<'_>> = self.hall.iter().filter(is_own).filter(fits).map(card).collect();
        let shipped: Vec<ShelfCard<'_>> = self.hall.iter().filter(|entry| !is_own(entry)).map(card).collect();
        let trash: Vec<TrashedCard<'_>> = shelf
            .trash
            .iter()
            .map(|trashed| TrashedCard { file: &trashed.file, name: &trashed.name })
            .collect();
        let waiting = self.editor.waiting.iter();
        let drafts: Vec<WaitingDraft<'_>> =
            waiting.map(|desk| WaitingDraft { id: desk.kept.id, name: desk.name() }).collect();
        show(&ShelfView {
            own: &own,
            own_total: self.hall.iter().filter(is_own).count(),
            shipped: &shipped,
            query: &shelf.query,
            drafts: &drafts,
            trash: &trash,
            is_trash_open: shelf.is_trash_open,
            sketches: self.exercises.sketches(),
        })
    }
}

fn card(entry: &HallEntry) -> ShelfCard<'_> {
    ShelfCard {
        id: &entry.id,
        name: &entry.name,
        total_ms: entry.total_ms,
        exercises: entry.exercises,
        problems: entry.errors,
        face: entry.face(),
    }
}

/// The first of `id`, `id-2` and so on that is free.
pub(super) fn free_id(id: &str, is_free: impl Fn(&str) -> bool) -> String {
    let numbered = (2..10_000).map(|n| format!("{id}-{n}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| is_free(id)).unwrap_or_else(|| id.to_owned())
}

/// A routine with its comments, where its file can be read.
pub(super) fn commented_in(path: &Path) -> Option<CommentedRoutine> {
    read_commented(&crate::store::files::read_text(path).ok()?).ok()
}
