//! Minutes a week, by kind: bars on one another, told apart by pattern as well as colour.

use egui::{
    Align2, CornerRadius, Painter, Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ProgressView;
use super::card::{KeyEntry, card_ui, key_ui};
use super::figures::aim;
use super::frame::{BELOW, LEFT, band_ui, days_ui, scale_ui, x, y};
use super::texture::fill;
use super::tip::tip_ui;
use crate::history::chart::Bar;
use crate::model::WorkKind;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, text_ui};

/// Room for the key, in points of the design.
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
    let Some(usual) = view.figures.usual_min else {
        return look.words.with("progress-weeks-line-early", &[("n", view.figures.this_week_min.into())]);
    };
    match aim(view.plan) {
        Some(aim) => look.words.with("progress-weeks-line-aim", &[("n", usual.into()), ("aim", aim.into())]),
        None => look.words.with("progress-weeks-line", &[("n", usual.into())]),
    }
}

fn key(ui: &Ui, look: &Look<'_>, row: Rect) {
    let kinds = WorkKind::ALL.map(|kind| (kind_name(look, kind), kind));
    let signs = WorkKind::ALL
        .map(|kind| move |ui: &Ui, place: Rect| fill(ui.painter(), look, place, CornerRadius::same(3), kind));
    let entries: Vec<KeyEntry<'_>> =
        kinds.iter().zip(&signs).map(|((text, _), sign)| KeyEntry { text, sign }).collect();
    key_ui(ui, look, row, "weeks-key", &entries);
}

pub(super) fn kind_name(look: &Look<'_>, kind: WorkKind) -> String {
    look.words.get(match kind {
        WorkKind::Mobility => "progress-kind-mobility",
        WorkKind::Strength => "progress-kind-strength",
        WorkKind::Breath => "progress-kind-breath",
    })
}

fn plot_ui(ui: &Ui, look: &Look<'_>, plot: Rect, view: &ProgressView<'_>) {
    let weeks = &view.figures.weeks;
    scale_ui(ui, look, plot, &weeks.scale);
    days_ui(ui, look, plot, view.figures.axis);
    let mut pointed = None;
    for (index, bar) in weeks.bars.iter().enumerate() {
        let slot = Rect::from_x_y_ranges(x(plot, bar.from)..=x(plot, bar.to), plot.y_range());
        let response = ui.interact(slot, ui.scope_id().with(("week", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, bar_said(look, bar)));
        if response.hovered() {
            band_ui(ui, look, slot);
            pointed = Some((slot.with_min_y(y(plot, bar.tops[2])), bar));
        }
        if ui.is_rect_visible(slot) {
            let width = (slot.width() * 0.74).min(look.pt(40.0));
            stack(ui.painter(), look, Rect::from_center_size(slot.center(), vec2(width, plot.height())), bar);
        }
    }
    if let Some(aim) = aim(view.plan) {
        aim_ui(ui, look, plot, y(plot, weeks.scale.at(aim as f64)), aim);
    }
    if let Some((place, bar)) = pointed {
        tip_ui(ui, look, place, &bar_said(look, bar));
    }
}

/// The kinds on one another, with a seam between them.
fn stack(painter: &Painter, look: &Look<'_>, column: Rect, bar: &Bar) {
    let mut below = 0.0;
    for (kind, top) in WorkKind::ALL.into_iter().zip(bar.tops) {
        let (from, to) = (y(column, below), y(column, top));
        let seam = if below > 0.0 && from - to > 3.0 { look.pt(1.5) } else { 0.0 };
        let place = Rect::from_x_y_ranges(column.x_range(), to..=from - seam);
        fill(painter, look, place, CornerRadius::same(2), kind);
        below = top;
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
    // Above the line, or below it where the line is at the top.
    let height = look.pt(19.0);
    let above = y - height - look.pt(1.0);
    let top = if above < plot.top() { y + look.pt(2.0) } else { above };
    let place = Rect::from_min_size(pos2(plot.left(), top), vec2(width.min(plot.width()), height));
    ui.painter().rect_filled(place, CornerRadius::same(4), colors.card.gamma_multiply(0.9));
    text_ui(ui, place.shrink2(vec2(look.pt(5.0), 0.0)), "weeks-aim", &text);
}

/// A bar in words.
pub(super) fn bar_said(look: &Look<'_>, bar: &Bar) -> String {
    let words = look.words;
    let (from, to) = (words.date(bar.first), words.date(bar.last));
    let week = words.with("progress-week", &[("from", from.as_str().into())]);
    match (bar.sessions, bar.weeks) {
        (0, 1) => return words.with("progress-week-none", &[("week", week.into())]),
        (0, _) => return words.with("progress-weeks-none", &[("from", from.into()), ("to", to.into())]),
        _ => {}
    }
    let time = |minutes: f64| words.length((minutes * 60_000.0).round() as u64);
    let kinds: Vec<String> = WorkKind::ALL
        .into_iter()
        .zip(bar.minutes)
        .filter(|(_, minutes)| *minutes > 0.0)
        .map(|(kind, minutes)| {
            let (name, time) = (kind_name(look, kind), time(minutes));
            words.with("progress-week-kind", &[("kind", name.into()), ("time", time.into())])
        })
        .collect();
    let (kinds, total) = (kinds.join(", "), time(bar.total()));
    if bar.weeks == 1 {
        return words.with(
            "progress-week-said",
            &[("week", week.into()), ("time", total.into()), ("n", bar.days.into()), ("kinds", kinds.into())],
        );
    }
    words.with(
        "progress-weeks-said",
        &[
            ("from", from.into()),
            ("to", to.into()),
            ("time", total.into()),
            ("n", bar.days.into()),
            ("kinds", kinds.into()),
        ],
    )
}
