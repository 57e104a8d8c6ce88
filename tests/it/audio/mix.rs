//! The loudness of single kinds: heard at once, without clicks, and never shifting a chime.

use std::sync::Arc;

use unhunch::audio::{Chimes, DeckOrder, Mix, Score, guided_track};
use unhunch::engine::{CueKind, Timeline};

use super::measure::{largest_jump, peak};
use super::{cue, dense, play, play_order, timeline};

fn mix(volumes: &[(CueKind, f32)]) -> Mix {
    Mix::new(&volumes.iter().copied().collect())
}

fn track(timeline: &Timeline, mix: &Mix) -> Vec<i16> {
    guided_track(Arc::new(Score::new(timeline, 8000)), mix).flatten().collect()
}

#[test]
fn a_kind_at_half_volume_has_a_quarter_of_its_samples_and_the_same_frames() {
    let two = timeline(4000, vec![cue(100, CueKind::Start), cue(2000, CueKind::Rep)]);
    let (full, softer) = (track(&two, &Mix::FULL), track(&two, &mix(&[(CueKind::Start, 0.5)])));
    assert_eq!(full[16_000..], softer[16_000..], "the other kind is as it was");
    for (full, softer) in full[..16_000].iter().zip(&softer) {
        assert!((f32::from(*full) / 4.0 - f32::from(*softer)).abs() < 1.0, "{full} and {softer}");
    }
}

#[test]
fn where_a_kind_is_off_the_one_it_silenced_is_heard() {
    let both = timeline(2000, vec![cue(100, CueKind::Start), cue(100, CueKind::BreathIn)]);
    let breath = timeline(2000, vec![cue(100, CueKind::BreathIn)]);
    let start = timeline(2000, vec![cue(100, CueKind::Start)]);
    assert_eq!(track(&both, &Mix::FULL), track(&start, &Mix::FULL));
    assert_eq!(track(&both, &mix(&[(CueKind::Start, 0.0)])), track(&breath, &Mix::FULL));
}

#[test]
fn all_kinds_off_is_silence_of_the_same_length() {
    let silent = Mix::new(&CueKind::ALL.into_iter().map(|kind| (kind, 0.0)).collect());
    let track = track(&dense(), &silent);
    assert!(track.len() >= 8000 * 60);
    assert!(track.iter().all(|sample| *sample == 0));
}

#[test]
fn a_change_in_mid_chime_does_not_click_and_moves_nothing() {
    let session = (0, play_order(&dense(), 48_000, 0, 0));
    let off = CueKind::ALL.into_iter().step_by(2).map(|kind| (kind, 0.0)).collect::<Vec<_>>();
    let orders = [
        session,
        (10_240, DeckOrder::Mix(mix(&off))),
        (24_064, DeckOrder::Mix(mix(&[(CueKind::BreathIn, 0.2), (CueKind::End, 0.0)]))),
        (40_064, DeckOrder::Mix(Mix::FULL)),
    ];
    let changed = play(48_000, 60_032, 128, &orders);
    let plain = play(48_000, 60_032, 128, &orders[..1]);
    assert!(largest_jump(&changed) < 1.1 * largest_jump(&plain), "{}", largest_jump(&changed));
    assert_ne!(changed[12_000..24_000], plain[12_000..24_000]);
    assert_eq!(changed[..10_240], plain[..10_240]);
    let furthest = changed[41_100..].iter().zip(&plain[41_100..]).map(|(a, b)| (a - b).abs());
    assert!(furthest.fold(0.0, f32::max) < 1e-6, "afterwards all is as if nothing had been changed");
}

#[test]
fn a_chime_is_tried_as_loud_as_its_kind_is_and_over_the_session() {
    let silence = timeline(2000, Vec::new());
    let orders = [
        (0, play_order(&silence, 8000, 0, 0)),
        (0, DeckOrder::Mix(mix(&[(CueKind::Switch, 0.5)]))),
        (1024, DeckOrder::Chime(CueKind::Switch)),
    ];
    let out = play(8000, 16_000, 128, &orders);
    let chimes = Chimes::new(8000);
    for (heard, made) in out[1024..].iter().zip(chimes.of(CueKind::Switch)) {
        assert!((heard - made / 4.0).abs() < 1e-6);
    }
    let over = play(8000, 16_000, 128, &[(0, play_order(&dense(), 8000, 0, 0)), orders[2].clone()]);
    let plain = play(8000, 16_000, 128, &[(0, play_order(&dense(), 8000, 0, 0))]);
    assert_eq!(over[..1024], plain[..1024]);
    assert!(peak(&over) > 0.0 && over[1024..] != plain[1024..]);
}
