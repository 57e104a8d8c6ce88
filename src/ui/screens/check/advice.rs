//! Advice in place: what to do now, on a ground that is seen.

use egui::{CornerRadius, Frame, Margin, Rect, ScrollArea, Stroke, Ui, UiBuilder, Vec2, vec2};

use crate::text::AdviceText;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Column, Line, Text};

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

/// Between the edge and the words, in points of the design.
const MARGIN: Vec2 = vec2(10.0, 8.0);

/// The edge, in points of the design.
const EDGE: f32 = 2.0;

/// How high advice is at a width when all of it is in sight.
pub(in crate::ui::screens) fn advice_height(
    ui: &Ui,
    look: &Look<'_>,
    width: f32,
    advice: &AdviceView<'_>,
) -> f32 {
    let beside = 2.0 * look.pt(MARGIN.x + EDGE) + look.pt(SCROLL_BAR);
    let room = vec2(width - beside - 2.0 * look.pt(LINE_PAD.x), f32::INFINITY);
    let lines = [
        (advice.title, Size::Heading, Face::Bold),
        (advice.text, Size::Body, Face::Regular),
        (advice.added, Size::Small, Face::Regular),
    ];
    let height = |(text, size, face)| {
        let text = Text::new(text, look.font(size, face), look.theme.colors.ink).rows(usize::MAX);
        text.galley(ui, room).size().y + 2.0 * look.pt(LINE_PAD.y)
    };
    lines.into_iter().map(height).sum::<f32>() + 2.0 * look.pt(MARGIN.y + EDGE) + look.pt(2.0)
}

/// What a line of a column leaves free around its words, in points of the design.
const LINE_PAD: Vec2 = vec2(8.0, 3.0);

/// Room for the bar where it scrolls, in points of the design.
const SCROLL_BAR: f32 = 10.0;

/// Puts advice at a place, where it can be scrolled if it is longer.
pub(in crate::ui::screens) fn advice_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, advice: &AdviceView<'_>) {
    let colors = &look.theme.colors;
    let margin = vec2(look.pt(MARGIN.x), look.pt(MARGIN.y));
    let frame = Frame::new()
        .fill(colors.card)
        .stroke(Stroke::new(look.pt(EDGE), colors.hurt))
        .corner_radius(CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8))
        .inner_margin(Margin::symmetric(margin.x as i8, margin.y as i8));
    let inner = rect.size() - 2.0 * (margin + Vec2::splat(look.pt(EDGE)));
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("advice"), |ui| {
        frame.show(ui, |ui| {
            let scroll = ScrollArea::vertical().auto_shrink([false, true]).max_height(inner.y);
            scroll.show(ui, |ui| {
                let mut column = Column::new(ui, look, inner.x - look.pt(SCROLL_BAR));
                column.words(advice.title, Size::Heading, Face::Bold, colors.ink);
                column.line(advice.text, &Line::default());
                column.line(advice.added, &Line { is_quiet: true, ..Line::default() });
            });
        });
    });
}
