//! What is asked of the header of the desk and about drafts: nothing of it changes the routine.

use std::path::PathBuf;

use crate::editor::Pick;

/// Which routine with unsaved changes: chosen by the app, handed back by the card that shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub u64);

/// A place at which two versions differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MergePlace {
    /// The field of this index beside the blocks.
    Head(usize),
    /// The blocks of this index.
    Blocks(usize),
}

/// What is asked of the header and about drafts.
#[derive(Clone, Debug, PartialEq)]
pub enum Keeping {
    /// Open the routine in this file, broken or not.
    OpenFile(PathBuf),
    /// Take this many steps back.
    UndoSteps(usize),
    /// Do this many steps again.
    RedoSteps(usize),
    /// Go on with a routine that has unsaved changes.
    GoOn(DraftId),
    /// Save a routine that waits with unsaved changes.
    SaveDraft(DraftId),
    /// Let the unsaved changes of a routine go.
    Discard(DraftId),
    /// Bring the changes back that were let go last.
    TakeBackDiscard,
    /// Go back to what was saved, as a step that can be taken back.
    GoBack,
    /// Lay a copy of the routine on the desk.
    Duplicate,
    /// Ask where to put the routine for others.
    Share,
    /// Ask where to put the text as it is, since it cannot be saved where it belongs.
    SaveElsewhere,
    /// Put the text as it is on the clipboard.
    CopyText,
    /// Move the routine into the trash; one that was never saved is let go.
    Delete,
    /// Bring a routine that was deleted back onto the desk, out of this file in the trash.
    TakeBackDelete(DraftId, PathBuf),
    /// Two versions: keep mine; theirs becomes a backup.
    Mine,
    /// Two versions: take theirs; mine can be had back by a step.
    Theirs,
    /// Two versions: whose is to stand at this place.
    Pick(MergePlace, Pick),
    /// Two versions: put them together as picked.
    Merge,
    /// Two versions: save mine as another routine.
    Copy,
    /// Two versions: decide later.
    Later,
    /// Two versions: show them again.
    Decide,
}
