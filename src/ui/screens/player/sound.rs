//! How loud it is: a button that says so, and a small panel below it to change it.

use egui::{Align2, Area, CornerRadius, Order, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Panel, PlayerView};
use crate::ui::keys::VOLUME_STEP;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Slider, Text, slider_ui};
use crate::ui::{Command, Look};

/// Puts the button at the right end of a rectangle, and the panel below it while it is open;
/// returns where the button begins.
pub(super) fn sound_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let words = look.words;
    let percent = percent(look, view.control.volume);
    let (icon, text, name) = if view.control.muted {
        (icons::MUTED, words.get("sound-off"), words.get("sound-name-off"))
    } else {
        (icons::SOUND, percent.clone(), words.with("sound-name", &[("percent", percent.into())]))
    };
    let is_open = view.control.panel == Some(Panel::Sound);
    let tip = words.get("sound-hint");
    let button = Button {
        selected: Some(is_open),
        ..Button::new(ButtonKind::Plain, &text).with_icon(icon).named(&name).hint(&tip)
    };
    // As wide as it ever gets, so that nothing moves when the figure changes.
    let full = percent_of(look, 100);
    let width = Button { text: &full, ..button }.width(ui, look);
    let place = Rect::from_min_max(pos2(rect.right() - width, rect.top()), rect.max);
    if button.show(ui, look, place, "sound").clicked() {
        commands.push(Command::ToggleSound);
    }
    if is_open {
        panel_ui(ui, look, place, view, commands);
    }
    place.left()
}

fn percent(look: &Look<'_>, volume: f32) -> String {
    percent_of(look, (volume * 100.0).round() as u32)
}

fn percent_of(look: &Look<'_>, percent: u32) -> String {
    look.words.with("percent", &[("n", percent.into())])
}

fn panel_ui(ui: &Ui, look: &Look<'_>, button: Rect, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let size = vec2(look.pt(270.0), look.pt(122.0));
    let rect = Rect::from_min_size(pos2(button.right() - size.x, button.bottom() + look.pt(4.0)), size);
    Area::new(ui.scope_id().with("loudness-panel")).order(Order::Foreground).fixed_pos(rect.min).show(
        ui.ctx(),
        |ui| {
            ui.allocate_exact_size(size, Sense::click());
            inside_ui(ui, look, rect, view, commands);
        },
    );
    let pressed =
        ui.input(|input| input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten());
    if pressed.is_some_and(|at| !rect.contains(at) && !button.contains(at)) {
        commands.push(Command::ToggleSound);
    }
}

fn inside_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let (colors, words) = (&look.theme.colors, look.words);
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8);
    ui.painter().rect_filled(rect, corners, colors.card);
    ui.painter().rect_stroke(rect, corners, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(look.pt(16.0), look.pt(12.0)));
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.46);
    let (name, said) = (words.get("volume"), percent(look, view.control.volume));
    let cut = top.right() - look.pt(58.0);
    let slider =
        Slider { name: &name, said: &said, value: view.control.volume, range: 0.0..=1.0, step: VOLUME_STEP };
    if let Some(volume) = slider_ui(ui, look, top.with_max_x(cut), "volume", &slider) {
        commands.push(Command::SetVolume(volume));
    }
    Text::new(&said, look.font(Size::Body, Face::Numerals), colors.ink)
        .align(Align2::RIGHT_CENTER)
        .paint(ui, top.with_min_x(cut));
    let (icon, name) = if view.control.muted {
        (icons::SOUND, words.get("act-unmute"))
    } else {
        (icons::MUTED, words.get("act-mute"))
    };
    let place = bottom.with_min_y(bottom.bottom() - look.pt(44.0).min(bottom.height()));
    if Button::new(ButtonKind::Soft, &name).with_icon(icon).show(ui, look, place, "mute").clicked() {
        commands.push(Command::ToggleMute);
    }
}
