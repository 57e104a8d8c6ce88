//! The arithmetic of breath: lengths, whole breaths in a hold, and how full the lungs are.

use std::f32::consts::PI;
use std::sync::Arc;

use super::BreathNow;
use crate::model::{BreathPattern, BreathPhase, BreathStage, Seconds};

/// A hold is changed by at most this share of itself to end on a whole breath; past it the breath
/// is fitted to the hold instead.
const MOST_CHANGE: f64 = 0.5;

/// Milliseconds of one stage. A stage that is not a sane length takes no time.
pub(super) fn stage_ms(stage: BreathStage) -> u64 {
    stage.1.to_ms().unwrap_or(0)
}

/// Milliseconds of one whole breath.
pub(super) fn cycle_ms(pattern: &BreathPattern) -> u64 {
    pattern.stages.iter().map(|s| stage_ms(*s)).sum()
}

/// A hold that ends on a whole breath.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WholeBreaths {
    pub(super) len_ms: u64,
    pub(super) pattern: Arc<BreathPattern>,
}

/// The whole number of breaths nearest to `asked_ms` inside `allowed_ms`; where none fits, the
/// breath is made a little faster or slower so that it does.
pub(super) fn whole_breaths(
    asked_ms: u64,
    pattern: &Arc<BreathPattern>,
    allowed_ms: (u64, u64),
) -> WholeBreaths {
    let cycle = cycle_ms(pattern);
    if cycle == 0 || asked_ms == 0 {
        return WholeBreaths { len_ms: asked_ms, pattern: pattern.clone() };
    }
    let below = asked_ms / cycle;
    let fits = |len: u64| {
        let change = len.abs_diff(asked_ms) as f64 / asked_ms as f64;
        len > 0 && (allowed_ms.0..=allowed_ms.1).contains(&len) && change <= MOST_CHANGE
    };
    let nearest = [below, below + 1]
        .into_iter()
        .map(|n| n * cycle)
        .filter(|len| fits(*len))
        .min_by_key(|len| len.abs_diff(asked_ms));
    match nearest {
        Some(len_ms) => WholeBreaths { len_ms, pattern: pattern.clone() },
        None => fitted(asked_ms, pattern, cycle),
    }
}

fn fitted(asked_ms: u64, pattern: &BreathPattern, cycle: u64) -> WholeBreaths {
    let breaths = ((asked_ms + cycle / 2) / cycle).max(1);
    let one = (asked_ms / breaths).max(1);
    WholeBreaths { len_ms: one * breaths, pattern: Arc::new(scaled(pattern, one)) }
}

/// The same breath lasting `len_ms`, to the millisecond.
pub(super) fn scaled(pattern: &BreathPattern, len_ms: u64) -> BreathPattern {
    let cycle = cycle_ms(pattern).max(1);
    let mut before = 0;
    let mut start = 0;
    let stages = pattern.stages.iter().map(|stage| {
        before += stage_ms(*stage);
        let end = before * len_ms / cycle;
        let length = end - start;
        start = end;
        BreathStage(stage.0, Seconds(length as f64 / 1000.0))
    });
    BreathPattern { stages: stages.collect(), ..pattern.clone() }
}

/// How many whole breaths are nearest to a length, at least one.
pub(super) fn nearest_breaths(len_ms: u64, pattern: &BreathPattern) -> u64 {
    let cycle = cycle_ms(pattern).max(1);
    ((len_ms + cycle / 2) / cycle).max(1)
}

/// The breath at `elapsed_ms` into a stretch of `len_ms` that starts with a fresh breath.
/// `None` for a pattern that takes no time.
pub(super) fn breath_at(pattern: &Arc<BreathPattern>, elapsed_us: u64, len_ms: u64) -> Option<BreathNow> {
    let cycle = cycle_ms(pattern) * 1000;
    if cycle == 0 {
        return None;
    }
    let last = (len_ms * 1000 / cycle).saturating_sub(1);
    let breath = (elapsed_us / cycle).min(last);
    let within = (elapsed_us - breath * cycle).min(cycle);
    let (index, into, stage) = stage_at(pattern, within)?;
    let stage_us = stage_ms(stage) * 1000;
    let progress = (into as f32 / stage_us as f32).min(1.0);
    Some(BreathNow {
        pattern: pattern.clone(),
        phase: stage.0,
        stage: index,
        progress,
        stage_secs: stage_us as f32 / 1e6,
        left_secs: stage_us.saturating_sub(into) as f32 / 1e6,
        fullness: fullness(pattern, index, progress),
        breath: breath as u32,
        breaths: last as u32 + 1,
        elapsed_secs: elapsed_us as f32 / 1e6,
    })
}

fn stage_at(pattern: &BreathPattern, within_us: u64) -> Option<(usize, u64, BreathStage)> {
    let mut start = 0;
    let mut found = None;
    for (i, stage) in pattern.stages.iter().enumerate() {
        let len = stage_ms(*stage) * 1000;
        if len > 0 && within_us >= start {
            found = Some((i, within_us - start, *stage));
        }
        start += len;
    }
    found
}

/// How full the lungs are, 0 to 1, `progress` through stage `index`. Several stages that go the
/// same way share the whole change by their length, so a double inhale rises twice.
pub(super) fn fullness(pattern: &BreathPattern, index: usize, progress: f32) -> f32 {
    let Some(stage) = pattern.stages.get(index) else { return 0.0 };
    let eased = eased(stage.0, progress.clamp(0.0, 1.0));
    let full = match stage.0 {
        BreathPhase::In => shared(pattern, index, eased),
        BreathPhase::Full => 1.0,
        BreathPhase::Out => 1.0 - shared(pattern, index, eased),
        BreathPhase::Empty => 0.0,
    };
    // Near its ends the rounding of a curve may lie beyond them.
    full.clamp(0.0, 1.0)
}

/// How much of a stage's change is done `t` through it. Both ends are at rest, so that the breath
/// starts slowly and turns softly; an out-breath leaves early and trails off, as lungs do.
fn eased(phase: BreathPhase, t: f32) -> f32 {
    match phase {
        BreathPhase::Out => t * t * (6.0 - t * (8.0 - 3.0 * t)),
        BreathPhase::In | BreathPhase::Full | BreathPhase::Empty => t * t * (3.0 - 2.0 * t),
    }
}

/// How full the lungs are `secs` after a pattern began to run over and over; empty before that and
/// for a pattern that takes no time.
#[must_use]
pub fn fullness_at(pattern: &BreathPattern, secs: f32) -> f32 {
    let cycle = cycle_ms(pattern) * 1000;
    if cycle == 0 || secs.is_nan() || secs < 0.0 {
        return 0.0;
    }
    let within = (f64::from(secs) * 1e6) as u64 % cycle;
    stage_at(pattern, within).map_or(0.0, |(index, into, stage)| {
        fullness(pattern, index, into as f32 / (stage_ms(stage) * 1000) as f32)
    })
}

fn shared(pattern: &BreathPattern, index: usize, eased: f32) -> f32 {
    let phase = pattern.stages[index].0;
    let same = |range: &[BreathStage]| {
        range.iter().filter(|s| s.0 == phase).map(|s| stage_ms(*s)).sum::<u64>() as f32
    };
    let all = same(&pattern.stages).max(1.0);
    (same(&pattern.stages[..index]) + eased * stage_ms(pattern.stages[index]) as f32) / all
}

/// The quiet breath of a figure that is not paced: whole breaths that start and end empty.
pub(super) fn idle_fullness(elapsed_us: u64, len_ms: u64) -> f32 {
    const ABOUT_MS: u64 = 5_000;
    if len_ms < ABOUT_MS / 2 {
        return 0.0;
    }
    let breaths = ((len_ms + ABOUT_MS / 2) / ABOUT_MS).max(1) as f32;
    let turns = elapsed_us as f32 / 1000.0 / len_ms as f32 * breaths;
    0.5 - 0.5 * (2.0 * PI * turns).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(stages: &[(BreathPhase, f64)]) -> Arc<BreathPattern> {
        Arc::new(BreathPattern {
            id: "p".into(),
            name: "P".into(),
            stages: stages.iter().map(|(p, s)| BreathStage(*p, Seconds(*s))).collect(),
            retention: false,
        })
    }

    fn calm() -> Arc<BreathPattern> {
        pattern(&[(BreathPhase::In, 4.0), (BreathPhase::Out, 6.0)])
    }

    const ANY: (u64, u64) = (0, u64::MAX);

    #[test]
    fn a_hold_goes_to_the_nearest_whole_breath() {
        assert_eq!(whole_breaths(30_000, &calm(), ANY).len_ms, 30_000);
        assert_eq!(whole_breaths(33_000, &calm(), ANY).len_ms, 30_000);
        assert_eq!(whole_breaths(36_000, &calm(), ANY).len_ms, 40_000);
    }

    #[test]
    fn a_hold_stays_inside_its_range() {
        assert_eq!(whole_breaths(36_000, &calm(), (20_000, 38_000)).len_ms, 30_000);
    }

    #[test]
    fn where_no_whole_breath_fits_the_breath_gives_way() {
        let hold = whole_breaths(5_000, &calm(), (0, 60_000));
        assert_eq!(hold.len_ms, 5_000);
        assert_eq!(cycle_ms(&hold.pattern), 5_000);
        assert_eq!(stage_ms(hold.pattern.stages[0]), 2_000);
    }

    #[test]
    fn a_scaled_breath_is_exact_to_the_millisecond() {
        let uneven = pattern(&[(BreathPhase::In, 1.0), (BreathPhase::Out, 1.0), (BreathPhase::Empty, 1.0)]);
        assert_eq!(cycle_ms(&scaled(&uneven, 10_001)), 10_001);
    }

    #[test]
    fn a_double_inhale_rises_twice_and_never_falls() {
        let sigh = pattern(&[(BreathPhase::In, 2.0), (BreathPhase::In, 1.0), (BreathPhase::Out, 6.0)]);
        assert!((fullness(&sigh, 0, 1.0) - 2.0 / 3.0).abs() < 1e-6);
        assert!((fullness(&sigh, 1, 0.0) - 2.0 / 3.0).abs() < 1e-6);
        assert!((fullness(&sigh, 1, 1.0) - 1.0).abs() < 1e-6);
        assert!(fullness(&sigh, 2, 1.0).abs() < 1e-6);
    }

    #[test]
    fn the_breath_never_jerks() {
        let patterns = [
            calm(),
            pattern(&[(BreathPhase::In, 2.0), (BreathPhase::In, 1.0), (BreathPhase::Out, 6.0)]),
            pattern(&[
                (BreathPhase::In, 4.0),
                (BreathPhase::Full, 4.0),
                (BreathPhase::Out, 4.0),
                (BreathPhase::Empty, 4.0),
            ]),
        ];
        for pattern in patterns {
            let at = |ms: u32| fullness_at(&pattern, ms as f32 / 1000.0);
            let speed = |ms: u32| (at(ms + 10) - at(ms)) * 100.0;
            for ms in (0..40_000).step_by(10) {
                // A second of breath is at most one and a half lungs; a turn is spread over time.
                assert!((speed(ms + 10) - speed(ms)).abs() < 0.1, "{:?} at {ms}", pattern.stages);
            }
            let turn = cycle_ms(&pattern) as u32;
            assert!(speed(turn).abs() < 0.02 && speed(turn - 20).abs() < 0.02, "{:?}", pattern.stages);
        }
    }

    #[test]
    fn lungs_are_never_more_than_full_nor_less_than_empty() {
        for step in 0..=1_000_000_u32 {
            let progress = step as f32 / 1e6;
            for stage in [0, 1] {
                let full = fullness(&calm(), stage, progress);
                assert!((0.0..=1.0).contains(&full), "{full} at {progress} of stage {stage}");
            }
        }
    }

    #[test]
    fn an_out_breath_leaves_early_and_trails_off() {
        let half_in = fullness_at(&calm(), 2.0);
        let half_out = fullness_at(&calm(), 7.0);
        assert!((half_in - 0.5).abs() < 1e-3);
        assert!(half_out < 0.4, "{half_out}");
        assert!((fullness_at(&calm(), 12.0) - half_in).abs() < 1e-3, "it runs over and over");
    }

    #[test]
    fn a_pattern_of_nothing_is_flat() {
        assert_eq!(fullness_at(&pattern(&[]), 3.0), 0.0);
        assert_eq!(fullness_at(&pattern(&[(BreathPhase::In, f64::NAN)]), 3.0), 0.0);
        assert_eq!(fullness_at(&calm(), f32::NAN), 0.0);
        assert_eq!(fullness_at(&calm(), -1.0), 0.0);
    }

    #[test]
    fn the_last_instant_still_belongs_to_the_last_breath() {
        let now = breath_at(&calm(), 30_000_000, 30_000).expect("calm takes time");
        assert_eq!((now.breath, now.breaths), (2, 3));
        assert_eq!(now.phase, BreathPhase::Out);
        assert!(now.fullness < 1e-6);
    }
}
