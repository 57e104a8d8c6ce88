//! What the commands work on: the catalogue with the person's own content, and the routine named.

use std::path::Path;
use std::sync::Arc;

use super::failure::Failure;
use crate::audio::Mix;
use crate::catalog::{Catalog, FileProblem};
use crate::engine::{Options, Timeline, compile};
use crate::figure::Body;
use crate::model::{Diagnostic, Exercise, Routine, Settings};
use crate::store::{DataFolder, RoutineFile};
use crate::text::Words;

/// What the commands work on.
pub(super) struct Content {
    /// Shipped and own content.
    pub(super) catalog: Catalog,
    /// What the person's settings change about every session.
    pub(super) options: Options,
    /// In the person's language.
    pub(super) words: Words,
    /// The figure the person chose.
    pub(super) body: Body,
    /// How loud the person wants each kind of cue.
    pub(super) mix: Mix,
}

impl Content {
    /// Loads everything. Own files that are broken are left out and returned as problems.
    pub(super) fn load(folder: &DataFolder) -> (Self, Vec<FileProblem>) {
        let mut catalog = Catalog::builtin();
        let mut problems = catalog.merge(folder.load_content());
        let loaded = folder.load_settings();
        problems.extend(loaded.problem);
        let Settings { language, body, cue_volumes, .. } = &loaded.settings;
        let content = Self {
            catalog,
            options: Options::from(&loaded.settings),
            words: Words::new(language),
            body: Body::builtin(body).unwrap_or_default(),
            mix: Mix::new(cue_volumes),
        };
        (content, problems)
    }

    /// The routine with this id, or in this file.
    pub(super) fn routine(&self, named: &Path) -> Result<Arc<Routine>, Failure> {
        let id = named.to_string_lossy();
        if let Some(routine) = self.catalog.routine(&id) {
            return Ok(Arc::clone(routine));
        }
        if !named.exists() && !looks_like_a_path(named) {
            let near = self.catalog.nearest_routine(&id);
            return Err(Failure::Input(unknown("routine", &id, near, "routines")));
        }
        Ok(Arc::new(RoutineFile::read(named)?.routine))
    }

    /// The exercise with this id.
    pub(super) fn exercise(&self, id: &str) -> Result<&Arc<Exercise>, Failure> {
        self.catalog.exercise(id).ok_or_else(|| {
            Failure::Input(unknown("exercise", id, self.catalog.nearest_exercise(id), "exercises"))
        })
    }

    /// A routine as it would run.
    pub(super) fn compile(&self, routine: &Routine) -> (Timeline, Vec<Diagnostic>) {
        compile(routine, &self.catalog, &self.options)
    }
}

/// A name without folder or ending is an id, unless a file has it.
fn looks_like_a_path(named: &Path) -> bool {
    named.components().count() != 1 || named.extension().is_some()
}

fn unknown(kind: &str, id: &str, nearest: Option<&str>, list: &str) -> String {
    let guess = nearest.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default();
    format!("there is no {kind} “{id}”{guess}\n`unhunch list {list}` shows what there is")
}
