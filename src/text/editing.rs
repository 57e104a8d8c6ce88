//! What was done to a routine, for the menu entries that take it back.

use super::Words;
use crate::editor::{EditName, Field};

impl Words {
    /// What an edit did, to stand behind "Undo" ("move 2 blocks").
    #[must_use]
    pub fn edit_name(&self, name: EditName) -> String {
        let counted = |key, n: usize| self.with(key, &[("n", n.into())]);
        match name {
            EditName::Add(n) => counted("did-add", n),
            EditName::Remove(n) => counted("did-remove", n),
            EditName::Move(n) => counted("did-move", n),
            EditName::Duplicate(n) => counted("did-duplicate", n),
            EditName::Paste(n) => counted("did-paste", n),
            EditName::Repeat => self.get("did-repeat"),
            EditName::Section => self.get("did-section"),
            EditName::Unwrap => self.get("did-unwrap"),
            EditName::Change(field) => self.with("did-change", &[("field", self.field(field).into())]),
            EditName::Mend => self.get("did-mend"),
            EditName::Source => self.get("did-source"),
            EditName::GiveUpSource => self.get("did-give-up-source"),
            EditName::Merge => self.get("did-merge"),
            EditName::GoBack => self.get("did-go-back"),
        }
    }

    /// A field of a block or of the routine, inside a sentence ("rest").
    #[must_use]
    pub fn field(&self, field: Field) -> String {
        self.get(match field {
            Field::Exercise => "did-field-exercise",
            Field::Dose => "did-field-dose",
            Field::Sides => "did-field-sides",
            Field::Tempo => "did-field-tempo",
            Field::Breath => "did-field-breath",
            Field::Rest => "did-field-rest",
            Field::Transition => "did-field-transition",
            Field::Switch => "did-field-switch",
            Field::Cues => "did-field-cues",
            Field::Disabled => "did-field-disabled",
            Field::Note => "did-field-note",
            Field::Times => "did-field-times",
            Field::SectionName => "did-field-section-name",
            Field::Length => "did-field-length",
            Field::Comment => "did-field-comment",
            Field::RoutineName => "did-field-routine-name",
            Field::Summary => "did-field-summary",
            Field::Tags => "did-field-tags",
            Field::UsualRest => "did-field-usual-rest",
            Field::UsualSwitch => "did-field-usual-switch",
            Field::UsualBreath => "did-field-usual-breath",
            Field::Leading => "did-field-leading",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_told_as_one_would_say_them() {
        let words = Words::new("en");
        assert_eq!(words.edit_name(EditName::Move(1)), "move block");
        assert_eq!(words.edit_name(EditName::Move(2)), "move 2 blocks");
        assert_eq!(words.edit_name(EditName::Change(Field::UsualRest)), "change usual rest");
    }
}
