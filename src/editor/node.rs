//! One block of a document, with an identity that lasts while the document is open.

use std::sync::Arc;

use crate::model::Block;

/// Which block of a document: the same through every edit, undo and redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u64);

/// One block of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Which one.
    pub id: BlockId,
    /// The comment above it, as in a file.
    pub comment: String,
    /// The block; the blocks within it are in [`Node::inner`] and not here.
    pub block: Block,
    /// The blocks within.
    pub inner: Vec<Arc<Node>>,
}

impl Node {
    /// True for a block that can hold others.
    #[must_use]
    pub fn is_group(&self) -> bool {
        self.block.inner().is_some()
    }

    /// How many blocks there are, this one and all within.
    #[must_use]
    pub fn count(&self) -> usize {
        1 + self.inner.iter().map(|node| node.count()).sum::<usize>()
    }

    /// How many groups lie within one another, this one included.
    #[must_use]
    pub fn depth(&self) -> usize {
        let inner = self.inner.iter().map(|node| node.depth()).max().unwrap_or(0);
        inner + usize::from(self.is_group())
    }

    /// The block with everything within it.
    #[must_use]
    pub fn whole_block(&self) -> Block {
        let mut block = self.block.clone();
        if let Some(inner) = blocks_within(&mut block) {
            *inner = self.inner.iter().map(|node| node.whole_block()).collect();
        }
        block
    }

    /// This block and all within, in the order in which they stand.
    pub fn each<'a>(self: &'a Arc<Self>, see: &mut impl FnMut(&'a Arc<Node>)) {
        see(self);
        for node in &self.inner {
            node.each(see);
        }
    }
}

/// The list of a block that can hold others.
pub(super) fn blocks_within(block: &mut Block) -> Option<&mut Vec<Block>> {
    match block {
        Block::Repeat(repeat) => Some(&mut repeat.blocks),
        Block::Section(section) => Some(&mut section.blocks),
        Block::Step(_) | Block::Breathe(_) | Block::Rest(_) => None,
    }
}
