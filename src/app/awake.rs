//! Keeps the display awake while a session runs: a person on the mat touches no key for minutes.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::engine::State;

/// True where the display is to stay awake: while something runs or waits for "done". A session
/// that is paused, hurt or over lets the machine do as it likes.
pub(super) fn should_be_awake(state: Option<State>) -> bool {
    match state {
        Some(State::Playing | State::CountIn { .. } | State::AtGate { .. }) => true,
        Some(State::Paused | State::Slept | State::Hurt | State::Over) | None => false,
    }
}

/// Tells the system when the display has to stay awake, once for each change.
pub(super) struct Awake {
    is_on: bool,
    tell: Box<dyn FnMut(bool)>,
}

impl Awake {
    /// Tells this.
    pub(super) fn new(tell: impl FnMut(bool) + 'static) -> Self {
        Self { is_on: false, tell: Box::new(tell) }
    }

    pub(super) fn follow(&mut self, state: Option<State>) {
        let wanted = should_be_awake(state);
        if wanted != self.is_on {
            self.is_on = wanted;
            (self.tell)(wanted);
        }
    }
}

/// Tells the system itself, from a thread of its own: asking may take long, and Windows wants what
/// was begun on a thread to be ended there.
pub(super) fn system() -> impl FnMut(bool) {
    let mut teller: Option<Sender<bool>> = None;
    move |wanted| {
        let teller = teller.get_or_insert_with(|| {
            let (sender, orders) = channel();
            let spawned = thread::Builder::new().name("awake".to_owned()).spawn(move || obey(&orders));
            if let Err(error) = spawned {
                log::warn!("the display may go dark: {error}");
            }
            sender
        });
        // With nobody to listen the display goes dark as it always does.
        let _ = teller.send(wanted);
    }
}

fn obey(orders: &Receiver<bool>) {
    let mut held = None;
    while let Ok(wanted) = orders.recv() {
        // What came meanwhile is what counts.
        let wanted = orders.try_iter().last().unwrap_or(wanted);
        if wanted && held.is_none() {
            held = hold();
        } else if !wanted {
            release(held.take());
        }
    }
    release(held);
}

#[cfg(any(target_os = "linux", target_os = "macos", windows))]
type Hold = keepawake::KeepAwake;

/// Nothing of the kind is known elsewhere.
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
type Hold = ();

/// Where the system knows both, neither the display nor the machine falls asleep; some know only
/// the display, and some nothing.
#[cfg(any(target_os = "linux", target_os = "macos", windows))]
fn hold() -> Option<Hold> {
    let ask = |idle| {
        let asked = catch_unwind(AssertUnwindSafe(|| {
            keepawake::Builder::default()
                .display(true)
                .idle(idle)
                .reason("A session is running")
                .app_name("Unhunch")
                .app_reverse_domain("unhunch")
                .create()
        }));
        asked.ok()?.inspect_err(|error| log::info!("the display may go dark: {error}")).ok()
    };
    ask(true).or_else(|| ask(false))
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn hold() -> Option<Hold> {
    None
}

/// Letting go panics on Linux when the session bus has gone away meanwhile.
fn release(held: Option<Hold>) {
    if catch_unwind(AssertUnwindSafe(|| drop(held))).is_err() {
        log::info!("the session bus is gone, and with it the wish to stay awake");
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_display_is_awake_while_a_session_moves_and_at_no_other_time() {
        let some = Duration::from_secs(5);
        for moving in [State::Playing, State::CountIn { until: some }, State::AtGate { since: some }] {
            assert!(should_be_awake(Some(moving)), "{moving:?}");
        }
        for still in [State::Paused, State::Slept, State::Hurt, State::Over] {
            assert!(!should_be_awake(Some(still)), "{still:?}");
        }
        assert!(!should_be_awake(None));
    }

    #[test]
    fn each_change_is_told_once() {
        let told = Rc::new(RefCell::new(Vec::new()));
        let mut awake = Awake::new({
            let told = Rc::clone(&told);
            move |wanted| told.borrow_mut().push(wanted)
        });
        let states = [None, Some(State::Playing), Some(State::Playing), Some(State::Paused), None];
        for state in states {
            awake.follow(state);
        }
        assert_eq!(*told.borrow(), [true, false]);
    }

    #[test]
    fn a_system_that_cannot_be_asked_harms_nothing() {
        let mut tell = system();
        for wanted in [true, false, true] {
            tell(wanted);
        }
    }
}
