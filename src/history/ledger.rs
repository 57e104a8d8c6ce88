//! All records in memory, small enough that a hundred thousand fit and are counted within a frame.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    BoutEnd, BoutRecord, Origin, Remark, SessionEnd, SessionRecord, Side, Spot, Stamp, WorkKind,
};

/// A name of the ledger's own table: of an exercise or a routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(u32);

impl NameId {
    /// Its place in a list of all names.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
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
        let number = NameId(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.all.push((id.to_owned(), name.to_owned()));
        self.by_id.insert(id.to_owned(), number);
        number
    }

    /// The number here of what has that number elsewhere; what is known here keeps its name.
    fn take_in(&mut self, other: &Self, number: NameId) -> NameId {
        let (id, name) = (other.id(number), other.name(number));
        self.find(id).unwrap_or_else(|| self.put(id, name))
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
    /// What was done, in order.
    pub bouts: Box<[BoutLine]>,
}

impl SessionLine {
    /// How long was worked at this kind, in milliseconds.
    #[must_use]
    pub fn done_ms_of(&self, kind: WorkKind) -> u64 {
        self.bouts.iter().filter(|bout| bout.kind == kind).map(|bout| u64::from(bout.done_ms)).sum()
    }

    /// How long was worked, in milliseconds.
    #[must_use]
    pub fn done_ms(&self) -> u64 {
        self.bouts.iter().map(|bout| u64::from(bout.done_ms)).sum()
    }
}

/// All records, in the order the sessions began.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    sessions: Vec<SessionLine>,
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
        // The one that is asked for is nearly always among the last.
        self.sessions.iter().rev().find(|line| *line.id == *id)
    }

    /// Puts a record in, in place of the one with its id.
    pub fn put(&mut self, record: &SessionRecord) {
        self.remove(&record.id);
        let line = self.line(record);
        let at = self.sessions.partition_point(|other| (other.began, &other.id) <= (line.began, &line.id));
        self.sessions.insert(at, line);
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: &str) {
        if let Some(at) = self.sessions.iter().rposition(|line| *line.id == *id) {
            self.sessions.remove(at);
        }
    }

    /// Takes records out, whole: what comes back can be put in again as it was.
    #[must_use]
    pub fn take_out(&mut self, ids: &BTreeSet<String>) -> Self {
        let sessions = self.sessions.extract_if(.., |line| ids.contains(&*line.id)).collect();
        let (exercises, routines) = (self.exercises.clone(), self.routines.clone());
        Self { sessions, exercises, routines, remarks: Vec::new() }
    }

    /// Puts in what was taken out. A record that is there by now stays as it is.
    pub fn put_back(&mut self, taken: Self) {
        let there: BTreeSet<Box<str>> = self.sessions.iter().map(|line| line.id.clone()).collect();
        let missing = taken.sessions.into_iter().filter(|line| !there.contains(&line.id));
        for mut line in missing {
            line.routine = self.routines.take_in(&taken.routines, line.routine);
            for bout in &mut line.bouts {
                bout.exercise = bout.exercise.map(|number| self.exercises.take_in(&taken.exercises, number));
            }
            self.sessions.push(line);
        }
        // Mostly in order already: what came back goes to its place among the others.
        self.sessions.sort_by(|one, other| (one.began, &one.id).cmp(&(other.began, &other.id)));
    }

    /// Adds something the person said.
    pub fn say(&mut self, remark: Remark) {
        let at = self.remarks.partition_point(|other| other.at <= remark.at);
        self.remarks.insert(at, remark);
    }

    fn line(&mut self, record: &SessionRecord) -> SessionLine {
        let bouts = record.bouts.iter().map(|bout| self.bout(bout)).collect();
        let spots = record.before.spots.union(&record.after.spots).copied().collect();
        SessionLine {
            id: record.id.as_str().into(),
            began: record.began,
            took_ms: record.took_ms,
            end: record.end,
            origin: record.origin,
            routine: self.routines.put(&record.routine, &record.routine_name),
            before: record.before.pain,
            after: record.after.pain,
            effort: record.effort,
            spots,
            bouts,
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: &str, at: i64, routine: &str) -> SessionRecord {
        SessionRecord {
            id: id.into(),
            began: Stamp { utc_ms: at, offset_s: 0 },
            took_ms: 60_000,
            end: SessionEnd::Finished,
            origin: Origin::Run,
            routine: routine.into(),
            routine_name: routine.to_uppercase(),
            before: crate::model::Feeling::default(),
            after: crate::model::Feeling::default(),
            effort: None,
            note: String::new(),
            bouts: vec![BoutRecord {
                exercise: Some(format!("of-{routine}")),
                name: routine.into(),
                kind: WorkKind::Mobility,
                side: None,
                set: 1,
                planned_ms: 60_000,
                done_ms: 60_000,
                extended_ms: 0,
                planned_reps: 0,
                done_reps: 0,
                end: BoutEnd::Done,
            }],
        }
    }

    fn ledger(records: &[(&str, i64, &str)]) -> Ledger {
        let mut ledger = Ledger::default();
        for (id, at, routine) in records {
            ledger.put(&record(id, *at, routine));
        }
        ledger
    }

    fn told(ledger: &Ledger) -> Vec<(&str, &str, &str)> {
        let of = |line: &SessionLine| line.bouts[0].exercise.expect("an exercise");
        let sessions = ledger.sessions().iter();
        sessions.map(|l| (&*l.id, ledger.routines().name(l.routine), ledger.exercises().id(of(l)))).collect()
    }

    #[test]
    fn what_was_taken_out_comes_back_as_it_was() {
        let mut it = ledger(&[("a", 1, "desk"), ("b", 2, "floor"), ("c", 3, "desk")]);
        let before = it.clone();
        let taken = it.take_out(&["a".to_owned(), "b".to_owned()].into());
        assert_eq!(told(&it), [("c", "DESK", "of-desk")]);
        it.put_back(taken);
        assert_eq!(it, before);
    }

    #[test]
    fn it_comes_back_into_a_record_that_was_read_anew() {
        let mut it = ledger(&[("a", 1, "desk"), ("b", 2, "floor"), ("c", 3, "desk")]);
        let taken = it.take_out(&["b".to_owned(), "c".to_owned()].into());
        // Numbered otherwise, and one of them is there already.
        let mut other = ledger(&[("z", 0, "roller"), ("c", 9, "roller")]);
        other.put_back(taken);
        let wanted = [("z", "ROLLER", "of-roller"), ("b", "FLOOR", "of-floor"), ("c", "ROLLER", "of-roller")];
        assert_eq!(told(&other), wanted);
    }
}
