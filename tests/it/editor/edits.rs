//! What each edit makes of a document, what it selects, and what it is called.

use unhunch::editor::{Change, EditName, Field, HeadChange, Slot, Wrapper};
use unhunch::model::{CommentedBlocks, Seconds};

use super::*;

fn selected(document: &Document, edit: &Edit) -> String {
    let edited = document.edited(edit, &ids(document, "a")).unwrap();
    let mut names = Vec::new();
    edited.document.each(&mut |node| {
        if edited.selection.contains(&node.id) {
            names.push(match &node.block {
                Block::Step(step) => step.exercise.clone(),
                _ => "group".into(),
            });
        }
    });
    names.join(" ")
}

#[test]
fn what_stands_where_blocks_were_taken_out_is_selected() {
    let document = outlined("a b R[c d] e");
    for (names, left, near) in [
        ("a", "b R[c d] e", "b"),
        ("b", "a R[c d] e", "group"),
        ("e", "a b R[c d]", "group"),
        ("c d", "a b R[] e", "group"),
        ("d", "a b R[c] e", "c"),
        ("a b R e", "", ""),
    ] {
        let edit = Edit::Remove(ids(&document, names));
        assert_eq!(after(&document, &edit).unwrap(), left);
        assert_eq!(selected(&document, &edit), near, "without {names}");
    }
}

#[test]
fn copies_stand_behind_the_last_and_are_selected() {
    let document = outlined("a b R[c d] e");
    let duplicate = |names: &str| Edit::Duplicate(ids(&document, names));
    assert_eq!(after(&document, &duplicate("a b")).unwrap(), "a b a b R[c d] e");
    assert_eq!(after(&document, &duplicate("R c")).unwrap(), "a b R[c d] R[c d] e");
    assert_eq!(after(&document, &duplicate("a c")).unwrap(), "a b R[c a c d] e");
    assert_eq!(selected(&document, &duplicate("a b")), "a b");
    assert_eq!(after(&document, &duplicate("x")), Err(Refusal::Nothing));
}

#[test]
fn what_was_copied_is_put_in_with_its_comments() {
    let mut document = outlined("a R[b c] d");
    let comment = |names: &str, text: &str| Edit::Change {
        ids: ids(&outlined("a R[b c] d"), names),
        change: Change::Comment(text.into()),
    };
    for edit in [comment("R", "// Twice."), comment("c", "// Slowly.")] {
        document = document.edited(&edit, &BTreeSet::new()).unwrap().document;
    }
    let clip = document.clipping(&ids(&document, "R c d"));
    assert_eq!(clip.blocks.len(), 2);
    assert_eq!(clip.above.keys().cloned().collect::<Vec<_>>(), [vec![0], vec![0, 1]]);
    let paste = Edit::Paste { at: Slot::top(0), blocks: clip };
    assert_eq!(after(&document, &paste).unwrap(), "R[b c] d a R[b c] d");
    let pasted = document.edited(&paste, &BTreeSet::new()).unwrap().document.commented();
    assert_eq!(pasted.above[&vec![0, 1]], "// Slowly.");
}

#[test]
fn a_group_takes_in_what_is_selected_where_the_first_of_it_stood() {
    let document = outlined("a b R[c d] e");
    let wrap = |names: &str| Edit::Wrap { ids: ids(&document, names), into: Wrapper::Section("Part".into()) };
    assert_eq!(after(&document, &wrap("b e")).unwrap(), "a S[b e] R[c d]");
    assert_eq!(after(&document, &wrap("d e")).unwrap(), "a b R[c S[d e]]");
    assert_eq!(after(&document, &wrap("R c")).unwrap(), "a b S[R[c d]] e");
    assert_eq!(selected(&document, &wrap("b e")), "group");
    assert_eq!(after(&document, &wrap("x")), Err(Refusal::Nothing));
}

#[test]
fn a_group_that_goes_leaves_its_blocks_and_its_comment() {
    let document = outlined("a R[S[b] c] d");
    let unwrap = |names: &str| Edit::Unwrap(ids(&document, names));
    assert_eq!(after(&document, &unwrap("R")).unwrap(), "a S[b] c d");
    assert_eq!(after(&document, &unwrap("R S")).unwrap(), "a b c d");
    assert_eq!(selected(&document, &unwrap("R S")), "b c");
    assert_eq!(after(&document, &unwrap("a")), Err(Refusal::Nothing));

    let mut document = document.clone();
    for (name, text) in [("R", "// Twice."), ("S", "// Left."), ("b", "// Slowly.")] {
        let change = Change::Comment(text.into());
        let edit = Edit::Change { ids: ids(&document, name), change };
        document = document.edited(&edit, &BTreeSet::new()).unwrap().document;
    }
    let unwrapped = document.edited(&Edit::Unwrap(ids(&document, "R S")), &BTreeSet::new()).unwrap();
    assert_eq!(unwrapped.document.commented().above[&vec![1]], "// Twice.\n// Left.\n// Slowly.");
}

#[test]
fn a_change_reaches_all_that_have_the_field() {
    let document = outlined("a R[b] c");
    let change = |names: &str, change: Change| {
        let edit = Edit::Change { ids: ids(&document, names), change };
        document.edited(&edit, &BTreeSet::new()).map(|edited| edited.document.routine())
    };
    let rested = change("a R", Change::Rest(Some(Seconds(9.0)))).unwrap();
    assert!(matches!(&rested.blocks[0], Block::Step(step) if step.rest_secs == Some(Seconds(9.0))));
    assert!(matches!(&rested.blocks[1], Block::Repeat(repeat) if repeat.rest_secs == Some(Seconds(9.0))));
    let timed = change("a R b", Change::Times(5)).unwrap();
    assert!(matches!(&timed.blocks[1], Block::Repeat(repeat) if repeat.times == 5));
    assert_eq!(change("a c", Change::Times(5)), Err(Refusal::Nothing));
    assert_eq!(change("R", Change::Times(2)), Err(Refusal::Nothing));
    let off = change("a R b c", Change::Disabled(true)).unwrap();
    assert!(off.blocks.iter().all(Block::is_disabled));
}

#[test]
fn what_an_edit_leaves_alone_is_shared_with_the_version_before() {
    let document = outlined("a R[b c] S[d]");
    let edit = Edit::Change { ids: ids(&document, "b"), change: Change::Note("slowly".into()) };
    let edited = document.edited(&edit, &BTreeSet::new()).unwrap().document;
    assert!(Arc::ptr_eq(&edited.blocks[0], &document.blocks[0]));
    assert!(Arc::ptr_eq(&edited.blocks[2], &document.blocks[2]));
    assert!(Arc::ptr_eq(&edited.blocks[1].inner[1], &document.blocks[1].inner[1]));
    assert!(Arc::ptr_eq(&edited.head, &document.head));
}

#[test]
fn more_blocks_than_a_file_can_hold_are_refused() {
    let step = outlined("a").routine().blocks;
    let many = |n: usize| CommentedBlocks { blocks: vec![step[0].clone(); n], ..CommentedBlocks::default() };
    let document = outlined("a");
    let insert = |n: usize| Edit::Insert { at: Slot::top(0), blocks: many(n) };
    let full = document.edited(&insert(7_999), &BTreeSet::new()).unwrap().document;
    assert_eq!(full.count(), 8_000);
    let more = full.edited(&insert(1), &BTreeSet::new());
    assert_eq!(more.map(|edited| edited.document.count()), Err(Refusal::TooMany));
    assert_eq!(document.edited(&insert(0), &BTreeSet::new()), Err(Refusal::Nothing));
}

#[test]
fn every_step_has_a_name_that_counts_what_it_was_done_to() {
    let document = outlined("a b R[c d] e");
    let names = ids(&document, "R c e");
    for (edit, name) in [
        (Edit::Remove(names.clone()), EditName::Remove(2)),
        (Edit::Move { ids: names.clone(), to: Slot::top(0) }, EditName::Move(2)),
        (Edit::Duplicate(names.clone()), EditName::Duplicate(2)),
        (Edit::Wrap { ids: names.clone(), into: Wrapper::Repeat }, EditName::Repeat),
        (Edit::Wrap { ids: names.clone(), into: Wrapper::Section(String::new()) }, EditName::Section),
        (Edit::Unwrap(names.clone()), EditName::Unwrap),
        (Edit::Change { ids: names, change: Change::Note(String::new()) }, EditName::Change(Field::Note)),
        (Edit::Head(HeadChange::Tags(Vec::new())), EditName::Change(Field::Tags)),
        (
            Edit::Paste { at: Slot::top(0), blocks: document.clipping(&ids(&document, "R")) },
            EditName::Paste(1),
        ),
    ] {
        assert_eq!(edit.name(&document), name);
    }
}
