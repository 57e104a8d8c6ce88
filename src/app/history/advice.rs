//! What the person answers to advice: it was read, or an exercise that hurt may come back.

use super::super::state::State;
use crate::model::{Remark, Said, Stamp};

impl State {
    /// The advice of this kind was read.
    pub(super) fn hear(&mut self, advice: String) {
        self.history.say(Remark { at: self.stamp(), said: Said::Heard(advice) });
    }

    /// The exercise of this id may be suggested again. That counts for all there is of it, even
    /// where a clock was set back since, or a session was written down for later than now.
    pub(super) fn review(&mut self, id: String) {
        let now = self.stamp();
        let number = self.history.ledger.exercises().find(&id);
        let flags = crate::history::flags(&self.history.ledger, self.today());
        let flag = flags.iter().find(|flag| Some(flag.exercise) == number);
        let ms = flag.map_or(0, |flag| flag.at.utc_ms.saturating_sub(now.utc_ms).max(0));
        self.history.say(Remark { at: Stamp::after_ms(now, ms), said: Said::Reviewed(id) });
    }
}
