//! Beside the suggested session: two minutes on a chair, and breathing alone.

use egui::{Rect, Ui, vec2};

use super::TodayView;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_ground, text_ui};
use crate::ui::{Command, Look, Screen};

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
    let reset = view.record.reset.and_then(|index| view.routines.get(index));
    let breathe_at = match reset {
        None => rect,
        Some(routine) => {
            let (place, below) = halves(rect);
            let (title, start) = (words.get("today-reset"), words.get("today-start"));
            let name = words.with("today-reset-name", &[("name", routine.name.into())]);
            let card = Card { title: &title, line: routine.name, button: &start, name: &name };
            if card.show(ui, look, place, "reset") {
                commands.push(Command::StartRoutine(routine.id.to_owned()));
            }
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
        let (title, line, button) = (look.pt(26.0), look.pt(22.0), look.pt(38.0));
        let gap = look.pt(8.0);
        let mut top = inner.top() + ((inner.height() - title - line - gap - button) / 2.0).max(0.0);
        let mut row = |height: f32| {
            let place = inner.with_min_y(top).with_max_y(top + height);
            top += height;
            place
        };
        let text = Text::new(self.title, look.font(Size::Heading, Face::Bold), colors.ink).shrink(0.8);
        text_ui(ui, row(title), (salt, "title"), &text);
        let text = Text::new(self.line, look.font(Size::Small, Face::Regular), colors.quiet);
        text_ui(ui, row(line), (salt, "line"), &text);
        row(gap);
        let place = row(button);
        let it = Button::new(ButtonKind::Soft, self.button).named(self.name);
        let place = place.with_max_x((place.left() + it.width(ui, look)).min(place.right()));
        it.show(ui, look, place, (salt, "button")).clicked()
    }
}
