//! Where something that is dragged over the rows would land: between which blocks, how deep, and
//! where the line that says so is drawn.

use std::collections::BTreeSet;

use super::rows::{GAP, Row, RowKind, Rows};
use crate::editor::{BlockId, Slot};

/// Where something would land.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drop {
    /// The place among the blocks.
    pub(super) slot: Slot,
    /// How many groups it is in.
    pub(super) depth: usize,
    /// The height of the line.
    pub(super) y: f32,
    /// The row of the head of the group it is in.
    pub(super) within: Option<usize>,
}

impl Rows {
    /// Where something would land that is held at a place: `x` from the left of the outermost
    /// blocks, `y` from the top of the first row, and each group `indent` further to the right.
    /// Where groups close at one height, a place left of what they hold is outside of them.
    pub(super) fn drop_at(&self, x: f32, y: f32, indent: f32) -> Drop {
        let rows = self.all();
        let at = rows.partition_point(|row| row.top <= y).saturating_sub(1);
        let is_below = rows.get(at).is_some_and(|row| y > f32::midpoint(row.top, row.bottom()));
        let mut boundary = if is_below { at + 1 } else { at };
        let mut drop = self.drop_before(boundary);
        while x < drop.depth as f32 * indent && rows.get(boundary).is_some_and(|row| row.kind == RowKind::End)
        {
            boundary += 1;
            drop = self.drop_before(boundary);
        }
        drop
    }

    /// The place before a row, as the row above it tells.
    fn drop_before(&self, boundary: usize) -> Drop {
        let Some(above) = boundary.checked_sub(1).and_then(|it| Some((it, self.all().get(it)?))) else {
            return Drop { slot: Slot::top(0), depth: 0, y: -GAP / 2.0, within: None };
        };
        let (index, row) = above;
        let y = row.bottom() + GAP / 2.0;
        let inside = Slot { parent: Some(row.node.id), index: 0 };
        let after = Slot { index: row.slot.index + 1, ..row.slot };
        match row.kind {
            RowKind::Head { folded: false } => {
                Drop { slot: inside, depth: row.depth + 1, y, within: Some(index) }
            }
            RowKind::Empty => Drop { slot: inside, depth: row.depth, y, within: row.within },
            RowKind::End => Drop { slot: after, depth: row.depth, y, within: self.outside(row) },
            RowKind::Card | RowKind::Thin | RowKind::Head { .. } => {
                Drop { slot: after, depth: row.depth, y, within: row.within }
            }
        }
    }

    /// The head of the group that holds the group a row closes.
    fn outside(&self, end: &Row) -> Option<usize> {
        end.within.and_then(|head| self.all()[head].within)
    }

    /// False where blocks would land within themselves.
    pub(super) fn takes(&self, drop: &Drop, moved: &BTreeSet<BlockId>) -> bool {
        let mut within = std::iter::successors(drop.within, |head| self.all()[*head].within);
        !within.any(|head| moved.contains(&self.all()[head].node.id))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::editor::Document;
    use crate::model::{Block, CommentedRoutine, RepeatBlock, Routine, Step};

    fn step() -> Block {
        Block::Step(Step { exercise: "cat-cow".into(), ..Step::default() })
    }

    fn repeat(blocks: Vec<Block>) -> Block {
        Block::Repeat(RepeatBlock { times: 2, blocks, ..RepeatBlock::default() })
    }

    fn rows(blocks: Vec<Block>) -> Rows {
        let routine = Routine { blocks, ..Routine::new("r", "R") };
        Rows::new(&Document::new(CommentedRoutine::from(routine)), &BTreeSet::new())
    }

    const INDENT: f32 = 14.0;
    const RIGHT: f32 = 300.0;

    /// A little above or below the middle of a row.
    fn near(rows: &Rows, row: usize, below: bool) -> f32 {
        let row = &rows.all()[row];
        f32::midpoint(row.top, row.bottom()) + if below { 1.0 } else { -1.0 }
    }

    #[test]
    fn the_halves_of_a_card_are_before_and_after_it() {
        let rows = rows(vec![step(), step()]);
        assert_eq!(rows.drop_at(RIGHT, -50.0, INDENT).slot, Slot::top(0));
        assert_eq!(rows.drop_at(RIGHT, near(&rows, 0, false), INDENT).slot, Slot::top(0));
        assert_eq!(rows.drop_at(RIGHT, near(&rows, 0, true), INDENT).slot, Slot::top(1));
        assert_eq!(rows.drop_at(RIGHT, 9_999.0, INDENT).slot, Slot::top(2));
    }

    #[test]
    fn an_empty_list_and_an_empty_group_take_what_is_dropped() {
        assert_eq!(rows(vec![]).drop_at(RIGHT, 80.0, INDENT).slot, Slot::top(0));
        let rows = rows(vec![repeat(vec![])]);
        let group = rows.all()[0].node.id;
        for below in [false, true] {
            let drop = rows.drop_at(RIGHT, near(&rows, 1, below), INDENT);
            assert_eq!((drop.slot, drop.depth), (Slot { parent: Some(group), index: 0 }, 1));
        }
    }

    #[test]
    fn where_groups_close_the_left_is_outside() {
        // Rows: outer head, inner head, step, inner end, outer end.
        let rows = rows(vec![repeat(vec![repeat(vec![step()])])]);
        let (outer, inner) = (rows.all()[0].node.id, rows.all()[1].node.id);
        let at = |x| rows.drop_at(x, near(&rows, 2, true), INDENT);
        assert_eq!((at(RIGHT).slot, at(RIGHT).depth), (Slot { parent: Some(inner), index: 1 }, 2));
        assert_eq!((at(20.0).slot, at(20.0).depth), (Slot { parent: Some(outer), index: 1 }, 1));
        assert_eq!((at(2.0).slot, at(2.0).depth), (Slot::top(1), 0));
        assert!(at(2.0).y > at(20.0).y && at(20.0).y > at(RIGHT).y, "the line shows which");
    }

    #[test]
    fn a_group_does_not_land_within_itself() {
        let rows = rows(vec![repeat(vec![repeat(vec![step()])]), step()]);
        let (outer, inner) = (rows.all()[0].node.id, rows.all()[1].node.id);
        let inside = rows.drop_at(RIGHT, near(&rows, 2, true), INDENT);
        assert!(!rows.takes(&inside, &BTreeSet::from([outer])));
        assert!(!rows.takes(&inside, &BTreeSet::from([inner])));
        assert!(rows.takes(&inside, &BTreeSet::from([rows.all()[2].node.id])));
        let after = rows.drop_at(2.0, near(&rows, 4, true), INDENT);
        assert!(rows.takes(&after, &BTreeSet::from([outer])));
    }
}
