//! The page of one exercise: its figure in motion, as the person plays, slows and turns it.

use std::sync::Arc;
use std::time::Duration;

use crate::catalog::Catalog;
use crate::engine::{Movement, Round, Turn};
use crate::figure::View;
use crate::model::{Exercise, Side, Sides};

/// Just before the end of a round: the end itself is the start of the next.
const LAST: f64 = 0.9999;

/// The speeds there are.
const SLOWEST: f32 = 0.5;
const FASTEST: f32 = 1.5;

/// A step that is done for less time than this, in seconds, is not lit: it would only flash by.
const SHORTEST_LIT: f32 = 0.5;

/// An exercise whose page is open.
#[derive(Clone, Debug)]
pub(super) struct Preview {
    round: Round,
    pub(super) view: View,
    pub(super) speed: f32,
    pub(super) is_playing: bool,
    /// The side of an even round.
    side: Side,
    /// Rounds gone at `since`.
    from: f64,
    since: Duration,
}

impl Preview {
    /// Opens the page; the figure moves at once unless it is to keep still.
    #[must_use]
    pub(super) fn open(exercise: &Arc<Exercise>, catalog: &Catalog, is_playing: bool, now: Duration) -> Self {
        Self {
            round: Round::new(exercise, catalog),
            view: View::default(),
            speed: 1.0,
            is_playing,
            side: Side::Right,
            from: 0.0,
            since: now,
        }
    }

    /// The exercise shown.
    #[must_use]
    pub(super) fn exercise(&self) -> &Arc<Exercise> {
        self.round.exercise()
    }

    /// Shows the exercise as it is now.
    pub(super) fn take_in(&mut self, exercise: &Arc<Exercise>, catalog: &Catalog) {
        self.round = Round::new(exercise, catalog);
    }

    fn rounds(&self, now: Duration) -> f64 {
        if !self.is_playing {
            return self.from;
        }
        let secs = now.saturating_sub(self.since).as_secs_f64() * f64::from(self.speed);
        self.from + secs / f64::from(self.round.secs())
    }

    /// How far through the round, 0 to 1.
    #[must_use]
    pub(super) fn fraction(&self, now: Duration) -> f32 {
        self.rounds(now).fract() as f32
    }

    /// The side that works now, where sides differ.
    #[must_use]
    pub(super) fn side(&self, now: Duration) -> Option<Side> {
        self.turn(self.rounds(now) as u64).side
    }

    /// Side and way of a round, counted from 0.
    fn turn(&self, round: u64) -> Turn {
        let exercise = self.exercise();
        let side = match exercise.sides {
            Sides::Both => None,
            Sides::Alternating if !round.is_multiple_of(2) => Some(self.side.other()),
            Sides::Each | Sides::Alternating => Some(self.side),
        };
        let ways = exercise.ways.len().max(1) as u64;
        Turn { side, way: (round % ways) as u8 }
    }

    /// What the figure does now.
    #[must_use]
    pub(super) fn movement(&self, now: Duration) -> Movement {
        let round = self.rounds(now) as u64;
        let before = round.checked_sub(1).map(|before| self.turn(before));
        self.round.movement(self.turn(round), before, self.fraction(now))
    }

    /// The step that the figure is at.
    #[must_use]
    pub(super) fn lit_step(&self, now: Duration) -> Option<usize> {
        let (step, secs) = self.round.step_at(self.fraction(now))?;
        let flashes = self.is_playing && secs / self.speed < SHORTEST_LIT;
        (!flashes).then_some(step)
    }

    /// Counts from here on, so that what changes next changes nothing that was.
    fn anchor(&mut self, now: Duration) {
        self.from = self.rounds(now);
        self.since = now;
    }

    pub(super) fn toggle(&mut self, now: Duration) {
        self.anchor(now);
        self.is_playing = !self.is_playing;
    }

    pub(super) fn set_speed(&mut self, speed: f32, now: Duration) {
        self.anchor(now);
        if speed.is_finite() {
            self.speed = speed.clamp(SLOWEST, FASTEST);
        }
    }

    /// Goes to a place in this round and stays there.
    pub(super) fn scrub(&mut self, fraction: f32, now: Duration) {
        self.anchor(now);
        self.is_playing = false;
        if fraction.is_finite() {
            self.from = self.from.floor() + f64::from(fraction).clamp(0.0, LAST);
        }
    }

    /// Shows this side now.
    pub(super) fn set_side(&mut self, side: Side, now: Duration) {
        if self.side(now) != Some(side) {
            self.side = self.side.other();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::model::motion::Part;

    fn page(id: &str) -> Preview {
        let catalog = Catalog::builtin();
        Preview::open(&catalog.exercises[id], &catalog, true, Duration::ZERO)
    }

    fn secs(n: f32) -> Duration {
        Duration::from_millis((n * 1000.0) as u64)
    }

    #[test]
    fn speed_and_pause_change_nothing_that_was() {
        let mut page = page("cat-cow");
        let before = page.fraction(secs(3.0));
        page.set_speed(1.5, secs(3.0));
        assert!((page.fraction(secs(3.0)) - before).abs() < 1e-4);
        assert!((page.fraction(secs(5.0)) - before - 3.0 / 11.0).abs() < 1e-4);
        page.toggle(secs(5.0));
        assert_eq!(page.fraction(secs(5.0)), page.fraction(secs(50.0)));
        page.scrub(1.0, secs(50.0));
        assert!(page.fraction(secs(60.0)) > 0.99);
    }

    #[test]
    fn sides_take_turns_where_the_exercise_says_so_and_can_be_chosen() {
        let mut page = page("bird-dog");
        assert_eq!(page.side(secs(1.0)), Some(Side::Right));
        assert_eq!(page.side(secs(9.0)), Some(Side::Left));
        page.set_side(Side::Right, secs(9.0));
        assert_eq!(page.side(secs(9.0)), Some(Side::Right));
        assert_eq!(self::page("cat-cow").side(secs(9.0)), None);
    }

    #[test]
    fn what_would_flash_by_is_lit_only_by_hand() {
        let catalog = Catalog::builtin();
        let mut exercise = Exercise::clone(&catalog.exercises["jogging-in-place"]);
        exercise.steps[0].during = vec![Part::Lift];
        let mut page = Preview::open(&Arc::new(exercise), &catalog, true, Duration::ZERO);
        assert!(page.round.secs() < 1.0);
        assert!((0..40).all(|n| page.lit_step(secs(n as f32 / 10.0)).is_none()));
        page.scrub(0.1, secs(4.0));
        assert_eq!(page.lit_step(secs(4.0)), Some(0));
    }
}
