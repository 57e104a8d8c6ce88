//! What the output, its thread and the audio callback know together.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::patience::Patience;
use crate::audio::playhead::{Course, Heard, Hearing};
use crate::engine::Timeline;

/// How the sound is. What is not `Playing` or `Closed` for long belongs into a banner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Health {
    /// No session is on, and no device is open.
    #[default]
    Closed,
    /// The device is being opened for the first time.
    Opening,
    /// A device is open, be it silent.
    Playing,
    /// No device could be opened; it is tried again every second.
    NoDevice {
        /// What the system said.
        why: String,
    },
    /// The device went away in mid-session; it is tried again every second.
    Lost {
        /// What was noticed.
        why: String,
    },
}

/// One uninterrupted run, as asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Take {
    pub(super) number: u64,
    pub(super) course: Course,
    /// How it goes on until a device has it.
    pub(super) patience: Patience,
}

impl Take {
    /// Where it is when no device says so.
    fn without_device(&self, now: Duration) -> Heard {
        self.course.after(self.patience.run_at(now))
    }

    /// The same take from another place on.
    fn going_on(self, timeline: &Timeline, here: Heard, patience: Patience) -> Self {
        Self { course: Course::new(timeline, here), patience, ..self }
    }
}

#[derive(Debug, Default)]
struct State {
    health: Health,
    in_session: bool,
    takes: u64,
    take: Option<Take>,
    timeline: Option<Arc<Timeline>>,
    /// The last answer given for a take: the next one is never before it.
    told: Option<(u64, Heard)>,
}

/// Shared by the three threads. Locks are held for a few assignments only; the callback tries and
/// never waits.
#[derive(Debug, Default)]
pub(super) struct Shared {
    state: Mutex<State>,
    pub(super) hearing: Mutex<Option<Hearing>>,
    frames: AtomicU64,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hearing(&self) -> Option<Hearing> {
        *self.hearing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn count_frames(&self, frames: u64) {
        self.frames.store(frames, Ordering::Relaxed);
    }

    pub(super) fn frames(&self) -> u64 {
        self.frames.load(Ordering::Relaxed)
    }

    pub(super) fn health(&self) -> Health {
        self.state().health.clone()
    }

    pub(super) fn set_health(&self, health: Health) {
        self.state().health = health;
    }

    pub(super) fn begin_session(&self) {
        self.state().in_session = true;
    }

    pub(super) fn end_session(&self) {
        let mut state = self.state();
        *state = State { takes: state.takes, health: state.health.clone(), ..State::default() };
    }

    pub(super) fn is_in_session(&self) -> bool {
        self.state().in_session
    }

    pub(super) fn begin_take(&self, timeline: Arc<Timeline>, from: Heard, now: Duration) {
        let mut state = self.state();
        state.in_session = true;
        state.takes += 1;
        let patience = match state.health {
            Health::NoDevice { .. } | Health::Lost { .. } => Patience::none(now),
            Health::Closed | Health::Opening => Patience::for_opening(&timeline, from, now),
            Health::Playing => Patience::for_open_device(now),
        };
        let course = Course::new(&timeline, from);
        state.take = Some(Take { number: state.takes, course, patience });
        state.timeline = Some(timeline);
    }

    /// Ends the take; the timeline stays for a seek.
    pub(super) fn end_take(&self) {
        self.state().take = None;
    }

    pub(super) fn take(&self) -> Option<(Take, Arc<Timeline>)> {
        let state = self.state();
        Some((state.take?, state.timeline.clone()?))
    }

    pub(super) fn timeline(&self) -> Option<Arc<Timeline>> {
        self.state().timeline.clone()
    }

    /// The take goes on from where it is, on another timeline.
    pub(super) fn swap(&self, timeline: Arc<Timeline>, now: Duration) {
        let hearing = self.hearing();
        let mut state = self.state();
        if let Some(take) = state.take
            && let Some(here) = state.heard(hearing, now)
        {
            // One that waits for its device goes on waiting.
            let is_heard = hearing.is_some_and(|hearing| hearing.take == take.number);
            let waits = !is_heard && take.patience.is_waiting(now);
            let after = take.patience.going_on(&timeline, here, now);
            let patience = if waits { after } else { Patience::none(now) };
            state.take = Some(take.going_on(&timeline, here, patience));
        }
        state.timeline = Some(timeline);
    }

    pub(super) fn begin_opening(&self) {
        let mut state = self.state();
        if state.health == Health::Closed {
            state.health = Health::Opening;
        }
    }

    /// The session goes on without waiting any longer.
    pub(super) fn fail_to_open(&self, now: Duration, why: String) {
        let mut state = self.state();
        if let Some(take) = &mut state.take {
            take.patience.give_up(now);
        }
        state.health = match &state.health {
            Health::Lost { .. } => Health::Lost { why },
            _ => Health::NoDevice { why },
        };
    }

    /// The take goes on by the clock from where the device was last heard.
    pub(super) fn lose(&self, now: Duration) {
        let hearing = self.hearing.lock().unwrap_or_else(PoisonError::into_inner).take();
        let mut state = self.state();
        if let (Some(take), Some(timeline)) = (state.take, state.timeline.clone())
            && let Some(here) = state.heard(hearing, now)
        {
            state.take = Some(take.going_on(&timeline, here, Patience::none(now)));
        }
    }

    /// What is heard at `now`, while a device plays.
    pub(super) fn position(&self, now: Duration) -> Option<Heard> {
        let hearing = self.hearing();
        let mut state = self.state();
        let take = state.take?;
        let plays = state.health == Health::Playing;
        let opens = matches!(state.health, Health::Closed | Health::Opening) && take.patience.is_waiting(now);
        if !plays && !opens {
            return None;
        }
        let heard = state.heard(hearing, now)?;
        let told = state.told.filter(|(number, _)| *number == take.number).map_or(heard, |(_, told)| Heard {
            position: heard.position.max(told.position),
            lead_left: heard.lead_left.min(told.lead_left),
        });
        state.told = Some((take.number, told));
        Some(told)
    }
}

impl State {
    /// Where the take is: as the device says, or by the clock where it has not said so yet.
    fn heard(&self, hearing: Option<Hearing>, now: Duration) -> Option<Heard> {
        let take = self.take?;
        let said = hearing.filter(|hearing| hearing.take == take.number).map(|hearing| hearing.at(now));
        Some(said.unwrap_or_else(|| take.without_device(now)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Cue, CueKind, Segment, SegmentKind, Spoken};

    const fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    fn minute() -> Arc<Timeline> {
        let kind = SegmentKind::Hold;
        let segment = Segment {
            start_ms: 0,
            end_ms: 60_000,
            entry: 0,
            set: 0,
            rep: 0,
            loops: 0,
            kind,
            side: None,
            way: 0,
        };
        let chime = Cue { at_ms: 5500, kind: CueKind::Next, spoken: Spoken::Silent };
        Arc::new(Timeline { segments: vec![segment], cues: vec![chime], ..Timeline::default() })
    }

    fn at(position_ms: u64) -> Heard {
        Heard { position: ms(position_ms), lead_left: Duration::ZERO }
    }

    /// What the callback says of a take from 5 s that is heard at its start at `now`.
    fn hears(shared: &Shared, now: Duration) {
        let course = Course::new(&minute(), at(5000));
        let hearing = Hearing { take: 1, course, rate: 1000, offset: -(now.as_millis() as f64) };
        *shared.hearing.lock().unwrap() = Some(hearing);
    }

    #[test]
    fn runs_at_once_and_waits_for_a_device_that_is_being_opened() {
        let shared = Shared::default();
        shared.begin_take(minute(), at(5000), ms(100));
        shared.begin_opening();
        assert_eq!(shared.position(ms(200)), Some(at(5100)));
        assert_eq!(shared.position(ms(900)), Some(at(5150)), "the chime at 5.5 s is not to be missed");
        shared.set_health(Health::Playing);
        hears(&shared, ms(1000));
        assert_eq!(shared.position(ms(1250)), Some(at(5250)));
    }

    #[test]
    fn goes_by_the_clock_at_once_where_there_is_no_device() {
        let shared = Shared::default();
        shared.begin_take(minute(), at(5000), ms(100));
        shared.begin_opening();
        shared.fail_to_open(ms(130), "no".to_owned());
        assert_eq!(shared.position(ms(200)), None);
        let (take, _) = shared.take().unwrap();
        assert_eq!(take.without_device(ms(1100)), at(6000));
    }

    #[test]
    fn a_lost_take_runs_on_from_where_it_was_heard() {
        let shared = Shared::default();
        shared.begin_take(minute(), at(5000), ms(100));
        shared.set_health(Health::Playing);
        hears(&shared, ms(200));
        shared.lose(ms(3200));
        let (take, _) = shared.take().unwrap();
        assert_eq!(take.course.from, ms(8000));
        assert_eq!(take.without_device(ms(4200)), at(9000));
    }

    #[test]
    fn an_exchange_before_the_device_has_begun_keeps_waiting() {
        let shared = Shared::default();
        shared.begin_take(minute(), at(0), ms(0));
        shared.set_health(Health::Playing);
        hears(&shared, ms(0));
        shared.begin_take(minute(), at(7000), ms(500));
        shared.swap(minute(), ms(520));
        let (take, _) = shared.take().unwrap();
        assert!(take.patience.is_waiting(ms(530)));
        assert_eq!(shared.position(ms(530)), Some(at(7000)));
    }

    #[test]
    fn the_playhead_never_goes_back_within_a_take() {
        let shared = Shared::default();
        shared.begin_take(minute(), at(5000), ms(0));
        shared.set_health(Health::Playing);
        hears(&shared, ms(0));
        assert_eq!(shared.position(ms(1000)), Some(at(6000)));
        hears(&shared, ms(400));
        assert_eq!(shared.position(ms(1100)), Some(at(6000)));
        assert_eq!(shared.position(ms(1500)), Some(at(6100)));
    }
}
