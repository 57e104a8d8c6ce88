//! What was deleted and can still be brought back.

use rusqlite::{Connection, OptionalExtension, params};

use super::codes::said_parts;
use super::error::Trouble;
use super::rows::{self, DELETED_REMARK, SESSION};
use crate::model::{Remark, Stamp};

/// How long what was deleted can be brought back: thirty days.
pub(super) const KEPT_MS: i64 = 30 * 24 * 3_600_000;

/// Everything that was deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deleted {
    /// Sessions, the last deleted first, and of those that went at once the latest first.
    pub sessions: Vec<DeletedSession>,
    /// What the person had said outside sessions.
    pub remarks: Vec<Remark>,
    /// From when on the first of that is let go of.
    pub remarks_go: Option<Stamp>,
}

/// A session that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletedSession {
    /// Its id.
    pub id: String,
    /// What it was called.
    pub name: String,
    /// When it began.
    pub began: Stamp,
    /// From when on it is let go of, by the clock that the session was begun by.
    pub goes: Stamp,
}

/// All of it.
pub(super) fn all(db: &Connection) -> Result<Deleted, Trouble> {
    let remarks = remarks(db)?;
    let first = remarks.iter().map(|(remark, deleted_ms)| Stamp {
        utc_ms: deleted_ms.saturating_add(KEPT_MS),
        offset_s: remark.at.offset_s,
    });
    let remarks_go = first.min_by_key(|stamp| stamp.utc_ms);
    let remarks = remarks.into_iter().map(|(remark, _)| remark).collect();
    Ok(Deleted { sessions: sessions(db)?, remarks, remarks_go })
}

fn sessions(db: &Connection) -> Result<Vec<DeletedSession>, Trouble> {
    let read = format!(
        "SELECT {SESSION} FROM session WHERE deleted_ms IS NOT NULL ORDER BY deleted_ms DESC, began_ms DESC, id"
    );
    let mut statement = db.prepare(&read)?;
    let mut found = statement.query([])?;
    let mut sessions = Vec::new();
    while let Some(row) = found.next()? {
        let row = rows::session(row)?;
        let record = row.record;
        let goes_ms = row.deleted_ms.unwrap_or_default().saturating_add(KEPT_MS);
        let goes = Stamp { utc_ms: goes_ms, offset_s: record.began.offset_s };
        sessions.push(DeletedSession { id: record.id, name: record.routine_name, began: record.began, goes });
    }
    Ok(sessions)
}

/// What was said and deleted, and when that was.
pub(super) fn remarks(db: &Connection) -> Result<Vec<(Remark, i64)>, Trouble> {
    let read = format!("SELECT {DELETED_REMARK} FROM deleted_remark ORDER BY at_ms, offset_s, key");
    let mut statement = db.prepare(&read)?;
    let mut rows = statement.query([])?;
    let mut remarks = Vec::new();
    while let Some(row) = rows.next()? {
        remarks.push(rows::deleted_remark(row)?);
    }
    Ok(remarks)
}

/// What can be read of it in a damaged record.
pub(super) fn readable_remarks(db: &Connection) -> Vec<(Remark, i64)> {
    let Ok(mut statement) = db.prepare(&format!("SELECT {DELETED_REMARK} FROM deleted_remark")) else {
        return Vec::new();
    };
    let Ok(mut rows) = statement.query([]) else { return Vec::new() };
    let mut remarks = Vec::new();
    while let Ok(Some(row)) = rows.next() {
        remarks.extend(rows::deleted_remark(row).ok());
    }
    remarks
}

/// Takes out what was said, once each.
pub(super) fn take_remarks(db: &Connection, remarks: &[Remark], now: Stamp) -> Result<(), Trouble> {
    for remark in remarks {
        if remove(db, "remark", remark)? {
            rows::insert_deleted_remark(db, remark, now.utc_ms)?;
        }
    }
    Ok(())
}

/// Puts back what was taken out. What is there by now, as from a file, is not there twice then.
pub(super) fn put_remarks_back(db: &Connection, remarks: &[Remark]) -> Result<(), Trouble> {
    for remark in remarks {
        if remove(db, "deleted_remark", remark)? && key_of(db, "remark", remark)?.is_none() {
            rows::insert_remark(db, remark)?;
        }
    }
    Ok(())
}

fn remove(db: &Connection, table: &str, remark: &Remark) -> Result<bool, Trouble> {
    let Some(key) = key_of(db, table, remark)? else { return Ok(false) };
    db.execute(&format!("DELETE FROM {table} WHERE key = ?1"), [key])?;
    Ok(true)
}

fn key_of(db: &Connection, table: &str, remark: &Remark) -> Result<Option<i64>, Trouble> {
    let (what, subject) = said_parts(&remark.said);
    let find = format!(
        "SELECT key FROM {table} WHERE at_ms = ?1 AND offset_s = ?2 AND what = ?3 AND subject = ?4 LIMIT 1"
    );
    let values = params![remark.at.utc_ms, remark.at.offset_s, what, rows::name(subject)];
    Ok(db.query_row(&find, values, |row| row.get(0)).optional()?)
}
