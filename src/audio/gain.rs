//! Loudness that changes without clicks.

/// The factor for a volume from 0 to 1. The square is near to how loudness is felt: half the
/// volume is a quarter of the amplitude.
#[must_use]
pub fn gain_from_volume(volume: f32) -> f32 {
    if volume.is_finite() { volume.clamp(0.0, 1.0).powi(2) } else { 0.0 }
}

/// A factor that walks to its target in a straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ramp {
    now: f32,
    target: f32,
    step: f32,
}

impl Ramp {
    /// Stands still at `gain`.
    #[must_use]
    pub fn at(gain: f32) -> Self {
        Self { now: gain, target: gain, step: 0.0 }
    }

    /// Walks to `gain` within `frames` from here on.
    pub fn go(&mut self, gain: f32, frames: u32) {
        self.target = gain;
        self.step = (gain - self.now) / frames.max(1) as f32;
    }

    /// The factor `frames` from here.
    #[must_use]
    pub fn after(&self, frames: u32) -> f32 {
        let walk = self.step * frames as f32;
        let left = self.target - self.now;
        if walk.abs() >= left.abs() { self.target } else { self.now + walk }
    }

    /// Lets so many frames go by.
    pub fn advance(&mut self, frames: u32) {
        self.now = self.after(frames);
    }

    /// The factor for the next frame.
    #[expect(clippy::should_implement_trait, reason = "endless, so not an iterator")]
    pub fn next(&mut self) -> f32 {
        self.advance(1);
        self.now
    }

    /// True once it stands at zero.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.now == 0.0 && self.target == 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrives_in_even_steps() {
        let mut ramp = Ramp::at(0.0);
        ramp.go(1.0, 4);
        assert_eq!([(); 5].map(|()| ramp.next()), [0.25, 0.5, 0.75, 1.0, 1.0]);
    }

    #[test]
    fn turns_round_half_way() {
        let mut ramp = Ramp::at(1.0);
        ramp.go(0.0, 2);
        assert_eq!(ramp.next(), 0.5);
        ramp.go(1.0, 2);
        assert_eq!([ramp.next(), ramp.next()], [0.75, 1.0]);
        ramp.go(0.0, 1);
        ramp.next();
        assert!(ramp.is_silent());
    }

    #[test]
    fn volume_is_tamed() {
        assert_eq!(gain_from_volume(0.5), 0.25);
        assert_eq!(gain_from_volume(7.0), 1.0);
        assert_eq!(gain_from_volume(f32::NAN), 0.0);
    }
}
