//! What is asked before and after a session.

use std::time::Duration;

use super::super::state::State;
use crate::ui::Checking;

impl State {
    /// Does what was answered before or after a session.
    pub(in crate::app) fn check(&mut self, asked: Checking, _now: Duration) {
        match asked {
            Checking::AskBefore(ask) => self.change_settings(|settings| settings.ask_before = ask),
            Checking::Heard(advice) => self.hear(advice),
            _ => {}
        }
    }
}
