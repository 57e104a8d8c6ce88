//! The breath under the timeline: as a line where a breath has the room, as a band where it has not.

use std::time::Duration;

use egui::{CornerRadius, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::scale::{Bar, Scale};
use crate::engine::Timeline;
use crate::model::BreathPattern;
use crate::ui::Look;

/// A breath that has less room than this, in points, is no line.
const LEAST_BREATH: f32 = 8.0;

/// How far apart the breath is sampled, in points.
const STEP: f32 = 2.0;

pub(super) fn paint_wave(
    painter: &Painter,
    look: &Look<'_>,
    track: Rect,
    scale: &Scale,
    timeline: &Timeline,
    bars: &[Bar],
) {
    let colors = &look.theme.colors;
    painter.hline(track.x_range(), track.bottom(), Stroke::new(1.0, colors.line));
    for bar in bars.iter().filter(|bar| bar.stretch.kind.is_work()) {
        let middle = u64::midpoint(bar.stretch.start_ms, bar.stretch.end_ms);
        let Some(breath) = timeline.at(Duration::from_millis(middle)).and_then(|it| it.breath) else {
            continue;
        };
        let room = cycle_ms(&breath.pattern) as f64 / scale.ms_of(1.0);
        if room < f64::from(look.pt(LEAST_BREATH)) {
            let band = track.shrink2(vec2(0.0, track.height() * 0.2));
            let band = band.with_min_x(bar.left).with_max_x(bar.right);
            painter.rect_filled(band, CornerRadius::same(2), colors.wave.gamma_multiply(0.45));
        } else {
            let line = line(timeline, track, scale, bar);
            painter.add(Shape::line(line, Stroke::new(look.pt(2.0), colors.wave)));
        }
    }
}

fn cycle_ms(pattern: &BreathPattern) -> u64 {
    pattern.stages.iter().filter_map(|stage| stage.1.to_ms()).sum()
}

fn line(timeline: &Timeline, track: Rect, scale: &Scale, bar: &Bar) -> Vec<Pos2> {
    let count = ((bar.right - bar.left) / STEP).ceil().max(1.0) as usize;
    let point = |index: usize| {
        let x = egui::lerp(bar.left..=bar.right, index as f32 / count as f32);
        // Its very end belongs to what follows.
        let ms = scale.ms(x).clamp(bar.stretch.start_ms, bar.stretch.end_ms.saturating_sub(1));
        let breath = timeline.at(Duration::from_millis(ms))?.breath?;
        Some(pos2(x, egui::lerp(track.bottom()..=track.top(), breath.fullness)))
    };
    (0..=count).filter_map(point).collect()
}
