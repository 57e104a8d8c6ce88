//! A form: cards of rows under one another, each with what it sets at the left and the control at
//! the right.

use std::fmt::Debug;
use std::hash::Hash;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, CornerRadius, Frame, Id, Margin, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
    vec2,
};

use super::choice_group::{ChoiceGroup, Picked};
use super::{Button, ButtonKind, Slider, Text, slider_ui, switch_ui};
use crate::ui::Look;
use crate::ui::theme::{Face, Size};

/// Rows under construction.
pub struct Form<'u, 'l> {
    /// Where they are put.
    pub ui: &'u mut Ui,
    /// How they look.
    pub look: &'l Look<'l>,
    /// How wide they are.
    pub width: f32,
}

/// One of several things to choose from.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The words on it.
    pub text: &'a str,
    /// Its name for those who do not see what it belongs to.
    pub name: &'a str,
    /// True where it is the one chosen.
    pub chosen: bool,
}

impl<'a> Choice<'a> {
    fn button(&self) -> Button<'a> {
        let kind = if self.chosen { ButtonKind::Primary } else { ButtonKind::Neutral };
        Button { selected: Some(self.chosen), ..Button::new(kind, self.text).named(self.name) }
    }
}

/// Puts a card around rows, as wide as a rectangle and from its top down as long as they ask for;
/// returns where it ends. `salt` tells it from the other cards of the same `ui`.
pub fn form_card_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl Hash + Debug,
    rows: impl FnOnce(&mut Form<'_, '_>),
) -> f32 {
    let built = ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(salt), |ui| {
        card(ui, look, rect.width(), rows);
    });
    built.response.rect.bottom()
}

fn card(ui: &mut Ui, look: &Look<'_>, width: f32, rows: impl FnOnce(&mut Form<'_, '_>)) {
    let (colors, pad) = (&look.theme.colors, look.pt(20.0));
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    let frame = Frame::new()
        .fill(colors.card)
        .stroke(Stroke::new(1.0, colors.line))
        .corner_radius(CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8))
        .inner_margin(Margin::same(pad as i8));
    frame.show(ui, |ui| {
        let inner = width - 2.0 * (f32::from(pad as i8) + 1.0);
        ui.set_width(inner);
        rows(&mut Form { ui, look, width: inner });
    });
}

impl Form<'_, '_> {
    /// Leaves room.
    pub fn gap(&mut self, points: f32) {
        self.ui.add_space(self.look.pt(points));
    }

    /// A row of a height in points of the design.
    pub fn row(&mut self, height: f32) -> Rect {
        self.ui.allocate_exact_size(vec2(self.width, self.look.pt(height)), Sense::hover()).0
    }

    /// The heading of a card.
    pub fn title(&mut self, text: &str) {
        let color = self.look.theme.colors.ink;
        self.words(text, Size::Heading, Face::Bold, color);
        self.gap(6.0);
    }

    /// A heading inside a card; what it is known by to those who name something by it.
    pub fn heading(&mut self, text: &str) -> Id {
        self.gap(12.0);
        let color = self.look.theme.colors.ink;
        let id = self.words(text, Size::Body, Face::Bold, color);
        self.gap(5.0);
        id
    }

    /// A line that explains.
    pub fn note(&mut self, text: &str) {
        let color = self.look.theme.colors.quiet;
        self.words(text, Size::Small, Face::Regular, color);
        self.gap(4.0);
    }

    /// Words over as many lines as they need; what they are known by.
    pub fn words(&mut self, text: &str, size: Size, face: Face, color: Color32) -> Id {
        let format = TextFormat { font_id: self.look.font(size, face), color, ..TextFormat::default() };
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap.max_width = self.width;
        let galley = self.ui.fonts_mut(|fonts| fonts.layout_job(job));
        let (rect, response) = self.ui.allocate_exact_size(vec2(self.width, galley.size().y), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        self.ui.painter().galley(rect.min, galley, color);
        response.id
    }

    /// A row with a slider; the new value, where the person changed it.
    pub fn slider(&mut self, slider: &Slider<'_>) -> Option<f32> {
        let row = self.row(42.0);
        self.slider_in(row, slider.name, slider)
    }

    /// The same in a row that has more in it; `label` stands before it.
    pub fn slider_in(&mut self, row: Rect, label: &str, slider: &Slider<'_>) -> Option<f32> {
        let (look, colors) = (self.look, &self.look.theme.colors);
        let left = row.with_max_x(row.left() + row.width() * 0.36);
        Text::new(label, look.font(Size::Body, Face::Regular), colors.ink)
            .rows(2)
            .shrink(0.84)
            .paint(self.ui, left.with_max_x(left.right() - look.pt(10.0)));
        self.slider_alone(row.with_min_x(left.right()), slider)
    }

    /// A slider with its value, and nothing before it.
    pub fn slider_alone(&mut self, row: Rect, slider: &Slider<'_>) -> Option<f32> {
        let (look, colors) = (self.look, &self.look.theme.colors);
        let value = row.with_min_x(row.right() - look.pt(72.0));
        Text::new(slider.said, look.font(Size::Body, Face::Numerals), colors.quiet)
            .align(Align2::RIGHT_CENTER)
            .shrink(0.8)
            .paint(self.ui, value);
        let place = row.with_max_x(value.left());
        slider_ui(self.ui, look, place, ("slider", slider.name), slider)
    }

    /// A row with a switch; true when it was pressed.
    pub fn switch(&mut self, name: &str, on: bool) -> bool {
        let row = self.row(42.0);
        switch_ui(self.ui, self.look, row, ("switch", name), name, on)
    }

    /// Several things of which one is chosen, side by side as far as they fit; the one picked.
    /// `question` is the text that asks for them; Tab stops at one of them.
    pub fn choices(&mut self, salt: &str, question: Id, choices: &[Choice<'_>]) -> Option<usize> {
        let places = self.side_by_side(choices);
        let chosen = choices.iter().position(|choice| choice.chosen);
        let mut group = ChoiceGroup::new(self.ui, salt, question, choices.len(), chosen);
        for (choice, place) in choices.iter().zip(places) {
            group.put(self.look, place, &choice.button());
        }
        match group.picked()? {
            Picked::Pressed(index) | Picked::Led(index) => Some(index),
        }
    }

    /// Several buttons, each chosen or not, side by side as far as they fit; the one pressed.
    pub fn toggles(&mut self, salt: &str, choices: &[Choice<'_>]) -> Option<usize> {
        let places = self.side_by_side(choices);
        let mut pressed = None;
        for (index, (choice, place)) in choices.iter().zip(places).enumerate() {
            if choice.button().show(self.ui, self.look, place, (salt, index)).clicked() {
                pressed = Some(index);
            }
        }
        pressed
    }

    /// The places of choices, over as many rows as they need.
    fn side_by_side(&mut self, choices: &[Choice<'_>]) -> Vec<Rect> {
        let (look, gap) = (self.look, self.look.pt(8.0));
        let mut row = self.row(44.0);
        let mut left = row.left();
        let mut places = Vec::with_capacity(choices.len());
        for choice in choices {
            let width = choice.button().width(self.ui, look).clamp(look.pt(44.0), self.width);
            if left > row.left() && left + width > row.right() + 0.5 {
                self.gap(8.0);
                row = self.row(44.0);
                left = row.left();
            }
            places.push(Rect::from_min_size(egui::pos2(left, row.top()), vec2(width, row.height())));
            left += width + gap;
        }
        self.gap(6.0);
        places
    }

    /// A button on a row of its own, as wide as its words; true when it was pressed.
    pub fn button(&mut self, salt: &str, button: &Button<'_>) -> bool {
        let row = self.row(42.0);
        let width = button.width(self.ui, self.look).min(self.width);
        button.show(self.ui, self.look, row.with_max_x(row.left() + width), salt).clicked()
    }
}
