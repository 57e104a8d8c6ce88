//! Lengths between the work: rest, the way into position, changing sides.

use super::amount::{Amount, Asked};
use super::bounds::{Bounds, shown};
use super::sheet::Sheet;
use super::standing::{Origin, Standing};
use super::subject::Shared;
use crate::editor::{Change, Gesture, HeadChange};
use crate::engine::SegmentKind;
use crate::model::{Block, Seconds, Sides};

/// A length that need not be set.
struct Pause<'a> {
    /// What stands above it, and its name.
    keys: [&'a str; 2],
    /// As written.
    written: Shared<Option<Seconds>>,
    /// What holds where nothing is written; `None` where that is not one length.
    held: Option<f64>,
    origin: Origin,
    /// How far the slider goes.
    up_to: f64,
}

fn pause_ui(sheet: &mut Sheet<'_, '_>, pause: &Pause<'_>) -> Option<(Option<Seconds>, Gesture)> {
    let words = sheet.form.look.words;
    let (label, name) = (words.get(pause.keys[0]), words.get(pause.keys[1]));
    let unit = words.get("insp-secs-unit");
    let held = pause.held.map(|secs| format!("{} {unit}", shown(secs)));
    let standing = Standing {
        is_set: pause.written != Shared::Same(None),
        origin: pause.origin,
        held: held.unwrap_or_default(),
    };
    let value = pause.written.same().and_then(|written| written.map(|secs| secs.0).or(pause.held));
    let asked = sheet.amount(&Amount {
        label: &label,
        name: &name,
        unit: &unit,
        value,
        bounds: Bounds::pause(pause.up_to),
        advice: None,
        comes_to: "",
        standing: Some(&standing),
    })?;
    Some(match asked {
        Asked::Value(secs, gesture) => (Some(Seconds(secs)), gesture),
        Asked::Unset => (None, Gesture::Single),
    })
}

/// Rest after a step, or between the rounds of a repeat.
pub(super) fn rest_ui(sheet: &mut Sheet<'_, '_>) {
    let is_rounds = sheet.subject.nodes.iter().all(|node| matches!(node.block, Block::Repeat(_)));
    let written = sheet.subject.shared(|block| match block {
        Block::Step(step) => Some(step.rest_secs),
        Block::Repeat(repeat) => Some(repeat.rest_secs),
        _ => None,
    });
    let Some(written) = written else { return };
    let (held, origin) = usual_rest(sheet);
    let pause = if is_rounds {
        Pause {
            keys: ["insp-rounds-rest", "insp-rounds-rest-name"],
            written,
            held: None,
            origin: Origin::Usual,
            up_to: 120.0,
        }
    } else {
        Pause {
            keys: ["insp-rest-after", "insp-rest-after-name"],
            written,
            held: Some(held),
            origin,
            up_to: 60.0,
        }
    };
    if let Some((secs, gesture)) = pause_ui(sheet, &pause) {
        sheet.change(Change::Rest(secs), gesture);
    }
}

/// Time to get into position.
pub(super) fn transition_ui(sheet: &mut Sheet<'_, '_>) {
    let Some(written) = sheet.subject.shared_steps(|step| step.transition_secs) else { return };
    let held = sheet.entry().map(|entry| {
        let own = sheet.segments(entry).iter();
        let ms: u64 = own
            .filter(|segment| matches!(segment.kind, SegmentKind::Transition | SegmentKind::Prepare))
            .map(crate::engine::Segment::len_ms)
            .sum();
        ms as f64 / 1000.0
    });
    let pause = Pause {
        keys: ["insp-transition", "insp-transition-name"],
        written,
        held,
        origin: Origin::Usual,
        up_to: 60.0,
    };
    if let Some((secs, gesture)) = pause_ui(sheet, &pause) {
        sheet.change(Change::Transition(secs), gesture);
    }
}

/// Time to change sides.
pub(super) fn switch_ui(sheet: &mut Sheet<'_, '_>) {
    let changes =
        |_: &_, exercise: &crate::model::Exercise| exercise.sides != Sides::Both || exercise.ways.len() > 1;
    if !sheet.subject.all_steps(sheet.view, changes) {
        return;
    }
    let Some(written) = sheet.subject.shared_steps(|step| step.switch_secs) else { return };
    let (held, origin) = usual_switch(sheet);
    let pause =
        Pause { keys: ["insp-switch", "insp-switch-name"], written, held: Some(held), origin, up_to: 30.0 };
    if let Some((secs, gesture)) = pause_ui(sheet, &pause) {
        sheet.change(Change::Switch(secs), gesture);
    }
}

/// What holds for every step that does not say otherwise.
pub(super) fn defaults_ui(sheet: &mut Sheet<'_, '_>) {
    let usual = sheet.view.usual;
    let defaults = &sheet.view.history.document().head.defaults;
    let rest = Pause {
        keys: ["insp-usual-rest", "insp-usual-rest-name"],
        written: Shared::Same(defaults.rest_secs),
        held: Some(usual.rest_ms as f64 / 1000.0),
        origin: Origin::Settings,
        up_to: 60.0,
    };
    if let Some((secs, gesture)) = pause_ui(sheet, &rest) {
        sheet.change_head(HeadChange::Rest(secs), gesture);
    }
    let switch = Pause {
        keys: ["insp-usual-switch", "insp-usual-switch-name"],
        written: Shared::Same(defaults.switch_secs),
        held: Some(usual.switch_ms as f64 / 1000.0),
        origin: Origin::Settings,
        up_to: 30.0,
    };
    if let Some((secs, gesture)) = pause_ui(sheet, &switch) {
        sheet.change_head(HeadChange::Switch(secs), gesture);
    }
}

/// Seconds of rest where a step does not say, and who says so.
fn usual_rest(sheet: &Sheet<'_, '_>) -> (f64, Origin) {
    let written = sheet.view.history.document().head.defaults.rest_secs;
    usual(written, sheet.view.usual.rest_ms)
}

fn usual_switch(sheet: &Sheet<'_, '_>) -> (f64, Origin) {
    let written = sheet.view.history.document().head.defaults.switch_secs;
    usual(written, sheet.view.usual.switch_ms)
}

fn usual(written: Option<Seconds>, settings_ms: u64) -> (f64, Origin) {
    match written.filter(|secs| secs.to_ms().is_some()) {
        Some(secs) => (secs.0, Origin::Routine),
        None => (settings_ms as f64 / 1000.0, Origin::Settings),
    }
}
