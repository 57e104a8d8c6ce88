//! What the Breathe screen asks for.

use crate::model::BreathPattern;

/// One thing the Breathe screen asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Breathing {
    /// Breathe by the pattern with this id.
    Choose(String),
    /// Breathe for so many minutes, as nearly as whole breaths allow.
    Minutes(u32),
    /// Begin.
    Start,
    /// Breathe calmly for two minutes, whatever is chosen.
    Reset,
    /// Make an own pattern and open it.
    New,
    /// Open the own pattern with this id, or close the one that is open.
    Edit(Option<String>),
    /// An own pattern is to be as this one with the same id.
    Change(BreathPattern),
    /// Delete the own pattern with this id.
    Delete(String),
    /// Bring back the one deleted last.
    UndoDelete,
}
