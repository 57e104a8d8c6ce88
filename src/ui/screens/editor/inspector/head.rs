//! The routine itself: its name, what it is for, and what holds for all its steps.

use super::group::LONGEST_NAME;
use super::sheet::{Prose, Sheet};
use super::{breath, pauses, words};
use crate::editor::{Gesture, HeadChange};

/// The longest summary that can be typed.
const LONGEST_SUMMARY: usize = 500;

/// The most letters of all tags together.
const LONGEST_TAGS: usize = 300;

pub(super) fn head_ui(sheet: &mut Sheet<'_, '_>) {
    let head = &sheet.view.history.document().head;
    let title = sheet.word("insp-routine");
    sheet.form.title(&title);
    let label = sheet.word("insp-routine-name");
    let prose = Prose { label: &label, text: Some(&head.name), hint: "", limit: LONGEST_NAME, rows: 1 };
    if let Some(text) = sheet.prose(&prose, |typed| typed == head.name) {
        sheet.change_head(HeadChange::Name(text), Gesture::Typing);
    }
    let (label, hint) = (sheet.word("insp-summary"), sheet.word("insp-summary-hint"));
    let prose =
        Prose { label: &label, text: Some(&head.summary), hint: &hint, limit: LONGEST_SUMMARY, rows: 3 };
    if let Some(text) = sheet.prose(&prose, |typed| typed == head.summary) {
        sheet.change_head(HeadChange::Summary(text), Gesture::Typing);
    }
    let (label, hint) = (sheet.word("insp-tags"), sheet.word("insp-tags-hint"));
    let tags = head.tags.join(", ");
    let prose = Prose { label: &label, text: Some(&tags), hint: &hint, limit: LONGEST_TAGS, rows: 1 };
    if let Some(text) = sheet.prose(&prose, |typed| tags_of(typed) == head.tags) {
        let tags = tags_of(&text);
        if tags != head.tags {
            sheet.change_head(HeadChange::Tags(tags), Gesture::Typing);
        }
    }
    sheet.form.gap(8.0);
    let line = sheet.word("insp-defaults-line");
    sheet.form.heading(&sheet.form.look.words.get("insp-defaults"));
    sheet.line(&line);
    pauses::defaults_ui(sheet);
    breath::usual_breath_ui(sheet);
    if sheet.fold() {
        words::leading_ui(sheet);
    }
}

/// The tags that are typed: words or phrases between commas, each once.
fn tags_of(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
        if tags.iter().all(|known| known != tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::tags_of;

    #[test]
    fn tags_stand_between_commas_each_once() {
        assert_eq!(tags_of(" neck, desk work,,neck , "), ["neck", "desk work"]);
        assert!(tags_of(" , ").is_empty());
    }
}
