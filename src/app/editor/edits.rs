//! What is done to the routine on the desk.

use crate::app::notices::Topic;
use crate::app::state::State;
use crate::editor::{Edit, Gesture, Refusal};
use crate::model::CommentedBlocks;
use crate::ui::{Arranging, Beside, Editing};

use super::listing::place_for_new;

impl State {
    pub(super) fn edit_document(&mut self, asked: Editing) {
        let Some(desk) = &mut self.editor.desk else { return };
        let history = &mut desk.history;
        let outcome = match asked {
            Editing::Do(edit, gesture) => {
                // Setting a field moves nothing: the list stays where the person has scrolled it.
                let stays = matches!(edit, Edit::Change { .. } | Edit::Head(_));
                let outcome = history.apply(&edit, gesture);
                if stays {
                    return self.tell(outcome);
                }
                outcome
            }
            Editing::Settle => return history.settle(),
            Editing::Undo => {
                history.undo();
                Ok(())
            }
            Editing::Redo => {
                history.redo();
                Ok(())
            }
            Editing::Select(ids) => {
                desk.listing.beside = if ids.is_empty() { Beside::Palette } else { Beside::Inspector };
                history.select(ids);
                Ok(())
            }
            Editing::Arrange(Arranging::Add(block)) => {
                let at = place_for_new(history.document(), history.selection());
                let blocks = CommentedBlocks { blocks: vec![block], ..CommentedBlocks::default() };
                history.apply(&Edit::Insert { at, blocks }, Gesture::Single)
            }
            Editing::Arrange(asked) => return desk.listing.arrange(asked, history),
            _ => return,
        };
        if outcome.is_ok() {
            desk.listing.follow(&desk.history);
        }
        self.tell(outcome);
    }

    /// Says why an edit could not be done. What would have changed nothing needs no words.
    fn tell(&mut self, outcome: Result<(), Refusal>) {
        let key = match outcome {
            Ok(()) => return self.notices.mended(&Topic::Desk),
            Err(Refusal::Nothing) => return,
            Err(Refusal::IntoItself) => "edit-refused-into-itself",
            Err(Refusal::TooDeep) => "edit-refused-too-deep",
            Err(Refusal::TooMany) => "edit-refused-too-many",
            Err(Refusal::SourceUnread) => "edit-refused-source-unread",
        };
        self.notices.mended(&Topic::Desk);
        self.notices.say(Topic::Desk, self.words.get(key));
    }

    /// Nothing is held any more: what is dragged next is a step of its own.
    pub(in crate::app) fn let_go(&mut self) {
        if let Some(desk) = &mut self.editor.desk {
            desk.history.let_go();
        }
    }
}
