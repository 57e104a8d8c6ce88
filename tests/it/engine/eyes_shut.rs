//! A session followed with eyes shut.

use super::*;
use unhunch::engine::{CueKind, Lack, Unheard, eyes_shut};

/// All that is not heard in a timeline whose cues all sound.
fn unheard(timeline: &Timeline) -> Vec<Unheard> {
    eyes_shut(timeline, |_| true)
}

#[test]
fn every_shipped_routine_can_be_followed_with_eyes_shut() {
    let catalog = Catalog::builtin();
    let mut failures = Vec::new();
    for routine in catalog.routines.values() {
        let (timeline, _) = compile(routine, &catalog, &Options::default());
        for lack in unheard(&timeline) {
            let exercise = timeline.entries[lack.entry as usize].exercise.as_ref().map(|e| e.id.clone());
            failures.push(format!("{}: {exercise:?} {lack:?}", routine.id));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn long_timed_work_is_marked_and_would_be_missed_unmarked() {
    let mut timed = timeline(r#"[Step(exercise: "timed", dose: Timed(secs: 90))]"#);
    let marks = timed.cues.iter().filter(|c| c.kind == CueKind::Rep).map(|c| (c.at_ms - 8_000) / 1000);
    assert_eq!(marks.collect::<Vec<_>>(), [15, 30, 60, 75]);
    assert_eq!(unheard(&timed), []);
    timed.cues.retain(|cue| cue.kind != CueKind::Rep);
    let silences: Vec<_> = unheard(&timed).into_iter().map(|lack| (lack.at_ms, lack.what)).collect();
    let silent = |for_ms| Lack::Sound { for_ms };
    assert_eq!(silences, [(8_000, silent(45_000)), (53_000, silent(42_000))]);
}

#[test]
fn a_long_rest_may_be_silent_and_the_work_around_it_may_not() {
    let blocks =
        r#"[Step(exercise: "strength", dose: Reps(count: 8, sets: 2), rest_secs: 30), Breathe(secs: 30)]"#;
    assert_eq!(unheard(&timeline(blocks)), []);
    let blocks = r#"[Step(exercise: "timed", dose: Timed(secs: 90, sets: 2), rest_secs: 30)]"#;
    let mut timed = timeline(blocks);
    timed.cues.retain(|cue| cue.kind != CueKind::Rep);
    let silences = unheard(&timed).into_iter().map(|lack| lack.at_ms);
    assert_eq!(silences.collect::<Vec<_>>(), [8_000, 53_000, 128_000, 173_000]);
}

#[test]
fn breathing_is_named_in_the_rest_before_it() {
    for rest in ["8", "2"] {
        let step = format!(r#"Step(exercise: "hold", rest_secs: {rest})"#);
        assert_eq!(unheard(&timeline(&format!("[{step}, Breathe(secs: 30)]"))), [], "{rest} s of rest");
    }
}

#[test]
fn what_begins_without_a_pause_is_told_to_the_author() {
    let exercise = Some("hold-each".to_owned());
    let found = problems(
        r#"[Step(exercise: "reps", rest_secs: 0), Step(exercise: "hold-each", transition_secs: 0, switch_secs: 0)]"#,
    );
    let unannounced = |side| Problem::Unannounced { exercise: exercise.clone(), side };
    assert_eq!(found, [unannounced(None)], "a block is spoken of once for each thing it lacks");
    let found = problems(r#"[Step(exercise: "hold-each", switch_secs: 0)]"#);
    assert_eq!(found, [unannounced(Some(unhunch::model::Side::Left))]);
}

#[test]
fn an_end_that_nobody_hears_is_found() {
    let mut hold = timeline(r#"[Step(exercise: "hold"), Step(exercise: "reps")]"#);
    hold.cues.retain(|cue| cue.kind != CueKind::Rest && cue.kind != CueKind::End);
    let ends: Vec<_> = unheard(&hold).into_iter().filter(|lack| lack.what == Lack::End).collect();
    // That of the last is heard in the end of the session.
    assert_eq!(ends.iter().map(|lack| lack.entry).collect::<Vec<_>>(), [0]);
}

#[test]
fn what_is_turned_off_is_not_heard() {
    let hold = timeline(r#"[Step(exercise: "hold-each")]"#);
    let lacks = |off: &[CueKind]| eyes_shut(&hold, |kind| !off.contains(&kind));
    assert_eq!(lacks(&[CueKind::LeadTick, CueKind::Rep]), []);
    let unnamed: Vec<_> = lacks(&[CueKind::Switch]).into_iter().map(|lack| lack.what).collect();
    assert_eq!(unnamed, [Lack::Name { side: Some(unhunch::model::Side::Left) }]);
    let silent = eyes_shut(&hold, |_| false);
    assert!(silent.iter().any(|lack| matches!(lack.what, Lack::Name { side: None })));
    assert!(silent.iter().any(|lack| lack.what == Lack::End));
}
