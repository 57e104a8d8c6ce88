//! How this week stands: a mark for each day, and what it comes to in words.

use egui::{Align2, Rect, Role, Sense, Stroke, WidgetInfo, vec2};

use super::super::ProgressView;
use crate::history::{AimWeek, WeekDay};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Form, Text};

pub(super) fn week_ui(form: &mut Form<'_, '_>, view: &ProgressView<'_>, week: &AimWeek) {
    let look = form.look;
    form.heading(&look.words.get("plan-week"));
    let said = said(form, view, week);
    let row = form.row(58.0);
    let response = form.ui.interact(row, form.ui.scope_id().with("plan-week"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    let width = (row.width() / 7.0).min(look.pt(64.0));
    for (index, day) in week.days.iter().enumerate() {
        let left = row.left() + width * index as f32;
        let cell = Rect::from_min_size(egui::pos2(left, row.top()), vec2(width, row.height()));
        day_ui(form, cell, day, day.date == view.today);
    }
    form.gap(4.0);
    let color = look.theme.colors.ink;
    form.words(&said, Size::Body, Face::Regular, color);
}

fn said(form: &Form<'_, '_>, view: &ProgressView<'_>, week: &AimWeek) -> String {
    let (words, plan) = (form.look.words, view.plan);
    let (done, minutes) = (week.done_days, words.minutes(week.done_ms));
    if !plan.has_aim() {
        return words.with("plan-week-free", &[("done", done.into()), ("minutes", minutes.into())]);
    }
    if done == 0 {
        return words.with("plan-week-begins", &[("days", plan.days.into())]);
    }
    if done >= plan.days {
        return words.with("plan-week-reached", &[("done", done.into()), ("minutes", minutes.into())]);
    }
    words.with(
        "plan-week-of-aim",
        &[("done", done.into()), ("days", plan.days.into()), ("minutes", minutes.into())],
    )
}

/// A ring for a day to come or gone, filled and ticked where something was done.
fn day_ui(form: &Form<'_, '_>, cell: Rect, day: &WeekDay, is_today: bool) {
    let (ui, look, colors) = (&*form.ui, form.look, &form.look.theme.colors);
    let (ink, face) = if is_today { (colors.ink, Face::Bold) } else { (colors.quiet, Face::Regular) };
    let name = look.words.weekday_short(day.date);
    let label = cell.with_min_y(cell.bottom() - look.pt(24.0));
    Text::new(&name, look.font(Size::Small, face), ink).align(Align2::CENTER_CENTER).paint(ui, label);
    let middle = egui::pos2(cell.center().x, cell.top() + look.pt(17.0));
    let radius = look.pt(12.0);
    if day.sessions == 0 {
        let edge = if is_today { colors.ink } else { colors.edge };
        ui.painter().circle_stroke(middle, radius, Stroke::new(look.pt(1.5), edge));
        return;
    }
    ui.painter().circle_filled(middle, radius, colors.teal);
    let mut glyph = [0; 4];
    Text::new(icons::CHECK.encode_utf8(&mut glyph), look.font(Size::Body, Face::Icons), colors.on_teal)
        .align(Align2::CENTER_CENTER)
        .paint(ui, Rect::from_center_size(middle, vec2(radius, radius) * 2.0));
}
