//! From 0 to 10 in one row: a number is pressed, and pressed again it is taken back.

use egui::{Align2, AsIdSalt, Id, Key, Rect, Ui, Vec2, vec2};

use super::choice_group::{ChoiceGroup, Picked};
use super::{Button, ButtonKind, Text, text_ui};
use crate::model::MOST;
use crate::ui::Look;
use crate::ui::keys::pressed;
use crate::ui::theme::{Face, Size};

/// The model of a row.
#[derive(Clone, Copy, Debug)]
pub struct ScaleRow<'a> {
    /// What is told: before each number for those who do not see what it belongs to.
    pub name: &'a str,
    /// The text that asks for it.
    pub question: Id,
    /// What was told.
    pub value: Option<u8>,
    /// What 0 stands for.
    pub least: &'a str,
    /// What the most stands for.
    pub most: &'a str,
}

/// The height of a line of the words under the row, as a share of their size.
const LINE: f32 = 22.0 / 14.0;

/// Free above these words, in points of the design.
const ABOVE: f32 = 2.0;

/// The most lines of these words.
const MOST_LINES: usize = 3;

/// The most numbers side by side where not all of them have room.
const HALF: usize = 6;

/// The keys of the figures, 0 to 9.
const FIGURES: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// The figure whose key was pressed, taken out of the input.
pub(in crate::ui) fn figure_pressed(ui: &Ui) -> Option<u8> {
    (0..).zip(FIGURES).find_map(|(n, key)| pressed(ui, key).then_some(n))
}

/// Puts a row at a place; what is told now, where that was changed. `salt` tells it from the other
/// rows of the same `ui`.
///
/// Tab comes to the row once. There a figure tells itself, Home and End the least and the most, Space
/// the number that has the focus, the arrows one more or less of what was told, and Delete takes that
/// back.
pub fn scale_row_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt + Copy,
    row: &ScaleRow<'_>,
) -> Option<Option<u8>> {
    let ends = rect.with_min_y(rect.bottom() - ends_height(ui, look, rect.width(), row));
    let told = numbers_ui(ui, look, rect.with_max_y(ends.top()), salt, row);
    let ends = ends.with_min_y(ends.top() + look.pt(ABOVE));
    let half = half_of(ends.width());
    let ends = [
        (row.least, ends.with_max_x(ends.left() + half), Align2::LEFT_TOP),
        (row.most, ends.with_min_x(ends.right() - half), Align2::RIGHT_TOP),
    ];
    for (text, place, align) in ends {
        text_ui(ui, place, (salt, align), &end(look, text).align(align));
    }
    told.map(|told| match told {
        Told::Number(n) => Some(n),
        Told::Nothing => None,
    })
}

/// What is told now.
enum Told {
    Number(u8),
    /// What was told is taken back.
    Nothing,
}

/// How high a row is with lines of a height for its numbers.
#[must_use]
pub fn scale_row_height(ui: &Ui, look: &Look<'_>, width: f32, line: f32, row: &ScaleRow<'_>) -> f32 {
    let lines = if has_room_for_all(ui, look, width) { 1.0 } else { 2.0 };
    lines * line + (lines - 1.0) * gap_of(look, width) + ends_height(ui, look, width, row)
}

/// What an end of the row stands for.
fn end<'a>(look: &Look<'_>, text: &'a str) -> Text<'a> {
    Text::new(text, look.font(Size::Small, Face::Regular), look.theme.colors.quiet).rows(MOST_LINES)
}

fn half_of(width: f32) -> f32 {
    width * 0.49
}

fn ends_height(ui: &Ui, look: &Look<'_>, width: f32, row: &ScaleRow<'_>) -> f32 {
    let room = vec2(half_of(width), f32::INFINITY);
    let lines = [row.least, row.most].map(|text| end(look, text).galley(ui, room).rows.len());
    look.font(Size::Small, Face::Regular).size * LINE * lines[0].max(lines[1]) as f32
}

fn gap_of(look: &Look<'_>, width: f32) -> f32 {
    look.pt(6.0).min(width * 0.01)
}

fn width_of_one(look: &Look<'_>, width: f32, side_by_side: usize) -> f32 {
    let count = side_by_side as f32;
    (width - gap_of(look, width) * (count - 1.0)) / count
}

/// Whether all numbers have room side by side.
fn has_room_for_all(ui: &Ui, look: &Look<'_>, width: f32) -> bool {
    let most = MOST.to_string();
    let most = Button::new(ButtonKind::Primary, &most).size(Size::Heading);
    most.least_width(ui, look) <= width_of_one(look, width, usize::from(MOST) + 1)
}

fn numbers_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt + Copy,
    row: &ScaleRow<'_>,
) -> Option<Told> {
    let all = usize::from(MOST) + 1;
    let side_by_side = if has_room_for_all(ui, look, rect.width()) { all } else { HALF };
    let gap = gap_of(look, rect.width());
    let width = width_of_one(look, rect.width(), side_by_side);
    let lines = all.div_ceil(side_by_side) as f32;
    let size = vec2(width, (rect.height() - gap * (lines - 1.0)) / lines);
    let mut group = ChoiceGroup::new(ui, salt, row.question, all, row.value.map(usize::from));
    let mut takes_back = false;
    if group.has_focus() {
        if let Some(n) = figure_pressed(ui) {
            group.choose(n.into());
        }
        takes_back = pressed(ui, Key::Delete);
    }
    for n in 0..=MOST {
        let (line, column) = (usize::from(n) / side_by_side, usize::from(n) % side_by_side);
        let offset = vec2(column as f32, line as f32) * (size + Vec2::splat(gap));
        let place = Rect::from_min_size(rect.min + offset, size);
        let (text, name) = (n.to_string(), said(look, row, n));
        let is_told = row.value == Some(n);
        let kind = if is_told { ButtonKind::Primary } else { ButtonKind::Neutral };
        let button = Button { selected: Some(is_told), ..Button::new(kind, &text) };
        group.put(look, place, &button.size(Size::Heading).named(&name));
    }
    let number = |index: usize| u8::try_from(index).ok();
    match group.picked() {
        Some(Picked::Pressed(index)) if number(index) == row.value => Some(Told::Nothing),
        Some(Picked::Pressed(index) | Picked::Led(index)) => number(index).map(Told::Number),
        None => takes_back.then_some(Told::Nothing),
    }
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
