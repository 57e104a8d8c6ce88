//! Deleting sessions, and bringing them back.

use std::collections::BTreeSet;

use super::super::notices::{Offer, Topic};
use super::super::state::State;
use super::History;
use crate::history::{Ledger, days};
use crate::store::history::Entry;
use crate::text::brief;
use crate::ui::{Command, Progressing};

/// A longer name is cut where it is told that something was done to a session.
const TOLD: usize = 60;

/// What was taken out at once, to come back at once.
pub(super) struct Deleted {
    ids: Vec<String>,
    lines: Ledger,
}

impl History {
    /// How many sessions the next bringing back would bring.
    pub(in crate::app) fn deleted(&self) -> usize {
        self.deleted.last().map_or(0, |deleted| deleted.ids.len())
    }

    fn delete(&mut self, ids: Vec<String>) {
        let lines = self.ledger.take_out(&ids.iter().cloned().collect::<BTreeSet<String>>());
        self.revision += 1;
        self.outbox.push(Entry::Delete(ids.clone()));
        self.deleted.push(Deleted { ids, lines });
    }

    /// Brings back what was deleted last; how many sessions that were.
    fn bring_back(&mut self) -> usize {
        let Some(Deleted { ids, lines }) = self.deleted.pop() else { return 0 };
        self.ledger.put_back(lines);
        self.revision += 1;
        let count = ids.len();
        self.outbox.push(Entry::BringBack(ids));
        count
    }
}

impl State {
    /// Deletes a session, and offers to bring it back.
    pub(super) fn delete_session(&mut self, id: String) {
        let Some(line) = self.history.ledger.session(&id) else { return };
        let name = self.history.ledger.routines().name(line.routine);
        let day = self.words.day_seen(days::date(line.began), self.today());
        let text =
            self.words.with("record-deleted", &[("name", brief(name, TOLD).into()), ("day", day.into())]);
        self.close_session(&id);
        self.history.delete(vec![id]);
        self.say_deleted(text);
    }

    /// Deletes every session, and offers to bring them back.
    pub(super) fn delete_all_sessions(&mut self) {
        self.close_dialog();
        let sessions = self.history.ledger.sessions();
        let ids: Vec<String> = sessions.iter().map(|line| line.id.to_string()).collect();
        if ids.is_empty() {
            return;
        }
        let text = self.words.with("record-deleted-all", &[("n", ids.len().into())]);
        self.history.delete(ids);
        self.say_deleted(text);
    }

    fn say_deleted(&mut self, text: String) {
        let words = self.words.get("record-bring-back");
        let offer = Offer { words, asked: Command::Progress(Progressing::BringBack) };
        self.notices.say_anew(Topic::Deleted, text, Some(offer));
    }

    /// Brings back what was deleted last.
    pub(super) fn bring_back_sessions(&mut self) {
        let count = self.history.bring_back();
        if count > 0 {
            let text = self.words.with("record-back", &[("n", count.into())]);
            self.notices.say_anew(Topic::Deleted, text, None);
        }
    }
}
