//! What there is at the pointer, or at the playhead while the strip has the focus.

use std::time::Duration;

use egui::{Align2, CornerRadius, Rect, Response, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Tracks;
use super::scale::Scale;
use crate::text::clock;
use crate::ui::Look;
use crate::ui::screens::editor::DeskView;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, stretch_said, text_ui};

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
    let at_ms = scale.ms(x);
    let map = &view.live.strip.map;
    let Some(stretch) = map.stretch_at(at_ms).and_then(|index| map.stretches.get(index)) else { return };
    let colors = &look.theme.colors;
    let what = stretch_said(look, &view.live.strip.course.timeline, stretch);
    let length = look.words.length(stretch.end_ms - stretch.start_ms);
    let at = clock(Duration::from_millis(at_ms));
    let tip =
        look.words.with("bar-tip", &[("at", at.into()), ("what", what.into()), ("time", length.into())]);
    let text =
        Text::new(&tip, look.font(Size::Small, Face::Numerals), colors.ink).align(Align2::CENTER_CENTER);
    let room = vec2(look.pt(460.0).min(tracks.all.width() * 0.8), look.pt(24.0));
    let size = vec2(text.galley(ui, room).size().x + look.pt(20.0), room.y);
    let least = tracks.all.left() + size.x / 2.0;
    let center = x.clamp(least, (tracks.all.right() - size.x / 2.0).max(least));
    // Above the strip: what it tells of stays in sight.
    let middle = tracks.all.top() - look.pt(12.0) - size.y / 2.0;
    let place = Rect::from_center_size(pos2(center, middle), size);
    let corners = CornerRadius::same(look.pt(8.0) as u8);
    let line = Stroke::new(look.pt(1.5), colors.focus);
    ui.painter().vline(x, place.bottom()..=tracks.cues.bottom(), line);
    ui.painter().rect(place, corners, colors.card, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
    text_ui(ui, place.shrink2(vec2(look.pt(6.0), 0.0)), "strip-tip", &text);
}
