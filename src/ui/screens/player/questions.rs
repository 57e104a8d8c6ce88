//! What the player asks: what now, after "this hurts", and how to leave.

use std::time::Duration;

use egui::{Align2, Rect, Ui, vec2};

use super::PlayerView;
use super::panels::{Answers, Rows, card};
use crate::text::clock;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Look};

/// A question: its words, and the answers, the likeliest first.
struct Question<'a> {
    salt: &'a str,
    title: &'a str,
    body: &'a str,
    answers: Vec<(Button<'a>, Command)>,
}

fn question_ui(ui: &Ui, look: &Look<'_>, rect: Rect, question: &Question<'_>, commands: &mut Vec<Command>) {
    let colors = &look.theme.colors;
    card(ui, look, rect);
    let inner = rect.shrink2(vec2(rect.width() * 0.08, rect.height() * 0.05));
    let count = question.answers.len() as f32;
    let mut rows = Rows::centered(inner, look.pt(48.0 + 92.0 + count * 66.0));
    let text = Text::new(question.title, look.font(Size::Display, Face::Bold), colors.ink);
    let text = text.align(Align2::CENTER_CENTER).shrink(0.7).live();
    text_ui(ui, rows.next(look.pt(48.0)), (question.salt, "title"), &text);
    let text = Text::new(question.body, look.font(Size::Heading, Face::Regular), colors.ink);
    let text = text.align(Align2::CENTER_CENTER).rows(3).shrink(0.7);
    text_ui(ui, rows.next(look.pt(92.0)), (question.salt, "body"), &text);
    let width = look.pt(440.0).min(inner.width());
    let mut answers = Answers::new(ui, look);
    for (button, command) in &question.answers {
        let row = rows.next(look.pt(66.0));
        let place = Rect::from_center_size(row.center(), vec2(width, row.height() * 0.84));
        let salt = format!("{} {}", question.salt, answers.ids.len());
        answers.put(place, &salt, button, command.clone(), commands);
    }
    answers.focus_the_first();
}

/// After "this hurts": what now?
pub(super) fn hurt_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    easier: Option<&str>,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let easier = easier.map(|name| words.with("hurt-easier", &[("name", name.into())]));
    let slip = view.control.way_back.map(|to| words.with("hurt-slip", &[("time", clock(to).into())]));
    let (title, body) = (words.get("hurt-title"), words.get("hurt-body"));
    let (go_on, leave) = (words.get("hurt-go-on"), words.get("hurt-leave"));
    let mut answers = Vec::new();
    let mut kind = ButtonKind::Primary;
    if let Some(easier) = &easier {
        answers.push((Button::new(kind, easier).size(Size::Heading), Command::TakeEasier));
        kind = ButtonKind::Soft;
    }
    answers.push((Button::new(kind, &go_on).size(Size::Heading), Command::GoOn));
    answers.push((Button::new(ButtonKind::Neutral, &leave).size(Size::Heading), Command::LeaveForGood));
    if let Some(slip) = &slip {
        answers.push((Button::new(ButtonKind::Plain, slip).with_icon(icons::LEFT), Command::Undo));
    }
    question_ui(ui, look, rect, &Question { salt: "hurt", title: &title, body: &body, answers }, commands);
}

/// Leaving before the end: now and for good, or to go on later?
pub(super) fn leaving_ui(ui: &Ui, look: &Look<'_>, rect: Rect, at: Duration, commands: &mut Vec<Command>) {
    let words = look.words;
    let (title, body) = (words.get("leave-title"), words.with("leave-body", &[("time", clock(at).into())]));
    let (stay, later, leave) =
        (words.get("leave-stay"), words.get("leave-later"), words.get("leave-for-good"));
    let answers = vec![
        (Button::new(ButtonKind::Primary, &stay).size(Size::Heading), Command::KeepGoing),
        (Button::new(ButtonKind::Soft, &later).size(Size::Heading), Command::LeaveForLater),
        (Button::new(ButtonKind::Neutral, &leave).size(Size::Heading), Command::LeaveForGood),
    ];
    question_ui(ui, look, rect, &Question { salt: "leave", title: &title, body: &body, answers }, commands);
}
