//! The page of one exercise: its figure in motion, as the person plays, slows and turns it.

use std::sync::Arc;
use std::time::Duration;

use crate::engine::Movement;
use crate::figure::{View, cycle_on, cycle_parts, cycle_secs};
use crate::model::motion::Part;
use crate::model::{Exercise, Side, Sides};

/// Just before the end of a round: the end itself is the start of the next.
const LAST: f64 = 0.9999;

/// The speeds there are.
const SLOWEST: f32 = 0.5;
const FASTEST: f32 = 1.5;

/// An exercise whose page is open.
#[derive(Clone, Debug)]
pub(super) struct Preview {
    pub(super) exercise: Arc<Exercise>,
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
    pub(super) fn open(exercise: Arc<Exercise>, is_playing: bool, now: Duration) -> Self {
        Self {
            exercise,
            view: View::default(),
            speed: 1.0,
            is_playing,
            side: Side::Right,
            from: 0.0,
            since: now,
        }
    }

    fn rounds(&self, now: Duration) -> f64 {
        if !self.is_playing {
            return self.from;
        }
        let secs = now.saturating_sub(self.since).as_secs_f64() * f64::from(self.speed);
        self.from + secs / f64::from(cycle_secs(&self.exercise))
    }

    /// How far through the round, 0 to 1.
    #[must_use]
    pub(super) fn fraction(&self, now: Duration) -> f32 {
        self.rounds(now).fract() as f32
    }

    /// The side that works now, where sides differ.
    #[must_use]
    pub(super) fn side(&self, now: Duration) -> Option<Side> {
        let is_even = (self.rounds(now) as u64).is_multiple_of(2);
        match self.exercise.sides {
            Sides::Both => None,
            Sides::Alternating if !is_even => Some(self.side.other()),
            Sides::Each | Sides::Alternating => Some(self.side),
        }
    }

    /// What the figure does now.
    #[must_use]
    pub(super) fn movement(&self, now: Duration) -> Movement {
        let mut movement = cycle_on(&self.exercise, self.side(now), self.fraction(now));
        let ways = self.exercise.ways.len().max(1) as u64;
        let way = (self.rounds(now) as u64 % ways) as u8;
        (movement.from.way, movement.to.way) = (way, way);
        movement
    }

    /// The step that the figure is at.
    #[must_use]
    pub(super) fn lit_step(&self, now: Duration) -> Option<usize> {
        step_at(&self.exercise, self.fraction(now))
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

/// The step that belongs to a place in the round. A step that names a breath begins with that
/// breath; the others are spread evenly between those.
fn step_at(exercise: &Exercise, fraction: f32) -> Option<usize> {
    let count = exercise.steps.len();
    let parts = cycle_parts(exercise);
    let starts_part = |words: &str, part: Part| {
        let step = exercise.steps.iter().position(|step| step.text.to_lowercase().contains(words))?;
        let begin = parts.iter().position(|one| *one == part)? as f32 / parts.len() as f32;
        Some((step, begin))
    };
    let mut anchors = vec![(0, 0.0)];
    let named = [starts_part("breathe in", Part::Inhale), starts_part("breathe out", Part::Exhale)];
    for (step, begin) in named.into_iter().flatten() {
        // What contradicts the order of the motion says nothing about it.
        if anchors.last().is_some_and(|(last, at)| step > *last && begin > *at) {
            anchors.push((step, begin));
        }
    }
    anchors.push((count, 1.0));
    let along = anchors.windows(2).find(|pair| fraction < pair[1].1)?;
    let [(first, begin), (next, end)] = [along[0], along[1]];
    let share = (fraction - begin) / (end - begin).max(f32::EPSILON);
    let step = first + (share * (next - first) as f32) as usize;
    (step < count).then_some(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    fn page(id: &str) -> Preview {
        Preview::open(Arc::clone(&Catalog::builtin().exercises[id]), true, Duration::ZERO)
    }

    fn secs(n: f32) -> Duration {
        Duration::try_from_secs_f32(n).unwrap()
    }

    #[test]
    fn speed_and_pause_change_nothing_that_was() {
        let mut page = page("cat-cow");
        let before = page.fraction(secs(3.0));
        page.set_speed(1.5, secs(3.0));
        assert!((page.fraction(secs(3.0)) - before).abs() < 1e-4);
        assert!((page.fraction(secs(5.0)) - before - 3.0 / 12.0).abs() < 1e-4);
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
        assert_eq!(super::tests::page("cat-cow").side(secs(9.0)), None);
    }

    #[test]
    fn steps_follow_the_breath_they_name_and_every_one_is_reached() {
        let cat_cow = page("cat-cow").exercise;
        let out = cat_cow.steps.iter().position(|step| step.text.starts_with("Breathe out"));
        assert_eq!(step_at(&cat_cow, 0.0), Some(0));
        assert_eq!(step_at(&cat_cow, 0.334), out);
        for exercise in Catalog::builtin().exercises.values() {
            let lit: std::collections::BTreeSet<usize> =
                (0..2_000).filter_map(|at| step_at(exercise, at as f32 / 2_000.0)).collect();
            assert_eq!(lit.len(), exercise.steps.len(), "{}", exercise.id);
        }
    }
}
