//! The output against a real sound server: a private PulseAudio with a null sink, recorded from its
//! monitor. The player runs in a process of its own, which is this very test binary started again,
//! as the server is chosen by the environment.

#![expect(clippy::unwrap_used, reason = "a test ends where its tools fail")]

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use unhunch::audio::{Clock, Health, Mix, Output, frame_at};
use unhunch::engine::{CueKind, Timeline};

use crate::audio::{cue, timeline};

const RATE: u32 = 48_000;
/// Above this a 16-bit sample is sound; so much silence before it makes it an onset.
const QUIET: u16 = 300;
const GAP: usize = 2400;

const PACKAGES: &str = "the sound tests need a PulseAudio server and ALSA's way to it \
    (Debian and Ubuntu: apt install pulseaudio pulseaudio-utils libasound2-plugins; \
    Arch: pulseaudio alsa-plugins; Fedora: pulseaudio pulseaudio-utils alsa-plugins-pulseaudio)";

/// A process that ends with its owner.
pub(crate) struct Running(pub(crate) Child);

impl Running {
    pub(crate) fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_owned();
        Self(
            command
                .spawn()
                .unwrap_or_else(|error| panic!("cannot start {}: {error}; {PACKAGES}", name.display())),
        )
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(crate) fn command(name: &str, home: &Path) -> Command {
    let mut command = Command::new(name);
    command.env("XDG_RUNTIME_DIR", home).env("HOME", home).stderr(Stdio::null());
    for other in ["PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_SINK", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY"] {
        command.env_remove(other);
    }
    command
}

pub(crate) fn start_server(home: &Path) -> Running {
    let modules = ["-L", "module-native-protocol-unix", "-L", "module-null-sink sink_name=out rate=48000"];
    let mut server = command("pulseaudio", home);
    let server = Running::start(server.args(["--daemonize=no", "-n", "--exit-idle-time=-1"]).args(modules));
    let socket = home.join("pulse/native");
    wait_for("the sound server", Duration::from_secs(10), || UnixStream::connect(&socket).ok());
    server
}

/// Everything the server plays from now on, as it comes.
pub(crate) struct Recording {
    _parec: Running,
    bytes: Arc<Mutex<Vec<u8>>>,
}

impl Recording {
    pub(crate) fn start(home: &Path) -> Self {
        let format = ["--rate=48000", "--channels=1", "--format=s16le", "--latency-msec=50"];
        let mut parec = command("parec", home);
        let mut parec = Running::start(parec.args(["-d", "out.monitor"]).args(format).stdout(Stdio::piped()));
        let mut sound = parec.0.stdout.take().unwrap();
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&bytes);
        thread::spawn(move || {
            let mut part = [0; 4096];
            while let Ok(len @ 1..) = sound.read(&mut part) {
                kept.lock().unwrap().extend_from_slice(&part[..len]);
            }
        });
        let recording = Self { _parec: parec, bytes };
        let flows = || (!recording.bytes.lock().unwrap().is_empty()).then_some(());
        wait_for("the recording to flow", Duration::from_secs(10), flows);
        recording
    }

    /// The samples so far.
    pub(crate) fn samples(&self) -> Vec<i16> {
        let bytes = self.bytes.lock().unwrap();
        bytes.chunks_exact(2).map(|sample| i16::from_le_bytes([sample[0], sample[1]])).collect()
    }

    fn onsets(&self) -> Vec<usize> {
        let bytes = self.bytes.lock().unwrap();
        let (mut onsets, mut quiet) = (Vec::new(), GAP);
        for (at, sample) in bytes.chunks_exact(2).enumerate() {
            if i16::from_le_bytes([sample[0], sample[1]]).unsigned_abs() <= QUIET {
                quiet += 1;
                continue;
            }
            if quiet >= GAP {
                onsets.push(at);
            }
            quiet = 0;
        }
        onsets
    }
}

pub(crate) fn wait_for<T>(what: &str, at_most: Duration, mut check: impl FnMut() -> Option<T>) -> T {
    let clock = monotonic();
    let end = clock() + at_most;
    loop {
        if let Some(found) = check() {
            return found;
        }
        assert!(clock() < end, "waited {at_most:?} for {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

#[expect(clippy::disallowed_methods, reason = "a real server plays in real time")]
pub(crate) fn monotonic() -> Clock {
    let start = Instant::now();
    Arc::new(move || start.elapsed())
}

/// What the player said at one time: its clock, its health and the position in milliseconds.
#[derive(Clone, Debug)]
struct Said {
    now_ms: i64,
    health: String,
    position_ms: Option<i64>,
}

/// The player's process and what it says, every 10 ms.
struct Player {
    _process: Running,
    lines: Receiver<Said>,
}

impl Player {
    fn start(home: &Path, plan: &str) -> Self {
        let mut player = command(std::env::current_exe().unwrap().to_str().unwrap(), home);
        player.args(["--exact", "pulse::player_child", "--ignored", "--nocapture"]).env(PLAN, plan);
        let mut process = Running::start(player.stdout(Stdio::piped()));
        let out = BufReader::new(process.0.stdout.take().unwrap());
        let (told, lines) = channel();
        thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                // Once the test is over nobody listens.
                let _ = line.split_once("said ").and_then(|(_, said)| told.send(parse(said)).ok());
            }
        });
        Self { _process: process, lines }
    }

    fn wait_until(&self, what: &str, at_most: Duration, mut is: impl FnMut(&Said) -> bool) -> Said {
        let clock = monotonic();
        let end = clock() + at_most;
        let mut last = None;
        while let Ok(said) = self.lines.recv_timeout(end.saturating_sub(clock())) {
            if is(&said) {
                return said;
            }
            last = Some(said);
        }
        panic!("waited {at_most:?} for {what}; the player last said {last:?}");
    }
}

fn parse(said: &str) -> Said {
    let mut words = said.split(' ');
    let now_ms = words.next().unwrap().parse().unwrap();
    let health = words.next().unwrap().to_owned();
    Said { now_ms, health, position_ms: words.next().unwrap().parse().ok() }
}

const PLAN: &str = "UNHUNCH_SOUND_PLAN";

/// Ticks at odd milliseconds, far enough apart to be heard as onsets of their own.
const TICKS_MS: [u64; 6] = [0, 701, 1433, 2000, 2999, 3517];

fn plan(name: &str) -> Timeline {
    match name {
        "ticks" => timeline(4000, TICKS_MS.map(|at_ms| cue(at_ms, CueKind::LeadTick)).to_vec()),
        _ => timeline(60_000, (0..120).map(|i| cue(i * 500, CueKind::LeadTick)).collect()),
    }
}

#[test]
#[ignore = "the other tests of this file start it in a process of its own"]
fn player_child() {
    let Ok(name) = std::env::var(PLAN) else { return };
    let clock = monotonic();
    let mut output = Output::new(Arc::clone(&clock));
    output.set_loudness(0.7, false, Mix::FULL);
    match name.as_str() {
        "chime" => output.chime(CueKind::Start),
        _ => output.play(Arc::new(plan(&name)), Duration::ZERO, Duration::ZERO),
    }
    while clock() < Duration::from_secs(40) {
        let now = clock();
        let position = output.position(now).map(|heard| heard.position.as_millis().to_string());
        let health = match output.health() {
            Health::Closed => "closed",
            Health::Opening => "opening",
            Health::Playing => "playing",
            Health::NoDevice { .. } => "none",
            Health::Lost { .. } => "lost",
        };
        let line = format!("said {} {health} {}\n", now.as_millis(), position.unwrap_or_default());
        if std::io::stdout().write_all(line.as_bytes()).is_err() {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// One performance of the ticks: their onsets in the recording, from the first.
fn hear_ticks() -> Vec<u64> {
    let home = tempfile::tempdir().unwrap();
    let _server = start_server(home.path());
    let recording = Recording::start(home.path());
    let player = Player::start(home.path(), "ticks");
    let began = player.wait_until("the session to move", Duration::from_secs(10), |said| {
        said.health == "playing" && said.position_ms > Some(0)
    });
    let mut last = began.position_ms;
    player.wait_until("the session's end", Duration::from_secs(10), |said| {
        assert!(said.position_ms >= last, "the playhead went back from {last:?} to {said:?}");
        last = said.position_ms;
        said.position_ms >= Some(3900)
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
    let expected = TICKS_MS.map(|at_ms| frame_at(at_ms, RATE)).to_vec();
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
fn a_killed_server_is_noticed_and_the_sound_comes_back_at_its_place() {
    let home = tempfile::tempdir().unwrap();
    let server = start_server(home.path());
    let player = Player::start(home.path(), "long");
    let before = player.wait_until("the session to play", Duration::from_secs(10), |said| {
        said.health == "playing" && said.position_ms > Some(700)
    });
    drop(server);
    player.wait_until("the loss to be noticed", Duration::from_secs(5), |said| {
        said.health == "lost" && said.position_ms.is_none()
    });

    let _server = start_server(home.path());
    let recording = Recording::start(home.path());
    let after = player.wait_until("the sound to come back", Duration::from_secs(10), |said| {
        said.health == "playing" && said.position_ms.is_some()
    });
    let gone_by = after.position_ms.unwrap() - before.position_ms.unwrap();
    let clock_went = after.now_ms - before.now_ms;
    assert!((gone_by - clock_went).abs() < 100, "went on by {gone_by} ms in {clock_went} ms");
    let onsets = wait_for("two ticks after the loss", Duration::from_secs(5), || {
        Some(recording.onsets()).filter(|onsets| onsets.len() >= 2)
    });
    let spacing = (onsets[1] - onsets[0]) as f64 / f64::from(RATE);
    assert!((spacing - 0.5).abs() < 0.2, "ticks {spacing} s apart");
}

#[test]
fn a_server_that_starts_late_is_joined() {
    let home = tempfile::tempdir().unwrap();
    let player = Player::start(home.path(), "long");
    player.wait_until("the missing device to be told", Duration::from_secs(5), |said| {
        said.health == "none" && said.position_ms.is_none()
    });
    let _server = start_server(home.path());
    let recording = Recording::start(home.path());
    let joined = player.wait_until("the sound to start", Duration::from_secs(10), |said| {
        said.health == "playing" && said.position_ms.is_some()
    });
    // Nobody waited: the session began when it was clear that there is no device.
    let behind = joined.now_ms - joined.position_ms.unwrap();
    assert!((0..1000).contains(&behind), "{behind} ms behind the clock");
    wait_for("two ticks", Duration::from_secs(5), || (recording.onsets().len() >= 2).then_some(()));
}

#[test]
fn a_chime_is_tried_out_without_a_session() {
    let home = tempfile::tempdir().unwrap();
    let _server = start_server(home.path());
    let recording = Recording::start(home.path());
    let player = Player::start(home.path(), "chime");
    player.wait_until("the device to open", Duration::from_secs(5), |said| said.health == "playing");
    wait_for("the chime", Duration::from_secs(5), || (recording.onsets().len() == 1).then_some(()));
    let closed = player.wait_until("the device to close", Duration::from_secs(8), |s| s.health == "closed");
    assert_eq!(closed.position_ms, None);
}
