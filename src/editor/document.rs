//! A routine as it is edited: a tree of blocks that versions share where they are the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::node::blocks_within;
use super::tree::{same, says_the_same};
use super::{BlockId, Node, Slot};
use crate::model::{Block, BlockPath, CommentedBlocks, CommentedRoutine, Routine};

/// A routine as it is edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The routine without its blocks.
    pub head: Arc<Routine>,
    /// Everything that stands above the value in its file.
    pub leading: Arc<str>,
    /// The blocks, in order.
    pub blocks: Vec<Arc<Node>>,
    /// The next block that is made gets this id.
    next_id: u64,
}

impl Document {
    /// The document of a routine.
    #[must_use]
    pub fn new(mut commented: CommentedRoutine) -> Self {
        let blocks = std::mem::take(&mut commented.routine.blocks);
        let mut document = Self {
            head: Arc::new(commented.routine),
            leading: commented.leading.into(),
            blocks: Vec::new(),
            next_id: 1,
        };
        document.blocks = document.nodes(CommentedBlocks { blocks, above: commented.above });
        document
    }

    /// The same document with the content of `commented`: blocks that are as they were keep their
    /// ids, and so do those of a kind at the same places between them.
    #[must_use]
    pub fn rewritten(&self, commented: CommentedRoutine) -> Self {
        let mut next = Self { next_id: self.next_id, ..Self::new(commented) };
        let blocks = std::mem::take(&mut next.blocks);
        next.blocks = next.identified(blocks, &self.blocks);
        if next.head == self.head {
            next.head = self.head.clone();
        }
        next
    }

    /// Gives nodes the ids of the known ones they stand for, and new ones where there are none.
    fn identified(&mut self, nodes: Vec<Arc<Node>>, known: &[Arc<Node>]) -> Vec<Arc<Node>> {
        let same = |(a, b): &(&Arc<Node>, &Arc<Node>)| says_the_same(a, b);
        let ahead = nodes.iter().zip(known).take_while(same).count();
        let least = nodes.len().min(known.len());
        let behind = nodes.iter().rev().zip(known.iter().rev()).take(least - ahead).take_while(same).count();
        let (end, known_end) = (nodes.len() - behind, known.len() - behind);
        let mut identified = known[..ahead].to_vec();
        for (index, node) in nodes.into_iter().enumerate().take(end).skip(ahead) {
            let same_kind =
                |one: &&Arc<Node>| std::mem::discriminant(&one.block) == std::mem::discriminant(&node.block);
            let before = known[..known_end].get(index).filter(same_kind);
            let id = before.map_or_else(|| self.take_id(), |before| before.id);
            let node = Arc::unwrap_or_clone(node);
            let inner = self.identified(node.inner, before.map_or(&[], |before| &before.inner));
            identified.push(Arc::new(Node { id, inner, ..node }));
        }
        identified.extend_from_slice(&known[known_end..]);
        identified
    }

    fn take_id(&mut self) -> BlockId {
        let id = BlockId(self.next_id);
        self.next_id += 1;
        id
    }

    /// Makes nodes of blocks that come from outside.
    pub(super) fn nodes(&mut self, from: CommentedBlocks) -> Vec<Arc<Node>> {
        let CommentedBlocks { blocks, mut above } = from;
        self.nodes_at(blocks, &mut above, &mut Vec::new())
    }

    fn nodes_at(
        &mut self,
        blocks: Vec<Block>,
        above: &mut BTreeMap<BlockPath, String>,
        path: &mut BlockPath,
    ) -> Vec<Arc<Node>> {
        let mut nodes = Vec::with_capacity(blocks.len());
        for (index, mut block) in blocks.into_iter().enumerate() {
            path.push(index);
            let inner = blocks_within(&mut block).map(std::mem::take).unwrap_or_default();
            let id = self.take_id();
            let comment = above.remove(path).unwrap_or_default();
            let inner = self.nodes_at(inner, above, path);
            nodes.push(Arc::new(Node { id, comment, block, inner }));
            path.pop();
        }
        nodes
    }

    /// Copies of nodes, with ids of their own.
    pub(super) fn copies(&mut self, nodes: &[Arc<Node>]) -> Vec<Arc<Node>> {
        let copy = |node: &Arc<Node>| {
            let id = self.take_id();
            let inner = self.copies(&node.inner);
            Arc::new(Node { id, comment: node.comment.clone(), block: node.block.clone(), inner })
        };
        nodes.iter().map(copy).collect()
    }

    /// A new node.
    pub(super) fn node_of(&mut self, block: Block, inner: Vec<Arc<Node>>) -> Arc<Node> {
        Arc::new(Node { id: self.take_id(), comment: String::new(), block, inner })
    }

    /// The routine as it is now.
    #[must_use]
    pub fn routine(&self) -> Routine {
        let blocks = self.blocks.iter().map(|node| node.whole_block()).collect();
        Routine { blocks, ..Routine::clone(&self.head) }
    }

    /// The routine with its comments.
    #[must_use]
    pub fn commented(&self) -> CommentedRoutine {
        let above = comments(&self.blocks);
        CommentedRoutine { routine: self.routine(), leading: self.leading.to_string(), above }
    }

    /// These blocks, the outermost of them with all within, as they are copied.
    #[must_use]
    pub fn clipping(&self, ids: &BTreeSet<BlockId>) -> CommentedBlocks {
        let nodes: Vec<Arc<Node>> = self.outermost_nodes(ids).into_iter().cloned().collect();
        let blocks = nodes.iter().map(|node| node.whole_block()).collect();
        CommentedBlocks { blocks, above: comments(&nodes) }
    }

    /// The block with this id.
    #[must_use]
    pub fn node(&self, id: BlockId) -> Option<&Arc<Node>> {
        find(&self.blocks, id)
    }

    /// The block at a path of indices.
    #[must_use]
    pub fn at(&self, path: &[usize]) -> Option<&Arc<Node>> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.blocks.get(*first)?, |node, index| node.inner.get(*index))
    }

    /// The path of indices that leads to a block.
    #[must_use]
    pub fn path_of(&self, id: BlockId) -> Option<BlockPath> {
        let mut path = Vec::new();
        path_to(&self.blocks, id, &mut path).then_some(path)
    }

    /// Where a block stands: the place before it.
    #[must_use]
    pub fn slot_of(&self, id: BlockId) -> Option<Slot> {
        self.slot_at(&self.path_of(id)?)
    }

    /// As [`Document::slot_of`], for the block at a path.
    pub(super) fn slot_at(&self, path: &[usize]) -> Option<Slot> {
        let (index, above) = path.split_last()?;
        Some(Slot { parent: self.at(above).map(|node| node.id), index: *index })
    }

    /// The blocks of a group, or of the routine itself; `None` for what is no group.
    #[must_use]
    pub fn inner_of(&self, parent: Option<BlockId>) -> Option<&[Arc<Node>]> {
        match parent {
            None => Some(&self.blocks),
            Some(id) => self.node(id).filter(|node| node.is_group()).map(|node| &*node.inner),
        }
    }

    /// How many blocks there are in all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.blocks.iter().map(|node| node.count()).sum()
    }

    /// How many groups lie within one another at most.
    pub(super) fn depth(&self) -> usize {
        self.blocks.iter().map(|node| node.depth()).max().unwrap_or(0)
    }

    /// True where the two differ in nothing but ids yet to be given.
    pub(super) fn says_the_same_as(&self, other: &Self) -> bool {
        same(&self.blocks, &other.blocks)
            && (Arc::ptr_eq(&self.head, &other.head) || self.head == other.head)
            && self.leading == other.leading
    }

    /// True where this is the very same routine, blocks and ids, and was not merely made alike.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        let is_one = |(a, b): (&Arc<Node>, &Arc<Node>)| Arc::ptr_eq(a, b);
        Arc::ptr_eq(&self.head, &other.head)
            && self.blocks.len() == other.blocks.len()
            && self.blocks.iter().zip(&other.blocks).all(is_one)
    }

    /// All blocks in the order in which they stand, groups before what is in them.
    #[must_use]
    pub fn in_order(&self) -> Vec<BlockId> {
        let mut ids = Vec::new();
        self.each(&mut |node| ids.push(node.id));
        ids
    }

    /// Shows every block to `see`, groups before what is in them.
    pub fn each<'a>(&'a self, see: &mut impl FnMut(&'a Arc<Node>)) {
        for node in &self.blocks {
            node.each(see);
        }
    }

    /// Those of the blocks that there are.
    pub(super) fn those_there(&self, ids: &BTreeSet<BlockId>) -> BTreeSet<BlockId> {
        let mut there = BTreeSet::new();
        if !ids.is_empty() {
            self.each(&mut |node| {
                if ids.contains(&node.id) {
                    there.insert(node.id);
                }
            });
        }
        there
    }

    /// Those of the blocks that are in none of the others, in order.
    #[must_use]
    pub fn outermost(&self, ids: &BTreeSet<BlockId>) -> Vec<BlockId> {
        self.outermost_nodes(ids).into_iter().map(|node| node.id).collect()
    }

    /// As [`Document::outermost`], the blocks themselves.
    pub(super) fn outermost_nodes(&self, ids: &BTreeSet<BlockId>) -> Vec<&Arc<Node>> {
        fn gather<'a>(nodes: &'a [Arc<Node>], ids: &BTreeSet<BlockId>, found: &mut Vec<&'a Arc<Node>>) {
            for node in nodes {
                if ids.contains(&node.id) {
                    found.push(node);
                } else {
                    gather(&node.inner, ids, found);
                }
            }
        }
        let mut found = Vec::new();
        gather(&self.blocks, ids, &mut found);
        found
    }
}

fn find(nodes: &[Arc<Node>], id: BlockId) -> Option<&Arc<Node>> {
    nodes.iter().find_map(|node| if node.id == id { Some(node) } else { find(&node.inner, id) })
}

fn path_to(nodes: &[Arc<Node>], id: BlockId, path: &mut BlockPath) -> bool {
    for (index, node) in nodes.iter().enumerate() {
        path.push(index);
        if node.id == id || path_to(&node.inner, id, path) {
            return true;
        }
        path.pop();
    }
    false
}

fn comments(nodes: &[Arc<Node>]) -> BTreeMap<BlockPath, String> {
    fn gather(nodes: &[Arc<Node>], path: &mut BlockPath, found: &mut BTreeMap<BlockPath, String>) {
        for (index, node) in nodes.iter().enumerate() {
            path.push(index);
            if !node.comment.is_empty() {
                found.insert(path.clone(), node.comment.clone());
            }
            gather(&node.inner, path, found);
            path.pop();
        }
    }
    let mut found = BTreeMap::new();
    gather(nodes, &mut Vec::new(), &mut found);
    found
}
