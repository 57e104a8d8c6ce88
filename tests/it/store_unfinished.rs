//! Sessions to go on with: old or new at whatever instant the program dies, and never a panic.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use tempfile::TempDir;
use unhunch::model::{
    BegunRecord, BoutEnd, BoutRecord, Happening, LoggedBout, PlanChange, Stamp, Unfinished, What, WorkKind,
};
use unhunch::store::ron_text::read_routine;
use unhunch::store::{DataFolder, StoreError};

const DESK_BREAK: &str = include_str!("../../routines/desk-break.ron");

/// Where the program that is killed writes; only it has this in its environment.
const CHILD_FOLDER: &str = "UNHUNCH_TEST_KILLED_IN";

fn data_folder() -> (TempDir, DataFolder) {
    let temp = TempDir::new().unwrap();
    let folder = DataFolder::open(Some(temp.path().join("data"))).unwrap();
    folder.prepare().unwrap();
    (temp, folder)
}

fn cut_short() -> BoutRecord {
    BoutRecord {
        exercise: Some("cat-cow".into()),
        name: "Cat-Cow".into(),
        kind: WorkKind::Mobility,
        side: None,
        set: 1,
        planned_ms: 30_000,
        done_ms: 12_000,
        extended_ms: 0,
        planned_reps: 5,
        done_reps: 2,
        end: BoutEnd::CutShort,
    }
}

fn left(at_secs: u64) -> Unfinished {
    let at = Duration::from_secs(at_secs);
    let began = Stamp { utc_ms: 1_700_000_000_000, offset_s: 3_600 };
    Unfinished {
        routine: Arc::new(read_routine(DESK_BREAK).unwrap()),
        at,
        lead_in_ms: 8_000,
        rest_ms: 8_000,
        switch_ms: 5_000,
        changes: vec![
            PlanChange::Longer { segment: 3 },
            PlanChange::GatePassed { segment: 4, lasted: at },
            PlanChange::Without { at },
            PlanChange::Inserted { after: 1, exercise: "cat-cow".into() },
            PlanChange::Speed(0.7),
        ],
        happened: vec![
            Happening { at, exercise: Some("cat-cow".into()), what: What::Hurt },
            Happening { at, exercise: None, what: What::Paused },
        ],
        bouts: vec![LoggedBout { entry: 1, rep: 1, way: 0, bout: cut_short() }],
        record: Some(BegunRecord { id: "0123456789abcdef".into(), began, took_ms: at_secs * 1000 }),
    }
}

#[test]
fn what_is_kept_comes_back_whole_and_goes_when_there_is_nothing_left() {
    let (_temp, folder) = data_folder();
    assert!(folder.load_unfinished().sessions.is_empty());
    folder.save_unfinished(vec![left(192), left(5)]).unwrap();
    let text = fs::read_to_string(folder.unfinished_path()).unwrap();
    assert!(text.starts_with("(\n    version: 1,\n"), "{text}");
    let loaded = folder.load_unfinished();
    assert_eq!(loaded.sessions, [left(192), left(5)]);
    assert!(loaded.problem.is_none());
    folder.save_unfinished(Vec::new()).unwrap();
    assert!(!folder.unfinished_path().exists());
    folder.save_unfinished(Vec::new()).unwrap();
}

#[test]
fn a_file_from_before_there_was_a_record_is_read() {
    let (_temp, folder) = data_folder();
    let before = Unfinished { bouts: Vec::new(), record: None, ..left(192) };
    folder.save_unfinished(vec![before.clone()]).unwrap();
    let text = fs::read_to_string(folder.unfinished_path()).unwrap();
    assert!(!text.contains("record") && !text.contains("bouts"), "{text}");
    assert_eq!(folder.load_unfinished().sessions, [before]);
}

#[test]
fn a_file_that_cannot_be_used_is_set_aside_and_not_lost() {
    let newer = "(version: 9, sessions: [], mood: Calm)";
    for damaged in ["", "(version: 1, sessions: [(", "(version: 1, sessions: [], more: 1)", newer, "\u{0}"] {
        let (_temp, folder) = data_folder();
        fs::write(folder.unfinished_path(), damaged).unwrap();
        let loaded = folder.load_unfinished();
        assert!(loaded.sessions.is_empty());
        let problem = loaded.problem.unwrap();
        assert_eq!(fs::read_to_string(&problem.kept_as).unwrap(), damaged);
        assert_eq!(problem.kept_as.file_name().unwrap(), "unfinished.damaged-1.ron");
        assert!(!folder.unfinished_path().exists());
        assert!(folder.load_unfinished().problem.is_none(), "it is said once");
    }
}

#[test]
fn what_could_not_be_read_again_is_not_written_over_what_can() {
    let (_temp, folder) = data_folder();
    folder.save_unfinished(vec![left(5)]).unwrap();
    let huge = Unfinished { changes: vec![PlanChange::Longer { segment: 3 }; 60_000], ..left(7) };
    let error = folder.save_unfinished(vec![huge]).unwrap_err();
    assert!(matches!(error, StoreError::Layout { .. }), "{error}");
    assert_eq!(folder.load_unfinished().sessions, [left(5)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_sessions_or_a_problem(
        cut in 0..4000_usize,
        noise in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let (_temp, folder) = data_folder();
        folder.save_unfinished(vec![left(192)]).unwrap();
        let mut bytes = fs::read(folder.unfinished_path()).unwrap();
        let cut = cut.min(bytes.len());
        bytes.splice(cut..(cut + noise.len() / 2).min(bytes.len()), noise);
        fs::write(folder.unfinished_path(), &bytes).unwrap();
        let loaded = folder.load_unfinished();
        prop_assert!(loaded.problem.is_none() || loaded.sessions.is_empty());
        if let Some(problem) = loaded.problem {
            prop_assert_eq!(fs::read(problem.kept_as).unwrap(), bytes);
        }
    }
}

/// Writes one place after the other and says so after each, until it is killed.
#[test]
fn killed_while_writing() {
    let Some(folder) = std::env::var_os(CHILD_FOLDER) else { return };
    let folder = DataFolder::open(Some(folder.into())).unwrap();
    let mut out = std::io::stdout().lock();
    for at in 1.. {
        folder.save_unfinished(vec![left(at)]).unwrap();
        writeln!(out, "kept {at}").unwrap();
        out.flush().unwrap();
    }
}

/// The last place a killed program said it had kept, and how it was killed: after so many more
/// turns of an empty loop, which is at any instant of the next writing.
fn kill_one(folder: &DataFolder, places: usize, turns: u32) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store_unfinished::killed_while_writing", "--nocapture"])
        .env(CHILD_FOLDER, folder.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = lines
        .map_while(Result::ok)
        .filter_map(|line| line.rsplit_once("kept ").and_then(|(_, at)| at.parse::<u64>().ok()));
    let mut last = said.nth(places).unwrap();
    for _ in 0..turns {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it said before it died but was not read yet.
    last = said.last().unwrap_or(last);
    last
}

#[test]
fn killed_at_any_instant_the_file_is_the_old_or_the_new() {
    let (_temp, folder) = data_folder();
    for round in 0..50_u32 {
        let turns = round.wrapping_mul(2_654_435_761) % 400_000;
        let last = kill_one(&folder, (round % 3) as usize, turns);
        let loaded = folder.load_unfinished();
        assert!(loaded.problem.is_none(), "round {round}: {:?}", loaded.problem);
        let [session] = &loaded.sessions[..] else { panic!("round {round}: nothing is kept") };
        let at = session.at.as_secs();
        assert!(at == last || at == last + 1, "round {round}: {at}, where {last} was kept");
        assert_eq!(*session, left(at), "round {round}");
    }
}
