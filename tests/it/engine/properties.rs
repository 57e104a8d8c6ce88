//! What holds for every routine, sound or absurd.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;
use unhunch::engine::{Action, CueKind, Lookup, Segment, Session, State};
use unhunch::model::{Side, Sides};

use super::strategy::any_routine;
use super::*;

fn compiled_routine(routine: &Routine) -> Timeline {
    compile(routine, catalog(), &Options::default()).0
}

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// Plays from where it stands until `end`, a frame at a time, saying done at every gate.
fn play_until(session: &mut Session, now: &mut u64, end: u64) {
    while session.position(ms(*now)) < ms(end) {
        let left = end - session.position(ms(*now)).as_millis() as u64;
        *now += left.clamp(1, 500);
        session.tick(ms(*now), None);
        if matches!(session.state(), State::AtGate { .. } | State::Over) {
            return;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn segments_are_contiguous_and_sum_to_the_total(routine in any_routine()) {
        let timeline = compiled_routine(&routine);
        let mut end = 0;
        for segment in &timeline.segments {
            prop_assert_eq!(segment.start_ms, end);
            prop_assert!(segment.end_ms > segment.start_ms);
            end = segment.end_ms;
        }
        prop_assert_eq!(timeline.total_ms(), end);
        prop_assert_eq!(timeline.total_ms(), timeline.segments.iter().map(Segment::len_ms).sum::<u64>());
    }

    #[test]
    fn cues_are_inside_the_timeline_and_in_order(routine in any_routine()) {
        let timeline = compiled_routine(&routine);
        prop_assert!(timeline.cues.windows(2).all(|pair| pair[0].at_ms <= pair[1].at_ms));
        prop_assert!(timeline.cues.iter().all(|c| c.at_ms <= timeline.total_ms()));
        let done = timeline.cues.iter().filter(|c| c.kind == CueKind::SessionDone).count();
        prop_assert_eq!(done, usize::from(!timeline.segments.is_empty()));
    }

    #[test]
    fn every_stretch_of_work_starts_and_ends_with_a_cue(routine in any_routine()) {
        let timeline = compiled_routine(&routine);
        for bout in &timeline.bouts {
            let has = |at: u64, kind: CueKind| timeline.cues.iter().any(|c| c.at_ms == at && c.kind == kind);
            prop_assert!(has(bout.start_ms, CueKind::Start));
            prop_assert!(has(bout.end_ms, CueKind::End));
        }
    }

    #[test]
    fn entries_own_their_segments_in_order(routine in any_routine()) {
        let timeline = compiled_routine(&routine);
        let mut next = 0;
        for (index, entry) in timeline.entries.iter().enumerate() {
            prop_assert_eq!(entry.first_segment, next);
            next = entry.end_segment;
            let own = &timeline.segments[entry.first_segment as usize..next as usize];
            prop_assert!(own.iter().all(|s| s.entry as usize == index));
        }
        prop_assert_eq!(next as usize, timeline.segments.len());
    }

    #[test]
    fn what_is_looked_up_is_what_a_search_through_all_finds(routine in any_routine()) {
        let timeline = compiled_routine(&routine);
        let plain = Timeline { lookup: Lookup::default(), ..timeline.clone() };
        for (index, segment) in timeline.segments.iter().enumerate() {
            prop_assert_eq!(timeline.bout_of(index), plain.bout_of(index));
            for ms in [segment.start_ms, segment.end_ms - 1] {
                prop_assert_eq!(timeline.segment_at(ms), Some(index));
                prop_assert_eq!(plain.segment_at(ms), Some(index));
            }
        }
        let last = timeline.segments.len().checked_sub(1);
        for past in [timeline.total_ms(), timeline.total_ms() * 3 + 1, u64::MAX] {
            prop_assert_eq!(timeline.segment_at(past), last);
        }
    }

    #[test]
    fn the_moment_agrees_with_the_segments(routine in any_routine(), share in 0.0f64..1.2) {
        let timeline = compiled_routine(&routine);
        let at = ms((timeline.total_ms() as f64 * share) as u64);
        let Some(moment) = timeline.at(at) else {
            prop_assert!(timeline.segments.is_empty());
            return Ok(());
        };
        let segment = timeline.segments[moment.segment_index];
        prop_assert_eq!(moment.segment, segment);
        prop_assert!(ms(segment.start_ms) <= moment.at && moment.at <= ms(segment.end_ms));
        prop_assert!((0.0..=1.0).contains(&moment.progress));
        prop_assert!((0.0..=1.0).contains(&moment.bout_progress));
        prop_assert!((0.0..=1.0).contains(&moment.movement.breath));
        prop_assert!((0.0..=1.0).contains(&moment.movement.progress));
        prop_assert_eq!(moment.at + moment.session_left, ms(timeline.total_ms()));
        prop_assert!(moment.left <= moment.bout_left);
        prop_assert_eq!(moment.is_over, share >= 1.0 || moment.at == ms(timeline.total_ms()));
    }

    #[test]
    fn both_sides_work_for_the_same_time(routine in any_routine()) {
        let timeline = compiled_routine(&routine);
        for entry in &timeline.entries {
            let one_sided = entry.exercise.as_ref().is_some_and(|e| e.sides != Sides::Both);
            if !one_sided {
                continue;
            }
            let mut worked: BTreeMap<Option<Side>, u64> = BTreeMap::new();
            for segment in &timeline.segments[entry.first_segment as usize..entry.end_segment as usize] {
                if segment.kind.is_work() && segment.loops == 0 {
                    *worked.entry(segment.side).or_default() += segment.len_ms();
                }
            }
            if !worked.is_empty() {
                prop_assert_eq!(worked.get(&Some(Side::Left)), worked.get(&Some(Side::Right)));
                prop_assert_eq!(worked.len(), 2);
            }
        }
    }

    #[test]
    fn holds_and_breathing_end_on_a_whole_breath(routine in any_routine()) {
        let timeline = compiled_routine(&routine);
        for segment in &timeline.segments {
            if matches!(segment.kind, SegmentKind::Hold | SegmentKind::Breathe) {
                let pattern = &timeline.entries[segment.entry as usize].breath;
                let breath: u64 = pattern.stages.iter().filter_map(|s| s.1.to_ms()).sum();
                prop_assert_eq!(segment.len_ms() % breath, 0, "{} of {}", segment.len_ms(), breath);
            }
        }
    }

    #[test]
    fn seeking_then_playing_equals_playing_there(routine in any_routine(), from in 0.0f64..1.0, to in 0.0f64..1.0) {
        let timeline = std::sync::Arc::new(compiled_routine(&routine));
        let total = timeline.total_ms() as f64;
        let gate = timeline.segments.iter().find(|s| s.kind == SegmentKind::Open).map(|s| s.end_ms);
        let end = ((total * from.max(to)) as u64).min(gate.unwrap_or(u64::MAX).saturating_sub(1));
        let start = ((total * from.min(to)) as u64).min(end);

        let mut played = Session::new(timeline.clone(), Options::default(), ms(0));
        let mut now_played = 0;
        play_until(&mut played, &mut now_played, end);

        let mut sought = Session::new(timeline, Options::default(), ms(0));
        sought.apply(Action::Seek(ms(start)), catalog(), ms(0));
        let mut now_sought = 0;
        play_until(&mut sought, &mut now_sought, end);

        prop_assert_eq!(played.position(ms(now_played)), sought.position(ms(now_sought)));
        prop_assert_eq!(played.moment(ms(now_played)), sought.moment(ms(now_sought)));
    }

    #[test]
    fn no_sequence_of_actions_breaks_a_session(
        routine in any_routine(),
        actions in proptest::collection::vec((0u8..11, 0.0f64..1.2, 1u64..9_000), 0..40),
    ) {
        let timeline = std::sync::Arc::new(compiled_routine(&routine));
        let mut session = Session::new(timeline, Options::default(), ms(0));
        let mut now = 0;
        for (which, amount, wait) in actions {
            for _ in 0..(wait / 1_500) {
                now += 1_500;
                session.tick(ms(now), None);
            }
            now += wait % 1_500;
            session.tick(ms(now), None);
            let total = session.timeline().total_ms() as f64;
            let action = match which {
                0 => Action::TogglePause,
                1 => Action::Back,
                2 => Action::Skip,
                3 => Action::Restart,
                4 => Action::Seek(ms((total * amount) as u64)),
                5 => Action::Extend,
                6 => Action::Done,
                7 => Action::Hurts,
                8 => Action::TakeEasier,
                9 => Action::GoOn,
                _ => Action::SetSpeed(amount + 0.3),
            };
            session.apply(action, catalog(), ms(now));
            let timeline = session.timeline();
            prop_assert!(timeline.segments.windows(2).all(|pair| pair[0].end_ms == pair[1].start_ms));
            prop_assert!(session.position(ms(now)) <= ms(timeline.total_ms()));
            prop_assert_eq!(session.moment(ms(now)).is_some(), !timeline.segments.is_empty());
        }
    }
}
