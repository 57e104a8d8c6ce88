//! Text at a place that does not move: elided, never overflowing, with a node of its own.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, AsIdSalt, Color32, FontId, Galley, Rect, Response, Role, Sense, Ui, WidgetInfo};

/// Text, and how it is set.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// The words.
    pub text: &'a str,
    /// Font.
    pub font: FontId,
    /// Colour.
    pub color: Color32,
    /// Where in its rectangle it stands.
    pub align: Align2,
    /// How many rows it may take before it is cut with an ellipsis.
    pub rows: usize,
    /// Smallest share of the font's size it may shrink to before it is cut.
    pub shrink: f32,
    /// True where a screen reader should say it when it changes.
    pub live: bool,
}

impl<'a> Text<'a> {
    /// One row, at the left, in the middle of the height.
    #[must_use]
    pub fn new(text: &'a str, font: FontId, color: Color32) -> Self {
        Self { text, font, color, align: Align2::LEFT_CENTER, rows: 1, shrink: 1.0, live: false }
    }

    /// Where in its rectangle it stands.
    #[must_use]
    pub fn align(self, align: Align2) -> Self {
        Self { align, ..self }
    }

    /// How many rows it may take.
    #[must_use]
    pub fn rows(self, rows: usize) -> Self {
        Self { rows, ..self }
    }

    /// Smallest share of the font's size it may shrink to.
    #[must_use]
    pub fn shrink(self, share: f32) -> Self {
        Self { shrink: share, ..self }
    }

    /// Said by a screen reader when it changes.
    #[must_use]
    pub fn live(self) -> Self {
        Self { live: true, ..self }
    }

    /// Lays the text out to fit a width and height: shrinks it down to [`Self::shrink`], then cuts.
    #[must_use]
    pub fn galley(&self, ui: &Ui, size: egui::Vec2) -> Arc<Galley> {
        let mut share = 1.0;
        loop {
            let galley = self.galley_at(ui, size.x, share);
            let fits = !galley.elided && galley.size().y <= size.y + 0.5;
            if fits || share <= self.shrink {
                return galley;
            }
            share = (share - 0.08).max(self.shrink);
        }
    }

    fn galley_at(&self, ui: &Ui, width: f32, share: f32) -> Arc<Galley> {
        let mut font = self.font.clone();
        font.size *= share;
        let format = TextFormat { font_id: font, color: self.color, ..TextFormat::default() };
        let mut job = LayoutJob::single_section(self.text.to_owned(), format);
        job.wrap = TextWrapping {
            max_width: width.max(1.0),
            max_rows: self.rows,
            break_anywhere: self.rows == 1,
            overflow_character: Some('…'),
        };
        job.halign = Align::LEFT;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// Paints it without a node: for widgets that name themselves. Returns where it stands.
    pub(crate) fn paint(&self, ui: &Ui, rect: Rect) -> Rect {
        let galley = self.galley(ui, rect.size());
        let place = self.align.align_size_within_rect(galley.size(), rect);
        // A text that is taller than its place stays inside it at the top.
        let place = place.translate(egui::vec2(0.0, (rect.top() - place.top()).max(0.0)));
        if rect.is_positive() {
            ui.painter()
                .with_clip_rect(rect.expand(4.0).intersect(ui.clip_rect()))
                .galley(place.min, galley, self.color);
        }
        place
    }
}

/// Paints text and gives it a node, unless it is empty. `salt` tells it from the other texts of the same `ui`.
pub fn text_ui(ui: &Ui, rect: Rect, salt: impl AsIdSalt, text: &Text<'_>) -> Response {
    let place = text.paint(ui, rect).intersect(rect);
    let response = ui.interact(place, ui.scope_id().with(salt), Sense::hover());
    if text.text.is_empty() {
        return response;
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text.text));
    if text.live {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
    response
}
