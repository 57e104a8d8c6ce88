//! Keys that tell a number from 0 to 10, on both sides of a session.

use egui::{Key, Ui};

use crate::model::MOST;
use crate::ui::Checking;
pub(in crate::ui::screens) use crate::ui::keys::pressed;

/// The keys of the figures, 0 to 9.
const FIGURES: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// What the keys tell, where one was pressed: the figures themselves; End for the most and Home for
/// nothing; left and right one less and one more, unless something has the focus; Delete takes back.
/// Never while the person types.
pub(in crate::ui::screens) fn pain_told(ui: &Ui, value: Option<u8>) -> Option<Checking> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    for (n, key) in (0..).zip(FIGURES) {
        if pressed(ui, key) {
            return Some(Checking::Pain(Some(n)));
        }
    }
    if pressed(ui, Key::Home) {
        return Some(Checking::Pain(Some(0)));
    }
    if pressed(ui, Key::End) {
        return Some(Checking::Pain(Some(MOST)));
    }
    if pressed(ui, Key::Delete) {
        return Some(Checking::Pain(None));
    }
    if ui.memory(|memory| memory.focused().is_some()) {
        return None;
    }
    if pressed(ui, Key::ArrowRight) {
        return Some(Checking::Pain(Some(value.map_or(0, |n| (n + 1).min(MOST)))));
    }
    pressed(ui, Key::ArrowLeft).then(|| Checking::Pain(value.map(|n| n.saturating_sub(1))))
}
