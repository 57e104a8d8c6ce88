//! Sessions deleted and brought back, alone or all together with what was told of one's health.

use super::*;

#[test]
fn a_session_is_deleted_and_comes_back() {
    let mut desk = Desk::at_noon();
    desk.swim();
    desk.open_session("Swimming");
    desk.do_it("Delete this session");
    assert!(desk.shows("“Swimming”, today, is deleted."));
    assert!(!desk.shows("Correct a session"));
    desk.do_it("Bring back");
    assert!(desk.shows("The session is back."));
    desk.open_session("Swimming");
    assert_eq!(desk.written("Minutes"), "25");
}

#[test]
fn what_is_deleted_in_this_window_is_in_the_list_and_comes_back_once() {
    let mut desk = Desk::at_noon();
    desk.swim();
    desk.open_session("Swimming");
    desk.do_it("Delete this session");
    desk.choose_from_menu("Deleted sessions …");
    desk.until("Bring back Swimming, ");
    // The dialog that has grown is in its place.
    desk.harness.run_steps(3);
    desk.click_part("Bring back Swimming, ");
    desk.until("The session is back.");
    desk.press(Key::Escape);
    desk.until("Swimming, 25 min");
    desk.open_session("Swimming");
    assert_eq!(desk.written("Minutes"), "25");
    desk.do_it("Cancel");
    desk.click("Export, take in or delete");
    assert!(!desk.shows("Bring back the one deleted"), "there is nothing left to take back");
}

#[test]
fn signs_go_with_everything_and_come_back_with_it() {
    let mut desk = Desk::at_noon();
    desk.swim();
    desk.do_it("Safety");
    let sign = || by().role(Role::CheckBox).label_contains("numb");
    desk.harness.get_all(sign()).next().unwrap().click_accesskit();
    desk.harness.run_steps(4);
    let is_ticked = |desk: &Desk| {
        let toggled = desk.harness.get_all(sign()).next().unwrap().accesskit_node().toggled();
        toggled == Some(egui::accesskit::Toggled::True)
    };
    assert!(is_ticked(&desk));
    desk.do_it("Progress");
    desk.ask_to_delete_all();
    desk.do_it("Delete them all");
    desk.do_it("Safety");
    assert!(!is_ticked(&desk), "it was told of one's health, too");
    desk.do_it("Progress");
    desk.choose_from_menu("Deleted sessions …");
    desk.until("Bring back the signs you ticked");
    desk.do_it("Bring all back");
    desk.until("The session is back.");
    desk.do_it("Safety");
    for _ in 0..100_000 {
        if is_ticked(&desk) {
            return;
        }
        desk.harness.step();
        std::thread::yield_now();
    }
    panic!("the sign never comes back");
}

#[test]
fn where_there_is_nothing_to_delete_nothing_is_asked() {
    let mut desk = Desk::at_noon();
    desk.ask_to_delete_all();
    assert!(desk.shows("There are no sessions.") && !desk.shows("Delete them all"));
    assert!(!desk.shows("For thirty days"), "nothing comes back");
    desk.do_it("Close");
    assert!(!desk.shows("There are no sessions."));
}

#[test]
fn deleting_everything_asks_with_the_focus_on_the_way_out_and_can_be_taken_back() {
    let mut desk = Desk::at_noon();
    desk.swim();
    desk.swim();
    desk.ask_to_delete_all();
    assert!(desk.shows("2 sessions go, with everything you told of them."));
    desk.press(Key::Enter);
    desk.harness.run_steps(3);
    assert!(!desk.shows("Delete all sessions?") && !desk.shows("are deleted"), "Enter means not to");
    desk.ask_to_delete_all();
    desk.do_it("Delete them all");
    assert!(desk.shows("2 sessions are deleted."));
    desk.do_it("Close this message");
    desk.bring_back();
    assert!(desk.shows("2 sessions are back."));
    desk.ask_to_delete_all();
    assert!(desk.shows("2 sessions go"));
}

impl Desk {
    fn ask_to_delete_all(&mut self) {
        self.choose_from_menu("Delete all sessions …");
    }

    fn bring_back(&mut self) {
        self.choose_from_menu("Bring back what was deleted");
    }
}

#[test]
fn a_session_is_deleted_and_brought_back_by_keyboard_alone() {
    let mut desk = Desk::at_noon();
    desk.swim();
    desk.enter("Sessions");
    desk.tab_on_to_part("Swimming");
    desk.press(Key::Delete);
    desk.harness.run_steps(3);
    assert!(desk.shows("“Swimming”, today, is deleted."));
    desk.enter("Bring back");
    assert!(desk.shows("The session is back."));
    desk.open_session("Swimming");
}
