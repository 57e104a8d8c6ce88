//! Days and times of day, as one says them.

use jiff::civil::{Date, Weekday};

use super::Words;
use crate::model::{self, Stamp};

const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

const SHORT_MONTHS: [&str; 12] = [
    "month-short-january",
    "month-short-february",
    "month-short-march",
    "month-short-april",
    "month-short-may",
    "month-short-june",
    "month-short-july",
    "month-short-august",
    "month-short-september",
    "month-short-october",
    "month-short-november",
    "month-short-december",
];

impl Words {
    /// The month of a day ("November").
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        self.get(of_month(&MONTHS, date))
    }

    /// The month of a day, short ("Nov").
    #[must_use]
    pub fn month_short(&self, date: Date) -> String {
        self.get(of_month(&SHORT_MONTHS, date))
    }

    /// The day of the week of a day ("Saturday").
    #[must_use]
    pub fn weekday(&self, date: Date) -> String {
        let day = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
        self.day_of_week(model::Weekday::ALL[day])
    }

    /// A day of the week ("Saturday").
    #[must_use]
    pub fn day_of_week(&self, day: model::Weekday) -> String {
        self.get(match day {
            model::Weekday::Monday => "weekday-monday",
            model::Weekday::Tuesday => "weekday-tuesday",
            model::Weekday::Wednesday => "weekday-wednesday",
            model::Weekday::Thursday => "weekday-thursday",
            model::Weekday::Friday => "weekday-friday",
            model::Weekday::Saturday => "weekday-saturday",
            model::Weekday::Sunday => "weekday-sunday",
        })
    }

    /// The day of the week, short ("Sat").
    #[must_use]
    pub fn weekday_short(&self, date: Date) -> String {
        self.get(match date.weekday() {
            Weekday::Monday => "weekday-short-monday",
            Weekday::Tuesday => "weekday-short-tuesday",
            Weekday::Wednesday => "weekday-short-wednesday",
            Weekday::Thursday => "weekday-short-thursday",
            Weekday::Friday => "weekday-short-friday",
            Weekday::Saturday => "weekday-short-saturday",
            Weekday::Sunday => "weekday-short-sunday",
        })
    }

    /// A day, whole ("Saturday, 21 November 2026").
    #[must_use]
    pub fn date_long(&self, date: Date) -> String {
        let (weekday, month) = (self.weekday(date), self.month(date));
        let (day, year) = (date.day().to_string(), date.year().to_string());
        self.with(
            "date-long",
            &[
                ("weekday", weekday.into()),
                ("day", day.into()),
                ("month", month.into()),
                ("year", year.into()),
            ],
        )
    }

    /// A day without its day of the week ("21 November 2026").
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let (day, month, year) = (date.day().to_string(), self.month(date), date.year().to_string());
        self.with("date-full", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
    }

    /// A day in short, without its year ("21 Nov").
    #[must_use]
    pub fn date_short(&self, date: Date) -> String {
        let (day, month) = (date.day().to_string(), self.month_short(date));
        self.with("date-short", &[("day", day.into()), ("month", month.into())])
    }

    /// A day in short, with its year where that is another than today's ("21 Nov", "21 Nov 2025").
    #[must_use]
    pub fn date_short_seen(&self, date: Date, today: Date) -> String {
        if date.year() == today.year() {
            return self.date_short(date);
        }
        let (day, month, year) = (date.day().to_string(), self.month_short(date), date.year().to_string());
        self.with("date-short-year", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
    }

    /// A day as one speaks of it today: "today", "yesterday", "Saturday, 21 November", and with its
    /// year where that is another.
    #[must_use]
    pub fn day_seen(&self, date: Date, today: Date) -> String {
        self.day_said(date, today, ["date-today", "date-yesterday"])
    }

    /// The same at the beginning of a line ("Today").
    #[must_use]
    pub fn day_seen_first(&self, date: Date, today: Date) -> String {
        self.day_said(date, today, ["date-today-first", "date-yesterday-first"])
    }

    fn day_said(&self, date: Date, today: Date, [now, before]: [&str; 2]) -> String {
        if date == today {
            return self.get(now);
        }
        if today.yesterday().is_ok_and(|yesterday| date == yesterday) {
            return self.get(before);
        }
        if date.year() != today.year() {
            return self.date_long(date);
        }
        let (weekday, month, day) = (self.weekday(date), self.month(date), date.day().to_string());
        self.with(
            "date-this-year",
            &[("weekday", weekday.into()), ("day", day.into()), ("month", month.into())],
        )
    }

    /// The time of day where the person was ("8:05").
    #[must_use]
    pub fn time_of_day(&self, at: Stamp) -> String {
        let minutes = at.local_ms().div_euclid(60_000).rem_euclid(24 * 60);
        let (hour, minute) = ((minutes / 60).to_string(), format!("{:02}", minutes % 60));
        self.with("date-time", &[("hour", hour.into()), ("minute", minute.into())])
    }
}

fn of_month(keys: &[&'static str; 12], date: Date) -> &'static str {
    let index = usize::try_from(date.month() - 1).unwrap_or_default();
    keys[index.min(11)]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_said_as_one_says_them() {
        let words = Words::new("en");
        let (day, today) = (date(2026, 11, 3), date(2026, 11, 21));
        assert_eq!(words.date_long(day), "Tuesday, 3 November 2026");
        assert_eq!(words.date(day), "3 November 2026");
        assert_eq!(words.date_short(day), "3 Nov");
        assert_eq!(words.day_seen(day, today), "Tuesday, 3 November");
        assert_eq!(words.day_seen(today, today), "today");
        assert_eq!(words.day_seen_first(today, today), "Today");
        assert_eq!(words.day_seen(date(2026, 11, 20), today), "yesterday");
        assert_eq!(words.day_seen(date(2025, 12, 31), date(2026, 1, 1)), "yesterday");
        assert_eq!(words.day_seen(date(2025, 11, 3), today), "Monday, 3 November 2025");
    }

    #[test]
    fn every_month_and_weekday_has_its_words() {
        let words = Words::new("en");
        for month in 1..=12 {
            let day = date(2026, month, 1);
            assert!(words.month(day).starts_with(&words.month_short(day)), "{month}");
        }
        for day in 1..=7 {
            let day = date(2026, 6, day);
            assert!(words.weekday(day).starts_with(&words.weekday_short(day)), "{day}");
        }
    }

    #[test]
    fn times_are_those_where_the_person_was() {
        let words = Words::new("en");
        let at = Stamp { utc_ms: (7 * 60 + 5) * 60_000, offset_s: 3_600 };
        assert_eq!(words.time_of_day(at), "8:05");
        assert_eq!(words.time_of_day(Stamp { utc_ms: -60_000, offset_s: 0 }), "23:59");
    }
}
