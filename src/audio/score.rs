//! The score: a timeline's cues in audio frames.

use std::time::Duration;

use crate::engine::{Cue, CueKind, SegmentKind, Timeline};

/// One chime, and the frame its first sample falls on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Frames from the start of the session.
    pub frame: u64,
    /// Which chime.
    pub kind: CueKind,
    /// The kinds that fall on the same instant and say more: it sounds where all of them are off.
    pub yields_to: Kinds,
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u16);

impl Kinds {
    /// True where a kind is in it.
    #[must_use]
    pub fn contains(self, kind: CueKind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// The kinds in it.
    pub fn iter(self) -> impl Iterator<Item = CueKind> {
        CueKind::ALL.into_iter().filter(move |kind| self.contains(*kind))
    }
}

impl FromIterator<CueKind> for Kinds {
    fn from_iter<T: IntoIterator<Item = CueKind>>(kinds: T) -> Self {
        Self(kinds.into_iter().fold(0, |bits, kind| bits | (1 << kind as u16)))
    }
}

/// The chimes of a session, in order of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Frames a second.
    pub rate: u32,
    /// In order of frames; those of one instant from the one that says most.
    pub events: Vec<Event>,
    /// Where the clock stops until the person says done, in order: milliseconds.
    pub gates_ms: Vec<u64>,
    /// Length of the session in milliseconds; the last chime may ring on.
    pub total_ms: u64,
}

impl Score {
    /// The score of a timeline at `rate` frames a second.
    #[must_use]
    pub fn new(timeline: &Timeline, rate: u32) -> Self {
        let sorted = by_weight(&timeline.cues);
        let instants = sorted.chunk_by(|a, b| a.at_ms == b.at_ms);
        let events = instants.flat_map(|cues| {
            cues.iter().enumerate().map(|(index, cue)| Event {
                frame: frame_at(cue.at_ms, rate),
                kind: cue.kind,
                yields_to: cues[..index].iter().map(|before| before.kind).collect(),
            })
        });
        let open = timeline.segments.iter().filter(|segment| segment.kind == SegmentKind::Open);
        Self {
            rate,
            events: events.collect(),
            gates_ms: open.map(|segment| segment.end_ms).collect(),
            total_ms: timeline.total_ms(),
        }
    }

    /// A count-in: a tick at each whole second before its end, 60 at most.
    #[must_use]
    pub fn count_in(lead: Duration, rate: u32) -> Self {
        let length = frame_of(lead, rate);
        let ticks = (1..=60).rev().filter_map(|secs| {
            let frame = length.checked_sub(frame_at(secs * 1000, rate))?;
            Some(Event { frame, kind: CueKind::LeadTick, yields_to: Kinds::default() })
        });
        let total_ms = u64::try_from(lead.as_millis()).unwrap_or(u64::MAX);
        Self { rate, events: ticks.collect(), gates_ms: Vec::new(), total_ms }
    }

    /// Length of the session in frames.
    #[must_use]
    pub fn total_frames(&self) -> u64 {
        frame_at(self.total_ms, self.rate)
    }

    /// The first gate after `frame`, in milliseconds. One that lies on it has been passed.
    #[must_use]
    pub fn gate_after(&self, frame: u64) -> Option<u64> {
        let passed = self.gates_ms.partition_point(|gate_ms| frame_at(*gate_ms, self.rate) <= frame);
        self.gates_ms.get(passed).copied()
    }
}

/// The frame nearest to a time. Exact to the sample: integers only.
#[must_use]
pub fn frame_at(ms: u64, rate: u32) -> u64 {
    let frames = (u128::from(ms) * u128::from(rate) + 500) / 1000;
    u64::try_from(frames).unwrap_or(u64::MAX)
}

/// The frame nearest to a time, for times finer than a millisecond.
#[must_use]
pub fn frame_of(time: Duration, rate: u32) -> u64 {
    const SECOND: u128 = 1_000_000_000;
    let frames = (time.as_nanos() * u128::from(rate) + SECOND / 2) / SECOND;
    u64::try_from(frames).unwrap_or(u64::MAX)
}

/// The cues that sound: where several fall on one instant, the one that says most. Sorted by time.
///
/// The order, from the one that silences all others: session done, start, switch, rest, end, set
/// done, halfway, next, last tick, lead tick, breath in, breath out, rep. A change of sides and a
/// rest say that the work has ended, so the end itself yields to them.
#[must_use]
pub fn audible(cues: &[Cue]) -> Vec<Cue> {
    let mut sorted = by_weight(cues);
    sorted.dedup_by_key(|cue| cue.at_ms);
    sorted
}

/// In order of time, those of one instant from the one that says most; each kind once.
fn by_weight(cues: &[Cue]) -> Vec<Cue> {
    let mut sorted = cues.to_vec();
    sorted.sort_by_key(|cue| (cue.at_ms, yields(cue.kind)));
    sorted.dedup_by_key(|cue| (cue.at_ms, cue.kind));
    sorted
}

/// How readily a kind yields to another: the lowest sounds.
fn yields(kind: CueKind) -> u8 {
    match kind {
        CueKind::SessionDone => 0,
        CueKind::Start => 1,
        CueKind::Switch => 2,
        CueKind::Rest => 3,
        CueKind::End => 4,
        CueKind::SetDone => 5,
        CueKind::Halfway => 6,
        CueKind::Next => 7,
        CueKind::LastTick => 8,
        CueKind::LeadTick => 9,
        CueKind::BreathIn => 10,
        CueKind::BreathOut => 11,
        CueKind::Rep => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Spoken;

    fn cue(at_ms: u64, kind: CueKind) -> Cue {
        Cue { at_ms, kind, spoken: Spoken::Silent }
    }

    fn kinds(cues: &[Cue]) -> Vec<CueKind> {
        audible(cues).into_iter().map(|cue| cue.kind).collect()
    }

    #[test]
    fn one_sound_an_instant() {
        use CueKind::{BreathIn, End, LastTick, Next, Rest, SetDone, Start, Switch};
        assert_eq!(kinds(&[cue(5, End), cue(5, SetDone), cue(5, Switch), cue(5, Next)]), [Switch]);
        assert_eq!(kinds(&[cue(5, End), cue(5, Rest), cue(5, Next)]), [Rest]);
        assert_eq!(kinds(&[cue(5, Next), cue(5, End)]), [End]);
        assert_eq!(kinds(&[cue(5, BreathIn), cue(5, Start), cue(6, LastTick)]), [Start, LastTick]);
    }

    #[test]
    fn frames_are_the_nearest() {
        assert_eq!(frame_at(1, 44_100), 44);
        assert_eq!(frame_at(5, 44_100), 221); // 220.5
        assert_eq!(frame_at(1000, 44_100), 44_100);
        assert_eq!(frame_at(u64::MAX, 48_000), u64::MAX);
    }

    #[test]
    fn count_in_ticks_on_whole_seconds_before_its_end() {
        let lead = Duration::from_millis;
        let frames = |ms| Score::count_in(lead(ms), 1000).events.iter().map(|e| e.frame).collect::<Vec<_>>();
        assert_eq!(frames(3000), [0, 1000, 2000]);
        assert_eq!(frames(2500), [500, 1500]);
        assert_eq!(frames(0), [0; 0]);
    }

    #[test]
    fn a_gate_at_the_playhead_has_been_passed() {
        let score = Score { rate: 1000, gates_ms: vec![10, 20], ..Score::default() };
        assert_eq!(score.gate_after(9), Some(10));
        assert_eq!(score.gate_after(10), Some(20));
        assert_eq!(score.gate_after(20), None);
    }
}
