//! Where in the session the sound is that is heard now.

use std::time::Duration;

use crate::engine::{SegmentKind, Timeline};

/// The place that is heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Time from the start of the session.
    pub position: Duration,
    /// What is left of the count-in; the position stands still until it is over.
    pub lead_left: Duration,
}

/// What one uninterrupted run leads through: a count-in, then the session up to a gate or the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// Where the session is entered.
    pub from: Duration,
    /// Length of the count-in before it.
    pub lead: Duration,
    /// Where the position stops: the next gate, or the end.
    pub until: Duration,
}

impl Course {
    /// The course through a timeline from a place on it.
    #[must_use]
    pub fn new(timeline: &Timeline, from: Heard) -> Self {
        let open = timeline.segments.iter().filter(|segment| segment.kind == SegmentKind::Open);
        let gate = open.map(|s| Duration::from_millis(s.end_ms)).find(|gate| *gate > from.position);
        let until = gate.unwrap_or_else(|| Duration::from_millis(timeline.total_ms()));
        Self { from: from.position, lead: from.lead_left, until }
    }

    /// The place reached when it has run for `run`.
    #[must_use]
    pub fn after(&self, run: Duration) -> Heard {
        let position = self.from.saturating_add(run.saturating_sub(self.lead));
        let last = self.until.max(self.from);
        Heard { position: position.min(last), lead_left: self.lead.saturating_sub(run) }
    }
}

/// What the audio callback tells the rest of the program about the run that plays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hearing {
    /// Which run.
    pub take: u64,
    /// What it leads through.
    pub course: Course,
    /// Frames a second.
    pub rate: u32,
    /// The frame of the run that is heard at time zero of the clock; negative for any real clock.
    pub offset: f64,
}

impl Hearing {
    /// What is heard at `now`.
    #[must_use]
    pub fn at(&self, now: Duration) -> Heard {
        let rate = f64::from(self.rate);
        let secs = (now.as_secs_f64() * rate + self.offset) / rate;
        self.course.after(Duration::try_from_secs_f64(secs).unwrap_or_default())
    }
}

/// Finds out which frame is heard now from when the device asks for more.
///
/// A device asks in bursts. After a burst its buffer is full, so the frame then heard is a buffer's
/// length behind; a burst that comes late only makes that guess too small. So the largest guess of
/// the last half to one second holds. No guess can beat the clock, though: what the device has just
/// been given cannot have been heard before. That holds for good, but for the little by which the
/// device's own clock may be faster.
#[derive(Clone, Copy, Debug)]
pub struct Pacer {
    rate: f64,
    buffer: f64,
    best: f64,
    best_before: f64,
    window_ends: Duration,
    /// The offset if, at the worst time, a frame was heard the instant the device took it.
    at_most: f64,
    last: Duration,
}

impl Pacer {
    const WINDOW: Duration = Duration::from_millis(500);
    /// By how much a device's clock may be faster.
    const FASTER: f64 = 0.0005;

    /// For a device at `rate` whose buffer holds `buffer` frames.
    #[must_use]
    pub fn new(rate: u32, buffer: u32) -> Self {
        Self {
            rate: f64::from(rate),
            buffer: f64::from(buffer),
            best: f64::NEG_INFINITY,
            best_before: f64::NEG_INFINITY,
            window_ends: Duration::ZERO,
            at_most: f64::INFINITY,
            last: Duration::ZERO,
        }
    }

    /// Takes note that the device has been given `frames` in all by `now`, the last `given` of them
    /// just now.
    pub fn observe(&mut self, now: Duration, frames: u64, given: u64) {
        if now >= self.window_ends {
            self.best_before = self.best;
            self.best = f64::NEG_INFINITY;
            self.window_ends = now + Self::WINDOW;
        }
        let elapsed = now.as_secs_f64() * self.rate;
        let since = now.saturating_sub(std::mem::replace(&mut self.last, now)).as_secs_f64();
        let at_most = frames.saturating_sub(given) as f64 - elapsed;
        self.at_most = at_most.min(self.at_most + since * self.rate * Self::FASTER);
        if self.at_most < self.best.max(self.best_before) {
            // It ran dry: what was guessed before holds no longer.
            (self.best, self.best_before) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        }
        self.best = self.best.max(frames as f64 - self.buffer - elapsed);
    }

    /// The device's frame that is heard at time zero of the clock.
    #[must_use]
    pub fn offset(&self) -> f64 {
        self.best.max(self.best_before).min(self.at_most)
    }

    /// How long from `now` until the device's frame `frame` is heard.
    #[must_use]
    pub fn until_heard(&self, now: Duration, frame: u64) -> Duration {
        let heard = now.as_secs_f64() * self.rate + self.offset();
        let ahead = if heard.is_finite() { frame as f64 - heard } else { self.buffer };
        Duration::try_from_secs_f64(ahead.min(self.buffer) / self.rate).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    const COURSE: Course = Course { from: ms(5000), lead: ms(3000), until: ms(9000) };

    #[test]
    fn counts_in_then_runs_then_waits_at_the_gate() {
        assert_eq!(COURSE.after(ms(0)), Heard { position: ms(5000), lead_left: ms(3000) });
        assert_eq!(COURSE.after(ms(2500)), Heard { position: ms(5000), lead_left: ms(500) });
        assert_eq!(COURSE.after(ms(4000)), Heard { position: ms(6000), lead_left: ms(0) });
        assert_eq!(COURSE.after(ms(99_000)), Heard { position: ms(9000), lead_left: ms(0) });
    }

    #[test]
    fn hearing_is_smooth_between_bursts_and_never_before_the_start() {
        let hearing = Hearing { take: 1, course: COURSE, rate: 1000, offset: -10_000.0 };
        assert_eq!(hearing.at(ms(9000)).lead_left, ms(3000));
        assert_eq!(hearing.at(ms(14_000)).position, ms(6000));
        assert_eq!(hearing.at(ms(14_007)).position, ms(6007));
    }

    /// Bursts of 50 frames at 1 kHz into a buffer of 100, one of them 30 ms late.
    #[test]
    fn a_late_burst_does_not_move_the_playhead() {
        let mut pacer = Pacer::new(1000, 100);
        for burst in 0..40_u64 {
            let late = if burst == 20 { 30 } else { 0 };
            pacer.observe(ms(1000 + burst * 50 + late), 100 + burst * 50, 50);
        }
        assert_eq!(pacer.offset(), -1000.0);
    }

    #[test]
    fn a_server_that_takes_much_at_once_does_not_move_it_either() {
        let mut pacer = Pacer::new(1000, 100);
        pacer.observe(ms(1000), 3100, 3100);
        assert_eq!(pacer.offset(), -1000.0);
        pacer.observe(ms(3000), 3200, 100);
        assert!((pacer.offset() + 999.0).abs() < 1.0, "{}", pacer.offset());
    }

    #[test]
    fn a_gap_moves_it_within_a_second() {
        let mut pacer = Pacer::new(1000, 100);
        for burst in 0..60_u64 {
            let gap = if burst >= 20 { 400 } else { 0 };
            pacer.observe(ms(1000 + burst * 50 + gap), 100 + burst * 50, 50);
        }
        assert_eq!(pacer.offset(), -1400.0);
    }

    /// A device that fills its buffer, does nothing for a second and then begins.
    #[test]
    fn a_device_that_starts_late_is_seen_at_once() {
        let mut pacer = Pacer::new(1000, 100);
        pacer.observe(ms(1000), 100, 100);
        pacer.observe(ms(2000), 150, 50);
        assert_eq!(pacer.offset(), -1950.0);
        for burst in 1..40_u64 {
            pacer.observe(ms(2000 + burst * 50), 150 + burst * 50, 50);
        }
        assert_eq!(pacer.offset(), -1950.0);
    }

    #[test]
    fn tells_how_far_ahead_a_frame_is() {
        let mut pacer = Pacer::new(1000, 100);
        assert_eq!(pacer.until_heard(ms(1000), 0), ms(100));
        pacer.observe(ms(1000), 100, 100);
        assert_eq!(pacer.until_heard(ms(1040), 100), ms(60));
    }
}
