//! Minutes a week, by kind: bars on one another, told apart by pattern as well as colour.

use egui::{
    Align2, CornerRadius, Painter, Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ProgressView;
use super::card::{KeyEntry, card_ui, key_ui};
use super::scale::{Bar, minute_marks};
use super::texture::fill;
use super::tip::tip_ui;
use crate::model::WorkKind;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, text_ui};

/// Room for the axes, in points of the design.
pub(super) const LEFT: f32 = 38.0;
pub(super) const BELOW: f32 = 24.0;
const KEY: f32 = 26.0;

/// Builds the card.
pub(super) fn weeks_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &ProgressView<'_>) {
    let (title, sentence) = (look.words.get("progress-weeks"), sentence(look, view));
    let body = card_ui(ui, look, rect, &title, &sentence);
    let builder = UiBuilder::new().max_rect(body).id_salt("weeks").accessibility_role(Role::Table);
    ui.scope_builder(builder.accessibility_label(format!("{title}. {sentence}")), |ui| {
        key(ui, look, body.with_max_y(body.top() + look.pt(22.0)));
        let plot = Rect::from_min_max(
            body.min + vec2(look.pt(LEFT), look.pt(KEY + 8.0)),
            body.max - vec2(look.pt(4.0), look.pt(BELOW)),
        );
        if plot.is_positive() {
            plot_ui(ui, look, plot, view);
        }
    });
}

fn sentence(look: &Look<'_>, view: &ProgressView<'_>) -> String {
    let usual = view.figures.usual_min;
    match aim(view) {
        Some(aim) => look.words.with("progress-weeks-line-aim", &[("n", usual.into()), ("aim", aim.into())]),
        None => look.words.with("progress-weeks-line", &[("n", usual.into())]),
    }
}

/// What the plan has for a week, in minutes.
fn aim(view: &ProgressView<'_>) -> Option<u64> {
    view.plan.has_aim().then(|| u64::from(view.plan.minutes) * u64::from(view.plan.days))
}

fn key(ui: &Ui, look: &Look<'_>, row: Rect) {
    let kinds = WorkKind::ALL.map(|kind| (kind_name(look, kind), kind));
    let signs = WorkKind::ALL
        .map(|kind| move |ui: &Ui, place: Rect| fill(ui.painter(), look, place, CornerRadius::same(3), kind));
    let entries: Vec<KeyEntry<'_>> =
        kinds.iter().zip(&signs).map(|((text, _), sign)| KeyEntry { text, sign }).collect();
    key_ui(ui, look, row, "weeks-key", &entries);
}

fn kind_name(look: &Look<'_>, kind: WorkKind) -> String {
    look.words.get(match kind {
        WorkKind::Mobility => "progress-kind-mobility",
        WorkKind::Strength => "progress-kind-strength",
        WorkKind::Breath => "progress-kind-breath",
    })
}

fn plot_ui(ui: &Ui, look: &Look<'_>, plot: Rect, view: &ProgressView<'_>) {
    let bars = &view.figures.bars;
    let most = bars.iter().map(|bar| bar.total_ms().div_ceil(60_000)).max().unwrap_or_default();
    let marks = minute_marks(most.max(aim(view).unwrap_or_default()));
    let top = (marks[marks.len() - 1] * 60_000) as f32;
    let y = |ms: f32| plot.bottom() - plot.height() * ms / top;
    for mark in &marks {
        let text = if *mark == 0 { "0".to_owned() } else { mark.to_string() };
        rule(ui, look, plot, y((mark * 60_000) as f32), &text);
    }
    let slot = plot.width() / bars.len().max(1) as f32;
    let width = (slot * 0.72).min(look.pt(40.0));
    let mut pointed = None;
    for (index, bar) in bars.iter().enumerate() {
        let place = Rect::from_min_size(
            pos2(plot.left() + slot * index as f32, plot.top()),
            vec2(slot, plot.height()),
        );
        let response = ui.interact(place, ui.scope_id().with(("week", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, bar_said(look, bar)));
        if response.hovered() {
            pointed = Some((place.with_min_y(y(bar.total_ms() as f32)), bar));
        }
        if ui.is_rect_visible(place) {
            let column = Rect::from_center_size(place.center(), vec2(width, plot.height()));
            stack(ui.painter(), look, column, &y, bar);
        }
    }
    dates_ui(ui, look, plot, bars.len(), |index| look.words.date_short(bars[index].first));
    if let Some(aim) = aim(view) {
        aim_ui(ui, look, plot, y((aim * 60_000) as f32), aim);
    }
    if let Some((place, bar)) = pointed {
        tip_ui(ui, look, place, &bar_said(look, bar));
    }
}

/// A line across at a mark of the axis, with its figure.
pub(super) fn rule(ui: &Ui, look: &Look<'_>, plot: Rect, y: f32, text: &str) {
    let colors = &look.theme.colors;
    ui.painter().hline(plot.x_range(), y, Stroke::new(1.0, colors.faint));
    let place = Rect::from_center_size(
        pos2(plot.left() - look.pt(LEFT / 2.0 + 2.0), y),
        vec2(look.pt(LEFT - 8.0), look.pt(18.0)),
    );
    Text::new(text, look.font(Size::Small, Face::Numerals), colors.quiet)
        .align(Align2::RIGHT_CENTER)
        .shrink(0.7)
        .paint(ui, place);
}

/// The kinds on one another, with a seam between them.
fn stack(painter: &Painter, look: &Look<'_>, column: Rect, y: &impl Fn(f32) -> f32, bar: &Bar) {
    let mut below = 0.0;
    for (kind, ms) in WorkKind::ALL.into_iter().zip(bar.done_ms) {
        let (from, to) = (y(below), y(below + ms as f32));
        let seam = if below > 0.0 && from - to > 3.0 { look.pt(1.5) } else { 0.0 };
        let place = Rect::from_x_y_ranges(column.x_range(), to..=from - seam);
        fill(painter, look, place, CornerRadius::same(2), kind);
        below += ms as f32;
    }
}

/// Days under the plot, as many as have room.
pub(super) fn dates_ui(ui: &Ui, look: &Look<'_>, plot: Rect, count: usize, text: impl Fn(usize) -> String) {
    let slot = plot.width() / count.max(1) as f32;
    let room = look.pt(58.0);
    let step = (room / slot.max(0.1)).ceil().max(1.0) as usize;
    let font = look.font(Size::Small, Face::Regular);
    // From the last one backwards, which is what one looks for.
    for index in (0..count).rev().step_by(step) {
        let center = plot.left() + slot * (index as f32 + 0.5);
        let center = center.min(plot.right() - room / 2.0);
        if center - room / 2.0 < plot.left() - look.pt(20.0) {
            break;
        }
        let place = Rect::from_center_size(
            pos2(center, plot.bottom() + look.pt(BELOW / 2.0 + 2.0)),
            vec2(room, look.pt(18.0)),
        );
        let words = text(index);
        Text::new(&words, font.clone(), look.theme.colors.quiet)
            .align(Align2::CENTER_CENTER)
            .paint(ui, place);
    }
}

fn aim_ui(ui: &Ui, look: &Look<'_>, plot: Rect, y: f32, aim: u64) {
    let colors = &look.theme.colors;
    let line = [pos2(plot.left(), y), pos2(plot.right(), y)];
    let stroke = Stroke::new(look.pt(2.0), colors.ink);
    ui.painter().extend(Shape::dashed_line(&line, stroke, look.pt(7.0), look.pt(5.0)));
    let words = look.words.with("progress-weeks-aim", &[("n", aim.into())]);
    let text =
        Text::new(&words, look.font(Size::Small, Face::SemiBold), colors.ink).align(Align2::RIGHT_BOTTOM);
    let width = text.galley(ui, vec2(plot.width(), look.pt(20.0))).size().x + look.pt(12.0);
    let place = Rect::from_min_size(
        pos2(plot.left(), y - look.pt(20.0)),
        vec2(width.min(plot.width()), look.pt(19.0)),
    );
    ui.painter().rect_filled(place, CornerRadius::same(4), colors.card.gamma_multiply(0.9));
    text_ui(ui, place.shrink2(vec2(look.pt(5.0), 0.0)), "weeks-aim", &text);
}

/// A bar in words.
pub(super) fn bar_said(look: &Look<'_>, bar: &Bar) -> String {
    let words = look.words;
    let from = words.date(bar.first);
    let name = if bar.weeks == 1 {
        words.with("progress-week", &[("from", from.into())])
    } else {
        let to = words.date(bar.last);
        words.with("progress-weeks-from-to", &[("from", from.into()), ("to", to.into())])
    };
    if bar.total_ms() == 0 {
        return words.with("progress-week-none", &[("week", name.into())]);
    }
    let kinds: Vec<String> = WorkKind::ALL
        .into_iter()
        .zip(bar.done_ms)
        .filter(|(_, ms)| *ms > 0)
        .map(|(kind, ms)| {
            let (name, time) = (kind_name(look, kind), words.length(ms));
            words.with("progress-week-kind", &[("kind", name.into()), ("time", time.into())])
        })
        .collect();
    let total = words.length(bar.total_ms());
    words.with(
        "progress-week-said",
        &[
            ("week", name.into()),
            ("time", total.into()),
            ("n", bar.days.into()),
            ("kinds", kinds.join(", ").into()),
        ],
    )
}
