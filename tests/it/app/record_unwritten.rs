//! What is done while the record cannot be opened: it is there once it can be, whatever happened to
//! the window meanwhile.

use std::fs;
use std::path::{Path, PathBuf};

use egui::Event;
use tempfile::TempDir;

use super::recording::{MIXED, sessions, with_routine};
use super::*;

const CANNOT_BE_OPENED: &str = "The record of your sessions cannot be opened";
const CAUGHT_UP: &str =
    "What could not be written before is in the record of your sessions now: one session.";

/// Says that a newer program made the record, or that this one did.
pub(super) fn set_version(folder: &Path, version: i64) {
    let db = rusqlite::Connection::open(folder.join("history.db")).unwrap();
    db.pragma_update(None, "user_version", version).unwrap();
}

pub(super) const NEWER: i64 = 99;
pub(super) const KNOWN: i64 = 2;

/// A data folder with a record that a newer program made.
fn newer() -> TempDir {
    let folder = with_routine(MIXED);
    drop(sessions(&folder));
    set_version(folder.path(), NEWER);
    folder
}

pub(super) fn unwritten(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.file_name().unwrap().to_str().unwrap().contains("unwritten")).collect()
}

/// Runs the mix to its end while the record cannot be opened.
fn exercise(desk: &mut Desk) {
    desk.until(CANNOT_BE_OPENED);
    desk.click_part("A mix, ");
    desk.pass(200);
    assert!(desk.shows("All done"));
    desk.press(Key::Escape);
}

#[test]
fn a_session_done_while_the_record_is_closed_is_there_once_it_opens() {
    let mut desk = Desk::over(newer());
    exercise(&mut desk);
    let folder = desk.closed();
    assert_eq!(unwritten(folder.path()).len(), 1);
    // Another start that cannot open it either adds to it and loses nothing.
    let mut desk = Desk::over(folder);
    desk.until(CANNOT_BE_OPENED);
    let folder = desk.closed();
    set_version(folder.path(), KNOWN);
    let mut desk = Desk::over(folder);
    desk.until(CAUGHT_UP);
    desk.click("Progress");
    desk.until("One session, ");
    let folder = desk.closed();
    assert_eq!(unwritten(folder.path()), [] as [PathBuf; 0]);
    let kept = sessions(&folder);
    assert_eq!((kept.len(), kept[0].record.bouts.len()), (1, 5));
    assert!(kept[0].routine_text.contains("A mix"));
}

#[test]
fn of_two_windows_neither_writes_it_twice() {
    let mut one = Desk::over(newer());
    exercise(&mut one);
    one.click_part("Safety");
    one.harness.get_by_label("Something tingles.").click_accesskit();
    one.until_unwritten("Sign");
    set_version(one.folder.path(), KNOWN);
    let time = Rc::new(Cell::new(Duration::from_secs(2_000)));
    let other = harness(one.folder.path().to_owned(), time);
    drop(other);
    one.harness.event(Event::WindowFocused(true));
    one.click("Progress");
    one.until("One session, ");
    let folder = one.closed();
    assert_eq!(unwritten(folder.path()), [] as [PathBuf; 0]);
    let (history, _) =
        unhunch::store::history::History::open(folder.path(), unhunch::model::Stamp::default()).unwrap();
    let archive = history.archive().unwrap();
    assert_eq!((archive.sessions.len(), archive.remarks.len()), (1, 1));
}

impl Desk {
    /// Waits until this is in the file for what could not be written.
    fn until_unwritten(&mut self, part: &str) {
        for _ in 0..100_000 {
            let texts = unwritten(self.folder.path());
            if texts.iter().any(|path| fs::read_to_string(path).is_ok_and(|text| text.contains(part))) {
                return;
            }
            self.harness.step();
            std::thread::yield_now();
        }
        panic!("{part} is not kept");
    }
}
