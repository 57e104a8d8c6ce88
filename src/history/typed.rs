//! Days, times of day and minutes, as they are typed into a field.

use jiff::civil::Date;

/// The most minutes that can be written down at once: a day.
const MOST_MINUTES: f64 = 24.0 * 60.0;

/// A day as it is typed: year, month and day, with dashes, dots, strokes or blanks between them.
#[must_use]
pub fn read_day(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['-', '.', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = parts[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A day as it is written into a field ("2026-11-21").
#[must_use]
pub fn told_day(day: Date) -> String {
    day.to_string()
}

/// A time of day as it is typed ("8:05", "8.05", "08 05", "8"): hour and minute.
#[must_use]
pub fn read_clock(text: &str) -> Option<(u8, u8)> {
    let mut parts = text.trim().split([':', '.', ' ']);
    let hour: u8 = parts.next()?.parse().ok()?;
    let minute: u8 = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    (parts.next().is_none() && hour < 24 && minute < 60).then_some((hour, minute))
}

/// A time of day as it is written into a field ("8:05").
#[must_use]
pub fn told_clock(hour: u8, minute: u8) -> String {
    format!("{hour}:{minute:02}")
}

/// Minutes as they are typed ("10", "2.5", "2,5", "2:30"), in milliseconds.
#[must_use]
pub fn read_minutes(text: &str) -> Option<u64> {
    let text = text.trim();
    let minutes = match text.split_once(':') {
        Some((minutes, secs)) => {
            let (minutes, secs): (u32, u32) = (minutes.parse().ok()?, secs.parse().ok()?);
            if secs >= 60 {
                return None;
            }
            f64::from(minutes) + f64::from(secs) / 60.0
        }
        None => text.replace(',', ".").parse().ok()?,
    };
    (0.0..=MOST_MINUTES).contains(&minutes).then(|| (minutes * 60_000.0).round() as u64)
}

/// Minutes as they are written into a field: "10", or with seconds "2:30".
#[must_use]
pub fn told_minutes(ms: u64) -> String {
    let told = told_length(ms);
    told.strip_suffix(":00").map_or(told.clone(), str::to_owned)
}

/// Minutes and seconds as they are written under one another: "1:00", "0:30".
#[must_use]
pub fn told_length(ms: u64) -> String {
    let secs = (ms + 500) / 1000;
    format!("{}:{:02}", secs / 60, secs % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_type_it_and_no_other_way_round() {
        let day = Date::constant(2026, 11, 21);
        for text in ["2026-11-21", " 2026.11.21 ", "2026/11/21", "2026 11 21"] {
            assert_eq!(read_day(text), Some(day), "{text}");
        }
        for text in ["", "2026-11", "21-11-2026", "2026-13-01", "2026-02-30", "26-11-21", "2026-11-21-1", "x"]
        {
            assert_eq!(read_day(text), None, "{text}");
        }
        assert_eq!(read_day(&told_day(day)), Some(day));
    }

    #[test]
    fn a_time_of_day_is_read_with_and_without_minutes() {
        for (text, time) in [("8:05", (8, 5)), ("08.05", (8, 5)), (" 23 59", (23, 59)), ("7", (7, 0))] {
            assert_eq!(read_clock(text), Some(time), "{text}");
        }
        for text in ["", "24:00", "8:60", "8:05:30", "-1:00", "eight"] {
            assert_eq!(read_clock(text), None, "{text}");
        }
        assert_eq!(told_clock(8, 5), "8:05");
    }

    #[test]
    fn minutes_are_read_whole_in_parts_and_with_seconds() {
        for (text, ms) in [("10", 600_000), ("2.5", 150_000), ("2,5", 150_000), ("2:30", 150_000), ("0", 0)] {
            assert_eq!(read_minutes(text), Some(ms), "{text}");
        }
        for text in ["", "-1", "1:60", "NaN", "inf", "1441", "ten"] {
            assert_eq!(read_minutes(text), None, "{text}");
        }
        for ms in [0, 30_000, 90_000, 600_000] {
            assert_eq!(read_minutes(&told_minutes(ms)), Some(ms));
        }
    }
}
