//! The record of sessions: what is kept comes back the same, what is deleted comes back when asked,
//! and what is in the way is told.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use unhunch::history::Ledger;
use unhunch::model::{
    Archive, BoutEnd, BoutRecord, Feeling, KeptSession, Origin, Region, Remark, Said, SessionEnd,
    SessionRecord, Side, Spot, Stamp, WorkKind,
};
use unhunch::store::history::{Deleted, Entry, History, HistoryError, HistoryNote};

/// A data folder that vanishes, in memory where there is such a place: a database waits for the disk
/// at every turn.
pub(super) fn data_folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

/// Noon of a day in spring, where the clocks are two hours ahead.
pub(super) const NOON: Stamp = Stamp { utc_ms: 1_778_839_200_000, offset_s: 7200 };
const DAY_MS: i64 = 24 * 3_600_000;

pub(super) fn days_later(days: i64) -> Stamp {
    NOON.after_ms(days * DAY_MS)
}

/// A bout that is told from others by its number.
pub(super) fn bout(number: u16) -> BoutRecord {
    BoutRecord {
        exercise: (number % 5 != 4).then(|| format!("exercise-{}", number % 7)),
        name: format!("Exercise {}", number % 7),
        kind: WorkKind::ALL[usize::from(number % 3)],
        side: [None, Some(Side::Left), Some(Side::Right)][usize::from(number % 3)],
        set: number % 4 + 1,
        planned_ms: 30_000,
        done_ms: 20_000 + u64::from(number),
        extended_ms: 10_000,
        planned_reps: 8,
        done_reps: number % 9,
        end: [BoutEnd::Done, BoutEnd::CutShort, BoutEnd::Skipped, BoutEnd::Hurt][usize::from(number % 4)],
    }
}

/// A session that is told from others by its number, with so many bouts.
pub(super) fn session(number: u16, bouts: u16) -> SessionRecord {
    let left_blade = Spot { region: Region::ShoulderBlades, side: Some(Side::Left) };
    SessionRecord {
        id: format!("session-{number:05}"),
        began: NOON.after_ms(i64::from(number) * 3_600_000),
        took_ms: 300_000 + u64::from(number),
        end: SessionEnd::Finished,
        origin: if number % 10 == 9 { Origin::ByHand } else { Origin::Run },
        routine: format!("routine-{}", number % 3),
        routine_name: format!("Routine {}", number % 3),
        before: Feeling { pain: Some((number % 11) as u8), spots: [left_blade].into() },
        after: Feeling { pain: number.is_multiple_of(2).then_some(2), spots: [].into() },
        effort: Some(4),
        note: if number.is_multiple_of(4) { format!("Note {number}: \"fine\"\n☕") } else { String::new() },
        bouts: (0..bouts).map(|at| bout(number.wrapping_mul(3).wrapping_add(at))).collect(),
    }
}

/// The text of a session's routine: one of three, longer than a page.
pub(super) fn routine(number: u16) -> String {
    format!("// routine {}\n{}", number % 3, "(a line of it)\n".repeat(400))
}

pub(super) fn remark(number: u16) -> Remark {
    let said =
        [Said::Sign("night-pain".into()), Said::NoSign("night-pain".into()), Said::Heard("week".into())];
    Remark { at: days_later(number.into()), said: said[usize::from(number % 3)].clone() }
}

/// The record of a folder, when there is nothing to be told.
#[track_caller]
pub(super) fn open(folder: &Path, now: Stamp) -> History {
    let (history, notes) = History::open(folder, now).unwrap();
    assert_eq!(notes, []);
    history
}

/// A folder with so many sessions.
pub(super) fn with_sessions(count: u16) -> (TempDir, History) {
    let temp = data_folder();
    let mut history = open(temp.path(), NOON);
    for number in 0..count {
        history.put(&session(number, 4), Some(&routine(number))).unwrap();
    }
    (temp, history)
}

fn kept(number: u16) -> KeptSession {
    KeptSession { record: session(number, 4), routine_text: routine(number) }
}

fn ids(ledger: &Ledger) -> Vec<String> {
    ledger.sessions().iter().map(|line| line.id.to_string()).collect()
}

#[test]
fn what_is_kept_comes_back_the_same() {
    let (temp, mut history) = with_sessions(5);
    history.say(&remark(1)).unwrap();
    history.say(&remark(0)).unwrap();
    drop(history);
    let history = open(temp.path(), NOON);
    assert_eq!(history.session("session-00003").unwrap(), Some(kept(3)));
    assert_eq!(history.session("another").unwrap(), None);
    let mut ledger = Ledger::default();
    for number in 0..5 {
        ledger.put(&session(number, 4));
    }
    ledger.say(remark(0));
    ledger.say(remark(1));
    assert_eq!(history.ledger().unwrap(), ledger);
    let archive = history.archive().unwrap();
    assert_eq!(archive.sessions, (0..5).map(kept).collect::<Vec<_>>());
    assert_eq!(archive.remarks, [remark(0), remark(1)]);
}

#[test]
fn a_session_grows_bout_by_bout_and_is_put_whole_at_its_end() {
    let temp = data_folder();
    let mut history = open(temp.path(), NOON);
    let mut record = SessionRecord { end: SessionEnd::Open, took_ms: 0, ..session(1, 0) };
    history.put(&record, Some("(routine)")).unwrap();
    for at in 0..3 {
        history.bout(&record.id, at, &bout(at as u16), 10_000 * (at as u64 + 1)).unwrap();
    }
    // What is written again takes the place of what was there.
    history.bout(&record.id, 2, &bout(9), 31_000).unwrap();
    record.bouts = vec![bout(0), bout(1), bout(9)];
    record.took_ms = 31_000;
    let as_it_runs = history.session(&record.id).unwrap().unwrap();
    assert_eq!(as_it_runs, KeptSession { record: record.clone(), routine_text: "(routine)".into() });
    // Nothing is known of another session.
    let error = history.bout("another", 0, &bout(0), 1).unwrap_err();
    assert!(matches!(&error, HistoryError::NoSession { id } if id == "another"), "{error}");
    record.end = SessionEnd::Finished;
    record.bouts.remove(0);
    history.put(&record, None).unwrap();
    let at_its_end = history.session(&record.id).unwrap().unwrap();
    assert_eq!(at_its_end, KeptSession { record, routine_text: "(routine)".into() });
    assert_eq!(history.ledger().unwrap().sessions().len(), 1);
}

#[test]
fn a_thousand_sessions_of_one_routine_keep_its_text_once() {
    let temp = data_folder();
    let mut history = open(temp.path(), NOON);
    let text = "(a line)\n".repeat(50_000);
    let sessions = (0..1000).map(|n| KeptSession { record: session(n, 1), routine_text: text.clone() });
    let archive = Archive { sessions: sessions.collect(), ..history.archive().unwrap() };
    assert_eq!(history.take_in(&archive).unwrap().added, 1000);
    assert_eq!(history.session("session-00999").unwrap().unwrap().routine_text, text);
    let size = fs::metadata(temp.path().join("history.db")).unwrap().len();
    assert!(size < 2 * text.len() as u64, "{size} bytes");
}

#[test]
fn what_is_deleted_comes_back_for_thirty_days_and_then_goes() {
    let (temp, mut history) = with_sessions(3);
    let gone = ["session-00000".to_owned(), "session-00002".to_owned()];
    history.delete(&gone, NOON).unwrap();
    assert_eq!(ids(&history.ledger().unwrap()), ["session-00001"]);
    assert_eq!(history.session(&gone[0]).unwrap(), None);
    assert_eq!(history.archive().unwrap().sessions, [kept(1)]);
    drop(history);
    let mut history = open(temp.path(), days_later(30));
    history.bring_back(&gone[..1]).unwrap();
    assert_eq!(history.session(&gone[0]).unwrap(), Some(kept(0)));
    drop(history);
    let mut history = open(temp.path(), days_later(31));
    history.bring_back(&gone).unwrap();
    assert_eq!(ids(&history.ledger().unwrap()), ["session-00000", "session-00001"]);
    // Its routine went with it, the others' did not.
    assert_eq!(history.archive().unwrap().sessions, [kept(0), kept(1)]);
    let bytes = fs::read(temp.path().join("history.db")).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("// routine 1") && !holds("// routine 2"), "what is gone is overwritten");
}

#[test]
fn a_session_that_is_kept_again_is_there_again() {
    let (_temp, mut history) = with_sessions(1);
    history.delete(&["session-00000".into()], NOON).unwrap();
    history.put(&session(0, 4), None).unwrap();
    assert_eq!(history.session("session-00000").unwrap(), Some(kept(0)));
}

#[test]
fn an_archive_adds_what_is_not_there_and_changes_nothing_that_is() {
    let (_temp, mut history) = with_sessions(4);
    history.say(&remark(0)).unwrap();
    let mut archive = history.archive().unwrap();
    history.delete(&["session-00001".into()], NOON).unwrap();
    archive.sessions[2].record.note = "another".into();
    archive.sessions.push(kept(9));
    archive.remarks.push(remark(0));
    let taken = history.take_in(&archive).unwrap();
    assert_eq!((taken.added, taken.known, taken.remarks), (2, 2, 1));
    assert_eq!(taken.different, ["session-00002"]);
    assert_eq!(history.archive().unwrap().sessions, [kept(0), kept(1), kept(2), kept(3), kept(9)]);
    assert_eq!(history.archive().unwrap().remarks, [remark(0), remark(0)]);
    // A second time, there is nothing left to add.
    let again = history.take_in(&archive).unwrap();
    assert_eq!((again.added, again.known, again.remarks, again.different.len()), (0, 4, 0, 1));
}

#[test]
fn absurd_lengths_and_bytes_are_kept_as_far_as_they_go() {
    let (temp, mut history) = with_sessions(0);
    let mut record = session(0, 1);
    record.note = "é".repeat(1 << 20);
    record.routine_name = "nul \0 and \u{202e} bidi".into();
    record.took_ms = u64::MAX;
    record.bouts[0].set = u16::MAX;
    history.put(&record, None).unwrap();
    drop(history);
    let history = open(temp.path(), NOON);
    let found = history.session(&record.id).unwrap().unwrap().record;
    assert!(record.note.starts_with(&found.note) && found.note.len() >= 200_000, "{}", found.note.len());
    assert_eq!(found.routine_name, record.routine_name);
    assert_eq!(found.took_ms, i64::MAX as u64);
    assert_eq!(found.bouts, record.bouts);
}

#[test]
fn the_last_seven_days_of_use_have_a_backup() {
    let (temp, mut history) = with_sessions(1);
    let folder = temp.path().join("backups/history");
    let names = || {
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut names: Vec<_> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(names(), [""; 0], "an empty record needs none");
    for day in 0..9 {
        history.put(&session(day, 1), None).unwrap();
        drop(history);
        // A day is one where the person is.
        history = open(temp.path(), days_later(day.into()));
        history.delete(&[session(day, 1).id], NOON).unwrap();
        drop(history);
        history = open(temp.path(), days_later(day.into()).after_ms(11 * 3_600_000));
        history.bring_back(&[session(day, 1).id]).unwrap();
    }
    let expected: Vec<_> = (17..=23).map(|day| format!("history-2026-05-{day}.db")).collect();
    assert_eq!(names(), expected);
    // The first of a day stays: the second would have had the session deleted.
    let elsewhere = data_folder();
    fs::copy(folder.join("history-2026-05-23.db"), elsewhere.path().join("history.db")).unwrap();
    assert_eq!(open(elsewhere.path(), NOON).ledger().unwrap().sessions().len(), 9);
}

#[test]
fn a_backup_that_fails_is_told_and_stops_nothing() {
    let (temp, history) = with_sessions(1);
    drop(history);
    fs::write(temp.path().join("backups"), "a file in the way").unwrap();
    let (mut history, notes) = History::open(temp.path(), NOON).unwrap();
    assert!(
        matches!(&notes[..], [HistoryNote::NoBackup { folder, .. }] if folder.ends_with("backups/history"))
    );
    history.put(&session(1, 1), None).unwrap();
}

#[test]
fn a_record_that_is_gone_goes_on_from_the_last_backup() {
    let (temp, history) = with_sessions(3);
    drop(history);
    drop(open(temp.path(), days_later(1)));
    fs::remove_file(temp.path().join("history.db")).unwrap();
    let (history, notes) = History::open(temp.path(), days_later(1)).unwrap();
    assert!(matches!(&notes[..], [HistoryNote::Restored { sessions: 3, .. }]), "{notes:?}");
    assert_eq!(history.archive().unwrap().sessions, [kept(0), kept(1), kept(2)]);
}

#[test]
fn what_was_said_is_deleted_and_brought_back_and_goes_after_thirty_days() {
    let (temp, mut history) = with_sessions(2);
    let (ids, said) = (vec!["session-00001".to_owned()], vec![remark(0), remark(1)]);
    for number in 0..3 {
        history.say(&remark(number)).unwrap();
    }
    let before = history.archive().unwrap();
    let delete = Entry::Delete(ids.clone(), said.clone());
    history.put_down(&delete, None, days_later(3)).unwrap();
    assert_eq!(history.archive().unwrap().remarks, [remark(2)]);
    drop(history);
    // A recovery from a backup or from what is damaged does not bring it back.
    drop(open(temp.path(), days_later(4)));
    fs::write(temp.path().join(".history-damaged"), "damaged").unwrap();
    let (mut history, _) = History::open(temp.path(), days_later(4)).unwrap();
    assert_eq!(history.archive().unwrap().remarks, [remark(2)]);
    let deleted = history.deleted().unwrap();
    assert_eq!((deleted.sessions.len(), deleted.remarks.clone()), (1, said.clone()));
    assert_eq!(deleted.remarks_go.unwrap().utc_ms, days_later(33).utc_ms);
    history.put_down(&Entry::BringBack(ids, said), None, days_later(5)).unwrap();
    assert_eq!(history.archive().unwrap(), before);
    assert_eq!(history.deleted().unwrap(), Deleted::default());
    history.put_down(&delete, None, days_later(5)).unwrap();
    drop(history);
    let history = open(temp.path(), days_later(36));
    assert_eq!(history.deleted().unwrap(), Deleted::default());
    assert_eq!(history.archive().unwrap().remarks, [remark(2)]);
}

#[test]
fn a_newer_record_is_refused_and_stays_as_it_is() {
    let (temp, history) = with_sessions(1);
    drop(history);
    let path = temp.path().join("history.db");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.pragma_update(None, "user_version", 3).unwrap();
    db.execute_batch("CREATE TABLE later (a)").unwrap();
    drop(db);
    let before = fs::read(&path).unwrap();
    let error = History::open(temp.path(), days_later(40)).unwrap_err();
    assert!(matches!(error, HistoryError::Newer { version: 3, known: 2, .. }));
    let said = error.to_string();
    for part in ["newer Unhunch", "nothing was touched", "update", "another data folder", "history.db"] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(!temp.path().join("backups").exists());
}

#[test]
fn another_programs_database_is_refused_and_stays_as_it_is() {
    let temp = data_folder();
    let path = temp.path().join("history.db");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch(
        "PRAGMA page_size = 1024; CREATE TABLE visits (url TEXT); INSERT INTO visits VALUES ('a')",
    )
    .unwrap();
    drop(db);
    let before = fs::read(&path).unwrap();
    let error = History::open(temp.path(), NOON).unwrap_err();
    assert!(matches!(error, HistoryError::Foreign { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_folder_in_its_place_is_told() {
    let temp = data_folder();
    fs::create_dir(temp.path().join("history.db")).unwrap();
    let error = History::open(temp.path(), NOON).unwrap_err();
    assert!(matches!(error, HistoryError::NoFile { .. }), "{error}");
    assert!(
        error.to_string().contains("history.db") && error.to_string().contains("another name"),
        "{error}"
    );
}

#[test]
fn a_file_that_is_no_database_is_set_aside_and_told() {
    for text in ["", "not a database", &"SQLite format 3\0".repeat(1000), &"\0".repeat(9000)] {
        let temp = data_folder();
        fs::write(temp.path().join("history.db"), text).unwrap();
        let (mut history, notes) = History::open(temp.path(), NOON).unwrap();
        let [HistoryNote::SetAside { kept_as, recovered: 0, .. }] = &notes[..] else { panic!("{notes:?}") };
        assert_eq!(kept_as.file_name().unwrap(), "history.damaged-1.db");
        assert_eq!(fs::read_to_string(kept_as).unwrap(), text);
        history.put(&session(1, 1), None).unwrap();
        drop(history);
        open(temp.path(), NOON);
    }
}

#[test]
#[cfg(unix)]
fn a_link_is_followed_and_one_that_leads_nowhere_is_told() {
    let (there, history) = with_sessions(2);
    drop(history);
    let temp = data_folder();
    let link = temp.path().join("history.db");
    std::os::unix::fs::symlink(there.path().join("history.db"), &link).unwrap();
    let mut history = open(temp.path(), NOON);
    history.put(&session(2, 4), Some(&routine(2))).unwrap();
    drop(history);
    assert!(link.is_symlink());
    assert_eq!(open(there.path(), NOON).archive().unwrap().sessions.len(), 3);
    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink(there.path().join("nowhere.db"), &link).unwrap();
    assert!(matches!(History::open(temp.path(), NOON), Err(HistoryError::NoFile { .. })));
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let temp = data_folder();
    fs::write(temp.path().join("file"), "").unwrap();
    let error = History::open(&temp.path().join("file"), NOON).unwrap_err();
    assert!(matches!(error, HistoryError::Unusable { .. }), "{error}");
    assert!(error.to_string().contains("nothing was changed"), "{error}");
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_is_told_and_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let (temp, history) = with_sessions(1);
    drop(history);
    let allow = |mode| fs::set_permissions(temp.path(), fs::Permissions::from_mode(mode)).unwrap();
    fs::remove_file(temp.path().join(".history.lock")).unwrap();
    allow(0o555);
    let may_write_anyway = fs::write(temp.path().join("probe"), "").is_ok();
    let outcome = History::open(temp.path(), NOON);
    allow(0o755);
    if !may_write_anyway {
        let error = outcome.unwrap_err();
        assert!(error.to_string().contains("nothing was changed"), "{error}");
    }
    assert_eq!(open(temp.path(), NOON).ledger().unwrap().sessions().len(), 1);
}

#[test]
#[cfg(unix)]
fn nobody_else_may_read_the_record_nor_what_is_kept_of_it() {
    use std::os::unix::fs::PermissionsExt;
    let (temp, history) = with_sessions(2);
    drop(history);
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let file = temp.path().join("history.db");
    assert_eq!(rights(&file), 0o600);
    // As one that was copied from somewhere.
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let mut history = open(temp.path(), days_later(1));
    history.put(&session(2, 1), None).unwrap();
    let backup = temp.path().join("backups/history/history-2026-05-16.db");
    for path in [&file, &temp.path().join("history.db-wal"), &temp.path().join("history.db-shm"), &backup] {
        assert_eq!(rights(path), 0o600, "{}", path.display());
    }
    drop(history);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    fs::write(temp.path().join(".history-damaged"), "damaged").unwrap();
    let (_, notes) = History::open(temp.path(), days_later(2)).unwrap();
    let [HistoryNote::SetAside { kept_as, recovered: 3, .. }] = &notes[..] else { panic!("{notes:?}") };
    assert_eq!((rights(kept_as), rights(&file)), (0o600, 0o600));
}
