//! Safety: what these sessions are for, when to stop, and whom to ask; each line with its sources.

mod lines;

use std::collections::BTreeSet;

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::catalog::Catalog;
use crate::model::{Safety, Source};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Button, ButtonKind, Column, Text, text_ui};
use crate::ui::{Command, Look, Screen};
pub use lines::Chapter;
pub(super) use lines::chapter_ui;

/// What the screen shows.
#[derive(Clone, Copy, Debug)]
pub struct SafetyView<'a> {
    /// What to know.
    pub safety: &'a Safety,
    /// Where it comes from.
    pub sources: &'a [Source],
    /// True while a session waits for the person to have read this.
    pub asks: bool,
    /// The signs that are so for the person, by id; `None` where they cannot be ticked.
    pub ticked: Option<&'a BTreeSet<String>>,
}

impl<'a> SafetyView<'a> {
    /// What the catalogue has to tell.
    #[must_use]
    pub fn of(catalog: &'a Catalog) -> Self {
        Self { safety: &catalog.safety, sources: &catalog.sources, asks: false, ticked: None }
    }
}

/// Lines longer than this, in points of the design, are hard to read.
const WIDEST: f32 = 620.0;

/// Two columns need this much room, in points of the design.
const TWO_COLUMNS_FROM: f32 = 900.0;

/// Builds the screen over a rectangle.
pub fn safety_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: SafetyView<'_>,
    commands: &mut Vec<Command>,
) {
    let rect = if view.asks { asking_ui(ui, look, rect, commands) } else { rect };
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
            let first_place = Rect::from_min_max(pos2(left, top), pos2(left + width, f32::INFINITY));
            let mut bottom = column_ui(ui, look, first_place, &first, view, commands);
            if is_wide {
                let place = first_place.translate(vec2(width + gap, 0.0));
                bottom = bottom.max(column_ui(ui, look, place, &second, view, commands));
            }
            let all = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), bottom + look.pt(28.0)));
            ui.allocate_rect(all, egui::Sense::hover());
        });
    });
}

/// At the bottom, once in a lifetime: has the person read this? Returns what is left above.
fn asking_ui(ui: &Ui, look: &Look<'_>, rect: Rect, commands: &mut Vec<Command>) -> Rect {
    let bar = rect.with_min_y(rect.bottom() - look.pt(84.0));
    let colors = &look.theme.colors;
    ui.painter().rect_filled(bar, egui::CornerRadius::ZERO, colors.card);
    ui.painter().hline(bar.x_range(), bar.top(), egui::Stroke::new(1.0, colors.line));
    let inner = bar.shrink2(vec2(look.pt(32.0), look.pt(16.0)));
    let (accept, later) = (look.words.get("safety-accept"), look.words.get("safety-later"));
    let accept = Button::new(ButtonKind::Primary, &accept).size(Size::Heading);
    let later = Button::new(ButtonKind::Plain, &later);
    let place = inner.with_min_x(inner.right() - accept.width(ui, look));
    if accept.show(ui, look, place, "accept").clicked() {
        commands.push(Command::AcceptSafety);
    }
    let right = place.left() - look.pt(10.0);
    let place = inner.with_min_x(right - later.width(ui, look)).with_max_x(right);
    if later.show(ui, look, place, "later").clicked() {
        commands.push(Command::OpenScreen(Screen::Today));
    }
    let ask = look.words.get("safety-ask");
    let text = Text::new(&ask, look.font(Size::Body, Face::Regular), colors.ink).rows(2).live();
    text_ui(ui, inner.with_max_x(place.left() - look.pt(16.0)), "ask", &text);
    rect.with_max_y(bar.top())
}

/// One column of chapters; returns where it ends.
fn column_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    place: Rect,
    chapters: &[Chapter],
    view: SafetyView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let is_first = chapters.contains(&Chapter::Opening);
    let built = ui.scope_builder(UiBuilder::new().max_rect(place).id_salt(("column", is_first)), |ui| {
        let mut column = Column::new(ui, look, place.width());
        column.gap(22.0);
        if is_first {
            let title = look.words.get("rail-safety");
            column.words(&title, Size::Title, Face::Bold, look.theme.colors.ink);
        }
        for chapter in chapters {
            lines::chapter_ui(&mut column, look, *chapter, view, commands);
        }
    });
    built.response.rect.bottom()
}
