//! What every dialog is made of: a card in the middle of the window with a title, rows that scroll,
//! and buttons at its foot.

use egui::{
    CornerRadius, Frame, Id, Key, Margin, Modal, Modifiers, Rect, ScrollArea, Sense, Stroke, Ui, Vec2, vec2,
};

use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Form, Text, text_ui};
use crate::ui::{Command, Look, Shelving};

/// A button at the foot of a dialog.
pub(super) struct Answer<'a> {
    /// The words on it, by key.
    pub(super) key: &'a str,
    /// How much it asks for attention.
    pub(super) kind: ButtonKind,
    /// What it does.
    pub(super) asked: Command,
}

impl<'a> Answer<'a> {
    /// The one that is likely meant.
    pub(super) fn main(key: &'a str, asked: Shelving) -> Self {
        Self { key, kind: ButtonKind::Primary, asked: Command::Shelve(asked) }
    }

    /// Another one.
    pub(super) fn other(key: &'a str, asked: Shelving) -> Self {
        Self { key, kind: ButtonKind::Neutral, asked: Command::Shelve(asked) }
    }
}

/// A dialog.
pub(super) struct Dialog<'a> {
    /// Tells it from the others.
    pub(super) name: &'static str,
    /// What is asked.
    pub(super) title: &'a str,
    /// How wide it is where there is room, in points of the design.
    pub(super) width: f32,
    /// What can be answered, the likeliest first.
    pub(super) answers: Vec<Answer<'a>>,
}

/// What lies in the middle of the window is placed by the size it had: where that is another, as in
/// a window that was made smaller, it is placed again at once.
fn settle(ui: &Ui, name: &'static str, size: Vec2) {
    let id = Id::unique(("dialog-size", name));
    let before = ui.data_mut(|data| data.get_temp::<Vec2>(id));
    if before.is_some_and(|before| (before - size).length() > 0.5) {
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(id, size));
}

impl Dialog<'_> {
    /// Builds it around rows.
    pub(super) fn show(
        self,
        ui: &Ui,
        look: &Look<'_>,
        commands: &mut Vec<Command>,
        rows: impl FnOnce(&mut Form<'_, '_>, &mut Vec<Command>),
    ) {
        let colors = &look.theme.colors;
        let window = ui.max_rect();
        let pad = look.pt(20.0);
        let width = look.pt(self.width).min(window.width() - 2.0 * (pad + look.pt(16.0)));
        let room = window.height() - 2.0 * (pad + look.pt(16.0)) - look.pt(52.0 + 64.0);
        let frame = Frame::new()
            .fill(colors.paper)
            .stroke(Stroke::new(1.0, colors.line))
            .corner_radius(CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8))
            .inner_margin(Margin::same(pad as i8));
        let modal = Modal::new(Id::unique(("dialog", self.name)))
            .frame(frame)
            .backdrop_color(colors.veil.gamma_multiply(0.85));
        let asked_before = commands.len();
        let shown = modal.show(ui.ctx(), |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            ui.set_width(width);
            self.title_ui(ui, look, width, commands);
            let scroll = ScrollArea::vertical()
                .id_salt(self.name)
                .max_height(room)
                .min_scrolled_height(room)
                .auto_shrink([false, true]);
            scroll.show(ui, |ui| {
                let mut form = Form { ui, look, width: width - look.pt(14.0) };
                rows(&mut form, commands);
            });
            self.answers_ui(ui, look, width, commands);
        });
        settle(ui, self.name, shown.response.rect.size());
        let escaped = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        // A dialog that has just grown may take a press on its new part for one beside it.
        let is_answered = commands.len() > asked_before;
        if escaped || (shown.should_close() && !is_answered) {
            commands.push(Command::Shelve(Shelving::CloseDialog));
        }
    }

    fn title_ui(&self, ui: &mut Ui, look: &Look<'_>, width: f32, commands: &mut Vec<Command>) {
        let (row, _) = ui.allocate_exact_size(vec2(width, look.pt(52.0)), Sense::hover());
        let row = row.with_max_y(row.bottom() - look.pt(8.0));
        let close = row.with_min_x(row.right() - row.height());
        let name = look.words.get("shelf-dialog-close");
        let button = Button::icon(ButtonKind::Plain, icons::CLOSE, &name);
        if button.show(ui, look, close, (self.name, "close")).clicked() {
            commands.push(Command::Shelve(Shelving::CloseDialog));
        }
        let title = row.with_max_x(close.left() - look.pt(8.0));
        let text = Text::new(self.title, look.font(Size::Title, Face::Bold), look.theme.colors.ink);
        text_ui(ui, title, (self.name, "title"), &text.shrink(0.7));
    }

    fn answers_ui(&self, ui: &mut Ui, look: &Look<'_>, width: f32, commands: &mut Vec<Command>) {
        let (row, _) = ui.allocate_exact_size(vec2(width, look.pt(64.0)), Sense::hover());
        let row = row.with_min_y(row.top() + look.pt(16.0));
        let mut right = row.right();
        let cancel = Answer {
            // Where nothing is asked there is nothing to call off.
            key: if self.answers.is_empty() { "act-close" } else { "shelf-cancel" },
            kind: ButtonKind::Plain,
            asked: Command::Shelve(Shelving::CloseDialog),
        };
        // Enter does not take away by mistake.
        let takes_away = self.answers.iter().any(|answer| answer.kind == ButtonKind::Hurt);
        for answer in self.answers.iter().chain(std::iter::once(&cancel)) {
            let text = look.words.get(answer.key);
            let button = Button::new(answer.kind, &text);
            let width = button.width(ui, look);
            let place = Rect::from_x_y_ranges(right - width..=right, row.y_range());
            let response = button.show(ui, look, place, (self.name, answer.key));
            if response.clicked() {
                commands.push(answer.asked.clone());
            }
            if takes_away && answer.key == cancel.key && ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            right -= width + look.pt(10.0);
        }
    }
}
