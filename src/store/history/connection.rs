//! A connection to a database: durable, with room for another window.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::Trouble;

/// Writing takes milliseconds; a window that waits longer than this for another says so.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens a database that is there, and touches nothing before it is known what it is: what its log
/// holds stays there as well.
pub(super) fn look_into(path: &Path) -> Result<Connection, Trouble> {
    let db = connect(path)?;
    let first_look = |db: &Connection| db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    match first_look(&db) {
        Err(error) if is_refused_log(&error) => {
            drop(db);
            let db = connect(path)?;
            leave_log(&db)?;
            first_look(&db)?;
            Ok(db)
        }
        outcome => outcome.map(|()| db).map_err(Trouble::from),
    }
}

/// As [`look_into`], for a database whose tables are not all to be read.
pub(super) fn look_past(path: &Path) -> Result<Connection, Trouble> {
    let db = connect(path)?;
    db.execute_batch("PRAGMA writable_schema = ON;")?;
    Ok(db)
}

fn connect(path: &Path) -> Result<Connection, Trouble> {
    let db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    db.busy_timeout(PATIENCE)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(db)
}

/// Makes a database that is not there yet.
pub(super) fn make(path: &Path) -> Result<Connection, Trouble> {
    let db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    db.execute_batch("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8';")?;
    prepare(&db)?;
    Ok(db)
}

/// What holds for every connection that writes.
fn prepare(db: &Connection) -> Result<(), Trouble> {
    db.busy_timeout(PATIENCE)?;
    // What is deleted is overwritten: it is about somebody's health.
    db.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;",
    )?;
    Ok(())
}

/// Makes a database that was found sound ready to be written: with a write-ahead log where there
/// can be one, and a rollback journal elsewhere, as on most network folders.
pub(super) fn make_ready(db: &Connection) -> Result<(), Trouble> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    prepare(db)?;
    match journal_mode(db, "WAL") {
        Err(error) if is_refused_log(&error) => leave_log(db),
        // Another answer than the one asked for is an answer too: what there is does.
        outcome => Ok(outcome.map(|_| ())?),
    }
}

fn journal_mode(db: &Connection, mode: &str) -> rusqlite::Result<String> {
    db.pragma_update_and_check(None, "journal_mode", mode, |row| row.get(0))
}

/// Goes back to a rollback journal where the log cannot be shared. Alone with the file, SQLite
/// needs no shared memory to read what the log holds.
fn leave_log(db: &Connection) -> Result<(), Trouble> {
    db.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
    journal_mode(db, "DELETE")?;
    db.pragma_update_and_check(None, "locking_mode", "NORMAL", |_| Ok(()))?;
    // The lock is let go of by the next one who reads.
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(())
}

/// Whether an error is one that sharing a log ends with where it cannot be shared.
fn is_refused_log(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, FileLockingProtocolFailed, SystemIoFailure};
    matches!(error.sqlite_error_code(), Some(CannotOpen | FileLockingProtocolFailed | SystemIoFailure))
}

/// Has everything written into the database itself, so that the log matters only for what is under
/// way. Another window that reads or writes right now is not waited for.
pub(super) fn empty_log(db: &Connection) {
    let emptied = db
        .busy_timeout(Duration::ZERO)
        .and_then(|()| db.pragma_update_and_check(None, "wal_checkpoint", "TRUNCATE", |_| Ok(())));
    // What is committed is on the disk either way.
    drop(emptied);
    let _ = db.busy_timeout(PATIENCE);
}
