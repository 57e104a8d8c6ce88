//! Packing: the own exercises that a routine uses, and their pictures made small, into its file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::pictures::{carry, ending};
use crate::catalog::Catalog;
use crate::model::{Block, Carried, CarriedPicture, CommentedRoutine, Exercise, Routine};
use crate::store::StoreError;
use crate::store::picture::{at_most, encode, load};
use crate::store::ron_layout::{LayoutError, write_commented, write_exercise};
use crate::store::ron_text::MAX_BYTES;
use crate::store::shelf::file_stem;

/// The longer side of a picture that travels, in pixels.
const SIDE: u32 = 640;

/// A routine ready to be sent.
#[derive(Debug)]
pub struct Packed {
    /// The text of the file.
    pub text: String,
    /// What did not go with it.
    pub notes: Vec<PackNote>,
}

/// Something that did not go with a routine.
#[derive(Debug, thiserror::Error)]
pub enum PackNote {
    /// A picture that cannot be read; the exercise travels with its figure.
    #[error("the picture of “{exercise}” does not travel along: {reason}")]
    Picture {
        /// Id of the exercise.
        exercise: String,
        /// Why it cannot be read.
        reason: String,
    },
    /// An exercise that is not known here either.
    #[error("the exercise “{0}” is not known here, so it does not travel along")]
    UnknownExercise(String),
    /// A breath pattern of the person's own, which has no place in a routine's file.
    #[error("the breath pattern “{0}” is your own and does not travel along; the usual one is used there")]
    OwnBreath(String),
}

/// Why a routine cannot be packed.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The file would be refused by whoever gets it.
    #[error(
        "with all it carries the file has {bytes} bytes, where {MAX_BYTES} are read at most; \
         the largest part is {largest} with {largest_bytes}"
    )]
    TooLarge {
        /// How large the file would be.
        bytes: u64,
        /// Its largest part, in words.
        largest: String,
        /// How large that is.
        largest_bytes: usize,
    },
    /// It cannot be written at all.
    #[error(transparent)]
    Layout(LayoutError),
}

/// Packs a routine with the person's own exercises that it uses, and their pictures.
///
/// # Errors
///
/// When the file would be too large or nested too deep to be read.
pub fn pack(
    commented: &CommentedRoutine,
    catalog: &Catalog,
    picture_homes: &BTreeMap<String, PathBuf>,
    own_exercises: &BTreeSet<String>,
) -> Result<Packed, PackError> {
    let mut packing = Packing { picture_homes, before: &commented.routine.carried, ..Packing::new() };
    for id in exercises_of(&commented.routine) {
        if let Some(carried) = packing.before.exercises.iter().find(|exercise| exercise.id == id) {
            packing.again(carried.clone());
        } else if let Some(exercise) = catalog.exercise(id) {
            if own_exercises.contains(id) {
                packing.own(Exercise::clone(exercise));
            }
        } else {
            packing.notes.push(PackNote::UnknownExercise(id.to_owned()));
        }
    }
    let shipped = Catalog::builtin();
    let own_breaths = breaths_of(commented, &packing.carried)
        .into_iter()
        .filter(|id| shipped.breath(id).is_none() && catalog.breath(id).is_some());
    packing.notes.extend(own_breaths.map(PackNote::OwnBreath));
    let Packing { carried, notes, .. } = packing;
    let routine = Routine { carried, ..commented.routine.clone() };
    let parcel = CommentedRoutine { routine, ..commented.clone() };
    match write_commented(&parcel) {
        Ok(text) => Ok(Packed { text, notes }),
        Err(LayoutError::TooLarge(bytes)) => {
            let (largest, largest_bytes) = largest(&parcel.routine.carried);
            Err(PackError::TooLarge { bytes, largest, largest_bytes })
        }
        Err(error) => Err(PackError::Layout(error)),
    }
}

struct Packing<'a> {
    picture_homes: &'a BTreeMap<String, PathBuf>,
    /// What the routine carries already.
    before: &'a Carried,
    carried: Carried,
    notes: Vec<PackNote>,
}

impl Packing<'_> {
    fn new() -> Packing<'static> {
        const NO_HOMES: &BTreeMap<String, PathBuf> = &BTreeMap::new();
        const NOTHING: &Carried = &Carried { exercises: Vec::new(), pictures: Vec::new() };
        Packing { picture_homes: NO_HOMES, before: NOTHING, carried: Carried::default(), notes: Vec::new() }
    }

    /// An exercise that the routine arrived with.
    fn again(&mut self, exercise: Exercise) {
        let is_new = |path: &str| !self.carried.pictures.iter().any(|picture| picture.path == path);
        let path = exercise.picture.as_deref().filter(|path| is_new(path));
        let picture = path.and_then(|path| self.before.pictures.iter().find(|p| p.path == path));
        self.carried.pictures.extend(picture.cloned());
        self.carried.exercises.push(exercise);
    }

    /// An exercise of the person's own.
    fn own(&mut self, mut exercise: Exercise) {
        if let Some(name) = exercise.picture.take() {
            match self.read(&exercise.id, &name) {
                Ok((path, picture)) => {
                    exercise.picture = Some(path);
                    self.carried.pictures.extend(picture);
                }
                Err(reason) => {
                    self.notes.push(PackNote::Picture { exercise: exercise.id.clone(), reason });
                }
            }
        }
        self.carried.exercises.push(exercise);
    }

    /// The path a picture travels under, and the picture where it is not in the file yet.
    fn read(&self, id: &str, name: &str) -> Result<(String, Option<CarriedPicture>), String> {
        let home = self.picture_homes.get(id).and_then(|home| home.parent()).unwrap_or(Path::new(""));
        let picture = load(home, name).map_err(|error: StoreError| error.to_string())?;
        let (kind, bytes) = encode(at_most(picture, SIDE)).map_err(|problem| problem.to_string())?;
        let kind = if kind == "jpeg" { "jpg" } else { kind };
        // What is kept as another kind gets that kind's ending.
        let path = match ending(name) {
            Some(ending) if ending == kind => name.to_owned(),
            Some(_) => format!("{}.{kind}", name.rsplit_once('.').map_or(name, |(stem, _)| stem)),
            None => format!("{name}.{kind}"),
        };
        let picture = carry(path, &bytes);
        let taken = |path: &str| self.carried.pictures.iter().find(|picture| picture.path == path);
        match taken(&picture.path) {
            Some(same) if *same == picture => Ok((picture.path, None)),
            Some(_) => {
                let path = format!("{}-{}", file_stem(id, "exercise"), picture.path.replace('/', "-"));
                Ok((path.clone(), Some(CarriedPicture { path, ..picture })))
            }
            None => Ok((picture.path.clone(), Some(picture))),
        }
    }
}

/// What takes the most room.
fn largest(carried: &Carried) -> (String, usize) {
    let pictures = carried.pictures.iter().map(|p| (format!("the picture “{}”", p.path), p.data.len()));
    let exercises = carried.exercises.iter().map(|exercise| {
        let len = write_exercise(exercise, "").map_or(MAX_BYTES, |text| text.len());
        (format!("the exercise “{}”", exercise.id), len)
    });
    pictures
        .chain(exercises)
        .max_by_key(|(_, len)| *len)
        .unwrap_or(("the routine itself".to_owned(), MAX_BYTES))
}

/// The ids of the exercises that a routine names, in order of appearance.
fn exercises_of(routine: &Routine) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    let mut seen = BTreeSet::new();
    each_block(&routine.blocks, &mut |block| {
        if let Block::Step(step) = block
            && seen.insert(step.exercise.as_str())
        {
            ids.push(&step.exercise);
        }
    });
    ids
}

fn breaths_of(commented: &CommentedRoutine, carried: &Carried) -> BTreeSet<String> {
    let mut ids: BTreeSet<String> = commented.routine.defaults.breath.iter().cloned().collect();
    each_block(&commented.routine.blocks, &mut |block| match block {
        Block::Step(step) => ids.extend(step.breath.clone()),
        Block::Breathe(breathe) => ids.extend(breathe.pattern.clone()),
        _ => {}
    });
    ids.extend(carried.exercises.iter().filter_map(|exercise| exercise.breath.clone()));
    ids
}

fn each_block<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        each_block(block.inner().unwrap_or_default(), visit);
    }
}
