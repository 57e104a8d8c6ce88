//! The record of sessions as files, in the whole program: written where one says, looked at before
//! it is taken in, and never over what is there.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use unhunch::model::{Archive, Stamp};
use unhunch::report::json;
use unhunch::store::history::History;

use super::Desk;
use crate::report::{archive, session, year};

/// The time of the test's clock, more or less.
fn stamp() -> Stamp {
    Stamp { utc_ms: 1_000_000, offset_s: 0 }
}

/// A data folder with these sessions in its record.
fn with(archive: &Archive) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (mut history, _) = History::open(folder.path(), stamp()).unwrap();
    history.take_in(archive).unwrap();
    folder
}

impl Desk {
    fn on_progress(folder: TempDir) -> Self {
        let mut desk = Self::over(folder);
        desk.click("Progress");
        desk.until("Add a session");
        desk
    }

    fn ask(&mut self, entry: &str) {
        if !self.shows(entry) {
            self.choose("Export, take in or delete");
        }
        self.choose(entry);
    }

    /// Writes to a path by the dialog that is open, and waits until it is there.
    #[track_caller]
    fn save_as(&mut self, path: &Path) {
        self.type_path(path);
        self.choose("Save");
        self.until("Saved as");
        assert!(path.is_file());
    }
}

#[test]
fn every_kind_of_file_is_written_where_one_says() {
    let mut desk = Desk::on_progress(with(&year(str::to_owned)));
    let place = tempfile::tempdir().unwrap();
    for (entry, name, begins) in [
        ("A table, as CSV …", "a.csv", "\u{FEFF}session_id,date"),
        ("Everything, as JSON …", "a.json", "{\n  \"format\": \"unhunch-history\""),
        ("A page to print …", "a.html", "<!DOCTYPE html>"),
        ("Planned times, for your calendar …", "a.ics", "BEGIN:VCALENDAR\r\n"),
    ] {
        desk.ask(entry);
        let ending = name.trim_start_matches('a');
        assert!(desk.path_typed().ends_with(&format!("-1970-01-01{ending}")), "{}", desk.path_typed());
        desk.save_as(&place.path().join(name));
        assert!(!desk.shows("Path of the file"), "the dialog is put away");
        assert!(fs::read_to_string(place.path().join(name)).unwrap().starts_with(begins), "{name}");
        desk.choose("Close this message");
    }
}

#[test]
fn planned_times_are_called_the_same_in_every_export_of_a_folder_and_of_no_other() {
    let place = tempfile::tempdir().unwrap();
    let planning = || {
        let folder = with(&archive(Vec::new()));
        let text = "(version: 1, plan: (times: [(day: Friday, hour: 8, minute: 0)]))";
        fs::write(folder.path().join("settings.ron"), text).unwrap();
        folder
    };
    let export = |folder: TempDir, name: &str| {
        let mut desk = Desk::on_progress(folder);
        desk.ask("Planned times, for your calendar …");
        assert!(desk.shows("stays in your calendar until you delete it there"));
        let path = place.path().join(name);
        desk.save_as(&path);
        let text = fs::read_to_string(&path).unwrap();
        let uid = text.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned();
        let Desk { harness, folder, .. } = desk;
        drop(harness);
        (folder, uid)
    };
    let (folder, first) = export(planning(), "first.ics");
    let (_, again) = export(folder, "again.ics");
    let (_, others) = export(planning(), "others.ics");
    assert_eq!(first, again);
    assert_ne!(first, others);
}

#[test]
fn a_file_that_is_there_stays_and_another_name_is_offered() {
    let mut desk = Desk::on_progress(with(&year(str::to_owned)));
    let place = tempfile::tempdir().unwrap();
    let taken = place.path().join("mine.csv");
    fs::write(&taken, "mine").unwrap();
    desk.ask("A table, as CSV …");
    desk.type_path(&taken);
    desk.choose("Save");
    assert!(desk.shows("is there already and stays as it is"));
    assert!(desk.path_typed().ends_with("mine-2.csv"));
    desk.choose("Save");
    desk.until("Saved as");
    assert_eq!(fs::read_to_string(&taken).unwrap(), "mine");
    assert!(place.path().join("mine-2.csv").is_file());
}

#[test]
fn what_cannot_be_written_is_said_and_can_be_tried_again() {
    let mut desk = Desk::on_progress(with(&year(str::to_owned)));
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("file"), "").unwrap();
    desk.ask("A table, as CSV …");
    desk.type_path(&place.path().join("file/below.csv"));
    desk.choose("Save");
    desk.until("cannot write");
    desk.save_as(&place.path().join("good.csv"));
}

#[test]
fn a_history_is_looked_at_before_it_is_taken_in_and_writes_over_nothing() {
    let [same, mut mine, new] = ["same", "both", "new"].map(|id| session(id, stamp(), Vec::new()));
    "mine".clone_into(&mut mine.record.note);
    let mut theirs = mine.clone();
    "theirs".clone_into(&mut theirs.record.note);
    let mut desk = Desk::on_progress(with(&archive(vec![same.clone(), mine.clone()])));
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("theirs.json");
    fs::write(&file, json::render(&archive(vec![same.clone(), theirs, new.clone()]))).unwrap();

    desk.ask("Take in sessions from a file …");
    desk.type_path(&file);
    desk.choose("Look at it");
    desk.until("One session is not here yet.");
    assert!(desk.shows("One is here already."));
    assert!(desk.shows("One is here already and differs. Yours stays as it is."));
    desk.choose("Take in what is new");
    desk.until("One session was taken in. One differs from yours, which stays as it is.");

    desk.ask("Take in sessions from a file …");
    desk.type_path(&file);
    desk.choose("Look at it");
    desk.until("There is nothing in it that is not here.");
    assert!(!desk.shows("Take in what is new"));
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    let (history, _) = History::open(folder.path(), stamp()).unwrap();
    let mut kept = history.archive().unwrap().sessions;
    kept.sort_by(|a, b| a.record.id.cmp(&b.record.id));
    assert_eq!(kept, [mine, new, same]);
}

#[test]
fn a_history_that_is_dropped_is_looked_at_as_one_and_what_is_none_is_told() {
    let mut desk = Desk::on_progress(with(&archive(vec![session("mine", stamp(), Vec::new())])));
    let place = tempfile::tempdir().unwrap();
    let (file, broken) = (place.path().join("theirs.JSON"), place.path().join("broken.json"));
    fs::write(&file, json::render(&archive(vec![session("new", stamp(), Vec::new())]))).unwrap();
    fs::write(&broken, "{}").unwrap();
    desk.drop_file(&file);
    desk.until("One session is not here yet.");
    desk.choose("Take in what is new");
    desk.until("One session was taken in.");
    desk.drop_file(&broken);
    desk.until("this is JSON, but no history of Unhunch");
    assert_eq!(desk.path_typed(), broken.display().to_string());
    assert!(desk.shows("Take in a history"), "and another can be named");
}

#[test]
fn a_file_that_is_no_history_is_told_with_its_place() {
    let mut desk = Desk::on_progress(with(&archive(vec![session("a", stamp(), Vec::new())])));
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("broken.json");
    desk.ask("Take in sessions from a file …");
    desk.choose("Look at it");
    assert!(desk.shows("Type the path of a file first."));
    for (text, told) in [("{\n\"format\": nonsense", "line 2, column"), ("[]", "no history of Unhunch")] {
        fs::write(&file, text).unwrap();
        desk.type_path(&file);
        desk.choose("Look at it");
        desk.until(told);
        assert!(desk.shows("broken.json"));
    }
}
