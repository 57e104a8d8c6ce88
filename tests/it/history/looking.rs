//! Histories to look at in the window, written by hand:
//! `UNHUNCH_LOOK_AT=/some/folder cargo test --test it -- --ignored writes_a_year_to_look_at`, then
//! `unhunch --data-dir /some/folder`.

use std::path::PathBuf;

use unhunch::catalog::Catalog;
use unhunch::history::days;
use unhunch::model::{Archive, KeptSession, SessionRecord, Stamp};
use unhunch::store::history::History;
use unhunch::store::ron_layout::write_routine;

use super::generated::{Life, many};

/// An absurdly long name.
const ENDLESS: &str = "Backandshoulderblades in a name that somebody did not want to end, and that goes on about \
                       everything it is good for, for longer than any row of any window could ever show";

const FOLDER: &str = "UNHUNCH_LOOK_AT";

fn now() -> Stamp {
    let now = jiff::Zoned::now();
    Stamp { utc_ms: now.timestamp().as_millisecond(), offset_s: now.offset().seconds() }
}

fn write(sessions: Vec<KeptSession>) {
    let folder =
        PathBuf::from(std::env::var_os(FOLDER).unwrap_or_else(|| panic!("{FOLDER} names no folder")));
    std::fs::create_dir_all(&folder).unwrap();
    let (mut history, notes) = History::open(&folder, now()).unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    let count = sessions.len();
    let archive = Archive { format: "unhunch-history".to_owned(), version: 1, sessions, remarks: Vec::new() };
    let taken = history.take_in(&archive).unwrap();
    assert_eq!(taken.added, count, "{}: they were not there before", folder.display());
}

#[test]
#[ignore = "writes into the folder that UNHUNCH_LOOK_AT names"]
fn writes_a_year_to_look_at() {
    let catalog = Catalog::builtin();
    let text = |id: &String| write_routine(&catalog.routines[id], "").unwrap();
    let kept = |record: SessionRecord| KeptSession { routine_text: text(&record.routine), record };
    write(Life::year(1, days::date(now())).sessions().into_iter().map(kept).collect());
}

/// The same year, in which one routine and one exercise have absurdly long names.
#[test]
#[ignore = "writes into the folder that UNHUNCH_LOOK_AT names"]
fn writes_a_year_of_endless_names_to_look_at() {
    let mut sessions = Life::year(1, days::date(now())).sessions();
    for session in &mut sessions {
        if session.routine == "desk-break" {
            session.routine_name = ENDLESS.to_owned();
        }
        for bout in &mut session.bouts {
            if bout.exercise.as_deref() == Some("chair-rotation") {
                bout.name = ENDLESS.to_owned();
            }
        }
    }
    let whole = |record| KeptSession { record, routine_text: String::new() };
    write(sessions.into_iter().map(whole).collect());
}

#[test]
#[ignore = "writes into the folder that UNHUNCH_LOOK_AT names"]
fn writes_a_hundred_thousand_to_look_at() {
    let whole = |record| KeptSession { record, routine_text: String::new() };
    write(many(1, 100_000, days::date(now())).into_iter().map(whole).collect());
}
