//! The tables, and how one version of them becomes the next.
//!
//! Version 1:
//!
//! | table | a row is |
//! |---|---|
//! | `session` | a session: a column for each field of its record; `bouts` says how many rows belong to it, `text` which routine was run, `deleted_ms` when it was deleted |
//! | `bout` | a stretch of work in a session, numbered from 0 |
//! | `routine_text` | the text of a routine as it was run, each once |
//! | `remark` | something the person said outside a session |
//!
//! Version 2:
//!
//! | table | a row is |
//! |---|---|
//! | `mark` | what the record knows of itself: by the id of a journal (see `journal`), how many of its entries are in the record |
//! | `deleted_remark` | a remark that was deleted; it moves back when it is brought back |
//!
//! Times are milliseconds, offsets seconds. Kinds and ends are numbers (see `codes`), spots are the
//! names of their regions. The last column of each table, `sum`, is a sum over the others: SQLite
//! notices pages that were damaged, but not a letter that became another.

use std::collections::BTreeSet;

use rusqlite::{Connection, TransactionBehavior};

use super::error::Trouble;

/// Says in the file's header whose it is: "Unhu".
pub(super) const APPLICATION_ID: i64 = 0x556e_6875;

/// The newest version that is known here.
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// No version will ever be beyond this; a larger number is damage.
pub(super) const LAST_VERSION: i64 = 9_999;

/// What leads from one version to the next; the first makes everything.
const STEPS: [&str; 2] = [
    "
    CREATE TABLE routine_text (
        key INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        sum INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE session (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        began_ms INTEGER NOT NULL,
        offset_s INTEGER NOT NULL,
        took_ms INTEGER NOT NULL,
        end INTEGER NOT NULL,
        origin INTEGER NOT NULL,
        routine TEXT NOT NULL,
        routine_name TEXT NOT NULL,
        pain_before INTEGER,
        spots_before TEXT NOT NULL,
        pain_after INTEGER,
        spots_after TEXT NOT NULL,
        effort INTEGER,
        note TEXT NOT NULL,
        text INTEGER REFERENCES routine_text (key),
        bouts INTEGER NOT NULL,
        deleted_ms INTEGER,
        sum INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE bout (
        session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
        nr INTEGER NOT NULL,
        exercise TEXT,
        name TEXT NOT NULL,
        kind INTEGER NOT NULL,
        side INTEGER,
        sets INTEGER NOT NULL,
        planned_ms INTEGER NOT NULL,
        done_ms INTEGER NOT NULL,
        extended_ms INTEGER NOT NULL,
        planned_reps INTEGER NOT NULL,
        done_reps INTEGER NOT NULL,
        end INTEGER NOT NULL,
        sum INTEGER NOT NULL,
        PRIMARY KEY (session, nr)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE remark (
        key INTEGER PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        offset_s INTEGER NOT NULL,
        what INTEGER NOT NULL,
        subject TEXT NOT NULL,
        sum INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX routine_text_by_sum ON routine_text (sum);
",
    "
    CREATE TABLE mark (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        sum INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE deleted_remark (
        key INTEGER PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        offset_s INTEGER NOT NULL,
        what INTEGER NOT NULL,
        subject TEXT NOT NULL,
        deleted_ms INTEGER NOT NULL,
        sum INTEGER NOT NULL
    ) STRICT;
",
];

/// The version a file says it has.
pub(super) fn version(db: &Connection) -> Result<i64, Trouble> {
    Ok(db.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Whose a file says it is.
pub(super) fn application_id(db: &Connection) -> Result<i64, Trouble> {
    Ok(db.pragma_query_value(None, "application_id", |row| row.get(0))?)
}

/// Whether the tables are described as they were made. A letter in there that became another shows
/// only when something is written, and then looks like a fault of the program.
pub(super) fn is_as_made(db: &Connection, version: i64) -> Result<bool, Trouble> {
    let made = Connection::open_in_memory()?;
    for sql in STEPS.iter().take(usize::try_from(version).unwrap_or_default()) {
        made.execute_batch(sql)?;
    }
    Ok(descriptions(&made)?.is_subset(&descriptions(db)?))
}

fn descriptions(db: &Connection) -> Result<BTreeSet<(String, String)>, Trouble> {
    let mut statement = db.prepare("SELECT name, ifnull(sql, '') FROM sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Brings a database to the newest version, each step whole or not at all.
pub(super) fn migrate(db: &mut Connection) -> Result<(), Trouble> {
    loop {
        let step = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another window may have gone this step while we waited for our turn.
        let version = version(&step)?;
        let Some(sql) = usize::try_from(version).ok().and_then(|version| STEPS.get(version)) else {
            return Ok(());
        };
        if version == 0 {
            step.pragma_update(None, "application_id", APPLICATION_ID)?;
        }
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", version + 1)?;
        step.commit()?;
    }
}
