//! The Editor screen's own state: the shelf, and the routine that lies on the desk.

mod adding;
mod arrival;
mod asking;
mod conflict;
mod desk;
mod dialogs;
mod differences;
mod edits;
mod keeping;
mod kept;
mod listing;
mod live;
mod opening;
mod preview;
mod saving;
mod share;
mod shelf;
mod source;
mod whole;
mod wish;
mod writer;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::state::{Route, State};
use super::views::Here;
use crate::catalog::Catalog;
use crate::figure::Palette;
use crate::model::Exercise;
use crate::store::Watch;
use crate::ui::screens::editor::{DeskView, EditorView, LiveView, PaletteView};
use crate::ui::{DeskFace, DraftId, Editing, Screen};
use conflict::Conflict;
pub(super) use desk::Desk;
pub(super) use dialogs::{Dialog, Dialogs, PathAsk};
use preview::Preview;
pub(super) use share::{free_path, usual_folder};
use shelf::Shelf;
pub(super) use writer::Wake;

/// The Editor screen's own state.
#[derive(Default)]
pub(super) struct Editor {
    /// The routine that is open.
    pub(super) desk: Option<Desk>,
    /// Those with unsaved changes that are not open, the one left last first.
    pub(super) waiting: Vec<Desk>,
    /// The one whose changes were let go last.
    discarded: Option<Desk>,
    /// The last number given to a desk.
    numbered: u64,
    /// Follows the folder of own routines.
    watch: Option<Watch>,
    /// What the palette is searched for, and what was found.
    query: String,
    found: Vec<Arc<Exercise>>,
    /// Text for the clipboard.
    clip: Option<String>,
    /// The shelf.
    pub(super) shelf: Shelf,
    /// What lies over the window.
    pub(super) dialogs: Dialogs,
}

impl Editor {
    /// Takes in a changed catalogue.
    pub(super) fn take_in(&mut self, catalog: &Catalog) {
        self.find(catalog);
        if let Some(desk) = &mut self.desk {
            desk.forget_review();
        }
    }

    /// The preview, while there is one.
    pub(super) fn preview(&self) -> Option<&Preview> {
        self.desk.as_ref()?.live.preview.as_ref()
    }

    /// The preview, while there is one.
    pub(super) fn preview_mut(&mut self) -> Option<&mut Preview> {
        self.desk.as_mut()?.live.preview.as_mut()
    }

    /// The routine that is open, and those that wait.
    fn desks(&self) -> impl Iterator<Item = &Desk> {
        self.desk.iter().chain(&self.waiting)
    }

    fn desks_mut(&mut self) -> impl Iterator<Item = &mut Desk> {
        self.desk.iter_mut().chain(&mut self.waiting)
    }

    /// Gives a desk a number, by which it is known from now on.
    fn number(&mut self, desk: &mut Desk) {
        if desk.kept.id == DraftId::default() {
            self.numbered += 1;
            desk.kept.id = DraftId(self.numbered);
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
    pub(super) fn edit(&mut self, asked: Editing, now: Duration) {
        if matches!(asked, Editing::Open(_)) && self.route() != Route::Screen(Screen::Editor) {
            self.show(Screen::Editor, now);
        }
        match asked {
            Editing::New => self.new_routine(),
            Editing::Open(id) => self.open_routine(&id),
            Editing::Close => self.put_away(),
            Editing::Save => self.save(),
            Editing::Keep(asked) => self.keep(asked, now),
            Editing::Find(query) => {
                self.editor.query = query;
                self.editor.find(&self.content.catalog);
            }
            Editing::Show(face) => self.on_desk(|desk| desk.show_face(face)),
            Editing::Write(text) => self.write_source(&text),
            Editing::Source(asked) => self.source(asked),
            Editing::Reveal(id) => self.edit_document(Editing::Select(BTreeSet::from([id]))),
            Editing::Live(asked) => self.live(asked, now),
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
        here: Here,
        show: impl FnOnce(&EditorView<'_>, &Self) -> R,
    ) -> R {
        self.exercises.follow_look(&self.body, palette);
        let options = self.options();
        let mut asked = None;
        if let Some(desk) = &mut self.editor.desk {
            desk.review(&self.content.catalog, &options);
            if let Some(conflict) = &mut desk.kept.conflict {
                conflict.measure(&self.content.catalog, &options);
            }
            desk.follow(&self.content.catalog, &options, here.now);
            desk.listing.lay(&desk.history);
            asked = Some(desk.listing.told_once());
            desk.follow_source();
        }
        let go_to = self.editor.desk.as_mut().and_then(|desk| desk.source.take_go_to());
        let scenes = self.preview_scenes(palette, here.now);
        let catalog = &self.content.catalog;
        let on_desk = |desk| Some((desk, Desk::reviewed(desk)?, desk.listing.view(asked?)?));
        let Some((desk, review, list)) = self.editor.desk.as_ref().and_then(on_desk) else {
            return self.with_shelf(|shelf| show(&EditorView::Shelf(*shelf), self));
        };
        let moment = desk.live.preview.as_ref().and_then(|preview| preview.run.moment(here.now));
        let preview = moment.as_ref().and_then(|moment| self.preview_view(moment, &scenes, here));
        let live = LiveView {
            strip: &desk.live.strip,
            marked: &desk.live.marked,
            span: desk.live.span(),
            head_ms: desk.live.head_ms(here.now),
            panel: desk.live.panel,
            preview: preview.as_ref(),
        };
        let palette = PaletteView { query: &self.editor.query, found: &self.editor.found };
        let view = DeskView {
            history: &desk.history,
            review,
            catalog,
            usual: options,
            sketches: self.exercises.sketches(),
            palette,
            list,
            face: desk.face,
            live,
            keeping: desk.kept.face(&desk.history),
            can_go_back: desk.kept.seen.is_some() && !desk.history.is_saved(),
            conflict: desk.kept.conflict.as_ref().filter(|conflict| conflict.is_shown).map(Conflict::view),
            source: desk.source.view(go_to),
        };
        show(&EditorView::Desk(&view), self)
    }
}

/// So many letters of a name are told in a sentence.
const TOLD: usize = 60;

/// How a routine is shown when it is opened.
const FIRST_FACE: DeskFace = DeskFace::Cards;
