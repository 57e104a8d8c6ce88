//! What is heard: which cues, when, and what is spoken with them.

use super::*;
use unhunch::engine::{CueKind, Spoken};
use unhunch::model::Side;

/// `seconds kind` for the cues of one kind.
fn times(timeline: &Timeline, kind: CueKind) -> Vec<f64> {
    timeline.cues.iter().filter(|c| c.kind == kind).map(|c| c.at_ms as f64 / 1000.0).collect()
}

#[test]
fn a_hold_is_counted_in_halved_counted_out_and_ended() {
    let hold = timeline(r#"[Step(exercise: "hold")]"#);
    assert_eq!(times(&hold, CueKind::Next), [1.0]);
    assert_eq!(times(&hold, CueKind::LeadTick), [5.0, 6.0, 7.0]);
    assert_eq!(times(&hold, CueKind::Start), [8.0]);
    assert_eq!(times(&hold, CueKind::Halfway), [23.0]);
    assert_eq!(times(&hold, CueKind::LastTick), [35.0, 36.0, 37.0]);
    assert_eq!(times(&hold, CueKind::End), [38.0]);
    assert_eq!(times(&hold, CueKind::SessionDone), [38.0]);
    assert_eq!(times(&hold, CueKind::BreathIn), [8.0, 18.0, 28.0]);
    assert_eq!(times(&hold, CueKind::BreathOut), [12.0, 22.0, 32.0]);
}

#[test]
fn short_holds_have_no_halfway() {
    let short = timeline(r#"[Step(exercise: "hold-each")]"#);
    assert!(times(&short, CueKind::Halfway).is_empty());
}

#[test]
fn a_change_of_sides_says_which() {
    let each = timeline(r#"[Step(exercise: "hold-each", dose: Hold(secs: 10))]"#);
    let switch = each.cues.iter().find(|c| c.kind == CueKind::Switch).unwrap();
    assert_eq!((switch.at_ms, switch.spoken), (18_000, Spoken::Side(Side::Left)));
}

#[test]
fn the_next_exercise_is_named_in_the_rest_before_it() {
    let two = timeline(r#"[Step(exercise: "hold"), Step(exercise: "hold-each")]"#);
    let named: Vec<_> = two
        .cues
        .iter()
        .filter(|c| matches!(c.spoken, Spoken::Exercise { .. }))
        .map(|c| (c.at_ms, c.spoken))
        .collect();
    let expected = [
        (1_000, Spoken::Exercise { entry: 0, side: None }),
        (40_000, Spoken::Exercise { entry: 1, side: Some(Side::Right) }),
    ];
    assert_eq!(named, expected);
    assert_eq!(times(&two, CueKind::Rest), [38.0]);
}

#[test]
fn without_a_rest_the_transition_names_the_next_exercise() {
    let two = timeline(r#"[Step(exercise: "hold", rest_secs: 0), Step(exercise: "reps")]"#);
    let named = two.cues.iter().filter(|c| matches!(c.spoken, Spoken::Exercise { .. })).map(|c| c.at_ms);
    assert_eq!(named.collect::<Vec<_>>(), [1_000, 38_000]);
}

#[test]
fn repetitions_are_counted_after_the_first() {
    let reps = timeline(r#"[Step(exercise: "reps", dose: Reps(count: 3))]"#);
    assert_eq!(times(&reps, CueKind::Rep), [12.0, 16.0]);
}

#[test]
fn each_set_but_none_of_a_single_one_is_said_done() {
    let sets = timeline(r#"[Step(exercise: "flow-each", dose: Flow(breaths: 1, sets: 2))]"#);
    assert_eq!(times(&sets, CueKind::SetDone).len(), 4);
    let single = timeline(r#"[Step(exercise: "reps")]"#);
    assert!(times(&single, CueKind::SetDone).is_empty());
}

#[test]
fn a_breath_with_two_inhales_cues_both() {
    let sigh = timeline(r#"[Breathe(pattern: "sigh", secs: 9)]"#);
    assert_eq!(times(&sigh, CueKind::BreathIn), [8.0, 10.0]);
    assert_eq!(times(&sigh, CueKind::BreathOut), [11.0]);
}

#[test]
fn the_second_breath_in_of_a_sigh_is_sounded_and_told_apart() {
    let timeline = timeline("[Breathe(pattern: \"sigh\", secs: 27)]");
    let first: Vec<_> = timeline
        .cues
        .iter()
        .filter(|cue| matches!(cue.kind, CueKind::BreathIn | CueKind::BreathOut))
        .map(|cue| (cue.at_ms - timeline.segments[1].start_ms, cue.kind, cue.spoken))
        .take(4)
        .collect();
    let expected = [
        (0, CueKind::BreathIn, Spoken::BreatheIn),
        (2_000, CueKind::BreathIn, Spoken::BreatheInMore),
        (3_000, CueKind::BreathOut, Spoken::BreatheOut),
        (9_000, CueKind::BreathIn, Spoken::BreatheIn),
    ];
    assert_eq!(first, expected);
}
