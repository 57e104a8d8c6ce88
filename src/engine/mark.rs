//! Marks: what is seen of a cue, for those who do not hear it.

use std::time::Duration;

use super::{Cue, CueKind, Timeline};

/// How long a cue is seen, in milliseconds.
pub const MARK_MS: u64 = 600;

/// Two pulses are at least this far apart, so that there are never more than three in a second.
const APART_MS: u64 = 334;

/// A cue as it is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The cue.
    pub cue: Cue,
    /// How much of its time has gone, 0 to 1.
    pub age: f32,
    /// True for one that may light up and fade. The others just show: breath and repetitions have
    /// the pacer and the count to be seen by, and what follows too fast would flicker.
    pub pulses: bool,
}

impl Mark {
    /// How bright its pulse is, 0 to 1: up at once but not hard, then slowly gone.
    #[must_use]
    pub fn glow(&self) -> f32 {
        if !self.pulses {
            return 0.0;
        }
        let (up, age) = (0.15, self.age.clamp(0.0, 1.0));
        let share = if age < up { age / up } else { (1.0 - age) / (1.0 - up) };
        share * share * (3.0 - 2.0 * share)
    }
}

impl Timeline {
    /// The cues that are seen at a time, oldest first.
    pub fn marks_at(&self, at: Duration) -> impl Iterator<Item = Mark> {
        let at_us = at.as_micros();
        let us = |cue: &Cue| u128::from(cue.at_ms) * 1000;
        let end = self.cues.partition_point(|cue| us(cue) <= at_us);
        let first = self.cues.partition_point(|cue| us(cue) + u128::from(MARK_MS) * 1000 <= at_us);
        (first.min(end)..end).map(move |index| {
            let cue = self.cues[index];
            let gone = (at_us - us(&cue)) as f32 / (MARK_MS * 1000) as f32;
            Mark { cue, age: gone, pulses: self.pulses(index) }
        })
    }

    fn pulses(&self, index: usize) -> bool {
        let cue = self.cues[index];
        let before = self.cues[..index].iter().rev().take_while(|other| other.at_ms + APART_MS > cue.at_ms);
        let follows_too_fast =
            before.filter(|other| lights_up(other.kind)).any(|other| other.at_ms < cue.at_ms);
        lights_up(cue.kind) && !follows_too_fast
    }
}

fn lights_up(kind: CueKind) -> bool {
    !matches!(kind, CueKind::Rep | CueKind::BreathIn | CueKind::BreathOut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Spoken;

    fn timeline(cues: &[(u64, CueKind)]) -> Timeline {
        let cues = cues.iter().map(|&(at_ms, kind)| Cue { at_ms, kind, spoken: Spoken::Silent }).collect();
        Timeline { cues, ..Timeline::default() }
    }

    fn kinds(timeline: &Timeline, ms: u64) -> Vec<CueKind> {
        timeline.marks_at(Duration::from_millis(ms)).map(|mark| mark.cue.kind).collect()
    }

    #[test]
    fn every_kind_is_seen_from_its_instant_for_its_time() {
        for kind in CueKind::ALL {
            let timeline = timeline(&[(5_000, kind)]);
            assert_eq!(kinds(&timeline, 4_999), []);
            assert_eq!(kinds(&timeline, 5_000), [kind]);
            assert_eq!(kinds(&timeline, 5_599), [kind]);
            assert_eq!(kinds(&timeline, 5_600), []);
        }
    }

    #[test]
    fn cues_of_one_instant_are_all_seen() {
        let timeline = timeline(&[(1_000, CueKind::End), (1_000, CueKind::Switch)]);
        assert_eq!(kinds(&timeline, 1_300), [CueKind::End, CueKind::Switch]);
        assert!(timeline.marks_at(Duration::from_millis(1_300)).all(|mark| mark.pulses));
    }

    #[test]
    fn a_pulse_rises_and_fades_without_a_jump() {
        let timeline = timeline(&[(0, CueKind::Start)]);
        let glow =
            |ms: u64| timeline.marks_at(Duration::from_millis(ms)).map(|m| m.glow()).fold(0.0, f32::max);
        assert!(glow(0) < 0.01 && glow(599) < 0.01 && glow(90) > 0.99);
        for ms in 0..700 {
            assert!((glow(ms + 1) - glow(ms)).abs() < 0.03, "at {ms}");
        }
    }

    #[test]
    fn there_are_never_more_than_three_pulses_in_a_second() {
        for gap in [20, 100, 200, 333, 334, 400] {
            let storm: Vec<(u64, CueKind)> = (0..60).map(|i| (i * gap, CueKind::Start)).collect();
            let timeline = timeline(&storm);
            let pulses: Vec<u64> =
                (0..60).filter(|&i| timeline.pulses(i)).map(|i| timeline.cues[i].at_ms).collect();
            for window in pulses.windows(4) {
                assert!(window[3] - window[0] > 1_000, "gap {gap}: {window:?}");
            }
        }
    }
}
