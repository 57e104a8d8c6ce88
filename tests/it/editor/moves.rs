//! Where blocks end up when they are moved: by hand, by a step, into and out of groups.

use proptest::prelude::*;
use unhunch::editor::{Nudge, Slot, Wrapper};

use super::*;

fn moved(document: &Document, names: &str, into: Option<&str>, index: usize) -> Result<String, Refusal> {
    let to = Slot { parent: into.map(|name| id(document, name)), index };
    after(document, &Edit::Move { ids: ids(document, names), to })
}

fn nudged(from: &str, names: &str, way: Nudge) -> Result<String, Refusal> {
    let document = outlined(from);
    after(&document, &Edit::Nudge { ids: ids(&document, names), way })
}

/// Stands for the place itself.
const MARK: BlockId = BlockId(u64::MAX);

const NOTHING: Result<String, Refusal> = Err(Refusal::Nothing);

#[test]
fn a_place_is_meant_as_the_blocks_stand_before_the_move() {
    let document = outlined("a b c d e");
    assert_eq!(moved(&document, "a", None, 3), Ok("b c a d e".into()));
    assert_eq!(moved(&document, "a", None, 5), Ok("b c d e a".into()));
    assert_eq!(moved(&document, "e", None, 0), Ok("e a b c d".into()));
    assert_eq!(moved(&document, "a c", None, 4), Ok("b d a c e".into()));
    assert_eq!(moved(&document, "a b d", None, 3), Ok("c a b d e".into()));
    assert_eq!(moved(&document, "b c", None, 99), Ok("a d e b c".into()));
    assert_eq!(moved(&document, "a b c d e", None, 5), NOTHING);
}

#[test]
fn a_block_put_where_it_stands_is_no_edit() {
    let document = outlined("a b c");
    for index in [1, 2] {
        assert_eq!(moved(&document, "b", None, index), NOTHING);
    }
    assert_eq!(moved(&document, "b c", None, 2), NOTHING);
    assert_eq!(moved(&document, "x", None, 2), NOTHING);
}

#[test]
fn blocks_go_into_groups_and_out_of_them() {
    let document = outlined("a R[b S[c]] d");
    assert_eq!(moved(&document, "a", Some("R"), 2), Ok("R[b S[c] a] d".into()));
    assert_eq!(moved(&document, "a d", Some("S"), 0), Ok("R[b S[a d c]]".into()));
    assert_eq!(moved(&document, "c", None, 0), Ok("c a R[b S[]] d".into()));
    assert_eq!(moved(&document, "b c d", None, 1), Ok("a b c d R[S[]]".into()));
    assert_eq!(moved(&document, "R c", None, 4), Ok("a d R[b S[c]]".into()));
}

#[test]
fn nothing_goes_into_itself_or_into_what_is_no_group() {
    let document = outlined("a R[b S[c]] d");
    for (names, into) in [("R", "R"), ("R", "S"), ("S", "S"), ("a R", "S")] {
        assert_eq!(moved(&document, names, Some(into), 0), Err(Refusal::IntoItself), "{names} into {into}");
    }
    assert_eq!(moved(&document, "a", Some("d"), 0), NOTHING);
    let gone = Slot { parent: Some(BlockId(999)), index: 0 };
    assert_eq!(after(&document, &Edit::Move { ids: ids(&document, "a"), to: gone }), NOTHING);
}

#[test]
fn a_step_up_or_down_ends_at_the_edge_of_the_group() {
    assert_eq!(nudged("a b c", "b", Nudge::Up), Ok("b a c".into()));
    assert_eq!(nudged("a b c", "b", Nudge::Down), Ok("a c b".into()));
    assert_eq!(nudged("a b c d", "b c", Nudge::Up), Ok("b c a d".into()));
    assert_eq!(nudged("a b c d", "b c", Nudge::Down), Ok("a d b c".into()));
    assert_eq!(nudged("a b c d", "b d", Nudge::Up), Ok("b d a c".into()));
    assert_eq!(nudged("a b c d", "a c", Nudge::Down), Ok("b d a c".into()));
    for (from, name) in [("a b", "a"), ("x R[a b]", "a"), ("", "a")] {
        assert_eq!(nudged(from, name, Nudge::Up), NOTHING, "{from}");
    }
    for (from, name) in [("a b", "b"), ("R[a b] x", "b"), ("a b", "a b")] {
        assert_eq!(nudged(from, name, Nudge::Down), NOTHING, "{from}");
    }
}

#[test]
fn a_step_in_takes_the_group_before_or_else_the_one_after() {
    assert_eq!(nudged("R[a] b R[c]", "b", Nudge::In), Ok("R[a b] R[c]".into()));
    assert_eq!(nudged("a b R[c]", "b", Nudge::In), Ok("a R[b c]".into()));
    assert_eq!(nudged("S[] a b", "a b", Nudge::In), Ok("S[a b]".into()));
    assert_eq!(nudged("a b c", "b", Nudge::In), NOTHING);
    assert_eq!(nudged("R[a] S[b]", "S", Nudge::In), Ok("R[a S[b]]".into()));
    assert_eq!(nudged("R[a]", "R", Nudge::In), NOTHING);
}

#[test]
fn a_step_out_ends_behind_the_group() {
    assert_eq!(nudged("x R[a b] y", "a", Nudge::Out), Ok("x R[b] a y".into()));
    assert_eq!(nudged("R[S[a]]", "a", Nudge::Out), Ok("R[S[] a]".into()));
    assert_eq!(nudged("R[a b c]", "a c", Nudge::Out), Ok("R[b] a c".into()));
    assert_eq!(nudged("a b", "a", Nudge::Out), NOTHING);
}

#[test]
fn groups_nest_no_deeper_than_a_file_can_hold() {
    let mut document = outlined("a");
    let wrap = |document: &Document| {
        let edit = Edit::Wrap { ids: BTreeSet::from([document.in_order()[0]]), into: Wrapper::Repeat };
        document.edited(&edit, &BTreeSet::new())
    };
    let mut depth = 0;
    while let Ok(edited) = wrap(&document) {
        (document, depth) = (edited.document, depth + 1);
    }
    assert_eq!(wrap(&document), Err(Refusal::TooDeep));
    let text = unhunch::store::ron_layout::write_routine(&document.routine(), "").unwrap();
    assert_eq!(unhunch::store::ron_text::read_routine(&text).unwrap(), document.routine());
    assert!(depth >= 15, "{depth}");
}

/// The ids by their parents, in order.
fn family(document: &Document) -> Vec<(Option<BlockId>, Vec<BlockId>)> {
    let own = |nodes: &[Arc<Node>]| nodes.iter().map(|node| node.id).collect::<Vec<_>>();
    let mut family = vec![(None, own(&document.blocks))];
    document.each(&mut |node| {
        if node.is_group() {
            family.push((Some(node.id), own(&node.inner)));
        }
    });
    family.sort();
    family
}

proptest! {
    #[test]
    fn several_blocks_stand_where_a_mark_at_the_place_would(
        kinds in "[a-e RS\\[\\]]{0,30}",
        picks in proptest::collection::vec(any::<usize>(), 1..5),
        group in any::<usize>(),
        index in 0usize..9,
    ) {
        let document = outlined(&balanced(&kinds));
        let all = document.in_order();
        prop_assume!(!all.is_empty());
        let ids: BTreeSet<BlockId> = picks.iter().map(|pick| all[pick % all.len()]).collect();
        let mut groups = vec![None];
        document.each(&mut |node| groups.extend(node.is_group().then_some(Some(node.id))));
        let to = Slot { parent: groups[group % groups.len()], index };
        let outer = document.outermost(&ids);
        let done = document.edited(&Edit::Move { ids: ids.clone(), to }, &BTreeSet::new());
        prop_assume!(done != Err(Refusal::IntoItself));

        let mut expected = family(&document);
        for (parent, own) in &mut expected {
            if *parent == to.parent {
                own.insert(index.min(own.len()), MARK);
            }
            own.retain(|id| !outer.contains(id));
            if let Some(at) = own.iter().position(|id| *id == MARK) {
                own.splice(at..=at, outer.iter().copied());
            }
        }
        let now = done.map_or_else(|_| family(&document), |edited| family(&edited.document));
        prop_assert_eq!(now, expected);
    }

    #[test]
    fn taking_a_new_group_away_leaves_what_was(kinds in "[a-e RS\\[\\]]{0,30}", pick in any::<usize>()) {
        let document = outlined(&balanced(&kinds));
        let all = document.in_order();
        prop_assume!(!all.is_empty());
        let one = BTreeSet::from([all[pick % all.len()]]);
        let wrap = Edit::Wrap { ids: one, into: Wrapper::Section("New".into()) };
        let wrapped = document.edited(&wrap, &BTreeSet::new()).unwrap();
        let group = wrapped.selection;
        prop_assert_eq!(group.len(), 1);
        let back = wrapped.document.edited(&Edit::Unwrap(group), &BTreeSet::new()).unwrap();
        prop_assert_eq!(back.document.blocks, document.blocks);
    }
}

/// The letters as an outline that can be read: groups open with their letter and all close.
fn balanced(letters: &str) -> String {
    let mut outline = String::new();
    let mut open = 0;
    for letter in letters.chars() {
        match letter {
            '[' => {}
            ']' if open == 0 => {}
            'R' | 'S' => {
                outline.push(letter);
                outline.push('[');
                open += 1;
            }
            ']' => {
                outline.push(letter);
                open -= 1;
            }
            other => outline.push(other),
        }
    }
    outline + &"]".repeat(open)
}
