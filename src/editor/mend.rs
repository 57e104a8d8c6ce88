//! The edit that mends what a diagnostic tells of.

use std::collections::BTreeSet;

use super::{BlockId, Change, Document, Edit, HeadChange, Slot};
use crate::model::{Block, CommentedBlocks, Diagnostic, Fix, Seconds, Step};

/// The edit that does what a diagnostic advises, where it advises anything that can be done.
#[must_use]
pub fn mend(document: &Document, diagnostic: &Diagnostic) -> Option<Edit> {
    let fix = diagnostic.fix.as_ref()?;
    let edit = match document.at(&diagnostic.place) {
        Some(node) => mend_block(document, node.id, fix)?,
        None => mend_head(document, fix)?,
    };
    Some(Edit::Mend(Box::new(edit)))
}

fn mend_block(document: &Document, id: BlockId, fix: &Fix) -> Option<Edit> {
    let change = |change| Some(Edit::Change { ids: BTreeSet::from([id]), change });
    match fix {
        Fix::UseExercise(exercise) => change(Change::Exercise(exercise.clone())),
        Fix::UseBreath(pattern) => change(Change::Breath(Some(pattern.clone()))),
        Fix::SetDose(dose) => change(Change::Dose(Some(*dose))),
        Fix::BothSides => change(Change::Sides(None)),
        Fix::SetRest(secs) => change(Change::Rest(Some(Seconds(*secs)))),
        Fix::InsertStep(exercise) => Some(insert(document.slot_of(id)?, exercise)),
        Fix::Remove => Some(Edit::Remove(BTreeSet::from([id]))),
    }
}

fn mend_head(document: &Document, fix: &Fix) -> Option<Edit> {
    match fix {
        Fix::UseBreath(pattern) => Some(Edit::Head(HeadChange::Breath(Some(pattern.clone())))),
        Fix::SetRest(secs) => Some(Edit::Head(HeadChange::Rest(Some(Seconds(*secs))))),
        Fix::InsertStep(exercise) => Some(insert(Slot::top(document.blocks.len()), exercise)),
        Fix::UseExercise(_) | Fix::SetDose(_) | Fix::BothSides | Fix::Remove => None,
    }
}

fn insert(at: Slot, exercise: &str) -> Edit {
    let step = Step { exercise: exercise.to_owned(), ..Step::default() };
    Edit::Insert { at, blocks: CommentedBlocks { blocks: vec![Block::Step(step)], ..Default::default() } }
}
