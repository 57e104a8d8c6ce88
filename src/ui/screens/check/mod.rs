//! Before a session: how does the back feel? Answered with one key, or not at all.

mod advice;
mod asked;
mod keys;
mod layout;

use egui::{Align2, Key, Rect, Ui, pos2, vec2};

pub use self::advice::AdviceView;
pub(super) use self::advice::{advice_height, advice_ui};
pub(super) use self::asked::{AskedNumber, EFFORT, PAIN};
pub(super) use self::keys::{pain_told, pressed};
use self::layout::Layout;
use super::player::safety_panel_ui;
use super::safety::SafetyView;
use crate::model::Feeling;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{
    BodyMapView, Button, ButtonKind, OnBody, Text, body_map_ui, paint_ground, switch_ui, switch_width,
    text_ui,
};
use crate::ui::{Checking, Command, Look};

/// What is shown before a session.
#[derive(Clone, Copy, Debug)]
pub struct CheckInView<'a> {
    /// Name of what is about to begin.
    pub name: &'a str,
    /// What was told so far.
    pub feeling: &'a Feeling,
    /// The body.
    pub map: BodyMapView<'a>,
    /// Whether it is asked before sessions.
    pub asks: bool,
    /// What speaks against a session now.
    pub advice: Option<AdviceView<'a>>,
    /// When to stop and whom to ask, where it is looked up.
    pub safety: Option<SafetyView<'a>>,
}

/// Builds the screen over a rectangle.
pub fn check_in_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &CheckInView<'_>,
    commands: &mut Vec<Command>,
) {
    take_keys(ui, view, commands);
    let layout = Layout::new(look, rect, view.advice.is_some());
    header_ui(ui, look, layout.header, view, commands);
    if let Some(safety) = view.safety {
        return safety_panel_ui(ui, look, layout.below, safety, commands);
    }
    paint_ground(ui, look, layout.card, look.theme.metrics.radius.card);
    let title = look.words.get("check-before");
    let text = Text::new(&title, look.font(Size::Title, Face::Bold), look.theme.colors.ink).shrink(0.7);
    let width = text.galley(ui, layout.title.size()).size().x;
    let question = text_ui(ui, layout.title, "check-before", &text.live()).id;
    if view.advice.is_none() {
        way_on_ui(ui, look, layout.title.with_min_x(layout.title.left() + width + look.pt(16.0)));
    }
    PAIN.show(ui, look, layout.pain, question, view.feeling.pain, commands);
    map_ui(ui, look, layout.map, &view.map, commands);
    if let Some((advice, place)) = view.advice.zip(layout.advice) {
        advice_ui(ui, look, place, &advice);
    }
    footer_ui(ui, look, layout.footer, view, commands);
    commands.extend(pain_told(ui, view.feeling.pain).map(Command::Check));
}

/// Quietly beside the question: it need not be answered.
fn way_on_ui(ui: &Ui, look: &Look<'_>, rect: Rect) {
    let words = look.words.get("check-way-on");
    let text = Text::new(&words, look.font(Size::Small, Face::Regular), look.theme.colors.quiet);
    text_ui(ui, rect, "check-way-on", &text.align(Align2::RIGHT_CENTER).rows(2).shrink(0.84));
}

/// The body, on both sides of a session.
pub(super) fn map_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &BodyMapView<'_>,
    commands: &mut Vec<Command>,
) {
    match body_map_ui(ui, look, rect, "body", view) {
        Some(OnBody::Spot(spot)) => commands.push(Command::Check(Checking::Spot(spot))),
        Some(OnBody::Turn) => commands.push(Command::Check(Checking::Turn)),
        None => {}
    }
}

fn take_keys(ui: &Ui, view: &CheckInView<'_>, commands: &mut Vec<Command>) {
    if pressed(ui, Key::S) {
        commands.push(Command::ToggleSafety);
    }
    if pressed(ui, Key::Escape) {
        let closes = view.safety.is_some();
        commands.push(if closes { Command::ToggleSafety } else { Command::Check(Checking::Back) });
    }
    if view.safety.is_some() {
        return;
    }
    let is_free = ui.memory(|memory| memory.focused().is_none());
    if is_free && (pressed(ui, Key::Enter) || pressed(ui, Key::Space)) {
        commands.push(Command::Check(main(view)));
    }
}

/// What the main button does: what the advice says, where there is some.
fn main(view: &CheckInView<'_>) -> Checking {
    if view.advice.is_some() { Checking::BreatheInstead } else { Checking::Begin }
}

fn header_ui(ui: &Ui, look: &Look<'_>, row: Rect, view: &CheckInView<'_>, commands: &mut Vec<Command>) {
    let (words, colors) = (look.words, &look.theme.colors);
    let (back, signs) = (words.get("check-back"), words.get("check-signs"));
    let back = Button::new(ButtonKind::Plain, &back).with_icon(icons::LEAVE);
    let place = row.with_max_x(row.left() + back.width(ui, look));
    if back.show(ui, look, place, "back").clicked() {
        commands.push(Command::Check(Checking::Back));
    }
    let signs = Button::new(ButtonKind::Plain, &signs).with_icon(icons::SAFETY);
    let right = row.with_min_x(row.right() - signs.width(ui, look));
    if signs.show(ui, look, right, "signs").clicked() {
        commands.push(Command::ToggleSafety);
    }
    let between = place.right().max(row.left()) + look.pt(12.0)..=right.left() - look.pt(12.0);
    let text = Text::new(view.name, look.font(Size::Body, Face::SemiBold), colors.quiet);
    let place = Rect::from_x_y_ranges(between, row.y_range());
    text_ui(ui, place, "name", &text.align(Align2::CENTER_CENTER));
}

/// At the left whether to ask, at the right what now.
fn footer_ui(ui: &Ui, look: &Look<'_>, row: Rect, view: &CheckInView<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let [start, skip, breathe, anyway] =
        ["check-start", "check-skip", "check-breathe", "check-anyway"].map(|key| words.get(key));
    let buttons = if view.advice.is_some() {
        [
            (Button::new(ButtonKind::Primary, &breathe).with_icon(icons::BREATHE), main(view)),
            (Button::new(ButtonKind::Neutral, &anyway), Checking::BeginAnyway),
        ]
    } else {
        [
            (Button::new(ButtonKind::Primary, &start).with_icon(icons::PLAY), main(view)),
            (Button::new(ButtonKind::Plain, &skip), Checking::Skip),
        ]
    };
    let mut right = row.right();
    for (index, (button, asked)) in buttons.into_iter().enumerate() {
        let button = button.size(Size::Heading);
        let width = button.width(ui, look);
        let place = Rect::from_min_size(pos2(right - width, row.top()), vec2(width, row.height()));
        if button.show(ui, look, place, ("answer", index)).clicked() {
            commands.push(Command::Check(asked));
        }
        right = place.left() - look.pt(12.0);
    }
    let name = words.get("check-ask");
    let width = switch_width(ui, look, &name).min(right - row.left() - look.pt(8.0));
    let place = row.with_max_x(row.left() + width);
    if switch_ui(ui, look, place, "ask", &name, view.asks) {
        commands.push(Command::Check(Checking::AskBefore(!view.asks)));
    }
}
