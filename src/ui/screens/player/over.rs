//! The end of a session: what was done, what was skipped, what hurt, and what now.

use std::time::Duration;

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::PlayerView;
use super::panels::{Rows, card};
use crate::text::clock;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Look, Screen};

pub(super) fn over_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    took: Duration,
    exercises: u32,
    commands: &mut Vec<Command>,
) {
    let (colors, words) = (&look.theme.colors, look.words);
    card(ui, look, rect);
    let remarks = remarks(look, view);
    let height = 150.0 + 52.0 + 44.0 + 34.0 * remarks.len() as f32 + 24.0 + 60.0;
    let mut rows = Rows::centered(rect.shrink(look.pt(16.0)), look.pt(height));
    badge_ui(ui, look, rows.next(look.pt(150.0)));
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
    for (key, remark, color) in &remarks {
        let text = Text::new(remark, look.font(Size::Body, Face::Regular), *color)
            .align(Align2::CENTER_CENTER)
            .shrink(0.8);
        let row = rows.next(look.pt(34.0));
        text_ui(ui, row.shrink2(vec2(look.pt(24.0), 0.0)), *key, &text);
    }
    rows.next(look.pt(24.0));
    buttons_ui(ui, look, rows.next(look.pt(60.0)), view, commands);
}

fn badge_ui(ui: &Ui, look: &Look<'_>, row: Rect) {
    let colors = &look.theme.colors;
    let radius = look.pt(58.0).min(row.height() * 0.46);
    ui.painter().circle_filled(row.center(), radius, colors.soft);
    let mut glyph = [0; 4];
    Text::new(icons::CHECK.encode_utf8(&mut glyph), look.font_of(radius * 1.1, Face::Icons), colors.on_soft)
        .align(Align2::CENTER_CENTER)
        .paint(ui, row);
}

/// What was left out and what hurt, by name.
fn remarks(look: &Look<'_>, view: &PlayerView<'_>) -> Vec<(&'static str, String, egui::Color32)> {
    let colors = &look.theme.colors;
    let all =
        [("over-skipped", view.control.skipped, colors.quiet), ("over-hurt", view.control.hurt, colors.hurt)];
    all.into_iter()
        .filter(|(_, names, _)| !names.is_empty())
        .map(|(key, names, color)| (key, look.words.with(key, &[("names", names.join(", ").into())]), color))
        .collect()
}

fn buttons_ui(ui: &Ui, look: &Look<'_>, row: Rect, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let back = words.get(match view.leads_to {
        Screen::Today | Screen::Progress | Screen::Safety | Screen::Settings => "over-back",
        Screen::Editor => "over-back-editor",
        Screen::Exercises => "over-back-exercises",
        Screen::Breathe => "over-back-breathe",
    });
    let again = words.get("over-again");
    let way_back = view.control.way_back.map(|to| words.with("act-return", &[("time", clock(to).into())]));
    let mut buttons = vec![
        (
            look.pt(240.0),
            Button::new(ButtonKind::Primary, &back).size(Size::Heading),
            "over-back",
            Command::Leave,
        ),
        (
            look.pt(120.0),
            Button::new(ButtonKind::Soft, &again).size(Size::Heading),
            "over-again",
            Command::Restart,
        ),
    ];
    if let Some(name) = &way_back {
        let button = Button::new(ButtonKind::Neutral, name).with_icon(icons::LEFT);
        buttons.push((button.width(ui, look), button, "over-way-back", Command::Undo));
    }
    let gap = look.pt(12.0);
    let total: f32 = buttons.iter().map(|(width, ..)| width + gap).sum::<f32>() - gap;
    let mut x = row.center().x - total / 2.0;
    for (width, button, salt, command) in buttons {
        let place = Rect::from_min_size(pos2(x, row.top()), vec2(width, row.height()));
        if button.show(ui, look, place, salt).clicked() {
            commands.push(command);
        }
        x += width + gap;
    }
}
