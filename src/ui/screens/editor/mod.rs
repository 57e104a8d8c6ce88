//! Editor: the shelf of routines, and the desk on which one of them lies open.

mod acts;
mod card;
mod conflict;
mod desk;
mod dragging;
mod drop;
mod facts;
mod findings;
mod frames;
mod header;
mod inspector;
mod keeping;
mod keys;
mod layout;
mod list;
mod live;
mod palette;
mod palette_search;
mod preview;
mod rows;
mod saying;
mod shelf;
mod source;
mod strip;
mod tabs;
mod toolbar;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Rect, Ui};

pub use keeping::{ConflictView, DraftFace, KeepingFace, TheirsView};
pub use shelf::{ShelfCard, ShelfView, TrashedCard, WaitingDraft};

use super::Repaint;
use crate::catalog::Catalog;
use crate::editor::{BlockId, History, Review};
use crate::engine::Options;
use crate::model::Exercise;
use crate::ui::widgets::Sketch;
use crate::ui::{Beside, Command, DeskFace, Look};
pub use acts::Act;
pub use inspector::{InspectorView, inspector_ui};
pub use keys::{DESK_KEYS, DeskKey, DeskKeyRow};
pub use live::LiveView;
pub use rows::{Row, RowKind, Rows};
pub use source::{SourceMark, SourceView};
pub use strip::StripMap;

/// The exercises to choose from.
#[derive(Clone, Copy)]
pub struct PaletteView<'a> {
    /// The search, as typed.
    pub query: &'a str,
    /// What was found, best first.
    pub found: &'a [Arc<Exercise>],
}

/// The list of blocks.
#[derive(Clone, Copy)]
pub struct ListView<'a> {
    /// The blocks below each other.
    pub rows: &'a Rows,
    /// Where a range of selected blocks begins.
    pub anchor: Option<BlockId>,
    /// Where it ends, and the keyboard goes on.
    pub lead: Option<BlockId>,
    /// The block to bring into sight now.
    pub reveal: Option<BlockId>,
    /// The block whose card gets the keyboard's focus now.
    pub focus: Option<BlockId>,
    /// The palette's search gets the keyboard's focus now.
    pub searches: bool,
    /// What stands in the column that palette and inspector share where the window is narrow.
    pub beside: Beside,
    /// The list of keys is shown.
    pub keys_shown: bool,
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
    /// What holds where the routine says nothing.
    pub usual: Options,
    /// The still figures drawn so far, by the id of the exercise.
    pub sketches: &'a BTreeMap<String, Sketch>,
    /// The exercises to choose from.
    pub palette: PaletteView<'a>,
    /// The list of blocks.
    pub list: ListView<'a>,
    /// How the routine is shown.
    pub face: DeskFace,
    /// The strip and the preview.
    pub live: LiveView<'a>,
    /// Where the routine is kept.
    pub keeping: KeepingFace<'a>,
    /// It has a file, and is not as it is there.
    pub can_go_back: bool,
    /// Two versions between which to choose.
    pub conflict: Option<ConflictView<'a>>,
    /// The text.
    pub source: SourceView<'a>,
}

/// What the screen shows.
#[derive(Clone, Copy)]
pub enum EditorView<'a> {
    /// All routines.
    Shelf(ShelfView<'a>),
    /// One of them.
    Desk(&'a DeskView<'a>),
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
        EditorView::Shelf(shelf) => shelf::shelf_ui(ui, look, rect, shelf, commands),
        EditorView::Desk(desk) => desk::desk_ui(ui, look, rect, desk, commands),
    }
}
