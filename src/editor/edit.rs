//! What can be done to a document. An edit gives a new document, or says why there is none.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::tree::{changed, inserted, unwrapped, without};
use super::{BlockId, Change, Document, EditName, HeadChange, Node, Nudge, Slot};
use crate::model::{Block, CommentedBlocks, CommentedRoutine, RepeatBlock, SectionBlock};

/// Groups within groups: more than this no file could hold.
const DEEPEST: usize = 15;

/// More blocks than anyone means; a file of them could not be read again.
const MOST_BLOCKS: usize = 8_000;

/// Rounds of a new repeat.
const USUAL_ROUNDS: u32 = 2;

/// A group that blocks can be put into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrapper {
    /// Done several times over.
    Repeat,
    /// Under this heading.
    Section(String),
}

/// One thing done to a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Put new blocks in.
    Insert {
        /// Where.
        at: Slot,
        /// What.
        blocks: CommentedBlocks,
    },
    /// Put blocks in from the clipboard.
    Paste {
        /// Where.
        at: Slot,
        /// What.
        blocks: CommentedBlocks,
    },
    /// Take blocks out, with all within.
    Remove(BTreeSet<BlockId>),
    /// Put blocks elsewhere.
    Move {
        /// Which.
        ids: BTreeSet<BlockId>,
        /// To where, as the blocks stand before the move.
        to: Slot,
    },
    /// Move blocks by a step.
    Nudge {
        /// Which.
        ids: BTreeSet<BlockId>,
        /// Which way.
        way: Nudge,
    },
    /// Copy blocks, to stand after the last of them.
    Duplicate(BTreeSet<BlockId>),
    /// Put blocks into a new group.
    Wrap {
        /// Which.
        ids: BTreeSet<BlockId>,
        /// What group.
        into: Wrapper,
    },
    /// Take groups away and leave what is in them.
    Unwrap(BTreeSet<BlockId>),
    /// Change a field of blocks.
    Change {
        /// Which.
        ids: BTreeSet<BlockId>,
        /// What.
        change: Change,
    },
    /// Change the routine itself.
    Head(HeadChange),
    /// Mend what a diagnostic told of.
    Mend(Box<Edit>),
    /// Do all of these, one after the other; what changes nothing is passed over.
    All(Vec<Edit>),
    /// Take this for the whole routine: what was written in the source, or merged.
    Rewrite {
        /// What is to stand.
        routine: Box<CommentedRoutine>,
        /// What to call it.
        name: EditName,
    },
}

/// Why an edit cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing that it would change.
    Nothing,
    /// A group would have to stand within itself.
    IntoItself,
    /// Groups would nest deeper than a file can hold.
    TooDeep,
    /// There would be more blocks than a file can hold.
    TooMany,
    /// The source was written in and cannot be read: the blocks are behind it.
    SourceUnread,
}

/// What came of an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// The document with the edit done.
    pub document: Document,
    /// What is to be selected now.
    pub selection: BTreeSet<BlockId>,
}

impl Edit {
    /// What it is called.
    #[must_use]
    pub fn name(&self, document: &Document) -> EditName {
        let count = |ids: &BTreeSet<BlockId>| document.outermost(ids).len();
        match self {
            Self::Insert { blocks, .. } => EditName::Add(blocks.blocks.len()),
            Self::Paste { blocks, .. } => EditName::Paste(blocks.blocks.len()),
            Self::Remove(ids) => EditName::Remove(count(ids)),
            Self::Move { ids, .. } | Self::Nudge { ids, .. } => EditName::Move(count(ids)),
            Self::Duplicate(ids) => EditName::Duplicate(count(ids)),
            Self::Wrap { into: Wrapper::Repeat, .. } => EditName::Repeat,
            Self::Wrap { into: Wrapper::Section(_), .. } => EditName::Section,
            Self::Unwrap(_) => EditName::Unwrap,
            Self::Change { change, .. } => EditName::Change(change.field()),
            Self::Head(change) => EditName::Change(change.field()),
            Self::Mend(_) | Self::All(_) => EditName::Mend,
            Self::Rewrite { name, .. } => *name,
        }
    }
}

impl Document {
    /// The document with an edit done. `selected` is what is selected now.
    ///
    /// # Errors
    ///
    /// When there is nothing to change, or the result could not be kept in a file.
    pub fn edited(&self, edit: &Edit, selected: &BTreeSet<BlockId>) -> Result<Edited, Refusal> {
        let mut next = self.clone();
        let selection = match edit {
            Edit::Insert { at, blocks } | Edit::Paste { at, blocks } => next.put_in(*at, blocks)?,
            Edit::Remove(ids) => next.take_out(ids),
            Edit::Move { ids, to } => next.put_elsewhere(ids, *to)?,
            Edit::Nudge { ids, way } => {
                let to = self.nudged(&self.outermost(ids), *way).ok_or(Refusal::Nothing)?;
                next.put_elsewhere(ids, to)?
            }
            Edit::Duplicate(ids) => next.duplicate(ids)?,
            Edit::Wrap { ids, into } => next.wrap(ids, into)?,
            Edit::Unwrap(ids) => next.unwrap(ids),
            Edit::Change { ids, change } => {
                next.blocks = changed(&next.blocks, ids, change);
                selected.clone()
            }
            Edit::Head(change) => {
                change.make(&mut next);
                selected.clone()
            }
            Edit::Mend(edit) => return self.edited(edit, selected),
            Edit::All(edits) => next.edit_by_all(edits, selected)?,
            Edit::Rewrite { routine, .. } => {
                next = self.rewritten(CommentedRoutine::clone(routine));
                selected.clone()
            }
        };
        next.checked(self, &selection)
    }

    fn edit_by_all(
        &mut self,
        edits: &[Edit],
        selected: &BTreeSet<BlockId>,
    ) -> Result<BTreeSet<BlockId>, Refusal> {
        for edit in edits {
            match self.edited(edit, selected) {
                Ok(edited) => *self = edited.document,
                Err(Refusal::Nothing) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        Ok(selected.clone())
    }

    /// Refuses what a file could not hold, and what is as it was.
    fn checked(self, before: &Self, selection: &BTreeSet<BlockId>) -> Result<Edited, Refusal> {
        if self.says_the_same_as(before) {
            return Err(Refusal::Nothing);
        }
        let count = self.count();
        if count > MOST_BLOCKS && count > before.count() {
            return Err(Refusal::TooMany);
        }
        let depth = self.depth();
        if depth > DEEPEST && depth > before.depth() {
            return Err(Refusal::TooDeep);
        }
        let selection = self.those_there(selection);
        Ok(Edited { document: self, selection })
    }

    fn put_in(&mut self, at: Slot, blocks: &CommentedBlocks) -> Result<BTreeSet<BlockId>, Refusal> {
        let nodes = self.nodes(blocks.clone());
        let ids = nodes.iter().map(|node| node.id).collect();
        self.insert(at, &nodes)?;
        Ok(ids)
    }

    fn insert(&mut self, at: Slot, nodes: &[Arc<Node>]) -> Result<(), Refusal> {
        let way = match at.parent {
            None => Vec::new(),
            Some(id) => self.path_of(id).ok_or(Refusal::Nothing)?,
        };
        if nodes.is_empty() || self.inner_of(at.parent).is_none() {
            return Err(Refusal::Nothing);
        }
        self.blocks = inserted(&self.blocks, &way, at.index, nodes);
        Ok(())
    }

    /// Takes blocks out and selects what now stands where the first of them stood.
    fn take_out(&mut self, ids: &BTreeSet<BlockId>) -> BTreeSet<BlockId> {
        let place = self.outermost(ids).first().and_then(|first| self.slot_of(*first));
        self.blocks = without(&self.blocks, ids);
        let near = place.and_then(|place| {
            let siblings = self.inner_of(place.parent)?;
            let sibling = siblings.get(place.index).or(siblings.last());
            sibling.map(|node| node.id).or(place.parent)
        });
        near.into_iter().collect()
    }

    fn put_elsewhere(&mut self, ids: &BTreeSet<BlockId>, to: Slot) -> Result<BTreeSet<BlockId>, Refusal> {
        let moved: Vec<Arc<Node>> = self.outermost_nodes(ids).into_iter().cloned().collect();
        let outer: BTreeSet<BlockId> = moved.iter().map(|node| node.id).collect();
        let way = to.parent.and_then(|id| self.path_of(id)).unwrap_or_default();
        let mut around = (1..=way.len()).filter_map(|depth| self.at(&way[..depth]));
        if around.any(|node| outer.contains(&node.id)) {
            return Err(Refusal::IntoItself);
        }
        let siblings = self.inner_of(to.parent).ok_or(Refusal::Nothing)?;
        let before = siblings.iter().take(to.index).filter(|node| outer.contains(&node.id)).count();
        self.blocks = without(&self.blocks, &outer);
        self.insert(Slot { index: to.index - before, ..to }, &moved)?;
        Ok(ids.clone())
    }

    fn duplicate(&mut self, ids: &BTreeSet<BlockId>) -> Result<BTreeSet<BlockId>, Refusal> {
        let originals: Vec<Arc<Node>> = self.outermost_nodes(ids).into_iter().cloned().collect();
        let last = originals.last().and_then(|node| self.slot_of(node.id)).ok_or(Refusal::Nothing)?;
        let copies = self.copies(&originals);
        let selection = copies.iter().map(|node| node.id).collect();
        self.insert(Slot { index: last.index + 1, ..last }, &copies)?;
        Ok(selection)
    }

    fn wrap(&mut self, ids: &BTreeSet<BlockId>, into: &Wrapper) -> Result<BTreeSet<BlockId>, Refusal> {
        let wrapped: Vec<Arc<Node>> = self.outermost_nodes(ids).into_iter().cloned().collect();
        let first = wrapped.first().and_then(|node| self.slot_of(node.id)).ok_or(Refusal::Nothing)?;
        self.blocks = without(&self.blocks, &wrapped.iter().map(|node| node.id).collect());
        let block = match into {
            Wrapper::Repeat => Block::Repeat(RepeatBlock { times: USUAL_ROUNDS, ..RepeatBlock::default() }),
            Wrapper::Section(name) => {
                Block::Section(SectionBlock { name: name.clone(), ..SectionBlock::default() })
            }
        };
        let group = self.node_of(block, wrapped);
        let id = group.id;
        self.insert(first, &[group])?;
        Ok(BTreeSet::from([id]))
    }

    fn unwrap(&mut self, ids: &BTreeSet<BlockId>) -> BTreeSet<BlockId> {
        let mut left = BTreeSet::new();
        self.blocks = unwrapped(&self.blocks, ids, &mut left);
        left
    }
}
