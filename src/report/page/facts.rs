//! The head of the page, and what the period adds up to.

use std::fmt::Write as _;

use super::{Summary, tenths};
use crate::history::{Period, SessionLine, days};
use crate::model::WorkKind;
use crate::text::{Escaped, brief};

/// Letters of the goal that fit two lines.
const GOAL_LETTERS: usize = 160;
/// Letters of a routine's name within a line.
const NAME_LETTERS: usize = 60;

/// Who it is about, when it was made, which days it tells of, and what it is for.
pub(super) fn head(summary: &Summary<'_>, told: &[&SessionLine]) -> String {
    let words = summary.words;
    let made = words.with("report-made", &[("day", words.date(summary.today).into())]);
    let mut out = format!(
        "<header>\n<h1>{}</h1>\n<p class=\"made\">{}</p>\n<p class=\"name\">{}<span></span></p>\n</header>\n",
        Escaped(&words.get("report-title")),
        Escaped(&made),
        Escaped(&words.get("report-name")),
    );
    // Writing to a String cannot fail.
    let _ = writeln!(out, "<p class=\"period\">{}</p>", Escaped(&period(summary, told)));
    let goal = summary.plan.goal.trim();
    if !goal.is_empty() {
        let goal = words.with("report-goal", &[("goal", brief(goal, GOAL_LETTERS).into())]);
        let _ = writeln!(out, "<p class=\"goal\">{}</p>", Escaped(&goal));
    }
    out
}

fn period(summary: &Summary<'_>, told: &[&SessionLine]) -> String {
    let words = summary.words;
    let name = words.get(match summary.filter.period {
        Period::FourWeeks => "report-period-four-weeks",
        Period::Quarter => "report-period-quarter",
        Period::Year => "report-period-year",
        Period::All => "report-period-all",
    });
    // Of everything, the first day is that of the first session.
    let first = match summary.filter.period {
        Period::All => told.first().map_or(summary.today, |line| days::date(line.began)),
        _ => summary.overview.first,
    };
    let (from, to) = (words.date(first), words.date(summary.today));
    let mut text =
        words.with("report-period", &[("name", name.into()), ("from", from.into()), ("to", to.into())]);
    if let Some(id) = &summary.filter.routine {
        let routines = summary.ledger.routines();
        let name = routines.find(id).map_or(id.as_str(), |number| routines.name(number));
        text.push(' ');
        text.push_str(&words.with("report-only-routine", &[("name", brief(name, NAME_LETTERS).into())]));
    }
    text
}

/// What the period adds up to, as a row of large figures.
pub(super) fn facts(summary: &Summary<'_>, told: &[&SessionLine]) -> String {
    let words = summary.words;
    let totals = summary.overview.totals;
    let mut out = String::from("<dl class=\"facts\">\n");
    let mut fact = |value: String, label: String| {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "<div><dd>{}</dd><dt>{}</dt></div>", Escaped(&value), Escaped(&label));
    };
    fact(totals.sessions.to_string(), words.with("report-sessions", &[("n", totals.sessions.into())]));
    fact(tenths(days_a_week(summary)), words.get("report-days-a-week"));
    fact(summary.length(totals.done_ms), words.get("report-time"));
    for kind in WorkKind::ALL {
        let done = told.iter().map(|line| line.done_ms_of(kind)).sum();
        fact(summary.length(done), words.get(kind_key(kind)));
    }
    let efforts: Vec<f64> = told.iter().filter_map(|line| line.effort).map(f64::from).collect();
    if !efforts.is_empty() {
        let mean = efforts.iter().sum::<f64>() / efforts.len() as f64;
        fact(tenths(mean), words.get("report-effort"));
    }
    out.push_str("</dl>\n");
    out
}

/// On how many days of a week something was done, from the first week with a session on: what lies
/// before the person began says nothing.
fn days_a_week(summary: &Summary<'_>) -> f64 {
    let weeks = &summary.overview.weeks;
    let first = weeks.iter().position(|week| week.sessions > 0).unwrap_or_default();
    let since = weeks.len().saturating_sub(first).max(1);
    f64::from(summary.overview.totals.days) / since as f64
}

/// The name of a kind of work.
pub(super) fn kind_key(kind: WorkKind) -> &'static str {
    match kind {
        WorkKind::Mobility => "report-kind-mobility",
        WorkKind::Strength => "report-kind-strength",
        WorkKind::Breath => "report-kind-breath",
    }
}
