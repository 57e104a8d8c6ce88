//! Deleted routines: moved into `trash/`, whole or broken, and back again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Shelf;
use super::lock::{Lock, Patience};
use super::names::{first_free, free_path, move_to};
use crate::store::files::{read_text, write_new_text};
use crate::store::ron_edit::with_id;
use crate::store::ron_text::read_routine;
use crate::store::{ContentFolders, LiveContent, StoreError};

/// A routine in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// Its file there.
    pub file: PathBuf,
    /// Its name; that of the file where it is broken.
    pub name: String,
    /// Its id, where it can be read.
    pub id: Option<String>,
}

/// A routine that is back from the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Its file.
    pub path: PathBuf,
    /// The id it was given, where another routine has taken its own in the meantime.
    pub new_id: Option<String>,
}

impl Shelf {
    /// Deletes a routine: moves its file into the trash. Returns where it is now.
    ///
    /// # Errors
    ///
    /// When it cannot be moved. It is then where it was.
    pub fn trash(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let _lock = Lock::of_folder(&self.root, path, Patience::Felt)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let target = free_path(&self.trash_folder(), &stem, "ron")?;
        move_to(path, &target)?;
        Ok(target)
    }

    /// What is in the trash, by name.
    ///
    /// # Errors
    ///
    /// When its folder cannot be read.
    pub fn trashed(&self) -> Result<Vec<Trashed>, StoreError> {
        let folder = self.trash_folder();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(StoreError::Unreadable { path: folder, source }),
        };
        let is_routine =
            |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ron") && !path.is_dir();
        let files = entries.filter_map(Result::ok).map(|entry| entry.path()).filter(is_routine);
        let mut trashed: Vec<Trashed> = files.map(look_into).collect();
        trashed.sort_by(|a, b| (&a.name, &a.file).cmp(&(&b.name, &b.file)));
        Ok(trashed)
    }

    /// Puts a routine from the trash back among the own ones, under a name that is free. Where
    /// another has its id by now, it gets a new one.
    ///
    /// # Errors
    ///
    /// When it cannot be moved. It is then still in the trash.
    pub fn restore(&self, file: &Path) -> Result<Restored, StoreError> {
        let _lock = Lock::of_folder(&self.root, file, Patience::Felt)?;
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let path = free_path(&self.routines(), &stem, "ron")?;
        let renamed = read_text(file).ok().and_then(|text| self.renamed(&text));
        let Some((new_id, text)) = renamed else {
            move_to(file, &path)?;
            return Ok(Restored { path, new_id: None });
        };
        write_new_text(&path, &text)?;
        fs::remove_file(file).map_err(|source| StoreError::Unwritable { path: file.to_owned(), source })?;
        Ok(Restored { path, new_id: Some(new_id) })
    }

    /// The same routine under an id that no other own one has; nothing where it can keep its own.
    fn renamed(&self, text: &str) -> Option<(String, String)> {
        let id = read_routine(text).ok()?.id;
        let folders = ContentFolders { exercises: self.root.join("exercises"), routines: self.routines() };
        let mut content = LiveContent::new(folders);
        content.refresh();
        let taken = content.own_content().routine_homes();
        if !taken.contains_key(&id) {
            return None;
        }
        let new_id = first_free(&id, "", |id| !taken.contains_key(id))?;
        let text = with_id(text, &new_id)?;
        Some((new_id, text))
    }

    fn trash_folder(&self) -> PathBuf {
        self.root.join("trash")
    }
}

fn look_into(file: PathBuf) -> Trashed {
    let routine = read_text(&file).ok().and_then(|text| read_routine(&text).ok());
    let stem = || file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    match routine {
        Some(routine) => {
            let name = if routine.name.is_empty() { stem() } else { routine.name };
            Trashed { name, id: Some(routine.id), file }
        }
        None => Trashed { name: stem(), id: None, file },
    }
}
