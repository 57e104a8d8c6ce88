//! Writing: sessions whole or bout by bout, what is deleted and brought back, and what was said.

use rusqlite::{Connection, OptionalExtension, Statement, Transaction, params, params_from_iter};

use super::deleted::KEPT_MS;
use super::error::Trouble;
use super::rows::{self, bout_values, millis, seal_session, session_values, text_sum};
use crate::model::{BoutRecord, SessionRecord, Stamp};

/// What writes whole sessions, one after the other.
pub(super) struct Writer<'c> {
    db: &'c Connection,
    session: Statement<'c>,
    forget_bouts: Statement<'c>,
    bout: Statement<'c>,
    count: Statement<'c>,
    find_text: Statement<'c>,
    set_text: Statement<'c>,
}

const PUT_SESSION: &str = "INSERT INTO session
        (id, began_ms, offset_s, took_ms, end, origin, routine, routine_name, pain_before, spots_before,
         pain_after, spots_after, effort, note, bouts, sum)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 0, 0)
    ON CONFLICT (id) DO UPDATE SET
        began_ms = ?2, offset_s = ?3, took_ms = ?4, end = ?5, origin = ?6, routine = ?7, routine_name = ?8,
        pain_before = ?9, spots_before = ?10, pain_after = ?11, spots_after = ?12, effort = ?13, note = ?14
    RETURNING key";

const PUT_BOUT: &str =
    "INSERT OR REPLACE INTO bout VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

impl<'c> Writer<'c> {
    pub(super) fn new(step: &'c Transaction<'_>) -> Result<Self, Trouble> {
        Ok(Self {
            db: step,
            session: step.prepare(PUT_SESSION)?,
            forget_bouts: step.prepare("DELETE FROM bout WHERE session = ?1")?,
            bout: step.prepare(PUT_BOUT)?,
            count: step.prepare("UPDATE session SET bouts = ?2, deleted_ms = ?3 WHERE key = ?1")?,
            find_text: step.prepare("SELECT key, text FROM routine_text WHERE sum = ?1")?,
            set_text: step.prepare("UPDATE session SET text = ?2 WHERE key = ?1")?,
        })
    }

    /// Writes a session in place of the one with its id. Where no routine is given, it keeps the one
    /// it has.
    pub(super) fn put(&mut self, record: &SessionRecord, routine: Option<&str>) -> Result<(), Trouble> {
        let bouts = record.bouts.iter().enumerate().map(|(nr, bout)| (nr as i64, bout));
        self.put_parts(record, bouts, routine, None)
    }

    /// As [`Writer::put`], with bouts that keep their numbers, and marked as deleted where it was.
    pub(super) fn put_parts<'b>(
        &mut self,
        record: &SessionRecord,
        bouts: impl Iterator<Item = (i64, &'b BoutRecord)>,
        routine: Option<&str>,
        deleted_ms: Option<i64>,
    ) -> Result<(), Trouble> {
        let values = session_values(record);
        let key: i64 = self.session.query_row(params_from_iter(values), |row| row.get(0))?;
        self.forget_bouts.execute([key])?;
        let mut count: i64 = 0;
        for (nr, bout) in bouts {
            self.bout.execute(bout_values(key, nr, bout))?;
            count += 1;
        }
        self.count.execute(params![key, count, deleted_ms])?;
        if let Some(routine) = routine {
            let text = self.text(routine)?;
            self.set_text.execute(params![key, text])?;
        }
        seal_session(self.db, key)
    }

    /// The key of a routine's text, which is written where it is not there yet; none for no text.
    fn text(&mut self, text: &str) -> Result<Option<i64>, Trouble> {
        if text.is_empty() {
            return Ok(None);
        }
        let sum = text_sum(text);
        let mut found = self.find_text.query([sum])?;
        while let Some(row) = found.next()? {
            // A text that was damaged is not the one that is meant.
            if row.get_ref(1)?.as_bytes().is_ok_and(|bytes| bytes == text.as_bytes()) {
                return Ok(Some(row.get(0)?));
            }
        }
        self.db.execute("INSERT INTO routine_text (text, sum) VALUES (?1, ?2)", params![text, sum])?;
        Ok(Some(self.db.last_insert_rowid()))
    }
}

/// Writes one bout of a session, in place of the one with its number.
pub(super) fn bout(
    step: &Transaction<'_>,
    id: &str,
    nr: usize,
    bout: &BoutRecord,
    took_ms: u64,
) -> Result<(), Trouble> {
    let find = "SELECT key FROM session WHERE id = ?1";
    let key: Option<i64> = step.query_row(find, [rows::name(id)], |row| row.get(0)).optional()?;
    let Some(key) = key else { return Err(Trouble::NoSession(id.to_owned())) };
    step.execute(PUT_BOUT, bout_values(key, nr as i64, bout))?;
    step.execute(
        "UPDATE session SET took_ms = ?2, bouts = (SELECT count(*) FROM bout WHERE session = ?1)
         WHERE key = ?1",
        params![key, millis(took_ms)],
    )?;
    seal_session(step, key)
}

/// Marks sessions as deleted, or no longer as deleted.
pub(super) fn mark(step: &Transaction<'_>, ids: &[String], deleted: Option<Stamp>) -> Result<(), Trouble> {
    let mut set = step.prepare("UPDATE session SET deleted_ms = ?2 WHERE id = ?1 RETURNING key")?;
    for id in ids {
        let deleted_ms = deleted.map(|now| now.utc_ms);
        let key = set.query_row(params![rows::name(id), deleted_ms], |row| row.get(0)).optional()?;
        if let Some(key) = key {
            seal_session(step, key)?;
        }
    }
    Ok(())
}

/// Lets go of what was deleted long ago, and of routines that no session is left of.
pub(super) fn forget_deleted(step: &Transaction<'_>, now: Stamp) -> Result<(), Trouble> {
    let gone =
        step.execute("DELETE FROM session WHERE deleted_ms < ?1", [now.utc_ms.saturating_sub(KEPT_MS)])?;
    step.execute("DELETE FROM deleted_remark WHERE deleted_ms < ?1", [now.utc_ms.saturating_sub(KEPT_MS)])?;
    if gone > 0 {
        forget_texts(step)?;
    }
    Ok(())
}

fn forget_texts(step: &Transaction<'_>) -> Result<(), Trouble> {
    step.execute(
        "DELETE FROM routine_text WHERE key NOT IN (SELECT text FROM session WHERE text IS NOT NULL)",
        [],
    )?;
    Ok(())
}
