//! Editor: the shelf of routines, and the desk on which one of them lies open.

mod conflict;
mod desk;
mod facts;
mod findings;
mod header;
mod inspector;
mod keeping;
mod layout;
mod list;
mod live;
mod palette;
mod preview;
mod shelf;
mod source;
mod strip;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Rect, Ui};

pub use keeping::{ConflictView, DraftFace, KeepingFace, TheirsView};

use super::Repaint;
use crate::catalog::Catalog;
use crate::editor::{BlockId, History, Review};
use crate::model::Exercise;
use crate::ui::widgets::Sketch;
use crate::ui::{Command, DeskFace, Look};
pub use live::LiveView;
pub use strip::StripMap;

/// What the shelf shows.
#[derive(Clone, Copy)]
pub struct ShelfView<'a> {
    /// Every routine there is.
    pub catalog: &'a Catalog,
}

/// The exercises to choose from.
#[derive(Clone, Copy)]
pub struct PaletteView<'a> {
    /// The search, as typed.
    pub query: &'a str,
    /// What was found, best first.
    pub found: &'a [Arc<Exercise>],
}

/// What the desk shows.
#[derive(Clone, Copy)]
pub struct DeskView<'a> {
    /// The routine with all its versions, and what is selected.
    pub history: &'a History,
    /// What is known of it as it will run.
    pub review: &'a Review,
    /// Names of exercises, breaths and sources.
    pub catalog: &'a Catalog,
    /// The still figures drawn so far, by the id of the exercise.
    pub sketches: &'a BTreeMap<String, Sketch>,
    /// The exercises to choose from.
    pub palette: PaletteView<'a>,
    /// How the routine is shown.
    pub face: DeskFace,
    /// The strip and the preview.
    pub live: LiveView<'a>,
    /// The block that is to be brought into sight, in this frame alone.
    pub reveal: Option<BlockId>,
    /// Where the routine is kept.
    pub keeping: KeepingFace<'a>,
    /// Two versions between which to choose.
    pub conflict: Option<ConflictView<'a>>,
}

/// What the screen shows.
#[derive(Clone, Copy)]
pub enum EditorView<'a> {
    /// All routines.
    Shelf(ShelfView<'a>),
    /// One of them.
    Desk(DeskView<'a>),
}

impl EditorView<'_> {
    /// When the next frame is needed, if nobody touches anything.
    #[must_use]
    pub fn repaint(&self, reduced_motion: bool) -> Repaint {
        match self {
            Self::Desk(DeskView { live: LiveView { preview: Some(preview), .. }, .. }) => {
                preview.repaint(reduced_motion)
            }
            Self::Desk(_) | Self::Shelf(_) => Repaint::Never,
        }
    }
}

/// Builds the screen over a rectangle.
pub fn editor_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &EditorView<'_>,
    commands: &mut Vec<Command>,
) {
    match view {
        EditorView::Shelf(shelf) => shelf::shelf_ui(ui, look, rect, *shelf, commands),
        EditorView::Desk(desk) => desk::desk_ui(ui, look, rect, desk, commands),
    }
}
