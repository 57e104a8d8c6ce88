//! Whole sessions, one at a time.

use super::super::state::State;
use super::Entry;
use crate::model::KeptSession;

impl State {
    /// Fetches a session whole; it arrives in the history's `fetched`.
    pub(super) fn fetch_session(&mut self, id: &str) {
        let kept = self.history.outbox.iter().rev().find_map(|entry| match entry {
            Entry::Put(record, _) if record.id == id => Some(record),
            _ => None,
        });
        self.history.fetched =
            kept.map(|record| KeptSession { record: (**record).clone(), routine_text: String::new() });
    }
}
