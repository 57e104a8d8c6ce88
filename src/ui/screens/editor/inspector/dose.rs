//! How much: the kind of the dose and its amounts, with what sources say of each.

use super::InspectorView;
use super::amount::{Advice, Amount, Asked};
use super::bounds::{Bounds, said, shown};
use super::pick::Pick;
use super::sheet::Sheet;
use super::standing::{Origin, Standing};
use super::subject::Shared;
use crate::editor::{Change, Gesture};
use crate::model::{Dose, Exercise, Quantity, Range, Seconds, Step};

pub(super) fn dose_ui(sheet: &mut Sheet<'_, '_>) {
    let view = sheet.view;
    let Some(written) = sheet.subject.shared_steps(|step| step.dose) else { return };
    let Some(dose) = sheet.subject.shared_steps(|step| effective_dose(view, step)) else { return };
    let (known, exercise) = (dose.first(), sheet.subject.exercise);
    let label = sheet.word("insp-dose");
    sheet.label(&label);
    kinds_ui(sheet, dose.same().flatten(), exercise.map(AsRef::as_ref));
    presets_ui(sheet, exercise.map(AsRef::as_ref));
    if dose.same().is_none() {
        let line = sheet.word("insp-dose-mixed");
        sheet.line(&line);
    }
    let held = exercise.map(|e| sheet.form.look.words.dose(&e.dose, e.sides, e.ways.len()));
    let standing = Standing {
        is_set: written != Shared::Same(None),
        origin: Origin::Exercise,
        held: held.unwrap_or_default(),
    };
    if sheet.standing(&label, &standing) {
        sheet.change(Change::Dose(None), Gesture::Single);
    }
    let kind = |dose: &Option<Dose>| dose.as_ref().map(std::mem::discriminant);
    let of_a_kind = sheet.subject.shared_steps(|step| kind(&effective_dose(view, step)));
    let is_of_a_kind = of_a_kind.is_some_and(|kinds| kinds.same().is_some());
    let Some(dose) = known.filter(|_| is_of_a_kind).map(|first| (first, dose.same().is_some())) else {
        return;
    };
    for (quantity, value) in dose.0.amounts() {
        amount_ui(sheet, dose, quantity, value, exercise.map(AsRef::as_ref));
    }
}

/// The dose of a step, its own or the recommended one; `None` of an unknown exercise.
fn effective_dose(view: &InspectorView<'_>, step: &Step) -> Option<Dose> {
    step.dose.or_else(|| view.catalog.exercise(&step.exercise).map(|exercise| exercise.dose))
}

/// One figure of a dose.
fn amount_ui(
    sheet: &mut Sheet<'_, '_>,
    (dose, is_same): (Dose, bool),
    quantity: Quantity,
    value: f64,
    exercise: Option<&Exercise>,
) {
    let words = sheet.form.look.words;
    let [label, name, unit] = keys_of(&dose, quantity).map(|key| words.get(key));
    let advice = exercise.and_then(|exercise| advice(sheet, exercise, quantity));
    let recommended = exercise.and_then(|exercise| {
        exercise.dose.amounts().into_iter().find(|(of, _)| *of == quantity).map(|(_, value)| value)
    });
    let comes_to = if is_same { comes_to(sheet, &dose, quantity) } else { String::new() };
    let asked = sheet.amount(&Amount {
        label: &label,
        name: &name,
        unit: &unit,
        value: is_same.then_some(value),
        bounds: Bounds::dose(quantity, recommended, advice.as_ref().map(|advice| advice.said)),
        advice,
        comes_to: &comes_to,
        standing: None,
    });
    if let Some(Asked::Value(value, gesture)) = asked {
        sheet.change(Change::Dose(Some(dose.with_amount(quantity, value))), gesture);
    }
}

/// The kinds, those that make sense for the exercise first.
fn kinds_ui(sheet: &mut Sheet<'_, '_>, dose: Option<Dose>, exercise: Option<&Exercise>) {
    let words = sheet.form.look.words;
    let kinds = kinds_for(exercise);
    let texts: Vec<String> = kinds.iter().map(|kind| words.get(kind_key(kind))).collect();
    let name = |text: &String| words.with("insp-kind-name", &[("kind", text.as_str().into())]);
    let names: Vec<String> = texts.iter().map(name).collect();
    let is =
        |kind: &Dose| dose.is_some_and(|dose| std::mem::discriminant(&dose) == std::mem::discriminant(kind));
    let picks: Vec<Pick<'_>> = (0..kinds.len())
        .map(|index| Pick { text: &texts[index], name: &names[index], is_on: is(&kinds[index]) })
        .collect();
    if let Some(index) = sheet.picks("dose-kind", &picks)
        && !picks[index].is_on
    {
        sheet.change(Change::Dose(Some(kinds[index])), Gesture::Single);
    }
}

/// Other doses that sources give by name.
fn presets_ui(sheet: &mut Sheet<'_, '_>, exercise: Option<&Exercise>) {
    let Some(exercise) = exercise.filter(|exercise| !exercise.presets.is_empty()) else { return };
    let words = sheet.form.look.words;
    let text = |preset: &crate::model::Preset| {
        let dose = words.dose(&preset.dose, exercise.sides, exercise.ways.len());
        words.with("ex-preset", &[("name", preset.name.as_str().into()), ("dose", dose.into())])
    };
    let texts: Vec<String> = exercise.presets.iter().map(text).collect();
    let now = sheet.subject.shared_steps(|step| step.dose).and_then(Shared::same).flatten();
    let picks: Vec<Pick<'_>> = exercise
        .presets
        .iter()
        .zip(&texts)
        .map(|(preset, text)| Pick { text, name: text, is_on: now == Some(preset.dose) })
        .collect();
    sheet.form.gap(2.0);
    if let Some(index) = sheet.picks("preset", &picks) {
        sheet.change(Change::Dose(Some(exercise.presets[index].dose)), Gesture::Single);
    }
}

/// A dose of each kind, the exercise's own first, then those that sources speak of.
fn kinds_for(exercise: Option<&Exercise>) -> Vec<Dose> {
    let usual = [
        Dose::Hold { secs: Seconds(30.0), times: 1 },
        Dose::Reps { count: 8, sets: 1 },
        Dose::Flow { breaths: 5, sets: 1 },
        Dose::Timed { secs: Seconds(60.0), sets: 1 },
        Dose::Open { sets: 1 },
    ];
    let Some(exercise) = exercise else { return usual.to_vec() };
    let mut kinds = vec![exercise.dose];
    kinds.extend(exercise.presets.iter().map(|preset| preset.dose));
    let spoken_of = |kind: &Dose| {
        let main = kind.amounts().first().map(|(quantity, _)| *quantity);
        main.is_some_and(|main| {
            main != Quantity::Sets && exercise.ranges.iter().any(|range| range.of == main)
        })
    };
    let (sensible, other): (Vec<Dose>, Vec<Dose>) = usual.iter().copied().partition(spoken_of);
    kinds.extend(sensible.into_iter().chain(other).map(|kind| within(kind, exercise)));
    let mut seen = Vec::new();
    kinds.retain(|kind| {
        let kind = std::mem::discriminant(kind);
        let is_new = !seen.contains(&kind);
        seen.push(kind);
        is_new
    });
    kinds
}

/// A dose moved to where sources allow it.
fn within(dose: Dose, exercise: &Exercise) -> Dose {
    let Some((quantity, value)) = dose.amounts().first().copied() else { return dose };
    let Some((least, most)) = said(exercise, quantity) else { return dose };
    let value = most.filter(|most| value > *most).unwrap_or(value);
    let value = least.filter(|least| value < *least).unwrap_or(value);
    dose.with_amount(quantity, value)
}

fn kind_key(dose: &Dose) -> &'static str {
    match dose {
        Dose::Hold { .. } => "insp-kind-hold",
        Dose::Reps { .. } => "insp-kind-reps",
        Dose::Flow { .. } => "insp-kind-flow",
        Dose::Timed { .. } => "insp-kind-timed",
        Dose::Open { .. } => "insp-kind-open",
    }
}

/// What stands above a figure, its name, and what it counts.
fn keys_of(dose: &Dose, quantity: Quantity) -> [&'static str; 3] {
    match (dose, quantity) {
        (_, Quantity::HoldSecs) => ["insp-hold", "insp-hold-name", "insp-secs-unit"],
        (Dose::Hold { .. }, Quantity::Reps) => ["insp-times", "insp-times-name", "insp-times-unit"],
        (_, Quantity::Reps) => ["insp-reps", "insp-reps-name", "insp-times-unit"],
        (_, Quantity::Breaths) => ["insp-breaths", "insp-breaths-name", "insp-breaths-unit"],
        (_, Quantity::DurationSecs) => ["insp-timed", "insp-timed-name", "insp-secs-unit"],
        (_, Quantity::Sets) => ["insp-sets", "insp-sets-name", "insp-sets-unit"],
    }
}

/// What sources say of a quantity, in words.
fn advice(sheet: &Sheet<'_, '_>, exercise: &Exercise, quantity: Quantity) -> Option<Advice> {
    let (words, catalog) = (sheet.form.look.words, sheet.view.catalog);
    let (least, most) = said(exercise, quantity)?;
    let own: Vec<Range> = exercise.ranges.iter().filter(|range| range.of == quantity).cloned().collect();
    let all = Range {
        of: quantity,
        min: least.map(Seconds),
        max: most.map(Seconds),
        sources: Vec::new(),
        stated: true,
        note: String::new(),
    };
    let told = words.ranges(&own, &catalog.sources);
    let mut whole: Vec<String> =
        told.into_iter().flat_map(|line| [vec![line.figures], line.notes].concat()).collect();
    let mut titles: Vec<&str> = Vec::new();
    for id in own.iter().flat_map(|range| &range.sources) {
        let title = catalog.source(id).map_or(id.as_str(), |source| source.title.as_str());
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    whole.extend(titles.into_iter().map(str::to_owned));
    whole.retain(|line| !line.is_empty());
    Some(Advice {
        said: (least, most),
        short: words.range(&all),
        whole: whole.join("\n"),
        is_stated: own.iter().any(|range| range.stated),
    })
}

/// What a figure comes to as it will run.
fn comes_to(sheet: &Sheet<'_, '_>, dose: &Dose, quantity: Quantity) -> String {
    let words = sheet.form.look.words;
    let is_main = dose.amounts().first().is_some_and(|(main, _)| *main == quantity);
    let Some(entry) = is_main.then(|| sheet.entry()).flatten() else { return String::new() };
    match entry.dose {
        Dose::Hold { secs, .. } => {
            let breath: f64 = entry.breath.stages.iter().map(|stage| stage.1.0).sum();
            let n = (secs.0 / breath).round();
            words.with("insp-comes-to-breaths", &[("secs", shown(secs.0).into()), ("n", n.into())])
        }
        _ => sheet.worked_ms(entry).map_or_else(String::new, |ms| {
            words.with("insp-comes-to", &[("length", words.length(ms).into())])
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    #[test]
    fn the_exercises_own_kind_comes_first_and_every_kind_once() {
        let catalog = Catalog::builtin();
        for exercise in catalog.exercises.values() {
            let kinds = kinds_for(Some(exercise));
            assert_eq!(kinds.len(), 5, "{}", exercise.id);
            assert_eq!(kinds[0], exercise.dose, "{}", exercise.id);
        }
        let cow = kinds_for(catalog.exercise("cat-cow").map(AsRef::as_ref));
        assert!(matches!(cow[1], Dose::Timed { .. }), "sources time it as well: {cow:?}");
    }

    #[test]
    fn a_kind_that_sources_speak_of_begins_within_what_they_say() {
        for exercise in Catalog::builtin().exercises.values() {
            for kind in kinds_for(Some(exercise)) {
                let (quantity, value) = kind.amounts()[0];
                let Some(said) = said(exercise, quantity) else { continue };
                assert_eq!(super::super::bounds::side_of(value, said), 0, "{}: {kind:?}", exercise.id);
            }
        }
    }
}
