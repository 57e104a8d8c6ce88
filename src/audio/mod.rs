//! Sound: chimes, the score that places them by audio frame, its renderer, the output, and the voice.
//!
//! Everything but [`mod@output`] and [`voice`] is pure: samples are functions of (score, frame).

mod chime;
mod deck;
mod gain;
mod lead;
mod limiter;
mod mix;
mod note;
pub mod output;
mod playhead;
mod renderer;
mod score;
pub mod voice;
mod wav;

pub use chime::{Chimes, LARGEST_JUMP as LARGEST_JUMP_OF_ONE, notes};
pub use deck::{Deck, DeckOrder};
pub use gain::{Ramp, gain_from_volume};
pub use lead::{LEAD_MS, LEAD_PEAK, Lead};
pub use limiter::{CEILING, LARGEST_JUMP, TRANSPARENT_BELOW, limit};
pub use mix::{Levels, Mix};
pub use note::{Note, Timbre};
pub use output::{Clock, Health, Output};
pub use playhead::{Course, Heard, Hearing, Pacer};
pub use renderer::Renderer;
pub use score::{Event, Kinds, Score, audible, frame_at, frame_of};
pub use voice::{Voice, VoiceHealth};
pub use wav::{WAV_RATE, WavError, guided_track, write_guided_track};
