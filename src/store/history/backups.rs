//! A backup a day, `backups/history/history-YYYY-MM-DD.db`, of the last seven days of use.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};

use super::error::Trouble;
use super::place::settle;
use super::private;
use crate::history::days;
use crate::model::Stamp;

/// How many days of use are kept.
const DAYS: usize = 7;

/// Keeps a backup unless today's is there already, and lets go of the oldest. An empty record is
/// worth one only where earlier ones hold what was deleted since.
pub(super) fn keep(db: &Connection, folder: &Path, now: Stamp) -> Result<(), String> {
    let today = folder.join(format!("history-{}.db", days::date(now)));
    if today.exists() || (newest_first(folder).is_empty() && is_empty(db)) {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let unfinished = folder.join(".history-unfinished.db");
    let _ = fs::remove_file(&unfinished);
    let outcome = copy(db, &unfinished).map_err(|trouble| trouble.to_string()).and_then(|()| {
        let finish =
            || fs::File::open(&unfinished)?.sync_all().and_then(|()| fs::rename(&unfinished, &today));
        finish().map_err(|error| error.to_string())
    });
    if outcome.is_err() {
        let _ = fs::remove_file(&unfinished);
        return outcome;
    }
    settle(&today);
    for old in newest_first(folder).iter().skip(DAYS) {
        // One too many harms nobody.
        let _ = fs::remove_file(old);
    }
    Ok(())
}

fn is_empty(db: &Connection) -> bool {
    let any = "SELECT EXISTS (SELECT 1 FROM session) OR EXISTS (SELECT 1 FROM remark)";
    db.query_row(any, [], |row| row.get(0)).is_ok_and(|any: bool| !any)
}

fn copy(db: &Connection, to: &Path) -> Result<(), Trouble> {
    private::make(to)?;
    let name = ToSqlOutput::Borrowed(ValueRef::Text(to.as_os_str().as_encoded_bytes()));
    db.execute("VACUUM INTO ?1", [name])?;
    Ok(())
}

/// All backups, the newest first.
pub(super) fn newest_first(folder: &Path) -> Vec<PathBuf> {
    let is_backup = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        let day = name.and_then(|name| name.strip_prefix("history-")?.strip_suffix(".db"));
        day.is_some_and(|day| day.len() == 10 && day.bytes().all(|c| c.is_ascii_digit() || c == b'-'))
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries.map(|entry| entry.path()).filter(is_backup).collect();
    found.sort();
    found.reverse();
    found
}
