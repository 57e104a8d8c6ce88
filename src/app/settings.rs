//! The person's settings: changed at once, kept a little later, set back with a way to return.

use super::notices::Topic;
use super::state::State;
use crate::engine::{Movement, Options, Stance};
use crate::figure::{Body, Look, View};
use crate::model::motion::Part;
use crate::model::{CueKind, Settings};
use crate::store::settings::LoadedSettings;
use crate::text::Words;
use crate::ui::screens::settings::{BodyChoice, SettingsView};
use crate::ui::theme::Theme;
use crate::ui::{Setting, SettingGroup};

/// More names than a banner has room for.
const MOST_NAMED: usize = 5;

/// What is still to be done with the settings.
#[derive(Default)]
pub(super) struct SettingsKeeping {
    /// They were changed since they were last saved.
    unsaved: bool,
    /// What a group was before it was set back.
    before_reset: Option<(SettingGroup, Box<Settings>)>,
}

impl SettingsKeeping {
    /// The group that was set back last, and can be brought back.
    pub(super) fn undo(&self) -> Option<SettingGroup> {
        self.before_reset.as_ref().map(|(group, _)| *group)
    }

    /// Nothing is brought back any more.
    pub(super) fn forget(&mut self) {
        self.before_reset = None;
    }
}

impl State {
    /// Does what the Settings screen asked for.
    pub(super) fn set(&mut self, setting: Setting) {
        if self.settings_keeping.undo() == Some(setting.group()) && !matches!(setting, Setting::UndoReset(_))
        {
            self.settings_keeping.forget();
        }
        match setting {
            Setting::Reset(group) => {
                self.settings_keeping.before_reset = Some((group, Box::new(self.settings.clone())));
                self.copy_group(group, &Settings::default());
            }
            Setting::UndoReset(group) => {
                if let Some((_, before)) =
                    self.settings_keeping.before_reset.take_if(|(reset, _)| *reset == group)
                {
                    self.copy_group(group, &before);
                }
            }
            Setting::Muted(muted) => {
                self.silenced = false;
                self.change_settings(|settings| settings.muted = muted);
            }
            Setting::CuePreset(id) => {
                if let Some(volumes) =
                    self.content.catalog.cue_preset(&id).map(|preset| preset.volumes.clone())
                {
                    self.change_settings(|settings| settings.cue_volumes = volumes);
                }
            }
            other => self.change_settings(|settings| put(settings, other)),
        }
    }

    /// The bodies there are, each with its figure.
    pub(super) fn bodies(&mut self, theme: &Theme) -> Vec<BodyChoice> {
        let stance = || Stance { exercise: None, part: Part::Rest, side: None, way: 0 };
        let standing = Movement {
            from: stance(),
            to: stance(),
            progress: 1.0,
            elapsed_secs: 0.0,
            left_secs: 0.0,
            breath: 0.5,
        };
        let bodies = Body::builtin_ids().filter_map(Body::builtin);
        let choice = |body: Body| {
            let look = Look { body: &body, palette: &theme.figure, glow: 0.0 };
            let scene = self.stage.scene(&standing, &look, View::default());
            BodyChoice { id: body.id.clone(), name: body.name, scene }
        };
        bodies.map(choice).collect()
    }

    /// Shows the Settings screen's view to `show`.
    pub(super) fn with_settings<R>(
        &self,
        bodies: &[BodyChoice],
        mm_per_point: f32,
        show: impl FnOnce(&SettingsView<'_>) -> R,
    ) -> R {
        show(&SettingsView {
            settings: &self.settings,
            is_muted: self.is_muted(),
            presets: &self.content.catalog.cue_presets,
            bodies,
            mm_per_point,
            voice: &self.voice_health,
            undo: self.settings_keeping.undo(),
        })
    }

    fn copy_group(&mut self, group: SettingGroup, from: &Settings) {
        let from = from.clone();
        if group == SettingGroup::Sound {
            self.silenced = false;
        }
        self.change_settings(|to| match group {
            SettingGroup::Sound => {
                (to.volume, to.muted, to.cue_volumes) = (from.volume, from.muted, from.cue_volumes);
            }
            SettingGroup::Voice => to.voice = from.voice,
            SettingGroup::Session => {
                to.lead_in_secs = from.lead_in_secs;
                to.rest_secs = from.rest_secs;
                to.switch_secs = from.switch_secs;
                to.ask_before = from.ask_before;
            }
            SettingGroup::Display => {
                (to.theme, to.reduced_motion) = (from.theme, from.reduced_motion);
                (to.body, to.room) = (from.body, from.room);
            }
        });
    }

    /// Changes the settings at once; [`State::keep_settings`] saves them.
    pub(super) fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) {
        let before = self.settings.clone();
        change(&mut self.settings);
        if self.settings == before {
            return;
        }
        self.settings_keeping.unsaved = true;
        if self.settings.body != before.body {
            self.body = Body::builtin(&self.settings.body).unwrap_or_default();
            self.hall_dark = None;
        }
        if self.settings.breathe.own != before.breathe.own {
            self.content.take_breaths(&self.settings.breathe.own);
            self.make_hall();
        } else if self.options() != Options::from(&before) {
            self.make_hall();
        }
    }

    /// Saves the settings where they were changed. What cannot be kept still holds for this run.
    pub(super) fn keep_settings(&mut self) {
        if !std::mem::take(&mut self.settings_keeping.unsaved) {
            return;
        }
        match self.folder.save_settings(&self.settings) {
            Ok(kept) => {
                self.notices.mended(&Topic::Folder);
                if let Some(path) = kept {
                    let path = path.display().to_string();
                    let text = self.words.with("banner-settings-kept", &[("path", path.into())]);
                    self.notices.say(Topic::Settings, text);
                }
            }
            Err(error) => {
                log::warn!("{error}");
                let path = self.folder.settings_path().display().to_string();
                let text = self.words.with("banner-read-only", &[("path", path.into())]);
                self.notices.say(Topic::Folder, text);
            }
        }
    }
}

fn put(settings: &mut Settings, setting: Setting) {
    match setting {
        Setting::Volume(volume) => settings.volume = volume,
        Setting::CueVolume(kind, volume) => put_cue_volume(settings, kind, volume),
        Setting::VoiceOn(on) => settings.voice.on = on,
        Setting::VoiceRate(rate) => settings.voice.rate = rate,
        Setting::VoiceName(name) => settings.voice.name = name,
        Setting::VoiceVolume(volume) => settings.voice.volume = volume,
        Setting::Spoken(kind, true) => drop(settings.voice.silent_on.remove(&kind)),
        Setting::Spoken(kind, false) => drop(settings.voice.silent_on.insert(kind)),
        Setting::LeadIn(secs) => settings.lead_in_secs = secs,
        Setting::Rest(secs) => settings.rest_secs = secs,
        Setting::Switch(secs) => settings.switch_secs = secs,
        Setting::ReducedMotion(reduced) => settings.reduced_motion = reduced,
        Setting::Body(id) => settings.body = id,
        Setting::RoomView(on) => settings.room.on = on,
        Setting::Distance(metres) => settings.room.distance_m = metres,
        Setting::MmPerPoint(mm) => settings.room.mm_per_point = mm,
        Setting::CuePreset(_) | Setting::Muted(_) | Setting::Reset(_) | Setting::UndoReset(_) => {}
    }
}

/// A kind that is as loud as it goes is not named in the file.
fn put_cue_volume(settings: &mut Settings, kind: CueKind, volume: f32) {
    if volume >= 1.0 {
        settings.cue_volumes.remove(&kind);
    } else {
        settings.cue_volumes.insert(kind, volume);
    }
}

/// What is to be said of settings that are not all as the file has them.
pub(super) fn told(words: &Words, loaded: &LoadedSettings) -> Option<String> {
    if loaded.unreadable {
        return Some(words.get("banner-settings-set-aside"));
    }
    let mut said = Vec::new();
    if !loaded.set_aside.is_empty() {
        let names = list(words, &loaded.set_aside);
        said.push(words.with("banner-settings-entries", &[("names", names.into())]));
    }
    if !loaded.corrected.is_empty() {
        let names = list(words, &loaded.corrected);
        said.push(words.with("banner-settings-corrected", &[("names", names.into())]));
    }
    if said.is_empty() && loaded.is_damaged() {
        said.push(words.get("banner-settings-odd"));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

fn list(words: &Words, names: &[String]) -> String {
    let mut named: Vec<&str> = names.iter().map(String::as_str).collect();
    let more = named.len().saturating_sub(MOST_NAMED);
    named.truncate(MOST_NAMED);
    let named = named.join(", ");
    if more == 0 {
        named
    } else {
        words.with("banner-and-more", &[("names", named.into()), ("n", more.into())])
    }
}
