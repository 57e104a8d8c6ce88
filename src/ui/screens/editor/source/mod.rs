//! The source view: the text of the routine's file, with what is wrong in it at its place.

mod banner;
mod color;
mod field;
mod footer;
mod gutter;

use egui::{Rect, Stroke, StrokeKind, Ui};

use super::DeskView;
use crate::model::Severity;
use crate::store::routine_comments::LostComment;
use crate::store::{Place, RonProblem};
use crate::ui::widgets::paint_ground;
use crate::ui::{Command, Look};
pub(super) use banner::banner_ui;

/// Where in the text something is worth telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceMark {
    /// Where.
    pub place: Place,
    /// How bad.
    pub severity: Severity,
    /// Which of the findings.
    pub finding: usize,
}

/// What the source view shows.
#[derive(Clone, Copy)]
pub struct SourceView<'a> {
    /// The text.
    pub text: &'a str,
    /// Why it cannot be read.
    pub problem: Option<&'a RonProblem>,
    /// Nothing can be written here.
    pub is_locked: bool,
    /// The comments that the next change in the cards drops.
    pub lost: &'a [LostComment],
    /// The findings at their places.
    pub marks: &'a [SourceMark],
    /// Where the caret is.
    pub caret: Place,
    /// Where it is to go, in this frame alone.
    pub go_to: Option<Place>,
}

pub(super) fn source_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    let corners = paint_ground(ui, look, rect, look.theme.metrics.radius.button);
    let (text, footer) = rect.split_top_bottom_at_y(rect.bottom() - look.pt(48.0));
    let has_focus = field::field_ui(ui, look, text.shrink(look.pt(4.0)), &view.source, commands);
    footer::footer_ui(ui, look, footer, view, commands);
    if has_focus {
        ui.painter().rect_stroke(rect, corners, Stroke::new(2.0, colors.focus), StrokeKind::Inside);
    }
}
