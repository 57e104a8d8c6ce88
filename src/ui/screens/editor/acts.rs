//! What can be done to the selected blocks: one list for the toolbar, the menu and the keyboard.

use std::collections::BTreeSet;

use egui::{Ui, ViewportCommand};

use super::DeskView;
use crate::editor::{BlockId, Change, Edit, Gesture, Node, Nudge, Wrapper};
use crate::text::Words;
use crate::ui::theme::icons;
use crate::ui::{Command, Editing};

/// Something that can be done to the selected blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Move by a step.
    Nudge(Nudge),
    /// Copy in place.
    Duplicate,
    /// Put into a repeat.
    Repeat,
    /// Put under a heading.
    Section,
    /// Take the group away and leave what is in it.
    Unwrap,
    /// Leave out of the session, or take in again.
    LeaveOut,
    /// To the clipboard.
    Copy,
    /// To the clipboard, and out.
    Cut,
    /// From the clipboard.
    Paste,
    /// Take out.
    Remove,
}

impl Act {
    /// All of them, those that are wanted most first.
    pub(super) const ALL: [Self; 13] = [
        Self::Nudge(Nudge::Up),
        Self::Nudge(Nudge::Down),
        Self::Nudge(Nudge::In),
        Self::Nudge(Nudge::Out),
        Self::Duplicate,
        Self::Remove,
        Self::Repeat,
        Self::Section,
        Self::Unwrap,
        Self::LeaveOut,
        Self::Copy,
        Self::Cut,
        Self::Paste,
    ];

    pub(super) fn icon(self, on: &Subject<'_>) -> char {
        match self {
            Self::Nudge(Nudge::Up) => icons::UP,
            Self::Nudge(Nudge::Down) => icons::OPENS,
            Self::Nudge(Nudge::In) => icons::INTO,
            Self::Nudge(Nudge::Out) => icons::OUT_OF,
            Self::Duplicate => icons::DUPLICATE,
            Self::Repeat => icons::REPEAT,
            Self::Section => icons::HEADING,
            Self::Unwrap => icons::SECTION,
            Self::LeaveOut if on.are_left_out() => icons::TAKEN_IN,
            Self::LeaveOut => icons::LEFT_OUT,
            Self::Copy => icons::COPY,
            Self::Cut => icons::CUT,
            Self::Paste => icons::PASTE,
            Self::Remove => icons::DELETE,
        }
    }

    pub(super) fn name(self, words: &Words, on: &Subject<'_>) -> String {
        words.get(match self {
            Self::Nudge(Nudge::Up) => "act-move-up",
            Self::Nudge(Nudge::Down) => "act-move-down",
            Self::Nudge(Nudge::In) => "act-move-in",
            Self::Nudge(Nudge::Out) => "act-move-out",
            Self::Duplicate => "act-duplicate",
            Self::Repeat => "act-repeat",
            Self::Section => "act-section",
            Self::Unwrap => "act-unwrap",
            Self::LeaveOut if on.are_left_out() => "act-take-in",
            Self::LeaveOut => "act-leave-out",
            Self::Copy => "act-copy",
            Self::Cut => "act-cut",
            Self::Paste => "act-paste",
            Self::Remove => "act-remove",
        })
    }

    /// False where it would change nothing.
    pub(super) fn applies(self, on: &Subject<'_>) -> bool {
        match self {
            Self::Paste => true,
            Self::Nudge(way) => on.can_move(way),
            Self::Unwrap => on.nodes.iter().any(|node| node.is_group()),
            _ => !on.nodes.is_empty(),
        }
    }

    /// Asks for it.
    pub(super) fn ask(self, ui: &Ui, words: &Words, on: &Subject<'_>, commands: &mut Vec<Command>) {
        let ids = on.ids.clone();
        let edit = match self {
            Self::Nudge(way) => Edit::Nudge { ids, way },
            Self::Duplicate => Edit::Duplicate(ids),
            Self::Repeat => Edit::Wrap { ids, into: Wrapper::Repeat },
            Self::Section => Edit::Wrap { ids, into: Wrapper::Section(words.get("edit-section-new")) },
            Self::Unwrap => Edit::Unwrap(ids),
            Self::LeaveOut => Edit::Change { ids, change: Change::Disabled(!on.are_left_out()) },
            Self::Remove => Edit::Remove(ids),
            Self::Copy => return commands.push(Command::Edit(Editing::Copy)),
            Self::Cut => return commands.push(Command::Edit(Editing::Cut)),
            // What is on the clipboard comes as an event, as with the key.
            Self::Paste => return ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste),
        };
        commands.push(Command::Edit(Editing::Do(edit, Gesture::Single)));
    }
}

/// The blocks that something is done to: the outermost of those selected.
pub(super) struct Subject<'a> {
    view: &'a DeskView<'a>,
    ids: BTreeSet<BlockId>,
    nodes: Vec<&'a Node>,
}

impl<'a> Subject<'a> {
    /// What is selected.
    pub(super) fn selected(view: &'a DeskView<'a>) -> Self {
        Self::of(view, view.history.selection())
    }

    /// These blocks.
    pub(super) fn of(view: &'a DeskView<'a>, ids: &BTreeSet<BlockId>) -> Self {
        let document = view.history.document();
        let outermost = document.outermost(ids);
        let node = |id: &BlockId| match view.list.rows.of(*id) {
            Some(row) => Some(&*view.list.rows.all()[row].node),
            None => document.node(*id).map(AsRef::as_ref),
        };
        Self {
            view,
            nodes: outermost.iter().filter_map(node).collect(),
            ids: outermost.into_iter().collect(),
        }
    }

    /// How many blocks there are.
    pub(super) fn count(&self) -> usize {
        self.nodes.len()
    }

    /// True where all are left out of the session.
    fn are_left_out(&self) -> bool {
        !self.nodes.is_empty() && self.nodes.iter().all(|node| node.block.is_disabled())
    }

    fn can_move(&self, way: Nudge) -> bool {
        let document = self.view.history.document();
        let slots = self.nodes.first().zip(self.nodes.last());
        let slots = slots.and_then(|(a, b)| Some((document.slot_of(a.id)?, document.slot_of(b.id)?)));
        let Some((first, last)) = slots else { return false };
        let beside = |slot: crate::editor::Slot| document.inner_of(slot.parent).unwrap_or_default();
        let before = first.index.checked_sub(1).and_then(|index| beside(first).get(index));
        let after = beside(last).get(last.index + 1);
        match way {
            Nudge::Up => before.is_some(),
            Nudge::Down => after.is_some(),
            Nudge::In => [before, after].into_iter().flatten().any(|node| node.is_group()),
            Nudge::Out => first.parent.is_some(),
        }
    }
}
