//! What is true at a time.

use super::*;
use std::time::Duration;
use unhunch::model::motion::Part;
use unhunch::model::{BreathPhase, Side};

fn at(timeline: &Timeline, secs: f64) -> unhunch::engine::Moment<'_> {
    timeline.at(Duration::from_millis((secs * 1000.0) as u64)).unwrap()
}

#[test]
fn an_empty_timeline_has_no_moment() {
    assert!(Timeline::default().at(Duration::ZERO).is_none());
}

#[test]
fn the_ring_counts_the_bout_down() {
    let reps = timeline(r#"[Step(exercise: "reps", dose: Reps(count: 5))]"#);
    let moment = at(&reps, 8.0 + 6.0);
    assert_eq!((moment.segment.kind, moment.segment.rep, moment.reps), (SegmentKind::Lower, 2, 5));
    assert_eq!(moment.bout_left, Duration::from_secs(14));
    assert!((moment.bout_progress - 0.3).abs() < 1e-6);
}

#[test]
fn the_breath_runs_under_a_hold() {
    let hold = timeline(r#"[Step(exercise: "hold")]"#);
    let breath = at(&hold, 8.0 + 10.0 + 4.0 + 3.0).breath.unwrap();
    assert_eq!((breath.phase, breath.breath, breath.breaths), (BreathPhase::Out, 1, 3));
    assert!((breath.left_secs - 3.0).abs() < 1e-3);
    assert!((breath.fullness - 0.3125).abs() < 1e-3, "an out-breath leaves early: {}", breath.fullness);
    assert!(at(&hold, 2.0).breath.is_none());
}

#[test]
fn a_flow_moves_with_the_breath() {
    let flow = timeline(r#"[Step(exercise: "flow", breath: "calm")]"#);
    let moment = at(&flow, 8.0 + 10.0 + 2.0);
    let breath = moment.breath.unwrap();
    assert_eq!((breath.phase, breath.breath, breath.breaths), (BreathPhase::In, 1, 8));
    assert!((breath.elapsed_secs - 12.0).abs() < 1e-3);
    assert_eq!((moment.movement.from.part, moment.movement.to.part), (Part::Exhale, Part::Inhale));
}

#[test]
fn breathing_alone_moves_the_body_with_each_stage_of_the_breath() {
    let breathing = timeline(r#"[Step(exercise: "breathing"), Step(exercise: "reps")]"#);
    let first = breathing.segments.iter().find(|s| s.kind == SegmentKind::Breathe).unwrap();
    let parts = |ms: u64| {
        let moment = breathing.at(Duration::from_millis(first.start_ms + ms)).unwrap();
        (moment.movement.from.part, moment.movement.to.part)
    };
    let pattern = &breathing.entries[0].breath;
    let lungs = |stage: usize| pattern.stages[stage].1.to_ms().unwrap();
    assert_eq!(parts(lungs(0) / 2), (Part::Rest, Part::Inhale));
    assert_eq!(parts(lungs(0) + lungs(1) / 2), (Part::Inhale, Part::Exhale));
    assert_eq!(parts(lungs(0) + lungs(1) + lungs(0) / 2), (Part::Exhale, Part::Inhale));
    let after = breathing.at(Duration::from_millis(first.end_ms)).unwrap();
    assert_eq!(after.movement.from.part, Part::Exhale);
}

#[test]
fn each_movement_starts_where_the_one_before_ended() {
    let blocks = r#"[Step(exercise: "timed"), Step(exercise: "hold-each"), Step(exercise: "ways"), Step(exercise: "breathing"), Step(exercise: "flow")]"#;
    let all = timeline(blocks);
    for pair in all.segments.windows(2) {
        let before = all.at(Duration::from_micros(pair[1].start_ms * 1000 - 1)).unwrap().movement;
        let after = all.at(Duration::from_millis(pair[1].start_ms)).unwrap().movement;
        assert_eq!(before.to, after.from, "{pair:?}");
        assert!((before.breath - after.breath).abs() < 0.01, "{pair:?} {} {}", before.breath, after.breath);
    }
}

#[test]
fn a_timed_dose_loops_and_takes_turns() {
    let timed = timeline(r#"[Step(exercise: "timed", dose: Timed(secs: 32))]"#);
    let parts = |secs: f64| {
        let movement = at(&timed, 8.0 + secs).movement;
        (movement.to.part, movement.to.side)
    };
    assert_eq!(parts(1.0), (Part::Lift, Some(Side::Right)));
    assert_eq!(parts(3.0), (Part::Lower, Some(Side::Right)));
    assert_eq!(parts(5.0), (Part::Lift, Some(Side::Left)));
    let movement = at(&timed, 8.0 + 5.0).movement;
    assert_eq!((movement.from.part, movement.from.side), (Part::Lower, Some(Side::Right)));
    assert!((movement.progress - 0.5).abs() < 1e-3);
}

#[test]
fn what_comes_next_is_known() {
    let two = timeline(r#"[Step(exercise: "hold"), Rest(secs: 10), Step(exercise: "hold-each")]"#);
    let next = at(&two, 9.0).next.unwrap();
    assert_eq!((next.entry_index, next.side), (2, Some(Side::Right)));
    assert_eq!(next.starts_in, Duration::from_secs(39));
    assert!(at(&two, 100.0).next.is_none());
    assert_eq!(two.step_count(), 2);
}

#[test]
fn between_exercises_what_comes_next_is_what_is_got_ready_for() {
    let two = timeline(r#"[Step(exercise: "hold"), Step(exercise: "hold-each")]"#);
    let lead_in = at(&two, 1.0);
    let next = lead_in.next.unwrap();
    assert_eq!((next.entry_index, next.set, next.starts_in), (0, 1, Duration::from_secs(7)));
    let of = |kind: SegmentKind| {
        let segment = two.segments.iter().find(|s| s.kind == kind).unwrap();
        two.at(Duration::from_millis(segment.start_ms)).unwrap()
    };
    assert_eq!(of(SegmentKind::Rest).next.unwrap().entry_index, 1);
    assert_eq!(of(SegmentKind::Transition).next.unwrap().entry_index, 1);
    let switch = of(SegmentKind::Switch);
    let next = switch.next.clone().unwrap();
    assert_eq!((next.entry_index, next.side), (1, Some(Side::Left)));
    assert_eq!(next.starts_in, switch.left);
}

#[test]
fn a_second_in_breath_tops_up_the_first() {
    let sigh = timeline(r#"[Breathe(pattern: "sigh", secs: 18)]"#);
    let start = sigh.bouts[0].start_ms as f64 / 1000.0;
    let tops_up = |secs: f64| at(&sigh, start + secs).breath.unwrap().tops_up();
    assert_eq!([0.5, 2.5, 4.0, 9.5, 11.5].map(tops_up), [false, true, false, false, true]);
}

#[test]
fn in_steps_nothing_slides_and_the_chest_is_still() {
    let reps = timeline(r#"[Step(exercise: "reps", dose: Reps(count: 5)), Step(exercise: "hold")]"#);
    let mut shown = Vec::new();
    for ms in (0..reps.total_ms()).step_by(50) {
        let movement = reps.at(Duration::from_millis(ms)).unwrap().movement.in_steps();
        assert_eq!(movement.breath, 0.0);
        let pose = (movement.to.part, movement.progress);
        if shown.last() != Some(&pose) {
            shown.push(pose);
        }
    }
    let secs = reps.total_ms() as usize / 1000;
    assert!(shown.len() <= secs + 2 && shown.len() > 10, "{} poses in {secs} s", shown.len());
}

#[test]
fn any_time_past_the_end_is_the_end() {
    let hold = timeline(r#"[Step(exercise: "hold")]"#);
    let end = at(&hold, 38.0);
    assert!(end.is_over);
    assert_eq!(end, at(&hold, 1e9));
}
