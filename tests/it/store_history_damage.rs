//! A damaged record: whatever is wrong with it, nothing is lost without a word, and what is
//! recovered is what was written.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use unhunch::model::{Archive, KeptSession, SessionRecord};
use unhunch::store::history::{History, HistoryError, HistoryNote};

use super::store_history::{NOON, data_folder, days_later, open, remark, routine, session};

const SESSIONS: u16 = 40;
const IN_BACKUP: u16 = 25;

/// The same numbers each time, so that what fails can be looked at.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }
}

/// A data folder with a backup of yesterday, and files as a crash leaves them: a part of what was
/// written is in the log alone.
struct Crashed {
    temp: TempDir,
    archive: Archive,
}

impl Crashed {
    fn new(has_log: bool) -> Self {
        let temp = data_folder();
        let mut history = open(temp.path(), NOON);
        for number in 0..SESSIONS {
            if number == IN_BACKUP {
                drop(history);
                history = open(temp.path(), days_later(1));
            }
            history.put(&session(number, 5), Some(&routine(number))).unwrap();
            history.say(&remark(number)).unwrap();
        }
        let crashed = data_folder();
        let reader = rusqlite::Connection::open(temp.path().join("history.db")).unwrap();
        if has_log {
            // Who reads keeps the log from being emptied.
            reader.execute_batch("BEGIN; SELECT count(*) FROM session;").unwrap();
            let _: i64 = reader.query_row("SELECT count(*) FROM session", [], |row| row.get(0)).unwrap();
            for number in SESSIONS..SESSIONS + 5 {
                history.put(&session(number, 5), Some(&routine(number))).unwrap();
            }
        }
        let archive = history.archive().unwrap();
        copy_folder(temp.path(), crashed.path());
        assert_eq!(crashed.path().join("history.db-wal").metadata().is_ok_and(|log| log.len() > 0), has_log);
        Self { temp: crashed, archive }
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Does something to a file that disks, programs and people do.
fn damage(bytes: &mut Vec<u8>, random: &mut Random) -> &'static str {
    let at = random.below(bytes.len());
    let page = at / 4096 * 4096;
    let page_end = (page + 4096).min(bytes.len());
    match random.below(6) {
        0 => {
            bytes[at] ^= 1 << random.below(8);
            "a bit"
        }
        1 => {
            let end = (at + 1 + random.below(64)).min(bytes.len());
            bytes[at..end].fill_with(|| random.below(256) as u8);
            "some bytes"
        }
        2 => {
            bytes[page..page_end].fill(0);
            "a page of zeroes"
        }
        3 => {
            bytes[page..page_end].fill_with(|| random.below(256) as u8);
            "a page of noise"
        }
        4 => {
            let other = random.below(bytes.len() / 4096) * 4096;
            let copied = bytes[other..(other + 4096).min(bytes.len())].to_vec();
            let end = (page + copied.len()).min(bytes.len());
            bytes[page..end].copy_from_slice(&copied[..end - page]);
            "a page over another"
        }
        _ => {
            bytes.truncate(at);
            "an early end"
        }
    }
}

/// Opens as the program does: what turns out to be damaged while it is read is opened again, and
/// `damaged` is what the files held by then.
fn open_and_read(
    folder: &Path,
    damaged: &mut [(PathBuf, Vec<u8>)],
) -> Result<(Archive, Vec<HistoryNote>), HistoryError> {
    let (history, mut notes) = History::open(folder, days_later(1))?;
    let outcome = history.ledger().and_then(|_| history.archive());
    match outcome {
        Err(error) if error.asks_to_open_again() => {
            drop(history);
            for (path, bytes) in damaged {
                *bytes = fs::read(path).unwrap_or_default();
            }
            let (history, more) = History::open(folder, days_later(1))?;
            notes.extend(more);
            let ledger = history.ledger()?;
            let archive = history.archive()?;
            assert_eq!(ledger.sessions().len(), archive.sessions.len());
            Ok((archive, notes))
        }
        outcome => Ok((outcome?, notes)),
    }
}

/// Whether a session is the one that was written, or the same with less done in it.
fn is_part_of(found: &KeptSession, whole: &KeptSession) -> bool {
    let mut rest = whole.record.bouts.iter();
    let bare = |record: &SessionRecord| SessionRecord { bouts: Vec::new(), ..record.clone() };
    found.record.bouts.iter().all(|bout| rest.any(|other| other == bout))
        && bare(&found.record) == bare(&whole.record)
        && (found.routine_text == whole.routine_text || found.routine_text.is_empty())
}

/// Holds what is there after damage against what was written. Answers how many sessions are whole,
/// or nothing where the record was refused.
fn judge(
    folder: &Path,
    written: &Archive,
    mut damaged: [(PathBuf, Vec<u8>); 1],
    what: &str,
) -> Option<usize> {
    let (found, notes) = match open_and_read(folder, &mut damaged) {
        Ok(outcome) => outcome,
        Err(HistoryError::Newer { .. } | HistoryError::Foreign { .. }) => {
            for (path, bytes) in &damaged {
                assert!(fs::read(path).unwrap() == *bytes, "{what}: {} was touched", path.display());
            }
            return None;
        }
        Err(error) => panic!("{what}: {error}"),
    };
    if notes.is_empty() {
        assert!(found == *written, "{what}: something is lost without a word");
        return Some(found.sessions.len());
    }
    let [HistoryNote::SetAside { kept_as, recovered, in_part, .. }] = &notes[..] else {
        panic!("{what}: {notes:?}")
    };
    assert_eq!(*recovered, found.sessions.len(), "{what}");
    let name = kept_as.file_name().unwrap().to_str().unwrap();
    for (path, bytes) in damaged {
        if bytes.is_empty() {
            continue; // an empty log is tidied away
        }
        let now = path.file_name().unwrap().to_str().unwrap().replace("history.db", name);
        assert!(fs::read(kept_as.with_file_name(now)).unwrap() == *bytes, "{what}: not kept as it was");
    }
    let mut whole = 0;
    for session in &found.sessions {
        let id = &session.record.id;
        let as_written = written.sessions.iter().find(|other| other.record.id == *id);
        let as_written = as_written.unwrap_or_else(|| panic!("{what}: {id:?} was never written"));
        assert!(is_part_of(session, as_written), "{what}: {session:?} is not as it was written");
        whole += usize::from(session == as_written);
    }
    assert_eq!(found.sessions.len() - whole, *in_part, "{what}");
    for remark in &found.remarks {
        assert!(written.remarks.contains(remark), "{what}: {remark:?} was never said");
    }
    Some(whole)
}

/// How often the damage was told, how many sessions were saved, and how many there were.
#[derive(Clone, Copy, Default)]
struct Count {
    told: usize,
    saved: usize,
    there: usize,
}

fn damage_it(crashed: &[Crashed; 2], rounds: usize, seed: u64) -> Count {
    let mut random = Random(seed);
    let mut count = Count::default();
    for round in 0..rounds {
        let Crashed { temp, archive } = &crashed[round % 2];
        let folder = data_folder();
        copy_folder(temp.path(), folder.path());
        let file = if round % 4 == 3 { "history.db-wal" } else { "history.db" };
        let path = folder.path().join(file);
        let mut bytes = fs::read(&path).unwrap();
        let what = damage(&mut bytes, &mut random);
        fs::write(&path, &bytes).unwrap();
        let damaged = [(path, bytes)];
        let what = format!("seed {seed:x}, round {round}: {what} in {file}");
        let Some(whole) = judge(folder.path(), archive, damaged, &what) else { continue };
        count.told += usize::from(folder.path().join("history.damaged-1.db").exists());
        count.there += archive.sessions.len();
        count.saved += whole;
        // It is as good as new.
        let mut history = open(folder.path(), days_later(2));
        history.put(&session(900, 2), None).unwrap();
    }
    count
}

#[test]
fn damaged_anywhere_nothing_is_lost_without_a_word() {
    let crashed = [Crashed::new(false), Crashed::new(true)];
    let seeds = [0x2545_F491_4F6C_DD1D, 0x9e37_79b9_7f4a_7c15, 0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b];
    let counts = std::thread::scope(|scope| {
        let crashed = &crashed;
        let parts = seeds.map(|seed| scope.spawn(move || damage_it(crashed, 125, seed)));
        parts.map(|part| part.join().unwrap())
    });
    let total = |of: fn(&Count) -> usize| counts.iter().map(of).sum::<usize>();
    let (told, saved, there) = (total(|c| c.told), total(|c| c.saved), total(|c| c.there));
    assert!(told > 200, "the damage is too mild to tell anything: {told}");
    assert!(saved * 100 > there * 80, "{saved} of {there} sessions were saved");
}

#[test]
fn a_first_page_that_is_gone_takes_nothing_with_it() {
    let Crashed { temp, archive } = Crashed::new(false);
    fs::remove_dir_all(temp.path().join("backups")).unwrap();
    let path = temp.path().join("history.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..4096].fill(0);
    fs::write(&path, &bytes).unwrap();
    let whole = judge(temp.path(), &archive, [(path, bytes)], "no first page");
    assert_eq!(whole, Some(archive.sessions.len()));
}

#[test]
fn tables_that_are_described_otherwise_are_recovered() {
    let crashed = Crashed::new(false);
    for (found, other) in
        [("REFERENCES session", "REFERENCES sessioo"), ("took_ms INTEGER", "tool_ms INTEGER")]
    {
        let temp = data_folder();
        copy_folder(crashed.temp.path(), temp.path());
        let path = temp.path().join("history.db");
        let mut bytes = fs::read(&path).unwrap();
        let at = bytes.windows(found.len()).position(|window| window == found.as_bytes()).unwrap();
        bytes[at..at + other.len()].copy_from_slice(other.as_bytes());
        fs::write(&path, &bytes).unwrap();
        let whole = judge(temp.path(), &crashed.archive, [(path, bytes)], other);
        assert_eq!(whole, Some(crashed.archive.sessions.len()));
        assert!(temp.path().join("history.damaged-1.db").exists(), "{other} is told");
    }
}

#[test]
fn what_cannot_be_read_comes_from_the_backup() {
    let Crashed { temp, archive } = Crashed::new(false);
    let path = temp.path().join("history.db");
    let bytes = vec![0; fs::metadata(&path).unwrap().len() as usize];
    fs::write(&path, &bytes).unwrap();
    let (found, notes) = open_and_read(temp.path(), &mut []).unwrap();
    let backed_up = usize::from(IN_BACKUP);
    assert!(
        matches!(&notes[..], [HistoryNote::SetAside { recovered, from_backup, in_part: 0, .. }]
            if *recovered == backed_up && *from_backup == backed_up),
        "{notes:?}"
    );
    assert_eq!(found.sessions, archive.sessions[..backed_up]);
}

#[test]
fn damage_that_shows_only_later_is_recovered_when_opened_again() {
    let Crashed { temp, archive } = Crashed::new(false);
    let path = temp.path().join("history.db");
    let (history, notes) = History::open(temp.path(), days_later(1)).unwrap();
    assert_eq!(notes, []);
    // A letter of a note becomes another: no page is wrong by itself.
    let mut bytes = fs::read(&path).unwrap();
    let note = "Note 36: ".as_bytes();
    let at = bytes.windows(note.len()).position(|window| window == note).unwrap();
    bytes[at] = b'n';
    drop(history);
    fs::write(&path, &bytes).unwrap();
    let (history, notes) = History::open(temp.path(), days_later(1)).unwrap();
    assert_eq!(notes, [], "it is not seen at a glance");
    let error = history.ledger().unwrap_err();
    assert!(error.asks_to_open_again() && matches!(error, HistoryError::Damaged { .. }), "{error}");
    drop(history);
    let whole = judge(temp.path(), &archive, [(path, bytes)], "a letter");
    assert_eq!(whole, Some(archive.sessions.len() - 1));
}

#[test]
fn files_set_aside_before_stay() {
    let temp = data_folder();
    for number in 1..=3 {
        fs::write(temp.path().join("history.db"), format!("damage {number}")).unwrap();
        let (_, notes) = History::open(temp.path(), NOON).unwrap();
        assert!(matches!(&notes[..], [HistoryNote::SetAside { .. }]), "{notes:?}");
    }
    for number in 1..=3 {
        let kept = fs::read_to_string(temp.path().join(format!("history.damaged-{number}.db"))).unwrap();
        assert_eq!(kept, format!("damage {number}"));
    }
}

#[test]
fn a_window_notices_that_another_put_the_record_in_place_anew() {
    let Crashed { temp, .. } = Crashed::new(false);
    let (mut early, _) = History::open(temp.path(), days_later(1)).unwrap();
    fs::write(temp.path().join(".history-damaged"), "found by another window").unwrap();
    let (late, notes) = History::open(temp.path(), days_later(1)).unwrap();
    assert!(
        matches!(&notes[..], [HistoryNote::SetAside { reason, .. }] if reason.contains("another window"))
    );
    drop(late);
    if cfg!(unix) {
        assert!(early.changed_elsewhere());
        let error = early.put(&session(99, 1), None).unwrap_err();
        assert!(matches!(error, HistoryError::Replaced { .. }) && error.asks_to_open_again(), "{error}");
    }
}

#[test]
fn a_recovery_that_was_interrupted_is_finished() {
    let Crashed { temp, archive } = Crashed::new(false);
    let in_folder = |name: &str| temp.path().join(name);
    // The recovered one is whole; the damaged one still stands in its place, or is half moved away.
    fs::copy(in_folder("history.db"), in_folder(".history-recovered.db")).unwrap();
    fs::write(in_folder("history.db"), "damaged").unwrap();
    let (found, notes) = open_and_read(temp.path(), &mut []).unwrap();
    assert!(matches!(&notes[..], [HistoryNote::SetAside { .. }]), "{notes:?}");
    assert_eq!(found, archive);
    fs::rename(in_folder("history.db"), in_folder(".history-recovered.db")).unwrap();
    let (found, _) = open_and_read(temp.path(), &mut []).unwrap();
    assert_eq!(found, archive);
    assert_eq!(fs::read_to_string(in_folder("history.damaged-1.db")).unwrap(), "damaged");
}
