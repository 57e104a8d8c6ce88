//! The check boxes of a card: one for each set, hold and side.

use std::fmt::Write as _;

use super::html::Escaped;
use crate::engine::{Entry, Segment};
use crate::model::{Dose, Side, Sides};
use crate::text::Words;

/// More boxes than these in a row nobody ticks; a line to count on takes their place.
const MOST_BOXES: usize = 24;

/// The boxes of an entry that comes `rounds` times.
pub(super) fn boxes(entry: &Entry, segments: &[Segment], rounds: usize, words: &Words) -> String {
    let ways = entry.exercise.as_ref().map_or(1, |exercise| exercise.ways.len().max(1));
    let per_round = ways * sets(&entry.dose);
    let mut out = String::from("<div class=\"boxes\">\n");
    for label in rows(entry, segments) {
        // Writing to a String cannot fail.
        let _ = write!(out, "<span>{}</span><div class=\"row\">", Escaped(&words.get(label)));
        if per_round.saturating_mul(rounds) > MOST_BOXES {
            let all = words.with("sheet-of", &[("n", per_round.saturating_mul(rounds).into())]);
            let _ = write!(out, "<span class=\"tally\"></span><span>{}</span>", Escaped(&all));
        } else {
            for _ in 0..rounds {
                let round = "<span class=\"box\"></span>".repeat(per_round);
                let _ = write!(out, "<span class=\"round\">{round}</span>");
            }
        }
        out.push_str("</div>\n");
    }
    out.push_str("</div>\n");
    out
}

/// What is ticked off on one side and way: each hold, or each set.
fn sets(dose: &Dose) -> usize {
    let count = match *dose {
        Dose::Hold { times, .. } => times,
        Dose::Reps { sets, .. }
        | Dose::Flow { sets, .. }
        | Dose::Timed { sets, .. }
        | Dose::Open { sets } => sets,
    };
    count.max(1) as usize
}

/// A row for each side that works by itself, in the order in which they work.
fn rows(entry: &Entry, segments: &[Segment]) -> Vec<&'static str> {
    let sides = sides(segments);
    let take_turns = entry.alternates() && sides.len() > 1;
    match (entry.exercise.as_ref().map(|exercise| exercise.sides), sides.as_slice()) {
        // On time alone, nothing says whose turn it is.
        (Some(Sides::Both) | None, _) | (_, []) => vec!["sheet-done"],
        _ if take_turns => vec!["sheet-done-each"],
        (_, sides) => sides.iter().copied().map(key_of).collect(),
    }
}

fn key_of(side: Side) -> &'static str {
    match side {
        Side::Right => "sheet-done-right",
        Side::Left => "sheet-done-left",
    }
}

/// The sides that work, in order.
pub(super) fn sides(segments: &[Segment]) -> Vec<Side> {
    let mut sides = Vec::new();
    for side in segments.iter().filter(|segment| segment.kind.is_work()).filter_map(|segment| segment.side) {
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    sides
}
