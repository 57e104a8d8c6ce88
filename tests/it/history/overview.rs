//! Days, weeks, exercises and sums.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use unhunch::history::{Filter, Grain, Overview, Period, Trend, Week, days};
use unhunch::model::{BoutEnd, SessionRecord, Side, Stamp, WorkKind};

use super::generated::Life;
use super::{bout, ended, felt, ledger, on, over, overview, session};

/// A Saturday.
const TODAY: Date = Date::constant(2026, 11, 21);

/// The last week with a session before or in it.
fn week_of(overview: &Overview, monday: Date) -> Week {
    *overview.weeks.iter().find(|week| week.monday == monday).unwrap()
}

#[test]
fn nothing_at_all_is_empty_weeks_and_days() {
    let cases = [
        (Period::FourWeeks, 4, date(2026, 10, 26)),
        (Period::Quarter, 13, date(2026, 8, 24)),
        (Period::Year, 53, date(2025, 11, 17)),
        (Period::All, 1, date(2026, 11, 16)),
    ];
    for (period, weeks, first) in cases {
        let seen = overview(&[], period, TODAY);
        assert_eq!((seen.weeks.len(), seen.first, seen.last), (weeks, first, TODAY), "{period:?}");
        assert_eq!((seen.weeks[0].monday, seen.weeks[weeks - 1].monday), (first, date(2026, 11, 16)));
        assert_eq!(seen.totals, unhunch::history::Totals::default());
        assert_eq!((seen.pain.trend, seen.pain.line), (Trend::TooFew, None));
        assert!(seen.exercises.is_empty() && seen.sessions.is_empty() && seen.pain.points.is_empty());
    }
}

#[test]
fn the_calendar_is_whole_weeks_up_to_today() {
    for (today, count) in [(TODAY, 370), (date(2026, 11, 22), 371), (date(2026, 11, 23), 365)] {
        let days = overview(&[], Period::FourWeeks, today).calendar.days;
        assert_eq!((days.len(), days[days.len() - 1].date), (count, today));
        assert_eq!(days[0].date, days::monday(days[0].date), "begins on a Monday");
        assert!(days.windows(2).all(|pair| pair[0].date.tomorrow().unwrap() == pair[1].date), "without gaps");
    }
}

#[test]
fn one_session_is_seen_everywhere_once() {
    let one = felt(session(TODAY, 8, 0), Some(4), Some(3));
    for period in Period::ALL {
        let seen = overview(std::slice::from_ref(&one), period, TODAY);
        assert_eq!((seen.totals.sessions, seen.totals.days, seen.totals.done_ms), (1, 1, 60_000));
        assert_eq!(seen.sessions, [0]);
        let last = *seen.calendar.days.last().unwrap();
        assert_eq!((last.date, last.sessions, last.done_ms, last.hurt), (TODAY, 1, 60_000, false));
        assert_eq!(seen.calendar.days.iter().filter(|day| day.sessions > 0).count(), 1);
        assert_eq!(seen.weeks.last().unwrap().done_ms, [60_000, 0, 0]);
        assert_eq!(seen.pain.points.len(), 1);
        assert_eq!(seen.pain.trend, Trend::TooFew);
        assert_eq!((seen.exercises.len(), seen.exercises[0].sessions), (1, 1));
    }
}

#[test]
fn a_session_belongs_to_the_day_on_the_clocks_of_its_place() {
    // An hour ahead of Greenwich: 23:30 on Sunday is 22:30 there, 0:10 on Monday is still Sunday.
    let sunday = date(2026, 11, 15);
    let seen = overview(
        &[session(sunday, 23, 30), session(date(2026, 11, 16), 0, 10), session(date(2026, 11, 16), 7, 0)],
        Period::FourWeeks,
        TODAY,
    );
    let of_days: Vec<_> = seen
        .calendar
        .days
        .iter()
        .filter(|day| day.sessions > 0)
        .map(|day| (day.date, day.sessions))
        .collect();
    assert_eq!(of_days, [(sunday, 1), (date(2026, 11, 16), 2)]);
    let weeks = [date(2026, 11, 9), date(2026, 11, 16)].map(|monday| week_of(&seen, monday));
    assert_eq!(weeks.map(|week| (week.sessions, week.days)), [(1, 1), (2, 1)]);
    assert_eq!(seen.totals.days, 2);
}

#[test]
fn clocks_that_go_back_a_day_leave_everything_in_order() {
    // From Tokyo, where it is the 11th, to Hawaii, where it is the 10th for hours to come.
    let at = |hours: i64, ahead: i32, id: &str| SessionRecord {
        id: id.to_owned(),
        began: Stamp {
            utc_ms: i64::from(days::number_of(date(2026, 11, 10))) * 86_400_000 + hours * 3_600_000,
            offset_s: ahead * 3600,
        },
        ..felt(session(TODAY, 0, 0), Some(3), None)
    };
    let seen = overview(&[at(16, 9, "tokyo"), at(26, -10, "hawaii")], Period::All, TODAY);
    let dates: Vec<Date> = seen.pain.points.iter().map(|point| point.date).collect();
    assert_eq!(dates, [date(2026, 11, 10), date(2026, 11, 11)]);
    assert_eq!(seen.exercises[0].doses.iter().map(|dose| dose.date).collect::<Vec<_>>(), dates);
    assert_eq!((seen.totals.days, week_of(&seen, date(2026, 11, 9)).days), (2, 2));
}

#[test]
fn weeks_go_on_over_the_new_year_and_the_leap_day() {
    let turn = overview(
        &[session(date(2025, 12, 31), 8, 0), session(date(2026, 1, 1), 8, 0)],
        Period::All,
        date(2026, 1, 6),
    );
    assert_eq!(
        turn.weeks.iter().map(|week| week.monday).collect::<Vec<_>>(),
        [date(2025, 12, 29), date(2026, 1, 5)]
    );
    assert_eq!(turn.weeks[0].days, 2);
    let leap = [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)].map(|day| session(day, 20, 0));
    let seen = overview(&leap, Period::Year, date(2024, 3, 1));
    assert_eq!(week_of(&seen, date(2024, 2, 26)).days, 3);
    let last: Vec<_> = seen.calendar.days.iter().rev().take(3).map(|day| (day.date, day.sessions)).collect();
    assert_eq!(last, [(date(2024, 3, 1), 1), (date(2024, 2, 29), 1), (date(2024, 2, 28), 1)]);
}

#[test]
fn a_period_leaves_out_what_was_before_and_all_leave_out_what_is_to_come() {
    let old = session(date(2026, 10, 25), 8, 0);
    let first = session(date(2026, 10, 26), 0, 0);
    let tomorrow = session(date(2026, 11, 22), 0, 0);
    let records = [old, first, tomorrow];
    let seen = overview(&records, Period::FourWeeks, TODAY);
    assert_eq!((seen.totals.sessions, &*seen.sessions), (1, &[1][..]));
    assert_eq!(seen.calendar.days.iter().map(|day| day.sessions).sum::<u32>(), 2, "the calendar is a year");
    let all = overview(&records, Period::All, TODAY);
    assert_eq!((all.weeks.len(), &*all.sessions), (5, &[1, 0][..]), "the last comes first");
    assert_eq!(overview(&records, Period::All, date(2026, 11, 22)).totals.sessions, 3);
}

#[test]
fn gaps_are_weeks_too() {
    let records = [session(date(2026, 9, 1), 8, 0), session(date(2026, 11, 20), 8, 0)];
    let seen = overview(&records, Period::All, TODAY);
    assert_eq!(seen.weeks.len(), 12);
    assert!(
        seen.weeks[1..11].iter().all(|week| week.sessions == 0 && week.done_ms == [0; 3] && week.days == 0)
    );
}

#[test]
fn a_routine_alone_is_looked_at_when_asked() {
    let mut evening = session(date(2026, 11, 20), 21, 0);
    evening.routine = "wind-down".to_owned();
    evening.bouts = vec![bout("deep-breathing", WorkKind::Breath, 180)];
    let book = ledger(&[session(date(2026, 11, 20), 8, 0), evening]);
    let of = |routine: &str| {
        let filter = Filter { routine: Some(routine.to_owned()), ..over(Period::Year) };
        Overview::of(&book, &filter, TODAY)
    };
    let wind_down = of("wind-down");
    assert_eq!((wind_down.totals.done_ms, &*wind_down.sessions), (180_000, &[1][..]));
    assert_eq!(wind_down.calendar.days.iter().map(|day| day.done_ms).sum::<u64>(), 180_000);
    assert_eq!(
        wind_down.exercises.iter().map(|line| line.id.as_str()).collect::<Vec<_>>(),
        ["deep-breathing"]
    );
    assert_eq!(of("never-done").totals.sessions, 0);
}

#[test]
fn exercises_tell_how_often_how_long_which_side_and_what_hurt() {
    use WorkKind::{Mobility, Strength};
    let mut monday = session(date(2026, 11, 16), 8, 0);
    monday.bouts = vec![
        on(Side::Left, bout("thread", Mobility, 20)),
        on(Side::Right, bout("thread", Mobility, 30)),
        on(Side::Right, ended(BoutEnd::Hurt, bout("thread", Mobility, 5))),
        ended(BoutEnd::Skipped, on(Side::Left, bout("thread", Mobility, 30))),
        bout("row", Strength, 60),
        ended(BoutEnd::Skipped, bout("fly", Strength, 60)),
    ];
    let mut friday = session(date(2026, 11, 20), 8, 0);
    friday.bouts = vec![
        ended(BoutEnd::CutShort, bout("row", Strength, 15)),
        ended(BoutEnd::CutShort, bout("row", Strength, 15)),
        ended(BoutEnd::Skipped, bout("fly", Strength, 60)),
        ended(BoutEnd::Skipped, bout("thread", Mobility, 60)),
    ];
    let seen = overview(&[monday, friday], Period::FourWeeks, TODAY);
    let told: Vec<_> = seen
        .exercises
        .iter()
        .map(|line| {
            (line.id.as_str(), line.sessions, line.done_ms / 1000, line.hurt, line.skipped, line.last.day())
        })
        .collect();
    let expected = [("row", 2, 90, 0, 1, 20), ("thread", 1, 55, 1, 2, 16), ("fly", 0, 0, 0, 2, 20)];
    assert_eq!(told, expected, "done most often first; done last, or else met last");
    let thread = &seen.exercises[1];
    assert_eq!((thread.left_ms, thread.right_ms, thread.name.as_str()), (20_000, 35_000, "THREAD"));
    let doses: Vec<_> = seen.exercises[0].doses.iter().map(|dose| (dose.date.day(), dose.done_ms)).collect();
    assert_eq!((seen.doses_by, doses), (Grain::Day, vec![(16, 60_000), (20, 30_000)]));
    let hurt: Vec<_> = seen.calendar.days.iter().filter(|day| day.hurt).map(|day| day.date.day()).collect();
    assert_eq!(hurt, [16]);
    let week = seen.weeks.last().unwrap();
    assert_eq!(week.done_ms, [55_000, 90_000, 0], "by kind");
}

#[test]
fn exercises_done_as_often_are_in_the_order_of_their_names() {
    let mut one = session(TODAY, 8, 0);
    one.bouts = ["wall", "arm", "cat"].map(|id| bout(id, WorkKind::Mobility, 10)).to_vec();
    let seen = overview(&[one], Period::Year, TODAY);
    assert_eq!(
        seen.exercises.iter().map(|line| line.id.as_str()).collect::<Vec<_>>(),
        ["arm", "cat", "wall"]
    );
}

/// Sessions of a routine, seen without the ledger.
fn let_through<'a>(records: &'a [SessionRecord], filter: &Filter, seen: &Overview) -> Vec<&'a SessionRecord> {
    let is_asked = |record: &&SessionRecord| {
        let day = days::date(record.began);
        filter.routine.as_ref().is_none_or(|id| *id == record.routine)
            && day >= seen.first
            && day <= seen.last
    };
    records.iter().filter(is_asked).collect()
}

#[test]
fn the_sums_of_a_made_up_year_agree_with_one_another() {
    for (seed, today) in [(1, TODAY), (2, date(2025, 1, 5)), (3, date(2024, 2, 29)), (4, date(2026, 6, 8))] {
        let records = Life::year(seed, today).sessions();
        let book = ledger(&records);
        for period in Period::ALL {
            for routine in [None, Some("desk-break".to_owned())] {
                let filter = Filter { period, routine };
                let seen = Overview::of(&book, &filter, today);
                agree(&seen, &let_through(&records, &filter, &seen), &format!("{seed} {filter:?}"));
            }
        }
    }
}

fn agree(seen: &Overview, records: &[&SessionRecord], of: &str) {
    let done: u64 = records.iter().map(|record| record.done_ms()).sum();
    let on_days: BTreeSet<Date> = records.iter().map(|record| days::date(record.began)).collect();
    assert!(!records.is_empty(), "{of}");
    assert_eq!(seen.sessions.len(), records.len(), "{of}");
    assert_eq!(
        (seen.totals.sessions as usize, seen.totals.done_ms, seen.totals.days as usize),
        (records.len(), done, on_days.len()),
        "{of}"
    );
    assert_eq!(seen.weeks.iter().map(Week::total_ms).sum::<u64>(), done, "{of}");
    assert_eq!(seen.weeks.iter().map(|week| week.sessions as usize).sum::<usize>(), records.len(), "{of}");
    let of_period = seen.calendar.days.iter().filter(|day| day.date >= seen.first);
    let of_calendar: Vec<_> = of_period.filter(|day| day.sessions > 0).collect();
    // A year and a week of history is as long as the calendar and one week more.
    let recent: u64 = {
        let first = seen.calendar.days[0].date;
        records.iter().filter(|record| days::date(record.began) >= first).map(|record| record.done_ms()).sum()
    };
    assert_eq!(of_calendar.iter().map(|day| day.done_ms).sum::<u64>(), recent, "{of}");
    let told = records.iter().filter(|record| record.before.pain.is_some() || record.after.pain.is_some());
    assert_eq!(seen.pain.points.len(), told.count(), "{of}");
    agree_on_exercises(seen, records, of);
}

fn agree_on_exercises(seen: &Overview, records: &[&SessionRecord], of: &str) {
    #[derive(Default, Debug, PartialEq)]
    struct Sums {
        done: BTreeSet<String>,
        hurt: BTreeSet<String>,
        skipped: BTreeSet<String>,
        ms: u64,
        sides: [u64; 2],
        met: Option<Date>,
        last: Option<Date>,
        doses: BTreeMap<Date, u64>,
    }
    let mut sums: BTreeMap<&str, Sums> = BTreeMap::new();
    for record in records {
        for bout in &record.bouts {
            let Some(exercise) = &bout.exercise else { continue };
            let sum = sums.entry(exercise).or_default();
            let day = days::date(record.began);
            sum.ms += bout.done_ms;
            sum.met = Some(day);
            if let Some(side) = bout.side {
                sum.sides[side as usize] += bout.done_ms;
            }
            if bout.done_ms > 0 {
                sum.done.insert(record.id.clone());
                sum.last = Some(day);
                *sum.doses.entry(seen.doses_by.first(day)).or_default() += bout.done_ms;
            }
            match bout.end {
                BoutEnd::Done => {}
                BoutEnd::Hurt => drop(sum.hurt.insert(record.id.clone())),
                BoutEnd::CutShort | BoutEnd::Skipped => drop(sum.skipped.insert(record.id.clone())),
            }
        }
    }
    assert_eq!(seen.exercises.len(), sums.len(), "{of}");
    for line in &seen.exercises {
        let sum = &sums[line.id.as_str()];
        let times = [&sum.done, &sum.hurt, &sum.skipped].map(BTreeSet::len);
        assert_eq!(
            [line.sessions, line.hurt, line.skipped].map(|times| times as usize),
            times,
            "{of} {}",
            line.id
        );
        assert_eq!((line.done_ms, [line.left_ms, line.right_ms]), (sum.ms, sum.sides), "{of} {}", line.id);
        assert_eq!(Some(line.last), sum.last.or(sum.met), "{of} {}", line.id);
        let doses: BTreeMap<Date, u64> = line.doses.iter().map(|dose| (dose.date, dose.done_ms)).collect();
        assert_eq!((&sum.doses, line.doses.len()), (&doses, doses.len()), "{of} {}", line.id);
        assert!(line.doses.windows(2).all(|pair| pair[0].date < pair[1].date), "{of} {}", line.id);
    }
}

#[test]
fn ten_years_of_doses_are_told_by_longer_stretches() {
    let life = Life { first: date(2016, 1, 1), a_day: 0.3, ..Life::year(5, TODAY) };
    let seen = overview(&life.sessions(), Period::All, TODAY);
    assert_eq!(seen.doses_by, Grain::Month);
    for line in &seen.exercises {
        assert!(line.doses.len() <= 400 && line.doses.iter().all(|dose| dose.date.day() == 1));
        assert_eq!(line.doses.iter().map(|dose| dose.done_ms).sum::<u64>(), line.done_ms);
    }
}

#[test]
fn a_glance_is_the_whole_without_the_exercises() {
    let book = ledger(&Life::year(6, TODAY).sessions());
    let filter = over(Period::Quarter);
    let glance = Overview::at_a_glance(&book, &filter, TODAY);
    assert!(glance.exercises.is_empty());
    assert_eq!(glance.with_exercises(&book, &filter, TODAY), Overview::of(&book, &filter, TODAY));
}

#[test]
fn a_made_up_year_is_believable_and_always_the_same() {
    let records = Life::year(1, TODAY).sessions();
    assert_eq!(records, Life::year(1, TODAY).sessions());
    assert_ne!(records, Life::year(2, TODAY).sessions());
    let seen = overview(&records, Period::Year, TODAY);
    assert!((180..400).contains(&seen.totals.sessions), "{} sessions", seen.totals.sessions);
    assert!(seen.weeks.iter().all(|week| week.total_ms() < 4 * 3_600_000));
    assert!(seen.weeks.iter().any(|week| week.sessions <= 1), "holidays");
    assert!(matches!(seen.pain.trend, Trend::Down(_)), "{:?}", seen.pain.trend);
    assert!(seen.exercises.iter().any(|line| line.hurt > 0));
    let (left, right) =
        seen.exercises.iter().fold((0, 0), |sum, line| (sum.0 + line.left_ms, sum.1 + line.right_ms));
    assert!(left > 0 && left < right, "{left} ms left, {right} ms right");
    let kinds =
        seen.weeks.iter().fold([0; 3], |sum, week| [0, 1, 2].map(|kind| sum[kind] + week.done_ms[kind]));
    assert!(kinds.iter().all(|done| *done > 0), "{kinds:?}");
}
