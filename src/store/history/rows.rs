//! Rows of the tables, and the records they stand for.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row, params};

use super::codes::{Code, said_of, said_parts, spots_of, spots_text};
use super::error::Trouble;
use super::sum::{self, Sum};
use crate::model::{BoutRecord, Feeling, Remark, SessionRecord, Stamp};

/// Ids and names are no longer than this, in bytes.
const NAME: usize = 4 << 10;
/// Nor are notes than this.
const NOTE: usize = 256 << 10;

/// The columns of a session, its sum last.
pub(super) const SESSION: &str = "key, id, began_ms, offset_s, took_ms, end, origin, routine, routine_name, \
    pain_before, spots_before, pain_after, spots_after, effort, note, text, bouts, deleted_ms, sum";
const SESSION_SUM: usize = 18;

/// The columns of a bout, its sum last.
pub(super) const BOUT: &str = "session, nr, exercise, name, kind, side, sets, planned_ms, done_ms, \
    extended_ms, planned_reps, done_reps, end, sum";
pub(super) const BOUT_SUM: usize = 13;

/// The columns of a remark, its sum last.
pub(super) const REMARK: &str = "key, at_ms, offset_s, what, subject, sum";
const REMARK_SUM: usize = 5;

/// The columns of a remark that was deleted, its sum last.
pub(super) const DELETED_REMARK: &str = "key, at_ms, offset_s, what, subject, deleted_ms, sum";
const DELETED_REMARK_SUM: usize = 6;

/// A row of `session`.
#[derive(Clone, Debug)]
pub(super) struct SessionRow {
    pub(super) key: i64,
    /// The record without its bouts.
    pub(super) record: SessionRecord,
    /// Which routine text is its.
    pub(super) text: Option<i64>,
    /// How many bouts belong to it.
    pub(super) bouts: i64,
    pub(super) deleted_ms: Option<i64>,
}

/// The part of a text that is kept: all of it, unless it is absurdly long.
fn bounded(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// An id as it is kept.
pub(super) fn name(text: &str) -> &str {
    bounded(text, NAME)
}

/// Milliseconds as a file can hold them.
pub(super) fn millis(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}

/// A text of a row, borrowed from it.
pub(super) fn text<'r>(row: &'r Row<'_>, at: usize) -> Result<&'r str, Trouble> {
    let bytes = row.get_ref(at)?.as_bytes().map_err(|_| damage("a text"))?;
    let text = std::str::from_utf8(bytes).map_err(|_| damage("a text"))?;
    Ok(bounded(text, NOTE))
}

/// A number of a row, brought into the range of its type.
pub(super) fn count<T: TryFrom<i64>>(row: &Row<'_>, at: usize, most: T) -> Result<T, Trouble> {
    let number: i64 = row.get(at)?;
    Ok(T::try_from(number.max(0)).unwrap_or(most))
}

/// The value a number of a row stands for.
pub(super) fn code<C: Code>(row: &Row<'_>, at: usize) -> Result<C, Trouble> {
    C::of(row.get(at)?).ok_or_else(|| damage("a kind"))
}

/// As [`code`], where there may be none.
pub(super) fn maybe_code<C: Code>(row: &Row<'_>, at: usize) -> Result<Option<C>, Trouble> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(None),
        _ => code(row, at).map(Some),
    }
}

fn level(row: &Row<'_>, at: usize) -> Result<Option<u8>, Trouble> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(None),
        _ => count(row, at, u8::MAX).map(Some),
    }
}

fn stamp(row: &Row<'_>, at: usize) -> Result<Stamp, Trouble> {
    let offset: i64 = row.get(at + 1)?;
    let offset_s = offset.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
    Ok(Stamp { utc_ms: row.get(at)?, offset_s })
}

fn damage(what: &str) -> Trouble {
    Trouble::Damage(format!("{what} cannot be read"))
}

/// A session without its bouts, held against its sum.
pub(super) fn session(row: &Row<'_>) -> Result<SessionRow, Trouble> {
    sum::check(row, SESSION_SUM, "a session")?;
    let record = SessionRecord {
        id: text(row, 1)?.to_owned(),
        began: stamp(row, 2)?,
        took_ms: count(row, 4, u64::MAX)?,
        end: code(row, 5)?,
        origin: code(row, 6)?,
        routine: text(row, 7)?.to_owned(),
        routine_name: text(row, 8)?.to_owned(),
        before: Feeling { pain: level(row, 9)?, spots: spots_of(text(row, 10)?).collect() },
        after: Feeling { pain: level(row, 11)?, spots: spots_of(text(row, 12)?).collect() },
        effort: level(row, 13)?,
        note: text(row, 14)?.to_owned(),
        bouts: Vec::new(),
    };
    let deleted_ms = row.get(17)?;
    Ok(SessionRow { key: row.get(0)?, record, text: row.get(15)?, bouts: row.get(16)?, deleted_ms })
}

/// A bout, held against its sum.
pub(super) fn bout(row: &Row<'_>) -> Result<BoutRecord, Trouble> {
    sum::check(row, BOUT_SUM, "an exercise done")?;
    let exercise = match row.get_ref(2)? {
        ValueRef::Null => None,
        _ => Some(text(row, 2)?.to_owned()),
    };
    Ok(BoutRecord {
        exercise,
        name: text(row, 3)?.to_owned(),
        kind: code(row, 4)?,
        side: maybe_code(row, 5)?,
        set: count(row, 6, u16::MAX)?,
        planned_ms: count(row, 7, u64::MAX)?,
        done_ms: count(row, 8, u64::MAX)?,
        extended_ms: count(row, 9, u64::MAX)?,
        planned_reps: count(row, 10, u16::MAX)?,
        done_reps: count(row, 11, u16::MAX)?,
        end: code(row, 12)?,
    })
}

/// A remark, held against its sum.
pub(super) fn remark(row: &Row<'_>) -> Result<Remark, Trouble> {
    sum::check(row, REMARK_SUM, "a remark")?;
    remark_of(row)
}

/// A remark that was deleted, and when that was, held against its sum.
pub(super) fn deleted_remark(row: &Row<'_>) -> Result<(Remark, i64), Trouble> {
    sum::check(row, DELETED_REMARK_SUM, "a remark")?;
    Ok((remark_of(row)?, row.get(5)?))
}

fn remark_of(row: &Row<'_>) -> Result<Remark, Trouble> {
    let said = said_of(row.get(3)?, text(row, 4)?.to_owned()).ok_or_else(|| damage("a remark"))?;
    Ok(Remark { at: stamp(row, 1)?, said })
}

/// The values of a session's row from `id` to `note`.
pub(super) fn session_values(record: &SessionRecord) -> [Value; 14] {
    let level = |level: Option<u8>| level.map_or(Value::Null, |level| Value::Integer(level.into()));
    [
        Value::Text(name(&record.id).to_owned()),
        Value::Integer(record.began.utc_ms),
        Value::Integer(record.began.offset_s.into()),
        Value::Integer(millis(record.took_ms)),
        Value::Integer(record.end.number()),
        Value::Integer(record.origin.number()),
        Value::Text(name(&record.routine).to_owned()),
        Value::Text(name(&record.routine_name).to_owned()),
        level(record.before.pain),
        Value::Text(spots_text(&record.before.spots)),
        level(record.after.pain),
        Value::Text(spots_text(&record.after.spots)),
        level(record.effort),
        Value::Text(bounded(&record.note, NOTE).to_owned()),
    ]
}

/// The values of a bout's row, its sum included.
pub(super) fn bout_values(session: i64, nr: i64, bout: &BoutRecord) -> [Value; BOUT_SUM + 1] {
    let mut values = [
        Value::Integer(session),
        Value::Integer(nr),
        bout.exercise.as_deref().map_or(Value::Null, |id| Value::Text(name(id).to_owned())),
        Value::Text(name(&bout.name).to_owned()),
        Value::Integer(bout.kind.number()),
        bout.side.map_or(Value::Null, |side| Value::Integer(side.number())),
        Value::Integer(bout.set.into()),
        Value::Integer(millis(bout.planned_ms)),
        Value::Integer(millis(bout.done_ms)),
        Value::Integer(millis(bout.extended_ms)),
        Value::Integer(bout.planned_reps.into()),
        Value::Integer(bout.done_reps.into()),
        Value::Integer(bout.end.number()),
        Value::Null,
    ];
    let mut sum = Sum::new();
    for value in &values[..BOUT_SUM] {
        sum.add(value.into());
    }
    values[BOUT_SUM] = Value::Integer(sum.number());
    values
}

/// Writes the sum of a session's row anew, after it was changed.
pub(super) fn seal_session(db: &Connection, key: i64) -> Result<(), Trouble> {
    let read = format!("SELECT {SESSION} FROM session WHERE key = ?1");
    let sum = db.query_row_and_then(&read, [key], |row| sum::over(row, SESSION_SUM))?;
    db.execute("UPDATE session SET sum = ?2 WHERE key = ?1", params![key, sum])?;
    Ok(())
}

/// Writes a remark.
pub(super) fn insert_remark(db: &Connection, remark: &Remark) -> Result<(), Trouble> {
    let (what, subject) = said_parts(&remark.said);
    let (at_ms, offset_s) = (remark.at.utc_ms, remark.at.offset_s);
    db.execute(
        "INSERT INTO remark (at_ms, offset_s, what, subject, sum) VALUES (?1, ?2, ?3, ?4, 0)",
        params![at_ms, offset_s, what, name(subject)],
    )?;
    let key = db.last_insert_rowid();
    let read = format!("SELECT {REMARK} FROM remark WHERE key = ?1");
    let sum = db.query_row_and_then(&read, [key], |row| sum::over(row, REMARK_SUM))?;
    db.execute("UPDATE remark SET sum = ?2 WHERE key = ?1", params![key, sum])?;
    Ok(())
}

/// Writes a remark that is deleted.
pub(super) fn insert_deleted_remark(
    db: &Connection,
    remark: &Remark,
    deleted_ms: i64,
) -> Result<(), Trouble> {
    let (what, subject) = said_parts(&remark.said);
    let (at_ms, offset_s) = (remark.at.utc_ms, remark.at.offset_s);
    db.execute(
        "INSERT INTO deleted_remark (at_ms, offset_s, what, subject, deleted_ms, sum)
         VALUES (?1, ?2, ?3, ?4, ?5, 0)",
        params![at_ms, offset_s, what, name(subject), deleted_ms],
    )?;
    let key = db.last_insert_rowid();
    let read = format!("SELECT {DELETED_REMARK} FROM deleted_remark WHERE key = ?1");
    let sum = db.query_row_and_then(&read, [key], |row| sum::over(row, DELETED_REMARK_SUM))?;
    db.execute("UPDATE deleted_remark SET sum = ?2 WHERE key = ?1", params![key, sum])?;
    Ok(())
}

/// A routine's text, held against its sum, which is the next column.
pub(super) fn routine_text<'r>(row: &'r Row<'_>) -> Result<&'r str, Trouble> {
    let bytes = row.get_ref(0)?.as_bytes().map_err(|_| damage("a routine"))?;
    let text = std::str::from_utf8(bytes).map_err(|_| damage("a routine"))?;
    if text_sum(text) == row.get::<_, i64>(1)? {
        Ok(text)
    } else {
        Err(Trouble::Damage("a routine is not as it was written".to_owned()))
    }
}

/// The sum of a routine's text: by it, the same text is found again, also in a backup.
pub(super) fn text_sum(text: &str) -> i64 {
    Sum::of_text(text)
}
