//! What the header and the cards of drafts ask for.

use std::time::Duration;

use crate::app::state::State;
use crate::ui::Keeping;

impl State {
    /// Does what the header or the card of a draft asked for.
    pub(super) fn keep(&mut self, asked: Keeping, now: Duration) {
        match asked {
            Keeping::OpenFile(path) => self.open_file(&path),
            Keeping::UndoSteps(steps) => self.on_desk(|desk| {
                // As many as there are.
                let _ = (0..steps).take_while(|_| desk.history.undo()).count();
            }),
            Keeping::RedoSteps(steps) => self.on_desk(|desk| {
                let _ = (0..steps).take_while(|_| desk.history.redo()).count();
            }),
            Keeping::GoOn(id) => self.go_on_with(id, now),
            Keeping::SaveDraft(id) => self.save_waiting(id),
            Keeping::Discard(id) => self.discard(id),
            Keeping::TakeBackDiscard => self.take_back_discard(),
            Keeping::GoBack => self.go_back_to_saved(),
            Keeping::Duplicate => self.duplicate_open(),
            Keeping::Share => self.share_open(),
            Keeping::SaveElsewhere => self.save_elsewhere(),
            Keeping::CopyText => self.copy_text(),
            Keeping::Delete => self.delete_open(),
            Keeping::TakeBackDelete(id, file) => self.take_back_delete(id, &file),
            Keeping::Mine => self.keep_mine(),
            Keeping::Theirs => self.keep_theirs(),
            Keeping::Copy => self.keep_copy(),
            Keeping::Later => self.show_conflict(false),
            Keeping::Decide => self.show_conflict(true),
            Keeping::Pick(place, pick) => self.pick(place, pick),
            Keeping::Merge => self.merge_versions(),
        }
    }
}
