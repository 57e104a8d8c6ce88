//! Devices that come, go and change in a session: it never stops, the sound comes back, and the
//! playhead agrees with what is heard.

use std::time::Duration;

use super::player::{EVERY_MS, Player, Said};
use super::recording::Recording;
use super::server::{Home, clock, wait_for};

const SOON: Duration = Duration::from_secs(10);

/// Picture and sound agree to this, in milliseconds.
const AGREE_MS: f64 = 50.0;

/// After a server or device is there again, it is heard within this, in milliseconds.
const RETURNS_MS: f64 = 3000.0;

fn plays(said: &Said) -> bool {
    said.health == "playing" && said.position_ms.is_some()
}

/// How far the playhead is from the tick that is heard in a recording, in milliseconds.
fn disagreement(player: &Player, recording: &Recording, onset: usize) -> f64 {
    let heard = recording.time_of(onset);
    let here = wait_for("the position at a tick", SOON, || player.position_at(heard));
    let every = EVERY_MS as f64;
    here - (here / every).round() * every
}

/// Waits for so many ticks, which have to agree with the playhead, but for the first few that are
/// `torn`: a stream may move in mid-tick. Gives the time of the first and the worst of the
/// disagreements.
fn ticks_agree(player: &Player, recording: &Recording, ticks: usize, torn: usize) -> (f64, f64) {
    let heard = || Some(recording.onsets()).filter(|onsets| onsets.len() >= ticks);
    let onsets = wait_for("ticks", SOON, heard);
    let off = onsets[torn..].iter().map(|onset| disagreement(player, recording, *onset).abs());
    let worst = off.fold(0.0, f64::max);
    assert!(worst < AGREE_MS, "picture and sound are {worst:.0} ms apart");
    (recording.time_of(onsets[0]), worst)
}

#[test]
fn a_server_killed_twenty_times_never_stops_the_session() {
    let home = Home::new();
    let clock = clock();
    let now_ms = || clock().as_secs_f64() * 1000.0;
    let mut server = home.serve();
    let recording = Recording::start(&home, "out");
    let player = Player::start(&home, "long");
    let began =
        player.wait_until("the session to play", SOON, |said| plays(said) && said.position_ms > Some(600.0));
    let (_, mut worst) = ticks_agree(&player, &recording, 2, 0);
    let mut longest: f64 = 0.0;
    let mut last = began.clone();
    for round in 0..20 {
        let killed = now_ms();
        drop(server);
        player.wait_until("the loss to be noticed", SOON, |said| {
            said.now_ms > killed && said.health == "lost" && said.position_ms.is_none()
        });
        server = home.serve();
        let back = now_ms();
        let recording = Recording::start(&home, "out");
        let (first, off) = ticks_agree(&player, &recording, 1, 0);
        assert!(first - back < RETURNS_MS, "round {round}: silent for {:.0} ms", first - back);
        (longest, worst) = (longest.max(first - back), worst.max(off));
        last = player.wait_until("the session to go on", SOON, |said| said.now_ms > first && plays(said));
    }
    let went = |said: &Said| said.position_ms.unwrap() - said.now_ms;
    let lag = went(&began) - went(&last);
    println!(
        "heard again after {longest:.0} ms at most, {worst:.1} ms apart at most, {lag:.0} ms lost in all"
    );
    assert!(lag.abs() < 200.0, "the session fell {lag:.0} ms behind the clock");
}

#[test]
fn a_server_that_starts_late_is_joined() {
    let home = Home::new();
    let player = Player::start(&home, "long");
    let clock = clock();
    player.wait_until("the missing device to be told", SOON, |said| {
        said.health == "none" && said.position_ms.is_none()
    });
    let _server = home.serve();
    let back = clock().as_secs_f64() * 1000.0;
    let recording = Recording::start(&home, "out");
    let (first, _) = ticks_agree(&player, &recording, 3, 0);
    assert!(first - back < RETURNS_MS, "silent for {:.0} ms", first - back);
}

/// The sound goes where the default goes, and stays when a device is pulled out.
#[test]
fn a_changed_default_and_a_device_pulled_out_are_followed() {
    let home = Home::new();
    let _server = home.serve();
    let player = Player::start(&home, "long");
    player.wait_until("the session to play", SOON, |said| plays(said) && said.position_ms > Some(0.0));
    let extra = home.ask(&["load-module", "module-null-sink", "sink_name=extra", "rate=48000"]);
    for sink in ["other", "extra"] {
        let recording = Recording::start(&home, sink);
        home.ask(&["set-default-sink", sink]);
        ticks_agree(&player, &recording, 4, 1);
    }
    let recordings = ["out", "other"].map(|sink| Recording::start(&home, sink));
    home.ask(&["unload-module", extra.trim()]);
    let heard = || recordings.iter().find(|recording| recording.onsets().len() >= 3);
    let recording = wait_for("the sound on another device", SOON, heard);
    ticks_agree(&player, recording, 3, 1);
}
