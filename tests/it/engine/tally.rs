//! What is put down of a session: how much was done of each stretch of work, and how it ended.

use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use unhunch::engine::{Action, Options, Session, State, compile, done_as_planned};
use unhunch::model::{BoutEnd, BoutRecord, Side, WorkKind, ron_dialect};

use super::resuming::action;
use super::sessions::{HOLD, Run, TWO, ms, s};
use super::strategy::any_routine;
use super::{catalog, routine};

/// `name end done/planned` in seconds, `+` what it was extended by, `/side`, and its repetitions.
fn line(bout: &BoutRecord) -> String {
    let secs = |ms: u64| ms as f64 / 1000.0;
    let more = if bout.extended_ms > 0 { format!(" +{}", secs(bout.extended_ms)) } else { String::new() };
    let side = bout.side.map_or(String::new(), |side| format!("/{side:?}"));
    let (done, planned) = (secs(bout.done_ms), secs(bout.planned_ms));
    let reps = format!("{} of {}", bout.done_reps, bout.planned_reps);
    format!("{}{side} {:?} {done}/{planned}{more}, {reps}", bout.name, bout.end)
}

fn lines(bouts: &[BoutRecord]) -> Vec<String> {
    bouts.iter().map(line).collect()
}

impl Run {
    fn performed(&self) -> Vec<String> {
        lines(self.session.performed())
    }

    fn if_left(&self) -> Vec<String> {
        lines(&self.session.performed_if_left(self.now))
    }
}

fn done_ms(bouts: &[BoutRecord]) -> u64 {
    bouts.iter().map(|bout| bout.done_ms).sum()
}

#[test]
fn what_is_played_to_its_end_is_done_as_planned() {
    let mut run = Run::of(TWO);
    run.wait(20_000);
    assert_eq!(run.performed(), [""; 0], "it is under way");
    assert_eq!(run.if_left(), ["Hold CutShort 12/30, 0 of 1"]);
    run.wait(60_000);
    assert_eq!(run.session.state(), State::Over);
    assert_eq!(run.performed(), ["Hold Done 30/30, 1 of 1", "Reps Done 20/20, 5 of 5"]);
    assert_eq!(run.session.performed()[0].exercise.as_deref(), Some("hold"));
    assert_eq!(run.session.performed()[0].set, 1);
}

#[test]
fn sides_sets_and_kinds_are_told_apart() {
    let mut run = Run::of(r#"[Step(exercise: "calm-down"), Step(exercise: "strength")]"#);
    run.wait(300_000);
    let seen: Vec<_> = run.session.performed().iter().map(|b| (b.side, b.set, b.kind)).collect();
    let (calm, strong) = (WorkKind::Mobility, WorkKind::Strength);
    let sides = [Some(Side::Left), Some(Side::Right)];
    assert!(sides.contains(&seen[0].0) && sides.contains(&seen[1].0) && seen[0].0 != seen[1].0, "{seen:?}");
    assert_eq!(seen.iter().map(|b| b.2).collect::<Vec<_>>(), [calm, calm, strong, strong]);
    assert_eq!((seen[2].1, seen[3].1), (1, 2));
}

#[test]
fn sides_that_take_turns_are_one_stretch_of_no_side() {
    let mut run = Run::of(r#"[Step(exercise: "reps-alternating")]"#);
    run.wait(60_000);
    let [bout] = run.session.performed() else { panic!("{:?}", run.performed()) };
    assert_eq!((bout.side, bout.planned_reps, bout.done_reps), (None, 3, 3));
}

#[test]
fn breathing_alone_is_named_after_its_pattern_and_counts_breaths() {
    let mut run = Run::of(r#"[Breathe(pattern: "calm", secs: 60)]"#);
    run.wait(8_000 + 25_000);
    let [bout] = &run.session.performed_if_left(run.now)[..] else { panic!() };
    assert_eq!((bout.exercise.as_deref(), bout.kind), (None, WorkKind::Breath));
    assert_eq!(bout.name, catalog().breath("calm").unwrap().name);
    assert_eq!((bout.planned_reps, bout.done_reps, bout.done_ms), (6, 2, 25_000));
}

#[test]
fn pauses_count_ins_and_sleep_are_not_work() {
    let mut run = Run::of(HOLD);
    run.wait(20_000).act(Action::TogglePause).wait(60_000).act(Action::TogglePause).wait(5_000);
    run.now += s(3600);
    run.session.tick(run.now, None);
    run.act(Action::TogglePause).wait(60_000);
    assert_eq!(run.performed(), ["Hold Done 30/30, 1 of 1"]);
}

#[test]
fn a_skip_cuts_short_what_was_begun_and_skips_what_was_not() {
    let mut run = Run::of(r#"[Step(exercise: "hold"), Step(exercise: "reps"), Step(exercise: "hold")]"#);
    run.wait(20_000).act(Action::Skip);
    assert_eq!(run.performed(), ["Hold CutShort 12/30, 0 of 1"]);
    // The rest, the way into position, and half a second of the repetitions.
    run.act(Action::Skip).act(Action::Skip).wait(500).act(Action::Skip);
    assert_eq!(run.performed()[1..], ["Reps Skipped 0.5/20, 0 of 5"]);
    assert_eq!(run.if_left().len(), 2, "what was never reached is not there");
}

#[test]
fn a_jump_ahead_skips_what_lies_between() {
    let mut run = Run::of(r#"[Step(exercise: "hold"), Step(exercise: "reps"), Step(exercise: "stretch")]"#);
    let end = run.session.timeline().bouts[2].start_ms;
    run.wait(20_000).act(Action::Seek(ms(end + 5_000)));
    assert_eq!(run.performed(), ["Hold CutShort 12/30, 0 of 1", "Reps Skipped 0/20, 0 of 5"]);
    run.act(Action::Seek(s(0))).act(Action::Seek(ms(end + 5_000)));
    assert_eq!(run.performed().len(), 3, "what is known to be skipped is not skipped again");
}

#[test]
fn what_was_skipped_and_is_done_after_all_is_done_and_what_is_done_twice_is_there_twice() {
    let mut run = Run::of(r#"[Step(exercise: "hold"), Step(exercise: "reps"), Step(exercise: "stretch")]"#);
    let bouts = run.session.timeline().bouts.clone();
    run.wait(40_000).act(Action::Seek(ms(bouts[2].start_ms)));
    assert_eq!(run.performed(), ["Hold Done 30/30, 1 of 1", "Reps Skipped 0/20, 0 of 5"]);
    run.act(Action::Seek(ms(bouts[0].start_ms))).wait(200_000);
    assert_eq!(
        run.performed(),
        [
            "Hold Done 30/30, 1 of 1",
            "Reps Done 20/20, 5 of 5",
            "Stretch Done 30/30, 1 of 1",
            "Hold Done 30/30, 1 of 1",
        ]
    );
}

#[test]
fn a_stretch_that_is_begun_anew_is_another_performance() {
    let mut run = Run::of(HOLD);
    run.wait(20_000).act(Action::Back).wait(60_000);
    assert_eq!(run.performed(), ["Hold CutShort 12/30, 0 of 1", "Hold Done 30/30, 1 of 1"]);
}

#[test]
fn a_jump_ahead_inside_a_stretch_goes_on_with_it() {
    let mut run = Run::of(HOLD);
    run.wait(18_000).act(Action::Seek(s(28))).wait(60_000);
    assert_eq!(run.performed(), ["Hold Done 20/30, 1 of 1"]);
}

#[test]
fn ten_seconds_more_are_told_apart_from_the_plan() {
    let mut run = Run::of(r#"[Step(exercise: "hold"), Step(exercise: "reps", dose: Reps(count: 5))]"#);
    run.wait(20_000).act(Action::Extend).wait(30_000);
    assert_eq!(run.performed(), ["Hold Done 40/30 +10, 1 of 1"]);
    run.act(Action::Seek(s(20))).wait(38_000);
    assert_eq!(run.performed()[1], "Hold Done 28/30, 1 of 1", "the plan stays what it was");
    run.wait(12_000).act(Action::Extend).wait(60_000);
    assert_eq!(run.performed()[2], "Reps Done 32/20 +12, 8 of 5");
}

#[test]
fn time_is_real_at_any_speed() {
    let mut run = Run::of(HOLD);
    run.wait(18_000).act(Action::SetSpeed(0.5)).wait(40_000);
    assert_eq!(run.performed(), ["Hold Done 50/30, 1 of 1"]);
    let mut slow = Run::of(HOLD);
    slow.act(Action::SetSpeed(0.5)).wait(100_000);
    assert_eq!(slow.performed(), ["Hold Done 60/60, 1 of 1"], "the plan of the speed it began at");
}

#[test]
fn waiting_at_a_gate_counts_once_the_gate_is_passed() {
    let mut run = Run::of(r#"[Step(exercise: "open"), Step(exercise: "hold")]"#);
    run.wait(60_000);
    assert_eq!(run.performed(), [""; 0], "it is not done before the person says so");
    assert!(run.if_left()[0].starts_with("Open CutShort 7.999/8"), "{:?}", run.if_left());
    run.act(Action::Done);
    assert_eq!(run.performed(), ["Open Done 52/8, 0 of 0"]);
    run.act(Action::Undo).wait(10_000);
    assert_eq!(run.performed(), [""; 0]);
    let mut early = Run::of(r#"[Step(exercise: "open"), Step(exercise: "hold")]"#);
    early.wait(10_000).act(Action::Done);
    assert_eq!(early.performed(), ["Open Done 2/8, 0 of 0"]);
}

#[test]
fn what_hurts_is_put_down_and_what_it_takes_out_is_not() {
    let mut run =
        Run::of(r#"[Repeat(times: 2, blocks: [Step(exercise: "hold")]), Step(exercise: "strength")]"#);
    run.wait(20_000).act(Action::Hurts).wait(10_000);
    assert_eq!(run.performed(), ["Hold Hurt 12/30, 0 of 1"]);
    assert_eq!(run.if_left().len(), 1);
    run.act(Action::TakeEasier).wait(600_000);
    let names: Vec<_> = run.session.performed().iter().map(|b| (&*b.name, b.end)).collect();
    let done = BoutEnd::Done;
    assert_eq!(
        names,
        [("Hold", BoutEnd::Hurt), ("Reps", done), ("Strength", done), ("Strength", done)],
        "the easier one is a performance of its own"
    );
}

#[test]
fn pain_in_the_rest_is_that_of_the_exercise_before_and_on_the_way_that_of_the_one_ahead() {
    let mut run = Run::of(r#"[Step(exercise: "strength"), Step(exercise: "hold")]"#);
    run.wait(8_000 + 40_000 + 2_000).act(Action::Hurts).act(Action::GoOn);
    assert_eq!(run.performed(), ["Strength Hurt 40/40, 10 of 10"]);
    let mut way = Run::of(HOLD);
    way.wait(3_000).act(Action::Hurts);
    assert_eq!(way.performed(), ["Hold Hurt 0/30, 0 of 1"]);
}

#[test]
fn a_slip_is_taken_back_with_all_it_put_down() {
    for slip in [Action::Hurts, Action::Skip, Action::Seek(s(60)), Action::Restart] {
        let mut run =
            Run::of(r#"[Step(exercise: "hold"), Step(exercise: "reps"), Step(exercise: "stretch")]"#);
        run.wait(20_000).act(slip).wait(1_000);
        let revision = run.session.performed_revision();
        run.act(Action::Undo);
        assert_eq!(run.performed(), [""; 0], "{slip:?}");
        assert_eq!(run.if_left(), ["Hold CutShort 12/30, 0 of 1"], "{slip:?}");
        assert!(run.session.performed_revision() > revision, "{slip:?}");
        run.wait(30_000);
        assert_eq!(run.performed(), ["Hold Done 30/30, 1 of 1"], "{slip:?}: it is one stretch");
    }
}

#[test]
fn begun_again_after_its_end_it_counts_from_the_beginning() {
    let mut run = Run::of(HOLD);
    run.wait(40_000).act(Action::Restart);
    assert_eq!((run.session.round(), run.performed()), (1, vec![]));
    run.wait(39_000).act(Action::Undo);
    assert_eq!((run.session.round(), run.session.state()), (1, State::Over));
    assert_eq!(run.performed(), ["Hold Done 30/30, 1 of 1"]);
}

#[test]
fn begun_in_the_middle_nothing_before_is_skipped() {
    let timeline = Arc::new(super::timeline(TWO));
    let session = Session::new(timeline, Options::default(), s(0)).starting_at(s(50), s(0));
    assert_eq!(session.performed(), []);
}

#[test]
fn a_session_gone_on_with_later_goes_on_with_what_was_put_down() {
    let mut run = Run::of(TWO);
    run.wait(45_000).act(Action::Seek(s(20))).wait(5_000);
    let left = run.session.unfinished(&Arc::new(routine(TWO)), run.now).unwrap();
    assert_eq!(lines(&left.bouts.iter().map(|b| b.bout.clone()).collect::<Vec<_>>()), run.if_left());
    let text = ron_dialect().to_string(&left).unwrap();
    let left = ron_dialect().from_str(&text).unwrap();
    let session = Session::resumed(&left, catalog(), s(0)).unwrap();
    let mut again = Run { session, now: s(0) };
    again.wait(200_000);
    assert_eq!(
        again.performed(),
        ["Hold Done 30/30, 1 of 1", "Hold Done 18/30, 1 of 1", "Reps Done 20/20, 5 of 5"]
    );
}

/// A session, the clock it runs by, and for how long it moved.
struct Watched {
    run: Run,
    moved: Duration,
}

impl Watched {
    fn wait(&mut self, millis: u64) {
        for _ in 0..millis / 100 {
            let before = self.run.session.state();
            self.run.wait(100);
            if matches!(before, State::Playing | State::CountIn { .. } | State::AtGate { .. }) {
                self.moved += ms(100);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_more_is_put_down_than_was_played(
        routine in any_routine(),
        steps in proptest::collection::vec((0..300u64, action()), 0..24),
    ) {
        let timeline = Arc::new(compile(&routine, catalog(), &Options::default()).0);
        let session = Session::new(timeline, Options::default(), s(0));
        let mut watched = Watched { run: Run { session, now: s(0) }, moved: Duration::ZERO };
        for (tenths, action) in steps {
            watched.wait(tenths * 100);
            let round = watched.run.session.round();
            watched.run.act(action);
            if watched.run.session.round() != round {
                watched.moved = Duration::ZERO;
            }
            let left = watched.run.session.performed_if_left(watched.run.now);
            let done = done_ms(&left);
            let moved = watched.moved.as_millis() as u64;
            prop_assert!(done <= moved, "{done} of {moved}\n{:#?}", lines(&left));
            prop_assert!(left.iter().all(|b| b.end != BoutEnd::Skipped || b.done_ms < 1_000));
        }
    }

    #[test]
    fn played_through_every_stretch_is_done_as_planned(routine in any_routine()) {
        let timeline = Arc::new(compile(&routine, catalog(), &Options::default()).0);
        let planned = done_as_planned(&timeline);
        let mut session = Session::new(timeline, Options::default(), s(0));
        let mut now = s(0);
        while session.state() != State::Over {
            now += ms(1_700);
            session.tick(now, None);
            if matches!(session.state(), State::AtGate { .. }) {
                session.apply(Action::Done, catalog(), now);
            }
        }
        let bouts = session.performed();
        prop_assert_eq!(bouts.len(), planned.len());
        for (bout, planned) in bouts.iter().zip(planned) {
            prop_assert!(bout.done_ms >= planned.done_ms);
            // At a gate it takes as long as the person likes.
            let as_long = BoutRecord { done_ms: planned.done_ms, extended_ms: 0, ..bout.clone() };
            prop_assert_eq!(as_long, planned);
        }
    }

    #[test]
    fn undo_puts_the_log_back(
        steps in proptest::collection::vec((0..200u64, action()), 0..10),
        slip in prop_oneof![
            Just(Action::Skip), Just(Action::Hurts), Just(Action::Done), (0..120u64).prop_map(|at| Action::Seek(s(at))),
        ],
    ) {
        let mut run = Run::of(r#"[Step(exercise: "hold"), Step(exercise: "open"), Step(exercise: "strength")]"#);
        for (tenths, action) in steps {
            run.wait(tenths * 100).act(action);
        }
        let (before, place, ways) = (run.if_left(), run.position(), run.session.way_back(run.now));
        let was = run.session.state();
        run.act(slip);
        let is_taken_back = run.session.way_back(run.now).is_some_and(|to| to.abs_diff(place) <= ms(1));
        if was != State::Over && is_taken_back && ways != run.session.way_back(run.now) {
            run.act(Action::Undo);
            prop_assert_eq!(run.if_left(), before);
        }
    }
}
