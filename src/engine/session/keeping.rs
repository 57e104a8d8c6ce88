//! A session put away before its end, and gone on with later.

use std::sync::Arc;
use std::time::Duration;

use super::{COUNT_IN, Session, State};
use crate::catalog::Catalog;
use crate::engine::{Options, compile};
use crate::model::{PlanChange, Routine, Unfinished, What};

/// No more is prepared for than this, whatever a file says.
const LONGEST_LEAD_IN: Duration = Duration::from_mins(1);

/// More work than any person's changes make, in segments: what a file asks for beyond is left out.
const MOST_REPLAYED: usize = 2_000_000;

/// Longer than any rest, in milliseconds.
const LONGEST_MS: u64 = 3_600_000;

impl Session {
    /// All it takes to go on with this session later; `None` when it is over. `routine` is what it
    /// was compiled from.
    #[must_use]
    pub fn unfinished(&self, routine: &Arc<Routine>, now: Duration) -> Option<Unfinished> {
        if self.state() == State::Over {
            return None;
        }
        Some(Unfinished {
            routine: routine.clone(),
            at: self.inside(now),
            lead_in_ms: self.options.lead_in_ms,
            rest_ms: self.options.rest_ms,
            switch_ms: self.options.switch_ms,
            changes: self.changes.clone(),
            happened: self.happened.clone(),
            bouts: self.tally.if_left(&self.timeline, self.counted(now)),
            record: None,
        })
    }

    /// Goes on where a session was left, after time to get back into position; `None` when nothing
    /// of it runs.
    #[must_use]
    pub fn resumed(left: &Unfinished, catalog: &Catalog, now: Duration) -> Option<Self> {
        let options = Options {
            lead_in_ms: left.lead_in_ms.min(LONGEST_MS),
            rest_ms: left.rest_ms.min(LONGEST_MS),
            switch_ms: left.switch_ms.min(LONGEST_MS),
        };
        let timeline = compile(&left.routine, catalog, &options).0;
        if timeline.segments.is_empty() {
            return None;
        }
        let mut session = Self::new(Arc::new(timeline), options, now);
        session.replay(left, catalog);
        let end = session.total().saturating_sub(Duration::from_millis(1));
        let at = left.at.min(end);
        session.happened.clone_from(&left.happened);
        session.record(at, What::Resumed);
        session.tally.go_on_from(&session.timeline, at, &left.bouts);
        let lead_in = Duration::from_millis(options.lead_in_ms).clamp(COUNT_IN, LONGEST_LEAD_IN);
        session.enter(State::CountIn { until: now + lead_in }, at, now);
        Some(session)
    }

    /// Changes the plan as it was changed before.
    fn replay(&mut self, left: &Unfinished, catalog: &Catalog) {
        let mut work = 0;
        for change in &left.changes {
            work += self.timeline.segments.len();
            if work > MOST_REPLAYED {
                break;
            }
            let (changed, speed) = self.timeline.changed(change, catalog, &self.options, self.speed);
            match change {
                PlanChange::Longer { segment } => self.tally.lengthen(&self.timeline, &changed, *segment),
                PlanChange::Speed(_) => {
                    self.tally.follow_speed(&changed, speed / self.speed, Duration::ZERO);
                }
                _ => {}
            }
            self.timeline = Arc::new(changed);
            self.speed = speed;
            self.changes.push(change.clone());
        }
    }
}
