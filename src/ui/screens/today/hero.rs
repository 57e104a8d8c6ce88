//! The suggested session, large, with why it is suggested.

use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::RoutineSummary;
use super::cards::chip_texts;
use crate::history::Why;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{
    Button, ButtonKind, Chip, ChipKind, Text, chip_ui, chip_width, paint_scene, text_ui,
};
use crate::ui::{Command, Look};

fn hero_ground(ui: &Ui, look: &Look<'_>, rect: Rect) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    ui.painter().rect_filled(rect, corners, colors.hero);
    ui.painter().rect_stroke(rect, corners, Stroke::new(1.0, colors.line), StrokeKind::Inside);
}

pub(super) fn hero_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    (routine, why): (&RoutineSummary<'_>, Option<Why>),
    commands: &mut Vec<Command>,
) {
    let (colors, words) = (&look.theme.colors, look.words);
    hero_ground(ui, look, rect);
    let inner = rect.shrink2(vec2(look.pt(32.0), look.pt(16.0)));
    let (left, right) = inner.split_left_right_at_fraction(0.54);
    let left = left.with_max_x(left.right() - look.pt(12.0));
    let start_size = vec2(look.pt(160.0).min(left.width()), look.pt(56.0));
    let summary_height = if routine.summary.is_empty() { 0.0 } else { look.pt(54.0) };
    let why_height = if why.is_some() { look.pt(28.0) } else { 0.0 };
    let group = look.pt(24.0 + 44.0 + 30.0 + 14.0) + summary_height + why_height + start_size.y;
    let mut top = left.top() + ((left.height() - group) / 2.0).max(0.0);
    let mut row = |height: f32| {
        let place = Rect::from_min_size(pos2(left.left(), top), vec2(left.width(), height));
        top += height;
        place
    };
    let suggested = words.get("today-suggested");
    let text = Text::new(&suggested, look.font(Size::Body, Face::Regular), colors.quiet);
    text_ui(ui, row(look.pt(24.0)), "hero-over", &text);
    let text = Text::new(routine.name, look.font(Size::Display, Face::Bold), colors.ink).shrink(0.6);
    text_ui(ui, row(look.pt(44.0)), "hero-name", &text);
    if let Some(why) = why {
        let why = words.why(why);
        let text = Text::new(&why, look.font(Size::Body, Face::SemiBold), colors.teal).shrink(0.8);
        text_ui(ui, row(why_height), "hero-why", &text);
    }
    if !routine.summary.is_empty() {
        let text = Text::new(routine.summary, look.font(Size::Body, Face::Regular), colors.ink)
            .rows(2)
            .align(egui::Align2::LEFT_TOP);
        let place = row(summary_height);
        text_ui(ui, place.with_max_y(place.bottom() - look.pt(8.0)), "hero-summary", &text);
    }
    let chips = row(look.pt(30.0));
    let minutes = words.minutes(routine.total_ms);
    let texts: Vec<String> = std::iter::once(minutes).chain(chip_texts(look, routine)).collect();
    chips_ui(ui, look, chips, "hero-chip", &texts);

    let start = words.get("today-start");
    let name = words.with("today-start-name", &[("name", routine.name.into())]);
    row(look.pt(14.0));
    let place = Rect::from_min_size(row(start_size.y).min, start_size);
    let button =
        Button::new(ButtonKind::Primary, &start).with_icon(icons::PLAY).size(Size::Heading).named(&name);
    if button.show(ui, look, place, "hero-start").clicked() {
        commands.push(Command::StartRoutine(routine.id.to_owned()));
    }
    if let Some(scene) = routine.scene {
        paint_scene(ui, right.expand2(vec2(look.pt(16.0), look.pt(6.0))), scene);
    }
}

fn chips_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: &str, texts: &[String]) {
    let mut at = rect.with_max_y(rect.top() + look.pt(28.0));
    for (index, text) in texts.iter().enumerate() {
        let chip = Chip { text, size: Size::Small, kind: ChipKind::OnHero };
        let width = chip_width(ui, look, &chip);
        if at.left() + width > rect.right() + 0.5 {
            break;
        }
        chip_ui(ui, look, Rect::from_min_size(at.min, vec2(width, at.height())), (salt, index), &chip);
        at.min.x += width + look.pt(6.0);
    }
}

/// There is nothing to suggest: no routines, or each has something in it that hurt.
pub(super) fn nothing_ui(ui: &Ui, look: &Look<'_>, rect: Rect, has_routines: bool) {
    let colors = &look.theme.colors;
    hero_ground(ui, look, rect);
    let inner = rect.shrink2(vec2(look.pt(32.0), look.pt(60.0)));
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.5);
    let (title, line) = if has_routines {
        ("today-none-fits", "today-none-fits-line")
    } else {
        ("today-empty", "today-empty-line")
    };
    let (title, line) = (look.words.get(title), look.words.get(line));
    let text = Text::new(&title, look.font(Size::Title, Face::Bold), colors.ink).shrink(0.7);
    text_ui(ui, top, "empty", &text);
    let text = Text::new(&line, look.font(Size::Body, Face::Regular), colors.quiet).rows(3);
    text_ui(ui, bottom, "empty-line", &text);
}
