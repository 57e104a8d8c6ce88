//! What follows of the record: advice, suggestions, the aim, and what went well. By tables.

mod advice;
mod aim;
mod flags;
mod praise;
mod suggest;
mod weeks_of_use;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use unhunch::history::Ledger;
use unhunch::model::{
    BoutEnd, BoutRecord, Feeling, Origin, Remark, Said, SessionEnd, SessionRecord, Side, Stamp, WorkKind,
};

/// A Wednesday.
const TODAY: Date = date(2026, 11, 18);

/// A time of day, so many days before [`TODAY`], two hours ahead of Greenwich.
fn at(days_ago: i64, hour: i8, minute: i8) -> Stamp {
    let day = TODAY.checked_sub(days_ago.days()).unwrap().at(hour, minute, 0, 0);
    let local_ms = jiff::tz::TimeZone::UTC.to_timestamp(day).unwrap().as_millisecond();
    Stamp { utc_ms: local_ms - 7_200_000, offset_s: 7_200 }
}

fn bout(exercise: &str, kind: WorkKind, minutes: u64) -> BoutRecord {
    BoutRecord {
        exercise: Some(exercise.into()),
        name: exercise.to_uppercase(),
        kind,
        side: None,
        set: 1,
        planned_ms: minutes * 60_000,
        done_ms: minutes * 60_000,
        extended_ms: 0,
        planned_reps: 0,
        done_reps: 0,
        end: BoutEnd::Done,
    }
}

fn ended(bout: BoutRecord, end: BoutEnd) -> BoutRecord {
    BoutRecord { end, ..bout }
}

fn on(bout: BoutRecord, side: Side) -> BoutRecord {
    BoutRecord { side: Some(side), ..bout }
}

/// Five minutes of movement, so many days ago at nine.
fn session(days_ago: i64) -> SessionRecord {
    let began = at(days_ago, 9, 0);
    SessionRecord {
        id: format!("{}", began.utc_ms),
        began,
        took_ms: 300_000,
        end: SessionEnd::Finished,
        origin: Origin::Run,
        routine: "some".into(),
        routine_name: "Some".into(),
        before: Feeling::default(),
        after: Feeling::default(),
        effort: None,
        note: String::new(),
        bouts: vec![bout("cat-cow", WorkKind::Mobility, 5)],
    }
}

fn told(days_ago: i64, before: u8, after: Option<u8>) -> SessionRecord {
    let mut record = session(days_ago);
    record.before.pain = Some(before);
    record.after.pain = after;
    record
}

fn ledger(records: impl IntoIterator<Item = SessionRecord>) -> Ledger {
    let mut ledger = Ledger::default();
    for record in records {
        ledger.put(&record);
    }
    ledger
}

fn say(ledger: &mut Ledger, at: Stamp, said: Said) {
    ledger.say(Remark { at, said });
}
