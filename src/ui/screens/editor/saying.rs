//! What the blocks of a routine are called: on their cards, and in full for those who do not see them.

use super::DeskView;
use super::rows::Row;
use crate::catalog::Catalog;
use crate::editor::Node;
use crate::model::{Block, Exercise, SideOrder, Sides, Step};
use crate::text::Words;

/// The words on a card.
pub(super) struct Said {
    /// What it is.
    pub(super) title: String,
    /// How much, and how long; may be empty.
    pub(super) under: String,
    /// True for a step whose exercise nobody knows.
    pub(super) is_unknown: bool,
}

/// The words on the card of a block.
pub(super) fn said(words: &Words, view: &DeskView<'_>, node: &Node) -> Said {
    let facts = view.review.blocks.get(&node.id).filter(|facts| facts.total_ms > 0);
    // A group takes as long as all its rounds; what is in it is told as it is done once.
    let length = facts.map(|facts| {
        let rounds = if node.is_group() { 1 } else { u64::from(facts.rounds.max(1)) };
        words.length(facts.total_ms / rounds)
    });
    let (title, own) = match &node.block {
        Block::Step(step) => return said_of_step(words, view.catalog, step, length),
        Block::Rest(rest) => {
            let length = words.length(rest.secs.to_ms().unwrap_or_default());
            return Said { title: words.get("edit-rest"), under: length, is_unknown: false };
        }
        Block::Breathe(breathe) => {
            let pattern = breathe.pattern.as_ref().or(view.history.document().head.defaults.breath.as_ref());
            let known = pattern.map_or(Some(view.catalog.default_breath()), |id| view.catalog.breath(id));
            let name = known.map(|pattern| pattern.name.clone()).or(pattern.cloned());
            (words.get("edit-breathe"), name)
        }
        Block::Repeat(repeat) => {
            let title = words.with("edit-repeat-title", &[("times", repeat.times.into())]);
            let rest = repeat.rest_secs.map(|secs| {
                let length = words.length(secs.to_ms().unwrap_or_default());
                words.with("edit-rest-between", &[("length", length.into())])
            });
            (title, rest)
        }
        Block::Section(section) if section.name.trim().is_empty() => {
            (words.get("edit-section-unnamed"), None)
        }
        Block::Section(section) => (section.name.clone(), None),
    };
    Said { title, under: joined([own, length]), is_unknown: false }
}

fn said_of_step(words: &Words, catalog: &Catalog, step: &Step, length: Option<String>) -> Said {
    let Some(exercise) = catalog.exercise(&step.exercise) else {
        let under = words.get("edit-unknown");
        return Said { title: step.exercise.clone(), under, is_unknown: true };
    };
    let side = step.sides.filter(|_| exercise.sides != Sides::Both).and_then(|order| {
        Some(words.get(match order {
            SideOrder::LeftOnly => "edit-left-only",
            SideOrder::RightOnly => "edit-right-only",
            SideOrder::LeftFirst => "edit-left-first",
            SideOrder::RightFirst => return None,
        }))
    });
    let under = joined([Some(dose_of(words, step, exercise)), side, length]);
    Said { title: exercise.name.clone(), under, is_unknown: false }
}

/// How much of an exercise a step asks for, as it is recommended where the step does not say.
fn dose_of(words: &Words, step: &Step, exercise: &Exercise) -> String {
    let alone = matches!(step.sides, Some(SideOrder::LeftOnly | SideOrder::RightOnly));
    let sides = if alone { Sides::Both } else { exercise.sides };
    words.dose(&step.dose.unwrap_or(exercise.dose), sides, exercise.ways.len())
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a block is called in full: with where it stands and what there is to tell of it.
pub(super) fn whole_name(words: &Words, view: &DeskView<'_>, row: &Row) -> String {
    let it = said(words, view, &row.node);
    let mut parts = vec![it.title];
    parts.extend(it.under.split(" · ").filter(|part| !part.is_empty()).map(str::to_owned));
    let group = row.within.and_then(|head| view.list.rows.all().get(head));
    if let Some(group) = group.filter(|group| group.node.id != row.node.id) {
        let name = said(words, view, &group.node).title;
        parts.push(words.with("edit-in-group", &[("name", name.into())]));
    }
    parts.push(words.with("edit-place", &[("n", (row.slot.index + 1).into()), ("of", row.beside.into())]));
    if row.node.block.is_disabled() {
        parts.push(words.get("edit-is-left-out"));
    }
    if matches!(&row.node.block, Block::Step(step) if !step.note.is_empty()) {
        parts.push(words.get("edit-has-note"));
    }
    if let Some(severity) = view.review.blocks.get(&row.node.id).and_then(|facts| facts.worst) {
        parts.push(words.severity(severity));
    }
    parts.join(", ")
}
