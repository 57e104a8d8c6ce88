//! The Theil–Sen line: the median of the slopes between any two days, weighted by the days between
//! them (Jaeckel 1972), as neighbours tell little of a slope and often have the same whole number.

use super::{Point, median};

/// Pain as a straight line over time.
#[derive(Clone, Copy, Debug)]
pub(in crate::history) struct Fit {
    /// Pain on day 0.
    pub(super) at_0: f64,
    /// Points a day.
    pub(super) slope: f64,
}

impl Fit {
    /// Pain on a day by the line, wherever that lies.
    pub(super) fn value(self, day: f64) -> f64 {
        self.slope.mul_add(day, self.at_0)
    }

    /// Pain on a day by the line, within the scale.
    pub(in crate::history) fn pain_on(self, day: i32) -> f32 {
        self.value(f64::from(day)).clamp(0.0, f64::from(crate::model::MOST)) as f32
    }
}

/// The line with the median slope of all pairs, each counted as often as it has days between, and
/// through the median of what that leaves.
pub(super) fn line(points: &[Point]) -> Fit {
    let mut pairs = Vec::with_capacity(points.len() * points.len() / 2);
    for (place, &(day, pain)) in points.iter().enumerate() {
        pairs.extend(points[place + 1..].iter().map(|later| {
            let apart = later.0 - day;
            ((later.1 - pain) / apart, apart)
        }));
    }
    let slope = weighted_median(pairs);
    Fit { at_0: median(points.iter().map(|&(day, pain)| slope.mul_add(-day, pain)).collect()), slope }
}

/// The value on both sides of which lies half of the weight, or halfway between the two that share
/// the middle; 0 of none.
fn weighted_median(mut pairs: Vec<(f64, f64)>) -> f64 {
    pairs.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let half = pairs.iter().map(|pair| pair.1).sum::<f64>() / 2.0;
    let mut passed = 0.0;
    for (place, &(value, weight)) in pairs.iter().enumerate() {
        passed += weight;
        if passed > half {
            return value;
        }
        // Days are whole or half, so that sums of them are exact.
        if passed == half {
            return f64::midpoint(value, pairs.get(place + 1).map_or(value, |next| next.0));
        }
    }
    0.0
}
