//! Drafts on a real disk: found again after a crash, left alone while a window lives.

use std::fs;

use unhunch::store::drafts::MAX_DRAFT_BYTES;
use unhunch::store::ron_text::MAX_BYTES;

use super::store_shelf::data_folder;

#[test]
fn a_draft_that_was_left_behind_is_found_once() {
    let (_temp, folder) = data_folder();
    let drafts = folder.drafts();
    assert!(drafts.orphans().unwrap().drafts.is_empty());
    let draft = drafts.open_new(Some("mine.ron"), Some("(base)")).unwrap();
    draft.keep("(one").unwrap();
    draft.keep("(two").unwrap();
    assert!(drafts.orphans().unwrap().drafts.is_empty(), "its window lives");
    drop(draft);
    let mut found = drafts.orphans().unwrap().drafts;
    assert_eq!(found.len(), 1);
    assert!(drafts.orphans().unwrap().drafts.is_empty(), "it is held by the window that found it");
    let orphan = found.remove(0);
    assert_eq!(orphan.of.as_deref(), Some("mine.ron"));
    assert_eq!((orphan.base.as_deref(), &*orphan.text), (Some("(base)"), "(two"));
    orphan.draft.keep("(three").unwrap();
    orphan.draft.done().unwrap();
    assert!(drafts.orphans().unwrap().drafts.is_empty());
    assert_eq!(fs::read_dir(folder.root().join("drafts")).unwrap().count(), 0);
}

#[test]
fn two_windows_on_one_routine_have_a_draft_each() {
    let (_temp, folder) = data_folder();
    let drafts = folder.drafts();
    let one = drafts.open_new(Some("mine.ron"), Some("(base)")).unwrap();
    let two = drafts.open_new(Some("mine.ron"), Some("(base)")).unwrap();
    let new = drafts.open_new(None, None).unwrap();
    one.keep("one").unwrap();
    two.keep("two").unwrap();
    new.keep("new").unwrap();
    one.done().unwrap();
    drop((two, new));
    let found = drafts.orphans().unwrap().drafts;
    let texts: Vec<_> = found.iter().map(|orphan| (&*orphan.text, orphan.of.is_some())).collect();
    assert_eq!(texts, [("two", true), ("new", false)]);
}

#[test]
fn a_draft_in_which_nothing_changed_is_cleared_away() {
    let (_temp, folder) = data_folder();
    let drafts = folder.drafts();
    drop(drafts.open_new(Some("mine.ron"), Some("(base)")).unwrap());
    let same = drafts.open_new(Some("other.ron"), Some("(base)")).unwrap();
    same.keep("(base)").unwrap();
    drop(same);
    let found = drafts.orphans().unwrap();
    assert!(found.drafts.is_empty() && found.damaged.is_empty());
    assert_eq!(fs::read_dir(folder.root().join("drafts")).unwrap().count(), 0);
}

#[test]
fn damaged_drafts_are_set_aside_and_told() {
    let (_temp, folder) = data_folder();
    let drafts = folder.drafts();
    for round in 0..2 {
        for (file, bytes) in [("draft.ron", &b"(version: 1, off: 3)"[..]), ("text.ron", &[0xFF, 0x00])] {
            let draft = drafts.open_new(Some("mine.ron"), None).unwrap();
            draft.keep("precious").unwrap();
            fs::write(draft.folder().join(file), bytes).unwrap();
        }
        let found = drafts.orphans().unwrap();
        assert!(found.drafts.is_empty());
        assert_eq!(found.damaged.len(), 2, "{round}");
        for damaged in &found.damaged {
            assert!(damaged.kept_as.starts_with(folder.root().join("drafts/set-aside")));
            assert!(damaged.kept_as.join("text.ron").exists());
            assert!(damaged.reason.to_string().contains(".ron"));
        }
        let texts: Vec<Vec<u8>> =
            found.damaged.iter().map(|d| fs::read(d.kept_as.join("text.ron")).unwrap()).collect();
        assert!(texts.contains(&b"precious".to_vec()));
    }
    assert!(drafts.orphans().unwrap().damaged.is_empty(), "told once");
}

#[test]
fn texts_that_are_too_large_to_save_are_kept_as_drafts() {
    let (_temp, folder) = data_folder();
    let drafts = folder.drafts();
    let base = "\"".repeat(MAX_BYTES);
    let draft = drafts.open_new(Some("big.ron"), Some(&base)).unwrap();
    let text = "\n".repeat(MAX_BYTES * 3);
    draft.keep(&text).unwrap();
    let said = draft.keep(&"x".repeat(MAX_DRAFT_BYTES + 1)).unwrap_err().to_string();
    assert!(said.contains("too many") && said.contains("nothing was changed"), "{said}");
    drop(draft);
    let orphan = drafts.orphans().unwrap().drafts.remove(0);
    assert!(orphan.text == text && orphan.base.as_deref() == Some(&base));
}

#[test]
fn names_of_drafts_lead_nowhere_else() {
    let (_temp, folder) = data_folder();
    let drafts = folder.drafts();
    for of in ["../../evil.ron", "set-aside.ron", ".done-x.ron", "nul.ron", ""] {
        let draft = drafts.open_new(Some(of), None).unwrap();
        draft.keep("text").unwrap();
        assert_eq!(draft.folder().parent().unwrap(), folder.root().join("drafts"));
        drop(draft);
        let orphan = drafts.orphans().unwrap().drafts.remove(0);
        assert_eq!(orphan.of.as_deref(), Some(of));
        orphan.draft.done().unwrap();
    }
}
