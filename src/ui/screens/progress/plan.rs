//! The plan: what it is for, how much in a week, and when.

use egui::{Rect, Ui, vec2};

use super::ProgressView;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, text_ui};
use crate::ui::{Command, Look};

/// Builds the plan over a rectangle.
pub(super) fn plan_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    _commands: &mut Vec<Command>,
) {
    let line = rect.shrink2(vec2(look.pt(32.0), 0.0)).with_max_y(rect.top() + look.pt(32.0));
    let text = Text::new(&view.plan.goal, look.font(Size::Body, Face::Regular), look.theme.colors.ink);
    text_ui(ui, line, "plan-goal", &text);
}
