//! What is seen of the cues, over everything that is shipped.

use std::collections::VecDeque;
use std::time::Duration;

use unhunch::catalog::Catalog;
use unhunch::engine::{CueKind, Options, Timeline, compile};

fn shipped() -> impl Iterator<Item = Timeline> {
    let catalog = Catalog::builtin();
    let routines: Vec<_> = catalog.routines.values().cloned().collect();
    routines.into_iter().map(move |routine| compile(&routine, &catalog, &Options::default()).0)
}

#[test]
fn every_cue_of_every_routine_is_seen_when_it_sounds() {
    for timeline in shipped() {
        for cue in &timeline.cues {
            let at = Duration::from_millis(cue.at_ms + 100);
            assert!(
                timeline.marks_at(at).any(|mark| mark.cue == *cue),
                "{}: {:?} at {}",
                timeline.routine,
                cue.kind,
                cue.at_ms
            );
        }
    }
}

#[test]
fn nothing_flashes_more_than_three_times_a_second() {
    for timeline in shipped() {
        let mut pulses: VecDeque<u64> = VecDeque::new();
        for cue in &timeline.cues {
            let at = Duration::from_millis(cue.at_ms);
            let pulses_here = timeline.marks_at(at).any(|mark| mark.cue.at_ms == cue.at_ms && mark.pulses);
            if !pulses_here || pulses.back() == Some(&cue.at_ms) {
                continue;
            }
            pulses.push_back(cue.at_ms);
            while pulses.front().is_some_and(|first| first + 1_000 <= cue.at_ms) {
                pulses.pop_front();
            }
            assert!(pulses.len() <= 3, "{}: {pulses:?}", timeline.routine);
        }
    }
}

#[test]
fn breath_and_repetitions_show_and_do_not_flash() {
    for timeline in shipped() {
        let quiet = [CueKind::Rep, CueKind::BreathIn, CueKind::BreathOut];
        for cue in timeline.cues.iter().filter(|cue| quiet.contains(&cue.kind)) {
            let mut marks = timeline.marks_at(Duration::from_millis(cue.at_ms + 50));
            let mark = marks.find(|mark| mark.cue == *cue).unwrap();
            assert!(!mark.pulses && mark.glow() == 0.0);
        }
    }
}
