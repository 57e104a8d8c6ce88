//! Whether the parts of the motion that an exercise's steps name are there: a step that names
//! another is never lit.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::engine::Round;
use crate::model::motion::Part;
use crate::model::{Dose, Exercise, Seconds};

/// What is wrong with the links between words and motion, each with the field it stands in.
pub(super) fn problems(exercise: &Exercise, catalog: &Catalog) -> Vec<(&'static str, String)> {
    let (shown, any) = parts(exercise, catalog);
    let mut problems = Vec::new();
    for (index, step) in exercise.steps.iter().enumerate() {
        let is_never_lit = step.during.iter().all(|part| !shown.contains(part));
        for part in step.during.iter().filter(|part| is_never_lit || !any.contains(part)) {
            let n = index + 1;
            problems.push((
                "steps",
                format!("step {n} names {part:?}, but the motion has only {}", listed(&shown)),
            ));
        }
    }
    for (field, lines) in [("setup", &exercise.setup), ("cautions", &exercise.cautions)] {
        if lines.iter().any(|line| !line.during.is_empty()) {
            problems.push((field, "`during` belongs to steps alone and does nothing here".to_owned()));
        }
    }
    problems
}

/// The parts that come about at the doses the exercise gives, and at any dose of a routine.
fn parts(exercise: &Exercise, catalog: &Catalog) -> (BTreeSet<Part>, BTreeSet<Part>) {
    let exercise = Arc::new(exercise.clone());
    let of = |dose: &Dose| Round::of_dose(&exercise, dose, catalog).parts().collect::<Vec<_>>();
    let mut shown: BTreeSet<Part> = of(&exercise.dose).into_iter().collect();
    shown.extend(exercise.presets.iter().flat_map(|preset| of(&preset.dose)));
    let others = [
        Dose::Hold { secs: Seconds(1.0), times: 1 },
        Dose::Reps { count: 1, sets: 1 },
        Dose::Flow { breaths: 1, sets: 1 },
    ];
    let any = shown.iter().copied().chain(others.iter().flat_map(of)).collect();
    (shown, any)
}

fn listed(parts: &BTreeSet<Part>) -> String {
    let names: Vec<String> = parts.iter().map(|part| format!("{part:?}")).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}
