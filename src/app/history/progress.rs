//! The Progress screen: what it sees of the record, and what it asks for.

use std::time::Duration;

use jiff::civil::Date;

use super::super::hall;
use super::super::state::State;
use super::{History, Standing};
use crate::figure::Look;
use crate::history::chart::Doses;
use crate::history::{Filter, FlagKind, Ledger, Overview, flags, left_out};
use crate::model::Plan;
use crate::ui::screens::progress::{Beginning, Figures, PlanDesk, ProgressView, RecordStanding};
use crate::ui::theme::Theme;
use crate::ui::{ProgressPart, Progressing};

/// What was counted, and for what.
#[derive(Default)]
pub(super) struct Counted {
    of: Option<(u64, Filter, Date)>,
    /// The plan the figures have room for.
    plan: Option<Plan>,
    /// The exercises are counted when they are shown: they take longest.
    has_exercises: bool,
    overview: Overview,
    figures: Figures,
    /// How much of the exercise that is open was done, by its id.
    course: Option<(String, Doses)>,
    hurting: Vec<String>,
}

impl History {
    /// Counts anew where something has changed since.
    fn count(&mut self, today: Date, plan: &Plan) {
        let of = Some((self.revision, self.filter.clone(), today));
        if self.counted.of != of {
            let overview = Overview::at_a_glance(&self.ledger, &self.filter, today);
            self.counted = Counted { of, overview, ..Counted::default() };
        }
        let counted = &mut self.counted;
        if counted.plan.as_ref() != Some(plan) {
            counted.figures = Figures::of(&counted.overview, plan);
            counted.plan = Some(plan.clone());
        }
        if self.part == ProgressPart::Exercises && !counted.has_exercises {
            let overview = std::mem::take(&mut counted.overview);
            counted.overview = overview.with_exercises(&self.ledger, &self.filter, today);
            counted.hurting = hurting(&self.ledger, today);
            counted.has_exercises = true;
        }
        let open = self.exercise.as_deref();
        if counted.course.as_ref().map(|(id, _)| id.as_str()) != open {
            let course =
                open.and_then(|id| Some((id.to_owned(), counted.figures.course(&counted.overview, id)?)));
            counted.course = course;
        }
    }

    fn record_standing(&self) -> RecordStanding<'_> {
        match &self.standing {
            Standing::Reading => RecordStanding::Reading,
            Standing::Ready => RecordStanding::Ready,
            Standing::Closed(reason) => RecordStanding::Closed(reason),
        }
    }
}

/// Ids of the exercises that hurt and were not reviewed since, in order.
fn hurting(ledger: &Ledger, today: Date) -> Vec<String> {
    let hurt = left_out(ledger, &flags(ledger, today), FlagKind::Hurt);
    hurt.into_iter().map(str::to_owned).collect()
}

impl State {
    /// Shows the Progress screen's view of the record to `show`.
    pub(in crate::app) fn with_progress<R>(
        &mut self,
        theme: &Theme,
        show: impl FnOnce(&ProgressView<'_>, &Self) -> R,
    ) -> R {
        let today = self.today();
        self.history.count(today, &self.settings.plan);
        let now = self.stamp();
        self.history.follow_plan(&self.settings.plan, now);
        if self.history.ledger.sessions().is_empty() {
            self.draw_hall(theme);
            self.history.look_ahead(&self.hall, &self.settings.plan, now);
        }
        let history = &self.history;
        let routines: Vec<(&str, &str)> =
            self.hall.iter().map(|entry| (entry.id.as_str(), entry.name.as_str())).collect();
        let view = ProgressView {
            standing: history.record_standing(),
            part: history.part,
            filter: &history.filter,
            today,
            overview: &history.counted.overview,
            ledger: &history.ledger,
            figures: &history.counted.figures,
            hurting: &history.counted.hurting,
            exercise: history.exercise.as_deref(),
            course: history.counted.course.as_ref().map(|(_, doses)| doses),
            beginning: self.something_small(),
            catalog: &self.content.catalog,
            plan: &self.settings.plan,
            desk: PlanDesk {
                routines: &routines,
                week: history.planned.week.as_ref(),
                offer: history.planned.offer,
            },
            deleted: history.deleted(),
        };
        show(&view, self)
    }

    /// What to begin with: the same that Today suggests.
    fn something_small(&self) -> Option<Beginning<'_>> {
        let suggested = &self.history.outlook.suggestion.as_ref()?.routine;
        let entry = self.hall.iter().find(|entry| entry.id == *suggested)?;
        Some(Beginning {
            id: &entry.id,
            name: &entry.name,
            total_ms: entry.total_ms,
            scene: entry.scene.as_ref(),
        })
    }

    /// Draws the pictures of the routines in a theme, where they are missing.
    pub(in crate::app) fn draw_hall(&mut self, theme: &Theme) {
        if self.hall_dark != Some(theme.dark) {
            self.hall.iter_mut().for_each(|entry| entry.scene = None);
            self.hall_dark = Some(theme.dark);
        }
        let look = Look { body: &self.body, palette: &theme.figure, glow: 1.0 };
        hall::draw(&mut self.hall, &mut self.stage, &look);
    }

    /// Does what the Progress screen asks for.
    pub(in crate::app) fn progress(&mut self, asked: Progressing, _now: Duration) {
        match asked {
            Progressing::Period(period) => self.history.filter.period = period,
            Progressing::Routine(routine) => self.history.filter.routine = routine,
            Progressing::Part(part) => self.history.part = part,
            Progressing::Exercise(exercise) => self.history.exercise = exercise,
            Progressing::Plan(plan) => self.change_settings(|settings| settings.plan = *plan),
            Progressing::AskExport(kind) => self.ask_export(kind),
            Progressing::AskImport => self.ask_import(),
            Progressing::Open(id) => self.open_session(id),
            Progressing::Add => self.add_session(),
            Progressing::Change(record) => self.change_session(*record),
            Progressing::Write(asked) => self.write_session(asked),
            Progressing::Keep => self.keep_session(),
            Progressing::Close => self.put_session_away(),
            Progressing::Delete(id) => self.delete_session(id),
            Progressing::AskDeleteAll => self.ask_to_delete_sessions(),
            Progressing::DeleteAll => self.delete_all_sessions(),
            Progressing::BringBack => self.bring_back_sessions(),
            Progressing::AskDeleted => self.ask_deleted(),
            Progressing::BringOneBack(id) => self.bring_one_back(id),
            Progressing::BringSaidBack => self.bring_said_back(),
            Progressing::BringAllBack => self.bring_all_back(),
            Progressing::Review(id) => self.review(id),
        }
    }
}
