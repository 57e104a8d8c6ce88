//! A field to type into. What it holds belongs to someone else; the letters as they stand are kept
//! here only while the person is typing, so that half a number or a comma at the end is not taken
//! from under the cursor.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align2, AsIdSalt, CornerRadius, FontId, Id, Key, Margin, Modifiers, Rect, Response, Stroke, StrokeKind,
    TextEdit, Ui, UiBuilder, vec2,
};

use crate::ui::Look;
use crate::ui::theme::{Face, Size};

/// The model of a field.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// What it sets.
    pub name: &'a str,
    /// What it holds, as words.
    pub text: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// How many letters can be typed into it. What is longer stays as it is.
    pub limit: usize,
    /// True for words over several lines.
    pub is_long: bool,
    /// True for a number: it is selected when it is entered, stands at the right, and the arrow
    /// keys up and down change it by steps.
    pub is_number: bool,
}

/// What was done to a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// What it says now, where that was changed.
    pub text: Option<String>,
    /// How many steps up, or down where negative, were asked of a number.
    pub steps: f64,
    /// True in the frame in which it was left.
    pub is_left: bool,
}

/// The height of a line, as a share of the size of its letters.
const LINE: f32 = 22.0 / 16.0;

/// The letters in a field while it has the focus, and what it held when they were typed.
#[derive(Clone, Debug, Default)]
struct Letters {
    typed: String,
    held: String,
}

/// Puts a field at a place. `same` tells whether letters say what the field holds anyway.
pub fn entry_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt,
    entry: &Entry<'_>,
    same: impl Fn(&str) -> bool,
) -> Written {
    let id = ui.scope_id().with(salt);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let kept = ui.data(|data| data.get_temp::<Letters>(id)).filter(|_| focused);
    let stands = |letters: &Letters| letters.held == entry.text || same(&letters.typed);
    let before = kept.filter(stands).map_or_else(|| entry.text.to_owned(), |letters| letters.typed);
    let steps = if focused && entry.is_number { steps_asked(ui) } else { 0.0 };
    let mut text = before.clone();
    let response = edit_ui(ui, look, rect, id, entry, &mut text);
    if response.gained_focus() && entry.is_number {
        select_all(ui, id, text.chars().count());
    }
    if response.has_focus() && steps == 0.0 {
        let letters = Letters { typed: text.clone(), held: entry.text.to_owned() };
        ui.data_mut(|data| data.insert_temp(id, letters));
    } else {
        ui.data_mut(|data| data.remove::<Letters>(id));
    }
    Written { text: (text != before).then_some(text), steps, is_left: response.lost_focus() }
}

fn edit_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    id: Id,
    entry: &Entry<'_>,
    text: &mut String,
) -> Response {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(9.0) as u8);
    ui.painter().rect(rect, corners, colors.card, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
    let font = look.font(Size::Body, if entry.is_number { Face::Numerals } else { Face::Regular });
    let side = look.pt(10.0);
    let field = rect.shrink2(vec2(side, 0.0));
    let response = ui
        .scope_builder(UiBuilder::new().max_rect(field).id_salt((id, "place")), |ui| {
            ui.set_clip_rect(rect.intersect(ui.clip_rect()));
            ui.add_sized(field.size(), text_edit(look, rect, id, entry, font, text))
        })
        .inner;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(entry.name));
    if response.gained_focus() {
        ui.scroll_to_rect(rect.expand(look.pt(12.0)), None);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, corners, Stroke::new(2.0, colors.focus), StrokeKind::Inside);
    }
    response
}

fn text_edit<'t>(
    look: &Look<'_>,
    rect: Rect,
    id: Id,
    entry: &Entry<'_>,
    font: FontId,
    text: &'t mut String,
) -> TextEdit<'t> {
    let colors = &look.theme.colors;
    let line = font.size * LINE;
    let above = if entry.is_long { look.pt(8.0) } else { ((rect.height() - line) / 2.0).max(0.0) };
    let edit = if entry.is_long { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
    let hint = egui::RichText::new(entry.hint).color(colors.quiet).font(font.clone());
    let align = if entry.is_number { Align2::RIGHT_TOP } else { Align2::LEFT_TOP };
    edit.id(id)
        .hint_text(hint)
        .font(font)
        .text_color(colors.ink)
        .align(align)
        .frame(egui::Frame::NONE.inner_margin(Margin::symmetric(0, above as i8)))
        .char_limit(entry.limit.max(text_length(entry)))
        .desired_width(rect.width())
}

/// What is longer than it may become can still be worked on.
fn text_length(entry: &Entry<'_>) -> usize {
    entry.text.chars().count()
}

fn select_all(ui: &Ui, id: Id, length: usize) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(length));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

/// The arrow keys up and down, taken before the text sees them.
fn steps_asked(ui: &Ui) -> f64 {
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as f64;
    pressed(Key::ArrowUp) - pressed(Key::ArrowDown)
}
