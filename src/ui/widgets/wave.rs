//! The wave: the breath as a line through time, with the breaths to come right of a playhead. Where
//! nothing may slide, the line stands still and a marker steps along it.

use egui::{AsIdSalt, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::engine::fullness_at;
use crate::model::BreathPattern;
use crate::ui::Look;

/// The model of the wave.
#[derive(Clone, Copy, Debug)]
pub struct Wave<'a> {
    /// The pattern.
    pub pattern: &'a BreathPattern,
    /// Seconds since it began to run.
    pub elapsed_secs: f32,
    /// How many breaths the stretch has; the line ends with the last.
    pub breaths: u32,
    /// What a screen reader says it is.
    pub name: &'a str,
    /// The pattern in words.
    pub value: &'a str,
}

/// Where the playhead stands, as a share of the width.
const HEAD: f32 = 0.27;
/// How many breaths are in view.
const BREATHS_IN_VIEW: f32 = 4.0;
const SAMPLES: usize = 140;

fn cycle_secs(pattern: &BreathPattern) -> f32 {
    pattern.stages.iter().map(|stage| stage.1.to_ms().unwrap_or(0) as f32 / 1000.0).sum()
}

/// What of the breath is in view, in seconds since it began.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span {
    first: f32,
    length: f32,
    now: f32,
}

impl Span {
    fn of(wave: &Wave<'_>, cycle: f32, in_steps: bool) -> Self {
        let end = cycle * wave.breaths.max(1) as f32;
        let length = cycle * BREATHS_IN_VIEW;
        if !in_steps {
            let now = wave.elapsed_secs.clamp(0.0, end);
            return Self { first: now - length * HEAD, length, now };
        }
        let now = wave.elapsed_secs.floor().clamp(0.0, end);
        Self { first: (now / length).floor() * length, length, now }
    }
}

/// Paints the wave over a rectangle.
pub fn wave_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: impl AsIdSalt, wave: &Wave<'_>) {
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, wave.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(wave.value));
    let cycle = cycle_secs(wave.pattern);
    if cycle <= 0.0 {
        return;
    }
    let width = look.pt(4.0);
    let curve = Curve {
        inner: rect.shrink2(vec2(width / 2.0, width)),
        span: Span::of(wave, cycle, look.reduced_motion),
        end: cycle * wave.breaths.max(1) as f32,
        pattern: wave.pattern,
    };
    let painter = ui.painter_at(rect.expand(look.pt(9.0)));
    paint_line(&painter, look, &curve, width);
    let now = curve.point(curve.span.now);
    let head = Stroke::new(look.pt(2.0), look.theme.colors.ink);
    painter.vline(now.x, rect.expand2(vec2(0.0, look.pt(4.0))).y_range(), head);
    painter.circle_filled(now, look.pt(8.0), look.theme.colors.teal);
}

struct Curve<'a> {
    inner: Rect,
    span: Span,
    end: f32,
    pattern: &'a BreathPattern,
}

impl Curve<'_> {
    fn point(&self, secs: f32) -> Pos2 {
        let x = self.inner.left() + self.inner.width() * (secs - self.span.first) / self.span.length;
        // The very end is the end of the last breath, not the start of one more.
        let fullness = fullness_at(self.pattern, secs.min(self.end - 0.001));
        pos2(x, egui::lerp(self.inner.bottom()..=self.inner.top(), fullness))
    }
}

fn paint_line(painter: &Painter, look: &Look<'_>, curve: &Curve<'_>, width: f32) {
    let (colors, span) = (&look.theme.colors, curve.span);
    let (mut gone, mut to_come) = (Vec::with_capacity(SAMPLES), Vec::with_capacity(SAMPLES));
    to_come.push(curve.point(span.now));
    for i in 0..=SAMPLES {
        let secs = span.first + span.length * i as f32 / SAMPLES as f32;
        if secs < 0.0 || secs > curve.end {
            continue;
        }
        if secs <= span.now { gone.push(curve.point(secs)) } else { to_come.push(curve.point(secs)) }
    }
    gone.push(curve.point(span.now));
    let last = span.first + span.length;
    if curve.end < last {
        // After the last breath there is a cap and a quiet ground line: nothing more to come.
        let end = curve.point(curve.end);
        let ground = Stroke::new(look.pt(1.5), colors.ring_track);
        painter.hline(end.x..=curve.inner.right(), curve.inner.bottom(), ground);
        painter.circle_filled(end, width, colors.wave);
        to_come.push(end);
    }
    painter.add(Shape::line(gone, Stroke::new(width, colors.wave.gamma_multiply(0.4))));
    painter.add(Shape::line(to_come, Stroke::new(width, colors.wave)));
}

#[cfg(test)]
mod tests {
    use super::{Span, Wave, cycle_secs};
    use crate::model::{BreathPattern, BreathPhase, BreathStage, Seconds};

    fn calm() -> BreathPattern {
        let stages =
            vec![BreathStage(BreathPhase::In, Seconds(4.0)), BreathStage(BreathPhase::Out, Seconds(6.0))];
        BreathPattern { id: "calm".into(), name: "Calm".into(), stages, retention: false }
    }

    fn span(secs: f32, in_steps: bool) -> Span {
        let pattern = calm();
        let wave = Wave { pattern: &pattern, elapsed_secs: secs, breaths: 8, name: "", value: "" };
        Span::of(&wave, cycle_secs(&pattern), in_steps)
    }

    fn place(span: Span) -> f32 {
        (span.now - span.first) / span.length
    }

    #[test]
    fn the_playhead_stands_and_the_breath_slides() {
        let places: Vec<f32> = (0..800).map(|i| place(span(i as f32 / 10.0, false))).collect();
        assert!(places.iter().all(|place| (place - super::HEAD).abs() < 1e-4));
    }

    #[test]
    fn in_the_still_mode_the_line_stands_and_the_marker_steps_by_seconds() {
        assert_eq!(span(7.0, true), span(7.9, true));
        assert_eq!(span(7.0, true).first, span(31.0, true).first);
        assert!(place(span(8.0, true)) > place(span(7.0, true)));
        let next_page = span(40.0, true);
        assert!(next_page.first == 40.0 && place(next_page) == 0.0);
        assert_eq!(span(500.0, true).now, 80.0);
    }
}
