//! Exercises to be careful with: those that hurt, and those after which pain rose.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::rose;
use crate::catalog::Catalog;
use crate::history::{Ledger, NameId, SessionLine, days};
use crate::model::{BoutEnd, Exercise, Said, Stamp};

/// How many days a rise of pain is remembered against what was done. Added.
const ROSE_DAYS: i64 = 28;

/// Why to be careful with an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlagKind {
    /// It hurt: not suggested until the person says that it may be again.
    Hurt,
    /// Pain rose over a session with it: suggested after everything else, until the person says
    /// otherwise, it goes well, or four weeks have passed.
    Rose,
}

/// An exercise to be careful with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Which.
    pub exercise: NameId,
    /// Why.
    pub kind: FlagKind,
    /// When the session with it came to its end.
    pub at: Stamp,
}

/// The exercises to be careful with on a day, each once: those that hurt first, and of each kind the
/// last one first.
#[must_use]
pub fn flags(ledger: &Ledger, today: Date) -> Vec<Flag> {
    let mut found: Vec<Option<Flag>> = vec![None; ledger.exercises().len()];
    for line in ledger.sessions() {
        read(ledger, line, today, &mut found);
    }
    for remark in ledger.remarks() {
        if let Said::Reviewed(id) = &remark.said
            && let Some(flag) = ledger.exercises().find(id).and_then(|number| found.get_mut(number.index()))
            && flag.is_some_and(|flag| flag.at.utc_ms <= remark.at.utc_ms)
        {
            *flag = None;
        }
    }
    let mut flags: Vec<Flag> = found.into_iter().flatten().collect();
    flags.sort_by_key(|flag| (flag.kind, std::cmp::Reverse(flag.at), flag.exercise));
    flags
}

/// Notes what one session says of its exercises.
fn read(ledger: &Ledger, line: &SessionLine, today: Date, found: &mut [Option<Flag>]) {
    let at = line.began.after_ms(i64::try_from(line.took_ms).unwrap_or(i64::MAX));
    let is_told = line.before.is_some() && line.after.is_some();
    let did_rise = rose(line.before, line.after);
    let is_recent =
        did_rise && today.checked_sub(ROSE_DAYS.days()).is_ok_and(|from| days::date(line.began) > from);
    for bout in ledger.bouts(line).iter().filter(|bout| bout.end != BoutEnd::Skipped) {
        let Some((exercise, flag)) =
            bout.exercise.and_then(|exercise| Some((exercise, found.get_mut(exercise.index())?)))
        else {
            continue;
        };
        let hurt_before = flag.is_some_and(|flag| flag.kind == FlagKind::Hurt);
        if bout.end == BoutEnd::Hurt {
            *flag = Some(Flag { exercise, kind: FlagKind::Hurt, at });
        } else if is_recent && !hurt_before {
            *flag = Some(Flag { exercise, kind: FlagKind::Rose, at });
        } else if is_told && !did_rise && !hurt_before {
            *flag = None;
        }
    }
}

/// Ids of the exercises that are left out of what is suggested.
#[must_use]
pub fn left_out<'a>(ledger: &'a Ledger, flags: &[Flag], kind: FlagKind) -> BTreeSet<&'a str> {
    let of_kind = flags.iter().filter(|flag| flag.kind == kind);
    of_kind.map(|flag| ledger.exercises().id(flag.exercise)).collect()
}

/// The easier exercise to do in place of one that hurt: the first that the catalogue names and that
/// did not hurt itself.
#[must_use]
pub fn easier_of<'a>(
    catalog: &'a Catalog,
    exercise: &Exercise,
    hurt: &BTreeSet<&str>,
) -> Option<&'a Arc<Exercise>> {
    let named = exercise.easier.iter().filter_map(|variant| variant.exercise.as_deref());
    named.filter(|id| !hurt.contains(id)).find_map(|id| catalog.exercise(id))
}
