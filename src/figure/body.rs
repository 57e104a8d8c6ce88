//! Bodies to choose from: lengths, girths and hair. Colours belong to the theme.

use serde::{Deserialize, Serialize};

/// How the hair is worn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hair {
    /// Short all round.
    Short,
    /// Tied into a bun at the back.
    Bun,
    /// Down to the neck.
    Bob,
}

/// Lengths of the bones, in metres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bones {
    /// Middle of the pelvis to a hip joint.
    pub hip: f32,
    /// Hip to knee.
    pub thigh: f32,
    /// Knee to ankle.
    pub shin: f32,
    /// Ankle joint to the sole.
    pub ankle: f32,
    /// Hip line to the foot of the spine.
    pub sacrum: f32,
    /// Low back.
    pub lumbar: f32,
    /// Upper back.
    pub thoracic: f32,
    /// Neck.
    pub cervical: f32,
    /// Midline to a shoulder joint.
    pub shoulder: f32,
    /// Shoulder to elbow.
    pub upper_arm: f32,
    /// Elbow to wrist.
    pub forearm: f32,
    /// Wrist to the middle of the palm.
    pub palm: f32,
}

/// Factors on the usual girths.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Girth {
    /// Chest and shoulders.
    pub chest: f32,
    /// Waist.
    pub waist: f32,
    /// Pelvis.
    pub hips: f32,
    /// Arms.
    pub arms: f32,
    /// Legs.
    pub legs: f32,
    /// Head and neck.
    pub head: f32,
}

/// A body, as in `assets/bodies/<id>.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// File version.
    pub version: u32,
    /// Stable id.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// How the hair is worn.
    pub hair: Hair,
    /// True for a short beard along the jaw.
    #[serde(default)]
    pub beard: bool,
    /// Lengths.
    pub bones: Bones,
    /// Girths.
    pub girth: Girth,
}

const BUILTIN: [(&str, &str); 3] = [
    ("ada", include_str!("../../assets/bodies/ada.ron")),
    ("ben", include_str!("../../assets/bodies/ben.ron")),
    ("cleo", include_str!("../../assets/bodies/cleo.ron")),
];

impl Body {
    /// The ids of the bodies that come with the program.
    pub fn builtin_ids() -> impl Iterator<Item = &'static str> {
        BUILTIN.iter().map(|(id, _)| *id)
    }

    /// A body that comes with the program.
    #[must_use]
    pub fn builtin(id: &str) -> Option<Self> {
        let (_, text) = BUILTIN.iter().find(|(known, _)| *known == id)?;
        Self::read(text).ok()
    }

    /// Reads a body from RON.
    ///
    /// # Errors
    /// When the text is no body.
    pub fn read(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(text)
    }
}

impl Default for Body {
    /// The first of the shipped bodies.
    ///
    /// # Panics
    /// Never: a test reads every shipped body.
    fn default() -> Self {
        Self::read(BUILTIN[0].1).expect("a test reads every shipped body")
    }
}
