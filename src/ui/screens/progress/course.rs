//! What is known of one exercise, below its row: how much of it was done over time, and what to do
//! about one that hurt.

use std::collections::BTreeSet;

use egui::{CornerRadius, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::ProgressView;
use super::frame::{BELOW, LEFT, days_ui, scale_ui, x, y};
use super::tip::tip_ui;
use crate::history::chart::{DoseBar, Doses};
use crate::history::{ExerciseLine, Grain, easier_of};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Look, Progressing};

/// How high the course is, and what is said of an exercise that hurt, in points of the design.
const COURSE: f32 = 188.0;
const HURT: f32 = 60.0;

/// How high it is, in points of the design.
pub(super) fn height(view: &ProgressView<'_>, line: &ExerciseLine) -> f32 {
    COURSE + if is_hurting(view, line) { HURT } else { 0.0 }
}

/// Whether it hurt and was not reviewed since.
pub(super) fn is_hurting(view: &ProgressView<'_>, line: &ExerciseLine) -> bool {
    view.hurting.binary_search(&line.id).is_ok()
}

/// Builds it over a rectangle.
pub(super) fn course_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    line: &ExerciseLine,
    commands: &mut Vec<Command>,
) {
    let inner = rect.shrink2(vec2(look.pt(16.0), look.pt(6.0)));
    let mut top = inner.top();
    if is_hurting(view, line) {
        let row = inner.with_max_y(top + look.pt(HURT - 8.0));
        hurt_ui(ui, look, row, view, line, commands);
        top = row.bottom() + look.pt(8.0);
    }
    let Some(doses) = view.course else { return };
    let title = look.words.with(title_key(doses.by), &[("name", line.name.as_str().into())]);
    let row = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), look.pt(24.0)));
    let text = Text::new(&title, look.font(Size::Small, Face::SemiBold), look.theme.colors.quiet);
    text_ui(ui, row, "course-title", &text);
    let builder = UiBuilder::new().max_rect(inner).id_salt("course").accessibility_role(Role::Table);
    ui.scope_builder(builder.accessibility_label(title), |ui| {
        let plot = Rect::from_min_max(
            pos2(inner.left() + look.pt(LEFT), row.bottom() + look.pt(10.0)),
            inner.max - vec2(0.0, look.pt(BELOW)),
        );
        bars_ui(ui, look, plot, view, doses);
    });
}

/// What is told, and what each bar of it stands for.
fn title_key(by: Grain) -> &'static str {
    match by {
        Grain::Day => "progress-course-day",
        Grain::Week => "progress-course-week",
        Grain::Month => "progress-course-month",
        Grain::Year => "progress-course-year",
    }
}

fn bars_ui(ui: &Ui, look: &Look<'_>, plot: Rect, view: &ProgressView<'_>, doses: &Doses) {
    scale_ui(ui, look, plot, &doses.scale);
    days_ui(ui, look, plot, view.figures.axis);
    let mut pointed = None;
    for (index, dose) in doses.bars.iter().enumerate() {
        let slot = Rect::from_x_y_ranges(x(plot, dose.from)..=x(plot, dose.to), plot.y_range());
        let response = ui.interact(slot, ui.scope_id().with(("dose", index)), Sense::hover());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Row, true, dose_said(look, doses.by, dose, view.today))
        });
        let width = (slot.width() * 0.76).clamp(look.pt(2.5), look.pt(24.0));
        let middle = slot.center().x;
        let bar = Rect::from_x_y_ranges(
            middle - width / 2.0..=middle + width / 2.0,
            y(plot, dose.top)..=plot.bottom(),
        );
        ui.painter().rect_filled(bar, CornerRadius::same(2), look.theme.colors.kind_mobility);
        if response.hovered() {
            pointed = Some((bar, dose));
        }
    }
    if let Some((bar, dose)) = pointed {
        tip_ui(ui, look, bar, &dose_said(look, doses.by, dose, view.today));
    }
}

fn dose_said(look: &Look<'_>, grain: Grain, dose: &DoseBar, today: Date) -> String {
    let words = look.words;
    let when = match grain {
        Grain::Day => words.day_seen_first(dose.first, today),
        Grain::Week => words.with("progress-week", &[("from", words.date(dose.first).into())]),
        Grain::Month => words.with(
            "progress-month",
            &[("month", words.month(dose.first).into()), ("year", dose.first.year().to_string().into())],
        ),
        Grain::Year => dose.first.year().to_string(),
    };
    let time = words.length((dose.minutes * 60_000.0).round() as u64);
    words.with("progress-dose", &[("when", when.into()), ("time", time.into())])
}

/// That it hurt, what is easier, and the way back into suggestions.
fn hurt_ui(
    ui: &Ui,
    look: &Look<'_>,
    row: Rect,
    view: &ProgressView<'_>,
    line: &ExerciseLine,
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let text = words.get("progress-review");
    let name = words.with("progress-review-name", &[("name", line.name.as_str().into())]);
    let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::CHECK).named(&name);
    let place = row.with_min_x(row.right() - button.width(ui, look)).shrink2(vec2(0.0, look.pt(6.0)));
    let said = match easier(view, &line.id) {
        Some(easier) => words.with("progress-hurt-easier", &[("easier", easier.into())]),
        None => words.get("progress-hurt-line"),
    };
    let text =
        Text::new(&said, look.font(Size::Body, Face::Regular), look.theme.colors.ink).rows(2).shrink(0.8);
    text_ui(ui, row.with_max_x(place.left() - look.pt(16.0)), "course-hurt", &text);
    if button.show(ui, look, place, "course-review").clicked() {
        commands.push(Command::Progress(Progressing::Review(line.id.clone())));
    }
}

/// The name of an easier exercise that does not hurt itself.
fn easier<'a>(view: &ProgressView<'a>, id: &str) -> Option<&'a str> {
    let hurt: BTreeSet<&str> = view.hurting.iter().map(String::as_str).collect();
    let easier = easier_of(view.catalog, view.catalog.exercise(id)?, &hurt)?;
    Some(&easier.name)
}
