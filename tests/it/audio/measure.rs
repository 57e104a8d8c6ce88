//! Ears: measures of a sound.

use std::f64::consts::TAU;

/// The largest absolute sample.
pub(crate) fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak, sample| peak.max(sample.abs()))
}

/// The largest difference of two neighbours, silence before the first included.
pub(crate) fn largest_jump(samples: &[f32]) -> f32 {
    let mut before = 0.0;
    samples.iter().fold(0.0, |largest, sample| {
        let jump: f32 = (sample - before).abs();
        before = *sample;
        largest.max(jump)
    })
}

/// Milliseconds until the sound's outline has reached 90 % of its first top, looked for in the
/// first `within_ms`.
pub(crate) fn attack_ms(samples: &[f32], rate: u32, within_ms: u32) -> f32 {
    let frames = (rate * within_ms / 1000) as usize;
    let start = &samples[..samples.len().min(frames)];
    let top = 0.9 * peak(start);
    let reached = start.iter().position(|sample| sample.abs() >= top).unwrap_or(0);
    reached as f32 * 1000.0 / rate as f32
}

/// Strength of one frequency (Goertzel).
pub(crate) fn strength(samples: &[f32], rate: u32, hz: f64) -> f64 {
    let (mut re, mut im) = (0.0, 0.0);
    for (n, sample) in samples.iter().enumerate() {
        let phase = TAU * hz * n as f64 / f64::from(rate);
        re += f64::from(*sample) * phase.cos();
        im += f64::from(*sample) * phase.sin();
    }
    re.hypot(im) / samples.len().max(1) as f64
}

/// The strongest frequency between 150 and 1200 Hz, to 5 Hz.
pub(crate) fn dominant_hz(samples: &[f32], rate: u32) -> f64 {
    let strongest = (30..240)
        .map(|step| f64::from(step) * 5.0)
        .map(|hz| (hz, strength(samples, rate, hz)))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    strongest.map_or(0.0, |(hz, _)| hz)
}

/// 400 ms at 48 kHz.
const WINDOW: usize = 19_200;

/// The loudest 400 ms in LUFS, K-weighted as in ITU-R BS.1770 (momentary loudness), at 48 kHz.
pub(crate) fn loudness(samples: &[f32]) -> f64 {
    let shelf = [
        1.535_124_859_586_97,
        -2.691_696_189_406_38,
        1.198_392_810_852_85,
        -1.690_659_293_182_41,
        0.732_480_774_215_85,
    ];
    let high_pass = [1.0, -2.0, 1.0, -1.990_047_454_833_98, 0.990_072_250_366_21];
    let weighted =
        biquad(&biquad(&samples.iter().map(|s| f64::from(*s)).collect::<Vec<_>>(), shelf), high_pass);
    let mut padded = vec![0.0; WINDOW];
    padded.extend(weighted);
    padded.extend(vec![0.0; WINDOW]);
    let loudest = padded
        .windows(WINDOW)
        .step_by(480)
        .map(|window| window.iter().map(|s| s * s).sum::<f64>() / WINDOW as f64)
        .fold(0.0, f64::max);
    -0.691 + 10.0 * loudest.log10()
}

fn biquad(samples: &[f64], [b0, b1, b2, a1, a2]: [f64; 5]) -> Vec<f64> {
    let (mut s1, mut s2) = (0.0, 0.0);
    samples
        .iter()
        .map(|x| {
            let y = b0 * x + s1;
            s1 = b1 * x - a1 * y + s2;
            s2 = b2 * x - a2 * y;
            y
        })
        .collect()
}
