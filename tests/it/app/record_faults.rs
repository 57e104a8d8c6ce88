//! The record of sessions in the whole program when something goes wrong with it: it is said, what
//! can be is saved, and sessions run.

use std::fs;
use std::path::Path;

use egui::Event;
use tempfile::TempDir;
use unhunch::model::{BoutEnd, SessionEnd, SessionRecord, Stamp};
use unhunch::store::history::History;

use super::recording::{MIXED, sessions, with_routine};
use super::*;
use crate::child;
use crate::store_history::{routine, session};

const CANNOT_BE_OPENED: &str = "The record of your sessions cannot be opened";
const WAS_DAMAGED: &str = "The record of your sessions was damaged";

/// A session of some minutes before the test's clock began.
fn earlier(number: u16) -> SessionRecord {
    let began = Stamp { utc_ms: i64::from(number) * 100_000, offset_s: 0 };
    SessionRecord { began, note: format!("Earlier {number}"), ..session(number, 3) }
}

/// A data folder with a routine and so many sessions.
fn with_sessions(count: u16) -> TempDir {
    let folder = with_routine(MIXED);
    put_sessions(folder.path(), 0..count);
    folder
}

fn put_sessions(folder: &Path, numbers: std::ops::Range<u16>) {
    let (mut history, _) = History::open(folder, Stamp::default()).unwrap();
    for number in numbers {
        history.put(&earlier(number), Some(&routine(number))).unwrap();
    }
}

/// Makes a letter of a session's note another one, as a failing disk does: no page is wrong by
/// itself.
fn change_a_letter(folder: &Path) {
    let path = folder.join("history.db");
    let mut bytes = fs::read(&path).unwrap();
    let note = b"Earlier 1";
    let at = bytes.windows(note.len()).position(|window| window == note).unwrap();
    bytes[at] = b'e';
    fs::write(&path, &bytes).unwrap();
}

/// Changes a row past the program, which then no longer is as it was written.
fn change_a_row(folder: &Path) {
    let db = rusqlite::Connection::open(folder.join("history.db")).unwrap();
    let changed = db.execute("UPDATE session SET effort = 9 WHERE note = 'Earlier 1'", []).unwrap();
    assert_eq!(changed, 1);
}

/// Whether the session in the player was put down whole, with its routine.
#[track_caller]
fn assert_put_down_whole(folder: &TempDir, among: usize) {
    let kept = sessions(folder);
    assert_eq!(kept.len(), among);
    let mixed: Vec<_> = kept.iter().filter(|kept| kept.record.routine == "mixed").collect();
    let [mixed] = &mixed[..] else { panic!("{kept:#?}") };
    assert_eq!((mixed.record.end, mixed.record.bouts.len()), (SessionEnd::Finished, 5));
    assert!(mixed.record.bouts.iter().all(|bout| bout.end == BoutEnd::Done));
    assert!(mixed.routine_text.contains("A mix"), "{}", mixed.routine_text);
}

impl Desk {
    /// The window is turned to again, as after something was done in another.
    fn turn_to(&mut self) {
        self.harness.event(Event::WindowFocused(true));
        self.harness.step();
    }

    fn count(&self, part: &str) -> usize {
        self.harness.query_all_by_label_contains(part).count()
    }

    /// Opens Progress, and waits until it says this.
    fn on_progress_until(&mut self, part: &str) {
        self.click("Progress");
        self.until(part);
    }

    /// Runs the session in the player to its end.
    fn run_to_the_end(&mut self) {
        self.pass(200);
        assert!(self.shows("All done"));
    }

    fn begin_the_mix(&mut self) {
        self.click_part("A mix, ");
        self.pass(40);
    }
}

#[test]
fn what_another_window_writes_is_shown_and_neither_loses_anything() {
    let folder = with_routine(MIXED);
    let mut one = Desk::over(folder);
    let time = Rc::new(Cell::new(Duration::from_secs(1_000)));
    let mut other = harness(one.folder.path().to_owned(), Rc::clone(&time));
    one.on_progress_until("This is where it adds up");
    other.get_by_label_contains("A mix, ").click();
    for _ in 0..200 {
        time.set(time.get() + Duration::from_secs(1));
        other.step();
    }
    // It is written by now or a moment later.
    for _ in 0..10_000 {
        one.turn_to();
        if one.shows("One session, ") {
            break;
        }
        std::thread::yield_now();
    }
    assert!(one.shows("One session, "), "it is seen here");
    one.click("Today");
    one.begin_the_mix();
    one.run_to_the_end();
    drop(other);
    let kept = sessions(&one.closed());
    assert_eq!(kept.iter().map(|kept| kept.record.bouts.len()).collect::<Vec<_>>(), [5, 5]);
}

/// Tells a child which data folder to exercise in.
const ROOT: &str = "UNHUNCH_TEST_WINDOW";

#[test]
#[ignore = "run as a child: another program"]
fn a_session_in_another_program() {
    let Some(root) = std::env::var_os(ROOT) else { return };
    let time = Rc::new(Cell::new(Duration::from_secs(1_000)));
    let mut window = harness(root.into(), Rc::clone(&time));
    window.get_by_label_contains("A mix, ").click();
    for _ in 0..200 {
        time.set(time.get() + Duration::from_secs(1));
        window.step();
    }
}

/// One of the ignored tests below; what goes wrong in it is heard.
fn child(test: &str) -> std::process::Command {
    let mut command = child::child(&format!("app::record_faults::{test}"));
    command.stderr(std::process::Stdio::piped());
    command
}

#[test]
fn what_another_program_writes_while_a_session_runs_here_is_shown() {
    let mut desk = Desk::over(with_routine(MIXED));
    desk.begin_the_mix();
    let done = child("a_session_in_another_program").env(ROOT, desk.folder.path()).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    desk.run_to_the_end();
    desk.press(Key::Escape);
    desk.turn_to();
    desk.on_progress_until("2 sessions on one day");
    let kept = sessions(&desk.closed());
    assert!(kept.iter().all(|kept| kept.record.bouts.len() == 5 && kept.record.end == SessionEnd::Finished));
    assert_eq!(kept.len(), 2);
}

#[test]
#[cfg(unix)]
fn a_record_that_is_replaced_while_a_session_runs_goes_on_with_both() {
    let elsewhere = with_sessions(2);
    let mut desk = Desk::over(with_routine(MIXED));
    desk.begin_the_mix();
    fs::rename(elsewhere.path().join("history.db"), desk.folder.path().join("history.db")).unwrap();
    desk.run_to_the_end();
    desk.press(Key::Escape);
    desk.on_progress_until("3 sessions on one day");
    assert_put_down_whole(&desk.closed(), 3);
}

#[test]
#[cfg(unix)]
fn a_record_that_is_removed_while_a_session_runs_is_missed_aloud_and_begun_anew() {
    let folder = with_sessions(2);
    drop(History::open(folder.path(), Stamp { utc_ms: 500_000, offset_s: 0 }).unwrap());
    let mut desk = Desk::over(folder);
    desk.begin_the_mix();
    fs::remove_file(desk.folder.path().join("history.db")).unwrap();
    desk.pass(20);
    desk.until("The record of your sessions was");
    assert!(desk.shows("backup"), "what goes on comes from there");
    desk.run_to_the_end();
    assert_put_down_whole(&desk.closed(), 3);
}

#[test]
fn a_damaged_record_is_said_with_what_goes_on_and_where_the_damaged_one_lies() {
    let folder = with_sessions(3);
    let path = folder.path().join("history.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..4096].fill(0);
    fs::write(&path, &bytes).unwrap();
    let mut desk = Desk::over(folder);
    desk.until(WAS_DAMAGED);
    assert!(desk.shows("3 sessions could be read and go on."));
    let kept_as = desk.folder.path().canonicalize().unwrap().join("history.damaged-1.db");
    assert!(desk.shows(&format!("The damaged file is kept as {}", kept_as.display())));
    assert_eq!(fs::read(&kept_as).unwrap(), bytes);
    desk.on_progress_until("3 sessions on one day");
    // It is as good as new.
    desk.click("Close this message");
    let mut desk = Desk::over(desk.closed());
    desk.on_progress_until("3 sessions on one day");
    assert!(!desk.shows(WAS_DAMAGED));
}

#[test]
fn damage_that_shows_only_while_it_is_read_is_mended_at_the_start() {
    let folder = with_sessions(3);
    change_a_letter(folder.path());
    let mut desk = Desk::over(folder);
    desk.until(WAS_DAMAGED);
    assert!(desk.shows("2 sessions could be read and go on."));
    assert!(desk.shows("history.damaged-1.db"));
    assert!(!desk.shows(CANNOT_BE_OPENED));
    desk.on_progress_until("2 sessions on one day");
}

#[test]
fn damage_that_shows_while_the_program_looks_again_is_mended_then() {
    let mut desk = Desk::over(with_sessions(3));
    desk.on_progress_until("3 sessions on one day");
    change_a_row(desk.folder.path());
    desk.turn_to();
    desk.until(WAS_DAMAGED);
    // Today's backup was made when the program began.
    assert!(desk.shows("3 sessions could be read and go on. One of them comes from a backup."));
    assert!(desk.shows("3 sessions on one day"));
    assert_eq!(sessions(&desk.closed())[1].record.effort, earlier(1).effort);
}

#[test]
fn damage_that_shows_while_a_session_is_written_loses_nothing_of_it() {
    let mut desk = Desk::over(with_sessions(3));
    desk.begin_the_mix();
    change_a_row(desk.folder.path());
    desk.run_to_the_end();
    desk.until(WAS_DAMAGED);
    assert_put_down_whole(&desk.closed(), 4);
}

#[test]
fn a_session_that_cannot_be_opened_for_damage_is_mended_and_opened() {
    let mut desk = Desk::over(with_sessions(3));
    desk.on_progress_until("3 sessions on one day");
    desk.click("Sessions");
    change_a_row(desk.folder.path());
    desk.open_session("Routine 1");
    assert!(desk.shows(WAS_DAMAGED));
}

#[test]
fn a_newer_record_is_left_alone_and_sessions_run() {
    let folder = with_sessions(1);
    let path = folder.path().join("history.db");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    drop(db);
    let before = fs::read(&path).unwrap();
    let mut desk = Desk::over(folder);
    desk.until(CANNOT_BE_OPENED);
    for part in ["was made by a newer Unhunch", "nothing was touched", "update Unhunch", "history.db"] {
        assert!(desk.shows(part), "{part}");
    }
    assert_eq!(desk.count(CANNOT_BE_OPENED), 1);
    desk.click("Close this message");
    desk.begin_the_mix();
    desk.run_to_the_end();
    desk.press(Key::Escape);
    assert!(!desk.shows(CANNOT_BE_OPENED), "it is said once");
    desk.on_progress_until("Your record cannot be shown right now");
    assert!(desk.shows("was made by a newer Unhunch"));
    let folder = desk.closed();
    assert!(fs::read(&path).unwrap() == before, "nothing is touched");
    assert!(!folder.path().join("backups").exists());
    assert!(fs::read_dir(folder.path()).unwrap().flatten().all(|entry| {
        let name = entry.file_name().into_string().unwrap();
        !name.contains("damaged")
            && entry.metadata().is_ok_and(|file| name != "history.db-wal" || file.len() == 0)
    }));
}

#[test]
#[cfg(unix)]
fn a_read_only_data_folder_is_said_once_and_sessions_run() {
    use std::os::unix::fs::PermissionsExt;
    let folder = with_sessions(2);
    keep_from_asking(folder.path());
    let before = fs::read(folder.path().join("history.db")).unwrap();
    let allow = |folder: &Path, mode| fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    allow(folder.path(), 0o555);
    // Whoever may do everything may do this.
    if fs::write(folder.path().join("probe"), "").is_ok() {
        allow(folder.path(), 0o755);
        return;
    }
    let mut desk = Desk::over(folder);
    assert_eq!(desk.count("Nothing can be saved"), 1);
    desk.on_progress_until("Your record cannot be shown right now");
    assert!(!desk.shows(CANNOT_BE_OPENED), "that nothing can be saved has been said");
    desk.click("Today");
    desk.begin_the_mix();
    desk.run_to_the_end();
    assert_eq!(desk.count("This message"), 0);
    let folder = desk.closed();
    allow(folder.path(), 0o755);
    assert!(fs::read(folder.path().join("history.db")).unwrap() == before);
    assert_eq!(sessions(&folder).len(), 2);
}

#[cfg(target_os = "linux")]
mod full {
    use super::*;

    /// A part of what is said where there is room for the file beside the record, and where there is
    /// room for nothing.
    const KEPT: &str = "It is kept beside it and written as soon as that can be done";
    const UNKEPT: &str = "nor be kept beside it. It is tried again as long as this window is open";

    /// No file of this program may grow beyond so many bytes: the same end as on a full disk.
    fn let_files_grow_to(bytes: &str) {
        let limit = format!("--fsize={bytes}:");
        let pid = std::process::id().to_string();
        let done = std::process::Command::new("prlimit").args(["--pid", &pid, &limit]).status().unwrap();
        assert!(done.success());
    }

    fn bouts_in(folder: &Path) -> i64 {
        let db = rusqlite::Connection::open(folder.join("history.db")).unwrap();
        db.query_row("SELECT count(*) FROM bout", [], |row| row.get(0)).unwrap()
    }

    /// Runs a session on a disk that fills up after its first stretch of work was written.
    fn exercise_on_a_full_disk(bytes: &str, said: &str) -> Desk {
        let mut desk = Desk::over(with_sessions(2));
        let there = 2 * 3;
        desk.begin_the_mix();
        // What was done so far is written by now or a moment later.
        for _ in 0..100_000 {
            if bouts_in(desk.folder.path()) > there {
                break;
            }
            desk.harness.step();
            std::thread::yield_now();
        }
        let_files_grow_to(bytes);
        desk.pass(60);
        desk.until(said);
        assert!(desk.shows("what was there before is still there"));
        let in_time = bouts_in(desk.folder.path());
        assert!((there + 1..there + 5).contains(&in_time), "{in_time}");
        desk.run_to_the_end();
        assert_eq!(desk.count(said), 1);
        assert_eq!(desk.count("What you did could not be written"), 1);
        desk.press(Key::Escape);
        desk
    }

    /// There is room again: what was held is written, and nothing more is said of it.
    fn make_room_in_time(mut desk: Desk, said: &str) {
        desk.on_progress_until("3 sessions on one day");
        let_files_grow_to("unlimited");
        desk.turn_to();
        for _ in 0..100_000 {
            if !desk.shows(said) {
                break;
            }
            desk.harness.step();
            std::thread::yield_now();
        }
        assert!(!desk.shows(said), "it is written now");
        assert_eq!(bouts_in(desk.folder.path()), 2 * 3 + 5);
        assert_put_down_whole(&desk.closed(), 3);
    }

    #[test]
    #[ignore = "run as a child that may be kept from writing"]
    fn exercises_until_the_disk_is_full() {
        let Ok(how) = std::env::var(ROOT) else { return };
        match how.as_str() {
            "no room at all" => make_room_in_time(exercise_on_a_full_disk("0", UNKEPT), UNKEPT),
            "room in time" => make_room_in_time(exercise_on_a_full_disk("4096", KEPT), KEPT),
            "room at the next start" => {
                let folder = exercise_on_a_full_disk("4096", KEPT).closed();
                let_files_grow_to("unlimited");
                let mut desk = Desk::over(folder);
                desk.until("What could not be written before is in the record of your sessions now");
                assert_put_down_whole(&desk.closed(), 3);
            }
            _ => panic!("{how}"),
        }
        println!("all of it");
    }

    fn on_a_full_disk(how: &str) {
        let asked = child("full::exercises_until_the_disk_is_full");
        let program = asked.get_program().to_string_lossy().into_owned();
        let output = std::process::Command::new("sh")
            .args(["-c", "trap '' XFSZ; exec \"$@\"", "sh", &program])
            .args(asked.get_args())
            .env(ROOT, how)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("all of it"), "{said}\n{output:?}");
    }

    #[test]
    fn a_disk_that_fills_up_is_said_once_and_what_was_done_is_written_when_there_is_room() {
        on_a_full_disk("room in time");
    }

    #[test]
    fn what_was_done_on_a_full_disk_is_written_at_the_next_start() {
        on_a_full_disk("room at the next start");
    }

    #[test]
    fn that_there_is_no_room_for_anything_is_said_before_the_window_closes() {
        on_a_full_disk("no room at all");
    }
}
