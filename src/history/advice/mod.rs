//! When exercise is the wrong answer: what is advised before a session, after one, and over weeks.
//!
//! The sources say when to see a professional and when to stop (facts, section 4). They give no
//! figures: every number here was added, is on the careful side, and is marked so on screen.

mod around;
mod flags;
mod someone;

pub(in crate::history) use around::is_too_much;
pub use around::{NotToday, Stop, after, before, rose};
pub use flags::{Flag, FlagKind, easier_of, flags, left_out};
pub(in crate::history) use someone::grounds;
pub use someone::{Ground, SEE_SOMEONE, SeeSomeone, see_someone};
