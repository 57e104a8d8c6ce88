//! Pain before and after sessions over time, with where it is going as far as that can be told.

use std::fmt::Write as _;

use super::plot::{axis, framed, x, y};
use super::{Summary, tenths, titled};
use crate::history::chart::{Courses, pain_height};
use crate::history::{Grain, PainPoint, Trend};
use crate::model::MOST;
use crate::text::Escaped;

/// More points than these lie over each other.
const MOST_POINTS: usize = 54;

/// How pain before and after is drawn: the style of its line, and what fills its points.
const BEFORE: (&str, &str) = ("before", "#111");
const AFTER: (&str, &str) = ("after", "#fff");

/// The points with their legend and what they tell.
pub(super) fn section(summary: &Summary<'_>) -> String {
    let words = summary.words;
    let course = &summary.overview.pain;
    if course.points.is_empty() {
        let none = format!("<p>{}</p>\n", Escaped(&words.get("report-pain-none")));
        return titled(words, "report-pain", &none);
    }
    let courses = Courses::of(course, axis(summary), MOST_POINTS);
    let mut drawn = String::new();
    if let Some([from, to]) = courses.trend {
        // Writing to a String cannot fail.
        let _ = writeln!(
            drawn,
            "<path class=\"trend\" d=\"M{:.1} {:.1}L{:.1} {:.1}\"/>",
            x(from.0),
            y(from.1),
            x(to.0),
            y(to.1)
        );
    }
    drawn.push_str(&drawn_course(&courses.before, BEFORE));
    drawn.push_str(&drawn_course(&courses.after, AFTER));
    let told = [trend(summary), around(summary, &course.points)].join(" ");
    let lines: Vec<(f32, String)> =
        (0..=MOST).step_by(2).map(|pain| (pain_height(f32::from(pain)), pain.to_string())).collect();
    let mut html = framed(summary, &told, &lines, &drawn);
    html.push_str(&legend(summary, &courses));
    let _ = writeln!(html, "<p>{}</p>", Escaped(told.trim()));
    titled(words, "report-pain", &html)
}

fn drawn_course(lines: &[Vec<(f32, f32)>], (class, fill): (&str, &str)) -> String {
    let mut out = format!("<path class=\"{class}\" d=\"");
    for (index, place) in lines.iter().flat_map(|line| line.iter().enumerate()) {
        // Writing to a String cannot fail.
        let _ = write!(out, "{}{:.1} {:.1}", if index == 0 { 'M' } else { 'L' }, x(place.0), y(place.1));
    }
    out.push_str("\"/>\n");
    for place in lines.iter().flatten() {
        let _ = writeln!(
            out,
            "<circle class=\"dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"2.4\" fill=\"{fill}\"/>",
            x(place.0),
            y(place.1)
        );
    }
    out
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
    let both: Vec<(f64, f64)> =
        points.iter().filter_map(|point| Some((f64::from(point.before?), f64::from(point.after?)))).collect();
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

fn legend(summary: &Summary<'_>, courses: &Courses) -> String {
    let words = summary.words;
    let mut out = String::from("<p class=\"legend\">");
    for (key, (line, fill)) in [("report-before", BEFORE), ("report-after", AFTER)] {
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<span><svg width=\"20\" height=\"8\" aria-hidden=\"true\"><path class=\"{line}\" d=\"M0 4H20\"/>\
             <circle class=\"dot\" cx=\"10\" cy=\"4\" r=\"2.4\" fill=\"{fill}\"/></svg> {}</span> ",
            Escaped(&words.get(key))
        );
    }
    if courses.trend.is_some() {
        let _ = write!(
            out,
            "<span><svg width=\"20\" height=\"8\" aria-hidden=\"true\"><path class=\"trend\" d=\"M0 4H20\"/></svg> {}</span> ",
            Escaped(&words.get("report-trend"))
        );
    }
    let together = match courses.by {
        Grain::Day => None,
        Grain::Week => Some("report-pain-week"),
        Grain::Month => Some("report-pain-month"),
        Grain::Year => Some("report-pain-year"),
    };
    if let Some(key) = together {
        let _ = write!(out, "<span>{}</span>", Escaped(&words.get(key)));
    }
    out.push_str("</p>\n");
    out
}
