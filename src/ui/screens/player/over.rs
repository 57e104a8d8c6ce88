//! The end of a session: what was done, what was skipped, what hurt, how it feels, and what now.

use std::time::Duration;

use egui::{Align2, Key, Rect, Ui, pos2, vec2};

use super::PlayerView;
use super::after::questions_ui;
use super::panels::{Rows, card};
use crate::text::clock;
use crate::ui::screens::check::{advice_height, advice_ui, map_ui, pain_told, pressed};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Checking, Command, Look, Screen};

/// Beside so much width of what is told, in points of the design, the body has its place.
const BODY_FROM: f32 = 900.0;

/// Free above and below the advice, in points of the design.
const AROUND_ADVICE: f32 = 5.0;

/// The most of the height that advice takes.
const MOST_ADVICE: f32 = 0.36;

/// What the end tells of the session.
pub(super) struct Told {
    /// How long it took.
    pub(super) took: Duration,
    /// How many exercises were done.
    pub(super) exercises: u32,
}

pub(super) fn over_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    told: &Told,
    commands: &mut Vec<Command>,
) {
    card(ui, look, rect);
    let inner = rect.shrink2(vec2(look.pt(24.0), look.pt(12.0)));
    let buttons = inner.with_min_y(inner.bottom() - look.pt(50.0));
    told_and_body_ui(ui, look, inner.with_max_y(buttons.top() - look.pt(10.0)), view, told, commands);
    buttons_ui(ui, look, buttons, view, commands);
    take_keys(ui, view, commands);
}

/// What is told and asked, with the body beside it, behind a button or, once asked for, in its place.
fn told_and_body_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    told: &Told,
    commands: &mut Vec<Command>,
) {
    let Some(map) = view.after.map else {
        return told_ui(ui, look, rect, view, told, commands, false);
    };
    if rect.width() >= look.pt(BODY_FROM) {
        let cut = rect.left() + rect.width() * 0.6;
        let gap = look.pt(14.0);
        told_ui(ui, look, rect.with_max_x(cut - gap), view, told, commands, false);
        return map_ui(ui, look, rect.with_min_x(cut + gap), &map, commands);
    }
    if !view.after.is_where_open {
        return told_ui(ui, look, rect, view, told, commands, true);
    }
    let row = rect.with_min_y(rect.bottom() - look.pt(36.0));
    map_ui(ui, look, rect.with_max_y(row.top() - look.pt(6.0)), &map, commands);
    let done = look.words.get("check-where-done");
    let button = Button::new(ButtonKind::Soft, &done).with_icon(icons::CHECK);
    let place = Rect::from_center_size(row.center(), vec2(button.width(ui, look), row.height()));
    if button.show(ui, look, place, "where-done").clicked() {
        commands.push(Command::Check(Checking::Where));
    }
}

/// Numbers tell pain, and Enter is done, unless something has the focus and takes it.
pub(super) fn take_keys(ui: &Ui, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    if view.after.map.is_some() {
        commands.extend(pain_told(ui, view.after.feeling.pain).map(Command::Check));
    }
    if ui.memory(|memory| memory.focused().is_none()) && pressed(ui, Key::Enter) {
        commands.push(Command::Leave);
    }
}

/// What was done and what is asked, from the top down. With `folds`, the body is behind a button.
fn told_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    told: &Told,
    commands: &mut Vec<Command>,
    folds: bool,
) {
    let colors = &look.theme.colors;
    let remarks = remarks(look, view);
    let asks = view.after.map.is_some();
    let questions = if asks { super::after::HEIGHT } else { 0.0 };
    let room = advice_room(ui, look, rect, view);
    let praise = if view.after.praise.is_some() && room == 0.0 { 44.0 } else { 0.0 };
    let height = 58.0 + 30.0 + 28.0 * remarks.len() as f32 + praise + questions;
    let mut rows = Rows::around(rect, look.pt(height), room);
    title_ui(ui, look, rows.next(look.pt(58.0)), view);
    let summary = summary(look, told);
    let text = Text::new(&summary, look.font(Size::Body, Face::Regular), colors.quiet);
    let text = text.align(Align2::CENTER_CENTER);
    text_ui(ui, rows.next(look.pt(30.0)), "over-summary", &text);
    for (key, remark, color) in &remarks {
        let text = Text::new(remark, look.font(Size::Body, Face::Regular), *color)
            .align(Align2::CENTER_CENTER)
            .shrink(0.8);
        text_ui(ui, rows.next(look.pt(28.0)), *key, &text);
    }
    if let Some(advice) = &view.after.advice {
        advice_ui(ui, look, rows.whole(room).shrink2(vec2(0.0, look.pt(AROUND_ADVICE))), advice);
    } else if let Some(praise) = view.after.praise {
        let text = Text::new(praise, look.font(Size::Heading, Face::SemiBold), colors.ink)
            .align(Align2::CENTER_CENTER)
            .rows(2)
            .shrink(0.7);
        text_ui(ui, rows.next(look.pt(44.0)), "praise", &text.live());
    }
    if asks {
        questions_ui(ui, look, &mut rows, &view.after, folds, commands);
    }
}

/// The height of the advice with what is free around it: all of it in sight, or as much of it as
/// leaves the questions readable.
fn advice_room(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>) -> f32 {
    let Some(advice) = &view.after.advice else { return 0.0 };
    let whole = advice_height(ui, look, rect.width(), advice) + 2.0 * look.pt(AROUND_ADVICE);
    whole.min(rect.height() * MOST_ADVICE)
}

/// A mark and what it marks, side by side in the middle of a row.
fn title_ui(ui: &Ui, look: &Look<'_>, row: Rect, view: &PlayerView<'_>) {
    let colors = &look.theme.colors;
    let title = look.words.get(title_of(view));
    let text = Text::new(&title, look.font(Size::Display, Face::Bold), colors.ink).shrink(0.6).live();
    let radius = (row.height() * 0.4).min(look.pt(23.0));
    let gap = look.pt(12.0);
    let width = text.galley(ui, row.size()).size().x.min(row.width() - 2.0 * radius - gap);
    let left = row.center().x - (2.0 * radius + gap + width) / 2.0;
    let badge = pos2(left + radius, row.center().y);
    ui.painter().circle_filled(badge, radius, colors.soft);
    let mut glyph = [0; 4];
    Text::new(icons::CHECK.encode_utf8(&mut glyph), look.font_of(radius * 1.1, Face::Icons), colors.on_soft)
        .align(Align2::CENTER_CENTER)
        .paint(ui, Rect::from_center_size(badge, egui::Vec2::splat(2.0 * radius)));
    let place = row.with_min_x(left + 2.0 * radius + gap);
    text_ui(ui, place, "over-title", &text);
}

/// The message key of what it is called to be over.
pub(super) fn title_of(view: &PlayerView<'_>) -> &'static str {
    if view.after.is_left { "check-left-title" } else { "over-title" }
}

/// How long it took and how much was done.
pub(super) fn summary(look: &Look<'_>, told: &Told) -> String {
    let words = look.words;
    let minutes = words.minutes(u64::try_from(told.took.as_millis()).unwrap_or(u64::MAX / 2));
    words.with("over-summary", &[("minutes", minutes.into()), ("exercises", told.exercises.into())])
}

/// What was left out and what hurt, by name.
pub(super) fn remarks(look: &Look<'_>, view: &PlayerView<'_>) -> Vec<(&'static str, String, egui::Color32)> {
    let colors = &look.theme.colors;
    let all =
        [("over-skipped", view.control.skipped, colors.quiet), ("over-hurt", view.control.hurt, colors.hurt)];
    all.into_iter()
        .filter(|(_, names, _)| !names.is_empty())
        .map(|(key, names, color)| (key, look.words.with(key, &[("names", names.join(", ").into())]), color))
        .collect()
}

/// Something to do now that it is over.
pub(super) struct WayOn {
    text: String,
    hint: String,
    icon: Option<char>,
    kind: ButtonKind,
    /// The least width, in points of the design.
    least: f32,
    pub(super) salt: &'static str,
    pub(super) command: Command,
}

impl WayOn {
    pub(super) fn button(&self) -> Button<'_> {
        Button { icon: self.icon, ..Button::new(self.kind, &self.text).size(Size::Heading).hint(&self.hint) }
    }

    /// Puts its button at a place; true when it was pressed.
    pub(super) fn show(&self, ui: &Ui, look: &Look<'_>, place: Rect) -> bool {
        let response = self.button().show(ui, look, place, self.salt);
        if !self.hint.is_empty() {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(&*self.hint));
        }
        response.clicked()
    }
}

/// What there is to do, being done first.
pub(super) fn ways_on(look: &Look<'_>, view: &PlayerView<'_>) -> Vec<WayOn> {
    let words = look.words;
    let back = words.get(match view.leads_to {
        Screen::Today | Screen::Progress | Screen::Safety | Screen::Settings => "over-back",
        Screen::Editor => "over-back-editor",
        Screen::Exercises => "over-back-exercises",
        Screen::Breathe => "over-back-breathe",
    });
    let mut ways = vec![WayOn {
        text: words.get("check-done"),
        hint: back,
        icon: Some(icons::CHECK),
        kind: ButtonKind::Primary,
        least: 180.0,
        salt: "over-back",
        command: Command::Leave,
    }];
    if view.after.is_left {
        return ways;
    }
    ways.push(WayOn {
        text: words.get("over-again"),
        hint: String::new(),
        icon: None,
        kind: ButtonKind::Soft,
        least: 120.0,
        salt: "over-again",
        command: Command::Restart,
    });
    ways.extend(view.control.way_back.map(|to| WayOn {
        text: words.with("act-return", &[("time", clock(to).into())]),
        hint: String::new(),
        icon: Some(icons::LEFT),
        kind: ButtonKind::Neutral,
        least: 0.0,
        salt: "over-way-back",
        command: Command::Undo,
    }));
    ways
}

fn buttons_ui(ui: &Ui, look: &Look<'_>, row: Rect, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let ways = ways_on(look, view);
    let gap = look.pt(12.0);
    let width = |way: &WayOn| way.button().width(ui, look).max(look.pt(way.least));
    let total: f32 = ways.iter().map(|way| width(way) + gap).sum::<f32>() - gap;
    let mut x = row.center().x - total / 2.0;
    for way in &ways {
        let place = Rect::from_min_size(pos2(x, row.top()), vec2(width(way), row.height()));
        if way.show(ui, look, place) {
            commands.push(way.command.clone());
        }
        x = place.right() + gap;
    }
}
