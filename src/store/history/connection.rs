//! A connection to a database: durable, with room for another window.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::Trouble;
use super::private;

/// Writing takes milliseconds; a window that waits longer than this for another says so.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens a database that is there, and touches nothing before it is known what it is: what its log
/// holds stays there as well.
pub(super) fn look_into(path: &Path) -> Result<Connection, Trouble> {
    look_through(|| connect(path))
}

fn look_through(connect: impl Fn() -> Result<Connection, Trouble>) -> Result<Connection, Trouble> {
    let db = connect()?;
    match first_look(&db) {
        Err(error) if is_refused_log(&error) => {
            drop(db);
            let db = connect()?;
            leave_log(&db)?;
            Ok(db)
        }
        outcome => outcome.map(|()| db).map_err(Trouble::from),
    }
}

fn first_look(db: &Connection) -> rusqlite::Result<()> {
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
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
    private::make(path)?;
    let db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
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
pub(super) fn make_ready(db: Connection, path: &Path) -> Result<Connection, Trouble> {
    make_ready_through(db, || connect(path))
}

fn make_ready_through(
    db: Connection,
    connect: impl Fn() -> Result<Connection, Trouble>,
) -> Result<Connection, Trouble> {
    prepare(&db)?;
    // Some folders refuse the log only once it is written to.
    let has_log = journal_mode(&db, "WAL").and_then(|_| db.execute_batch("BEGIN IMMEDIATE; ROLLBACK"));
    let db = match has_log {
        Err(error) if is_refused_log(&error) => {
            // Who began to share a log shares it until the end.
            drop(db);
            let db = connect()?;
            leave_log(&db)?;
            prepare(&db)?;
            db
        }
        // What another window is writing is no reason, and whatever else is wrong shows soon enough.
        _ => db,
    };
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(db)
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
    Ok(first_look(db)?)
}

/// Whether an error is one that sharing a log ends with where it cannot be shared.
fn is_refused_log(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, FileLockingProtocolFailed, ReadOnly, SystemIoFailure};
    let code = error.sqlite_error_code();
    matches!(code, Some(CannotOpen | FileLockingProtocolFailed | ReadOnly | SystemIoFailure))
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

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    /// Opens through a layer that has no shared memory, as network folders have none.
    fn without_shared_memory(path: &Path) -> Result<Connection, Trouble> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        Ok(Connection::open_with_flags_and_vfs(path, flags, "unix-dotfile")?)
    }

    fn mode(db: &Connection) -> String {
        db.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap()
    }

    #[test]
    fn without_shared_memory_a_journal_does() {
        let temp = tempfile::TempDir::new().unwrap();
        let path = temp.path().join("some.db");
        let db = look_through(|| without_shared_memory(&path)).unwrap();
        let db = make_ready_through(db, || without_shared_memory(&path)).unwrap();
        assert_eq!(mode(&db), "delete");
        assert_eq!(db.pragma_query_value(None, "synchronous", |row| row.get::<_, i64>(0)).unwrap(), 2);
        db.execute_batch("CREATE TABLE a (b); INSERT INTO a VALUES (1)").unwrap();
    }

    #[test]
    fn what_a_log_holds_is_read_where_there_can_be_none() {
        let temp = tempfile::TempDir::new().unwrap();
        let [path, moved] = ["some.db", "moved.db"].map(|name| temp.path().join(name));
        let db = make(&path).unwrap();
        let db = make_ready(db, &path).unwrap();
        assert_eq!(mode(&db), "wal");
        db.execute_batch("CREATE TABLE a (b); INSERT INTO a VALUES (1)").unwrap();
        std::fs::copy(&path, &moved).unwrap();
        std::fs::copy(temp.path().join("some.db-wal"), temp.path().join("moved.db-wal")).unwrap();
        let db = look_through(|| without_shared_memory(&moved)).unwrap();
        let db = make_ready_through(db, || without_shared_memory(&moved)).unwrap();
        assert_eq!(mode(&db), "delete");
        assert_eq!(db.query_row("SELECT count(*) FROM a", [], |row| row.get::<_, i64>(0)).unwrap(), 1);
    }
}
