//! One run of a routine: a timeline, a playhead on it, and what has happened so far.

mod bout_log;
mod changes;
mod keeping;
mod tally;
mod way_back;

use std::sync::Arc;
use std::time::Duration;

pub use self::bout_log::done_as_planned;
use self::tally::Tally;
use self::way_back::WayBack;
use super::transport::{State, Transport};
use super::{Moment, Options, SegmentKind, Timeline};
use crate::catalog::Catalog;
use crate::model::{BoutRecord, Happening, PlanChange, What};

/// The clock may stand still this long before the machine is taken to have slept.
const SLEPT_AFTER: Duration = Duration::from_secs(2);

/// Counting back in after a pause in mid-work.
const COUNT_IN: Duration = Duration::from_secs(3);

/// Pressing back later than this into a stretch restarts it; earlier, it goes to the one before.
const BACK_RESTARTS_AFTER: Duration = Duration::from_secs(2);

/// The speeds a session can run at.
pub const SPEEDS: std::ops::RangeInclusive<f64> = 0.5..=1.5;

/// What a person can do to a running session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Pause, or go on.
    TogglePause,
    /// Restart this stretch, or the one before.
    Back,
    /// To the next stretch.
    Skip,
    /// To the beginning.
    Restart,
    /// To a time.
    Seek(Duration),
    /// About ten seconds more of this.
    Extend,
    /// The open dose is done.
    Done,
    /// The exercise hurts: end it now.
    Hurts,
    /// Do the easier one that is on offer.
    TakeEasier,
    /// Go on without it.
    GoOn,
    /// Run at this speed: 0.5 to 1.5.
    SetSpeed(f64),
    /// Take the last jump, skip or "this hurts" back.
    Undo,
}

/// One run of a routine.
#[derive(Clone, Debug)]
pub struct Session {
    timeline: Arc<Timeline>,
    transport: Transport,
    options: Options,
    speed: f64,
    last_tick: Duration,
    revision: u64,
    easier: Option<String>,
    happened: Vec<Happening>,
    changes: Vec<PlanChange>,
    ways_back: Vec<WayBack>,
    tally: Tally,
}

impl Session {
    /// Starts at the beginning, moving from `now` on.
    #[must_use]
    pub fn new(timeline: Arc<Timeline>, options: Options, now: Duration) -> Self {
        let mut transport = Transport::playing(now);
        if timeline.segments.is_empty() {
            transport.set(State::Over, Duration::ZERO, now);
        }
        Self {
            tally: Tally::new(&timeline, Duration::ZERO),
            timeline,
            transport,
            options,
            speed: 1.0,
            last_tick: now,
            revision: 0,
            easier: None,
            happened: Vec::new(),
            changes: Vec::new(),
            ways_back: Vec::new(),
        }
    }

    /// The same, but from a place inside.
    #[must_use]
    pub fn starting_at(mut self, from: Duration, now: Duration) -> Self {
        let from = from.min(self.total());
        self.jump(from, now);
        // What lies before the beginning is not skipped.
        self.tally = Tally::new(&self.timeline, from);
        self
    }

    /// The timeline as it now stands.
    #[must_use]
    pub fn timeline(&self) -> &Arc<Timeline> {
        &self.timeline
    }

    /// What the playhead does.
    #[must_use]
    pub fn state(&self) -> State {
        self.transport.state()
    }

    /// The speed it runs at.
    #[must_use]
    pub fn speed(&self) -> f64 {
        self.speed
    }

    /// Grows whenever the sound has to be cued anew: the playhead jumped, stopped or started. A
    /// timeline exchanged under a playhead that moves on does not count.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Id of the easier exercise on offer after "this hurts".
    #[must_use]
    pub fn easier(&self) -> Option<&str> {
        self.easier.as_deref()
    }

    /// What happened so far, in order.
    #[must_use]
    pub fn happened(&self) -> &[Happening] {
        &self.happened
    }

    /// What was done so far in this round, in order: an entry for each bout that the playhead was in
    /// or was made to pass by, without the one that it is in.
    #[must_use]
    pub fn performed(&self) -> &[BoutRecord] {
        self.tally.performed()
    }

    /// The same, as if the person left now: with the bout under way.
    #[must_use]
    pub fn performed_if_left(&self, now: Duration) -> Vec<BoutRecord> {
        self.tally.if_left(&self.timeline, self.counted(now)).into_iter().map(|logged| logged.bout).collect()
    }

    /// Grows whenever [`Session::performed`] changes.
    #[must_use]
    pub fn performed_revision(&self) -> u64 {
        self.tally.revision()
    }

    /// How often the session was begun again after its end. What was performed counts from there.
    #[must_use]
    pub fn round(&self) -> u32 {
        self.tally.round()
    }

    /// True once some time was spent at work in this round.
    #[must_use]
    pub fn has_worked(&self, now: Duration) -> bool {
        self.tally.has_worked(self.counted(now))
    }

    /// Where the playhead is at `now`: never past a gate or the end.
    #[must_use]
    pub fn position(&self, now: Duration) -> Duration {
        self.transport.position(now).min(self.barrier())
    }

    /// Everything that is true at `now`; `None` only for an empty timeline.
    #[must_use]
    pub fn moment(&self, now: Duration) -> Option<Moment<'_>> {
        match self.state() {
            // A gate stands at the end of its segment; one instant before still is that segment.
            State::AtGate { since } => {
                let inside = self.transport.position(now).saturating_sub(Duration::from_millis(1));
                self.timeline.waiting_at(inside, now.saturating_sub(since))
            }
            _ => self.timeline.at(self.position(now)),
        }
    }

    /// Lets time pass. `heard` is the position of the sound, where a device plays: it proves that
    /// the machine was awake, and the playhead follows it.
    pub fn tick(&mut self, now: Duration, heard: Option<Duration>) {
        let gap = now.saturating_sub(self.last_tick);
        let before = self.position(self.last_tick);
        self.last_tick = now;
        match self.state() {
            State::Playing => {
                let sounded_on = heard.is_some_and(|h| h.abs_diff(self.transport.position(now)) < gap / 2);
                if gap > SLEPT_AFTER && !sounded_on {
                    self.record(before, What::Slept);
                    self.enter(State::Slept, before, now);
                    return;
                }
                let barrier = self.barrier();
                if let Some(heard) = heard {
                    self.transport.follow(heard, now);
                }
                self.stop_at(barrier, now);
                self.tally.follow(&self.timeline, self.short_of_gate(barrier, now));
            }
            State::CountIn { until } if now >= until => {
                if gap > SLEPT_AFTER + COUNT_IN {
                    self.enter(State::Slept, before, now);
                } else {
                    self.transport.set(State::Playing, before, until);
                }
            }
            _ => {}
        }
    }

    fn stop_at(&mut self, barrier: Duration, now: Duration) {
        if self.transport.position(now) < barrier {
            return;
        }
        if barrier >= self.total() {
            self.record(barrier, What::Finished);
            self.transport.set(State::Over, barrier, now);
        } else {
            self.enter(State::AtGate { since: now }, barrier, now);
        }
    }

    /// Does what the person asked. `catalog` is where the easier exercise is looked up.
    pub fn apply(&mut self, action: Action, catalog: &Catalog, now: Duration) {
        let here = self.counted(now);
        self.tally.follow(&self.timeline, here);
        self.tally.bank(&self.timeline, here);
        match action {
            Action::TogglePause => self.toggle_pause(now),
            Action::Back => self.with_way_back(now, |it| it.back(now)),
            Action::Skip => self.with_way_back(now, |it| it.skip(now)),
            Action::Restart => self.with_way_back(now, |it| it.jump(Duration::ZERO, now)),
            Action::Seek(to) => self.with_way_back(now, |it| it.jump(to.min(it.total()), now)),
            Action::Extend => self.extend(now),
            Action::Done => self.with_way_back(now, |it| it.pass_gate(now)),
            Action::Hurts => self.with_way_back(now, |it| it.hurts(catalog, now)),
            Action::TakeEasier => self.take_easier(catalog, now),
            Action::GoOn => self.go_on(now),
            Action::SetSpeed(speed) => self.set_speed(speed, now),
            Action::Undo => self.go_back(now),
        }
    }

    /// Takes texts and motions from the catalogue as it now is; the plan stays as it was compiled.
    pub fn take_exercises_from(&mut self, catalog: &Catalog) {
        self.timeline = Arc::new(self.timeline.with_exercises_from(catalog));
    }

    fn total(&self) -> Duration {
        Duration::from_millis(self.timeline.total_ms())
    }

    /// The first instant that the playhead cannot cross by itself.
    fn barrier(&self) -> Duration {
        let here = self.transport.position(Duration::ZERO);
        let first = self.timeline.segment_at(here.as_millis() as u64).unwrap_or(0);
        let ahead = &self.timeline.segments[first.min(self.timeline.segments.len())..];
        let gate = ahead.iter().find(|s| s.kind == SegmentKind::Open && s.end_ms > here.as_millis() as u64);
        gate.map_or_else(|| self.total(), |s| Duration::from_millis(s.end_ms))
    }

    /// How far the playhead has come as far as what was performed goes: a gate stands at the end of
    /// its bout, and only being passed ends that.
    fn counted(&self, now: Duration) -> Duration {
        self.short_of_gate(self.barrier(), now)
    }

    fn short_of_gate(&self, barrier: Duration, now: Duration) -> Duration {
        let here = self.transport.position(now);
        let is_at_gate = matches!(self.state(), State::AtGate { .. });
        if is_at_gate || (here >= barrier && barrier < self.total()) {
            return here.min(barrier).saturating_sub(Duration::from_millis(1));
        }
        here.min(barrier)
    }

    fn record(&mut self, at: Duration, what: What) {
        let moment = self.timeline.at(at);
        let exercise = moment.and_then(|m| m.entry.exercise.as_ref().map(|e| e.id.clone()));
        self.happened.push(Happening { at, exercise, what });
    }

    fn enter(&mut self, state: State, position: Duration, now: Duration) {
        self.transport.set(state, position, now);
        self.revision += 1;
    }

    fn toggle_pause(&mut self, now: Duration) {
        // A pause at a gate is no way past it.
        let here = self.inside(now);
        match self.state() {
            State::Playing | State::CountIn { .. } | State::AtGate { .. } => {
                self.record(here, What::Paused);
                self.enter(State::Paused, here, now);
            }
            State::Paused | State::Slept => self.resume(here, now),
            State::Hurt => self.go_on(now),
            State::Over => self.jump(Duration::ZERO, now),
        }
    }

    fn resume(&mut self, here: Duration, now: Duration) {
        let inside_work = self.timeline.at(here).is_some_and(|m| {
            m.segment.kind.is_work() && m.at > Duration::from_millis(self.stretch_start(m.segment_index))
        });
        let state = if inside_work { State::CountIn { until: now + COUNT_IN } } else { State::Playing };
        self.last_tick = now;
        self.enter(state, here, now);
    }

    /// A bout is one stretch for the person, however many phases its repetitions have.
    fn stretch_start(&self, segment: usize) -> u64 {
        let own = self.timeline.segments[segment].start_ms;
        self.timeline.bout_of(segment).map_or(own, |b| b.start_ms)
    }

    fn stretch_end(&self, segment: usize) -> u64 {
        let own = self.timeline.segments[segment].end_ms;
        self.timeline.bout_of(segment).map_or(own, |b| b.end_ms)
    }

    fn back(&mut self, now: Duration) {
        let here = self.position(now);
        let Some(index) = self.timeline.segment_at(here.as_millis() as u64) else { return };
        let start = self.stretch_start(index);
        let into = here.saturating_sub(Duration::from_millis(start));
        let before = start.checked_sub(1).and_then(|ms| self.timeline.segment_at(ms));
        let to = match before {
            Some(before) if into < BACK_RESTARTS_AFTER => self.stretch_start(before),
            _ => start,
        };
        self.jump(Duration::from_millis(to), now);
    }

    fn skip(&mut self, now: Duration) {
        let here = self.position(now);
        let at_gate = matches!(self.state(), State::AtGate { .. });
        if at_gate {
            return self.pass_gate(now);
        }
        let Some(index) = self.timeline.segment_at(here.as_millis() as u64) else { return };
        let end = self.stretch_end(index);
        if self.timeline.segments[index].kind.is_work() {
            self.record(here, What::Skipped);
        }
        self.jump(Duration::from_millis(end), now);
    }

    /// Moves the playhead, and keeps it moving or still as it was.
    fn jump(&mut self, to: Duration, now: Duration) {
        self.count_jump(to, now);
        self.last_tick = now;
        self.easier = None;
        let state = match self.state() {
            _ if to >= self.total() => State::Over,
            State::Paused | State::Slept => State::Paused,
            State::Playing | State::CountIn { .. } | State::AtGate { .. } | State::Hurt | State::Over => {
                State::Playing
            }
        };
        if state == State::Over && self.state() != State::Over {
            self.record(self.total(), What::Finished);
        }
        self.enter(state, to, now);
    }

    fn count_jump(&mut self, to: Duration, now: Duration) {
        if self.state() == State::Over && to.is_zero() {
            self.tally.begin_again(&self.timeline);
            // Nothing leads from one round back into the one before.
            self.ways_back.clear();
        } else {
            self.tally.jump(&self.timeline, self.counted(now), to);
        }
    }
}
