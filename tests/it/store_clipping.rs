//! Blocks as text: what is copied can be pasted, in the app, in the source view and from a mail.

use proptest::prelude::*;
use unhunch::model::{Block, CommentedBlocks, CommentedRoutine, RestBlock};
use unhunch::store::clipping::{read_blocks, write_blocks};
use unhunch::store::ron_layout::write_commented;
use unhunch::store::routine_comments::read_commented;

use super::store_comments::commented;

const COPIED: &str = "// Loosen up.
Step(exercise: \"cat-cow\"),
Repeat(times: 2, rest_secs: 15, blocks: [
    // Slowly.
    Rest(secs: 4.5),
]),
Step(
    exercise: \"chair-rotation\",
    note: \"A note so long that it does not fit, so that each field stands on a line of its own.\",
),
";

fn rests(text: &str) -> Vec<f64> {
    let rest = |block: &Block| match block {
        Block::Rest(RestBlock { secs, .. }) => secs.0,
        other => panic!("{other:?}"),
    };
    read_blocks(text).unwrap().blocks.iter().map(rest).collect()
}

#[test]
fn what_is_copied_is_what_stands_in_a_file() {
    let read = read_blocks(COPIED).unwrap();
    assert_eq!(read.above[&vec![0]], "// Loosen up.");
    assert_eq!(read.above[&vec![1, 0]], "// Slowly.");
    assert_eq!(write_blocks(&read).unwrap(), COPIED);
    let file = format!("(version: 1, id: \"x\", name: \"X\", blocks: [\n{COPIED}])");
    let routine = read_commented(&file).unwrap();
    assert_eq!((routine.routine.blocks, routine.above), (read.blocks, read.above));
    assert_eq!(write_blocks(&CommentedBlocks::default()).unwrap(), "");
}

#[test]
fn blocks_are_read_as_people_copy_them() {
    for text in [
        "Rest(secs: 1), Rest(secs: 2)",
        "Rest(secs: 1) Rest(secs: 2)\n",
        "\u{FEFF}  Rest(secs: 1)\r\n\r\nRest(secs: 2),,",
        ", Rest(secs: 1), Rest(secs: 2),",
        "[Rest(secs: 1), Rest(secs: 2)]",
        "// mine\n[Rest(secs: 1), Rest(secs: 2)], // and that is all",
        "blocks: [\n  Rest(secs: 1),\n  Rest(secs: 2),\n],\n",
        "(version: 1, id: \"x\", name: \"X\", blocks: [Rest(secs: 1), Rest(secs: 2)])",
        "// mine\nRoutine(version: 1, id: \"x\", name: \"X\", blocks: [Rest(secs: 1), Rest(secs: 2)])",
    ] {
        assert_eq!(rests(text), [1.0, 2.0], "{text}");
    }
    assert_eq!(rests("Rest(secs: 3)"), [3.0]);
    assert_eq!(rests("[]"), [0.0; 0]);
    let above = read_blocks("Rest(secs: 1) // one\n// two\nRest(secs: 2)").unwrap().above;
    assert_eq!(above.into_values().collect::<Vec<_>>(), ["// one", "// two"]);
    assert_eq!(read_blocks("// why\nblocks: [\nRest(secs: 1)]").unwrap().above[&vec![0]], "// why");
}

#[track_caller]
fn refused(text: &str, said: &str) {
    let problem = read_blocks(text).unwrap_err().to_string();
    assert!(problem.contains(said), "{problem:?} does not say {said:?}");
}

#[test]
fn what_is_no_block_is_told_with_its_place() {
    refused("", "1:1: there is no block in this");
    refused(" // only this\n", "there is no block in this");
    refused("Buy milk", "1:1: unknown word `Buy`");
    refused("Rest(secs: 1),\n  Stpe(exercise: \"a\")", "2:3: unknown word `Stpe`");
    refused("Rest(secs: 1), Step(exercize: \"a\")", "1:21: unknown field `exercize` in Step; did you mean");
    refused("Rest(secs: 1),\nStep(exercise:", "ends too early");
    refused("Rest(secs: 1),\n    ],\n)", "2:5: this `]` closes nothing");
    refused("[Rest(secs: 1)] Rest(secs: 2)", "1:17: nothing may follow");
    refused("[Rest(secs: 1), Rset(secs: 2)]", "1:17: unknown word `Rset`");
    refused("(version: 9, blocks: [])", "newer version");
    refused(&"(".repeat(10_000), "nest deeper");
    refused(&" ".repeat(2_000_000), "too large");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_copied_can_be_pasted(commented in commented()) {
        let CommentedRoutine { routine, above, .. } = commented;
        let copied = CommentedBlocks { blocks: routine.blocks.clone(), above: above.clone() };
        let text = write_blocks(&copied).unwrap();
        if !copied.blocks.is_empty() {
            prop_assert_eq!(&read_blocks(&text).unwrap(), &copied);
            prop_assert_eq!(&read_blocks(&format!("[{text}]")).unwrap(), &copied);
        }
        let file = write_commented(&CommentedRoutine { routine, leading: String::new(), above }).unwrap();
        prop_assert_eq!(read_blocks(&file).unwrap(), copied);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[\\[(){}\\],:\"'/*#a-zSR\n ]{0,200}") {
        let _ = read_blocks(&text);
        let _ = read_blocks(&format!("Step({text}"));
        let _ = read_blocks(&format!("[{text}"));
    }
}
