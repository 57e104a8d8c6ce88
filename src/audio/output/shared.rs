//! What the output, its thread and the audio callback know together.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

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
    /// A device is open.
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

/// How long a take waits for a device that is being opened, so that its first chime is heard. It
/// takes some 100 ms, up to 2 s where a server sleeps in long stretches; where there is no device
/// that shows at once. One that takes longer is joined later.
const WAIT: Duration = Duration::from_millis(2500);

/// One uninterrupted run, as asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Take {
    pub(super) number: u64,
    pub(super) course: Course,
    /// Time of the clock at which it was asked for.
    asked: Duration,
    /// How long it may wait for its device before it runs without one.
    wait: Duration,
}

impl Take {
    /// Where it is when no device says so.
    fn without_device(&self, now: Duration) -> Heard {
        self.course.after(now.saturating_sub(self.runs_without_device_from()))
    }

    fn is_waiting(&self, now: Duration) -> bool {
        now < self.runs_without_device_from()
    }

    /// When it stops to wait for a device and runs without one.
    pub(super) fn runs_without_device_from(&self) -> Duration {
        self.asked + self.wait
    }

    /// The same take from another place on, running without a device.
    fn from_here(self, timeline: &Timeline, here: Heard, now: Duration) -> Self {
        Self { course: Course::new(timeline, here), asked: now, wait: Duration::ZERO, ..self }
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
        let wait = match state.health {
            Health::NoDevice { .. } | Health::Lost { .. } => Duration::ZERO,
            Health::Closed | Health::Opening | Health::Playing => WAIT,
        };
        let course = Course::new(&timeline, from);
        state.take = Some(Take { number: state.takes, course, asked: now, wait });
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
            let swapped = take.from_here(&timeline, here, now);
            let waits = hearing.is_none() && take.is_waiting(now);
            state.take = Some(if waits { Take { course: swapped.course, ..take } } else { swapped });
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
            take.wait = take.wait.min(now.saturating_sub(take.asked));
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
            state.take = Some(take.from_here(&timeline, here, now));
        }
    }

    /// What is heard at `now`, while a device plays.
    pub(super) fn position(&self, now: Duration) -> Option<Heard> {
        let hearing = self.hearing();
        let mut state = self.state();
        let take = state.take?;
        let plays = state.health == Health::Playing;
        let opens = matches!(state.health, Health::Closed | Health::Opening) && take.is_waiting(now);
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
