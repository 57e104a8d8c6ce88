//! The routine on the desk in the whole program: adding, choosing, moving and taking out, by pointer
//! and by keyboard.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::kittest::{NodeT, Queryable, by};

use super::Desk;

const CTRL: Modifiers = Modifiers::COMMAND;

impl Desk {
    /// A program with a new routine on the desk.
    fn on_a_new_routine() -> Self {
        let mut desk = Self::new();
        desk.click("Editor");
        desk.click("New routine");
        desk.harness.run_steps(4);
        desk
    }

    /// A new routine with these exercises in it.
    fn with_steps(names: &[&str]) -> Self {
        let mut desk = Self::on_a_new_routine();
        for name in names {
            desk.add(name);
        }
        desk
    }

    /// Adds an exercise by the palette's search alone.
    fn add(&mut self, name: &str) {
        self.keys(CTRL, Key::F);
        self.harness.get_by_label("Search exercises to add").type_text(name);
        self.harness.run_steps(3);
        self.press(Key::Enter);
        self.harness.run_steps(2);
    }

    fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(3);
    }

    /// The names of the blocks as far as they are built, from the top: each up to its first comma,
    /// with what it is in.
    fn blocks(&self) -> Vec<String> {
        let mut rows: Vec<(Rect, String)> = self
            .harness
            .query_all(by().role(Role::ListItem))
            .map(|node| (node.rect(), node.accesskit_node().label().unwrap_or_default()))
            .collect();
        rows.sort_by(|a, b| a.0.top().total_cmp(&b.0.top()));
        let short = |name: &String| {
            let mut parts = name.split(", ");
            let title = parts.next().unwrap_or_default().to_owned();
            match parts.find(|part| part.starts_with("in ")) {
                Some(group) => format!("{title} {group}"),
                None => title,
            }
        };
        rows.iter().map(|(_, name)| short(name)).collect()
    }

    fn selected(&self) -> Vec<String> {
        let mut rows: Vec<(f32, String)> = self
            .harness
            .query_all(by().role(Role::ListItem))
            .filter(|node| node.accesskit_node().is_selected() == Some(true))
            .map(|node| (node.rect().top(), node.accesskit_node().label().unwrap_or_default()))
            .collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.iter().map(|(_, name)| name.split(", ").next().unwrap_or_default().to_owned()).collect()
    }

    /// The place of the block whose full name begins so.
    fn place(&self, start: &str) -> Rect {
        let is_it = |name: Option<String>| name.is_some_and(|name| name.starts_with(start));
        let found = self
            .harness
            .query_all(by().role(Role::ListItem))
            .find(|node| is_it(node.accesskit_node().label()));
        found.unwrap_or_else(|| panic!("{start} is not in {:?}", self.blocks())).rect()
    }

    fn click_block(&mut self, start: &str, modifiers: Modifiers) {
        let pos = self.place(start).center();
        self.harness.hover_at(pos);
        self.harness.run_steps(1);
        for pressed in [true, false] {
            let button = PointerButton::Primary;
            let event = Event::PointerButton { pos, button, pressed, modifiers };
            self.harness.event_modifiers(event, modifiers);
        }
        self.harness.run_steps(3);
    }

    /// Drags from one place to another in a few steps, and lets go there.
    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_halfway(from, to);
        self.harness.drop_at(to);
        self.harness.run_steps(4);
    }

    fn drag_halfway(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.run_steps(1);
        self.harness.drag_at(from);
        self.harness.run_steps(1);
        for step in 1..=4 {
            self.harness.hover_at(from.lerp(to, step as f32 / 4.0));
            self.harness.run_steps(1);
        }
    }
}

#[test]
fn an_empty_routine_says_what_to_do() {
    let desk = Desk::on_a_new_routine();
    assert!(desk.shows("Click an exercise to add it, or drag it here."));
    assert!(desk.blocks().is_empty());
}

#[test]
fn a_new_routine_waits_for_what_is_typed_and_takes_what_is_pasted() {
    let mut desk = Desk::on_a_new_routine();
    let search = desk.harness.get_by_label("Search exercises to add");
    assert!(search.is_focused(), "Tab goes on from there, not from the rail");
    desk.harness.event(Event::Paste("Step(exercise: \"cat-cow\"),".into()));
    desk.harness.run_steps(3);
    assert_eq!(desk.blocks(), ["Cat-Cow"]);
    let card = desk.harness.get_by_label_contains("Cat-Cow, 8 breaths, ");
    assert!(card.is_focused());
}

#[test]
fn words_that_are_pasted_into_the_search_are_searched_for() {
    let mut desk = Desk::on_a_new_routine();
    desk.harness.event(Event::Paste("wall stretch".into()));
    desk.harness.run_steps(3);
    assert!(desk.blocks().is_empty());
    assert_eq!(desk.harness.get_by_label("Search exercises to add").value().as_deref(), Some("wall stretch"));
}

#[test]
fn exercises_are_added_after_what_is_selected() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch"]);
    assert_eq!(desk.blocks(), ["Cat-Cow", "Wall Stretch"]);
    assert_eq!(desk.selected(), ["Wall Stretch"]);
    desk.click_block("Cat-Cow", Modifiers::NONE);
    desk.keys(CTRL, Key::F);
    desk.harness.get_by_label("Search exercises to add").type_text("arm circles");
    desk.harness.run_steps(3);
    desk.click_part("Add Arm Circles");
    assert_eq!(desk.blocks(), ["Cat-Cow", "Arm Circles", "Wall Stretch"]);
    assert_eq!(desk.selected(), ["Arm Circles"]);
}

#[test]
fn what_was_added_by_keyboard_has_the_focus() {
    let desk = Desk::with_steps(&["cat-cow"]);
    let card = desk.harness.get_by_label_contains("Cat-Cow, 8 breaths, ");
    assert!(card.is_focused());
    let name = card.accesskit_node().label().unwrap();
    assert!(name.contains("1 of 1"), "{name}");
}

#[test]
fn the_keyboard_chooses_one_some_and_all() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch", "arm circles"]);
    desk.press(Key::ArrowUp);
    assert_eq!(desk.selected(), ["Wall Stretch"]);
    desk.keys(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(desk.selected(), ["Cat-Cow", "Wall Stretch"]);
    desk.press(Key::End);
    assert_eq!(desk.selected(), ["Arm Circles"]);
    desk.keys(CTRL, Key::A);
    assert_eq!(desk.selected().len(), 3);
    desk.press(Key::Escape);
    assert!(desk.selected().is_empty());
}

#[test]
fn the_pointer_chooses_one_some_and_a_range() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch", "arm circles"]);
    desk.click_block("Cat-Cow", Modifiers::NONE);
    assert_eq!(desk.selected(), ["Cat-Cow"]);
    desk.click_block("Arm Circles", CTRL);
    assert_eq!(desk.selected(), ["Cat-Cow", "Arm Circles"]);
    desk.click_block("Arm Circles", CTRL);
    assert_eq!(desk.selected(), ["Cat-Cow"]);
    desk.click_block("Cat-Cow", Modifiers::NONE);
    desk.click_block("Arm Circles", Modifiers::SHIFT);
    assert_eq!(desk.selected().len(), 3);
}

#[test]
fn blocks_go_into_and_out_of_a_repeat_by_keyboard() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch"]);
    desk.keys(CTRL, Key::G);
    assert_eq!(desk.blocks(), ["Cat-Cow", "Repeat 2 ×", "Wall Stretch in Repeat 2 ×"]);
    desk.press(Key::Home);
    desk.keys(Modifiers::ALT, Key::ArrowRight);
    let inside = ["Repeat 2 ×", "Cat-Cow in Repeat 2 ×", "Wall Stretch in Repeat 2 ×"];
    assert_eq!(desk.blocks(), inside);
    desk.keys(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(desk.blocks(), ["Repeat 2 ×", "Wall Stretch in Repeat 2 ×", "Cat-Cow in Repeat 2 ×"]);
    desk.keys(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(desk.blocks(), ["Repeat 2 ×", "Wall Stretch in Repeat 2 ×", "Cat-Cow"]);
    desk.press(Key::Home);
    desk.keys(CTRL | Modifiers::SHIFT, Key::G);
    assert_eq!(desk.blocks(), ["Wall Stretch", "Cat-Cow"]);
    for _ in 0..5 {
        desk.keys(CTRL, Key::Z);
    }
    assert_eq!(desk.blocks(), ["Cat-Cow", "Wall Stretch"], "five edits are five steps back");
    desk.keys(CTRL, Key::Y);
    assert!(desk.blocks().contains(&"Repeat 2 ×".to_owned()));
}

#[test]
fn blocks_are_doubled_left_out_and_taken_out_by_keyboard() {
    let mut desk = Desk::with_steps(&["cat-cow"]);
    desk.keys(CTRL, Key::D);
    assert_eq!(desk.blocks(), ["Cat-Cow", "Cat-Cow"]);
    desk.press(Key::L);
    assert!(desk.shows("2 of 2, left out"));
    desk.press(Key::L);
    assert!(!desk.shows("2 of 2, left out"));
    desk.press(Key::Delete);
    assert_eq!(desk.blocks(), ["Cat-Cow"]);
    assert_eq!(desk.selected(), ["Cat-Cow"], "what is near is selected");
    desk.press(Key::Backspace);
    assert!(desk.blocks().is_empty());
}

#[test]
fn letters_typed_into_a_field_do_nothing_to_blocks() {
    let mut desk = Desk::with_steps(&["cat-cow"]);
    desk.keys(CTRL, Key::F);
    for key in [Key::Delete, Key::Backspace, Key::L, Key::ArrowUp] {
        desk.press(key);
    }
    desk.harness.event(Event::Cut);
    desk.harness.run_steps(3);
    assert_eq!(desk.blocks(), ["Cat-Cow"]);
    assert!(!desk.shows("2 of 2, left out"));
}

#[test]
fn the_toolbar_does_what_the_keys_do() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch"]);
    desk.click("Move up");
    assert_eq!(desk.blocks(), ["Wall Stretch", "Cat-Cow"]);
    desk.click("Repeat these");
    desk.click("Put under a heading");
    let wrapped = ["New section", "Repeat 2 × in New section", "Wall Stretch in Repeat 2 ×", "Cat-Cow"];
    assert_eq!(desk.blocks(), wrapped);
    desk.click("Undo grouping");
    desk.click("Leave out");
    assert!(desk.shows("Repeat 2 ×, 1 of 2, left out"));
    desk.click("Take in again");
    desk.click("Remove");
    assert_eq!(desk.blocks(), ["Cat-Cow"]);
}

#[test]
fn a_card_is_dragged_from_the_palette_to_where_the_line_is() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch"]);
    desk.keys(CTRL, Key::F);
    desk.harness.get_by_label("Search exercises to add").type_text("arm circles");
    desk.harness.run_steps(3);
    let from = desk.harness.get_by_label_contains("Add Arm Circles").rect().center();
    let to = desk.place("Wall Stretch").center_top() + vec2(0.0, 6.0);
    desk.drag(from, to);
    assert_eq!(desk.blocks(), ["Cat-Cow", "Arm Circles", "Wall Stretch"]);
}

#[test]
fn cards_are_dragged_into_and_out_of_a_repeat() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch"]);
    desk.keys(CTRL, Key::G);
    let inside = desk.place("Wall Stretch").center_bottom() - vec2(0.0, 6.0);
    desk.drag(desk.place("Cat-Cow").center(), inside);
    assert_eq!(desk.blocks(), ["Repeat 2 ×", "Wall Stretch in Repeat 2 ×", "Cat-Cow in Repeat 2 ×"]);
    // Far left of what the repeat holds is after it.
    let outside = desk.place("Cat-Cow").left_bottom() + vec2(-12.0, -4.0);
    desk.drag(desk.place("Wall Stretch").center(), outside);
    assert_eq!(desk.blocks(), ["Repeat 2 ×", "Cat-Cow in Repeat 2 ×", "Wall Stretch"]);
    // Into itself it does not go.
    let within = desk.place("Cat-Cow").center_bottom();
    desk.drag(desk.place("Repeat 2 ×").center(), within);
    assert_eq!(desk.blocks(), ["Repeat 2 ×", "Cat-Cow in Repeat 2 ×", "Wall Stretch"]);
}

#[test]
fn all_that_is_selected_is_dragged_and_esc_drops_nothing() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch", "arm circles"]);
    desk.click_block("Cat-Cow", Modifiers::NONE);
    desk.click_block("Wall Stretch", CTRL);
    let below = desk.place("Arm Circles").center_bottom() + vec2(0.0, 30.0);
    let from = desk.place("Cat-Cow").center();
    desk.drag_halfway(from, below);
    desk.press(Key::Escape);
    desk.harness.drop_at(below);
    desk.harness.run_steps(3);
    assert_eq!(desk.blocks(), ["Cat-Cow", "Wall Stretch", "Arm Circles"]);
    assert_eq!(desk.selected().len(), 2, "Esc was for the drag alone");
    desk.drag(from, below);
    assert_eq!(desk.blocks(), ["Arm Circles", "Cat-Cow", "Wall Stretch"]);
    desk.keys(CTRL, Key::Z);
    assert_eq!(desk.blocks(), ["Cat-Cow", "Wall Stretch", "Arm Circles"], "one drop is one step");
}

#[test]
fn rests_breathing_and_groups_are_added_from_the_palette() {
    let mut desk = Desk::on_a_new_routine();
    for name in ["Add a rest", "Add breathing"] {
        desk.click(name);
    }
    desk.press(Key::Escape);
    desk.click("Add a repeat");
    desk.add("cat-cow");
    assert_eq!(desk.blocks(), ["Rest", "Breathe", "Repeat 2 ×", "Cat-Cow in Repeat 2 ×"]);
    desk.click("Add a section around what is selected");
    assert!(desk.blocks().contains(&"Cat-Cow in New section".to_owned()));
}

#[test]
fn a_folded_group_opens_for_what_is_brought_into_sight() {
    let mut desk = Desk::with_steps(&["cat-cow"]);
    desk.keys(CTRL, Key::G);
    desk.click("Fold");
    assert_eq!(desk.blocks(), ["Repeat 2 ×"]);
    desk.press(Key::ArrowRight);
    assert_eq!(desk.blocks().len(), 2, "and by key");
    desk.press(Key::ArrowLeft);
    assert_eq!(desk.blocks().len(), 1);
    desk.keys(CTRL, Key::Z);
    desk.keys(CTRL, Key::Y);
    desk.add("arm circles");
    assert!(desk.shows("Arm Circles, "));
}

#[test]
fn of_thousands_of_blocks_only_what_shows_is_built() {
    let mut desk = Desk::with_steps(&["cat-cow"]);
    for _ in 0..11 {
        desk.keys(CTRL, Key::A);
        desk.keys(CTRL, Key::D);
    }
    desk.press(Key::Escape);
    assert!(desk.shows("2048 blocks"));
    assert!(desk.blocks().len() < 20, "{} cards are built", desk.blocks().len());
    desk.press(Key::End);
    desk.harness.run_steps(20);
    assert!(desk.shows("2048 of 2048"));
    assert!(desk.blocks().len() < 20);
    let last = desk.place("Cat-Cow");
    assert!(last.top() > 0.0 && desk.harness.get_by_label_contains("2048 of 2048").is_focused());
}

#[test]
fn the_keys_are_listed() {
    let mut desk = Desk::with_steps(&["cat-cow"]);
    desk.press(Key::Questionmark);
    assert!(desk.shows("Move into the group"));
    desk.press(Key::Escape);
    assert!(!desk.shows("Move into the group"));
}

#[test]
fn blocks_go_by_the_clipboard_as_text() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch"]);
    desk.harness.event(Event::Copy);
    desk.harness.run_steps(1);
    let text = desk.copied();
    assert!(text.contains("Step(exercise: \"wall-stretch\")"), "{text}");
    desk.press(Key::Home);
    desk.harness.event(Event::Paste(text));
    desk.harness.run_steps(3);
    assert_eq!(desk.blocks(), ["Cat-Cow", "Wall Stretch", "Wall Stretch"]);
    desk.harness.event(Event::Cut);
    desk.harness.run_steps(3);
    assert_eq!(desk.blocks(), ["Cat-Cow", "Wall Stretch"]);
    desk.harness.event(Event::Paste("Dear Sam, see you on Monday.".into()));
    desk.harness.run_steps(3);
    assert!(desk.shows("is no part of a routine"));
    assert_eq!(desk.blocks(), ["Cat-Cow", "Wall Stretch"]);
}

impl Desk {
    /// What was put on the clipboard in the last frame.
    fn copied(&self) -> String {
        let commands = &self.harness.output().platform_output.commands;
        let copied = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        copied.unwrap_or_default()
    }
}

#[test]
fn a_narrow_window_has_one_column_for_palette_and_details() {
    let mut desk = Desk::with_steps(&["cat-cow", "wall stretch"]);
    desk.harness.set_size(vec2(800.0, 600.0));
    desk.harness.run_steps(4);
    assert!(desk.shows("Search exercises to add"), "adding does not put the palette away");
    desk.click_block("Cat-Cow", Modifiers::NONE);
    assert!(!desk.shows("Search exercises to add"), "there is something to inspect");
    desk.click("Show the exercises to add");
    assert!(desk.shows("Add Wall Stretch, "), "what was searched for is still there");
    desk.click("Show the details");
    desk.keys(CTRL, Key::F);
    assert!(desk.harness.get_by_label("Search exercises to add").is_focused());
    for name in ["Move up", "Remove", "More to do", "Keys"] {
        let button = desk.harness.get_by_label(name).rect();
        assert!(button.width() >= 24.0 && button.right() < 800.0, "{name} {button:?}");
        assert!(!button.intersects(desk.place("Cat-Cow")), "{name} {button:?}");
    }
    desk.click("More to do");
    desk.click("Paste");
}
