//! What the figures of an overview are drawn from, laid out once for it.

use crate::history::Overview;
use crate::history::chart::{Bars, Courses, Doses, TimeAxis};
use crate::model::Plan;

/// More marks than this beside one another cannot be told apart.
const MOST: usize = 60;

/// The same for the course of one exercise: the days of thirteen weeks.
const MOST_DOSES: usize = 92;

/// So many marks above nothing, at most, on an axis of minutes.
const MARKS: usize = 4;

/// What the figures of an overview are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub(super) axis: TimeAxis,
    pub(super) weeks: Bars,
    pub(super) pain: Courses,
    /// Minutes in a week, in the middle of the weeks since the first session.
    pub(super) usual_min: u64,
    /// Days of the year with a session.
    pub(super) days: usize,
}

impl Figures {
    /// The figures of an overview, with room for the weekly aim of a plan.
    #[must_use]
    pub fn of(overview: &Overview, plan: &Plan) -> Self {
        let since = overview.weeks.iter().position(|week| week.sessions > 0);
        let weeks = since.map_or(&[][..], |first| &overview.weeks[first..]);
        let total: u64 = weeks.iter().flat_map(|week| week.done_ms).sum();
        let usual = total / (weeks.len() as u64).max(1);
        let axis = TimeAxis::of(overview);
        let at_least = aim(plan).unwrap_or_default() as f64;
        Self {
            axis,
            weeks: Bars::of(&overview.weeks, axis, MOST, at_least, MARKS),
            pain: Courses::of(&overview.pain, axis, MOST),
            usual_min: (usual + 30_000) / 60_000,
            days: overview.calendar.days.iter().filter(|day| day.sessions > 0).count(),
        }
    }

    /// How much of an exercise of the same overview was done over time.
    #[must_use]
    pub fn course(&self, overview: &Overview, exercise: &str) -> Option<Doses> {
        let line = overview.exercises.iter().find(|line| line.id == exercise)?;
        Some(Doses::of(&line.doses, overview.doses_by, self.axis, MOST_DOSES, MARKS))
    }
}

impl Default for Figures {
    /// Of nothing.
    fn default() -> Self {
        Self::of(&Overview::default(), &Plan::default())
    }
}

/// What a plan has for a week, in minutes.
pub(super) fn aim(plan: &Plan) -> Option<u64> {
    plan.has_aim().then(|| u64::from(plan.minutes) * u64::from(plan.days))
}
