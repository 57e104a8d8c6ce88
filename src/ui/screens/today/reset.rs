//! Beside the suggested session: two minutes on a chair, and breathing alone.

use egui::{Rect, Ui, vec2};

use super::{ResetCard, TodayView};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_ground, text_ui};
use crate::ui::{Breathing, Command, Look, Screen};

pub(super) fn reset_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &TodayView<'_>,
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let gap = look.pt(12.0);
    let is_column = rect.height() > look.pt(200.0);
    let halves = |rect: Rect| {
        if is_column {
            let (top, bottom) = rect.split_top_bottom_at_fraction(0.5);
            (top.with_max_y(top.bottom() - gap / 2.0), bottom.with_min_y(bottom.top() + gap / 2.0))
        } else {
            let (left, right) = rect.split_left_right_at_fraction(0.5);
            (left.with_max_x(left.right() - gap / 2.0), right.with_min_x(right.left() + gap / 2.0))
        }
    };
    let breathe_at = match view.record.reset {
        None => rect,
        Some(reset) => {
            let (place, below) = halves(rect);
            two_minutes_ui(ui, look, place, (reset, view), commands);
            below
        }
    };
    let (title, line) = (words.get("today-breathe"), words.get("today-breathe-line"));
    let (button, name) = (words.get("today-breathe-button"), words.get("today-breathe-name"));
    let card = Card { title: &title, line: &line, button: &button, name: &name };
    if card.show(ui, look, breathe_at, "breathe") {
        commands.push(Command::OpenScreen(Screen::Breathe));
    }
}

/// Two minutes on a chair: a routine, or calm breaths and why nothing else.
fn two_minutes_ui(
    ui: &Ui,
    look: &Look<'_>,
    place: Rect,
    (reset, view): (ResetCard, &TodayView<'_>),
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let title = words.get("today-reset");
    let (line, button, name, asked) = match reset {
        ResetCard::Routine(index) => {
            let Some(routine) = view.routines.get(index) else { return };
            let name = words.with("today-reset-name", &[("name", routine.name.into())]);
            let start = Command::StartRoutine(routine.id.to_owned());
            (routine.name.to_owned(), words.get("today-start"), name, start)
        }
        ResetCard::Breathe(why) => {
            let (button, name) = (words.get("today-reset-breathe"), words.get("today-reset-breathe-name"));
            (words.why_only_breath(why), button, name, Command::Breathe(Breathing::Reset))
        }
    };
    let card = Card { title: &title, line: &line, button: &button, name: &name };
    if card.show(ui, look, place, "reset") {
        commands.push(asked);
    }
}

/// A small card with one button.
struct Card<'a> {
    title: &'a str,
    line: &'a str,
    button: &'a str,
    name: &'a str,
}

impl Card<'_> {
    fn show(&self, ui: &Ui, look: &Look<'_>, rect: Rect, salt: &str) -> bool {
        let colors = &look.theme.colors;
        paint_ground(ui, look, rect, look.theme.metrics.radius.card);
        let inner = rect.shrink2(vec2(look.pt(20.0), look.pt(6.0)));
        let text = Text::new(self.line, look.font(Size::Small, Face::Regular), colors.quiet).rows(2);
        let is_long = text.galley(ui, vec2(inner.width(), f32::INFINITY)).rows.len() > 1;
        let (title, button) = (look.pt(26.0), look.pt(38.0));
        let (line, gap) = if is_long { (look.pt(38.0), look.pt(2.0)) } else { (look.pt(22.0), look.pt(8.0)) };
        let mut top = inner.top() + ((inner.height() - title - line - gap - button) / 2.0).max(0.0);
        let mut row = |height: f32| {
            let place = inner.with_min_y(top).with_max_y(top + height);
            top += height;
            place
        };
        let heading = Text::new(self.title, look.font(Size::Heading, Face::Bold), colors.ink).shrink(0.8);
        text_ui(ui, row(title), (salt, "title"), &heading);
        text_ui(ui, row(line), (salt, "line"), &text);
        row(gap);
        let place = row(button);
        let it = Button::new(ButtonKind::Soft, self.button).named(self.name);
        let place = place.with_max_x((place.left() + it.width(ui, look)).min(place.right()));
        it.show(ui, look, place, (salt, "button")).clicked()
    }
}
