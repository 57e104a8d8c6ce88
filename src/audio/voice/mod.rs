//! The voice that speaks the cues, beside the chimes and never in their way.
//!
//! A thread of its own talks to the speech service of the system. It follows the session by the
//! clock, so that a window that hangs or is hidden does not silence it, and what it could not say
//! in time it leaves out. Without a service everything goes on as well, with chimes alone.

#[cfg(all(unix, not(target_os = "macos")))]
mod dispatcher;
mod prompter;
mod script;
mod service;
#[cfg(any(windows, target_os = "macos"))]
mod system;
mod worker;

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

pub use prompter::{LATEST, Prompter};
pub use script::{Line, Script, Urgency, spoken_kind};
pub use service::Manner;
use worker::{Order, Worker};

use super::output::Clock;

/// How the voice is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum VoiceHealth {
    /// Nobody has asked it to speak yet.
    #[default]
    Idle,
    /// It speaks; the names of the voices there are for the language.
    Ready {
        /// As the service names them.
        voices: Vec<String>,
    },
    /// There is no speech service, or it does not answer.
    Missing {
        /// What it said.
        why: String,
    },
}

/// The voice of the program.
pub struct Voice {
    orders: Sender<Order>,
    health: Arc<Mutex<VoiceHealth>>,
}

impl Voice {
    /// Starts the thread; asks for no service yet. `wake` is called whenever [`Voice::health`]
    /// changes.
    #[must_use]
    pub fn new(clock: Clock, wake: impl Fn() + Send + 'static) -> Self {
        let health = Arc::new(Mutex::new(VoiceHealth::default()));
        let (orders, received) = channel();
        let told = Arc::clone(&health);
        let tell = move |new: VoiceHealth| {
            *told.lock().unwrap_or_else(PoisonError::into_inner) = new;
            wake();
        };
        // Services are bound to the thread they were made on, so the worker is made there.
        let speak = move || Worker::new(received, clock, Box::new(tell)).run();
        let spawned = std::thread::Builder::new().name("voice".to_owned()).spawn(speak);
        if let Err(error) = spawned {
            *health.lock().unwrap_or_else(PoisonError::into_inner) =
                VoiceHealth::Missing { why: error.to_string() };
        }
        Self { orders, health }
    }

    /// Speaks like this from now on. Connects to the service.
    pub fn set(&self, manner: Manner) {
        self.tell(Order::Set(manner));
    }

    /// Follows a session from a place on, which is reached after `lead`.
    pub fn play(&self, script: Arc<Script>, from: Duration, lead: Duration) {
        self.tell(Order::Play { script, from, lead });
    }

    /// Goes on with another script; the session is at `position` now.
    pub fn swap(&self, script: Arc<Script>, position: Duration) {
        self.tell(Order::Swap { script, position });
    }

    /// The session is at `position` now: corrects what the two clocks differ by.
    pub fn follow(&self, position: Duration) {
        self.tell(Order::Follow(position));
    }

    /// Falls silent, and waits for [`Voice::play`].
    pub fn hush(&self) {
        self.tell(Order::Hush);
    }

    /// Says a line at once, for trying the voice.
    pub fn try_out(&self, text: String) {
        self.tell(Order::TryOut(text));
    }

    /// How the voice is.
    #[must_use]
    pub fn health(&self) -> VoiceHealth {
        self.health.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn tell(&self, order: Order) {
        // Without the thread there is no voice, which `health` has said.
        let _ = self.orders.send(order);
    }
}
