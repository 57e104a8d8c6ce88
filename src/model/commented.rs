//! A routine with the comments of its file that a rewrite keeps.

use std::collections::BTreeMap;

use super::{Block, BlockPath, Routine};

/// A routine with the comments that stand above it and above its blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct CommentedRoutine {
    /// The routine.
    pub routine: Routine,
    /// Everything that stands above the value.
    pub leading: String,
    /// The comment above a block: its lines from the first comment mark on, without indent and
    /// without the last line's end.
    pub above: BTreeMap<BlockPath, String>,
}

impl From<Routine> for CommentedRoutine {
    fn from(routine: Routine) -> Self {
        Self { routine, leading: String::new(), above: BTreeMap::new() }
    }
}

/// Blocks with the comments that stand above them, as they are copied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CommentedBlocks {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The comment above each block, by its path from `blocks`.
    pub above: BTreeMap<BlockPath, String>,
}
