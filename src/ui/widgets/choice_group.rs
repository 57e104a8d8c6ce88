//! Things of which one is chosen: one stop for Tab, and the arrows choose among them.

use egui::accesskit::{self, Action};
use egui::{AsIdSalt, FocusDirection, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, UiBuilder};

use super::Button;
use crate::ui::Look;

/// The keys that lead to the one before and to the one after.
const WAYS: [(Key, isize); 4] =
    [(Key::ArrowLeft, -1), (Key::ArrowUp, -1), (Key::ArrowRight, 1), (Key::ArrowDown, 1)];

/// How one of them was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Picked {
    /// It was pressed, be it chosen already or not.
    Pressed(usize),
    /// A key led there.
    Led(usize),
}

/// A group under construction: its buttons are put one by one, in their order.
pub(super) struct ChoiceGroup {
    ui: Ui,
    count: usize,
    /// The one Tab comes to.
    stop: usize,
    is_answered: bool,
    has_focus: bool,
    picked: Option<Picked>,
    next: usize,
    around: Rect,
}

impl ChoiceGroup {
    /// A group of so many, named by the text that asks for it. `salt` tells it from the other groups
    /// of the same `ui`.
    ///
    /// The arrows stop at both ends: one press too many must not turn the least into the most. Where
    /// nothing is chosen they only lead from one to the next, and Space chooses.
    pub(super) fn new(
        ui: &mut Ui,
        salt: impl AsIdSalt,
        question: Id,
        count: usize,
        chosen: Option<usize>,
    ) -> Self {
        let builder = UiBuilder::new().max_rect(ui.max_rect()).id_salt(salt);
        let ui = ui.new_child(builder.accessibility_role(Role::RadioGroup));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.push_labelled_by(question.accesskit_id());
        });
        let ids = || (0..count).map(|index| id_of(&ui, index));
        let focused = ids().position(|id| ui.memory(|memory| memory.has_focus(id)));
        // A screen reader goes to any of them.
        let asked = |id: Id| ui.input(|input| input.has_accesskit_action_request(id, Action::Focus));
        let asked = ids().position(asked);
        let stop = asked.or(focused).or(chosen).unwrap_or(0);
        let has_focus = focused.is_some() || asked.is_some();
        let mut group = Self {
            ui,
            count,
            stop,
            is_answered: chosen.is_some(),
            has_focus,
            picked: None,
            next: 0,
            around: Rect::NOTHING,
        };
        if asked.is_some() {
            group.focus_stop();
        }
        if focused.is_some() {
            group.take_keys();
        }
        group
    }

    /// Whether one of them has the keyboard's focus.
    pub(super) fn has_focus(&self) -> bool {
        self.has_focus
    }

    /// Chooses one, as if an arrow had led there.
    pub(super) fn choose(&mut self, index: usize) {
        self.stop = index.min(self.count.saturating_sub(1));
        self.picked = Some(Picked::Led(self.stop));
        self.focus_stop();
    }

    fn focus_stop(&self) {
        let id = id_of(&self.ui, self.stop);
        self.ui.memory_mut(|memory| memory.request_focus(id));
    }

    fn take_keys(&mut self) {
        let ui = &self.ui;
        let presses = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let arrows = WAYS.map(|(key, way)| way * presses(key).min(self.count) as isize);
        if arrows.iter().any(|by| *by != 0) {
            // egui goes by the arrows as well, to whatever lies that way.
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
        let most = self.count.saturating_sub(1);
        let to = self.stop.saturating_add_signed(arrows.iter().sum()).min(most);
        if presses(Key::Home) > 0 {
            self.choose(0);
        } else if presses(Key::End) > 0 {
            self.choose(most);
        } else if to != self.stop && self.is_answered {
            self.choose(to);
        } else if to != self.stop {
            self.stop = to;
            self.focus_stop();
        }
    }

    /// Puts the next of them at a place.
    pub(super) fn put(&mut self, look: &Look<'_>, place: Rect, button: &Button<'_>) {
        let index = self.next;
        self.next += 1;
        self.around |= place;
        let is_stop = index == self.stop;
        let sense = if is_stop { Sense::click() } else { Sense::CLICK };
        let response =
            button.show_as(&self.ui, look, place, id_of(&self.ui, index), sense, Role::RadioButton);
        self.tell_of(&response, index);
        if response.clicked() {
            self.picked = Some(Picked::Pressed(index));
        }
    }

    /// What the accessibility tree is told beside the button's name.
    fn tell_of(&self, response: &Response, index: usize) {
        self.ui.ctx().accesskit_node_builder(response.id, |node| {
            node.add_action(Action::Focus);
            node.set_size_of_set(self.count);
            node.set_position_in_set(index + 1);
        });
    }

    /// What was chosen now, after all of them were put.
    pub(super) fn picked(self) -> Option<Picked> {
        let around = self.around;
        self.ui.ctx().accesskit_node_builder(self.ui.unique_id(), |node| {
            node.set_bounds(accesskit::Rect {
                x0: around.min.x.into(),
                y0: around.min.y.into(),
                x1: around.max.x.into(),
                y1: around.max.y.into(),
            });
        });
        self.picked
    }
}

fn id_of(ui: &Ui, index: usize) -> Id {
    ui.scope_id().with(index)
}
