//! Which exercise is an easier way of doing which, over any number of rungs of the ladder.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Catalog;

/// For every exercise the ids that its easier variants lead to.
pub(super) struct Ladder<'a> {
    down: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Ladder<'a> {
    pub(super) fn new(catalog: &'a Catalog) -> Self {
        let ids = catalog.exercises.keys().map(String::as_str);
        Self { down: ids.map(|id| (id, below(id, catalog))).collect() }
    }

    /// True where `easy` is the easier of the two. Of two that name each other neither is.
    pub(super) fn is_easier(&self, easy: &str, hard: &str) -> bool {
        self.leads(hard, easy) && !self.leads(easy, hard)
    }

    /// True where one is a way of doing the other, or both of doing a third.
    pub(super) fn are_related(&self, one: &str, other: &str) -> bool {
        let both = self.down.values().any(|ids| ids.contains(one) && ids.contains(other));
        both || self.leads(one, other) || self.leads(other, one)
    }

    /// True for an exercise that is the easier way of doing another: a good one to begin with.
    pub(super) fn leads_up(&self, id: &str) -> bool {
        self.down.values().any(|ids| ids.contains(id))
    }

    fn leads(&self, from: &str, to: &str) -> bool {
        self.down.get(from).is_some_and(|ids| ids.contains(to))
    }
}

fn below<'a>(id: &'a str, catalog: &'a Catalog) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![id];
    while let Some(next) = open.pop() {
        let variants = catalog.exercise(next).map_or(&[][..], |exercise| exercise.easier.as_slice());
        let named = variants.iter().filter_map(|variant| variant.exercise.as_deref());
        open.extend(named.filter(|easier| found.insert(*easier)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Ladder;
    use crate::catalog::Catalog;

    #[test]
    fn a_ladder_is_climbed_over_several_rungs_and_a_circle_has_no_easier_end() {
        let catalog = Catalog::builtin();
        let ladder = Ladder::new(&catalog);
        assert!(ladder.is_easier("cat-cow", "bird-dog"));
        assert!(!ladder.is_easier("bird-dog", "cat-cow"));
        let (one, other) = ("neck-flexion", "neck-flexion-hand-assisted");
        assert!(ladder.are_related(one, other));
        assert!(!ladder.is_easier(one, other) && !ladder.is_easier(other, one));
    }
}
