//! Session by session, the last first. Only the rows that show are built.

use egui::{
    Align2, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
    vec2,
};

use super::ProgressView;
use super::overview::time_said;
use super::row_ground::paint_row_ground;
use super::tip::tip_ui;
use crate::history::{SessionLine, days};
use crate::model::{Origin, SessionEnd};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Look, Progressing};

/// How high a row is, in points of the design.
const ROW: f32 = 58.0;

/// Builds the part over a rectangle.
pub(super) fn sessions_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) {
    let inner = rect.shrink2(vec2(look.pt(32.0), 0.0));
    let count = view.overview.sessions.len();
    let words = look.words.with("progress-sessions-line", &[("n", count.into())]);
    let head = inner.with_max_y(inner.top() + look.pt(34.0));
    let text = Text::new(&words, look.font(Size::Body, Face::Regular), look.theme.colors.quiet);
    let left = bring_back_ui(ui, look, head, view, commands);
    text_ui(ui, head.with_max_x(left), "sessions-line", &text.shrink(0.8).live());
    let below = rect.with_min_y(head.bottom() + look.pt(6.0));
    let builder = UiBuilder::new().max_rect(below).id_salt("progress-sessions");
    let name = look.words.get("progress-part-sessions");
    ui.scope_builder(builder.accessibility_role(Role::List).accessibility_label(name), |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        // From the top whenever others are looked at.
        let salt = ("session-rows", format!("{:?}", view.filter));
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show_viewport(ui, |ui, shown| {
            rows_ui(ui, look, below.width(), shown, view, commands);
        });
    });
}

/// The way back for what was deleted, at the right; returns where it begins.
fn bring_back_ui(
    ui: &Ui,
    look: &Look<'_>,
    row: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    if view.deleted == 0 {
        return row.right();
    }
    let words = look.words.with("progress-bring-back-count", &[("n", view.deleted.into())]);
    let button = Button::new(ButtonKind::Soft, &words).with_icon(icons::UNDO).size(Size::Small);
    let place = row.with_min_x(row.right() - button.width(ui, look));
    if button.show(ui, look, place, "sessions-bring-back").clicked() {
        commands.push(Command::Progress(Progressing::BringBack));
    }
    place.left() - look.pt(12.0)
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
    let places = &view.overview.sessions;
    let row = look.pt(ROW);
    let size = vec2(width, row * places.len() as f32 + look.pt(20.0));
    let (all, _) = ui.allocate_exact_size(size, Sense::hover());
    let first = ((shown.top() / row).floor().max(0.0) as usize).saturating_sub(1);
    let end = ((shown.bottom() / row).ceil().max(0.0) as usize + 1).min(places.len());
    let inner = all.shrink2(vec2(look.pt(32.0), 0.0));
    for (index, at) in places.iter().enumerate().take(end).skip(first) {
        let Some(line) = view.ledger.sessions().get(*at) else { continue };
        let top = inner.top() + row * index as f32;
        let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), row));
        row_ui(ui, look, place, view, line, commands);
    }
}

fn row_ui(
    ui: &Ui,
    look: &Look<'_>,
    place: Rect,
    view: &ProgressView<'_>,
    line: &SessionLine,
    commands: &mut Vec<Command>,
) {
    let place = place.shrink2(vec2(0.0, look.pt(2.0)));
    let response = ui.interact(place, ui.scope_id().with(("session", &*line.id)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, line_said(look, view, line)));
    paint_row_ground(ui, look, place, &response, false);
    if ui.is_rect_visible(place) {
        let row = place.shrink2(vec2(look.pt(16.0), 0.0));
        paint_row(ui, look, row, view, line);
        marks_ui(ui, look, share(row, 0.79, 1.0), line, &response);
    }
    let deletes = |input: &mut egui::InputState| input.consume_key(Modifiers::NONE, Key::Delete);
    if response.clicked() {
        commands.push(Command::Progress(Progressing::Open(line.id.to_string())));
    } else if response.has_focus() && ui.input_mut(deletes) {
        commands.push(Command::Progress(Progressing::Delete(line.id.to_string())));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

fn when(look: &Look<'_>, view: &ProgressView<'_>, line: &SessionLine) -> String {
    let (day, time) =
        (look.words.day_seen_first(days::date(line.began), view.today), look.words.time_of_day(line.began));
    look.words.with("progress-when", &[("day", day.into()), ("time", time.into())])
}

fn paint_row(ui: &Ui, look: &Look<'_>, row: Rect, view: &ProgressView<'_>, line: &SessionLine) {
    let colors = &look.theme.colors;
    let at = |from: f32, to: f32| {
        let cell = share(row, from, to);
        cell.with_max_x(cell.right() - look.pt(8.0))
    };
    let (name, date) = at(0.0, 0.43).split_top_bottom_at_fraction(0.54);
    let routine = view.ledger.routines().name(line.routine);
    Text::new(routine, look.font(Size::Body, Face::SemiBold), colors.ink)
        .align(Align2::LEFT_BOTTOM)
        .paint(ui, name);
    let when = when(look, view, line);
    Text::new(&when, look.font(Size::Small, Face::Regular), colors.quiet)
        .align(Align2::LEFT_TOP)
        .shrink(0.85)
        .paint(ui, date);
    let body = |face| look.font(Size::Body, face);
    let (time, of_what) = at(0.43, 0.53).split_top_bottom_at_fraction(0.54);
    Text::new(&time_said(look, line.done_ms()), body(Face::Numerals), colors.ink)
        .align(Align2::LEFT_BOTTOM)
        .paint(ui, time);
    let of_exercise = look.words.get("progress-session-of-exercise");
    Text::new(&of_exercise, look.font(Size::Small, Face::Regular), colors.quiet)
        .align(Align2::LEFT_TOP)
        .shrink(0.75)
        .paint(ui, of_what);
    if let Some(pain) = pain_shown(look, line) {
        Text::new(&pain, body(Face::Numerals), colors.ink).shrink(0.75).paint(ui, at(0.53, 0.68));
    }
    if let Some(effort) = line.effort {
        let words = look.words.with("progress-effort", &[("n", effort.into())]);
        Text::new(&words, body(Face::Numerals), colors.quiet).shrink(0.75).paint(ui, at(0.68, 0.79));
    }
}

/// A part of a row, by shares of its width.
fn share(row: Rect, from: f32, to: f32) -> Rect {
    let x = |share: f32| row.left() + row.width() * share;
    Rect::from_x_y_ranges(x(from)..=x(to), row.y_range())
}

/// What else there is to a session: signs with their words, or signs alone where words have no room;
/// then the pointer is told, or whoever comes by with the keyboard.
fn marks_ui(ui: &Ui, look: &Look<'_>, cell: Rect, line: &SessionLine, response: &Response) {
    let colors = &look.theme.colors;
    let marks: Vec<(char, String)> =
        marks(line).into_iter().map(|(sign, key)| (sign, look.words.get(key))).collect();
    if marks.is_empty() {
        return;
    }
    let small = look.font(Size::Small, Face::Regular);
    let (icon, gap) = (look.pt(24.0), look.pt(10.0));
    let no_bound = vec2(f32::INFINITY, f32::INFINITY);
    let texts: Vec<Text<'_>> =
        marks.iter().map(|(_, words)| Text::new(words, small.clone(), colors.quiet)).collect();
    let widths: Vec<f32> = texts.iter().map(|text| text.galley(ui, no_bound).size().x).collect();
    let all: f32 = widths.iter().map(|width| icon + width + gap).sum();
    let has_words = all - gap <= cell.width();
    let mut left = cell.left();
    for (((sign, _), text), width) in marks.iter().zip(&texts).zip(widths) {
        let place = Rect::from_x_y_ranges(left..=left + icon, cell.y_range());
        let mut glyph = [0; 4];
        let color = if *sign == icons::HURTS { colors.hurt } else { colors.quiet };
        Text::new(sign.encode_utf8(&mut glyph), look.font_of(look.pt(19.0), Face::Icons), color)
            .paint(ui, place);
        left = place.right();
        if has_words {
            text.paint(ui, Rect::from_x_y_ranges(left..=left + width + 1.0, cell.y_range()));
            left += width + gap;
        }
    }
    let signs = cell.with_max_x(left).shrink2(vec2(0.0, look.pt(14.0)));
    let is_asked = response.has_focus() || response.hover_pos().is_some_and(|at| signs.contains(at));
    if !has_words && is_asked {
        let words: Vec<&str> = marks.iter().map(|(_, words)| words.as_str()).collect();
        tip_ui(ui, look, signs, &words.join(", "));
    }
}

/// Pain before and after, as far as it was said.
fn pain_shown(look: &Look<'_>, line: &SessionLine) -> Option<String> {
    let words = look.words;
    match (line.before, line.after) {
        (Some(before), Some(after)) => {
            Some(words.with("progress-pain-change", &[("before", before.into()), ("after", after.into())]))
        }
        (Some(pain), None) => Some(words.with("progress-pain-began", &[("n", pain.into())])),
        (None, Some(pain)) => Some(words.with("progress-pain-ended", &[("n", pain.into())])),
        (None, None) => None,
    }
}

/// What else there is to a session: a sign, and the message key of its words.
fn marks(line: &SessionLine) -> Vec<(char, &'static str)> {
    let all = [
        (line.hurt, icons::HURTS, "progress-mark-hurt"),
        (line.end != SessionEnd::Finished, icons::CUT, "progress-mark-left"),
        (line.origin == Origin::ByHand, icons::EDIT, "progress-mark-by-hand"),
        (line.has_note, icons::NOTE, "progress-mark-note"),
    ];
    all.into_iter().filter(|(is_so, ..)| *is_so).map(|(_, sign, key)| (sign, key)).collect()
}

/// A row in words.
fn line_said(look: &Look<'_>, view: &ProgressView<'_>, line: &SessionLine) -> String {
    let words = look.words;
    let routine = view.ledger.routines().name(line.routine);
    let time = time_said(look, line.done_ms());
    let mut said = words.with(
        "progress-session-said",
        &[("when", when(look, view, line).into()), ("routine", routine.into()), ("time", time.into())],
    );
    let effort = line.effort.map(|effort| words.with("progress-effort", &[("n", effort.into())]));
    let marks = marks(line).into_iter().map(|(_, key)| words.get(key));
    for more in pain_shown(look, line).into_iter().chain(effort).chain(marks) {
        said.push_str(", ");
        said.push_str(&more);
    }
    said
}
