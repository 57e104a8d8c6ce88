//! Which cues a step sounds, says and shows.

use super::pick::Pick;
use super::sheet::Sheet;
use super::standing::{Origin, Standing};
use super::subject::Shared;
use crate::editor::{Change, Gesture};
use crate::model::{CueKind, Dose, Exercise, Sides, Step};

pub(super) fn cues_ui(sheet: &mut Sheet<'_, '_>) {
    let view = sheet.view;
    let Some(silent) = sheet.subject.shared_steps(|step| step.silent.as_slice()) else { return };
    let kinds: Vec<CueKind> = CueKind::ALL
        .into_iter()
        .filter(|kind| sheet.subject.all_steps(view, |s, e| has(*kind, s, e)))
        .collect();
    if kinds.is_empty() {
        return;
    }
    let words = sheet.form.look.words;
    let label = words.get("insp-cues");
    sheet.label(&label);
    let line = if silent.same().is_some() { "insp-cues-line" } else { "insp-mixed-line" };
    let line = words.get(line);
    sheet.line(&line);
    let silenced = silent.first();
    let texts: Vec<String> = kinds.iter().map(|kind| words.cue_kind(*kind)).collect();
    let name = |text: &String| words.with("insp-cue-name", &[("cue", text.as_str().into())]);
    let names: Vec<String> = texts.iter().map(name).collect();
    let picks: Vec<Pick<'_>> = (0..kinds.len())
        .map(|index| Pick {
            text: &texts[index],
            name: &names[index],
            is_on: !silenced.contains(&kinds[index]),
        })
        .collect();
    if let Some(index) = sheet.toggles("cues", &picks) {
        sheet.change(Change::Silent(toggled(silenced, kinds[index])), Gesture::Single);
    }
    let standing =
        Standing { is_set: silent != Shared::Same(&[]), origin: Origin::Settings, held: String::new() };
    if sheet.standing(&label, &standing) {
        sheet.change(Change::Silent(Vec::new()), Gesture::Single);
    }
}

/// Whether a step has cues of a kind, or would have.
fn has(kind: CueKind, step: &Step, exercise: &Exercise) -> bool {
    if step.silent.contains(&kind) {
        return true;
    }
    let dose = step.dose.unwrap_or(exercise.dose);
    let several = match dose {
        Dose::Reps { sets, .. }
        | Dose::Flow { sets, .. }
        | Dose::Timed { sets, .. }
        | Dose::Open { sets } => sets > 1,
        Dose::Hold { .. } => false,
    };
    match kind {
        CueKind::LeadTick
        | CueKind::Start
        | CueKind::LastTick
        | CueKind::End
        | CueKind::Rest
        | CueKind::Next => true,
        CueKind::Rep => matches!(dose, Dose::Reps { .. }),
        CueKind::Halfway => matches!(dose, Dose::Hold { .. } | Dose::Timed { .. }),
        CueKind::Switch => exercise.sides != Sides::Both || exercise.ways.len() > 1,
        CueKind::BreathIn | CueKind::BreathOut => matches!(dose, Dose::Hold { .. } | Dose::Flow { .. }),
        CueKind::SetDone => several,
        CueKind::SessionDone => false,
    }
}

/// The kinds left out when one is left out, or no longer; in order, so that a file does not tell
/// in which order they were pressed.
fn toggled(silent: &[CueKind], kind: CueKind) -> Vec<CueKind> {
    CueKind::ALL.into_iter().filter(|one| silent.contains(one) != (*one == kind)).collect()
}
