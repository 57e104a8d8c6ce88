//! One synthesised note: a few sine partials under a soft envelope, as a pure function of time.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// How a note is coloured and how it dies away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Timbre {
    /// A soft bell: it is struck, and rings away with this time constant in seconds.
    Bell {
        /// Time in which the note falls to 37 %.
        decay_secs: f64,
    },
    /// A swell, like a slow breath across a bottle: it grows and goes.
    Swell {
        /// Where in the note the top is, 0 to 1.
        top: f64,
    },
}

/// One note of a chime.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// Start, in seconds from the start of the chime.
    pub at_secs: f64,
    /// Length in seconds; silent from there on.
    pub len_secs: f64,
    /// Pitch at the start, in hertz.
    pub from_hz: f64,
    /// Pitch at the end, in hertz; the note glides there.
    pub to_hz: f64,
    /// Loudness, as the sum of the partials at the top.
    pub level: f64,
    /// Colour and envelope.
    pub timbre: Timbre,
}

/// How long a bell takes to reach its top. A longer strike would blur the instant, a shorter one clicks.
const ATTACK_SECS: f64 = 0.016;
/// A swell is there after its attack at this part of its top, so that its instant is heard as well.
const SWELL_ONSET: f64 = 0.3;
/// The last part of a bell's length, in which it is led to exact silence.
const RELEASE_SHARE: f64 = 0.4;

/// Partials as (multiple of the pitch, share of the level, how much faster it decays).
const BELL_PARTIALS: [(f64, f64, f64); 3] = [(1.0, 0.78, 1.0), (2.0, 0.17, 1.8), (3.0, 0.05, 3.0)];
const SWELL_PARTIALS: [(f64, f64, f64); 3] = [(1.0, 0.72, 1.0), (2.0, 0.20, 1.0), (3.0, 0.08, 1.0)];

impl Note {
    /// The note's value `secs` after the start of its chime.
    #[must_use]
    pub fn at(&self, secs: f64) -> f64 {
        let t = secs - self.at_secs;
        if t < 0.0 || t >= self.len_secs {
            return 0.0;
        }
        let turns = self.from_hz * t + (self.to_hz - self.from_hz) * t * t / (2.0 * self.len_secs);
        let (partials, decay_secs) = match self.timbre {
            Timbre::Bell { decay_secs } => (&BELL_PARTIALS, decay_secs),
            Timbre::Swell { .. } => (&SWELL_PARTIALS, f64::INFINITY),
        };
        // Cosines: the very first sample is already above zero, so the onset is the first frame.
        let sum: f64 = partials
            .iter()
            .map(|&(multiple, share, speed)| {
                share * (TAU * multiple * turns).cos() * (-t * speed / decay_secs).exp()
            })
            .sum();
        self.level * self.envelope(t) * sum
    }

    fn envelope(&self, t: f64) -> f64 {
        let attack = (FRAC_PI_2 * (t / ATTACK_SECS).min(1.0)).sin();
        match self.timbre {
            Timbre::Bell { .. } => {
                let left = (self.len_secs - t) / (self.len_secs * RELEASE_SHARE);
                attack * half_cosine(left)
            }
            Timbre::Swell { top } => {
                let top_secs = self.len_secs * top;
                let swell = if t < top_secs {
                    SWELL_ONSET + (1.0 - SWELL_ONSET) * half_cosine(t / top_secs)
                } else {
                    half_cosine((self.len_secs - t) / (self.len_secs - top_secs))
                };
                attack * swell
            }
        }
    }
}

/// 0 to 1 without corners, for `x` from 0 to 1.
fn half_cosine(x: f64) -> f64 {
    0.5 - 0.5 * (PI * x.clamp(0.0, 1.0)).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BELL: Note = Note {
        at_secs: 0.1,
        len_secs: 0.5,
        from_hz: 440.0,
        to_hz: 440.0,
        level: 0.3,
        timbre: Timbre::Bell { decay_secs: 0.1 },
    };

    #[test]
    fn is_silent_outside_its_span() {
        assert_eq!(BELL.at(0.099), 0.0);
        assert_eq!(BELL.at(0.6), 0.0);
        assert!(BELL.at(0.1 + 1.0 / 48_000.0) > 0.0);
    }

    #[test]
    fn ends_in_silence() {
        assert!(BELL.at(0.5999).abs() < 1e-5);
    }

    #[test]
    fn swell_peaks_at_its_top() {
        let swell = Note { timbre: Timbre::Swell { top: 0.4 }, ..BELL };
        let loudest = (0..500)
            .map(|i| f64::from(i) / 1000.0)
            .max_by(|a, b| swell.envelope(*a).total_cmp(&swell.envelope(*b)));
        assert_eq!(loudest, Some(0.2));
    }
}
