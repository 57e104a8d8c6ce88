//! Safety: what these sessions are for, when to stop, and whom to ask; each line with its sources.

mod lines;

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2};

use crate::catalog::Catalog;
use crate::model::{Safety, Source};
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::Column;
pub use lines::Chapter;
pub(super) use lines::chapter_ui;

/// What the screen shows.
#[derive(Clone, Copy, Debug)]
pub struct SafetyView<'a> {
    /// What to know.
    pub safety: &'a Safety,
    /// Where it comes from.
    pub sources: &'a [Source],
}

impl<'a> SafetyView<'a> {
    /// What the catalogue has to tell.
    #[must_use]
    pub fn of(catalog: &'a Catalog) -> Self {
        Self { safety: &catalog.safety, sources: &catalog.sources }
    }
}

/// Lines longer than this, in points of the design, are hard to read.
const WIDEST: f32 = 620.0;

/// Two columns need this much room, in points of the design.
const TWO_COLUMNS_FROM: f32 = 900.0;

/// Builds the screen over a rectangle.
pub fn safety_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: SafetyView<'_>) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("safety"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let (margin, top) = (look.pt(32.0), ui.cursor().top());
            let is_wide = rect.width() >= look.pt(TWO_COLUMNS_FROM);
            let gap = look.pt(36.0);
            let room = rect.width() - 2.0 * margin;
            let width = (if is_wide { (room - gap) / 2.0 } else { room }).min(look.pt(WIDEST));
            let left = rect.left() + margin;
            let [first, second] = if is_wide {
                [Chapter::FIRST.to_vec(), Chapter::SECOND.to_vec()]
            } else {
                [[Chapter::FIRST.as_slice(), Chapter::SECOND.as_slice()].concat(), Vec::new()]
            };
            let mut bottom = column_ui(ui, look, pos2(left, top), width, true, &first, view);
            if is_wide {
                let at = pos2(left + width + gap, top);
                bottom = bottom.max(column_ui(ui, look, at, width, false, &second, view));
            }
            let all = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), bottom + look.pt(28.0)));
            ui.allocate_rect(all, egui::Sense::hover());
        });
    });
}

/// One column of chapters; returns where it ends.
fn column_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    at: egui::Pos2,
    width: f32,
    is_first: bool,
    chapters: &[Chapter],
    view: SafetyView<'_>,
) -> f32 {
    let place = Rect::from_min_max(at, pos2(at.x + width, f32::INFINITY));
    let built = ui.scope_builder(UiBuilder::new().max_rect(place).id_salt(("column", is_first)), |ui| {
        let mut column = Column::new(ui, look, width);
        column.gap(22.0);
        if is_first {
            let title = look.words.get("rail-safety");
            column.words(&title, Size::Title, Face::Bold, look.theme.colors.ink);
        }
        for chapter in chapters {
            lines::chapter_ui(&mut column, look, *chapter, view);
        }
    });
    built.response.rect.bottom()
}
