//! Display: colours, movement, the figure, and how far away the person stands.

use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo, vec2};

use super::{BodyChoice, SettingsView};
use crate::model::ThemeChoice;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Choice, Form, Slider, Text, paint_focus, paint_scene};
use crate::ui::{Command, Setting};

const THEMES: [ThemeChoice; 4] =
    [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast];

pub(super) fn display_ui(form: &mut Form<'_, '_>, view: &SettingsView<'_>, commands: &mut Vec<Command>) {
    let (words, settings) = (form.look.words, view.settings);
    form.title(&words.get("set-display"));
    let question = form.heading(&words.get("set-theme"));
    let texts = THEMES.map(|theme| words.theme(theme));
    let names = THEMES.map(|theme| words.with("set-theme-name", &[("theme", words.theme(theme).into())]));
    let choices: Vec<Choice<'_>> = THEMES
        .iter()
        .zip(texts.iter().zip(&names))
        .map(|(theme, (text, name))| Choice { text, name, chosen: *theme == settings.theme })
        .collect();
    if let Some(index) = form.choices("theme", question, &choices) {
        commands.push(Command::SetTheme(THEMES[index]));
    }
    if form.switch(&words.get("set-reduced-motion"), settings.reduced_motion) {
        commands.push(Command::Set(Setting::ReducedMotion(!settings.reduced_motion)));
    }
    form.heading(&words.get("set-body"));
    bodies_ui(form, view, commands);
    form.heading(&words.get("set-distance-title"));
    if form.switch(&words.get("set-room"), settings.room.on) {
        commands.push(Command::Set(Setting::RoomView(!settings.room.on)));
    }
    let metres = settings.room.distance_m;
    let (name, shown) = (words.get("set-distance"), format!("{metres:.1}"));
    let said = words.with("set-metres", &[("n", shown.into())]);
    let slider =
        Slider { name: &name, said: &said, value: metres, range: 0.5..=6.0_f32.max(metres), step: 0.1 };
    if let Some(metres) = form.slider(&slider) {
        commands.push(Command::Set(Setting::Distance((metres * 10.0).round() / 10.0)));
    }
}

/// The bodies side by side, each with its figure.
fn bodies_ui(form: &mut Form<'_, '_>, view: &SettingsView<'_>, commands: &mut Vec<Command>) {
    let look = form.look;
    let gap = look.pt(12.0);
    let row = form.row(190.0);
    let count = view.bodies.len().max(1) as f32;
    let width = ((row.width() - gap * (count - 1.0)) / count).min(look.pt(190.0));
    for (index, body) in view.bodies.iter().enumerate() {
        let left = row.left() + index as f32 * (width + gap);
        let place = Rect::from_min_size(egui::pos2(left, row.top()), vec2(width, row.height()));
        let chosen = body.id == view.settings.body;
        if body_ui(form, place, body, chosen) {
            commands.push(Command::Set(Setting::Body(body.id.clone())));
        }
    }
    form.gap(6.0);
}

fn body_ui(form: &mut Form<'_, '_>, rect: Rect, body: &BodyChoice, chosen: bool) -> bool {
    let (ui, look, colors) = (&*form.ui, form.look, &form.look.theme.colors);
    let response = ui.interact(rect, ui.scope_id().with(("body", &body.id)), Sense::click());
    let name = look.words.with("set-body-name", &[("name", body.name.as_str().into())]);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &name));
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8);
    let (ground, edge) = if chosen {
        (colors.soft, Stroke::new(look.pt(2.0), colors.teal))
    } else {
        (colors.card, Stroke::new(1.0, colors.edge))
    };
    ui.painter().rect(rect, corners, ground, edge, StrokeKind::Inside);
    let words = rect.with_min_y(rect.bottom() - look.pt(34.0));
    paint_scene(ui, rect.with_max_y(words.top()).shrink(look.pt(8.0)), &body.scene);
    let (face, ink) = if chosen { (Face::Bold, colors.on_soft) } else { (Face::Regular, colors.ink) };
    Text::new(&body.name, look.font(Size::Body, face), ink).align(Align2::CENTER_CENTER).paint(ui, words);
    paint_focus(ui, look, rect, corners, &response);
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
    clicked
}
