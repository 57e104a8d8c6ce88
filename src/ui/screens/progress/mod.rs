//! Progress: what was done, how it felt, and what is planned.

mod plan;

use egui::{Rect, Ui, UiBuilder, vec2};
use jiff::civil::Date;

use crate::history::{Filter, Ledger, Overview};
use crate::model::Plan;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, text_ui};
use crate::ui::{Command, Look, ProgressPart};

pub use plan::{PlanDesk, plan_ui};

/// How far the record can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordStanding<'a> {
    /// It is being read.
    Reading,
    /// It is there.
    Ready,
    /// It cannot be used, for this reason; sessions run all the same.
    Closed(&'a str),
}

/// What the screen shows.
#[derive(Clone, Copy, Debug)]
pub struct ProgressView<'a> {
    /// How far the record can be used.
    pub standing: RecordStanding<'a>,
    /// Which part is shown.
    pub part: ProgressPart,
    /// Which sessions are looked at.
    pub filter: &'a Filter,
    /// The day it is.
    pub today: Date,
    /// What they add up to.
    pub overview: &'a Overview,
    /// Every session.
    pub ledger: &'a Ledger,
    /// What the person means to do.
    pub plan: &'a Plan,
    /// What the plan is made with.
    pub desk: PlanDesk<'a>,
    /// How many deleted sessions can be brought back.
    pub deleted: usize,
}

/// Builds the screen over a rectangle.
pub fn progress_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    _commands: &mut Vec<Command>,
) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("progress"), |ui| {
        let inner = rect.shrink2(vec2(look.pt(32.0), look.pt(26.0)));
        let title = look.words.get("rail-progress");
        let text = Text::new(&title, look.font(Size::Title, Face::Bold), look.theme.colors.ink);
        text_ui(ui, inner.with_max_y(inner.top() + look.pt(44.0)), "progress-title", &text);
        let key = match view.standing {
            RecordStanding::Reading => "progress-reading",
            RecordStanding::Closed(_) => "progress-closed",
            RecordStanding::Ready => "progress-empty",
        };
        let line = look.words.get(key);
        let text = Text::new(&line, look.font(Size::Body, Face::Regular), look.theme.colors.quiet).rows(3);
        text_ui(ui, inner.with_min_y(inner.top() + look.pt(52.0)), "progress-line", &text);
    });
}
