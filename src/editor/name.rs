//! What an edit is called, for the menu entries that take it back. [`crate::text`] has the words.

/// What an edit did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditName {
    /// Put this many blocks in.
    Add(usize),
    /// Took this many blocks out.
    Remove(usize),
    /// Put this many blocks elsewhere.
    Move(usize),
    /// Copied this many blocks in place.
    Duplicate(usize),
    /// Put this many blocks in from the clipboard.
    Paste(usize),
    /// Put blocks into a repeat.
    Repeat,
    /// Put blocks under a heading.
    Section,
    /// Took a group away and left what was in it.
    Unwrap,
    /// Changed a field.
    Change(Field),
    /// Mended what a diagnostic told of.
    Mend,
    /// Wrote in the source.
    Source,
    /// Gave up a source that could not be read.
    GiveUpSource,
    /// Took in what was changed elsewhere.
    Merge,
    /// Went back to what was saved.
    GoBack,
}

/// A field of a block or of the routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Which exercise.
    Exercise,
    /// How much.
    Dose,
    /// Which side first, or alone.
    Sides,
    /// Pace of a repetition.
    Tempo,
    /// Breath pattern.
    Breath,
    /// Rest after it, or between rounds.
    Rest,
    /// Time to get into position.
    Transition,
    /// Time to change sides.
    Switch,
    /// Cues left out.
    Cues,
    /// Left out of the session.
    Disabled,
    /// The remark shown in the player.
    Note,
    /// Rounds of a repeat.
    Times,
    /// Heading of a section.
    SectionName,
    /// Length of a rest or of breathing alone.
    Length,
    /// The comment above it in the file.
    Comment,
    /// The routine's name.
    RoutineName,
    /// The routine's summary.
    Summary,
    /// The routine's tags.
    Tags,
    /// Rest where a step does not say.
    UsualRest,
    /// Time to change sides where a step does not say.
    UsualSwitch,
    /// Breath where neither step nor exercise says.
    UsualBreath,
    /// What stands above the routine in its file.
    Leading,
}
