//! What a file of content is, told from its fields, so that a typo in it is judged by the right rules.

use super::ron_tree::tree;

/// What a file of content holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// An exercise.
    Exercise,
    /// A routine.
    Routine,
}

impl FileKind {
    /// Tells by the fields only one of them has; `None` where the text has none of these.
    ///
    /// ```
    /// use unhunch::store::FileKind;
    /// assert_eq!(FileKind::of("(version: 1, blocks: [])"), Some(FileKind::Routine));
    /// assert_eq!(FileKind::of("(version: 1, stpes: [], motion: ())"), Some(FileKind::Exercise));
    /// assert_eq!(FileKind::of("(version: 1)"), None);
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let value = tree(text)?;
        let has = |names: &[&str]| {
            value.group().is_some_and(|fields| names.iter().any(|name| fields.field(name).is_some()))
        };
        if has(&["blocks", "defaults"]) {
            Some(Self::Routine)
        } else {
            has(&["motion", "steps", "setup", "instructions", "positions"]).then_some(Self::Exercise)
        }
    }
}
