//! Reading: the ledger as a stream, a session whole, everything.

use rusqlite::{Connection, OptionalExtension, Rows, Statement};

use super::error::Trouble;
use super::rows::{self, BOUT, BOUT_SUM, REMARK, SESSION, SessionRow};
use super::sum;
use crate::history::{BoutLine, Gathering, Ledger, SessionLine};
use crate::model::{Archive, BoutRecord, KeptSession, Remark};

/// What an archive calls itself.
pub(super) const FORMAT: &str = "unhunch-history";
/// Its version.
pub(super) const FORMAT_VERSION: u32 = 1;

/// All sessions that are not deleted, as they are counted.
pub(super) fn ledger(db: &Connection) -> Result<Ledger, Trouble> {
    let mut gathering = Gathering::default();
    // Both tables are walked once, side by side, in the order they lie in the file.
    let mut sessions = db.prepare(&format!("SELECT {SESSION} FROM session ORDER BY key"))?;
    let mut bouts = db.prepare(&format!("SELECT {BOUT} FROM bout ORDER BY session, nr"))?;
    let mut walk = BoutWalk { rows: bouts.query([])?, next: None };
    walk.step(&mut gathering)?;
    let mut rows = sessions.query([])?;
    while let Some(row) = rows.next()? {
        let session = rows::session(row)?;
        let bouts = walk.of(session.key, &mut gathering)?;
        if bouts.len() as i64 != session.bouts {
            return Err(Trouble::Damage("some of what was done in a session is missing".to_owned()));
        }
        if session.deleted_ms.is_none() {
            gather(&mut gathering, session, bouts);
        }
    }
    check_texts(db)?;
    for remark in remarks(db)? {
        gathering.say(remark);
    }
    Ok(gathering.finish())
}

/// Holds the texts of routines against their sums: nobody may ask for one for years.
fn check_texts(db: &Connection) -> Result<(), Trouble> {
    let mut statement = db.prepare("SELECT text, sum FROM routine_text")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        rows::routine_text(row)?;
    }
    Ok(())
}

fn gather(gathering: &mut Gathering, session: SessionRow, bouts: Vec<BoutLine>) {
    let record = session.record;
    let routine = gathering.routine(&record.routine, &record.routine_name);
    gathering.session(SessionLine::new(&record, routine, &bouts), bouts);
}

/// Bouts in order of their sessions, one read ahead.
struct BoutWalk<'s> {
    rows: Rows<'s>,
    next: Option<(i64, BoutLine)>,
}

impl BoutWalk<'_> {
    fn step(&mut self, gathering: &mut Gathering) -> Result<(), Trouble> {
        self.next = match self.rows.next()? {
            None => None,
            Some(row) => {
                sum::check(row, BOUT_SUM, "an exercise done")?;
                let exercise = match row.get_ref(2)? {
                    rusqlite::types::ValueRef::Null => None,
                    _ => Some(gathering.exercise(rows::text(row, 2)?, rows::text(row, 3)?)),
                };
                let line = BoutLine {
                    exercise,
                    kind: rows::code(row, 4)?,
                    side: rows::maybe_code(row, 5)?,
                    end: rows::code(row, 12)?,
                    done_ms: rows::count(row, 8, u32::MAX)?,
                    done_reps: rows::count(row, 11, u16::MAX)?,
                };
                Some((row.get(0)?, line))
            }
        };
        Ok(())
    }

    /// What was done in the session with this key, the next one in order.
    fn of(&mut self, session: i64, gathering: &mut Gathering) -> Result<Vec<BoutLine>, Trouble> {
        let mut lines = Vec::new();
        while let Some((key, line)) = self.next {
            if key != session {
                break;
            }
            lines.push(line);
            self.step(gathering)?;
        }
        Ok(lines)
    }
}

/// What the person said outside sessions, in order.
pub(super) fn remarks(db: &Connection) -> Result<Vec<Remark>, Trouble> {
    let mut statement = db.prepare(&format!("SELECT {REMARK} FROM remark ORDER BY at_ms, offset_s, key"))?;
    let mut rows = statement.query([])?;
    let mut remarks = Vec::new();
    while let Some(row) = rows.next()? {
        remarks.push(rows::remark(row)?);
    }
    Ok(remarks)
}

/// What reads whole sessions, one after the other.
pub(super) struct Reader<'c> {
    by_id: Statement<'c>,
    bouts: Statement<'c>,
    text: Statement<'c>,
}

impl<'c> Reader<'c> {
    pub(super) fn new(db: &'c Connection) -> Result<Self, Trouble> {
        Ok(Self {
            by_id: db.prepare(&format!("SELECT {SESSION} FROM session WHERE id = ?1"))?,
            bouts: db.prepare(&format!("SELECT {BOUT} FROM bout WHERE session = ?1 ORDER BY nr"))?,
            text: db.prepare("SELECT text, sum FROM routine_text WHERE key = ?1")?,
        })
    }

    /// The session with this id, be it deleted or not.
    pub(super) fn find(&mut self, id: &str) -> Result<Option<(SessionRow, KeptSession)>, Trouble> {
        let row = self.by_id.query_row([rows::name(id)], |row| Ok(rows::session(row))).optional()?;
        let Some(row) = row.transpose()? else { return Ok(None) };
        let kept = self.whole(&row)?;
        Ok(Some((row, kept)))
    }

    /// The whole of a session.
    pub(super) fn whole(&mut self, row: &SessionRow) -> Result<KeptSession, Trouble> {
        let mut record = row.record.clone();
        record.bouts = self.bouts(row.key)?;
        if record.bouts.len() as i64 != row.bouts {
            return Err(Trouble::Damage("some of what was done in a session is missing".to_owned()));
        }
        let routine_text = row.text.map_or_else(|| Ok(String::new()), |key| self.text(key))?;
        Ok(KeptSession { record, routine_text })
    }

    fn bouts(&mut self, session: i64) -> Result<Vec<BoutRecord>, Trouble> {
        let mut rows = self.bouts.query([session])?;
        let mut bouts = Vec::new();
        while let Some(row) = rows.next()? {
            bouts.push(rows::bout(row)?);
        }
        Ok(bouts)
    }

    /// A routine's text, held against its sum.
    pub(super) fn text(&mut self, key: i64) -> Result<String, Trouble> {
        self.text.query_row([key], |row| Ok(rows::routine_text(row).map(str::to_owned)))?
    }
}

/// Everything that is not deleted.
pub(super) fn archive(db: &Connection) -> Result<Archive, Trouble> {
    let mut reader = Reader::new(db)?;
    let mut sessions = Vec::new();
    let read =
        format!("SELECT {SESSION} FROM session WHERE deleted_ms IS NULL ORDER BY began_ms, offset_s, id");
    let mut statement = db.prepare(&read)?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        sessions.push(reader.whole(&rows::session(row)?)?);
    }
    let remarks = remarks(db)?;
    Ok(Archive { format: FORMAT.to_owned(), version: FORMAT_VERSION, sessions, remarks })
}
