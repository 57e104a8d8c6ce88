//! Voice: whether it speaks, how, and of what.

use egui::{Popup, ScrollArea};

use super::SettingsView;
use super::sound::percent;
use crate::audio::VoiceHealth;
use crate::model::SpokenKind;
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, ButtonKind, Form, Slider};
use crate::ui::{Command, Setting};

pub(super) fn voice_ui(form: &mut Form<'_, '_>, view: &SettingsView<'_>, commands: &mut Vec<Command>) {
    let (words, voice) = (form.look.words, &view.settings.voice);
    form.title(&words.get("set-voice"));
    if form.switch(&words.get("set-voice-on"), voice.on) {
        commands.push(Command::Set(Setting::VoiceOn(!voice.on)));
    }
    if voice.on {
        service_ui(form, view, commands);
    }
    let (name, said) = (words.get("set-voice-rate"), rate_said(form, voice.rate));
    let slider = Slider { name: &name, said: &said, value: voice.rate, range: -1.0..=1.0, step: 0.1 };
    if let Some(rate) = form.slider(&slider) {
        commands.push(Command::Set(Setting::VoiceRate((rate * 20.0).round() / 20.0)));
    }
    let (name, said) = (words.get("set-voice-volume"), percent(form, voice.volume));
    let slider = Slider { name: &name, said: &said, value: voice.volume, range: 0.0..=1.0, step: 0.05 };
    if let Some(volume) = form.slider(&slider) {
        commands.push(Command::Set(Setting::VoiceVolume(volume)));
    }
    form.heading(&words.get("set-spoken"));
    for kind in SpokenKind::ALL {
        let on = !voice.silent_on.contains(&kind);
        if form.switch(&words.spoken_kind(kind), on) {
            commands.push(Command::Set(Setting::Spoken(kind, !on)));
        }
    }
}

/// How the speech service is, and the voices it has, once it was asked.
fn service_ui(form: &mut Form<'_, '_>, view: &SettingsView<'_>, commands: &mut Vec<Command>) {
    let words = form.look.words;
    match view.voice {
        VoiceHealth::Idle => {}
        VoiceHealth::Missing { why } => {
            form.note(&words.with("set-voice-missing", &[("why", why.as_str().into())]));
        }
        VoiceHealth::Ready { voices } => voices_ui(form, &view.settings.voice.name, voices, commands),
    }
    let (text, name) = (words.get("set-voice-try"), words.get("set-voice-try-name"));
    if form.button("try-voice", &Button::new(ButtonKind::Soft, &text).with_icon(icons::PLAY).named(&name)) {
        commands.push(Command::TryVoice);
    }
    form.gap(4.0);
}

/// A button with the voice in use, which opens the list of all.
fn voices_ui(form: &mut Form<'_, '_>, chosen: &str, voices: &[String], commands: &mut Vec<Command>) {
    let (look, words) = (form.look, form.look.words);
    let usual = words.get("set-voice-usual");
    let text = if chosen.is_empty() { usual.as_str() } else { chosen };
    let name = words.with("set-voice-name", &[("voice", text.into())]);
    let button = Button::new(ButtonKind::Neutral, text).with_icon(icons::OPENS).named(&name);
    let row = form.row(42.0);
    let place = row.with_max_x(row.left() + button.width(form.ui, look).min(row.width()));
    let response = button.show(form.ui, look, place, "voices");
    form.gap(8.0);
    Popup::menu(&response).accessible_name(name).show(|ui| {
        ScrollArea::vertical().max_height(look.pt(320.0)).show(ui, |ui| {
            for voice in std::iter::once("").chain(voices.iter().map(String::as_str)) {
                let text = if voice.is_empty() { usual.as_str() } else { voice };
                if ui.selectable_label(voice == chosen, text).clicked() {
                    commands.push(Command::Set(Setting::VoiceName(voice.to_owned())));
                }
            }
        });
    });
}

fn rate_said(form: &Form<'_, '_>, rate: f32) -> String {
    let words = form.look.words;
    let percent = (rate * 100.0).round();
    if percent == 0.0 {
        words.get("set-rate-usual")
    } else if percent > 0.0 {
        words.with("set-rate-faster", &[("n", percent.into())])
    } else {
        words.with("set-rate-slower", &[("n", (-percent).into())])
    }
}
