//! Progress: what was done, how it felt, and what is planned.

mod calendar;
mod card;
mod course;
mod exercises;
mod figures;
mod frame;
mod overview;
mod pain;
mod plan;
mod row_ground;
mod sessions;
mod standing;
mod tables;
mod texture;
mod tip;
mod top;
mod weeks;

use egui::{Rect, Ui, UiBuilder};
use jiff::civil::Date;

pub use figures::Figures;
pub use plan::PlanDesk;

use crate::catalog::Catalog;
use crate::figure::Scene;
use crate::history::chart::Doses;
use crate::history::{Filter, Ledger, Overview};
use crate::model::Plan;
use crate::ui::{Command, Look, ProgressPart};

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

/// Something small to begin with, where nothing was done yet.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    /// Id of the routine.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// How long it takes, in milliseconds.
    pub total_ms: u64,
    /// The figure of its first exercise.
    pub scene: Option<&'a Scene>,
}

/// What the screen shows.
#[derive(Clone, Copy)]
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
    /// What the figures are drawn from.
    pub figures: &'a Figures,
    /// Ids of the exercises that hurt and were not reviewed since, in order.
    pub hurting: &'a [String],
    /// The exercise whose course is shown.
    pub exercise: Option<&'a str>,
    /// How much of it was done.
    pub course: Option<&'a Doses>,
    /// Something small to begin with.
    pub beginning: Option<Beginning<'a>>,
    /// Names of other exercises.
    pub catalog: &'a Catalog,
    /// What the person means to do.
    pub plan: &'a Plan,
    /// What the plan is made with.
    pub desk: PlanDesk<'a>,
    /// How many deleted sessions can be brought back.
    pub deleted: usize,
}

impl ProgressView<'_> {
    /// Whether there is a record to look at.
    fn has_record(&self) -> bool {
        self.standing == RecordStanding::Ready && !self.ledger.sessions().is_empty()
    }
}

/// Builds the screen over a rectangle.
pub fn progress_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("progress"), |ui| {
        let bottom = top::top_ui(ui, look, rect, view, commands);
        let rest = rect.with_min_y(bottom.min(rect.bottom()));
        match view.part {
            ProgressPart::Plan => plan::plan_ui(ui, look, rest, view, commands),
            _ if !view.has_record() => standing::standing_ui(ui, look, rest, view, commands),
            ProgressPart::Overview => overview::overview_ui(ui, look, rest, view),
            ProgressPart::Exercises => exercises::exercises_ui(ui, look, rest, view, commands),
            ProgressPart::Sessions => sessions::sessions_ui(ui, look, rest, view, commands),
        }
    });
}
