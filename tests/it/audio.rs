//! Sound by measurement: where chimes begin, how they rise, how loud they are, and that the score
//! puts them exactly where the timeline's cues are.

mod measure;
mod mix;

use std::sync::Arc;
use std::time::Duration;

use unhunch::audio::{
    Chimes, Deck, DeckOrder, Event, Kinds, LARGEST_JUMP, LARGEST_JUMP_OF_ONE, Levels, Mix, Renderer, Score,
    TRANSPARENT_BELOW, audible, frame_at, gain_from_volume, guided_track, limit, write_guided_track,
};
use unhunch::engine::{Cue, CueKind, Segment, SegmentKind, Spoken, Timeline};

use measure::{attack_ms, dominant_hz, largest_jump, loudness, peak, strength};

pub(crate) fn cue(at_ms: u64, kind: CueKind) -> Cue {
    Cue { at_ms, kind, spoken: Spoken::Silent }
}

pub(crate) fn segment(start_ms: u64, end_ms: u64, kind: SegmentKind) -> Segment {
    Segment { start_ms, end_ms, entry: 0, set: 0, rep: 0, loops: 0, kind, side: None, way: 0 }
}

/// A timeline of one segment with these cues.
pub(crate) fn timeline(total_ms: u64, cues: Vec<Cue>) -> Timeline {
    Timeline { segments: vec![segment(0, total_ms, SegmentKind::Timed)], cues, ..Timeline::default() }
}

const RATES: [u32; 2] = [44_100, 48_000];

/// A dense session: every kind, on odd milliseconds, some on top of one another.
fn dense() -> Timeline {
    let mut cues: Vec<Cue> =
        (0..400_u64).map(|i| cue(17 + i * 137, CueKind::ALL[i as usize * 5 % 13])).collect();
    cues.extend([cue(17, CueKind::End), cue(154, CueKind::Next), cue(59_999, CueKind::SessionDone)]);
    timeline(60_000, cues)
}

#[test]
fn a_chime_begins_with_its_first_frame_and_ends_in_silence() {
    for (rate, kind) in RATES.into_iter().flat_map(|rate| CueKind::ALL.map(|kind| (rate, kind))) {
        let chimes = Chimes::new(rate);
        let chime = chimes.of(kind);
        // Above one step of 16 bits at the default volume, so that a recording shows it as well.
        let first = chime[0] * gain_from_volume(0.7) * 32_767.0;
        assert!(first >= 1.0, "{} at {rate}: first sample is {first} steps", kind.name());
        assert!(chime[chime.len() - 1].abs() < 1e-5, "{} at {rate}", kind.name());
    }
}

#[test]
fn chimes_are_gentle() {
    let chimes = Chimes::new(48_000);
    for kind in CueKind::ALL {
        let chime = chimes.of(kind);
        let attack = attack_ms(chime, 48_000, 60);
        assert!(attack >= 10.0, "{}: attack {attack} ms", kind.name());
        assert!(largest_jump(chime) < LARGEST_JUMP_OF_ONE, "{}: {}", kind.name(), largest_jump(chime));
        let harsh =
            strength(chime, 48_000, 6000.0) / strength(chime, 48_000, dominant_hz(&chime[..5000], 48_000));
        assert!(harsh < 1e-3, "{}: {harsh} at 6 kHz", kind.name());
    }
}

/// The onset is noticed within 10 ms at the default volume, by the measure that recordings are read
/// with: more than 300 of 32,768.
#[test]
fn an_onset_is_heard_at_once() {
    let chimes = Chimes::new(48_000);
    for kind in CueKind::ALL {
        let loud = |sample: &f32| (sample * gain_from_volume(0.7) * 32_767.0).abs() > 300.0;
        let heard = chimes.of(kind).iter().position(loud).expect("loud enough to be heard");
        assert!(heard < 480, "{}: {heard} samples late", kind.name());
    }
}

#[test]
fn one_chime_alone_is_never_limited() {
    let chimes = Chimes::new(48_000);
    for kind in CueKind::ALL {
        assert!(peak(chimes.of(kind)) < TRANSPARENT_BELOW, "{}", kind.name());
    }
}

#[test]
fn loudness_is_even() {
    let chimes = Chimes::new(48_000);
    let measured = CueKind::ALL.map(|kind| (kind.name(), loudness(chimes.of(kind))));
    let all = || measured.iter().map(|(_, lufs)| *lufs);
    let spread = all().fold(f64::NEG_INFINITY, f64::max) - all().fold(f64::INFINITY, f64::min);
    assert!(spread < 3.0, "{spread:.1} LU apart: {measured:?}");
}

/// Pitch of the first and of the last part of a chime, in hertz.
fn head_and_tail(kind: CueKind) -> (f64, f64) {
    let chimes = Chimes::new(48_000);
    let chime = chimes.of(kind);
    let late = &chime[chime.len() * 6 / 10..];
    (dominant_hz(&chime[..5000], 48_000), dominant_hz(&late[..late.len().min(9000)], 48_000))
}

#[test]
fn starting_rises_and_ending_falls() {
    for kind in [CueKind::Start, CueKind::BreathIn, CueKind::Switch] {
        let (head, tail) = head_and_tail(kind);
        assert!(tail > head * 1.15, "{} goes from {head} to {tail} Hz", kind.name());
    }
    for kind in [CueKind::End, CueKind::BreathOut, CueKind::Rest] {
        let (head, tail) = head_and_tail(kind);
        assert!(tail < head * 0.87, "{} goes from {head} to {tail} Hz", kind.name());
    }
    let ((lead, _), (last, _)) = (head_and_tail(CueKind::LeadTick), head_and_tail(CueKind::LastTick));
    assert!(last > lead * 1.5, "ticks before the start and before the end differ: {lead} and {last} Hz");
}

/// Ticks a second apart are separate: more than half a second of silence lies between them.
#[test]
fn ticks_are_short() {
    let chimes = Chimes::new(48_000);
    for kind in [CueKind::LeadTick, CueKind::LastTick, CueKind::Rep] {
        assert!(chimes.of(kind).len() < 48_000 * 4 / 10, "{}", kind.name());
    }
}

#[test]
fn overlapping_chimes_stay_under_minus_3_dbfs() {
    let pile = timeline(3000, (0..300).map(|ms| cue(ms * 5, CueKind::ALL[ms as usize % 13])).collect());
    for timeline in [dense(), pile] {
        let samples: Vec<f32> = guided_track(Arc::new(Score::new(&timeline, 48_000)), &Mix::FULL)
            .flatten()
            .map(|sample| f32::from(sample) / 32_767.0)
            .collect();
        let peak = peak(&samples);
        assert!(peak > 0.5, "not dense enough to tell: {peak}");
        assert!(20.0 * peak.log10() < -3.0, "{peak}");
    }
}

/// All kinds on top of one another and a session busier than any, at full volume.
#[test]
fn nothing_clicks_however_much_sounds_at_once() {
    let kinds = CueKind::ALL.into_iter().cycle();
    let crowd = timeline(3000, (0..39).map(|i| i * 77).zip(kinds).map(|(ms, kind)| cue(ms, kind)).collect());
    for (timeline, rate) in [dense(), crowd].iter().flat_map(|t| RATES.map(|rate| (t, rate))) {
        let track = guided_track(Arc::new(Score::new(timeline, rate)), &Mix::FULL).flatten();
        let samples: Vec<f32> = track.map(|sample| f32::from(sample) / 32_767.0).collect();
        let jump = largest_jump(&samples);
        assert!(jump < LARGEST_JUMP, "{jump} at {rate}");
    }
}

/// The track as it should be: each audible cue's chime added at the frame nearest to its time, put
/// there one sample after the other.
fn placed_by_hand(timeline: &Timeline, rate: u32) -> Vec<i16> {
    let chimes = Chimes::new(rate);
    let mut track: Vec<f32> = Vec::new();
    for cue in audible(&timeline.cues) {
        let at = (cue.at_ms as f64 * f64::from(rate) / 1000.0).round() as usize;
        for (i, sample) in chimes.of(cue.kind).iter().enumerate() {
            if track.len() <= at + i {
                track.resize(at + i + 1, 0.0);
            }
            track[at + i] += sample;
        }
    }
    track.into_iter().map(|sample| (limit(sample) * 32_767.0).round() as i16).collect()
}

#[test]
fn the_written_track_has_every_cue_on_its_sample() {
    let folder = tempfile::tempdir().unwrap();
    for rate in [44_100, 48_000] {
        let path = folder.path().join(format!("{rate}.wav"));
        write_guided_track(Arc::new(Score::new(&dense(), rate)), &Mix::FULL, &path).unwrap();
        let mut wav = hound::WavReader::open(&path).unwrap();
        let spec = wav.spec();
        assert_eq!((spec.channels, spec.sample_rate, spec.bits_per_sample), (1, rate, 16));
        let written: Vec<i16> = wav.samples().map(Result::unwrap).collect();
        let expected = placed_by_hand(&dense(), rate);
        let differs = written.iter().zip(&expected).position(|(a, b)| a != b);
        assert_eq!(differs, None, "first difference at {rate}");
        assert_eq!(written.len(), expected.len());
    }
}

/// Without knowing the chimes: where silence ends in the file is where the cue is, 0 samples off.
#[test]
fn silence_ends_exactly_at_each_cue() {
    let times: Vec<u64> = (0..13).map(|i| 1001 + i * 3333).collect();
    let cues = times.iter().zip(CueKind::ALL).map(|(at_ms, kind)| cue(*at_ms, kind)).collect();
    let timeline = timeline(60_000, cues);
    for rate in [44_100, 48_000] {
        let track: Vec<i16> =
            guided_track(Arc::new(Score::new(&timeline, rate)), &Mix::FULL).flatten().collect();
        let gap = (rate / 10) as usize;
        let starts = (gap..track.len())
            .filter(|at| track[*at] != 0 && track[at - gap..*at].iter().all(|sample| *sample == 0));
        let expected: Vec<usize> = times.iter().map(|ms| frame_at(*ms, rate) as usize).collect();
        assert_eq!(starts.collect::<Vec<_>>(), expected, "at {rate}");
    }
}

#[test]
fn a_place_that_cannot_be_written_is_a_clear_error() {
    let folder = tempfile::tempdir().unwrap();
    let score = Arc::new(Score::new(&timeline(1000, Vec::new()), 48_000));
    for path in [folder.path().join("none/track.wav"), folder.path().to_owned()] {
        let error = write_guided_track(Arc::clone(&score), &Mix::FULL, &path).unwrap_err().to_string();
        assert!(error.starts_with(&format!("cannot write {}: ", path.display())), "{error}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left behind");
}

#[test]
fn a_session_too_long_for_a_wav_is_refused_at_once() {
    let score = Score::new(&timeline(u64::MAX / 4, Vec::new()), 48_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("track.wav");
    let error = write_guided_track(Arc::new(score), &Mix::FULL, &path).unwrap_err().to_string();
    assert!(error.contains("too long"), "{error}");
    assert!(!path.exists());
}

#[test]
fn any_stretch_equals_the_same_stretch_of_the_whole() {
    let score = Arc::new(Score::new(&dense(), 8000));
    let renderer = Renderer::new(Arc::new(Chimes::new(8000)), score);
    let mut whole = vec![0.0; renderer.end() as usize];
    renderer.add(0, &(0..u64::MAX), &Levels::at(&Mix::FULL), &mut whole);
    for (first, len) in [(0, 1), (1, 777), (123_456, 4096), (8000 * 30, 128), (renderer.end() - 5, 50)] {
        let mut part = vec![0.0; len];
        renderer.add(first, &(0..u64::MAX), &Levels::at(&Mix::FULL), &mut part);
        let same = whole[first as usize..].iter().chain(std::iter::repeat(&0.0)).take(len);
        assert!(part.iter().eq(same), "from {first}");
    }
}

/// Plays orders given at frames, in blocks of any size.
fn play(rate: u32, frames: usize, block: usize, orders: &[(usize, DeckOrder)]) -> Vec<f32> {
    let mut deck = Deck::new(Arc::new(Chimes::new(rate)), 1.0, &Mix::FULL);
    let mut out = vec![0.0; frames];
    for (index, part) in out.chunks_mut(block).enumerate() {
        let now = index * block..(index + 1) * block;
        orders.iter().filter(|(at, _)| now.contains(at)).for_each(|(_, order)| deck.obey(order.clone()));
        deck.render(part);
    }
    out
}

fn play_order(timeline: &Timeline, rate: u32, from_ms: u64, lead_ms: u64) -> DeckOrder {
    DeckOrder::Play {
        take: 1,
        score: Arc::new(Score::new(timeline, rate)),
        from: Duration::from_millis(from_ms),
        lead: Duration::from_millis(lead_ms),
        run: Duration::ZERO,
    }
}

#[test]
fn the_deck_plays_the_same_in_blocks_of_any_size() {
    let order = [(0, play_order(&dense(), 8000, 2000, 3000))];
    let reference = play(8000, 80_000, 128, &order);
    assert!(peak(&reference) > 0.1);
    for block in [1, 77, 4096] {
        assert_eq!(play(8000, 80_000, block, &order), reference, "blocks of {block}");
    }
}

#[test]
fn a_count_in_ticks_three_times_and_then_the_session_goes_on() {
    let session = timeline(9000, vec![cue(0, CueKind::Start), cue(5500, CueKind::End)]);
    let out = play(8000, 8000 * 6, 128, &[(0, play_order(&session, 8000, 5000, 3000))]);
    let starts: Vec<usize> = (0..out.len())
        .filter(|at| out[*at] != 0.0 && out[at.saturating_sub(800)..*at].iter().all(|s| *s == 0.0))
        .collect();
    assert_eq!(starts, [0, 8000, 16_000, 3 * 8000 + 4000]);
}

#[test]
fn exchanging_a_score_that_sounds_the_same_changes_nothing() {
    let longer = timeline(70_000, [dense().cues, vec![cue(69_000, CueKind::End)]].concat());
    let first = (0, play_order(&dense(), 8000, 0, 0));
    let swap = (4096, DeckOrder::Swap(Arc::new(Score::new(&longer, 8000))));
    let plain = play(8000, 40_000, 128, std::slice::from_ref(&first));
    let swapped = play(8000, 40_000, 128, &[first, swap]);
    let furthest = plain.iter().zip(&swapped).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(furthest < 1e-5, "differs by {furthest}");
}

#[test]
fn pausing_seeking_and_muting_do_not_click() {
    let first = (0, play_order(&dense(), 48_000, 0, 0));
    let orders = [
        first,
        (20_480, play_order(&dense(), 48_000, 30_000, 0)),
        (40_960, DeckOrder::Gain(0.0)),
        (44_032, DeckOrder::Gain(1.0)),
        (60_416, DeckOrder::Silence),
    ];
    let out = play(48_000, 70_000, 128, &orders);
    assert!(largest_jump(&out) < LARGEST_JUMP, "{}", largest_jump(&out));
    assert!(peak(&out[44_000..44_032]) == 0.0, "muted");
    assert!(peak(&out[62_000..]) == 0.0, "silent after the fade");
}

#[test]
fn at_the_end_the_last_chime_rings_out() {
    let session = timeline(1000, vec![cue(1000, CueKind::SessionDone), cue(2000, CueKind::End)]);
    let orders = [(0, play_order(&session, 8000, 0, 0)), (8064, DeckOrder::RingOut)];
    let out = play(8000, 8000 * 5, 64, &orders);
    let chimes = Chimes::new(8000);
    let cadence = chimes.of(CueKind::SessionDone);
    assert_eq!(out[8000..8000 + cadence.len()], *cadence);
    assert_eq!(peak(&out[8000 + cadence.len()..]), 0.0, "nothing begins after it");
}

/// At a gate the chimes ring out, the cues behind it wait, and the exchanged score goes on from it.
#[test]
fn a_gate_holds_what_lies_behind_it() {
    let open = |end_ms, cues| Timeline {
        segments: vec![segment(0, end_ms, SegmentKind::Open), segment(end_ms, 9000, SegmentKind::Rest)],
        cues,
        ..Timeline::default()
    };
    let waiting = open(2000, vec![cue(1900, CueKind::Rep), cue(2000, CueKind::End)]);
    let passed = timeline(9000, waiting.cues.clone());
    let swap = (8000 * 4, DeckOrder::Swap(Arc::new(Score::new(&passed, 8000))));
    let out = play(8000, 8000 * 6, 128, &[(0, play_order(&waiting, 8000, 0, 0)), swap]);
    assert!(peak(&out[16_000..17_000]) > 0.0, "rings out");
    assert_eq!(peak(&out[18_400..32_000]), 0.0, "waits");
    assert!(out[8000 * 4] != 0.0, "goes on with the very frame of the exchange");
}

#[test]
fn scores_are_what_is_audible_of_the_timeline() {
    let score = Score::new(&timeline(2000, vec![cue(1500, CueKind::Next), cue(1500, CueKind::Rest)]), 44_100);
    let at = |kind, yields_to: &[CueKind]| Event {
        frame: 66_150,
        kind,
        yields_to: yields_to.iter().copied().collect::<Kinds>(),
    };
    assert_eq!(score.events, [at(CueKind::Rest, &[]), at(CueKind::Next, &[CueKind::Rest])]);
    assert_eq!(score.total_frames(), 88_200);
}
