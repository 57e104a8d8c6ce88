//! Blocks with their comments as a tree, each with what it is recognised by.

use super::align::{Print, subject};
use super::node::blocks_within;
use crate::model::{Block, BlockPath, CommentedBlocks, CommentedRoutine, ron_dialect};

/// A block with the comment above it, taken apart from the blocks within it.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// The comment above it.
    pub(super) comment: Option<String>,
    /// The block, without those within.
    pub(super) shell: Block,
    /// The blocks within.
    pub(super) inner: Vec<Leaf>,
    /// What it is recognised by, all within included.
    pub(super) print: Print,
    /// What it is recognised by without those within.
    pub(super) own: String,
}

impl Leaf {
    /// The blocks of a routine.
    pub(super) fn of(commented: &CommentedRoutine) -> Vec<Self> {
        let mut path = Vec::new();
        let comment = |path: &BlockPath| commented.above.get(path).cloned();
        commented.routine.blocks.iter().enumerate().map(|(n, b)| leaf(b, n, &mut path, &comment)).collect()
    }

    /// The block with all within.
    pub(super) fn whole(&self) -> Block {
        let mut block = self.shell.clone();
        if let Some(inner) = blocks_within(&mut block) {
            *inner = self.inner.iter().map(Self::whole).collect();
        }
        block
    }
}

fn leaf(
    block: &Block,
    index: usize,
    path: &mut BlockPath,
    comment: &dyn Fn(&BlockPath) -> Option<String>,
) -> Leaf {
    path.push(index);
    let here = comment(path);
    let within = block.inner().unwrap_or_default();
    let inner: Vec<Leaf> = within.iter().enumerate().map(|(n, b)| leaf(b, n, path, comment)).collect();
    path.pop();
    let mut shell = block.clone();
    if let Some(within) = blocks_within(&mut shell) {
        within.clear();
    }
    let own = ron_dialect().to_string(&shell).unwrap_or_default();
    let own = format!("{}\0{own}", here.as_deref().unwrap_or_default());
    let (kind, subject) = subject(block);
    let whole: String =
        std::iter::once(own.as_str()).chain(inner.iter().map(|leaf| leaf.print.whole.as_str())).collect();
    // Brackets, so that what is within one block is told from what stands behind it.
    let print = Print { whole: format!("({whole})"), subject, kind };
    Leaf { comment: here, shell, inner, print, own }
}

/// Puts leaves behind one another, as blocks with their comments.
pub(super) fn joined<'a>(leaves: impl Iterator<Item = &'a Leaf>) -> CommentedBlocks {
    let mut joined = CommentedBlocks::default();
    for leaf in leaves {
        comments(leaf, vec![joined.blocks.len()], &mut joined);
        joined.blocks.push(leaf.whole());
    }
    joined
}

fn comments(leaf: &Leaf, path: BlockPath, into: &mut CommentedBlocks) {
    for (index, inner) in leaf.inner.iter().enumerate() {
        let mut inner_path = path.clone();
        inner_path.push(index);
        comments(inner, inner_path, into);
    }
    if let Some(comment) = &leaf.comment {
        into.above.insert(path, comment.clone());
    }
}
