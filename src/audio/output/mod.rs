//! Sound out: one device, one source, and where in the session the sound is.
//!
//! Nothing here waits for the device: a thread of its own opens and watches it, and the device's
//! callback renders the score by absolute frame. Windows that are hidden, busy or stuck sound the
//! same.

mod device;
mod shared;
mod source;
mod worker;

use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

pub use shared::Health;
use shared::Shared;
use worker::{Order, Worker};

use super::gain::gain_from_volume;
use super::mix::Mix;
use super::playhead::Heard;
use crate::engine::{CueKind, Timeline};

/// A monotonic clock: time since any fixed instant. Read on the audio callback as well, so that it
/// must neither wait nor allocate.
pub type Clock = Arc<dyn Fn() -> Duration + Send + Sync>;

/// The sound of the program.
///
/// Without a device everything works as well, silently: [`Output::position`] is then `None`, the
/// session goes on by the clock, and sound comes back at the right place by itself.
pub struct Output {
    shared: Arc<Shared>,
    orders: Sender<Order>,
    clock: Clock,
    gain: f32,
    mix: Mix,
}

impl Output {
    /// Starts the thread; opens no device yet.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        let shared = Arc::new(Shared::default());
        let (orders, received) = channel();
        let worker = Worker::new(received, Arc::clone(&shared), Arc::clone(&clock));
        let spawned = std::thread::Builder::new().name("sound".to_owned()).spawn(move || worker.run());
        if let Err(error) = spawned {
            log::error!("cannot start the sound thread: {error}");
            shared.set_health(Health::NoDevice { why: error.to_string() });
        }
        Self { shared, orders, clock, gain: 1.0, mix: Mix::FULL }
    }

    /// Opens the device for a session, ahead of the first [`Output::play`]. Returns at once.
    pub fn start(&self) {
        self.shared.begin_session();
        self.tell_gain();
        self.tell(Order::Open);
    }

    /// Plays a timeline from a position, after a count-in with a tick a second. What played before
    /// fades out. Opens the device if it is closed.
    pub fn play(&self, timeline: Arc<Timeline>, from: Duration, lead: Duration) {
        self.tell_gain();
        let place = Heard { position: from, lead_left: lead };
        self.shared.begin_take(timeline, place, (self.clock)());
        self.tell(Order::Play);
    }

    /// Plays on from another position of the same timeline, without a count-in. Does nothing before
    /// the first play.
    pub fn seek(&self, position: Duration) {
        if let Some(timeline) = self.shared.timeline() {
            self.play(timeline, position, Duration::ZERO);
        }
    }

    /// Exchanges the timeline at the very frame that has been reached: what both have in common goes
    /// on unchanged. A take that waits at a gate goes on from there. Where an edit moves the place
    /// itself, use [`Output::play`].
    pub fn swap(&self, timeline: Arc<Timeline>) {
        self.shared.swap(Arc::clone(&timeline), (self.clock)());
        self.tell(Order::Swap(timeline));
    }

    /// Falls silent and keeps the device. [`Output::play`] goes on.
    pub fn pause(&self) {
        self.shared.end_take();
        self.tell(Order::Pause);
    }

    /// Ends the session. What sounds rings out, then the device is closed.
    pub fn stop(&self) {
        self.shared.end_session();
        self.tell(Order::Close);
    }

    /// Sounds one chime as loud as its kind is, over whatever plays. Opens the device for it if need
    /// be, and closes it once it has rung out; where nothing would be heard it opens none.
    pub fn chime(&self, kind: CueKind) {
        self.tell_gain();
        if self.gain > 0.0 && self.mix.sounds(kind) {
            self.tell(Order::Chime(kind));
        }
    }

    /// Sets the loudness, from now on: of everything, 0 to 1, whether all is silent none the less,
    /// and of each kind. A muted device goes on, and so does time.
    pub fn set_loudness(&mut self, volume: f32, muted: bool, mix: Mix) {
        self.gain = if muted { 0.0 } else { gain_from_volume(volume) };
        self.mix = mix;
        self.tell_gain();
    }

    /// The place that is heard at `now` of the clock given to [`Output::new`]: smooth between the
    /// device's bursts, and never going back within a take.
    ///
    /// `None` while nothing plays or no device is there: go by the clock then. While the device is
    /// being opened at the start of a session the place stands still for a moment, so that the first
    /// chime is not missed.
    #[must_use]
    pub fn position(&self, now: Duration) -> Option<Heard> {
        self.shared.position(now)
    }

    /// How the sound is.
    #[must_use]
    pub fn health(&self) -> Health {
        self.shared.health()
    }

    fn tell_gain(&self) {
        self.tell(Order::Gain(self.gain, self.mix));
    }

    fn tell(&self, order: Order) {
        // Without the thread there is no sound, which `health` has said.
        let _ = self.orders.send(order);
    }
}
