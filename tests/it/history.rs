//! What the records of sessions tell, by arithmetic.

pub(crate) mod generated;
mod looking;
mod overview;
mod trend;

use jiff::civil::Date;
use unhunch::history::{Filter, Ledger, Overview, Period, days};
use unhunch::model::{
    BoutEnd, BoutRecord, Feeling, Origin, SessionEnd, SessionRecord, Side, Stamp, WorkKind,
};

/// A session that begins on a day at an hour and a minute of a place one hour ahead of Greenwich.
fn session(date: Date, hour: i64, minute: i64) -> SessionRecord {
    let local_ms = (i64::from(days::number_of(date)) * 1440 + hour * 60 + minute) * 60_000;
    let began = Stamp { utc_ms: local_ms - 3_600_000, offset_s: 3600 };
    SessionRecord {
        id: format!("{date} {hour}:{minute}"),
        began,
        took_ms: 400_000,
        end: SessionEnd::Finished,
        origin: Origin::Run,
        routine: "desk-break".to_owned(),
        routine_name: "Five-minute desk break".to_owned(),
        before: Feeling::default(),
        after: Feeling::default(),
        effort: None,
        note: String::new(),
        bouts: vec![bout("cat-cow", WorkKind::Mobility, 60)],
    }
}

/// So many seconds of an exercise, all of them done.
fn bout(exercise: &str, kind: WorkKind, secs: u64) -> BoutRecord {
    BoutRecord {
        exercise: Some(exercise.to_owned()),
        name: exercise.to_uppercase(),
        kind,
        side: None,
        set: 1,
        planned_ms: secs * 1000,
        done_ms: secs * 1000,
        extended_ms: 0,
        planned_reps: 5,
        done_reps: 5,
        end: BoutEnd::Done,
    }
}

/// The same, of one side.
fn on(side: Side, bout: BoutRecord) -> BoutRecord {
    BoutRecord { side: Some(side), ..bout }
}

/// The same, ended otherwise; of what was skipped, nothing was done.
fn ended(end: BoutEnd, bout: BoutRecord) -> BoutRecord {
    let (done_ms, done_reps) = if end == BoutEnd::Skipped { (0, 0) } else { (bout.done_ms, 2) };
    BoutRecord { end, done_ms, done_reps, ..bout }
}

fn felt(record: SessionRecord, before: Option<u8>, after: Option<u8>) -> SessionRecord {
    let feeling = |pain| Feeling { pain, ..Feeling::default() };
    SessionRecord { before: feeling(before), after: feeling(after), ..record }
}

fn ledger(records: &[SessionRecord]) -> Ledger {
    let mut ledger = Ledger::default();
    for record in records {
        ledger.put(record);
    }
    ledger
}

fn over(period: Period) -> Filter {
    Filter { period, routine: None }
}

fn overview(records: &[SessionRecord], period: Period, today: Date) -> Overview {
    Overview::of(&ledger(records), &over(period), today)
}
