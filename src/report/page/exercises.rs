//! The exercises done most, with left and right, and those that hurt.

use std::fmt::Write as _;

use super::{Summary, cut_list, more, titled};
use crate::history::ExerciseLine;
use crate::text::{Escaped, brief};

/// Rows of the table.
const MOST_ROWS: usize = 7;
/// Exercises that hurt.
const MOST_HURTS: usize = 4;
/// Letters of a name that fit its column, and its line among those that hurt.
const NAME_LETTERS: usize = 46;
const HURT_LETTERS: usize = 36;

/// The table of the exercises done most.
pub(super) fn section(summary: &Summary<'_>) -> String {
    let words = summary.words;
    let done: Vec<&ExerciseLine> =
        summary.overview.exercises.iter().filter(|line| line.sessions > 0 || line.skipped > 0).collect();
    if done.is_empty() {
        return String::new();
    }
    let mut html = String::from("<table>\n<thead><tr>");
    for key in [
        "report-col-exercise",
        "report-col-sessions",
        "report-col-time",
        "report-col-left",
        "report-col-right",
        "report-col-skipped",
        "report-col-hurt",
    ] {
        // Writing to a String cannot fail.
        let _ = write!(html, "<th scope=\"col\">{}</th>", Escaped(&words.get(key)));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for line in done.iter().take(MOST_ROWS) {
        html.push_str(&row(summary, line));
    }
    html.push_str("</tbody>\n</table>\n");
    if done.len() > MOST_ROWS {
        let _ = writeln!(html, "<p class=\"more\">{}</p>", Escaped(&more(words, done.len() - MOST_ROWS)));
    }
    titled(words, "report-exercises", &html)
}

fn row(summary: &Summary<'_>, line: &ExerciseLine) -> String {
    let count = |n: u32| if n == 0 { "–".to_owned() } else { n.to_string() };
    let cells = [
        count(line.sessions),
        summary.length(line.done_ms),
        summary.length(line.left_ms),
        summary.length(line.right_ms),
        count(line.skipped),
        count(line.hurt),
    ];
    let mut out = format!("<tr><th scope=\"row\">{}</th>", Escaped(&brief(&line.name, NAME_LETTERS)));
    for cell in cells {
        // Writing to a String cannot fail.
        let _ = write!(out, "<td>{}</td>", Escaped(&cell));
    }
    out.push_str("</tr>\n");
    out
}

/// The exercises that hurt, the one that did most often first.
pub(super) fn hurts(summary: &Summary<'_>) -> String {
    let words = summary.words;
    let mut hurt: Vec<&ExerciseLine> =
        summary.overview.exercises.iter().filter(|line| line.hurt > 0).collect();
    hurt.sort_by(|a, b| b.hurt.cmp(&a.hurt).then_with(|| a.name.cmp(&b.name)));
    let lines: Vec<String> = hurt
        .iter()
        .map(|line| {
            let name = brief(&line.name, HURT_LETTERS);
            words.with("report-hurt-line", &[("name", name.into()), ("n", line.hurt.into())])
        })
        .collect();
    let html = if lines.is_empty() {
        format!("<p>{}</p>\n", Escaped(&words.get("report-hurt-none")))
    } else {
        cut_list(words, &lines, MOST_HURTS, true)
    };
    titled(words, "report-hurt", &html)
}
