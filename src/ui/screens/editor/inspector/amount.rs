//! A number: a slider with what sources say on its track, the number itself to type, and a line
//! that tells what it comes to.

use egui::{Align2, Rect, pos2, vec2};

use super::bounds::{Bounds, Said, shown, side_of};
use super::sheet::Sheet;
use super::standing::Standing;
use crate::editor::Gesture;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Entry, Slider, Text, entry_ui, marked_slider_ui, text_ui};

/// What sources say of a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Advice {
    /// The least and the most.
    pub(super) said: Said,
    /// The same in words ("30–60 s").
    pub(super) short: String,
    /// Who says what.
    pub(super) whole: String,
    /// False where no source says so and it was added.
    pub(super) is_stated: bool,
}

/// A number that can be set.
#[derive(Clone, Debug)]
pub(super) struct Amount<'a> {
    /// What stands above it.
    pub(super) label: &'a str,
    /// Its name for those who do not see what it belongs to.
    pub(super) name: &'a str,
    /// What it counts, after the number.
    pub(super) unit: &'a str,
    /// What it is; `None` where blocks differ.
    pub(super) value: Option<f64>,
    /// How far it goes.
    pub(super) bounds: Bounds,
    /// What sources say.
    pub(super) advice: Option<Advice>,
    /// What it comes to.
    pub(super) comes_to: &'a str,
    /// Where it comes from, where it need not be set here.
    pub(super) standing: Option<&'a Standing>,
}

/// What is asked of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Asked {
    /// To be this.
    Value(f64, Gesture),
    /// To be as where it comes from.
    Unset,
}

impl Sheet<'_, '_> {
    /// Rows for a number.
    pub(super) fn amount(&mut self, amount: &Amount<'_>) -> Option<Asked> {
        let head = self.label_of_one(amount.label);
        let typed = self.number(head, amount);
        let row = self.form.row(34.0);
        let dragged = self.track(row, amount);
        self.told(amount);
        let unset = amount.standing.is_some_and(|standing| self.standing(amount.label, standing));
        if unset {
            return Some(Asked::Unset);
        }
        let dragged = dragged.map(|value| Asked::Value(value, Gesture::Held));
        typed.map(|value| Asked::Value(value, Gesture::Typing)).or(dragged)
    }

    /// One row for a number that is one of several: its name, a slider, and the number itself.
    pub(super) fn small_amount(&mut self, amount: &Amount<'_>) -> Option<(f64, Gesture)> {
        let look = self.form.look;
        let row = self.form.row(38.0).shrink2(vec2(0.0, look.pt(4.0)));
        let left = row.with_max_x(row.left() + row.width() * 0.26);
        let text = Text::new(amount.label, look.font(Size::Small, Face::Regular), look.theme.colors.ink);
        text.shrink(0.8).paint(self.form.ui, left);
        let typed = self.number(row, amount);
        let right = row.right() - look.pt(66.0 + 24.0);
        let dragged = self.track(row.with_min_x(left.right()).with_max_x(right), amount);
        typed.map(|value| (value, Gesture::Typing)).or(dragged.map(|value| (value, Gesture::Held)))
    }

    /// The number itself, at the right of the heading.
    pub(super) fn number(&mut self, head: Rect, amount: &Amount<'_>) -> Option<f64> {
        let look = self.form.look;
        let font = look.font(Size::Small, Face::Regular);
        let unit = Text::new(amount.unit, font, look.theme.colors.quiet);
        let unit_width = unit.galley(self.form.ui, vec2(f32::INFINITY, head.height())).size().x;
        unit.align(Align2::RIGHT_CENTER).paint(self.form.ui, head);
        let right = head.right() - unit_width - look.pt(6.0);
        let place = Rect::from_min_max(pos2(right - look.pt(66.0), head.top()), pos2(right, head.bottom()));
        let name = look.words.with("insp-exactly", &[("name", amount.name.into())]);
        let text = amount.value.map(shown).unwrap_or_default();
        let hint = self.no_value(amount);
        let entry = Entry {
            name: &name,
            text: &text,
            hint: if amount.value.is_none() { &hint } else { "" },
            limit: 8,
            is_long: false,
            is_number: true,
        };
        let salt = ("number", amount.name, self.subject.salt());
        let same = |typed: &str| amount.value.is_some() && amount.bounds.typed(typed) == amount.value;
        let written = entry_ui(self.form.ui, look, place, salt, &entry, same);
        if written.is_left {
            self.settle();
        }
        if written.steps != 0.0 {
            return Some(amount.bounds.moved(amount.value.unwrap_or(f64::NAN), written.steps));
        }
        amount.bounds.typed(&written.text?).filter(|value| Some(*value) != amount.value)
    }

    /// The slider.
    fn track(&mut self, row: Rect, amount: &Amount<'_>) -> Option<f64> {
        let look = self.form.look;
        let (start, end) = (*amount.bounds.slider.start(), *amount.bounds.slider.end());
        let value = amount.value.unwrap_or(start);
        let said = self.said(amount);
        let slider = Slider {
            name: amount.name,
            said: &said,
            value: value as f32,
            range: start as f32..=end as f32,
            step: amount.bounds.step as f32,
        };
        let advised = amount.advice.as_ref().map(|advice| {
            let (least, most) = advice.said;
            least.unwrap_or(start) as f32..=most.unwrap_or(end) as f32
        });
        let salt = ("track", amount.name, self.subject.salt());
        let asked = marked_slider_ui(self.form.ui, look, row, salt, &slider, advised.as_ref())?;
        let asked = amount.bounds.stepped(f64::from(asked));
        (Some(asked) != amount.value).then_some(asked)
    }

    /// What stands where there is no one number: that blocks differ, or that none is set.
    fn no_value(&self, amount: &Amount<'_>) -> String {
        let is_set = amount.standing.is_none_or(|standing| standing.is_set);
        self.form.look.words.get(if is_set { "insp-mixed" } else { "insp-unset" })
    }

    /// The number in words, with the mark of one that no source says.
    fn said(&self, amount: &Amount<'_>) -> String {
        let words = self.form.look.words;
        let Some(value) = amount.value else { return self.no_value(amount) };
        let said = words.with("insp-said", &[("value", shown(value).into()), ("unit", amount.unit.into())]);
        match outside(amount) {
            Some(_) => format!("{said}. {}", self.advice_line(amount)),
            None => said,
        }
    }

    /// What it comes to, and what sources say of it.
    fn told(&mut self, amount: &Amount<'_>) {
        let is_outside = outside(amount).is_some();
        let advice = if amount.advice.is_some() { self.advice_line(amount) } else { String::new() };
        let look = self.form.look;
        let colors = &look.theme.colors;
        if !amount.comes_to.is_empty() {
            self.line(amount.comes_to);
        }
        if advice.is_empty() {
            return;
        }
        let row = self.form.row(22.0);
        let (ink, mut place) = if is_outside { (colors.hurt, row) } else { (colors.quiet, row) };
        if is_outside {
            let mut glyph = [0; 4];
            let icon = icons::WARNING.encode_utf8(&mut glyph);
            Text::new(icon, look.font(Size::Body, Face::Icons), ink).paint(self.form.ui, row);
            place.min.x += look.pt(22.0);
        }
        let text = Text::new(&advice, look.font(Size::Small, Face::Regular), ink).shrink(0.86);
        let response = text_ui(self.form.ui, place, ("advice", amount.name), &text);
        if let Some(advice) = &amount.advice {
            self.form.ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_description(advice.whole.as_str());
            });
            response.on_hover_text(&advice.whole);
        }
    }

    fn advice_line(&self, amount: &Amount<'_>) -> String {
        let Some(advice) = &amount.advice else { return String::new() };
        let key = match (outside(amount), advice.is_stated) {
            (Some(-1), true) => "insp-below-said",
            (Some(_), true) => "insp-above-said",
            (None, true) => "insp-said-by-sources",
            (Some(-1), false) => "insp-below-usual",
            (Some(_), false) => "insp-above-usual",
            (None, false) => "insp-usual",
        };
        self.form.look.words.with(key, &[("range", advice.short.as_str().into())])
    }
}

/// On which side of what is said a number lies, where it does.
fn outside(amount: &Amount<'_>) -> Option<i8> {
    let side = side_of(amount.value?, amount.advice.as_ref()?.said);
    (side != 0).then_some(side)
}
