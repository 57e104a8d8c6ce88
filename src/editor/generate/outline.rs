//! The parts of a session and their shares of the minutes.

use super::pool::Pool;
use super::role::Role;
use super::timing::Timing;
use super::wish::{Aim, Wish};

/// From this length on, what strengthens is preceded by core relief, as in source 001.
const CORE_RELIEF_MINUTES: u32 = 15;

/// More than these minutes of warm-up are not needed: light activity takes 5 to 10 (source 003T).
const LONGEST_WARM_UP_MS: u64 = 8 * 60_000;

/// A part as it is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) role: Role,
    pub(super) ms: u64,
    /// How often it is meant to be gone through.
    pub(super) rounds: u32,
    /// True for a part that a session of this aim cannot go without.
    pub(super) is_needed: bool,
}

/// The parts, in the order of source 001: warm-up, core relief, strengthening, stretching; what
/// nothing in the pool can fill is left to the others.
pub(super) fn outline(wish: &Wish, pool: &Pool, timing: &Timing<'_>) -> Vec<Share> {
    // Warm-up comes ahead of stretches and exercise (001, 002, 003T): no session without one.
    if !pool.has(Role::WarmUp) {
        return Vec::new();
    }
    let shares: Vec<(Role, u64)> =
        shares(wish, pool).into_iter().filter(|(role, _)| pool.has(*role)).collect();
    let closing = u64::midpoint(timing.closing_ms.0, timing.closing_ms.1);
    let body_ms = timing.goal_ms.saturating_sub(timing.lead_in_ms + closing);
    let all: u64 = shares.iter().map(|(_, share)| share).sum();
    let warm_up = shares.iter().find(|(role, _)| *role == Role::WarmUp).map_or(0, |(_, share)| *share);
    let warm_ms = (body_ms * warm_up / all.max(1)).min(LONGEST_WARM_UP_MS);
    let share = |(role, share): (Role, u64)| {
        let rest = (all - warm_up).max(1);
        let ms = if role == Role::WarmUp { warm_ms } else { (body_ms - warm_ms) * share / rest };
        let is_needed = matches!(role, Role::WarmUp | Role::Strengthen);
        Share { role, ms, rounds: rounds(role, ms), is_needed }
    };
    shares.into_iter().map(share).collect()
}

/// Shares in hundredths (added).
fn shares(wish: &Wish, pool: &Pool) -> Vec<(Role, u64)> {
    use Role::{Loosen, Strengthen, Stretch, WarmUp};
    match wish.aim {
        Aim::Strengthen if pool.has(Strengthen) && wish.minutes >= CORE_RELIEF_MINUTES => {
            vec![(WarmUp, 20), (Loosen, 12), (Strengthen, 47), (Stretch, 21)]
        }
        Aim::Strengthen if pool.has(Strengthen) => vec![(WarmUp, 27), (Strengthen, 48), (Stretch, 25)],
        Aim::Strengthen | Aim::Loosen => vec![(WarmUp, 25), (Loosen, 45), (Stretch, 30)],
        Aim::WindDown => vec![(WarmUp, 20), (Loosen, 25), (Stretch, 55)],
    }
}

/// Rounds rather than ever more exercises, where the minutes are many (added; 003T goes round its
/// warm-up two or three times, 003V does more sets as strength grows).
fn rounds(role: Role, ms: u64) -> u32 {
    let (second, third) = match role {
        Role::WarmUp => return 1,
        Role::Strengthen => (5, 14),
        Role::Loosen => (9, 24),
        Role::Stretch => (10, 25),
    };
    1 + u32::from(ms >= second * 60_000) + u32::from(ms >= third * 60_000)
}
