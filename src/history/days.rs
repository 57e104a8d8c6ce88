//! Days, weeks and hours where the person is.
//!
//! Days are counted as well as named: a number is compared and sorted in a hundred thousand
//! sessions within a millisecond, and becomes a date where one is shown.

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};

use crate::model::Stamp;

/// Day 0.
const EPOCH: Date = Date::constant(1970, 1, 1);

/// The days a [`Date`] can name.
const NAMED: std::ops::RangeInclusive<i64> = -4_371_587..=2_932_896;

const DAY_MS: i64 = 86_400_000;

/// The number of the day of an instant, where the person was: days since 1970 began there.
#[must_use]
pub fn number(at: Stamp) -> i32 {
    at.local_ms().div_euclid(DAY_MS).clamp(*NAMED.start(), *NAMED.end()) as i32
}

/// The number of a day.
#[must_use]
pub fn number_of(date: Date) -> i32 {
    (date.duration_since(EPOCH).as_hours() / 24) as i32
}

/// The day with a number.
#[must_use]
pub fn date_of(number: i32) -> Date {
    EPOCH.saturating_add(SignedDuration::from_hours(i64::from(number) * 24))
}

/// The day of an instant, where the person was.
#[must_use]
pub fn date(at: Stamp) -> Date {
    date_of(number(at))
}

/// The hour of an instant, where the person was: 0 to 23.
#[must_use]
pub fn hour(at: Stamp) -> u8 {
    u8::try_from(at.local_ms().div_euclid(3_600_000).rem_euclid(24)).unwrap_or_default()
}

/// The Monday of a day's week.
#[must_use]
pub fn monday(date: Date) -> Date {
    date_of(monday_of(number_of(date)))
}

/// How far into its week the day with a number is: 0 for a Monday, 6 for a Sunday.
#[must_use]
pub fn weekday(number: i32) -> u8 {
    // 1970 began on a Thursday.
    number.saturating_add(3).rem_euclid(7) as u8
}

/// The number of the Monday of a day's week.
#[must_use]
pub fn monday_of(number: i32) -> i32 {
    number - i32::from(weekday(number))
}

/// The day and time of an instant, where the person was.
#[must_use]
pub fn local(at: Stamp) -> DateTime {
    let local = Timestamp::from_millisecond(at.local_ms()).unwrap_or_default();
    jiff::tz::TimeZone::UTC.to_datetime(local)
}

/// The instant of a day and time, where the clocks were so many seconds ahead of Greenwich.
#[must_use]
pub fn stamp_of(local: DateTime, offset_s: i32) -> Stamp {
    let local_ms = jiff::tz::TimeZone::UTC.to_timestamp(local).map_or(0, Timestamp::as_millisecond);
    Stamp { utc_ms: local_ms - i64::from(offset_s) * 1000, offset_s }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    /// A time of day in Greenwich, seen from a place whose clocks are so many hours ahead.
    fn stamp(date: Date, hour: i64, minute: i64, ahead: i32) -> Stamp {
        let utc_ms = i64::from(number_of(date)) * DAY_MS + (hour * 60 + minute) * 60_000;
        Stamp { utc_ms, offset_s: ahead * 3600 }
    }

    #[test]
    fn a_day_is_the_one_on_the_clocks_of_the_place() {
        let cases = [
            // In Greenwich, ahead, where the person is.
            (day(2026, 3, 1), 21, 30, 2, day(2026, 3, 1), 23),
            (day(2026, 3, 1), 22, 30, 2, day(2026, 3, 2), 0),
            (day(2026, 3, 1), 3, 0, -5, day(2026, 2, 28), 22),
            (day(2025, 12, 31), 23, 30, 1, day(2026, 1, 1), 0),
            (day(2024, 2, 29), 12, 0, 0, day(2024, 2, 29), 12),
            (day(1969, 12, 31), 23, 59, 0, day(1969, 12, 31), 23),
        ];
        for (greenwich, at, minute, ahead, there, at_there) in cases {
            let stamp = stamp(greenwich, at, minute, ahead);
            assert_eq!((date(stamp), hour(stamp)), (there, at_there), "{greenwich} {at}:{minute} +{ahead}");
        }
    }

    #[test]
    fn numbers_and_dates_are_the_same_days() {
        for date in
            [day(1970, 1, 1), day(2024, 2, 29), day(2026, 12, 31), day(1899, 5, 6), Date::MIN, Date::MAX]
        {
            assert_eq!(date_of(number_of(date)), date);
        }
        assert_eq!(number_of(day(1970, 1, 2)), 1);
        assert_eq!(number_of(day(2000, 3, 1)) - number_of(day(2000, 2, 28)), 2, "2000 had a leap day");
        assert_eq!(i64::from(number_of(Date::MIN)), *NAMED.start());
        assert_eq!(i64::from(number_of(Date::MAX)), *NAMED.end());
    }

    #[test]
    fn a_time_that_no_calendar_names_is_the_nearest_day_there_is() {
        let never = Stamp { utc_ms: i64::MAX, offset_s: i32::MAX };
        assert_eq!(date(never), Date::MAX);
        assert_eq!(date(Stamp { utc_ms: i64::MIN, offset_s: 0 }), Date::MIN);
    }

    #[test]
    fn weeks_begin_on_monday() {
        // 29 December 2025 is a Monday, and its week goes on into the new year.
        let cases = [
            (day(2025, 12, 28), day(2025, 12, 22)),
            (day(2025, 12, 29), day(2025, 12, 29)),
            (day(2026, 1, 1), day(2025, 12, 29)),
            (day(2026, 1, 4), day(2025, 12, 29)),
            (day(2024, 2, 29), day(2024, 2, 26)),
            (day(1969, 12, 31), day(1969, 12, 29)),
        ];
        for (date, expected) in cases {
            assert_eq!(monday(date), expected, "{date}");
        }
    }
}
