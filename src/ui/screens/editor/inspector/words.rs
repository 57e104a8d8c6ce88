//! Words of the author's own: the remark of a step, and the comment above a block.

use super::sheet::{Prose, Sheet};
use crate::editor::{Change, Gesture, HeadChange};

/// The longest remark that can be typed.
const LONGEST_NOTE: usize = 500;

/// The longest comment that can be typed.
const LONGEST_COMMENT: usize = 1_000;

/// The longest comment above a routine that can be typed.
const LONGEST_LEADING: usize = 4_000;

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

/// The comment above the routine itself.
pub(super) fn leading_ui(sheet: &mut Sheet<'_, '_>) {
    let leading = sheet.view.history.document().leading.clone();
    let (label, hint) = (sheet.word("insp-leading"), sheet.word("insp-comment-hint"));
    let shown = unmarked(leading.trim_end());
    let prose = Prose { label: &label, text: Some(&shown), hint: &hint, limit: LONGEST_LEADING, rows: 4 };
    if let Some(text) = sheet.prose(&prose, |typed| led(typed, &leading) == *leading) {
        sheet.change_head(HeadChange::Leading(led(&text, &leading)), Gesture::Typing);
    }
}

/// What stands above a routine that says this, as far from it as what stood there before.
fn led(text: &str, before: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() {
        return String::new();
    }
    let is_marked = |line: &str| line.trim().is_empty() || line.trim_start().starts_with("//");
    let text = if text.lines().all(is_marked) { text.to_owned() } else { marked(text) };
    let gap = before.get(before.trim_end().len()..).filter(|gap| gap.contains('\n')).unwrap_or("\n");
    format!("{text}{gap}")
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
    use super::{led, marked, unmarked};

    #[test]
    fn a_comment_above_a_routine_keeps_its_distance() {
        for leading in ["// Slowly.\n\n", "// Slowly.\n//\n// Twice.\n", "// One.\n\n// Two.\n", ""] {
            assert_eq!(led(&unmarked(leading.trim_end()), leading), leading);
        }
        assert_eq!(led("Slowly.", ""), "// Slowly.\n");
        assert_eq!(led(" \n", "// Slowly.\n"), "");
        assert_eq!(led("/* Slowly. */", ""), "/* Slowly. */\n");
    }

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
