//! Pain over time: a ring before the session, a dot after it, and a stem between them.

use egui::{Align2, Color32, Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::ProgressView;
use super::card::{KeyEntry, card_ui, key_ui};
use super::scale::{Mark, days_between};
use super::tip::tip_ui;
use super::weeks::{BELOW, LEFT, rule};
use crate::history::Trend;
use crate::model::MOST;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::Text;

const KEY: f32 = 26.0;

/// A change of less than this many points in four weeks is a little.
const A_POINT: f32 = 0.75;

/// Builds the card.
pub(super) fn pain_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &ProgressView<'_>) {
    let (title, sentence) = (look.words.get("progress-pain"), sentence(look, view));
    let body = card_ui(ui, look, rect, &title, &sentence);
    let builder = UiBuilder::new().max_rect(body).id_salt("pain").accessibility_role(Role::Table);
    ui.scope_builder(builder.accessibility_label(format!("{title}. {sentence}")), |ui| {
        key(ui, look, body.with_max_y(body.top() + look.pt(22.0)), view.overview.pain.line.is_some());
        let plot = Rect::from_min_max(
            body.min + vec2(look.pt(LEFT), look.pt(KEY + 8.0)),
            body.max - vec2(look.pt(10.0), look.pt(BELOW)),
        );
        if plot.is_positive() {
            plot_ui(ui, look, plot, view);
        }
    });
}

/// Where it is going, in words.
fn sentence(look: &Look<'_>, view: &ProgressView<'_>) -> String {
    let words = look.words;
    let by = |key, a_little, points: f32| {
        if points < A_POINT {
            words.get(a_little)
        } else {
            words.with(key, &[("n", (points.round() as u32).into())])
        }
    };
    match view.overview.pain.trend {
        _ if view.figures.marks.is_empty() => words.get("progress-pain-none"),
        Trend::TooFew => words.get("progress-pain-too-few"),
        Trend::Level => words.get("progress-pain-level"),
        Trend::Down(points) => by("progress-pain-down", "progress-pain-down-little", points.abs()),
        Trend::Up(points) => by("progress-pain-up", "progress-pain-up-little", points.abs()),
    }
}

fn key(ui: &Ui, look: &Look<'_>, row: Rect, has_line: bool) {
    let words = look.words;
    let texts =
        ["progress-pain-before", "progress-pain-after", "progress-pain-trend"].map(|key| words.get(key));
    let before = |ui: &Ui, place: Rect| ring(ui, look, place.center());
    let after = |ui: &Ui, place: Rect| dot(ui, look, place.center());
    let trend = |ui: &Ui, place: Rect| {
        dashes(ui, look, [place.left_center(), place.right_center()]);
    };
    let signs: [&dyn Fn(&Ui, Rect); 3] = [&before, &after, &trend];
    let shown = if has_line { 3 } else { 2 };
    let entries: Vec<KeyEntry<'_>> =
        texts.iter().zip(signs).take(shown).map(|(text, sign)| KeyEntry { text, sign }).collect();
    key_ui(ui, look, row, "pain-key", &entries);
}

fn ring(ui: &Ui, look: &Look<'_>, at: egui::Pos2) {
    let colors = &look.theme.colors;
    ui.painter().circle(at, look.pt(4.2), colors.card, Stroke::new(look.pt(1.8), colors.ink));
}

fn dot(ui: &Ui, look: &Look<'_>, at: egui::Pos2) {
    ui.painter().circle_filled(at, look.pt(4.4), look.theme.colors.teal);
}

fn dashes(ui: &Ui, look: &Look<'_>, line: [egui::Pos2; 2]) {
    let stroke = Stroke::new(look.pt(2.5), look.theme.colors.effort);
    ui.painter().extend(Shape::dashed_line(&line, stroke, look.pt(8.0), look.pt(4.0)));
}

/// From days and points of pain to places.
struct Axes {
    plot: Rect,
    first: Date,
    days: f32,
}

impl Axes {
    fn new(plot: Rect, view: &ProgressView<'_>) -> Self {
        let marks = &view.figures.marks;
        let first = view.overview.weeks.first().map(|week| week.monday);
        let first = first.or_else(|| marks.first().map(|mark| mark.first)).unwrap_or(view.today);
        let days = days_between(first, view.today).max(1) as f32;
        Self { plot, first, days }
    }

    fn x(&self, date: Date) -> f32 {
        let share = days_between(self.first, date) as f32 / self.days;
        self.plot.left() + self.plot.width() * share.clamp(0.0, 1.0)
    }

    fn y(&self, pain: f32) -> f32 {
        self.plot.bottom() - self.plot.height() * pain / f32::from(MOST)
    }

    /// Where a mark that stands for several days is: in the middle of them.
    fn middle(&self, mark: &Mark) -> f32 {
        f32::midpoint(self.x(mark.first), self.x(mark.last))
    }
}

fn plot_ui(ui: &Ui, look: &Look<'_>, plot: Rect, view: &ProgressView<'_>) {
    let axes = Axes::new(plot, view);
    for pain in [0_u8, 2, 4, 6, 8, 10] {
        rule(ui, look, plot, axes.y(pain.into()), &pain.to_string());
    }
    days_ui(ui, look, &axes, view.today);
    trend_ui(ui, look, &axes, view);
    let marks = &view.figures.marks;
    let mut pointed = None;
    for (index, mark) in marks.iter().enumerate() {
        let x = axes.middle(mark);
        let near = |other: Option<&Mark>| other.map_or(look.pt(24.0), |it| (axes.middle(it) - x).abs());
        let before = index.checked_sub(1).and_then(|index| marks.get(index));
        let half = near(before).min(near(marks.get(index + 1))).clamp(look.pt(2.0), look.pt(14.0)) / 2.0;
        let place = Rect::from_x_y_ranges(x - half..=x + half, plot.y_range());
        let response = ui.interact(place, ui.scope_id().with(("pain", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, mark_said(look, mark, view.today)));
        if response.hovered() {
            pointed = Some((x, mark));
        }
        paint_mark(ui, look, &axes, x, mark);
    }
    if let Some((x, mark)) = pointed {
        let most = mark.before.unwrap_or_default().max(mark.after.unwrap_or_default());
        let place = Rect::from_center_size(pos2(x, axes.y(most)), vec2(look.pt(12.0), look.pt(12.0)));
        tip_ui(ui, look, place, &mark_said(look, mark, view.today));
    }
}

fn paint_mark(ui: &Ui, look: &Look<'_>, axes: &Axes, x: f32, mark: &Mark) {
    let place = |pain: f32| pos2(x, axes.y(pain));
    if let (Some(before), Some(after)) = (mark.before, mark.after) {
        let stem = Stroke::new(look.pt(1.5), look.theme.colors.edge);
        ui.painter().line_segment([place(before), place(after)], stem);
    }
    // The dot goes into the ring where nothing changed.
    if let Some(before) = mark.before {
        ring(ui, look, place(before));
    }
    if let Some(after) = mark.after {
        let is_same = mark.before.is_some_and(|before| (before - after).abs() < 0.05);
        if is_same {
            ui.painter().circle_filled(place(after), look.pt(2.6), look.theme.colors.teal);
        } else {
            dot(ui, look, place(after));
        }
    }
}

fn trend_ui(ui: &Ui, look: &Look<'_>, axes: &Axes, view: &ProgressView<'_>) {
    let pain = &view.overview.pain;
    let Some(((from, to), (first, last))) = pain.line.zip(pain.points.first().zip(pain.points.last())) else {
        return;
    };
    let most = f32::from(MOST);
    dashes(
        ui,
        look,
        [
            pos2(axes.x(first.date), axes.y(from.clamp(0.0, most))),
            pos2(axes.x(last.date), axes.y(to.clamp(0.0, most))),
        ],
    );
}

/// The first day, the last, and as many between as have room.
fn days_ui(ui: &Ui, look: &Look<'_>, axes: &Axes, today: Date) {
    let room = look.pt(72.0);
    let count = (axes.plot.width() / room).floor().clamp(1.0, 7.0).min(axes.days) as i64;
    for index in 0..=count {
        let back = (axes.days as i64 * index) / count.max(1);
        let Ok(date) = today.checked_sub(jiff::Span::new().days(back)) else { continue };
        let x = axes.x(date);
        let words = look.words.date_short(date);
        let text = Text::new(&words, look.font(Size::Small, Face::Regular), look.theme.colors.quiet);
        let text = text.align(Align2::CENTER_CENTER);
        let center = x.clamp(axes.plot.left() + room * 0.2, axes.plot.right() - room * 0.3);
        let place = Rect::from_center_size(
            pos2(center, axes.plot.bottom() + look.pt(BELOW / 2.0 + 2.0)),
            vec2(room, look.pt(18.0)),
        );
        text.paint(ui, place);
        let tick: Color32 = look.theme.colors.edge;
        ui.painter().vline(x, axes.plot.bottom()..=axes.plot.bottom() + look.pt(4.0), Stroke::new(1.0, tick));
    }
}

/// A mark in words.
pub(super) fn mark_said(look: &Look<'_>, mark: &Mark, today: Date) -> String {
    let words = look.words;
    let when = if mark.sessions == 1 {
        words.day_seen_first(mark.first, today)
    } else {
        let (from, to) = (words.date_short(mark.first), words.date(mark.last));
        words.with(
            "progress-pain-span",
            &[("from", from.into()), ("to", to.into()), ("n", mark.sessions.into())],
        )
    };
    let figure = |pain: f32| {
        let rounded = (pain * 10.0).round() / 10.0;
        format!("{rounded}")
    };
    match (mark.before.map(figure), mark.after.map(figure)) {
        (Some(before), Some(after)) => words.with(
            "progress-pain-both",
            &[("when", when.into()), ("before", before.into()), ("after", after.into())],
        ),
        (Some(before), None) => {
            words.with("progress-pain-only-before", &[("when", when.into()), ("before", before.into())])
        }
        (None, Some(after)) => {
            words.with("progress-pain-only-after", &[("when", when.into()), ("after", after.into())])
        }
        (None, None) => when,
    }
}
