//! What differs between two versions of a routine, block by block.

use super::align::align;
use super::head::HeadField;
use super::leaf::Leaf;
use crate::model::{Block, BlockPath, CommentedRoutine, Routine};

/// One thing in which a newer version differs from an older.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// A field beside the blocks.
    Head {
        /// Which.
        field: HeadField,
        /// What stood in it.
        old: String,
        /// What stands in it now.
        new: String,
    },
    /// A block that was not there.
    Added {
        /// Where it is in the newer version.
        place: BlockPath,
        /// The block, with all within.
        block: Block,
    },
    /// A block that is no longer there.
    Removed {
        /// Where it was in the older version.
        place: BlockPath,
        /// The block, with all within.
        block: Block,
    },
    /// A block that changed by itself; what changed within it is told apart.
    Changed {
        /// Where it is in the newer version.
        place: BlockPath,
        /// What it was, without the blocks within.
        old: Block,
        /// What it is, without the blocks within.
        new: Block,
    },
}

/// What differs between two versions, first the fields, then the blocks in order.
#[must_use]
pub fn compare(old: &Routine, new: &Routine) -> Vec<Difference> {
    let (old, new) = (CommentedRoutine::from(old.clone()), CommentedRoutine::from(new.clone()));
    let heads = HeadField::ALL.into_iter().filter(|field| !field.is_same(&old, &new));
    let mut differences: Vec<Difference> = heads
        .map(|field| Difference::Head { field, old: field.value(&old), new: field.value(&new) })
        .collect();
    lists(&Leaf::of(&old), &Leaf::of(&new), &[], &[], &mut differences);
    differences
}

fn lists(old: &[Leaf], new: &[Leaf], old_path: &[usize], path: &[usize], found: &mut Vec<Difference>) {
    let prints = |leaves: &[Leaf]| leaves.iter().map(|leaf| leaf.print.clone()).collect::<Vec<_>>();
    let at = |path: &[usize], index: usize| [path, &[index]].concat();
    let removed = |range: std::ops::Range<usize>, found: &mut Vec<Difference>| {
        found.extend(range.map(|n| Difference::Removed { place: at(old_path, n), block: old[n].whole() }));
    };
    let added = |range: std::ops::Range<usize>, found: &mut Vec<Difference>| {
        found.extend(range.map(|n| Difference::Added { place: at(path, n), block: new[n].whole() }));
    };
    let (mut old_at, mut new_at) = (0, 0);
    for (o, n) in align(&prints(old), &prints(new)) {
        removed(old_at..o, found);
        added(new_at..n, found);
        (old_at, new_at) = (o + 1, n + 1);
        let (before, now) = (&old[o], &new[n]);
        if before.print.whole == now.print.whole {
            continue;
        }
        if before.own != now.own {
            let (old, new) = (before.shell.clone(), now.shell.clone());
            found.push(Difference::Changed { place: at(path, n), old, new });
        }
        lists(&before.inner, &now.inner, &at(old_path, o), &at(path, n), found);
    }
    removed(old_at..old.len(), found);
    added(new_at..new.len(), found);
}
