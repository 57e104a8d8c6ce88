//! The live desk in the whole program: the strip, the findings, the figures and the preview.

use egui_kittest::kittest::NodeT;
use unhunch::app::{Route, SoundOrder, State};
use unhunch::catalog::Catalog;
use unhunch::editor::{Document, Review};
use unhunch::engine::Options;
use unhunch::model::{CommentedRoutine, Routine};
use unhunch::text::{Words, clock};
use unhunch::ui::{Checking, Command, Editing, Live, Screen};

use super::*;

/// Something to mend of every kind there is a button for, and something that is well.
const FAULTY: &str = r#"(version: 1, id: "faulty", name: "Things to mend", blocks: [
    Step(exercise: "cat-kow"),
    Step(exercise: "chair-rotation"),
    Step(exercise: "childs-pose", dose: Hold(secs: 5)),
])"#;

/// A desk with a routine of the person's own on it.
pub(super) fn with_routine(text: &str, name: &str) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("routines")).unwrap();
    std::fs::write(folder.path().join("routines/own.ron"), text).unwrap();
    let mut desk = Desk::over(folder);
    desk.click("Editor");
    desk.click_part(&format!("Edit {name}"));
    desk
}

fn with_faults() -> Desk {
    with_routine(FAULTY, "Things to mend")
}

fn with_break() -> Desk {
    let mut desk = Desk::new();
    desk.click("Editor");
    desk.click_part("Open a copy of Five-minute desk break");
    desk
}

impl Desk {
    /// What the strip says of the playhead.
    fn head(&self) -> String {
        self.harness.get_by_label("Timeline").value().unwrap()
    }

    pub(super) fn undo(&mut self) {
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
        self.harness.run_steps(3);
    }

    fn strip_about(&self) -> String {
        self.harness.get_by_label("Timeline").accesskit_node().description().unwrap()
    }

    /// Clicks the strip at a share of its length.
    fn click_strip(&mut self, share: f32) {
        let rect = self.harness.get_by_label("Timeline").rect();
        let at = egui::pos2(egui::lerp(rect.x_range(), share), rect.center().y);
        self.harness.drag_at(at);
        self.harness.step();
        self.harness.drop_at(at);
        self.harness.run_steps(3);
    }
}

#[test]
fn a_click_on_the_timeline_puts_the_playhead_there_and_selects_the_block() {
    let mut desk = with_break();
    assert!(desk.head().starts_with("0:00 of "), "{}", desk.head());
    assert!(!desk.strip_about().contains("Selected"));
    desk.click_strip(0.5);
    assert!(!desk.head().starts_with("0:00 of "), "{}", desk.head());
    assert!(desk.strip_about().ends_with("Selected: Chair Rotation"), "{}", desk.strip_about());
}

#[test]
fn by_keyboard_the_playhead_goes_from_step_to_step() {
    let mut desk = with_break();
    desk.harness.get_by_label("Timeline").focus();
    desk.harness.run_steps(2);
    let mut seen = vec![desk.head()];
    for _ in 0..2 {
        desk.press(Key::ArrowRight);
        desk.harness.run_steps(2);
        assert!(!seen.contains(&desk.head()), "{seen:?}");
        seen.push(desk.head());
    }
    assert!(desk.harness.get_by_label("Timeline").is_focused());
    desk.press(Key::ArrowLeft);
    desk.harness.run_steps(2);
    assert_eq!(desk.head(), seen[1]);
    assert!(desk.strip_about().contains("Selected"));
}

#[test]
fn what_is_wrong_leads_to_its_block_and_the_strip_shows_it() {
    let mut desk = with_faults();
    assert!(desk.shows("1 error"));
    desk.click("Show everything worth telling");
    desk.click_part("Warning: Child's Pose: 5 seconds of a hold");
    desk.harness.run_steps(2);
    assert!(desk.strip_about().ends_with("Selected: Child's Pose"), "{}", desk.strip_about());
    assert!(desk.head().contains("Get ready") || desk.head().contains("Child's Pose"), "{}", desk.head());
    assert!(!desk.head().starts_with("0:00"), "the playhead went there: {}", desk.head());
}

#[test]
fn a_mend_is_one_click_and_the_finding_is_gone() {
    let mut desk = with_faults();
    desk.click("Show everything worth telling");
    desk.click("Use “Cat-Cow”: cat-kow");
    desk.harness.run_steps(2);
    assert!(!desk.shows("1 error") && !desk.shows("there is no exercise"));
    assert!(desk.shows("Save"), "the document has changed");
    let said = desk.strip_about();
    assert!(said.starts_with("3 steps"), "what could not run runs now: {said}");
}

#[test]
fn all_mends_are_one_step() {
    let mut desk = with_faults();
    desk.click("Show everything worth telling");
    let before = desk.strip_about();
    desk.click_part("Mend all ");
    desk.harness.run_steps(2);
    assert!(!desk.shows("there is no exercise") && !desk.shows("5 seconds of a hold"));
    desk.undo();
    desk.harness.run_steps(2);
    assert_eq!(desk.strip_about(), before);
    assert!(desk.shows("there is no exercise") && desk.shows("5 seconds of a hold"));
}

#[test]
fn the_figures_are_those_of_the_engine() {
    let desk = with_break();
    let catalog = Catalog::builtin();
    let routine = Routine::clone(catalog.routine("desk-break").unwrap());
    let document = Document::new(CommentedRoutine::from(routine));
    let facts = Review::of(&document, &catalog, &Options::default()).facts;
    let words = Words::new("en");
    let said = [
        format!("{} in all", clock(Duration::from_millis(facts.total_ms))),
        format!("{} work", clock(Duration::from_millis(facts.work_ms))),
        format!("{} rest", clock(Duration::from_millis(facts.rest_ms))),
    ];
    for part in said {
        assert!(desk.shows(&part), "{part}");
    }
    assert!(desk.shows("Needs chair"));
    let mut desk = desk;
    desk.click("Show the figures of the routine");
    let (region, ms) = facts.regions[0];
    assert!(desk.shows(&format!("{}: {}", words.region(region), clock(Duration::from_millis(ms)))));
    assert!(desk.shows("Nothing to mend"));
}

#[test]
fn an_empty_routine_has_nothing_to_preview_and_says_so() {
    let mut desk = Desk::new();
    desk.click("Editor");
    desk.click("New routine");
    assert!(desk.shows("The timeline shows here"));
    assert!(!desk.shows("Preview"));
    desk.press(Key::Space);
    assert!(!desk.shows("Time left"));
}

#[test]
fn the_preview_plays_from_the_playhead_holds_seeks_and_ends_where_it_was() {
    let mut desk = with_break();
    desk.click_strip(0.5);
    let start = desk.head();
    desk.press(Key::Space);
    assert!(desk.shows("Time left") && desk.shows("Chair Rotation"), "the stage of the player");
    assert_eq!(desk.head(), start);
    desk.wait(3.0);
    let later = desk.head();
    assert_ne!(later, start, "it moves with the clock");
    desk.press(Key::Space);
    assert!(desk.shows("Go on"));
    let held = desk.head();
    desk.wait(20.0);
    assert_eq!(desk.head(), held);
    desk.click_strip(0.9);
    assert_ne!(desk.head(), held);
    assert!(desk.shows("Go on"), "it still holds");
    let sought = desk.head();
    desk.press(Key::Escape);
    assert!(!desk.shows("Time left") && desk.shows("Preview"));
    assert_eq!(desk.head(), sought, "the playhead stays where the preview was");
}

#[test]
fn an_edit_while_it_plays_goes_on_at_the_same_place_of_the_same_block() {
    let mut desk = with_faults();
    desk.click("Show everything worth telling");
    desk.click("Use “Cat-Cow”: cat-kow");
    desk.click_strip(0.7);
    desk.press(Key::Space);
    desk.wait(1.0);
    let (before, about) = (desk.head(), desk.strip_about());
    assert!(before.contains("Chair Rotation"), "{before}");
    // The cat-cow before it is gone again.
    desk.undo();
    desk.harness.run_steps(2);
    let after = desk.head();
    assert_ne!(desk.strip_about(), about);
    assert!(after.contains("Chair Rotation"), "{after}");
    assert_ne!(before.split(" of ").next(), after.split(" of ").next(), "what is before it is shorter");
    assert!(desk.shows("Pause"), "it goes on");
    desk.wait(1.0);
    assert_ne!(desk.head(), after);
}

#[test]
fn the_real_thing_can_be_tried_and_leads_back_to_the_desk() {
    let mut desk = with_break();
    desk.click_strip(0.5);
    desk.press(Key::Space);
    desk.click("Start session");
    assert!(desk.shows("Leave the session and go back to the editor"));
    assert!(desk.shows("Chair Rotation"));
    desk.press(Key::Escape);
    desk.harness.run_steps(2);
    assert!(desk.shows("Timeline") && desk.shows("Preview"));
    assert!(!desk.shows("Time left"));
}

/// The state with the desk break on the desk, without a window.
fn state() -> (State, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let launch = Launch {
        folder: DataFolder::open(Some(folder.path().to_owned())).unwrap(),
        start: None,
        watch: false,
        asks_safety: false,
    };
    let mut state = State::open(launch, Duration::ZERO, || {});
    state.apply(Command::OpenScreen(Screen::Editor), Duration::ZERO);
    state.apply(Command::Edit(Editing::Open("desk-break".to_owned())), Duration::ZERO);
    (state, folder)
}

fn live(state: &mut State, asked: Live, secs: u64) {
    state.apply(Command::Edit(Editing::Live(asked)), Duration::from_secs(secs));
}

#[test]
fn the_preview_is_what_sound_and_voice_follow_until_it_ends() {
    let (mut state, _folder) = state();
    assert!(state.run().is_none());
    live(&mut state, Live::Preview(10_000), 5);
    let run = state.run().expect("the preview runs");
    let order = run.standing_order(Duration::from_secs(7));
    let SoundOrder::Play { from, lead, .. } = order else { panic!("{order:?}") };
    assert_eq!((from, lead), (Duration::from_secs(12), Duration::ZERO));
    assert!(state.is_moving());
    live(&mut state, Live::Toggle, 8);
    let run = state.run().expect("it is held");
    assert_eq!(run.standing_order(Duration::from_secs(9)), SoundOrder::Pause);
    assert!(!state.is_moving());
    live(&mut state, Live::Stop, 9);
    assert!(state.run().is_none());
}

#[test]
fn leaving_the_editor_and_starting_a_session_end_the_preview() {
    let (mut state, _folder) = state();
    live(&mut state, Live::Preview(0), 1);
    state.apply(Command::OpenScreen(Screen::Today), Duration::from_secs(2));
    assert!(state.run().is_none());
    state.apply(Command::OpenScreen(Screen::Editor), Duration::from_secs(3));
    live(&mut state, Live::Preview(0), 4);
    live(&mut state, Live::Session(30_000), 5);
    assert_eq!(state.route(), Route::CheckIn);
    assert!(state.run().is_none(), "the preview has ended");
    state.apply(Command::Check(Checking::Skip), Duration::from_secs(5));
    assert_eq!(state.route(), Route::Player);
    let position = state.run().map(|run| run.session().position(Duration::from_secs(6)));
    assert_eq!(position, Some(Duration::from_secs(31)));
    state.apply(Command::Leave, Duration::from_secs(7));
    assert_eq!(state.route(), Route::Player, "something was done, and how it was is asked");
    state.apply(Command::Leave, Duration::from_secs(8));
    assert_eq!(state.route(), Route::Screen(Screen::Editor));
    assert!(state.run().is_none(), "the preview does not come back by itself");
}
