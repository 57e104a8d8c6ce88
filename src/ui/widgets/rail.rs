//! The rail: the screens there are, and the change between light and dark.

use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Text;
use super::button::paint_focus;
use crate::model::ThemeChoice;
use crate::ui::theme::{Face, icons};
use crate::ui::{Command, Look, Screen};

struct Entry<'a> {
    icon: char,
    label: &'a str,
    hint: &'a str,
    chosen: Option<bool>,
}

/// Paints the rail over a rectangle.
pub fn rail_ui(ui: &Ui, look: &Look<'_>, rect: Rect, current: Screen, commands: &mut Vec<Command>) {
    let colors = &look.theme.colors;
    ui.painter().rect_filled(rect, CornerRadius::ZERO, colors.rail);
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, colors.line));
    let step = look.pt(68.0);
    let cell = |top: f32| Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), look.pt(58.0)));
    for (index, screen) in Screen::ALL.into_iter().enumerate() {
        let (icon, label) = match screen {
            Screen::Today => (icons::TODAY, look.words.get("rail-today")),
            Screen::Exercises => (icons::EXERCISES, look.words.get("rail-exercises")),
            Screen::Editor => (icons::EDITOR, look.words.get("rail-editor")),
            Screen::Breathe => (icons::BREATHE, look.words.get("rail-breathe")),
            Screen::Progress => (icons::PROGRESS, look.words.get("rail-progress")),
            Screen::Safety => (icons::SAFETY, look.words.get("rail-safety")),
            Screen::Settings => (icons::SETTINGS, look.words.get("rail-settings")),
        };
        let entry = Entry { icon, label: &label, hint: "", chosen: Some(screen == current) };
        let place = cell(rect.top() + look.pt(20.0) + step * index as f32);
        if entry_ui(ui, look, place, ("rail", screen), &entry) {
            commands.push(Command::OpenScreen(screen));
        }
    }
    let (icon, label, hint, choice) = if look.theme.dark {
        (icons::LIGHT, "theme-to-light", "theme-to-light-hint", ThemeChoice::Light)
    } else {
        (icons::DARK, "theme-to-dark", "theme-to-dark-hint", ThemeChoice::Dark)
    };
    let (label, hint) = (look.words.get(label), look.words.get(hint));
    let entry = Entry { icon, label: &label, hint: &hint, chosen: None };
    if entry_ui(ui, look, cell(rect.bottom() - step), "rail-theme", &entry) {
        commands.push(Command::SetTheme(choice));
    }
}

fn entry_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: impl egui::AsIdSalt, entry: &Entry<'_>) -> bool {
    let colors = &look.theme.colors;
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::click());
    let name = if entry.hint.is_empty() { entry.label } else { entry.hint };
    response.widget_info(|| match entry.chosen {
        Some(chosen) => WidgetInfo::selected(Role::Tab, true, chosen, name),
        None => WidgetInfo::labeled(Role::Button, true, name),
    });
    let chosen = entry.chosen == Some(true);
    let plate = Rect::from_center_size(
        pos2(rect.center().x, rect.top() + look.pt(19.0)),
        vec2(look.pt(48.0), look.pt(34.0)),
    );
    let corners = CornerRadius::same(look.pt(12.0) as u8);
    if chosen {
        ui.painter().rect_filled(plate, corners, colors.soft);
    } else if response.hovered() {
        ui.painter().rect_filled(plate, corners, colors.neutral);
    }
    paint_focus(ui, look, plate, corners, &response);
    let (ink, face, icons) = if chosen {
        (colors.teal, Face::Bold, Face::IconsFill)
    } else {
        (colors.quiet, Face::Regular, Face::Icons)
    };
    let mut glyph = [0; 4];
    Text::new(entry.icon.encode_utf8(&mut glyph), look.font_of(look.pt(24.0), icons), ink)
        .align(Align2::CENTER_CENTER)
        .paint(ui, plate);
    let words = Rect::from_min_max(pos2(rect.left() + 2.0, plate.bottom()), rect.max - vec2(2.0, 0.0));
    Text::new(entry.label, look.font_of(look.pt(13.0), face), ink)
        .align(Align2::CENTER_CENTER)
        .paint(ui, words);
    let clicked = response.clicked();
    if !entry.hint.is_empty() {
        response.on_hover_text(entry.hint);
    }
    clicked
}
