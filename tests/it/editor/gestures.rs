//! What is one step: a drag is, a word is, and coming back to where one was is none.

use unhunch::editor::{Change, EditName, HeadChange, Nudge};
use unhunch::model::Seconds;

use super::*;

fn steps(history: &History) -> usize {
    history.undoable().count()
}

/// A change to the first block, `a`.
fn rest(secs: f64) -> Edit {
    Edit::Change { ids: ids(&outlined("a"), "a"), change: Change::Rest(Some(Seconds(secs))) }
}

fn type_note(history: &mut History, text: &str) {
    let edit = Edit::Change { ids: ids(history.document(), "a"), change: Change::Note(text.into()) };
    history.apply(&edit, Gesture::Typing).unwrap();
}

fn note(history: &History) -> String {
    let routine = history.document().routine();
    let Block::Step(step) = &routine.blocks[0] else { panic!("a step is first") };
    step.note.clone()
}

/// Types letter by letter behind what stands there.
fn type_words(history: &mut History, before: &str, words: &str) {
    for end in words.char_indices().map(|(at, c)| at + c.len_utf8()) {
        type_note(history, &format!("{before}{}", &words[..end]));
    }
}

#[test]
fn a_drag_is_one_step() {
    let mut history = History::new(outlined("a b"), None);
    for n in 1..=100 {
        let edit = rest(f64::from(n));
        history.apply(&edit, Gesture::Held).unwrap();
    }
    assert_eq!(steps(&history), 1);
    history.let_go();
    let edit = rest(7.0);
    history.apply(&edit, Gesture::Held).unwrap();
    assert_eq!(steps(&history), 2);
    assert!(history.undo() && history.undo());
    assert_eq!(*history.document(), outlined("a b"));
}

#[test]
fn a_drag_that_ends_where_it_began_never_was() {
    let mut history = History::new(outlined("a b"), None);
    apply(&mut history, &rest(5.0));
    apply(&mut history, &rest(6.0));
    assert!(history.undo());
    history.mark_saved();
    let stamp = history.stamp();
    for secs in [6.0, 7.0, 5.0] {
        let edit = rest(secs);
        history.apply(&edit, Gesture::Held).unwrap();
    }
    assert_eq!((steps(&history), history.stamp()), (1, stamp));
    assert!(history.is_saved());
    assert_eq!(history.redoable().count(), 1, "what could be done again still can");

    for secs in [6.0, 5.0, 8.0, 9.0] {
        let edit = rest(secs);
        history.apply(&edit, Gesture::Held).unwrap();
    }
    assert_eq!(steps(&history), 2, "the hand went on from there");
    assert_eq!(history.redoable().count(), 0);
}

#[test]
fn drags_of_different_things_are_steps_of_their_own() {
    let mut history = History::new(outlined("a b"), None);
    let on = |names: &str, change: Change| Edit::Change { ids: ids(&outlined("a b"), names), change };
    for edit in [
        on("a", Change::Rest(Some(Seconds(1.0)))),
        on("b", Change::Rest(Some(Seconds(1.0)))),
        on("b", Change::Switch(Some(Seconds(1.0)))),
    ] {
        history.apply(&edit, Gesture::Held).unwrap();
    }
    assert_eq!(steps(&history), 3);
}

#[test]
fn a_key_held_down_moves_in_one_step() {
    let mut history = History::new(outlined("a b c d"), None);
    let down = Edit::Nudge { ids: ids(history.document(), "a"), way: Nudge::Down };
    while history.apply(&down, Gesture::Held).is_ok() {}
    assert_eq!(outline(history.document()), "b c d a");
    assert_eq!(steps(&history), 1);
    assert!(history.undo());
    assert_eq!(outline(history.document()), "a b c d");
}

#[test]
fn each_word_is_a_step() {
    let mut history = History::new(outlined("a"), None);
    type_words(&mut history, "", "keep the chin in");
    assert_eq!(steps(&history), 4);
    let mut seen = Vec::new();
    while history.undo() {
        seen.push(note(&history));
    }
    assert_eq!(seen, ["keep the chin ", "keep the ", "keep ", ""]);
    while history.redo() {}
    assert_eq!(note(&history), "keep the chin in");
}

#[test]
fn erasing_is_a_step_of_its_own() {
    let mut history = History::new(outlined("a"), None);
    type_words(&mut history, "", "keep still");
    for end in (4..10).rev() {
        type_note(&mut history, &"keep still"[..end]);
    }
    assert_eq!(steps(&history), 3);
    type_words(&mut history, "keep", " calm");
    assert_eq!(steps(&history), 5);
    for expected in ["keep ", "keep", "keep still", "keep ", ""] {
        assert!(history.undo());
        assert_eq!(note(&history), expected);
    }
}

#[test]
fn several_words_at_once_are_a_step_of_their_own() {
    let mut history = History::new(outlined("a"), None);
    type_words(&mut history, "", "keep");
    type_note(&mut history, "keep your chin in");
    assert_eq!(steps(&history), 2);
}

#[test]
fn a_field_that_is_left_ends_the_word() {
    let mut history = History::new(outlined("a"), None);
    type_words(&mut history, "", "ke");
    history.settle();
    type_words(&mut history, "ke", "ep");
    assert_eq!(steps(&history), 2);
    let name = |text: &str| Edit::Head(HeadChange::Name(text.into()));
    history.apply(&name("Mine!"), Gesture::Typing).unwrap();
    history.apply(&name("Mine!!"), Gesture::Typing).unwrap();
    assert_eq!(steps(&history), 3);
}

#[test]
fn five_hundred_steps_can_be_taken_back() {
    let mut history = History::new(outlined("a"), None);
    for n in 1..=620 {
        apply(&mut history, &rest(f64::from(n)));
    }
    assert_eq!(steps(&history), 500);
    let mut undone = 0;
    while history.undo() {
        undone += 1;
    }
    assert_eq!((undone, history.redoable().count()), (500, 500));
    assert_eq!(history.document().routine().blocks, {
        let document = outlined("a").edited(&rest(120.0), &BTreeSet::new()).unwrap().document;
        document.routine().blocks
    });
}

#[test]
fn saved_is_what_is_on_the_disk_whichever_way_one_comes_to_it() {
    let mut history = History::new(outlined("a"), None);
    assert!(!history.is_saved());
    apply(&mut history, &rest(1.0));
    history.mark_saved();
    assert!(history.is_saved());
    apply(&mut history, &rest(2.0));
    assert!(!history.is_saved());
    assert!(history.undo() && history.is_saved());
    assert!(history.undo() && !history.is_saved());
    assert!(history.redo() && history.is_saved());
    assert!(history.redo() && !history.is_saved());
    history.select(ids(history.document(), "a"));
    assert!(!history.is_saved());
    assert!(history.undo() && history.is_saved());
}

#[test]
fn a_save_ends_what_was_being_dragged() {
    let mut history = History::new(outlined("a"), None);
    for secs in [1.0, 2.0] {
        let edit = rest(secs);
        history.apply(&edit, Gesture::Held).unwrap();
        history.mark_saved();
    }
    assert_eq!(steps(&history), 2);
    assert!(history.undo() && !history.is_saved());
}

/// Writes a text letter by letter over what is shown.
fn write(history: &mut History, shown: &str, text: &str, document: Option<&Document>) {
    history.write(text.into(), document.cloned(), shown);
}

#[test]
fn the_source_takes_a_step_for_each_word_and_one_for_erasing() {
    let mut history = History::new(outlined("a"), Some("(x)".into()));
    let document = history.document().clone();
    let texts = ["(x)", "(x) ", "(x) o", "(x) on", "(x) on ", "(x) on t", "(x) on tw"];
    for pair in texts.windows(2) {
        write(&mut history, pair[0], pair[1], Some(&document));
    }
    assert_eq!(steps(&history), 3);
    for pair in texts.windows(2).rev() {
        write(&mut history, pair[1], pair[0], None);
    }
    assert_eq!(steps(&history), 4, "erasing is one more");
    write(&mut history, "(x)", "(x)", None);
    assert_eq!(steps(&history), 4, "the same text is no step");
    assert!(history.undo());
    assert_eq!(history.now().source.as_deref(), Some("(x) on tw"));
}

#[test]
fn behind_a_source_that_cannot_be_read_nothing_is_edited_until_it_is_given_up() {
    let mut history = History::new(outlined("a"), Some("(x)".into()));
    write(&mut history, "(x)", "(x", None);
    assert!(history.now().is_behind);
    assert_eq!(*history.document(), outlined("a"));
    let edit = rest(5.0);
    assert_eq!(history.apply(&edit, Gesture::Single), Err(Refusal::SourceUnread));
    assert_eq!(steps(&history), 1);

    assert!(history.give_up_source());
    assert!(!history.give_up_source());
    assert_eq!(history.undoable().next(), Some(EditName::GiveUpSource));
    assert_eq!(history.now().source, None);
    apply(&mut history, &edit);
    assert!(history.undo() && history.undo());
    assert_eq!(history.now().source.as_deref(), Some("(x"));
    assert!(history.now().is_behind);
    assert!(history.undo());
    assert!(!history.now().is_behind);
}

#[test]
fn an_edit_lets_the_source_follow_and_the_way_back_brings_it_again() {
    let mut history = History::new(outlined("a"), Some("(x) // mine".into()));
    apply(&mut history, &rest(5.0));
    assert_eq!(history.now().source, None);
    assert!(history.undo());
    assert_eq!(history.now().source.as_deref(), Some("(x) // mine"));
}
