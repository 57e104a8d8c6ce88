//! How a take goes on while no device has it yet: by the clock, and at once, but where a device is
//! on its way it waits for it before the first chime, so that none is lost.

use std::time::Duration;

use crate::audio::playhead::Heard;
use crate::engine::Timeline;

/// How long a device that is being opened is waited for. It takes some 100 ms, up to 2 s where a
/// server sleeps in long stretches; where there is no device that shows at once.
const OPENS_WITHIN: Duration = Duration::from_millis(2500);
/// How long an open device may take to follow: two of its buffers at most.
const FOLLOWS_WITHIN: Duration = Duration::from_millis(500);
/// It is waited for so long before the first chime: with the time in which the device settles, a
/// sleeping loudspeaker has time to wake.
const BEFORE_FIRST: Duration = Duration::from_millis(350);

/// How a take goes on without a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Patience {
    asked: Duration,
    /// How far the take runs before it waits.
    runs_for: Duration,
    waits_until: Duration,
}

impl Patience {
    /// Asked for at `now`, waiting for nothing.
    pub(super) fn none(now: Duration) -> Self {
        Self { asked: now, runs_for: Duration::ZERO, waits_until: now }
    }

    /// For a device that is open and only has to follow.
    pub(super) fn for_open_device(now: Duration) -> Self {
        Self { waits_until: now.saturating_add(FOLLOWS_WITHIN), ..Self::none(now) }
    }

    /// For a device that is being opened, on the way to the first chime after `from`.
    pub(super) fn for_opening(timeline: &Timeline, from: Heard, now: Duration) -> Self {
        let waits_until = now.saturating_add(OPENS_WITHIN);
        Self { asked: now, runs_for: run_before_first(timeline, from), waits_until }
    }

    /// The same from another place on.
    pub(super) fn going_on(self, timeline: &Timeline, from: Heard, now: Duration) -> Self {
        let runs_for =
            if self.runs_for.is_zero() { Duration::ZERO } else { run_before_first(timeline, from) };
        Self { asked: now, runs_for, ..self }
    }

    /// There is nothing to wait for any longer.
    pub(super) fn give_up(&mut self, now: Duration) {
        self.waits_until = self.waits_until.min(now);
    }

    /// True while a device may still have the take whole.
    pub(super) fn is_waiting(&self, now: Duration) -> bool {
        now < self.waits_until
    }

    /// How much of the take has gone by at `now`.
    pub(super) fn run_at(&self, now: Duration) -> Duration {
        let gone = now.saturating_sub(self.asked);
        let goes_on = self.waits_until.max(self.asked.saturating_add(self.runs_for));
        gone.min(self.runs_for) + now.saturating_sub(goes_on)
    }
}

fn run_before_first(timeline: &Timeline, from: Heard) -> Duration {
    // A count-in ticks at once.
    if !from.lead_left.is_zero() {
        return Duration::ZERO;
    }
    let times = timeline.cues.iter().map(|cue| Duration::from_millis(cue.at_ms));
    let first = times.filter(|at| *at >= from.position).min();
    first.map_or(Duration::MAX, |at| at.saturating_sub(from.position + BEFORE_FIRST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Cue, CueKind, Spoken};

    const fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    fn first_at(at_ms: u64) -> Timeline {
        let cues = vec![Cue { at_ms, kind: CueKind::Next, spoken: Spoken::Silent }];
        Timeline { cues, ..Timeline::default() }
    }

    #[test]
    fn runs_at_once_and_waits_before_the_first_chime() {
        let opening = Patience::for_opening(&first_at(1000), Heard::default(), ms(10_000));
        let runs = [10_000, 10_400, 10_700, 12_400, 12_600].map(|now| opening.run_at(ms(now)));
        assert_eq!(runs, [0, 400, 650, 650, 750].map(ms));
    }

    #[test]
    fn goes_on_at_once_where_there_is_no_device() {
        let mut early = Patience::for_opening(&first_at(1000), Heard::default(), ms(10_000));
        let mut late = early;
        early.give_up(ms(10_100));
        assert_eq!(early.run_at(ms(11_000)), ms(1000));
        late.give_up(ms(11_000));
        assert_eq!(late.run_at(ms(11_500)), ms(1150));
    }

    #[test]
    fn a_count_in_waits_from_the_start() {
        let counted = Heard { position: ms(5000), lead_left: ms(3000) };
        let opening = Patience::for_opening(&first_at(9000), counted, ms(0));
        assert_eq!(opening.run_at(ms(2400)), ms(0));
    }

    #[test]
    fn nothing_ahead_is_nothing_to_wait_for() {
        let place = Heard { position: ms(5000), lead_left: ms(0) };
        let opening = Patience::for_opening(&first_at(1000), place, ms(0));
        assert_eq!(opening.run_at(ms(9000)), ms(9000));
    }
}
