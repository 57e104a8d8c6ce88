//! How large the screen really is: a drawn bank card is made as large as the one held against it.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo, vec2};

use super::SettingsView;
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, ButtonKind, Form, Slider};
use crate::ui::{Command, Setting};

/// A bank card is as large everywhere, in millimetres.
const CARD_MM: egui::Vec2 = vec2(85.6, 54.0);
const CARD_CORNER_MM: f32 = 3.2;

/// The least and most points a card can take on any screen.
const POINTS: [f32; 2] = [140.0, 1200.0];

pub(super) fn screen_size_ui(form: &mut Form<'_, '_>, view: &SettingsView<'_>, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let most = POINTS[1].min(form.width);
    let width = (CARD_MM.x / view.mm_per_point).clamp(POINTS[0], most);
    form.title(&words.get("set-screen-size"));
    form.note(&words.get("set-screen-size-line"));
    let name = words.get("set-card-width");
    let said = words.with("set-card-said", &[("n", width.round().into())]);
    let slider = Slider { name: &name, said: &said, value: width, range: POINTS[0]..=most, step: 1.0 };
    if let Some(points) = form.slider(&slider) {
        commands.push(Command::Set(Setting::MmPerPoint(Some(CARD_MM.x / points))));
    }
    form.gap(10.0);
    card_ui(form, width);
    form.gap(10.0);
    if view.settings.room.mm_per_point.is_some() {
        let text = words.get("set-screen-as-system");
        if form.button("as-system", &Button::new(ButtonKind::Plain, &text).with_icon(icons::RESTART)) {
            commands.push(Command::Set(Setting::MmPerPoint(None)));
        }
    } else {
        form.note(&words.get("set-screen-not-measured"));
    }
}

/// The outline of the card, in points of the screen, not of the design.
fn card_ui(form: &mut Form<'_, '_>, width: f32) {
    let (look, colors) = (form.look, &form.look.theme.colors);
    let size = CARD_MM * (width / CARD_MM.x);
    let (row, response) = form.ui.allocate_exact_size(vec2(form.width, size.y), Sense::hover());
    let name = look.words.get("set-card-outline");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let card = Rect::from_min_size(row.min, size);
    let mm = width / CARD_MM.x;
    let corners = CornerRadius::same((CARD_CORNER_MM * mm) as u8);
    let edge = Stroke::new(look.pt(2.0), colors.ink);
    let painter = form.ui.painter();
    painter.rect(card, corners, colors.soft, edge, StrokeKind::Outside);
    // The stripe makes it a card and not a button.
    let stripe = Rect::from_min_size(card.min + vec2(0.0, 6.0 * mm), vec2(card.width(), 9.0 * mm));
    painter.rect_filled(stripe, CornerRadius::ZERO, colors.ink.gamma_multiply(0.5));
}
