//! What blocks have that are no steps: rounds, headings, lengths; and what every block has.

use super::amount::{Amount, Asked};
use super::bounds::{Bounds, MOST};
use super::sheet::{Prose, Sheet};
use crate::editor::{Change, Gesture};
use crate::model::{Block, Seconds};

/// The longest heading that can be typed.
pub(super) const LONGEST_NAME: usize = 200;

/// Rounds, the heading, or the length.
pub(super) fn group_ui(sheet: &mut Sheet<'_, '_>) {
    times_ui(sheet);
    heading_ui(sheet);
    length_ui(sheet);
}

fn times_ui(sheet: &mut Sheet<'_, '_>) {
    let times = sheet.subject.shared(|block| match block {
        Block::Repeat(repeat) => Some(repeat.times),
        _ => None,
    });
    let Some(times) = times else { return };
    let words = sheet.form.look.words;
    let asked = sheet.amount(&Amount {
        label: &words.get("insp-rounds"),
        name: &words.get("insp-rounds-name"),
        unit: &words.get("insp-rounds-unit"),
        value: times.same().map(f64::from),
        bounds: Bounds::count(10.0, MOST),
        advice: None,
        comes_to: "",
        standing: None,
    });
    if let Some(Asked::Value(times, gesture)) = asked {
        sheet.change(Change::Times(times as u32), gesture);
    }
}

fn heading_ui(sheet: &mut Sheet<'_, '_>) {
    let name = sheet.subject.shared(|block| match block {
        Block::Section(section) => Some(section.name.as_str()),
        _ => None,
    });
    let Some(name) = name else { return };
    let label = sheet.word("insp-heading");
    let name = name.same();
    let prose = Prose { label: &label, text: name, hint: "", limit: LONGEST_NAME, rows: 1 };
    if let Some(text) = sheet.prose(&prose, |typed| Some(typed) == name) {
        sheet.change(Change::Name(text), Gesture::Typing);
    }
}

fn length_ui(sheet: &mut Sheet<'_, '_>) {
    let secs = sheet.subject.shared(|block| match block {
        Block::Breathe(breathe) => Some(breathe.secs),
        Block::Rest(rest) => Some(rest.secs),
        _ => None,
    });
    let Some(secs) = secs else { return };
    let words = sheet.form.look.words;
    let breathes = sheet.subject.nodes.iter().all(|node| matches!(node.block, Block::Breathe(_)));
    let comes_to = if breathes { breaths_of(sheet) } else { String::new() };
    let end = if breathes { 300.0 } else { 120.0 };
    let step = if breathes { 5.0 } else { 1.0 };
    let asked = sheet.amount(&Amount {
        label: &words.get("insp-length"),
        name: &words.get("insp-length-name"),
        unit: &words.get("insp-secs-unit"),
        value: secs.same().map(|secs| secs.0),
        bounds: Bounds { settable: 1.0..=super::bounds::LONGEST_SECS, slider: 5.0..=end, step },
        advice: None,
        comes_to: &comes_to,
        standing: None,
    });
    if let Some(Asked::Value(secs, gesture)) = asked {
        sheet.change(Change::Secs(Seconds(secs)), gesture);
    }
}

/// The whole breaths that breathing alone comes to.
fn breaths_of(sheet: &Sheet<'_, '_>) -> String {
    let Some((entry, ms)) = sheet.entry().and_then(|entry| Some((entry, sheet.worked_ms(entry)?))) else {
        return String::new();
    };
    let secs = super::bounds::shown(ms as f64 / 1000.0);
    sheet.form.look.words.with("insp-comes-to-breaths", &[("secs", secs.into()), ("n", entry.reps.into())])
}

/// Left out of the session, or not.
pub(super) fn left_out_ui(sheet: &mut Sheet<'_, '_>) {
    let Some(left_out) = sheet.subject.shared(|block| Some(block.is_disabled())) else { return };
    sheet.form.gap(8.0);
    let name = sheet.word("insp-left-out");
    let on = left_out.same().unwrap_or(false);
    if sheet.form.switch(&name, on) {
        sheet.change(Change::Disabled(!on), Gesture::Single);
    }
    if left_out.same().is_none() {
        let line = sheet.word("insp-mixed-line");
        sheet.line(&line);
    }
}
