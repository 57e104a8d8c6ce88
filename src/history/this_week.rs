//! What was done this week, whatever is being looked at.

use jiff::civil::Date;

use super::{Ledger, days};

/// What was done this week so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekSoFar {
    /// The days on which something was done, from Monday on.
    pub by_day: [bool; 7],
    /// How long was worked, in milliseconds.
    pub done_ms: u64,
}

impl WeekSoFar {
    /// What the records of the week of `today` add up to, up to that day.
    #[must_use]
    pub fn of(ledger: &Ledger, today: Date) -> Self {
        let monday = days::monday(today);
        let mut week = Self::default();
        // Records are in the order of instants, and days in the order of the clocks where one was:
        // a traveller's may be a day apart.
        let recent = |day: Date| monday.yesterday().is_ok_and(|sunday| day >= sunday);
        let lines = ledger.sessions().iter().rev().map(|line| (days::date(line.began), line));
        for (day, line) in lines.take_while(|(day, _)| recent(*day)) {
            let done_ms = line.done_ms();
            if day >= monday && day <= today && done_ms > 0 {
                week.by_day[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())] = true;
                week.done_ms += done_ms;
            }
        }
        week
    }

    /// On how many days something was done.
    #[must_use]
    pub fn days(&self) -> u32 {
        self.by_day.iter().map(|is_done| u32::from(*is_done)).sum()
    }
}
