//! Keys that tell a number from 0 to 10, on both sides of a session.

use egui::{Key, Ui};

use crate::model::MOST;
use crate::ui::Checking;
pub(in crate::ui::screens) use crate::ui::keys::pressed;
use crate::ui::widgets::figure_pressed;

/// What the keys tell, where one was pressed: the figures themselves; End for the most and Home for
/// no pain; left and right one less and one more of what was told, unless something has the focus;
/// Delete takes back. Never while the person types.
///
/// An arrow tells nothing where nothing was told: in the player it skips, and who skips to the end
/// presses it once too often. To be asked once all rows of numbers are built: one that has the focus
/// takes these keys for itself.
pub(in crate::ui::screens) fn pain_told(ui: &Ui, value: Option<u8>) -> Option<Checking> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    if let Some(n) = figure_pressed(ui) {
        return Some(Checking::Pain(Some(n)));
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
    let (more, less) = (pressed(ui, Key::ArrowRight), pressed(ui, Key::ArrowLeft));
    let value = value?;
    if more {
        return Some(Checking::Pain(Some((value + 1).min(MOST))));
    }
    less.then(|| Checking::Pain(Some(value.saturating_sub(1))))
}
