//! Sessions that can be gone on with: the one that runs is kept as it goes, those that were left wait.

use std::mem::{Discriminant, discriminant};
use std::sync::Arc;
use std::time::Duration;

use super::notices::Topic;
use super::run::Run;
use super::state::{Playing, State};
use super::writer::Writer;
use crate::engine::{self, Session, Timeline};
use crate::model::{BegunRecord, Unfinished};
use crate::store::DataFolder;

/// While nothing else changes, the place is kept as often as this: no more is lost.
const KEPT_EVERY: Duration = Duration::from_secs(10);

/// How many sessions wait at most. Of one routine only the last waits.
const MOST_WAITING: usize = 5;

/// Of a session of hours, what was done is not kept here but in the record alone.
const MOST_BOUTS: usize = 300;

/// Sessions that can be gone on with.
pub(super) struct Keeping {
    /// Those that were left, the last first; without the one that runs.
    waiting: Vec<Unfinished>,
    /// True while the file holds the session that runs.
    has_running: bool,
    writer: Writer,
}

impl Keeping {
    pub(super) fn new(folder: DataFolder, waiting: Vec<Unfinished>) -> Self {
        Self { waiting, has_running: false, writer: Writer::new(folder) }
    }

    /// The session that was left last.
    pub(super) fn first(&self) -> Option<&Unfinished> {
        self.waiting.first()
    }

    /// Writes those that wait, and the one that runs before them.
    fn write(&mut self, running: Option<Unfinished>) {
        self.has_running = running.is_some();
        self.writer.write(running.into_iter().chain(self.waiting.iter().cloned()).collect());
    }

    fn put_first(&mut self, left: Unfinished) {
        self.waiting.retain(|other| other.routine.id != left.routine.id);
        self.waiting.insert(0, left);
        self.waiting.truncate(MOST_WAITING);
    }
}

/// What the session was like when its place was last kept.
pub(super) struct Mark {
    plan: Arc<Timeline>,
    entry: Option<usize>,
    state: Discriminant<engine::State>,
    at: Duration,
}

impl Mark {
    fn of(session: &Session, now: Duration) -> Self {
        Self {
            plan: session.timeline().clone(),
            entry: session.moment(now).map(|moment| moment.entry_index),
            state: discriminant(&session.state()),
            at: now,
        }
    }

    /// True where so much has changed since that the place is worth keeping anew.
    fn is_old(&self, now: &Self, is_moving: bool) -> bool {
        let is_same =
            self.entry == now.entry && self.state == now.state && Arc::ptr_eq(&self.plan, &now.plan);
        !is_same || (is_moving && now.at.saturating_sub(self.at) >= KEPT_EVERY)
    }
}

/// True once leaving would lose something: the first exercise has begun, or had before a jump.
pub(super) fn has_begun(session: &Session, now: Duration) -> bool {
    let first = session.timeline().segments.first().map_or(0, |segment| segment.end_ms);
    session.position(now) >= Duration::from_millis(first) || session.way_back(now).is_some()
}

fn unfinished(playing: &Playing, record: Option<BegunRecord>, now: Duration) -> Option<Unfinished> {
    let session = playing.run.session();
    let routine = playing.kept_as.as_ref().filter(|_| has_begun(session, now))?;
    let left = Unfinished { record, ..session.unfinished(routine, now)? };
    // More would not fit into the file. Gone on with, such a session has a second record.
    let is_long = left.bouts.len() > MOST_BOUTS;
    Some(if is_long { Unfinished { bouts: Vec::new(), record: None, ..left } } else { left })
}

impl State {
    /// Keeps the place of the session that runs, where it has moved on enough.
    pub(super) fn keep_place(&mut self, now: Duration) {
        if let Some(playing) = &mut self.playing {
            let mark = Mark::of(playing.run.session(), now);
            let is_moving = playing.run.is_moving();
            if playing.mark.as_ref().is_none_or(|last| last.is_old(&mark, is_moving)) {
                playing.mark = Some(mark);
                let running = unfinished(playing, self.history.begun(now), now);
                if running.is_some() || self.keeping.has_running {
                    self.keeping.write(running);
                }
            }
        }
        match self.keeping.writer.outcome() {
            Some(Ok(())) => self.notices.mended(&Topic::Unfinished),
            // That nothing at all can be saved has been said.
            Some(Err(_)) if self.notices.knows(&Topic::Folder) => {}
            Some(Err(problem)) => {
                let text = self.words.with("banner-unfinished-not-kept", &[("problem", problem.into())]);
                self.notices.say(Topic::Unfinished, text);
            }
            None => {}
        }
    }

    fn unfinished(&self, now: Duration) -> Option<Unfinished> {
        self.playing.as_ref().and_then(|playing| unfinished(playing, self.history.begun(now), now))
    }

    /// The program ends: keeps the place and what else is not written yet.
    pub fn close(&mut self, now: Duration) {
        let running = self.unfinished(now);
        if running.is_some() {
            self.keeping.write(running);
        }
        self.keep_what_was_typed();
        self.end_record();
        self.follow_recorder();
        self.keep_drafts();
        self.keep_settings();
    }

    /// Puts the session that runs with those that wait.
    pub(super) fn put_by(&mut self, now: Duration) {
        if let Some(left) = self.unfinished(now) {
            self.keeping.put_first(left);
        }
    }

    /// Nothing runs any more.
    pub(super) fn keep_none_running(&mut self) {
        self.keep_what_was_typed();
        self.end_record();
        let was_kept = self.playing.as_ref().is_some_and(|playing| playing.kept_as.is_some());
        self.playing = None;
        if was_kept {
            self.keeping.write(None);
        }
    }

    /// Goes on with the session that was left last.
    pub(super) fn go_on_with_unfinished(&mut self, now: Duration) {
        let Some(left) = self.keeping.first().cloned() else { return };
        let Some(session) = Session::resumed(&left, &self.content.catalog, now) else {
            let text = self.words.with("banner-nothing-runs", &[("name", left.routine.name.clone().into())]);
            self.notices.say(Topic::Routine, text);
            return;
        };
        self.keeping.waiting.remove(0);
        self.open_player(Run::going(session), left.routine);
        self.keep_to_go_on_with();
        self.go_on_with_record(left.record, now);
    }

    /// Lets the session that was left last go.
    pub(super) fn let_unfinished_go(&mut self) {
        if !self.keeping.waiting.is_empty() {
            self.keeping.waiting.remove(0);
            self.keeping.write(None);
        }
    }
}
