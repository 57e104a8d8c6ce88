//! The rows of the inspector under construction, and the edits they ask for.

use egui::{Rect, vec2};

use super::InspectorView;
use super::subject::Subject;
use crate::editor::{Change, Edit, Gesture, HeadChange};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Entry, Form, Text, entry_ui, text_ui};
use crate::ui::{Command, Editing};

/// Rows under construction.
pub(super) struct Sheet<'a, 'l> {
    /// The rows.
    pub(super) form: Form<'a, 'l>,
    /// What the desk shows.
    pub(super) view: &'a InspectorView<'a>,
    /// What is inspected.
    pub(super) subject: &'a Subject<'a>,
    /// How much of it is seen at once.
    pub(super) height: f32,
    /// What is asked for.
    pub(super) commands: &'a mut Vec<Command>,
}

/// The words that a field holds.
pub(super) struct Prose<'a> {
    /// What stands above it.
    pub(super) label: &'a str,
    /// What it holds; `None` where blocks differ.
    pub(super) text: Option<&'a str>,
    /// What stands in it while it is empty.
    pub(super) hint: &'a str,
    /// How many letters can be typed into it.
    pub(super) limit: usize,
    /// Its rows of text.
    pub(super) rows: u8,
}

impl Sheet<'_, '_> {
    pub(super) fn word(&self, key: &str) -> String {
        self.form.look.words.get(key)
    }

    /// Asks for a change of all that is inspected.
    pub(super) fn change(&mut self, change: Change, gesture: Gesture) {
        let edit = Edit::Change { ids: self.subject.ids(), change };
        self.commands.push(Command::Edit(Editing::Do(edit, gesture)));
    }

    /// Asks for a change of the routine itself.
    pub(super) fn change_head(&mut self, change: HeadChange, gesture: Gesture) {
        self.commands.push(Command::Edit(Editing::Do(Edit::Head(change), gesture)));
    }

    pub(super) fn settle(&mut self) {
        self.commands.push(Command::Edit(Editing::Settle));
    }

    /// The heading of a field of several controls.
    pub(super) fn label(&mut self, text: &str) {
        self.form.gap(12.0);
        let look = self.form.look;
        let row = self.form.row(30.0);
        let text = Text::new(text, look.font(Size::Body, Face::SemiBold), look.theme.colors.ink);
        text_ui(self.form.ui, row, ("label", text.text), &text.shrink(0.84));
    }

    /// The heading of a control that has its own name.
    pub(super) fn label_of_one(&mut self, text: &str) -> Rect {
        self.form.gap(12.0);
        let look = self.form.look;
        let row = self.form.row(30.0);
        let text = Text::new(text, look.font(Size::Body, Face::SemiBold), look.theme.colors.ink);
        text.shrink(0.84).paint(self.form.ui, row.with_max_x(row.left() + row.width() * 0.6));
        row
    }

    /// A quiet line under a field.
    pub(super) fn line(&mut self, text: &str) {
        self.form.note(text);
    }

    /// A field of words; what is typed into it. `same` tells whether letters say what it holds
    /// anyway.
    pub(super) fn prose(&mut self, prose: &Prose<'_>, same: impl Fn(&str) -> bool) -> Option<String> {
        self.label_of_one(prose.label);
        let look = self.form.look;
        let lines = f32::from(prose.rows.max(1) - 1);
        let row = self.form.row(38.0 + 21.0 * lines);
        let mixed = look.words.get("insp-mixed");
        let entry = Entry {
            name: prose.label,
            text: prose.text.unwrap_or_default(),
            hint: if prose.text.is_none() { &mixed } else { prose.hint },
            limit: prose.limit,
            is_long: prose.rows > 1,
            is_number: false,
        };
        let salt = ("prose", prose.label, self.subject.salt());
        let written = entry_ui(self.form.ui, look, row, salt, &entry, same);
        if written.is_left {
            self.settle();
        }
        written.text
    }

    /// A button that shows or puts away what is seldom set; true where it shows.
    pub(super) fn fold(&mut self) -> bool {
        self.form.gap(10.0);
        let look = self.form.look;
        let text = look.words.get("insp-more");
        let id = self.form.ui.ctx().viewport_id().0.with("inspector-fold");
        let open = self.form.ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
        let icon = if open { icons::UP } else { icons::OPENS };
        let button = Button { selected: Some(open), ..Button::new(ButtonKind::Plain, &text) }.with_icon(icon);
        let row = self.form.row(38.0);
        let width = button.width(self.form.ui, look).min(row.width());
        let place = Rect::from_min_size(row.min, vec2(width, row.height()));
        if button.show(self.form.ui, look, place, "fold").clicked() {
            self.form.ui.data_mut(|data| data.insert_temp(id, !open));
        }
        open
    }
}
