//! source

use egui::{Rect, Ui};

use super::DeskView;
use crate::ui::{Command, Look};

pub(super) fn source_ui(
    _ui: &mut Ui,
    _look: &Look<'_>,
    _rect: Rect,
    _view: &DeskView<'_>,
    _commands: &mut Vec<Command>,
) {
}
