//! The routine that lies on the desk.

use crate::catalog::Catalog;
use crate::editor::{Document, History, Review};
use crate::engine::Options;
use crate::ui::DeskFace;

use super::FIRST_FACE;
use super::listing::Listing;

/// The routine that lies on the desk.
pub(in crate::app) struct Desk {
    pub(in crate::app) history: History,
    /// What is known of the version with this stamp.
    review: Option<(u64, Review)>,
    pub(super) listing: Listing,
    pub(super) face: DeskFace,
}

impl Desk {
    /// Opens a document.
    pub(super) fn new(document: Document, source: Option<std::sync::Arc<str>>) -> Self {
        Self {
            history: History::new(document, source),
            review: None,
            listing: Listing::default(),
            face: FIRST_FACE,
        }
    }

    /// The catalogue or the options are others: what was known holds no more.
    pub(super) fn forget_review(&mut self) {
        self.review = None;
    }

    /// Looks the routine over, where it has changed.
    pub(super) fn review(&mut self, catalog: &Catalog, options: &Options) {
        let stamp = self.history.stamp();
        if self.review.as_ref().is_none_or(|(of, _)| *of != stamp) {
            self.review = Some((stamp, Review::of(self.history.document(), catalog, options)));
        }
    }

    /// What is known of the routine.
    pub(super) fn reviewed(&self) -> Option<&Review> {
        self.review.as_ref().map(|(_, review)| review)
    }
}
