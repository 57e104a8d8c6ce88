//! The week at a glance: seven days, each with a mark that differs in shape and in colour. The whole
//! of it is one button that leads to Progress.

use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use crate::history::{AimWeek, WeekDay};
use crate::model::Plan;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Text, paint_focus};
use crate::ui::{Command, Look, Screen};

/// How wide it is, in points of the design.
pub(super) const WIDTH: f32 = 268.0;

pub(super) fn week_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    (week, plan, today): (&AimWeek, &Plan, Date),
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    let response = ui.interact(rect, ui.scope_id().with("week"), Sense::click());
    let said = look.words.week_said(week, plan, today);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8);
    if response.hovered() {
        ui.painter().rect_filled(rect.expand(look.pt(6.0)), corners, colors.soft);
    }
    paint_focus(ui, look, rect.expand(look.pt(4.0)), corners, &response);
    let ink = if response.hovered() { colors.on_soft } else { colors.quiet };
    let cell = rect.width() / 7.0;
    for (index, day) in week.days.iter().enumerate() {
        let left = rect.left() + cell * index as f32;
        let column = Rect::from_min_size(pos2(left, rect.top()), vec2(cell, rect.height()));
        mark(ui, look, column.with_max_y(rect.top() + look.pt(26.0)), day, today);
        let name = look.words.weekday_short(day.date);
        let face = if day.date == today { Face::Bold } else { Face::Regular };
        let row = column.with_min_y(rect.top() + look.pt(27.0)).with_max_y(rect.top() + look.pt(45.0));
        Text::new(&name, look.font(Size::Small, face), ink)
            .align(Align2::CENTER_CENTER)
            .shrink(0.7)
            .paint(ui, row);
    }
    let sum = look.words.week_sum(week, plan);
    Text::new(&sum, look.font(Size::Small, Face::Regular), ink)
        .align(Align2::CENTER_CENTER)
        .shrink(0.7)
        .paint(ui, rect.with_min_y(rect.top() + look.pt(46.0)));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        commands.push(Command::OpenScreen(Screen::Progress));
    }
}

/// A tick on a disc where something was done, a ring where something is planned, a small bar for a
/// day that is over, a dot for one to come; today has a square around it.
fn mark(ui: &Ui, look: &Look<'_>, rect: Rect, day: &WeekDay, today: Date) {
    let (colors, painter, center) = (&look.theme.colors, ui.painter(), rect.center());
    let radius = look.pt(10.0);
    if day.date == today {
        let place = Rect::from_center_size(center, vec2(2.0, 2.0) * look.pt(12.5));
        let stroke = Stroke::new(look.pt(1.5), colors.teal);
        painter.rect_stroke(place, CornerRadius::same(look.pt(7.0) as u8), stroke, egui::StrokeKind::Inside);
    }
    if day.sessions > 0 {
        painter.circle_filled(center, radius, colors.teal);
        let place = Rect::from_center_size(center, vec2(2.0, 2.0) * radius);
        Text::new(icons::CHECK.encode_utf8(&mut [0; 4]), look.font(Size::Small, Face::Icons), colors.on_teal)
            .align(Align2::CENTER_CENTER)
            .paint(ui, place);
    } else if day.is_planned && day.date >= today {
        painter.circle_stroke(center, look.pt(7.0), Stroke::new(look.pt(2.0), colors.teal));
    } else if day.date < today {
        let bar = Rect::from_center_size(center, vec2(look.pt(10.0), look.pt(2.5)));
        painter.rect_filled(bar, CornerRadius::same(1), colors.quiet);
    } else {
        painter.circle_filled(center, look.pt(2.5), colors.quiet);
    }
}
