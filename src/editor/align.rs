//! Which block of one version is which of another: those that are the same, and between them those
//! that are likely the same, changed.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::model::Block;

/// What two blocks are matched by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Print {
    /// Everything about it: equal for blocks that are the same.
    pub(super) whole: String,
    /// What it is about: equal for blocks that are likely the same, changed.
    pub(super) subject: String,
    /// What kind of block it is.
    pub(super) kind: &'static str,
}

/// The kind of a block, and what it is about.
pub(super) fn subject(block: &Block) -> (&'static str, String) {
    match block {
        Block::Step(step) => ("Step", step.exercise.clone()),
        Block::Repeat(_) => ("Repeat", String::new()),
        Block::Section(section) => ("Section", section.name.clone()),
        Block::Breathe(_) => ("Breathe", String::new()),
        Block::Rest(_) => ("Rest", String::new()),
    }
}

/// The pairs of indices that belong together, each index at most once and both in rising order.
pub(super) fn align(old: &[Print], new: &[Print]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let whole = |print: &Print| print.whole.clone();
    between(old, new, whole, &mut pairs, |old_gap, new_gap, pairs| {
        let about = |print: &Print| (print.kind, print.subject.clone());
        let (old_from, new_from) = (old_gap.start, new_gap.start);
        let mut inner = Vec::new();
        let (old, new) = (&old[old_gap], &new[new_gap]);
        between(old, new, about, &mut inner, |old_gap, new_gap, inner| {
            // An exercise put in place of another is a change of the step.
            let same_kind = |(o, n): &(usize, usize)| old[*o].kind == new[*n].kind;
            inner.extend(old_gap.zip(new_gap).filter(same_kind));
        });
        pairs.extend(inner.into_iter().map(|(o, n)| (old_from + o, new_from + n)));
    });
    pairs
}

/// Adds the pairs of those with equal keys, and what `gap` finds before, between and behind them.
fn between<K: Ord + std::hash::Hash>(
    old: &[Print],
    new: &[Print],
    key: impl Fn(&Print) -> K,
    pairs: &mut Vec<(usize, usize)>,
    mut gap: impl FnMut(Range<usize>, Range<usize>, &mut Vec<(usize, usize)>),
) {
    let keys = |prints: &[Print]| prints.iter().map(&key).collect::<Vec<K>>();
    let (mut old_at, mut new_at) = (0, 0);
    for op in capture_diff_slices(Algorithm::Myers, &keys(old), &keys(new)) {
        let (tag, old_range, new_range) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            gap(old_at..old_range.start, new_at..new_range.start, pairs);
            (old_at, new_at) = (old_range.end, new_range.end);
            pairs.extend(old_range.zip(new_range));
        }
    }
    gap(old_at..old.len(), new_at..new.len(), pairs);
}
