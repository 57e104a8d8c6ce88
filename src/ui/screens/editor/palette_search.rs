//! The palette's search field: Enter adds what fits best, the arrow down goes on to the cards, Esc
//! clears it.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align2, CornerRadius, Id, Key, Margin, Modifiers, Rect, Response, Stroke, StrokeKind, TextEdit, Ui,
    UiBuilder, vec2,
};

use super::DeskView;
use super::palette::{add_step, palette_id};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::Text;
use crate::ui::{Command, Editing, Look};

/// The widget of the search field.
pub(super) fn search_id() -> Id {
    Id::unique("palette-search")
}

pub(super) fn search_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    let radius = CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8);
    ui.painter().rect(rect, radius, colors.card, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
    let icon = rect.with_max_x(rect.left() + look.pt(38.0));
    let mut glyph = [0; 4];
    Text::new(icons::SEARCH.encode_utf8(&mut glyph), look.font(Size::Heading, Face::Icons), colors.quiet)
        .align(Align2::CENTER_CENTER)
        .paint(ui, icon);
    let id = search_id();
    // Before the field sees them: it would keep the one and forget the others.
    let asked = if ui.memory(|memory| memory.has_focus(id)) { keys(ui) } else { Asked::default() };
    let field = rect.with_min_x(icon.right()).with_max_x(rect.right() - look.pt(8.0));
    let mut text = view.palette.query.to_owned();
    let response = field_ui(ui, look, field, id, &mut text, view);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, Stroke::new(2.0, colors.focus), StrokeKind::Inside);
    }
    let name = look.words.get("edit-palette-search-name");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    if view.list.searches {
        take_focus(ui, &response, &text);
    }
    let best = view.palette.found.first();
    if let Some(best) = best.filter(|_| asked.enter && text == view.palette.query) {
        add_step(&best.id, true, commands);
    }
    if let Some(best) = best.filter(|_| asked.down) {
        ui.memory_mut(|memory| memory.request_focus(palette_id(&best.id)));
    }
    if asked.escape || (response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape))) {
        text.clear();
    }
    if text != view.palette.query {
        commands.push(Command::Edit(Editing::Find(text)));
    }
}

/// What the keys ask for that are no text.
#[derive(Clone, Copy, Default)]
struct Asked {
    enter: bool,
    down: bool,
    escape: bool,
}

fn keys(ui: &Ui) -> Asked {
    ui.input_mut(|input| Asked {
        enter: input.consume_key(Modifiers::NONE, Key::Enter),
        down: input.consume_key(Modifiers::NONE, Key::ArrowDown),
        escape: input.consume_key(Modifiers::NONE, Key::Escape),
    })
}

/// Gives the field the focus, with what is in it selected: what is typed next takes its place.
fn take_focus(ui: &Ui, response: &Response, text: &str) {
    response.request_focus();
    let mut state = TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), response.id);
}

fn field_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    id: Id,
    text: &mut String,
    view: &DeskView<'_>,
) -> Response {
    let colors = &look.theme.colors;
    let font = look.font(Size::Body, Face::Regular);
    let hint = look.words.with("edit-palette-search", &[("n", view.catalog.exercises.len().into())]);
    let hint = egui::RichText::new(hint).color(colors.quiet).font(font.clone());
    let margin = Margin::symmetric(0, ((rect.height() - look.pt(22.0)) / 2.0).max(0.0) as i8);
    let field = TextEdit::singleline(text)
        .id(id)
        .hint_text(hint)
        .font(font)
        .text_color(colors.ink)
        .frame(egui::Frame::NONE.inner_margin(margin))
        .char_limit(100)
        .desired_width(rect.width());
    let size = vec2(rect.width(), rect.height());
    ui.scope_builder(UiBuilder::new().max_rect(Rect::from_min_size(rect.min, size)), |ui| ui.add(field)).inner
}
