//! From 0 to 10 in one row: a number is pressed, and pressed again it is taken back.

use egui::{Align2, AsIdSalt, Rect, Ui, pos2, vec2};

use super::{Button, ButtonKind, Text, text_ui};
use crate::model::MOST;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};

/// The model of a row.
#[derive(Clone, Copy, Debug)]
pub struct ScaleRow<'a> {
    /// What is told: before each number for those who do not see what it belongs to.
    pub name: &'a str,
    /// What was told.
    pub value: Option<u8>,
    /// What 0 stands for.
    pub least: &'a str,
    /// What the most stands for.
    pub most: &'a str,
}

/// The height of the words under the row, in points of the design.
const WORDS: f32 = 22.0;

/// Puts a row at a place; what is told now, where that was changed. `salt` tells it from the other
/// rows of the same `ui`.
pub fn scale_row_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt + Copy,
    row: &ScaleRow<'_>,
) -> Option<Option<u8>> {
    let numbers = rect.with_max_y(rect.bottom() - look.pt(WORDS));
    let count = f32::from(MOST) + 1.0;
    let gap = look.pt(6.0).min(numbers.width() * 0.01);
    let width = (numbers.width() - gap * (count - 1.0)) / count;
    let mut told = None;
    for n in 0..=MOST {
        let left = numbers.left() + (width + gap) * f32::from(n);
        let place = Rect::from_min_size(pos2(left, numbers.top()), vec2(width, numbers.height()));
        let (text, name) = (n.to_string(), said(look, row, n));
        let is_told = row.value == Some(n);
        let kind = if is_told { ButtonKind::Primary } else { ButtonKind::Neutral };
        let button = Button { selected: Some(is_told), ..Button::new(kind, &text) };
        if button.size(Size::Heading).named(&name).show(ui, look, place, (salt, n)).clicked() {
            told = Some((!is_told).then_some(n));
        }
    }
    let ends = rect.with_min_y(numbers.bottom());
    let half = ends.width() * 0.49;
    let ends = [
        (row.least, ends.with_max_x(ends.left() + half), Align2::LEFT_CENTER),
        (row.most, ends.with_min_x(ends.right() - half), Align2::RIGHT_CENTER),
    ];
    for (text, place, align) in ends {
        let text = Text::new(text, look.font(Size::Small, Face::Regular), look.theme.colors.quiet);
        text_ui(ui, place, (salt, align), &text.align(align).shrink(0.8));
    }
    told
}

fn said(look: &Look<'_>, row: &ScaleRow<'_>, n: u8) -> String {
    let plain = look.words.with("check-number", &[("name", row.name.into()), ("n", n.into())]);
    let meant = match n {
        0 => row.least,
        MOST => row.most,
        _ => return plain,
    };
    look.words.with("check-number-meant", &[("number", plain.into()), ("meaning", meant.into())])
}
