//! What the list of blocks keeps between frames: its rows, what is folded, and where keyboard and
//! eye are.

use std::collections::BTreeSet;

use crate::editor::{BlockId, Document, History, Slot};
use crate::ui::screens::editor::{ListView, Rows};
use crate::ui::{Arranging, Beside};

/// What the list of blocks keeps between frames.
#[derive(Default)]
pub(super) struct Listing {
    /// The rows, and the version of the document they are of.
    rows: Option<(u64, Rows)>,
    folded: BTreeSet<BlockId>,
    /// Where a range of selected blocks begins.
    anchor: Option<BlockId>,
    /// Where it ends, and the keyboard goes on.
    lead: Option<BlockId>,
    /// The block to bring into sight in the next frame.
    reveal: Option<BlockId>,
    /// The block that gets the keyboard's focus in the next frame.
    focus: Option<BlockId>,
    /// The palette's search gets the keyboard's focus in the next frame.
    searches: bool,
    pub(super) beside: Beside,
    keys_shown: bool,
}

impl Listing {
    /// Lays the rows out anew where the document is another.
    pub(super) fn lay(&mut self, history: &History) {
        let stamp = history.stamp();
        if self.rows.as_ref().is_none_or(|(of, _)| *of != stamp) {
            self.rows = Some((stamp, Rows::new(history.document(), &self.folded)));
        }
    }

    /// What the screen sees of it. What is asked once is told once.
    pub(super) fn told_once(&mut self) -> Asked {
        Asked {
            reveal: self.reveal.take(),
            focus: self.focus.take(),
            searches: std::mem::take(&mut self.searches),
        }
    }

    /// What the screen sees of it; nothing before it was laid out.
    pub(super) fn view(&self, asked: Asked) -> Option<ListView<'_>> {
        let (_, rows) = self.rows.as_ref()?;
        Some(ListView {
            rows,
            anchor: self.anchor,
            lead: self.lead,
            reveal: asked.reveal,
            focus: asked.focus,
            searches: asked.searches,
            beside: self.beside,
            keys_shown: self.keys_shown,
        })
    }

    /// Follows what was selected or edited elsewhere than in the list.
    pub(super) fn follow(&mut self, history: &History) {
        let selection = history.selection();
        if !self.lead.is_some_and(|lead| selection.contains(&lead)) {
            let first = history.document().outermost(selection).first().copied();
            (self.lead, self.anchor) = (first, first);
        }
        self.reveal(history.document());
    }

    /// Brings where the keyboard goes on into sight, out of folded groups too.
    fn reveal(&mut self, document: &Document) {
        self.reveal = self.lead;
        let parent = |id| document.slot_of(id).and_then(|slot| slot.parent);
        let mut above = self.lead.and_then(parent);
        while let Some(id) = above {
            if self.folded.remove(&id) {
                self.rows = None;
            }
            above = parent(id);
        }
    }

    /// Does what the list asked for that is no edit.
    pub(super) fn arrange(&mut self, asked: Arranging, history: &mut History) {
        match asked {
            Arranging::Pick { ids, anchor, lead } => {
                history.select(ids);
                (self.anchor, self.lead) = (Some(anchor), Some(lead));
                self.beside = Beside::Inspector;
                self.reveal(history.document());
            }
            Arranging::Focus => self.focus = self.lead,
            Arranging::Fold(id) => {
                if !self.folded.remove(&id) {
                    self.folded.insert(id);
                }
                self.rows = None;
            }
            Arranging::Show(beside) => self.beside = beside,
            Arranging::Search => {
                self.beside = Beside::Palette;
                self.searches = true;
            }
            Arranging::ToggleKeys => self.keys_shown = !self.keys_shown,
            // An edit: see `State::add_block`.
            Arranging::Add(_) => {}
        }
    }
}

/// What is asked of the screen for one frame.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    reveal: Option<BlockId>,
    focus: Option<BlockId>,
    searches: bool,
}

/// Where a new block goes: into the one group that is selected and empty, else after what is
/// selected, else to the end.
pub(super) fn place_for_new(document: &Document, selection: &BTreeSet<BlockId>) -> Slot {
    let selected = document.outermost(selection);
    let end = Slot::top(document.blocks.len());
    let Some(last) = selected.last() else { return end };
    if selected.len() == 1 && document.inner_of(Some(*last)).is_some_and(<[_]>::is_empty) {
        return Slot { parent: Some(*last), index: 0 };
    }
    document.slot_of(*last).map_or(end, |slot| Slot { index: slot.index + 1, ..slot })
}
