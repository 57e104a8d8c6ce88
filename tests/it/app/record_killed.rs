//! Killed at random instants while sessions run: the record opens, and every exercise that was done
//! is in it. The same where the record cannot be opened meanwhile, once it can be.

#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use tempfile::TempDir;
use unhunch::app::{Launch, State};
use unhunch::model::{BoutRecord, SessionEnd, SessionRecord, Stamp};
use unhunch::store::DataFolder;
use unhunch::store::history::{Entry, History, HistoryNote};
use unhunch::ui::Command;

use super::record_unwritten::{KNOWN, NEWER, set_version, unwritten};
use super::recording::MIXED;
use crate::child;
use crate::store_history::data_folder;

/// Tells a child which data folder to exercise in, and at which second to begin.
const ROOT: &str = "UNHUNCH_TEST_EXERCISING";
const BEGIN: &str = "UNHUNCH_TEST_EXERCISING_FROM";
/// Tells it that the record cannot be opened.
const CLOSED: &str = "UNHUNCH_TEST_EXERCISING_CLOSED";

/// The state of a program, with a clock turned by hand.
struct Program {
    state: State,
    woken: Receiver<()>,
    now: Duration,
    root: PathBuf,
    is_closed: bool,
}

impl Program {
    fn over(folder: &Path, now: Duration) -> Self {
        let root = folder.to_owned();
        let folder = DataFolder::open(Some(folder.to_owned())).unwrap();
        let launch = Launch { folder, start: None, watch: false, asks_safety: false };
        let (wake, woken) = channel();
        let state = State::open(launch, now, move || wake.send(()).unwrap_or_default());
        Self { state, woken, now, root, is_closed: std::env::var_os(CLOSED).is_some() }
    }

    /// Lets a second pass, and waits until the recorder has confirmed what that brought.
    fn pass_a_second(&mut self) {
        self.now += Duration::from_secs(1);
        self.tick();
        while !self.is_closed && self.state.is_recording() {
            self.woken.recv().unwrap();
            self.tick();
        }
    }

    /// Where the record is closed, waits until what was done in the session that began then is kept
    /// beside it.
    fn wait_until_kept(&self, began: u128, end: SessionEnd) {
        let is_kept = |path: &PathBuf| {
            let kept = kept_beside(path, began as i64);
            kept.is_some_and(|kept| kept.bouts == self.performed() && kept.end == end)
        };
        while self.is_closed && !unwritten(&self.root).iter().any(is_kept) {
            std::thread::yield_now();
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
                let is_over = !self.state.is_moving();
                self.wait_until_kept(began, if is_over { SessionEnd::Finished } else { SessionEnd::Open });
                tell(format!("done {began} {}", serde_json::to_string(self.performed()).unwrap()));
            }
            match self.now.as_secs() % 31 {
                7 => self.ask(Command::Extend),
                13 => self.ask(Command::Skip),
                _ => {}
            }
        }
        self.pass_a_second();
        self.wait_until_kept(began, SessionEnd::Finished);
        tell(format!("over {began} {}", serde_json::to_string(self.performed()).unwrap()));
        self.ask(Command::LeaveForGood);
    }
}

/// The session that began then, as a file for what could not be written has it.
fn kept_beside(path: &Path, began_ms: i64) -> Option<SessionRecord> {
    let text = fs::read_to_string(path).ok()?;
    let mut content: serde_json::Value = serde_json::from_str(&text).ok()?;
    let entries: Vec<Entry> = serde_json::from_value(content["entries"].take()).ok()?;
    entries.into_iter().fold(None, |found, entry| match (entry, found) {
        (Entry::Put(record, _) | Entry::Run(record), _) if record.began.utc_ms == began_ms => Some(*record),
        (Entry::Bout { session, index, bout, .. }, Some(mut found)) if session == found.id => {
            match found.bouts.get_mut(index) {
                Some(before) => *before = bout,
                None => found.bouts.push(bout),
            }
            Some(found)
        }
        (_, found) => found,
    })
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

fn child(root: &Path, begin: u64, is_closed: bool) -> Child {
    let mut command = child::child("app::record_killed::exercises_until_it_is_killed");
    if is_closed {
        command.env(CLOSED, "");
    }
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
fn judge(root: &Path, said: &[String], begin: u64, is_closed: bool) -> u64 {
    let now = Stamp { utc_ms: begin as i64 * 1000, offset_s: 0 };
    let (history, notes) = History::open(root, now).unwrap();
    match &notes[..] {
        [] => {}
        [HistoryNote::CaughtUp { .. }] if is_closed => {}
        _ => panic!("it is not whole: {notes:?}"),
    }
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
fn kill(rounds: u32, mut random: u64, is_closed: bool) -> usize {
    let (mut temp, mut begin, mut lines) = (new_folder(), 1_000, 0);
    if is_closed {
        drop(History::open(temp.path(), Stamp::default()).unwrap());
    }
    for round in 0..rounds {
        // Now and then a record is begun, which is an instant as well.
        if round % 8 == 7 && !is_closed {
            (temp, begin) = (new_folder(), 1_000);
        }
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let enough = 1 + (random % 14) as usize;
        if is_closed {
            set_version(temp.path(), NEWER);
        }
        let said = lines_of(child(temp.path(), begin, is_closed), enough, random >> 8);
        lines += said.len();
        if is_closed {
            set_version(temp.path(), KNOWN);
        }
        begin = judge(temp.path(), &said, begin, is_closed);
    }
    lines
}

#[test]
fn killed_at_any_instant_of_a_session_every_exercise_done_is_there() {
    let seeds = [0x2545_F491_4F6C_DD1D, 0x9e37_79b9_7f4a_7c15, 0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b];
    let lines: usize = std::thread::scope(|scope| {
        let killers = seeds.map(|seed| scope.spawn(move || kill(50, seed, false)));
        killers.into_iter().map(|killer| killer.join().unwrap()).sum()
    });
    assert!(lines > 1000, "{lines}");
}

#[test]
fn killed_while_the_record_cannot_be_opened_every_exercise_done_is_there_once_it_can() {
    let lines = kill(30, 0x510e_527f_ade6_82d1, true);
    assert!(lines > 100, "{lines}");
}
