//! The Editor screen's own state: the shelf, and the routine that lies on the desk.

mod desk;
mod edits;
mod listing;

use std::sync::Arc;

use super::state::State;
use crate::catalog::Catalog;
use crate::figure::Palette;
use crate::model::Exercise;
use crate::ui::screens::editor::{DeskView, EditorView, PaletteView, ShelfView};
use crate::ui::{DeskFace, Editing};
pub(super) use desk::Desk;

/// The Editor screen's own state.
#[derive(Default)]
pub(super) struct Editor {
    /// The routine that is open.
    pub(super) desk: Option<Desk>,
    /// What the palette is searched for, and what was found.
    query: String,
    found: Vec<Arc<Exercise>>,
    /// Text for the clipboard.
    clip: Option<String>,
}

impl Editor {
    /// Takes in a changed catalogue.
    pub(super) fn take_in(&mut self, catalog: &Catalog) {
        self.find(catalog);
        if let Some(desk) = &mut self.desk {
            desk.forget_review();
        }
    }

    fn find(&mut self, catalog: &Catalog) {
        self.found = catalog.search(&self.query).into_iter().cloned().collect();
    }
}

impl State {
    /// Text for the clipboard, once.
    pub(super) fn take_clip(&mut self) -> Option<String> {
        self.editor.clip.take()
    }

    /// Does what the Editor screen asked for.
    pub(super) fn edit(&mut self, asked: Editing) {
        match asked {
            Editing::New => self.new_routine(),
            Editing::Open(id) => self.open_routine(&id),
            Editing::Close => self.editor.desk = None,
            Editing::Find(query) => {
                self.editor.query = query;
                self.editor.find(&self.content.catalog);
            }
            Editing::Show(face) => self.on_desk(|desk| desk.face = face),
            other => self.edit_document(other),
        }
    }

    fn on_desk(&mut self, change: impl FnOnce(&mut Desk)) {
        if let Some(desk) = &mut self.editor.desk {
            change(desk);
        }
    }

    /// Shows the screen's view to `show`.
    pub(super) fn with_editor<R>(
        &mut self,
        palette: &Palette,
        show: impl FnOnce(&EditorView<'_>, &Self) -> R,
    ) -> R {
        self.exercises.follow_look(&self.body, palette);
        let options = self.options();
        let mut asked = None;
        if let Some(desk) = &mut self.editor.desk {
            desk.review(&self.content.catalog, &options);
            desk.listing.lay(&desk.history);
            asked = Some(desk.listing.told_once());
        }
        let catalog = &self.content.catalog;
        let shelf = EditorView::Shelf(ShelfView { catalog });
        let on_desk = |desk| Some((desk, Desk::reviewed(desk)?, desk.listing.view(asked?)?));
        let Some((desk, review, list)) = self.editor.desk.as_ref().and_then(on_desk) else {
            return show(&shelf, self);
        };
        let palette = PaletteView { query: &self.editor.query, found: &self.editor.found };
        let view = DeskView {
            history: &desk.history,
            review,
            catalog,
            sketches: self.exercises.sketches(),
            palette,
            list,
            face: desk.face,
        };
        show(&EditorView::Desk(view), self)
    }
}

/// How a routine is shown when it is opened.
const FIRST_FACE: DeskFace = DeskFace::Cards;
