//! What compiling a routine and asking for a moment cost.

use std::sync::LazyLock;
use std::time::Duration;

use divan::Bencher;
use unhunch::catalog::Catalog;
use unhunch::engine::{Options, Timeline, compile};
use unhunch::model::{Block, Routine, Step};

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

fn main() {
    divan::main();
}

/// A routine of so many steps: every shipped exercise in turn, at its recommended dose.
fn routine(steps: usize) -> Routine {
    let ids = CATALOG.exercises.keys().cycle().take(steps);
    let step = |id: &String| Block::Step(Step { exercise: id.clone(), ..Step::default() });
    Routine { blocks: ids.map(step).collect(), ..Routine::new("long", "Long") }
}

/// The promise: 10,000 steps in 10 ms or less.
#[divan::bench(args = [100, 10_000])]
fn compile_steps(bencher: Bencher<'_, '_>, steps: usize) {
    let routine = routine(steps);
    bencher.bench_local(|| compile(&routine, &CATALOG, &Options::default()));
}

/// The promise: 200 ns or less.
#[divan::bench(args = [6, 10_000])]
fn moment_at(bencher: Bencher<'_, '_>, steps: usize) {
    let timeline: Timeline = compile(&routine(steps), &CATALOG, &Options::default()).0;
    let total = timeline.total_ms();
    let mut at = 0;
    bencher.bench_local(|| {
        at = (at + 7_919) % total;
        timeline.at(Duration::from_millis(at)).map(|moment| moment.segment_index)
    });
}
