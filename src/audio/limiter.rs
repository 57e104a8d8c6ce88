//! A soft limiter without memory: each sample depends on itself alone, so that any frame can be
//! rendered on its own.

/// Below this a sample passes unchanged. No single chime reaches it.
pub const TRANSPARENT_BELOW: f32 = 0.45;

/// No sample gets above this: −3.1 dBFS.
pub const CEILING: f32 = 0.70;

/// However many chimes a session sounds at once, no sample differs by more than this from the one
/// before, at 44.1 kHz and above: a tone of 1 kHz at the ceiling does as much.
pub const LARGEST_JUMP: f32 = 0.1;

/// Bends what is above [`TRANSPARENT_BELOW`] smoothly under [`CEILING`].
#[must_use]
pub fn limit(sample: f32) -> f32 {
    let size = sample.abs();
    if size <= TRANSPARENT_BELOW {
        return sample;
    }
    let room = CEILING - TRANSPARENT_BELOW;
    let over = (size - TRANSPARENT_BELOW) / room;
    (TRANSPARENT_BELOW + room * over.tanh()).copysign(sample)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_what_is_quiet() {
        assert_eq!(limit(0.3), 0.3);
        assert_eq!(limit(-TRANSPARENT_BELOW), -TRANSPARENT_BELOW);
    }

    #[test]
    fn never_passes_the_ceiling_and_keeps_the_order() {
        let mut last = -1.0;
        for i in -4000..=4000_i16 {
            let out = limit(f32::from(i) / 1000.0);
            assert!(out.abs() <= CEILING);
            assert!(out >= last);
            last = out;
        }
    }
}
