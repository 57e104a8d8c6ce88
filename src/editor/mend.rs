//! The edits that mend what diagnostics tell of: one, or all at once.

use std::collections::BTreeSet;

use super::{BlockId, Change, Document, Edit, HeadChange, Node, Slot};
use crate::model::{Block, CommentedBlocks, Diagnostic, Fix, Optional, Seconds, Step};

/// The edit that does what a diagnostic advises, where it advises anything that can be done.
#[must_use]
pub fn mend(document: &Document, diagnostic: &Diagnostic) -> Option<Edit> {
    let fix = diagnostic.fix.as_ref()?;
    let edit = match document.at(&diagnostic.place) {
        Some(node) => mend_block(document, &diagnostic.place, node.id, fix)?,
        None => mend_head(document, fix)?,
    };
    Some(Edit::Mend(Box::new(edit)))
}

fn mend_block(document: &Document, place: &[usize], id: BlockId, fix: &Fix) -> Option<Edit> {
    let change = |change| Some(Edit::Change { ids: BTreeSet::from([id]), change });
    match fix {
        Fix::UseExercise(exercise) => change(Change::Exercise(exercise.clone())),
        Fix::UseBreath(pattern) => change(Change::Breath(Some(pattern.clone()))),
        Fix::SetDose(dose) => change(Change::Dose(Some(*dose))),
        Fix::BothSides => change(Change::Sides(None)),
        Fix::SetRest(secs) => {
            let around = (1..place.len()).filter_map(|depth| document.at(&place[..depth]));
            let ids = around.filter(|node| rests_never(node)).map(|node| node.id).chain([id]).collect();
            Some(Edit::Change { ids, change: Change::Rest(Some(Seconds(*secs))) })
        }
        Fix::InsertStep(exercise) => {
            // Once is enough: before the rounds, not in each of them.
            let is_repeat = |depth: &usize| is_repeat(document, &place[..*depth]);
            let depth = (1..place.len()).find(is_repeat).unwrap_or(place.len());
            Some(insert(document.slot_at(&place[..depth])?, exercise))
        }
        Fix::AppendStep(exercise) => Some(at_the_end(document, exercise)),
        Fix::SetTimes(times) => change(Change::Times(*times)),
        Fix::LeaveOut(Optional::Rest) => change(Change::Rest(None)),
        Fix::LeaveOut(Optional::Switch) => change(Change::Switch(None)),
        Fix::LeaveOut(Optional::Transition) => change(Change::Transition(None)),
        Fix::LeaveOut(Optional::Tempo) => change(Change::Tempo(None)),
        Fix::Remove => Some(Edit::Remove(BTreeSet::from([id]))),
    }
}

fn is_repeat(document: &Document, place: &[usize]) -> bool {
    document.at(place).is_some_and(|node| matches!(node.block, Block::Repeat(_)))
}

/// True for a repeat that says there is no rest between its rounds, whatever its steps say.
fn rests_never(node: &Node) -> bool {
    matches!(&node.block, Block::Repeat(repeat) if repeat.rest_secs == Some(Seconds(0.0)))
}

fn mend_head(document: &Document, fix: &Fix) -> Option<Edit> {
    match fix {
        Fix::UseBreath(pattern) => Some(Edit::Head(HeadChange::Breath(Some(pattern.clone())))),
        Fix::SetRest(secs) => Some(Edit::Head(HeadChange::Rest(Some(Seconds(*secs))))),
        Fix::InsertStep(exercise) | Fix::AppendStep(exercise) => Some(at_the_end(document, exercise)),
        Fix::LeaveOut(Optional::Rest) => Some(Edit::Head(HeadChange::Rest(None))),
        Fix::LeaveOut(Optional::Switch) => Some(Edit::Head(HeadChange::Switch(None))),
        Fix::LeaveOut(Optional::Transition | Optional::Tempo)
        | Fix::UseExercise(_)
        | Fix::SetDose(_)
        | Fix::BothSides
        | Fix::SetTimes(_)
        | Fix::Remove => None,
    }
}

fn at_the_end(document: &Document, exercise: &str) -> Edit {
    insert(Slot::top(document.blocks.len()), exercise)
}

fn insert(at: Slot, exercise: &str) -> Edit {
    let step = Step { exercise: exercise.to_owned(), ..Step::default() };
    Edit::Insert { at, blocks: CommentedBlocks { blocks: vec![Block::Step(step)], ..Default::default() } }
}

/// One edit that does all of these mends. What puts blocks in or takes them out comes last and from
/// the back, so that the places of the others hold.
#[must_use]
pub fn mend_all<'a>(mends: impl Iterator<Item = &'a Edit>) -> Edit {
    let (mut changes, mut places): (Vec<Edit>, Vec<Edit>) = (Vec::new(), Vec::new());
    for mend in mends {
        let mend = if let Edit::Mend(inner) = mend { inner } else { mend };
        match mend {
            Edit::Change { ids, change } => {
                let same = changes.iter_mut().find_map(|known| match known {
                    Edit::Change { ids, change: other } if other == change => Some(ids),
                    _ => None,
                });
                match same {
                    Some(known) => known.extend(ids),
                    None => changes.push(mend.clone()),
                }
            }
            Edit::Head(_) => changes.push(mend.clone()),
            // One warm-up is enough for all that stands cold behind it.
            Edit::Insert { blocks, .. } if places.iter().any(|known| puts_in(known, blocks)) => {}
            other => places.push(other.clone()),
        }
    }
    places.sort_by_key(|edit| match edit {
        Edit::Insert { at, .. } => (0, std::cmp::Reverse(at.index)),
        _ => (1, std::cmp::Reverse(0)),
    });
    changes.append(&mut places);
    Edit::Mend(Box::new(Edit::All(changes)))
}

fn puts_in(edit: &Edit, what: &CommentedBlocks) -> bool {
    matches!(edit, Edit::Insert { blocks, .. } if blocks == what)
}
