//! Sessions written down afterwards and corrected, and the plan: the whole program, by accessible
//! names.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable, by};
use unhunch::model::{Plan, PlannedTime, Weekday};
use unhunch::store::DataFolder;

use super::Desk;

mod deleting;

/// An absurdly long name.
const ENDLESS: &str = "Somethingthatsomebodydoeswithoutaspaceinitsname and then goes on about for a good while, so that \
                       no window there is could ever show all of it in one row of a dialog";

impl Desk {
    /// Noon of the second day of 1970, so that there is a day before. The record has been read: until
    /// it is, which takes as long as the disk does, nothing that is in it shows.
    fn at_noon() -> Self {
        let mut desk = Self::new();
        desk.time.set(std::time::Duration::from_hours(36));
        desk.harness.run_steps(2);
        desk.do_it("Progress");
        desk.until("This is where it adds up");
        desk
    }

    /// Presses what may be out of sight.
    fn do_it(&mut self, name: &str) {
        // A menu has the name of the button that opens it, and a list that of what shows it.
        let pressed = by().predicate(|node| matches!(node.role(), Role::Button | Role::Tab)).label(name);
        self.harness.get(pressed).click_accesskit();
        self.harness.run_steps(4);
    }

    /// Chooses from the menu at the right of the screen.
    fn choose_from_menu(&mut self, name: &str) {
        self.click("Export, take in or delete");
        self.click(name);
        self.harness.run_steps(3);
    }

    /// Types over what stands in a field.
    fn fill(&mut self, name: &str, text: &str) {
        let field = || by().predicate(|node| is_field(node.role())).label(name);
        self.harness.get(field()).focus();
        self.harness.run_steps(2);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run_steps(1);
        self.harness.get(field()).type_text(text);
        self.harness.run_steps(3);
    }

    fn written(&self, name: &str) -> String {
        let field = by().predicate(|node| is_field(node.role())).label(name);
        self.harness.get(field).accesskit_node().value().unwrap_or_default()
    }

    /// Goes on with Tab until something with this name has the focus.
    fn tab_on_to(&mut self, name: &str) {
        self.tab_on(name, |label| label == name);
    }

    /// Goes on with Tab to something with this name, and presses Enter.
    fn enter(&mut self, name: &str) {
        self.tab_on_to(name);
        self.press(Key::Enter);
        self.harness.run_steps(3);
    }

    /// Goes on with Tab until something with this in its name has the focus.
    fn tab_on_to_part(&mut self, part: &str) {
        self.tab_on(part, |label| label.contains(part));
    }

    fn tab_on(&mut self, name: &str, is_it: impl Fn(&str) -> bool) {
        for _ in 0..120 {
            let focused = by().predicate(is_focused);
            let is_there = |node: &egui_kittest::Node<'_>| {
                node.accesskit_node().label().is_some_and(|label| is_it(&label))
            };
            if self.harness.query_all(focused).any(|node| is_there(&node)) {
                return;
            }
            self.harness.key_press(Key::Tab);
            self.harness.run_steps(2);
        }
        panic!("Tab never comes to {name}");
    }

    /// The name of what has the focus.
    fn in_focus(&self) -> String {
        self.harness.get(by().predicate(is_focused)).accesskit_node().label().unwrap_or_default()
    }

    fn type_in(&mut self, text: &str) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run_steps(1);
        let focused = by().predicate(is_focused);
        self.harness.get(focused).type_text(text);
        self.harness.run_steps(3);
    }

    /// Opens the session whose row says this, once it has been read.
    pub(super) fn open_session(&mut self, part: &str) {
        self.do_it("Sessions");
        let named = format!("{part}, ");
        let row = by().predicate(move |node| {
            node.role() == Role::Button && node.label().is_some_and(|label| label.contains(&named))
        });
        self.harness.get(row).click_accesskit();
        self.harness.run_steps(2);
        self.until("Correct a session");
    }

    fn swim(&mut self) {
        self.do_it("Add a session");
        self.fill("Called", "Swimming");
        self.fill("Minutes", "25");
        self.do_it("Keep");
    }

    fn plan(&self) -> Plan {
        let folder = DataFolder::open(Some(self.folder.path().to_owned())).unwrap();
        folder.load_settings().settings.plan
    }
}

fn is_focused(node: &AccessKitNode<'_>) -> bool {
    node.is_focused()
}

fn is_field(role: Role) -> bool {
    matches!(role, Role::TextInput | Role::MultilineTextInput)
}

#[test]
fn a_session_is_written_down_by_keyboard_alone() {
    let mut desk = Desk::at_noon();
    desk.enter("Add a session");
    desk.tab_on_to("Called");
    desk.type_in("Swimming");
    desk.tab_on_to("Day");
    assert_eq!(desk.written("Day"), "1970-01-02");
    desk.press(Key::ArrowDown);
    desk.harness.run_steps(2);
    assert_eq!(desk.written("Day"), "1970-01-01");
    assert!(desk.shows("yesterday"));
    desk.tab_on_to("Minutes");
    desk.type_in("25");
    desk.tab_on_to("Search for an exercise to add");
    desk.type_in("chair rot");
    desk.press(Key::Enter);
    desk.harness.run_steps(3);
    assert!(desk.shows("Minutes of Chair Rotation, left") && desk.shows("Minutes of Chair Rotation, right"));
    desk.tab_on_to("Pain after 0: 0 is no pain");
    desk.press(Key::Num3);
    desk.enter("Keep");
    assert!(!desk.shows("Write down a session"));
    desk.open_session("Swimming");
    assert_eq!((desk.written("Day"), desk.written("Minutes")), ("1970-01-01".into(), "25".into()));
    assert!(desk.shows("in all, pauses too; ") && desk.shows("Minutes of Chair Rotation, right"));
    assert!(desk.shows("Correct a session"));
}

#[test]
fn what_lacks_is_said_at_the_field_with_the_way_out_and_nothing_typed_is_lost() {
    let mut desk = Desk::at_noon();
    desk.do_it("Add a session");
    assert!(!desk.shows("Say what it was"), "nobody is told off before they did anything");
    desk.do_it("Keep");
    assert!(desk.shows("Say what it was, in a word or two, or choose one of your routines above."));
    desk.fill("Called", "Swimming");
    for (field, text, told) in [
        ("Day", "1970-01-03", "That day is still to come."),
        ("Day", "yesterday", "Write the day as year, month and day"),
        ("Time of day", "25:00", "Write the time of day as hours and minutes"),
        ("Time of day", "12:30", "That is later than now."),
        ("Minutes", "many", "Write the minutes as a number"),
        ("Minutes", "0", "Say how many minutes it took."),
    ] {
        desk.fill(field, text);
        desk.do_it("Keep");
        assert!(desk.shows(told), "{field} {text}");
        assert_eq!(desk.written(field), text);
        desk.fill(
            field,
            match field {
                "Day" => "1970-01-02",
                "Time of day" => "9:05",
                _ => "10",
            },
        );
        assert!(!desk.shows(told), "{field} is mended");
    }
    desk.do_it("Keep");
    assert!(!desk.shows("Write down a session"));
}

#[test]
fn a_routine_fills_in_what_was_done_and_each_line_can_be_corrected() {
    let mut desk = Desk::at_noon();
    desk.do_it("Add a session");
    desk.do_it("What it was: Something else");
    desk.do_it("Five-minute desk break");
    assert!(desk.shows("What it was: Five-minute desk break"));
    desk.do_it("Fill in all of “Five-minute desk break”");
    assert!(desk.shows("Minutes of Chair Rotation, left"));
    desk.fill("Minutes of Chair Rotation, left", "2:30");
    desk.do_it("Chair Rotation, right hurt");
    desk.do_it("Side of Chair Rotation, left");
    desk.do_it("both");
    assert!(desk.shows("Minutes of Chair Rotation") && !desk.shows("Minutes of Chair Rotation, left"));
    desk.do_it("Keep");
    desk.open_session("Five-minute desk break");
    assert_eq!(desk.written("Minutes of Chair Rotation"), "2:30");
    let hurt = desk.harness.get_by_label("Chair Rotation, right hurt").accesskit_node().toggled();
    assert_eq!(hurt, Some(egui::accesskit::Toggled::True));
    desk.do_it("Take out Chair Rotation, right");
    assert!(!desk.shows("Minutes of Chair Rotation, right"));
}

#[test]
fn where_it_was_felt_is_picked_on_the_body_by_keyboard_and_taken_out_again() {
    let mut desk = Desk::at_noon();
    desk.do_it("Add a session");
    desk.fill("Called", "Swimming");
    assert!(!desk.shows("Your back"), "the body is folded away");
    desk.tab_on_to("Where it was felt after");
    desk.press(Key::Enter);
    desk.harness.run_steps(4);
    assert!(desk.shows("Your back"));
    desk.tab_on_to("Back of the neck");
    desk.press(Key::ArrowDown);
    desk.press(Key::ArrowLeft);
    let there = desk.in_focus();
    assert_ne!(there, "Back of the neck", "the arrows lead on");
    desk.press(Key::Space);
    desk.harness.run_steps(3);
    let picked = desk.harness.get_by_role_and_label(Role::CheckBox, &there).accesskit_node();
    assert_eq!(picked.toggled(), Some(egui::accesskit::Toggled::True));
    desk.do_it("Where it was felt before");
    let before = desk.harness.get_by_role_and_label(Role::CheckBox, &there).accesskit_node();
    assert_eq!(before.toggled(), Some(egui::accesskit::Toggled::False), "before is not after");
    desk.do_it("Where it was felt before");
    assert!(!desk.shows("Your back"));
    desk.do_it("Keep");
    desk.open_session("Swimming");
    desk.do_it(&format!("Take out {there}"));
    assert!(!desk.shows(&format!("Take out {there}")));
}

#[test]
fn what_was_changed_is_asked_about_before_it_is_let_go() {
    let mut desk = Desk::at_noon();
    desk.do_it("Add a session");
    desk.press(Key::Escape);
    assert!(!desk.shows("Write down a session"), "nothing was changed");
    desk.do_it("Add a session");
    desk.fill("Called", "Swimming");
    desk.do_it("Cancel");
    assert!(desk.shows("This session is not written down yet."));
    desk.press(Key::Escape);
    assert_eq!(desk.written("Called"), "Swimming", "back to it");
    desk.do_it("Cancel");
    desk.do_it("Keep");
    desk.open_session("Swimming");
    desk.fill("Note", "In the sea.");
    desk.do_it("Cancel");
    desk.do_it("Let it go");
    desk.open_session("Swimming");
    assert_eq!(desk.written("Note"), "");
}

#[test]
fn a_plan_counts_at_once_and_is_kept() {
    let mut desk = Desk::at_noon();
    desk.do_it("Plan");
    desk.fill("What it is for", "Lift my daughter");
    for _ in 0..5 {
        desk.harness.get_by_label("Minutes on a day").increment_accesskit();
        desk.harness.run_steps(2);
    }
    desk.harness.get_by_label("Days a week").increment_accesskit();
    desk.harness.run_steps(2);
    assert!(desk.shows("Begin with a few minutes a day") && desk.shows("Long guide to exercises"));
    desk.do_it("Add a time");
    desk.do_it("Add a time");
    desk.do_it("Day of Tuesday, 8:00");
    desk.do_it("Friday");
    desk.fill("Time of day of Friday, 8:00", "17:45");
    desk.do_it("Routine of Friday, 17:45: Whatever is suggested");
    desk.do_it("Five-minute desk break");
    let plan = desk.plan();
    assert_eq!((plan.goal.as_str(), plan.minutes, plan.days), ("Lift my daughter", 5, 1));
    let at = |day, hour, minute, routine: &str| PlannedTime { day, hour, minute, routine: routine.into() };
    let times = [at(Weekday::Monday, 8, 0, ""), at(Weekday::Friday, 17, 45, "desk-break")];
    assert_eq!(plan.times, times);
    desk.do_it("Take out Monday, 8:00");
    assert_eq!(desk.plan().times, times[1..]);
}

#[test]
fn times_are_planned_and_exported_to_the_calendar_by_keyboard_alone() {
    let mut desk = Desk::at_noon();
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("mine.ics");
    desk.enter("Plan");
    desk.enter("Add a time");
    desk.enter("Day of Monday, 8:00");
    desk.tab_on_to("Friday");
    desk.press(Key::Enter);
    desk.harness.run_steps(4);
    assert!(!desk.shows("Wednesday"), "the list of days is put away");
    desk.tab_on_to("Export to my calendar");
    desk.press(Key::Enter);
    desk.harness.run_steps(4);
    desk.tab_on_to("Path of the file");
    desk.type_in(&file.display().to_string());
    desk.press(Key::Enter);
    desk.until("Saved as");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("BYDAY=FR"), "{text}");
}

#[test]
fn the_week_says_what_was_done_of_the_aim() {
    let mut desk = Desk::at_noon();
    desk.do_it("Plan");
    assert!(desk.shows("Nothing yet, and the week is open."));
    desk.swim();
    assert!(desk.shows("1 day so far, 25 min in all."));
    desk.harness.get_by_label("Minutes on a day").increment_accesskit();
    desk.harness.run_steps(2);
    for _ in 0..2 {
        desk.harness.get_by_label("Days a week").increment_accesskit();
        desk.harness.run_steps(2);
    }
    assert!(desk.shows("1 of 2 days so far, 25 min in all."));
}

/// What can be pressed or read stays inside the window, large enough, and nothing lies on anything.
fn check(desk: &Desk, what: &str, window: Rect) {
    let roles = [Role::Button, Role::Slider, Role::TextInput, Role::MultilineTextInput, Role::Label];
    let placed: Vec<(String, Role, Rect)> = desk
        .harness
        .query_all(by())
        .filter(|node| roles.contains(&node.accesskit_node().role()))
        .map(|node| {
            let it = node.accesskit_node();
            (it.label().or(it.value()).unwrap_or_default(), it.role(), node.rect())
        })
        .collect();
    let is_shown = |rect: &Rect| rect.is_positive() && window.contains_rect(*rect);
    let seen: Vec<_> = placed.iter().filter(|(_, _, rect)| is_shown(rect)).collect();
    assert!(seen.len() > 8, "{what}: only {} nodes", seen.len());
    for (name, role, rect) in &placed {
        assert!(!name.is_empty(), "{what}: a {role:?} without a name at {rect:?}");
        assert!(
            rect.left() > window.left() - 0.5 && rect.right() < window.right() + 0.5,
            "{what}: {name} leaves the window: {rect:?}"
        );
        if *role == Role::Button {
            assert!(rect.width() >= 24.0 && rect.height() >= 24.0, "{what}: {name} is hard to hit: {rect:?}");
        }
    }
}

const SIZES: [(f32, f32); 4] = [(800.0, 600.0), (1280.0, 800.0), (2560.0, 1440.0), (900.0, 1300.0)];

#[test]
fn the_session_and_the_plan_fit_every_window_whatever_they_are_called() {
    let mut desk = Desk::at_noon();
    desk.do_it("Plan");
    desk.fill("What it is for", &ENDLESS.repeat(4));
    for _ in 0..3 {
        desk.do_it("Add a time");
    }
    for (width, height) in SIZES {
        let window = Rect::from_min_size(egui::Pos2::ZERO, vec2(width, height));
        desk.harness.set_size(window.size());
        desk.harness.run_steps(4);
        check(&desk, &format!("plan at {width}x{height}"), window);
    }
    desk.do_it("Add a session");
    desk.fill("Called", ENDLESS);
    desk.fill("Note", &ENDLESS.repeat(10));
    desk.fill("Day", "tomorrow");
    desk.fill("Search for an exercise to add", "chair rot");
    desk.press(Key::Enter);
    desk.fill("Search for an exercise to add", "a");
    desk.do_it("Where it was felt before");
    for (width, height) in SIZES {
        let window = Rect::from_min_size(egui::Pos2::ZERO, vec2(width, height));
        desk.harness.set_size(window.size());
        desk.harness.run_steps(6);
        check(&desk, &format!("session at {width}x{height}"), window);
    }
}
