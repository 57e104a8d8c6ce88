//! The planned times as an iCalendar file, for the calendar that is used anyway.
//!
//! Times are told without a time zone: half past five is half past five wherever the person is, and
//! on both sides of a change to summer time. The first time of every Monday has the same name (UID) in
//! every export of a data folder, and so on, so that taking the file in again replaces what it brought
//! before, even where a time has changed since. The folder's own part of the name keeps apart two
//! people who share a calendar.

use std::collections::BTreeMap;

use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};
use jiff::civil::{DateTime, Time};
use jiff::{Timestamp, ToSpan};

use crate::model::{Plan, PlannedTime, Stamp, Weekday};
use crate::text::{Words, brief};

/// No event is shorter, in minutes: what is thinner cannot be seen in a calendar.
const SHORTEST_MIN: u64 = 5;
/// Letters of the goal that go into an event.
const GOAL_LETTERS: usize = 300;
/// Letters of a routine's name.
const NAME_LETTERS: usize = 80;

/// A routine that is planned: its name, and how long it takes in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its name.
    pub name: String,
    /// How long it takes, in milliseconds.
    pub total_ms: u64,
}

/// The calendar of a plan, from `now` on. `folder` is what no other data folder calls its events;
/// `routines` holds what is planned, by id.
#[must_use]
pub fn render(
    plan: &Plan,
    folder: &str,
    routines: &BTreeMap<String, Planned>,
    now: Stamp,
    words: &Words,
) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//Unhunch//Unhunch//EN"), ("CALSCALE", "GREGORIAN")]
    {
        calendar.append_property(Property::new(key, value));
    }
    calendar.name(&words.get("report-calendar-name"));
    let mut times: Vec<&PlannedTime> = plan.times.iter().collect();
    times.sort_by_key(|time| (time.day, hour_and_minute(time), &time.routine));
    // What is planned twice at the same time is one event.
    times.dedup();
    let mut met: BTreeMap<Weekday, usize> = BTreeMap::new();
    for time in times {
        let number = met.entry(time.day).or_default();
        *number += 1;
        let uid = format!("{:?}-{number}@{folder}.unhunch", time.day).to_lowercase();
        let routine = routines.get(&time.routine);
        calendar.push(Planning { plan, time, routine, now, words }.event(&uid));
    }
    without_alarm_stamps(&calendar.to_string())
}

/// What an event is made of.
struct Planning<'a> {
    plan: &'a Plan,
    time: &'a PlannedTime,
    routine: Option<&'a Planned>,
    now: Stamp,
    words: &'a Words,
}

impl Planning<'_> {
    fn event(&self, uid: &str) -> Event {
        let written = Timestamp::from_millisecond(self.now.utc_ms).unwrap_or_default();
        let summary = self.summary();
        let mut event = Event::with_uid(uid);
        event
            .add_property("DTSTAMP", written.strftime("%Y%m%dT%H%M%SZ").to_string())
            .add_property("DTSTART", next(self.time, self.now).strftime("%Y%m%dT%H%M%S").to_string())
            .add_property("DURATION", format!("PT{}M", self.minutes()))
            .add_property("RRULE", format!("FREQ=WEEKLY;BYDAY={}", code(self.time.day)))
            // Of two events with one name, the one with the greater number is the newer.
            .sequence(u32::try_from(self.now.utc_ms / 60_000).unwrap_or_default())
            .summary(&summary)
            .description(&self.description());
        if let Some(alarm) = alarm(self.plan.alarm_min, &summary, uid) {
            event.alarm(alarm);
        }
        event.done()
    }

    fn summary(&self) -> String {
        match self.routine {
            Some(routine) => {
                let name = plain(&brief(&routine.name, NAME_LETTERS));
                self.words.with("report-calendar-routine", &[("name", name.into())])
            }
            None => self.words.get("report-calendar-any"),
        }
    }

    fn description(&self) -> String {
        let goal = plain(&brief(&self.plan.goal, GOAL_LETTERS));
        let line = self.words.get("report-calendar-line");
        if goal.is_empty() {
            return line;
        }
        format!("{}\n{line}", self.words.with("report-calendar-goal", &[("goal", goal.into())]))
    }

    /// As long as the routine takes, or else as the plan has it.
    fn minutes(&self) -> u64 {
        let planned = u64::from(self.plan.minutes);
        let planned = self.routine.map_or(planned, |routine| routine.total_ms.div_ceil(60_000));
        planned.clamp(SHORTEST_MIN, 24 * 60)
    }
}

fn alarm(ahead_min: u32, summary: &str, uid: &str) -> Option<Alarm> {
    let ahead = format!("PT{}M", ahead_min.min(7 * 24 * 60));
    let Ok(Trigger::Duration(ahead, _)) = Trigger::try_from(&Property::new("TRIGGER", &ahead)) else {
        return None;
    };
    let mut alarm = Alarm::display(summary, Trigger::before_start(ahead));
    alarm.append_property(Property::new("UID", format!("alarm-{uid}")));
    Some(alarm.done())
}

/// When a time comes next, where the person is: later today, or on its day within a week.
fn next(time: &PlannedTime, now: Stamp) -> DateTime {
    let local = Timestamp::from_millisecond(now.local_ms()).unwrap_or_default();
    let local = jiff::tz::TimeZone::UTC.to_datetime(local);
    let (hour, minute) = hour_and_minute(time);
    let at = Time::new(hour, minute, 0, 0).unwrap_or_default();
    let today = i64::from(local.date().weekday().to_monday_zero_offset());
    let wanted = Weekday::ALL.iter().position(|&day| day == time.day).unwrap_or_default() as i64;
    let mut ahead = (wanted - today).rem_euclid(7);
    if ahead == 0 && at <= local.time() {
        ahead = 7;
    }
    let day = local.date().checked_add(ahead.days()).unwrap_or(local.date());
    day.to_datetime(at)
}

/// Within a day, whatever a file says.
fn hour_and_minute(time: &PlannedTime) -> (i8, i8) {
    (time.hour.min(23) as i8, time.minute.min(59) as i8)
}

fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// Without what could end a line of the file.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// The crate stamps alarms with the time of day, which they may not have by the standard.
fn without_alarm_stamps(text: &str) -> String {
    let mut is_alarm = false;
    let kept = text.split_inclusive("\r\n").filter(|line| {
        match line.trim_end() {
            "BEGIN:VALARM" => is_alarm = true,
            "END:VALARM" => is_alarm = false,
            _ => {}
        }
        !(is_alarm && line.starts_with("DTSTAMP:"))
    });
    kept.collect()
}
