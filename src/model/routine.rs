//! A routine: what a person authors, an ordered list of blocks.

use serde::{Deserialize, Serialize};

use super::{Carried, CueKind, Dose, FILE_VERSION, Seconds, SideOrder, Tempo, is_default};

/// A routine, as in `routines/<id>.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routine {
    /// File version.
    pub version: u32,
    /// Stable id.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// One sentence: what it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Free words to find it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What holds for every step that does not say otherwise.
    #[serde(default, skip_serializing_if = "is_default")]
    pub defaults: Defaults,
    /// What is done, in order.
    pub blocks: Vec<Block>,
    /// What it brings along, where it was made to be sent as a single file.
    #[serde(default, skip_serializing_if = "is_default")]
    pub carried: Carried,
}

impl Routine {
    /// A routine with nothing in it yet.
    #[must_use]
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            version: FILE_VERSION,
            id: id.into(),
            name: name.into(),
            summary: String::new(),
            tags: Vec::new(),
            defaults: Defaults::default(),
            blocks: Vec::new(),
            carried: Carried::default(),
        }
    }
}

/// What holds for every step that does not say otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Defaults {
    /// Rest between sets and between steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest_secs: Option<Seconds>,
    /// Time to change sides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch_secs: Option<Seconds>,
    /// Id of the breath pattern under holds and flows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breath: Option<String>,
}

/// One block of a routine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// An exercise.
    Step(Step),
    /// Blocks done several times over.
    Repeat(RepeatBlock),
    /// Blocks under a heading.
    Section(SectionBlock),
    /// Breathing alone.
    Breathe(BreatheBlock),
    /// A pause.
    Rest(RestBlock),
}

impl Block {
    /// True for a block that is kept in the file and left out of the session.
    #[must_use]
    pub fn is_disabled(&self) -> bool {
        match self {
            Self::Step(step) => step.disabled,
            Self::Repeat(repeat) => repeat.disabled,
            Self::Section(section) => section.disabled,
            Self::Breathe(breathe) => breathe.disabled,
            Self::Rest(rest) => rest.disabled,
        }
    }

    /// The blocks within, of a block that has any.
    #[must_use]
    pub fn inner(&self) -> Option<&[Block]> {
        match self {
            Self::Repeat(repeat) => Some(&repeat.blocks),
            Self::Section(section) => Some(&section.blocks),
            Self::Step(_) | Self::Breathe(_) | Self::Rest(_) => None,
        }
    }
}

/// An exercise in a routine. Whatever is left out is as the exercise recommends.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Id of the exercise.
    pub exercise: String,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dose: Option<Dose>,
    /// Which side first, or alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sides: Option<SideOrder>,
    /// Pace of a repetition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tempo: Option<Tempo>,
    /// Id of a breath pattern.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breath: Option<String>,
    /// Rest between the sets, and after the step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest_secs: Option<Seconds>,
    /// Time to get into position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transition_secs: Option<Seconds>,
    /// Time to change sides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub switch_secs: Option<Seconds>,
    /// Cues that are neither sounded nor spoken nor shown in this step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub silent: Vec<CueKind>,
    /// Left out of the session, kept in the file.
    #[serde(default, skip_serializing_if = "is_default")]
    pub disabled: bool,
    /// The author's own remark, shown in the player.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Blocks done several times over.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepeatBlock {
    /// How many times.
    pub times: u32,
    /// Rest between two rounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest_secs: Option<Seconds>,
    /// Left out of the session, kept in the file.
    #[serde(default, skip_serializing_if = "is_default")]
    pub disabled: bool,
    /// What is repeated.
    pub blocks: Vec<Block>,
}

/// Blocks under a heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionBlock {
    /// The heading.
    pub name: String,
    /// Left out of the session, kept in the file.
    #[serde(default, skip_serializing_if = "is_default")]
    pub disabled: bool,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// Breathing alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreatheBlock {
    /// Id of the breath pattern; the routine's own when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// For how long; ends on the nearest whole breath.
    pub secs: Seconds,
    /// Left out of the session, kept in the file.
    #[serde(default, skip_serializing_if = "is_default")]
    pub disabled: bool,
}

/// A pause.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestBlock {
    /// For how long.
    pub secs: Seconds,
    /// Left out of the session, kept in the file.
    #[serde(default, skip_serializing_if = "is_default")]
    pub disabled: bool,
}
