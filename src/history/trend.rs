//! Where pain is going, as far as a handful of numbers between 0 and 10 can tell.
//!
//! Three questions are asked of the pain before sessions, one value a day (the median of the day's
//! sessions, so that a day of many sessions counts once):
//!
//! 1. *How fast?* The slope of a line by Theil and Sen, which a single bad day does not move
//!    ([`theil_sen`]).
//! 2. *More than chance?* The test of Mann and Kendall at 5 %, two-sided, with its variance widened
//!    by how much days resemble those before them, and with room for how little is known of that
//!    from few days ([`mann_kendall`], [`serial_correlation`]). Without that a month of ordinary ups
//!    and downs would pass for a trend.
//! 3. *Enough to matter?* Half a point in four weeks, or a whole point over all the time looked at:
//!    less than that cannot be told from the way one puts the number.
//!
//! Whatever does not pass is level, and under [`FEWEST_DAYS`] days with pain told, or
//! [`SHORTEST`] days between the first and the last, nothing is said at all.

mod mann_kendall;
mod serial_correlation;
mod theil_sen;

use theil_sen::Fit;

/// Under this many days with pain told nothing is said. Of six days that are far enough apart the
/// test can tell a direction where all are in order; of fewer it never can.
const FEWEST_DAYS: usize = 6;

/// Under this many days from the first to the last nothing is said.
const SHORTEST: i32 = 14;

/// Pairs grow with the square of the points: so many points are compared at most. More days than
/// that are put together, as many in each, by their medians.
const MOST_POINTS: usize = 200;

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
    let fit = theil_sen::line(&points);
    let matters = fit.slope.abs() * FOUR_WEEKS >= LEAST_IN_FOUR_WEEKS
        || fit.slope.abs() * f64::from(span) >= LEAST_IN_ALL;
    if !matters || !mann_kendall::is_beyond_chance(&points, fit) {
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
