//! What counting a hundred thousand sessions costs: each part of the Progress screen, each filter.

#[path = "../tests/it/history/generated.rs"]
mod generated;

use std::sync::LazyLock;

use divan::Bencher;
use jiff::civil::Date;
use unhunch::history::{Filter, Ledger, Overview, Period, chart, days};

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
    let bouts: usize = LEDGER.sessions().iter().map(|line| line.bouts.len()).sum();
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
