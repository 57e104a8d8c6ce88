//! A choice of volumes for all kinds of cues at once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::CueKind;

/// A choice of volumes for all kinds of cues at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CuePreset {
    /// Stable id.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// Loudness of each kind, 0 to 1; 1 where none is named. As in the settings.
    pub volumes: BTreeMap<CueKind, f32>,
}

/// Volumes nearer than this sound the same.
const SAME: f32 = 0.005;

impl CuePreset {
    /// True where these volumes are the preset's, however they are written.
    #[must_use]
    pub fn is(&self, volumes: &BTreeMap<CueKind, f32>) -> bool {
        let of = |volumes: &BTreeMap<CueKind, f32>, kind| volumes.get(&kind).copied().unwrap_or(1.0);
        CueKind::ALL.into_iter().all(|kind| (of(&self.volumes, kind) - of(volumes, kind)).abs() < SAME)
    }
}
