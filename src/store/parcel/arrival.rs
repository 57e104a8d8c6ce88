//! Arriving: what a file from anywhere holds, and how it stands to what is there already.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::pictures::{CarriedPictureProblem, checked};
use crate::catalog::{Catalog, OwnContent};
use crate::model::{CommentedRoutine, Exercise, Routine};
use crate::store::files::read_text;
use crate::store::ron_text::read_exercise;
use crate::store::routine_comments::{LostComment, lost_comments, read_commented};
use crate::store::{DataFolder, RonProblem, StoreError};

/// A routine that arrived, with all it carries. Nothing is written yet.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// The routine, without what it carries.
    pub routine: CommentedRoutine,
    /// Comments that are lost when it is taken in.
    pub lost: Vec<LostComment>,
    /// The exercises it carries.
    pub exercises: Vec<ArrivingExercise>,
    /// Pictures that are left out.
    pub problems: Vec<CarriedPictureProblem>,
    /// The routine of the same id that is there already.
    pub known: Option<Known>,
    /// The files of the pictures that can be used, by path.
    pub(super) pictures: BTreeMap<String, Vec<u8>>,
}

/// An exercise that a routine carries.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrivingExercise {
    /// The exercise; without its picture where that cannot be used.
    pub exercise: Exercise,
    /// How it stands to the one of its id that is there.
    pub standing: Standing,
}

/// How something that arrives stands to what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing has its id.
    New,
    /// The same is there.
    Same,
    /// One of the person's own has its id and is another.
    DiffersFromOwn,
    /// A shipped one has its id and is another.
    DiffersFromShipped,
}

/// A routine that is there already.
#[derive(Clone, Debug)]
pub struct Known {
    /// The routine.
    pub routine: Arc<Routine>,
    /// Its file, and the text there; nothing for a shipped one.
    pub home: Option<(PathBuf, String)>,
    /// True where it is the same as the one that arrives.
    pub is_same: bool,
}

impl Arrival {
    /// Looks through a file from anywhere.
    ///
    /// # Errors
    ///
    /// When it cannot be read or holds no routine.
    pub fn of_file(path: &Path, catalog: &Catalog, folder: &DataFolder) -> Result<Self, StoreError> {
        let text = read_text(path)?;
        Self::of_text(&text, catalog, folder)
            .map_err(|problem| StoreError::Ron { path: path.to_owned(), problem })
    }

    /// Looks through a text from anywhere.
    ///
    /// # Errors
    ///
    /// When it holds no routine.
    pub fn of_text(text: &str, catalog: &Catalog, folder: &DataFolder) -> Result<Self, RonProblem> {
        let mut routine = read_commented(text).map_err(|problem| match read_exercise(text) {
            Ok(exercise) => RonProblem {
                message: format!(
                    "this is the exercise “{}” and no routine; put its file into {} to use it",
                    exercise.id,
                    folder.content_folders().exercises.display()
                ),
                ..problem
            },
            Err(_) => problem,
        })?;
        let carried = std::mem::take(&mut routine.routine.carried);
        let (pictures, problems) = checked(&carried);
        let own = folder.load_content();
        let mut exercises: Vec<ArrivingExercise> = Vec::new();
        for mut exercise in carried.exercises {
            exercise.picture.take_if(|path| !pictures.contains_key(path));
            // Of two with one id the first is used, as when the file is played.
            if exercises.iter().all(|before| before.exercise.id != exercise.id) {
                let standing = standing(&exercise, catalog, &own);
                exercises.push(ArrivingExercise { exercise, standing });
            }
        }
        let known = known(&routine.routine, catalog, &own);
        Ok(Self { lost: lost_comments(text), routine, exercises, problems, known, pictures })
    }
}

/// How an exercise stands to the one with its id. The name of its picture's file is no difference.
pub(super) fn standing(exercise: &Exercise, catalog: &Catalog, own: &OwnContent) -> Standing {
    let there = own.exercises.iter().find(|own| own.value.id == exercise.id).map(|own| &own.value);
    let is_own = there.is_some();
    let Some(there) = there.or_else(|| catalog.exercise(&exercise.id).map(Arc::as_ref)) else {
        return Standing::New;
    };
    let picture = exercise.picture.as_ref().and(there.picture.clone());
    if (Exercise { picture, ..exercise.clone() }) == *there {
        Standing::Same
    } else if is_own {
        Standing::DiffersFromOwn
    } else {
        Standing::DiffersFromShipped
    }
}

fn known(routine: &Routine, catalog: &Catalog, own: &OwnContent) -> Option<Known> {
    if let Some(own) = own.routines.iter().find(|own| own.value.id == routine.id) {
        let home = read_text(&own.path).ok().map(|text| (own.path.clone(), text));
        let there = Arc::new(own.value.clone());
        return Some(Known { is_same: *there == *routine, routine: there, home });
    }
    let there = Arc::clone(catalog.routine(&routine.id)?);
    Some(Known { is_same: *there == *routine, routine: there, home: None })
}
