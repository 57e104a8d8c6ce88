//! What was deleted is brought back, days later and after the window was closed.

use std::fs;

use egui::{Rect, vec2};
use tempfile::TempDir;
use unhunch::model::{SessionRecord, Stamp};
use unhunch::store::history::History;

use super::recording::sessions;
use super::*;
use crate::store_history::{routine, session};

const NAMED: [&str; 3] = ["Neck and shoulders", "Swimming", "A name that does not end"];

/// A data folder with three sessions that were deleted, each a day after the other.
fn with_deleted() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (mut history, _) = History::open(folder.path(), Stamp::default()).unwrap();
    for (number, name) in NAMED.iter().enumerate() {
        let began = Stamp { utc_ms: number as i64 * 3_600_000, offset_s: 0 };
        let name =
            if number == 2 { format!("{name}, {}", "and goes on ".repeat(40)) } else { (*name).to_owned() };
        let record = SessionRecord { began, routine_name: name, ..session(number as u16, 2) };
        history.put(&record, Some(&routine(number as u16))).unwrap();
        history.delete(&[record.id], Stamp { utc_ms: number as i64 * 24 * 3_600_000, offset_s: 0 }).unwrap();
    }
    folder
}

impl Desk {
    fn ask_deleted(&mut self) {
        self.click("Progress");
        self.until("This is where it adds up");
        self.click("Export, take in or delete");
        self.click("Deleted sessions …");
    }

    /// The list has come, and the dialog that has grown with it is in its place.
    fn until_listed(&mut self, part: &str) {
        self.until(part);
        self.harness.run_steps(3);
    }
}

#[test]
fn what_was_deleted_before_comes_back_one_by_one() {
    let mut desk = Desk::over(with_deleted());
    desk.ask_deleted();
    desk.until_listed("Neck and shoulders");
    assert!(desk.shows("Goes for good on 31 January 1970."), "the one deleted first");
    assert!(desk.shows("Goes for good on 2 February 1970."), "and the last");
    desk.click_part("Bring back Swimming, ");
    desk.harness.run_steps(3);
    assert!(!desk.shows("Bring back Swimming") && desk.shows("Bring back Neck and shoulders"));
    desk.press(Key::Escape);
    assert!(desk.shows("The session is back."));
    desk.until("One session, ");
    let kept = sessions(&desk.closed());
    assert_eq!(kept.iter().map(|kept| &*kept.record.routine_name).collect::<Vec<_>>(), ["Swimming"]);
    assert_eq!((kept[0].record.bouts.len(), kept[0].routine_text.clone()), (2, routine(1)));
}

#[test]
fn all_of_it_comes_back_at_once_by_keyboard_and_then_there_is_nothing_to_bring_back() {
    let mut desk = Desk::over(with_deleted());
    desk.ask_deleted();
    desk.until_listed("Bring all back");
    for _ in 0..20 {
        let is_there = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.is_focused() && node.label().is_some_and(|label| label == "Bring all back")
        };
        if desk.harness.query(egui_kittest::kittest::by().predicate(is_there)).is_some() {
            break;
        }
        desk.press(Key::Tab);
    }
    desk.press(Key::Enter);
    desk.until("3 sessions are back.");
    desk.until("3 sessions on one day");
    desk.click("Export, take in or delete");
    desk.click("Deleted sessions …");
    desk.until("Nothing was deleted in the last thirty days.");
    assert!(!desk.shows("Bring all back"));
    assert_eq!(sessions(&desk.closed()).len(), 3);
}

#[test]
fn where_the_record_cannot_be_opened_the_list_says_so() {
    let folder = with_deleted();
    drop(sessions(&folder));
    super::record_unwritten::set_version(folder.path(), super::record_unwritten::NEWER);
    let before = fs::read(folder.path().join("history.db")).unwrap();
    let mut desk = Desk::over(folder);
    desk.until("The record of your sessions cannot be opened");
    desk.click("Progress");
    desk.click("Export, take in or delete");
    desk.click("Deleted sessions …");
    desk.until("What was deleted cannot be read right now.");
    assert!(fs::read(desk.closed().path().join("history.db")).unwrap() == before);
}

#[test]
fn the_list_fits_every_window() {
    let mut desk = Desk::over(with_deleted());
    desk.ask_deleted();
    desk.until_listed("Neck and shoulders");
    for (width, height) in [(800.0, 600.0), (1280.0, 800.0), (900.0, 1300.0)] {
        let window = Rect::from_min_size(egui::Pos2::ZERO, vec2(width, height));
        desk.harness.set_size(window.size());
        desk.harness.run_steps(5);
        for node in desk.harness.query_all_by_label_contains("Bring ") {
            let rect = node.rect();
            assert!(window.contains_rect(rect) && rect.height() >= 24.0, "{width}x{height}: {rect:?}");
        }
    }
}
