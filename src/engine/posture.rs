//! How long a body takes to get from one position into another.

use crate::model::{Equipment, Exercise, Position};

/// Settling into the next exercise without changing position, in milliseconds.
const SAME_POSITION_MS: u64 = 5_000;

/// Fetching something that was not in use, in milliseconds.
const FETCH_MS: u64 = 3_000;

/// Milliseconds from `from` into the starting position of `to`.
///
/// The figures are estimates for a stiff person who does not hurry; a step can override them.
#[must_use]
pub(super) fn transition_ms(from: Option<&Exercise>, to: &Exercise) -> u64 {
    let fetch = if fetches_something(from, to) { FETCH_MS } else { 0 };
    let target = starting_position(to);
    let change = from.map_or(SAME_POSITION_MS, |from| change_ms(starting_position(from), target));
    change + fetch
}

fn starting_position(exercise: &Exercise) -> Position {
    exercise.positions.first().copied().unwrap_or(Position::Standing)
}

fn fetches_something(from: Option<&Exercise>, to: &Exercise) -> bool {
    let had: &[Equipment] = from.map_or(&[], |e| &e.equipment);
    to.equipment.iter().any(|item| !had.contains(item))
}

fn change_ms(from: Position, to: Position) -> u64 {
    use Position::{Prone, Quadruped, SeatedChair, SeatedFloor, SideLying, Standing, Supine};
    let pair = if from <= to { (from, to) } else { (to, from) };
    match pair {
        (a, b) if a == b => SAME_POSITION_MS,
        (Supine, SideLying) => 5_000,
        (Standing, SeatedChair) | (SeatedFloor, Quadruped | Supine) | (Quadruped, Prone) => 6_000,
        (SeatedFloor | Quadruped | Prone, SideLying) | (Supine, Prone) => 7_000,
        (Quadruped, Supine) => 11_000,
        (Standing, SeatedFloor | Quadruped) | (SeatedFloor, Prone) => 9_000,
        (SeatedChair, SeatedFloor | Quadruped) => 10_000,
        (Standing, _) => 14_000,
        _ => 15_000,
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, change_ms};

    const ALL: [Position; 7] = [
        Position::Standing,
        Position::SeatedChair,
        Position::SeatedFloor,
        Position::Quadruped,
        Position::Supine,
        Position::Prone,
        Position::SideLying,
    ];

    #[test]
    fn the_way_back_takes_as_long_as_the_way_there() {
        for a in ALL {
            for b in ALL {
                assert_eq!(change_ms(a, b), change_ms(b, a), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn lying_down_from_standing_takes_longer_than_staying_seated() {
        let seated = change_ms(Position::SeatedChair, Position::SeatedChair);
        assert!(change_ms(Position::Standing, Position::Supine) > 2 * seated);
    }
}
