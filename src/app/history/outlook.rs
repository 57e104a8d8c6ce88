//! What follows of the record for today, worked out once and again when something has changed.

use super::super::hall::HallEntry;
use super::History;
use crate::history::{
    AimOffer, AimWeek, Asked, Flag, FlagKind, Reset, RoutineFacts, SeeSomeone, Suggestion, aim_offer, days,
    flags, left_out, reset, see_someone, suggest, week,
};
use crate::model::{Plan, Stamp};

/// What follows of the record for today.
#[derive(Default)]
pub(in crate::app) struct Outlook {
    /// What it was worked out from: the record's revision, the minute, the plan.
    of: Option<(u64, i64, Plan)>,
    pub(in crate::app) suggestion: Option<Suggestion>,
    pub(in crate::app) reset: Option<Reset>,
    pub(in crate::app) flags: Vec<Flag>,
    pub(in crate::app) advice: Option<SeeSomeone>,
    pub(in crate::app) week: Option<AimWeek>,
    pub(in crate::app) offer: Option<AimOffer>,
}

impl Outlook {
    /// The routines have changed.
    pub(in crate::app) fn forget(&mut self) {
        self.of = None;
    }
}

impl History {
    /// Works out what follows for today, where that is not known yet.
    pub(in crate::app) fn look_ahead(&mut self, hall: &[HallEntry], plan: &Plan, now: Stamp) {
        let of = Some((self.revision, now.local_ms().div_euclid(60_000), plan.clone()));
        if self.outlook.of == of {
            return;
        }
        let ledger = &self.ledger;
        let today = days::date(now);
        let routines: Vec<RoutineFacts> = hall.iter().map(|entry| entry.facts.clone()).collect();
        let flags = flags(ledger, today);
        let hurt = left_out(ledger, &flags, FlagKind::Hurt);
        let wary = left_out(ledger, &flags, FlagKind::Rose);
        let asked = Asked { ledger, plan, routines: &routines, hurt: &hurt, wary: &wary, now };
        self.outlook = Outlook {
            of,
            suggestion: suggest(&asked),
            reset: reset(&asked),
            advice: see_someone(ledger, now),
            week: Some(week(ledger, plan, today)),
            offer: aim_offer(ledger, plan, now),
            flags,
        };
    }
}
