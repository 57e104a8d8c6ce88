//! The output in a process of its own, which is this very test binary started again, as the server
//! is chosen by the environment. It says how it is every 10 ms.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use unhunch::audio::{Health, Mix, Output};
use unhunch::catalog::Catalog;
use unhunch::engine::{CueKind, Options, Timeline, compile};

use super::server::{Home, Running, clock, command};
use crate::audio::{cue, timeline};

const PLAN: &str = "UNHUNCH_SOUND_PLAN";

/// How loud the player plays.
pub(super) const VOLUME: f32 = 0.7;

/// Ticks at odd milliseconds, far enough apart to be heard as onsets of their own.
pub(super) const TICKS_MS: [u64; 6] = [1000, 1701, 2433, 3000, 3999, 4517];

/// Between two ticks of the plan `long`.
pub(super) const EVERY_MS: u64 = 500;

/// The player's own thread is stuck for two seconds this often, as that of a window may be.
const STUCK_EVERY_SECS: u64 = 100;

/// What is played under a name: some plan, or the shipped routine of that id.
pub(super) fn plan(name: &str) -> Timeline {
    match name {
        "ticks" => timeline(5000, TICKS_MS.map(|at_ms| cue(at_ms, CueKind::LeadTick)).to_vec()),
        "long" => timeline(120_000, (0..240).map(|i| cue(i * EVERY_MS, CueKind::LeadTick)).collect()),
        routine => {
            let catalog = Catalog::builtin();
            compile(catalog.routine(routine).unwrap(), &catalog, &Options::default()).0
        }
    }
}

/// What the player said at one time: the clock, its health and the position, all in milliseconds.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) now_ms: f64,
    pub(super) health: String,
    pub(super) position_ms: Option<f64>,
}

/// The player's process and what it says.
pub(super) struct Player {
    _process: Running,
    lines: Receiver<Said>,
    all: Arc<Mutex<Vec<Said>>>,
}

impl Player {
    pub(super) fn start(home: &Home, plan: &str) -> Self {
        let mut player = command(std::env::current_exe().unwrap().to_str().unwrap(), home.path());
        player.args(["--exact", "pulse::player::player_child", "--ignored", "--nocapture"]).env(PLAN, plan);
        let mut process = Running::start(player.stdout(Stdio::piped()));
        let out = BufReader::new(process.0.stdout.take().unwrap());
        let (told, lines) = channel();
        let all = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&all);
        thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                let Some((_, said)) = line.split_once("said ") else { continue };
                let said = parse(said);
                kept.lock().unwrap().push(said.clone());
                // Once the test is over nobody listens.
                let _ = told.send(said);
            }
        });
        Self { _process: process, lines, all }
    }

    /// The position at a time of the clock, between the two that were said around it.
    pub(super) fn position_at(&self, time_ms: f64) -> Option<f64> {
        let all = self.all.lock().unwrap();
        let after = all.partition_point(|said| said.now_ms <= time_ms);
        let (before, after) = (all.get(after.checked_sub(1)?)?, all.get(after)?);
        let (from, to) = (before.position_ms?, after.position_ms?);
        Some(from + (to - from) * (time_ms - before.now_ms) / (after.now_ms - before.now_ms))
    }

    pub(super) fn wait_until(
        &self,
        what: &str,
        at_most: Duration,
        mut is: impl FnMut(&Said) -> bool,
    ) -> Said {
        let clock = clock();
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

#[test]
#[ignore = "the other tests of this folder start it in a process of its own"]
fn player_child() {
    let Ok(name) = std::env::var(PLAN) else { return };
    let clock = clock();
    let mut output = Output::new(Arc::clone(&clock));
    output.set_loudness(VOLUME, false, Mix::FULL);
    match name.as_str() {
        "chime" => output.chime(CueKind::Start),
        _ => output.play(Arc::new(plan(&name)), Duration::ZERO, Duration::ZERO),
    }
    let began = clock();
    while clock() < began + Duration::from_mins(30) {
        let now = clock();
        let position = output.position(now).map(|heard| milliseconds(heard.position).to_string());
        let health = match output.health() {
            Health::Closed => "closed",
            Health::Opening => "opening",
            Health::Playing => "playing",
            Health::NoDevice { .. } => "none",
            Health::Lost { .. } => "lost",
        };
        let line = format!("said {} {health} {}\n", milliseconds(now), position.unwrap_or_default());
        if std::io::stdout().write_all(line.as_bytes()).is_err() {
            return;
        }
        let is_stuck = now.saturating_sub(began).as_secs() % STUCK_EVERY_SECS == STUCK_EVERY_SECS - 1;
        thread::sleep(if is_stuck { Duration::from_secs(2) } else { Duration::from_millis(10) });
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
