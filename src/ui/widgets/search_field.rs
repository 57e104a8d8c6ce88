//! A field to search with: a lens, what is typed, and a hint while it is empty.

use egui::{
    Align2, CornerRadius, Id, Margin, Rect, Response, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, vec2,
};

use super::Text;
use crate::ui::Look;
use crate::ui::theme::{Face, Size, icons};

/// More letters than any search needs.
const MOST_LETTERS: usize = 100;

/// The model of a search field.
#[derive(Clone, Copy, Debug)]
pub struct SearchField<'a> {
    /// Its widget.
    pub id: Id,
    /// What is searched for.
    pub query: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Its name for those who do not see it.
    pub name: &'a str,
}

/// Puts a search field at a place; gives back what stands in it now.
pub fn search_field_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    search: &SearchField<'_>,
) -> (Response, String) {
    let colors = &look.theme.colors;
    let radius = CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8);
    ui.painter().rect(rect, radius, colors.card, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
    let icon = Rect::from_min_size(rect.min, vec2(look.pt(40.0), rect.height()));
    let mut glyph = [0; 4];
    Text::new(icons::SEARCH.encode_utf8(&mut glyph), look.font(Size::Heading, Face::Icons), colors.quiet)
        .align(Align2::CENTER_CENTER)
        .paint(ui, icon);
    let place = rect.with_min_x(icon.right()).with_max_x(rect.right() - look.pt(8.0));
    let mut text = search.query.to_owned();
    let response = letters_ui(ui, look, place, search, &mut text);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, Stroke::new(2.0, colors.focus), StrokeKind::Inside);
    }
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(search.name));
    (response, text)
}

fn letters_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    search: &SearchField<'_>,
    text: &mut String,
) -> Response {
    let colors = &look.theme.colors;
    let font = look.font(Size::Body, Face::Regular);
    let hint = egui::RichText::new(search.hint).color(colors.quiet).font(font.clone());
    let margin = Margin::symmetric(0, ((rect.height() - look.pt(22.0)) / 2.0).max(0.0) as i8);
    let field = TextEdit::singleline(text)
        .id(search.id)
        .hint_text(hint)
        .font(font)
        .text_color(colors.ink)
        .frame(egui::Frame::NONE.inner_margin(margin))
        .char_limit(MOST_LETTERS)
        .desired_width(rect.width());
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt((search.id, "place")), |ui| ui.add(field)).inner
}
