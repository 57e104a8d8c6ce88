//! Killed at random instants while sessions run: the record opens, and every exercise that was done
//! is in it.

#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Child;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use tempfile::TempDir;
use unhunch::app::{Launch, State};
use unhunch::model::{BoutRecord, SessionEnd, Stamp};
use unhunch::store::DataFolder;
use unhunch::store::history::History;
use unhunch::ui::Command;

use super::recording::MIXED;
use crate::child;
use crate::store_history::data_folder;

/// Tells a child which data folder to exercise in, and at which second to begin.
const ROOT: &str = "UNHUNCH_TEST_EXERCISING";
const BEGIN: &str = "UNHUNCH_TEST_EXERCISING_FROM";

/// The state of a program, with a clock turned by hand.
struct Program {
    state: State,
    woken: Receiver<()>,
    now: Duration,
}

impl Program {
    fn over(folder: &Path, now: Duration) -> Self {
        let folder = DataFolder::open(Some(folder.to_owned())).unwrap();
        let launch = Launch { folder, start: None, watch: false, asks_safety: false };
        let (wake, woken) = channel();
        let state = State::open(launch, now, move || wake.send(()).unwrap_or_default());
        Self { state, woken, now }
    }

    /// Lets a second pass, and waits until the recorder has confirmed what that brought.
    fn pass_a_second(&mut self) {
        self.now += Duration::from_secs(1);
        self.tick();
        while self.state.is_recording() {
            self.woken.recv().unwrap();
            self.tick();
        }
    }

    fn tick(&mut self) {
        self.state.set_stamp(Stamp { utc_ms: self.now.as_millis() as i64, offset_s: 0 });
        self.state.tick(self.now, None);
    }

    fn ask(&mut self, command: Command) {
        self.state.apply(command, self.now);
    }

    fn performed(&self) -> &[BoutRecord] {
        self.state.run().unwrap().session().performed()
    }

    /// Runs a session to its end, and tells what was done when it is known to be written.
    fn exercise(&mut self, mut tell: impl FnMut(String)) {
        self.ask(Command::StartRoutine("mixed".to_owned()));
        let began = self.now.as_millis();
        self.tick();
        let mut done = 0;
        while self.state.is_moving() {
            self.pass_a_second();
            if self.performed().len() > done {
                done = self.performed().len();
                tell(format!("done {began} {}", serde_json::to_string(self.performed()).unwrap()));
            }
            match self.now.as_secs() % 31 {
                7 => self.ask(Command::Extend),
                13 => self.ask(Command::Skip),
                _ => {}
            }
        }
        self.pass_a_second();
        tell(format!("over {began} {}", serde_json::to_string(self.performed()).unwrap()));
        self.ask(Command::LeaveForGood);
    }
}

#[test]
#[ignore = "run as a child, to be killed"]
fn exercises_until_it_is_killed() {
    let (Some(root), Ok(begin)) = (std::env::var_os(ROOT), std::env::var(BEGIN)) else { return };
    let mut out = std::io::stdout();
    let mut tell = |what: String| {
        writeln!(out, "{what}").unwrap();
        out.flush().unwrap();
    };
    tell("up".to_owned());
    let mut program = Program::over(root.as_ref(), Duration::from_secs(begin.parse().unwrap()));
    loop {
        program.exercise(&mut tell);
    }
}

fn child(root: &Path, begin: u64) -> Child {
    let mut command = child::child("app::record_killed::exercises_until_it_is_killed");
    command.env(ROOT, root).env(BEGIN, begin.to_string()).spawn().unwrap()
}

/// What a child tells: whether the session is over, when it began, and what was done in it.
fn told(line: &str) -> Option<(bool, i64, Vec<BoutRecord>)> {
    let at = line.find("done ").or_else(|| line.find("over "))?;
    let (what, rest) = line[at..].split_once(' ')?;
    let (began, bouts) = rest.split_once(' ')?;
    Some((what == "over", began.parse().ok()?, serde_json::from_str(bouts).ok()?))
}

/// Lets a child exercise until it has told of so many lines, and a little longer.
fn lines_of(mut child: Child, enough: usize, random: u64) -> Vec<String> {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let is_line = |line: &String| line.ends_with("up") || told(line).is_some();
    let mut said: Vec<String> = lines.by_ref().map(Result::unwrap).filter(is_line).take(enough).collect();
    assert_eq!(said.len(), enough, "it ended by itself");
    // Up to a few milliseconds, which is what a stretch of work takes to be written.
    for _ in 0..random % 100_000 {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // The last line may be cut off.
    said.extend(lines.map_while(Result::ok));
    said
}

/// Holds what was told against what is there. Answers the second after all there is.
fn judge(root: &Path, said: &[String], begin: u64) -> u64 {
    let now = Stamp { utc_ms: begin as i64 * 1000, offset_s: 0 };
    let (history, notes) = History::open(root, now).unwrap();
    assert_eq!(notes, [], "it is whole");
    let kept = history.archive().unwrap().sessions;
    assert_eq!(history.ledger().unwrap().sessions().len(), kept.len());
    for (is_over, began, done) in said.iter().filter_map(|line| told(line)) {
        let found = kept.iter().find(|kept| kept.record.began.utc_ms == began);
        let found = found.unwrap_or_else(|| panic!("what began at {began} is not there"));
        assert!(found.record.bouts.starts_with(&done), "{done:#?} was done, {found:#?} is there");
        assert!(found.routine_text.contains("A mix"));
        assert!(!is_over || found.record.end == SessionEnd::Finished);
    }
    kept.last().map_or(begin, |kept| kept.record.began.utc_ms as u64 / 1000 + 1_000)
}

/// A data folder with a routine to be exercised at once.
fn new_folder() -> TempDir {
    let temp = data_folder();
    fs::create_dir(temp.path().join("routines")).unwrap();
    fs::write(temp.path().join("routines/mixed.ron"), MIXED).unwrap();
    fs::write(temp.path().join("settings.ron"), "(version: 1, ask_before: false)").unwrap();
    temp
}

/// Kills so many children, one after the other. Answers how many lines they told.
fn kill(rounds: u32, mut random: u64) -> usize {
    let (mut temp, mut begin, mut lines) = (new_folder(), 1_000, 0);
    for round in 0..rounds {
        // Now and then a record is begun, which is an instant as well.
        if round % 8 == 7 {
            (temp, begin) = (new_folder(), 1_000);
        }
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let enough = 1 + (random % 14) as usize;
        let said = lines_of(child(temp.path(), begin), enough, random >> 8);
        lines += said.len();
        begin = judge(temp.path(), &said, begin);
    }
    lines
}

#[test]
fn killed_at_any_instant_of_a_session_every_exercise_done_is_there() {
    let seeds = [0x2545_F491_4F6C_DD1D, 0x9e37_79b9_7f4a_7c15, 0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b];
    let lines: usize = std::thread::scope(|scope| {
        let killers = seeds.map(|seed| scope.spawn(move || kill(50, seed)));
        killers.into_iter().map(|killer| killer.join().unwrap()).sum()
    });
    assert!(lines > 1000, "{lines}");
}
