//! Places between the blocks of a document, and the ways a block can be moved by a step.

use super::{BlockId, Document};

/// A place between two blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The group it is in; `None` for the routine itself.
    pub parent: Option<BlockId>,
    /// How many blocks of the group stand before it.
    pub index: usize,
}

impl Slot {
    /// A place in the routine itself.
    #[must_use]
    pub fn top(index: usize) -> Self {
        Self { parent: None, index }
    }
}

/// A way to move blocks by a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nudge {
    /// Before the block that stands before.
    Up,
    /// After the block that stands after.
    Down,
    /// Into the group that stands before or, where none does, after.
    In,
    /// Out of the group, to stand after it.
    Out,
}

impl Document {
    /// Where blocks that stand together end up when moved by a step; `None` where there is no such
    /// place. `moved` are the outermost of the blocks, in order.
    pub(super) fn nudged(&self, moved: &[BlockId], way: Nudge) -> Option<Slot> {
        let (first, last) = (self.slot_of(*moved.first()?)?, self.slot_of(*moved.last()?)?);
        let siblings = self.inner_of(first.parent)?;
        match way {
            Nudge::Up => Some(Slot { index: first.index.checked_sub(1)?, ..first }),
            Nudge::Down => {
                let siblings = self.inner_of(last.parent)?;
                (last.index + 1 < siblings.len()).then_some(Slot { index: last.index + 2, ..last })
            }
            Nudge::In => {
                let before = first.index.checked_sub(1).and_then(|index| siblings.get(index));
                if let Some(group) = before.filter(|node| node.is_group()) {
                    return Some(Slot { parent: Some(group.id), index: group.inner.len() });
                }
                let after = self.inner_of(last.parent)?.get(last.index + 1);
                let group = after.filter(|node| node.is_group())?;
                Some(Slot { parent: Some(group.id), index: 0 })
            }
            Nudge::Out => {
                let group = self.slot_of(first.parent?)?;
                Some(Slot { index: group.index + 1, ..group })
            }
        }
    }
}
