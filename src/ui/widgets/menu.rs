//! A list of things to do that opens below a button.

use egui::{Popup, Response, ScrollArea, Sense, vec2};

use super::{Button, ButtonKind};
use crate::ui::Look;

/// What is longer scrolls, in points at the size of the design.
const HIGHEST: f32 = 400.0;

/// Above the first row and below the last, for the ring around the one that has the focus.
const RING: f32 = 3.0;

/// A thing to do.
#[derive(Clone, Debug)]
pub struct MenuRow<T> {
    /// An icon before the words.
    pub icon: char,
    /// The words.
    pub text: String,
    /// Whether it can be done now.
    pub enabled: bool,
    /// What it is.
    pub asked: T,
}

impl<T> MenuRow<T> {
    /// A thing that can be done.
    #[must_use]
    pub fn new(icon: char, text: String, asked: T) -> Self {
        Self { icon, text, enabled: true, asked }
    }

    /// Whether it can be done now.
    #[must_use]
    pub fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }
}

/// Opens a list below a button that was clicked; returns what was chosen in it. `rows` is asked only
/// while the list is open.
pub fn menu_ui<T>(
    response: &Response,
    look: &Look<'_>,
    name: &str,
    rows: impl FnOnce() -> Vec<MenuRow<T>>,
) -> Option<T> {
    let popup = Popup::menu(response).accessible_name(name);
    let shown = popup.show(|ui| {
        ui.spacing_mut().item_spacing.y = look.pt(2.0);
        let rows = rows();
        let buttons: Vec<Button<'_>> = rows.iter().map(button).collect();
        let width = buttons.iter().map(|button| button.width(ui, look)).fold(look.pt(160.0), f32::max);
        let width = width.min(look.pt(420.0));
        let mut chosen = None;
        ScrollArea::vertical().max_height(look.pt(HIGHEST)).show(ui, |ui| {
            ui.add_space(look.pt(RING));
            for (index, button) in buttons.iter().enumerate() {
                let (place, _) = ui.allocate_exact_size(vec2(width, look.pt(36.0)), Sense::hover());
                let row = button.show(ui, look, place, ("row", index));
                if row.clicked() {
                    chosen = Some(index);
                    // Chosen by keyboard, one goes on from where one was.
                    if row.has_focus() {
                        response.request_focus();
                    }
                }
            }
            ui.add_space(look.pt(RING));
        });
        if chosen.is_some() {
            // A click closes it by itself, a key does not.
            ui.close();
        }
        chosen.and_then(|index| rows.into_iter().nth(index))
    });
    shown.and_then(|shown| shown.inner).map(|row| row.asked)
}

fn button<T>(row: &MenuRow<T>) -> Button<'_> {
    Button::new(ButtonKind::Plain, &row.text).with_icon(row.icon).enabled(row.enabled).from_left()
}
