//! How the figure moves for an exercise: named poses, the track that leads through them, props, camera.

use serde::{Deserialize, Serialize};

/// What the figure does during a segment. Each part of a motion's track leads from wherever the
/// part before it ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// In the starting position.
    #[default]
    Rest,
    /// Out of it.
    Lift,
    /// At the far end.
    Pause,
    /// Back.
    Lower,
    /// Into a hold, and staying there.
    Hold,
    /// Out of a hold.
    Release,
    /// With the in-breath.
    Inhale,
    /// Staying full.
    Full,
    /// With the out-breath.
    Exhale,
    /// Staying empty.
    Empty,
}

/// How the figure moves for an exercise.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Motion {}
