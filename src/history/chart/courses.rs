//! Pain before and after sessions, as dots and lines.

use jiff::civil::Date;

use super::TimeAxis;
use crate::history::{Grain, PainCourse, PainPoint, days};
use crate::model::MOST;

/// Dots further apart than so many days are not joined: what was between is not known.
const FARTHEST: i32 = 21;

/// Pain on a day, or in a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The first day with a session that it stands for.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// Where, from 0 to 1.
    pub at: f32,
    /// How many sessions it stands for.
    pub sessions: u32,
    /// Pain before, 0 to 10: of several sessions, the median.
    pub before: Option<f32>,
    /// Pain after, likewise.
    pub after: Option<f32>,
}

/// Pain over time, thinned to what can be told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Courses {
    /// What each dot stands for: a day, a week, a month or a year.
    pub by: Grain,
    /// The dots, from left to right.
    pub dots: Vec<Dot>,
    /// Pain before as lines of places: a line ends where nothing is known for three weeks. A line
    /// of one place is a dot alone.
    pub before: Vec<Vec<(f32, f32)>>,
    /// Pain after, likewise.
    pub after: Vec<Vec<(f32, f32)>>,
    /// The trend, from place to place, where one can be told.
    pub trend: Option<[(f32, f32); 2]>,
}

impl Courses {
    /// Pain over time with at most `most` dots, or years where even those are more.
    #[must_use]
    pub fn of(course: &PainCourse, axis: TimeAxis, most: usize) -> Self {
        let points = &course.points;
        let ends = points.first().zip(points.last());
        let days =
            ends.map_or(0, |(first, last)| days::number_of(last.date) - days::number_of(first.date) + 1);
        // Few days among many are shown as they are.
        let told = points.chunk_by(|one, next| one.date == next.date).count();
        let by = if told <= most { Grain::Day } else { Grain::of(days as usize, most) };
        let dots: Vec<Dot> = points
            .chunk_by(|one, next| by.first(one.date) == by.first(next.date))
            .map(|some| dot(some, axis))
            .collect();
        let place = |(date, pain): (Date, f32)| (axis.at(date), pain_height(pain));
        let trend = ends
            .zip(course.line)
            .map(|((first, last), (from, to))| [place((first.date, from)), place((last.date, to))]);
        Self {
            by,
            before: lines(&dots, by, |dot| dot.before),
            after: lines(&dots, by, |dot| dot.after),
            dots,
            trend,
        }
    }
}

/// Where pain is from bottom to top: the scale is the whole one always, so that one chart compares
/// with another.
#[must_use]
pub fn pain_height(pain: f32) -> f32 {
    (pain / f32::from(MOST)).clamp(0.0, 1.0)
}

/// Sessions put together, at least one.
fn dot(points: &[PainPoint], axis: TimeAxis) -> Dot {
    let (first, last) = (points[0].date, points[points.len() - 1].date);
    Dot {
        first,
        last,
        at: f32::midpoint(axis.at(first), axis.at(last)),
        sessions: points.len() as u32,
        before: median(points.iter().filter_map(|point| point.before)),
        after: median(points.iter().filter_map(|point| point.after)),
    }
}

fn median(pains: impl Iterator<Item = u8>) -> Option<f32> {
    let mut pains: Vec<u8> = pains.collect();
    pains.sort_unstable();
    let upper = *pains.get(pains.len() / 2)?;
    let lower = pains[(pains.len() - 1) / 2];
    Some(f32::midpoint(f32::from(lower), f32::from(upper)))
}

fn lines(dots: &[Dot], by: Grain, of: impl Fn(&Dot) -> Option<f32>) -> Vec<Vec<(f32, f32)>> {
    let mut lines: Vec<Vec<(f32, f32)>> = Vec::new();
    let mut reached: Option<Date> = None;
    for dot in dots {
        let Some(pain) = of(dot) else { continue };
        let place = (dot.at, pain_height(pain));
        let goes_on = reached.is_some_and(|last| is_near(last, dot.first, by));
        match lines.last_mut() {
            Some(line) if goes_on => line.push(place),
            _ => lines.push(vec![place]),
        }
        reached = Some(dot.last);
    }
    lines
}

/// Whether two days are in neighbouring stretches, or close anyway.
fn is_near(last: Date, first: Date, by: Grain) -> bool {
    let apart = days::number_of(first) - days::number_of(last);
    apart <= FARTHEST || by.first(first) == by.next(last)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn point(day: i32, before: Option<u8>, after: Option<u8>) -> PainPoint {
        PainPoint { date: days::date_of(days::number_of(date(2026, 1, 5)) + day), before, after }
    }

    fn courses(points: Vec<PainPoint>, line: Option<(f32, f32)>, most: usize) -> Courses {
        let axis = TimeAxis::new(date(2026, 1, 5), date(2026, 12, 31));
        Courses::of(&PainCourse { points, line, ..PainCourse::default() }, axis, most)
    }

    #[test]
    fn sessions_of_a_day_are_one_dot_with_their_median() {
        let shown = courses(
            vec![point(0, Some(3), Some(2)), point(0, Some(6), None), point(1, None, Some(1))],
            None,
            100,
        );
        assert_eq!(shown.by, Grain::Day);
        let told: Vec<_> = shown.dots.iter().map(|dot| (dot.sessions, dot.before, dot.after)).collect();
        assert_eq!(told, [(2, Some(4.5), Some(2.0)), (1, None, Some(1.0))]);
        assert_eq!(shown.before, [[(shown.dots[0].at, 0.45)]]);
        assert_eq!(shown.after.len(), 1, "two days that follow one another are joined");
    }

    #[test]
    fn a_line_ends_where_nothing_is_known_for_long() {
        let known = [0, 10, 31, 53].map(|day| point(day, Some(4), None)).to_vec();
        let shown = courses(known, None, 100);
        let lengths: Vec<usize> = shown.before.iter().map(Vec::len).collect();
        assert_eq!(lengths, [3, 1], "21 days apart are joined, 22 are not");
    }

    #[test]
    fn a_year_of_days_is_thinned_to_weeks() {
        let year = (0..360).map(|day| point(day, Some((day % 7) as u8), Some(0))).collect();
        let shown = courses(year, Some((3.0, 2.0)), 60);
        assert_eq!((shown.by, shown.dots.len()), (Grain::Week, 52));
        assert_eq!(shown.dots[0].before, Some(3.0));
        assert_eq!(shown.dots.iter().map(|dot| dot.sessions).sum::<u32>(), 360);
        let [from, to] = shown.trend.unwrap();
        assert_eq!((from.1, to.1), (0.3, 0.2));
        assert!(from.0 < shown.dots[0].at && to.0 > shown.dots[51].at, "the line spans all that was told");
    }

    #[test]
    fn nothing_known_is_nothing_shown() {
        let shown = courses(Vec::new(), None, 60);
        assert!(shown.dots.is_empty() && shown.before.is_empty() && shown.trend.is_none());
    }
}
