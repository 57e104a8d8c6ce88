//! How often: minutes a week as bars, each kind of work with a pattern of its own.

use std::fmt::Write as _;

use super::facts::kind_key;
use super::plot::{axis, framed, weeks, x, y};
use super::{Summary, titled};
use crate::history::chart::{Bar, Bars};
use crate::history::{Grain, Week};
use crate::model::WorkKind;
use crate::text::Escaped;

/// More bars than these cannot be told apart on paper.
const MOST_BARS: usize = 60;
/// The scale has so many minutes at least, and so many lines at most.
const AT_LEAST: f64 = 10.0;
const LINES: usize = 5;

/// How each kind is filled, by [`WorkKind::ALL`]: solid, striped, empty.
const FILLS: [&str; 3] = ["#333", "url(#striped)", "#fff"];

const STRIPES: &str = "<defs><pattern id=\"striped\" width=\"4\" height=\"4\" \
    patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"4\" height=\"4\" \
    fill=\"#fff\"/><rect width=\"1.8\" height=\"4\" fill=\"#333\"/></pattern></defs>\n";

/// The bars with their legend.
pub(super) fn section(summary: &Summary<'_>) -> String {
    let words = summary.words;
    let weeks = weeks(summary);
    let bars = Bars::of(weeks, axis(summary), MOST_BARS, AT_LEAST, LINES);
    let mut drawn = String::from(STRIPES);
    for bar in &bars.bars {
        drawn.push_str(&drawn_bar(bar));
    }
    let told = told(summary, weeks);
    let lines: Vec<(f32, String)> =
        bars.scale.ticks.iter().map(|tick| (tick.at, tick.value.to_string())).collect();
    let mut html = framed(summary, &told, &lines, &drawn);
    html.push_str(&legend(summary));
    // Writing to a String cannot fail.
    let _ = writeln!(html, "<p>{}</p>", Escaped(&told));
    let together = match bars.by {
        Grain::Day | Grain::Week => None,
        Grain::Month => Some("report-bars-month"),
        Grain::Year => Some("report-bars-year"),
    };
    if let Some(key) = together {
        let _ = writeln!(html, "<p>{}</p>", Escaped(&words.get(key)));
    }
    titled(words, "report-often", &html)
}

fn drawn_bar(bar: &Bar) -> String {
    let (left, right) = (x(bar.from), x(bar.to));
    let gap = ((right - left) * 0.16).min(6.0);
    let mut out = String::new();
    let mut below = 0.0;
    for (top, fill) in bar.tops.into_iter().zip(FILLS) {
        if top > below {
            // Writing to a String cannot fail.
            let _ = writeln!(
                out,
                "<rect class=\"bar\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{fill}\"/>",
                left + gap / 2.0,
                y(top),
                (right - left - gap).max(1.0),
                y(below) - y(top)
            );
            below = top;
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
    let total: u64 = weeks.iter().map(Week::total_ms).sum();
    let mean = summary.length(total / weeks.len().max(1) as u64);
    let with = weeks.iter().filter(|week| week.sessions > 0).count();
    summary.words.with(
        "report-bars-told",
        &[("time", mean.into()), ("with", with.into()), ("all", weeks.len().into())],
    )
}
