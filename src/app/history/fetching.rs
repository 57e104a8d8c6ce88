//! Whole sessions, one at a time.

use super::super::state::State;
use super::recorder::Job;

impl State {
    /// Fetches a session whole; it arrives in the history's `fetched`.
    pub(in crate::app) fn fetch_session(&mut self, id: &str) {
        self.history.fetched = None;
        self.follow_recorder();
        self.give_recorder(Job::Fetch(id.to_owned()));
    }
}
