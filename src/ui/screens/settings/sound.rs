//! Sound: how loud everything is, which cues are heard, and each of them to be tried.

use egui::vec2;

use super::{SettingsView, volume_of};
use crate::model::CueKind;
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, ButtonKind, Choice, Form, Slider};
use crate::ui::{Command, Setting};

/// The kinds of cues as a session brings them.
const GROUPS: [(&str, &[CueKind]); 4] = [
    ("set-cues-before", &[CueKind::Next, CueKind::LeadTick, CueKind::Start]),
    ("set-cues-during", &[CueKind::Rep, CueKind::Halfway, CueKind::LastTick]),
    (
        "set-cues-after",
        &[CueKind::End, CueKind::Switch, CueKind::Rest, CueKind::SetDone, CueKind::SessionDone],
    ),
    ("set-cues-breath", &[CueKind::BreathIn, CueKind::BreathOut]),
];

pub(super) fn sound_ui(form: &mut Form<'_, '_>, view: &SettingsView<'_>, commands: &mut Vec<Command>) {
    let (words, settings) = (form.look.words, view.settings);
    form.title(&words.get("set-sound"));
    let (name, said) = (words.get("set-volume"), percent(form, settings.volume));
    let slider = Slider { name: &name, said: &said, value: settings.volume, range: 0.0..=1.0, step: 0.05 };
    if let Some(volume) = form.slider(&slider) {
        commands.push(Command::Set(Setting::Volume(volume)));
    }
    if form.switch(&words.get("set-muted"), view.is_muted) {
        commands.push(Command::Set(Setting::Muted(!view.is_muted)));
    }
    presets_ui(form, view, commands);
    for (heading, kinds) in GROUPS {
        form.heading(&words.get(heading));
        for &kind in kinds {
            cue_ui(form, kind, view, commands);
        }
    }
}

fn presets_ui(form: &mut Form<'_, '_>, view: &SettingsView<'_>, commands: &mut Vec<Command>) {
    let words = form.look.words;
    form.heading(&words.get("set-presets"));
    let presets = view.presets;
    let names: Vec<String> = presets
        .iter()
        .map(|preset| words.with("set-preset-name", &[("name", preset.name.as_str().into())]))
        .collect();
    let choices: Vec<Choice<'_>> = presets
        .iter()
        .zip(&names)
        .map(|(preset, name)| Choice {
            text: &preset.name,
            name,
            chosen: preset.is(&view.settings.cue_volumes),
        })
        .collect();
    if let Some(preset) = form.toggles("preset", &choices).and_then(|index| presets.get(index)) {
        commands.push(Command::Set(Setting::CuePreset(preset.id.clone())));
    }
}

/// The loudness of one kind, and a button to hear it.
fn cue_ui(form: &mut Form<'_, '_>, kind: CueKind, view: &SettingsView<'_>, commands: &mut Vec<Command>) {
    let (look, words) = (form.look, form.look.words);
    let (name, volume) = (words.cue_kind(kind), volume_of(view.settings, kind));
    let row = form.row(40.0);
    let size = vec2(look.pt(36.0), look.pt(36.0));
    let button =
        egui::Rect::from_min_size(egui::pos2(row.right() - size.x, row.center().y - size.y / 2.0), size);
    let said = percent(form, volume);
    let full_name = words.with("set-cue-volume", &[("cue", name.as_str().into())]);
    let slider = Slider { name: &full_name, said: &said, value: volume, range: 0.0..=1.0, step: 0.05 };
    let place = row.with_max_x(button.left() - look.pt(10.0));
    if let Some(volume) = form.slider_in(place, &name, &slider) {
        commands.push(Command::Set(Setting::CueVolume(kind, volume)));
    }
    let try_name = words.with("set-try", &[("cue", name.into())]);
    let try_it = Button::icon(ButtonKind::Neutral, icons::PLAY, &try_name);
    if try_it.show(form.ui, look, button, ("try", kind)).clicked() {
        commands.push(Command::TryCue(kind));
    }
}

/// A share in words ("70 %").
pub(super) fn percent(form: &Form<'_, '_>, share: f32) -> String {
    form.look.words.with("set-percent", &[("n", (share * 100.0).round().into())])
}
