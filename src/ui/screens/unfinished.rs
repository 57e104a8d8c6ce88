//! The card on Today that offers to go on with a session that was left.

use std::time::Duration;

use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::text::clock;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Look};

/// A session that was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnfinishedCard<'a> {
    /// Name of its routine.
    pub routine: &'a str,
    /// Where it was left.
    pub at: Duration,
}

/// How high the card is, in points at the size of the design.
pub(super) const HEIGHT: f32 = 84.0;

/// Puts the card at a place.
pub(super) fn unfinished_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    card: &UnfinishedCard<'_>,
    commands: &mut Vec<Command>,
) {
    let (colors, words) = (&look.theme.colors, look.words);
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    ui.painter().rect_filled(rect, corners, colors.card);
    ui.painter().rect_stroke(rect, corners, Stroke::new(look.pt(2.0), colors.teal), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(look.pt(22.0), look.pt(12.0)));
    let time = clock(card.at);
    let (go_on, let_go) = (words.get("unfinished-go-on"), words.get("unfinished-let-go"));
    let name = |key| words.with(key, &[("name", card.routine.into()), ("time", time.as_str().into())]);
    let (go_on_name, let_go_name) = (name("unfinished-go-on-name"), name("unfinished-let-go-name"));
    let go_on = Button::new(ButtonKind::Primary, &go_on)
        .with_icon(icons::PLAY)
        .size(Size::Heading)
        .named(&go_on_name);
    let let_go = Button::new(ButtonKind::Plain, &let_go).named(&let_go_name);
    let mut right = inner.right();
    let mut from_right = |width: f32, height: f32| {
        right -= width;
        let place = Rect::from_min_size(pos2(right, inner.center().y - height / 2.0), vec2(width, height));
        right -= look.pt(10.0);
        place
    };
    let go_on_place = from_right(go_on.width(ui, look), look.pt(52.0));
    let let_go_place = from_right(let_go.width(ui, look), look.pt(44.0));
    let (top, bottom) = inner.with_max_x(right - look.pt(6.0)).split_top_bottom_at_fraction(0.56);
    let title = words.with("unfinished-title", &[("name", card.routine.into())]);
    let text = Text::new(&title, look.font(Size::Heading, Face::Bold), colors.ink);
    text_ui(ui, top, "unfinished-title", &text);
    let line = words.with("unfinished-line", &[("time", time.as_str().into())]);
    let text = Text::new(&line, look.font(Size::Body, Face::Regular), colors.quiet);
    text_ui(ui, bottom, "unfinished-line", &text);
    if go_on.show(ui, look, go_on_place, "unfinished-go-on").clicked() {
        commands.push(Command::GoOnUnfinished);
    }
    if let_go.show(ui, look, let_go_place, "unfinished-let-go").clicked() {
        commands.push(Command::LetGoUnfinished);
    }
}
