//! What differs between versions of a routine, and bringing two of them together.

use proptest::prelude::*;
use unhunch::editor::{Difference, HeadField, Merge, Pick, compare, merge};
use unhunch::model::{Block, CommentedBlocks, CommentedRoutine, Routine};
use unhunch::store::clipping::read_blocks;
use unhunch::store::ron_layout::write_commented;

use super::store_comments::commented;

const BASE: &str = "Step(exercise: \"cat-cow\"),
Repeat(times: 2, blocks: [
    Step(exercise: \"wall-stretch\"),
    // Slowly.
    Step(exercise: \"arm-circles\"),
]),
Rest(secs: 10),
Step(exercise: \"childs-pose\"),
";

fn of(blocks: &str) -> CommentedRoutine {
    let CommentedBlocks { blocks, above } = read_blocks(blocks).unwrap();
    let routine = Routine { blocks, ..Routine::new("r", "R") };
    CommentedRoutine { routine, leading: String::new(), above }
}

fn differences(old: &str, new: &str) -> Vec<String> {
    let told = compare(&of(old).routine, &of(new).routine).into_iter().map(|difference| match difference {
        Difference::Head { field, .. } => format!("{field:?}"),
        Difference::Added { place, .. } => format!("+{place:?}"),
        Difference::Removed { place, .. } => format!("-{place:?}"),
        Difference::Changed { place, .. } => format!("~{place:?}"),
    });
    told.collect()
}

fn text(merge: &Merge) -> String {
    write_commented(&merge.merged()).unwrap()
}

fn merged(mine: &str, theirs: &str) -> Merge {
    merge(&of(BASE), &of(mine), &of(theirs))
}

#[track_caller]
fn comes_out(merge: &Merge, expected: &str) {
    assert!(merge.is_certain(), "{:#?}", merge.hunks);
    assert_eq!(text(merge), write_commented(&of(expected)).unwrap());
}

#[test]
fn differences_are_told_block_by_block() {
    assert_eq!(differences(BASE, BASE), [""; 0]);
    assert_eq!(differences(BASE, &BASE.replace("times: 2", "times: 3")), ["~[1]"]);
    assert_eq!(
        differences(BASE, &BASE.replace("\"arm-circles\"", "\"arm-circles\", note: \"x\"")),
        ["~[1, 1]"]
    );
    assert_eq!(differences(BASE, &BASE.replace("arm-circles", "neck-flexion")), ["~[1, 1]"]);
    assert_eq!(differences(BASE, &BASE.replace("Rest(secs: 10),\n", "")), ["-[2]"]);
    assert_eq!(differences(BASE, &format!("Rest(secs: 1),\n{BASE}")), ["+[0]"]);
    let both = BASE.replace("times: 2", "times: 3").replace("    Step(exercise: \"wall-stretch\"),\n", "");
    assert_eq!(differences(BASE, &both), ["~[1]", "-[1, 0]"]);
    let (mut old, mut new) = (of(BASE).routine, of(BASE).routine);
    (old.name, new.tags) = ("Old".to_owned(), vec!["desk".to_owned()]);
    let told = compare(&old, &new);
    let head = |field, old: &str, new: &str| Difference::Head { field, old: old.into(), new: new.into() };
    assert_eq!(told, [head(HeadField::Name, "Old", "R"), head(HeadField::Tags, "", "desk")]);
}

#[test]
fn what_only_one_changed_is_taken() {
    let mine = BASE.replace("times: 2", "times: 3");
    let theirs = BASE.replace("secs: 10", "secs: 20");
    comes_out(&merged(&mine, &theirs), &mine.replace("secs: 10", "secs: 20"));
    // Neighbours, within one group, and comments.
    let mine = BASE.replace("wall-stretch", "neck-flexion");
    let theirs = BASE.replace("// Slowly.", "// Very slowly.").replace("Rest(secs: 10),\n", "");
    let expected = theirs.replace("wall-stretch", "neck-flexion");
    comes_out(&merged(&mine, &theirs), &expected);
    let mine = format!("{BASE}Rest(secs: 1),\n");
    let theirs = format!("Rest(secs: 2),\n{BASE}");
    comes_out(&merged(&mine, &theirs), &format!("Rest(secs: 2),\n{BASE}Rest(secs: 1),\n"));
    // Both did the same.
    comes_out(&merged(&mine, &mine), &mine);
}

#[test]
fn what_both_changed_is_there_to_choose() {
    let mine = BASE.replace("secs: 10", "secs: 20");
    let theirs = BASE.replace("secs: 10", "secs: 30").replace("times: 2", "times: 4");
    let mut merge = merged(&mine, &theirs);
    assert!(!merge.is_certain());
    assert_eq!(merge.hunks.iter().map(|hunk| hunk.certain).collect::<Vec<_>>(), [true, false]);
    assert!(merge.hunks[0].is_shell && merge.hunks[0].theirs.blocks.len() == 1);
    let four = mine.replace("times: 2", "times: 4");
    assert_eq!(text(&merge), write_commented(&of(&four)).unwrap());
    merge.choose(Pick::Theirs, false);
    assert_eq!(text(&merge), write_commented(&of(&theirs)).unwrap());
    merge.hunks[1].chosen = Pick::Both;
    let both = theirs.replace("Rest(secs: 30),", "Rest(secs: 20),\nRest(secs: 30),");
    assert_eq!(text(&merge), write_commented(&of(&both)).unwrap());
    // Taken out by one and changed by the other.
    let merge = merged(&BASE.replace("Rest(secs: 10),\n", ""), &mine);
    assert!(!merge.is_certain());
}

#[test]
fn fields_are_merged_one_by_one() {
    let base = of(BASE);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.routine.name = "Mine".to_owned();
    theirs.routine.summary = "Theirs.".to_owned();
    theirs.leading = "// Theirs.\n".to_owned();
    let merged = merge(&base, &mine, &theirs);
    assert!(merged.is_certain());
    let out = merged.merged();
    assert_eq!(
        (&*out.routine.name, &*out.routine.summary, &*out.leading),
        ("Mine", "Theirs.", "// Theirs.\n")
    );
    theirs.routine.name = "Theirs".to_owned();
    let mut merged = merge(&base, &mine, &theirs);
    assert!(!merged.is_certain());
    merged.choose(Pick::Theirs, true);
    assert_eq!(merged.merged(), theirs);
}

/// Another version of a routine: blocks taken out, doubled, changed and moved about.
fn edited(from: &CommentedRoutine, seed: &[u8]) -> CommentedRoutine {
    fn edit(blocks: &mut Vec<Block>, seed: &mut dyn Iterator<Item = u8>) {
        let mut edited = Vec::new();
        for mut block in std::mem::take(blocks) {
            let pick = seed.next().unwrap_or(0) % 9;
            match &mut block {
                Block::Repeat(repeat) => edit(&mut repeat.blocks, seed),
                Block::Section(section) => edit(&mut section.blocks, seed),
                Block::Step(step) if pick == 3 => step.note.push('!'),
                Block::Rest(rest) if pick == 3 => rest.disabled = !rest.disabled,
                _ => {}
            }
            match pick {
                0 => {}
                1 => edited.extend([block.clone(), block]),
                2 => edited.insert(0, block),
                _ => edited.push(block),
            }
        }
        *blocks = edited;
    }
    let mut to = from.clone();
    edit(&mut to.routine.blocks, &mut seed.iter().copied());
    if seed.first().is_some_and(|n| n % 3 == 0) {
        to.routine.name.push('!');
        to.leading.push_str("// more\n");
    }
    to.above.clear();
    if let Some(comment) = from.above.get(&vec![0]).filter(|_| !to.routine.blocks.is_empty()) {
        to.above.insert(vec![0], comment.clone());
    }
    to
}

fn counted(blocks: &[Block]) -> Vec<String> {
    let mut found = Vec::new();
    for block in blocks {
        match block.inner() {
            Some(inner) => found.extend(counted(inner)),
            None => found.push(format!("{block:?}")),
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_merge_loses_nothing(
        base in commented(),
        mine_seed in proptest::collection::vec(any::<u8>(), 0..40),
        theirs_seed in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let (mine, theirs) = (edited(&base, &mine_seed), edited(&base, &theirs_seed));
        prop_assert_eq!(merge(&base, &mine, &base).merged(), mine.clone());
        prop_assert_eq!(merge(&base, &base, &theirs).merged(), theirs.clone());
        prop_assert!(merge(&base, &mine, &base).is_certain());
        let mut merged = merge(&base, &mine, &theirs);
        for (pick, expected) in [(Pick::Mine, &mine), (Pick::Theirs, &theirs)] {
            merged.choose(pick, true);
            prop_assert_eq!(&merged.merged(), expected);
        }
        // What both kept is there, wherever they moved it.
        let once = |found: &[String], block: &String| found.iter().filter(|b| *b == block).count() == 1;
        let [in_base, in_mine, in_theirs] = [&base, &mine, &theirs].map(|v| counted(&v.routine.blocks));
        let mut merged = merge(&base, &mine, &theirs);
        merged.choose(Pick::Both, false);
        let out = counted(&merged.merged().routine.blocks);
        for block in &in_base {
            if once(&in_base, block) && once(&in_mine, block) && once(&in_theirs, block) {
                prop_assert!(out.contains(block), "{} is lost", block);
            }
        }
    }

    #[test]
    fn what_is_told_is_all_that_differs(base in commented(), seed in proptest::collection::vec(any::<u8>(), 0..40)) {
        let new = edited(&base, &seed);
        let told = compare(&base.routine, &new.routine);
        let is_same = format!("{:?}", base.routine) == format!("{:?}", new.routine);
        prop_assert_eq!(told.is_empty(), is_same);
        let added = told.iter().filter(|d| matches!(d, Difference::Added { .. })).count() as i64;
        let removed = told.iter().filter(|d| matches!(d, Difference::Removed { .. })).count() as i64;
        if told.iter().all(|d| !matches!(d, Difference::Added { place, .. } | Difference::Removed { place, .. } if place.len() > 1)) {
            let (old, new) = (base.routine.blocks.len() as i64, new.routine.blocks.len() as i64);
            prop_assert_eq!(old + added - removed, new);
        }
    }
}
