//! All records in memory, small enough that a hundred thousand fit and are counted within a frame.

mod row;
mod taken_out;

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::ops::Range;

use super::days;
use crate::model::{
    BoutEnd, BoutRecord, Origin, Remark, SessionEnd, SessionRecord, Side, Spot, Stamp, WorkKind,
};

/// A name of the ledger's own table: of an exercise or a routine. Counted from 1, so that none at all
/// takes no more room: a million stretches of work are as many lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(NonZeroU32);

impl NameId {
    /// Its place in a list of all names.
    #[must_use]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Ids and names, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    all: Vec<(String, String)>,
    by_id: BTreeMap<String, NameId>,
}

impl Names {
    /// The number of an id; its name is from now on this one.
    fn put(&mut self, id: &str, name: &str) -> NameId {
        if let Some(&known) = self.by_id.get(id) {
            let kept = &mut self.all[known.index()].1;
            if kept != name {
                name.clone_into(kept);
            }
            return known;
        }
        let number =
            NameId(NonZeroU32::MIN.saturating_add(u32::try_from(self.all.len()).unwrap_or(u32::MAX)));
        self.all.push((id.to_owned(), name.to_owned()));
        self.by_id.insert(id.to_owned(), number);
        number
    }

    /// The number of an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<NameId> {
        self.by_id.get(id).copied()
    }

    /// The id with this number.
    #[must_use]
    pub fn id(&self, number: NameId) -> &str {
        self.all.get(number.index()).map_or("", |(id, _)| id)
    }

    /// The name with this number, as it was written last.
    #[must_use]
    pub fn name(&self, number: NameId) -> &str {
        self.all.get(number.index()).map_or("", |(_, name)| name)
    }

    /// Every id with its name, by number.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all.iter().map(|(id, name)| (id.as_str(), name.as_str()))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// One stretch of work, as counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoutLine {
    /// Which exercise; `None` for breathing alone.
    pub exercise: Option<NameId>,
    /// What kind of work.
    pub kind: WorkKind,
    /// Which side worked, where one did.
    pub side: Option<Side>,
    /// How it ended.
    pub end: BoutEnd,
    /// How long it was done for, in milliseconds.
    pub done_ms: u32,
    /// How many repetitions, holds or breaths were done.
    pub done_reps: u16,
}

/// One session, as counted.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionLine {
    /// The record's id.
    pub id: Box<str>,
    /// When it began.
    pub began: Stamp,
    /// The day it began, by [`super::days::number`].
    pub day: i32,
    /// How long it took, pauses and all, in milliseconds.
    pub took_ms: u64,
    /// How it ended.
    pub end: SessionEnd,
    /// How the record came about.
    pub origin: Origin,
    /// Which routine.
    pub routine: NameId,
    /// Pain before, 0 to 10.
    pub before: Option<u8>,
    /// Pain after, 0 to 10.
    pub after: Option<u8>,
    /// Effort, 0 to 10.
    pub effort: Option<u8>,
    /// Where it was felt, before and after.
    pub spots: Box<[Spot]>,
    /// How long was worked in milliseconds, by [`WorkKind::ALL`].
    pub done_by: [u64; 3],
    /// Whether an exercise hurt.
    pub hurt: bool,
    /// Whether the person wrote something down.
    pub has_note: bool,
    /// Where in the ledger stands what was done: [`Ledger::bouts`].
    pub(super) bouts: Range<usize>,
}

impl SessionLine {
    /// A record as counted, with its routine and its stretches of work numbered; the record's own
    /// bouts are not looked at.
    #[must_use]
    pub fn new(record: &SessionRecord, routine: NameId, bouts: &[BoutLine]) -> Self {
        let mut done_by = [0; 3];
        for bout in bouts {
            done_by[bout.kind as usize] += u64::from(bout.done_ms);
        }
        Self {
            id: record.id.as_str().into(),
            began: record.began,
            day: days::number(record.began),
            took_ms: record.took_ms,
            end: record.end,
            origin: record.origin,
            routine,
            before: record.before.pain,
            after: record.after.pain,
            effort: record.effort,
            spots: record.before.spots.union(&record.after.spots).copied().collect(),
            done_by,
            hurt: bouts.iter().any(|bout| bout.end == BoutEnd::Hurt),
            has_note: !record.note.is_empty(),
            bouts: 0..0,
        }
    }

    /// How long was worked at this kind, in milliseconds.
    #[must_use]
    pub fn done_ms_of(&self, kind: WorkKind) -> u64 {
        self.done_by[kind as usize]
    }

    /// How long was worked, in milliseconds.
    #[must_use]
    pub fn done_ms(&self) -> u64 {
        self.done_by.iter().sum()
    }
}

/// Sessions are in the order they began; of two that began at once, ids decide.
fn order(line: &SessionLine) -> (Stamp, &str) {
    (line.began, &line.id)
}

/// All records, in the order the sessions began.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    sessions: Vec<SessionLine>,
    bouts: Vec<BoutLine>,
    /// When the session of an id began, which tells its place.
    began: BTreeMap<Box<str>, Stamp>,
    exercises: Names,
    routines: Names,
    remarks: Vec<Remark>,
}

impl Ledger {
    /// Every session, in the order they began.
    #[must_use]
    pub fn sessions(&self) -> &[SessionLine] {
        &self.sessions
    }

    /// The exercises that are in it.
    #[must_use]
    pub fn exercises(&self) -> &Names {
        &self.exercises
    }

    /// The routines that are in it.
    #[must_use]
    pub fn routines(&self) -> &Names {
        &self.routines
    }

    /// What the person said outside sessions, in order.
    #[must_use]
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// The session with this id.
    #[must_use]
    pub fn session(&self, id: &str) -> Option<&SessionLine> {
        self.sessions.get(self.place(id)?)
    }

    /// Puts a record in, in place of the one with its id.
    pub fn put(&mut self, record: &SessionRecord) {
        self.remove(&record.id);
        let bouts: Vec<BoutLine> = record.bouts.iter().map(|bout| self.bout(bout)).collect();
        let routine = self.routines.put(&record.routine, &record.routine_name);
        let line = SessionLine::new(record, routine, &bouts);
        let at = self.sessions.partition_point(|other| order(other) <= order(&line));
        self.began.insert(line.id.clone(), line.began);
        self.insert(at, line, &bouts);
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: &str) {
        if let Some(at) = self.place(id) {
            self.cut(at);
            self.began.remove(id);
        }
    }

    /// Where the session with this id is.
    fn place(&self, id: &str) -> Option<usize> {
        let began = *self.began.get(id)?;
        self.sessions.binary_search_by(|line| order(line).cmp(&(began, id))).ok()
    }

    /// Adds something the person said.
    pub fn say(&mut self, remark: Remark) {
        let at = self.remarks.partition_point(|other| other.at <= remark.at);
        self.remarks.insert(at, remark);
    }

    fn bout(&mut self, bout: &BoutRecord) -> BoutLine {
        BoutLine {
            exercise: bout.exercise.as_ref().map(|id| self.exercises.put(id, &bout.name)),
            kind: bout.kind,
            side: bout.side,
            end: bout.end,
            done_ms: u32::try_from(bout.done_ms).unwrap_or(u32::MAX),
            done_reps: bout.done_reps,
        }
    }
}

/// A ledger that is being filled with many records at once, in any order.
#[derive(Debug, Default)]
pub struct Gathering {
    ledger: Ledger,
}

impl Gathering {
    /// The number of a routine; its name is from now on this one.
    pub fn routine(&mut self, id: &str, name: &str) -> NameId {
        self.ledger.routines.put(id, name)
    }

    /// The number of an exercise; its name is from now on this one.
    pub fn exercise(&mut self, id: &str, name: &str) -> NameId {
        self.ledger.exercises.put(id, name)
    }

    /// Adds a session and what was done in it, whose names were numbered here. Each id comes once.
    pub fn session(&mut self, line: SessionLine, bouts: Vec<BoutLine>) {
        self.ledger.push(line, bouts);
    }

    /// Adds something the person said.
    pub fn say(&mut self, remark: Remark) {
        self.ledger.remarks.push(remark);
    }

    /// The ledger, in order.
    #[must_use]
    pub fn finish(self) -> Ledger {
        let mut ledger = self.ledger;
        ledger.lay_in_order();
        ledger.remarks.sort_by_key(|remark| remark.at);
        ledger.began = ledger.sessions.iter().map(|line| (line.id.clone(), line.began)).collect();
        ledger
    }
}
