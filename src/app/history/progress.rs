//! The Progress screen: what it sees of the record, and what it asks for.

use std::time::Duration;

use jiff::civil::Date;

use super::super::state::State;
use super::{History, Standing};
use crate::history::{Filter, Overview};
use crate::ui::screens::progress::{ProgressView, RecordStanding};
use crate::ui::{ProgressPart, Progressing};

/// What was counted, and for what.
#[derive(Default)]
pub(super) struct Counted {
    of: Option<(u64, Filter, Date)>,
    /// The exercises are counted when they are shown: they take longest.
    has_exercises: bool,
    overview: Overview,
}

impl History {
    /// Counts anew where something has changed since.
    fn count(&mut self, today: Date) {
        let of = Some((self.revision, self.filter.clone(), today));
        if self.counted.of != of {
            let overview = Overview::at_a_glance(&self.ledger, &self.filter, today);
            self.counted = Counted { of, has_exercises: false, overview };
        }
        if self.part == ProgressPart::Exercises && !self.counted.has_exercises {
            let overview = std::mem::take(&mut self.counted.overview);
            self.counted.overview = overview.with_exercises(&self.ledger, &self.filter, today);
            self.counted.has_exercises = true;
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

impl State {
    /// Shows the Progress screen's view of the record to `show`.
    pub(in crate::app) fn with_progress<R>(&mut self, show: impl FnOnce(&ProgressView<'_>, &Self) -> R) -> R {
        let today = self.today();
        self.history.count(today);
        let history = &self.history;
        let view = ProgressView {
            standing: history.record_standing(),
            part: history.part,
            filter: &history.filter,
            today,
            overview: &history.counted.overview,
            ledger: &history.ledger,
            plan: &self.settings.plan,
        };
        show(&view, self)
    }

    /// Does what the Progress screen asks for.
    pub(in crate::app) fn progress(&mut self, asked: Progressing, _now: Duration) {
        match asked {
            Progressing::Period(period) => self.history.filter.period = period,
            Progressing::Routine(routine) => self.history.filter.routine = routine,
            Progressing::Part(part) => self.history.part = part,
            Progressing::Plan(plan) => self.change_settings(|settings| settings.plan = *plan),
            _ => {}
        }
    }
}
