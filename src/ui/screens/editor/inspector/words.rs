//! Words of the author's own: the remark of a step, and the comment above a block.

use super::sheet::{Prose, Sheet};
use crate::editor::{Change, Gesture};

/// The longest remark that can be typed.
const LONGEST_NOTE: usize = 500;

/// The longest comment that can be typed.
const LONGEST_COMMENT: usize = 1_000;

pub(super) fn note_ui(sheet: &mut Sheet<'_, '_>) {
    let Some(note) = sheet.subject.shared_steps(|step| step.note.as_str()) else { return };
    let (label, hint) = (sheet.word("insp-note"), sheet.word("insp-note-hint"));
    let note = note.same();
    let prose = Prose { label: &label, text: note, hint: &hint, limit: LONGEST_NOTE, rows: 3 };
    if let Some(text) = sheet.prose(&prose, |typed| Some(typed) == note) {
        sheet.change(Change::Note(text), Gesture::Typing);
    }
}

pub(super) fn comment_ui(sheet: &mut Sheet<'_, '_>) {
    let Some(comment) = sheet.subject.shared_nodes(|node| Some(node.comment.as_str())) else { return };
    let (label, hint) = (sheet.word("insp-comment"), sheet.word("insp-comment-hint"));
    let shown = comment.same().map(unmarked);
    let prose = Prose { label: &label, text: shown.as_deref(), hint: &hint, limit: LONGEST_COMMENT, rows: 3 };
    if let Some(text) = sheet.prose(&prose, |typed| shown.as_deref() == Some(typed)) {
        sheet.change(Change::Comment(marked(&text)), Gesture::Typing);
    }
}

/// A comment without its marks, where every line has one; as it stands otherwise.
fn unmarked(comment: &str) -> String {
    let line = |line: &str| {
        let text = line.trim_start().strip_prefix("//")?;
        Some(text.strip_prefix(' ').unwrap_or(text).to_owned())
    };
    let lines: Option<Vec<String>> = comment.split('\n').map(line).collect();
    lines.map_or_else(|| comment.to_owned(), |lines| lines.join("\n"))
}

/// The comment that says this in a file.
fn marked(text: &str) -> String {
    if text.is_empty() || text.trim_start().starts_with("/*") {
        return text.to_owned();
    }
    let line = |line: &str| if line.is_empty() { "//".to_owned() } else { format!("// {line}") };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{marked, unmarked};

    #[test]
    fn a_comment_is_shown_without_its_marks_and_gets_them_back() {
        assert_eq!(unmarked("// Slowly.\n//\n//  Twice."), "Slowly.\n\n Twice.");
        for text in ["", "Slowly.", "Slowly.\n\n Twice.", "ends with a space "] {
            assert_eq!(unmarked(&marked(text)), text);
        }
    }

    #[test]
    fn a_comment_between_stars_stays_as_it_stands() {
        let comment = "/* Slowly.\n   Twice. */";
        assert_eq!(unmarked(comment), comment);
        assert_eq!(marked(comment), comment);
    }
}
