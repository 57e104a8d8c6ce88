//! The printable sheet of a routine: one page of HTML that needs nothing beside it.
//!
//! Pure: a routine and its timeline come in, text goes out. The page is well-formed XML too, so
//! that anything can read it.

mod boxes;
mod card;
mod marks;
mod page;
mod pictures;
mod sources;

use std::collections::BTreeMap;

use crate::engine::Timeline;
use crate::figure::Body;
use crate::model::{Routine, Source};
use crate::text::Words;

/// What a sheet is made of.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The routine, for its order: sections and repeats.
    pub routine: &'a Routine,
    /// The same, compiled: what really runs, and how much of it.
    pub timeline: &'a Timeline,
    /// The language.
    pub words: &'a Words,
    /// Whose body the pictures show.
    pub body: &'a Body,
    /// Names of the sources.
    pub sources: &'a [Source],
    /// Still pictures that stand in for motions: `data:` addresses by the exercise's id.
    pub pictures: &'a BTreeMap<String, String>,
}

/// The sheet as HTML. What does not run is left out; what is repeated stands there once.
#[must_use]
pub fn render(sheet: &Sheet<'_>) -> String {
    page::Page::new(sheet).render()
}
