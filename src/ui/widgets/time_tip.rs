//! What there is at a time of a timeline, on a chip above it, with a line down to the place.

use std::time::Duration;

use egui::{Align2, CornerRadius, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::session_bar::stretch_said;
use super::{SessionMap, Text, text_ui};
use crate::engine::Timeline;
use crate::text::clock;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};

/// Where a chip stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct TimeTip {
    /// What it may not leave sideways, and stands above.
    pub(in crate::ui) lane: Rect,
    /// How far above, in points.
    pub(in crate::ui) gap: f32,
    /// How far down the line goes.
    pub(in crate::ui) foot: f32,
    /// How thick the line is, in points.
    pub(in crate::ui) thickness: f32,
    /// The share of the lane's width that its words may take.
    pub(in crate::ui) share: f32,
}

impl TimeTip {
    /// Tells what there is at `x`, where the time is `at_ms`; nothing where there is nothing.
    pub(in crate::ui) fn show(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        (timeline, map): (&Timeline, &SessionMap),
        (x, at_ms): (f32, u64),
        salt: &str,
    ) {
        let Some(stretch) = map.stretch_at(at_ms).and_then(|index| map.stretches.get(index)) else { return };
        let colors = &look.theme.colors;
        let what = stretch_said(look, timeline, stretch);
        let length = look.words.length(stretch.end_ms - stretch.start_ms);
        let at = clock(Duration::from_millis(at_ms));
        let tip =
            look.words.with("bar-tip", &[("at", at.into()), ("what", what.into()), ("time", length.into())]);
        let text =
            Text::new(&tip, look.font(Size::Small, Face::Numerals), colors.ink).align(Align2::CENTER_CENTER);
        let room = vec2(look.pt(460.0).min(self.lane.width() * self.share), look.pt(24.0));
        let size = vec2(text.galley(ui, room).size().x + look.pt(20.0), room.y);
        let least = self.lane.left() + size.x / 2.0;
        let center = x.clamp(least, (self.lane.right() - size.x / 2.0).max(least));
        let middle = self.lane.top() - look.pt(self.gap) - size.y / 2.0;
        let place = Rect::from_center_size(pos2(center, middle), size);
        let corners = CornerRadius::same(look.pt(8.0) as u8);
        let line = Stroke::new(look.pt(self.thickness), colors.focus);
        ui.painter().vline(x, place.bottom()..=self.foot, line);
        ui.painter().rect(place, corners, colors.card, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
        text_ui(ui, place.shrink2(vec2(look.pt(6.0), 0.0)), salt, &text);
    }
}
