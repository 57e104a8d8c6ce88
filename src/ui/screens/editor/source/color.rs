//! A text laid out in colours, kept until it is another.

use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{Color32, FontId, Galley, Id, Ui};

use crate::store::ron_colors::{TokenClass, highlight};
use crate::ui::Look;
use crate::ui::theme::{Colors, Face, Size};

/// The text as it was laid out last.
#[derive(Clone)]
pub(super) struct Drawn {
    pub(super) text: Arc<str>,
    pub(super) galley: Arc<Galley>,
    /// Another where the fonts were made anew: what was laid out before would show other glyphs.
    fonts: Arc<Galley>,
    font: FontId,
    ink: [Color32; 6],
}

/// How texts are laid out here.
pub(super) struct Pen {
    id: Id,
    pub(super) font: FontId,
    ink: [Color32; 6],
    fonts: Arc<Galley>,
}

impl Pen {
    pub(super) fn new(ui: &Ui, look: &Look<'_>, id: Id) -> Self {
        let colors = &look.theme.colors;
        let font = look.font(Size::Small, Face::Mono);
        let fonts = ui.fonts_mut(|fonts| fonts.layout_no_wrap("0".to_owned(), font.clone(), colors.quiet));
        Self { id, font, ink: inks(colors), fonts }
    }

    /// What was laid out last.
    pub(super) fn drawn(&self, ui: &Ui) -> Option<Drawn> {
        ui.data(|data| data.get_temp(self.id))
    }

    /// The text laid out, without wrapping.
    pub(super) fn galley(&self, ui: &Ui, text: &str) -> Arc<Galley> {
        let is_same = |drawn: &Drawn| {
            *drawn.text == *text
                && Arc::ptr_eq(&drawn.fonts, &self.fonts)
                && drawn.font == self.font
                && drawn.ink == self.ink
        };
        if let Some(drawn) = self.drawn(ui).filter(is_same) {
            return drawn.galley;
        }
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(self.job(text)));
        let drawn = Drawn {
            text: text.into(),
            galley: galley.clone(),
            fonts: self.fonts.clone(),
            font: self.font.clone(),
            ink: self.ink,
        };
        ui.data_mut(|data| data.insert_temp(self.id, drawn));
        galley
    }

    fn job(&self, text: &str) -> LayoutJob {
        let mut job = LayoutJob { text: text.to_owned(), ..LayoutJob::default() };
        job.wrap.max_width = f32::INFINITY;
        let mut end = 0;
        for (range, class) in highlight(text) {
            // Signs and the blanks before them look alike: one section for both.
            self.section(&mut job, end..range.start, TokenClass::Sign);
            self.section(&mut job, range.clone(), class);
            end = range.end;
        }
        self.section(&mut job, end..text.len(), TokenClass::Sign);
        job
    }

    fn section(&self, job: &mut LayoutJob, range: std::ops::Range<usize>, class: TokenClass) {
        let color = self.ink[class as usize];
        if let Some(last) = job.sections.last_mut().filter(|last| last.format.color == color) {
            last.byte_range.end = range.end.into();
        } else if !range.is_empty() {
            let format = TextFormat::simple(self.font.clone(), color);
            job.sections.push(LayoutSection {
                leading_space: 0.0,
                byte_range: range.start.into()..range.end.into(),
                format,
            });
        }
    }
}

/// One colour for each class, in their order.
fn inks(colors: &Colors) -> [Color32; 6] {
    [colors.quiet, colors.code_text, colors.code_number, colors.ink, colors.teal, colors.ink]
}
