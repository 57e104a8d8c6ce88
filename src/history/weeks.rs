//! The weeks of a period, those without a session too.

use jiff::civil::Date;

use super::{SessionLine, days};

/// A week, from Monday on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub monday: Date,
    /// How long was worked in milliseconds, by [`crate::model::WorkKind::ALL`].
    pub done_ms: [u64; 3],
    /// On how many days.
    pub days: u32,
    /// How many sessions.
    pub sessions: u32,
}

impl Week {
    /// How long was worked at whatever kind, in milliseconds.
    #[must_use]
    pub fn total_ms(&self) -> u64 {
        self.done_ms.iter().sum()
    }
}

/// Weeks while they are counted.
pub(super) struct WeeksCount {
    first: i32,
    weeks: Vec<Week>,
    /// By week, the days with a session: a bit each.
    days: Vec<u8>,
}

impl WeeksCount {
    /// The weeks from a Monday up to the one of a day, both by number.
    pub(super) fn new(first: i32, last: i32) -> Self {
        let empty = |day| Week { monday: days::date_of(day), done_ms: [0; 3], days: 0, sessions: 0 };
        let weeks: Vec<Week> = (first..=last).step_by(7).map(empty).collect();
        Self { first, days: vec![0; weeks.len()], weeks }
    }

    pub(super) fn add(&mut self, line: &SessionLine) {
        let Ok(since) = usize::try_from(line.day - self.first) else { return };
        let (place, weekday) = (since / 7, since % 7);
        if let (Some(week), Some(days)) = (self.weeks.get_mut(place), self.days.get_mut(place)) {
            for (sum, done) in week.done_ms.iter_mut().zip(line.done_by) {
                *sum += done;
            }
            week.sessions += 1;
            *days |= 1 << weekday;
        }
    }

    pub(super) fn finish(self) -> Vec<Week> {
        let mut weeks = self.weeks;
        for (week, days) in weeks.iter_mut().zip(self.days) {
            week.days = days.count_ones();
        }
        weeks
    }
}
