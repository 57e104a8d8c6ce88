//! What one exercise was done for over time, as bars.

use jiff::civil::Date;

use super::{MINUTES, Scale, TimeAxis};
use crate::history::{DosePoint, Grain};

/// What an exercise was done for on a day, or in a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DoseBar {
    /// The first day of the stretch.
    pub first: Date,
    /// The last day of it.
    pub last: Date,
    /// Where it begins, from 0 to 1.
    pub from: f32,
    /// Where it ends, from 0 to 1.
    pub to: f32,
    /// Minutes, all of the stretch together.
    pub minutes: f64,
    /// How high it is, from 0 to 1.
    pub top: f32,
}

/// What an exercise was done for over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Doses {
    /// What each bar stands for: a day, a week, a month or a year.
    pub by: Grain,
    /// The bars, from left to right; none where it was not done.
    pub bars: Vec<DoseBar>,
    /// Minutes, from bottom to top.
    pub scale: Scale,
}

impl Doses {
    /// The course of an exercise whose doses are told by `told_by`, such that at most `most` bars
    /// would fill the axis, or years where even those are more.
    #[must_use]
    pub fn of(doses: &[DosePoint], told_by: Grain, axis: TimeAxis, most: usize, ticks: usize) -> Self {
        let by = Grain::of(axis.days(), most).max(told_by);
        let mut bars: Vec<DoseBar> = doses
            .chunk_by(|one, next| by.first(one.date) == by.first(next.date))
            .map(|some| bar(some, by, axis))
            .collect();
        let scale = Scale::up_to(bars.iter().map(|bar| bar.minutes).fold(0.0, f64::max), ticks);
        for bar in &mut bars {
            bar.top = scale.at(bar.minutes);
        }
        Self { by, bars, scale }
    }
}

/// Doses of one stretch, at least one; without its height, which needs the scale.
fn bar(doses: &[DosePoint], by: Grain, axis: TimeAxis) -> DoseBar {
    let (first, last) = (by.first(doses[0].date), by.last(doses[0].date));
    let minutes = doses.iter().map(|dose| dose.done_ms).sum::<u64>() as f64 * MINUTES;
    DoseBar { first, last, from: axis.begin(first), to: axis.end(last), minutes, top: 0.0 }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn doses_are_added_up_where_days_are_too_many() {
        let doses = [(2, 2), (3, 1), (18, 5)]
            .map(|(day, minutes)| DosePoint { date: date(2026, 3, day), done_ms: minutes * 60_000 });
        let axis = TimeAxis::new(date(2026, 3, 2), date(2026, 3, 29));
        let by_day = Doses::of(&doses, Grain::Day, axis, 28, 5);
        assert_eq!((by_day.by, by_day.bars.len(), by_day.scale.top), (Grain::Day, 3, 5.0));
        assert_eq!(by_day.bars[0].top, 0.4);
        let by_week = Doses::of(&doses, Grain::Day, axis, 10, 5);
        let told: Vec<_> =
            by_week.bars.iter().map(|bar| (bar.first, bar.minutes, bar.from, bar.to)).collect();
        assert_eq!(told, [(date(2026, 3, 2), 3.0, 0.0, 0.25), (date(2026, 3, 16), 5.0, 0.5, 0.75)]);
        let told_by_month = Doses::of(&doses[..1], Grain::Month, axis, 28, 5);
        assert_eq!(told_by_month.by, Grain::Month, "nothing is finer than what is told");
        assert_eq!(told_by_month.bars[0].from, 0.0, "a month that began before is cut");
    }
}
