//! Before and after a session: how it feels is asked, never insisted on, and kept.

use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::NodeT;

use unhunch::model::{Region, SessionEnd, SessionRecord, Side, Spot, Stamp};
use unhunch::store::history::History;

use super::*;

impl Desk {
    /// As it is at home: before a session it asks how the back feels.
    fn asking() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.ron"), "(version: 1, safety_read: true)").unwrap();
        Self::over(folder)
    }

    fn is_picked(&self, name: &str) -> bool {
        let node = self.harness.get_by_role_and_label(Role::CheckBox, name);
        node.accesskit_node().toggled() == Some(Toggled::True)
    }

    fn is_pressed(&self, name: &str) -> bool {
        let node = self.harness.get_by_label(name);
        node.accesskit_node().toggled() == Some(Toggled::True)
    }

    fn is_asked(&self) -> bool {
        self.shows("How does your back feel now?")
    }

    fn is_under_way(&self) -> bool {
        self.shows("Time left in the session")
    }
}

#[test]
fn two_presses_of_enter_lead_into_the_session() {
    let mut desk = Desk::asking();
    desk.press(Key::Enter);
    assert!(desk.is_asked() && desk.shows("Five-minute desk break"));
    assert!(!desk.is_under_way(), "nothing runs yet");
    desk.press(Key::Enter);
    assert!(desk.is_under_way());
}

#[test]
fn numbers_arrows_and_the_body_answer_and_escape_leads_back() {
    let mut desk = Desk::asking();
    desk.click("Start Five-minute desk break");
    desk.press(Key::ArrowRight);
    assert!(!desk.is_pressed("Pain 0: 0 is no pain"), "who skipped once too often has told nothing");
    desk.press(Key::Num4);
    assert!(desk.is_pressed("Pain 4"));
    desk.press(Key::Num9);
    desk.press(Key::ArrowRight);
    assert!(desk.is_pressed("Pain 10: 10 is the worst you can think of"), "from 9 it is one step to 10");
    desk.press(Key::Home);
    assert!(desk.is_pressed("Pain 0: 0 is no pain"));
    desk.press(Key::Delete);
    assert!(!desk.is_pressed("Pain 0: 0 is no pain"));
    desk.click("Shoulder blades, left");
    assert!(desk.is_picked("Shoulder blades, left") && !desk.is_picked("Shoulder blades, right"));
    desk.harness.get_by_label("Upper back").focus();
    desk.press(Key::Space);
    assert!(desk.is_picked("Upper back"), "a key picks as well");
    desk.press(Key::Space);
    assert!(!desk.is_picked("Upper back"));
    desk.press(Key::Escape);
    assert!(desk.shows("Your routines"), "nothing began");
    desk.click("Start Five-minute desk break");
    assert!(!desk.is_picked("Shoulder blades, left"), "what was not sent off is not kept");
}

/// The name of what has the focus.
fn focused(desk: &Desk) -> Option<String> {
    let all = desk.harness.root().children_recursive();
    let node = all.filter(egui_kittest::Node::is_focused).last()?;
    node.accesskit_node().label()
}

#[test]
fn the_body_is_one_stop_for_tab_and_arrows_go_from_place_to_place() {
    let mut desk = Desk::asking();
    desk.press(Key::Enter);
    assert!(desk.shows("Enter starts. Nothing has to be said."));
    desk.harness.get_by_label("Pain 10: 10 is the worst you can think of").focus();
    desk.harness.run_steps(2);
    desk.press(Key::Tab);
    assert_eq!(focused(&desk).as_deref(), Some("Back of the neck"));
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown] {
        desk.press(key);
    }
    let there = focused(&desk).unwrap();
    assert_ne!(there, "Back of the neck", "the arrows lead on");
    assert!(!desk.is_pressed("Pain 0: 0 is no pain"), "and tell no number");
    desk.press(Key::Space);
    assert!(desk.is_picked(&there));
    desk.press(Key::Tab);
    assert_eq!(focused(&desk).as_deref(), Some("Start"), "one more leads out of it");
    desk.harness.key_press_modifiers(egui::Modifiers::SHIFT, Key::Tab);
    desk.harness.run_steps(2);
    assert_eq!(focused(&desk), Some(there), "and back to where one was");
}

#[test]
fn a_row_of_numbers_is_one_stop_for_tab_and_the_arrows_tell() {
    let mut desk = Desk::asking();
    desk.press(Key::Enter);
    let none = "Pain 0: 0 is no pain";
    let row = desk.harness.get_by_role_and_label(Role::RadioGroup, "How does your back feel now?");
    assert_eq!(
        row.children_recursive().filter(|it| it.accesskit_node().role() == Role::RadioButton).count(),
        11
    );
    for _ in 0..9 {
        if focused(&desk).as_deref() != Some(none) {
            desk.press(Key::Tab);
        }
    }
    assert_eq!(focused(&desk).as_deref(), Some(none), "Tab comes to the first");
    assert!(!desk.is_pressed(none), "and tells nothing yet");
    desk.press(Key::ArrowRight);
    assert!(focused(&desk).as_deref() == Some("Pain 1") && !desk.is_pressed("Pain 1"), "nor does an arrow");
    desk.press(Key::Space);
    assert!(desk.is_pressed("Pain 1"));
    desk.press(Key::ArrowDown);
    assert!(focused(&desk).as_deref() == Some("Pain 2") && desk.is_pressed("Pain 2"), "an answer it changes");
    desk.press(Key::Tab);
    assert_eq!(focused(&desk).as_deref(), Some("Back of the neck"), "one Tab leads out of the row");
    desk.harness.key_press_modifiers(egui::Modifiers::SHIFT, Key::Tab);
    desk.harness.run_steps(2);
    assert_eq!(focused(&desk).as_deref(), Some("Pain 2"), "and back to what was told");
    for _ in 0..3 {
        desk.press(Key::ArrowLeft);
    }
    assert!(focused(&desk).as_deref() == Some(none) && desk.is_pressed(none), "it stops at the end");
    desk.press(Key::Space);
    assert!(
        focused(&desk).as_deref() == Some(none) && !desk.is_pressed(none),
        "pressed again it is taken back"
    );
    desk.press(Key::Num4);
    desk.press(Key::Num4);
    assert!(focused(&desk).as_deref() == Some("Pain 4") && desk.is_pressed("Pain 4"));
    desk.press(Key::Delete);
    assert!(!desk.is_pressed("Pain 4"));
    desk.press(Key::Enter);
    assert!(desk.is_pressed("Pain 4"), "Enter tells what has the focus");
}

#[test]
fn a_row_of_numbers_with_the_focus_takes_the_keys_for_itself() {
    let mut desk = Desk::new();
    desk.press(Key::Enter);
    desk.wait(20.0);
    desk.press(Key::Escape);
    desk.click("Leave for good");
    desk.press(Key::Num3);
    desk.harness.get_by_label("Effort 5").focus();
    desk.harness.run_steps(2);
    assert!(!desk.is_pressed("Effort 5"), "who only looks at it tells nothing");
    desk.press(Key::Num7);
    assert!(desk.is_pressed("Effort 7") && desk.is_pressed("Pain 3"));
    desk.press(Key::Home);
    assert!(desk.is_pressed("Effort 0: 0 is no effort") && desk.is_pressed("Pain 3"));
    desk.press(Key::Delete);
    assert!(!desk.is_pressed("Effort 0: 0 is no effort") && desk.is_pressed("Pain 3"));
}

#[test]
fn what_was_tried_for_a_while_is_asked_about_and_what_was_not_is_not() {
    let mut desk = Desk::new();
    desk.click("Exercises");
    desk.harness.run_steps(20);
    desk.click_part("Cat-Cow, Dynamic");
    desk.click("Try Cat-Cow now");
    assert!(desk.is_under_way());
    desk.press(Key::Escape);
    assert!(desk.shows("Try Cat-Cow now"), "nothing was done yet");
    desk.click("Try Cat-Cow now");
    desk.wait(25.0);
    desk.press(Key::Escape);
    assert!(desk.shows("Done for now") && desk.shows("1 exercise") && desk.is_asked());
    assert!(!desk.is_under_way(), "nothing is left to come");
    desk.press(Key::Num2);
    desk.click("Done");
    assert!(desk.shows("Try Cat-Cow now"), "it leads back to where it was begun");
    let record = kept(desk);
    assert_eq!((record.after.pain, record.end), (Some(2), SessionEnd::Left));
}

#[test]
fn much_pain_brings_the_advice_and_breathing_instead() {
    let mut desk = Desk::asking();
    desk.press(Key::Enter);
    desk.press(Key::Num6);
    assert!(!desk.shows("Better not now"));
    desk.press(Key::Num8);
    assert!(desk.shows("Better not now") && desk.shows("Start anyway"));
    assert!(!desk.shows("Skip"), "no way round it that looks like none");
    assert!(!desk.harness.get_by_label("Start anyway").is_focused());
    desk.press(Key::S);
    assert!(desk.shows("When to stop or change something"));
    desk.press(Key::Escape);
    desk.press(Key::Enter);
    assert!(desk.is_under_way() && desk.shows("Calm") && !desk.shows("Shoulder Rolls"));
}

#[test]
fn going_on_in_spite_of_much_pain_takes_a_choice() {
    let mut desk = Desk::asking();
    desk.press(Key::Enter);
    desk.press(Key::Num7);
    desk.click("Start anyway");
    assert!(desk.is_under_way() && desk.shows("Shoulder Rolls"));
}

#[test]
fn it_is_skipped_with_one_press_and_switched_off_for_good() {
    let mut desk = Desk::asking();
    desk.press(Key::Enter);
    desk.click("Skip");
    assert!(desk.is_under_way());
    desk.press(Key::Escape);
    desk.press(Key::Enter);
    desk.click("Ask before sessions");
    desk.press(Key::Escape);
    desk.press(Key::Enter);
    assert!(desk.is_under_way() && !desk.is_asked());
    let kept = std::fs::read_to_string(desk.folder.path().join("settings.ron")).unwrap();
    assert!(kept.contains("ask_before: false"), "{kept}");
}

#[test]
fn breathing_and_what_was_left_are_not_asked_about() {
    let mut desk = Desk::asking();
    desk.click("Breathe");
    desk.click_part("Start breathing");
    assert!(desk.is_under_way());
    let mut desk = Desk::asking();
    desk.press(Key::Enter);
    desk.press(Key::Enter);
    desk.wait(20.0);
    desk.press(Key::Escape);
    desk.click("Leave, and go on later");
    desk.press(Key::Enter);
    assert!(desk.is_under_way() && !desk.is_asked());
}

#[test]
fn the_end_asks_how_it_was_and_typing_is_no_command() {
    let mut desk = Desk::asking();
    desk.click_part("Cat-cow and rest, ");
    desk.press(Key::Num5);
    desk.click("Upper back");
    desk.press(Key::Enter);
    desk.wait(320.0);
    assert!(desk.shows("All done") && desk.is_asked() && desk.shows("Your first session is done."));
    desk.press(Key::Num2);
    assert!(desk.is_pressed("Pain 2"));
    desk.click("Effort 5");
    desk.click("Top of the shoulders, left");
    assert!(desk.is_picked("Top of the shoulders, left"));
    desk.click("Note");
    for letter in ["r", "1", "m"] {
        desk.harness.get_by_label("Note").type_text(letter);
        desk.harness.run_steps(2);
    }
    desk.press(Key::R);
    assert_eq!(desk.harness.get_by_label("Note").value().as_deref(), Some("r1m"));
    assert!(desk.shows("All done") && desk.is_pressed("Pain 2"), "nothing else happened");
    desk.press(Key::Escape);
    assert!(desk.shows("All done"), "Esc leaves the field alone");
    desk.press(Key::Enter);
    assert!(desk.shows("Your routines"));
    let record = kept(desk);
    assert_eq!((record.before.pain, record.after.pain, record.effort), (Some(5), Some(2), Some(5)));
    let [before, after] = [&record.before, &record.after].map(|it| Vec::from_iter(it.spots.clone()));
    assert_eq!(before, [Spot { region: Region::UpperBack, side: None }]);
    assert_eq!(after, [Spot { region: Region::UpperTrapezius, side: Some(Side::Left) }]);
    assert_eq!((record.note.as_str(), record.end), ("r1m", SessionEnd::Finished));
}

/// The one record, after the window was closed.
fn kept(desk: Desk) -> SessionRecord {
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    let (history, _) = History::open(folder.path(), Stamp::default()).unwrap();
    let mut sessions = history.archive().unwrap().sessions;
    assert_eq!(sessions.len(), 1);
    sessions.remove(0).record
}

#[test]
fn who_skips_to_the_end_and_once_too_often_is_told_what_was_done_and_has_answered_nothing() {
    let mut desk = Desk::asking();
    desk.click_part("Cat-cow and rest, 4 min");
    desk.press(Key::Enter);
    desk.wait(40.0);
    for _ in 0..30 {
        desk.press(Key::ArrowRight);
    }
    assert!(desk.shows("All done") && desk.shows("Skipped: "));
    assert!(!desk.shows("4 min · "), "what was skipped is not counted");
    assert!(!desk.is_pressed("Pain 0: 0 is no pain"));
}

#[test]
fn more_pain_than_before_brings_the_advice_and_names_what_was_done() {
    let mut desk = Desk::asking();
    desk.click_part("Cat-cow and rest, ");
    desk.press(Key::Num2);
    desk.press(Key::Enter);
    desk.wait(40.0);
    desk.press(Key::Escape);
    desk.click("Leave for good");
    desk.press(Key::Num3);
    assert!(!desk.shows("Enough for now"));
    desk.press(Key::Num4);
    assert!(desk.shows("Enough for now") && desk.shows("what you did in between: Cat-Cow"));
    let added = desk.harness.get_by_label_contains("was added").rect();
    let question = desk.harness.get_by_label("How does your back feel now?").rect();
    assert!(added.bottom() + 8.0 <= question.top(), "all of it is in sight: {added:?}, {question:?}");
    let record = kept(desk);
    assert_eq!((record.before.pain, record.after.pain), (Some(2), Some(4)), "kept without Done");
    assert_eq!(record.end, SessionEnd::Left);
}

#[test]
fn left_for_good_one_is_asked_and_needs_not_answer() {
    let mut desk = Desk::new();
    desk.press(Key::Enter);
    desk.wait(20.0);
    desk.press(Key::Escape);
    desk.click("Leave for good");
    assert!(desk.shows("Done for now") && desk.shows("1 exercise") && desk.is_asked());
    desk.press(Key::Escape);
    assert!(desk.shows("Your routines"));
    assert!(!desk.shows("You left at"));
}

#[test]
fn a_sign_is_ticked_and_brings_the_advice() {
    let mut desk = Desk::new();
    desk.click("Safety");
    let sign = unhunch::catalog::Catalog::builtin().safety.signs[0].text.clone();
    desk.harness.get_by_label(&sign).click_accesskit();
    desk.harness.run_steps(2);
    assert!(desk.is_picked(&sign) && desk.shows("Please have a doctor or therapist look at it"));
    desk.harness.get_by_label(&sign).click_accesskit();
    desk.harness.run_steps(2);
    assert!(!desk.is_picked(&sign) && !desk.shows("Please have a doctor or therapist look at it"));
}
