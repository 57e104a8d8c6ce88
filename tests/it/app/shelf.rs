//! The shelf in the whole program: beginning, making, taking in, giving away, deleting and restoring.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{DroppedFile, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable, by};
use tempfile::TempDir;

use super::Desk;
use unhunch::catalog::Catalog;
use unhunch::model::{Exercise, Routine};
use unhunch::store::ron_layout::{write_exercise, write_routine};
use unhunch::store::ron_text::read_routine;

const MINE: &str = "// From me.\n(version: 1, id: \"mine\", name: \"Mine\", blocks: [\n    // Slowly.\n    \
                    Step(exercise: \"cat-cow\"),\n])\n";

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// A data folder with these files below it.
fn folder_with(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

impl Desk {
    /// Presses what may be out of sight, or opens a dialog.
    pub(super) fn choose(&mut self, name: &str) {
        self.harness.get_by_label(name).click_accesskit();
        self.harness.run_steps(5);
    }

    fn on_shelf(folder: TempDir) -> Self {
        let mut desk = Self::over(folder);
        desk.click("Editor");
        desk.harness.run_steps(3);
        desk
    }

    pub(super) fn drop_file(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
        self.harness.run_steps(4);
    }

    fn routine_file(&self, name: &str) -> PathBuf {
        self.folder.path().join("routines").join(name)
    }

    fn routines(&self) -> Vec<Routine> {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(self.folder.path().join("routines"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
            .collect();
        paths.sort();
        paths.iter().map(|path| read_routine(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
    }

    /// Types over what stands in the field for the path.
    pub(super) fn type_path(&mut self, path: &Path) {
        let field = || by().role(Role::TextInput).label("Path of the file");
        self.harness.get(field()).focus();
        self.harness.run_steps(2);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run_steps(1);
        self.harness.get(field()).type_text(&path.display().to_string());
        self.harness.run_steps(3);
    }

    pub(super) fn path_typed(&self) -> String {
        let field = self.harness.get(by().role(Role::TextInput).label("Path of the file"));
        field.accesskit_node().value().unwrap_or_default()
    }
}

#[test]
fn an_empty_shelf_offers_a_beginning_and_a_new_routine_opens() {
    let mut desk = Desk::on_shelf(folder_with(&[]));
    assert!(desk.shows("None yet."));
    desk.click("New routine");
    assert!(desk.shows("Back to all routines"));
    assert!(desk.routines().is_empty(), "nothing is written before something is saved");
}

#[test]
fn a_shipped_routine_opens_as_a_copy_and_says_so() {
    let mut desk = Desk::on_shelf(folder_with(&[]));
    desk.click_part("Open a copy of Cat-cow and rest, ");
    assert!(desk.shows("This is your own copy of “Cat-cow and rest”"));
    assert!(desk.shows("Copy of Cat-cow and rest"));
}

#[test]
fn a_card_of_today_leads_to_the_editor() {
    let mut desk = Desk::over(folder_with(&[("routines/mine.ron", MINE)]));
    desk.choose("Edit Mine");
    assert!(desk.shows("Back to all routines") && !desk.shows("your own copy"));
}

#[test]
fn what_is_deleted_comes_back_by_undo_and_from_the_trash() {
    let mut desk = Desk::on_shelf(folder_with(&[("routines/mine.ron", MINE)]));
    desk.click("Delete Mine");
    assert!(desk.shows("Deleted “Mine”.") && !desk.routine_file("mine.ron").exists());
    assert!(desk.shows("None yet."));
    desk.click("Undo");
    assert_eq!(std::fs::read_to_string(desk.routine_file("mine.ron")).unwrap(), MINE);
    desk.click("Delete Mine");
    desk.choose("Trash (1)");
    desk.choose("Restore Mine");
    assert_eq!(std::fs::read_to_string(desk.routine_file("mine.ron")).unwrap(), MINE);
    assert!(desk.shows("Edit Mine, ") && !desk.shows("Trash ("));
}

#[test]
fn a_duplicate_has_a_name_and_a_file_of_its_own() {
    let mut desk = Desk::on_shelf(folder_with(&[("routines/mine.ron", MINE)]));
    desk.click("Duplicate Mine");
    desk.click("Duplicate Mine");
    let names: Vec<String> = desk.routines().into_iter().map(|routine| routine.name).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(names.contains(&"Copy of Mine".to_owned()) && names.contains(&"Copy 2 of Mine".to_owned()));
}

#[test]
fn many_routines_are_searched_and_only_some_are_built() {
    let files: Vec<(String, String)> = (0..200)
        .map(|n| {
            let name = if n == 7 { "Odd one ".repeat(25) } else { format!("Routine {n}") };
            let text =
                MINE.replace("\"mine\"", &format!("\"r-{n}\"")).replace("\"Mine\"", &format!("{name:?}"));
            (format!("routines/r-{n}.ron"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut desk = Desk::on_shelf(folder_with(&files));
    let built = desk.harness.query_all_by_label_contains("Edit ").count();
    assert!((1..40).contains(&built), "{built} cards");
    desk.harness.get_by_label("Search your routines").focus();
    desk.harness.run_steps(1);
    desk.harness.get_by_label("Search your routines").type_text("odd");
    desk.harness.run_steps(3);
    assert!(desk.shows("Your routines · 1 of 200"));
    assert_eq!(desk.harness.query_all_by_label_contains("Edit Odd one").count(), 1);
}

#[test]
fn a_session_is_made_to_a_wish_and_opened() {
    let mut desk = Desk::on_shelf(folder_with(&[]));
    desk.choose("Make me a session");
    assert!(desk.shows("Loosen up, 10 min"));
    desk.click("On a chair");
    desk.click("Wind down");
    desk.harness.get_by_label("How long").focus();
    desk.harness.run_steps(2);
    desk.press(Key::ArrowRight);
    assert!(desk.shows("Wind down, 11 min"));
    let steps = |desk: &Desk| -> Vec<String> {
        let lines = desk.harness.query_all(by().role(Role::Label));
        let labels = lines.filter_map(|node| node.accesskit_node().value());
        labels.filter(|label| label.starts_with(|c: char| c.is_ascii_digit())).collect()
    };
    let before = steps(&desk);
    desk.click("Another one");
    assert_ne!(steps(&desk), before);
    desk.press(Key::Escape);
    assert!(desk.shows("New routine") && !desk.shows("Wind down"));
    desk.choose("Make me a session");
    assert!(desk.shows("Wind down, 11 min"), "the wish is remembered");
    desk.click("Open in the editor");
    assert!(desk.shows("Back to all routines") && desk.shows("Wind down, 11 min"));
}

#[test]
fn a_dropped_routine_is_shown_first_and_kept_when_asked() {
    let outside = folder_with(&[("sent.ron", MINE)]);
    let mut desk = Desk::over(folder_with(&[]));
    desk.drop_file(&outside.path().join("sent.ron"));
    assert!(desk.shows("A routine") && desk.shows("From me.") && desk.shows("1 exercise"));
    desk.press(Key::Enter);
    assert!(desk.shows("Add to mine"), "no key gets past the dialog");
    assert!(desk.routines().is_empty());
    desk.click("Cancel");
    assert!(desk.routines().is_empty() && !desk.shows("Add to mine"));
    desk.drop_file(&outside.path().join("sent.ron"));
    desk.click("Add to mine");
    assert_eq!(desk.routines().len(), 1);
    let kept = std::fs::read_to_string(desk.routine_file("mine.ron")).unwrap();
    assert!(kept.contains("// From me.") && kept.contains("// Slowly."), "{kept}");
    desk.click("Open it");
    assert!(desk.shows("Back to all routines"));
}

#[test]
fn what_is_no_content_is_refused_with_a_reason_and_another_path_can_be_typed() {
    let outside = folder_with(&[("letter.ron", "Dear you"), ("sent.ron", MINE)]);
    let mut desk = Desk::on_shelf(folder_with(&[]));
    desk.drop_file(&outside.path().join("letter.ron"));
    assert!(desk.shows("is neither a routine nor an exercise"));
    desk.type_path(&outside.path().join("gone.ron"));
    desk.click("Look at it");
    assert!(desk.shows("cannot be read"));
    desk.type_path(&outside.path().join("sent.ron"));
    desk.press(Key::Enter);
    assert!(desk.shows("Add to mine"));
}

#[test]
fn a_known_routine_shows_its_differences_and_mine_is_kept_as_a_backup() {
    let theirs = MINE.replace("\n])", "\n    Step(exercise: \"bird-dog\"),\n])");
    let outside = folder_with(&[("sent.ron", &theirs)]);
    let mut desk = Desk::on_shelf(folder_with(&[("routines/mine.ron", MINE)]));
    desk.drop_file(&outside.path().join("sent.ron"));
    assert!(desk.shows("You have this already: Mine") && desk.shows("Bird Dog"));
    desk.click("Keep both");
    assert_eq!(desk.routines().len(), 2);
    assert_eq!(std::fs::read_to_string(desk.routine_file("mine.ron")).unwrap(), MINE);
    desk.drop_file(&outside.path().join("sent.ron"));
    desk.click("Replace mine");
    assert!(std::fs::read_to_string(desk.routine_file("mine.ron")).unwrap().contains("bird-dog"));
    let backup = std::fs::read_to_string(desk.folder.path().join("backups/mine-1.ron")).unwrap();
    assert_eq!(backup, MINE);
}

/// An exercise that no program comes with.
fn wave(name: &str) -> Exercise {
    let cat_cow = Catalog::builtin().exercise("cat-cow").unwrap().clone();
    Exercise { id: "my-wave".into(), name: name.into(), ..Exercise::clone(&cat_cow) }
}

#[test]
fn a_routine_given_away_and_taken_in_is_the_same_with_its_exercises() {
    let text = MINE.replace("cat-cow", "my-wave");
    let exercise = write_exercise(&wave("Wave"), "").unwrap();
    let sender = folder_with(&[("routines/mine.ron", &text), ("exercises/my-wave.ron", &exercise)]);
    let outside = tempfile::tempdir().unwrap();
    let path = outside.path().join("sent.ron");
    let mut desk = Desk::on_shelf(sender);
    desk.choose("Share Mine…");
    desk.type_path(&path);
    desk.click("Save");
    assert!(desk.shows("Saved as "));
    let sent = std::fs::read_to_string(&path).unwrap();

    desk.choose("Share Mine…");
    desk.type_path(&path);
    desk.click("Save");
    assert!(desk.shows("is there already and stays as it is"));
    assert!(desk.path_typed().ends_with("sent-2.ron"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), sent);

    let mut desk = Desk::on_shelf(folder_with(&[]));
    desk.drop_file(&path);
    assert!(desk.shows("Wave, which is new"));
    desk.click("Add to mine");
    let [taken] = &desk.routines()[..] else { panic!("one routine") };
    assert_eq!(*taken, read_routine(&text).unwrap());
    let kept = std::fs::read_to_string(desk.folder.path().join("exercises/my-wave.ron")).unwrap();
    assert_eq!(kept, exercise);
}

#[test]
fn of_an_exercise_that_differs_mine_or_theirs_is_taken() {
    let mut routine = read_routine(&MINE.replace("cat-cow", "my-wave")).unwrap();
    routine.carried.exercises.push(wave("Their wave"));
    let outside = folder_with(&[("sent.ron", &write_routine(&routine, "").unwrap())]);
    let mine = write_exercise(&wave("My wave"), "").unwrap();
    for (choice, named) in
        [("Keep my Their wave", "my-wave"), ("Take their Their wave under another name", "my-wave-2")]
    {
        let mut desk = Desk::on_shelf(folder_with(&[("exercises/my-wave.ron", &mine)]));
        desk.drop_file(&outside.path().join("sent.ron"));
        assert!(desk.shows("which differs from yours"));
        desk.click(choice);
        desk.click("Add to mine");
        let [taken] = &desk.routines()[..] else { panic!("one routine") };
        assert!(format!("{taken:?}").contains(&format!("{named:?}")), "{choice}: {taken:?}");
        let exercises = desk.folder.path().join("exercises");
        assert_eq!(std::fs::read_to_string(exercises.join("my-wave.ron")).unwrap(), mine);
        assert_eq!(exercises.join("my-wave-2.ron").exists(), named == "my-wave-2");
    }
}

#[test]
fn a_dropped_exercise_becomes_one_of_mine() {
    let text = write_exercise(&wave("Wave"), "// Mine.\n").unwrap();
    let outside = folder_with(&[("my-wave.ron", &text)]);
    let mut desk = Desk::on_shelf(folder_with(&[]));
    desk.drop_file(&outside.path().join("my-wave.ron"));
    assert!(desk.shows("An exercise") && desk.shows("Wave"));
    desk.click("Add to mine");
    let kept = std::fs::read_to_string(desk.folder.path().join("exercises/my-wave.ron")).unwrap();
    assert_eq!(kept, text);
}

#[test]
fn an_exercise_goes_into_a_routine_from_its_page() {
    let mut desk = Desk::over(folder_with(&[("routines/mine.ron", MINE)]));
    desk.click("Exercises");
    desk.harness.run_steps(3);
    desk.click_part("Bird Dog, Strength");
    desk.choose("Add Bird Dog to a routine");
    desk.choose("Mine");
    assert!(desk.shows("Added Bird Dog to “Mine”."));
    let text = std::fs::read_to_string(desk.routine_file("mine.ron")).unwrap();
    assert!(text.contains("bird-dog") && text.contains("// Slowly."), "{text}");
    desk.choose("Add Bird Dog to a routine");
    desk.choose("A new routine");
    assert!(desk.shows("Added Bird Dog to “My routine”."));
    desk.choose("Add Bird Dog to a routine");
    assert!(desk.shows("My routine, which is open"));
}
