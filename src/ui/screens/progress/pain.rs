//! Pain over time: a ring before the session, a dot after it, and a stem between them.

use egui::{Pos2, Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::ProgressView;
use super::card::{KeyEntry, Sign, card_ui, key_ui};
use super::frame::{BELOW, LEFT, band_ui, days_ui, rule, x, y};
use super::tip::tip_ui;
use crate::history::Trend;
use crate::history::chart::{Dot, pain_height};
use crate::ui::Look;

const KEY: f32 = 26.0;

/// A change of less than this many points in four weeks is a little.
const A_POINT: f32 = 0.75;

/// Builds the card.
pub(super) fn pain_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &ProgressView<'_>) {
    let (title, sentence) = (look.words.get("progress-pain"), sentence(look, view));
    let body = card_ui(ui, look, rect, &title, &sentence);
    let builder = UiBuilder::new().max_rect(body).id_salt("pain").accessibility_role(Role::Table);
    ui.scope_builder(builder.accessibility_label(format!("{title}. {sentence}")), |ui| {
        key(ui, look, body.with_max_y(body.top() + look.pt(22.0)), view.figures.pain.trend.is_some());
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
        _ if view.figures.pain.dots.is_empty() => words.get("progress-pain-none"),
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
    let before = |ui: &Ui, place: Rect| paint_before(ui, look, place.center());
    let after = |ui: &Ui, place: Rect| paint_after(ui, look, place.center(), 1.0);
    let trend = |ui: &Ui, place: Rect| {
        dashes(ui, look, [place.left_center(), place.right_center()]);
    };
    let signs: [Sign<'_>; 3] = [&before, &after, &trend];
    let shown = if has_line { 3 } else { 2 };
    let entries: Vec<KeyEntry<'_>> =
        texts.iter().zip(signs).take(shown).map(|(text, sign)| KeyEntry { text, sign }).collect();
    key_ui(ui, look, row, "pain-key", &entries);
}

fn paint_before(ui: &Ui, look: &Look<'_>, at: Pos2) {
    let colors = &look.theme.colors;
    ui.painter().circle(at, look.pt(4.2), colors.card, Stroke::new(look.pt(1.8), colors.ink));
}

fn paint_after(ui: &Ui, look: &Look<'_>, at: Pos2, share: f32) {
    ui.painter().circle_filled(at, look.pt(4.4) * share, look.theme.colors.teal);
}

fn dashes(ui: &Ui, look: &Look<'_>, line: [Pos2; 2]) {
    let stroke = Stroke::new(look.pt(2.5), look.theme.colors.effort);
    ui.painter().extend(Shape::dashed_line(&line, stroke, look.pt(8.0), look.pt(4.0)));
}

fn plot_ui(ui: &Ui, look: &Look<'_>, plot: Rect, view: &ProgressView<'_>) {
    for pain in [0_u8, 2, 4, 6, 8, 10] {
        rule(ui, look, plot, y(plot, pain_height(pain.into())), &pain.to_string());
    }
    let figures = view.figures;
    days_ui(ui, look, plot, figures.axis);
    if let Some(line) = figures.pain.trend {
        dashes(ui, look, line.map(|(at, height)| pos2(x(plot, at), y(plot, height))));
    }
    let dots = &figures.pain.dots;
    let mut pointed = None;
    for (index, dot) in dots.iter().enumerate() {
        let at = x(plot, dot.at);
        let near = |other: Option<&Dot>| other.map_or(look.pt(24.0), |it| (x(plot, it.at) - at).abs());
        let before = index.checked_sub(1).and_then(|index| dots.get(index));
        let half = near(before).min(near(dots.get(index + 1))).clamp(look.pt(2.0), look.pt(14.0)) / 2.0;
        let place = Rect::from_x_y_ranges(at - half..=at + half, plot.y_range());
        let response = ui.interact(place, ui.scope_id().with(("pain", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, dot_said(look, dot, view.today)));
        if response.hovered() {
            band_ui(ui, look, place);
            pointed = Some((at, dot));
        }
        if ui.is_rect_visible(place) {
            paint_dot(ui, look, plot, dot);
        }
    }
    if let Some((at, dot)) = pointed {
        let most = dot.before.unwrap_or_default().max(dot.after.unwrap_or_default());
        let middle = pos2(at, y(plot, pain_height(most)));
        let place = Rect::from_center_size(middle, vec2(look.pt(12.0), look.pt(12.0)));
        tip_ui(ui, look, place, &dot_said(look, dot, view.today));
    }
}

fn paint_dot(ui: &Ui, look: &Look<'_>, plot: Rect, dot: &Dot) {
    let place = |pain: f32| pos2(x(plot, dot.at), y(plot, pain_height(pain)));
    if let (Some(before), Some(after)) = (dot.before, dot.after) {
        let stem = Stroke::new(look.pt(1.5), look.theme.colors.edge);
        ui.painter().line_segment([place(before), place(after)], stem);
    }
    if let Some(before) = dot.before {
        paint_before(ui, look, place(before));
    }
    if let Some(after) = dot.after {
        // It goes into the ring where nothing changed.
        let is_same = dot.before.is_some_and(|before| (before - after).abs() < 0.05);
        paint_after(ui, look, place(after), if is_same { 0.6 } else { 1.0 });
    }
}

/// Pain as a figure, which may be between two.
pub(super) fn pain_figure(pain: f32) -> String {
    let rounded = (pain * 10.0).round() / 10.0;
    format!("{rounded}")
}

/// A dot in words.
pub(super) fn dot_said(look: &Look<'_>, dot: &Dot, today: Date) -> String {
    let words = look.words;
    let when = if dot.first == dot.last {
        words.day_seen_first(dot.first, today)
    } else {
        let (from, to) = (words.date_short(dot.first), words.date(dot.last));
        words.with(
            "progress-pain-span",
            &[("from", from.into()), ("to", to.into()), ("n", dot.sessions.into())],
        )
    };
    match (dot.before.map(pain_figure), dot.after.map(pain_figure)) {
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
