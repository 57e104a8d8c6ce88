//! Files are written one way, read strictly, and never lost.

use proptest::prelude::*;
use unhunch::model::{
    Block, BreatheBlock, Defaults, Dose, RepeatBlock, RestBlock, Routine, Seconds, SectionBlock, SideOrder,
    Step, Tempo,
};
use unhunch::store::Place;
use unhunch::store::places::{block_place, field_place};
use unhunch::store::ron_layout::{leading_comment, write_exercise, write_routine};
use unhunch::store::ron_text::{read_exercise, read_routine};

const EVERYTHING: &str = r#"// A comment that stays.
/* And one more. */

(
    version: 1,
    id: "everything",
    name: "Mum's \"own\" café",
    blocks: [
        Step(exercise: "cat-cow"),
        Repeat(times: 2, rest_secs: 15, blocks: [
            Section(name: "Left", blocks: [
                Step(exercise: "wall-stretch", dose: Flow(breaths: 6), sides: LeftOnly),
            ]),
            Rest(secs: 4.5),
        ]),
        Step(
            exercise: "chair-rotation",
            dose: Hold(secs: 10, times: 3),
            disabled: true,
            note: "A note so long that it does not fit, so that each field stands on a line of its own.",
        ),
        Breathe(pattern: "calm", secs: 60),
        Breathe(secs: 60),
    ],
)
"#;

fn shipped(folder: &str) -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_canonical_file_is_saved_as_it_was() {
    let routine = read_routine(EVERYTHING).unwrap();
    assert_eq!(write_routine(&routine, &leading_comment(EVERYTHING)).unwrap(), EVERYTHING);
}

#[test]
fn shipped_routines_are_laid_out_as_we_save_them() {
    for (file, text) in shipped("routines") {
        let routine = read_routine(&text).unwrap();
        assert_eq!(write_routine(&routine, &leading_comment(&text)).unwrap(), text, "{file}");
    }
}

#[test]
fn exercises_survive_a_save() {
    for (file, text) in shipped("assets/exercises") {
        let exercise = read_exercise(&text).unwrap();
        let saved = write_exercise(&exercise, &leading_comment(&text)).unwrap();
        assert_eq!(read_exercise(&saved).unwrap(), exercise, "{file}");
        let again = write_exercise(&exercise, &leading_comment(&saved)).unwrap();
        assert_eq!(again, saved, "{file}");
    }
}

#[test]
fn the_deepest_routine_that_can_be_written_can_be_read() {
    let mut routine = read_routine(EVERYTHING).unwrap();
    let mut deepest = 0;
    for depth in 1..200 {
        let blocks = std::mem::take(&mut routine.blocks);
        routine.blocks = vec![Block::Repeat(RepeatBlock { times: 1, blocks, ..RepeatBlock::default() })];
        let Ok(text) = write_routine(&routine, "") else { break };
        assert_eq!(read_routine(&text).as_ref(), Ok(&routine), "at depth {depth}");
        deepest = depth;
    }
    assert!((12..200).contains(&deepest), "{deepest}");
}

#[test]
fn comments_above_the_value_are_kept_and_nothing_else() {
    assert_eq!(leading_comment("// a\n\n// b\n(version: 1)"), "// a\n\n// b\n");
    assert_eq!(leading_comment("\u{FEFF}// a\r\n(version: 1)"), "// a\n");
    assert_eq!(leading_comment("\n\n(version: 1) // after"), "");
    let routine = read_routine(EVERYTHING).unwrap();
    assert!(write_routine(&routine, "// no newline").unwrap().starts_with("// no newline\n("));
}

#[test]
fn blocks_and_fields_are_found_in_the_text() {
    let place = |line, col| Place { line, col };
    assert_eq!(block_place(EVERYTHING, &[]), place(4, 1));
    assert_eq!(block_place(EVERYTHING, &[0]), place(9, 9));
    assert_eq!(block_place(EVERYTHING, &[1, 0, 0]), place(12, 17));
    assert_eq!(block_place(EVERYTHING, &[1, 1]), place(14, 13));
    assert_eq!(block_place(EVERYTHING, &[3]), place(22, 9));
    assert_eq!(field_place(EVERYTHING, &[2], "dose"), place(18, 13));
    assert_eq!(field_place(EVERYTHING, &[], "id"), place(6, 5));
    // What is not there is answered with what encloses it.
    assert_eq!(block_place(EVERYTHING, &[1, 7]), place(10, 9));
    assert_eq!(block_place("not RON at all (", &[1]), place(1, 1));
    let commented = "// blocks: [\n(version: 1, /* ( */ blocks: [ // [\n  Rest(secs: 1), Rest(secs: 2)])";
    assert_eq!(block_place(commented, &[1]), place(3, 18));
}

fn seconds() -> impl Strategy<Value = Seconds> {
    prop_oneof![
        (0..4000_u32).prop_map(|n| Seconds(f64::from(n))),
        (0..40_000_u32).prop_map(|n| Seconds(f64::from(n) / 10.0)),
        any::<f64>().prop_filter("NaN equals nothing", |n| !n.is_nan()).prop_map(Seconds),
    ]
}

fn dose() -> impl Strategy<Value = Dose> {
    prop_oneof![
        (seconds(), 0..5_u32).prop_map(|(secs, times)| Dose::Hold { secs, times }),
        (any::<u32>(), 0..5_u32).prop_map(|(count, sets)| Dose::Reps { count, sets }),
        (0..50_u32, 0..5_u32).prop_map(|(breaths, sets)| Dose::Flow { breaths, sets }),
        (seconds(), 0..5_u32).prop_map(|(secs, sets)| Dose::Timed { secs, sets }),
        (0..5_u32).prop_map(|sets| Dose::Open { sets }),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let pace = proptest::option::of((seconds(), seconds()));
    let sides = proptest::option::of(prop_oneof![Just(SideOrder::LeftFirst), Just(SideOrder::RightOnly)]);
    let words = (".*", proptest::option::of("[a-z-]{1,9}"), ".{0,120}");
    (words, proptest::option::of(dose()), pace, sides, any::<bool>()).prop_map(
        |((exercise, breath, note), dose, pace, sides, disabled)| Step {
            exercise,
            dose,
            sides,
            tempo: pace.map(|(a, b)| Tempo { lift_secs: a, pause_secs: b, lower_secs: a }),
            breath,
            rest_secs: pace.map(|(a, _)| a),
            transition_secs: pace.map(|(_, b)| b),
            switch_secs: None,
            silent: if disabled { vec![unhunch::model::CueKind::Rep] } else { Vec::new() },
            disabled,
            note,
        },
    )
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        4 => step().prop_map(Block::Step),
        1 => seconds().prop_map(|secs| Block::Rest(RestBlock { secs, disabled: false })),
        1 => (proptest::option::of(".{0,9}"), seconds())
            .prop_map(|(pattern, secs)| Block::Breathe(BreatheBlock { pattern, secs, disabled: false })),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        let blocks = proptest::collection::vec(inner, 0..5);
        prop_oneof![
            (any::<u32>(), proptest::option::of(seconds()), blocks.clone()).prop_map(
                |(times, rest_secs, blocks)| Block::Repeat(RepeatBlock {
                    times,
                    rest_secs,
                    disabled: false,
                    blocks
                })
            ),
            (".{0,110}", blocks).prop_map(|(name, blocks)| Block::Section(SectionBlock {
                name,
                disabled: false,
                blocks
            })),
        ]
    })
}

pub(crate) fn routine() -> impl Strategy<Value = Routine> {
    let words = (".*", ".*", ".{0,120}", proptest::collection::vec(".{0,30}", 0..6));
    let defaults = (proptest::option::of(seconds()), proptest::option::of(".{0,9}"));
    (words, defaults, proptest::collection::vec(block(), 0..6)).prop_map(
        |((id, name, summary, tags), (rest_secs, breath), blocks)| Routine {
            summary,
            tags,
            defaults: Defaults { rest_secs, switch_secs: None, breath },
            blocks,
            ..Routine::new(id, name)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_routine_survives_a_save_and_the_next_save_changes_nothing(routine in routine()) {
        let comment = "// kept\n";
        let saved = write_routine(&routine, comment).unwrap();
        let loaded = read_routine(&saved).unwrap();
        prop_assert_eq!(&loaded, &routine);
        let again = write_routine(&loaded, &leading_comment(&saved)).unwrap();
        prop_assert_eq!(again, saved);
    }

    #[test]
    fn every_block_is_found_where_it_starts(routine in routine()) {
        let saved = write_routine(&routine, "").unwrap();
        let mut last = Place { line: 1, col: 1 };
        for index in 0..routine.blocks.len() {
            let place = block_place(&saved, &[index]);
            prop_assert!(place > last);
            let line = saved.split('\n').nth(place.line - 1).unwrap();
            let start: String = line.chars().skip(place.col - 1).take(4).collect();
            prop_assert!(["Step", "Repe", "Sect", "Brea", "Rest"].contains(&&*start), "{}", start);
            last = place;
        }
    }
}
