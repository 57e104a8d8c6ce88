//! What is different between two routines, in words: what came, what went, and what changed.

use crate::catalog::Catalog;
use crate::model::{Block, Routine, Step};
use crate::text::Words;

/// Longer ones are told apart by their ends alone.
const LONGEST: usize = 1_000;

/// A block in the order in which it stands, with what is in it left to come after.
struct Line<'a> {
    block: &'a Block,
    depth: usize,
}

impl Line<'_> {
    /// True where it is the same thing to do, in whatever dose.
    fn is_like(&self, other: &Self) -> bool {
        self.depth == other.depth
            && match (self.block, other.block) {
                (Block::Step(a), Block::Step(b)) => a.exercise == b.exercise,
                (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
            }
    }

    /// True where nothing of it is different, whatever is in it.
    fn is_same(&self, other: &Self) -> bool {
        match (self.block, other.block) {
            (Block::Repeat(a), Block::Repeat(b)) => {
                (a.times, a.rest_secs, a.disabled) == (b.times, b.rest_secs, b.disabled)
            }
            (Block::Section(a), Block::Section(b)) => (&a.name, a.disabled) == (&b.name, b.disabled),
            (a, b) => a == b,
        }
    }
}

/// What is different in `theirs`, seen from `mine`.
pub(super) fn differences(mine: &Routine, theirs: &Routine, catalog: &Catalog, words: &Words) -> Vec<String> {
    let mut told = Vec::new();
    if mine.name != theirs.name {
        let (mine, theirs) = (mine.name.as_str(), theirs.name.as_str());
        told.push(words.with("arrive-diff-name", &[("mine", mine.into()), ("theirs", theirs.into())]));
    }
    if (&mine.summary, &mine.tags) != (&theirs.summary, &theirs.tags) {
        told.push(words.get("arrive-diff-summary"));
    }
    if mine.defaults != theirs.defaults {
        told.push(words.get("arrive-diff-defaults"));
    }
    let (mut before, mut after) = (Vec::new(), Vec::new());
    flatten(&mine.blocks, 0, &mut before);
    flatten(&theirs.blocks, 0, &mut after);
    let name = |line: &Line<'_>| name_of(line.block, catalog, words);
    for change in changes(&before, &after) {
        let (key, line) = match change {
            Change::Came(index) => ("arrive-diff-came", &after[index]),
            Change::Went(index) => ("arrive-diff-went", &before[index]),
            Change::Changed(index) => ("arrive-diff-changed", &after[index]),
        };
        told.push(words.with(key, &[("name", name(line).into())]));
    }
    told
}

fn flatten<'a>(blocks: &'a [Block], depth: usize, lines: &mut Vec<Line<'a>>) {
    for block in blocks {
        lines.push(Line { block, depth });
        flatten(block.inner().unwrap_or_default(), depth + 1, lines);
    }
}

fn name_of(block: &Block, catalog: &Catalog, words: &Words) -> String {
    match block {
        Block::Step(Step { exercise, .. }) => {
            catalog.exercise(exercise).map_or_else(|| exercise.clone(), |exercise| exercise.name.clone())
        }
        Block::Repeat(repeat) => words.with("arrive-diff-repeat", &[("n", repeat.times.into())]),
        Block::Section(section) => section.name.clone(),
        Block::Breathe(_) => words.get("wish-breathe"),
        Block::Rest(_) => words.get("arrive-diff-rest"),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Change {
    Came(usize),
    Went(usize),
    Changed(usize),
}

/// The changes that lead from one list to the other, in order: as few as there can be.
fn changes(before: &[Line<'_>], after: &[Line<'_>]) -> Vec<Change> {
    let same_start = before.iter().zip(after).take_while(|(a, b)| a.is_like(b)).count();
    let (mid_before, mid_after) = (&before[same_start..], &after[same_start..]);
    let same_end =
        mid_before.iter().rev().zip(mid_after.iter().rev()).take_while(|(a, b)| a.is_like(b)).count();
    let mid_before = &mid_before[..mid_before.len() - same_end];
    let mid_after = &mid_after[..mid_after.len() - same_end];
    let mut pairs: Vec<(usize, usize)> = (0..same_start).map(|i| (i, i)).collect();
    pairs.extend(matches(mid_before, mid_after).into_iter().map(|(a, b)| (a + same_start, b + same_start)));
    pairs.extend((0..same_end).rev().map(|i| (before.len() - 1 - i, after.len() - 1 - i)));

    let mut changes = Vec::new();
    let (mut a, mut b) = (0, 0);
    for (next_a, next_b) in pairs {
        changes.extend((a..next_a).map(Change::Went));
        changes.extend((b..next_b).map(Change::Came));
        if !before[next_a].is_same(&after[next_b]) {
            changes.push(Change::Changed(next_b));
        }
        (a, b) = (next_a + 1, next_b + 1);
    }
    changes.extend((a..before.len()).map(Change::Went));
    changes.extend((b..after.len()).map(Change::Came));
    changes
}

/// The longest run of pairs that are alike and stand in the same order.
fn matches(before: &[Line<'_>], after: &[Line<'_>]) -> Vec<(usize, usize)> {
    if before.len().max(after.len()) > LONGEST {
        return Vec::new();
    }
    let width = after.len() + 1;
    let mut best = vec![0_u16; (before.len() + 1) * width];
    for a in (0..before.len()).rev() {
        for b in (0..after.len()).rev() {
            best[a * width + b] = if before[a].is_like(&after[b]) {
                best[(a + 1) * width + b + 1] + 1
            } else {
                best[(a + 1) * width + b].max(best[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < before.len() && b < after.len() {
        if before[a].is_like(&after[b]) {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if best[(a + 1) * width + b] >= best[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::ron_text::read_routine;

    fn told(mine: &str, theirs: &str) -> Vec<String> {
        let routine = |blocks: &str| {
            read_routine(&format!("(version: 1, id: \"a\", name: \"A\", blocks: [{blocks}])")).unwrap()
        };
        differences(&routine(mine), &routine(theirs), &Catalog::builtin(), &Words::new("en"))
    }

    #[test]
    fn the_same_routine_has_no_differences() {
        let blocks = "Repeat(times: 2, blocks: [Step(exercise: \"cat-cow\")]), Rest(secs: 5)";
        assert_eq!(told(blocks, blocks), [""; 0]);
    }

    #[test]
    fn what_came_what_went_and_what_changed_is_named() {
        let mine = "Step(exercise: \"cat-cow\"), Step(exercise: \"bird-dog\"), Rest(secs: 5)";
        let theirs = "Step(exercise: \"cat-cow\", dose: Reps(count: 3)), Rest(secs: 5), Step(exercise: \"wall-stretch\")";
        let told = told(mine, theirs);
        assert_eq!(told, ["Changed: Cat-Cow", "Taken out: Bird Dog", "Added: Wall Stretch"]);
    }

    #[test]
    fn a_group_that_changed_is_told_apart_from_what_is_in_it() {
        let mine = "Repeat(times: 2, blocks: [Step(exercise: \"cat-cow\")])";
        let theirs = "Repeat(times: 3, blocks: [Step(exercise: \"cat-cow\")])";
        assert_eq!(told(mine, theirs), ["Changed: 3 rounds"]);
    }
}
