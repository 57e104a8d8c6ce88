//! The whole record as JSON, and back: what is written is read again as the same, and any bytes at
//! all lead to a message that says what, where and what to do.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{Archive, KeptSession, MOST, Remark, SessionRecord};

/// What every file of this kind calls itself.
pub const FORMAT: &str = "unhunch-history";

/// The file version that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// The largest file that is read, in bytes: 512 MiB, more than a hundred thousand sessions.
pub const MAX_BYTES: usize = 512 * 1024 * 1024;

/// No stretch of work and no session is longer, in milliseconds: 31 days.
const LONGEST_MS: u64 = 31 * 24 * 3_600_000;

/// Clocks are never further from Greenwich, in seconds: a day.
const FURTHEST_S: i32 = 24 * 3600;

/// No instant is further from 1970, in milliseconds: some 200 years.
const FURTHEST_MS: i64 = 200 * 366 * 24 * 3_600_000;

/// No id is longer, in bytes.
const LONGEST_ID: usize = 200;

/// Why a text is not taken for a record of sessions.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonProblem {
    /// More than is read.
    #[error("this is {} MiB large, and at most {} MiB are read; a history that Unhunch has written is smaller", .len / 1_048_576, MAX_BYTES / 1_048_576)]
    TooLarge {
        /// Its size in bytes.
        len: usize,
    },
    /// Bytes that are not text.
    #[error("this is not text from byte {valid_up_to} on; choose a .json file that Unhunch has written")]
    NotText {
        /// How many bytes are text.
        valid_up_to: usize,
    },
    /// Not JSON, or not of this shape.
    #[error("line {line}, column {col}: {message}; mend it there, or export the history anew")]
    Malformed {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        col: usize,
        /// What is wrong.
        message: String,
    },
    /// JSON of another program, or of another kind.
    #[error(
        "line 1, column 1: this is JSON, but no history of Unhunch: it lacks “format”: “{FORMAT}” at its start; choose a file that was written by “Export”"
    )]
    Foreign,
    /// A version that is not known here.
    #[error(
        "this history was written by a newer Unhunch (file version {version}, and this one reads up to {VERSION}); get the newer Unhunch to read it"
    )]
    Newer {
        /// The version it names.
        version: u64,
    },
    /// A value that makes no sense.
    #[error(
        "line {line}, column 1: the session “{session}” {what}; mend it there, or export the history anew"
    )]
    Nonsense {
        /// Line, from 1.
        line: usize,
        /// The session's id.
        session: String,
        /// What is wrong with it.
        what: String,
    },
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    sessions: &'a [KeptSession],
    remarks: &'a [Remark],
}

/// What is looked at first, whatever else is there.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<serde_json::Value>,
    #[serde(default)]
    version: Option<u64>,
}

/// The record as JSON, laid out to be read, the same from the same record.
#[must_use]
pub fn render(archive: &Archive) -> String {
    let written =
        Written { format: FORMAT, version: VERSION, sessions: &archive.sessions, remarks: &archive.remarks };
    // Plain data with text for keys always becomes JSON.
    let mut text = serde_json::to_string_pretty(&written).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a record.
///
/// # Errors
/// For whatever is no record of sessions: too large, no text, no JSON, of another program, of a
/// newer version, or with values that make no sense.
pub fn read(bytes: &[u8]) -> Result<Archive, JsonProblem> {
    if bytes.len() > MAX_BYTES {
        return Err(JsonProblem::TooLarge { len: bytes.len() });
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| JsonProblem::NotText { valid_up_to: error.valid_up_to() })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let is_object = text.trim_start().starts_with('{');
    let head = match serde_json::from_str::<Head>(text) {
        Ok(head) => head,
        // Another kind of JSON is told as such, whatever is in it.
        Err(error) if !is_object && error.is_data() => return Err(JsonProblem::Foreign),
        Err(error) => return Err(malformed(&error)),
    };
    if head.format.as_ref().and_then(|format| format.as_str()) != Some(FORMAT) {
        return Err(JsonProblem::Foreign);
    }
    if let Some(version) = head.version.filter(|&version| version > u64::from(VERSION)) {
        return Err(JsonProblem::Newer { version });
    }
    let archive: Archive = serde_json::from_str(text).map_err(|error| malformed(&error))?;
    check(&archive, text)?;
    Ok(archive)
}

fn malformed(error: &serde_json::Error) -> JsonProblem {
    let whole = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = whole.strip_suffix(&place).unwrap_or(&whole).to_owned();
    JsonProblem::Malformed { line: error.line().max(1), col: error.column().max(1), message }
}

/// Refuses what no record can be.
fn check(archive: &Archive, text: &str) -> Result<(), JsonProblem> {
    let mut seen = BTreeSet::new();
    for kept in &archive.sessions {
        let record = &kept.record;
        let wrong = if seen.insert(record.id.as_str()) {
            nonsense(record)
        } else {
            Some("stands there twice".to_owned())
        };
        if let Some(what) = wrong {
            let line = line_of(record, text);
            let session = record.id.chars().take(LONGEST_ID).collect();
            return Err(JsonProblem::Nonsense { line, session, what });
        }
    }
    Ok(())
}

/// What is wrong with a session, if anything is.
fn nonsense(record: &SessionRecord) -> Option<String> {
    if record.id.trim().is_empty() {
        return Some("has no id".to_owned());
    }
    if record.id.len() > LONGEST_ID {
        return Some(format!("has an id of more than {LONGEST_ID} letters"));
    }
    let told = [("pain before", record.before.pain), ("pain after", record.after.pain)];
    for (name, value) in told.into_iter().chain([("effort", record.effort)]) {
        if let Some(value) = value.filter(|&value| value > MOST) {
            return Some(format!("has {name} of {value}, where 0 to {MOST} is meant"));
        }
    }
    if record.began.utc_ms.abs() > FURTHEST_MS || record.began.offset_s.abs() > FURTHEST_S {
        return Some("began at a time that no clock shows".to_owned());
    }
    let lengths = record.bouts.iter().flat_map(|bout| [bout.planned_ms, bout.done_ms, bout.extended_ms]);
    if lengths.chain([record.took_ms]).any(|ms| ms > LONGEST_MS) {
        return Some("takes longer than a month".to_owned());
    }
    None
}

/// The line on which a session's id stands, the last one where there are several; 1 where it is
/// written in some other way.
fn line_of(record: &SessionRecord, text: &str) -> usize {
    let id = serde_json::to_string(&record.id).unwrap_or_default();
    let at = text.rfind(&format!("\"id\": {id}")).or_else(|| text.rfind(&id)).unwrap_or_default();
    text[..at].matches('\n').count() + 1
}
