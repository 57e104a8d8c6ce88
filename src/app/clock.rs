//! The only place that reads a clock.

use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

use jiff::civil::DateTime;

use crate::history::days;
use crate::model::Stamp;

/// Time since the first call, never going back. Stands still while the machine sleeps, on systems
/// whose monotonic clock does.
///
/// Neither waits nor allocates, so that the audio callback may call it.
#[must_use]
pub fn monotonic() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    START.get_or_init(Instant::now).elapsed()
}

/// The time of day, as far as the system knows it.
fn wall() -> SystemTime {
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    SystemTime::now()
}

/// An instant, with the time of day where this machine is.
fn stamp(at: SystemTime) -> Stamp {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let utc_ms = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
    let instant = jiff::Timestamp::from_millisecond(utc_ms).unwrap_or_default();
    let offset_s = jiff::tz::TimeZone::system().to_offset(instant).seconds();
    Stamp { utc_ms, offset_s }
}

/// A day and time of the past, seen from an instant: where the clocks then showed what they would
/// here, they went by the same rules; a session that was elsewhere stays there.
#[must_use]
pub fn stamp_at(local: DateTime, seen_from: Stamp) -> Stamp {
    let zone = jiff::tz::TimeZone::system();
    let instant = jiff::Timestamp::from_millisecond(seen_from.utc_ms).unwrap_or_default();
    let is_here = zone.to_offset(instant).seconds() == seen_from.offset_s;
    match zone.to_timestamp(local) {
        Ok(at) if is_here => Stamp { utc_ms: at.as_millisecond(), offset_s: zone.to_offset(at).seconds() },
        _ => days::stamp_of(local, seen_from.offset_s),
    }
}

/// What the clocks say at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Monotonic time, which may stand still while the machine sleeps.
    pub awake: Duration,
    /// The time of day.
    pub wall: SystemTime,
}

/// What the system's clocks say now.
#[must_use]
pub fn system() -> Reading {
    Reading { awake: monotonic(), wall: wall() }
}

/// A session's time: monotonic, and counting the time the machine slept.
pub struct SessionClock {
    source: Box<dyn Fn() -> Reading>,
    slept: Duration,
    last: Option<Reading>,
}

/// The wall clock may be corrected by less than this without anyone having slept.
const CORRECTION: Duration = Duration::from_secs(2);

impl SessionClock {
    /// Reads this source of time.
    #[must_use]
    pub fn new(source: impl Fn() -> Reading + 'static) -> Self {
        Self { source: Box::new(source), slept: Duration::ZERO, last: None }
    }

    /// The time now.
    pub fn now(&mut self) -> Duration {
        let now = (self.source)();
        if let Some(last) = self.last.replace(now) {
            let by_wall = now.wall.duration_since(last.wall).unwrap_or_default();
            let asleep = by_wall.saturating_sub(now.awake.saturating_sub(last.awake));
            if asleep > CORRECTION {
                self.slept += asleep;
            }
        }
        now.awake + self.slept
    }

    /// The time of day when the time was last asked for.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        self.last.map(|reading| stamp(reading.wall)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn secs(n: u64) -> Duration {
        Duration::from_secs(n)
    }

    /// What a clock makes of readings: seconds awake, and seconds since noon.
    fn times(readings: &[(u64, i64)]) -> Vec<Duration> {
        let noon = SystemTime::UNIX_EPOCH + secs(43_200);
        let readings: Vec<Reading> = readings
            .iter()
            .map(|(awake, since)| {
                let offset = secs(since.unsigned_abs());
                Reading { awake: secs(*awake), wall: if *since < 0 { noon - offset } else { noon + offset } }
            })
            .collect();
        let count = readings.len();
        let next = std::cell::Cell::new(0);
        let mut clock = SessionClock::new(move || readings[next.replace(next.get() + 1)]);
        (0..count).map(|_| clock.now()).collect()
    }

    #[test]
    fn sleep_counts_although_the_monotonic_clock_stood_still() {
        let seen = times(&[(10, 0), (11, 1), (12, 3602), (13, 3603)]);
        assert_eq!(seen, [secs(10), secs(11), secs(3612), secs(3613)]);
    }

    #[test]
    fn small_corrections_and_a_wall_clock_set_back_change_nothing() {
        assert_eq!(times(&[(10, 0), (11, 2), (12, -600)]), [secs(10), secs(11), secs(12)]);
    }
}
