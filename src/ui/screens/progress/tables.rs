//! The figures as tables: a row for each of their marks, in columns for the eye and in words for a
//! screen reader. Only what shows is built.

use egui::{Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::ProgressView;
use super::calendar::day_said;
use super::card::card_ui;
use super::overview::time_said;
use super::pain::{dot_said, pain_figure};
use super::weeks::bar_said;
use crate::history::Day;
use crate::history::chart::{Bar, Dot};
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, paint_focus, text_ui};

/// How high a row and the heading are, in points of the design.
const ROW: f32 = 28.0;
const HEAD: f32 = 26.0;

/// Columns are no further apart than on a table of this width, in points of the design.
const WIDEST: f32 = 680.0;

/// Which figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Days,
    Weeks,
    Pain,
}

/// A column: message key of its heading, and share of the width.
type Column = (&'static str, f32);

const DAYS: [Column; 4] = [
    ("progress-table-day", 0.4),
    ("progress-col-times", 0.18),
    ("progress-col-time", 0.18),
    ("progress-col-hurt", 0.24),
];

const WEEKS: [Column; 6] = [
    ("progress-table-week", 0.27),
    ("progress-table-days-count", 0.11),
    ("progress-col-time", 0.17),
    ("progress-kind-mobility", 0.15),
    ("progress-kind-strength", 0.15),
    ("progress-kind-breath", 0.15),
];

const PAIN: [Column; 4] = [
    ("progress-table-when", 0.46),
    ("progress-col-times", 0.18),
    ("progress-table-before", 0.18),
    ("progress-table-after", 0.18),
];

/// A row: in words, and by columns.
struct Row {
    said: String,
    cells: Vec<String>,
}

/// Builds a table on a card of its own.
pub(super) fn table_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, table: Table, view: &ProgressView<'_>) {
    let words = look.words;
    let (bars, dots) = (&view.figures.weeks.bars, &view.figures.pain.dots);
    let (title, line) = match table {
        Table::Days => ("progress-calendar", "progress-table-days"),
        Table::Weeks if bars.iter().any(|bar| bar.weeks > 1) => {
            ("progress-weeks", "progress-table-weeks-some")
        }
        Table::Weeks => ("progress-weeks", "progress-table-weeks"),
        Table::Pain => ("progress-pain", "progress-table-pain"),
    };
    let (title, line) = (words.get(title), words.get(line));
    let body = card_ui(ui, look, rect, &title, &line);
    match table {
        Table::Days => {
            let days: Vec<&Day> =
                view.overview.calendar.days.iter().rev().filter(|day| day.sessions > 0).collect();
            rows_ui(ui, look, body, (&title, &DAYS), days.len(), |index| day_row(look, days[index], view));
        }
        Table::Weeks => rows_ui(ui, look, body, (&title, &WEEKS), bars.len(), |index| {
            week_row(look, &bars[bars.len() - 1 - index], view)
        }),
        Table::Pain => rows_ui(ui, look, body, (&title, &PAIN), dots.len(), |index| {
            pain_row(look, &dots[dots.len() - 1 - index], view)
        }),
    }
}

fn day_row(look: &Look<'_>, day: &Day, view: &ProgressView<'_>) -> Row {
    let hurt = if day.hurt { look.words.get("progress-calendar-hurt") } else { String::new() };
    let date = look.words.day_seen_first(day.date, view.today);
    let cells = vec![date, day.sessions.to_string(), time_said(look, day.done_ms), hurt];
    Row { said: day_said(look, day, view.today), cells }
}

fn week_row(look: &Look<'_>, bar: &Bar, view: &ProgressView<'_>) -> Row {
    let first = look.words.date_short_seen(bar.first, view.today);
    let name = if bar.weeks == 1 {
        first
    } else {
        let last = look.words.date_short_seen(bar.last, view.today);
        look.words.with("progress-table-from-to", &[("from", first.into()), ("to", last.into())])
    };
    let time = |minutes: f64| match minutes {
        0.0 => String::new(),
        _ => time_said(look, (minutes * 60_000.0).round() as u64),
    };
    let mut cells = vec![name, bar.days.to_string(), time(bar.total())];
    cells.extend(bar.minutes.map(time));
    Row { said: bar_said(look, bar), cells }
}

fn pain_row(look: &Look<'_>, dot: &Dot, view: &ProgressView<'_>) -> Row {
    let name = if dot.first == dot.last {
        look.words.day_seen_first(dot.first, view.today)
    } else {
        let day = |date| look.words.date_short_seen(date, view.today);
        let (from, to) = (day(dot.first), day(dot.last));
        look.words.with("progress-table-from-to", &[("from", from.into()), ("to", to.into())])
    };
    let figure = |pain: Option<f32>| pain.map(pain_figure).unwrap_or_default();
    let cells = vec![name, dot.sessions.to_string(), figure(dot.before), figure(dot.after)];
    Row { said: dot_said(look, dot, view.today), cells }
}

/// The columns of a row.
fn cells<'a>(look: &'a Look<'_>, row: Rect, columns: &'a [Column]) -> impl Iterator<Item = Rect> + 'a {
    let width = row.width().min(look.pt(WIDEST));
    columns.iter().scan(row.left(), move |left, (_, share)| {
        let cell = Rect::from_min_size(pos2(*left, row.top()), vec2(width * share, row.height()));
        *left = cell.right();
        Some(cell.with_max_x(cell.right() - look.pt(8.0)))
    })
}

/// A heading, and the rows that show.
fn rows_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    body: Rect,
    (name, columns): (&str, &[Column]),
    count: usize,
    row: impl Fn(usize) -> Row,
) {
    let builder = UiBuilder::new().max_rect(body).id_salt(("table", name));
    ui.scope_builder(builder.accessibility_role(Role::Table).accessibility_label(name), |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        let colors = &look.theme.colors;
        let width = body.width() - look.pt(12.0);
        let (head, _) = ui.allocate_exact_size(vec2(width, look.pt(HEAD)), Sense::hover());
        for ((key, _), cell) in columns.iter().zip(cells(look, head, columns)) {
            let words = look.words.get(key);
            let text = Text::new(&words, look.font(Size::Small, Face::SemiBold), colors.quiet).shrink(0.7);
            text_ui(ui, cell, (name, *key), &text);
        }
        let height = look.pt(ROW);
        ScrollArea::vertical().id_salt(name).auto_shrink(false).show_rows(ui, height, count, |ui, shown| {
            for index in shown {
                // The keyboard scrolls the table by walking over its rows.
                let (place, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                let sense = Sense::focusable_noninteractive();
                let response = ui.interact(place, ui.scope_id().with(("row", index)), sense);
                let row = row(index);
                response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &row.said));
                for (words, cell) in row.cells.iter().zip(cells(look, place, columns)) {
                    let font = look.font(Size::Body, Face::Numerals);
                    Text::new(words, font, colors.ink).shrink(0.7).paint(ui, cell);
                }
                paint_focus(ui, look, place.shrink(3.0), egui::CornerRadius::same(4), &response);
            }
        });
    });
}
