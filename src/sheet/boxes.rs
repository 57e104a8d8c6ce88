//! The check boxes of a card: one for each set, hold and side.

use std::fmt::Write as _;

use crate::engine::{Entry, Segment};
use crate::model::{Dose, Side, Sides};
use crate::text::{Escaped, Words};

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
    let sides = sides(entry, segments);
    match entry.exercise.as_ref().map(|exercise| exercise.sides) {
        Some(Sides::Each | Sides::Alternating) if !sides.is_empty() => {
            sides.into_iter().map(key_of).collect()
        }
        _ => vec!["sheet-done"],
    }
}

fn key_of(side: Side) -> &'static str {
    match side {
        Side::Right => "sheet-done-right",
        Side::Left => "sheet-done-left",
    }
}

/// The sides that work, in order. Where they take turns on time alone, no segment tells of one side.
pub(super) fn sides(entry: &Entry, segments: &[Segment]) -> Vec<Side> {
    let mut sides = Vec::new();
    for segment in segments.iter().filter(|segment| segment.kind.is_work()) {
        match (segment.side, entry.first_side) {
            (None, Some(first)) if entry.alternates() => return vec![first, first.other()],
            (Some(side), _) if !sides.contains(&side) => sides.push(side),
            _ => {}
        }
    }
    sides
}
