//! The Mann–Kendall test: whether more pairs of days rise than fall, or the other way round, than
//! chance makes them (Kendall's tau against time), at 5 %, two-sided.
//!
//! The variance has the correction for ties, of which a scale of eleven steps has many, and is
//! widened by the resemblance of days ([`serial_correlation`]). That is an estimate, and of few days
//! a poor one; two bounds make it safe, of which the nearer one holds:
//!
//! - with the resemblance as estimated, the quantile is Student's for as many degrees of freedom as
//!   the effective number of days leaves, after Santer and others (2000), not the normal one;
//! - with the most resemblance there may be, nothing is estimated and the normal one is enough.

use super::serial_correlation::{self, MOST_ALIKE};
use super::{Fit, Point};

/// The quantile of the normal distribution for a two-sided test at 5 %.
const NORMAL: f64 = 1.96;

/// Whether the points rise or fall by more than chance.
pub(super) fn is_beyond_chance(points: &[Point], fit: Fit) -> bool {
    let alike = serial_correlation::between_days(points, fit);
    let estimated = serial_correlation::widening(points, alike);
    let effective = points.len() as f64 / estimated;
    let by_estimate = student(effective - 2.0) * estimated.sqrt();
    let at_most = NORMAL * serial_correlation::widening(points, MOST_ALIKE).sqrt();
    score(points).abs() > by_estimate.min(at_most)
}

/// By how many standard deviations the pairs that rise differ in number from those that fall, if
/// days were independent.
fn score(points: &[Point]) -> f64 {
    let n = points.len() as f64;
    let mut more_rise = 0_i64;
    for (place, &(_, pain)) in points.iter().enumerate() {
        for &(_, later) in &points[place + 1..] {
            more_rise += i64::from(later > pain) - i64::from(later < pain);
        }
    }
    let of_group = |size: f64| size * (size - 1.0) * 2.0_f64.mul_add(size, 5.0);
    let mut pains: Vec<f64> = points.iter().map(|point| point.1).collect();
    pains.sort_by(f64::total_cmp);
    let tied: f64 = pains.chunk_by(|one, next| one == next).map(|group| of_group(group.len() as f64)).sum();
    let variance = (of_group(n) - tied) / 18.0;
    if more_rise == 0 || variance <= 0.0 {
        return 0.0;
    }
    let counted = more_rise as f64;
    (counted - counted.signum()) / variance.sqrt()
}

/// The quantile of Student's distribution that [`NORMAL`] is of the normal one, by the expansion of
/// Cornish and Fisher (Abramowitz and Stegun 26.7.5); under one degree of freedom it is taken as one.
fn student(freedom: f64) -> f64 {
    let per = freedom.max(1.0).recip();
    let odd = |power: i32| NORMAL.powi(power);
    let first = (odd(3) + odd(1)) / 4.0;
    let second = (5.0 * odd(5) + 16.0 * odd(3) + 3.0 * odd(1)) / 96.0;
    let third = (3.0 * odd(7) + 19.0 * odd(5) + 17.0 * odd(3) - 15.0 * odd(1)) / 384.0;
    NORMAL + per * (first + per * (second + per * third))
}

#[cfg(test)]
mod tests {
    use super::student;

    #[test]
    fn the_quantile_is_the_one_in_the_tables() {
        for (freedom, expected, within) in [
            (2.0, 4.303, 0.15),
            (3.0, 3.182, 0.03),
            (5.0, 2.571, 0.005),
            (10.0, 2.228, 0.001),
            (1e9, 1.96, 1e-6),
        ] {
            let told = student(freedom);
            assert!((told - expected).abs() <= within, "{freedom}: {told}");
        }
    }
}
