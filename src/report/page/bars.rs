//! How often: minutes a week as bars, each kind of work with a pattern of its own.

use std::fmt::Write as _;

use jiff::ToSpan;

use super::facts::kind_key;
use super::plot::{Plot, steps};
use super::{Summary, titled};
use crate::history::Week;
use crate::model::WorkKind;
use crate::text::Escaped;

/// More bars than these cannot be told apart on paper.
const MOST_BARS: usize = 60;
const MS_PER_MINUTE: f32 = 60_000.0;

/// How each kind is filled, by [`WorkKind::ALL`]: solid, striped, empty.
const FILLS: [&str; 3] = ["#333", "url(#striped)", "#fff"];

/// The bars with their legend.
pub(super) fn section(summary: &Summary<'_>) -> String {
    let words = summary.words;
    let weeks = &summary.overview.weeks;
    let first = weeks.iter().position(|week| week.sessions > 0).unwrap_or_default();
    // Weeks before the first session would only press the others together.
    let weeks = if weeks.len() - first > 8 { &weeks[first..] } else { weeks };
    let (Some(from), Some(to)) = (weeks.first(), weeks.last()) else { return String::new() };
    let together = weeks.len().div_ceil(MOST_BARS).max(1);
    let bars: Vec<[f32; 3]> = weeks.chunks(together).map(minutes).collect();
    let most = bars.iter().map(|bar| bar.iter().sum::<f32>()).fold(1.0, f32::max);
    let (step, top) = steps(most);
    let last = to.monday.checked_add(7.days()).unwrap_or(to.monday);
    let plot = Plot { first: from.monday, last, most: top };
    let mut drawn = String::from(STRIPES);
    for (bar, of) in bars.iter().zip(weeks.chunks(together)) {
        drawn.push_str(&drawn_bar(&plot, bar, of));
    }
    let told = told(summary, weeks);
    let mut html = plot.framed(summary, &told, step, &drawn);
    html.push_str(&legend(summary));
    // Writing to a String cannot fail.
    let _ = writeln!(html, "<p>{}</p>", Escaped(&told));
    if together > 1 {
        let line = words.with("report-bars-together", &[("n", together.into())]);
        let _ = writeln!(html, "<p>{}</p>", Escaped(&line));
    }
    titled(words, "report-often", &html)
}

const STRIPES: &str = "<defs><pattern id=\"striped\" width=\"4\" height=\"4\" \
    patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"4\" height=\"4\" \
    fill=\"#fff\"/><rect width=\"1.8\" height=\"4\" fill=\"#333\"/></pattern></defs>\n";

/// Minutes of each kind in a week, on the mean over several.
fn minutes(weeks: &[Week]) -> [f32; 3] {
    let mut sums = [0.0; 3];
    for week in weeks {
        for (sum, ms) in sums.iter_mut().zip(week.done_ms) {
            *sum += ms as f32 / MS_PER_MINUTE / weeks.len() as f32;
        }
    }
    sums
}

fn drawn_bar(plot: &Plot, bar: &[f32; 3], weeks: &[Week]) -> String {
    let Some(first) = weeks.first() else { return String::new() };
    let end = first.monday.checked_add((7 * weeks.len() as i64).days()).unwrap_or(first.monday);
    let (left, right) = (plot.x(first.monday), plot.x(end));
    let gap = ((right - left) * 0.16).min(6.0);
    let mut out = String::new();
    let mut below = 0.0;
    for (minutes, fill) in bar.iter().zip(FILLS) {
        if *minutes > 0.0 {
            let (top, bottom) = (plot.y(below + minutes), plot.y(below));
            // Writing to a String cannot fail.
            let _ = writeln!(
                out,
                "<rect class=\"bar\" x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{fill}\"/>",
                left + gap / 2.0,
                (right - left - gap).max(1.0),
                bottom - top
            );
            below += minutes;
        }
    }
    out
}

fn legend(summary: &Summary<'_>) -> String {
    let mut out = String::from("<p class=\"legend\">");
    for (kind, fill) in WorkKind::ALL.into_iter().zip(FILLS) {
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<span><svg width=\"12\" height=\"9\" aria-hidden=\"true\"><rect class=\"bar\" x=\"0.5\" y=\"0.5\" \
             width=\"11\" height=\"8\" fill=\"{fill}\"/></svg> {}</span> ",
            Escaped(&summary.words.get(kind_key(kind)))
        );
    }
    out.push_str("</p>\n");
    out
}

/// What the bars show, in a sentence.
fn told(summary: &Summary<'_>, weeks: &[Week]) -> String {
    let total: u64 = weeks.iter().flat_map(|week| week.done_ms).sum();
    let mean = total / weeks.len().max(1) as u64;
    let none = weeks.iter().filter(|week| week.sessions == 0).count();
    summary.words.with(
        "report-bars-told",
        &[("time", summary.length(mean).into()), ("with", (weeks.len() - none).into()), ("all", weeks.len().into())],
    )
}
