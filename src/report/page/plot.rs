//! The ground that bars and points are drawn on: a frame with lines across and months along.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::Summary;
use crate::text::Escaped;

/// Width and height of a plot, in its own units; four of them are a millimetre of paper.
pub(super) const SIZE: (f32, f32) = (352.0, 148.0);
/// Where the bars and points are: left, top, right and bottom.
const INNER: (f32, f32, f32, f32) = (26.0, 8.0, 350.0, 128.0);
/// Names of months are no nearer to each other.
const APART: f32 = 38.0;

/// A plot over days, with values from 0 to `most`.
pub(super) struct Plot {
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) most: f32,
}

impl Plot {
    /// Where a day is.
    pub(super) fn x(&self, date: Date) -> f32 {
        let (left, _, right, _) = INNER;
        let all = days_between(self.first, self.last).max(1.0);
        left + (right - left) * (days_between(self.first, date) / all).clamp(0.0, 1.0)
    }

    /// Where a value is.
    pub(super) fn y(&self, value: f32) -> f32 {
        let (_, top, _, bottom) = INNER;
        bottom - (bottom - top) * (value / self.most.max(1.0)).clamp(0.0, 1.0)
    }

    /// The picture with what was drawn on it, as `told` in a sentence.
    pub(super) fn framed(&self, summary: &Summary<'_>, told: &str, step: f32, drawn: &str) -> String {
        let (width, height) = SIZE;
        let (left, _, right, bottom) = INNER;
        let mut out = format!(
            "<svg class=\"plot\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">\n",
            Escaped(told)
        );
        let mut value = 0.0;
        while value <= self.most {
            let y = self.y(value);
            // Writing to a String cannot fail.
            let _ = writeln!(
                out,
                "<path class=\"line\" d=\"M{left} {y:.1}H{right}\"/>\
                 <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{value}</text>",
                left - 4.0,
                y + 4.0
            );
            value += step;
        }
        out.push_str(&self.months(summary));
        out.push_str(drawn);
        let _ = writeln!(out, "<path class=\"axis\" d=\"M{left} {bottom}H{right}\"/>\n</svg>");
        out
    }

    /// The months along the foot, as many as can be read.
    fn months(&self, summary: &Summary<'_>) -> String {
        let (_, _, right, bottom) = INNER;
        let mut out = String::new();
        let mut free = f32::NEG_INFINITY;
        let mut month = self.first;
        while month <= self.last {
            let x = self.x(month);
            if x >= free && x <= right - 16.0 {
                // Of a long time, the year is what tells months apart.
                let is_long = days_between(self.first, self.last) > 800.0;
                let name = if is_long { month.year().to_string() } else { summary.month(month) };
                let _ = writeln!(
                    out,
                    "<path class=\"tick\" d=\"M{x:.1} {bottom}v4\"/><text x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
                    bottom + 15.0,
                    Escaped(&name)
                );
                free = x + APART;
            }
            let Ok(next) = month.first_of_month().checked_add(jiff::Span::new().months(1)) else { break };
            month = next;
        }
        out
    }
}

/// Days from one day to another.
pub(super) fn days_between(from: Date, to: Date) -> f32 {
    (to - from).get_days() as f32
}

/// Few enough steps of a round size that reach `most`: the step, and where they end.
pub(super) fn steps(most: f32) -> (f32, f32) {
    const AT_MOST: f32 = 5.0;
    let round = [1.0_f32, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 3000.0];
    let step = round.into_iter().find(|step| most / step <= AT_MOST).unwrap_or(most / AT_MOST);
    (step, step * (most / step).ceil().max(1.0))
}
