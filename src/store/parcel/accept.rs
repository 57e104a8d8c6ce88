//! Taking in: writes what arrived into the data folder, where nothing is overwritten unasked.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::arrival::{Arrival, Standing, standing};
use super::pictures::ending;
use crate::catalog::{Catalog, OwnContent};
use crate::model::{Block, CommentedRoutine, Exercise};
use crate::store::files::{read_text, write_bytes};
use crate::store::ron_layout::{LayoutError, write_commented, write_exercise};
use crate::store::shelf::lock::{Lock, Patience};
use crate::store::shelf::names::{first_free, free_path};
use crate::store::shelf::{Theirs, file_stem, what_stands_in};
use crate::store::{DataFolder, SaveError, Saved, Shelf, StoreError};

/// What to do where something else with the same id is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// What arrives gets an id of its own.
    #[default]
    KeepBoth,
    /// What arrives takes its place; the version before is kept as a backup.
    Replace,
}

/// What to do with what arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// With the routine.
    pub routine: Choice,
    /// With the exercises that differ.
    pub exercises: Choice,
}

/// What was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The routine's file, and where the version before it is kept.
    pub saved: Saved,
    /// The routine's id.
    pub id: String,
    /// Exercises that got another id, from the id they arrived with.
    pub renamed: BTreeMap<String, String>,
}

impl Arrival {
    /// Takes in the routine with its exercises and their pictures.
    ///
    /// # Errors
    ///
    /// [`SaveError::Changed`] when the routine to be replaced is no longer what it was when this
    /// arrived; nothing is written then. Else when something cannot be written: what was written
    /// before is new and in nobody's way, and trying again uses it.
    pub fn accept(
        &self,
        wishes: Wishes,
        catalog: &Catalog,
        folder: &DataFolder,
    ) -> Result<Accepted, SaveError> {
        let shelf = folder.shelf();
        let _lock = Lock::of_folder(folder.root(), &shelf.routines(), Patience::Felt)?;
        let replaced = match (&self.known, wishes.routine) {
            (Some(known), Choice::Replace) => known.home.as_ref(),
            _ => None,
        };
        if let Some((path, seen)) = replaced {
            still_there(path, seen)?;
        }
        let own = folder.load_content();
        let taking = Taking { arrival: self, catalog, own: &own, shelf: &shelf, folder, wishes };
        let renamed = taking.new_ids();
        let mut routine = self.routine.clone();
        rename(&mut routine.routine.blocks, &renamed);
        taking.give_id(&mut routine);
        // What cannot be written at all is known before anything is.
        let text = write_commented(&routine)
            .map_err(|problem| StoreError::Layout { path: shelf.routines(), problem })?;
        for arriving in &self.exercises {
            taking.exercise(&arriving.exercise, &renamed)?;
        }
        let saved = if let Some((path, seen)) = replaced {
            shelf.save_seen(path, &text, Some(seen), "backups")?
        } else {
            let stem = file_stem(&routine.routine.id, "routine");
            shelf.create_in(&shelf.routines(), &stem, &text)?
        };
        Ok(Accepted { saved, id: routine.routine.id, renamed })
    }
}

fn still_there(path: &Path, seen: &str) -> Result<(), SaveError> {
    match what_stands_in(path) {
        Theirs::Text(now) if now == seen => Ok(()),
        theirs => Err(SaveError::Changed { path: path.to_owned(), theirs }),
    }
}

/// What is taken in, and where to.
struct Taking<'a> {
    arrival: &'a Arrival,
    catalog: &'a Catalog,
    own: &'a OwnContent,
    shelf: &'a Shelf,
    folder: &'a DataFolder,
    wishes: Wishes,
}

impl Taking<'_> {
    fn standing(&self, exercise: &Exercise) -> Standing {
        // It may have changed since the file was looked through.
        standing(exercise, self.catalog, self.own)
    }

    /// The new ids of the exercises that differ from those with their ids.
    fn new_ids(&self) -> BTreeMap<String, String> {
        let mut renamed = BTreeMap::new();
        if self.wishes.exercises == Choice::Replace {
            return renamed;
        }
        let own = self.own.exercises.iter().map(|own| &own.value.id);
        let arriving = self.arrival.exercises.iter().map(|arriving| &arriving.exercise.id);
        let mut taken: BTreeSet<String> =
            self.catalog.exercises.keys().chain(own).chain(arriving).cloned().collect();
        for arriving in &self.arrival.exercises {
            let id = &arriving.exercise.id;
            if matches!(self.standing(&arriving.exercise), Standing::New | Standing::Same) {
                continue;
            }
            // Taken in before under another id, it is not taken in twice.
            let same = |n: &String| {
                let twin = Exercise { id: n.clone(), ..arriving.exercise.clone() };
                self.standing(&twin) == Standing::Same
            };
            let before = (2..10).map(|n| format!("{id}-{n}")).find(same);
            let new_id = before.or_else(|| first_free(id, "", |id| !taken.contains(id)));
            if let Some(new_id) = new_id {
                taken.insert(new_id.clone());
                renamed.insert(id.clone(), new_id);
            }
        }
        renamed
    }

    /// Gives the routine an id of its own where another has it and is to stay.
    fn give_id(&self, routine: &mut CommentedRoutine) {
        let id = &routine.routine.id;
        let is_taken =
            |id: &str| self.catalog.routine(id).is_some() || self.own.own_routine_path(id).is_some();
        if self.wishes.routine == Choice::Replace || !is_taken(id) {
            return;
        }
        let Some(new_id) = first_free(id, "", |id| !is_taken(id)) else { return };
        let number = new_id.rsplit_once('-').map_or("2", |(_, number)| number);
        routine.routine.name = format!("{} ({number})", routine.routine.name);
        routine.routine.id = new_id;
    }

    /// Writes an exercise that is not there yet, or takes the place of one.
    fn exercise(&self, arriving: &Exercise, renamed: &BTreeMap<String, String>) -> Result<(), SaveError> {
        let mut exercise = arriving.clone();
        if let Some(id) = renamed.get(&exercise.id) {
            exercise.id.clone_from(id);
        }
        let standing = self.standing(&exercise);
        if standing == Standing::Same {
            return Ok(());
        }
        for variant in exercise.easier.iter_mut().chain(&mut exercise.harder) {
            if let Some(id) = variant.exercise.as_mut()
                && let Some(new_id) = renamed.get(id)
            {
                id.clone_from(new_id);
            }
        }
        let folder = self.folder.content_folders().exercises;
        if let Some(path) = &exercise.picture {
            exercise.picture = self.picture(&folder, &exercise.id, path)?;
        }
        let layout = |problem: LayoutError| StoreError::Layout { path: folder.clone(), problem };
        let text = write_exercise(&exercise, "").map_err(layout)?;
        let home = self.own.exercises.iter().find(|own| own.value.id == exercise.id);
        match home.filter(|_| standing == Standing::DiffersFromOwn) {
            Some(home) => {
                let seen = read_text(&home.path)?;
                self.shelf.save_seen(&home.path, &text, Some(&seen), "backups/exercises")?;
            }
            None => {
                self.shelf.create_in(&folder, &file_stem(&exercise.id, "exercise"), &text)?;
            }
        }
        Ok(())
    }

    /// Writes a picture beside the exercise, under that one's name: the path it came with decides
    /// nothing. Returns its name.
    fn picture(&self, folder: &Path, id: &str, path: &str) -> Result<Option<String>, StoreError> {
        let (Some(bytes), Some(ending)) = (self.arrival.pictures.get(path), ending(path)) else {
            return Ok(None);
        };
        let stem = file_stem(id, "exercise");
        let first = folder.join(format!("{stem}.{ending}"));
        let is_there = fs::read(&first).is_ok_and(|there| there == *bytes);
        let target: PathBuf = if is_there { first } else { free_path(folder, &stem, ending)? };
        if !is_there {
            write_bytes(&target, bytes)?;
        }
        Ok(target.file_name().map(|name| name.to_string_lossy().into_owned()))
    }
}

fn rename(blocks: &mut [Block], renamed: &BTreeMap<String, String>) {
    for block in blocks {
        match block {
            Block::Step(step) => {
                if let Some(new_id) = renamed.get(&step.exercise) {
                    step.exercise.clone_from(new_id);
                }
            }
            Block::Repeat(repeat) => rename(&mut repeat.blocks, renamed),
            Block::Section(section) => rename(&mut section.blocks, renamed),
            Block::Breathe(_) | Block::Rest(_) => {}
        }
    }
}
