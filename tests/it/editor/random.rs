//! Random sequences of everything that can be done, there and back.

use std::collections::BTreeMap;

use proptest::prelude::*;
use unhunch::editor::{Change, EditName, HeadChange, Nudge, Slot, Wrapper};
use unhunch::model::{
    BreatheBlock, CommentedBlocks, CueKind, Dose, RepeatBlock, RestBlock, Seconds, SectionBlock, SideOrder,
    Step, Tempo,
};

use super::*;

/// What is done next: numbers that are read against the document as it is then.
#[derive(Clone, Debug)]
struct Deed {
    kind: u8,
    picks: Vec<u16>,
    to: u16,
    amount: u8,
    gesture: u8,
}

prop_compose! {
    fn any_deed()(
        kind in 0u8..26,
        picks in proptest::collection::vec(any::<u16>(), 0..5),
        to in any::<u16>(),
        amount in any::<u8>(),
        gesture in 0u8..3,
    ) -> Deed {
        Deed { kind, picks, to, amount, gesture }
    }
}

fn any_leaf() -> impl Strategy<Value = Block> {
    prop_oneof![
        4 => (0u8..6, any::<bool>(), "[a-c ]{0,6}").prop_map(|(n, disabled, note)| {
            Block::Step(Step { exercise: format!("exercise-{n}"), disabled, note, ..Step::default() })
        }),
        1 => (1u8..90).prop_map(|n| Block::Rest(RestBlock { secs: Seconds(n.into()), disabled: false })),
        1 => (1u8..90)
            .prop_map(|n| Block::Breathe(BreatheBlock { secs: Seconds(n.into()), ..BreatheBlock::default() })),
    ]
}

fn any_blocks() -> impl Strategy<Value = Vec<Block>> {
    let tree = any_leaf().prop_recursive(4, 24, 4, |inner| {
        let blocks = proptest::collection::vec(inner, 0..4);
        prop_oneof![
            (1u32..4, blocks.clone()).prop_map(|(times, blocks)| Block::Repeat(RepeatBlock {
                times,
                blocks,
                ..Default::default()
            })),
            ("[A-C]{0,3}", blocks).prop_map(|(name, blocks)| Block::Section(SectionBlock {
                name,
                blocks,
                disabled: false
            })),
        ]
    });
    proptest::collection::vec(tree, 0..6)
}

/// A comment above some of the blocks, each at a path that there is.
fn commented(blocks: Vec<Block>, salt: usize) -> CommentedBlocks {
    fn paths(blocks: &[Block], above: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
        for (index, block) in blocks.iter().enumerate() {
            above.push(index);
            found.push(above.clone());
            paths(block.inner().unwrap_or_default(), above, found);
            above.pop();
        }
    }
    let mut found = Vec::new();
    paths(&blocks, &mut Vec::new(), &mut found);
    let some = found.into_iter().enumerate().filter(|(n, _)| (n + salt).is_multiple_of(3));
    let above: BTreeMap<_, _> = some.map(|(n, path)| (path, format!("// number {n}"))).collect();
    CommentedBlocks { blocks, above }
}

prop_compose! {
    fn any_commented()(blocks in any_blocks(), salt in 0usize..3) -> CommentedRoutine {
        let CommentedBlocks { blocks, above } = commented(blocks, salt);
        let routine = Routine { blocks, ..Routine::new("mine", "Mine") };
        CommentedRoutine { routine, leading: "// Mine.\n\n".into(), above }
    }
}

fn picked(document: &Document, picks: &[u16]) -> BTreeSet<BlockId> {
    let all = document.in_order();
    if all.is_empty() {
        return BTreeSet::new();
    }
    picks.iter().map(|pick| all[usize::from(*pick) % all.len()]).collect()
}

/// A place somewhere in the document, now and then one that there is not.
fn slot(document: &Document, deed: &Deed) -> Slot {
    let mut groups = vec![None];
    document.each(&mut |node| groups.extend((node.is_group() || deed.amount == 0).then_some(Some(node.id))));
    let parent = groups[usize::from(deed.to) % groups.len()];
    let len = document.inner_of(parent).map_or(0, <[_]>::len);
    Slot { parent, index: usize::from(deed.amount) % (len + 2) }
}

fn edit(document: &Document, deed: &Deed, blocks: &[Block]) -> Edit {
    let ids = picked(document, &deed.picks);
    let at = slot(document, deed);
    let amount = deed.amount;
    let secs = (amount > 9).then_some(Seconds(f64::from(amount)));
    let new = || commented(blocks.to_vec(), usize::from(amount));
    let change = |change| Edit::Change { ids: ids.clone(), change };
    match deed.kind {
        0 => Edit::Insert { at, blocks: new() },
        1 => Edit::Paste { at, blocks: document.clipping(&ids) },
        2 => Edit::Remove(ids),
        3 | 4 => Edit::Move { ids, to: at },
        5..=8 => {
            let way = [Nudge::Up, Nudge::Down, Nudge::In, Nudge::Out][usize::from(deed.kind - 5)];
            Edit::Nudge { ids, way }
        }
        9 => Edit::Duplicate(ids),
        10 => Edit::Wrap { ids, into: Wrapper::Repeat },
        11 => Edit::Wrap { ids, into: Wrapper::Section("New".into()) },
        12 => Edit::Unwrap(ids),
        13 => change(Change::Exercise(format!("exercise-{amount}"))),
        14 => change(Change::Dose(secs.map(|secs| Dose::Hold { secs, times: 2 }))),
        15 => change(Change::Sides((amount > 9).then_some(SideOrder::LeftFirst))),
        16 => change(Change::Tempo((amount > 9).then_some(Tempo::default()))),
        17 => change(Change::Rest(secs)),
        18 => change(Change::Silent(if amount > 9 { vec![CueKind::Next] } else { Vec::new() })),
        19 => change(Change::Disabled(amount.is_multiple_of(2))),
        20 => change(Change::Note("a word or two".chars().take(usize::from(amount % 14)).collect())),
        21 => change(Change::Times(u32::from(amount))),
        22 => change(Change::Comment(format!("// {amount}"))),
        23 => Edit::Head(HeadChange::Name("My routine".chars().take(usize::from(amount % 11)).collect())),
        24 => Edit::Head(HeadChange::Rest(secs)),
        _ => {
            let CommentedBlocks { blocks, above } = new();
            let routine = Routine { blocks, ..Routine::clone(&document.head) };
            let routine = CommentedRoutine { routine, leading: format!("// {amount}\n"), above };
            Edit::Rewrite { routine: Box::new(routine), name: EditName::Merge }
        }
    }
}

fn gesture(deed: &Deed) -> Gesture {
    [Gesture::Single, Gesture::Held, Gesture::Typing][usize::from(deed.gesture)]
}

/// The ids are those of all blocks, none twice.
fn ids_are_unique(document: &Document) -> bool {
    let all = document.in_order();
    all.len() == document.count() && all.iter().collect::<BTreeSet<_>>().len() == all.len()
}

fn bag(document: &Document) -> Vec<String> {
    let mut bag = Vec::new();
    document.each(&mut |node| bag.push(format!("{:?} {:?} {}", node.id, node.block, node.comment)));
    bag.sort();
    bag
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_step_is_taken_back_and_done_again(
        start in any_commented(),
        deeds in proptest::collection::vec((any_deed(), 0u8..8, any_blocks()), 0..60),
    ) {
        let mut history = History::new(Document::new(start), None);
        // What the document was at each depth of the way back, the present last.
        let mut known = vec![history.document().clone()];
        for (deed, other, blocks) in &deeds {
            match other {
                0 => history.select(picked(history.document(), &deed.picks)),
                1 => history.settle(),
                2 => history.let_go(),
                3 if history.undo() => {
                    known.pop();
                    prop_assert_eq!(Some(history.document()), known.last());
                    prop_assert!(history.redo());
                    known.push(history.document().clone());
                    prop_assert!(history.undo());
                    known.pop();
                }
                _ => {
                    let before = history.document().clone();
                    let edit = edit(&before, deed, blocks);
                    let done = history.apply(&edit, gesture(deed));
                    prop_assert!(done.is_ok() || *history.document() == before);
                    let depth = history.undoable().count();
                    prop_assert!(depth + 2 >= known.len());
                    known.truncate(depth);
                    known.push(history.document().clone());
                    prop_assert_eq!(known.len(), depth + 1);
                }
            }
            prop_assert!(ids_are_unique(history.document()));
            let there = history.document().in_order();
            prop_assert!(history.selection().iter().all(|id| there.contains(id)));
        }
        for expected in known.iter().rev().skip(1) {
            prop_assert!(history.undo());
            prop_assert_eq!(history.document(), expected);
        }
        prop_assert!(!history.undo());
        for expected in known.iter().skip(1) {
            prop_assert!(history.redo());
            prop_assert_eq!(history.document(), expected);
        }
    }

    #[test]
    fn moving_neither_loses_nor_doubles_anything(
        start in any_commented(),
        deeds in proptest::collection::vec(any_deed(), 1..30),
    ) {
        let mut document = Document::new(start);
        let before = bag(&document);
        for deed in &deeds {
            let deed = Deed { kind: 3 + deed.kind % 6, ..deed.clone() };
            let edit = edit(&document, &deed, &[]);
            if let Ok(edited) = document.edited(&edit, &BTreeSet::new()) {
                document = edited.document;
            }
            prop_assert_eq!(bag(&document), before.clone());
        }
    }

    #[test]
    fn a_document_says_what_it_was_made_of(start in any_commented()) {
        let document = Document::new(start.clone());
        prop_assert_eq!(document.routine(), start.routine.clone());
        prop_assert_eq!(document.commented(), start);
        let again = Document::new(document.commented());
        prop_assert_eq!(again.commented(), document.commented());
        prop_assert_eq!(again, document);
    }

    #[test]
    fn what_is_written_in_the_source_keeps_the_blocks_it_leaves_alone(
        start in any_commented(),
        other in any_commented(),
    ) {
        let document = Document::new(start.clone());
        prop_assert_eq!(document.rewritten(start), document.clone());
        let rewritten = document.rewritten(other.clone());
        prop_assert_eq!(rewritten.commented(), other);
        prop_assert!(ids_are_unique(&rewritten));
    }
}

#[test]
fn a_block_written_above_others_leaves_them_who_they_are() {
    let document = outlined("a R[b c] d");
    for more in ["x a R[b c] d", "a R[b x y c] d", "a S[x] R[b c] d", "a R[b c x] d", "a R[b c] d x"] {
        let rewritten = document.rewritten(outlined(more).commented());
        for name in ["a", "R", "b", "c", "d"] {
            assert_eq!(id(&rewritten, name), id(&document, name), "{name} in {more}");
        }
    }
}
