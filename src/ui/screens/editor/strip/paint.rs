//! How the strip is drawn: the axis, the headings, work and rest, the breath, the cues.

use egui::{Align2, CornerRadius, Painter, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Tracks;
use super::scale::{Bar, Scale};
use super::wave::paint_wave;
use crate::text::clock;
use crate::ui::Look;
use crate::ui::screens::editor::{DeskView, LiveView};
use crate::ui::theme::Face;
use crate::ui::widgets::{Text, When, cue_color, paint_cue_sign, paint_stretch};

/// Below this width, in points, stretches are drawn together.
const LEAST: f32 = 3.0;

/// Ticks are at least so many points apart.
const LEAST_TICK: f32 = 4.0;

/// Signs show while no more than so many share the room of one.
const MOST_PASSED_OVER: usize = 4;

pub(super) fn paint(
    ui: &Ui,
    painter: &Painter,
    look: &Look<'_>,
    tracks: &Tracks,
    scale: &Scale,
    view: &DeskView<'_>,
) {
    let live = &view.live;
    axis(ui, painter, look, tracks, scale);
    sections(ui, painter, look, tracks, scale, live);
    marked(painter, look, tracks, scale, live.marked);
    let bars = scale.bars(&live.strip.map, look.pt(LEAST));
    let now = live.preview.is_some();
    for bar in &bars {
        let is_now = now && (bar.stretch.start_ms..bar.stretch.end_ms).contains(&live.head_ms);
        let when = if is_now { When::Now } else { When::ToCome };
        paint_stretch(ui, look, place(look, tracks.lane, bar), &bar.stretch, when);
    }
    paint_wave(painter, look, tracks.wave, scale, &live.strip.course.timeline, &bars);
    cues(painter, look, tracks.cues, scale, live);
}

fn place(look: &Look<'_>, lane: Rect, bar: &Bar) -> Rect {
    let gap = look.pt(1.5).min((bar.right - bar.left) * 0.25);
    lane.shrink2(vec2(0.0, look.pt(3.0))).with_min_x(bar.left).with_max_x(bar.right - gap)
}

fn axis(ui: &Ui, painter: &Painter, look: &Look<'_>, tracks: &Tracks, scale: &Scale) {
    let colors = &look.theme.colors;
    let font = look.font_of(look.pt(12.0).max(10.5), Face::Numerals);
    for ms in scale.marks(look.pt(58.0)) {
        let x = scale.x(ms);
        painter.vline(x, tracks.axis.top()..=tracks.cues.bottom(), Stroke::new(1.0, colors.line));
        let at = clock(std::time::Duration::from_millis(ms));
        let label = tracks.axis.with_min_x(x + look.pt(4.0)).with_max_x(x + look.pt(56.0));
        if label.right() <= tracks.all.right() + look.pt(14.0) {
            Text::new(&at, font.clone(), colors.quiet).align(Align2::LEFT_CENTER).paint(ui, label);
        }
    }
}

fn sections(
    ui: &Ui,
    painter: &Painter,
    look: &Look<'_>,
    tracks: &Tracks,
    scale: &Scale,
    live: &LiveView<'_>,
) {
    let colors = &look.theme.colors;
    let sections = &live.strip.map.sections;
    let first = sections.partition_point(|section| section.end_ms <= scale.span.first_ms);
    for section in sections[first..].iter().take_while(|it| it.start_ms < scale.span.end_ms()) {
        let left = scale.x(section.start_ms).max(tracks.all.left());
        let right = scale.x(section.end_ms).min(tracks.all.right());
        let line = tracks.sections.with_min_x(left).with_max_x(right - look.pt(2.0));
        if line.width() < look.pt(2.0) {
            continue;
        }
        let corners = CornerRadius::same(look.pt(4.0) as u8);
        painter.rect_filled(line, corners, colors.chip);
        if line.width() > look.pt(44.0) {
            let font = look.font_of(look.pt(12.0).max(10.5), Face::SemiBold);
            let words = line.shrink2(vec2(look.pt(6.0), 0.0));
            Text::new(&section.name, font, colors.on_chip).paint(ui, words);
        }
    }
}

/// What is selected: a ground and a frame around it, over all tracks.
fn marked(painter: &Painter, look: &Look<'_>, tracks: &Tracks, scale: &Scale, marked: &[(u64, u64)]) {
    let colors = &look.theme.colors;
    let first = marked.partition_point(|(_, end)| *end <= scale.span.first_ms);
    let mut ranges: Vec<(f32, f32)> = Vec::new();
    for (start, end) in marked[first..].iter().take_while(|(start, _)| *start < scale.span.end_ms()) {
        let left = scale.x(*start).max(tracks.all.left());
        // However short it is, it can be seen.
        let right = scale.x(*end).min(tracks.all.right()).max(left + look.pt(3.0));
        match ranges.last_mut() {
            Some(last) if left - last.1 < 1.0 => last.1 = right,
            _ => ranges.push((left, right)),
        }
    }
    let corners = CornerRadius::same(look.pt(6.0) as u8);
    for (left, right) in ranges {
        let place = tracks.lane.with_max_y(tracks.cues.bottom()).with_min_x(left).with_max_x(right);
        let line = Stroke::new(look.pt(2.0), colors.teal);
        painter.rect(place, corners, colors.soft, line, StrokeKind::Inside);
    }
}

/// A tick for every cue that has the room, and the sign of those that matter where it fits.
fn cues(painter: &Painter, look: &Look<'_>, track: Rect, scale: &Scale, live: &LiveView<'_>) {
    let timeline = &live.strip.course.timeline;
    let chief = &live.strip.chief;
    let first = chief.partition_point(|cue| timeline.cues[*cue as usize].at_ms < scale.span.first_ms);
    let in_sight =
        chief.partition_point(|cue| timeline.cues[*cue as usize].at_ms <= scale.span.end_ms()) - first;
    let room = look.pt(13.0);
    let signs = scale.spread(timeline, chief.len(), |index| chief[index] as usize, room);
    // A few of very many would be those that happen to have the room.
    let signs = if in_sight > signs.len() * MOST_PASSED_OVER { Vec::new() } else { signs };
    // Ticks that stand shoulder to shoulder tell nothing: then those of the chief cues alone.
    let all = timeline.cues.len();
    let from = timeline.cues.partition_point(|cue| cue.at_ms < scale.span.first_ms);
    let to = timeline.cues.partition_point(|cue| cue.at_ms <= scale.span.end_ms());
    let is_crowded = (to - from) as f32 * look.pt(LEAST_TICK) > scale.width;
    let ticks = if is_crowded {
        scale.spread(timeline, chief.len(), |index| chief[index] as usize, look.pt(LEAST_TICK))
    } else {
        scale.spread(timeline, all, |index| index, look.pt(LEAST_TICK))
    };
    let bottom = track.bottom();
    for cue in ticks {
        let stroke = Stroke::new(look.pt(1.2), cue_color(look, cue.kind));
        painter.vline(scale.x(cue.at_ms), bottom - look.pt(4.0)..=bottom, stroke);
    }
    let size = look.pt(9.0);
    for cue in signs {
        let center = pos2(scale.x(cue.at_ms), track.top() + size * 0.6);
        paint_cue_sign(painter, center, size, cue.kind, look.theme.colors.ink);
    }
}
