//! What counting a hundred thousand sessions costs: each part of the Progress screen, each filter;
//! and what it costs to open and write the record of as many on the disk.

#[path = "../tests/it/history/generated.rs"]
mod generated;

use std::sync::LazyLock;

use divan::Bencher;
use jiff::civil::Date;
use tempfile::TempDir;
use unhunch::history::{Filter, Ledger, Overview, Period, chart, days};
use unhunch::model::{Archive, KeptSession, SessionRecord, Stamp};
use unhunch::store::history::History;

const SESSIONS: usize = 100_000;

const TODAY: Date = Date::constant(2026, 11, 21);

static LEDGER: LazyLock<Ledger> = LazyLock::new(|| {
    let mut ledger = Ledger::default();
    for record in generated::many(1, SESSIONS, TODAY) {
        ledger.put(&record);
    }
    ledger
});

/// What is looked at; the promise is 20 ms or less for each.
const FILTERS: [(Period, Option<&str>); 5] = [
    (Period::FourWeeks, None),
    (Period::Quarter, None),
    (Period::Year, None),
    (Period::All, None),
    (Period::All, Some("desk-break")),
];

#[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
fn main() {
    let bouts: usize = LEDGER.sessions().iter().map(|line| LEDGER.bouts(line).len()).sum();
    let first = LEDGER.sessions().first().map(|line| days::date(line.began));
    println!("{SESSIONS} sessions, {bouts} stretches of work, the first on {first:?}");
    divan::main();
}

fn filter(place: usize) -> Filter {
    let (period, routine) = FILTERS[place];
    Filter { period, routine: routine.map(str::to_owned) }
}

/// The year, the weeks, pain and the list of sessions.
#[divan::bench(args = 0..FILTERS.len())]
fn at_a_glance(bencher: Bencher<'_, '_>, place: usize) {
    let filter = filter(place);
    bencher.bench_local(|| Overview::at_a_glance(&LEDGER, &filter, TODAY));
}

/// The exercises alone.
#[divan::bench(args = 0..FILTERS.len())]
fn exercises(bencher: Bencher<'_, '_>, place: usize) {
    let filter = filter(place);
    bencher.bench_local(|| Overview::default().with_exercises(&LEDGER, &filter, TODAY));
}

/// Everything at once, as the printed page needs it.
#[divan::bench(args = 0..FILTERS.len())]
fn everything(bencher: Bencher<'_, '_>, place: usize) {
    let filter = filter(place);
    bencher.bench_local(|| Overview::of(&LEDGER, &filter, TODAY));
}

/// A year as people have it, everything at once.
#[divan::bench]
fn year(bencher: Bencher<'_, '_>) {
    let mut ledger = Ledger::default();
    for record in generated::Life::year(1, TODAY).sessions() {
        ledger.put(&record);
    }
    bencher.bench_local(|| Overview::of(&ledger, &Filter::default(), TODAY));
}

/// The layout of the charts of everything there is.
#[divan::bench]
fn charts(bencher: Bencher<'_, '_>) {
    let overview = Overview::of(&LEDGER, &filter(3), TODAY);
    bencher.bench_local(|| {
        let axis = chart::TimeAxis::of(&overview);
        let bars = chart::Bars::of(&overview.weeks, axis, 60, 0.0, 5);
        (axis.ticks(12), bars, chart::Courses::of(&overview.pain, axis, 120))
    });
}

/// Noon of the day it is.
fn now() -> Stamp {
    days::stamp_of(TODAY.at(12, 0, 0, 0), 0)
}

/// A data folder with a hundred thousand sessions of ten stretches of work each, and with today's
/// backup.
static RECORD: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = TempDir::new().expect("there is room for a record");
    let (mut history, _) = History::open(folder.path(), now()).expect("it can be made");
    let empty = history.archive().expect("it can be read");
    let sessions = generated::many(1, SESSIONS, TODAY).into_iter().map(of_ten).collect();
    history.take_in(&Archive { sessions, ..empty }).expect("it can be written");
    drop(history);
    drop(History::open(folder.path(), now()).expect("it can be opened"));
    folder
});

/// A session with ten stretches of work, the same again and again where it had fewer.
fn of_ten(record: SessionRecord) -> KeptSession {
    let bouts = record.bouts.iter().cycle().take(10).cloned().collect();
    KeptSession { record: SessionRecord { bouts, ..record }, routine_text: String::new() }
}

/// The start of the program: the record is checked and opened, and the ledger filled from it.
#[divan::bench(sample_count = 10)]
fn opening_from_disk(bencher: Bencher<'_, '_>) {
    let folder = RECORD.path();
    bencher.bench_local(|| {
        let (history, notes) = History::open(folder, now()).expect("it can be opened");
        assert!(notes.is_empty());
        let ledger = history.ledger().expect("it can be read");
        assert_eq!(ledger.sessions().len(), SESSIONS);
        (history, ledger)
    });
}

/// The first start of a day, which keeps a backup before the ledger is filled.
#[divan::bench(sample_count = 5)]
fn opening_first_of_a_day(bencher: Bencher<'_, '_>) {
    let folder = RECORD.path();
    let backups = folder.join("backups");
    let forget = || drop(std::fs::remove_dir_all(&backups));
    bencher.with_inputs(forget).bench_local_values(|()| {
        let (history, _) = History::open(folder, now()).expect("it can be opened");
        history.ledger().expect("it can be read")
    });
}

/// A stretch of work on its way to the disk, in the last of a hundred thousand sessions.
#[divan::bench]
fn writing_a_bout(bencher: Bencher<'_, '_>) {
    let (mut history, _) = History::open(RECORD.path(), now()).expect("it can be opened");
    let ledger = history.ledger().expect("it can be read");
    let last = ledger.sessions().last().expect("it holds sessions").id.to_string();
    let bout = history.session(&last).expect("it can be read").expect("it is there").record.bouts.remove(0);
    bencher.bench_local(|| history.bout(&last, 9, &bout, 300_000).expect("it can be written"));
}
