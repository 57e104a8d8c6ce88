//! `unhunch export history`: what was done, for a spreadsheet, for another window, for paper.

use std::fs;

use unhunch::report::json;
use unhunch::store::history::History;

use super::Shell;
use crate::report::{now, year};

/// A shell whose data folder holds a year.
fn with_year() -> Shell {
    let shell = Shell::new();
    let data = shell.path("data");
    fs::create_dir_all(&data).unwrap();
    let (mut history, _) = History::open(&data, now()).unwrap();
    let taken = history.take_in(&year(str::to_owned)).unwrap();
    assert!(taken.added > 200 && taken.different.is_empty());
    shell
}

#[test]
fn the_ending_decides_what_is_written() {
    let shell = with_year();
    for name in ["out.csv", "out.json", "out.HTML"] {
        let run = shell.run(&["export", "history", name]);
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""), "{name}");
    }
    let text = |name: &str| fs::read_to_string(shell.path(name)).unwrap();
    assert!(text("out.csv").starts_with("\u{FEFF}session_id,date,time,"));
    assert!(text("out.HTML").contains("Exercise and pain: a summary"));
    let archive = json::read(text("out.json").as_bytes()).unwrap();
    assert_eq!(archive.sessions.len(), year(str::to_owned).sessions.len());
}

#[test]
fn json_taken_in_gives_the_same_history_back() {
    let shell = with_year();
    assert_eq!(shell.run(&["export", "history", "a.json"]).code, 0);
    let first = fs::read(shell.path("a.json")).unwrap();
    let other = shell.path("other");
    fs::create_dir_all(&other).unwrap();
    let (mut history, _) = History::open(&other, now()).unwrap();
    history.take_in(&json::read(&first).unwrap()).unwrap();
    drop(history);
    fs::remove_dir_all(shell.path("data")).unwrap();
    fs::rename(&other, shell.path("data")).unwrap();
    assert_eq!(shell.run(&["export", "history", "b.json"]).code, 0);
    assert_eq!(fs::read(shell.path("b.json")).unwrap(), first, "to the byte");
}

#[test]
fn where_there_is_no_history_none_is_made() {
    let shell = Shell::new();
    let run = shell.run(&["export", "history", "out.csv"]);
    assert_eq!(run.code, 1);
    let data = shell.path("data");
    assert!(run.err.contains("there is no history yet in") && run.err.contains(&data.display().to_string()));
    assert!(!data.exists() && !shell.path("out.csv").exists(), "nothing was made");
}

#[test]
fn what_cannot_be_is_said_and_nothing_is_written() {
    let shell = with_year();
    let other = shell.run(&["export", "history", "out.xlsx"]);
    assert_eq!(other.code, 2);
    assert!(other.err.contains("has to end in .csv, .json or .html"), "{}", other.err);
    let nowhere = shell.run(&["export", "history", "no/such/folder/out.csv"]);
    assert_eq!(nowhere.code, 1, "{}", nowhere.err);
    assert!(nowhere.err.contains("cannot write no/such/folder/out.csv"), "{}", nowhere.err);
    let foreign = Shell::new();
    foreign.write("data/history.db", "this is no database, and never was one".repeat(200));
    let run = foreign.run(&["export", "history", "out.csv"]);
    assert!(run.code != 0 || !run.err.is_empty(), "it is said");
}
