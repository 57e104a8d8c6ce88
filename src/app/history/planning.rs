//! How the week stands against the plan, counted when something changed.

use super::History;
use crate::history::{AimOffer, AimWeek, aim_offer, days, week};
use crate::model::{Plan, Stamp};

/// What was counted, and for what.
#[derive(Default)]
pub(super) struct Planned {
    of: Option<(u64, Plan, jiff::civil::Date)>,
    pub(super) week: Option<AimWeek>,
    pub(super) offer: Option<AimOffer>,
}

impl History {
    /// Counts anew where something has changed since.
    pub(super) fn follow_plan(&mut self, plan: &Plan, now: Stamp) {
        let today = days::date(now);
        let is_same =
            |of: &(u64, Plan, jiff::civil::Date)| of.0 == self.revision && of.1 == *plan && of.2 == today;
        if self.planned.of.as_ref().is_some_and(is_same) {
            return;
        }
        self.planned = Planned {
            of: Some((self.revision, plan.clone(), today)),
            week: Some(week(&self.ledger, plan, today)),
            offer: aim_offer(&self.ledger, plan, now),
        };
    }
}
