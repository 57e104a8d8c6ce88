//! Compiles a routine into a timeline, tells what is true at any time on it, and runs a session.
//!
//! Pure: no I/O, no clock of its own, no widgets. Time comes in as an argument.

mod cue;
mod moment;
mod segment;
mod timeline;

pub use cue::{Cue, CueKind, Spoken};
pub use moment::{BreathNow, Moment, Movement, NextUp, Stance};
pub use segment::{Segment, SegmentKind};
pub use timeline::{Entry, Timeline};
