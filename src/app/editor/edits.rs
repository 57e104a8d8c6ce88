//! What is done to the routine on the desk.

use crate::editor::{Document, Edit, Gesture};
use crate::model::{CommentedRoutine, Routine};
use crate::ui::Editing;

use super::Desk;
use crate::app::state::State;

impl State {
    /// Lays a new routine on the desk.
    pub(super) fn new_routine(&mut self) {
        let name = self.words.get("edit-new-name");
        let routine = Routine::new("my-routine", name);
        self.editor.desk = Some(Desk::new(Document::new(CommentedRoutine::from(routine)), None));
    }

    /// Lays a routine on the desk.
    pub(super) fn open_routine(&mut self, id: &str) {
        if let Some(routine) = self.content.catalog.routine(id) {
            let routine = CommentedRoutine::from(Routine::clone(routine));
            self.editor.desk = Some(Desk::new(Document::new(routine), None));
        }
    }

    pub(super) fn edit_document(&mut self, asked: Editing) {
        let Some(desk) = &mut self.editor.desk else { return };
        let history = &mut desk.history;
        match asked {
            Editing::Do(edit, gesture) => {
                // What cannot be done leaves everything as it was.
                let _ = history.apply(&edit, gesture);
            }
            Editing::Settle => history.settle(),
            Editing::Undo => {
                history.undo();
            }
            Editing::Redo => {
                history.redo();
            }
            Editing::Select(ids) => history.select(ids),
            Editing::Cut => {
                let ids = history.selection().clone();
                let _ = history.apply(&Edit::Remove(ids), Gesture::Single);
            }
            _ => {}
        }
    }
}
