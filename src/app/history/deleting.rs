//! Deleting sessions, or everything that was told, and bringing it back.

use std::collections::BTreeSet;

use super::super::notices::{Offer, Topic};
use super::super::state::State;
use super::History;
use crate::history::{Ledger, days};
use crate::model::Remark;
use crate::store::history::Entry;
use crate::text::brief;
use crate::ui::{Command, Progressing};

/// A longer name is cut where it is told that something was done to a session.
const TOLD: usize = 60;

/// What was taken out at once, to come back at once.
pub(super) struct Deleted {
    pub(super) ids: Vec<String>,
    lines: Ledger,
    /// What the person had said outside sessions.
    pub(super) remarks: Vec<Remark>,
}

impl History {
    /// How many sessions the next bringing back would bring, what was said outside them counting as
    /// one where it is alone.
    pub(in crate::app) fn deleted(&self) -> usize {
        self.deleted.last().map_or(0, |deleted| deleted.ids.len().max(1))
    }

    fn delete(&mut self, ids: Vec<String>, remarks: Vec<Remark>) {
        let lines = self.ledger.take_out(&ids.iter().cloned().collect::<BTreeSet<String>>());
        self.revision += 1;
        self.ledger.unsay(&remarks);
        self.outbox.push(Entry::Delete(ids.clone(), remarks.clone()));
        self.deleted.push(Deleted { ids, lines, remarks });
    }

    /// Brings back what was deleted last; how many sessions that were.
    fn bring_back(&mut self) -> Option<usize> {
        let Deleted { ids, lines, remarks } = self.deleted.pop()?;
        self.ledger.put_back(lines);
        for remark in &remarks {
            self.ledger.say(remark.clone());
        }
        self.revision += 1;
        let count = ids.len();
        self.outbox.push(Entry::BringBack(ids, remarks));
        Some(count)
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
        self.history.delete(vec![id], Vec::new());
        self.say_deleted(text);
    }

    /// Deletes every session and what was said outside them, and offers to bring it all back.
    pub(super) fn delete_all_sessions(&mut self) {
        self.close_dialog();
        let sessions = self.history.ledger.sessions();
        let ids: Vec<String> = sessions.iter().map(|line| line.id.to_string()).collect();
        let remarks = self.history.ledger.remarks().to_vec();
        if ids.is_empty() && remarks.is_empty() {
            return;
        }
        let text = self.words.with("record-deleted-all", &[("n", ids.len().into())]);
        self.history.delete(ids, remarks);
        self.say_deleted(text);
    }

    fn say_deleted(&mut self, text: String) {
        let words = self.words.get("record-bring-back");
        let offer = Offer { words, asked: Command::Progress(Progressing::BringBack) };
        self.notices.say_anew(Topic::Deleted, text, Some(offer));
    }

    /// Brings back what was deleted last.
    pub(super) fn bring_back_sessions(&mut self) {
        if let Some(count) = self.history.bring_back() {
            let text = self.words.with("record-back", &[("n", count.into())]);
            self.notices.say_anew(Topic::Deleted, text, None);
        }
    }
}
