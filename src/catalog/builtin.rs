//! The shipped content, embedded in the program.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, include_dir};
use serde::{Deserialize, de::DeserializeOwned};

use super::Catalog;
use crate::model::{BreathPattern, BreathingAlone, CuePreset, Exercise, Routine, Source, ron_dialect};

static EXERCISES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/exercises");
static ROUTINES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/routines");
const BREATHS: &str = include_str!("../../assets/breaths.ron");
const CUE_PRESETS: &str = include_str!("../../assets/cue-presets.ron");
const SAFETY: &str = include_str!("../../assets/safety.ron");
const SOURCES: &str = include_str!("../../assets/sources.ron");

/// Shipped content that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {message}")]
pub struct ShippedProblem {
    /// The file, as named in the repository.
    pub file: String,
    /// What is wrong with it.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Breaths {
    #[expect(dead_code, reason = "every file carries one; the shipped ones are always ours")]
    version: u32,
    patterns: Vec<BreathPattern>,
    alone: BreathingAlone,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CuePresets {
    #[expect(dead_code, reason = "every file carries one; the shipped ones are always ours")]
    version: u32,
    presets: Vec<CuePreset>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    #[expect(dead_code, reason = "every file carries one; the shipped ones are always ours")]
    version: u32,
    sources: Vec<Source>,
}

impl Catalog {
    /// The shipped content alone. Parsed once; later calls share it.
    ///
    /// # Panics
    ///
    /// Never: that the embedded files parse is fixed when the program is built and held by a test.
    #[must_use]
    pub fn builtin() -> Self {
        static PARSED: OnceLock<Catalog> = OnceLock::new();
        PARSED
            .get_or_init(|| {
                Self::from_embedded().expect("the embedded files are the ones tests/it/catalog.rs parses")
            })
            .clone()
    }

    /// Parses the shipped content.
    ///
    /// # Errors
    ///
    /// When a shipped file does not parse, two share an id, or a file is not named after its id.
    pub fn from_embedded() -> Result<Self, ShippedProblem> {
        let Breaths { patterns: breaths, alone, .. } = parse("assets/breaths.ron", BREATHS)?;
        let default_breath = breaths
            .iter()
            .find(|pattern| pattern.id == Self::DEFAULT_BREATH)
            .cloned()
            .map(Arc::new)
            .ok_or_else(|| problem("assets/breaths.ron", "no pattern has the default's id"))?;
        Ok(Self {
            exercises: parse_folder(&EXERCISES, "assets/exercises", |e: &Exercise| &e.id)?,
            routines: parse_folder(&ROUTINES, "routines", |r: &Routine| &r.id)?,
            breaths: breaths.into_iter().map(|pattern| (pattern.id.clone(), Arc::new(pattern))).collect(),
            breathing: alone,
            cue_presets: parse::<CuePresets>("assets/cue-presets.ron", CUE_PRESETS)?.presets,
            safety: Arc::new(parse("assets/safety.ron", SAFETY)?),
            sources: parse::<Sources>("assets/sources.ron", SOURCES)?.sources,
            default_breath,
        })
    }
}

fn problem(file: &str, message: impl Into<String>) -> ShippedProblem {
    ShippedProblem { file: file.to_owned(), message: message.into() }
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, ShippedProblem> {
    ron_dialect().from_str(text).map_err(|error| problem(file, error.to_string()))
}

fn parse_folder<T: DeserializeOwned>(
    folder: &Dir<'_>,
    name: &str,
    id_of: impl Fn(&T) -> &String,
) -> Result<BTreeMap<String, Arc<T>>, ShippedProblem> {
    let ron_files = folder.files().filter(|file| file.path().extension().is_some_and(|ext| ext == "ron"));
    let mut by_id = BTreeMap::new();
    for file in ron_files {
        let path = format!("{name}/{}", file.path().display());
        let text = file.contents_utf8().ok_or_else(|| problem(&path, "is not UTF-8 text"))?;
        let value: T = parse(&path, text)?;
        let id = id_of(&value).clone();
        if file.path().file_stem().is_none_or(|stem| stem != id.as_str()) {
            return Err(problem(&path, format!("holds the id \"{id}\", which is not its name")));
        }
        by_id.insert(id, Arc::new(value));
    }
    Ok(by_id)
}
