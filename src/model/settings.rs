//! What the person set: kept in `settings.ron`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{BreathPattern, CueKind, FILE_VERSION, Plan, Seconds};

/// Which palette the windows use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system says, light where it says nothing.
    #[default]
    System,
    /// Warm paper.
    Light,
    /// Deep ink.
    Dark,
    /// Black, white and bold edges.
    HighContrast,
}

/// Everything the person can set.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// File version.
    pub version: u32,
    /// Palette.
    pub theme: ThemeChoice,
    /// Loudness of all sound, 0 to 1.
    pub volume: f32,
    /// Silence without forgetting the volume.
    pub muted: bool,
    /// Loudness of each kind of cue, 0 to 1, under the loudness of all sound; 1 where none is named.
    pub cue_volumes: BTreeMap<CueKind, f32>,
    /// The voice that speaks the cues.
    pub voice: Voice,
    /// Keeps information, drops movement that only decorates.
    pub reduced_motion: bool,
    /// Time before the first exercise.
    pub lead_in_secs: Seconds,
    /// Rest between steps and sets where neither routine nor step says.
    pub rest_secs: Seconds,
    /// Time to change sides where neither routine nor step says.
    pub switch_secs: Seconds,
    /// Language tag of the interface ("en").
    pub language: String,
    /// Which body the figure has, by id.
    pub body: String,
    /// How far away the person stands, and how large the screen is.
    pub room: Room,
    /// The small window that stays on top.
    pub compact: Compact,
    /// Breathing on its own.
    pub breathe: Breathe,
    /// The person has read when to stop and whom to ask.
    pub safety_read: bool,
    /// Ask how the back feels before a session.
    pub ask_before: bool,
    /// Goal, weekly aim and times.
    pub plan: Plan,
    /// What this data folder calls its events in a calendar, by which they are told from another
    /// person's; empty until the first export.
    pub calendar: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: FILE_VERSION,
            theme: ThemeChoice::System,
            volume: 0.7,
            muted: false,
            cue_volumes: BTreeMap::new(),
            voice: Voice::default(),
            reduced_motion: false,
            lead_in_secs: Seconds(8.0),
            rest_secs: Seconds(8.0),
            switch_secs: Seconds(5.0),
            language: "en".to_owned(),
            body: "ada".to_owned(),
            room: Room::default(),
            compact: Compact::default(),
            breathe: Breathe::default(),
            safety_read: false,
            ask_before: true,
            plan: Plan::default(),
            calendar: String::new(),
        }
    }
}

/// What the voice can say, each of which can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SpokenKind {
    /// What comes next: name, side and dose.
    Names,
    /// What to do now.
    Instructions,
    /// "Change sides", "the other way".
    Sides,
    /// "Halfway".
    Halfway,
    /// Three, two, one; repetitions.
    Counts,
    /// Rest, end of work, sets done.
    Rests,
    /// "Breathe in", "breathe out".
    Breath,
}

impl SpokenKind {
    /// All kinds, in the order Settings lists them.
    pub const ALL: [Self; 7] = [
        Self::Names,
        Self::Instructions,
        Self::Sides,
        Self::Halfway,
        Self::Counts,
        Self::Rests,
        Self::Breath,
    ];
}

/// The voice that speaks the cues.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Voice {
    /// Whether it speaks at all.
    pub on: bool,
    /// The voice, as the speech service names it; empty for the service's own choice.
    pub name: String,
    /// How fast, -1 (slowest) to 1 (fastest); 0 is the service's usual.
    pub rate: f32,
    /// How loud, 0 to 1.
    pub volume: f32,
    /// What it leaves out.
    pub silent_on: BTreeSet<SpokenKind>,
}

impl Default for Voice {
    fn default() -> Self {
        // Counting and breath are what the chimes already say best.
        let silent_on = BTreeSet::from([SpokenKind::Counts, SpokenKind::Breath]);
        Self { on: false, name: String::new(), rate: 0.0, volume: 0.8, silent_on }
    }
}

/// How far away the person stands, and how large the screen is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Room {
    /// Whether the player opens in the room view.
    pub on: bool,
    /// From the eyes to the screen, in metres.
    pub distance_m: f32,
    /// Millimetres of screen a logical point takes, as the person measured; `None` for what the
    /// system says.
    pub mm_per_point: Option<f32>,
}

impl Default for Room {
    fn default() -> Self {
        Self { on: false, distance_m: 2.0, mm_per_point: None }
    }
}

/// The small window that stays on top.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Compact {
    /// Its top left corner in logical points of the desktop; `None` for where the system puts it.
    pub at: Option<(f32, f32)>,
    /// Its width and height in logical points; `None` for its usual size.
    pub size: Option<(f32, f32)>,
}

/// Breathing on its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Breathe {
    /// The pattern chosen last, by id.
    pub pattern: String,
    /// The minutes chosen last.
    pub minutes: u32,
    /// The person's own patterns.
    pub own: Vec<BreathPattern>,
}

impl Default for Breathe {
    fn default() -> Self {
        Self { pattern: "calm".to_owned(), minutes: 3, own: Vec::new() }
    }
}
