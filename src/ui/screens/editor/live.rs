//! What the live parts of the desk show: the strip's part of the timeline, and the preview.

use super::strip::StripMap;
use crate::ui::screens::player::PlayerView;
use crate::ui::{LivePanel, Span};

/// What the live parts of the desk show.
#[derive(Clone, Copy, Debug)]
pub struct LiveView<'a> {
    /// The timeline, merged.
    pub strip: &'a StripMap,
    /// When what is selected runs.
    pub marked: &'a [(u64, u64)],
    /// The part of the timeline that is in sight.
    pub span: Span,
    /// Where the playhead is, in milliseconds from the start.
    pub head_ms: u64,
    /// What is unfolded.
    pub panel: Option<LivePanel>,
    /// The preview, while there is one.
    pub preview: Option<&'a PlayerView<'a>>,
}
