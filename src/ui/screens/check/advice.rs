//! Advice in place: what to do now, on a ground that is seen.

use egui::{CornerRadius, Frame, Margin, Rect, ScrollArea, Stroke, Ui, UiBuilder, Vec2, vec2};

use crate::text::AdviceText;
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

impl<'a> From<&'a AdviceText> for AdviceView<'a> {
    fn from(advice: &'a AdviceText) -> Self {
        Self { title: &advice.title, text: &advice.text, added: &advice.added }
    }
}

/// Puts advice at a place, where it can be scrolled if it is longer.
pub(in crate::ui::screens) fn advice_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, advice: &AdviceView<'_>) {
    let colors = &look.theme.colors;
    let margin = vec2(look.pt(10.0), look.pt(8.0));
    let frame = Frame::new()
        .fill(colors.card)
        .stroke(Stroke::new(look.pt(2.0), colors.hurt))
        .corner_radius(CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8))
        .inner_margin(Margin::symmetric(margin.x as i8, margin.y as i8));
    let inner = rect.size() - 2.0 * (margin + Vec2::splat(look.pt(2.0)));
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("advice"), |ui| {
        frame.show(ui, |ui| {
            let scroll = ScrollArea::vertical().auto_shrink([false, true]).max_height(inner.y);
            scroll.show(ui, |ui| {
                let mut column = Column::new(ui, look, inner.x - look.pt(10.0));
                column.words(advice.title, Size::Heading, Face::Bold, colors.ink);
                column.line(advice.text, &Line::default());
                column.line(advice.added, &Line { is_quiet: true, ..Line::default() });
            });
        });
    });
}
