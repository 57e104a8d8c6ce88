//! What rows hold of a document.

use super::*;
use crate::model::{CommentedRoutine, RepeatBlock, RestBlock, Routine, Step};

fn step() -> Block {
    Block::Step(Step { exercise: "cat-cow".into(), ..Step::default() })
}

fn repeat(blocks: Vec<Block>) -> Block {
    Block::Repeat(RepeatBlock { times: 2, blocks, ..RepeatBlock::default() })
}

fn document(blocks: Vec<Block>) -> Document {
    Document::new(CommentedRoutine::from(Routine { blocks, ..Routine::new("r", "R") }))
}

fn kinds(rows: &Rows) -> Vec<(RowKind, usize)> {
    rows.all().iter().map(|row| (row.kind, row.depth)).collect()
}

#[test]
fn groups_open_hold_and_close() {
    let blocks = vec![step(), repeat(vec![step(), repeat(vec![])]), Block::Rest(RestBlock::default())];
    let rows = Rows::new(&document(blocks), &BTreeSet::new());
    let head = RowKind::Head { folded: false };
    let expected = [
        (RowKind::Card, 0),
        (head, 0),
        (RowKind::Card, 1),
        (head, 1),
        (RowKind::Empty, 2),
        (RowKind::End, 1),
        (RowKind::End, 0),
        (RowKind::Thin, 0),
    ];
    assert_eq!(kinds(&rows), expected);
    assert_eq!(rows.all()[1].end, Some(6));
    assert_eq!(rows.groups(4).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(rows.groups(3).collect::<Vec<_>>(), [3, 1], "a head is in its own group");
    assert_eq!(rows.groups(5).collect::<Vec<_>>(), [3, 1], "an end is in the group it closes");
    assert_eq!(rows.groups(7).count(), 0);
}

#[test]
fn a_folded_group_is_one_row() {
    let document = document(vec![repeat(vec![step(), step()]), step()]);
    let group = document.blocks[0].id;
    let rows = Rows::new(&document, &BTreeSet::from([group]));
    assert_eq!(kinds(&rows), [(RowKind::Head { folded: true }, 0), (RowKind::Card, 0)]);
    assert_eq!(rows.of(document.blocks[0].inner[0].id), None);
}

#[test]
fn what_is_between_two_heights_is_found_among_thousands() {
    let rows = Rows::new(&document(vec![step(); 2_000]), &BTreeSet::new());
    let shown = rows.between(76.0 * 1_000.0, 76.0 * 1_000.0 + 600.0);
    assert!(shown.contains(&1_000) && shown.contains(&1_007) && shown.len() < 13, "{shown:?}");
    assert_eq!(rows.between(-500.0, -100.0).start, 0);
    assert_eq!(rows.between(0.0, f32::MAX), 0..2_000);
    assert!(Rows::default().between(0.0, 100.0).is_empty());
}

#[test]
fn the_keyboard_steps_over_frames() {
    let rows = Rows::new(&document(vec![repeat(vec![step()]), step()]), &BTreeSet::new());
    assert_eq!(rows.beside(1, 1), Some(3), "over the end of the group");
    assert_eq!(rows.beside(3, -1), Some(1));
    assert_eq!(rows.beside(3, 1), Some(3), "no further");
    assert_eq!((rows.outermost(false), rows.outermost(true)), (Some(0), Some(3)));
    assert_eq!(rows.range(3, 1).len(), 2);
}
