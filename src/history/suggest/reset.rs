//! Two minutes at the desk: a short routine there, or breathing alone where none of them is right.

use super::pool::holds;
use super::{Asked, RoutineFacts, rests};
use crate::history::signs;

/// A routine that takes no longer is a short break, in milliseconds. Added.
const SHORT_MS: u64 = 210_000;

/// Two minutes at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reset {
    /// The routine of this id.
    Routine(String),
    /// Breathing alone, which is always possible on a chair.
    Breathe(OnlyBreath),
}

/// Why a break is breathing alone: what speaks against the last short routine for the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnlyBreath {
    /// It has something in it that hurt.
    Hurt,
    /// It has something in it after which pain rose.
    Rose,
    /// A sign that calls for a professional is ticked, and it is not all gentle.
    Signed,
}

/// What to do for two minutes at the desk; `None` where there is no short routine for it, and where
/// the back rests.
#[must_use]
pub fn reset(asked: &Asked<'_>) -> Option<Reset> {
    if rests(asked.ledger, asked.now) {
        return None;
    }
    let is_signed = !signs(asked.ledger.remarks()).is_empty();
    let against = |routine: &RoutineFacts| {
        if holds(routine, asked.hurt) {
            Some(OnlyBreath::Hurt)
        } else if holds(routine, asked.wary) {
            Some(OnlyBreath::Rose)
        } else {
            (is_signed && !routine.is_gentle()).then_some(OnlyBreath::Signed)
        }
    };
    let is_short = |routine: &&RoutineFacts| routine.is_for_desk() && routine.total_ms <= SHORT_MS;
    let runs = asked.routines.iter().filter(|routine| routine.runs());
    let short: Vec<&RoutineFacts> = runs.filter(is_short).collect();
    let fine = short.iter().filter(|routine| against(routine).is_none());
    if let Some(routine) = fine.min_by_key(|routine| (routine.total_ms.abs_diff(120_000), &routine.id)) {
        return Some(Reset::Routine(routine.id.clone()));
    }
    short.into_iter().find_map(against).map(Reset::Breathe)
}
