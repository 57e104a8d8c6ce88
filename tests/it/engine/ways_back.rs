//! Nothing that a key does to a session is beyond taking back.

use std::time::Duration;

use unhunch::engine::{Action, SegmentKind, State, What};

use super::sessions::{HOLD, Run, TWO, ms, s};

#[test]
fn a_skip_is_taken_back_to_where_it_was_made_and_counts_in() {
    let mut run = Run::of(TWO);
    run.wait(20_000).act(Action::Skip).wait(1_000);
    assert_eq!(run.session.way_back(run.now), Some(s(20)));
    run.act(Action::Undo);
    assert_eq!(run.position(), s(20));
    assert!(matches!(run.session.state(), State::CountIn { .. }));
    assert_eq!(run.happened(), [], "what was taken back did not happen");
    assert_eq!(run.session.way_back(run.now), None);
}

#[test]
fn start_over_and_a_click_on_the_bar_are_taken_back_one_after_the_other() {
    let mut run = Run::of(TWO);
    run.wait(20_000).act(Action::Restart).wait(2_000).act(Action::Seek(s(50))).wait(500);
    run.act(Action::Undo);
    assert_eq!(run.position(), s(2));
    run.act(Action::Undo);
    assert_eq!(run.position(), s(20));
    run.act(Action::Undo);
    assert_eq!(run.position(), s(20), "there is nothing more to take back");
}

#[test]
fn the_way_back_is_offered_for_a_while_and_a_pause_does_not_use_it_up() {
    let mut run = Run::of(TWO);
    run.wait(20_000).act(Action::Skip).wait(5_000).act(Action::TogglePause).wait(600_000);
    assert_eq!(run.session.way_back(run.now), Some(s(20)));
    run.act(Action::Undo);
    assert_eq!((run.position(), run.session.state()), (s(20), State::Paused));
    run.act(Action::Skip).act(Action::TogglePause).wait(20_100);
    assert_eq!(run.session.way_back(run.now), None);
    let before = run.position();
    run.act(Action::Undo);
    assert_eq!(run.position(), before, "an old jump is not taken back by accident");
}

#[test]
fn a_session_that_was_skipped_to_its_end_goes_on() {
    let mut run = Run::of(HOLD);
    run.wait(20_000).act(Action::Skip);
    assert_eq!(run.session.state(), State::Over);
    run.act(Action::Undo).wait(3_000);
    assert_eq!((run.position(), run.session.state()), (s(20), State::Playing));
    assert_eq!(run.happened(), []);
}

#[test]
fn this_hurts_pressed_by_accident_is_taken_back_with_the_later_rounds() {
    let mut run = Run::of(r#"[Repeat(times: 2, blocks: [Step(exercise: "hold")])]"#);
    let plan = run.session.timeline().clone();
    run.wait(20_000).act(Action::Hurts).act(Action::Undo);
    assert_eq!(*run.session.timeline(), plan);
    assert_eq!((run.position(), run.happened()), (s(20), vec![]));
    run.wait(3_100).act(Action::Hurts).act(Action::TakeEasier).wait(2_000).act(Action::Undo);
    assert_eq!(*run.session.timeline(), plan, "the easier one goes as well");
    assert!(run.position().abs_diff(s(20)) < ms(200), "{:?}", run.position());
}

#[test]
fn a_gate_passed_by_accident_is_open_again() {
    let mut run = Run::of(r#"[Step(exercise: "open"), Step(exercise: "hold")]"#);
    run.wait(60_000).act(Action::Done).wait(2_000).act(Action::Undo).wait(4_000);
    assert!(matches!(run.session.state(), State::AtGate { .. }));
    assert_eq!(run.kind(), SegmentKind::Open);
}

#[test]
fn the_speed_stays_when_a_skip_is_taken_back() {
    let mut run = Run::of(TWO);
    run.wait(20_000).act(Action::Skip).act(Action::SetSpeed(0.5)).act(Action::Undo);
    assert_eq!(run.session.speed(), 0.5);
    let moment = run.session.moment(run.now).unwrap();
    assert_eq!(moment.segment.kind, SegmentKind::Hold);
    assert!((moment.progress - 12.0 / 30.0).abs() < 0.001, "the same place in the hold: {}", moment.progress);
}

#[test]
fn pain_in_a_rest_or_while_breathing_ends_that_too() {
    let mut run = Run::of(r#"[Breathe(pattern: "calm", secs: 60), Step(exercise: "hold")]"#);
    run.wait(20_000).act(Action::Hurts);
    assert_eq!((run.session.state(), run.happened()), (State::Hurt, vec![What::Hurt]));
    run.act(Action::GoOn);
    assert_ne!(run.kind(), SegmentKind::Breathe);
}

#[test]
fn what_hurts_at_a_gate_is_what_waits_there() {
    let mut run = Run::of(r#"[Step(exercise: "open"), Step(exercise: "hold")]"#);
    run.wait(60_000).act(Action::Hurts);
    assert_eq!(run.session.happened().last().unwrap().exercise.as_deref(), Some("open"));
    let left: Vec<_> =
        run.session.timeline().entries.iter().flat_map(|e| &e.exercise).map(|e| &*e.id).collect();
    assert_eq!(left, ["open", "hold"], "what comes next stays in");
}

#[test]
fn the_easier_exercise_runs_at_the_speed_of_the_session() {
    let easier_len = |speed: f64| {
        let mut run = Run::of(TWO);
        run.act(Action::SetSpeed(speed)).wait(20_000).act(Action::Hurts);
        let before: Duration = ms(run.session.timeline().total_ms());
        run.act(Action::TakeEasier);
        ms(run.session.timeline().total_ms()).saturating_sub(before)
    };
    let (usual, slow) = (easier_len(1.0), easier_len(0.5));
    assert!(usual > s(5));
    assert!(slow.abs_diff(usual * 2) < ms(50), "{usual:?} {slow:?}");
}
