//! The thread that speaks: waits for the next line or the next order, whichever comes first.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::VoiceHealth;
use super::prompter::Prompter;
use super::script::{Script, Urgency};
use super::service::{Manner, Service, ServiceError};
use crate::audio::output::Clock;

/// How long until a service that was missing is asked for again.
const RETRY: Duration = Duration::from_secs(3);

/// What the thread is told.
pub(super) enum Order {
    Set(Manner),
    Play { script: Arc<Script>, from: Duration, lead: Duration },
    Swap { script: Arc<Script>, position: Duration },
    Follow(Duration),
    Hush,
    TryOut(String),
}

/// A session that is being followed.
struct Take {
    prompter: Prompter,
    /// Where the session is at `at` of the clock.
    position: Duration,
    at: Duration,
}

impl Take {
    fn new(script: &Arc<Script>, position: Duration, at: Duration) -> Self {
        Self { prompter: Prompter::new(Arc::clone(script), position), position, at }
    }

    /// Where the session is; `None` while it counts in.
    fn position(&self, now: Duration) -> Option<Duration> {
        now.checked_sub(self.at).map(|passed| self.position + passed)
    }

    fn wait(&self, now: Duration) -> Option<Duration> {
        match self.position(now) {
            Some(position) => self.prompter.wait(position),
            None => Some(self.at.saturating_sub(now)),
        }
    }
}

/// The thread's state.
pub(super) struct Worker {
    orders: Receiver<Order>,
    clock: Clock,
    tell: Box<dyn Fn(VoiceHealth) + Send>,
    manner: Option<Manner>,
    service: Option<Box<dyn Service>>,
    /// When to ask again for a service that was missing.
    retry_at: Option<Duration>,
    take: Option<Take>,
}

impl Worker {
    pub(super) fn new(orders: Receiver<Order>, clock: Clock, tell: Box<dyn Fn(VoiceHealth) + Send>) -> Self {
        Self { orders, clock, tell, manner: None, service: None, retry_at: None, take: None }
    }

    /// Speaks until nobody is left to give orders.
    pub(super) fn run(mut self) {
        loop {
            let now = (self.clock)();
            let wakes = [self.take.as_ref().and_then(|take| take.wait(now)), self.retry_in(now)];
            let order = match wakes.into_iter().flatten().min() {
                Some(wait) => self.orders.recv_timeout(wait),
                None => self.orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(order) => self.obey(order),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.retry();
            self.prompt();
        }
        self.with_service(|service| service.hush());
    }

    fn obey(&mut self, order: Order) {
        let now = (self.clock)();
        match order {
            Order::Set(manner) => self.set(manner),
            Order::Play { script, from, lead } => {
                self.with_service(|service| service.hush());
                self.take = Some(Take::new(&script, from, now + lead));
            }
            Order::Swap { script, position } => {
                let take = self.take.get_or_insert_with(|| Take::new(&script, position, now));
                take.prompter.swap(script, position);
                (take.position, take.at) = (position, now);
            }
            Order::Follow(position) => {
                if let Some(take) = self.take.as_mut().filter(|take| take.at <= now) {
                    (take.position, take.at) = (position, now);
                }
            }
            Order::Hush => {
                self.take = None;
                self.with_service(|service| service.hush());
            }
            Order::TryOut(text) => self.with_service(|service| service.say(&text, Urgency::Interrupts)),
        }
    }

    fn set(&mut self, manner: Manner) {
        if self.manner.replace(manner.clone()) == Some(manner) && self.service.is_some() {
            return;
        }
        if self.service.is_none() {
            self.retry_at = Some((self.clock)());
        } else if let Some(manner) = self.manner.clone() {
            self.with_service(|service| service.set(&manner));
        }
    }

    fn retry_in(&self, now: Duration) -> Option<Duration> {
        self.retry_at.map(|at| at.saturating_sub(now))
    }

    /// Connects where it is time to.
    fn retry(&mut self) {
        let now = (self.clock)();
        let Some(manner) = self.manner.clone().filter(|_| self.retry_at.is_some_and(|at| at <= now)) else {
            return;
        };
        match greet(&manner) {
            Ok((service, voices)) => {
                self.service = Some(service);
                self.retry_at = None;
                (self.tell)(VoiceHealth::Ready { voices });
            }
            Err(error) => self.lose(&error),
        }
    }

    fn lose(&mut self, error: &ServiceError) {
        self.service = None;
        self.retry_at = Some((self.clock)() + RETRY);
        (self.tell)(VoiceHealth::Missing { why: error.to_string() });
    }

    fn prompt(&mut self) {
        let now = (self.clock)();
        let Some(take) = &mut self.take else { return };
        let Some(position) = take.position(now) else { return };
        let Some(line) = take.prompter.due(position).cloned() else { return };
        self.with_service(|service| service.say(&line.text, line.urgency));
    }

    fn with_service(&mut self, act: impl FnOnce(&mut dyn Service) -> Result<(), ServiceError>) {
        if let Some(service) = &mut self.service
            && let Err(error) = act(service.as_mut())
        {
            self.lose(&error);
        }
    }
}

/// Connects to the system's service and speaks as the person wants.
fn greet(manner: &Manner) -> Result<(Box<dyn Service>, Vec<String>), ServiceError> {
    #[cfg(all(unix, not(target_os = "macos")))]
    let mut service = super::dispatcher::Dispatcher::connect()?;
    #[cfg(any(windows, target_os = "macos"))]
    let mut service = super::system::SystemVoice::connect()?;
    service.set(manner)?;
    let voices = service.voices(&manner.language)?;
    Ok((Box::new(service), voices))
}
