//! The card that a figure stands on: a heading, a sentence that says the same in words, and a key.

use egui::{Align2, Rect, Ui, pos2, vec2};

use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, paint_ground, text_ui};

/// How high heading, sentence and edges are, in points of the design.
pub(super) const AROUND: f32 = 14.0 + 28.0 + 24.0 + 10.0 + 14.0;

/// Paints the card; returns where its figure goes.
pub(super) fn card_ui(ui: &Ui, look: &Look<'_>, rect: Rect, title: &str, sentence: &str) -> Rect {
    let colors = &look.theme.colors;
    paint_ground(ui, look, rect, look.theme.metrics.radius.card);
    let inner = rect.shrink2(vec2(look.pt(20.0), look.pt(14.0)));
    let row = |top: f32, height: f32| {
        Rect::from_min_size(
            pos2(inner.left(), inner.top() + look.pt(top)),
            vec2(inner.width(), look.pt(height)),
        )
    };
    let text = Text::new(title, look.font(Size::Heading, Face::Bold), colors.ink).shrink(0.8);
    text_ui(ui, row(0.0, 28.0), (title, "title"), &text);
    let text = Text::new(sentence, look.font(Size::Body, Face::Regular), colors.quiet).shrink(0.8);
    text_ui(ui, row(28.0, 24.0), (title, "sentence"), &text);
    inner.with_min_y(inner.top() + look.pt(62.0))
}

/// Paints a sign into a square.
pub(super) type Sign<'a> = &'a dyn Fn(&Ui, Rect);

/// An entry of a key.
pub(super) struct KeyEntry<'a> {
    pub(super) text: &'a str,
    pub(super) sign: Sign<'a>,
}

/// A key in one row, from the left: a sign and a word each. What has no room is left out.
pub(super) fn key_ui(ui: &Ui, look: &Look<'_>, row: Rect, salt: &str, entries: &[KeyEntry<'_>]) {
    let side = look.pt(14.0);
    let mut left = row.left();
    for (index, entry) in entries.iter().enumerate() {
        let text = Text::new(entry.text, look.font(Size::Small, Face::Regular), look.theme.colors.quiet)
            .align(Align2::LEFT_CENTER);
        let width = text.galley(ui, vec2(f32::INFINITY, f32::INFINITY)).size().x + look.pt(2.0);
        let words = left + side + look.pt(6.0);
        if words + width > row.right() + 0.5 {
            break;
        }
        let sign = Rect::from_center_size(pos2(left + side / 2.0, row.center().y), vec2(side, side));
        (entry.sign)(ui, sign);
        let place = Rect::from_x_y_ranges(words..=words + width, row.y_range());
        text_ui(ui, place, (salt, index), &text);
        left = words + width + look.pt(16.0);
    }
}
