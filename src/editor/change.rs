//! Changes to what a block or the routine itself says.

use std::sync::Arc;

use super::{Document, Field, Node};
use crate::model::{Block, CueKind, Dose, Seconds, SideOrder, Tempo};

/// A change to blocks. `None` stands for "as recommended", or as the routine has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Another exercise.
    Exercise(String),
    /// How much.
    Dose(Option<Dose>),
    /// Which side first, or alone.
    Sides(Option<SideOrder>),
    /// Pace of a repetition.
    Tempo(Option<Tempo>),
    /// Breath pattern of a step or of breathing alone.
    Breath(Option<String>),
    /// Rest after a step and between its sets, or between the rounds of a repeat.
    Rest(Option<Seconds>),
    /// Time to get into position.
    Transition(Option<Seconds>),
    /// Time to change sides.
    Switch(Option<Seconds>),
    /// Cues left out.
    Silent(Vec<CueKind>),
    /// Left out of the session, or not.
    Disabled(bool),
    /// The remark shown in the player.
    Note(String),
    /// Rounds of a repeat.
    Times(u32),
    /// Heading of a section.
    Name(String),
    /// Length of a rest or of breathing alone.
    Secs(Seconds),
    /// The comment above it in the file.
    Comment(String),
}

impl Change {
    /// What it changes.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            Self::Exercise(_) => Field::Exercise,
            Self::Dose(_) => Field::Dose,
            Self::Sides(_) => Field::Sides,
            Self::Tempo(_) => Field::Tempo,
            Self::Breath(_) => Field::Breath,
            Self::Rest(_) => Field::Rest,
            Self::Transition(_) => Field::Transition,
            Self::Switch(_) => Field::Switch,
            Self::Silent(_) => Field::Cues,
            Self::Disabled(_) => Field::Disabled,
            Self::Note(_) => Field::Note,
            Self::Times(_) => Field::Times,
            Self::Name(_) => Field::SectionName,
            Self::Secs(_) => Field::Length,
            Self::Comment(_) => Field::Comment,
        }
    }

    /// Makes the change where the block has such a field; elsewhere nothing.
    pub(super) fn make(&self, node: &mut Node) {
        if let Self::Comment(comment) = self {
            node.comment.clone_from(comment);
            return;
        }
        match (&mut node.block, self) {
            (Block::Step(step), Self::Exercise(id)) => step.exercise.clone_from(id),
            (Block::Step(step), Self::Dose(dose)) => step.dose = *dose,
            (Block::Step(step), Self::Sides(sides)) => step.sides = *sides,
            (Block::Step(step), Self::Tempo(tempo)) => step.tempo = *tempo,
            (Block::Step(step), Self::Breath(id)) => step.breath.clone_from(id),
            (Block::Step(step), Self::Rest(secs)) => step.rest_secs = *secs,
            (Block::Step(step), Self::Transition(secs)) => step.transition_secs = *secs,
            (Block::Step(step), Self::Switch(secs)) => step.switch_secs = *secs,
            (Block::Step(step), Self::Silent(kinds)) => step.silent.clone_from(kinds),
            (Block::Step(step), Self::Note(note)) => step.note.clone_from(note),
            (Block::Breathe(breathe), Self::Breath(id)) => breathe.pattern.clone_from(id),
            (Block::Breathe(breathe), Self::Secs(secs)) => breathe.secs = *secs,
            (Block::Rest(rest), Self::Secs(secs)) => rest.secs = *secs,
            (Block::Repeat(repeat), Self::Times(times)) => repeat.times = *times,
            (Block::Repeat(repeat), Self::Rest(secs)) => repeat.rest_secs = *secs,
            (Block::Section(section), Self::Name(name)) => section.name.clone_from(name),
            (block, Self::Disabled(disabled)) => *disabled_of(block) = *disabled,
            _ => {}
        }
    }
}

fn disabled_of(block: &mut Block) -> &mut bool {
    match block {
        Block::Step(step) => &mut step.disabled,
        Block::Repeat(repeat) => &mut repeat.disabled,
        Block::Section(section) => &mut section.disabled,
        Block::Breathe(breathe) => &mut breathe.disabled,
        Block::Rest(rest) => &mut rest.disabled,
    }
}

/// A change to the routine itself.
#[derive(Clone, Debug, PartialEq)]
pub enum HeadChange {
    /// Its name.
    Name(String),
    /// One sentence: what it is for.
    Summary(String),
    /// Words to find it by.
    Tags(Vec<String>),
    /// Rest where a step does not say.
    Rest(Option<Seconds>),
    /// Time to change sides where a step does not say.
    Switch(Option<Seconds>),
    /// Breath where neither step nor exercise says.
    Breath(Option<String>),
    /// Everything that stands above the value in its file.
    Leading(String),
}

impl HeadChange {
    /// What it changes.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            Self::Name(_) => Field::RoutineName,
            Self::Summary(_) => Field::Summary,
            Self::Tags(_) => Field::Tags,
            Self::Rest(_) => Field::UsualRest,
            Self::Switch(_) => Field::UsualSwitch,
            Self::Breath(_) => Field::UsualBreath,
            Self::Leading(_) => Field::Leading,
        }
    }

    pub(super) fn make(&self, document: &mut Document) {
        if let Self::Leading(leading) = self {
            document.leading = leading.as_str().into();
            return;
        }
        let head = Arc::make_mut(&mut document.head);
        match self {
            Self::Name(name) => head.name.clone_from(name),
            Self::Summary(summary) => head.summary.clone_from(summary),
            Self::Tags(tags) => head.tags.clone_from(tags),
            Self::Rest(secs) => head.defaults.rest_secs = *secs,
            Self::Switch(secs) => head.defaults.switch_secs = *secs,
            Self::Breath(id) => head.defaults.breath.clone_from(id),
            Self::Leading(_) => {}
        }
    }
}
