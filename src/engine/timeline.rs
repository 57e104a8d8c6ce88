//! A routine compiled: contiguous segments with absolute times, and cues.

use std::sync::Arc;

use super::{Cue, Segment};
use crate::model::{BlockPath, BreathPattern, Dose, Exercise, Tempo};

/// One step or breathing block as it will be run; a step in a `Repeat` has an entry a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The exercise; `None` for breathing alone and for rests the author placed.
    pub exercise: Option<Arc<Exercise>>,
    /// The dose as compiled.
    pub dose: Dose,
    /// The tempo of its repetitions.
    pub tempo: Tempo,
    /// The breath under it.
    pub breath: Arc<BreathPattern>,
    /// The heading it stands under.
    pub section: Option<Arc<str>>,
    /// The author's remark.
    pub note: Arc<str>,
    /// The block it came from.
    pub place: Arc<BlockPath>,
    /// Its first segment.
    pub first_segment: u32,
    /// One past its last segment.
    pub end_segment: u32,
}

/// A routine compiled against the catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Id of the routine.
    pub routine: String,
    /// What is done, in order.
    pub entries: Vec<Entry>,
    /// Contiguous from 0 to [`Timeline::total_ms`].
    pub segments: Vec<Segment>,
    /// In order of time.
    pub cues: Vec<Cue>,
}

impl Timeline {
    /// Length of the whole session in milliseconds.
    #[must_use]
    pub fn total_ms(&self) -> u64 {
        self.segments.last().map_or(0, |s| s.end_ms)
    }
}
