//! What a routine brings along when it travels as a single file: exercises and small pictures.

use serde::{Deserialize, Serialize};

use super::Exercise;

/// Exercises and pictures inside the file of a routine, so that one file is all there is to send.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Carried {
    /// Exercises that are not everywhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exercises: Vec<Exercise>,
    /// The still pictures these exercises name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<CarriedPicture>,
}

/// A picture inside the file of a routine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarriedPicture {
    /// Its path as an exercise names it, relative to the folder of exercises.
    pub path: String,
    /// The PNG or JPEG file, in base64.
    pub data: String,
}
