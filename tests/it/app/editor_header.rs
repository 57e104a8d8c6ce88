//! The header of the desk and the choice between two versions, by accessible names.

use std::fs;
use std::path::PathBuf;

use egui::{Event, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::Desk;

impl Desk {
    /// Steps until something is shown; what is written takes a moment.
    pub(super) fn until(&mut self, part: &str) {
        for _ in 0..100_000 {
            if self.shows(part) {
                return;
            }
            self.harness.step();
            std::thread::yield_now();
        }
        panic!("{part:?} is never shown");
    }

    fn is_disabled(&self, name: &str) -> bool {
        self.harness.get_by_label(name).accesskit_node().is_disabled()
    }

    fn mine(&self) -> PathBuf {
        self.folder.path().join("routines/my-routine.ron")
    }

    /// Something else writes the file; then the person comes back to the window.
    fn change_elsewhere(&mut self, name: &str) {
        let text = format!("(version: 1, id: \"my-routine\", name: \"{name}\", blocks: [Rest(secs: 30)])\n");
        fs::write(self.mine(), text).unwrap();
        self.harness.input_mut().events.push(Event::WindowFocused(true));
        self.harness.run_steps(3);
    }
}

/// A new routine that was saved.
fn saved() -> Desk {
    let mut desk = Desk::new();
    desk.click("Editor");
    desk.click("New routine");
    desk.click("Save the routine");
    desk.until("Saved");
    desk
}

#[test]
fn a_new_routine_is_saved_and_shown_on_today() {
    let mut desk = Desk::new();
    desk.click("Editor");
    desk.click("New routine");
    assert!(desk.shows("Not saved yet"));
    assert!(desk.is_disabled("Undo") && desk.is_disabled("Redo") && desk.is_disabled("Steps"));
    desk.click("Save the routine");
    desk.until("Saved");
    assert!(desk.is_disabled("Save the routine"));
    assert!(desk.mine().exists());
    desk.click("Today");
    assert!(desk.shows("My routine"));
}

#[test]
fn what_was_changed_elsewhere_is_shown_and_is_a_step() {
    let mut desk = saved();
    desk.change_elsewhere("Theirs");
    assert!(desk.shows("Theirs: properties of the routine"));
    assert!(desk.shows("My routine was changed elsewhere"), "it is told");
    desk.click("Undo take in another version");
    assert!(desk.shows("My routine: properties of the routine"));
    desk.wait(1.0);
    desk.until("Unsaved changes, draft kept");
    desk.click("Redo take in another version");
    assert!(desk.shows("Saved"));
}

#[test]
fn what_is_changed_elsewhere_is_noticed_while_one_looks_on() {
    let mut desk = saved();
    let text = fs::read_to_string(desk.mine()).unwrap();
    fs::write(desk.mine(), text.replace("My routine", "Theirs")).unwrap();
    // Nobody leaves the window and comes back to it: the folder is watched.
    desk.until("My routine was changed elsewhere");
    assert!(desk.shows("Theirs: properties of the routine"));
}

#[test]
fn several_steps_are_taken_back_at_once() {
    let mut desk = saved();
    desk.change_elsewhere("One");
    desk.change_elsewhere("Two");
    desk.click("Steps");
    let steps: Vec<_> = desk.harness.get_all_by_label("Undo take in another version").collect();
    assert_eq!(steps.len(), 3, "the button and two steps in the list");
    let furthest =
        steps.iter().map(egui_kittest::Node::rect).max_by(|a, b| a.top().total_cmp(&b.top())).unwrap();
    let step = steps.into_iter().find(|step| step.rect() == furthest).unwrap();
    step.click();
    desk.harness.run_steps(3);
    assert!(desk.shows("My routine: properties of the routine"));
}

#[test]
fn two_versions_are_shown_side_by_side_and_fit_the_smallest_window() {
    let mut desk = saved();
    desk.change_elsewhere("Theirs");
    desk.click("Undo take in another version");
    desk.change_elsewhere("Theirs again");
    assert!(desk.shows("Changed elsewhere: choose"));
    desk.harness.set_size(vec2(800.0, 600.0));
    desk.harness.run_steps(3);
    let window = desk.harness.ctx.content_rect();
    for name in [
        "Put together as picked",
        "Keep mine",
        "Take theirs",
        "Save mine as a copy",
        "Decide later",
        "Yours: My routine, 0 s",
        "In the file: Theirs again, 30 s",
    ] {
        let rect = desk.harness.get_by_label(name).rect();
        assert!(window.contains_rect(rect), "{name}: {rect}");
    }
    desk.click("Decide later");
    assert!(!desk.shows("Keep mine"));
    desk.click("Changed elsewhere: choose");
    desk.click("Keep mine");
    desk.until("Saved");
    assert!(fs::read_to_string(desk.mine()).unwrap().contains("name: \"My routine\""));
    assert!(
        fs::read_to_string(desk.folder.path().join("backups/my-routine-1.ron")).unwrap().contains("again")
    );
}

#[test]
fn what_was_not_saved_waits_after_the_desk_and_after_the_program() {
    let mut desk = saved();
    desk.change_elsewhere("Theirs");
    desk.click("Undo take in another version");
    desk.click("Back to all routines");
    assert!(desk.shows("My routine has unsaved changes, kept as a draft"));
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    let mut desk = Desk::over(folder);
    assert!(desk.shows("An unsaved routine waits: My routine"));
    desk.click("Go on");
    assert!(desk.shows("My routine: properties of the routine") && desk.shows("Unsaved changes, draft kept"));
    desk.click("Save the routine");
    desk.until("Saved");
}
