//! Pain before and after sessions over time.

use jiff::civil::Date;

use super::trend::{self, Trend};
use super::{SessionLine, days};
use crate::model::MOST;

/// Pain around one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PainPoint {
    /// The day.
    pub date: Date,
    /// Before, 0 to 10.
    pub before: Option<u8>,
    /// After, 0 to 10.
    pub after: Option<u8>,
}

/// Pain over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PainCourse {
    /// The sessions of which pain is known, in order.
    pub points: Vec<PainPoint>,
    /// Where pain before sessions is going.
    pub trend: Trend,
    /// The trend as a line: pain on the day of the first and of the last point. Only where it can
    /// be told.
    pub line: Option<(f32, f32)>,
}

/// Pain while it is counted.
#[derive(Default)]
pub(super) struct PainCount {
    points: Vec<PainPoint>,
    /// Pain before sessions, each with the number of its day.
    before: Vec<(i32, u8)>,
    /// The first and the last day of a point.
    span: Option<(i32, i32)>,
}

impl PainCount {
    pub(super) fn add(&mut self, line: &SessionLine) {
        let known = |pain: Option<u8>| pain.map(|pain| pain.min(MOST));
        let (before, after) = (known(line.before), known(line.after));
        if before.is_none() && after.is_none() {
            return;
        }
        let day = line.day;
        self.points.push(PainPoint { date: days::date_of(day), before, after });
        self.before.extend(before.map(|pain| (day, pain)));
        let (first, last) = self.span.unwrap_or((day, day));
        self.span = Some((first.min(day), last.max(day)));
    }

    pub(super) fn finish(mut self) -> PainCourse {
        // In the order they began, which a journey across the date line makes another than by day.
        self.points.sort_by_key(|point| point.date);
        self.before.sort_by_key(|&(day, _)| day);
        let (trend, fit) = trend::of(&self.before);
        let line = fit.zip(self.span).map(|(fit, (first, last))| (fit.pain_on(first), fit.pain_on(last)));
        PainCourse { points: self.points, trend, line }
    }
}
