//! A year of days.

use jiff::civil::Date;

use super::{SessionLine, asked, days};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// How long was worked, in milliseconds.
    pub done_ms: u64,
    /// How many sessions began.
    pub sessions: u32,
    /// Whether an exercise hurt.
    pub hurt: bool,
}

/// A year of days: whole weeks from a Monday on, the last one up to today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The days, without gaps: 52 weeks and the one under way.
    pub days: Vec<Day>,
}

/// A calendar while it is counted.
pub(super) struct CalendarCount {
    first: i32,
    days: Vec<Day>,
}

impl CalendarCount {
    pub(super) fn new(today: i32) -> Self {
        let first = asked::monday_of_year(today);
        let empty = |day| Day { date: days::date_of(day), done_ms: 0, sessions: 0, hurt: false };
        Self { first, days: (first..=today).map(empty).collect() }
    }

    pub(super) fn add(&mut self, line: &SessionLine) {
        let place = usize::try_from(line.day - self.first).ok();
        if let Some(day) = place.and_then(|place| self.days.get_mut(place)) {
            day.done_ms += line.done_ms();
            day.sessions += 1;
            day.hurt |= line.hurt;
        }
    }

    pub(super) fn finish(self) -> Calendar {
        Calendar { days: self.days }
    }
}
