//! What is asked as a number from 0 to 10: pain on both sides of a session, effort after it.

use egui::{Id, Rect, Ui};

use crate::ui::widgets::{ScaleRow, scale_row_height, scale_row_ui};
use crate::ui::{Checking, Command, Look};

/// Something asked as a number; its words are keys.
pub(in crate::ui::screens) struct AskedNumber {
    name: &'static str,
    least: &'static str,
    most: &'static str,
    tell: fn(Option<u8>) -> Checking,
}

/// How much it hurts.
pub(in crate::ui::screens) const PAIN: AskedNumber =
    AskedNumber { name: "check-pain", least: "check-no-pain", most: "check-worst", tell: Checking::Pain };

/// How hard the session was.
pub(in crate::ui::screens) const EFFORT: AskedNumber = AskedNumber {
    name: "check-effort-name",
    least: "check-no-effort",
    most: "check-most-effort",
    tell: Checking::Effort,
};

impl AskedNumber {
    /// The row over a rectangle. `question` is the text that asks.
    pub(in crate::ui::screens) fn show(
        &self,
        ui: &mut Ui,
        look: &Look<'_>,
        rect: Rect,
        question: Id,
        value: Option<u8>,
        commands: &mut Vec<Command>,
    ) {
        let told = self.with_row(look, question, value, |row| scale_row_ui(ui, look, rect, self.name, row));
        commands.extend(told.map(|told| Command::Check((self.tell)(told))));
    }

    /// How high the row is at a width, with buttons of a line's height at least.
    pub(in crate::ui::screens) fn height(&self, ui: &Ui, look: &Look<'_>, width: f32, line: f32) -> f32 {
        self.with_row(look, Id::NULL, None, |row| scale_row_height(ui, look, width, line, row))
    }

    fn with_row<R>(
        &self,
        look: &Look<'_>,
        question: Id,
        value: Option<u8>,
        use_row: impl FnOnce(&ScaleRow<'_>) -> R,
    ) -> R {
        let [name, least, most] = [self.name, self.least, self.most].map(|key| look.words.get(key));
        use_row(&ScaleRow { name: &name, question, value, least: &least, most: &most })
    }
}
