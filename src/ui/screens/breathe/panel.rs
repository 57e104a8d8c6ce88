//! What to do with the pattern chosen: how long, with which sounds, and start.

use std::time::Duration;

use egui::Id;

use super::BreatheView;
use crate::model::CueKind;
use crate::text::clock;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Choice, Form};
use crate::ui::{Breathing, Command, Setting};

/// Minutes to choose from.
const MINUTES: [u32; 6] = [1, 2, 3, 5, 10, 20];

pub(super) fn panel_ui(form: &mut Form<'_, '_>, view: &BreatheView<'_>, commands: &mut Vec<Command>) {
    if let Some(name) = view.deleted {
        undo_ui(form, name, commands);
    }
    let (words, colors) = (form.look.words, &form.look.theme.colors);
    let Some(offer) = view.chosen_offer() else { return };
    let pattern = offer.pattern;
    form.title(&pattern.name);
    let stages = words.breath_stages(pattern);
    form.words(&stages, Size::Body, Face::Regular, colors.ink);
    form.gap(4.0);
    if !offer.note.is_empty() {
        form.note(offer.note);
    }
    if pattern.retention {
        form.note(&words.get("breathe-held-line"));
    }
    if offer.is_own && view.editing.is_none() {
        own_ui(form, view, commands);
    }
    let question = form.heading(&words.get("breathe-minutes"));
    minutes_ui(form, view, question, commands);
    start_ui(form, view, commands);
    sounds_ui(form, view, commands);
    cautions_ui(form, view);
}

/// Changes or deletes an own pattern.
fn own_ui(form: &mut Form<'_, '_>, view: &BreatheView<'_>, commands: &mut Vec<Command>) {
    let (look, words) = (form.look, form.look.words);
    let Some(pattern) = view.chosen_offer().map(|offer| offer.pattern) else { return };
    let name = || pattern.name.as_str().into();
    let (text, said) = (words.get("breathe-edit"), words.with("breathe-edit-name", &[("name", name())]));
    let edit = Button::new(ButtonKind::Soft, &text).with_icon(icons::EDIT).named(&said);
    let row = form.row(42.0);
    let width = edit.width(form.ui, look);
    let place = row.with_max_x(row.left() + width);
    if edit.show(form.ui, look, place, "edit").clicked() {
        commands.push(Command::Breathe(Breathing::Edit(Some(pattern.id.clone()))));
    }
    let (text, said) = (words.get("breathe-delete"), words.with("breathe-delete-name", &[("name", name())]));
    let delete = Button::new(ButtonKind::Plain, &text).with_icon(icons::DELETE).named(&said);
    let left = place.right() + look.pt(10.0);
    let place = row.with_min_x(left).with_max_x(left + delete.width(form.ui, look));
    if delete.show(form.ui, look, place, "delete").clicked() {
        commands.push(Command::Breathe(Breathing::Delete(pattern.id.clone())));
    }
}

fn undo_ui(form: &mut Form<'_, '_>, name: &str, commands: &mut Vec<Command>) {
    let words = form.look.words;
    form.note(&words.with("breathe-undo", &[("name", name.into())]));
    let (text, said) =
        (words.get("breathe-undo-do"), words.with("breathe-undo-name", &[("name", name.into())]));
    let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::UNDO).named(&said);
    if form.button("undo", &button) {
        commands.push(Command::Breathe(Breathing::UndoDelete));
    }
    form.gap(14.0);
}

fn minutes_ui(form: &mut Form<'_, '_>, view: &BreatheView<'_>, question: Id, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let mut all = MINUTES.to_vec();
    // What the person wrote into the file is a choice as well.
    if let Err(place) = all.binary_search(&view.minutes) {
        all.insert(place, view.minutes);
    }
    let names: Vec<(String, String)> = all
        .iter()
        .map(|&n| (n.to_string(), words.with("breathe-minutes-name", &[("n", n.into())])))
        .collect();
    let choices: Vec<Choice<'_>> = all
        .iter()
        .zip(&names)
        .map(|(&n, (text, name))| Choice { text, name, chosen: n == view.minutes })
        .collect();
    if let Some(index) = form.choices("minutes", question, &choices) {
        commands.push(Command::Breathe(Breathing::Minutes(all[index])));
    }
}

fn start_ui(form: &mut Form<'_, '_>, view: &BreatheView<'_>, commands: &mut Vec<Command>) {
    let (look, words) = (form.look, form.look.words);
    let Some(offer) = view.chosen_offer() else { return };
    form.gap(6.0);
    let (text, said) = (
        words.get("breathe-start"),
        words.with("breathe-start-name", &[("name", offer.pattern.name.as_str().into())]),
    );
    let start =
        Button::new(ButtonKind::Primary, &text).with_icon(icons::PLAY).size(Size::Heading).named(&said);
    let row = form.row(56.0);
    if start.show(form.ui, look, row, "start").clicked() {
        commands.push(Command::Breathe(Breathing::Start));
    }
    form.gap(6.0);
    if let Some(length) = view.length {
        let time = clock(Duration::from_secs(length.ms.div_ceil(1000)));
        let said = words.with("breathe-length", &[("time", time.into()), ("n", length.breaths.into())]);
        form.words(&said, Size::Body, Face::Numerals, look.theme.colors.quiet);
    }
}

fn sounds_ui(form: &mut Form<'_, '_>, view: &BreatheView<'_>, commands: &mut Vec<Command>) {
    let words = form.look.words;
    form.heading(&words.get("breathe-sounds"));
    let phases = [
        (words.get("breathe-sound-in"), CueKind::BreathIn, view.hears_in),
        (words.get("breathe-sound-out"), CueKind::BreathOut, view.hears_out),
    ];
    for (name, kind, is_on) in phases {
        if form.switch(&name, is_on) {
            commands.push(Command::Set(Setting::CueVolume(kind, if is_on { 0.0 } else { 1.0 })));
        }
    }
    if view.is_muted {
        form.note(&words.get("breathe-muted"));
    }
}

/// What to take care of, marked where no source states it.
fn cautions_ui(form: &mut Form<'_, '_>, view: &BreatheView<'_>) {
    let words = form.look.words;
    form.gap(8.0);
    for caution in view.cautions {
        let text = if caution.stated {
            caution.text.clone()
        } else {
            words.with("ex-added-name", &[("text", caution.text.as_str().into())])
        };
        form.words(&text, Size::Body, Face::Regular, form.look.theme.colors.ink);
    }
}
