//! What is done to the routine on the desk.

use crate::editor::{Edit, Gesture};
use crate::ui::Editing;

use crate::app::state::State;

impl State {
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
