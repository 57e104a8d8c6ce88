//! A run of a routine, with the clock turned by hand.

use super::*;
use std::time::Duration;
use unhunch::engine::{Action, Session, State, What};

pub(super) fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

pub(super) fn s(n: u64) -> Duration {
    Duration::from_secs(n)
}

/// A session and the clock it runs by.
pub(super) struct Run {
    pub(super) session: Session,
    pub(super) now: Duration,
}

impl Run {
    pub(super) fn of(blocks: &str) -> Self {
        let timeline = Arc::new(timeline(blocks));
        Self { session: Session::new(timeline, Options::default(), s(1000)), now: s(1000) }
    }

    /// Lets `millis` pass in frames of a tenth of a second.
    pub(super) fn wait(&mut self, millis: u64) -> &mut Self {
        for _ in 0..millis / 100 {
            self.now += ms(100);
            self.session.tick(self.now, None);
        }
        self
    }

    pub(super) fn act(&mut self, action: Action) -> &mut Self {
        self.session.apply(action, catalog(), self.now);
        self
    }

    pub(super) fn position(&self) -> Duration {
        self.session.position(self.now)
    }

    pub(super) fn kind(&self) -> SegmentKind {
        self.session.moment(self.now).unwrap().segment.kind
    }

    pub(super) fn happened(&self) -> Vec<What> {
        self.session.happened().iter().map(|h| h.what).collect()
    }
}

pub(super) const HOLD: &str = r#"[Step(exercise: "hold")]"#;
pub(super) const TWO: &str = r#"[Step(exercise: "hold"), Step(exercise: "reps")]"#;

#[test]
fn it_plays_to_the_end_and_says_so() {
    let mut run = Run::of(HOLD);
    run.wait(37_900);
    assert_eq!((run.position(), run.session.state()), (ms(37_900), State::Playing));
    run.wait(100);
    assert_eq!((run.position(), run.session.state()), (s(38), State::Over));
    assert_eq!(run.happened(), [What::Finished]);
}

#[test]
fn resuming_inside_work_counts_in() {
    let mut run = Run::of(HOLD);
    run.wait(20_000).act(Action::TogglePause).wait(60_000);
    assert_eq!(run.position(), s(20));
    run.act(Action::TogglePause).wait(2_900);
    assert!(matches!(run.session.state(), State::CountIn { .. }));
    assert_eq!(run.position(), s(20));
    run.wait(1_100);
    assert_eq!((run.session.state(), run.position()), (State::Playing, s(21)));
}

#[test]
fn resuming_before_work_does_not_count_in() {
    let mut run = Run::of(HOLD);
    run.wait(2_000).act(Action::TogglePause).wait(5_000).act(Action::TogglePause);
    assert_eq!(run.session.state(), State::Playing);
}

#[test]
fn back_restarts_this_stretch_or_goes_to_the_one_before() {
    let mut run = Run::of(r#"[Step(exercise: "reps", dose: Reps(count: 5))]"#);
    run.wait(17_000).act(Action::Back);
    assert_eq!(run.position(), s(8), "the whole set, not one phase of a repetition");
    run.wait(500).act(Action::Back);
    assert_eq!(run.position(), s(0));
    run.act(Action::Back);
    assert_eq!(run.position(), s(0));
}

#[test]
fn skip_goes_to_the_next_stretch_and_is_recorded() {
    let mut run = Run::of(TWO);
    run.wait(10_000).act(Action::Skip);
    assert_eq!((run.position(), run.kind()), (s(38), SegmentKind::Rest));
    assert_eq!(run.happened(), [What::Skipped]);
    run.act(Action::Back);
    assert_eq!(run.position(), s(8), "an accidental skip has a way back");
}

#[test]
fn seeking_is_clamped_and_keeps_a_pause() {
    let mut run = Run::of(HOLD);
    run.act(Action::TogglePause).act(Action::Seek(s(30)));
    assert_eq!((run.position(), run.session.state()), (s(30), State::Paused));
    run.act(Action::Seek(s(9999)));
    assert_eq!((run.position(), run.session.state()), (s(38), State::Over));
    run.act(Action::Restart);
    assert_eq!((run.position(), run.session.state()), (s(0), State::Playing));
}

#[test]
fn ten_seconds_more_of_a_hold_is_a_whole_breath() {
    let mut run = Run::of(HOLD);
    let (timeline, revision) = (run.session.timeline().clone(), run.session.revision());
    run.wait(20_000).act(Action::Extend);
    assert_eq!(run.session.timeline().total_ms(), 48_000);
    assert_eq!(run.position(), s(20));
    assert!(!Arc::ptr_eq(&timeline, run.session.timeline()));
    assert_eq!(run.session.revision(), revision, "the sound goes on with the new score");
}

#[test]
fn ten_seconds_more_of_repetitions_are_whole_ones() {
    let mut run = Run::of(r#"[Step(exercise: "reps", dose: Reps(count: 5))]"#);
    run.wait(10_000).act(Action::Extend);
    let moment = run.session.moment(run.now).unwrap();
    assert_eq!(moment.reps, 8);
    assert_eq!(run.session.timeline().total_ms(), 8_000 + 8 * 4_000);
}

#[test]
fn ten_seconds_more_of_rest_and_of_timed_work() {
    let mut run = Run::of(TWO);
    run.wait(40_000).act(Action::Extend);
    assert_eq!(run.kind(), SegmentKind::Rest);
    assert_eq!(run.session.timeline().segments[2].len_ms(), 18_000);
    let mut timed = Run::of(r#"[Step(exercise: "timed", dose: Timed(secs: 32))]"#);
    timed.wait(10_000).act(Action::Extend);
    let segment = timed.session.timeline().segments[1];
    assert_eq!((segment.len_ms(), segment.loops), (40_000, 10));
}

#[test]
fn an_open_dose_waits_at_its_gate_until_done() {
    let mut run = Run::of(r#"[Step(exercise: "open"), Step(exercise: "hold")]"#);
    run.wait(60_000);
    assert!(matches!(run.session.state(), State::AtGate { .. }));
    assert_eq!((run.position(), run.kind()), (s(16), SegmentKind::Open));
    let one = run.session.moment(run.now).unwrap().movement;
    run.wait(300);
    let other = run.session.moment(run.now).unwrap().movement;
    assert_ne!(one, other, "the figure goes on moving");
    run.act(Action::Done);
    assert_eq!((run.kind(), run.session.state()), (SegmentKind::Rest, State::Playing));
    let open = run.session.timeline().segments[1];
    assert_eq!(open.len_ms(), 52_300, "the time it took is on the timeline");
}

#[test]
fn a_pause_at_a_gate_is_no_way_past_it() {
    let mut run = Run::of(r#"[Step(exercise: "open"), Step(exercise: "hold")]"#);
    run.wait(60_000).act(Action::TogglePause).act(Action::TogglePause).wait(4_000);
    assert!(matches!(run.session.state(), State::AtGate { .. }), "{:?}", run.session.state());
}

#[test]
fn an_open_dose_can_be_done_before_its_gate() {
    let mut run = Run::of(r#"[Step(exercise: "open"), Step(exercise: "hold")]"#);
    run.wait(10_000).act(Action::Done);
    assert_eq!(run.kind(), SegmentKind::Rest);
    assert_eq!(run.session.timeline().segments[1].len_ms(), 2_000);
    assert_eq!(run.happened(), [What::Done]);
}

#[test]
fn what_hurts_ends_at_once_and_offers_the_easier() {
    let mut run =
        Run::of(r#"[Repeat(times: 2, blocks: [Step(exercise: "hold")]), Step(exercise: "strength")]"#);
    run.wait(20_000).act(Action::Hurts);
    assert_eq!(run.session.state(), State::Hurt);
    assert_eq!(run.session.easier(), Some("reps"));
    let left: Vec<_> =
        run.session.timeline().entries.iter().map(|e| e.exercise.as_ref().unwrap().id.clone()).collect();
    assert_eq!(left, ["hold", "strength"], "it is not asked for again in the second round");
    run.wait(30_000);
    assert_eq!(run.position(), s(20), "time stands still until the person decides");
    run.act(Action::TakeEasier);
    assert_eq!((run.kind(), run.session.state()), (SegmentKind::Transition, State::Playing));
    let ids: Vec<_> =
        run.session.timeline().entries.iter().map(|e| e.exercise.as_ref().unwrap().id.clone()).collect();
    assert_eq!(ids, ["hold", "reps", "strength"]);
    assert_eq!(run.happened(), [What::Hurt, What::TookEasier]);
    assert_eq!(run.session.happened()[0].exercise.as_deref(), Some("hold"));
}

#[test]
fn after_what_hurts_one_can_go_on_without_it() {
    let mut run = Run::of(TWO);
    run.wait(20_000).act(Action::Hurts).act(Action::GoOn);
    assert_eq!((run.kind(), run.session.state()), (SegmentKind::Transition, State::Playing));
    let mut last = Run::of(HOLD);
    last.wait(20_000).act(Action::Hurts).act(Action::GoOn);
    assert_eq!(last.session.state(), State::Over);
}

#[test]
fn after_the_machine_slept_the_session_is_paused_where_it_was() {
    let mut run = Run::of(HOLD);
    run.wait(20_000);
    run.now += s(3600);
    run.session.tick(run.now, None);
    assert_eq!((run.session.state(), run.position()), (State::Slept, s(20)));
    assert_eq!(run.happened(), [What::Slept]);
    run.act(Action::TogglePause).wait(3_000);
    assert_eq!(run.session.state(), State::Playing);
}

#[test]
fn a_busy_window_is_not_taken_for_sleep_while_the_sound_goes_on() {
    let mut run = Run::of(HOLD);
    run.wait(10_000);
    run.now += s(5);
    run.session.tick(run.now, Some(s(15)));
    assert_eq!((run.session.state(), run.position()), (State::Playing, s(15)));
}

#[test]
fn the_playhead_follows_the_sound() {
    let mut run = Run::of(HOLD);
    for frame in 1..=100u64 {
        run.now += ms(100);
        run.session.tick(run.now, Some(ms(frame * 100 - 40)));
    }
    let behind = ms(10_000).saturating_sub(run.position());
    assert!(behind > ms(35) && behind < ms(45), "{behind:?}");
}

#[test]
fn speed_stretches_what_is_left_and_keeps_the_place() {
    let mut run = Run::of(r#"[Step(exercise: "flow", breath: "calm")]"#);
    run.wait(18_000);
    let before = run.session.moment(run.now).unwrap();
    let (segment, progress) = (before.segment_index, before.progress);
    run.act(Action::SetSpeed(0.5));
    let after = run.session.moment(run.now).unwrap();
    assert_eq!((after.segment_index, run.session.speed()), (segment, 0.5));
    assert!((after.progress - progress).abs() < 0.001);
    assert_eq!(run.session.timeline().total_ms(), 2 * 88_000);
    run.act(Action::SetSpeed(1.0));
    assert_eq!(run.session.timeline().total_ms(), 88_000);
}

#[test]
fn an_empty_routine_is_over_at_once() {
    let timeline = Arc::new(compiled("[]").0);
    let session = Session::new(timeline, Options::default(), s(0));
    assert_eq!(session.state(), State::Over);
    assert!(session.moment(s(0)).is_none());
}
