//! One round of an exercise, for showing it by itself: the parts of its motion, each as long as the
//! exercise's own tempo, breath or hold has it.

use std::sync::Arc;

use super::breathing::{breath_at, cycle_ms, idle_fullness, nearest_breaths, stage_ms, whole_breaths};
use super::step::{RELEASE_MS, rep_ms};
use super::{Movement, Stance};
use crate::catalog::Catalog;
use crate::model::motion::Part;
use crate::model::{BreathPattern, BreathPhase, Category, Dose, Exercise, Seconds, Side, Tempo};

/// About how long a hold is shown, in milliseconds: a few breaths tell all there is to see.
const HOLD_SHOWN_MS: u64 = 16_000;

/// How long the figure waits in its starting position after a breath, in milliseconds.
const REST_MS: u64 = 3_000;

/// Which side works in a round, and which way round it goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// The side, where sides differ.
    pub side: Option<Side>,
    /// The way, as an index into the exercise's `ways`.
    pub way: u8,
}

/// One round of an exercise, from its starting position and back to it.
#[derive(Clone, Debug)]
pub struct Round {
    exercise: Arc<Exercise>,
    breath: Arc<BreathPattern>,
    /// With their lengths in milliseconds; none is empty.
    parts: Vec<(Part, u64)>,
}

/// A place in a round.
#[derive(Clone, Copy, Debug)]
struct Place {
    index: usize,
    /// Microseconds since the round and since the part began.
    elapsed_us: u64,
    into_us: u64,
}

impl Round {
    /// The round of an exercise as it is recommended.
    #[must_use]
    pub fn new(exercise: &Arc<Exercise>, catalog: &Catalog) -> Self {
        Self::of_dose(exercise, &exercise.dose, catalog)
    }

    /// The round of an exercise at a dose.
    #[must_use]
    pub fn of_dose(exercise: &Arc<Exercise>, dose: &Dose, catalog: &Catalog) -> Self {
        let own = exercise.breath.as_deref().and_then(|id| catalog.breath(id));
        let mut breath = Arc::clone(own.unwrap_or_else(|| catalog.default_breath()));
        let mut parts = match dose {
            Dose::Hold { secs, .. } => {
                let asked = secs.to_ms().unwrap_or(0);
                let shown = nearest_breaths(HOLD_SHOWN_MS, &breath) * cycle_ms(&breath);
                let hold = whole_breaths(asked.min(shown), &breath, (0, u64::MAX));
                breath = hold.pattern;
                vec![(Part::Hold, hold.len_ms), (Part::Release, RELEASE_MS)]
            }
            // From the last breath back to the starting position.
            Dose::Flow { .. } => [breaths(&breath), vec![(Part::Rest, REST_MS)]].concat(),
            Dose::Timed { .. } if exercise.category == Category::Breathing => breaths(&breath),
            Dose::Reps { .. } | Dose::Timed { .. } | Dose::Open { .. } => repetition(exercise.tempo),
        };
        parts.retain(|(_, len_ms)| *len_ms > 0);
        Self { exercise: Arc::clone(exercise), breath, parts }
    }

    /// Whose round it is.
    #[must_use]
    pub fn exercise(&self) -> &Arc<Exercise> {
        &self.exercise
    }

    /// Its parts, in order.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        self.parts.iter().map(|(part, _)| *part)
    }

    /// How long it takes, in seconds.
    #[must_use]
    pub fn secs(&self) -> f32 {
        self.total_ms() as f32 / 1000.0
    }

    fn total_ms(&self) -> u64 {
        self.parts.iter().map(|(_, len_ms)| len_ms).sum::<u64>().max(1)
    }

    fn place(&self, fraction: f32) -> Place {
        let fraction = if fraction.is_finite() { f64::from(fraction.clamp(0.0, 1.0)) } else { 0.0 };
        let elapsed_us = (fraction * self.total_ms() as f64 * 1000.0) as u64;
        let mut start = 0;
        for (index, (_, len_ms)) in self.parts.iter().enumerate() {
            let end = start + len_ms * 1000;
            if elapsed_us < end || index + 1 == self.parts.len() {
                return Place { index, elapsed_us, into_us: elapsed_us.min(end) - start };
            }
            start = end;
        }
        Place { index: 0, elapsed_us: 0, into_us: 0 }
    }

    /// What the figure does at a place in the round, 0 to 1. `before` is the turn of the round that
    /// ended as this one began; without one, the figure starts from its starting position.
    #[must_use]
    pub fn movement(&self, turn: Turn, before: Option<Turn>, fraction: f32) -> Movement {
        let place = self.place(fraction);
        let stance = |part: Part, turn: Turn| Stance {
            exercise: Some(Arc::clone(&self.exercise)),
            part,
            side: turn.side,
            way: turn.way,
        };
        let Some(&(part, len_ms)) = self.parts.get(place.index) else {
            return Movement {
                from: stance(Part::Rest, turn),
                to: stance(Part::Rest, turn),
                progress: 1.0,
                elapsed_secs: 1.0,
                left_secs: 0.0,
                breath: 0.0,
            };
        };
        let from = match (place.index.checked_sub(1), before) {
            (Some(previous), _) => stance(self.parts[previous].0, turn),
            (None, Some(before)) => stance(self.parts[self.parts.len() - 1].0, before),
            (None, None) => stance(Part::Rest, turn),
        };
        Movement {
            from,
            to: stance(part, turn),
            progress: (place.into_us as f64 / (len_ms as f64 * 1000.0)).clamp(0.0, 1.0) as f32,
            elapsed_secs: place.into_us as f32 / 1e6,
            left_secs: (len_ms * 1000).saturating_sub(place.into_us) as f32 / 1e6,
            breath: self.fullness(part, len_ms, place),
        }
    }

    /// How full the lungs are: as paced where a breath is paced, else a quiet breath.
    fn fullness(&self, part: Part, len_ms: u64, place: Place) -> f32 {
        let is_breath = matches!(part, Part::Inhale | Part::Full | Part::Exhale | Part::Empty);
        let paced = match part {
            Part::Hold => breath_at(&self.breath, place.into_us, len_ms),
            _ if is_breath => breath_at(&self.breath, place.elapsed_us, cycle_ms(&self.breath)),
            _ => None,
        };
        paced.map_or_else(|| idle_fullness(place.into_us, len_ms), |breath| breath.fullness)
    }

    /// The step that is done at a place in the round, and for how many seconds it is. Steps that
    /// name the same part share it evenly, in their order.
    #[must_use]
    pub fn step_at(&self, fraction: f32) -> Option<(usize, f32)> {
        let place = self.place(fraction);
        let &(part, len_ms) = self.parts.get(place.index)?;
        let steps = self.exercise.steps.iter().enumerate();
        let sharing: Vec<usize> =
            steps.filter(|(_, step)| step.during.contains(&part)).map(|(index, _)| index).collect();
        let turn = place.into_us * sharing.len() as u64 / (len_ms * 1000);
        let step = sharing.get(turn as usize).or(sharing.last())?;
        Some((*step, len_ms as f32 / 1000.0 / sharing.len() as f32))
    }
}

fn repetition(tempo: Option<Tempo>) -> Vec<(Part, u64)> {
    let lasts = |tempo: &Tempo| {
        let phases = [tempo.lift_secs, tempo.pause_secs, tempo.lower_secs];
        phases.iter().all(|secs| secs.to_ms().is_some()) && rep_ms(tempo) > 0
    };
    let Tempo { lift_secs, pause_secs, lower_secs } = tempo.filter(lasts).unwrap_or_default();
    let ms = |secs: Seconds| secs.to_ms().unwrap_or(0);
    vec![(Part::Lift, ms(lift_secs)), (Part::Pause, ms(pause_secs)), (Part::Lower, ms(lower_secs))]
}

/// One breath.
fn breaths(breath: &BreathPattern) -> Vec<(Part, u64)> {
    let mut parts: Vec<(Part, u64)> = Vec::new();
    for stage in &breath.stages {
        let part = match stage.0 {
            BreathPhase::In => Part::Inhale,
            BreathPhase::Full => Part::Full,
            BreathPhase::Out => Part::Exhale,
            BreathPhase::Empty => Part::Empty,
        };
        match parts.last_mut() {
            Some((last, len_ms)) if *last == part => *len_ms += stage_ms(*stage),
            _ => parts.push((part, stage_ms(*stage))),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Line, Sides};

    /// A shipped exercise whose steps are done during these parts.
    fn linked(id: &str, during: &[&[Part]]) -> (Arc<Exercise>, Catalog) {
        let catalog = Catalog::builtin();
        let mut exercise = Exercise::clone(&catalog.exercises[id]);
        let step = |parts: &&[Part]| Line {
            text: "Do it.".into(),
            sources: Vec::new(),
            stated: false,
            during: parts.to_vec(),
        };
        exercise.steps = during.iter().map(step).collect();
        (Arc::new(exercise), catalog)
    }

    fn lengths(round: &Round) -> Vec<(Part, u64)> {
        round.parts.clone()
    }

    #[test]
    fn a_round_has_the_tempo_the_breath_and_the_hold_of_its_exercise() {
        let catalog = Catalog::builtin();
        let of = |id: &str| lengths(&Round::new(&catalog.exercises[id], &catalog));
        assert_eq!(of("wall-slides"), [(Part::Lift, 3_000), (Part::Lower, 3_000)]);
        assert_eq!(of("cat-cow"), [(Part::Inhale, 4_000), (Part::Exhale, 4_000), (Part::Rest, 3_000)]);
        assert_eq!(of("childs-pose"), [(Part::Hold, 20_000), (Part::Release, 4_000)], "two calm breaths");
        assert_eq!(of("deep-breathing"), [(Part::Inhale, 4_000), (Part::Exhale, 6_000)], "as it is calm");
        assert_eq!(of("iron-cross"), [(Part::Hold, 5_000), (Part::Release, 4_000)], "no longer than it is");
    }

    #[test]
    fn nonsense_in_tempo_and_hold_still_makes_a_round() {
        let (exercise, catalog) = linked("wall-slides", &[]);
        let mut broken = Exercise::clone(&exercise);
        broken.tempo =
            Some(Tempo { lift_secs: Seconds(f64::NAN), pause_secs: Seconds(0.0), lower_secs: Seconds(-1.0) });
        let round = Round::new(&Arc::new(broken.clone()), &catalog);
        assert_eq!(lengths(&round), [(Part::Lift, 2_000), (Part::Lower, 2_000)]);
        broken.dose = Dose::Hold { secs: Seconds(-3.0), times: 1 };
        let round = Round::new(&Arc::new(broken), &catalog);
        assert_eq!(lengths(&round), [(Part::Release, 4_000)]);
        for fraction in [f32::NAN, -1.0, 0.0, 1.0, 7.0] {
            let movement = round.movement(Turn::default(), None, fraction);
            assert!((0.0..=1.0).contains(&movement.progress), "{fraction}");
        }
    }

    #[test]
    fn steps_are_lit_in_the_parts_they_name_and_share_them_in_order() {
        use Part::{Exhale, Inhale, Rest};
        let (exercise, catalog) = linked("cat-cow", &[&[Inhale], &[], &[Inhale], &[Exhale, Rest]]);
        let round = Round::new(&exercise, &catalog);
        let at = |secs: f32| round.step_at(secs / round.secs()).map(|(step, _)| step);
        assert_eq!([0.1, 1.9, 2.1, 3.9].map(at), [Some(0), Some(0), Some(2), Some(2)]);
        assert_eq!([4.1, 7.9, 8.1, 11.0].map(at), [Some(3); 4]);
        assert_eq!(round.step_at(0.0).map(|(_, secs)| secs), Some(2.0));
    }

    #[test]
    fn steps_without_a_link_are_never_lit() {
        let (exercise, catalog) = linked("cat-cow", &[&[], &[Part::Exhale], &[]]);
        let round = Round::new(&exercise, &catalog);
        let lit: Vec<_> = (0..100).filter_map(|n| round.step_at(n as f32 / 100.0)).collect();
        assert!(!lit.is_empty() && lit.iter().all(|(step, _)| *step == 1));
        let (exercise, catalog) = linked("cat-cow", &[&[], &[]]);
        let round = Round::new(&exercise, &catalog);
        assert!((0..100).all(|n| round.step_at(n as f32 / 100.0).is_none()));
    }

    #[test]
    fn a_round_goes_on_from_the_one_before() {
        let catalog = Catalog::builtin();
        let exercise = catalog
            .exercises
            .values()
            .find(|e| e.sides == Sides::Alternating && matches!(e.dose, Dose::Reps { .. }));
        let round = Round::new(exercise.expect("one alternates"), &catalog);
        let [right, left] = [Side::Right, Side::Left].map(|side| Turn { side: Some(side), way: 0 });
        let first = round.movement(right, None, 0.0);
        assert_eq!((first.from.part, first.from.side), (Part::Rest, Some(Side::Right)));
        let next = round.movement(left, Some(right), 0.0);
        assert_eq!((next.from.part, next.from.side), (Part::Lower, Some(Side::Right)));
        assert_eq!(next.to.side, Some(Side::Left));
    }

    #[test]
    fn the_breath_runs_under_a_hold() {
        let catalog = Catalog::builtin();
        let round = Round::new(&catalog.exercises["childs-pose"], &catalog);
        let full = |secs: f32| round.movement(Turn::default(), None, secs / round.secs()).breath;
        assert!(full(4.0) > 0.99 && full(14.0) > 0.99, "calm: in for four seconds");
        assert!(full(9.99) < 0.01 && full(19.99) < 0.01);
    }
}
