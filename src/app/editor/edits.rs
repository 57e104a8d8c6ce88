//! What is done to the routine on the desk.

use std::collections::BTreeSet;

use crate::app::notices::Topic;
use crate::app::state::State;
use crate::editor::{BlockId, Edit, Gesture, Refusal};
use crate::model::CommentedBlocks;
use crate::store::clipping::{read_blocks, write_blocks};
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
            Editing::Copy => return self.copy(),
            Editing::Cut => {
                // What could not be copied stays.
                self.copy();
                if self.editor.clip.is_none() {
                    return;
                }
                let ids = self.selected();
                return self.edit_document(Editing::Do(Edit::Remove(ids), Gesture::Single));
            }
            Editing::Paste(text) => return self.paste(&text),
            _ => return,
        };
        if outcome.is_ok() {
            desk.listing.follow(&desk.history);
        }
        self.tell(outcome);
    }

    fn selected(&self) -> BTreeSet<BlockId> {
        self.editor.desk.as_ref().map(|desk| desk.history.selection().clone()).unwrap_or_default()
    }

    /// Puts what is selected on the clipboard, as text that can go into a mail too.
    fn copy(&mut self) {
        let Some(desk) = &self.editor.desk else { return };
        if desk.history.selection().is_empty() {
            return;
        }
        let blocks = desk.history.document().clipping(desk.history.selection());
        match write_blocks(&blocks) {
            Ok(text) => self.editor.clip = Some(text),
            Err(problem) => self.say_anew(problem.to_string()),
        }
    }

    /// Puts in what a text holds, or says that it holds no blocks.
    fn paste(&mut self, text: &str) {
        let Some(desk) = &self.editor.desk else { return };
        let at = place_for_new(desk.history.document(), desk.history.selection());
        match read_blocks(text) {
            Ok(blocks) => self.edit_document(Editing::Do(Edit::Paste { at, blocks }, Gesture::Single)),
            Err(problem) => {
                let reason = problem.to_string();
                self.say_anew(self.words.with("edit-paste-no-blocks", &[("reason", reason.into())]));
            }
        }
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
        self.say_anew(self.words.get(key));
    }

    /// Says something about what was just tried, though the same was said and closed before.
    fn say_anew(&mut self, text: String) {
        self.notices.mended(&Topic::Desk);
        self.notices.say(Topic::Desk, text);
    }

    /// Nothing is held any more: what is dragged next is a step of its own.
    pub(in crate::app) fn let_go(&mut self) {
        if let Some(desk) = &mut self.editor.desk {
            desk.history.let_go();
        }
    }
}
