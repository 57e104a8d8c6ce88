//! The thread that owns the device: opens it, watches it, and opens it again when it was lost.
//!
//! Opening may take long and so never happens on the caller's thread.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::device::Device;
use super::source::SourceOrder;
use super::{Clock, Health, Shared};
use crate::audio::chime::Chimes;
use crate::audio::deck::DeckOrder;
use crate::audio::mix::Mix;
use crate::audio::score::Score;
use crate::engine::{CueKind, Timeline};

/// What the output tells its thread.
#[derive(Debug)]
pub(super) enum Order {
    /// Open the device if a session is on and it is closed.
    Open,
    /// Play what [`super::Shared`] says is the current take.
    Play,
    /// The current take goes on with another timeline.
    Swap(Arc<Timeline>),
    /// Fall silent, keep the device.
    Pause,
    /// Sound one chime.
    Chime(CueKind),
    /// Loudness of everything, as a factor, and of each kind.
    Gain(f32, Mix),
    /// Let what sounds ring out, then close the device.
    Close,
}

/// How often the device is looked at.
const WATCH: Duration = Duration::from_millis(200);
/// A frame counter that stands still for so long has lost its device. ALSA does not say so.
const STALL: Duration = Duration::from_secs(1);
/// A device that was just opened may take longer: a server that sleeps in long stretches fetches
/// the first sound when it wakes.
const FIRST_STALL: Duration = Duration::from_secs(4);
/// A device this far ahead of the clock swallows sound instead of playing it.
const SWALLOWED: Duration = Duration::from_secs(3);
/// Between two attempts to open a device.
const RETRY: Duration = Duration::from_secs(1);
/// How long the device is kept for a chime to ring out: the longest, and its way to the ear.
const RINGS: Duration = Duration::from_secs(4);
/// How long a single chime waits for a device to open.
const TRIES_FOR: Duration = Duration::from_secs(4);

pub(super) struct Worker {
    pub(super) orders: Receiver<Order>,
    pub(super) shared: Arc<Shared>,
    pub(super) clock: Clock,
    device: Option<Watched>,
    chimes: Option<Arc<Chimes>>,
    gain: f32,
    mix: Mix,
    retry_at: Duration,
    singles: Vec<CueKind>,
    keep_until: Duration,
}

/// A device, and how its frame counter has come along.
struct Watched {
    device: Device,
    opened: Duration,
    frames: u64,
    moved: Duration,
    /// The take it was last told to play.
    take: Option<u64>,
}

impl Worker {
    pub(super) fn new(orders: Receiver<Order>, shared: Arc<Shared>, clock: Clock) -> Self {
        Self {
            orders,
            shared,
            clock,
            device: None,
            chimes: None,
            gain: 0.0,
            mix: Mix::FULL,
            retry_at: Duration::ZERO,
            singles: Vec::new(),
            keep_until: Duration::ZERO,
        }
    }

    /// Runs until the output is dropped. Sleeps while there is nothing to play.
    pub(super) fn run(mut self) {
        loop {
            let now = (self.clock)();
            let received = if self.device.is_some() || self.is_wanted(now) {
                self.orders.recv_timeout(WATCH)
            } else {
                self.orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match received {
                Ok(order) => self.obey(order),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            self.watch((self.clock)());
        }
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Open => {}
            Order::Play => match &self.device {
                Some(_) => self.send_take(),
                None => self.retry_at = Duration::ZERO,
            },
            Order::Swap(timeline) => {
                if let Some(watched) = &self.device {
                    let score = Arc::new(Score::new(&timeline, watched.device.rate));
                    self.send(SourceOrder::Deck(DeckOrder::Swap(score)));
                }
            }
            Order::Pause => self.send(SourceOrder::Deck(DeckOrder::Silence)),
            Order::Chime(kind) => {
                self.keep_until = self.keep_until.max((self.clock)() + TRIES_FOR);
                self.singles.push(kind);
                if self.device.is_none() {
                    self.retry_at = Duration::ZERO;
                }
            }
            Order::Gain(gain, mix) => {
                (self.gain, self.mix) = (gain, mix);
                self.send(SourceOrder::Deck(DeckOrder::Gain(gain)));
                self.send(SourceOrder::Deck(DeckOrder::Mix(mix)));
            }
            Order::Close => {
                self.singles.clear();
                self.send(SourceOrder::Deck(DeckOrder::RingOut));
                // Without a device there is nothing to ring out.
                let rings_for = if self.device.is_some() { RINGS } else { Duration::ZERO };
                self.keep_until = (self.clock)() + rings_for;
            }
        }
    }

    fn is_wanted(&self, now: Duration) -> bool {
        self.shared.is_in_session() || now < self.keep_until
    }

    fn watch(&mut self, now: Duration) {
        if !self.is_wanted(now) {
            self.device = None;
            self.singles.clear();
            self.shared.set_health(Health::Closed);
            return;
        }
        if let Some(why) = self.device.as_mut().and_then(|watched| watched.trouble(&self.shared, now)) {
            log::warn!("sound device lost: {why}");
            self.shared.lose(now);
            self.device = None;
            self.shared.set_health(Health::Lost { why });
            self.retry_at = now + RETRY;
        }
        if self.device.is_none() && now >= self.retry_at {
            self.open();
        }
        if self.device.is_some() && !self.singles.is_empty() {
            // Opening may have taken seconds: what rings out counts from here.
            self.keep_until = self.keep_until.max((self.clock)() + RINGS);
        }
        for kind in std::mem::take(&mut self.singles) {
            self.send(SourceOrder::Deck(DeckOrder::Chime(kind)));
        }
    }

    fn open(&mut self) {
        self.shared.begin_opening();
        let context = (Arc::clone(&self.clock), Arc::clone(&self.shared));
        let opened = Device::open(&mut self.chimes, (self.gain, &self.mix), context);
        let now = (self.clock)();
        match opened {
            Ok(device) => {
                self.device = Some(Watched { device, opened: now, frames: 0, moved: now, take: None });
                self.send_take();
                self.shared.set_health(Health::Playing);
            }
            Err(why) => {
                self.shared.fail_to_open(now, why);
                self.retry_at = now + RETRY;
            }
        }
    }

    /// Tells the device to play the current take, once.
    fn send_take(&mut self) {
        let (Some(watched), Some((take, timeline))) = (&mut self.device, self.shared.take()) else { return };
        if watched.take.replace(take.number) == Some(take.number) {
            return;
        }
        let play = DeckOrder::Play {
            take: take.number,
            score: Arc::new(Score::new(&timeline, watched.device.rate)),
            from: take.course.from,
            lead: take.course.lead,
            run: Duration::ZERO,
        };
        self.send(SourceOrder::Play { play, runs_from: take.runs_without_device_from() });
    }

    fn send(&self, order: SourceOrder) {
        if let Some(watched) = &self.device {
            // A deck that has gone shows as a standing frame counter.
            let _ = watched.device.orders.send(order);
        }
    }
}

impl Watched {
    fn trouble(&mut self, shared: &Shared, now: Duration) -> Option<String> {
        let frames = shared.frames();
        if frames != self.frames {
            (self.frames, self.moved) = (frames, now);
        }
        let played = Duration::from_secs(frames / u64::from(self.device.rate.max(1)));
        let stall = if now.saturating_sub(self.opened) > FIRST_STALL { STALL } else { FIRST_STALL };
        let failure = self.device.failure();
        if failure.is_final {
            failure.why
        } else if now.saturating_sub(self.moved) > stall {
            Some(failure.why.unwrap_or_else(|| "it takes no more sound".to_owned()))
        } else if played > now.saturating_sub(self.opened) + SWALLOWED {
            Some("it swallows sound instead of playing it".to_owned())
        } else {
            None
        }
    }
}
