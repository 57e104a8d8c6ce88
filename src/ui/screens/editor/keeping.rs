//! What the desk shows of where its routine is kept.

use crate::editor::Merge;

/// Where the routine is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepingFace<'a> {
    /// It is as in its file.
    Saved,
    /// It was never saved, and nothing was done to it.
    New,
    /// It is not as in its file.
    Unsaved(DraftFace<'a>),
    /// It is on its way.
    Saving,
    /// It could not be saved, and why.
    NotSaved(&'a str),
    /// Its file was changed by something else.
    Torn,
}

/// How far the draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftFace<'a> {
    /// It holds everything.
    Kept,
    /// It will in a moment.
    Behind,
    /// It cannot be written, and why.
    Failed(&'a str),
}

/// Two versions of the routine, and what is to become of them.
#[derive(Clone, Copy, Debug)]
pub struct ConflictView<'a> {
    /// What stands in the file.
    pub theirs: TheirsView<'a>,
    /// Both put together as picked; nothing where one of them cannot be read.
    pub merge: Option<&'a Merge>,
}

/// What stands in the file in place of what was seen there.
#[derive(Clone, Copy, Debug)]
pub enum TheirsView<'a> {
    /// Another version.
    Routine {
        /// Its name.
        name: &'a str,
        /// How long it takes, in milliseconds.
        total_ms: u64,
    },
    /// A text that is no routine.
    Text,
    /// Nothing.
    Gone,
    /// Something that cannot be read.
    Unreadable,
}
