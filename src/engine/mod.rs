//! Compiles a routine into a timeline, tells what is true at any time on it, and runs a session.
//!
//! Pure: no I/O, no clock of its own, no widgets. Time comes in as an argument.

mod at;
mod breathing;
mod compile;
mod cue;
mod cues;
mod diagnose;
mod dosage;
mod edit;
mod eyes_shut;
mod gentle;
mod lookup;
mod mark;
mod moment;
mod movement;
mod options;
mod posture;
mod round;
mod segment;
mod session;
mod step;
mod timeline;
mod transport;

pub use crate::model::{Happening, What};
pub use breathing::fullness_at;
pub use compile::{MOST_ROUNDS, compile};
pub use cue::{Cue, CueKind, Spoken};
pub use diagnose::duplicate_ids;
pub use eyes_shut::{Lack, Unheard, eyes_shut};
pub use lookup::Lookup;
pub use mark::{MARK_MS, Mark};
pub use moment::{BreathNow, Moment, Movement, NextUp, Stance};
pub use options::Options;
pub use round::{Round, Turn};
pub use segment::{Segment, SegmentKind};
pub use session::{Action, SPEEDS, Session, done_as_planned};
pub use timeline::{Bout, Entry, Timeline};
pub use transport::{State, Transport};
