//! A person's own content, as read from files, on its way into the catalogue.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::model::{Exercise, Routine};

/// Something wrong with one file, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// The file.
    pub path: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub col: usize,
    /// What is wrong and what would help, in one sentence.
    pub message: String,
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: error: {}", self.path.display(), self.line, self.col, self.message)
    }
}

/// A value and the file it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Own<T> {
    /// The file.
    pub path: PathBuf,
    /// What it holds.
    pub value: T,
}

/// Everything a person brings along. One broken file is a problem here and affects nothing else.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnContent {
    /// Exercises.
    pub exercises: Vec<Own<Exercise>>,
    /// Routines.
    pub routines: Vec<Own<Routine>>,
    /// Files that could not be used.
    pub problems: Vec<FileProblem>,
}

impl OwnContent {
    /// Where each exercise with a still picture is written, by id: its picture is looked for there.
    #[must_use]
    pub fn picture_homes(&self) -> BTreeMap<String, PathBuf> {
        let pictured = self.exercises.iter().filter(|own| own.value.picture.is_some());
        // Of two files with one id, the catalogue takes the first.
        pictured.rev().map(|own| (own.value.id.clone(), own.path.clone())).collect()
    }

    /// The file of each own routine, by id.
    #[must_use]
    pub fn routine_homes(&self) -> BTreeMap<String, PathBuf> {
        self.routines.iter().rev().map(|own| (own.value.id.clone(), own.path.clone())).collect()
    }

    /// The file of each own exercise, by id.
    #[must_use]
    pub fn exercise_homes(&self) -> BTreeMap<String, PathBuf> {
        self.exercises.iter().rev().map(|own| (own.value.id.clone(), own.path.clone())).collect()
    }

    /// The file of the own routine with this id: that which the catalogue uses.
    #[must_use]
    pub fn own_routine_path(&self, id: &str) -> Option<&Path> {
        self.routines.iter().find(|own| own.value.id == id).map(|own| own.path.as_path())
    }
}
