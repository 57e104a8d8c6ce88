//! Sound: chimes, the score that places them by audio frame, its renderer, the output, and the voice.
//!
//! Everything but [`mod@output`] and [`voice`] is pure: samples are functions of (score, frame).

mod chime;
mod deck;
mod gain;
mod limiter;
mod mix;
mod note;
pub mod output;
mod playhead;
mod renderer;
mod score;
pub mod voice;
mod wav;

pub use chime::{Chimes, notes};
pub use deck::{Deck, DeckOrder};
pub use gain::{Ramp, gain_from_volume};
pub use limiter::{CEILING, TRANSPARENT_BELOW, limit};
pub use mix::{Levels, Mix};
pub use note::{Note, Timbre};
pub use output::{Clock, Health, Output};
pub use playhead::{Course, Heard, Hearing, Pacer};
pub use renderer::Renderer;
pub use score::{Event, Kinds, Score, audible, frame_at, frame_of};
pub use voice::{Voice, VoiceHealth};
pub use wav::{WAV_RATE, WavError, guided_track, write_guided_track};
