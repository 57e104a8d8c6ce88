//! Where pain is going, as far as a handful of numbers between 0 and 10 can tell.
//!
//! Three questions are asked of the pain before sessions, one value a day (the median of the day's
//! sessions, so that a day of many sessions counts once):
//!
//! 1. *How fast?* The Theil–Sen slope: the median of the slopes between any two days, weighted by
//!    the days between them (Jaeckel 1972), as neighbours tell little of a slope and often have the
//!    same whole number. A single bad day does not move it.
//! 2. *More than chance?* The Mann–Kendall test (Kendall's tau against time) at 5 %, two-sided,
//!    with the correction for ties, of which a scale of eleven steps has many. Pain today resembles
//!    pain yesterday, and days that resemble each other tell less than as many independent ones: the
//!    variance is widened by the correlation of neighbouring days around the fitted line, after Yue
//!    and Wang (2004). Without that, a month of ordinary ups and downs would pass for a trend.
//! 3. *Enough to matter?* Half a point in four weeks, or a whole point over all the time looked at:
//!    less than that cannot be told from the way one puts the number.
//!
//! Whatever does not pass is level, and under [`FEWEST_DAYS`] days with pain told, or
//! [`SHORTEST`] days between the first and the last, nothing is said at all.

/// Under this many days with pain told nothing is said. Six is also the fewest with which the test
/// leaves room for a day out of line.
const FEWEST_DAYS: usize = 6;

/// Under this many days from the first to the last nothing is said.
const SHORTEST: i32 = 14;

/// Pairs grow with the square of the points: so many points are compared at most. More days than
/// that are put together, as many in each, by their medians.
const MOST_POINTS: usize = 200;

/// The quantile of the normal distribution for a two-sided test at 5 %.
const BEYOND_CHANCE: f64 = 1.96;

/// How close neighbouring days are taken to be at most: beyond that no trend could ever be told.
const MOST_ALIKE: f64 = 0.9;

/// The days of four weeks.
const FOUR_WEEKS: f64 = 28.0;

/// The least in four weeks that matters, in points of the scale.
const LEAST_IN_FOUR_WEEKS: f64 = 0.5;

/// The least from the first day to the last that matters, in points of the scale.
const LEAST_IN_ALL: f64 = 1.0;

/// Where pain is going, as far as it can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Trend {
    /// Too few points, or too short a time, to say.
    #[default]
    TooFew,
    /// It goes neither up nor down, beyond what chance does.
    Level,
    /// It goes down by this much in four weeks.
    Down(f32),
    /// It goes up by this much in four weeks.
    Up(f32),
}

/// Pain as a straight line over time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// Pain on day 0.
    at_0: f64,
    /// Points a day.
    slope: f64,
}

impl Fit {
    fn value(self, day: f64) -> f64 {
        self.slope.mul_add(day, self.at_0)
    }

    /// Pain on a day by the line, within the scale.
    pub(super) fn pain_on(self, day: i32) -> f32 {
        self.value(f64::from(day)).clamp(0.0, f64::from(crate::model::MOST)) as f32
    }
}

/// A day, or the middle of several, and pain.
type Point = (f64, f64);

/// Where pain is going, and the line it goes along where that can be told; from days by number,
/// sorted, with pain.
pub(super) fn of(told: &[(i32, u8)]) -> (Trend, Option<Fit>) {
    let days = daily(told);
    let span = told.last().zip(told.first()).map_or(0, |(last, first)| last.0 - first.0);
    if days.len() < FEWEST_DAYS || span < SHORTEST {
        return (Trend::TooFew, None);
    }
    let points = thinned(&days);
    let fit = theil_sen(&points);
    let matters = fit.slope.abs() * FOUR_WEEKS >= LEAST_IN_FOUR_WEEKS
        || fit.slope.abs() * f64::from(span) >= LEAST_IN_ALL;
    if !matters || score(&points, fit).abs() <= BEYOND_CHANCE {
        let at_0 = median(points.iter().map(|point| point.1).collect());
        return (Trend::Level, Some(Fit { at_0, slope: 0.0 }));
    }
    let in_four_weeks = (fit.slope * FOUR_WEEKS) as f32;
    let trend = if in_four_weeks < 0.0 { Trend::Down(-in_four_weeks) } else { Trend::Up(in_four_weeks) };
    (trend, Some(fit))
}

/// Each day with the median of its pain.
fn daily(told: &[(i32, u8)]) -> Vec<Point> {
    told.chunk_by(|one, next| one.0 == next.0)
        .map(|day| (f64::from(day[0].0), median(day.iter().map(|&(_, pain)| f64::from(pain)).collect())))
        .collect()
}

/// At most [`MOST_POINTS`]: the medians of as many neighbours as it takes.
fn thinned(days: &[Point]) -> Vec<Point> {
    let each = days.len().div_ceil(MOST_POINTS);
    if each <= 1 {
        return days.to_vec();
    }
    days.chunks(each)
        .map(|some| {
            let middle = |of: fn(&Point) -> f64| median(some.iter().map(of).collect());
            (middle(|point| point.0), middle(|point| point.1))
        })
        .collect()
}

/// The line with the median slope of all pairs, each counted as often as it has days between, and
/// through the median of what that leaves.
fn theil_sen(points: &[Point]) -> Fit {
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

/// By how many standard deviations the pairs that rise differ in number from those that fall.
fn score(points: &[Point], fit: Fit) -> f64 {
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
    let variance = (of_group(n) - tied) / 18.0 * widening(points, fit);
    if more_rise == 0 || variance <= 0.0 {
        return 0.0;
    }
    let counted = more_rise as f64;
    (counted - counted.signum()) / variance.sqrt()
}

/// By how much neighbours that are alike widen the variance: 1 where they are not.
fn widening(points: &[Point], fit: Fit) -> f64 {
    let left: Vec<f64> = points.iter().map(|&(day, pain)| pain - fit.value(day)).collect();
    let mean = left.iter().sum::<f64>() / left.len() as f64;
    let squares: f64 = left.iter().map(|rest| (rest - mean).powi(2)).sum();
    let products: f64 = left.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum();
    // Rounding alone leaves something where the line goes through every point.
    if squares < 1e-9 {
        return 1.0;
    }
    let alike = (products / squares).clamp(0.0, MOST_ALIKE);
    (1.0 + alike) / (1.0 - alike)
}

/// The one in the middle, or halfway between the two; 0 of none.
fn median(mut values: Vec<f64>) -> f64 {
    let middle = values.len() / 2;
    let is_even = values.len().is_multiple_of(2);
    if values.is_empty() {
        return 0.0;
    }
    let (below, &mut upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    if !is_even {
        return upper;
    }
    let lower = below.iter().copied().max_by(f64::total_cmp).unwrap_or(upper);
    f64::midpoint(lower, upper)
}
