//! What the Editor screen asks for.

use std::collections::BTreeSet;

use super::{Arranging, Keeping, Live, Sourcing};
use crate::editor::{BlockId, Edit, Gesture};

/// How the routine is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DeskFace {
    /// As cards.
    #[default]
    Cards,
    /// As the text of its file.
    Source,
}

/// What the Editor screen asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Editing {
    /// Begin a new routine.
    New,
    /// Edit the routine with this id; of a shipped one, a copy.
    Open(String),
    /// Go back to the shelf.
    Close,
    /// Do this to the routine.
    Do(Edit, Gesture),
    /// A field was left: what is typed next is a step of its own.
    Settle,
    /// Take the last step back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Select these blocks and no others.
    Select(BTreeSet<BlockId>),
    /// Select this block alone and bring it into sight.
    Reveal(BlockId),
    /// What the strip, the findings and the preview ask for.
    Live(Live),
    /// Copy what is selected.
    Copy,
    /// Copy what is selected and take it out.
    Cut,
    /// Put in what this text holds.
    Paste(String),
    /// What the list of blocks and the palette ask for.
    Arrange(Arranging),
    /// Search the palette for these words.
    Find(String),
    /// Show the routine like this.
    Show(DeskFace),
    /// Take this for the text of the routine.
    Write(String),
    /// What else the source view asks for.
    Source(Sourcing),
    /// Save the routine.
    Save,
    /// What the header asks for, and what is asked about drafts.
    Keep(Keeping),
}
