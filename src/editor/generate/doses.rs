//! The doses an exercise can be given: inside what the sources state, and near the recommended one
//! where they state nothing.

use crate::model::{Dose, Exercise, Quantity, Seconds};

use super::role;

/// Static stretches for the upper back are held for 15 to 60 seconds (source 003T). An exercise's
/// own figure wins; the general rule fills the gaps.
const STATIC_SECS: (f64, f64) = (15.0, 60.0);

/// Where no source limits a count, it stays near the recommended one (added).
const LEAST_SHARE: f64 = 0.6;
const MOST_SHARE: f64 = 1.25;

/// Doses looked at for each exercise: enough to fit a session to its length.
const MOST_DOSES: usize = 6;

/// The doses of an exercise, the recommended one among them; none where it has no length of its own.
pub(super) fn doses(exercise: &Exercise) -> Vec<Dose> {
    let sets = |usual| set_counts(exercise, usual);
    let counts = |of, usual| counts(exercise, of, usual);
    let found = match exercise.dose {
        Dose::Hold { secs, times } => holds(exercise, secs.0, times),
        Dose::Reps { count, sets: usual } => {
            pairs(&counts(Quantity::Reps, count), &sets(usual), |count, sets| Dose::Reps { count, sets })
        }
        Dose::Flow { breaths, sets: usual } => {
            pairs(&counts(Quantity::Breaths, breaths), &sets(usual), |breaths, sets| Dose::Flow {
                breaths,
                sets,
            })
        }
        Dose::Timed { secs, sets: usual } => {
            pairs(&lengths(exercise, Quantity::DurationSecs, secs.0), &sets(usual), |secs, sets| {
                Dose::Timed { secs: Seconds(secs), sets }
            })
        }
        Dose::Open { .. } => Vec::new(),
    };
    thinned(found, MOST_DOSES)
}

fn holds(exercise: &Exercise, secs: f64, times: u32) -> Vec<Dose> {
    let lengths = lengths(exercise, Quantity::HoldSecs, secs);
    let whole = exercise.allowed(Quantity::DurationSecs);
    let all = pairs(&lengths, &counts(exercise, Quantity::Reps, times), |secs, times| Dose::Hold {
        secs: Seconds(secs),
        times,
    });
    // A length of the whole exercise limits all its holds together.
    let fits = |dose: &Dose| match (dose, whole) {
        (Dose::Hold { secs, times }, Some((least, most))) => {
            let total = secs.0 * f64::from(*times);
            least.is_none_or(|least| total >= least) && most.is_none_or(|most| total <= most)
        }
        _ => true,
    };
    all.into_iter().filter(fits).collect()
}

fn pairs<A: Copy>(amounts: &[A], sets: &[u32], dose: impl Fn(A, u32) -> Dose) -> Vec<Dose> {
    sets.iter()
        .flat_map(|sets| amounts.iter().map(|amount| dose(*amount, *sets)).collect::<Vec<_>>())
        .collect()
}

/// Lengths that one of the sources allows: the ends of what they state, the middle, the usual.
fn lengths(exercise: &Exercise, of: Quantity, usual: f64) -> Vec<f64> {
    let spans = spans(exercise, of);
    if spans.is_empty() {
        let is_open = exercise.allowed(of).is_none() && role::is_static(exercise);
        return vec![if is_open { usual.clamp(STATIC_SECS.0, STATIC_SECS.1) } else { usual }];
    }
    let middle = |(least, most): (f64, f64)| ((least + most) / 10.0).round() * 5.0;
    let ends = spans.iter().flat_map(|span| [span.0, middle(*span), span.1]);
    let mut found: Vec<f64> = ends.chain([usual]).filter(|secs| is_inside(&spans, *secs)).collect();
    found.sort_by(f64::total_cmp);
    found.dedup();
    found
}

fn counts(exercise: &Exercise, of: Quantity, usual: u32) -> Vec<u32> {
    let near = |share: f64| (f64::from(usual) * share).max(1.0);
    let (least, most) = exercise.allowed(of).unwrap_or((None, None));
    let from = least.unwrap_or_else(|| near(LEAST_SHARE).ceil().min(most.unwrap_or(f64::MAX)));
    let to = most.unwrap_or_else(|| near(MOST_SHARE).round().max(from));
    let all: Vec<u32> = (from as u32..=to as u32).take(1_000).collect();
    thinned(all, MOST_DOSES)
}

fn set_counts(exercise: &Exercise, usual: u32) -> Vec<u32> {
    let spans = spans(exercise, Quantity::Sets);
    let counts = spans.iter().flat_map(|(least, most)| (*least as u32..=*most as u32).take(3));
    let found: Vec<u32> = counts.collect();
    if found.is_empty() { vec![usual] } else { found }
}

/// What the sources state with both ends.
fn spans(exercise: &Exercise, of: Quantity) -> Vec<(f64, f64)> {
    let ranges = exercise.ranges.iter().filter(|range| range.of == of);
    ranges.filter_map(|range| Some((range.min?.0, range.max?.0))).filter(|(a, b)| a <= b).collect()
}

fn is_inside(spans: &[(f64, f64)], secs: f64) -> bool {
    spans.iter().any(|(least, most)| (*least..=*most).contains(&secs))
}

/// At most so many of them, the first and the last among these.
fn thinned<T: Copy>(all: Vec<T>, most: usize) -> Vec<T> {
    if all.len() <= most {
        return all;
    }
    let last = all.len() - 1;
    (0..most).map(|index| all[index * last / (most - 1)]).collect()
}

#[cfg(test)]
mod tests {
    use super::doses;
    use crate::catalog::Catalog;
    use crate::model::{Dose, Seconds};

    fn of(id: &str) -> Vec<Dose> {
        doses(Catalog::builtin().exercise(id).expect("it is shipped"))
    }

    fn hold(secs: f64, times: u32) -> Dose {
        Dose::Hold { secs: Seconds(secs), times }
    }

    #[test]
    fn doses_stay_inside_what_is_stated() {
        assert_eq!(of("neck-stretch"), [hold(15.0, 1), hold(20.0, 1)]);
        assert_eq!(of("childs-pose"), [hold(30.0, 1), hold(45.0, 1), hold(60.0, 1)]);
        assert_eq!(of("arm-circles"), [Dose::Reps { count: 10, sets: 1 }]);
        let timed = |sets| Dose::Timed { secs: Seconds(30.0), sets };
        assert_eq!(of("high-knees"), [timed(2), timed(3)]);
    }

    #[test]
    fn where_nothing_is_stated_they_stay_near_the_recommended_one() {
        let counts: Vec<Dose> = of("neck-tilts");
        assert_eq!(counts, [3, 4, 5, 6].map(|count| Dose::Reps { count, sets: 1 }));
    }
}
