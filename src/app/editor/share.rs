//! A routine is given away: as a single file, where the person says, never over another file unasked.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use directories::UserDirs;

use super::super::notices::Topic;
use super::super::state::State;
use super::dialogs::{Dialog, PathAsk};
use super::shelf::commented_in;
use crate::model::{CommentedRoutine, Routine};
use crate::store::files;
use crate::store::parcel::pack;
use crate::store::shelf::file_stem;

/// A routine that is given away.
pub(in crate::app) struct Share {
    pub(super) name: String,
    /// The file it becomes.
    pub(super) text: String,
    pub(super) ask: PathAsk,
    /// It is put elsewhere since it cannot be saved where it belongs.
    pub(super) is_rescue: bool,
    /// What does not go with it.
    pub(super) notes: Vec<String>,
    /// The file that the system's dialog was told may be written over.
    pub(super) may_overwrite: Option<PathBuf>,
}

impl Share {
    /// A text that becomes a file where the person says, for now where files usually go.
    pub(super) fn new(routine: &Routine, text: String) -> Self {
        let file = usual_folder().join(file_stem(&routine.id, "routine")).with_extension("ron");
        let ask = PathAsk { path: free_path(&file).display().to_string(), problem: String::new() };
        Self {
            name: routine.name.clone(),
            text,
            ask,
            is_rescue: false,
            notes: Vec::new(),
            may_overwrite: None,
        }
    }
}

impl State {
    /// Packs a routine and asks where to put it.
    pub(super) fn open_share(&mut self, id: &str) {
        let content = &self.content;
        let Some(routine) = content.catalog.routine(id) else { return };
        let commented = content.routine_homes.get(id).and_then(|path| commented_in(path));
        let commented = commented.unwrap_or_else(|| Routine::clone(routine).into());
        self.share(&commented);
    }

    /// Packs a routine as it is here and asks where to put it.
    pub(super) fn share(&mut self, commented: &CommentedRoutine) {
        let content = &self.content;
        let own = self.folder.load_content().exercises;
        let own: BTreeSet<String> = own.into_iter().map(|own| own.value.id).collect();
        match pack(commented, &content.catalog, &content.picture_homes, &own) {
            Ok(packed) => {
                let notes = packed.notes.iter().map(ToString::to_string).collect();
                let share = Share { notes, ..Share::new(&commented.routine, packed.text) };
                self.open_dialog(Dialog::Share(share));
            }
            Err(error) => self.say_failed(&error.to_string()),
        }
    }

    /// Writes the file at the path in the field.
    pub(super) fn write_share(&mut self) {
        let Some(Dialog::Share(share)) = &mut self.editor.dialogs.open else { return };
        let path = PathBuf::from(share.ask.path.trim());
        if path.as_os_str().is_empty() {
            share.ask.problem = self.words.get("share-no-path");
            return;
        }
        let written = if share.may_overwrite.as_deref() == Some(&*path) {
            files::write_text(&path, &share.text)
        } else if path.exists() {
            let file = path.display().to_string();
            let problem = self.words.with("share-taken", &[("file", file.into())]);
            share.ask = PathAsk { path: free_path(&path).display().to_string(), problem };
            return;
        } else {
            files::write_new_text(&path, &share.text)
        };
        match written {
            Ok(()) => {
                let place = path.display().to_string();
                let text = self.words.with("share-saved", &[("name", place.into())]);
                self.notices.say_anew(Topic::Shelf, text, None);
                self.close_dialog();
            }
            Err(error) => share.ask.problem = error.to_string(),
        }
    }
}

/// Where people look for what they have just saved.
pub(in crate::app) fn usual_folder() -> PathBuf {
    let Some(dirs) = UserDirs::new() else { return PathBuf::new() };
    let known = [dirs.document_dir(), dirs.download_dir()];
    let there = known.into_iter().flatten().find(|folder| folder.is_dir());
    there.unwrap_or(dirs.home_dir()).to_owned()
}

/// The first of `name.ron`, `name-2.ron` and so on at which nothing is.
pub(in crate::app) fn free_path(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let numbered = (2..10_000).map(|n| path.with_file_name(format!("{stem}-{n}{ending}")));
    std::iter::once(path.to_owned()).chain(numbered).find(|path| !path.exists()).unwrap_or(path.to_owned())
}
