//! What the list of blocks and the palette beside it ask for.

use std::collections::BTreeSet;

use crate::editor::BlockId;
use crate::model::Block;

/// What stands in the column that palette and inspector share where the window is narrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Beside {
    /// The exercises to choose from.
    #[default]
    Palette,
    /// What can be set.
    Inspector,
}

/// What the list of blocks and the palette beside it ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Arranging {
    /// Select these blocks in the list.
    Pick {
        /// Which.
        ids: BTreeSet<BlockId>,
        /// Where a range begins.
        anchor: BlockId,
        /// Where it ends, and the keyboard goes on.
        lead: BlockId,
    },
    /// Put a new block in after what is selected.
    Add(Block),
    /// Give the keyboard's focus to the block it would go on from.
    Focus,
    /// Put what is in a group away, or show it again.
    Fold(BlockId),
    /// Show this in the column that is shared.
    Show(Beside),
    /// Show the palette and give its search the keyboard's focus.
    Search,
    /// Show the list of keys, or put it away.
    ToggleKeys,
}
