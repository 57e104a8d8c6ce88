//! Everything there is to do: the shipped exercises, routines and breaths, merged with a person's own.
//!
//! Pure: content comes in as values. Reading a person's files is [`crate::store`]'s business.

mod builtin;
mod filter;
mod nearest;
mod own;
mod search;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

pub use builtin::ShippedProblem;
pub use filter::{Choice, Facet, Filter};
pub use nearest::nearest;
pub use own::{FileProblem, Own, OwnContent};

use crate::model::{
    BreathPattern, BreathingAlone, Carried, CueKind, CuePreset, Exercise, Routine, Safety, Source,
};

/// The exercises, routines, breath patterns and sources a session can name, by stable id.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    /// Exercises by id.
    pub exercises: BTreeMap<String, Arc<Exercise>>,
    /// Routines by id.
    pub routines: BTreeMap<String, Arc<Routine>>,
    /// Breath patterns by id.
    pub breaths: BTreeMap<String, Arc<BreathPattern>>,
    /// Those that are offered for breathing on its own, in order.
    pub breathing: BreathingAlone,
    /// Choices of which cues are heard, in the order to show them.
    pub cue_presets: Vec<CuePreset>,
    /// What to know before a session.
    pub safety: Arc<Safety>,
    /// The articles the facts come from.
    pub sources: Vec<Source>,
    /// What [`Catalog::default_breath`] gives; kept apart so that it is always there.
    default_breath: Arc<BreathPattern>,
}

impl Catalog {
    /// Id of the breath that goes with everything that names no other.
    pub const DEFAULT_BREATH: &'static str = "calm";

    /// The exercise with this id.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&Arc<Exercise>> {
        self.exercises.get(id)
    }

    /// The name of the exercise with this id.
    #[must_use]
    pub fn exercise_name(&self, id: &str) -> Option<String> {
        self.exercise(id).map(|exercise| exercise.name.clone())
    }

    /// The routine with this id.
    #[must_use]
    pub fn routine(&self, id: &str) -> Option<&Arc<Routine>> {
        self.routines.get(id)
    }

    /// The breath pattern with this id.
    #[must_use]
    pub fn breath(&self, id: &str) -> Option<&Arc<BreathPattern>> {
        self.breaths.get(id)
    }

    /// The breath that goes with everything that names no other.
    #[must_use]
    pub fn default_breath(&self) -> &Arc<BreathPattern> {
        &self.default_breath
    }

    /// The preset with this id.
    #[must_use]
    pub fn cue_preset(&self, id: &str) -> Option<&CuePreset> {
        self.cue_presets.iter().find(|preset| preset.id == id)
    }

    /// The preset that these volumes are, where they are one.
    #[must_use]
    pub fn cue_preset_of(&self, volumes: &BTreeMap<CueKind, f32>) -> Option<&CuePreset> {
        self.cue_presets.iter().find(|preset| preset.is(volumes))
    }

    /// The source with this id ("003T").
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The id of the exercise that was probably meant by a mistyped one.
    #[must_use]
    pub fn nearest_exercise(&self, id: &str) -> Option<&str> {
        nearest(id, self.exercises.keys().map(String::as_str))
    }

    /// The id of the breath pattern that was probably meant by a mistyped one.
    #[must_use]
    pub fn nearest_breath(&self, id: &str) -> Option<&str> {
        nearest(id, self.breaths.keys().map(String::as_str))
    }

    /// The id of the routine that was probably meant by a mistyped one.
    #[must_use]
    pub fn nearest_routine(&self, id: &str) -> Option<&str> {
        nearest(id, self.routines.keys().map(String::as_str))
    }

    /// This catalogue with the exercises that a routine carries in place of those with their ids:
    /// what its author meant. Of two with one id the first is used.
    #[must_use]
    pub fn with_carried(&self, carried: &Carried) -> Cow<'_, Self> {
        if carried.exercises.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut catalog = self.clone();
        for exercise in carried.exercises.iter().rev() {
            catalog.exercises.insert(exercise.id.clone(), Arc::new(exercise.clone()));
        }
        Cow::Owned(catalog)
    }

    /// Puts a person's own breath patterns beside the shipped ones, in place of those before. One
    /// that has the id of a shipped pattern takes its place, as other content does.
    pub fn use_own_breaths(&mut self, own: &[BreathPattern]) {
        self.breaths = Self::builtin().breaths;
        self.breaths.extend(own.iter().map(|pattern| (pattern.id.clone(), Arc::new(pattern.clone()))));
    }

    /// Adds a person's own content. What has the id of something shipped takes its place; of two
    /// own files with one id the first is used and the other reported.
    ///
    /// Returns the problems that came with the content, and those found here.
    pub fn merge(&mut self, own: OwnContent) -> Vec<FileProblem> {
        let mut problems = own.problems;
        put(&mut self.exercises, own.exercises, |exercise| &exercise.id, &mut problems);
        put(&mut self.routines, own.routines, |routine| &routine.id, &mut problems);
        problems
    }
}

fn put<T>(
    by_id: &mut BTreeMap<String, Arc<T>>,
    own: Vec<Own<T>>,
    id_of: impl Fn(&T) -> &String,
    problems: &mut Vec<FileProblem>,
) {
    let mut first_files: BTreeMap<String, PathBuf> = BTreeMap::new();
    for Own { path, value } in own {
        let id = id_of(&value).clone();
        if let Some(first) = first_files.get(&id) {
            let message = format!(
                "the id \"{id}\" is already used by {}, so this file is left out; give it an id of its own",
                first.display()
            );
            problems.push(FileProblem { path, line: 1, col: 1, message });
            continue;
        }
        first_files.insert(id.clone(), path);
        by_id.insert(id, Arc::new(value));
    }
}
