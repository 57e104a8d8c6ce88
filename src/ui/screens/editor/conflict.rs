//! Two versions of a routine side by side, and what is to become of them.

use egui::{Rect, Ui};

use super::{ConflictView, DeskView};
use crate::ui::{Command, Look};

pub(super) fn conflict_ui(
    _ui: &mut Ui,
    _look: &Look<'_>,
    _rect: Rect,
    _conflict: &ConflictView<'_>,
    _view: &DeskView<'_>,
    _commands: &mut Vec<Command>,
) {
}
