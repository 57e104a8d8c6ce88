//! What could not be written into the record: kept in a file beside it, and written once, in order.

use std::fs;
use std::path::{Path, PathBuf};

use unhunch::model::SessionRecord;
use unhunch::store::history::{Entry, History, HistoryNote, Journal};

use crate::store_history::{
    NOON, bout, data_folder, days_later, open, remark, routine, session, with_sessions,
};

fn journals(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_one = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with("history-unwritten-")
    };
    entries.filter(|path| is_one(path)).collect()
}

fn keep(journal: &mut Journal, entries: &[Entry]) {
    journal.keep(0, entries.iter(), NOON).unwrap();
}

fn put(number: u16, bouts: u16) -> Entry {
    Entry::Put(Box::new(session(number, bouts)), Some(routine(number)))
}

/// One of everything that can happen.
fn entries() -> Vec<Entry> {
    let run = SessionRecord { note: String::new(), effort: None, ..session(8, 3) };
    vec![
        put(7, 2),
        Entry::Bout { session: "session-00007".into(), index: 2, bout: bout(99), took_ms: 77_000 },
        put(8, 1),
        Entry::Run(Box::new(run)),
        Entry::Say(remark(1)),
        Entry::Delete(vec!["session-00000".into(), "session-00001".into()], vec![remark(1)]),
        Entry::BringBack(vec!["session-00001".into()], vec![remark(1)]),
        Entry::Say(remark(2)),
    ]
}

#[track_caller]
fn assert_written(history: &History) {
    let found = |number: u16| history.session(&format!("session-{number:05}")).unwrap();
    let seventh = found(7).unwrap();
    assert_eq!(seventh.record.bouts, [session(7, 2).bouts, vec![bout(99)]].concat());
    assert_eq!((seventh.record.took_ms, seventh.routine_text), (77_000, routine(7)));
    let eighth = found(8).unwrap().record;
    assert_eq!(eighth, session(8, 3), "what was said of it stays");
    assert!(found(0).is_none() && found(1).is_some());
    assert_eq!(history.archive().unwrap().remarks, [remark(1), remark(2)]);
}

#[test]
fn what_is_kept_is_written_in_order_when_the_record_opens_and_told() {
    let (temp, history) = with_sessions(3);
    drop(history);
    keep(&mut Journal::new(temp.path()), &entries());
    let (history, notes) = History::open(temp.path(), NOON).unwrap();
    assert_eq!(notes, [HistoryNote::CaughtUp { sessions: 2 }]);
    assert_written(&history);
    assert_eq!(journals(temp.path()), [] as [PathBuf; 0]);
}

#[test]
fn cut_off_before_the_file_is_removed_it_is_not_written_twice() {
    let (temp, history) = with_sessions(3);
    drop(history);
    keep(&mut Journal::new(temp.path()), &entries());
    let file = journals(temp.path()).remove(0);
    let before = fs::read(&file).unwrap();
    let (mut history, _) = History::open(temp.path(), NOON).unwrap();
    // What was done since must not be undone.
    let corrected = SessionRecord { note: "corrected".into(), ..session(7, 1) };
    history.put(&corrected, None).unwrap();
    history.bring_back(&["session-00000".into()]).unwrap();
    drop(history);
    fs::write(&file, before).unwrap();
    let history = open(temp.path(), NOON);
    assert_eq!(history.session("session-00007").unwrap().unwrap().record, corrected);
    assert!(history.session("session-00000").unwrap().is_some());
    assert_eq!(history.archive().unwrap().remarks.len(), 2);
    assert!(!file.exists());
}

#[test]
fn of_two_windows_each_entry_is_written_by_one() {
    let (temp, mut history) = with_sessions(3);
    let mut journal = Journal::new(temp.path());
    let entries = entries();
    keep(&mut journal, &entries);
    // The window it belongs to writes some itself, the other one takes up the rest.
    for (nr, entry) in entries[..5].iter().enumerate() {
        history.put_down(entry, journal.place_of(nr as u64), NOON).unwrap();
    }
    drop(history);
    let (mut other, notes) = History::open(temp.path(), NOON).unwrap();
    assert_eq!(notes, [HistoryNote::CaughtUp { sessions: 0 }]);
    assert_written(&other);
    for (nr, entry) in entries.iter().enumerate() {
        let place = journal.place_of(nr as u64).unwrap();
        assert!(other.holds(place).unwrap());
        other.put_down(entry, Some(place), NOON).unwrap();
    }
    assert_written(&other);
    // It goes on with more, which nobody has written yet.
    let more = [Entry::Say(remark(3))];
    journal.keep(entries.len() as u64, more.iter(), NOON).unwrap();
    drop(other);
    let (history, notes) = History::open(temp.path(), NOON).unwrap();
    assert_eq!(notes, [HistoryNote::CaughtUp { sessions: 0 }]);
    assert_eq!(history.archive().unwrap().remarks.len(), 3);
}

#[test]
fn a_damaged_one_is_set_aside_as_it_is_and_told() {
    let (temp, history) = with_sessions(1);
    drop(history);
    keep(&mut Journal::new(temp.path()), &entries());
    let file = journals(temp.path()).remove(0);
    let sound = fs::read(&file).unwrap();
    let changed = String::from_utf8(sound.clone()).unwrap().replacen("Exercise", "Exercize", 1).into_bytes();
    for (at, bytes) in [changed, sound[..sound.len() / 2].to_vec(), b"\xff".to_vec()].iter().enumerate() {
        fs::write(&file, bytes).unwrap();
        let (history, notes) = History::open(temp.path(), NOON).unwrap();
        let [HistoryNote::NotCaughtUp { kept_as, .. }] = &notes[..] else { panic!("{notes:?}") };
        let name = format!("history-unwritten.damaged-{}.json", at + 1);
        assert_eq!(kept_as.file_name().unwrap().to_str(), Some(&*name));
        assert_eq!(&fs::read(kept_as).unwrap(), bytes);
        assert_eq!(history.ledger().unwrap().sessions().len(), 1);
        assert!(!file.exists());
    }
}

#[test]
fn one_of_a_newer_version_waits_for_it() {
    let (temp, history) = with_sessions(1);
    drop(history);
    let file = temp.path().join("history-unwritten-1.json");
    let text = r#"{"format": "unhunch-unwritten", "version": 2, "more": true}"#;
    fs::write(&file, text).unwrap();
    for _ in 0..2 {
        let (_, notes) = History::open(temp.path(), NOON).unwrap();
        assert!(
            matches!(&notes[..], [HistoryNote::StillWaits { file: waits, reason }]
            if waits.ends_with("history-unwritten-1.json") && reason.contains("newer")),
            "{notes:?}"
        );
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
}

#[test]
fn what_belongs_to_a_session_that_is_gone_is_kept_and_told() {
    let temp = data_folder();
    let bout = Entry::Bout { session: "gone".into(), index: 0, bout: bout(1), took_ms: 1 };
    keep(&mut Journal::new(temp.path()), &[bout, put(1, 1)]);
    let text = fs::read(&journals(temp.path())[0]).unwrap();
    assert!(History::is_in(temp.path()));
    let (history, notes) = History::open(temp.path(), NOON).unwrap();
    let [HistoryNote::NotCaughtUp { kept_as, reason }, HistoryNote::CaughtUp { sessions: 1 }] = &notes[..]
    else {
        panic!("{notes:?}")
    };
    assert!(reason.contains("not in the record"), "{reason}");
    assert_eq!(fs::read(kept_as).unwrap(), text);
    assert_eq!(history.ledger().unwrap().sessions().len(), 1);
    drop(history);
    open(temp.path(), NOON);
}

#[test]
fn a_record_that_is_not_to_be_touched_leaves_it_alone() {
    let (temp, history) = with_sessions(1);
    drop(history);
    keep(&mut Journal::new(temp.path()), &entries());
    let file = journals(temp.path()).remove(0);
    let before = fs::read(&file).unwrap();
    let db = rusqlite::Connection::open(temp.path().join("history.db")).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    History::open(temp.path(), NOON).unwrap_err();
    assert_eq!(fs::read(&file).unwrap(), before);
    db.pragma_update(None, "user_version", 2).unwrap();
    drop(db);
    History::open(temp.path(), days_later(40)).unwrap();
    assert!(!file.exists());
}

#[test]
#[cfg(unix)]
fn nobody_else_reads_it() {
    use std::os::unix::fs::PermissionsExt;
    let temp = data_folder();
    let mut journal = Journal::new(temp.path());
    for count in [3, 5] {
        keep(&mut journal, &entries()[..count]);
        let rights = fs::metadata(&journals(temp.path())[0]).unwrap().permissions();
        assert_eq!(rights.mode() & 0o777, 0o600);
    }
}
