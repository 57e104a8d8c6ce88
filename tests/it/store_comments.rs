//! Comments above blocks are kept through a save, and what would be lost is told beforehand.

use std::fmt::Write;

use proptest::prelude::*;
use unhunch::model::{BlockPath, CommentedRoutine};
use unhunch::store::Place;
use unhunch::store::ron_layout::write_commented;
use unhunch::store::ron_text::{MAX_BYTES, read_routine};
use unhunch::store::routine_comments::{lost_comments, read_commented};

use super::store::routine;

const COMMENTED: &str = r#"// For the mornings.

(
    version: 1,
    id: "mine",
    name: "Mine",
    blocks: [
        // Loosen up first.
        Step(exercise: "cat-cow"),
        /* Twice is enough,
           says Ana:
             not thrice. */
        // (She knows.)

        // And rest.
        Repeat(times: 2, rest_secs: 15, blocks: [
            // The left side hurts.
            Section(name: "Left", blocks: [
                // "blocks: [" is no block
                Step(exercise: "wall-stretch", dose: Flow(breaths: 6), sides: LeftOnly),
            ]),
            Rest(secs: 4.5),
        ]),
        // So long that it has a line for each field.
        Step(
            exercise: "chair-rotation",
            dose: Hold(secs: 10, times: 3),
            disabled: true,
            note: "A note so long that it does not fit, so that each field stands on a line of its own.",
        ),
        Breathe(secs: 60),
    ],
)
"#;

fn with_blocks(blocks: &str) -> String {
    format!("(version: 1, id: \"x\", name: \"X\", blocks: [{blocks}])")
}

fn above(text: &str) -> Vec<(BlockPath, String)> {
    read_commented(text).unwrap().above.into_iter().collect()
}

#[test]
fn what_is_laid_out_our_way_is_saved_as_it_was() {
    let read = read_commented(COMMENTED).unwrap();
    assert_eq!(read.above.len(), 5, "{:#?}", read.above);
    assert_eq!(read.above[&vec![1, 0]], "// The left side hurts.");
    assert_eq!(
        read.above[&vec![1]],
        "/* Twice is enough,\n   says Ana:\n     not thrice. */\n// (She knows.)\n\n// And rest."
    );
    assert_eq!(write_commented(&read).unwrap(), COMMENTED);
    assert_eq!(lost_comments(COMMENTED), []);
    let windows = COMMENTED.replace('\n', "\r\n");
    assert_eq!(write_commented(&read_commented(&windows).unwrap()).unwrap(), COMMENTED);
}

#[test]
fn a_comment_belongs_to_the_block_below_or_to_the_one_whose_line_it_ends() {
    let own = |path: &[usize], comment: &str| (path.to_vec(), comment.to_owned());
    let behind = with_blocks("Rest(secs: 1), // one\n // two\n Rest(secs: 2) // two again\n, Rest(secs: 3)");
    assert_eq!(above(&behind), [own(&[0], "// one"), own(&[1], "// two\n// two again")]);
    let on_one_line = with_blocks("/* one */ Rest(secs: 1), /* two */ Rest(secs: 2), /* too */ // late\n");
    assert_eq!(above(&on_one_line), [own(&[0], "/* one */"), own(&[1], "/* two */\n/* too */\n// late")]);
    let first = with_blocks(" // warm up\n Rest(secs: 1)");
    assert_eq!(above(&first), [own(&[0], "// warm up")]);
    let nested = with_blocks("Repeat(times: 2, blocks: [\nRest(secs: 1), // in\n]), // out\n");
    assert_eq!(above(&nested), [own(&[0], "// out"), own(&[0, 0], "// in")]);
}

#[test]
fn what_would_be_lost_is_told_with_its_place() {
    let text = "// kept\n(\n  version: 1, // eins\n  id: \"é\", /* zwei */ name: \"X\",\n  // drei\n  \
                blocks: [\n    Rest(/* vier */ secs: 1),\n    Step /* fünf */ (exercise: \"a\", dose: Hold(\n \
                // sechs\n secs: 1)),\n    // sieben: Rest(secs: 9)\n  ], // acht\n)\n// neun\n";
    let lost: Vec<(Place, String)> =
        lost_comments(text).into_iter().map(|lost| (lost.place, lost.text)).collect();
    let at = |line, col, text: &str| (Place { line, col }, text.to_owned());
    assert_eq!(
        lost,
        [
            at(3, 15, "// eins"),
            at(4, 12, "/* zwei */"),
            at(5, 3, "// drei"),
            at(7, 10, "/* vier */"),
            at(8, 10, "/* fünf */"),
            at(9, 2, "// sechs"),
            at(11, 5, "// sieben: Rest(secs: 9)"),
            at(12, 6, "// acht"),
            at(14, 1, "// neun"),
        ]
    );
    let read = read_commented(text).unwrap();
    assert!(read.above.is_empty());
    let again = write_commented(&read).unwrap();
    assert!(again.starts_with("// kept\n(") && lost_comments(&again).is_empty());
}

#[test]
fn a_comment_that_is_none_is_made_one() {
    let mut read = read_commented(&with_blocks("Rest(secs: 1)")).unwrap();
    read.leading = "mine".to_owned();
    for odd in ["Rest(secs: 2),", "/* open", "a\nb", "/*/", "// a\nb", "/* /* */"] {
        read.above.insert(vec![0], odd.to_owned());
        let text = write_commented(&read).unwrap();
        let again = read_commented(&text).unwrap();
        assert_eq!(again.routine, read.routine, "{text}");
        assert!(text.starts_with("// mine\n(") && again.above[&vec![0]].contains("// "), "{text}");
    }
}

#[test]
fn a_full_megabyte_of_comments_takes_bounded_time() {
    for (head, piece) in
        [("", "/**/"), ("Rest(secs: 1),", "/**/"), ("", "/*\n*/Rest(secs:1),"), ("Rest(", "/**/")]
    {
        let text = with_blocks(&format!("{head}{}", piece.repeat(MAX_BYTES / piece.len())));
        let _ = lost_comments(&text);
    }
}

fn comment() -> impl Strategy<Value = String> {
    prop_oneof![
        "//[^\n\r]{0,30}",
        "// [a-z]{0,5}\n//[^\n\r]{0,20}",
        "/\\* [a-z(\\[\"]{0,9}\n  [a-z]{0,9} \\*/",
        "// a\n\n// b",
    ]
}

fn paths(routine: &unhunch::model::Routine) -> Vec<BlockPath> {
    fn walk(blocks: &[unhunch::model::Block], path: &BlockPath, found: &mut Vec<BlockPath>) {
        for (index, block) in blocks.iter().enumerate() {
            let mut here = path.clone();
            here.push(index);
            walk(block.inner().unwrap_or_default(), &here, found);
            found.push(here);
        }
    }
    let mut found = Vec::new();
    walk(&routine.blocks, &Vec::new(), &mut found);
    found.sort();
    found
}

pub(crate) fn commented() -> impl Strategy<Value = CommentedRoutine> {
    (routine(), proptest::collection::vec(proptest::option::of(comment()), 40)).prop_map(
        |(routine, comments)| {
            let above = paths(&routine).into_iter().zip(comments);
            let above = above.filter_map(|(path, comment)| Some((path, comment?))).collect();
            CommentedRoutine { routine, leading: "// mine\n".to_owned(), above }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn comments_survive_a_save_and_the_next_save_changes_nothing(commented in commented()) {
        let text = write_commented(&commented).unwrap();
        let read = read_commented(&text).unwrap();
        prop_assert_eq!(&read, &commented);
        prop_assert_eq!(lost_comments(&text), []);
        prop_assert_eq!(write_commented(&read).unwrap(), text);
    }

    /// Every comment is either kept or told, wherever it stands.
    #[test]
    fn no_comment_vanishes_untold(routine in routine(), seed in proptest::collection::vec(0..9_u8, 60)) {
        let bare = write_commented(&routine.clone().into()).unwrap();
        let mut text = String::new();
        let mut number = 0;
        for (line, pick) in bare.lines().zip(seed.iter().cycle()) {
            match pick {
                0 | 1 => { number += 1; let _ = writeln!(text, "// #{number}#"); }
                2 => { number += 1; let _ = write!(text, "/* #{number}# */ "); }
                _ => {}
            }
            text.push_str(line);
            if *pick == 3 { number += 1; let _ = write!(text, " // #{number}#"); }
            text.push('\n');
        }
        let read = read_commented(&text).unwrap();
        prop_assert_eq!(&read.routine, &read_routine(&bare).unwrap());
        let mut kept: String = read.leading.clone();
        kept.extend(read.above.into_values());
        kept.extend(lost_comments(&text).into_iter().map(|lost| lost.text));
        for number in 1..=number {
            prop_assert_eq!(kept.matches(&format!("#{number}#")).count(), 1, "{} in {}", number, text);
        }
    }

    #[test]
    fn no_text_makes_the_walk_panic(text in "[\\[(){}\\],:\"'/*#r\\\\a-zSR\n ]{0,200}") {
        let _ = lost_comments(&text);
        let _ = lost_comments(&format!("(blocks: [{text}"));
    }
}
