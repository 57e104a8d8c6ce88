//! How much the pain of a day resembles that of the days before, and what that takes from the worth
//! of many days.
//!
//! Days that resemble each other tell less than as many independent ones. Around the trend pain is
//! taken to be autoregressive of the first order, so that two days resemble each other by a power of
//! the days between them, whichever days were left out:
//!
//! - What is estimated is the correlation of the ranks of neighbouring residuals (Hamed and Rao 1998),
//!   around the fitted line, as a trend alone would look like resemblance (Yue and Wang 2004).
//! - Taking a mean and a slope out of few days makes them seem less alike than they are: the
//!   estimate is freed of that bias (Kendall 1954; Marriott and Pope 1954).
//! - The variance is widened as Hamed and Rao widen it, summed pair by pair, so that gaps count as
//!   long as they are. It is never made narrower: where neighbours are unlike each other they count
//!   as independent.

use super::{Fit, Point};

/// How much a day is taken to resemble the day before at most. No source gives a figure; it is more
/// than is found of pain from day to day, and with more no few weeks could ever tell anything.
pub(super) const MOST_ALIKE: f64 = 0.75;

/// Halvings until the resemblance is known to a millionth.
const HALVINGS: usize = 20;

/// Differences that rounding alone makes.
const ROUNDING: f64 = 1e-9;

/// How much a day resembles the one before, around the line: 0 to [`MOST_ALIKE`].
pub(super) fn between_days(points: &[Point], fit: Fit) -> f64 {
    let seen = freed_of_bias(neighbouring(&residuals(points, fit)), points.len() as f64);
    // The one by which neighbours, some days apart, are on average as much alike as was seen.
    let (mut low, mut high) = (0.0, MOST_ALIKE);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        let on_average = gaps(points).map(|days| middle.powf(days)).sum::<f64>() / (points.len() - 1) as f64;
        if on_average < seen {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// By how much the variance of the Mann–Kendall score is wider than that of independent days, if a
/// day resembles the one before by so much.
pub(super) fn widening(points: &[Point], alike: f64) -> f64 {
    let n = points.len() as f64;
    let steps: Vec<f64> = gaps(points).map(|days| alike.powf(days)).collect();
    let mut sum = 0.0;
    for first in 0..steps.len() {
        let mut alike = 1.0;
        for (step, between) in steps[first..].iter().zip(1..) {
            alike *= step;
            let others = n - f64::from(between);
            sum += (others - 1.0) * (others - 2.0) * alike;
        }
    }
    1.0 + 2.0 * sum / (n * (n - 1.0) * (n - 2.0))
}

/// The days from each point to the next.
fn gaps(points: &[Point]) -> impl Iterator<Item = f64> {
    points.windows(2).map(|pair| pair[1].0 - pair[0].0)
}

/// What is left of the points when the line is taken out of them.
fn residuals(points: &[Point], fit: Fit) -> Vec<f64> {
    points.iter().map(|&(day, pain)| pain - fit.value(day)).collect()
}

/// The correlation of the ranks of neighbours; 0 where all are the same.
fn neighbouring(values: &[f64]) -> f64 {
    let ranks = ranks(values);
    let squares: f64 = ranks.iter().map(|rank| rank * rank).sum();
    let products: f64 = ranks.windows(2).map(|pair| pair[0] * pair[1]).sum();
    if squares > 0.0 { products / squares } else { 0.0 }
}

/// The ranks of values, around 0; those of equals are the same.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for group in order.chunk_by(|&one, &next| values[next] - values[one] < ROUNDING) {
        let above = values.len() - below - group.len();
        for &place in group {
            ranks[place] = (below as f64 - above as f64) / 2.0;
        }
        below += group.len();
    }
    ranks
}

/// A correlation of neighbours among so many residuals of a line, as it is among the days
/// themselves: on average it comes out smaller by (2 + 4 times itself) / n.
fn freed_of_bias(seen: f64, n: f64) -> f64 {
    n.mul_add(seen, 2.0) / (n - 4.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_share_a_rank_and_rounding_makes_no_difference() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0 + 1e-12, 9.0]), [0.0, -1.5, 0.0, 1.5]);
        assert_eq!(neighbouring(&[0.5; 7]), 0.0, "nothing is left that could be alike");
    }

    #[test]
    fn resemblance_widens_more_the_nearer_days_are() {
        let every = |step: u32| -> Vec<Point> { (0..30).map(|day| (f64::from(day * step), 0.0)).collect() };
        assert_eq!(widening(&every(1), 0.0), 1.0);
        let factors = [7, 3, 1].map(|step| widening(&every(step), 0.6));
        assert!(factors[0] > 1.0 && factors.is_sorted(), "{factors:?}");
        // Of many days it comes near (1 + 0.6) / (1 - 0.6).
        let many: Vec<Point> = (0..1000).map(|day| (f64::from(day), 0.0)).collect();
        assert!((widening(&many, 0.6) - 4.0).abs() < 0.03, "{}", widening(&many, 0.6));
    }
}
