//! Looks at a dose before it is laid out: counts that nobody means and lengths that cannot be.

use super::compile::Compiler;
use crate::model::{Dose, Exercise, Fix, Optional, Problem, Seconds, Severity, Tempo};

/// More repetitions, holds or breaths than anyone does in a set.
const MOST_REPS: u32 = 1_000;

/// More sets than anyone does.
const MOST_SETS: u32 = 20;

impl Compiler<'_> {
    /// The dose as written where it can run, the recommended one otherwise.
    pub(super) fn checked_dose(&mut self, written: Option<Dose>, exercise: &Exercise) -> Option<Dose> {
        let dose = written.unwrap_or(exercise.dose);
        let Some(problem) = impossible(&dose) else { return Some(dose) };
        let fix = written.map(|_| Fix::SetDose(exercise.dose));
        self.note(Severity::Error, problem, fix);
        (impossible(&exercise.dose).is_none()).then_some(exercise.dose)
    }

    /// The tempo as written where it can run, a usual one otherwise.
    pub(super) fn checked_tempo(&mut self, written: Option<Tempo>, exercise: &Exercise) -> Tempo {
        let mut usable = |tempo: Option<Tempo>, fix: Option<Fix>| {
            let tempo = tempo?;
            let problem = impossible_tempo(&tempo);
            let fine = problem.is_none();
            if let Some(problem) = problem {
                self.note(Severity::Error, problem, fix);
            }
            fine.then_some(tempo)
        };
        let own = usable(written, Some(Fix::LeaveOut(Optional::Tempo)));
        own.or_else(|| usable(exercise.tempo, None)).unwrap_or_default()
    }
}

fn impossible(dose: &Dose) -> Option<Problem> {
    match *dose {
        Dose::Hold { secs, times } => bad_length("secs", secs).or(bad_count("times", times, MOST_REPS)),
        Dose::Reps { count, sets } => {
            bad_count("count", count, MOST_REPS).or(bad_count("sets", sets, MOST_SETS))
        }
        Dose::Flow { breaths, sets } => {
            bad_count("breaths", breaths, MOST_REPS).or(bad_count("sets", sets, MOST_SETS))
        }
        Dose::Timed { secs, sets } => bad_length("secs", secs).or(bad_count("sets", sets, MOST_SETS)),
        Dose::Open { sets } => bad_count("sets", sets, MOST_SETS),
    }
}

fn bad_length(field: &'static str, secs: Seconds) -> Option<Problem> {
    let fine = secs.to_ms().is_some_and(|ms| ms > 0);
    (!fine).then_some(Problem::BadDuration { field, secs: secs.0 })
}

fn bad_count(field: &'static str, count: u32, most: u32) -> Option<Problem> {
    let fine = (1..=most).contains(&count);
    (!fine).then_some(Problem::BadCount { field, count })
}

fn impossible_tempo(tempo: &Tempo) -> Option<Problem> {
    let phases =
        [("lift_secs", tempo.lift_secs), ("pause_secs", tempo.pause_secs), ("lower_secs", tempo.lower_secs)];
    let bad = phases.iter().find(|(_, secs)| secs.to_ms().is_none());
    let still = phases.iter().all(|(_, secs)| secs.to_ms() == Some(0));
    let (field, secs) = bad.or(still.then_some(&phases[0]))?;
    Some(Problem::BadDuration { field, secs: secs.0 })
}
