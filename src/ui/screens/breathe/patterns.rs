//! The patterns as cards, each with its breath drawn as a wave.

use egui::{
    Align2, CornerRadius, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{BreatheView, Offer};
use crate::engine::fullness_at;
use crate::model::BreathPattern;
use crate::ui::theme::{Face, Size, Theme, icons};
use crate::ui::widgets::{Chip, ChipKind, Text, chip_width, paint_focus};
use crate::ui::{Breathing, Command, Look};

/// Points of the drawn line.
const SAMPLES: u16 = 96;

/// Seconds every card shows, so that a slow breath looks slow.
const SHOWN_SECS: f32 = 20.0;

/// Puts the cards below one another as the width asks; returns where they end.
pub(super) fn patterns_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &BreatheView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let gap = look.pt(14.0);
    let columns = ((rect.width() + gap) / (look.pt(200.0) + gap)).floor().max(1.0);
    let size = vec2((rect.width() - gap * (columns - 1.0)) / columns, look.pt(138.0));
    let place = |index: usize| {
        let (column, row) = (index as f32 % columns, (index as f32 / columns).floor());
        Rect::from_min_size(rect.min + vec2(column * (size.x + gap), row * (size.y + gap)), size)
    };
    for (index, offer) in view.offers.iter().enumerate() {
        let chosen = offer.pattern.id == view.chosen;
        if offer_ui(ui, look, place(index), offer, chosen) {
            commands.push(Command::Breathe(Breathing::Choose(offer.pattern.id.clone())));
        }
    }
    let last = place(view.offers.len());
    if new_ui(ui, look, last) {
        commands.push(Command::Breathe(Breathing::New));
    }
    last.bottom()
}

fn ground(ui: &Ui, look: &Look<'_>, rect: Rect, response: &Response, chosen: bool) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    let (fill, edge) = if chosen {
        (colors.soft, Stroke::new(look.pt(2.5), colors.teal))
    } else if response.hovered() {
        (Theme::blend(colors.card, colors.soft, 0.35), Stroke::new(1.0, colors.line))
    } else {
        (colors.card, Stroke::new(1.0, colors.line))
    };
    ui.painter().rect(rect, corners, fill, edge, StrokeKind::Inside);
    paint_focus(ui, look, rect, corners, response);
}

fn offer_ui(ui: &Ui, look: &Look<'_>, rect: Rect, offer: &Offer<'_>, chosen: bool) -> bool {
    let (colors, pattern) = (&look.theme.colors, offer.pattern);
    let response = ui.interact(rect, ui.scope_id().with(("pattern", &pattern.id)), Sense::click());
    let stages = look.words.breath_stages(pattern);
    let args = [("name", pattern.name.as_str().into()), ("stages", stages.as_str().into())];
    let key = if pattern.retention { "breathe-card-held" } else { "breathe-card" };
    let name = look.words.with(key, &args);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &name));
    ground(ui, look, rect, &response, chosen);
    let inner = rect.shrink2(vec2(look.pt(16.0), look.pt(12.0)));
    let wave = inner.with_max_y(inner.top() + look.pt(52.0));
    paint_breath(ui, look, wave, pattern);
    let (ink, quiet) = if chosen { (colors.on_soft, colors.on_soft) } else { (colors.ink, colors.quiet) };
    let name_row = Rect::from_min_size(
        pos2(inner.left(), wave.bottom() + look.pt(8.0)),
        vec2(inner.width(), look.pt(28.0)),
    );
    let held = look.words.get("breathe-held");
    let chip = Chip { text: &held, size: Size::Small, kind: ChipKind::OnCard };
    let chip_width = if pattern.retention { chip_width(ui, look, &chip) } else { 0.0 };
    Text::new(&pattern.name, look.font(Size::Heading, Face::Bold), ink)
        .shrink(0.7)
        .paint(ui, name_row.with_max_x(name_row.right() - chip_width - look.pt(6.0)));
    if pattern.retention {
        let place = name_row.with_min_x(name_row.right() - chip_width);
        let radius = CornerRadius::same((place.height() / 2.0) as u8);
        ui.painter().rect_filled(place, radius, colors.chip);
        Text::new(&held, look.font(Size::Small, Face::Regular), colors.on_chip)
            .align(Align2::CENTER_CENTER)
            .paint(ui, place);
    }
    let under = Rect::from_min_max(name_row.left_bottom(), inner.max);
    Text::new(&stages, look.font(Size::Small, Face::Numerals), quiet).shrink(0.8).paint(ui, under);
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
    clicked
}

/// The card that makes an own pattern.
fn new_ui(ui: &Ui, look: &Look<'_>, rect: Rect) -> bool {
    let colors = &look.theme.colors;
    let response = ui.interact(rect, ui.scope_id().with("new-pattern"), Sense::click());
    let name = look.words.get("breathe-new");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    ground(ui, look, rect, &response, false);
    let (top, bottom) = rect.shrink(look.pt(14.0)).split_top_bottom_at_fraction(0.58);
    let mut glyph = [0; 4];
    Text::new(icons::ADD.encode_utf8(&mut glyph), look.font_of(look.pt(34.0), Face::Icons), colors.teal)
        .align(Align2::CENTER_CENTER)
        .paint(ui, top);
    Text::new(&name, look.font(Size::Body, Face::SemiBold), colors.ink)
        .align(Align2::CENTER_TOP)
        .paint(ui, bottom);
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
    clicked
}

/// The breath as a line over the same stretch of time on every card.
pub(super) fn paint_breath(ui: &Ui, look: &Look<'_>, rect: Rect, pattern: &BreathPattern) {
    let inner = rect.shrink(look.pt(3.0));
    let points = (0..=SAMPLES).map(|sample| {
        let share = f32::from(sample) / f32::from(SAMPLES);
        let full = fullness_at(pattern, share * SHOWN_SECS);
        pos2(inner.left() + share * inner.width(), egui::lerp(inner.bottom()..=inner.top(), full))
    });
    let stroke = Stroke::new(look.pt(3.0), look.theme.colors.wave);
    ui.painter().add(Shape::line(points.collect(), stroke));
}
