//! Sound: how many times faster than real time a score renders, and what a seek costs.

use std::sync::Arc;
use std::time::Duration;

use divan::Bencher;
use divan::counter::ItemsCount;
use unhunch::audio::{Chimes, Deck, DeckOrder, Levels, Mix, Renderer, Score, guided_track};
use unhunch::engine::{Cue, CueKind, Segment, SegmentKind, Spoken, Timeline};

const RATE: u32 = 48_000;

fn main() {
    divan::main();
}

/// An hour with a cue every two seconds, of all kinds in turn: busier than any routine.
fn hour() -> Arc<Score> {
    let kinds = CueKind::ALL.into_iter().cycle();
    let cues = (0..1800).map(|i| i * 2000).zip(kinds);
    let segment = Segment {
        start_ms: 0,
        end_ms: 3_600_000,
        entry: 0,
        set: 0,
        rep: 0,
        loops: 0,
        kind: SegmentKind::Timed,
        side: None,
        way: 0,
    };
    let timeline = Timeline {
        segments: vec![segment],
        cues: cues.map(|(at_ms, kind)| Cue { at_ms, kind, spoken: Spoken::Silent }).collect(),
        ..Timeline::default()
    };
    Arc::new(Score::new(&timeline, RATE))
}

/// Items are seconds of sound: items a second are times real time.
#[divan::bench(sample_count = 10)]
fn guided_track_of_an_hour(bencher: Bencher<'_, '_>) {
    let score = hour();
    bencher
        .counter(ItemsCount::new(3600_u32))
        .bench(|| guided_track(Arc::clone(&score), &Mix::FULL).map(|block| block.len()).sum::<usize>());
}

/// Ten seconds as the sound callback renders them. Items as above.
#[divan::bench]
fn deck_in_blocks_of_128(bencher: Bencher<'_, '_>) {
    let (chimes, score) = (Arc::new(Chimes::new(RATE)), hour());
    bencher.counter(ItemsCount::new(10_u32)).bench(|| {
        let mut deck = Deck::new(Arc::clone(&chimes), 0.5, &Mix::FULL);
        let from = Duration::from_mins(30);
        let score = Arc::clone(&score);
        deck.obey(DeckOrder::Play { take: 1, score, from, lead: Duration::ZERO, run: Duration::ZERO });
        let mut block = [0.0; 128];
        for _ in 0..RATE * 10 / 128 {
            deck.render(divan::black_box(&mut block));
        }
        block[0]
    });
}

/// One block from the middle of the hour.
#[divan::bench]
fn seek(bencher: Bencher<'_, '_>) {
    let renderer = Renderer::new(Arc::new(Chimes::new(RATE)), hour());
    let levels = Levels::at(&Mix::FULL);
    let mut block = [0.0; 128];
    bencher.bench_local(|| renderer.add(divan::black_box(86_400_000), &(0..u64::MAX), &levels, &mut block));
}

/// All thirteen chimes, as done once when a device opens.
#[divan::bench]
fn synthesise_all_chimes() -> Chimes {
    Chimes::new(RATE)
}
