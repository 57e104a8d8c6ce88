//! What is kept of a session: what was done, and how it felt.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Category, Region, Side, Stamp};

/// Pain and effort are told on a scale from 0 to this.
pub const MOST: u8 = 10;

/// What kind of work an exercise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum WorkKind {
    /// Moving and stretching.
    Mobility,
    /// Getting stronger.
    Strength,
    /// Breathing alone.
    Breath,
}

impl WorkKind {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Mobility, Self::Strength, Self::Breath];

    /// The kind that exercises of a category are.
    #[must_use]
    pub fn of(category: Category) -> Self {
        match category {
            Category::Strengthening => Self::Strength,
            Category::Breathing => Self::Breath,
            Category::WarmUp
            | Category::Dynamic
            | Category::Mobility
            | Category::Desk
            | Category::Static
            | Category::CoolDown => Self::Mobility,
        }
    }
}

/// How a stretch of work ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum BoutEnd {
    /// As planned.
    #[default]
    Done,
    /// It was begun, and left before its end.
    CutShort,
    /// Nothing of it was done.
    Skipped,
    /// It hurt.
    Hurt,
}

/// What was done of one stretch of work: one set, side and way of an exercise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoutRecord {
    /// Id of the exercise; `None` for breathing alone.
    pub exercise: Option<String>,
    /// Its name, as it was called then.
    pub name: String,
    /// What kind of work it is.
    pub kind: WorkKind,
    /// Which side worked, where one did.
    pub side: Option<Side>,
    /// The set, from 1.
    pub set: u16,
    /// How long it was to take, before anything was extended, in milliseconds.
    pub planned_ms: u64,
    /// How long it was done for, in milliseconds.
    pub done_ms: u64,
    /// By how much it was made longer, in milliseconds.
    pub extended_ms: u64,
    /// How many repetitions, holds or breaths were planned; 0 where none are counted.
    pub planned_reps: u16,
    /// How many of them were done to their end.
    pub done_reps: u16,
    /// How it ended.
    pub end: BoutEnd,
}

/// A place on the body where something is felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// The region.
    pub region: Region,
    /// On which side, for regions there are two of; `None` for those in the middle.
    pub side: Option<Side>,
}

/// How the back feels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feeling {
    /// Pain from 0 to [`MOST`]; `None` where nothing was said.
    pub pain: Option<u8>,
    /// Where.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub spots: BTreeSet<Spot>,
}

impl Feeling {
    /// It is felt there, or, where it was, no longer.
    pub fn toggle(&mut self, spot: Spot) {
        if !self.spots.remove(&spot) {
            self.spots.insert(spot);
        }
    }
}

/// How a record came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Origin {
    /// A session was run.
    #[default]
    Run,
    /// The person wrote it down afterwards.
    ByHand,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SessionEnd {
    /// It runs, or the program ended while it did.
    #[default]
    Open,
    /// The person left before its end.
    Left,
    /// It came to its end.
    Finished,
}

/// What is kept of a session. Its routine as run is kept beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionRecord {
    /// Made once and never again for another.
    pub id: String,
    /// When it began.
    pub began: Stamp,
    /// How long it took from its beginning to its end, pauses and all, in milliseconds; as far as
    /// is known while it is open.
    pub took_ms: u64,
    /// How it ended.
    pub end: SessionEnd,
    /// How the record came about.
    #[serde(default)]
    pub origin: Origin,
    /// Id of the routine.
    pub routine: String,
    /// Its name, as it was called then.
    pub routine_name: String,
    /// How the back felt before.
    #[serde(default)]
    pub before: Feeling,
    /// How it felt after.
    #[serde(default)]
    pub after: Feeling,
    /// How hard it was, from 0 to [`MOST`].
    pub effort: Option<u8>,
    /// In the person's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What was done, in order.
    pub bouts: Vec<BoutRecord>,
}

impl SessionRecord {
    /// How long was worked, in milliseconds.
    #[must_use]
    pub fn done_ms(&self) -> u64 {
        self.bouts.iter().map(|bout| bout.done_ms).sum()
    }
}

/// Something the person said about themselves outside a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// When.
    pub at: Stamp,
    /// What.
    pub said: Said,
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Said {
    /// The sign of this id holds.
    Sign(String),
    /// It holds no more.
    NoSign(String),
    /// The exercise of this id hurt, and may be suggested again.
    Reviewed(String),
    /// The advice of this kind was read.
    Heard(String),
}
