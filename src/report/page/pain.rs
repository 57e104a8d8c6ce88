//! Pain before and after sessions over time, with where it is going as far as that can be told.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::plot::Plot;
use super::{Summary, tenths, titled};
use crate::history::{PainPoint, Trend, days};
use crate::model::MOST;
use crate::text::Escaped;

/// More points than these lie over each other: each then stands for the sessions of a week or more.
const MOST_POINTS: usize = 45;

/// Pain on a day, or on the mean of several sessions.
struct Mean {
    date: Date,
    before: Option<f32>,
    after: Option<f32>,
}

/// The points with their legend and what they tell.
pub(super) fn section(summary: &Summary<'_>) -> String {
    let words = summary.words;
    let points = &summary.overview.pain.points;
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        let none = format!("<p>{}</p>\n", Escaped(&words.get("report-pain-none")));
        return titled(words, "report-pain", &none);
    };
    let (means, is_mean) = means(points);
    let plot = Plot { first: first.date, last: last.date, most: f32::from(MOST) };
    let mut drawn = trend_line(summary, &plot);
    drawn.push_str(&course(&plot, &means, |mean| mean.before, true));
    drawn.push_str(&course(&plot, &means, |mean| mean.after, false));
    let told = [trend(summary), around(summary, points)].join(" ");
    let mut html = plot.framed(summary, &told, 2.0, &drawn);
    html.push_str(&legend(summary, is_mean));
    // Writing to a String cannot fail.
    let _ = writeln!(html, "<p>{}</p>", Escaped(told.trim()));
    titled(words, "report-pain", &html)
}

/// The points, put together by weeks where they are many, and whether they were.
fn means(points: &[PainPoint]) -> (Vec<Mean>, bool) {
    if points.len() <= MOST_POINTS {
        let single = points.iter().map(|point| Mean {
            date: point.date,
            before: point.before.map(f32::from),
            after: point.after.map(f32::from),
        });
        return (single.collect(), false);
    }
    let start = days::monday(points[0].date);
    let week = |point: &PainPoint| (point.date - start).get_days().max(0) as usize / 7;
    let weeks = week(&points[points.len() - 1]) + 1;
    let together = weeks.div_ceil(MOST_POINTS).max(1);
    let groups = points.chunk_by(|a, b| week(a) / together == week(b) / together);
    let mean_of = |values: Vec<f32>| (!values.is_empty()).then(|| values.iter().sum::<f32>() / values.len() as f32);
    let means = groups.map(|group| Mean {
        date: group[group.len() / 2].date,
        before: mean_of(group.iter().filter_map(|point| point.before).map(f32::from).collect()),
        after: mean_of(group.iter().filter_map(|point| point.after).map(f32::from).collect()),
    });
    (means.collect(), true)
}

/// A line with its points: solid and filled before, dashed and hollow after.
fn course(plot: &Plot, means: &[Mean], of: impl Fn(&Mean) -> Option<f32>, is_before: bool) -> String {
    let (line, dot) = if is_before { ("before", "#111") } else { ("after", "#fff") };
    let known: Vec<(f32, f32)> =
        means.iter().filter_map(|mean| Some((plot.x(mean.date), plot.y(of(mean)?)))).collect();
    let mut out = format!("<path class=\"{line}\" d=\"");
    for (index, (x, y)) in known.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(out, "{}{x:.1} {y:.1}", if index == 0 { 'M' } else { 'L' });
    }
    out.push_str("\"/>\n");
    for (x, y) in known {
        let _ = writeln!(out, "<circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.6\" fill=\"{dot}\"/>");
    }
    out
}

fn trend_line(summary: &Summary<'_>, plot: &Plot) -> String {
    let Some((from, to)) = summary.overview.pain.line else { return String::new() };
    format!(
        "<path class=\"trend\" d=\"M{:.1} {:.1}L{:.1} {:.1}\"/>\n",
        plot.x(plot.first),
        plot.y(from),
        plot.x(plot.last),
        plot.y(to)
    )
}

fn trend(summary: &Summary<'_>) -> String {
    let words = summary.words;
    let by = |points: f32| tenths(f64::from(points));
    match summary.overview.pain.trend {
        Trend::TooFew => words.get("report-trend-few"),
        Trend::Level => words.get("report-trend-level"),
        Trend::Down(points) => words.with("report-trend-down", &[("points", by(points).into())]),
        Trend::Up(points) => words.with("report-trend-up", &[("points", by(points).into())]),
    }
}

/// Pain before and after on the mean, over the sessions in which both were told.
fn around(summary: &Summary<'_>, points: &[PainPoint]) -> String {
    let both: Vec<(f64, f64)> = points
        .iter()
        .filter_map(|point| Some((f64::from(point.before?), f64::from(point.after?))))
        .collect();
    if both.is_empty() {
        return String::new();
    }
    let mean = |sum: f64| tenths(sum / both.len() as f64);
    let before = mean(both.iter().map(|pair| pair.0).sum());
    let after = mean(both.iter().map(|pair| pair.1).sum());
    summary.words.with(
        "report-around",
        &[("before", before.into()), ("after", after.into()), ("n", both.len().into())],
    )
}

fn legend(summary: &Summary<'_>, is_mean: bool) -> String {
    let words = summary.words;
    let mut out = String::from("<p class=\"legend\">");
    for (key, line, fill) in [("report-before", "before", "#111"), ("report-after", "after", "#fff")] {
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<span><svg width=\"20\" height=\"8\" aria-hidden=\"true\"><path class=\"{line}\" d=\"M0 4H20\"/>\
             <circle class=\"dot\" cx=\"10\" cy=\"4\" r=\"2.6\" fill=\"{fill}\"/></svg> {}</span> ",
            Escaped(&words.get(key))
        );
    }
    if summary.overview.pain.line.is_some() {
        let _ = write!(
            out,
            "<span><svg width=\"20\" height=\"8\" aria-hidden=\"true\"><path class=\"trend\" d=\"M0 4H20\"/></svg> {}</span> ",
            Escaped(&words.get("report-trend"))
        );
    }
    if is_mean {
        let _ = write!(out, "<span>{}</span>", Escaped(&words.get("report-pain-means")));
    }
    out.push_str("</p>\n");
    out
}
