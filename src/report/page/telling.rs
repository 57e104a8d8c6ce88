//! What the person said: the signs they ticked, and the last of their notes.

use std::collections::BTreeMap;

use super::{Summary, cut_list, titled};
use crate::history::{self, SessionLine, days};
use crate::text::brief;

/// Signs that are told.
const MOST_SIGNS: usize = 4;
/// Letters of a sign.
const SIGN_LETTERS: usize = 90;
/// Notes that are told.
const MOST_NOTES: usize = 3;
/// Letters of a note.
const NOTE_LETTERS: usize = 105;

/// The signs that hold, in the words they were ticked in.
pub(super) fn signs(summary: &Summary<'_>) -> String {
    let holding = history::signs(summary.ledger.remarks());
    if holding.is_empty() {
        return String::new();
    }
    let known = summary.safety.signs.iter().filter(|sign| holding.contains_key(sign.id.as_str()));
    let mut lines: Vec<String> = known.map(|sign| brief(&sign.text, SIGN_LETTERS)).collect();
    // One that is not known here, as of a newer version, is told by its id rather than not at all.
    let is_unknown = |id: &&&str| summary.safety.signs.iter().all(|sign| sign.id != **id);
    lines.extend(holding.keys().filter(is_unknown).map(|id| brief(id, SIGN_LETTERS)));
    titled(summary.words, "report-signs", &cut_list(summary.words, &lines, MOST_SIGNS, false))
}

/// The last notes, the newest first.
pub(super) fn notes(summary: &Summary<'_>, told: &[&SessionLine]) -> String {
    let words = summary.words;
    let noted: BTreeMap<&str, &str> = summary
        .sessions
        .iter()
        .map(|kept| (kept.record.id.as_str(), kept.record.note.trim()))
        .filter(|(_, note)| !note.is_empty())
        .collect();
    let lines: Vec<String> = told
        .iter()
        .rev()
        .filter_map(|line| {
            let note = brief(&noted.get(line.id.as_ref())?.replace(['\n', '\t'], " "), NOTE_LETTERS);
            let day = words.date(days::date(line.began));
            Some(words.with("report-note", &[("day", day.into()), ("note", note.into())]))
        })
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    titled(words, "report-notes", &cut_list(words, &lines, MOST_NOTES, true))
}
