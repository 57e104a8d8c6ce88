//! The source view in the whole program: what is written there is in the blocks, and what cannot be
//! read leaves them as they were.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::Desk;

const FIELD: &str = "Source of the routine";

impl Desk {
    /// A new routine on the desk, shown as its source, with the caret at the start.
    fn on_source() -> Self {
        let mut desk = Self::new();
        desk.click("Editor");
        desk.click("New routine");
        desk.click("Show the source");
        desk.harness.run_steps(2);
        desk
    }

    fn source(&self) -> String {
        self.harness.get_by_label(FIELD).value().unwrap()
    }

    fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.get_by_label(FIELD).type_text(&letter.to_string());
            self.harness.run_steps(2);
        }
    }

    /// Puts the caret behind what the text holds once.
    fn go_behind(&mut self, what: &str) {
        let text = self.source();
        let before = &text[..text.find(what).unwrap() + what.len()];
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::Home);
        for _ in 0..before.matches('\n').count() {
            self.harness.key_press(Key::ArrowDown);
        }
        self.harness.run_steps(2);
        self.press(Key::Home);
        for _ in 0..before.rsplit('\n').next().unwrap().chars().count() {
            self.press(Key::ArrowRight);
        }
    }
}

#[test]
fn what_is_written_is_in_the_routine_and_each_word_is_a_step() {
    let mut desk = Desk::on_source();
    let before = desk.source();
    assert!(before.contains("name: \"My routine\""), "{before}");
    desk.go_behind("name: \"My routine");
    desk.write(" at night");
    assert!(desk.source().contains("name: \"My routine at night\""), "{}", desk.source());
    assert!(desk.shows("My routine at night"), "the header follows");
    desk.undo();
    assert!(desk.source().contains("name: \"My routine at \""), "{}", desk.source());
    desk.undo();
    desk.undo();
    assert_eq!(desk.source(), before);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    desk.harness.run_steps(2);
    assert!(desk.source().contains("My routine \""), "{}", desk.source());
}

#[test]
fn a_text_that_cannot_be_read_says_where_and_leaves_the_blocks() {
    let mut desk = Desk::on_source();
    desk.go_behind("name: \"My routine\"");
    desk.write("x");
    assert!(desk.shows("Go to 4:"), "the place of the error");
    assert!(desk.shows("My routine"));
    desk.click("Show the cards");
    assert!(desk.shows("The source has an error at 4:"));
    desk.click("Show in the source");
    desk.harness.run_steps(2);
    assert!(desk.harness.get_by_label(FIELD).accesskit_node().is_focused(), "the caret is at the error");
    desk.click("Give up the text");
    assert!(desk.shows("The source can be read."));
    assert!(!desk.source().contains("\"x"));
    desk.click("Undo give up the source");
    assert!(desk.source().contains("\"My routine\"x"), "giving up is taken back");
    desk.click("Undo write in the source");
    assert!(desk.shows("The source can be read."));
}

#[test]
fn tab_writes_an_indent_and_escape_leaves_the_field() {
    let mut desk = Desk::on_source();
    desk.press(Key::Tab);
    assert!(desk.source().starts_with("    ("), "{}", desk.source());
    desk.press(Key::Escape);
    let is_focused = |desk: &Desk| desk.harness.get_by_label(FIELD).accesskit_node().is_focused();
    assert!(!is_focused(&desk));
    let before = desk.source();
    desk.press(Key::Tab);
    assert_eq!(desk.source(), before);
}
