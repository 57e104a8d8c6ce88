//! A session put away and gone on with later stands where it stood, whatever was done to it before.

use std::sync::Arc;

use proptest::prelude::*;
use unhunch::engine::{Action, Session, State, What};
use unhunch::model::{PlanChange, Routine, Unfinished, ron_dialect};

use super::catalog;
use super::sessions::{Run, ms, s};

const BLOCKS: &str = r#"[
    Repeat(times: 2, blocks: [Step(exercise: "hold"), Step(exercise: "reps")]),
    Step(exercise: "open"), Step(exercise: "strength"), Breathe(pattern: "calm", secs: 30),
]"#;

fn routine(blocks: &str) -> Arc<Routine> {
    Arc::new(super::routine(blocks))
}

/// Through a file and back.
fn written(left: &Unfinished) -> Unfinished {
    let text = ron_dialect().to_string(left).unwrap();
    ron_dialect().from_str(&text).unwrap()
}

fn put_by(run: &Run) -> Unfinished {
    written(&run.session.unfinished(&routine(BLOCKS), run.now).unwrap())
}

#[test]
fn it_waits_for_the_person_to_be_back_in_position_and_goes_on_at_its_place() {
    let mut run = Run::of(BLOCKS);
    run.wait(20_000).act(Action::Skip).wait(3_000);
    let left = put_by(&run);
    let mut session = Session::resumed(&left, catalog(), s(0)).unwrap();
    assert!(matches!(session.state(), State::CountIn { until } if until == s(8)), "as long as a lead-in");
    for tenth in 1..=90 {
        session.tick(ms(tenth * 100), None);
    }
    assert_eq!(session.state(), State::Playing);
    assert_eq!(session.position(s(9)), run.position() + s(1));
    let what: Vec<What> = session.happened().iter().map(|h| h.what).collect();
    assert_eq!(what, [What::Skipped, What::Resumed]);
}

#[test]
fn at_a_gate_it_is_still_before_the_gate() {
    let blocks = r#"[Step(exercise: "open"), Step(exercise: "hold")]"#;
    let mut run = Run::of(blocks);
    run.wait(60_000);
    let left = run.session.unfinished(&routine(blocks), run.now).unwrap();
    let mut session = Session::resumed(&left, catalog(), s(0)).unwrap();
    for tenth in 1..=100 {
        session.tick(ms(tenth * 100), None);
    }
    assert!(matches!(session.state(), State::AtGate { .. }), "{:?}", session.state());
}

#[test]
fn what_is_over_is_not_kept() {
    let mut run = Run::of(r#"[Step(exercise: "hold")]"#);
    run.wait(40_000);
    assert_eq!(run.session.state(), State::Over);
    assert!(run.session.unfinished(&routine("[]"), run.now).is_none());
}

#[test]
fn a_routine_of_which_nothing_runs_any_more_is_not_gone_on_with() {
    let mut run = Run::of(BLOCKS);
    run.wait(20_000);
    let left = Unfinished { routine: routine(r#"[Step(exercise: "gone")]"#), ..put_by(&run) };
    assert!(Session::resumed(&left, catalog(), s(0)).is_none());
}

#[test]
fn absurd_files_lead_to_a_session_nonetheless_and_soon() {
    let run = Run::of(BLOCKS);
    let left = Unfinished {
        at: std::time::Duration::MAX,
        lead_in_ms: u64::MAX,
        rest_ms: u64::MAX,
        switch_ms: u64::MAX,
        changes: vec![
            PlanChange::GatePassed { segment: usize::MAX, lasted: s(1) },
            PlanChange::GatePassed { segment: 0, lasted: s(1) },
            PlanChange::Longer { segment: usize::MAX },
            PlanChange::Without { at: std::time::Duration::MAX },
            PlanChange::Inserted { after: usize::MAX, exercise: "hold".into() },
            PlanChange::Inserted { after: 0, exercise: "gone".into() },
            PlanChange::Speed(f64::NAN),
            PlanChange::Speed(0.0),
            PlanChange::Speed(1e300),
        ],
        ..put_by(&run)
    };
    let many = Unfinished { changes: vec![PlanChange::Longer { segment: 3 }; 40_000], ..put_by(&run) };
    for left in [left, many] {
        let session = Session::resumed(&left, catalog(), s(0)).unwrap();
        assert!(session.moment(s(0)).is_some());
        assert_eq!(session.speed(), 1.0);
        assert!(session.timeline().segments.len() < 2_000_000);
    }
}

pub(super) fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        Just(Action::TogglePause),
        Just(Action::Back),
        Just(Action::Skip),
        Just(Action::Restart),
        (0..200u64).prop_map(|secs| Action::Seek(s(secs))),
        Just(Action::Extend),
        Just(Action::Done),
        Just(Action::Hurts),
        Just(Action::TakeEasier),
        Just(Action::GoOn),
        (5..=15u32).prop_map(|tenths| Action::SetSpeed(f64::from(tenths) / 10.0)),
        Just(Action::Undo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_was_done_the_plan_and_the_place_are_the_same(
        steps in proptest::collection::vec((0..400u64, action()), 0..24),
    ) {
        let mut run = Run::of(BLOCKS);
        for (tenths, action) in steps {
            run.wait(tenths * 100).act(action);
        }
        let Some(left) = run.session.unfinished(&routine(BLOCKS), run.now) else {
            prop_assert_eq!(run.session.state(), State::Over);
            return Ok(());
        };
        let again = Session::resumed(&written(&left), catalog(), s(0)).unwrap();
        prop_assert_eq!(again.timeline(), run.session.timeline());
        prop_assert_eq!(again.speed(), run.session.speed());
        let place = again.position(s(0)).abs_diff(run.position());
        prop_assert!(place <= ms(1), "{:?}", place);
    }
}
