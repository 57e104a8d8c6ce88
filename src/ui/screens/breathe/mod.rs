//! Breathe: pick a rhythm and how long, or make one of your own, and start.

mod editor;
mod panel;
mod patterns;

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::model::{BreathPattern, Line};
use crate::ui::keys::start_pressed;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, form_card_ui, text_ui};
use crate::ui::{Breathing, Command, Look};

/// A pattern to choose.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The pattern.
    pub pattern: &'a BreathPattern,
    /// How it goes, in a sentence; empty where nothing is said.
    pub note: &'a str,
    /// True where the person made it.
    pub is_own: bool,
}

/// How long it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// In milliseconds.
    pub ms: u64,
    /// In whole breaths.
    pub breaths: u16,
}

/// What the screen shows.
#[derive(Clone, Copy, Debug)]
pub struct BreatheView<'a> {
    /// The patterns there are.
    pub offers: &'a [Offer<'a>],
    /// The one chosen, by id.
    pub chosen: &'a str,
    /// For how many minutes.
    pub minutes: u32,
    /// How long that is in whole breaths.
    pub length: Option<Length>,
    /// Whether breathing in sounds.
    pub hears_in: bool,
    /// Whether breathing out sounds.
    pub hears_out: bool,
    /// True where nothing is to be heard at all.
    pub is_muted: bool,
    /// What to take care of.
    pub cautions: &'a [Line],
    /// The own pattern that is open to be changed, by id.
    pub editing: Option<&'a str>,
    /// The name of the one deleted last, while it can be brought back.
    pub deleted: Option<&'a str>,
}

impl<'a> BreatheView<'a> {
    fn chosen_offer(&self) -> Option<&'a Offer<'a>> {
        self.offers.iter().find(|offer| offer.pattern.id == self.chosen)
    }

    fn edited(&self) -> Option<&'a BreathPattern> {
        let id = self.editing?;
        self.offers.iter().find(|offer| offer.is_own && offer.pattern.id == id).map(|offer| offer.pattern)
    }
}

/// Two columns need this much room, in points of the design.
const TWO_COLUMNS_FROM: f32 = 860.0;

/// Builds the screen over a rectangle.
pub fn breathe_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &BreatheView<'_>,
    commands: &mut Vec<Command>,
) {
    start_by_key(ui, commands);
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("breathe"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            let margin = look.pt(32.0);
            let inside = Rect::from_x_y_ranges(
                rect.left() + margin..=rect.right() - margin,
                ui.cursor().top()..=f32::INFINITY,
            );
            let top = heading_ui(ui, look, inside);
            let bottom = columns_ui(ui, look, inside.with_min_y(top), view, commands);
            let all = Rect::from_min_max(inside.min, pos2(inside.right(), bottom + look.pt(28.0)));
            ui.allocate_rect(all, Sense::hover());
        });
    });
}

/// Enter and Space start, unless a widget has the focus and takes them itself.
fn start_by_key(ui: &Ui, commands: &mut Vec<Command>) {
    if start_pressed(ui) {
        commands.push(Command::Breathe(Breathing::Start));
    }
}

fn heading_ui(ui: &Ui, look: &Look<'_>, rect: Rect) -> f32 {
    let colors = &look.theme.colors;
    let title = Rect::from_min_size(rect.min + vec2(0.0, look.pt(22.0)), vec2(rect.width(), look.pt(42.0)));
    let text = look.words.get("rail-breathe");
    text_ui(ui, title, "title", &Text::new(&text, look.font(Size::Title, Face::Bold), colors.ink));
    let line = Rect::from_min_size(title.left_bottom(), vec2(rect.width(), look.pt(26.0)));
    let text = look.words.get("breathe-line");
    text_ui(ui, line, "line", &Text::new(&text, look.font(Size::Body, Face::Regular), colors.quiet));
    line.bottom() + look.pt(16.0)
}

/// The patterns and what to do with the one chosen; returns where they end.
fn columns_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &BreatheView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let gap = look.pt(20.0);
    if rect.width() < look.pt(TWO_COLUMNS_FROM) {
        let end = rhythms_ui(ui, look, rect, view, commands);
        return panel_at(ui, look, rect.with_min_y(end + gap), view, commands);
    }
    let width = (rect.width() * 0.36).max(look.pt(360.0));
    let right = rect.with_min_x(rect.right() - width);
    let end = rhythms_ui(ui, look, rect.with_max_x(right.left() - gap), view, commands);
    end.max(panel_at(ui, look, right, view, commands))
}

/// The patterns there are, or the own one that is open.
fn rhythms_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &BreatheView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    match view.edited() {
        Some(pattern) => {
            form_card_ui(ui, look, rect, "editor", |form| editor::editor_ui(form, pattern, commands))
        }
        None => patterns::patterns_ui(ui, look, rect, view, commands),
    }
}

fn panel_at(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &BreatheView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    form_card_ui(ui, look, rect, "panel", |form| panel::panel_ui(form, view, commands))
}
