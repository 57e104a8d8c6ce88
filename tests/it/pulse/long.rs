//! Ten minutes of a shipped routine through a real server, every chime of it compared with the
//! timeline. Takes as long as it plays, so it is run by hand:
//! `cargo test --test it pulse::long -- --ignored --nocapture`.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use unhunch::audio::{LEAD_PEAK, Mix, Score, frame_at, gain_from_volume, guided_track};

use super::RATE;
use super::player::{Player, VOLUME, plan};
use super::recording::Recording;
use super::server::{Home, wait_for};

const ROUTINE: &str = "full-session";
const LASTS_MS: u64 = 10 * 60 * 1000;

/// How much of each chime is compared: its attack and its top.
const COMPARED: usize = 4800;

/// The server rounds to 16 bits, and the lead may lie in between two chimes.
const NEAR: f32 = LEAD_PEAK * 32_767.0 + 3.0;

/// The track as it has to be recorded, up to `until`.
fn expected(score: Score, until: usize) -> Vec<f32> {
    let track = guided_track(Arc::new(score), &Mix::FULL).flatten().take(until);
    track.map(|sample| f32::from(sample) * gain_from_volume(VOLUME)).collect()
}

fn is_at(recorded: &[i16], at: i64, chime: &[f32]) -> bool {
    let Some(there) = usize::try_from(at).ok().and_then(|at| recorded.get(at..at + chime.len())) else {
        return false;
    };
    there.iter().zip(chime).all(|(heard, made)| (f32::from(*heard) - made).abs() <= NEAR)
}

#[test]
#[ignore = "plays for ten minutes"]
fn every_chime_of_ten_minutes_is_on_its_sample() {
    let home = Home::new();
    let _server = home.serve();
    let recording = Recording::start(&home, "out");
    let player = Player::start(&home, ROUTINE);
    let lasts = Duration::from_millis(LASTS_MS + 10_000);
    let (mut said, mut furthest) = (0_u32, 0.0_f64);
    let mut before: Option<(f64, f64)> = None;
    player.wait_until("ten minutes", lasts, |now| {
        let Some(position) = now.position_ms else { return false };
        if let Some((at, was)) = before {
            furthest = furthest.max(((position - was) - (now.now_ms - at)).abs());
        }
        (before, said) = (Some((now.now_ms, position)), said + 1);
        position >= LASTS_MS as f64
    });
    thread::sleep(Duration::from_secs(2));
    let recorded = recording.samples();
    let score = Score::new(&plan(ROUTINE), RATE);
    let frames: Vec<usize> = {
        let mut frames: Vec<usize> = score.events.iter().map(|event| event.frame as usize).collect();
        frames.dedup();
        frames.into_iter().filter(|frame| *frame < frame_at(LASTS_MS, RATE) as usize).collect()
    };
    let track = expected(score, frames.last().unwrap() + COMPARED);
    let chime = |frame: usize| &track[frame..frame + COMPARED];
    let first = wait_for("the first chime", Duration::from_secs(1), || recording.onsets().first().copied());
    // An onset is found some samples late; the first chime tells by how many.
    let zero = (0..2000).map(|back| first as i64 - back - frames[0] as i64);
    let zero = zero.clone().find(|zero| is_at(&recorded, zero + frames[0] as i64, chime(frames[0])));
    let zero = zero.expect("the first chime, sample by sample");
    let missed: Vec<usize> =
        frames.iter().copied().filter(|at| !is_at(&recorded, zero + *at as i64, chime(*at))).collect();
    let (all, exact) = (frames.len(), frames.len() - missed.len());
    println!(
        "{exact} of {all} chimes on their sample; the playhead was asked {said} times and strayed {furthest:.1} ms"
    );
    let times: Vec<usize> = missed.iter().map(|frame| frame * 1000 / RATE as usize).collect();
    assert!(missed.is_empty(), "not where they should be, in milliseconds: {times:?}");
}
