//! What the source view asks for.

use crate::store::Place;

/// What the source view asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sourcing {
    /// The caret is here now.
    Caret(Place),
    /// Show the source with the caret here.
    GoTo(Place),
    /// Give up a text that cannot be read for the blocks as last understood.
    GiveUp,
}
