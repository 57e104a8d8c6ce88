//! The catalogue as it stands now: shipped content, a watched folder's, and the person's own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::catalog::{Catalog, FileProblem};
use crate::model::BreathPattern;
use crate::store::{ContentFolders, DataFolder, LiveContent, StoreError, Watch};

/// The catalogue, and what it was made from.
pub(super) struct Content {
    /// What there is now.
    pub(super) catalog: Catalog,
    /// What could not be used.
    pub(super) problems: Vec<FileProblem>,
    /// Where each exercise with a still picture is written, by id: its picture is looked for there.
    pub(super) picture_homes: BTreeMap<String, PathBuf>,
    /// The file of each of the person's own routines, by id.
    pub(super) routine_homes: BTreeMap<String, PathBuf>,
    /// In the order in which they are merged: what comes later wins.
    layers: Vec<LiveContent>,
    /// The person's own breath patterns, which live in the settings.
    breaths: Vec<BreathPattern>,
    watch: Option<Watch>,
}

impl Content {
    /// Reads everything once.
    #[must_use]
    pub(super) fn load(folder: &DataFolder) -> Self {
        let layers = vec![LiveContent::new(folder.content_folders())];
        let mut content = Self {
            catalog: Catalog::builtin(),
            problems: Vec::new(),
            picture_homes: BTreeMap::new(),
            routine_homes: BTreeMap::new(),
            layers,
            breaths: Vec::new(),
            watch: None,
        };
        content.reload();
        content
    }

    /// Follows changes from now on, in the data folder and in the project at `project`, so that
    /// shipped content can be worked on with the window open. `wake` is called on each change.
    ///
    /// # Errors
    ///
    /// When the system cannot watch; what was read stays in use.
    pub(super) fn follow(
        &mut self,
        folder: &DataFolder,
        project: &Path,
        wake: impl Fn() + Send + 'static,
    ) -> Result<(), StoreError> {
        let own = folder.content_folders();
        let shipped = ContentFolders::below(project);
        let folders = [own.exercises, own.routines, shipped.exercises.clone(), shipped.routines.clone()];
        self.watch = Some(Watch::start(&folders, wake)?);
        self.layers.insert(0, LiveContent::new(shipped));
        self.reload();
        Ok(())
    }

    /// Uses these breath patterns beside the shipped ones from now on.
    pub(super) fn take_breaths(&mut self, own: &[BreathPattern]) {
        self.breaths = own.to_vec();
        self.catalog.use_own_breaths(own);
    }

    /// Takes in what changed on disk. True when something did.
    pub(super) fn refresh(&mut self) -> bool {
        let changed = self.watch.as_ref().is_some_and(|watch| !watch.changed().is_empty());
        if changed {
            self.reload();
        }
        changed
    }

    /// Reads everything again: something was written.
    pub(super) fn read_again(&mut self) {
        self.reload();
    }

    fn reload(&mut self) {
        self.catalog = Catalog::builtin();
        self.problems.clear();
        self.picture_homes.clear();
        for layer in &mut self.layers {
            layer.refresh();
            let own = layer.own_content();
            self.picture_homes.extend(own.picture_homes());
            // The data folder comes last; what lies in another folder is not the person's own.
            self.routine_homes = own.routine_homes();
            self.problems.extend(self.catalog.merge(own));
        }
        self.catalog.use_own_breaths(&self.breaths);
    }
}
