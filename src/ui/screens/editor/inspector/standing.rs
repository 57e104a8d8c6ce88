//! Where a value comes from: set here, or from elsewhere with a way back to that.

use egui::vec2;

use super::sheet::Sheet;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};

/// Where a value comes from that is not set here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The exercise recommends it.
    Exercise,
    /// The routine has it for all its steps.
    Routine,
    /// The person's settings.
    Settings,
    /// What is usual.
    Usual,
}

/// Whether a field is set here, and what holds where it is not.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// True where it is set here, of any of the blocks.
    pub(super) is_set: bool,
    /// Where it comes from otherwise.
    pub(super) origin: Origin,
    /// What then holds, in words; may be empty.
    pub(super) held: String,
}

impl Sheet<'_, '_> {
    /// Tells where a field's value comes from; true when it is to come from there again.
    pub(super) fn standing(&mut self, field: &str, standing: &Standing) -> bool {
        let (look, words) = (self.form.look, self.form.look.words);
        let origin = words.get(match standing.origin {
            Origin::Exercise => "insp-from-exercise",
            Origin::Routine => "insp-from-routine",
            Origin::Settings => "insp-from-settings",
            Origin::Usual => "insp-from-usual",
        });
        let text =
            if standing.held.is_empty() { origin.clone() } else { format!("{origin}: {}", standing.held) };
        let row = self.form.row(30.0);
        if !standing.is_set {
            let font = look.font(Size::Small, Face::Regular);
            let text = Text::new(&origin, font, look.theme.colors.quiet).shrink(0.9);
            text_ui(self.form.ui, row, ("from", field), &text);
            return false;
        }
        let name = words.with(
            "insp-reset-name",
            &[
                ("field", field.into()),
                ("block", self.subject.name.as_str().into()),
                ("origin", origin.into()),
            ],
        );
        let button =
            Button::new(ButtonKind::Neutral, &text).size(Size::Small).with_icon(icons::UNDO).named(&name);
        let width = (button.width(self.form.ui, look)).min(row.width());
        let place = egui::Rect::from_min_size(row.min, vec2(width, row.height()));
        button.show(self.form.ui, look, place, ("reset", field)).clicked()
    }
}
