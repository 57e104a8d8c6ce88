//! What takes the stage when the session does not run: after "this hurts", at the end, and the keys.

use std::time::Duration;

use egui::{Align2, CornerRadius, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Look, PLAYER_KEYS, Screen};

/// A card in place of the stage.
fn card(ui: &Ui, look: &Look<'_>, rect: Rect) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    ui.painter().rect_filled(rect, corners, colors.card);
    ui.painter().rect_stroke(rect, corners, Stroke::new(1.0, colors.line), StrokeKind::Inside);
}

/// After "this hurts": what now?
pub(super) fn hurt_ui(
    ui: &Ui,
    look: &Look<'_>,
    stage: Rect,
    easier: Option<&str>,
    commands: &mut Vec<Command>,
) {
    let (colors, words) = (&look.theme.colors, look.words);
    card(ui, look, stage);
    let inner = stage.shrink2(vec2(stage.width() * 0.08, stage.height() * 0.06));
    let mut rows = Rows::centered(inner, look.pt(44.0 + 92.0 + 3.0 * 66.0));
    let title = words.get("hurt-title");
    let text = Text::new(&title, look.font(Size::Display, Face::Bold), colors.ink).live();
    text_ui(ui, rows.next(look.pt(44.0)), "hurt-title", &text);
    let body = words.get("hurt-body");
    let text = Text::new(&body, look.font(Size::Heading, Face::Regular), colors.ink).rows(3).shrink(0.7);
    text_ui(ui, rows.next(look.pt(92.0)), "hurt-body", &text);
    let width = look.pt(420.0).min(inner.width());
    let mut put = |button: &Button<'_>, salt: &str, command: Command| {
        let row = rows.next(look.pt(66.0));
        let place = Rect::from_min_size(row.min + vec2(0.0, look.pt(5.0)), vec2(width, look.pt(56.0)));
        if button.show(ui, look, place, salt).clicked() {
            commands.push(command);
        }
    };
    let mut kind = ButtonKind::Primary;
    if let Some(name) = easier {
        let label = words.with("hurt-easier", &[("name", name.into())]);
        put(&Button::new(kind, &label).size(Size::Heading), "take-easier", Command::TakeEasier);
        kind = ButtonKind::Soft;
    }
    let (go_on, leave) = (words.get("hurt-go-on"), words.get("hurt-leave"));
    put(&Button::new(kind, &go_on).size(Size::Heading), "go-on", Command::GoOn);
    put(&Button::new(ButtonKind::Neutral, &leave).size(Size::Heading), "end-session", Command::Leave);
}

/// The end of a session.
pub(super) fn over_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    leads_to: Screen,
    took: Duration,
    exercises: u32,
    commands: &mut Vec<Command>,
) {
    let (colors, words) = (&look.theme.colors, look.words);
    card(ui, look, rect);
    let mut rows = Rows::centered(rect.shrink(look.pt(16.0)), look.pt(150.0 + 52.0 + 44.0 + 24.0 + 60.0));
    let badge = rows.next(look.pt(150.0));
    ui.painter().circle_filled(badge.center(), look.pt(58.0), colors.soft);
    let mut glyph = [0; 4];
    Text::new(icons::CHECK.encode_utf8(&mut glyph), look.font_of(look.pt(64.0), Face::Icons), colors.on_soft)
        .align(Align2::CENTER_CENTER)
        .paint(ui, badge);
    let title = words.get("over-title");
    let text = Text::new(&title, look.font(Size::Display, Face::Bold), colors.ink)
        .align(Align2::CENTER_CENTER)
        .live();
    text_ui(ui, rows.next(look.pt(52.0)), "over-title", &text);
    let minutes = words.minutes(u64::try_from(took.as_millis()).unwrap_or(u64::MAX / 2));
    let summary = words.with("over-summary", &[("minutes", minutes.into()), ("exercises", exercises.into())]);
    let text = Text::new(&summary, look.font(Size::Heading, Face::Regular), colors.quiet)
        .align(Align2::CENTER_CENTER);
    text_ui(ui, rows.next(look.pt(44.0)), "over-summary", &text);
    rows.next(look.pt(24.0));
    let row = rows.next(look.pt(60.0));
    let (back, again) = (
        words.get(match leads_to {
            Screen::Today | Screen::Settings => "over-back",
            Screen::Exercises => "over-back-exercises",
            Screen::Breathe => "over-back-breathe",
        }),
        words.get("over-again"),
    );
    let (main, second) = (vec2(look.pt(240.0), row.height()), vec2(look.pt(120.0), row.height()));
    let left = row.center().x - (main.x + second.x + look.pt(12.0)) / 2.0;
    let place = Rect::from_min_size(pos2(left, row.top()), main);
    let button = Button::new(ButtonKind::Primary, &back).size(Size::Heading);
    if button.show(ui, look, place, "over-back").clicked() {
        commands.push(Command::Leave);
    }
    let place = Rect::from_min_size(pos2(place.right() + look.pt(12.0), row.top()), second);
    let button = Button::new(ButtonKind::Soft, &again).size(Size::Heading);
    if button.show(ui, look, place, "over-again").clicked() {
        commands.push(Command::Restart);
    }
}

/// What the keys do.
pub(super) fn keys_ui(ui: &Ui, look: &Look<'_>, stage: Rect, commands: &mut Vec<Command>) {
    let (colors, words) = (&look.theme.colors, look.words);
    card(ui, look, stage);
    let inner = stage.shrink2(vec2(look.pt(28.0), look.pt(18.0)));
    let shown = PLAYER_KEYS.iter().filter(|row| !row.cap.is_empty());
    let count = shown.clone().count() as f32;
    let title_height = look.pt(46.0);
    let height = ((inner.height() - title_height) / count).min(look.pt(46.0));
    let title = words.get("keys-title");
    let title_row = inner.with_max_y(inner.top() + title_height);
    let text = Text::new(&title, look.font(Size::Title, Face::Bold), colors.ink);
    text_ui(ui, title_row, "keys-title", &text);
    let close = Rect::from_min_size(
        pos2(inner.right() - look.pt(40.0), inner.top()),
        vec2(look.pt(40.0), look.pt(40.0)),
    );
    let name = words.get("act-close");
    if Button::icon(ButtonKind::Plain, icons::CLOSE, &name).show(ui, look, close, "keys-close").clicked() {
        commands.push(Command::ToggleKeys);
    }
    for (index, row) in shown.enumerate() {
        let top = title_row.bottom() + height * index as f32;
        let line = inner.with_min_y(top).with_max_y(top + height);
        let cap = line.with_max_x(line.left() + look.pt(110.0)).shrink2(vec2(0.0, look.pt(3.0)));
        ui.painter().rect_filled(cap, CornerRadius::same(look.pt(8.0) as u8), colors.neutral);
        let (cap_text, does) = (words.get(row.cap), words.get(row.does));
        let text = Text::new(&cap_text, look.font(Size::Body, Face::Bold), colors.on_neutral)
            .align(Align2::CENTER_CENTER);
        text_ui(ui, cap, (row.cap, "cap"), &text);
        let text = Text::new(&does, look.font(Size::Body, Face::Regular), colors.ink);
        text_ui(ui, line.with_min_x(cap.right() + look.pt(16.0)), (row.cap, "does"), &text);
    }
}

/// Rows from the top down, the whole of them in the middle of a rectangle.
struct Rows {
    rect: Rect,
    top: f32,
    squeeze: f32,
}

impl Rows {
    fn centered(rect: Rect, total: f32) -> Self {
        let squeeze = (rect.height() / total).min(1.0);
        Self { rect, top: rect.center().y - total * squeeze / 2.0, squeeze }
    }

    fn next(&mut self, height: f32) -> Rect {
        let height = height * self.squeeze;
        let row = Rect::from_min_size(pos2(self.rect.left(), self.top), vec2(self.rect.width(), height));
        self.top += height;
        row
    }
}
