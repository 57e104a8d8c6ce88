//! What the record knows of itself: how much of which journal is in it.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};

use super::error::Trouble;
use super::journal::Place;
use super::sum;
use crate::model::Stamp;

/// A window that holds something for longer than this is not to be expected: thirty days.
const KEPT_MS: i64 = 30 * 24 * 3_600_000;

/// The columns of a mark, its sum last.
const MARK: &str = "name, value, at_ms, sum";
const MARK_SUM: usize = 3;

/// The value of a mark, held against its sum.
fn value(db: &Connection, name: &str) -> Result<Option<i64>, Trouble> {
    let read = format!("SELECT {MARK} FROM mark WHERE name = ?1");
    let checked = |row: &rusqlite::Row<'_>| Ok(sum::check(row, MARK_SUM, "a mark").and(Ok(row.get(1)?)));
    db.query_row(&read, [name], checked).optional()?.transpose()
}

fn set(db: &Connection, name: &str, value: i64, now: Stamp) -> Result<(), Trouble> {
    let sum = sum::over_values(&[
        ValueRef::Text(name.as_bytes()),
        ValueRef::Integer(value),
        ValueRef::Integer(now.utc_ms),
    ]);
    let write = "INSERT OR REPLACE INTO mark (name, value, at_ms, sum) VALUES (?1, ?2, ?3, ?4)";
    db.execute(write, params![name, value, now.utc_ms, sum])?;
    Ok(())
}

/// Whether an entry of a journal is in the record.
pub(super) fn has(db: &Connection, place: Place<'_>) -> Result<bool, Trouble> {
    let count = value(db, place.journal)?.unwrap_or_default();
    Ok(u64::try_from(count).is_ok_and(|count| count > place.nr))
}

/// An entry of a journal is in the record now, and all before it.
pub(super) fn is_in(db: &Connection, place: Place<'_>, now: Stamp) -> Result<(), Trouble> {
    let count = i64::try_from(place.nr + 1).unwrap_or(i64::MAX);
    set(db, place.journal, count, now)
}

/// Lets go of what is known of journals that are long gone.
pub(super) fn forget(db: &Connection, now: Stamp) -> Result<(), Trouble> {
    db.execute("DELETE FROM mark WHERE at_ms < ?1", [now.utc_ms.saturating_sub(KEPT_MS)])?;
    Ok(())
}

/// Takes over what a damaged record knows of journals, as far as it can be read.
pub(super) fn take_over(source: &Connection, into: &Connection) -> Result<(), Trouble> {
    let Ok(mut statement) = source.prepare(&format!("SELECT {MARK} FROM mark")) else { return Ok(()) };
    let Ok(mut rows) = statement.query([]) else { return Ok(()) };
    while let Ok(Some(row)) = rows.next() {
        if sum::check(row, MARK_SUM, "a mark").is_err() {
            continue;
        }
        let (name, value, at_ms): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if self::value(into, &name)?.is_none_or(|known| known < value) {
            set(into, &name, value, Stamp { utc_ms: at_ms, offset_s: 0 })?;
        }
    }
    Ok(())
}
