//! Where things stand on the desk: at every size of the window and with whatever is on it nothing
//! leaves the window, nothing that can be pressed lies over anything else, and everything has a name.

use egui::accesskit::Role;
use egui::{Modifiers, Rect, vec2};
use egui_kittest::kittest::{NodeT, Queryable, by};

use super::live::with_routine;
use super::*;
use crate::screens::layout::ENDLESS;

const SIZES: [(f32, f32); 4] = [(800.0, 600.0), (1280.0, 800.0), (2560.0, 1440.0), (900.0, 1300.0)];

/// What is pressed, set or typed into.
const USED: [Role; 7] =
    [Role::Button, Role::Tab, Role::Slider, Role::SpinButton, Role::TextInput, Role::Switch, Role::ListItem];

/// Names without end, groups within groups, an exercise that nobody knows, every kind of dose.
fn everything() -> String {
    format!(
        r#"(version: 1, id: "all", name: "{ENDLESS}", summary: "{ENDLESS}", tags: ["{ENDLESS}"], blocks: [
    Section(name: "{ENDLESS}", blocks: [
        Step(exercise: "shoulder-rolls", dose: Reps(count: 10), note: "{ENDLESS}"),
        Repeat(times: 3, rest_secs: 15, blocks: [
            Step(exercise: "wall-stretch", dose: Flow(breaths: 6)),
            Repeat(times: 2, blocks: [
                Step(exercise: "neck-stretch", sides: LeftFirst),
                Repeat(times: 2, blocks: []),
            ]),
        ]),
    ]),
    Step(exercise: "upper-trapezius-stretch-sit-on-hand", sides: LeftOnly, note: "{ENDLESS}"),
    Step(exercise: "cat-coww"),
    Step(exercise: "chair-rotation", dose: Hold(secs: 90, times: 3)),
    Step(exercise: "cat-cow", dose: Timed(secs: 40)),
    Step(exercise: "walking", dose: Open()),
    Step(exercise: "reverse-dumbbell-fly", disabled: true),
    Breathe(pattern: "calm", secs: 60),
    Rest(secs: 20),
])"#
    )
}

/// What is worth a look at, with what is done to see it.
type Prepared = (&'static str, fn(&mut Desk));

const STATES: [Prepared; 8] = [
    ("as opened", |_| {}),
    ("a step", |desk| desk.go_to("Upper Trapezius")),
    ("a group", |desk| desk.go_to("An absurdly long name")),
    ("all", |desk| {
        desk.go_to("Rest, ");
        desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    }),
    ("findings", |desk| desk.click("Show everything worth telling")),
    ("figures", |desk| desk.click("Show the figures of the routine")),
    ("keys", |desk| desk.click("Keys")),
    ("preview", |desk| desk.click("Preview")),
];

impl Desk {
    fn sized(&mut self, (width, height): (f32, f32)) {
        self.harness.set_size(vec2(width, height));
        self.harness.run_steps(4);
    }

    /// Selects a block by the keyboard, wherever the list is.
    fn go_to(&mut self, start: &str) {
        let first = self.harness.query_all(by().role(Role::ListItem)).next().unwrap();
        first.focus();
        self.harness.run_steps(2);
        for key in std::iter::once(Key::Home).chain([Key::ArrowDown; 20]) {
            self.press(key);
            let mut chosen = self.harness.query_all(by().role(Role::ListItem));
            let is_it = |name: Option<String>| name.is_some_and(|name| name.starts_with(start));
            if chosen.any(|node| {
                node.accesskit_node().is_selected() == Some(true) && is_it(node.accesskit_node().label())
            }) {
                return;
            }
        }
        panic!("no block {start}");
    }

    /// What stands badly.
    fn complaints(&self, what: &str, (width, height): (f32, f32)) -> Vec<String> {
        let mut complaints = Vec::new();
        let mut hold = |is_well: bool, complaint: String| {
            if !is_well {
                complaints.push(complaint);
            }
        };
        let columns = Columns::of(self);
        let placed: Vec<(Role, String, Rect)> = self
            .harness
            .query_all(by())
            .filter(|node| USED.contains(&node.accesskit_node().role()))
            .map(|node| {
                let it = node.accesskit_node();
                let name = it.label().or(node.value()).unwrap_or_default();
                let seen = columns.seen(it.role(), &name, node.rect());
                (it.role(), name, seen)
            })
            .filter(|(.., rect)| rect.height() > 3.0)
            .collect();
        assert!(placed.len() > 15, "{what}: only {} things", placed.len());
        let ground = |role: Role| role == Role::ListItem;
        for (index, (role, name, rect)) in placed.iter().enumerate() {
            let at = format!("{what} at {width}x{height}: {role:?} \"{name}\" {rect:?}");
            hold(!name.is_empty(), format!("no name: {at}"));
            hold(rect.left() >= -0.5 && rect.right() <= width + 0.5, format!("leaves the window: {at}"));
            for (other_role, other_name, other) in &placed[index + 1..] {
                // What folds a group lies on its head.
                let folds = ground(*role) != ground(*other_role)
                    && (name.ends_with("old") || other_name.ends_with("old"));
                let apart = !rect.shrink(1.0).intersects(other.shrink(1.0));
                hold(apart || folds, format!("{at} lies on {other_name} {other:?}"));
            }
        }
        complaints
    }
}

/// Where the columns that scroll are cut off.
struct Columns {
    /// Of the list.
    list: egui::Rangef,
    /// Of what is unfolded above it.
    panel: egui::Rangef,
    /// Of the cards of the palette.
    cards: egui::Rangef,
    /// Of the inspector, and where it begins.
    inspector: (f32, egui::Rangef),
}

impl Columns {
    fn of(desk: &Desk) -> Self {
        let find = |name: &str| desk.harness.query_all_by_label(name).next().map(|node| node.rect());
        let strip = find("Timeline").unwrap().top() - 20.0;
        let header = find("Undo").or(find("Save")).unwrap().bottom();
        let tools = find("Keys");
        let panel = find("Hide what is worth telling").or(tools).map_or(header, |it| it.bottom());
        let search = find("Search exercises to add").map_or(header, |it| it.bottom());
        let rest = find("Add a rest").map_or(strip, |it| it.top());
        let divider = tools.or(find("Start session")).unwrap().right() + 4.0;
        let top = find("Show the details").map_or(header, |it| it.bottom());
        Self {
            list: egui::Rangef::new(tools.map_or(header, |it| it.bottom()), strip),
            panel: egui::Rangef::new(panel, tools.map_or(strip, |it| it.top())),
            cards: egui::Rangef::new(search, rest),
            inspector: (divider, egui::Rangef::new(top, strip)),
        }
    }

    /// What is seen of a thing.
    fn seen(&self, role: Role, name: &str, rect: Rect) -> Rect {
        let is_card = name.starts_with("Add ") && name.contains(", ");
        let cut = if role == Role::ListItem || name == "Fold" || name == "Unfold" {
            self.list
        } else if is_card {
            self.cards
        } else if ["Mend", "Use “", "Take ", "Do both", "Error: ", "Warning: ", "Hint: "]
            .iter()
            .any(|start| name.starts_with(start))
        {
            self.panel
        } else if rect.left() >= self.inspector.0
            && rect.top() >= self.inspector.1.min - 4.0
            && !["Add ", "Search exercises"].iter().any(|start| name.starts_with(start))
            && name != "Timeline"
        {
            self.inspector.1
        } else {
            return rect;
        };
        Rect::from_x_y_ranges(rect.x_range(), cut.intersection(rect.y_range()))
    }
}

fn check(text: &str, name: &str, states: &[Prepared]) {
    let mut complaints = Vec::new();
    for (what, prepare) in states {
        let mut desk = with_routine(text, name);
        prepare(&mut desk);
        for size in SIZES {
            desk.sized(size);
            complaints.extend(desk.complaints(what, size));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_desk_fits_every_window_with_everything_on_it() {
    check(&everything(), "An absurdly long", &STATES);
}
