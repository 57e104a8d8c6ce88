//! Settings: everything that can be set, in groups that can be set back; each change counts at once.

mod display;
mod screen_size;
mod session;
mod sound;
mod voice;

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::audio::VoiceHealth;
use crate::figure::Scene;
use crate::model::{CueKind, CuePreset, Settings};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Form, Text, form_card_ui, text_ui};
use crate::ui::{Command, Look, Setting, SettingGroup};

/// A body to choose.
#[derive(Clone, Debug)]
pub struct BodyChoice {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The figure that has it.
    pub scene: Scene,
}

/// What the screen shows.
#[derive(Clone, Copy, Debug)]
pub struct SettingsView<'a> {
    /// What is set.
    pub settings: &'a Settings,
    /// True where nothing is to be heard, for whatever reason.
    pub is_muted: bool,
    /// Choices of which cues are heard.
    pub presets: &'a [CuePreset],
    /// The bodies there are.
    pub bodies: &'a [BodyChoice],
    /// Millimetres a point is taken to be, measured or not.
    pub mm_per_point: f32,
    /// How the voice is.
    pub voice: &'a VoiceHealth,
    /// The group that was set back last, and can be brought back.
    pub undo: Option<SettingGroup>,
}

/// Two columns need this much room, in points of the design.
const TWO_COLUMNS_FROM: f32 = 860.0;

/// Builds the screen over a rectangle.
pub fn settings_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &SettingsView<'_>,
    commands: &mut Vec<Command>,
) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("settings"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            let margin = look.pt(32.0);
            let inside = Rect::from_x_y_ranges(
                ui.max_rect().left() + margin..=rect.right() - margin,
                ui.cursor().top()..=f32::INFINITY,
            );
            let title = Rect::from_min_size(
                inside.min + vec2(0.0, look.pt(22.0)),
                vec2(inside.width(), look.pt(44.0)),
            );
            let text = look.words.get("rail-settings");
            let text = Text::new(&text, look.font(Size::Title, Face::Bold), look.theme.colors.ink);
            text_ui(ui, title, "title", &text);
            let top = title.bottom() + look.pt(14.0);
            let bottom = columns_ui(ui, look, inside.with_min_y(top), view, commands);
            ui.allocate_rect(
                Rect::from_min_max(inside.min, pos2(inside.right(), bottom + look.pt(28.0))),
                egui::Sense::hover(),
            );
        });
    });
}

/// The cards, in one column or two; returns where they end.
fn columns_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &SettingsView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let gap = look.pt(20.0);
    if rect.width() < look.pt(TWO_COLUMNS_FROM) {
        let all = [SettingGroup::Sound, SettingGroup::Voice, SettingGroup::Session, SettingGroup::Display];
        let end = column_ui(ui, look, rect, &all, view, commands);
        return screen_size_ui(ui, look, rect.with_min_y(end + gap), view, commands);
    }
    let width = (rect.width() - gap) / 2.0;
    let left = rect.with_max_x(rect.left() + width);
    let right = rect.with_min_x(rect.right() - width);
    // About as long as each other.
    let ends = [
        column_ui(ui, look, left, &[SettingGroup::Sound, SettingGroup::Session], view, commands),
        column_ui(ui, look, right, &[SettingGroup::Voice, SettingGroup::Display], view, commands),
    ];
    screen_size_ui(ui, look, rect.with_min_y(ends[0].max(ends[1]) + gap), view, commands)
}

fn column_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    groups: &[SettingGroup],
    view: &SettingsView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let mut top = rect.top();
    for &group in groups {
        let place = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), f32::INFINITY));
        top = form_card_ui(ui, look, place, group, |form| {
            match group {
                SettingGroup::Sound => sound::sound_ui(form, view, commands),
                SettingGroup::Voice => voice::voice_ui(form, view, commands),
                SettingGroup::Session => session::session_ui(form, view, commands),
                SettingGroup::Display => display::display_ui(form, view, commands),
            }
            reset_ui(form, group, view, commands);
        });
        top += look.pt(20.0);
    }
    top - look.pt(20.0)
}

/// The size of the screen has the whole width: a bank card may need it.
fn screen_size_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &SettingsView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    form_card_ui(ui, look, rect, "screen-size", |form| screen_size::screen_size_ui(form, view, commands))
}

/// Sets the group back, or brings back what it was.
fn reset_ui(
    form: &mut Form<'_, '_>,
    group: SettingGroup,
    view: &SettingsView<'_>,
    commands: &mut Vec<Command>,
) {
    let words = form.look.words;
    let name = words.get(match group {
        SettingGroup::Sound => "set-sound",
        SettingGroup::Voice => "set-voice",
        SettingGroup::Session => "set-session",
        SettingGroup::Display => "set-display",
    });
    form.gap(8.0);
    if view.undo == Some(group) {
        let (text, said) = (words.get("set-undo"), words.with("set-undo-name", &[("group", name.into())]));
        let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::UNDO).named(&said);
        if form.button("undo", &button) {
            commands.push(Command::Set(Setting::UndoReset(group)));
        }
        return;
    }
    let (text, said) = (words.get("set-reset"), words.with("set-reset-name", &[("group", name.into())]));
    let button = Button::new(ButtonKind::Plain, &text).with_icon(icons::RESTART).named(&said);
    if form.button("reset", &button) {
        commands.push(Command::Set(Setting::Reset(group)));
    }
}

/// How loud a kind of cue is.
fn volume_of(settings: &Settings, kind: CueKind) -> f32 {
    settings.cue_volumes.get(&kind).copied().unwrap_or(1.0)
}
