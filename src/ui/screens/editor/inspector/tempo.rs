//! The pace of a repetition: three phases, where there is anything to repeat.

use super::amount::Amount;
use super::bounds::{Bounds, shown};
use super::sheet::Sheet;
use super::standing::{Origin, Standing};
use super::subject::Shared;
use crate::editor::{Change, Gesture};
use crate::model::{Dose, Seconds, Tempo};

/// What stands before each phase, and its name.
const PHASES: [(&str, &str); 3] =
    [("insp-lift", "insp-lift-name"), ("insp-pause", "insp-pause-name"), ("insp-lower", "insp-lower-name")];

/// The longest phase that can be set here, in seconds.
const LONGEST_PHASE: f64 = 60.0;

pub(super) fn tempo_ui(sheet: &mut Sheet<'_, '_>) {
    let repeats = |step: &crate::model::Step, exercise: &crate::model::Exercise| {
        !matches!(step.dose.unwrap_or(exercise.dose), Dose::Hold { .. } | Dose::Flow { .. })
    };
    if !sheet.subject.all_steps(sheet.view, repeats) {
        return;
    }
    let Some(written) = sheet.subject.shared_steps(|step| step.tempo) else { return };
    let recommended = sheet.subject.exercise.and_then(|exercise| exercise.tempo);
    let held = recommended.unwrap_or_default();
    let label = sheet.word("insp-tempo");
    sheet.label(&label);
    let now = written.same().map(|tempo| tempo.unwrap_or(held));
    let base = written.first().unwrap_or(held);
    for index in 0..3 {
        if let Some((secs, gesture)) = phase_ui(sheet, index, now) {
            sheet.change(Change::Tempo(Some(with_phase(base, index, secs))), gesture);
        }
    }
    let standing = Standing {
        is_set: written != Shared::Same(None),
        origin: if recommended.is_some() { Origin::Exercise } else { Origin::Usual },
        held: phases(&held).map(shown).join(" · "),
    };
    if sheet.standing(&label, &standing) {
        sheet.change(Change::Tempo(None), Gesture::Single);
    }
}

fn phase_ui(sheet: &mut Sheet<'_, '_>, index: usize, now: Option<Tempo>) -> Option<(f64, Gesture)> {
    let words = sheet.form.look.words;
    let (label, name) = PHASES[index];
    let (label, name) = (words.get(label), words.get(name));
    let unit = words.get("insp-secs-unit");
    sheet.small_amount(&Amount {
        label: &label,
        name: &name,
        unit: &unit,
        value: now.map(|tempo| phases(&tempo)[index]),
        bounds: Bounds { settable: 0.0..=LONGEST_PHASE, slider: 0.0..=8.0, step: 0.5 },
        advice: None,
        comes_to: "",
        standing: None,
    })
}

fn phases(tempo: &Tempo) -> [f64; 3] {
    [tempo.lift_secs.0, tempo.pause_secs.0, tempo.lower_secs.0]
}

fn with_phase(mut tempo: Tempo, index: usize, secs: f64) -> Tempo {
    let phase = [&mut tempo.lift_secs, &mut tempo.pause_secs, &mut tempo.lower_secs];
    for (_, own) in phase.into_iter().enumerate().filter(|(at, _)| *at == index) {
        *own = Seconds(secs);
    }
    tempo
}
