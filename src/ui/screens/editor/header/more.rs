//! What can be done with the routine as a whole, below the last button of the header.

use crate::ui::screens::editor::{DeskView, KeepingFace};
use crate::ui::theme::icons;
use crate::ui::widgets::MenuRow;
use crate::ui::{Arranging, Editing, Keeping, Look};

/// The rows of the list. What can not be done now is shown all the same.
pub(super) fn rows(look: &Look<'_>, view: &DeskView<'_>) -> Vec<MenuRow<Editing>> {
    let row = |key, icon, asked| MenuRow::new(icon, look.words.get(key), asked);
    let keep = |key, icon, asked| row(key, icon, Editing::Keep(asked));
    // What is on its way to the disk would be there again after it was deleted.
    let rests = view.keeping != KeepingFace::Saving;
    vec![
        keep("edit-more-duplicate", icons::DUPLICATE, Keeping::Duplicate),
        keep("edit-more-share", icons::EXPORT, Keeping::Share),
        keep("edit-copy-text", icons::COPY, Keeping::CopyText),
        keep("edit-more-go-back", icons::UNDO, Keeping::GoBack).enabled(view.can_go_back && rests),
        keep("edit-more-delete", icons::DELETE, Keeping::Delete).enabled(rests),
        row("edit-more-keys", icons::KEYS, Editing::Arrange(Arranging::ToggleKeys)),
    ]
}
