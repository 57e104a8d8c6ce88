//! A routine with the comment above it, as it is edited.

use std::path::Path;

use super::files::{read_text, write_text};
use super::ron_layout::{leading_comment, write_routine};
use super::{StoreError, ron_text};
use crate::model::Routine;

/// A routine with the comment above it.
#[derive(Clone, Debug, PartialEq)]
pub struct RoutineFile {
    /// The routine.
    pub routine: Routine,
    /// Everything that stood above it.
    pub leading_comment: String,
}

impl RoutineFile {
    /// Reads a routine.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or holds no routine.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let text = read_text(path)?;
        let routine = ron_text::read_routine(&text)
            .map_err(|problem| StoreError::Ron { path: path.to_owned(), problem })?;
        Ok(Self { routine, leading_comment: leading_comment(&text) })
    }

    /// Writes it, whole or not at all. Saving what was loaded changes no byte.
    ///
    /// # Errors
    ///
    /// When it could not be read again, or the system refuses. The old file is then untouched.
    pub fn write(&self, path: &Path) -> Result<(), StoreError> {
        let text = write_routine(&self.routine, &self.leading_comment)
            .map_err(|problem| StoreError::Layout { path: path.to_owned(), problem })?;
        write_text(path, &text)
    }
}
