//! Advice in place: what to do now, on a ground that is seen.

use egui::{CornerRadius, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Column, Line};

/// Advice, as a screen shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdviceView<'a> {
    /// In a few words.
    pub title: &'a str,
    /// In a sentence or two.
    pub text: &'a str,
    /// Which figure of it no source states.
    pub added: &'a str,
}

/// Puts advice at a place, where it can be scrolled if it is longer.
pub(in crate::ui::screens) fn advice_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, advice: &AdviceView<'_>) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8);
    let edge = Stroke::new(look.pt(2.0), colors.hurt);
    ui.painter().rect(rect, corners, colors.card, edge, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(look.pt(14.0), look.pt(10.0)));
    ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("advice"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let mut column = Column::new(ui, look, inner.width() - look.pt(10.0));
            column.words(advice.title, Size::Heading, Face::Bold, colors.ink);
            column.line(advice.text, &Line::default());
            column.line(advice.added, &Line { is_quiet: true, ..Line::default() });
        });
    });
}
