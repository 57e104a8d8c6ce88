//! An exercise goes into a routine: the one that lies open, a new one, or one on the shelf.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::notices::{Offer, Topic};
use super::super::state::State;
use super::dialogs::Dialog;
use crate::editor::{Document, Edit, Gesture, Slot};
use crate::model::{Block, CommentedBlocks, Exercise, Routine, Step};
use crate::store::routine_comments::read_commented;
use crate::store::{files, ron_layout};
use crate::ui::{Command, Editing, Screen, Target};

impl State {
    /// The person's own routines, by name.
    pub(super) fn own_routines(&self) -> Vec<&Routine> {
        let catalog = &self.content.catalog;
        let ids = self.content.routine_homes.keys();
        let mut own: Vec<&Routine> = ids.filter_map(|id| catalog.routine(id)).map(AsRef::as_ref).collect();
        own.sort_by(|a, b| a.name.cmp(&b.name));
        own
    }

    /// Puts the exercise that was asked for at the end of a routine, and says so.
    pub(super) fn add_to(&mut self, target: &Target) {
        let Some(Dialog::Pick(exercise)) = self.editor.dialogs.open.take() else { return };
        let show = Command::OpenScreen(Screen::Editor);
        match target {
            Target::Open => self.add_to_open(&exercise, show),
            Target::New => {
                self.new_routine();
                self.add_to_open(&exercise, show);
            }
            Target::Own(id) if self.is_open(id) => self.add_to_open(&exercise, show),
            Target::Own(id) => self.add_to_file(id, &exercise),
        }
        self.close_dialog();
    }

    fn is_open(&self, id: &str) -> bool {
        self.editor.desk.as_ref().is_some_and(|desk| desk.history.document().head.id == id)
    }

    fn add_to_open(&mut self, exercise: &Exercise, show: Command) {
        let Some(desk) = &mut self.editor.desk else { return };
        let edit = at_the_end(desk.history.document(), exercise);
        if desk.history.apply(&edit, Gesture::Single).is_ok() {
            let name = desk.history.document().head.name.clone();
            self.say_added(exercise, &name, show);
        }
    }

    fn add_to_file(&mut self, id: &str, exercise: &Exercise) {
        let Some(path) = self.content.routine_homes.get(id).cloned() else { return };
        match self.write_with(&path, exercise) {
            Ok(name) => {
                self.read_content_again();
                self.say_added(exercise, &name, Command::Edit(Editing::Open(id.to_owned())));
            }
            Err(reason) => self.say_failed(&reason),
        }
    }

    /// Saves the routine of a file with the exercise at its end; returns its name.
    fn write_with(&self, path: &Path, exercise: &Exercise) -> Result<String, String> {
        let text = files::read_text(path).map_err(|error| error.to_string())?;
        let commented = read_commented(&text).map_err(|problem| format!("{}:{problem}", path.display()))?;
        let document = Document::new(commented);
        let edited = document
            .edited(&at_the_end(&document, exercise), &BTreeSet::new())
            .map_err(|_| self.words.get("pick-full"))?;
        let commented = edited.document.commented();
        let new = ron_layout::write_commented(&commented).map_err(|problem| problem.to_string())?;
        self.folder.shelf().save(path, &new, Some(&text)).map_err(|error| error.to_string())?;
        Ok(commented.routine.name)
    }

    fn say_added(&mut self, exercise: &Exercise, routine: &str, show: Command) {
        let (name, words) = (exercise.name.as_str(), &self.words);
        let text = words.with("pick-added", &[("exercise", name.into()), ("name", routine.into())]);
        let offer = Offer { words: self.words.get("pick-show"), asked: show };
        self.notices.say_anew(Topic::Shelf, text, Some(offer));
    }
}

/// The edit that puts an exercise at the end of a document.
fn at_the_end(document: &Document, exercise: &Exercise) -> Edit {
    let step = Step { exercise: exercise.id.clone(), ..Step::default() };
    let blocks = CommentedBlocks { blocks: vec![Block::Step(step)], ..CommentedBlocks::default() };
    Edit::Insert { at: Slot::top(document.blocks.len()), blocks }
}
