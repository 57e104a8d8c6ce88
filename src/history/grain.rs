//! Stretches of days that are counted together, so that ten years can be seen as well as a month.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};

use super::days;

/// How long a stretch of days that are counted together is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// Day by day.
    #[default]
    Day,
    /// Weeks from Monday on.
    Week,
    /// Months of the calendar.
    Month,
    /// Years of the calendar.
    Year,
}

impl Grain {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    /// The finest with which so many days are no more than `most` stretches; years where none is.
    #[must_use]
    pub fn of(days: usize, most: usize) -> Self {
        let fits = |grain: &Self| {
            let each = match grain {
                Self::Day => 1,
                Self::Week => 7,
                Self::Month => 28,
                Self::Year => 365,
            };
            // One more for a stretch that began before the first day.
            days.div_ceil(each) + usize::from(each > 1) <= most
        };
        Self::ALL.into_iter().find(fits).unwrap_or(Self::Year)
    }

    /// The first day of the stretch that a day is in.
    #[must_use]
    pub fn first(self, date: Date) -> Date {
        match self {
            Self::Day => date,
            Self::Week => days::monday(date),
            Self::Month => date.first_of_month(),
            Self::Year => date.first_of_year(),
        }
    }

    /// The last day of the stretch that a day is in.
    #[must_use]
    pub fn last(self, date: Date) -> Date {
        match self {
            Self::Day => date,
            Self::Week => days::monday(date).saturating_add(6.days()),
            Self::Month => date.last_of_month(),
            Self::Year => date.last_of_year(),
        }
    }

    /// The first day of the stretch after the one that a day is in.
    #[must_use]
    pub fn next(self, date: Date) -> Date {
        self.last(date).saturating_add(SignedDuration::from_hours(24))
    }

    /// For days by number that mostly follow one another.
    pub(super) fn walk(self) -> Walk {
        Walk { by: self, stretch: None }
    }
}

/// Goes from stretch to stretch, and asks the calendar once for each.
pub(super) struct Walk {
    by: Grain,
    /// The days of the stretch that was met last, by number.
    stretch: Option<RangeInclusive<i32>>,
}

impl Walk {
    /// The number of the first day of the stretch that the day with a number is in.
    pub(super) fn first(&mut self, day: i32) -> i32 {
        if let Some(stretch) = self.stretch.as_ref().filter(|stretch| stretch.contains(&day)) {
            return *stretch.start();
        }
        let date = days::date_of(day);
        let first = days::number_of(self.by.first(date));
        self.stretch = Some(first..=days::number_of(self.by.last(date)));
        first
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_stretch_runs_from_its_first_day_to_its_last() {
        let leap = date(2024, 2, 29);
        let cases = [
            (Grain::Day, leap, leap, leap, date(2024, 3, 1)),
            (Grain::Week, leap, date(2024, 2, 26), date(2024, 3, 3), date(2024, 3, 4)),
            (Grain::Month, leap, date(2024, 2, 1), leap, date(2024, 3, 1)),
            (Grain::Year, leap, date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)),
        ];
        for (grain, day, first, last, next) in cases {
            assert_eq!(
                (grain.first(day), grain.last(day), grain.next(day)),
                (first, last, next),
                "{grain:?}"
            );
            let mut walk = grain.walk();
            for met in [day, last, next, day] {
                let expected = grain.first(met);
                assert_eq!(days::date_of(walk.first(days::number_of(met))), expected, "{grain:?}");
            }
        }
    }

    #[test]
    fn the_finest_is_taken_that_is_no_more_than_asked() {
        let cases =
            [(371, 400, Grain::Day), (401, 400, Grain::Week), (1, 1, Grain::Day), (4000, 150, Grain::Month)];
        for (days, most, expected) in cases {
            assert_eq!(Grain::of(days, most), expected, "{days} days, {most} at most");
        }
        assert_eq!(Grain::of(1_000_000, 10), Grain::Year, "there is none longer");
    }
}
