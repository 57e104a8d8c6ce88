//! The desk break built from an empty routine, by mouse and by keyboard alone: the same file both
//! times, and the one that is shipped but for its id.

use std::fs;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, pos2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable, by};

use super::Desk;

/// A field of the inspector, and what to set it to.
type Amount = (&'static str, u32);

/// What to search for, what is then found, and its amounts.
const STEPS: [(&str, &str, &[Amount]); 6] = [
    ("shoulder rolls", "Shoulder Rolls", &[("Repetitions, how many", 10)]),
    ("neck flexion", "Neck Flexion", &[("Hold, seconds", 5), ("Holds, how many", 3)]),
    ("chair rotation", "Chair Rotation", &[("Hold, seconds", 10), ("Holds, how many", 3)]),
    ("wall stretch", "Wall Stretch", &[("Breaths, how many", 6)]),
    ("slouch overcorrect", "Slouch Overcorrect", &[("Repetitions, how many", 15)]),
    ("overhead stretch", "Overhead Stretch", &[("Hold, seconds", 12)]),
];

const WORDS: [(&str, &str); 3] = [
    ("Name of the routine", "Five-minute desk break"),
    ("What it is for", "Loosen neck, shoulders and back beside your desk."),
    ("Tags", "desk, seated"),
];

/// As recommended they are these already; to have them written they are set to more, and back.
const USUAL: [Amount; 2] =
    [("Rest of this routine, seconds", 0), ("Changing sides in this routine, seconds", 4)];

fn is_focused(node: &Node<'_>) -> bool {
    node.is_focused()
}

impl Desk {
    fn settle(&mut self) {
        self.harness.run_steps(4);
    }

    fn hit(&mut self, key: Key, modifiers: Modifiers) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn focused(&self) -> Option<String> {
        let mut nodes = self.harness.query_all(by());
        nodes.find(is_focused).and_then(|node| node.accesskit_node().label())
    }

    /// Presses Tab until what has this name has the focus.
    fn tab_to(&mut self, name: &str) {
        for _ in 0..300 {
            if self.focused().as_deref() == Some(name) {
                return;
            }
            self.hit(Key::Tab, Modifiers::NONE);
        }
        panic!("Tab does not lead to {name}");
    }

    fn type_letters(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(egui::Event::Text(letter.to_string()));
            self.harness.run_steps(1);
        }
        self.settle();
    }

    fn press_at(&mut self, pos: Pos2) {
        self.harness.hover_at(pos);
        self.harness.run_steps(1);
        self.harness.drag_at(pos);
        self.harness.run_steps(1);
        self.harness.drop_at(pos);
        self.settle();
    }

    fn press_on(&mut self, name: &str) {
        let pos = self.harness.get_by_label(name).rect().center();
        self.press_at(pos);
    }

    /// Turns the wheel over the inspector until what has this name stands in it.
    fn wheel_to(&mut self, name: &str) {
        let inspector = pos2(1100.0, 400.0);
        for _ in 0..60 {
            let found = self.harness.query_all_by_label_contains(name).next();
            let place = found.map(|node| node.rect().center().y);
            let turn = match place {
                Some(y) if y < 180.0 => 60.0,
                Some(y) if y < 600.0 => return,
                _ => -60.0,
            };
            self.harness.hover_at(inspector);
            self.harness.event(egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: egui::vec2(0.0, turn),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            });
            self.harness.run_steps(6);
        }
        panic!("the wheel does not lead to {name}");
    }

    /// Presses on the track of a slider where the value is.
    fn point_to(&mut self, name: &str, value: u32) {
        self.wheel_to(name);
        let node = self.harness.get_by_role_and_label(Role::Slider, name);
        let (rect, node) = (node.rect(), node.accesskit_node());
        let (least, most) = (node.min_numeric_value().unwrap(), node.max_numeric_value().unwrap());
        let share = (f64::from(value) - least) / (most - least);
        let radius = 9.0;
        let x = egui::lerp(rect.left() + radius..=rect.right() - radius, share as f32);
        self.press_at(pos2(x, rect.center().y));
    }

    /// The entry of the calm breath in the list that is open, and where it stands.
    fn calm(&self) -> (String, Pos2) {
        let entries = self.harness.query_all_by_label_contains("Calm · ");
        let named = entries.map(|node| (node.accesskit_node().label().unwrap(), node.rect().center()));
        let mut listed = named.filter(|(name, _)| name.starts_with("Calm"));
        listed.next().expect("the list of breaths is open")
    }

    /// What was saved, once the header says that it was.
    fn saved(&mut self) -> String {
        while !self.shows("Saved") {
            std::thread::yield_now();
            self.harness.step();
        }
        let folder = self.folder.path().join("routines");
        let files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        let routines: Vec<_> =
            files.iter().filter(|path| path.extension().is_some_and(|ext| ext == "ron")).collect();
        assert_eq!(routines.len(), 1, "{files:?}");
        fs::read_to_string(routines[0]).unwrap()
    }
}

fn by_mouse() -> String {
    let mut desk = Desk::new();
    desk.press_on("Editor");
    desk.press_on("New routine");
    for (search, name, amounts) in STEPS {
        desk.press_on("Search exercises to add");
        desk.hit(Key::A, Modifiers::COMMAND);
        desk.type_letters(search);
        let card = desk.harness.get_by_label_contains(&format!("Add {name}")).rect().center();
        desk.press_at(card);
        for (amount, value) in amounts {
            desk.point_to(amount, value + 1);
            desk.point_to(amount, *value);
        }
    }
    desk.press_on("My routine: properties of the routine");
    for (field, text) in WORDS {
        desk.wheel_to(field);
        desk.press_on(field);
        desk.hit(Key::A, Modifiers::COMMAND);
        desk.type_letters(text);
    }
    for (field, value) in USUAL {
        desk.point_to(field, value + 1);
        desk.point_to(field, value);
    }
    desk.wheel_to("Breath: ");
    let breath = desk.harness.get_by_label_contains("Breath: ").rect().center();
    desk.press_at(breath);
    let calm = desk.calm().1;
    desk.press_at(calm);
    desk.press_on("Save the routine");
    desk.saved()
}

fn by_keyboard() -> String {
    let mut desk = Desk::new();
    desk.tab_to("Editor");
    desk.hit(Key::Enter, Modifiers::NONE);
    desk.tab_to("New routine");
    desk.hit(Key::Enter, Modifiers::NONE);
    for (search, _, amounts) in STEPS {
        desk.hit(Key::F, Modifiers::COMMAND);
        desk.type_letters(search);
        desk.hit(Key::Enter, Modifiers::NONE);
        for (amount, value) in amounts {
            desk.tab_to(&format!("{amount}, exactly"));
            desk.type_letters(&(value + 1).to_string());
            desk.hit(Key::ArrowDown, Modifiers::NONE);
        }
    }
    desk.tab_to("My routine: properties of the routine");
    desk.hit(Key::Enter, Modifiers::NONE);
    for (field, text) in WORDS {
        desk.tab_to(field);
        desk.hit(Key::A, Modifiers::COMMAND);
        desk.type_letters(text);
    }
    for (field, value) in USUAL {
        desk.tab_to(&format!("{field}, exactly"));
        desk.type_letters(&(value + 1).to_string());
        desk.hit(Key::ArrowDown, Modifiers::NONE);
    }
    let breath = desk.harness.get_by_label_contains("Breath: ").accesskit_node().label().unwrap();
    desk.tab_to(&breath);
    desk.hit(Key::Enter, Modifiers::NONE);
    let calm = desk.calm().0;
    desk.tab_to(&calm);
    desk.hit(Key::Enter, Modifiers::NONE);
    desk.hit(Key::S, Modifiers::COMMAND);
    desk.saved()
}

#[test]
fn the_desk_break_is_the_same_file_built_by_mouse_and_by_keyboard() {
    let (mouse, keyboard) = (by_mouse(), by_keyboard());
    assert_eq!(mouse, keyboard);
    let shipped = include_str!("../../../routines/desk-break.ron");
    let id = mouse.lines().find(|line| line.trim().starts_with("id:")).unwrap();
    assert_eq!(mouse.replace(id, "    id: \"desk-break\","), shipped);
}
