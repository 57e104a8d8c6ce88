//! What a routine becomes: which segments, how long, in which order.

use super::*;
use unhunch::model::{Dose, SectionBlock};

#[test]
fn a_hold_has_a_lead_in_and_no_rest_after_the_last() {
    assert_eq!(outline(&timeline(r#"[Step(exercise: "hold")]"#)), ["prepare 8", "hold 30"]);
}

#[test]
fn rest_and_transition_stand_between_two_steps() {
    let both = timeline(r#"[Step(exercise: "reps", dose: Reps(count: 1)), Step(exercise: "hold")]"#);
    assert_eq!(outline(&both), ["prepare 8", "lift 2", "lower 2", "rest 8", "transition 6", "hold 30"]);
}

#[test]
fn each_side_gets_its_full_dose_with_a_switch_between() {
    let each = timeline(r#"[Step(exercise: "hold-each", dose: Hold(secs: 10, times: 2))]"#);
    let expected = [
        "prepare 8/Right",
        "hold 10/Right",
        "release 4/Right",
        "hold 10/Right",
        "switch 4/Left",
        "hold 10/Left",
        "release 4/Left",
        "hold 10/Left",
    ];
    assert_eq!(outline(&each), expected);
}

#[test]
fn the_order_of_sides_can_be_chosen() {
    let left = timeline(r#"[Step(exercise: "hold-each", sides: LeftFirst)]"#);
    assert_eq!(left.entries[0].first_side, Some(unhunch::model::Side::Left));
}

#[test]
fn alternating_sides_take_turns_repetition_by_repetition() {
    let turns = timeline(r#"[Step(exercise: "reps-alternating", dose: Reps(count: 2))]"#);
    let lifts: Vec<_> = outline(&turns).into_iter().filter(|l| l.starts_with("lift")).collect();
    assert_eq!(lifts, ["lift 2/Right", "lift 2/Left", "lift 2/Right", "lift 2/Left"]);
}

#[test]
fn ways_round_each_get_the_dose() {
    let ways = timeline(r#"[Step(exercise: "ways")]"#);
    let forwards = ways.segments.iter().filter(|s| s.kind == SegmentKind::Lift && s.way == 0).count();
    let backwards = ways.segments.iter().filter(|s| s.kind == SegmentKind::Lift && s.way == 1).count();
    assert_eq!((forwards, backwards), (10, 10));
    assert_eq!(count(&ways, SegmentKind::Switch), 1);
}

#[test]
fn a_flow_breathes_its_pattern() {
    let flow = timeline(r#"[Step(exercise: "flow", dose: Flow(breaths: 2), breath: "box")]"#);
    let expected = [
        "prepare 8",
        "inhale 4",
        "full 4",
        "exhale 4",
        "empty 4",
        "inhale 4",
        "full 4",
        "exhale 4",
        "empty 4",
    ];
    assert_eq!(outline(&flow), expected);
}

#[test]
fn sets_have_rest_between_and_sides_finish_one_before_the_other() {
    let flow = timeline(r#"[Step(exercise: "flow-each", dose: Flow(breaths: 1, sets: 2))]"#);
    let kinds: Vec<_> = flow.segments.iter().map(|s| s.kind.name()).collect();
    let expected = [
        "prepare", "inhale", "exhale", "rest", "inhale", "exhale", "switch", "inhale", "exhale", "rest",
        "inhale", "exhale",
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn a_timed_dose_runs_whole_loops_evenly_on_both_sides() {
    let timed = timeline(r#"[Step(exercise: "timed", dose: Timed(secs: 30))]"#);
    let segment = timed.segments[1];
    assert_eq!((segment.kind, segment.len_ms()), (SegmentKind::Timed, 30_000));
    assert_eq!(segment.loops % 2, 0, "{}", segment.loops);
}

#[test]
fn a_repeat_rests_between_rounds_and_not_after_the_last() {
    let rounds = timeline(r#"[Repeat(times: 3, rest_secs: 15, blocks: [Step(exercise: "hold")])]"#);
    let expected =
        ["prepare 8", "hold 30", "rest 15", "transition 5", "hold 30", "rest 15", "transition 5", "hold 30"];
    assert_eq!(outline(&rounds), expected);
}

#[test]
fn an_authored_rest_takes_the_place_of_the_owed_one() {
    let rest = timeline(r#"[Step(exercise: "hold"), Rest(secs: 20), Step(exercise: "hold")]"#);
    assert_eq!(outline(&rest), ["prepare 8", "hold 30", "rest 20", "transition 5", "hold 30"]);
}

#[test]
fn lying_down_takes_longer_than_staying_seated() {
    let long = timeline(r#"[Step(exercise: "reps"), Step(exercise: "flow-each")]"#);
    let short = timeline(r#"[Step(exercise: "hold"), Step(exercise: "hold-each")]"#);
    let transition =
        |t: &Timeline| t.segments.iter().find(|s| s.kind == SegmentKind::Transition).unwrap().len_ms();
    assert!(transition(&long) > 2 * transition(&short));
    let own = timeline(r#"[Step(exercise: "hold"), Step(exercise: "hold", transition_secs: 2)]"#);
    assert_eq!(transition(&own), 2_000);
}

#[test]
fn a_hold_ends_on_a_whole_breath_inside_its_range() {
    let held = |secs: &str| {
        let timeline = timeline(&format!(r#"[Step(exercise: "hold", dose: Hold(secs: {secs}))]"#));
        timeline.segments[1].len_ms()
    };
    assert_eq!(held("33"), 30_000);
    assert_eq!(held("36"), 40_000);
    assert_eq!(held("62"), 60_000, "one breath more would leave the range");
}

#[test]
fn breathing_alone_ends_on_a_whole_breath() {
    let alone = timeline(r#"[Breathe(pattern: "calm", secs: 63)]"#);
    assert_eq!(outline(&alone), ["prepare 8", "breathe 60"]);
}

#[test]
fn an_exercise_of_breathing_is_paced_although_its_dose_is_a_time() {
    let breathing = timeline(r#"[Step(exercise: "breathing", breath: "calm")]"#);
    assert_eq!(outline(&breathing), ["prepare 8", "breathe 60"]);
    assert!(breathing.at(std::time::Duration::from_secs(10)).unwrap().breath.is_some());
}

#[test]
fn sections_name_their_entries_and_disabled_steps_stay_out() {
    let blocks = r#"[Section(name: "Core", blocks: [Step(exercise: "hold"), Step(exercise: "reps", disabled: true)])]"#;
    let section = timeline(blocks);
    assert_eq!(section.entries.len(), 1);
    assert_eq!(section.entries[0].section.as_deref(), Some("Core"));
    assert_eq!(*section.entries[0].place, vec![0, 0]);
}

#[test]
fn an_unknown_exercise_is_skipped_and_said() {
    let (timeline, diagnostics) = compiled(r#"[Step(exercise: "holt"), Step(exercise: "reps")]"#);
    assert_eq!(timeline.entries.len(), 1);
    let first = &diagnostics[0];
    assert_eq!(first.severity, Severity::Error);
    assert_eq!(first.place, vec![0]);
    let expected = Problem::UnknownExercise { id: "holt".into(), nearest: Some("hold".into()) };
    assert_eq!(first.problem, expected);
}

#[test]
fn absurd_durations_are_said_and_the_session_still_runs() {
    for secs in ["-5", "0", "NaN", "inf", "-inf", "1e300", "100000"] {
        let blocks = format!(
            r#"[Step(exercise: "hold", dose: Hold(secs: {secs})), Breathe(secs: {secs}), Rest(secs: {secs})]"#
        );
        let (timeline, diagnostics) = compiled(&blocks);
        let bad = diagnostics.iter().filter(|d| matches!(d.problem, Problem::BadDuration { .. })).count();
        assert_eq!(bad, 3, "{secs}: {diagnostics:?}");
        assert_eq!(outline(&timeline), ["prepare 8", "hold 30"], "{secs}");
        assert_eq!(timeline.entries[0].dose, Dose::Hold { secs: super::secs(30.0), times: 1 });
    }
}

#[test]
fn absurd_counts_are_said_and_cut_down() {
    let (timeline, diagnostics) = compiled(
        r#"[Repeat(times: 4000000000, blocks: [Repeat(times: 4000000000, blocks: [Step(exercise: "reps", dose: Reps(count: 1000, sets: 20))])])]"#,
    );
    assert!(diagnostics.iter().any(|d| matches!(d.problem, Problem::BadCount { .. })));
    assert_eq!(diagnostics.iter().filter(|d| d.problem == Problem::TooLong).count(), 1);
    assert!(timeline.segments.len() < 1_300_000);
}

#[test]
fn blocks_nested_too_deep_are_cut_off_and_said() {
    let mut deep = routine(r#"[Step(exercise: "hold")]"#);
    for _ in 0..40 {
        let blocks = std::mem::take(&mut deep.blocks);
        deep.blocks =
            vec![Block::Section(SectionBlock { name: "s".into(), blocks, ..SectionBlock::default() })];
    }
    let (_, diagnostics) = compile(&deep, catalog(), &Options::default());
    assert!(diagnostics.iter().any(|d| d.problem == Problem::TooDeep));
}
