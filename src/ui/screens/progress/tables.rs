//! The figures as tables: a row of words for each of their marks. Only what shows is built.

use egui::{Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::ProgressView;
use super::calendar::day_said;
use super::card::card_ui;
use super::pain::dot_said;
use super::weeks::bar_said;
use crate::history::Day;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, paint_focus};

/// How high a row is, in points of the design.
const ROW: f32 = 28.0;

/// Which figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Days,
    Weeks,
    Pain,
}

/// Builds a table on a card of its own.
pub(super) fn table_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, table: Table, view: &ProgressView<'_>) {
    let words = look.words;
    let (title, line) = match table {
        Table::Days => ("progress-calendar", "progress-table-days"),
        Table::Weeks => ("progress-weeks", "progress-table-weeks"),
        Table::Pain => ("progress-pain", "progress-table-pain"),
    };
    let (title, line) = (words.get(title), words.get(line));
    let body = card_ui(ui, look, rect, &title, &line);
    match table {
        Table::Days => {
            let days: Vec<&Day> =
                view.overview.calendar.days.iter().rev().filter(|day| day.sessions > 0).collect();
            rows_ui(ui, look, body, &title, days.len(), |index| day_said(look, days[index], view.today));
        }
        Table::Weeks => {
            let bars = &view.figures.weeks.bars;
            let of = |index: usize| bar_said(look, &bars[bars.len() - 1 - index]);
            rows_ui(ui, look, body, &title, bars.len(), of);
        }
        Table::Pain => {
            let dots = &view.figures.pain.dots;
            let of = |index: usize| dot_said(look, &dots[dots.len() - 1 - index], view.today);
            rows_ui(ui, look, body, &title, dots.len(), of);
        }
    }
}

/// Rows of words, as many as show.
fn rows_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    body: Rect,
    name: &str,
    count: usize,
    row: impl Fn(usize) -> String,
) {
    let builder = UiBuilder::new().max_rect(body).id_salt(("table", name));
    ui.scope_builder(builder.accessibility_role(Role::Table).accessibility_label(name), |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        let height = look.pt(ROW);
        ScrollArea::vertical().id_salt(name).auto_shrink(false).show_rows(ui, height, count, |ui, shown| {
            for index in shown {
                let size = vec2(body.width() - look.pt(12.0), height);
                // The keyboard scrolls the table by walking over its rows.
                let (place, _) = ui.allocate_exact_size(size, Sense::hover());
                let sense = Sense::focusable_noninteractive();
                let response = ui.interact(place, ui.scope_id().with(("row", index)), sense);
                let words = row(index);
                response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &words));
                let font = look.font(Size::Body, Face::Regular);
                Text::new(&words, font, look.theme.colors.ink).shrink(0.7).paint(ui, place);
                paint_focus(ui, look, place.shrink(3.0), egui::CornerRadius::same(4), &response);
            }
        });
    });
}
