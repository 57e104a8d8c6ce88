//! A column of text as long as it needs to be: headings, lines and buttons under one another.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::button::paint_focus;
use super::{Button, ButtonKind, Text};
use crate::ui::Look;
use crate::ui::theme::{Face, Size, icons};

/// How a line is set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Line<'a> {
    /// What stands before it: a number or a dot.
    pub bullet: &'a str,
    /// What stands small behind it: where it comes from.
    pub tail: &'a str,
    /// True where it was added and no source states it.
    pub is_added: bool,
    /// True where it is what the figure does now.
    pub is_lit: bool,
    /// True where it matters less.
    pub is_quiet: bool,
}

/// A column under construction.
pub struct Column<'a, 'b> {
    ui: &'a mut Ui,
    look: &'a Look<'b>,
    width: f32,
}

impl<'a, 'b> Column<'a, 'b> {
    /// An empty column of this width.
    pub fn new(ui: &'a mut Ui, look: &'a Look<'b>, width: f32) -> Self {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        Self { ui, look, width }
    }

    /// Leaves room.
    pub fn gap(&mut self, points: f32) {
        self.ui.add_space(self.look.pt(points));
    }

    /// A heading over what follows.
    pub fn heading(&mut self, key: &str) {
        self.gap(18.0);
        let text = self.look.words.get(key);
        self.words(&text, Size::Body, Face::Bold, self.look.theme.colors.ink);
        self.gap(4.0);
    }

    /// Words as they are.
    pub fn words(&mut self, text: &str, size: Size, face: Face, color: Color32) {
        let mut job = LayoutJob::default();
        job.append(text, 0.0, self.format(size, face, color));
        self.place(job, text, 0.0, &Line::default());
    }

    /// A line of body text.
    pub fn line(&mut self, text: &str, line: &Line<'_>) {
        let colors = &self.look.theme.colors;
        let color = match (line.is_lit, line.is_quiet) {
            (true, _) => colors.on_soft,
            (_, true) => colors.quiet,
            _ => colors.ink,
        };
        let size = if line.is_quiet { Size::Small } else { Size::Body };
        let mut job = LayoutJob::default();
        job.append(text, 0.0, self.format(size, Face::Regular, color));
        let mut said =
            if line.bullet.ends_with('.') { format!("{} {text}", line.bullet) } else { text.to_owned() };
        if !line.tail.is_empty() {
            let quiet = if line.is_lit { colors.on_soft } else { colors.quiet };
            job.append(line.tail, self.look.pt(8.0), self.format(Size::Small, Face::Regular, quiet));
        }
        if line.is_added {
            let mark = self.look.words.get("ex-added");
            let quiet = if line.is_lit { colors.on_soft } else { colors.quiet };
            job.append(&mark, self.look.pt(8.0), self.format(Size::Small, Face::SemiBold, quiet));
            said = self.look.words.with("ex-added-name", &[("text", said.into())]);
        }
        let indent = if line.bullet.is_empty() { 0.0 } else { self.look.pt(26.0) };
        self.place(job, &said, indent, line);
    }

    /// A button that leads elsewhere; true when it was pressed.
    pub fn link(&mut self, text: &str, name: &str, salt: &str) -> bool {
        let look = self.look;
        let button = Button::new(ButtonKind::Soft, text).named(name);
        let width = button.width(self.ui, look).min(self.width);
        self.gap(4.0);
        let (row, _) = self.ui.allocate_exact_size(vec2(self.width, look.pt(38.0)), Sense::hover());
        let clicked = button.show(self.ui, look, row.with_max_x(row.left() + width), (salt, name)).clicked();
        self.gap(4.0);
        clicked
    }

    /// A line that is ticked or not; true when it was pressed. `hint` tells a screen reader what a
    /// tick means.
    pub fn tick(&mut self, text: &str, tail: &str, hint: &str, on: bool) -> bool {
        let (look, colors) = (self.look, &self.look.theme.colors);
        let mut job = LayoutJob::default();
        job.append(text, 0.0, self.format(Size::Body, Face::Regular, colors.ink));
        job.append(tail, look.pt(8.0), self.format(Size::Small, Face::Regular, colors.quiet));
        let (pad, indent) = (vec2(look.pt(8.0), look.pt(4.0)), look.pt(30.0));
        job.wrap.max_width = (self.width - indent - 2.0 * pad.x).max(40.0);
        let galley = self.ui.fonts_mut(|fonts| fonts.layout_job(job));
        let height = (galley.size().y + 2.0 * pad.y).max(look.pt(30.0));
        let (rect, response) = self.ui.allocate_exact_size(vec2(self.width, height), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, text));
        self.ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(hint));
        if self.ui.is_rect_visible(rect) || response.gained_focus() {
            let box_at = rect.min + vec2(pad.x, pad.y + look.pt(1.0));
            self.paint_box(Rect::from_min_size(box_at, egui::Vec2::splat(look.pt(18.0))), on);
            self.ui.painter().galley(rect.min + pad + vec2(indent, 0.0), galley, colors.ink);
        }
        paint_focus(self.ui, look, rect, CornerRadius::same(look.pt(8.0) as u8), &response);
        response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
    }

    fn paint_box(&self, rect: Rect, on: bool) {
        let (look, colors) = (self.look, &self.look.theme.colors);
        let (ground, edge) = if on { (colors.teal, colors.teal) } else { (colors.card, colors.edge) };
        let stroke = Stroke::new(look.pt(1.5), edge);
        let corners = CornerRadius::same(look.pt(5.0) as u8);
        self.ui.painter().rect(rect, corners, ground, stroke, StrokeKind::Inside);
        if on {
            let mut glyph = [0; 4];
            let font = look.font_of(rect.height() * 0.8, Face::Icons);
            Text::new(icons::CHECK.encode_utf8(&mut glyph), font, colors.on_teal)
                .align(Align2::CENTER_CENTER)
                .paint(self.ui, rect);
        }
    }

    fn format(&self, size: Size, face: Face, color: Color32) -> TextFormat {
        TextFormat { font_id: self.look.font(size, face), color, ..TextFormat::default() }
    }

    fn place(&mut self, mut job: LayoutJob, said: &str, indent: f32, line: &Line<'_>) {
        let look = self.look;
        let (pad_x, pad_y) = (look.pt(8.0), look.pt(3.0));
        job.wrap.max_width = (self.width - indent - 2.0 * pad_x).max(40.0);
        let galley = self.ui.fonts_mut(|fonts| fonts.layout_job(job));
        let size = vec2(self.width, galley.size().y + 2.0 * pad_y);
        let (rect, response) = self.ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
        if !self.ui.is_rect_visible(rect) {
            return;
        }
        let colors = &look.theme.colors;
        let painter = self.ui.painter();
        if line.is_lit {
            painter.rect_filled(rect, CornerRadius::same(look.pt(8.0) as u8), colors.soft);
        }
        let text_at = rect.min + vec2(pad_x + indent, pad_y);
        if !line.bullet.is_empty() {
            let color = if line.is_lit { colors.on_soft } else { colors.quiet };
            let font = look.font(Size::Body, Face::SemiBold);
            let bullet = painter.layout_no_wrap(line.bullet.to_owned(), font, color);
            painter.galley(rect.min + vec2(pad_x, pad_y), bullet, color);
        }
        painter
            .with_clip_rect(Rect::everything_left_of(rect.right()).intersect(self.ui.clip_rect()))
            .galley(text_at, galley, colors.ink);
    }
}
