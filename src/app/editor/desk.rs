//! The routine that lies on the desk.

use std::sync::Arc;

use crate::catalog::Catalog;
use crate::editor::{Document, History, Review};
use crate::engine::Options;
use crate::model::CommentedRoutine;
use crate::store::ron_text::plain_lines;
use crate::store::routine_comments::read_commented;
use crate::ui::DeskFace;

use super::FIRST_FACE;
use super::kept::Kept;
use super::listing::Listing;
use super::live::LiveDesk;
use super::source::SourceDesk;

/// The routine that lies on the desk.
pub(in crate::app) struct Desk {
    pub(in crate::app) history: History,
    /// What is known of this document. Letters in a comment make no other.
    pub(super) review: Option<(Document, Review)>,
    pub(super) listing: Listing,
    pub(super) face: DeskFace,
    pub(in crate::app) live: LiveDesk,
    /// Where it is kept.
    pub(super) kept: Kept,
    pub(super) source: SourceDesk,
}

impl Desk {
    /// Opens a document.
    pub(super) fn new(document: Document, source: Option<Arc<str>>) -> Self {
        Self::with(History::new(document, source))
    }

    fn with(history: History) -> Self {
        Self {
            history,
            review: None,
            listing: Listing::default(),
            face: FIRST_FACE,
            live: LiveDesk::default(),
            kept: Kept::default(),
            source: SourceDesk::default(),
        }
    }

    /// Opens a text, in the source where it cannot be read; `stand_in` is then shown as cards.
    /// Whatever its lines end in, on the desk and once it is saved it is a plain newline.
    pub(super) fn of_text(text: &str, stand_in: impl FnOnce() -> CommentedRoutine) -> Self {
        let text: Arc<str> = plain_lines(text).into();
        if let Ok(routine) = read_commented(&text) {
            return Self::new(Document::new(routine), Some(text));
        }
        let history = History::unread(Document::new(stand_in()), text);
        Self { face: DeskFace::Source, ..Self::with(history) }
    }

    /// The same, kept like this.
    pub(super) fn kept(self, kept: Kept) -> Self {
        Self { kept, ..self }
    }

    /// The name of the routine.
    pub(super) fn name(&self) -> &str {
        &self.history.document().head.name
    }

    /// True where something would be lost if there were no draft.
    pub(super) fn has_changes(&self) -> bool {
        self.kept.has_changes(&self.history)
    }

    /// The catalogue or the options are others: what was known holds no more.
    pub(super) fn forget_review(&mut self) {
        self.review = None;
        self.live.forget();
    }

    /// Looks the routine over, where it has changed.
    pub(super) fn review(&mut self, catalog: &Catalog, options: &Options) {
        let document = self.history.document();
        if self.review.as_ref().is_none_or(|(of, _)| !of.is(document)) {
            self.review = Some((document.clone(), Review::of(document, catalog, options)));
        }
    }

    /// Brings the live parts to where the routine is, once it was looked over.
    pub(super) fn follow(&mut self, catalog: &Catalog, options: &Options, now: std::time::Duration) {
        if let Some((_, review)) = &self.review {
            self.live.follow(&self.history, review, (catalog, options), now);
        }
    }

    /// What is known of the routine.
    pub(super) fn reviewed(&self) -> Option<&Review> {
        self.review.as_ref().map(|(_, review)| review)
    }
}
