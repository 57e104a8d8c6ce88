//! Session: how long the lead-in, rests and changes of side are.

use super::SettingsView;
use crate::model::Seconds;
use crate::ui::widgets::{Form, Slider};
use crate::ui::{Checking, Command, Setting};

pub(super) fn session_ui(form: &mut Form<'_, '_>, view: &SettingsView<'_>, commands: &mut Vec<Command>) {
    let (words, settings) = (form.look.words, view.settings);
    form.title(&words.get("set-session"));
    form.note(&words.get("set-session-line"));
    // The 3-2-1 of the lead-in has to fit.
    if let Some(secs) = secs_ui(form, "set-lead-in", settings.lead_in_secs, [4.0, 30.0]) {
        commands.push(Command::Set(Setting::LeadIn(secs)));
    }
    if let Some(secs) = secs_ui(form, "set-rest", settings.rest_secs, [0.0, 60.0]) {
        commands.push(Command::Set(Setting::Rest(secs)));
    }
    if let Some(secs) = secs_ui(form, "set-switch", settings.switch_secs, [0.0, 20.0]) {
        commands.push(Command::Set(Setting::Switch(secs)));
    }
    if form.switch(&words.get("check-ask"), settings.ask_before) {
        commands.push(Command::Check(Checking::AskBefore(!settings.ask_before)));
    }
}

/// A row of whole seconds between two ends, further apart where the person wrote more.
fn secs_ui(form: &mut Form<'_, '_>, key: &str, secs: Seconds, [least, most]: [f32; 2]) -> Option<Seconds> {
    let (name, value) = (form.look.words.get(key), secs.0 as f32);
    let said = form.look.words.with("seconds", &[("n", value.round().into())]);
    let range = least.min(value)..=most.max(value);
    let changed = form.slider(&Slider { name: &name, said: &said, value, range, step: 1.0 })?;
    Some(Seconds(f64::from(changed.round())))
}
