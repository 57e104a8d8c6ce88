//! Before the first session, the person reads when to stop and whom to ask.

use std::sync::Arc;
use std::time::Duration;

use super::state::State;
use crate::model::Routine;
use crate::ui::Screen;

/// Something to begin.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Beginning {
    /// A routine, from this far into it.
    Routine(Arc<Routine>, Duration),
    /// The same, asked for on the command line: nothing more is asked.
    AtOnce(Arc<Routine>, Duration),
    /// The routine on the desk as it is, from this far into it.
    Edited(Box<Routine>, Duration),
    /// The exercise with this id alone.
    Exercise(String),
    /// The session that was left.
    Unfinished,
}

/// What waits until the person has read.
#[derive(Debug)]
pub(super) struct FirstReading {
    asks: bool,
    waiting: Option<Beginning>,
}

impl FirstReading {
    pub(super) fn new(asks: bool) -> Self {
        Self { asks, waiting: None }
    }

    /// True while something waits for the person to have read.
    pub(super) fn is_on(&self) -> bool {
        self.waiting.is_some()
    }

    /// The person went elsewhere: nothing waits any more.
    pub(super) fn put_away(&mut self) {
        self.waiting = None;
    }
}

impl State {
    /// Begins, where the person has read when to stop; otherwise shows it first.
    pub(super) fn after_reading(&mut self, beginning: Beginning, now: Duration) {
        if self.settings().safety_read || !self.first_reading.asks {
            return self.begin_now(beginning, now);
        }
        self.show(Screen::Safety, now);
        self.first_reading.waiting = Some(beginning);
    }

    /// The person has read it. It is not asked for again.
    pub(super) fn accept_safety(&mut self, now: Duration) {
        let Some(beginning) = self.first_reading.waiting.take() else { return };
        self.change_settings(|settings| settings.safety_read = true);
        self.show(Screen::Today, now);
        self.begin_now(beginning, now);
    }

    /// Begins, and first asks how the back feels where that is wanted.
    pub(super) fn begin_now(&mut self, beginning: Beginning, now: Duration) {
        if self.asks_before(&beginning) {
            return self.ask_before(beginning, now);
        }
        self.begin_at_once(beginning, now);
    }

    /// Begins and asks nothing.
    pub(super) fn begin_at_once(&mut self, beginning: Beginning, now: Duration) {
        match beginning {
            Beginning::Routine(routine, from) | Beginning::AtOnce(routine, from) => {
                self.begin(&routine, from, now);
            }
            Beginning::Edited(routine, from) => self.begin_unkept(&routine, from, now),
            Beginning::Exercise(id) => self.try_exercise(&id, now),
            Beginning::Unfinished => self.go_on_with_unfinished(now),
        }
    }
}
