//! Days, weeks and hours where the person is.

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan};

use crate::model::Stamp;

/// The day of an instant, where the person was.
#[must_use]
pub fn date(at: Stamp) -> Date {
    let local = Timestamp::from_millisecond(at.local_ms()).unwrap_or_default();
    jiff::tz::TimeZone::UTC.to_datetime(local).date()
}

/// The hour of an instant, where the person was: 0 to 23.
#[must_use]
pub fn hour(at: Stamp) -> u8 {
    u8::try_from(at.local_ms().div_euclid(3_600_000).rem_euclid(24)).unwrap_or_default()
}

/// The Monday of a day's week.
#[must_use]
pub fn monday(date: Date) -> Date {
    let since = date.weekday().to_monday_zero_offset();
    date.checked_sub(i64::from(since).days()).unwrap_or(date)
}

/// The day and time of an instant, where the person was.
#[must_use]
pub fn local(at: Stamp) -> DateTime {
    let local = Timestamp::from_millisecond(at.local_ms()).unwrap_or_default();
    jiff::tz::TimeZone::UTC.to_datetime(local)
}

/// The instant of a day and time, where the clocks were so many seconds ahead of Greenwich.
#[must_use]
pub fn stamp(local: DateTime, offset_s: i32) -> Stamp {
    let local_ms = jiff::tz::TimeZone::UTC.to_timestamp(local).map_or(0, Timestamp::as_millisecond);
    Stamp { utc_ms: local_ms - i64::from(offset_s) * 1000, offset_s }
}
