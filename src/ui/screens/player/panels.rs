//! What the panels of the player have in common, and the list of keys.

use egui::{Align2, CornerRadius, Id, Rect, Ui, pos2, vec2};

use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_ground, text_ui};
use crate::ui::{Command, KeyRow, Look, PLAYER_KEYS};

/// A card in place of the stage.
pub(super) fn card(ui: &Ui, look: &Look<'_>, rect: Rect) {
    paint_ground(ui, look, rect, look.theme.metrics.radius.card);
}

/// The title of a panel and the button that closes it; returns what is left below.
pub(super) fn title_and_close(
    ui: &Ui,
    look: &Look<'_>,
    inner: Rect,
    title: &str,
    close: Command,
    commands: &mut Vec<Command>,
) -> Rect {
    let row = inner.with_max_y(inner.top() + look.pt(46.0));
    let button = Rect::from_min_size(
        pos2(inner.right() - look.pt(40.0), inner.top()),
        vec2(look.pt(40.0), look.pt(40.0)),
    );
    let words = look.words.get(title);
    let text = Text::new(&words, look.font(Size::Title, Face::Bold), look.theme.colors.ink);
    text_ui(ui, row.with_max_x(button.left()), title, &text);
    let name = look.words.get("act-close");
    if Button::icon(ButtonKind::Plain, icons::CLOSE, &name).show(ui, look, button, (title, "close")).clicked()
    {
        commands.push(close);
    }
    inner.with_min_y(row.bottom())
}

/// What the keys do, in two columns.
pub(super) fn keys_ui(ui: &Ui, look: &Look<'_>, rect: Rect, commands: &mut Vec<Command>) {
    card(ui, look, rect);
    let inner = rect.shrink2(vec2(look.pt(28.0), look.pt(14.0)));
    let list = title_and_close(ui, look, inner, "keys-title", Command::ToggleKeys, commands);
    let shown: Vec<&KeyRow> = PLAYER_KEYS.iter().filter(|row| !row.cap.is_empty()).collect();
    let lines = shown.len().div_ceil(2);
    let height = (list.height() / lines as f32).min(look.pt(52.0));
    let width = (list.width() - look.pt(28.0)) / 2.0;
    for (index, row) in shown.into_iter().enumerate() {
        let (column, line) = (index / lines, index % lines);
        let min =
            pos2(list.left() + (width + look.pt(28.0)) * column as f32, list.top() + height * line as f32);
        key_ui(ui, look, Rect::from_min_size(min, vec2(width, height)), row);
    }
}

fn key_ui(ui: &Ui, look: &Look<'_>, line: Rect, row: &KeyRow) {
    let (colors, words) = (&look.theme.colors, look.words);
    let cap = line.with_max_x(line.left() + look.pt(124.0)).shrink2(vec2(0.0, look.pt(4.0)));
    ui.painter().rect_filled(cap, CornerRadius::same(look.pt(8.0) as u8), colors.neutral);
    let (cap_text, does) = (words.get(row.cap), words.get(row.does));
    let text = Text::new(&cap_text, look.font(Size::Body, Face::Bold), colors.on_neutral)
        .align(Align2::CENTER_CENTER);
    text_ui(ui, cap, (row.cap, "cap"), &text);
    let text = Text::new(&does, look.font(Size::Body, Face::Regular), colors.ink);
    text_ui(ui, line.with_min_x(cap.right() + look.pt(16.0)), (row.cap, "does"), &text);
}

/// Rows from the top down, the whole of them in the middle of a rectangle.
pub(super) struct Rows {
    rect: Rect,
    top: f32,
    squeeze: f32,
}

impl Rows {
    pub(super) fn centered(rect: Rect, total: f32) -> Self {
        let squeeze = (rect.height() / total).min(1.0);
        Self { rect, top: rect.center().y - total * squeeze / 2.0, squeeze }
    }

    /// The same, with one row of so much height among them that is not made lower.
    pub(super) fn around(rect: Rect, total: f32, whole: f32) -> Self {
        let squeeze = ((rect.height() - whole) / total).clamp(0.0, 1.0);
        let height = total * squeeze + whole;
        Self { rect, top: rect.center().y - height / 2.0, squeeze }
    }

    /// The row that is not made lower.
    pub(super) fn whole(&mut self, height: f32) -> Rect {
        let row = Rect::from_min_size(pos2(self.rect.left(), self.top), vec2(self.rect.width(), height));
        self.top += height;
        row
    }

    pub(super) fn next(&mut self, height: f32) -> Rect {
        self.whole(height * self.squeeze)
    }
}

/// The buttons that answer a question. The first has the focus from the start, so that the keyboard
/// alone answers: arrows and Tab move, Enter and Space press.
pub(super) struct Answers<'a> {
    pub(super) ui: &'a Ui,
    pub(super) look: &'a Look<'a>,
    pub(super) ids: Vec<Id>,
}

impl<'a> Answers<'a> {
    pub(super) fn new(ui: &'a Ui, look: &'a Look<'a>) -> Self {
        Self { ui, look, ids: Vec::new() }
    }

    pub(super) fn put(
        &mut self,
        place: Rect,
        salt: &str,
        button: &Button<'_>,
        command: Command,
        commands: &mut Vec<Command>,
    ) {
        let response = button.show(self.ui, self.look, place, salt);
        self.ids.push(response.id);
        if response.clicked() {
            commands.push(command);
        }
    }

    pub(super) fn focus_the_first(self) {
        let focused = self.ui.memory(egui::Memory::focused);
        if let Some(&first) = self.ids.first()
            && focused.is_none_or(|id| !self.ids.contains(&id))
        {
            self.ui.memory_mut(|memory| memory.request_focus(first));
        }
    }
}
