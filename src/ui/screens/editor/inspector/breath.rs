//! The breath under a step, of breathing alone, or of the whole routine.

use super::pick::Pick;
use super::sheet::Sheet;
use super::standing::{Origin, Standing};
use super::subject::Shared;
use crate::catalog::Catalog;
use crate::editor::{Change, Gesture, HeadChange};
use crate::model::{Block, BreathPattern};

pub(super) fn breath_ui(sheet: &mut Sheet<'_, '_>) {
    let written = sheet.subject.shared(|block| match block {
        Block::Step(step) => Some(step.breath.as_deref()),
        Block::Breathe(breathe) => Some(breathe.pattern.as_deref()),
        _ => None,
    });
    let Some(written) = written else { return };
    let catalog = sheet.view.catalog;
    let of_exercise = sheet.subject.exercise.and_then(|exercise| exercise.breath.as_deref());
    let of_routine = sheet.view.history.document().head.defaults.breath.as_deref();
    let known = |id: Option<&'_ str>| id.and_then(|id| catalog.breath(id));
    let (held, origin) = match (known(of_exercise), known(of_routine)) {
        (Some(own), _) => (own, Origin::Exercise),
        (None, Some(routines)) => (routines, Origin::Routine),
        (None, None) => (catalog.default_breath(), Origin::Usual),
    };
    if let Some(Chosen(chosen)) = pattern_ui(sheet, "insp-breath", written, (held, origin)) {
        sheet.change(Change::Breath(chosen), Gesture::Single);
    }
}

/// The breath of everything that names no other.
pub(super) fn usual_breath_ui(sheet: &mut Sheet<'_, '_>) {
    let head = &sheet.view.history.document().head;
    let written = Shared::Same(head.defaults.breath.as_deref());
    let held = (sheet.view.catalog.default_breath().as_ref(), Origin::Usual);
    if let Some(Chosen(chosen)) = pattern_ui(sheet, "insp-usual-breath", written, held) {
        sheet.change_head(HeadChange::Breath(chosen), Gesture::Single);
    }
}

/// The pattern that was chosen; `None` for that which holds anyway.
struct Chosen(Option<String>);

/// The patterns to choose from; what was chosen.
fn pattern_ui(
    sheet: &mut Sheet<'_, '_>,
    key: &str,
    written: Shared<Option<&str>>,
    (held, origin): (&BreathPattern, Origin),
) -> Option<Chosen> {
    let (words, catalog): (_, &Catalog) = (sheet.form.look.words, sheet.view.catalog);
    let label = words.get(key);
    sheet.label(&label);
    let now = written.same().map(|id| id.unwrap_or(held.id.as_str()));
    let ids: Vec<&String> = catalog.breaths.keys().collect();
    let texts: Vec<String> = catalog
        .breaths
        .values()
        .map(|pattern| format!("{} · {}", pattern.name, words.breath_stages(pattern)))
        .collect();
    let picks: Vec<Pick<'_>> = ids
        .iter()
        .zip(&texts)
        .map(|(id, text)| Pick { text, name: text, is_on: now == Some(id.as_str()) })
        .collect();
    let shown = match now {
        None => words.get("insp-mixed"),
        Some(id) => picks.iter().find(|pick| pick.is_on).map_or_else(
            || words.with("insp-breath-unknown", &[("id", id.into())]),
            |pick| pick.text.to_owned(),
        ),
    };
    let chosen = sheet.list(&label, &shown, &picks).map(|index| Chosen(Some(ids[index].clone())));
    let standing = Standing { is_set: written != Shared::Same(None), origin, held: held.name.clone() };
    if sheet.standing(&label, &standing) {
        return Some(Chosen(None));
    }
    chosen
}
