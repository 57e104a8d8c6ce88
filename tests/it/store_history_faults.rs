//! Faults while the record of sessions is written: killed at any instant, a full disk, two windows
//! at once, a folder that knows no shared log.

#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};

use unhunch::model::{SessionEnd, SessionRecord};
use unhunch::store::history::{History, HistoryError};

use super::child;
use super::store_history::{NOON, bout, data_folder, open, routine, session, with_sessions};

/// Tells a child of a test which data folder to work in.
const ROOT: &str = "UNHUNCH_TEST_HISTORY";
/// And with which number its sessions begin.
const FIRST: &str = "UNHUNCH_TEST_FIRST";

const BOUTS: u16 = 4;

/// One of the ignored tests below, in this data folder.
fn child(test: &str, root: &Path) -> Command {
    let mut command = child::child(&format!("store_history_faults::{test}"));
    command.env(ROOT, root);
    command
}

fn root() -> Option<std::path::PathBuf> {
    std::env::var_os(ROOT).map(Into::into)
}

/// What a child writes as its n-th session, before anything was done in it.
fn begun(number: u16) -> SessionRecord {
    SessionRecord { end: SessionEnd::Open, ..session(number, 0) }
}

#[test]
#[ignore = "run as a child, to be killed"]
fn keeps_sessions_until_it_is_killed() {
    let Some(root) = root() else { return };
    let first: u16 = std::env::var(FIRST).unwrap().parse().unwrap();
    let mut out = std::io::stdout();
    let mut tell = |what: String| {
        writeln!(out, "{what}").unwrap();
        out.flush().unwrap();
    };
    let mut history = open(&root, NOON);
    for number in first.. {
        let mut record = begun(number);
        history.put(&record, Some(&routine(number))).unwrap();
        tell(format!("began {number}"));
        for at in 0..BOUTS {
            history
                .bout(&record.id, at.into(), &bout(number.wrapping_add(at)), u64::from(at) * 1000)
                .unwrap();
            record.bouts.push(bout(number.wrapping_add(at)));
            tell(format!("bout {number} {at}"));
        }
        record.end = SessionEnd::Finished;
        history.put(&record, None).unwrap();
        tell(format!("ended {number}"));
    }
}

/// Holds what a child had told against what is there. Answers the number after its last session.
fn check_told(root: &Path, told: &[String], first: u16) -> u16 {
    // It opens, and nothing needs to be told: the check at the opening found it sound.
    let history = open(root, NOON);
    let ledger = history.ledger().unwrap();
    let mut next = first;
    for line in told {
        let words: Vec<_> = line.split(' ').collect();
        let [what @ ("began" | "bout" | "ended"), number, rest @ ..] = &words[..] else { continue };
        let Ok(number) = number.parse::<u16>() else { continue };
        let found = history.session(&begun(number).id).unwrap();
        let found = found.unwrap_or_else(|| panic!("{line}, and it is not there"));
        assert_eq!(found.routine_text, routine(number));
        match (*what, rest) {
            ("bout", [at]) => {
                let at: u16 = at.parse().unwrap();
                let bout = bout(number.wrapping_add(at));
                assert_eq!(found.record.bouts.get(usize::from(at)), Some(&bout), "{line}");
            }
            ("ended", _) => assert_eq!(found.record.end, SessionEnd::Finished, "{line}"),
            _ => {}
        }
        next = number + 1;
    }
    // The one that was not told of yet may be there as well.
    let last = ledger
        .sessions()
        .last()
        .map_or(first, |line| line.id["session-".len()..].parse::<u16>().unwrap() + 1);
    assert!(last <= next + 1, "{last} after {next}");
    assert!(ledger.sessions().len() == usize::from(last), "{} of {last}", ledger.sessions().len());
    last
}

/// As `app::record_killed`, which kills whole programs, with one write right after the other.
#[test]
fn killed_at_any_instant_everything_told_is_there() {
    let mut temp = data_folder();
    let mut first = 0;
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut lines_told = 0;
    for round in 0..40 {
        // Now and then a new one is begun, which is an instant as well.
        if round % 20 == 0 {
            (temp, first) = (data_folder(), 0);
        }
        let mut child = child("keeps_sessions_until_it_is_killed", temp.path());
        let mut child = child.env(FIRST, first.to_string()).spawn().unwrap();
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut told: Vec<String> = Vec::new();
        while told.len() < (random % 16) as usize + 2 {
            told.push(lines.next().expect("it ended by itself").unwrap());
        }
        // Up to a few milliseconds, which is what a bout takes.
        for _ in 0..(random >> 8) % 100_000 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What was told before it was killed was on the disk then. A line it was killed in is none.
        told.extend(lines.map_while(Result::ok));
        lines_told += told.len();
        first = check_told(temp.path(), &told, first);
    }
    assert!(lines_told > 300, "{lines_told}");
}

#[test]
#[ignore = "run as a child that may write only small files"]
fn keeps_more_than_there_is_room_for() {
    let Some(root) = root() else { return };
    let mut history = open(&root, NOON);
    let mut number = 10;
    let error = loop {
        // Each has a routine of its own, so that it takes room.
        match history.put(&session(number, 3), Some(&format!("{number}{}", routine(number)))) {
            Ok(()) => println!("kept {number}"),
            Err(error) => break error,
        }
        number += 1;
    };
    println!("told: {error}");
    assert!(matches!(error, HistoryError::Unwritable { .. }));
    // It can still be read, and goes on to say so.
    assert_eq!(history.ledger().unwrap().sessions().len(), usize::from(number));
    history.put(&session(number, 3), Some(&"(a line)".repeat(9000))).unwrap_err();
    println!("done");
}

#[test]
fn a_full_disk_is_told_what_was_there_stays_and_it_goes_on_when_there_is_room() {
    let (temp, history) = with_sessions(10);
    drop(history);
    let asked = child("keeps_more_than_there_is_room_for", temp.path());
    let program = asked.get_program().to_string_lossy().into_owned();
    // A file that grows over 256 KiB meets the same end as one on a full disk: the write fails.
    let output = Command::new("sh")
        .arg("-c")
        .arg("trap '' XFSZ; ulimit -f 512; exec \"$@\"")
        .args(["sh", &program])
        .args(asked.get_args())
        .env(ROOT, temp.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("done"), "{said}{output:?}");
    let told = said.lines().find(|line| line.starts_with("told: ")).unwrap();
    assert!(told.contains("history.db") && told.contains("still there"), "{told}");
    let kept = said.lines().filter(|line| line.contains("kept ")).count();
    assert!(kept > 0, "{said}");
    let mut history = open(temp.path(), NOON);
    assert_eq!(history.archive().unwrap().sessions.len(), 10 + kept);
    history.put(&session(500, 3), Some(&"(a line)".repeat(90_000))).unwrap();
    assert_eq!(history.archive().unwrap().sessions.len(), 11 + kept);
}

/// Writes as the program does: what another window is in the way of is tried again.
fn in_turn(mut write: impl FnMut() -> Result<(), HistoryError>) {
    loop {
        match write() {
            Err(HistoryError::Busy { .. }) => {}
            outcome => return outcome.unwrap(),
        }
    }
}

#[test]
fn two_windows_that_write_at_once_lose_nothing() {
    let temp = data_folder();
    let write = |first: u16| {
        let mut history = open(temp.path(), NOON);
        for number in first..first + 20 {
            let record = begun(number);
            in_turn(|| history.put(&record, Some(&routine(number))));
            for at in 0..BOUTS {
                in_turn(|| history.bout(&record.id, at.into(), &bout(at), 1));
            }
        }
    };
    std::thread::scope(|scope| {
        for first in [0, 100, 200] {
            scope.spawn(move || write(first));
        }
    });
    let ledger = open(temp.path(), NOON).ledger().unwrap();
    assert_eq!(ledger.sessions().len(), 60);
    assert!(ledger.sessions().iter().all(|line| ledger.bouts(line).len() == usize::from(BOUTS)));
}

#[test]
fn what_is_written_while_another_window_recovers_is_in_the_recovered_record() {
    let temp = data_folder();
    drop(open(temp.path(), NOON));
    let (written, is_over) = (AtomicU16::new(0), AtomicBool::new(false));
    let write = || {
        let open_again = || History::open(temp.path(), NOON).unwrap().0;
        let mut history = open_again();
        let mut number = 0;
        while !is_over.load(Ordering::Relaxed) {
            let record = session(number, 2);
            while let Err(error) = history.put(&record, None) {
                if matches!(error, HistoryError::Busy { .. }) {
                    continue;
                }
                assert!(error.asks_to_open_again(), "{error}");
                drop(history);
                history = open_again();
            }
            number += 1;
            written.store(number, Ordering::Relaxed);
            // Between two writes the other gets its turn.
            let _ = history.ledger();
            std::thread::yield_now();
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(write);
        for round in 0..12 {
            while written.load(Ordering::Relaxed) <= round {
                std::thread::yield_now();
            }
            fs::write(temp.path().join(".history-damaged"), "damaged").unwrap();
            drop(History::open(temp.path(), NOON).unwrap());
        }
        is_over.store(true, Ordering::Relaxed);
    });
    let found = open(temp.path(), NOON).archive().unwrap().sessions;
    assert_eq!(found.len(), usize::from(written.into_inner()));
}

#[test]
fn a_window_sees_that_another_wrote() {
    let (temp, mut one) = with_sessions(1);
    let mut other = open(temp.path(), NOON);
    assert!(!other.changed_elsewhere());
    one.put(&session(5, 1), None).unwrap();
    assert!(other.changed_elsewhere());
    assert_eq!(other.ledger().unwrap().sessions().len(), 2);
    assert!(!other.changed_elsewhere());
    other.put(&session(6, 1), None).unwrap();
    assert!(!other.changed_elsewhere(), "its own writing is no news");
}

#[test]
fn where_the_log_cannot_be_shared_it_goes_on_without() {
    let (temp, history) = with_sessions(3);
    drop(history);
    // What is in the way of the log's memory has the same end as a folder that knows none.
    let in_the_way = temp.path().join("history.db-shm");
    fs::create_dir(&in_the_way).unwrap();
    let mut history = open(temp.path(), NOON);
    history.put(&session(3, 4), Some(&routine(3))).unwrap();
    assert!(!temp.path().join("history.db-wal").exists());
    let mut other = open(temp.path(), NOON);
    other.put(&session(4, 4), Some(&routine(4))).unwrap();
    assert_eq!(history.ledger().unwrap().sessions().len(), 5);
    drop((history, other));
    fs::remove_dir(in_the_way).unwrap();
    let mut history = open(temp.path(), NOON);
    history.put(&session(5, 4), None).unwrap();
    assert!(temp.path().join("history.db-wal").exists(), "there is a log again");
    assert_eq!(history.ledger().unwrap().sessions().len(), 6);
}

#[test]
fn a_folder_that_is_not_there_yet_is_made() {
    let temp = data_folder();
    let folder = temp.path().join("new").join("deep");
    let (history, _) = History::open(&folder, NOON).unwrap();
    assert!(history.ledger().unwrap().sessions().is_empty());
    assert!(folder.join("history.db").is_file());
}
