//! Which side first, or alone: of exercises whose sides differ.

use super::pick::Pick;
use super::sheet::Sheet;
use super::standing::{Origin, Standing};
use super::subject::Shared;
use crate::editor::{Change, Gesture};
use crate::model::{SideOrder, Sides};

const ORDERS: [(SideOrder, &str); 4] = [
    (SideOrder::RightFirst, "insp-right-first"),
    (SideOrder::LeftFirst, "insp-left-first"),
    (SideOrder::RightOnly, "insp-right-only"),
    (SideOrder::LeftOnly, "insp-left-only"),
];

pub(super) fn sides_ui(sheet: &mut Sheet<'_, '_>) {
    if !sheet.subject.all_steps(sheet.view, |_, exercise| exercise.sides != Sides::Both) {
        return;
    }
    let Some(written) = sheet.subject.shared_steps(|step| step.sides) else { return };
    let words = sheet.form.look.words;
    let label = words.get("insp-sides");
    sheet.label(&label);
    let now = written.same().map(Option::unwrap_or_default);
    let texts = ORDERS.map(|(_, key)| words.get(key));
    let names = texts.each_ref().map(|text| format!("{label}: {text}"));
    let picks: Vec<Pick<'_>> = (0..ORDERS.len())
        .map(|index| Pick { text: &texts[index], name: &names[index], is_on: now == Some(ORDERS[index].0) })
        .collect();
    if let Some(index) = sheet.picks("sides", &picks) {
        sheet.change(Change::Sides(Some(ORDERS[index].0)), Gesture::Single);
    }
    if now.is_none() {
        let line = sheet.word("insp-mixed-line");
        sheet.line(&line);
    }
    let usual = SideOrder::default();
    let held = ORDERS.iter().position(|(order, _)| *order == usual).map(|index| texts[index].clone());
    let standing = Standing {
        is_set: written != Shared::Same(None),
        origin: Origin::Exercise,
        held: held.unwrap_or_default(),
    };
    if sheet.standing(&label, &standing) {
        sheet.change(Change::Sides(None), Gesture::Single);
    }
}
