//! A session on its way: parts with their picks, rounds, and the breathing at the end.

use super::itinerary::Zone;
use super::pool::{Candidate, Rung};
use super::role::Role;
use super::wish::{Aim, Soreness, Wish};
use crate::model::{Category, Dose, Quantity, Sides};

/// An exercise that was picked, where it is done and how much of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pick<'a> {
    pub(super) candidate: &'a Candidate,
    pub(super) zone: Zone,
    /// Index into the candidate's rungs.
    pub(super) rung: usize,
}

impl Pick<'_> {
    /// True for strength work that can be done in several sets: no source gives their number. Where
    /// sides take turns nothing would say which of them begins the next set.
    pub(super) fn takes_sets(&self) -> bool {
        let exercise = &self.candidate.exercise;
        let is_one_set = matches!(self.dose().dose, Dose::Reps { sets: 1, .. } | Dose::Timed { sets: 1, .. });
        exercise.category == Category::Strengthening
            && exercise.sides != Sides::Alternating
            && is_one_set
            && exercise.allowed(Quantity::Sets).is_none()
    }

    pub(super) fn dose(&self) -> Rung {
        self.candidate.rungs[self.rung]
    }
}

/// One part of a session.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    pub(super) role: Role,
    pub(super) picks: Vec<Pick<'a>>,
    pub(super) rounds: u32,
}

impl<'a> Part<'a> {
    /// The picks in stretches that can be gone round: in one zone and with one kit, so that nobody
    /// gets up in between or fetches a thing twice.
    pub(super) fn circuits(&self) -> Vec<&[Pick<'a>]> {
        let goes_on = |circuit: &[Pick<'a>], next: &Pick<'a>| {
            let kit = circuit.iter().map(|pick| &pick.candidate.kit).find(|kit| !kit.is_empty());
            let own = &next.candidate.kit;
            circuit[0].zone == next.zone && kit.is_none_or(|kit| own.is_empty() || own == kit)
        };
        let mut circuits = Vec::new();
        let mut start = 0;
        for end in 1..=self.picks.len() {
            let circuit = &self.picks[start..end];
            if self.picks.get(end).is_none_or(|next| !goes_on(circuit, next)) {
                circuits.push(circuit);
                start = end;
            }
        }
        circuits
    }

    /// True where rounds make a difference.
    pub(super) fn can_go_round(&self) -> bool {
        self.circuits().iter().any(|circuit| goes_round(circuit))
    }
}

/// More sets of one exercise without another in between are too many (added).
const MOST_SETS: u32 = 3;

/// How often a stretch is done when its part goes round so many times.
pub(super) fn rounds_of(circuit: &[Pick<'_>], rounds: u32) -> u32 {
    match circuit {
        _ if !goes_round(circuit) => 1,
        [_] => rounds.min(MOST_SETS),
        _ => rounds,
    }
}

/// True for a stretch that can be done several times without an exercise twice in a row; a single
/// strength exercise is done in sets.
fn goes_round(circuit: &[Pick<'_>]) -> bool {
    match circuit {
        [alone] => alone.takes_sets(),
        _ => circuit.len() > 1,
    }
}

/// A whole session.
#[derive(Clone, Debug)]
pub(super) struct Plan<'a> {
    pub(super) aim: Aim,
    pub(super) parts: Vec<Part<'a>>,
    /// Length of the breathing at the end, in milliseconds.
    pub(super) closing_ms: u64,
    /// The exercise that the breathing is, where it is one.
    pub(super) closing: Option<&'a Candidate>,
    /// True where the person is sore in any way.
    pub(super) is_gentle: bool,
}

impl<'a> Plan<'a> {
    pub(super) fn empty(wish: &Wish) -> Self {
        let is_gentle = wish.soreness != Soreness::NotSore;
        Self { aim: wish.aim, parts: Vec::new(), closing_ms: 0, closing: None, is_gentle }
    }

    pub(super) fn picks(&self) -> impl Iterator<Item = &Pick<'a>> {
        self.parts.iter().flat_map(|part| &part.picks)
    }

    /// How often a pick of a part is done.
    pub(super) fn times(&self, part: usize, pick: usize) -> u32 {
        let part = &self.parts[part];
        let mut end = 0;
        for circuit in part.circuits() {
            end += circuit.len();
            if pick < end {
                return rounds_of(circuit, part.rounds);
            }
        }
        1
    }
}
