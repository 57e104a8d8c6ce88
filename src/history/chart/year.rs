//! The calendar of a year: a column a week, a row a day, darker where more was done.

use jiff::civil::Date;

use crate::history::{Calendar, Day};

/// From so many minutes on, a day is a shade darker.
const SHADES: [u64; 3] = [5, 10, 20];

/// Names of months need so many columns.
const NAME_COLUMNS: usize = 3;

/// The column and the row of a day by its place in [`Calendar::days`].
#[must_use]
pub fn cell(place: usize) -> (usize, usize) {
    (place / 7, place % 7)
}

/// How much was done on a day: 0 for nothing, then 1 to 4 for under 5, under 10, under 20 minutes
/// and more.
#[must_use]
pub fn shade(day: &Day) -> u8 {
    if day.sessions == 0 {
        return 0;
    }
    1 + SHADES.iter().filter(|&&minutes| day.done_ms >= minutes * 60_000).count() as u8
}

/// Above which columns the names of months stand: where one begins, and above the first column if
/// there is room before the next.
#[must_use]
pub fn months(calendar: &Calendar) -> Vec<(usize, Date)> {
    let begins = calendar.days.iter().enumerate().filter(|(_, day)| day.date.day() == 1);
    let mut months: Vec<(usize, Date)> = begins.map(|(place, day)| (cell(place).0, day.date)).collect();
    let next = months.first().map_or(usize::MAX, |month| month.0);
    if let Some(first) = calendar.days.first().filter(|_| next >= NAME_COLUMNS) {
        months.insert(0, (0, first.date));
    }
    months
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::history::{Filter, Ledger, Overview};

    #[test]
    fn a_day_is_darker_the_more_was_done() {
        let cases =
            [(0, 0, 0), (1, 0, 1), (1, 299_999, 1), (1, 300_000, 2), (2, 600_000, 3), (1, 1_200_000, 4)];
        for (sessions, done_ms, expected) in cases {
            let day = Day { date: date(2026, 3, 1), done_ms, sessions, hurt: false };
            assert_eq!(shade(&day), expected, "{done_ms} ms in {sessions} sessions");
        }
    }

    #[test]
    fn months_stand_above_the_week_they_begin_in() {
        let calendar = Overview::of(&Ledger::default(), &Filter::default(), date(2026, 11, 21)).calendar;
        let months = months(&calendar);
        // The calendar begins on 17 November 2025; the 1st of December is a Monday.
        assert_eq!(months[0], (2, date(2025, 12, 1)), "no room for November before it");
        assert_eq!(months[1], (6, date(2026, 1, 1)));
        assert_eq!(months.len(), 12);
        assert_eq!(cell(calendar.days.len() - 1), (52, 5), "21 November 2026 is a Saturday");
    }
}
