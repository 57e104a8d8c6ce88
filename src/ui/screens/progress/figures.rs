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

/// Before there are so many weeks nobody knows what a usual one is.
const WEEKS_TO_TELL: usize = 4;

/// What the figures of an overview are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub(super) axis: TimeAxis,
    pub(super) weeks: Bars,
    pub(super) pain: Courses,
    /// Minutes in a usual week since the first session; `None` before there are some weeks.
    pub(super) usual_min: Option<u64>,
    /// Minutes in the week that goes on.
    pub(super) this_week_min: u64,
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
            usual_min: (weeks.len() >= WEEKS_TO_TELL).then_some(minutes(usual)),
            this_week_min: weeks.last().map_or(0, |week| minutes(week.done_ms.iter().sum())),
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

fn minutes(ms: u64) -> u64 {
    (ms + 30_000) / 60_000
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::history::Week;

    #[test]
    fn a_usual_week_is_told_once_there_are_some() {
        let week = |n: i8| Week {
            monday: date(2026, 6, 1 + 7 * n),
            done_ms: [u64::from(n.unsigned_abs()) * 600_000, 0, 0],
            days: 1,
            sessions: u32::from(n > 0),
        };
        let of = |count: i8| {
            let weeks = (0..count).map(week).collect();
            Figures::of(&Overview { weeks, ..Overview::default() }, &Plan::default())
        };
        // The first week has nothing in it.
        assert_eq!((of(4).usual_min, of(4).this_week_min), (None, 30));
        assert_eq!(of(1).this_week_min, 0);
        let four = Figures::of(
            &Overview { weeks: [1, 1, 3, 3].map(week).to_vec(), ..Overview::default() },
            &Plan::default(),
        );
        assert_eq!(four.usual_min, Some(20));
    }
}
