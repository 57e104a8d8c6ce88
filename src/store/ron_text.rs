//! Strict reading of RON text: capped, and with messages that say where, what and what else.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::places::{Place, place_at};
use super::ron_tree::{MAX_DEPTH, too_deep_at, tree};
use crate::catalog::nearest;
use crate::model::{Exercise, FILE_VERSION, Routine, Settings, ron_dialect};

/// The largest file of exercises, routines or settings that is read, in bytes: 1 MiB.
pub const MAX_BYTES: usize = 1024 * 1024;

const ENDS_EARLY: &str = "the file ends too early; a bracket or quote may be missing";

/// Why a text cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{col}: {message}")]
pub struct RonProblem {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub col: usize,
    /// What is wrong and what would help.
    pub message: String,
}

/// A text as it is edited: its lines end in `\n` alone, and the mark that some editors put at the
/// start of a file is gone.
#[must_use]
pub fn plain_lines(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.contains("\r\n") { text.replace("\r\n", "\n").into() } else { text.into() }
}

/// Reads an exercise.
///
/// # Errors
///
/// As [`parse`].
pub fn read_exercise(text: &str) -> Result<Exercise, RonProblem> {
    parse(text)
}

/// Reads a routine.
///
/// # Errors
///
/// As [`parse`].
pub fn read_routine(text: &str) -> Result<Routine, RonProblem> {
    parse(text)
}

/// Reads settings.
///
/// # Errors
///
/// As [`parse`].
pub fn read_settings(text: &str) -> Result<Settings, RonProblem> {
    parse(text)
}

/// Reads any value in the dialect of our files.
///
/// # Errors
///
/// When the text is empty, larger than [`MAX_BYTES`], nested too deep, written by a newer version,
/// or not a `T`: an unknown field or word is named with its nearest known neighbour.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, RonProblem> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let at_start = Place { line: 1, col: 1 };
    if text.len() > MAX_BYTES {
        return Err(problem(at_start, too_large(text.len() as u64)));
    }
    if text.trim().is_empty() {
        return Err(problem(at_start, "the file is empty"));
    }
    if let Some(at) = too_deep_at(text) {
        return Err(problem(place_at(text, at), format!("brackets nest deeper than {MAX_DEPTH}")));
    }
    refuse_newer(text)?;
    ron_dialect().from_str(text).map_err(|error| {
        let start = Place { line: error.span.start.line, col: error.span.start.col };
        let end = Place { line: error.span.end.line, col: error.span.end.col };
        let ends_early = end >= place_at(text, text.trim_end().len()) && tree(text).is_none();
        problem(start, if ends_early { ENDS_EARLY.to_owned() } else { explain(&error.code) })
    })
}

/// What is said of a file that is larger than [`MAX_BYTES`].
pub(super) fn too_large(bytes: u64) -> String {
    larger_than(bytes, MAX_BYTES)
}

/// What is said of a file that is larger than its own limit.
pub(super) fn larger_than(bytes: u64, most: usize) -> String {
    format!("the file is too large: {bytes} bytes, where {most} are read at most")
}

/// A newer file may hold fields we do not know; its version explains more than the first of them.
fn refuse_newer(text: &str) -> Result<(), RonProblem> {
    let Some(value) = tree(text) else { return Ok(()) };
    let Some(field) = value.group().and_then(|group| group.field("version")) else { return Ok(()) };
    let Some(version) = field.word().and_then(|word| word.parse::<u64>().ok()) else { return Ok(()) };
    let place = place_at(text, field.at().unwrap_or_default());
    match version {
        0 => Err(problem(place, format!("there is no version 0; write `version: {FILE_VERSION}`"))),
        _ if version > u64::from(FILE_VERSION) => Err(problem(
            place,
            format!(
                "this file was written by a newer version of Unhunch (file version {version}, \
                 this one reads {FILE_VERSION}); update Unhunch to use it"
            ),
        )),
        _ => Ok(()),
    }
}

fn problem(place: Place, message: impl Into<String>) -> RonProblem {
    RonProblem { line: place.line, col: place.col, message: message.into() }
}

fn explain(error: &ron::Error) -> String {
    use ron::Error as E;
    match error {
        E::NoSuchStructField { expected, found, outer } => {
            let owner = outer.as_ref().map(|outer| format!(" in {outer}")).unwrap_or_default();
            format!("unknown field `{found}`{owner}{}", instead_of(found, expected))
        }
        E::NoSuchEnumVariant { expected, found, outer } => {
            let owner = outer.as_ref().map(|outer| format!(" for {outer}")).unwrap_or_default();
            format!("unknown word `{found}`{owner}{}", instead_of(found, expected))
        }
        E::MissingStructField { field, outer } => {
            let owner = outer.as_ref().map(|outer| format!(" in {outer}")).unwrap_or_default();
            format!("the field `{field}` is missing{owner}")
        }
        E::DuplicateStructField { field, .. } => format!("the field `{field}` is given twice"),
        E::ExceededRecursionLimit => "this is nested too deep".to_owned(),
        E::Eof => ENDS_EARLY.to_owned(),
        E::TrailingCharacters => "nothing may follow the closing bracket".to_owned(),
        other => lower_first(&other.to_string()),
    }
}

fn instead_of(found: &str, expected: &[&'static str]) -> String {
    let guess = nearest(found, expected.iter().copied());
    let guess = guess.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
    match expected {
        [] => format!("{guess}; none is expected here"),
        names => format!("{guess}; expected `{}`", names.join("`, `")),
    }
}

fn lower_first(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
