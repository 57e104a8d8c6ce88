//! Marks on what no source says: a small sign, explained once at the end of the page.

use crate::model::Line;
use crate::text::{Escaped, Words};

/// Text as HTML, with the mark after it where it was added.
pub(super) fn marked(text: &str, is_added: bool, words: &Words) -> String {
    if !is_added {
        return Escaped(text).to_string();
    }
    format!(
        "{}<sup class=\"added\" title=\"{}\">{}</sup>",
        Escaped(text),
        Escaped(&words.get("sheet-added-name")),
        Escaped(&words.get("sheet-added-mark"))
    )
}

/// Sentences one after another, each with its mark.
pub(super) fn running(lines: &[Line], words: &Words) -> String {
    let texts: Vec<String> = lines
        .iter()
        .filter(|line| !line.text.trim().is_empty())
        .map(|line| marked(&line.text, !line.stated, words))
        .collect();
    texts.join(" ")
}
