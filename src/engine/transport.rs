//! The playhead as plain state: where it is, whether it moves, and why not.

use std::time::Duration;

/// What the playhead does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It moves.
    Playing,
    /// The person paused it.
    Paused,
    /// The machine slept; the person has to say go on.
    Slept,
    /// 3-2-1 before it moves again.
    CountIn {
        /// When it moves, on the injected clock.
        until: Duration,
    },
    /// It waits at an open dose until the person says done.
    AtGate {
        /// Since when, on the injected clock.
        since: Duration,
    },
    /// "This hurts": the exercise has ended, and an easier one may be on offer.
    Hurt,
    /// The session is over.
    Over,
}

/// The playhead. Its position is computed from an anchor, never added up.
#[derive(Clone, Debug, PartialEq)]
pub struct Transport {
    state: State,
    anchor: Duration,
    anchor_now: Duration,
}

impl Transport {
    /// At the beginning, moving from `now` on.
    #[must_use]
    pub fn playing(now: Duration) -> Self {
        Self { state: State::Playing, anchor: Duration::ZERO, anchor_now: now }
    }

    /// What it does.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// Where it is at `now`, not stopped by anything on the way.
    #[must_use]
    pub fn position(&self, now: Duration) -> Duration {
        match self.state {
            State::Playing => self.anchor + now.saturating_sub(self.anchor_now),
            _ => self.anchor,
        }
    }

    /// Puts it at `position` doing `state`.
    pub fn set(&mut self, state: State, position: Duration, now: Duration) {
        *self = Self { state, anchor: position, anchor_now: now };
    }

    /// Draws the position towards where the sound is. A small difference is closed little by
    /// little so that the picture never jerks; a large one at once.
    pub fn follow(&mut self, heard: Duration, now: Duration) {
        const AT_ONCE: f64 = 0.080;
        const SHARE: f64 = 0.1;
        if self.state != State::Playing {
            return;
        }
        let here = self.position(now);
        let ahead = heard.as_secs_f64() - here.as_secs_f64();
        let step = if ahead.abs() > AT_ONCE { ahead } else { ahead * SHARE };
        let to = (here.as_secs_f64() + step).max(0.0);
        let position = Duration::try_from_secs_f64(to).unwrap_or(here);
        self.set(State::Playing, position, now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn secs(n: u64) -> Duration {
        Duration::from_secs(n)
    }

    #[test]
    fn the_position_is_anchor_plus_elapsed() {
        let mut transport = Transport::playing(secs(100));
        assert_eq!(transport.position(secs(107)), secs(7));
        transport.set(State::Paused, secs(7), secs(107));
        assert_eq!(transport.position(secs(500)), secs(7));
        transport.set(State::Playing, secs(7), secs(500));
        assert_eq!(transport.position(secs(503)), secs(10));
    }

    #[test]
    fn a_clock_that_goes_back_does_not_move_the_playhead_back() {
        let transport = Transport::playing(secs(100));
        assert_eq!(transport.position(secs(90)), Duration::ZERO);
    }

    #[test]
    fn it_closes_in_on_the_sound_gently_and_jumps_only_far() {
        let mut transport = Transport::playing(secs(0));
        transport.follow(Duration::from_millis(10_050), secs(10));
        let gentle = transport.position(secs(10));
        assert!(gentle > secs(10) && gentle < Duration::from_millis(10_010), "{gentle:?}");
        transport.follow(secs(20), secs(10));
        assert_eq!(transport.position(secs(10)), secs(20));
    }
}
