//! An exercise of the catalogue: its text, its facts with their sources, and its motion.

use serde::{Deserialize, Serialize};

use super::motion::Part;
use super::{Dose, Motion, Quantity, Range, Region, Sides, Tempo};

pub(super) fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub(super) fn is_true(value: &bool) -> bool {
    *value
}

/// The main group an exercise belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Category {
    /// Gets the blood going.
    WarmUp,
    /// Moves through a range without staying.
    Dynamic,
    /// Frees a stiff part.
    Mobility,
    /// Made for a chair at a desk.
    Desk,
    /// Stays in a stretch.
    Static,
    /// Builds strength.
    Strengthening,
    /// Ends a session.
    CoolDown,
    /// Breath alone.
    Breathing,
}

/// A starting position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Position {
    /// On the feet.
    Standing,
    /// On a chair.
    SeatedChair,
    /// On the floor, sitting.
    SeatedFloor,
    /// On hands and knees.
    Quadruped,
    /// On the back.
    Supine,
    /// On the belly.
    Prone,
    /// On one side.
    SideLying,
}

/// A thing an exercise needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Equipment {
    /// A chair.
    Chair,
    /// A chair with a back to hold on to.
    ChairWithBack,
    /// A free stretch of wall.
    Wall,
    /// A doorway.
    Doorway,
    /// A mat or carpet.
    Mat,
    /// A foam roller.
    FoamRoller,
    /// A towel, rolled up.
    RolledTowel,
    /// A towel, flat.
    Towel,
    /// A yoga block.
    YogaBlock,
    /// Two balls joined: a peanut.
    Peanut,
    /// A pair of dumbbells.
    Dumbbells,
    /// A resistance band.
    ResistanceBand,
    /// A folded blanket or pillow.
    Blanket,
}

impl Equipment {
    /// True for what is there throughout a session, rather than fetched and put away.
    #[must_use]
    pub fn stays_put(self) -> bool {
        matches!(self, Self::Chair | Self::ChairWithBack | Self::Wall | Self::Doorway | Self::Mat)
    }
}

/// A sentence with where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The sentence, in the app's own words.
    pub text: String,
    /// Ids of the sources that state it; empty with `stated: false`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// False when no source states it and it was added.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub stated: bool,
    /// Of a step: the parts of the motion in which it is done. Steps that name the same part share
    /// it evenly, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub during: Vec<Part>,
}

/// How the breath goes with an exercise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Breathing {
    /// What the in-breath does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub inhale: String,
    /// What the out-breath does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub exhale: String,
    /// Ids of the sources that state it; empty with `stated: false`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// False when no source states it and it was added.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub stated: bool,
}

/// Where an exercise is felt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Felt {
    /// The region that lights up on the figure.
    pub region: Region,
    /// Its name in plain words.
    pub name: String,
    /// Ids of the sources that state it; empty with `stated: false`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// False when no source states it and it was added.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub stated: bool,
}

/// An easier or harder way to do an exercise: another exercise, a remark, or both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Id of the other exercise, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    /// What to change, where no other exercise says it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Ids of the sources that state it; empty with `stated: false`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// False when no source states it and it was added.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub stated: bool,
}

/// Another dose the sources give, by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// What to call it.
    pub name: String,
    /// The dose.
    pub dose: Dose,
}

/// One short instruction for each thing that can be asked. The player shows and speaks it.
/// Empty ones fall back to a general word ("Hold", "Breathe in").
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Instructions {
    /// Getting into the starting position.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ready: String,
    /// Out of the starting position.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lift: String,
    /// At the far end.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pause: String,
    /// Back to the start.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lower: String,
    /// During a hold.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hold: String,
    /// On the in-breath.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub inhale: String,
    /// On the out-breath.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub exhale: String,
    /// While a timed or open dose runs.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub moving: String,
    /// Between two holds or at the end of one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub release: String,
}

/// One exercise of the catalogue, as in `assets/exercises/<id>.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// File version.
    pub version: u32,
    /// Stable id.
    pub id: String,
    /// Name on screen and in speech.
    pub name: String,
    /// What else people call it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
    /// One sentence: what it is for.
    pub summary: String,
    /// Main group.
    pub category: Category,
    /// Other groups it fits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Category>,
    /// Starting positions; the motion shows the first.
    pub positions: Vec<Position>,
    /// What it needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<Equipment>,
    /// How the sides are used.
    pub sides: Sides,
    /// Names of the ways round ("Forwards", "Backwards"), where the dose is done once each way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<String>,
    /// The recommended dose.
    pub dose: Dose,
    /// True when a source gives the recommended dose as it stands.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub dose_stated: bool,
    /// Other doses the sources give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub presets: Vec<Preset>,
    /// What each source allows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<Range>,
    /// Where the sources disagree, in one plain sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub disagreement: String,
    /// Pace of a repetition, where it is not the usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tempo: Option<Tempo>,
    /// Id of the breath pattern it goes with, where it is not the routine's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breath: Option<String>,
    /// How to get ready, one action a sentence.
    pub setup: Vec<Line>,
    /// What to do, one action a sentence.
    pub steps: Vec<Line>,
    /// How the breath goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breathing: Option<Breathing>,
    /// Where it is felt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub felt: Vec<Felt>,
    /// What to take care of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Line>,
    /// Easier ways.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub easier: Vec<Variant>,
    /// Harder ways.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub harder: Vec<Variant>,
    /// Ids of the sources that describe it.
    pub sources: Vec<String>,
    /// What the player shows and says.
    pub instructions: Instructions,
    /// A still picture that stands in for the motion: a PNG or JPEG file in the folder of the file
    /// this is written in, or below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// How the figure moves.
    pub motion: Motion,
}

impl Exercise {
    /// The least and the most that any source allows of a quantity; `None` where no source limits
    /// it at all, or on the side where one leaves it open.
    #[must_use]
    pub fn allowed(&self, quantity: Quantity) -> Option<(Option<f64>, Option<f64>)> {
        let ranges = || self.ranges.iter().filter(|r| r.of == quantity);
        ranges().next()?;
        let least = ranges().map(|r| r.min.map(|s| s.0)).reduce(|a, b| Some(a?.min(b?))).flatten();
        let most = ranges().map(|r| r.max.map(|s| s.0)).reduce(|a, b| Some(a?.max(b?))).flatten();
        Some((least, most))
    }
}

/// One source, as in `assets/sources.ron`: an article, or a part of one that says other things.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short id ("000").
    pub id: String,
    /// What it is.
    pub title: String,
    /// Who wrote it and when, as far as known.
    pub credit: String,
    /// The article it is a part of, where it is not one by itself ("003").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
}
