//! A routine with the comment above it, as it is edited.

use std::path::Path;

use super::files::{read_text, write_text};
use super::ron_layout::{leading_comment, write_routine};
use super::routine_comments::read_commented;
use super::{RonProblem, StoreError, ron_text};
use crate::model::{CommentedRoutine, Routine};

/// A routine's file as it was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedRoutine {
    /// Its text, to tell later whether something else has changed it.
    pub text: String,
    /// What it holds, or where it is broken.
    pub routine: Result<CommentedRoutine, RonProblem>,
}

/// Opens the file of a routine, which may be broken.
///
/// # Errors
///
/// When it cannot be read as text.
pub fn open_routine(path: &Path) -> Result<OpenedRoutine, StoreError> {
    let text = read_text(path)?;
    let routine = read_commented(&text);
    Ok(OpenedRoutine { text, routine })
}

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
