//! The way back after a jump, a skip or "this hurts": a key that was hit by accident loses nothing.

use std::sync::Arc;
use std::time::Duration;

use super::tally::Tally;
use super::{Session, State};
use crate::engine::Timeline;

/// How long after a jump the way back is on offer, in time of the session: a pause does not use it up.
const OFFERED_FOR: Duration = Duration::from_secs(20);

/// A jump of less than this needs no way back.
const WORTH_IT: Duration = Duration::from_secs(1);

/// More jumps in a row than anyone takes back one by one.
const MOST: usize = 50;

/// How things stood before a jump.
#[derive(Clone, Debug)]
pub(super) struct WayBack {
    timeline: Arc<Timeline>,
    speed: f64,
    position: Duration,
    changes: usize,
    happened: usize,
    tally: Tally,
    /// Where the jump led.
    landed: Duration,
}

impl WayBack {
    /// The session now runs `ratio` times as fast, and so the jump led elsewhere in its time.
    pub(super) fn follow_speed(&mut self, ratio: f64) {
        self.landed = self.landed.div_f64(ratio);
    }
}

impl Session {
    /// Where [`super::Action::Undo`] leads; `None` when there is nothing fresh to take back.
    #[must_use]
    pub fn way_back(&self, now: Duration) -> Option<Duration> {
        self.fresh_way_back(now).map(|way| way.position)
    }

    fn fresh_way_back(&self, now: Duration) -> Option<&WayBack> {
        let way = self.ways_back.last()?;
        let since = self.position(now).checked_sub(way.landed)?;
        (since < OFFERED_FOR).then_some(way)
    }

    /// Does something and remembers the way back from it.
    pub(super) fn with_way_back(&mut self, now: Duration, act: impl FnOnce(&mut Self)) {
        let was_over = self.state() == State::Over;
        let before = WayBack {
            timeline: self.timeline.clone(),
            speed: self.speed,
            position: self.inside(now),
            changes: self.changes.len(),
            happened: self.happened.len(),
            tally: self.tally.clone(),
            landed: Duration::ZERO,
        };
        act(self);
        let landed = self.position(now);
        let is_elsewhere = before.position.abs_diff(landed) >= WORTH_IT;
        let has_another_plan = !Arc::ptr_eq(&before.timeline, &self.timeline);
        if !was_over && (is_elsewhere || has_another_plan) {
            self.ways_back.push(WayBack { landed, ..before });
            let surplus = self.ways_back.len().saturating_sub(MOST);
            self.ways_back.drain(..surplus);
        }
    }

    /// Puts everything back to where it was before the last jump, at the speed that runs now.
    pub(super) fn go_back(&mut self, now: Duration) {
        if self.fresh_way_back(now).is_none() {
            return;
        }
        let Some(way) = self.ways_back.pop() else { return };
        let speed = self.speed;
        self.timeline = way.timeline;
        self.speed = way.speed;
        self.changes.truncate(way.changes);
        self.happened.truncate(way.happened);
        self.tally.go_back_to(way.tally);
        self.easier = None;
        if matches!(self.state(), State::Paused | State::Slept) {
            self.enter(State::Paused, way.position, now);
        } else {
            self.resume(way.position, now);
        }
        self.set_speed(speed, now);
    }
}
