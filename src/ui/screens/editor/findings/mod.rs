//! What is worth telling of the routine: in one line, and unfolded as a list that leads to the
//! blocks and mends them.

mod line;
mod list;

use crate::editor::{BlockId, Document};
use crate::model::{Block, Severity};
use crate::ui::Look;
use crate::ui::theme::{Colors, icons};
use egui::Color32;
pub(super) use line::findings_ui;
pub(super) use list::list_ui;

/// The sign of a severity: each has a shape of its own.
fn sign(severity: Severity) -> char {
    match severity {
        Severity::Error => icons::HURTS,
        Severity::Warning => icons::WARNING,
        Severity::Hint => icons::INFO,
    }
}

fn color(colors: &Colors, severity: Severity) -> Color32 {
    match severity {
        Severity::Error => colors.hurt,
        Severity::Warning => colors.effort,
        Severity::Hint => colors.teal,
    }
}

/// A severity at the beginning of a sentence.
fn severity_said(look: &Look<'_>, severity: Severity) -> String {
    look.words.get(match severity {
        Severity::Error => "live-severity-error",
        Severity::Warning => "live-severity-warning",
        Severity::Hint => "live-severity-hint",
    })
}

/// What a block is called where findings name it.
pub(super) fn block_said(
    look: &Look<'_>,
    document: &Document,
    catalog: &crate::catalog::Catalog,
    id: Option<BlockId>,
) -> String {
    let words = look.words;
    let Some(node) = id.and_then(|id| document.node(id)) else { return words.get("live-block-routine") };
    match &node.block {
        Block::Step(step) => {
            catalog.exercise(&step.exercise).map_or_else(|| step.exercise.clone(), |it| it.name.clone())
        }
        Block::Repeat(repeat) => words.with("live-block-repeat", &[("times", repeat.times.into())]),
        Block::Section(section) => {
            words.with("live-block-section", &[("name", section.name.as_str().into())])
        }
        Block::Breathe(_) => words.get("live-block-breathe"),
        Block::Rest(_) => words.get("live-block-rest"),
    }
}
