//! What figures stand in: lines across with their values, and days below.

use egui::{Align2, CornerRadius, Rect, Stroke, Ui, pos2, vec2};

use crate::history::Grain;
use crate::history::chart::{Scale, TimeAxis, TimeTick};
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::Text;

/// Room for values at the left and for days below, in points of the design.
pub(super) const LEFT: f32 = 38.0;
pub(super) const BELOW: f32 = 26.0;

/// Where a share of the plot's height is, from the bottom.
pub(super) fn y(plot: Rect, share: f32) -> f32 {
    plot.bottom() - plot.height() * share
}

/// Where a share of the plot's width is, from the left.
pub(super) fn x(plot: Rect, share: f32) -> f32 {
    plot.left() + plot.width() * share
}

/// A line across at every mark of a scale.
pub(super) fn scale_ui(ui: &Ui, look: &Look<'_>, plot: Rect, scale: &Scale) {
    for tick in &scale.ticks {
        rule(ui, look, plot, y(plot, tick.at), &format!("{:.0}", tick.value));
    }
}

/// A line across, with its value.
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

/// What stands behind the mark that the pointer is on.
pub(super) fn band_ui(ui: &Ui, look: &Look<'_>, place: Rect) {
    let color = look.theme.colors.soft.gamma_multiply(0.7);
    ui.painter().rect_filled(place, CornerRadius::same(3), color);
}

/// Days below, as many as have room.
pub(super) fn days_ui(ui: &Ui, look: &Look<'_>, plot: Rect, axis: TimeAxis) {
    let colors = &look.theme.colors;
    let room = look.pt(66.0);
    for tick in axis.ticks((plot.width() / room).floor() as usize) {
        let at = x(plot, tick.at);
        ui.painter().vline(at, plot.bottom()..=plot.bottom() + look.pt(4.0), Stroke::new(1.0, colors.edge));
        let words = tick_said(look, &tick, axis.days());
        let text = Text::new(&words, look.font(Size::Small, Face::Regular), colors.quiet);
        let width = text.galley(ui, vec2(room, room)).size().x;
        let middle = pos2(
            at.min(plot.right() + look.pt(8.0) - width / 2.0),
            plot.bottom() + look.pt(BELOW / 2.0 + 3.0),
        );
        let place = Rect::from_center_size(middle, vec2(room, look.pt(18.0)));
        text.align(Align2::CENTER_CENTER).paint(ui, place);
    }
}

fn tick_said(look: &Look<'_>, tick: &TimeTick, days: usize) -> String {
    match tick.grain {
        Grain::Day | Grain::Week => look.words.date_short(tick.date),
        // Over more than about a year, a year begins where its number stands.
        Grain::Month if tick.date.month() != 1 || days < 400 => look.words.month_short(tick.date),
        Grain::Month | Grain::Year => tick.date.year().to_string(),
    }
}
