//! What each kind of cue sounds like.
//!
//! Told apart by shape: rising starts, falling ends, a rocking pair changes sides, falling and
//! settling rests, an arch closes a set, a cadence closes the session; the breath is a soft swell
//! that glides up or down. Ticks are single and short. All notes are of one pentatonic scale, so
//! that chimes that overlap agree.
//!
//! The loudest 400 ms of all kinds lie within 3 LU of one another, K-weighted. Short ones make up
//! for it with their peaks, which are the highest.

use std::sync::Arc;

use super::note::{Note, Timbre};
use crate::engine::CueKind;

const G3: f64 = 196.00;
const C4: f64 = 261.63;
const E4: f64 = 329.63;
const G4: f64 = 392.00;
const A4: f64 = 440.00;
const C5: f64 = 523.25;
const D5: f64 = 587.33;
const E5: f64 = 659.26;
const G5: f64 = 783.99;
const A5: f64 = 880.00;
const C6: f64 = 1046.50;

/// No chime differs by more than this from one sample to the next, at 44.1 kHz and above: a click
/// would be a jump of several times this.
pub const LARGEST_JUMP: f32 = 0.04;

const fn bell(at_secs: f64, hz: f64, level: f64, decay_secs: f64, len_secs: f64) -> Note {
    Note { at_secs, len_secs, from_hz: hz, to_hz: hz, level, timbre: Timbre::Bell { decay_secs } }
}

const fn swell(from_hz: f64, to_hz: f64, level: f64, top: f64) -> Note {
    Note { at_secs: 0.0, len_secs: 1.1, from_hz, to_hz, level, timbre: Timbre::Swell { top } }
}

/// The notes of a kind's chime.
#[must_use]
pub fn notes(kind: CueKind) -> &'static [Note] {
    match kind {
        CueKind::LeadTick => &const { [bell(0.0, C5, 0.41, 0.11, 0.36)] },
        CueKind::Start => &const { [bell(0.0, C5, 0.22, 0.22, 0.60), bell(0.13, G5, 0.24, 0.26, 0.80)] },
        CueKind::Rep => &const { [bell(0.0, G4, 0.38, 0.12, 0.38)] },
        CueKind::Halfway => &const { [bell(0.0, E5, 0.27, 0.13, 0.40), bell(0.20, E5, 0.27, 0.16, 0.50)] },
        CueKind::LastTick => &const { [bell(0.0, A5, 0.37, 0.11, 0.36)] },
        CueKind::End => &const { [bell(0.0, G5, 0.23, 0.22, 0.60), bell(0.13, C5, 0.23, 0.28, 0.85)] },
        CueKind::Switch => {
            &const {
                [
                    bell(0.0, A4, 0.28, 0.10, 0.40),
                    bell(0.13, E5, 0.28, 0.14, 0.45),
                    bell(0.36, A4, 0.28, 0.10, 0.40),
                    bell(0.49, E5, 0.28, 0.18, 0.60),
                ]
            }
        }
        CueKind::Rest => {
            &const {
                [
                    bell(0.0, G5, 0.205, 0.18, 0.50),
                    bell(0.13, C5, 0.205, 0.20, 0.60),
                    bell(0.30, G4, 0.225, 0.35, 1.00),
                ]
            }
        }
        CueKind::Next => &const { [bell(0.0, E5, 0.21, 0.24, 0.75), bell(0.0, A5, 0.18, 0.24, 0.75)] },
        CueKind::BreathIn => &const { [swell(G3, E4, 0.20, 0.55)] },
        CueKind::BreathOut => &const { [swell(E4, G3, 0.20, 0.35)] },
        CueKind::SetDone => {
            &const {
                [
                    bell(0.0, D5, 0.22, 0.14, 0.45),
                    bell(0.14, A5, 0.22, 0.16, 0.50),
                    bell(0.28, D5, 0.24, 0.24, 0.75),
                ]
            }
        }
        CueKind::SessionDone => {
            &const {
                [
                    bell(0.0, G4, 0.15, 0.30, 0.80),
                    bell(0.0, D5, 0.13, 0.30, 0.80),
                    bell(0.32, A4, 0.15, 0.30, 0.80),
                    bell(0.32, E5, 0.13, 0.30, 0.80),
                    bell(0.70, C4, 0.13, 0.60, 1.70),
                    bell(0.72, G4, 0.11, 0.60, 1.68),
                    bell(0.74, E5, 0.11, 0.60, 1.66),
                    bell(0.76, C6, 0.07, 0.50, 1.64),
                ]
            }
        }
    }
}

/// Every chime, rendered once for one rate.
#[derive(Clone, Debug)]
pub struct Chimes {
    rate: u32,
    longest: u64,
    samples: [Arc<[f32]>; CueKind::ALL.len()],
}

impl Chimes {
    /// Renders all chimes at `rate` frames a second.
    #[must_use]
    pub fn new(rate: u32) -> Self {
        let samples = CueKind::ALL.map(|kind| render(kind, rate));
        let longest = samples.iter().map(|chime| chime.len() as u64).max().unwrap_or(0);
        Self { rate, longest, samples }
    }

    /// Frames a second.
    #[must_use]
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// Length of the longest chime in frames.
    #[must_use]
    pub fn longest(&self) -> u64 {
        self.longest
    }

    /// The mono samples of a kind, at full volume. The first one is above zero: a chime's onset is
    /// its frame 0.
    #[must_use]
    pub fn of(&self, kind: CueKind) -> &[f32] {
        // `kind as usize` follows the order of declaration, which is that of `ALL` (tested).
        &self.samples[kind as usize]
    }
}

fn render(kind: CueKind, rate: u32) -> Arc<[f32]> {
    let notes = notes(kind);
    let len_secs = notes.iter().map(|n| n.at_secs + n.len_secs).fold(0.0, f64::max);
    let frames = (len_secs * f64::from(rate)).ceil() as u64;
    // Frame n is heard at (n + 1) / rate, so that frame 0 is the first that is not silent.
    let secs = |frame: u64| (frame + 1) as f64 / f64::from(rate);
    (0..frames).map(|frame| notes.iter().map(|n| n.at(secs(frame))).sum::<f64>() as f32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_index_in_the_order_of_all() {
        for (index, kind) in CueKind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, index);
        }
    }

    #[test]
    fn every_kind_differs_from_every_other() {
        for (i, a) in CueKind::ALL.into_iter().enumerate() {
            for b in &CueKind::ALL[i + 1..] {
                assert_ne!(notes(a), notes(*b), "{} and {}", a.name(), b.name());
            }
        }
    }
}
