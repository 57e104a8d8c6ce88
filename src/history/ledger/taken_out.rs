//! Records taken out of the ledger, and put back as they were.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ledger, NameId, Names};
use crate::model::Remark;

impl Ledger {
    /// Takes records out, whole: what comes back can be put in again as it was.
    #[must_use]
    pub fn take_out(&mut self, ids: &BTreeSet<String>) -> Self {
        let sessions = self.sessions.extract_if(.., |line| ids.contains(&*line.id)).collect();
        self.began.retain(|id, _| !ids.contains(&**id));
        let (exercises, routines) = (self.exercises.clone(), self.routines.clone());
        let (bouts, began) = (self.bouts.clone(), BTreeMap::new());
        let mut taken = Self { sessions, bouts, began, exercises, routines, remarks: Vec::new() };
        self.lay_in_order();
        taken.lay_in_order();
        taken
    }

    /// Takes out what the person said, each once.
    pub fn unsay(&mut self, remarks: &[Remark]) {
        for remark in remarks {
            if let Some(at) = self.remarks.iter().position(|said| said == remark) {
                self.remarks.remove(at);
            }
        }
    }

    /// Puts in what was taken out. A record that is there by now stays as it is.
    pub fn put_back(&mut self, taken: Self) {
        for mut line in taken.sessions {
            if self.began.contains_key(&line.id) {
                continue;
            }
            line.routine = self.routines.take_in(&taken.routines, line.routine);
            self.began.insert(line.id.clone(), line.began);
            let mut bouts = taken.bouts[line.bouts.clone()].to_vec();
            for bout in &mut bouts {
                bout.exercise = bout.exercise.map(|number| self.exercises.take_in(&taken.exercises, number));
            }
            self.push(line, bouts);
        }
        // Two stretches that are each in order: that is what its sort is quick at.
        self.lay_in_order();
    }
}

impl Names {
    /// The number here of what has that number elsewhere; what is known here keeps its name.
    fn take_in(&mut self, other: &Self, number: NameId) -> NameId {
        let (id, name) = (other.id(number), other.name(number));
        self.find(id).unwrap_or_else(|| self.put(id, name))
    }
}

#[cfg(test)]
mod tests {
    use super::super::SessionLine;
    use super::*;
    use crate::model::{BoutEnd, BoutRecord, Origin, SessionEnd, SessionRecord, Stamp, WorkKind};

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
        let of = |line: &SessionLine| ledger.bouts(line)[0].exercise.expect("an exercise");
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
    fn what_was_done_stays_with_its_session() {
        let mut it = ledger(&[("c", 3, "desk"), ("a", 1, "floor"), ("b", 2, "roller")]);
        it.put(&SessionRecord { bouts: Vec::new(), ..record("a", 1, "floor") });
        it.put(&record("b", 4, "wall"));
        let done = |id: &str| it.session(id).map(|line| it.bouts(line).len());
        assert_eq!(["a", "b", "c", "d"].map(done), [Some(0), Some(1), Some(1), None]);
        it.put(&record("a", 1, "floor"));
        let fresh = ledger(&[("a", 1, "floor"), ("b", 4, "wall"), ("c", 3, "desk")]);
        assert_eq!(told(&it), told(&fresh));
        it.remove("a");
        assert_eq!(told(&it), [("c", "DESK", "of-desk"), ("b", "WALL", "of-wall")]);
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
