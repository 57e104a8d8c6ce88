//! The ground that bars and points are drawn on: a frame with lines across and the calendar along.

use std::fmt::Write as _;

use super::Summary;
use crate::history::chart::TimeAxis;
use crate::history::{Grain, Week};
use crate::text::Escaped;

/// Width and height of a plot, in its own units; four of them are a millimetre of paper.
const SIZE: (f32, f32) = (352.0, 138.0);
/// Where the bars and points are: left, top, right and bottom.
const INNER: (f32, f32, f32, f32) = (26.0, 6.0, 350.0, 118.0);
/// As many names of days, months or years as can be read.
const MOST_TICKS: usize = 7;
/// A person who has just begun still sees so many weeks.
const FEWEST_WEEKS: usize = 8;

/// Where on the plot a place from 0 to 1 is, from the left.
pub(super) fn x(at: f32) -> f32 {
    let (left, _, right, _) = INNER;
    left + (right - left) * at
}

/// Where on the plot a height from 0 to 1 is.
pub(super) fn y(at: f32) -> f32 {
    let (_, top, _, bottom) = INNER;
    bottom - (bottom - top) * at
}

/// The weeks that are shown: those from the first session on, since what lies before it would only
/// press the others together.
pub(super) fn weeks<'a>(summary: &Summary<'a>) -> &'a [Week] {
    let all = &summary.overview.weeks;
    let first = all.iter().position(|week| week.sessions > 0).unwrap_or_default();
    &all[first.min(all.len().saturating_sub(FEWEST_WEEKS))..]
}

/// Those weeks from left to right, the same for every plot.
pub(super) fn axis(summary: &Summary<'_>) -> TimeAxis {
    let first = weeks(summary).first().map_or(summary.overview.first, |week| week.monday);
    TimeAxis::new(first, Grain::Week.last(summary.overview.last))
}

/// A plot with what was drawn on it and `told` in a sentence. `lines` are the heights that are named.
pub(super) fn framed(summary: &Summary<'_>, told: &str, lines: &[(f32, String)], drawn: &str) -> String {
    let (width, height) = SIZE;
    let (left, _, right, bottom) = INNER;
    let mut out = format!(
        "<svg class=\"plot\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">\n",
        Escaped(told)
    );
    for (at, name) in lines {
        let y = y(*at);
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "<path class=\"line\" d=\"M{left} {y:.1}H{right}\"/><text x=\"{:.1}\" y=\"{:.1}\" \
             text-anchor=\"end\">{}</text>",
            left - 4.0,
            y + 4.0,
            Escaped(name)
        );
    }
    for tick in axis(summary).ticks(MOST_TICKS) {
        let name = match tick.grain {
            Grain::Day | Grain::Week => summary.words.date_short(tick.date),
            Grain::Month => summary.words.month_short(tick.date),
            Grain::Year => tick.date.year().to_string(),
        };
        let x = x(tick.at);
        // The last name stays within the plot.
        let (anchor, shift) = if x > right - 24.0 { ("end", right - x) } else { ("start", 0.0) };
        let _ = writeln!(
            out,
            "<path class=\"tick\" d=\"M{x:.1} {bottom}v4\"/><text x=\"{:.1}\" y=\"{:.1}\" \
             text-anchor=\"{anchor}\">{}</text>",
            x + shift,
            bottom + 15.0,
            Escaped(&name)
        );
    }
    out.push_str(drawn);
    let _ = writeln!(out, "<path class=\"axis\" d=\"M{left} {bottom}H{right}\"/>\n</svg>");
    out
}
