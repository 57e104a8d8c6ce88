//! The record of the session in the player, written as the session goes.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use super::super::state::{Playing, State};
use super::History;
use super::recorder::Job;
use crate::engine::{Session, State as Doing};
use crate::model::{BegunRecord, BoutRecord, Feeling, Origin, Routine, SessionEnd, SessionRecord, Stamp};
use crate::store::history::Entry;
use crate::store::ron_layout::write_routine;

/// More stretches than this are written with the whole record.
const MOST_BY_ITSELF: usize = 8;

/// How the session in the player is followed.
#[derive(Default)]
pub(super) struct Recording {
    /// When the round that is recorded began to be followed: on the session's clock and of the day.
    since: Option<(Duration, Stamp)>,
    /// How long the session took before that, in milliseconds.
    earlier_ms: u64,
    /// The round that is recorded.
    round: u32,
    /// What was performed when it was looked at last.
    revision: u64,
    /// When it was looked at last.
    last: Duration,
    /// Id of the session, while what the person said of it before is not known here yet.
    pub(super) unread: Option<String>,
}

impl Recording {
    fn took_ms(&self, now: Duration) -> u64 {
        let since = self.since.map_or(now, |(since, _)| since);
        self.earlier_ms + now.saturating_sub(since).as_millis() as u64
    }
}

impl History {
    /// The record of the session that runs, for going on with it later.
    pub(in crate::app) fn begun(&self, now: Duration) -> Option<BegunRecord> {
        let SessionRecord { id, began, .. } = self.running.as_ref()?;
        Some(BegunRecord { id: id.clone(), began: *began, took_ms: self.recording.took_ms(now) })
    }

    /// Follows a session by what it has done so far.
    fn follow(&mut self, session: &Session, routine: &Routine, stamp: Stamp, now: Duration) {
        self.recording.last = now;
        if session.round() != self.recording.round {
            self.ended = self.running.take();
            self.recording = Recording { round: session.round(), last: now, ..Recording::default() };
        }
        let (_, began) = *self.recording.since.get_or_insert((now, stamp));
        if self.running.is_none() && session.has_worked(now) {
            self.begin(began, routine, session);
        }
        let is_over = session.state() == Doing::Over;
        let took_ms = self.recording.took_ms(now);
        let Some(running) = &mut self.running else { return };
        let end = if is_over { SessionEnd::Finished } else { SessionEnd::Open };
        let has_turned = std::mem::replace(&mut running.end, end) != end;
        if has_turned || session.performed_revision() != self.recording.revision {
            self.recording.revision = session.performed_revision();
            running.took_ms = took_ms;
            let before = std::mem::replace(&mut running.bouts, session.performed().to_vec());
            self.write_down(&before, has_turned);
        }
    }

    fn begin(&mut self, began: Stamp, routine: &Routine, session: &Session) {
        let record = SessionRecord {
            id: new_id(began),
            began,
            took_ms: 0,
            end: SessionEnd::Open,
            origin: Origin::Run,
            routine: routine.id.clone(),
            routine_name: routine.name.clone(),
            before: std::mem::take(&mut self.before),
            after: Feeling::default(),
            effort: None,
            note: String::new(),
            bouts: session.performed().to_vec(),
        };
        self.recording.revision = session.performed_revision();
        self.running = Some(record.clone());
        self.put(record, write_routine(routine, "").ok());
    }

    /// Writes what is new in the record that runs.
    fn write_down(&mut self, before: &[BoutRecord], is_whole: bool) {
        let Some(running) = &self.running else { return };
        let bouts = running.bouts.iter().enumerate();
        let new: Vec<_> = bouts.filter(|(index, bout)| before.get(*index) != Some(*bout)).collect();
        if is_whole || running.bouts.len() < before.len() || new.len() > MOST_BY_ITSELF {
            self.outbox.push(Entry::Run(Box::new(running.clone())));
        } else {
            let entries = new.into_iter().map(|(index, bout)| Entry::Bout {
                session: running.id.clone(),
                index,
                bout: bout.clone(),
                took_ms: running.took_ms,
            });
            self.outbox.extend(entries);
        }
        self.ledger.put(running);
        self.revision += 1;
    }

    /// The session is in the player no more.
    fn end(&mut self, session: &Session) {
        let last = self.recording.last;
        let took_ms = self.recording.took_ms(last);
        if let Some(running) = self.running.as_mut().filter(|running| running.end == SessionEnd::Open) {
            running.end = SessionEnd::Left;
            running.took_ms = took_ms;
            running.bouts = session.performed_if_left(last);
            self.write_down(&[], true);
        }
        if let Some(ended) = self.running.take() {
            self.ended = Some(ended);
        }
        self.recording = Recording::default();
    }
}

impl State {
    /// Puts down what the session in the player has done since the last look.
    pub(in crate::app) fn record_session(&mut self, now: Duration) {
        let stamp = self.stamp();
        if let Some(Playing { run, routine, .. }) = &self.playing {
            self.history.follow(run.session(), routine, stamp, now);
        }
    }

    /// The session in the player, where there is one, ends here.
    pub(in crate::app) fn end_record(&mut self) {
        if let Some(playing) = &self.playing {
            self.history.end(playing.run.session());
        }
    }

    /// The session in the player was begun before, and its record with it.
    pub(in crate::app) fn go_on_with_record(&mut self, begun: Option<BegunRecord>, now: Duration) {
        let (Some(begun), Some(playing)) = (begun, &self.playing) else { return };
        let stamp = self.stamp();
        let known = self.history.ledger.session(&begun.id);
        let feeling = |pain| Feeling { pain, ..Feeling::default() };
        self.history.running = Some(SessionRecord {
            id: begun.id.clone(),
            began: begun.began,
            took_ms: begun.took_ms,
            end: SessionEnd::Left,
            origin: Origin::Run,
            routine: playing.routine.id.clone(),
            routine_name: playing.routine.name.clone(),
            before: feeling(known.and_then(|line| line.before)),
            after: feeling(known.and_then(|line| line.after)),
            effort: known.and_then(|line| line.effort),
            note: String::new(),
            bouts: playing.run.session().performed().to_vec(),
        });
        self.history.recording = Recording {
            since: Some((now, stamp)),
            earlier_ms: begun.took_ms,
            last: now,
            unread: Some(begun.id.clone()),
            ..Recording::default()
        };
        self.follow_recorder();
        self.give_recorder(Job::Fetch(begun.id));
    }
}

/// Made once and never again: the time, and what no other window has.
fn new_id(began: Stamp) -> String {
    let chance = unlike_any_other();
    let (ms, process) = (began.utc_ms.unsigned_abs(), std::process::id());
    format!("{ms:011x}{:04x}{chance:016x}", process & 0xffff)
}

/// A number that nobody else has drawn.
pub(super) fn unlike_any_other() -> u64 {
    // The system's own randomness, by way of what protects hash maps.
    let seed = RandomState::new().hash_one(std::process::id());
    fastrand::Rng::with_seed(seed).u64(..)
}
