//! The greeting, what is planned today, and the week.

use egui::{Rect, Ui};

use super::{TodayView, week};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, text_ui};
use crate::ui::{Command, Look};

pub(super) fn top_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &TodayView<'_>,
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    let key = match view.hour {
        5..=11 => "today-morning",
        12..=17 => "today-afternoon",
        18..=21 => "today-evening",
        _ => "today-night",
    };
    let mut words = rect;
    if let Some((week, plan)) = view.record.week {
        let place = rect.with_min_x(rect.right() - look.pt(week::WIDTH));
        week::week_ui(ui, look, place, (week, plan, view.record.today), commands);
        words.max.x = place.left() - look.pt(16.0);
    }
    let (top, bottom) = words.split_top_bottom_at_fraction(0.62);
    let greeting = look.words.get(key);
    let text = Text::new(&greeting, look.font(Size::Title, Face::Bold), colors.ink).shrink(0.7);
    text_ui(ui, top, "today-greeting", &text);
    let line = line(look, view);
    let text = Text::new(&line, look.font(Size::Body, Face::Regular), colors.quiet);
    text_ui(ui, bottom, "today-line", &text);
}

/// What is planned today, or else a word to begin with.
fn line(look: &Look<'_>, view: &TodayView<'_>) -> String {
    let Some(planned) = view.record.planned else { return look.words.get("today-line") };
    let time = look.words.hour_and_minute(planned.hour, planned.minute);
    if planned.routine.is_empty() {
        return look.words.with("today-planned", &[("time", time.into())]);
    }
    let name = planned.routine;
    look.words.with("today-planned-routine", &[("time", time.into()), ("name", name.into())])
}
