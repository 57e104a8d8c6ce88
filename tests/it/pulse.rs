//! The output against a real sound server: a private PulseAudio with null sinks, recorded from their
//! monitors.

#![expect(clippy::unwrap_used, reason = "a test ends where its tools fail")]

mod devices;
mod long;
mod player;
pub(crate) mod recording;
pub(crate) mod server;

use std::thread;
use std::time::Duration;

use unhunch::audio::frame_at;

use player::{Player, TICKS_MS};
use recording::Recording;
use server::{Home, wait_for};

const RATE: u32 = 48_000;

/// One performance of the ticks: their onsets in the recording, from the first.
fn hear_ticks() -> Vec<u64> {
    let home = Home::new();
    let _server = home.serve();
    let recording = Recording::start(&home, "out");
    let player = Player::start(&home, "ticks");
    let began = player.wait_until("the session to move", Duration::from_secs(10), |said| {
        said.health == "playing" && said.position_ms > Some(0.0)
    });
    let mut last = began.position_ms;
    player.wait_until("the session's end", Duration::from_secs(10), |said| {
        assert!(said.position_ms >= last, "the playhead went back from {last:?} to {said:?}");
        last = said.position_ms;
        said.position_ms >= Some(4900.0)
    });
    // What was heard last is still on its way through the server.
    thread::sleep(Duration::from_millis(700));
    let onsets = recording.onsets();
    onsets.iter().map(|onset| (onset - onsets[0]) as u64).collect()
}

/// A loaded machine may make the server run dry, which tears a gap that nobody can close; a spacing
/// that is wrong by itself is wrong every time.
#[test]
fn the_spacing_is_exact_to_the_sample_through_a_real_server() {
    let first = frame_at(TICKS_MS[0], RATE);
    let expected = TICKS_MS.map(|at_ms| frame_at(at_ms, RATE) - first).to_vec();
    let mut heard = Vec::new();
    for _ in 0..3 {
        heard = hear_ticks();
        if heard == expected {
            return;
        }
    }
    assert_eq!(heard, expected);
}

#[test]
fn a_chime_is_tried_out_without_a_session() {
    let home = Home::new();
    let _server = home.serve();
    let recording = Recording::start(&home, "out");
    let player = Player::start(&home, "chime");
    player.wait_until("the device to open", Duration::from_secs(5), |said| said.health == "playing");
    wait_for("the chime", Duration::from_secs(5), || (recording.onsets().len() == 1).then_some(()));
    let closed = player.wait_until("the device to close", Duration::from_secs(8), |s| s.health == "closed");
    assert_eq!(closed.position_ms, None);
}
