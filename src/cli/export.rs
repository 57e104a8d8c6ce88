//! `unhunch export`: a routine's sound as a WAV file, an exercise's figure as a picture.

use std::path::Path;
use std::sync::Arc;

use super::content::Content;
use super::failure::Failure;
use crate::audio::{Score, WAV_RATE, write_guided_track};
use crate::model::Routine;

/// Writes the guided track of a routine.
pub(super) fn audio(routine: &Routine, content: &Content, out: &Path) -> Result<(), Failure> {
    let (timeline, _) = content.compile(routine);
    if timeline.segments.is_empty() {
        return Err(Failure::Input(format!(
            "nothing in “{}” runs, so there is nothing to hear; `unhunch timeline` tells why",
            routine.id
        )));
    }
    Ok(write_guided_track(Arc::new(Score::new(&timeline, WAV_RATE)), out)?)
}
