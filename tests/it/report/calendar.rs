//! The planned times for a calendar, line by line.

use std::collections::BTreeMap;

use unhunch::model::{Plan, PlannedTime, Stamp, Weekday};
use unhunch::report::calendar::{Planned, render};
use unhunch::text::Words;

use super::now;

/// What a data folder calls its events.
const FOLDER: &str = "5ca1ab1e";

fn time(day: Weekday, hour: u8, minute: u8, routine: &str) -> PlannedTime {
    PlannedTime { day, hour, minute, routine: routine.to_owned() }
}

fn plan(times: Vec<PlannedTime>) -> Plan {
    Plan { goal: "Play, with my kids; again".to_owned(), minutes: 7, days: 4, times, alarm_min: 10 }
}

fn routines() -> BTreeMap<String, Planned> {
    BTreeMap::from([("long".to_owned(), Planned { name: "Long one".to_owned(), total_ms: 20 * 60_000 + 1 })])
}

/// The lines of each event, unfolded.
fn events(text: &str) -> Vec<Vec<String>> {
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])), "{text}");
    let lines: Vec<String> = text.replace("\r\n ", "").lines().map(str::to_owned).collect();
    assert_eq!((lines[0].as_str(), lines[lines.len() - 1].as_str()), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let starts = lines.iter().enumerate().filter(|(_, line)| *line == "BEGIN:VEVENT");
    let event = |(at, _): (usize, &String)| {
        lines[at..].iter().take_while(|line| *line != "END:VEVENT").cloned().collect()
    };
    starts.map(event).collect()
}

fn value<'a>(event: &'a [String], key: &str) -> &'a str {
    let line = event.iter().find(|line| line.starts_with(&format!("{key}:")));
    &line.unwrap_or_else(|| panic!("{key} is not in {event:#?}"))[key.len() + 1..]
}

fn rendered(plan: &Plan, now: Stamp) -> Vec<Vec<String>> {
    events(&render(plan, FOLDER, &routines(), now, &Words::new("en")))
}

#[test]
fn a_planned_time_comes_every_week_from_the_next_on_with_an_alarm_before() {
    // It is Saturday, 13:00 where the person is.
    let plan = plan(vec![
        time(Weekday::Saturday, 12, 59, ""),
        time(Weekday::Saturday, 13, 1, "long"),
        time(Weekday::Monday, 7, 30, "gone"),
    ]);
    let events = rendered(&plan, now());
    let told: Vec<[&str; 4]> = events
        .iter()
        .map(|event| ["DTSTART", "RRULE", "DURATION", "SUMMARY"].map(|key| value(event, key)))
        .collect();
    assert_eq!(
        told,
        [
            ["20261123T073000", "FREQ=WEEKLY;BYDAY=MO", "PT7M", "Time for your back"],
            ["20261128T125900", "FREQ=WEEKLY;BYDAY=SA", "PT7M", "Time for your back"],
            ["20261121T130100", "FREQ=WEEKLY;BYDAY=SA", "PT21M", "Time for your back: Long one"],
        ]
    );
    for event in &events {
        assert!(value(event, "DESCRIPTION").contains("Play\\, with my kids\\; again\\n"));
        assert_eq!(value(event, "ACTION"), "DISPLAY");
        let trigger = event.iter().find(|line| line.starts_with("TRIGGER")).unwrap();
        assert!(trigger.ends_with(":-PT10M") || trigger.ends_with(":-PT600S"), "{trigger}");
        assert_eq!(event.iter().filter(|line| line.starts_with("DTSTAMP:")).count(), 1);
        assert_eq!(value(event, "DTSTAMP"), "20261121T120000Z");
        assert!(!event.iter().any(|line| line.contains("TZID")), "the time is that of wherever one is");
    }
}

#[test]
fn a_second_export_has_the_same_names_and_a_greater_number() {
    let names = |events: &[Vec<String>]| -> Vec<String> {
        events.iter().map(|event| value(event, "UID").to_owned()).collect()
    };
    let first =
        rendered(&plan(vec![time(Weekday::Friday, 8, 0, ""), time(Weekday::Friday, 17, 0, "")]), now());
    let later = now().after_ms(3 * 24 * 3_600_000);
    let moved = plan(vec![time(Weekday::Friday, 18, 30, "long"), time(Weekday::Friday, 8, 0, "")]);
    let second = rendered(&moved, later);
    assert_eq!(names(&first), ["friday-1@5ca1ab1e.unhunch", "friday-2@5ca1ab1e.unhunch"]);
    assert_eq!(names(&first), names(&second));
    let number = |events: &[Vec<String>]| value(&events[0], "SEQUENCE").parse::<u64>().unwrap();
    assert!(number(&second) > number(&first));
}

#[test]
fn two_people_with_one_calendar_have_events_of_their_own() {
    let plan = plan(vec![time(Weekday::Friday, 8, 0, "")]);
    let of = |folder: &str| events(&render(&plan, folder, &routines(), now(), &Words::new("en")));
    let (mine, yours) = (of("5ca1ab1e"), of("0ddba11"));
    assert_ne!(value(&mine[0], "UID"), value(&yours[0], "UID"));
}

#[test]
fn the_same_plan_gives_the_same_file_and_an_empty_one_no_event() {
    let plan = plan(vec![time(Weekday::Sunday, 9, 0, ""), time(Weekday::Sunday, 9, 0, "")]);
    let write = || render(&plan, FOLDER, &routines(), now(), &Words::new("en"));
    assert_eq!(write(), write());
    assert_eq!(events(&write()).len(), 1, "what is planned twice comes once");
    assert!(rendered(&Plan::default(), now()).is_empty());
}

#[test]
fn nothing_written_by_hand_can_end_a_line() {
    let evil = "a\r\nBEGIN:VEVENT\r\nX:\u{85}\u{2028}é".repeat(40);
    let times = vec![PlannedTime { day: Weekday::Tuesday, hour: 255, minute: 99, routine: evil.clone() }];
    let plan = Plan { goal: evil.clone(), minutes: u32::MAX, alarm_min: u32::MAX, ..plan(times) };
    let named = BTreeMap::from([(evil.clone(), Planned { name: evil, total_ms: u64::MAX })]);
    let events = events(&render(&plan, FOLDER, &named, now(), &Words::new("en")));
    assert_eq!(events.len(), 1);
    assert_eq!((value(&events[0], "DTSTART"), value(&events[0], "DURATION")), ("20261124T235900", "PT1440M"));
}
