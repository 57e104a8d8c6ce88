//! A slider: a value between two ends, by pointer, by arrow keys and by a screen reader.

use std::ops::RangeInclusive;

use egui::accesskit::{Action, ActionData};
use egui::{
    AsIdSalt, CornerRadius, EventFilter, Key, Modifiers, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use super::button::paint_focus;
use crate::ui::Look;
use crate::ui::theme::Theme;

/// The model of a slider.
#[derive(Clone, Debug)]
pub struct Slider<'a> {
    /// What it sets.
    pub name: &'a str,
    /// The value in words.
    pub said: &'a str,
    /// The value.
    pub value: f32,
    /// Its ends.
    pub range: RangeInclusive<f32>,
    /// What one press of an arrow key changes.
    pub step: f32,
}

/// Puts a slider at a place; the new value, where the person changed it.
pub fn slider_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt,
    slider: &Slider<'_>,
) -> Option<f32> {
    marked_slider_ui(ui, look, rect, salt, slider, None)
}

/// The same with a stretch of the track set apart: what is advised. A value outside of its ends
/// stands at the nearer one and stays what it is until it is touched.
pub fn marked_slider_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt,
    slider: &Slider<'_>,
    advised: Option<&RangeInclusive<f32>>,
) -> Option<f32> {
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::click_and_drag());
    describe(ui, &response, slider);
    let radius = look.pt(9.0);
    let (left, right) = (rect.left() + radius, rect.right() - radius);
    let (least, most) = (*slider.range.start(), *slider.range.end());
    let span = (most - least).max(f32::EPSILON);
    let x_of = |value: f32| {
        let share = ((value - least) / span).clamp(0.0, 1.0);
        egui::lerp(left..=right, if share.is_nan() { 0.0 } else { share })
    };
    let at = pos2(x_of(slider.value), rect.center().y);

    let colors = &look.theme.colors;
    let bar = Rect::from_min_max(pos2(left, at.y), pos2(right, at.y)).expand2(vec2(0.0, look.pt(3.0)));
    let corners = CornerRadius::same(look.pt(3.0) as u8);
    ui.painter().rect_filled(bar, corners, colors.line);
    match advised {
        Some(advised) => {
            let ends = x_of(*advised.start())..=x_of(*advised.end());
            let stretch =
                Rect::from_x_y_ranges(ends, bar.y_range()).expand2(vec2(look.pt(2.0), look.pt(1.0)));
            ui.painter().rect_filled(stretch, corners, Theme::blend(colors.wave, colors.card, 0.4));
        }
        None => {
            ui.painter().rect_filled(bar.with_max_x(at.x), corners, colors.wave);
        }
    }
    ui.painter().circle(at, radius, colors.teal, Stroke::new(look.pt(2.0), colors.card));
    paint_focus(ui, look, rect, CornerRadius::same(8), &response);

    let steps = steps_asked(ui, &response);
    let pointed = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged());
    let asked = match pointed {
        _ if told(ui, &response).is_some() => told(ui, &response)?,
        Some(pointer) => least + span * ((pointer.x - left) / (right - left).max(1.0)),
        None if steps != 0.0 => {
            if slider.value.is_finite() {
                slider.value + steps * slider.step
            } else {
                least
            }
        }
        None => return None,
    };
    let asked = asked.clamp(least, most);
    (asked != slider.value).then_some(asked)
}

fn describe(ui: &Ui, response: &Response, slider: &Slider<'_>) {
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), f64::from(slider.value), slider.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_value(slider.said);
        node.set_min_numeric_value(f64::from(*slider.range.start()));
        node.set_max_numeric_value(f64::from(*slider.range.end()));
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        node.add_action(Action::SetValue);
    });
}

/// The value that a screen reader asks for.
fn told(ui: &Ui, response: &Response) -> Option<f32> {
    let value = ui.input(|input| {
        let asked = input.accesskit_action_requests(response.id, Action::SetValue);
        let values = asked.filter_map(|request| match request.data {
            Some(ActionData::NumericValue(value)) => Some(value),
            _ => None,
        });
        values.last()
    })?;
    value.is_finite().then_some(value as f32)
}

/// How many steps up (or down, when negative) the arrow keys and a screen reader ask for.
fn steps_asked(ui: &Ui, response: &Response) -> f32 {
    let asked = |action| ui.input(|input| input.num_accesskit_action_requests(response.id, action)) as f32;
    let mut steps = asked(Action::Increment) - asked(Action::Decrement);
    if response.has_focus() {
        let filter =
            EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as f32;
        steps += pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
    }
    steps
}
