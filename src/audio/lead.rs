//! Wakes the loudspeaker before a chime that follows silence.
//!
//! Wireless loudspeakers and some amplifiers sleep while they are sent silence, and swallow what
//! comes first. So a little noise, far too quiet to be heard, goes ahead of the first chime. It only
//! ever fills silence: the samples of chimes, and the frames they fall on, stay as they are.

/// How long the noise goes ahead of a chime, in milliseconds. Waking takes up to half a second.
pub const LEAD_MS: u64 = 600;

/// After so much silence a loudspeaker may sleep, in milliseconds.
const SLEEPS_AFTER_MS: u64 = 2_000;

/// No sample of the noise gets above this: −66 dBFS. Below it, some take it for silence.
pub const LEAD_PEAK: f32 = 0.0005;

/// Frames from one random value to the next; between them the noise goes in straight lines, which
/// keeps it low: a soft murmur, should anyone turn the volume up enough to hear it.
const GRAIN: u64 = 32;

/// The noise, and what it has to know.
#[derive(Clone, Debug)]
pub struct Lead {
    rate: u32,
    /// Frames since something was last heard; at first as many as there can be.
    silent_for: u64,
    /// Frames of noise since then.
    murmured_for: u64,
    /// Frames in all, from which the noise follows.
    frame: u64,
}

impl Lead {
    /// For a device that was just opened, at `rate` frames a second.
    #[must_use]
    pub fn new(rate: u32) -> Self {
        Self { rate, silent_for: u64::MAX, murmured_for: 0, frame: 0 }
    }

    /// Fills the silence in `out`, the next frames, where a chime is `expected` soon after a long
    /// silence or the noise has begun already.
    pub fn fill(&mut self, expected: bool, out: &mut [f32]) {
        for sample in out {
            self.frame += 1;
            if *sample != 0.0 {
                (self.silent_for, self.murmured_for) = (0, 0);
                continue;
            }
            self.silent_for = self.silent_for.saturating_add(1);
            if expected && self.sleeps() {
                self.murmured_for += 1;
                *sample = noise(self.frame);
            }
        }
    }

    /// True where a chime would be heard whole: the loudspeaker has not had time to sleep, or has
    /// had time to wake.
    #[must_use]
    pub fn is_awake(&self) -> bool {
        !self.sleeps() || self.murmured_for >= self.frames(LEAD_MS)
    }

    fn sleeps(&self) -> bool {
        self.silent_for > self.frames(SLEEPS_AFTER_MS)
    }

    fn frames(&self, ms: u64) -> u64 {
        ms * u64::from(self.rate) / 1000
    }
}

/// The noise at a frame: the same every time.
fn noise(frame: u64) -> f32 {
    let (grain, into) = (frame / GRAIN, (frame % GRAIN) as f32 / GRAIN as f32);
    let (from, to) = (random(grain), random(grain + 1));
    LEAD_PEAK * (from + (to - from) * into)
}

/// A value from -1 to 1 that looks like chance, from its number alone (the end of `SplitMix64`).
fn random(number: u64) -> f32 {
    let mut bits = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (bits >> 40) as f32 / (1_u64 << 23) as f32 - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(lead: &mut Lead, expected: bool, frames: usize) -> Vec<f32> {
        let mut out = vec![0.0; frames];
        lead.fill(expected, &mut out);
        out
    }

    fn sounding(lead: &mut Lead) {
        lead.fill(true, &mut [0.3; 10]);
    }

    #[test]
    fn a_device_just_opened_is_asleep_until_it_was_woken() {
        let mut lead = Lead::new(1000);
        assert!(!lead.is_awake());
        assert!(filled(&mut lead, false, 500).iter().all(|s| *s == 0.0), "nothing is expected");
        let noise = filled(&mut lead, true, 599);
        assert!(noise.iter().any(|s| *s != 0.0) && !lead.is_awake());
        filled(&mut lead, true, 1);
        assert!(lead.is_awake());
    }

    #[test]
    fn silence_that_is_short_stays_silence() {
        let mut lead = Lead::new(1000);
        sounding(&mut lead);
        assert!(filled(&mut lead, true, 2000).iter().all(|s| *s == 0.0));
        assert!(lead.is_awake());
        assert!(filled(&mut lead, true, 100).iter().any(|s| *s != 0.0));
        assert!(!lead.is_awake());
    }

    #[test]
    fn the_noise_is_quiet_even_and_without_a_bias() {
        let noise: Vec<f32> = (0..48_000).map(noise).collect();
        let peak = noise.iter().fold(0.0_f32, |peak, s| peak.max(s.abs()));
        assert!(peak <= LEAD_PEAK && peak > 0.9 * LEAD_PEAK, "{peak}");
        let mean = noise.iter().sum::<f32>() / 48_000.0;
        assert!(mean.abs() < 0.05 * LEAD_PEAK, "{mean}");
    }
}
