//! What was done in all sessions in one row, in the order of the sessions: counting reads it straight
//! through, where a hundred thousand places of their own would each be waited for.

use super::{BoutLine, Ledger, SessionLine, order};

impl Ledger {
    /// What was done in a session of this ledger, in order.
    #[must_use]
    pub fn bouts(&self, session: &SessionLine) -> &[BoutLine] {
        self.bouts.get(session.bouts.clone()).unwrap_or_default()
    }

    /// Puts a session in at a place.
    pub(super) fn insert(&mut self, at: usize, mut session: SessionLine, bouts: &[BoutLine]) {
        let from = self.sessions.get(at).map_or(self.bouts.len(), |next| next.bouts.start);
        self.bouts.splice(from..from, bouts.iter().copied());
        session.bouts = from..from + bouts.len();
        self.sessions.insert(at, session);
        self.move_up(at + 1);
    }

    /// Takes the session at a place out.
    pub(super) fn cut(&mut self, at: usize) {
        let session = self.sessions.remove(at);
        self.bouts.drain(session.bouts);
        self.move_up(at);
    }

    /// Lets the sessions from a place on follow the one before.
    fn move_up(&mut self, from: usize) {
        let mut start = from.checked_sub(1).map_or(0, |before| self.sessions[before].bouts.end);
        for session in &mut self.sessions[from..] {
            session.bouts = start..start + session.bouts.len();
            start = session.bouts.end;
        }
    }

    /// Adds a session behind all others; [`Self::lay_in_order`] has to follow.
    pub(super) fn push(&mut self, mut session: SessionLine, bouts: impl IntoIterator<Item = BoutLine>) {
        let from = self.bouts.len();
        self.bouts.extend(bouts);
        session.bouts = from..self.bouts.len();
        self.sessions.push(session);
    }

    /// Brings the sessions into order, and what was done in them into one row without gaps.
    pub(super) fn lay_in_order(&mut self) {
        self.sessions.sort_by(|one, other| order(one).cmp(&order(other)));
        let mut row = Vec::with_capacity(self.sessions.iter().map(|session| session.bouts.len()).sum());
        for session in &mut self.sessions {
            let from = row.len();
            row.extend_from_slice(&self.bouts[session.bouts.clone()]);
            session.bouts = from..row.len();
        }
        self.bouts = row;
    }
}
