//! Minutes a week as bars, stacked by kind.

use jiff::civil::Date;

use super::{MINUTES, Scale, TimeAxis};
use crate::history::{Grain, Week};

/// A bar: a week, or the mean of the weeks of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The Monday it begins with.
    pub first: Date,
    /// The Sunday it ends with.
    pub last: Date,
    /// Where it begins, from 0 to 1.
    pub from: f32,
    /// Where it ends, from 0 to 1.
    pub to: f32,
    /// How many weeks it stands for.
    pub weeks: u32,
    /// Minutes a week, by [`crate::model::WorkKind::ALL`].
    pub minutes: [f64; 3],
    /// How high each kind reaches, stacked upon those before it, from 0 to 1.
    pub tops: [f32; 3],
    /// How many sessions, all weeks together.
    pub sessions: u32,
    /// On how many days, all weeks together.
    pub days: u32,
}

/// Minutes a week over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What each bar stands for: a week, a month or a year. A week belongs to the month and the year
    /// of its Monday. Whichever it is, the height is minutes *a week*: of several, their mean.
    pub by: Grain,
    /// The bars, from left to right.
    pub bars: Vec<Bar>,
    /// Minutes a week, from bottom to top.
    pub scale: Scale,
}

impl Bars {
    /// The weeks as at most `most` bars (or years, where even those are more), on a scale that holds
    /// them, and so many minutes at least, with at most `ticks` ticks above 0.
    #[must_use]
    pub fn of(weeks: &[Week], axis: TimeAxis, most: usize, at_least: f64, ticks: usize) -> Self {
        let by = Grain::of(weeks.len() * 7, most.max(1)).max(Grain::Week);
        // As many weeks as bars need no putting together.
        let by = if weeks.len() <= most { Grain::Week } else { by };
        let mut bars: Vec<Bar> = weeks
            .chunk_by(|one, next| by.first(one.monday) == by.first(next.monday))
            .map(|some| bar(some, axis))
            .collect();
        let highest = bars.iter().map(Bar::total).fold(at_least, f64::max);
        let scale = Scale::up_to(highest, ticks);
        for bar in &mut bars {
            let mut height = 0.0;
            for (top, minutes) in bar.tops.iter_mut().zip(bar.minutes) {
                height += minutes;
                *top = scale.at(height);
            }
        }
        Self { by, bars, scale }
    }
}

impl Bar {
    /// Minutes a week of all kinds.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.minutes.iter().sum()
    }
}

/// Weeks put together, at least one; without heights, which need the scale.
fn bar(weeks: &[Week], axis: TimeAxis) -> Bar {
    let count = weeks.len() as f64;
    let mean =
        |kind: usize| weeks.iter().map(|week| week.done_ms[kind]).sum::<u64>() as f64 * MINUTES / count;
    let first = weeks[0].monday;
    let last = Grain::Week.last(weeks[weeks.len() - 1].monday);
    Bar {
        first,
        last,
        from: axis.begin(first),
        to: axis.end(last),
        weeks: weeks.len() as u32,
        minutes: [mean(0), mean(1), mean(2)],
        tops: [0.0; 3],
        sessions: weeks.iter().map(|week| week.sessions).sum(),
        days: weeks.iter().map(|week| week.days).sum(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::history::days;

    /// So many weeks from a Monday on, of ten minutes of movement and five of strength each.
    fn weeks(monday: Date, count: i32) -> Vec<Week> {
        let week = |number| Week {
            monday: days::date_of(days::number_of(monday) + 7 * number),
            done_ms: [600_000, 300_000, 0],
            days: 2,
            sessions: 3,
        };
        (0..count).map(week).collect()
    }

    fn bars(weeks: &[Week], most: usize) -> Bars {
        let last = Grain::Week.last(weeks[weeks.len() - 1].monday);
        Bars::of(weeks, TimeAxis::new(weeks[0].monday, last), most, 0.0, 4)
    }

    #[test]
    fn a_bar_is_stacked_and_stands_on_its_week() {
        let shown = bars(&weeks(date(2026, 3, 2), 4), 60);
        assert_eq!((shown.by, shown.bars.len(), shown.scale.top), (Grain::Week, 4, 15.0));
        let second = shown.bars[1];
        assert_eq!((second.first, second.last), (date(2026, 3, 9), date(2026, 3, 15)));
        assert_eq!((second.from, second.to), (0.25, 0.5));
        assert_eq!(second.tops, [10.0 / 15.0, 1.0, 1.0].map(|top: f64| top as f32));
    }

    #[test]
    fn many_weeks_are_shown_as_the_mean_of_months_and_years() {
        for (count, most, by) in [(53, 53, Grain::Week), (160, 60, Grain::Month), (600, 60, Grain::Year)] {
            let weeks = weeks(date(2015, 1, 5), count);
            let shown = bars(&weeks, most);
            assert_eq!(shown.by, by, "{count} weeks");
            assert!(shown.bars.len() <= most);
            assert_eq!(shown.bars.iter().map(|bar| bar.weeks).sum::<u32>(), count as u32);
            assert_eq!(shown.bars.iter().map(|bar| bar.sessions).sum::<u32>(), 3 * count as u32);
            assert!(shown.bars.iter().all(|bar| (bar.total() - 15.0).abs() < 1e-9), "the mean is a week's");
            assert!(shown.bars.windows(2).all(|pair| pair[0].to == pair[1].from), "no gaps");
        }
    }

    #[test]
    fn the_scale_holds_what_is_asked_of_it_without_any_work() {
        let nothing = Bars::of(&[], TimeAxis::new(date(2026, 3, 2), date(2026, 3, 8)), 60, 40.0, 4);
        assert!(nothing.bars.is_empty());
        assert_eq!(nothing.scale.top, 40.0);
    }
}
