//! The breathing that ends a session, as long as it takes to land on the minutes asked.

use super::plan::Plan;
use super::pool::Candidate;
use super::timing::Timing;
use super::wish::Aim;
use crate::model::{Dose, Quantity};

/// Gives the session its end.
pub(super) fn close<'a>(plan: &mut Plan<'a>, breathing: &'a [Candidate], timing: &Timing<'_>) {
    plan.closing_ms = landed(plan, timing);
    if plan.aim == Aim::Loosen {
        return;
    }
    // Deep breathing closes what strengthens and what calms (source 001), where there is time for it.
    for candidate in breathing {
        let Some(span) = span_of(candidate, plan) else { continue };
        let before = (plan.closing_ms, plan.closing.replace(candidate));
        plan.closing_ms = landed(plan, timing);
        if span.contains(&plan.closing_ms) {
            return;
        }
        (plan.closing_ms, plan.closing) = before;
    }
}

/// The lengths an exercise may have as the end, where it is one that can follow.
fn span_of(candidate: &Candidate, plan: &Plan<'_>) -> Option<std::ops::RangeInclusive<u64>> {
    let last = plan.picks().last()?;
    let is_plain = matches!(candidate.exercise.dose, Dose::Timed { sets: 1, .. });
    let (least, most) = candidate.exercise.allowed(Quantity::DurationSecs)?;
    let ms = |secs: f64| (secs * 1000.0) as u64;
    (is_plain && candidate.zones.contains(&last.zone))
        .then(|| ms(least.unwrap_or(60.0))..=ms(most.unwrap_or(300.0)))
}

/// The whole breaths with which the session is nearest to its goal: inside what suits its end, and
/// beyond that only where the exercises leave too much.
fn landed(plan: &Plan<'_>, timing: &Timing<'_>) -> u64 {
    let breath = timing.breath_ms;
    let (least, most) = timing.closing_ms;
    let mut trial = plan.clone();
    trial.closing_ms = least;
    let others = timing.length_ms(&trial).saturating_sub(least);
    let wanted = timing.goal_ms.saturating_sub(others);
    let whole = (wanted / breath).max(1) * breath;
    if whole <= most || others + most < timing.goal_ms * 93 / 100 { whole } else { most / breath * breath }
}
