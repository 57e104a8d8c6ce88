//! The week against the plan, and when another aim is offered.

use unhunch::history::{AIM, AimOffer, Ledger, aim_offer, week};
use unhunch::model::{Plan, PlannedTime, Said, SessionRecord, Weekday, WorkKind};

use super::{TODAY, at, bout, ledger, say, session, told};

fn plan(minutes: u32, days: u32) -> Plan {
    Plan { minutes, days, ..Plan::default() }
}

/// A session of so many minutes, with pain before and after.
fn lasting(days_ago: i64, minutes: u64, pain: Option<(u8, u8)>) -> SessionRecord {
    let mut record = session(days_ago);
    record.bouts = vec![bout("walking", WorkKind::Mobility, minutes)];
    (record.before.pain, record.after.pain) = pain.unzip();
    record
}

#[test]
fn the_week_begins_on_monday_and_counts_each_day_once() {
    let mut evening = session(0);
    (evening.id, evening.began) = ("evening".into(), at(0, 20, 0));
    let empty = SessionRecord { bouts: Vec::new(), ..session(1) };
    let it = ledger([session(3), session(2), empty, session(0), evening]);
    let thursday = PlannedTime { day: Weekday::Thursday, hour: 17, minute: 30, routine: String::new() };
    let week = week(&it, &Plan { times: vec![thursday], ..Plan::default() }, TODAY);
    let sessions: Vec<u32> = week.days.iter().map(|day| day.sessions).collect();
    assert_eq!(sessions, [1, 0, 2, 0, 0, 0, 0], "Sunday is last week's, and nothing done is nothing");
    let planned: Vec<bool> = week.days.iter().map(|day| day.is_planned).collect();
    assert_eq!(planned, [false, false, false, true, false, false, false]);
    assert_eq!((week.done_days, week.done_ms), (2, 900_000));
}

/// The four whole weeks before this one, three days in each: the days ago of each week.
const WEEKS: [[i64; 3]; 4] = [[30, 28, 26], [23, 21, 19], [16, 14, 12], [9, 7, 5]];

/// Four weeks of three sessions, with minutes and pain before for each week.
fn four_weeks(minutes: [u64; 4], pains: [u8; 4]) -> Ledger {
    let weeks = WEEKS.into_iter().zip(minutes).zip(pains);
    ledger(
        weeks.flat_map(|((days, minutes), pain)| days.map(|ago| lasting(ago, minutes, Some((pain, pain))))),
    )
}

fn offer(it: &Ledger, plan: &Plan) -> Option<AimOffer> {
    aim_offer(it, plan, at(0, 12, 0))
}

#[test]
fn four_good_weeks_offer_a_little_more() {
    for (minutes, to) in [(3, Some(4)), (5, Some(6)), (10, Some(11)), (20, Some(22)), (60, None)] {
        let it = four_weeks([60; 4], [3, 3, 3, 2]);
        let expected = to.map(|to| AimOffer::Longer { from: minutes, to });
        assert_eq!(offer(&it, &plan(minutes, 3)), expected, "{minutes} minutes");
    }
}

#[test]
fn no_more_is_offered_where_a_week_was_missed_or_pain_rose() {
    let good = plan(5, 3);
    assert!(offer(&four_weeks([5; 4], [1; 4]), &good).is_some());
    for (what, it, plan) in [
        ("no aim", four_weeks([5; 4], [1; 4]), plan(0, 0)),
        ("too few days", four_weeks([5; 4], [1; 4]), plan(5, 4)),
        ("too few minutes", four_weeks([5, 5, 4, 5], [1; 4]), good.clone()),
        ("pain is more", four_weeks([5; 4], [1, 1, 2, 2]), good.clone()),
        ("no better in four weeks", four_weeks([5; 4], [4; 4]), good.clone()),
        ("nothing was done", Ledger::default(), good.clone()),
    ] {
        let found = offer(&it, &plan);
        assert!(!matches!(found, Some(AimOffer::Longer { .. })), "{what}: {found:?}");
    }
    let mut rose = four_weeks([5; 4], [1; 4]);
    rose.put(&lasting(20, 5, Some((1, 4))));
    assert_eq!(offer(&rose, &good), None, "pain rose over one of the sessions");
    let silent = ledger(WEEKS.into_iter().flatten().map(|ago| lasting(ago, 5, None)));
    assert!(offer(&silent, &good).is_some(), "who says nothing of pain is not held back");
}

#[test]
fn a_long_break_or_more_pain_offer_less() {
    for (minutes, after_break, more_pain) in
        [(20, Some(10), Some(15)), (5, Some(2), Some(3)), (2, None, None)]
    {
        let away = ledger([session(14)]);
        let expected = after_break.map(|to| AimOffer::AfterBreak { from: minutes, to });
        assert_eq!(offer(&away, &plan(minutes, 3)), expected);
        let rose = ledger([told(2, 3, Some(5))]);
        let expected = more_pain.map(|to| AimOffer::MorePain { from: minutes, to });
        assert_eq!(offer(&rose, &plan(minutes, 3)), expected);
    }
    assert_eq!(offer(&ledger([session(13)]), &plan(10, 3)), None);
}

#[test]
fn an_answer_holds_for_four_weeks() {
    let mut it = four_weeks([5; 4], [1; 4]);
    let answered = |ago| (at(ago, 9, 0), Said::Heard(AIM.into()));
    let (when, said) = answered(28);
    say(&mut it, when, said);
    assert!(offer(&it, &plan(5, 3)).is_some());
    let (when, said) = answered(27);
    say(&mut it, when, said);
    assert_eq!(offer(&it, &plan(5, 3)), None);
}
