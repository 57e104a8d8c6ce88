//! Reads what can be read of a damaged database, row by row around the damage, into another.

use std::collections::BTreeMap;

use rusqlite::{Connection, Statement, Transaction};

use super::error::Trouble;
use super::read::Reader;
use super::rows::{self, BOUT, REMARK, SESSION, SessionRow};
use super::take_in::new_remarks;
use super::write::Writer;
use super::{deleted, marks};
use crate::model::{BoutRecord, Remark};

/// Past what is known to be there, so many numbers are tried.
const BEYOND: i64 = 64;

/// How much of a session there is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Share {
    bouts: usize,
    has_text: bool,
    is_whole: bool,
}

/// What was saved so far.
#[derive(Default)]
pub(super) struct Salvage {
    shares: BTreeMap<String, Share>,
    /// Whether a session that is whole may be the older of two, so that the one with more done in
    /// it goes before it.
    pub(super) prefers_more: bool,
}

impl Salvage {
    /// How many sessions there are, the deleted ones included.
    pub(super) fn sessions(&self) -> usize {
        self.shares.len()
    }

    /// How many of them lack something.
    pub(super) fn in_part(&self) -> usize {
        self.shares.values().filter(|share| !share.is_whole).count()
    }

    /// Takes over whatever can be read in `source` and is not there yet, or there is more of.
    /// Answers how many sessions are new or more than before.
    ///
    /// # Errors
    ///
    /// When it cannot be written. What cannot be read is left out.
    pub(super) fn take_over(
        &mut self,
        source: &Connection,
        into: &Transaction<'_>,
    ) -> Result<usize, Trouble> {
        let Ok(mut damaged) = Damaged::new(source) else { return Ok(0) };
        let mut writer = Writer::new(into)?;
        let mut better = 0;
        // Many sessions have the same.
        let mut texts = BTreeMap::new();
        for key in damaged.keys("session", "key") {
            let Some(row) = damaged.session(key) else { continue };
            let bouts = damaged.bouts(&row);
            let text = row.text.map(|key| texts.entry(key).or_insert_with(|| damaged.reader.text(key).ok()));
            let has_text = !matches!(text, Some(None));
            let is_whole = has_text && bouts.len() as i64 == row.bouts;
            let share = Share { bouts: bouts.len(), has_text, is_whole };
            let before = self.shares.get(&row.record.id);
            let is_enough = |before: &Share| *before >= share || (before.is_whole && !self.prefers_more);
            if before.is_some_and(is_enough) {
                continue;
            }
            let text = text.and_then(|text| text.as_deref()).unwrap_or_default();
            let bouts_in = bouts.iter().map(|(nr, bout)| (*nr, bout));
            writer.put_parts(&row.record, bouts_in, Some(text), row.deleted_ms)?;
            self.shares.insert(row.record.id, share);
            better += 1;
        }
        drop(writer);
        marks::take_over(source, into)?;
        take_over_remarks(&damaged, into)?;
        Ok(better)
    }
}

/// Takes over what was said. What was deleted stays deleted: a backup may be older than that.
fn take_over_remarks(damaged: &Damaged<'_>, into: &Transaction<'_>) -> Result<(), Trouble> {
    let taken_out: Vec<Remark> = deleted::remarks(into)?.into_iter().map(|(remark, _)| remark).collect();
    for (remark, deleted_ms) in deleted::readable_remarks(damaged.db) {
        if !taken_out.contains(&remark) {
            rows::insert_deleted_remark(into, &remark, deleted_ms)?;
        }
    }
    let mut here = super::read::remarks(into)?;
    here.extend(deleted::remarks(into)?.into_iter().map(|(remark, _)| remark));
    for remark in new_remarks(&here, &damaged.remarks()) {
        rows::insert_remark(into, remark)?;
    }
    Ok(())
}

/// A database some pages of which cannot be read, or hold what was never written.
struct Damaged<'c> {
    db: &'c Connection,
    reader: Reader<'c>,
    session: Statement<'c>,
    bouts: Statement<'c>,
    bout: Statement<'c>,
}

impl<'c> Damaged<'c> {
    fn new(db: &'c Connection) -> Result<Self, Trouble> {
        Ok(Self {
            db,
            reader: Reader::new(db)?,
            session: db.prepare(&format!("SELECT {SESSION} FROM session WHERE key = ?1"))?,
            bouts: db.prepare(&format!("SELECT {BOUT} FROM bout WHERE session = ?1 ORDER BY nr"))?,
            bout: db.prepare(&format!("SELECT {BOUT} FROM bout WHERE session = ?1 AND nr = ?2"))?,
        })
    }

    /// The keys that may be in a table: those that are found by walking through it and, where the
    /// walk ends at a page that cannot be read, all that may come after.
    fn keys(&self, table: &str, key: &str) -> Vec<i64> {
        let mut keys = Vec::new();
        let walked = self.walk(&format!("SELECT {key} FROM {table} NOT INDEXED ORDER BY {key}"), &mut keys);
        if walked.is_err() {
            let from = keys.last().map_or(0, |last| last + 1);
            let to = self.highest(table, key).min(self.most_rows().saturating_add(from));
            keys.extend(from..=to);
        }
        keys
    }

    fn walk(&self, sql: &str, keys: &mut Vec<i64>) -> Result<(), Trouble> {
        let mut statement = self.db.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let key = row.get(0)?;
            // Pages that lead to one another in a circle would be walked for ever.
            if keys.last().is_some_and(|last| key <= *last) {
                return Err(Trouble::Damage("it goes in a circle".to_owned()));
            }
            keys.push(key);
        }
        Ok(())
    }

    /// The highest key, or more than that.
    fn highest(&self, table: &str, key: &str) -> i64 {
        let ask = |sql: &str| self.db.query_row(sql, [], |row| row.get::<_, i64>(0)).ok();
        let ends = [ask(&format!("SELECT max({key}) FROM {table}")), ask("SELECT max(session) FROM bout")];
        ends.into_iter().flatten().max().map_or(i64::MAX, |end| end.saturating_add(BEYOND))
    }

    /// More rows than this have no room in the file.
    fn most_rows(&self) -> i64 {
        let pages = |pragma| self.db.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        pages("page_count").unwrap_or(0).clamp(1, 1 << 20) * 4096 / 32
    }

    fn session(&mut self, key: i64) -> Option<SessionRow> {
        self.session.query_row([key], |row| Ok(rows::session(row).ok())).ok().flatten()
    }

    /// What of a session's bouts can be read, with their numbers.
    fn bouts(&mut self, session: &SessionRow) -> Vec<(i64, BoutRecord)> {
        let mut found = Vec::new();
        if self.walk_bouts(session.key, &mut found).is_err() {
            let from = found.last().map_or(0, |(nr, _)| nr + 1);
            let to = session.bouts.clamp(0, 100_000) + BEYOND;
            for nr in from..to {
                let read = |row: &rusqlite::Row<'_>| Ok(rows::bout(row).ok());
                let bout = self.bout.query_row([session.key, nr], read).ok().flatten();
                found.extend(bout.map(|bout| (nr, bout)));
            }
        }
        found
    }

    fn walk_bouts(&mut self, session: i64, found: &mut Vec<(i64, BoutRecord)>) -> Result<(), Trouble> {
        let mut rows = self.bouts.query([session])?;
        let mut last = -1;
        while let Some(row) = rows.next()? {
            let nr = row.get(1)?;
            if nr <= last {
                return Err(Trouble::Damage("it goes in a circle".to_owned()));
            }
            last = nr;
            if let Ok(bout) = rows::bout(row) {
                found.push((nr, bout));
            }
        }
        Ok(())
    }

    fn remarks(&self) -> Vec<Remark> {
        let read = format!("SELECT {REMARK} FROM remark WHERE key = ?1");
        let Ok(mut statement) = self.db.prepare(&read) else { return Vec::new() };
        let mut one = |key| statement.query_row([key], |row| Ok(rows::remark(row).ok())).ok().flatten();
        self.keys("remark", "key").into_iter().filter_map(&mut one).collect()
    }
}
