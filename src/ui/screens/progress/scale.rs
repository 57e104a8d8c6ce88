//! What the figures are drawn from: weeks and answers, put together until they can be told apart,
//! and the marks of their axes. Pure.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::history::{Overview, PainPoint, Week};

/// More marks than this on a figure cannot be told apart.
const MOST: usize = 60;

/// A week, or several that stand for one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) first: Date,
    pub(super) last: Date,
    /// How long was worked, in milliseconds, by kind.
    pub(super) done_ms: [u64; 3],
    pub(super) days: u32,
    /// How many weeks it stands for.
    pub(super) weeks: u32,
}

impl Bar {
    /// How long was worked in a week of it, in milliseconds.
    pub(super) fn total_ms(&self) -> u64 {
        self.done_ms.iter().sum()
    }
}

/// An answer before or after a session, or the middle of several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) before: Option<f32>,
    pub(super) after: Option<f32>,
    /// How many sessions it stands for.
    pub(super) sessions: usize,
}

/// What the figures of an overview are drawn from, made once for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    pub(super) bars: Vec<Bar>,
    pub(super) marks: Vec<Mark>,
    /// Minutes in a week, in the middle of the weeks since the first session.
    pub(super) usual_min: u64,
    /// Days of the year with a session.
    pub(super) days: usize,
}

impl Figures {
    /// The figures of an overview.
    #[must_use]
    pub fn of(overview: &Overview) -> Self {
        let since = overview.weeks.iter().position(|week| week.sessions > 0);
        let weeks = since.map_or(&[][..], |first| &overview.weeks[first..]);
        let total: u64 = weeks.iter().flat_map(|week| week.done_ms).sum();
        let usual = total / (weeks.len() as u64).max(1);
        Self {
            bars: bars(&overview.weeks),
            marks: marks(&overview.pain.points),
            usual_min: (usual + 30_000) / 60_000,
            days: overview.calendar.days.iter().filter(|day| day.sessions > 0).count(),
        }
    }
}

fn bars(weeks: &[Week]) -> Vec<Bar> {
    let together = weeks.len().div_ceil(MOST).max(1);
    weeks.chunks(together).map(bar).collect()
}

/// Several weeks as the middle one of them.
fn bar(weeks: &[Week]) -> Bar {
    let count = weeks.len() as u64;
    let mut done_ms = [0; 3];
    for week in weeks {
        for (sum, ms) in done_ms.iter_mut().zip(week.done_ms) {
            *sum += ms;
        }
    }
    let last = weeks[weeks.len() - 1].monday;
    Bar {
        first: weeks[0].monday,
        last: last.checked_add(6.days()).unwrap_or(last),
        done_ms: done_ms.map(|ms| ms / count),
        days: weeks.iter().map(|week| week.days).sum(),
        weeks: weeks.len() as u32,
    }
}

fn marks(points: &[PainPoint]) -> Vec<Mark> {
    if points.len() <= MOST {
        return points.iter().map(|point| mark(std::slice::from_ref(point))).collect();
    }
    let first = crate::history::days::monday(points[0].date);
    let day = |point: &PainPoint| days_between(first, point.date);
    let weeks = day(&points[points.len() - 1]) / 7 + 1;
    let span = 7 * (weeks / MOST as i64 + 1);
    points.chunk_by(|a, b| day(a) / span == day(b) / span).map(mark).collect()
}

fn mark(points: &[PainPoint]) -> Mark {
    let middle = |of: fn(&PainPoint) -> Option<u8>| {
        let told: Vec<f32> = points.iter().filter_map(of).map(f32::from).collect();
        (!told.is_empty()).then(|| told.iter().sum::<f32>() / told.len() as f32)
    };
    Mark {
        first: points[0].date,
        last: points[points.len() - 1].date,
        before: middle(|point| point.before),
        after: middle(|point| point.after),
        sessions: points.len(),
    }
}

/// How many days from one to the other.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    (to - from).get_days().into()
}

/// Minutes between the marks of an axis, of which the first is taken that needs few of them.
const STEPS: [u64; 12] = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 960, 1_920];

/// The marks of an axis that reaches from nothing to at least so many minutes, in minutes.
pub(super) fn minute_marks(most: u64) -> Vec<u64> {
    let most = most.max(1);
    let step = STEPS.into_iter().find(|step| most.div_ceil(*step) <= 4).unwrap_or(most.div_ceil(4));
    (0..=most.div_ceil(step)).map(|mark| mark * step).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn point(day: i64, before: u8, after: Option<u8>) -> PainPoint {
        let date = date(2026, 1, 5).checked_add(day.days()).unwrap();
        PainPoint { date, before: Some(before), after }
    }

    #[test]
    fn few_answers_stand_for_themselves_and_many_for_their_weeks() {
        let few: Vec<PainPoint> = (0..20).map(|day| point(day, 4, Some(3))).collect();
        assert_eq!(marks(&few).len(), 20);
        let many: Vec<PainPoint> = (0..364).map(|day| point(day, (day % 7) as u8, None)).collect();
        let seen = marks(&many);
        assert_eq!(seen.len(), 52);
        assert!(seen.iter().all(|mark| mark.before == Some(3.0) && mark.after.is_none()));
        assert_eq!(seen.iter().map(|mark| mark.sessions).sum::<usize>(), 364);
        let decades: Vec<PainPoint> = (0..20_000).map(|day| point(day, 5, Some(5))).collect();
        assert!(marks(&decades).len() <= MOST);
    }

    #[test]
    fn weeks_are_put_together_only_where_there_are_too_many() {
        let week = |n: i64| Week {
            monday: date(2020, 1, 6).checked_add((7 * n).days()).unwrap(),
            done_ms: [60_000, 0, 0],
            days: 1,
            sessions: 1,
        };
        let year: Vec<Week> = (0..53).map(week).collect();
        assert_eq!(bars(&year).len(), 53);
        let decade: Vec<Week> = (0..520).map(week).collect();
        let seen = bars(&decade);
        assert!(seen.len() <= MOST && seen.iter().all(|bar| bar.total_ms() == 60_000));
        assert_eq!(seen.iter().map(|bar| bar.weeks).sum::<u32>(), 520);
    }

    #[test]
    fn axes_have_few_round_marks_that_reach_far_enough() {
        assert_eq!(minute_marks(0), [0, 1]);
        assert_eq!(minute_marks(37), [0, 10, 20, 30, 40]);
        assert_eq!(minute_marks(61), [0, 30, 60, 90]);
        for most in 0..3_000 {
            let marks = minute_marks(most);
            assert!(marks.len() <= 5 && marks[marks.len() - 1] >= most, "{most}: {marks:?}");
        }
    }
}
