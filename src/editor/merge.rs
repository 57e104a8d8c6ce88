//! Two versions that were made from one, brought together: what only one of them changed is taken,
//! and what both changed is there to choose.

use super::align::align;
use super::head::HeadField;
use super::leaf::{Leaf, joined};
use crate::model::{CommentedBlocks, CommentedRoutine, Routine};

/// Which version of something is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    /// One's own.
    Mine,
    /// The other.
    Theirs,
    /// One's own and then the other; of a field beside the blocks, one's own.
    Both,
}

/// A place at which the versions differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Hunk {
    /// What stood there before.
    pub base: CommentedBlocks,
    /// What stands there in one's own version.
    pub mine: CommentedBlocks,
    /// What stands there in the other.
    pub theirs: CommentedBlocks,
    /// Which is taken.
    pub chosen: Pick,
    /// True where only one of them changed it.
    pub certain: bool,
    /// True for the fields of a group alone: the blocks within it are merged by themselves.
    pub is_shell: bool,
}

/// A field beside the blocks in which the versions differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadHunk {
    /// Which.
    pub field: HeadField,
    /// What stood in it before.
    pub base: String,
    /// What stands in one's own version.
    pub mine: String,
    /// What stands in the other.
    pub theirs: String,
    /// Which is taken.
    pub chosen: Pick,
    /// True where only one of them changed it.
    pub certain: bool,
}

/// Two versions that are being brought together.
#[derive(Clone, Debug)]
pub struct Merge {
    /// The fields that differ.
    pub heads: Vec<HeadHunk>,
    /// The places that differ, in order.
    pub hunks: Vec<Hunk>,
    mine: CommentedRoutine,
    theirs: CommentedRoutine,
    plan: Vec<Piece>,
}

/// A piece of what comes out.
#[derive(Clone, Debug)]
enum Piece {
    /// What is the same in all.
    Kept(Box<Leaf>),
    /// A hunk, with what either version has there.
    Hunk { number: usize, mine: Vec<Leaf>, theirs: Vec<Leaf> },
    /// A group that is in all, with what comes out of it; its own fields are a hunk where they differ.
    Group { number: Option<usize>, mine: Box<Leaf>, theirs: Box<Leaf>, inner: Vec<Piece> },
}

/// Brings together what two versions made of one. What both changed is one's own until chosen.
#[must_use]
pub fn merge(base: &CommentedRoutine, mine: &CommentedRoutine, theirs: &CommentedRoutine) -> Merge {
    let heads = HeadField::ALL.into_iter().filter(|field| !field.is_same(mine, theirs)).map(|field| {
        let (chosen, certain) = settled([mine, theirs].map(|version| field.is_same(base, version)));
        let [base, mine, theirs] = [base, mine, theirs].map(|version| field.value(version));
        HeadHunk { field, base, mine, theirs, chosen, certain }
    });
    let mut hunks = Vec::new();
    let plan = lists([&Leaf::of(base), &Leaf::of(mine), &Leaf::of(theirs)], &mut hunks);
    Merge { heads: heads.collect(), hunks, mine: mine.clone(), theirs: theirs.clone(), plan }
}

impl Merge {
    /// True when nothing is left to choose.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.hunks.iter().all(|hunk| hunk.certain) && self.heads.iter().all(|head| head.certain)
    }

    /// Takes the same version everywhere, or only where there is something to choose.
    pub fn choose(&mut self, pick: Pick, everywhere: bool) {
        for hunk in self.hunks.iter_mut().filter(|hunk| everywhere || !hunk.certain) {
            hunk.chosen = pick;
        }
        for head in self.heads.iter_mut().filter(|head| everywhere || !head.certain) {
            head.chosen = pick;
        }
    }

    /// What comes out as chosen now.
    #[must_use]
    pub fn merged(&self) -> CommentedRoutine {
        let mut leaves = Vec::new();
        self.gather(&self.plan, &mut leaves);
        let CommentedBlocks { blocks, above } = joined(leaves.iter());
        let routine = Routine { blocks, ..self.mine.routine.clone() };
        let mut merged = CommentedRoutine { routine, above, ..self.mine.clone() };
        for head in self.heads.iter().filter(|head| head.chosen == Pick::Theirs) {
            head.field.copy(&self.theirs, &mut merged);
        }
        merged
    }

    fn gather(&self, plan: &[Piece], leaves: &mut Vec<Leaf>) {
        let chosen = |number: usize| self.hunks.get(number).map_or(Pick::Mine, |hunk| hunk.chosen);
        for piece in plan {
            match piece {
                Piece::Kept(leaf) => leaves.push(Leaf::clone(leaf)),
                Piece::Hunk { number, mine, theirs } => match chosen(*number) {
                    Pick::Mine => leaves.extend(mine.iter().cloned()),
                    Pick::Theirs => leaves.extend(theirs.iter().cloned()),
                    Pick::Both => {
                        let is_new = |leaf: &&Leaf| mine.iter().all(|m| m.print.whole != leaf.print.whole);
                        leaves.extend(mine.iter().chain(theirs.iter().filter(is_new)).cloned());
                    }
                },
                Piece::Group { number, mine, theirs, inner } => {
                    let is_theirs = number.is_some_and(|number| chosen(number) == Pick::Theirs);
                    let mut leaf = Leaf::clone(if is_theirs { theirs } else { mine });
                    leaf.inner.clear();
                    self.gather(inner, &mut leaf.inner);
                    leaves.push(leaf);
                }
            }
        }
    }
}

/// What is taken where nobody has chosen yet, and whether that is certain: by which of mine and
/// theirs is as it was.
fn settled(is_base: [bool; 2]) -> (Pick, bool) {
    match is_base {
        [true, false] => (Pick::Theirs, true),
        [_, theirs_is_base] => (Pick::Mine, theirs_is_base),
    }
}

/// Merges three versions of a list.
fn lists([base, mine, theirs]: [&[Leaf]; 3], hunks: &mut Vec<Hunk>) -> Vec<Piece> {
    let prints = |leaves: &[Leaf]| leaves.iter().map(|leaf| leaf.print.clone()).collect::<Vec<_>>();
    let base_prints = prints(base);
    let in_theirs: std::collections::BTreeMap<usize, usize> =
        align(&base_prints, &prints(theirs)).into_iter().collect();
    let mut plan = Vec::new();
    let (mut b_at, mut m_at, mut t_at) = (0, 0, 0);
    for (b, m) in align(&base_prints, &prints(mine)) {
        let Some(&t) = in_theirs.get(&b) else { continue };
        stretch([&base[b_at..b], &mine[m_at..m], &theirs[t_at..t]], hunks, &mut plan);
        (b_at, m_at, t_at) = (b + 1, m + 1, t + 1);
        one(&base[b], &mine[m], &theirs[t], hunks, &mut plan);
    }
    stretch([&base[b_at..], &mine[m_at..], &theirs[t_at..]], hunks, &mut plan);
    plan
}

/// Merges one block that is in all three.
fn one(base: &Leaf, mine: &Leaf, theirs: &Leaf, hunks: &mut Vec<Hunk>, plan: &mut Vec<Piece>) {
    let is_group = mine.shell.inner().is_some();
    let is_one_kind = base.print.kind == mine.print.kind && mine.print.kind == theirs.print.kind;
    if mine.print.whole == theirs.print.whole {
        plan.push(Piece::Kept(Box::new(mine.clone())));
    } else if is_group && is_one_kind {
        let number = (mine.own != theirs.own).then_some(hunks.len());
        if number.is_some() {
            let shell = |leaf: &Leaf| Leaf { inner: Vec::new(), ..leaf.clone() };
            let shells = [base, mine, theirs].map(|leaf| vec![shell(leaf)]);
            let (chosen, certain) = settled([mine, theirs].map(|leaf| leaf.own == base.own));
            let [base, mine, theirs] = shells.map(|leaves| joined(leaves.iter()));
            hunks.push(Hunk { base, mine, theirs, chosen, certain, is_shell: true });
        }
        let inner = lists([&base.inner, &mine.inner, &theirs.inner], hunks);
        let [mine, theirs] = [mine, theirs].map(|leaf| Box::new(leaf.clone()));
        plan.push(Piece::Group { number, mine, theirs, inner });
    } else {
        stretch([base, mine, theirs].map(std::slice::from_ref), hunks, plan);
    }
}

/// Merges a stretch in which nothing of the base is in both.
fn stretch([base, mine, theirs]: [&[Leaf]; 3], hunks: &mut Vec<Hunk>, plan: &mut Vec<Piece>) {
    let is_same = |a: &[Leaf], b: &[Leaf]| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.print.whole == b.print.whole)
    };
    if is_same(mine, theirs) {
        // Both did the same, or nothing.
        plan.extend(mine.iter().cloned().map(|leaf| Piece::Kept(Box::new(leaf))));
        return;
    }
    let (chosen, certain) = settled([mine, theirs].map(|leaves| is_same(base, leaves)));
    plan.push(Piece::Hunk { number: hunks.len(), mine: mine.to_vec(), theirs: theirs.to_vec() });
    let [base, mine, theirs] = [base, mine, theirs].map(|leaves| joined(leaves.iter()));
    hunks.push(Hunk { base, mine, theirs, chosen, certain, is_shell: false });
}
