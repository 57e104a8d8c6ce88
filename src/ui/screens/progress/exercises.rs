//! Exercise by exercise: how often, how long, left against right, and what hurt.

use egui::{
    Align2, Color32, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::ProgressView;
use super::course::{self, course_ui};
use super::overview::time_said;
use super::row_ground::paint_row_ground;
use super::tip::tip_ui;
use crate::history::ExerciseLine;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Text, text_ui};
use crate::ui::{Command, Look, Progressing};

/// Heights of a row and of the heading, in points of the design.
const ROW: f32 = 54.0;
const HEAD: f32 = 30.0;

/// The columns: message key of the heading, and share of the width.
const COLUMNS: [(&str, f32); 7] = [
    ("progress-col-exercise", 0.25),
    ("progress-col-times", 0.10),
    ("progress-col-time", 0.13),
    ("progress-col-sides", 0.19),
    ("progress-col-hurt", 0.09),
    ("progress-col-skipped", 0.12),
    ("progress-col-last", 0.12),
];

/// Room at the right for the sign that a row opens, in points of the design.
const OPENS: f32 = 26.0;

/// The columns of a row.
fn cells(look: &Look<'_>, row: Rect) -> [Rect; 7] {
    let row = row.with_max_x(row.right() - look.pt(OPENS));
    let mut left = row.left();
    COLUMNS.map(|(_, share)| {
        let cell = Rect::from_min_size(pos2(left, row.top()), vec2(row.width() * share, row.height()));
        left = cell.right();
        cell.with_max_x(cell.right() - look.pt(8.0))
    })
}

/// Builds the part over a rectangle.
pub(super) fn exercises_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) {
    let margin = look.pt(32.0);
    let inner = rect.shrink2(vec2(margin, 0.0));
    let lines = &view.overview.exercises;
    if lines.is_empty() {
        let words = look.words.get("progress-nothing");
        let text = Text::new(&words, look.font(Size::Body, Face::Regular), look.theme.colors.quiet);
        text_ui(ui, inner.with_max_y(inner.top() + look.pt(30.0)), "exercises-none", &text);
        return;
    }
    let head = inner.with_max_y(inner.top() + look.pt(HEAD)).shrink2(vec2(look.pt(16.0), 0.0));
    for ((key, _), cell) in COLUMNS.iter().zip(cells(look, head)) {
        let words = look.words.get(key);
        let text = Text::new(&words, look.font(Size::Small, Face::SemiBold), look.theme.colors.quiet);
        text_ui(ui, cell, *key, &text.shrink(0.7));
    }
    let below = rect.with_min_y(head.bottom());
    let builder = UiBuilder::new().max_rect(below).id_salt("progress-exercises");
    let name = look.words.get("progress-exercises-name");
    ui.scope_builder(builder.accessibility_role(Role::List).accessibility_label(name), |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, shown| {
            rows_ui(ui, look, below.width(), shown, view, commands);
        });
    });
}

/// The rows that show, and one to either side, so that the keyboard can go on to them.
fn rows_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    width: f32,
    shown: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) {
    let lines = &view.overview.exercises;
    let open = view.exercise.and_then(|id| lines.iter().position(|line| line.id == id));
    let more = open.map_or(0.0, |index| look.pt(course::height(view, &lines[index])));
    let row = look.pt(ROW);
    let height = row * lines.len() as f32 + more + look.pt(20.0);
    let (all, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let inner = all.shrink2(vec2(look.pt(32.0), 0.0));
    for (index, line) in lines.iter().enumerate() {
        let after = if open.is_some_and(|open| index > open) { more } else { 0.0 };
        let top = row * index as f32 + after;
        let is_open = open == Some(index);
        let bottom = top + row + if is_open { more } else { 0.0 };
        if bottom < shown.top() - row || top > shown.bottom() + row {
            continue;
        }
        let place = Rect::from_min_size(pos2(inner.left(), inner.top() + top), vec2(inner.width(), row));
        if is_open {
            let ground = place.with_max_y(place.bottom() + more).shrink2(vec2(0.0, look.pt(2.0)));
            let corners = CornerRadius::same(look.pt(12.0) as u8);
            let edge = Stroke::new(1.0, look.theme.colors.line);
            ui.painter().rect(ground, corners, look.theme.colors.card, edge, StrokeKind::Inside);
        }
        if row_ui(ui, look, place, view, line, is_open) {
            let asked = (!is_open).then(|| line.id.clone());
            commands.push(Command::Progress(Progressing::Exercise(asked)));
        }
        if is_open {
            let below = Rect::from_min_size(place.left_bottom(), vec2(place.width(), more));
            course_ui(ui, look, below.shrink2(vec2(0.0, look.pt(4.0))), view, line, commands);
        }
    }
}

/// A row; true when it was pressed.
fn row_ui(
    ui: &Ui,
    look: &Look<'_>,
    place: Rect,
    view: &ProgressView<'_>,
    line: &ExerciseLine,
    is_open: bool,
) -> bool {
    let colors = &look.theme.colors;
    let place = place.shrink2(vec2(0.0, look.pt(2.0)));
    let response = ui.interact(place, ui.scope_id().with(("exercise", &line.id)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, line_said(look, view, line)));
    paint_row_ground(ui, look, place, &response, is_open);
    if ui.is_rect_visible(place) {
        let row = place.shrink2(vec2(look.pt(16.0), 0.0));
        paint_cells(ui, look, row, view, line);
        let sign = if is_open { icons::UP } else { icons::OPENS };
        paint_icon(ui, look, row.with_min_x(row.right() - look.pt(20.0)), sign, colors.quiet);
        let hurt = cells(look, row)[4];
        let is_asked = response.has_focus() || response.hover_pos().is_some_and(|at| hurt.contains(at));
        if line.hurt > 0 && is_asked {
            let is_out = course::is_hurting(view, line);
            let key = if is_out { "progress-hurt-left-out" } else { "progress-hurt-reviewed" };
            tip_ui(ui, look, hurt.shrink2(vec2(0.0, look.pt(12.0))), &look.words.get(key));
        }
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn paint_cells(ui: &Ui, look: &Look<'_>, row: Rect, view: &ProgressView<'_>, line: &ExerciseLine) {
    let colors = &look.theme.colors;
    let [name, times, time, sides, hurt, skipped, last] = cells(look, row);
    let body = |face| look.font(Size::Body, face);
    let put = |cell: Rect, words: &str, color| {
        Text::new(words, body(Face::Numerals), color).shrink(0.75).paint(ui, cell);
    };
    Text::new(&line.name, body(Face::SemiBold), colors.ink).rows(2).shrink(0.85).paint(ui, name);
    put(times, &look.words.with("progress-times", &[("n", line.sessions.into())]), colors.ink);
    put(time, &time_said(look, line.done_ms), colors.ink);
    if line.left_ms + line.right_ms > 0 {
        paint_sides(ui, look, sides, line);
    }
    if line.hurt > 0 {
        let sign = if course::is_hurting(view, line) { icons::HURTS } else { icons::CHECK };
        let icon = hurt.with_max_x(hurt.left() + look.pt(22.0));
        paint_icon(ui, look, icon, sign, colors.hurt);
        let figure = look.words.with("progress-times", &[("n", line.hurt.into())]);
        put(hurt.with_min_x(icon.right() + look.pt(2.0)), &figure, colors.hurt);
    }
    if line.skipped > 0 {
        put(skipped, &look.words.with("progress-times", &[("n", line.skipped.into())]), colors.quiet);
    }
    put(last, &look.words.date_short_seen(line.last, view.today), colors.quiet);
}

fn paint_icon(ui: &Ui, look: &Look<'_>, place: Rect, sign: char, color: Color32) {
    let mut glyph = [0; 4];
    Text::new(sign.encode_utf8(&mut glyph), look.font_of(look.pt(18.0), Face::Icons), color).paint(ui, place);
}

/// Two bars on one another, with their figures: left above right.
fn paint_sides(ui: &Ui, look: &Look<'_>, cell: Rect, line: &ExerciseLine) {
    let colors = &look.theme.colors;
    let most = line.left_ms.max(line.right_ms).max(1) as f32;
    let figure = look.pt(66.0).min(cell.width() * 0.55);
    let letter = look.pt(16.0);
    let room = cell.width() - figure - letter - look.pt(6.0);
    let sides = [("progress-left-letter", line.left_ms), ("progress-right-letter", line.right_ms)];
    for (index, (key, ms)) in sides.into_iter().enumerate() {
        let height = look.pt(20.0);
        let middle = cell.center().y + height * (index as f32 - 0.5);
        let row = Rect::from_center_size(pos2(cell.center().x, middle), vec2(cell.width(), height));
        let words = look.words.get(key);
        let font = look.font(Size::Small, Face::SemiBold);
        Text::new(&words, font, colors.quiet).paint(ui, row.with_max_x(row.left() + letter));
        let bar = Rect::from_min_size(
            pos2(row.left() + letter, row.center().y - look.pt(5.0)),
            vec2((room * ms as f32 / most).max(1.0), look.pt(10.0)),
        );
        if index == 0 {
            ui.painter().rect_filled(bar, CornerRadius::same(3), colors.kind_mobility);
        } else {
            let edge = Stroke::new(look.pt(2.0), colors.kind_mobility);
            ui.painter().rect_stroke(bar, CornerRadius::same(3), edge, StrokeKind::Inside);
        }
        let time = time_said(look, ms);
        Text::new(&time, look.font(Size::Small, Face::Numerals), colors.ink)
            .align(Align2::RIGHT_CENTER)
            .shrink(0.7)
            .paint(ui, row.with_min_x(row.right() - figure));
    }
}

/// A row in words.
fn line_said(look: &Look<'_>, view: &ProgressView<'_>, line: &ExerciseLine) -> String {
    let words = look.words;
    let mut said = words.with(
        "progress-exercise-said",
        &[
            ("name", line.name.as_str().into()),
            ("n", line.sessions.into()),
            ("time", time_said(look, line.done_ms).into()),
            ("last", words.day_seen(line.last, view.today).into()),
        ],
    );
    let mut add = |more: String| {
        said.push_str(", ");
        said.push_str(&more);
    };
    if line.left_ms + line.right_ms > 0 {
        let (left, right) = (time_said(look, line.left_ms), time_said(look, line.right_ms));
        add(words.with("progress-sides-said", &[("left", left.into()), ("right", right.into())]));
    }
    if line.hurt > 0 {
        add(words.with("progress-hurt-said", &[("n", line.hurt.into())]));
    }
    if line.skipped > 0 {
        add(words.with("progress-skipped-said", &[("n", line.skipped.into())]));
    }
    said
}
