//! What there is at the pointer, or at the playhead while the strip has the focus.

use egui::{Response, Ui};

use super::Tracks;
use super::scale::Scale;
use crate::ui::Look;
use crate::ui::screens::editor::DeskView;
use crate::ui::widgets::TimeTip;

pub(super) fn tip_ui(
    ui: &Ui,
    look: &Look<'_>,
    response: &Response,
    tracks: &Tracks,
    scale: &Scale,
    view: &DeskView<'_>,
) {
    let pointer = response.interact_pointer_pos().or(response.hover_pos()).map(|at| at.x);
    let focused = response.has_focus().then(|| scale.x(view.live.head_ms));
    let Some(x) = pointer.or(focused) else { return };
    let x = x.clamp(tracks.all.left(), tracks.all.right());
    let strip = view.live.strip;
    // Above the strip: what it tells of stays in sight.
    let tip = TimeTip { lane: tracks.all, gap: 12.0, foot: tracks.cues.bottom(), thickness: 1.5, share: 0.8 };
    tip.show(ui, look, (&strip.course.timeline, &strip.map), (x, scale.ms(x)), "strip-tip");
}
