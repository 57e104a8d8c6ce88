//! What is done with the whole of the routine on the desk: a copy, a file elsewhere, the clipboard, the
//! trash, and the way back to what was saved.

use std::path::Path;

use super::Desk;
use super::dialogs::Dialog;
use super::kept::{Kept, Saving};
use super::share::Share;
use super::writer::text_of;
use crate::app::notices::{Offer, Topic};
use crate::app::state::State;
use crate::editor::{Document, EditName};
use crate::ui::{Command, DraftId, Editing, Keeping};

impl State {
    /// Goes back to what was saved, as a step that can be taken back.
    pub(super) fn go_back_to_saved(&mut self) {
        self.on_desk(|desk| {
            if let Some(saved) = desk.kept.seen.clone() {
                desk.history.settle();
                desk.take_saved(saved, EditName::GoBack);
                (desk.kept.saving, desk.kept.conflict) = (Saving::No, None);
            }
        });
        self.look_again();
    }

    /// Lays a copy of the routine as it is here on the desk, kept as a draft until it is saved.
    pub(super) fn duplicate_open(&mut self) {
        let Some(desk) = &self.editor.desk else { return };
        let mut copy = desk.history.document().commented();
        copy.routine = self.copy_of(&copy.routine);
        let (id, name) = (copy.routine.id.clone(), copy.routine.name.clone());
        let mut desk = Desk::new(Document::new(copy), None).kept(Kept::default());
        desk.kept.makeshift_id = Some(id);
        self.lay_on_desk(desk);
        self.say_done("shelf-duplicated", &name, None);
    }

    /// Packs the routine as it is here and asks where to put it.
    pub(super) fn share_open(&mut self) {
        if let Some(commented) = self.editor.desk.as_ref().map(|desk| desk.history.document().commented()) {
            self.share(&commented);
        }
    }

    /// Asks where to put the text as it is, readable or not.
    pub(super) fn save_elsewhere(&mut self) {
        let Some(desk) = &self.editor.desk else { return };
        match text_of(desk.history.now()) {
            Ok(text) => {
                let share = Share::new(&desk.history.document().head, text.to_string());
                self.open_dialog(Dialog::Share(Share { is_rescue: true, ..share }));
            }
            Err(problem) => self.say_failed(&problem.to_string()),
        }
    }

    /// Puts the text as it is on the clipboard.
    pub(super) fn copy_text(&mut self) {
        let Some(desk) = &self.editor.desk else { return };
        match text_of(desk.history.now()) {
            Ok(text) => {
                let name = desk.name().to_owned();
                self.editor.clip = Some(text.to_string());
                self.say_done("edit-text-copied", &name, None);
            }
            Err(problem) => self.say_failed(&problem.to_string()),
        }
    }

    /// Moves the routine into the trash, and what is on the desk out of the way; one step brings both
    /// back. One that has no file is let go like changes are.
    pub(super) fn delete_open(&mut self) {
        let Some(desk) = &self.editor.desk else { return };
        let id = desk.kept.id;
        let Some(path) = desk.kept.path.clone().filter(|path| path.exists()) else {
            return if desk.has_changes() { self.discard(id) } else { self.put_away() };
        };
        match self.folder.shelf().trash(&path) {
            Ok(file) => {
                let name = desk.name().to_owned();
                self.set_aside();
                let asked = Command::Edit(Editing::Keep(Keeping::TakeBackDelete(id, file)));
                let offer = Offer { words: self.words.get("shelf-undo-delete"), asked };
                self.say_done("shelf-deleted", &name, Some(offer));
            }
            Err(error) => self.say_failed(&error.to_string()),
        }
        self.look_into_trash();
        self.read_content_again();
    }

    /// Takes the routine off the desk and its draft off the disk, and keeps it in case it is wanted.
    fn set_aside(&mut self) {
        if let Some(mut desk) = self.editor.desk.take() {
            desk.history.settle();
            desk.live.put_away();
            desk.kept.end_draft(&self.folder, &self.wake);
            (desk.kept.conflict, desk.kept.saving) = (None, Saving::No);
            self.editor.discarded = Some(desk);
        }
    }

    /// Brings a routine back out of the trash, with what was not saved of it where that is still known.
    pub(super) fn take_back_delete(&mut self, id: DraftId, file: &Path) {
        let is_known = self.editor.discarded.as_ref().is_some_and(|desk| desk.kept.id == id);
        let Some(path) = self.restore(file) else { return };
        if let Some(desk) = self.editor.discarded.as_mut().filter(|_| is_known) {
            desk.kept.path = Some(path);
            self.take_back_discard();
        }
        self.notices.mended(&Topic::LetGo);
    }
}
