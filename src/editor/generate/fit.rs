//! Fits a picked session to its minutes: doses inside their ranges, then rounds, then exercises.

use super::closing;
use super::pick::most_rounds;
use super::plan::{Part, Plan};
use super::pool::Candidate;
use super::role::Role;
use super::timing::Timing;

/// Steps of fitting; each brings the length closer, and a few are enough.
const MOST_STEPS: usize = 30;

/// The session with the length that was asked, as far as its exercises allow.
pub(super) fn fitted<'a>(mut plan: Plan<'a>, breathing: &'a [Candidate], timing: &Timing<'_>) -> Plan<'a> {
    // The exercises rather than the end take what there is.
    let slack = (timing.closing_ms.1 - timing.closing_ms.0) / 2;
    for _ in 0..MOST_STEPS {
        plan.closing_ms = timing.closing_ms.0;
        let base = timing.length_ms(&plan);
        let changed = if base > timing.goal_ms {
            shrink(&mut plan, base - timing.goal_ms)
        } else if base + slack < timing.goal_ms {
            grow(&mut plan, timing.goal_ms - base, slack, timing)
        } else {
            false
        };
        if !changed {
            break;
        }
    }
    closing::close(&mut plan, breathing, timing);
    plan
}

/// Where a pick stands: its part, its index, and how far it is up its doses.
struct Spot {
    part: usize,
    pick: usize,
    height: usize,
    change_ms: u64,
}

/// The picks whose dose can be moved by one rung, and what that makes.
fn spots(plan: &Plan<'_>, up: bool) -> Vec<Spot> {
    let mut found = Vec::new();
    for (part, picks) in plan.parts.iter().map(|part| &part.picks).enumerate() {
        for (index, pick) in picks.iter().enumerate() {
            let rungs = &pick.candidate.rungs;
            let to = if up { pick.rung + 1 } else { pick.rung.wrapping_sub(1) };
            let Some(next) = rungs.get(to) else { continue };
            let change_ms = next.work_ms.abs_diff(pick.dose().work_ms) * u64::from(plan.times(part, index));
            found.push(Spot { part, pick: index, height: pick.rung * 100 / rungs.len(), change_ms });
        }
    }
    found
}

/// More of what is there: the smallest doses first, then another round.
fn grow(plan: &mut Plan<'_>, gap: u64, slack: u64, timing: &Timing<'_>) -> bool {
    let mut left = gap;
    while left > slack {
        let fitting = spots(plan, true).into_iter().filter(|spot| spot.change_ms <= left);
        let Some(spot) = fitting.min_by_key(|spot| spot.height) else { break };
        plan.parts[spot.part].picks[spot.pick].rung += 1;
        left -= spot.change_ms;
    }
    left != gap || another_round(plan, gap + slack / 2, timing)
}

fn another_round(plan: &mut Plan<'_>, gap: u64, timing: &Timing<'_>) -> bool {
    let before = timing.length_ms(plan);
    let can_grow = |part: &Part<'_>| part.can_go_round() && part.rounds < most_rounds(part.role);
    let mut open: Vec<usize> = (0..plan.parts.len()).filter(|index| can_grow(&plan.parts[*index])).collect();
    // The fewest rounds first, and the warm-up last of all.
    open.sort_by_key(|index| (plan.parts[*index].role == Role::WarmUp, plan.parts[*index].rounds));
    for index in open {
        plan.parts[index].rounds += 1;
        if (1..=gap).contains(&(timing.length_ms(plan) - before)) {
            return true;
        }
        plan.parts[index].rounds -= 1;
    }
    false
}

/// Less of what is there: the largest doses first, then a round, then an exercise.
fn shrink(plan: &mut Plan<'_>, over: u64) -> bool {
    let mut left = over;
    let mut changed = false;
    while left > 0 {
        let Some(spot) = spots(plan, false).into_iter().max_by_key(|spot| spot.height) else { break };
        plan.parts[spot.part].picks[spot.pick].rung -= 1;
        left = left.saturating_sub(spot.change_ms);
        changed = true;
    }
    changed || one_round_less(plan) || one_pick_less(plan)
}

fn one_round_less(plan: &mut Plan<'_>) -> bool {
    let most = plan.parts.iter_mut().filter(|part| part.rounds > 1).max_by_key(|part| part.rounds);
    most.is_some_and(|part| {
        part.rounds -= 1;
        true
    })
}

fn one_pick_less(plan: &mut Plan<'_>) -> bool {
    let least = |part: &Part<'_>| usize::from(matches!(part.role, Role::WarmUp | Role::Strengthen));
    let open = plan.parts.iter_mut().filter(|part| part.picks.len() > least(part));
    let longest = open.max_by_key(|part| part.picks.len());
    longest.is_some_and(|part| part.picks.pop().is_some())
}
