//! A year of days: how much was done on each shows by size and shape, not by colour alone.

use egui::{
    Color32, CornerRadius, EventFilter, Key, Modifiers, Painter, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use jiff::civil::Date;

use super::ProgressView;
use super::card::{AROUND, KeyEntry, card_ui, key_ui};
use super::tip::tip_ui;
use super::top::chosen_routine;
use crate::history::chart::{cell, months, shade};
use crate::history::{Calendar, Day};
use crate::ui::Look;
use crate::ui::theme::{Face, Size, Theme};
use crate::ui::widgets::{Text, paint_focus};

/// How many weeks have room.
const WEEKS: f32 = 53.0;

/// Room for the names of the days and of the months, and for the key, in points of the design.
const NAMES: f32 = 42.0;
const MONTHS: f32 = 22.0;
const KEY: f32 = 32.0;

/// The side of a day's cell, on a card of this width.
fn cell_side(look: &Look<'_>, width: f32) -> f32 {
    (width - look.pt(40.0 + NAMES)) / WEEKS
}

/// How high the card is, of this width.
pub(super) fn height(look: &Look<'_>, width: f32) -> f32 {
    look.pt(AROUND + MONTHS + KEY) + 7.0 * cell_side(look, width)
}

/// Builds the card.
pub(super) fn calendar_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &ProgressView<'_>) {
    let words = look.words;
    let title = words.get("progress-calendar");
    let days = view.figures.days.into();
    let sentence = match chosen_routine(view) {
        Some(name) => words.with("progress-calendar-line-routine", &[("name", name.into()), ("n", days)]),
        None => words.with("progress-calendar-line", &[("n", days)]),
    };
    let body = card_ui(ui, look, rect, &title, &sentence);
    let builder = UiBuilder::new().max_rect(body).id_salt("calendar").accessibility_role(Role::Table);
    ui.scope_builder(builder.accessibility_label(format!("{title}. {sentence}")), |ui| {
        let side = cell_side(look, rect.width());
        let from = body.min + vec2(look.pt(NAMES), look.pt(MONTHS));
        let grid = Grid { from, side, days: &view.overview.calendar.days };
        names_ui(ui, look, &grid, &view.overview.calendar);
        let pointed = days_ui(ui, look, &grid, view.today);
        if let Some(day) = pointed.and_then(|index| grid.days.get(index).zip(Some(grid.place(index)))) {
            tip_ui(ui, look, day.1, &day_said(look, day.0, view.today));
        }
        let top = grid.from.y + 7.0 * side + look.pt(8.0);
        let row =
            Rect::from_min_size(pos2(grid.from.x, top), vec2(body.right() - grid.from.x, look.pt(22.0)));
        calendar_key_ui(ui, look, row);
    });
}

/// Where the days stand.
struct Grid<'a> {
    from: egui::Pos2,
    side: f32,
    days: &'a [Day],
}

impl Grid<'_> {
    fn place(&self, index: usize) -> Rect {
        let (week, day) = cell(index);
        let (week, day) = (week as f32, day as f32);
        Rect::from_min_size(self.from + vec2(week, day) * self.side, vec2(self.side, self.side))
    }

    fn all(&self) -> Rect {
        let weeks = self.days.len().div_ceil(7) as f32;
        Rect::from_min_size(self.from, vec2(weeks, 7.0) * self.side)
    }
}

/// Names of every other day at the left, and of the months above the weeks they begin in.
fn names_ui(ui: &Ui, look: &Look<'_>, grid: &Grid<'_>, calendar: &Calendar) {
    let font = look.font(Size::Small, Face::Regular);
    let quiet = look.theme.colors.quiet;
    for index in [0, 2, 4].into_iter().filter(|index| *index < grid.days.len()) {
        let cell = grid.place(index);
        let room = look.pt(18.0).max(cell.height());
        let row = Rect::from_center_size(cell.center(), vec2(0.0, room));
        let place =
            Rect::from_x_y_ranges(cell.left() - look.pt(NAMES)..=cell.left() - look.pt(6.0), row.y_range());
        let name = look.words.weekday_short(grid.days[index].date);
        Text::new(&name, font.clone(), quiet).shrink(0.8).paint(ui, place);
    }
    for (week, first) in months(calendar) {
        let name = look.words.month_short(first);
        let left = grid.from.x + grid.side * week as f32;
        let right = (left + look.pt(44.0)).min(grid.all().right() + look.pt(20.0));
        let place =
            Rect::from_x_y_ranges(left..=right, grid.from.y - look.pt(MONTHS)..=grid.from.y - look.pt(4.0));
        Text::new(&name, font.clone(), quiet).shrink(0.8).paint(ui, place);
    }
}

/// The days; returns the one the pointer or the keyboard is on.
fn days_ui(ui: &Ui, look: &Look<'_>, grid: &Grid<'_>, today: Date) -> Option<usize> {
    let all = grid.all();
    let whole = ui.interact(all, ui.scope_id().with("days"), Sense::click());
    let picked = keys(ui, &whole, grid);
    let name = look.words.get("progress-calendar-days");
    whole.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &name));
    if let Some(day) = picked.and_then(|index| grid.days.get(index)) {
        let said = day_said(look, day, today);
        ui.ctx().accesskit_node_builder(whole.id, |node| {
            node.set_value(said);
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
    paint_focus(ui, look, all, CornerRadius::same(4), &whole);
    let mut pointed = None;
    let shows = ui.is_rect_visible(all);
    for (index, day) in grid.days.iter().enumerate() {
        let place = grid.place(index);
        let response = ui.interact(place, ui.scope_id().with(("day", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, day_said(look, day, today)));
        if response.hovered() {
            pointed = Some(index);
        }
        if shows {
            paint_day(ui.painter(), look, place, shade(day), day.hurt);
        }
    }
    if let Some(index) = grid.days.iter().rposition(|day| day.date == today) {
        ring(ui, look, grid.place(index), look.theme.colors.ink);
    }
    let shown = pointed.or(picked);
    if let Some(index) = shown {
        ring(ui, look, grid.place(index).expand(look.pt(1.0)), look.theme.colors.focus);
    }
    shown
}

fn ring(ui: &Ui, look: &Look<'_>, place: Rect, color: Color32) {
    let corners = CornerRadius::same(look.pt(4.0) as u8);
    ui.painter().rect_stroke(place, corners, Stroke::new(look.pt(2.0), color), StrokeKind::Inside);
}

/// Walks over the days while the calendar has the focus; returns the day one is at.
fn keys(ui: &Ui, whole: &Response, grid: &Grid<'_>) -> Option<usize> {
    if !whole.has_focus() || grid.days.is_empty() {
        return None;
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(whole.id, filter));
    let last = grid.days.len() - 1;
    let before = ui.data(|data| data.get_temp::<usize>(whole.id)).unwrap_or(last).min(last);
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let back = pressed(Key::ArrowUp) + 7 * pressed(Key::ArrowLeft);
    let on = pressed(Key::ArrowDown) + 7 * pressed(Key::ArrowRight);
    let mut at = (before + on).min(last).saturating_sub(back);
    if pressed(Key::Home) > 0 {
        at = 0;
    }
    if pressed(Key::End) > 0 {
        at = last;
    }
    ui.data_mut(|data| data.insert_temp(whole.id, at));
    Some(at)
}

/// More is larger, squarer and darker; what hurt has a diamond at its corner.
fn paint_day(painter: &Painter, look: &Look<'_>, place: Rect, shade: u8, hurt: bool) {
    let colors = &look.theme.colors;
    let (center, side) = (place.center(), place.width());
    let square = |share: f32, depth: f32| {
        let place = Rect::from_center_size(center, vec2(side, side) * share);
        let color = Theme::blend(colors.card, colors.teal, depth);
        painter.rect_filled(place, CornerRadius::same((side * 0.16) as u8), color);
    };
    match shade {
        0 => {
            painter.circle_filled(center, side * 0.08, colors.edge);
        }
        1 => {
            painter.circle_filled(center, side * 0.22, Theme::blend(colors.card, colors.teal, 0.8));
        }
        2 => square(0.52, 0.8),
        3 => square(0.72, 0.9),
        _ => square(0.92, 1.0),
    }
    if hurt {
        // On small cells too it is large enough to be seen.
        let half = (side * 0.28).max(look.pt(4.0));
        diamond(painter, look, center + vec2(side, -side) * 0.24, half);
    }
}

fn diamond(painter: &Painter, look: &Look<'_>, center: egui::Pos2, half: f32) {
    let corners = [vec2(0.0, -half), vec2(half, 0.0), vec2(0.0, half), vec2(-half, 0.0)];
    let points = corners.map(|corner| center + corner).to_vec();
    let rim = Stroke::new(look.pt(1.5).min(half * 0.25), look.theme.colors.card);
    painter.add(Shape::convex_polygon(points, look.theme.colors.hurt, rim));
}

fn calendar_key_ui(ui: &Ui, look: &Look<'_>, row: Rect) {
    let words = look.words;
    let texts = [
        words.get("progress-calendar-under-5"),
        words.get("progress-calendar-under-10"),
        words.get("progress-calendar-under-20"),
        words.get("progress-calendar-more"),
    ];
    let signs = [1, 2, 3, 4]
        .map(|shade| move |ui: &Ui, place: Rect| paint_day(ui.painter(), look, place, shade, false));
    let (hurt, today) = (words.get("progress-calendar-hurt"), words.get("progress-calendar-today"));
    let hurt_sign = |ui: &Ui, place: Rect| diamond(ui.painter(), look, place.center(), place.width() * 0.36);
    let today_sign = |ui: &Ui, place: Rect| ring(ui, look, place, look.theme.colors.ink);
    let mut entries: Vec<KeyEntry<'_>> =
        texts.iter().zip(&signs).map(|(text, sign)| KeyEntry { text, sign }).collect();
    entries.push(KeyEntry { text: &hurt, sign: &hurt_sign });
    entries.push(KeyEntry { text: &today, sign: &today_sign });
    key_ui(ui, look, row, "calendar-key", &entries);
}

/// A day in words.
pub(super) fn day_said(look: &Look<'_>, day: &Day, today: Date) -> String {
    let words = look.words;
    let date = words.day_seen_first(day.date, today);
    if day.sessions == 0 {
        return words.with("progress-day-none", &[("date", date.into())]);
    }
    let time = words.length(day.done_ms);
    let key = if day.hurt { "progress-day-hurt" } else { "progress-day" };
    words.with(key, &[("date", date.into()), ("time", time.into()), ("n", day.sessions.into())])
}
