//! What is inspected: the blocks that are selected, and what they have in common.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::InspectorView;
use crate::editor::{BlockId, Node};
use crate::model::{Block, Exercise, Step};
use crate::text::Words;

/// What several blocks say of one thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shared<T> {
    /// All the same.
    Same(T),
    /// Not all the same; the first of them.
    Mixed(T),
}

impl<T> Shared<T> {
    /// What all say; `None` where they differ.
    pub(super) fn same(self) -> Option<T> {
        match self {
            Self::Same(value) => Some(value),
            Self::Mixed(_) => None,
        }
    }

    /// What the first of them says.
    pub(super) fn first(self) -> T {
        match self {
            Self::Same(value) | Self::Mixed(value) => value,
        }
    }
}

/// The blocks that are selected.
pub(super) struct Subject<'a> {
    /// The blocks, in order.
    pub(super) nodes: Vec<&'a Arc<Node>>,
    /// What to call them.
    pub(super) name: String,
    /// The exercise that all of them are steps of, where it is one and is known.
    pub(super) exercise: Option<&'a Arc<Exercise>>,
}

impl<'a> Subject<'a> {
    pub(super) fn of(view: &InspectorView<'a>, words: &Words) -> Self {
        let document = view.history.document();
        let selected = view.history.selection();
        let mut nodes = Vec::new();
        if let (Some(only), true) = (selected.first(), selected.len() == 1) {
            nodes.extend(document.node(*only));
        } else if !selected.is_empty() {
            document.each(&mut |node| {
                if selected.contains(&node.id) {
                    nodes.push(node);
                }
            });
        }
        let exercise_of = |node: &&'a Arc<Node>| match &node.block {
            Block::Step(step) => view.catalog.exercise(&step.exercise),
            _ => None,
        };
        let first = nodes.first().and_then(exercise_of);
        let all = nodes.iter().all(|node| exercise_of(node).map(|e| &e.id) == first.map(|e| &e.id));
        let exercise = first.filter(|_| all);
        let name = match (&*nodes, exercise) {
            ([], _) => words.get("insp-routine"),
            ([node], _) => name_of(node, view, words),
            (several, _) => words.with("insp-several", &[("n", several.len().into())]),
        };
        Self { nodes, name, exercise }
    }

    /// Tells it from other things to inspect.
    pub(super) fn salt(&self) -> Option<BlockId> {
        self.nodes.first().map(|node| node.id)
    }

    /// The only one.
    pub(super) fn only(&self) -> Option<&'a Arc<Node>> {
        match &*self.nodes {
            [node] => Some(node),
            _ => None,
        }
    }

    /// All of them.
    pub(super) fn ids(&self) -> BTreeSet<BlockId> {
        self.nodes.iter().map(|node| node.id).collect()
    }

    /// What all blocks say of something; `None` where there is one that has no such thing.
    pub(super) fn shared<T: PartialEq>(&self, of: impl Fn(&'a Block) -> Option<T>) -> Option<Shared<T>> {
        self.shared_nodes(|node| of(&node.block))
    }

    /// The same of what a block is in the document.
    pub(super) fn shared_nodes<T: PartialEq>(&self, of: impl Fn(&'a Node) -> Option<T>) -> Option<Shared<T>> {
        let mut all = self.nodes.iter().map(|node| of(node));
        let first = all.next()??;
        let mut same = true;
        for other in all {
            same &= other? == first;
        }
        Some(if same { Shared::Same(first) } else { Shared::Mixed(first) })
    }

    /// The same of steps.
    pub(super) fn shared_steps<T: PartialEq>(&self, of: impl Fn(&'a Step) -> T) -> Option<Shared<T>> {
        self.shared(|block| match block {
            Block::Step(step) => Some(of(step)),
            _ => None,
        })
    }

    /// True where all are steps of which this holds.
    pub(super) fn all_steps(
        &self,
        view: &InspectorView<'_>,
        holds: impl Fn(&Step, &Exercise) -> bool,
    ) -> bool {
        let holds_for = |node: &&Arc<Node>| match &node.block {
            Block::Step(step) => view.catalog.exercise(&step.exercise).is_some_and(|e| holds(step, e)),
            _ => false,
        };
        !self.nodes.is_empty() && self.nodes.iter().all(holds_for)
    }
}

/// What a block is called.
fn name_of(node: &Node, view: &InspectorView<'_>, words: &Words) -> String {
    match &node.block {
        Block::Step(step) => {
            let known = view.catalog.exercise(&step.exercise);
            known.map_or_else(|| step.exercise.clone(), |exercise| exercise.name.clone())
        }
        Block::Repeat(_) => words.get("insp-repeat"),
        Block::Section(section) if section.name.is_empty() => words.get("insp-section"),
        Block::Section(section) => section.name.clone(),
        Block::Breathe(_) => words.get("insp-breathe"),
        Block::Rest(_) => words.get("insp-rest"),
    }
}
