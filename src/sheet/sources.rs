//! Where the facts of a sheet come from: numbered as the cards come to them, named at its end.

use std::fmt::Write as _;

use crate::engine::Timeline;
use crate::model::{Exercise, Source};
use crate::text::{Escaped, Words};

/// The sources of a sheet, in the order in which its cards name them.
pub(super) struct Sources<'a> {
    named: &'a [Source],
    ids: Vec<&'a str>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(timeline: &'a Timeline, named: &'a [Source]) -> Self {
        let mut ids: Vec<&str> = Vec::new();
        let exercises = timeline.entries.iter().filter_map(|entry| entry.exercise.as_deref());
        for id in exercises.flat_map(|exercise| &exercise.sources) {
            if !ids.contains(&id.as_str()) {
                ids.push(id);
            }
        }
        Self { named, ids }
    }

    /// The numbers of an exercise's sources ("1, 3").
    pub(super) fn numbers(&self, exercise: &Exercise) -> String {
        let number = |id: &String| self.ids.iter().position(|known| known == id);
        let mut numbers: Vec<usize> = exercise.sources.iter().filter_map(number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.iter().map(|index| (index + 1).to_string()).collect::<Vec<_>>().join(", ")
    }

    /// The list of all, and what the mark means.
    pub(super) fn render(&self, words: &Words) -> String {
        let mut out = String::from("<footer>\n");
        if !self.ids.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "<h2>{}</h2>\n<ol>", Escaped(&words.get("sheet-sources")));
            for id in &self.ids {
                let text = match self.named.iter().find(|source| source.id == *id) {
                    Some(source) => words.with(
                        "ex-source",
                        &[("title", source.title.as_str().into()), ("credit", source.credit.as_str().into())],
                    ),
                    None => (*id).to_owned(),
                };
                let _ = writeln!(out, "<li>{}</li>", Escaped(&text));
            }
            out.push_str("</ol>\n");
        }
        let _ = writeln!(out, "<p>{}</p>\n</footer>", Escaped(&words.get("sheet-added-line")));
        out
    }
}
