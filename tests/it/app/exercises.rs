//! The Exercises screen in the whole program: from finding an exercise to trying it and back.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable, by};

use super::Desk;
use unhunch::catalog::Catalog;
use unhunch::model::{Exercise, ron_dialect};

impl Desk {
    /// A program that shows the list of exercises, with the figures of the first window drawn.
    fn on_exercises() -> Self {
        let mut desk = Self::new();
        desk.click("Exercises");
        desk.harness.run_steps(20);
        desk
    }

    fn search(&mut self, words: &str) {
        self.harness.get_by_label("Search exercises").focus();
        self.harness.run_steps(1);
        self.harness.get_by_label("Search exercises").type_text(words);
        self.harness.run_steps(3);
    }

    fn is_idle(&mut self) -> bool {
        self.harness.run_steps(20);
        let output = self.harness.output();
        output.viewport_output.values().all(|view| view.repaint_delay > std::time::Duration::from_mins(1))
    }
}

#[test]
fn words_find_a_card_and_the_card_opens_the_page() {
    let mut desk = Desk::on_exercises();
    assert!(desk.shows("54 exercises"));
    desk.search("cat-c");
    let count = format!("{} of 54", Catalog::builtin().search("cat-c").len());
    assert!(desk.shows(&count));
    desk.click("Cat-Cow, Dynamic, mat");
    for part in
        ["How much", "8 breaths", "What to do", "Breathing", "Where you feel it", "Take care", "Sources"]
    {
        assert!(desk.shows(part), "{part}");
    }
    assert!(desk.shows("Cat-Cow, moving figure"));
    desk.press(Key::Escape);
    assert!(desk.shows(&count), "the list is as it was left");
    assert_eq!(desk.harness.get_by_label("Search exercises").value().as_deref(), Some("cat-c"));
}

#[test]
fn trying_an_exercise_plays_it_and_leads_back_to_its_page() {
    let mut desk = Desk::on_exercises();
    desk.search("wall stretch");
    desk.click_part("Wall Stretch, Desk");
    desk.click("Try Wall Stretch now");
    assert!(desk.time_left().is_some(), "the player is on");
    assert!(desk.shows("step 1 of 1"));
    desk.press(Key::Escape);
    assert!(desk.shows("Try Wall Stretch now"), "the page is back");
    desk.click("Try Wall Stretch now");
    desk.wait(200.0);
    assert!(desk.shows("All done"));
    desk.click("Done");
    desk.click("Back to all exercises");
    assert!(desk.shows("1 of 54"));
}

#[test]
fn filters_combine_show_counts_and_can_be_cleared() {
    let mut desk = Desk::on_exercises();
    desk.click("Equipment");
    let boxes = desk.harness.query_all(by().role(Role::CheckBox)).count();
    assert!(boxes > 5, "{boxes} choices");
    desk.click_part("roller (");
    desk.press(Key::Escape);
    assert!(desk.shows("Equipment · 1") && desk.shows(" of 54"));
    desk.click("Position");
    desk.click_part("standing (0)");
    assert!(!desk.shows("Nothing fits"), "what would leave nothing cannot be chosen");
    desk.press(Key::Escape);
    desk.search("xyzzy");
    assert!(desk.shows("Nothing fits"));
    desk.click("Clear all");
    assert!(desk.shows("54 exercises"));
}

#[test]
fn the_figure_stands_still_when_told_and_then_nothing_is_painted() {
    let mut desk = Desk::on_exercises();
    assert!(desk.is_idle(), "a list that nobody touches");
    desk.search("bird");
    desk.click_part("Bird Dog, Strength");
    let place = |desk: &Desk| {
        desk.harness.get_by_label("Place in the movement").accesskit_node().value().unwrap_or_default()
    };
    let before = place(&desk);
    desk.wait(2.0);
    assert_ne!(place(&desk), before, "it moves");
    desk.click("Pause the figure");
    let before = place(&desk);
    desk.wait(2.0);
    assert_eq!(place(&desk), before);
    assert!(desk.is_idle(), "a figure that is held");
    desk.press(Key::Escape);
    assert!(desk.is_idle(), "the list again");
}

#[test]
fn the_place_and_the_side_are_set_by_hand_and_by_key() {
    let mut desk = Desk::on_exercises();
    desk.search("bird");
    desk.click_part("Bird Dog, Strength");
    desk.harness.get_by_label("Place in the movement").focus();
    desk.harness.run_steps(2);
    desk.press(Key::ArrowRight);
    assert!(desk.shows("Play the figure"), "moving it by hand holds it");
    let value = desk.harness.get_by_label("Place in the movement").accesskit_node().value();
    desk.press(Key::ArrowRight);
    assert_ne!(desk.harness.get_by_label("Place in the movement").accesskit_node().value(), value);
    desk.click("Left side");
    assert!(desk.shows("left side, moving figure"));
    desk.harness.get_by_label("Speed").focus();
    desk.harness.run_steps(2);
    desk.press(Key::ArrowLeft);
    assert_eq!(desk.harness.get_by_label("Speed").accesskit_node().value().as_deref(), Some("0.9 ×"));
}

#[test]
fn easier_and_harder_lead_to_other_pages() {
    let mut desk = Desk::on_exercises();
    desk.search("bird");
    desk.click_part("Bird Dog, Strength");
    desk.harness.get_by_label_contains("Easier: All-Fours Arm Lift").scroll_to_me();
    desk.harness.run_steps(20);
    desk.click_part("Easier: All-Fours Arm Lift");
    assert!(desk.shows("Try All-Fours Arm Lift"));
}

#[test]
fn the_rail_leads_to_the_list_again() {
    let mut desk = Desk::on_exercises();
    desk.search("bird");
    desk.click_part("Bird Dog, Strength");
    let rail = desk.harness.query_all(by().role(Role::Tab).label("Exercises")).next().unwrap();
    rail.click();
    desk.harness.run_steps(2);
    assert!(desk.shows("1 of 54"));
}

#[test]
fn a_card_in_focus_moves_and_opens_by_keyboard() {
    let mut desk = Desk::on_exercises();
    desk.search("cat-c");
    desk.harness.get_by_label("Cat-Cow, Dynamic, mat").focus();
    desk.harness.run_steps(2);
    let output = desk.harness.output();
    assert!(output.viewport_output.values().any(|view| view.repaint_delay.is_zero()), "it moves");
    desk.press(Key::Enter);
    assert!(desk.shows("Try Cat-Cow now"));
}

/// A program with an exercise of one's own, shown by a still picture that is red.
fn with_a_picture() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("exercises");
    std::fs::create_dir_all(&own).unwrap();
    let mut exercise = Exercise::clone(&Catalog::builtin().exercises["bird-dog"]);
    exercise.id = "mine".into();
    exercise.name = "My own".into();
    exercise.picture = Some("mine.png".into());
    std::fs::write(own.join("mine.ron"), ron_dialect().to_string(&exercise).unwrap()).unwrap();
    image::RgbImage::from_pixel(90, 60, image::Rgb([220, 20, 20])).save(own.join("mine.png")).unwrap();
    Desk::over(folder)
}

/// How many pictures of a person's own are painted now.
fn pictures_painted(desk: &Desk) -> usize {
    fn count(shape: &egui::Shape) -> usize {
        match shape {
            egui::Shape::Vec(shapes) => shapes.iter().map(count).sum(),
            egui::Shape::Rect(rect) => usize::from(rect.brush.is_some()),
            egui::Shape::Mesh(mesh) => usize::from(mesh.texture_id != egui::TextureId::default()),
            _ => 0,
        }
    }
    desk.harness.output().shapes.iter().map(|clipped| count(&clipped.shape)).sum()
}

#[test]
fn a_still_picture_shows_on_its_card_and_its_page() {
    let mut desk = with_a_picture();
    desk.click("Exercises");
    desk.search("my own");
    desk.harness.run_steps(4);
    assert!(desk.shows("1 of 55"));
    assert_eq!(pictures_painted(&desk), 1, "on the card");
    desk.harness.get_by_label_contains("My own, Strength").focus();
    desk.harness.run_steps(2);
    assert!(desk.is_idle(), "nothing moves in focus");
    desk.harness.get_by_label_contains("My own, Strength").hover();
    desk.harness.run_steps(2);
    assert!(desk.is_idle(), "nor under the pointer");
    desk.click_part("My own, Strength");
    assert!(desk.shows("My own, picture"));
    assert_eq!(pictures_painted(&desk), 1, "on the page");
    assert!(!desk.shows("Place in the movement") && !desk.shows("Show names"), "there is nothing to move");
    assert!(desk.is_idle());
}

#[test]
fn a_picture_that_cannot_be_read_is_said_and_the_figure_shows() {
    let mut desk = with_a_picture();
    std::fs::write(desk.folder.path().join("exercises/mine.png"), "no picture").unwrap();
    desk.click("Exercises");
    desk.search("my own");
    desk.harness.run_steps(4);
    assert!(desk.shows("neither a PNG nor a JPEG"));
    assert_eq!(pictures_painted(&desk), 0);
    desk.click_part("My own, Strength");
    assert!(desk.shows("My own, right side, moving figure"));
}

#[test]
fn names_of_what_is_felt_come_and_go_by_button_and_key() {
    let mut desk = Desk::on_exercises();
    desk.search("cat-c");
    desk.click_part("Cat-Cow, Dynamic");
    assert!(desk.shows("Cat-Cow, moving figure") && !desk.shows("Felt in"));
    desk.click("Show names");
    let named = "Cat-Cow, moving figure. Felt in: whole spine, upper back";
    assert!(desk.shows(named));
    desk.press(Key::N);
    assert!(!desk.shows("Felt in"));
    desk.press(Key::N);
    assert!(desk.shows(named));
    desk.click("Hide names");
    assert!(!desk.shows("Felt in"));
}

#[test]
fn whoever_comes_by_keyboard_finds_the_focus_on_the_card_again() {
    let mut desk = Desk::on_exercises();
    let name = "Cat-Cow, Dynamic, mat";
    desk.search("cat");
    let focused = |desk: &Desk, part: &str| desk.harness.get_by_label_contains(part).is_focused();
    desk.harness.get_by_label(name).focus();
    desk.harness.run_steps(2);
    desk.press(Key::Enter);
    assert!(desk.shows("Try Cat-Cow now"));
    desk.press(Key::Escape);
    desk.harness.run_steps(2);
    assert!(focused(&desk, name));
    // Whoever clicks has the pointer to tell the place.
    desk.harness.get_by_label("Search exercises").focus();
    desk.harness.run_steps(1);
    desk.click(name);
    desk.press(Key::Escape);
    desk.harness.run_steps(2);
    assert!(!focused(&desk, name));
}
