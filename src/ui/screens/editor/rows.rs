//! The blocks of a document laid out below each other: a pure list of rows with heights, so that
//! what shows is found by its place and nothing else is built. Lengths are points of the design.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::editor::{BlockId, Document, Node, Slot};
use crate::model::Block;

/// Between two rows.
pub(super) const GAP: f32 = 8.0;

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A step.
    Card,
    /// A rest, or breathing alone.
    Thin,
    /// The top of a group.
    Head {
        /// True where what is in it is put away.
        folded: bool,
    },
    /// The room in a group that has nothing in it.
    Empty,
    /// Where a group closes.
    End,
}

impl RowKind {
    fn height(self) -> f32 {
        match self {
            Self::Card => 68.0,
            Self::Thin | Self::Head { .. } => 42.0,
            Self::Empty => 48.0,
            Self::End => 8.0,
        }
    }
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What stands in it.
    pub kind: RowKind,
    /// The block; the group, for its empty room and its end.
    pub node: Arc<Node>,
    /// How many groups it is in.
    pub depth: usize,
    /// The place of the block among those beside it.
    pub slot: Slot,
    /// How many blocks stand beside it, itself included.
    pub beside: usize,
    /// The row of the head of the group it is in; an end is in the group it closes.
    pub within: Option<usize>,
    /// For the head of a group that is not folded, the row of its end.
    pub end: Option<usize>,
    /// Where it begins.
    pub top: f32,
}

impl Row {
    /// Where it ends, without the gap below it.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.top + self.kind.height()
    }

    /// True where the row is the block itself, not a part of its group's frame.
    #[must_use]
    pub fn is_block(&self) -> bool {
        !matches!(self.kind, RowKind::Empty | RowKind::End)
    }
}

/// All rows.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    all: Vec<Row>,
    of: BTreeMap<BlockId, usize>,
    deepest: usize,
    height: f32,
}

impl Rows {
    /// The rows of a document in which these groups are folded.
    #[must_use]
    pub fn new(document: &Document, folded: &BTreeSet<BlockId>) -> Self {
        let mut rows = Self::default();
        rows.lay(&document.blocks, None, None, 0, folded);
        rows
    }

    fn lay(
        &mut self,
        nodes: &[Arc<Node>],
        parent: Option<BlockId>,
        within: Option<usize>,
        depth: usize,
        folded: &BTreeSet<BlockId>,
    ) {
        self.deepest = self.deepest.max(depth);
        for (index, node) in nodes.iter().enumerate() {
            let kind = match node.block {
                Block::Step(_) => RowKind::Card,
                Block::Breathe(_) | Block::Rest(_) => RowKind::Thin,
                Block::Repeat(_) | Block::Section(_) => RowKind::Head { folded: folded.contains(&node.id) },
            };
            let slot = Slot { parent, index };
            let row = Row {
                kind,
                node: Arc::clone(node),
                depth,
                slot,
                beside: nodes.len(),
                within,
                end: None,
                top: 0.0,
            };
            let head = self.push(row.clone());
            self.of.insert(node.id, head);
            if kind != (RowKind::Head { folded: false }) {
                continue;
            }
            let inside = Row { depth: depth + 1, within: Some(head), ..row };
            if node.inner.is_empty() {
                self.deepest = self.deepest.max(depth + 1);
                self.push(Row { kind: RowKind::Empty, ..inside.clone() });
            }
            self.lay(&node.inner, Some(node.id), Some(head), depth + 1, folded);
            let end = self.push(Row { kind: RowKind::End, depth, ..inside });
            self.all[head].end = Some(end);
        }
    }

    fn push(&mut self, row: Row) -> usize {
        let top = self.height;
        self.height += row.kind.height() + GAP;
        self.all.push(Row { top, ..row });
        self.all.len() - 1
    }

    /// The rows, from the top.
    #[must_use]
    pub fn all(&self) -> &[Row] {
        &self.all
    }

    /// How high they are together.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.height
    }

    /// How deep groups lie in each other.
    #[must_use]
    pub fn deepest(&self) -> usize {
        self.deepest
    }

    /// The row of a block; `None` where it is in a group that is folded.
    #[must_use]
    pub fn of(&self, id: BlockId) -> Option<usize> {
        self.of.get(&id).copied()
    }

    /// The rows between two heights, and one to either side, so that the keyboard can go on to them.
    #[must_use]
    pub fn between(&self, top: f32, bottom: f32) -> Range<usize> {
        let first = self.all.partition_point(|row| row.bottom() < top).saturating_sub(1);
        let end = self.all.partition_point(|row| row.top <= bottom);
        first..(end + 1).min(self.all.len())
    }

    /// The heads of the groups that a row is in, the innermost first; its own, for a head.
    pub fn groups(&self, row: usize) -> impl Iterator<Item = usize> {
        let own = self.all.get(row).and_then(|it| if it.end.is_some() { Some(row) } else { it.within });
        std::iter::successors(own, |head| self.all[*head].within)
    }

    /// The block so many blocks before or after the one in a row; the first or last beyond them.
    #[must_use]
    pub fn beside(&self, row: usize, step: isize) -> Option<usize> {
        let mut at = row;
        let mut left = step.unsigned_abs();
        while left > 0 {
            let next = if step < 0 {
                (0..at).rev().find(|it| self.all[*it].is_block())
            } else {
                (at + 1..self.all.len()).find(|it| self.all[*it].is_block())
            };
            let Some(next) = next else { break };
            at = next;
            left -= 1;
        }
        self.all.get(at).filter(|it| it.is_block()).map(|_| at)
    }

    /// The first block, or the last.
    #[must_use]
    pub fn outermost(&self, last: bool) -> Option<usize> {
        let is_block = |row: &Row| row.is_block();
        if last { self.all.iter().rposition(is_block) } else { self.all.iter().position(is_block) }
    }

    /// All blocks from one row to another, whichever comes first.
    #[must_use]
    pub fn range(&self, a: usize, b: usize) -> BTreeSet<BlockId> {
        let rows = self.all.get(a.min(b)..=a.max(b)).unwrap_or_default();
        rows.iter().filter(|row| row.is_block()).map(|row| row.node.id).collect()
    }
}

#[cfg(test)]
mod tests;
