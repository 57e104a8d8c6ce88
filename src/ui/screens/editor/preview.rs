//! The preview inside the editor: the player's stage over a row of buttons.

use egui::{Key, Rect, Ui, pos2, vec2};

use super::DeskView;
use crate::engine::SegmentKind;
use crate::ui::keys::{VOLUME_STEP, pressed};
use crate::ui::screens::player::{PlayerView, RunState, staged_ui};
use crate::ui::theme::{Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Slider, slider_ui};
use crate::ui::{Command, Editing, Live, Look};

/// Builds the preview over a rectangle.
pub(super) fn preview_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    (desk, view): (&DeskView<'_>, &PlayerView<'_>),
    commands: &mut Vec<Command>,
) {
    let row = look.pt(46.0);
    let stage = rect.with_max_y(rect.bottom() - row - look.pt(8.0));
    staged_ui(ui, look, stage, view, commands);
    transport_ui(ui, look, rect.with_min_y(rect.bottom() - row), (desk, view), commands);
}

fn transport_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    (desk, view): (&DeskView<'_>, &PlayerView<'_>),
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let gap = look.pt(6.0);
    let mut left = rect.left();
    let mut place = |width: f32| {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        left += width + gap;
        place
    };
    let (key, icon, main) = main_action(view);
    let main_name = words.get(key);
    let (back, skip, stop) = (words.get("act-back"), words.get("act-skip"), words.get("live-preview-stop"));
    let (sound, name) = if view.control.muted {
        (icons::MUTED, words.get("act-unmute"))
    } else {
        (icons::SOUND, words.get("act-mute"))
    };
    let live = |asked| Command::Edit(Editing::Live(asked));
    let icon_width = look.pt(46.0);
    let main_button = Button::new(ButtonKind::Primary, &main_name).with_icon(icon);
    // As wide as its longest words, so that nothing beside it moves.
    let longest = words.get("act-pause").len().max(words.get("act-resume").len());
    let main_width = look.pt(64.0 + 9.0 * longest as f32).min(rect.width() * 0.3);
    let stop_hint = words.get("live-preview-stop-hint");
    let buttons = [
        (icon_width, "preview-back", Button::icon(ButtonKind::Neutral, icons::BACK, &back), live(Live::Back)),
        (main_width, "preview-main", main_button, live(main)),
        (icon_width, "preview-skip", Button::icon(ButtonKind::Neutral, icons::SKIP, &skip), live(Live::Skip)),
        (
            icon_width,
            "preview-stop",
            Button::icon(ButtonKind::Neutral, icons::CLOSE, &stop).hint(&stop_hint),
            live(Live::Stop),
        ),
        (icon_width, "preview-mute", Button::icon(ButtonKind::Plain, sound, &name), Command::ToggleMute),
    ];
    for (width, salt, button, command) in buttons {
        if button.show(ui, look, place(width), salt).clicked() {
            commands.push(command);
        }
    }
    let right = session_ui(ui, look, rect.with_min_x(left), desk, commands);
    volume_ui(ui, look, rect.with_min_x(left).with_max_x(right - gap), view, commands);
}

fn main_action(view: &PlayerView<'_>) -> (&'static str, char, Live) {
    match view.state {
        RunState::AtGate { .. } => ("act-done", icons::CHECK, Live::Done),
        RunState::Playing if view.moment.segment.kind == SegmentKind::Open => {
            ("act-done", icons::CHECK, Live::Done)
        }
        RunState::Over { .. } => ("live-again", icons::RESTART, Live::Toggle),
        RunState::Paused | RunState::Hurt { .. } => ("act-resume", icons::PLAY, Live::Toggle),
        RunState::Playing | RunState::CountIn { .. } => ("act-pause", icons::PAUSE, Live::Toggle),
    }
}

/// The way into a real session, at the right; returns where it begins.
fn session_ui(ui: &Ui, look: &Look<'_>, rect: Rect, desk: &DeskView<'_>, commands: &mut Vec<Command>) -> f32 {
    let (text, hint) = (look.words.get("live-session"), look.words.get("live-session-hint"));
    let long = Button::new(ButtonKind::Soft, &text).with_icon(icons::EXERCISES).size(Size::Small).hint(&hint);
    let short = Button::icon(ButtonKind::Soft, icons::EXERCISES, &text).hint(&hint);
    let button = if long.width(ui, look) <= rect.width() { long } else { short };
    let width = button.width(ui, look).min(rect.width());
    let place = rect.with_min_x(rect.right() - width);
    if button.show(ui, look, place, "preview-session").clicked() {
        commands.push(Command::Edit(Editing::Live(Live::Session(desk.live.head_ms))));
    }
    place.left()
}

/// Loudness, where there is room for it.
fn volume_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    if rect.width() < look.pt(80.0) {
        return;
    }
    let rect = rect.with_max_x(rect.right().min(rect.left() + look.pt(160.0)));
    let percent = (view.control.volume * 100.0).round() as u32;
    let (name, said) = (look.words.get("volume"), look.words.with("percent", &[("n", percent.into())]));
    let slider =
        Slider { name: &name, said: &said, value: view.control.volume, range: 0.0..=1.0, step: VOLUME_STEP };
    if let Some(volume) = slider_ui(ui, look, rect, "preview-volume", &slider) {
        commands.push(Command::SetVolume(volume));
    }
}

/// Takes the keys of the preview before any widget sees them, but never while the person types:
/// Space holds it and goes on, Esc ends it; where nothing has the focus, left and right go back and
/// skip, and without a preview Space begins one.
pub(super) fn preview_keys(ui: &Ui, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let live = &view.live;
    let is_free = ui.memory(|memory| memory.focused().is_none());
    let asked = match &live.preview {
        Some(preview) if pressed(ui, Key::Space) => main_action(preview).2,
        Some(_) if pressed(ui, Key::Escape) => Live::Stop,
        Some(_) if is_free && pressed(ui, Key::ArrowLeft) => Live::Back,
        Some(_) if is_free && pressed(ui, Key::ArrowRight) => Live::Skip,
        None if live.strip.map.total_ms > 0 && is_free && pressed(ui, Key::Space) => {
            Live::Preview(live.head_ms)
        }
        _ => return,
    };
    commands.push(Command::Edit(Editing::Live(asked)));
}
