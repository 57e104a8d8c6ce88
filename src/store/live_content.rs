//! A folder of exercises and routines as it is now, where a broken file keeps its last good version.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::StoreError;
use super::files::read_text;
use super::ron_text::parse;
use crate::catalog::{FileProblem, Own, OwnContent};
use crate::model::{Exercise, Routine};

/// Where the two kinds of content lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentFolders {
    /// One exercise a file.
    pub exercises: PathBuf,
    /// One routine a file.
    pub routines: PathBuf,
}

impl ContentFolders {
    /// The folders below `root`: `routines`, and `exercises` or `assets/exercises`, whichever is there.
    #[must_use]
    pub fn below(root: &Path) -> Self {
        let in_assets = root.join("assets").join("exercises");
        let exercises = if in_assets.is_dir() { in_assets } else { root.join("exercises") };
        Self { exercises, routines: root.join("routines") }
    }
}

/// A file's last good value and what is wrong with it now.
#[derive(Clone, Debug, PartialEq)]
struct LastGood<T> {
    value: Option<T>,
    problem: Option<FileProblem>,
}

/// The content of two folders. Reading it again keeps the last good version of a file that broke.
#[derive(Clone, Debug, PartialEq)]
pub struct LiveContent {
    folders: ContentFolders,
    exercises: BTreeMap<PathBuf, LastGood<Exercise>>,
    routines: BTreeMap<PathBuf, LastGood<Routine>>,
    /// Folders that could not be listed.
    folder_problems: Vec<FileProblem>,
}

impl LiveContent {
    /// Nothing yet; [`LiveContent::refresh`] reads the folders.
    #[must_use]
    pub fn new(folders: ContentFolders) -> Self {
        Self { folders, exercises: BTreeMap::new(), routines: BTreeMap::new(), folder_problems: Vec::new() }
    }

    /// Reads every file again. Files that are gone are forgotten.
    pub fn refresh(&mut self) {
        self.folder_problems.clear();
        let exercises = texts_in(&self.folders.exercises, &mut self.folder_problems);
        let routines = texts_in(&self.folders.routines, &mut self.folder_problems);
        apply(&mut self.exercises, exercises);
        apply(&mut self.routines, routines);
    }

    /// What can be used now, for [`crate::catalog::Catalog::merge`], and what is wrong.
    #[must_use]
    pub fn own_content(&self) -> OwnContent {
        let problems = self.exercises.values().filter_map(|file| file.problem.as_ref());
        let problems = problems.chain(self.routines.values().filter_map(|file| file.problem.as_ref()));
        OwnContent {
            exercises: values(&self.exercises),
            routines: values(&self.routines),
            problems: self.folder_problems.iter().chain(problems).cloned().collect(),
        }
    }
}

/// The outcome of reading each file of a folder.
type Texts = BTreeMap<PathBuf, Result<String, StoreError>>;

/// Brings the files up to date with their texts.
fn apply<T: DeserializeOwned>(files: &mut BTreeMap<PathBuf, LastGood<T>>, texts: Texts) {
    files.retain(|path, _| texts.contains_key(path));
    for (path, text) in texts {
        let file = files.entry(path.clone()).or_insert(LastGood { value: None, problem: None });
        let value = text
            .and_then(|text| parse(&text).map_err(|problem| StoreError::Ron { path: path.clone(), problem }));
        match value {
            Ok(value) => *file = LastGood { value: Some(value), problem: None },
            Err(error) => file.problem = Some(error.into_file_problem(path)),
        }
    }
}

fn values<T: Clone>(files: &BTreeMap<PathBuf, LastGood<T>>) -> Vec<Own<T>> {
    files
        .iter()
        .filter_map(|(path, file)| Some(Own { path: path.clone(), value: file.value.clone()? }))
        .collect()
}

/// The texts of the RON files of a folder. A folder that is not there holds none.
fn texts_in(folder: &Path, problems: &mut Vec<FileProblem>) -> Texts {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Texts::new(),
        Err(source) => {
            let error = StoreError::Unreadable { path: folder.to_owned(), source };
            problems.push(error.into_file_problem(folder));
            return Texts::new();
        }
    };
    entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "ron") && !is_hidden(path))
        .map(|path| (path.clone(), read_text(&path)))
        .collect()
}

/// Editors keep half-written copies under such names, and so do we.
pub(super) fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "(version: 1, id: \"a\", name: \"A\", blocks: [])";

    fn texts(text: &str) -> Texts {
        Texts::from([(PathBuf::from("a.ron"), Ok(text.to_owned()))])
    }

    #[test]
    fn a_broken_file_keeps_its_last_good_version_until_it_is_mended_or_gone() {
        let mut files: BTreeMap<PathBuf, LastGood<Routine>> = BTreeMap::new();
        apply(&mut files, texts(GOOD));
        apply(&mut files, texts("(version: 1, id: \"a\",\n nmae: \"B\", blocks: [])"));
        let file = &files[Path::new("a.ron")];
        assert_eq!(file.value.as_ref().map(|routine| &*routine.name), Some("A"));
        let problem = file.problem.as_ref().unwrap();
        assert_eq!((problem.line, problem.col), (2, 2));
        apply(&mut files, texts(&GOOD.replace("\"A\"", "\"B\"")));
        let file = &files[Path::new("a.ron")];
        assert_eq!(file.value.as_ref().map(|routine| &*routine.name), Some("B"));
        assert_eq!(file.problem, None);
        apply(&mut files, Texts::new());
        assert!(files.is_empty());
    }

    #[test]
    fn a_file_that_never_was_good_is_a_problem_alone() {
        let mut files: BTreeMap<PathBuf, LastGood<Routine>> = BTreeMap::new();
        apply(&mut files, texts("("));
        assert!(values(&files).is_empty());
        assert!(files[Path::new("a.ron")].problem.is_some());
    }
}
