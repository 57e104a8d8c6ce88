//! Whatever a file holds: a clear message, bounded time and memory, no panic.

use proptest::prelude::*;
use unhunch::model::{Block, Dose};
use unhunch::store::places::block_place;
use unhunch::store::ron_layout::leading_comment;
use unhunch::store::ron_text::{MAX_BYTES, read_exercise, read_routine, read_settings};

fn refused(text: &str) -> String {
    read_routine(text).unwrap_err().to_string()
}

fn with_blocks(blocks: &str) -> String {
    format!("(\n    version: 1,\n    id: \"x\",\n    name: \"X\",\n    blocks: [\n{blocks}\n    ],\n)\n")
}

#[test]
fn a_mistyped_field_is_named_with_its_place_and_neighbours() {
    let said = refused(&with_blocks("        Step(exercize: \"cat-cow\"),"));
    assert!(said.starts_with("6:14: unknown field `exercize` in Step; did you mean `exercise`?"), "{said}");
    assert!(said.contains("expected `exercise`, `dose`, `sides`"), "{said}");
    let said = refused(&with_blocks("        Stpe(exercise: \"cat-cow\"),"));
    assert!(said.starts_with("6:9: unknown word `Stpe`"), "{said}");
    assert!(said.contains("did you mean `Step`?"), "{said}");
    let said = refused(&with_blocks("Step(exercise: \"a\", dose: Hold(sesc: 5))"));
    assert!(said.contains("did you mean `secs`?"), "{said}");
}

#[test]
fn what_is_missing_or_doubled_is_named() {
    assert!(refused("(version: 1, id: \"x\", blocks: [])").contains("the field `name` is missing"));
    let said = refused("(version: 1, id: \"x\", id: \"y\", name: \"X\", blocks: [])");
    assert!(said.contains("the field `id` is given twice"), "{said}");
    assert!(refused("(version: 1, id: \"x\"").contains("ends too early"));
    assert!(refused("(version: 1, id: \"x\", name: \"X\", blocks: []) )").contains("nothing may follow"));
}

#[test]
fn emptiness_depth_and_size_are_refused_before_parsing() {
    for text in ["", "  \n\t", "\u{FEFF}"] {
        assert!(refused(text).contains("the file is empty"), "{text:?}");
    }
    for bracket in ["(", "[", "{", "Step("] {
        let said = refused(&bracket.repeat(10_000));
        assert!(said.contains("nest deeper than 40"), "{said}");
    }
    assert!(refused(&" ".repeat(MAX_BYTES + 1)).contains("too large"));
    // Brackets in strings and comments are not brackets.
    let text = with_blocks(&format!("Step(exercise: \"{0}\"), // {0}", "(".repeat(1000)));
    assert!(read_routine(&text).is_ok());
}

#[test]
fn a_newer_file_is_refused_for_its_version_and_not_for_its_fields() {
    let said = refused("(\n    version: 2,\n    id: \"x\",\n    moods: [\"calm\"],\n)");
    assert!(said.starts_with("2:5: this file was written by a newer version"), "{said}");
    assert!(said.contains("update Unhunch"), "{said}");
    assert!(refused("(version: 0, id: \"x\")").contains("no version 0"));
}

#[test]
fn odd_durations_are_kept_for_the_engine_to_judge() {
    let text = with_blocks(
        "Rest(secs: NaN), Rest(secs: -5), Rest(secs: 1e300), Rest(secs: inf), Rest(secs: 0),
         Step(exercise: \"a\", dose: Hold(secs: -0.5, times: 4000000000)),",
    );
    let routine = read_routine(&text).unwrap();
    let secs: Vec<f64> = routine
        .blocks
        .iter()
        .map(|block| match block {
            Block::Rest(rest) => rest.secs.0,
            Block::Step(step) => match step.dose {
                Some(Dose::Hold { secs, .. }) => secs.0,
                _ => panic!("{step:?}"),
            },
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(secs[0].is_nan());
    assert_eq!(secs[1..], [-5.0, 1e300, f64::INFINITY, 0.0, -0.5]);
}

#[test]
fn a_full_megabyte_is_read_in_bounded_time() {
    let step = "        Step(exercise: \"cat-cow\", dose: Flow(breaths: 8)),\n";
    let text = with_blocks(&step.repeat((MAX_BYTES - 200) / step.len()));
    let routine = read_routine(&text).unwrap();
    assert!(routine.blocks.len() > 15_000);
    assert!(block_place(&text, &[15_000]).line > 15_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_text_makes_a_reader_panic(text in ".{0,400}") {
        read_all(&text);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read_all(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn no_mangled_routine_makes_a_reader_panic(
        at in 0..10_000_usize, cut in 0..20_usize, put in "[\\[(){}\\],:\"'/*#r\\\\a-z0-9 ]{0,6}",
    ) {
        let text = include_str!("../../routines/desk-break.ron");
        let at = at % text.len();
        let end = (at + cut).min(text.len());
        read_all(&format!("{}{put}{}", &text[..at], &text[end..]));
    }
}

fn read_all(text: &str) {
    for problem in [read_routine(text).err(), read_exercise(text).err(), read_settings(text).err()] {
        let Some(problem) = problem else { continue };
        assert!(problem.line >= 1 && problem.col >= 1 && !problem.message.is_empty());
    }
    let _ = leading_comment(text);
    let _ = block_place(text, &[0, 1]);
}
