//! Small buttons of which one, or any number, is chosen, side by side as far as they fit; and a
//! button that opens a list.

use egui::{Popup, Rect, RichText, ScrollArea, pos2, vec2};

use super::sheet::Sheet;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind};

/// One of several things to choose.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pick<'a> {
    /// The words on it.
    pub(super) text: &'a str,
    /// Its name for those who do not see what it belongs to.
    pub(super) name: &'a str,
    /// True where it is chosen.
    pub(super) is_on: bool,
}

impl Sheet<'_, '_> {
    /// Puts small buttons of which one is chosen; the one pressed.
    pub(super) fn picks(&mut self, salt: &str, picks: &[Pick<'_>]) -> Option<usize> {
        self.small_buttons(salt, picks, ButtonKind::Primary)
    }

    /// Puts small buttons of which any number is chosen; the one pressed.
    pub(super) fn toggles(&mut self, salt: &str, picks: &[Pick<'_>]) -> Option<usize> {
        self.small_buttons(salt, picks, ButtonKind::Soft)
    }

    fn small_buttons(&mut self, salt: &str, picks: &[Pick<'_>], chosen: ButtonKind) -> Option<usize> {
        let look = self.form.look;
        let (gap, height) = (look.pt(6.0), 32.0);
        let mut pressed = None;
        let mut row = self.form.row(height);
        let mut left = row.left();
        for (index, pick) in picks.iter().enumerate() {
            let kind = if pick.is_on { chosen } else { ButtonKind::Neutral };
            let button = Button { selected: Some(pick.is_on), ..Button::new(kind, pick.text) };
            let button = button.named(pick.name).size(Size::Small);
            let width =
                (button.width(self.form.ui, look) - look.pt(12.0)).clamp(look.pt(38.0), self.form.width);
            if left > row.left() && left + width > row.right() + 0.5 {
                self.form.gap(6.0);
                row = self.form.row(height);
                left = row.left();
            }
            let place = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
            if button.show(self.form.ui, look, place, (salt, index)).clicked() {
                pressed = Some(index);
            }
            left += width + gap;
        }
        self.form.gap(4.0);
        pressed
    }

    /// Puts a button that opens a list; the one chosen. `shown` stands on the button.
    pub(super) fn list(&mut self, name: &str, shown: &str, picks: &[Pick<'_>]) -> Option<usize> {
        let look = self.form.look;
        let row = self.form.row(38.0);
        let said = format!("{name}: {shown}");
        let button =
            Button::new(ButtonKind::Neutral, shown).with_icon(icons::OPENS).named(&said).size(Size::Small);
        let width = button.width(self.form.ui, look).min(row.width());
        let place = Rect::from_min_size(row.min, vec2(width, row.height()));
        let response = button.show(self.form.ui, look, place, ("list", name));
        let mut chosen = None;
        Popup::menu(&response).accessible_name(name).show(|ui| {
            ui.spacing_mut().item_spacing.y = look.pt(4.0);
            ScrollArea::vertical().max_height(look.pt(320.0)).show(ui, |ui| {
                for (index, pick) in picks.iter().enumerate() {
                    let text = RichText::new(pick.text).font(look.font(Size::Body, Face::Regular));
                    let button =
                        egui::Button::selectable(pick.is_on, text).min_size(vec2(0.0, look.pt(30.0)));
                    if ui.add(button).clicked() {
                        chosen = Some(index);
                    }
                }
            });
        });
        self.form.gap(2.0);
        chosen
    }
}
