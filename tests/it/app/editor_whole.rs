//! What can be done with the whole routine on the desk, by accessible names.

use std::fs;
use std::path::PathBuf;

use egui::{OutputCommand, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::Desk;

const MINE: &str = "// mine\n(version: 1, id: \"mine\", name: \"Mine\", blocks: [Rest(secs: 30)])\n";

impl Desk {
    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Chooses something in the list behind the last button of the header.
    fn ask_for(&mut self, name: &str) {
        self.click("More to do with the routine");
        self.click(name);
        self.harness.run_steps(1);
    }

    fn can(&mut self, name: &str) -> bool {
        self.click("More to do with the routine");
        let is_disabled = self.harness.get_by_label(name).accesskit_node().is_disabled();
        self.press(egui::Key::Escape);
        !is_disabled
    }

    fn names(&self, name: &str) -> bool {
        self.harness.query_all_by_label(&format!("{name}: properties of the routine")).next().is_some()
    }

    /// Clicks on what copies, and returns the text that came onto the clipboard.
    fn copied_by(&mut self, name: &str) -> String {
        self.harness.get_by_label(name).click();
        for _ in 0..5 {
            self.harness.step();
            let commands = &self.harness.output().platform_output.commands;
            for command in commands {
                if let OutputCommand::CopyText(text) = command {
                    return text.clone();
                }
            }
        }
        panic!("{name} copies nothing");
    }
}

/// A routine with a file lies open.
fn mine() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("routines")).unwrap();
    fs::write(folder.path().join("routines/mine.ron"), MINE).unwrap();
    let mut desk = Desk::over(folder);
    desk.click("Editor");
    desk.click_part("Edit Mine, ");
    desk
}

#[test]
fn changes_are_thrown_away_as_a_step() {
    let mut desk = mine();
    assert!(!desk.can("Throw the changes away"), "there are none");
    desk.click("Add a rest");
    desk.wait(1.0);
    desk.until("Unsaved changes, draft kept");
    desk.ask_for("Throw the changes away");
    desk.until("Saved");
    assert_eq!(fs::read_to_string(desk.file("routines/mine.ron")).unwrap(), MINE);
    desk.click("Undo throw the changes away");
    assert!(desk.shows("Unsaved changes"));
    assert!(desk.can("Throw the changes away"));
}

#[test]
fn a_routine_is_deleted_with_its_changes_and_brought_back_with_them() {
    let mut desk = mine();
    desk.click("Add a rest");
    desk.wait(1.0);
    desk.until("Unsaved changes, draft kept");
    desk.ask_for("Delete…");
    assert!(desk.shows("Deleted “Mine”"));
    assert!(!desk.file("routines/mine.ron").exists());
    assert!(!desk.names("Mine"), "the shelf shows");
    desk.harness.get_by_label("Undo").click();
    desk.harness.run_steps(3);
    assert!(desk.names("Mine"));
    assert_eq!(fs::read_to_string(desk.file("routines/mine.ron")).unwrap(), MINE);
    desk.wait(1.0);
    desk.until("Unsaved changes, draft kept");
    desk.click("Save the routine");
    desk.until("Saved");
    assert_eq!(fs::read_to_string(desk.file("routines/mine.ron")).unwrap().matches("Rest(").count(), 2);
}

#[test]
fn one_that_was_never_saved_is_let_go_and_brought_back() {
    let mut desk = Desk::new();
    desk.click("Editor");
    desk.click("New routine");
    assert!(!desk.can("Throw the changes away"), "there is nothing to go back to");
    desk.ask_for("Delete…");
    assert!(!desk.names("My routine"), "nothing was lost, nothing is said");
    desk.click("New routine");
    desk.click("Add a rest");
    desk.ask_for("Delete…");
    assert!(desk.shows("The changes to My routine are let go"));
    assert!(!desk.shows("has unsaved changes"));
    desk.click("Bring them back");
    assert!(desk.names("My routine"));
}

#[test]
fn a_copy_is_laid_on_the_desk_and_what_was_there_waits() {
    let mut desk = mine();
    desk.click("Add a rest");
    desk.ask_for("Duplicate this routine");
    assert!(desk.names("Copy of Mine"));
    desk.wait(1.0);
    desk.until("Unsaved changes, draft kept");
    desk.click("Save the routine");
    desk.until("Saved");
    let copy = fs::read_to_string(desk.file("routines/copy-of-mine.ron")).unwrap();
    assert!(copy.starts_with("// mine\n") && copy.matches("Rest(").count() == 2, "{copy}");
    assert_eq!(fs::read_to_string(desk.file("routines/mine.ron")).unwrap(), MINE);
    desk.click("Back to all routines");
    desk.click("Go on with the changes to Mine");
    assert!(desk.names("Mine"));

    let mut desk = Desk::new();
    desk.click("Editor");
    desk.click("New routine");
    desk.ask_for("Duplicate this routine");
    assert!(desk.names("Copy of My routine"), "one that was never saved can be copied as well");
}

#[test]
fn it_is_shared_as_it_is_here_and_goes_into_a_mail() {
    let mut desk = mine();
    desk.click("Add a rest");
    desk.click("More to do with the routine");
    let text = desk.copied_by("Copy as text");
    assert!(text.starts_with("// mine\n") && text.matches("Rest(").count() == 2, "{text}");
    desk.harness.run_steps(2);
    desk.ask_for("Share…");
    assert!(desk.shows("Share “Mine”"));
}

#[test]
fn the_list_of_keys_opens_and_everything_fits_the_smallest_window() {
    let mut desk = mine();
    desk.harness.set_size(vec2(800.0, 600.0));
    desk.harness.run_steps(3);
    desk.click("More to do with the routine");
    let window = desk.harness.ctx.content_rect();
    for name in ["Duplicate this routine", "Share…", "Copy as text", "Throw the changes away", "Delete…"]
    {
        let rect = desk.harness.get_by_label(name).rect();
        assert!(window.contains_rect(rect), "{name}: {rect}");
    }
    desk.press(egui::Key::Escape);
    desk.ask_for("Keys of the editor");
    assert!(desk.shows("Alt + Up, Down"));
}

#[test]
fn what_cannot_be_saved_goes_elsewhere_as_it_is() {
    let mut desk = mine();
    desk.click("Add a rest");
    // A file where the folder of backups would be: nothing can be saved.
    fs::write(desk.file("backups"), "").unwrap();
    desk.click("Save the routine");
    desk.until("Try again");
    desk.harness.run_steps(3);
    desk.click("Save the routine elsewhere");
    desk.harness.run_steps(2);
    assert!(desk.shows("Save “Mine” elsewhere"));
    let target = desk.file("elsewhere.ron");
    let field = desk.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Path of the file");
    field.focus();
    desk.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    desk.harness.run_steps(2);
    desk.harness
        .get_by_role_and_label(egui::accesskit::Role::TextInput, "Path of the file")
        .type_text(&target.display().to_string());
    desk.harness.run_steps(2);
    desk.press(egui::Key::Enter);
    assert_eq!(fs::read_to_string(target).unwrap().matches("Rest(").count(), 2);
    assert_eq!(desk.copied_by("Copy the routine as text").matches("Rest(").count(), 2);
}
