//! Time from left to right, day by day, with ticks where the calendar has them.

use jiff::civil::Date;

use crate::history::{Grain, Overview, days};

/// Time from left to right. Every day is as wide as every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeAxis {
    first: i32,
    last: i32,
}

/// A tick of a time axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeTick {
    /// Where, from 0 to 1: the middle of the day.
    pub at: f32,
    /// The day.
    pub date: Date,
    /// What it stands for, and so what is worth writing: the day, the month or the year.
    pub grain: Grain,
}

/// Ticks stand so many stretches apart; with about how many days that is.
const STEPS: [(Grain, i32, i32); 17] = [
    (Grain::Day, 1, 1),
    (Grain::Day, 2, 2),
    (Grain::Week, 1, 7),
    (Grain::Week, 2, 14),
    (Grain::Month, 1, 30),
    (Grain::Month, 2, 61),
    (Grain::Month, 3, 91),
    (Grain::Month, 6, 182),
    (Grain::Year, 1, 365),
    (Grain::Year, 2, 730),
    (Grain::Year, 5, 1826),
    (Grain::Year, 10, 3652),
    (Grain::Year, 20, 7305),
    (Grain::Year, 50, 18_262),
    (Grain::Year, 100, 36_524),
    (Grain::Year, 1000, 365_242),
    (Grain::Year, 10_000, 3_652_425),
];

impl TimeAxis {
    /// From the beginning of one day to the end of another.
    #[must_use]
    pub fn new(first: Date, last: Date) -> Self {
        let first = days::number_of(first);
        Self { first, last: days::number_of(last).max(first) }
    }

    /// The period of an overview, up to the end of the week under way: weeks are whole on it.
    #[must_use]
    pub fn of(overview: &Overview) -> Self {
        Self::new(overview.first, Grain::Week.last(overview.last))
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> usize {
        (self.last - self.first + 1) as usize
    }

    /// Where a day begins; 0 or 1 where it is beyond the ends.
    #[must_use]
    pub fn begin(self, date: Date) -> f32 {
        self.place(f64::from(days::number_of(date)))
    }

    /// Where the middle of a day is.
    #[must_use]
    pub fn at(self, date: Date) -> f32 {
        self.place(f64::from(days::number_of(date)) + 0.5)
    }

    /// Where a day ends.
    #[must_use]
    pub fn end(self, date: Date) -> f32 {
        self.place(f64::from(days::number_of(date)) + 1.0)
    }

    /// Ticks on days, Mondays, first days of months or of years: as many as there may be, and one
    /// at least.
    #[must_use]
    pub fn ticks(self, most: usize) -> Vec<TimeTick> {
        let most = most.max(1);
        let is_close = |days: i32| self.days() / days as usize <= most;
        let mut tries =
            STEPS.iter().filter(|step| is_close(step.2)).map(|&(grain, each, _)| self.every(grain, each));
        let only = || vec![self.tick(days::date_of(self.first), Grain::Day)];
        tries.find(|ticks| (1..=most).contains(&ticks.len())).unwrap_or_else(only)
    }

    fn every(self, grain: Grain, each: i32) -> Vec<TimeTick> {
        let first = days::date_of(self.first);
        let begin = grain.first(first);
        let begin = if begin < first { grain.next(begin) } else { begin };
        let mut ticks = Vec::new();
        let mut date = begin;
        while days::number_of(date) <= self.last {
            if count_of(grain, date).rem_euclid(each) == 0 {
                ticks.push(self.tick(date, grain));
            }
            let next = grain.next(date);
            if next <= date {
                break; // where the calendar ends
            }
            date = next;
        }
        ticks
    }

    fn tick(self, date: Date, grain: Grain) -> TimeTick {
        TimeTick { at: self.at(date), date, grain }
    }

    fn place(self, day: f64) -> f32 {
        ((day - f64::from(self.first)) / self.days() as f64).clamp(0.0, 1.0) as f32
    }
}

/// The number of a stretch among all of its length, so that every second one is the same from
/// wherever the axis begins.
fn count_of(grain: Grain, date: Date) -> i32 {
    match grain {
        Grain::Day => days::number_of(date),
        // Day 4 was a Monday.
        Grain::Week => (days::number_of(date) - 4).div_euclid(7),
        Grain::Month => i32::from(date.month()) - 1,
        Grain::Year => i32::from(date.year()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_lies_in_the_middle_of_its_stretch() {
        let axis = TimeAxis::new(date(2026, 3, 2), date(2026, 3, 5));
        assert_eq!((axis.begin(date(2026, 3, 2)), axis.end(date(2026, 3, 5))), (0.0, 1.0));
        assert_eq!((axis.at(date(2026, 3, 2)), axis.at(date(2026, 3, 5))), (0.125, 0.875));
        assert_eq!(axis.at(date(2026, 4, 1)), 1.0, "beyond the end is at the end");
        let one = TimeAxis::new(date(2026, 3, 2), date(2026, 3, 1));
        assert_eq!(one.at(date(2026, 3, 2)), 0.5, "an axis has a day at least");
    }

    #[test]
    fn ticks_are_where_the_calendar_has_them() {
        // First, last, most; how many, the first of them, what they stand for.
        let cases = [
            (date(2026, 3, 2), date(2026, 3, 8), 7, 7, date(2026, 3, 2), Grain::Day),
            (date(2026, 3, 2), date(2026, 3, 29), 6, 4, date(2026, 3, 2), Grain::Week),
            (date(2025, 11, 17), date(2026, 11, 22), 12, 12, date(2025, 12, 1), Grain::Month),
            (date(2025, 11, 17), date(2026, 11, 22), 6, 6, date(2026, 1, 1), Grain::Month),
            (date(2016, 5, 1), date(2026, 11, 22), 11, 10, date(2017, 1, 1), Grain::Year),
            (date(2016, 5, 1), date(2026, 11, 22), 5, 5, date(2018, 1, 1), Grain::Year),
            (date(1926, 5, 1), date(2026, 11, 22), 10, 10, date(1930, 1, 1), Grain::Year),
        ];
        for (first, last, most, count, tick, grain) in cases {
            let ticks = TimeAxis::new(first, last).ticks(most);
            assert_eq!(
                (ticks.len(), ticks[0].date, ticks[0].grain),
                (count, tick, grain),
                "{first} {last} {most}"
            );
        }
    }

    #[test]
    fn there_is_always_a_tick_and_never_one_too_many() {
        let first = date(2026, 1, 13);
        for days in (0..2000).step_by(13) {
            for most in 0..20 {
                let last = days::date_of(days::number_of(first) + days);
                let ticks = TimeAxis::new(first, last).ticks(most);
                assert!((1..=most.max(1)).contains(&ticks.len()), "{days} days: {} of {most}", ticks.len());
                assert!(ticks.iter().all(|tick| (0.0..=1.0).contains(&tick.at)));
            }
        }
        assert!(TimeAxis::new(Date::MIN, Date::MAX).ticks(12).len() <= 12);
    }
}
