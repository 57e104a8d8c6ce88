//! The only place that reads a clock.

use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

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

/// The hour of the day where the person is, 0 to 23; `None` where the system does not tell.
#[must_use]
pub fn local_hour() -> Option<u8> {
    let now = jiff::Zoned::now();
    u8::try_from(now.hour()).ok()
}

/// A session's time: monotonic, and counting the time the machine slept.
#[derive(Debug, Default)]
pub struct SessionClock {
    slept: Duration,
    last: Option<(Duration, SystemTime)>,
}

/// The wall clock may be corrected by less than this without anyone having slept.
const CORRECTION: Duration = Duration::from_secs(2);

impl SessionClock {
    /// The time now.
    pub fn now(&mut self) -> Duration {
        self.read(monotonic(), wall())
    }

    /// The session's time for a time of [`monotonic`].
    #[must_use]
    pub fn at(&self, monotonic: Duration) -> Duration {
        monotonic + self.slept
    }

    fn read(&mut self, awake: Duration, wall: SystemTime) -> Duration {
        if let Some((last_awake, last_wall)) = self.last {
            let by_wall = wall.duration_since(last_wall).unwrap_or_default();
            let asleep = by_wall.saturating_sub(awake.saturating_sub(last_awake));
            if asleep > CORRECTION {
                self.slept += asleep;
            }
        }
        self.last = Some((awake, wall));
        self.at(awake)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn secs(n: u64) -> Duration {
        Duration::from_secs(n)
    }

    #[test]
    fn sleep_counts_although_the_monotonic_clock_stood_still() {
        let mut clock = SessionClock::default();
        let noon = SystemTime::UNIX_EPOCH + secs(43_200);
        assert_eq!(clock.read(secs(10), noon), secs(10));
        assert_eq!(clock.read(secs(11), noon + secs(1)), secs(11));
        assert_eq!(clock.read(secs(12), noon + secs(3602)), secs(3612));
        assert_eq!(clock.read(secs(13), noon + secs(3603)), secs(3613));
    }

    #[test]
    fn small_corrections_and_a_wall_clock_set_back_change_nothing() {
        let mut clock = SessionClock::default();
        let noon = SystemTime::UNIX_EPOCH + secs(43_200);
        clock.read(secs(10), noon);
        assert_eq!(clock.read(secs(11), noon + secs(2)), secs(11));
        assert_eq!(clock.read(secs(12), noon - secs(600)), secs(12));
    }
}
