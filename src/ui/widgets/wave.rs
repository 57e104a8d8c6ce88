//! The wave: the breath as a line through time, with the breaths to come right of a playhead.

use std::f32::consts::PI;

use egui::{AsIdSalt, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2};

use crate::model::{BreathPattern, BreathPhase};
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
    pattern.stages.iter().map(|stage| stage_secs(stage.1.0)).sum()
}

fn stage_secs(secs: f64) -> f32 {
    if secs.is_finite() && secs > 0.0 { secs as f32 } else { 0.0 }
}

/// How full the lungs are `secs` after a pattern began, 0 to 1, eased within each stage.
#[must_use]
pub fn fullness_at(pattern: &BreathPattern, secs: f32) -> f32 {
    let cycle = cycle_secs(pattern);
    if cycle <= 0.0 || secs < 0.0 {
        return 0.0;
    }
    let mut left = secs % cycle;
    for stage in &pattern.stages {
        let length = stage_secs(stage.1.0);
        if left < length {
            let eased = 0.5 - 0.5 * (PI * left / length).cos();
            return match stage.0 {
                BreathPhase::In => eased,
                BreathPhase::Full => 1.0,
                BreathPhase::Out => 1.0 - eased,
                BreathPhase::Empty => 0.0,
            };
        }
        left -= length;
    }
    0.0
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
    let colors = &look.theme.colors;
    let width = look.pt(4.0);
    let inner = rect.shrink2(egui::vec2(width / 2.0, width));
    let span = cycle * BREATHS_IN_VIEW;
    let first = wave.elapsed_secs - span * HEAD;
    let end = cycle * wave.breaths.max(1) as f32;
    let point = |secs: f32| -> Pos2 {
        let x = inner.left() + inner.width() * (secs - first) / span;
        pos2(x, egui::lerp(inner.bottom()..=inner.top(), fullness_at(wave.pattern, secs)))
    };
    let (mut gone, mut to_come) = (Vec::with_capacity(SAMPLES), Vec::with_capacity(SAMPLES));
    for i in 0..=SAMPLES {
        let secs = first + span * i as f32 / SAMPLES as f32;
        if secs < 0.0 || secs > end {
            continue;
        }
        if secs <= wave.elapsed_secs { gone.push(point(secs)) } else { to_come.push(point(secs)) }
    }
    let now = point(wave.elapsed_secs.min(end - 0.001));
    gone.push(now);
    to_come.insert(0, now);
    let painter = ui.painter_at(rect.expand(look.pt(8.0)));
    painter.add(Shape::line(gone, Stroke::new(width, colors.wave.gamma_multiply(0.4))));
    painter.add(Shape::line(to_come, Stroke::new(width, colors.wave)));
    let head = Stroke::new(look.pt(2.0), colors.ink);
    painter.vline(now.x, rect.expand2(egui::vec2(0.0, look.pt(4.0))).y_range(), head);
    painter.circle_filled(now, look.pt(8.0), colors.teal);
}

#[cfg(test)]
mod tests {
    use super::fullness_at;
    use crate::model::{BreathPattern, BreathPhase, BreathStage, Seconds};

    fn pattern(stages: &[(BreathPhase, f64)]) -> BreathPattern {
        BreathPattern {
            id: "test".into(),
            name: "Test".into(),
            stages: stages.iter().map(|&(phase, secs)| BreathStage(phase, Seconds(secs))).collect(),
            retention: false,
        }
    }

    #[test]
    fn the_wave_rises_with_the_in_breath_and_repeats() {
        let calm = pattern(&[(BreathPhase::In, 4.0), (BreathPhase::Out, 6.0)]);
        assert!(fullness_at(&calm, 0.0) < 0.001);
        assert!((fullness_at(&calm, 2.0) - 0.5).abs() < 0.001);
        assert!(fullness_at(&calm, 3.999) > 0.999);
        assert!((fullness_at(&calm, 7.0) - 0.5).abs() < 0.001);
        assert!((fullness_at(&calm, 12.0) - fullness_at(&calm, 2.0)).abs() < 0.001);
    }

    #[test]
    fn a_pattern_of_nothing_is_flat() {
        assert_eq!(fullness_at(&pattern(&[]), 3.0), 0.0);
        assert_eq!(fullness_at(&pattern(&[(BreathPhase::In, f64::NAN)]), 3.0), 0.0);
    }
}
