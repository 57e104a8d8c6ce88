//! The bloom: overlapping discs that open with the in-breath and close with the out-breath, with
//! a rim where the breath is going and an arc that runs out while it is held.

use std::f32::consts::{FRAC_PI_2, TAU};

use egui::{Painter, Pos2, Shape, Stroke, Ui, Vec2};

use crate::engine::{BreathNow, fullness_at};
use crate::model::BreathPhase;
use crate::ui::Look;

const DISCS: u8 = 6;

/// How far the bloom reaches with empty and with full lungs, as a share of the room it has.
const REACH: [f32; 2] = [0.46, 0.9];

/// How strong one disc is: a dark ground has less between it and its light ink.
const STRENGTH: [f32; 2] = [0.15, 0.11];

/// Paints the bloom around a centre. `fullness` is how full the lungs are, 0 to 1. It adds no node:
/// the ring around it says the phase and the seconds.
pub fn bloom_ui(ui: &Ui, look: &Look<'_>, center: Pos2, room: f32, fullness: f32) {
    let fullness = if look.reduced_motion { 0.5 } else { fullness.clamp(0.0, 1.0) };
    let reach = reach(room, fullness);
    let (offset, radius) = (reach * 0.36, reach * 0.64);
    let color = look.theme.colors.bloom.gamma_multiply(STRENGTH[usize::from(look.theme.dark)]);
    for disc in 0..DISCS {
        let angle = TAU * (f32::from(disc) + 0.5) / f32::from(DISCS);
        ui.painter().circle_filled(center + offset * Vec2::angled(angle), radius, color);
    }
}

/// Paints the bloom of a breath, and around it where an in-breath leads to; a stage in which the
/// breath is held has an arc that runs out with it.
pub fn breath_ui(ui: &Ui, look: &Look<'_>, center: Pos2, room: f32, breath: &BreathNow) {
    bloom_ui(ui, look, center, room, breath.fullness);
    let (painter, colors) = (ui.painter(), &look.theme.colors);
    if matches!(breath.phase, BreathPhase::Full | BreathPhase::Empty) {
        let left = hold_left(breath, look.reduced_motion);
        // Full or empty, it runs around the largest bloom: words stand inside it.
        let radius = reach(room, 1.0);
        painter.circle_stroke(center, radius, Stroke::new(look.pt(2.0), colors.ring_track));
        arc(painter, center, radius, left, Stroke::new(look.pt(5.0), colors.teal));
    } else if breath.phase == BreathPhase::In && !look.reduced_motion {
        for goal in goals(breath) {
            let stroke = Stroke::new(look.pt(1.5), colors.bloom.gamma_multiply(0.45));
            painter.circle_stroke(center, reach(room, goal), stroke);
        }
    }
}

fn reach(room: f32, fullness: f32) -> f32 {
    room * egui::lerp(REACH[0]..=REACH[1], fullness.clamp(0.0, 1.0))
}

/// Share of a hold that is left, 1 to 0; in whole seconds for those who want nothing to slide.
fn hold_left(breath: &BreathNow, in_steps: bool) -> f32 {
    let left = if in_steps { breath.left_secs.ceil() } else { breath.left_secs };
    (left / breath.stage_secs.max(f32::EPSILON)).clamp(0.0, 1.0)
}

/// How full the lungs will be at the ends of this stage and of those after it that go the same
/// way: a double inhale has two goals.
fn goals(breath: &BreathNow) -> impl Iterator<Item = f32> {
    let stages = &breath.pattern.stages;
    let mut end = breath.elapsed_secs + breath.left_secs;
    let same_way = stages.iter().skip(breath.stage).take_while(|stage| stage.0 == breath.phase);
    same_way.enumerate().map(move |(ahead, stage)| {
        if ahead > 0 {
            end += stage.1.to_ms().unwrap_or(0) as f32 / 1000.0;
        }
        // A hair before the end, which already belongs to what follows.
        fullness_at(&breath.pattern, (end - 0.004).max(0.0))
    })
}

fn arc(painter: &Painter, center: Pos2, radius: f32, share: f32, stroke: Stroke) {
    let steps = (share * 80.0).ceil().max(1.0);
    let at = |i: usize| center + radius * Vec2::angled(share * i as f32 / steps * TAU - FRAC_PI_2);
    painter.add(Shape::line((0..=steps as usize).map(at).collect(), stroke));
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{goals, hold_left};
    use crate::engine::BreathNow;
    use crate::model::{BreathPattern, BreathPhase, BreathStage, Seconds};

    fn now(stages: &[(BreathPhase, f64)], stage: usize, elapsed_secs: f32, left_secs: f32) -> BreathNow {
        BreathNow {
            pattern: Arc::new(BreathPattern {
                id: "test".into(),
                name: "Test".into(),
                stages: stages.iter().map(|&(phase, secs)| BreathStage(phase, Seconds(secs))).collect(),
                retention: false,
            }),
            phase: stages[stage].0,
            stage,
            progress: 0.0,
            stage_secs: stages[stage].1 as f32,
            left_secs,
            fullness: 0.0,
            breath: 0,
            breaths: 1,
            elapsed_secs,
        }
    }

    #[test]
    fn a_double_inhale_has_two_goals_and_then_one() {
        let sigh = [(BreathPhase::In, 2.0), (BreathPhase::In, 1.0), (BreathPhase::Out, 6.0)];
        let first: Vec<f32> = goals(&now(&sigh, 0, 0.5, 1.5)).collect();
        assert!(first.len() == 2 && (first[0] - 0.667).abs() < 0.01 && first[1] > 0.99, "{first:?}");
        let second: Vec<f32> = goals(&now(&sigh, 1, 2.5, 0.5)).collect();
        assert!(second.len() == 1 && second[0] > 0.99, "{second:?}");
        let out: Vec<f32> = goals(&now(&sigh, 2, 4.0, 5.0)).collect();
        assert!(out.len() == 1 && out[0] < 0.01, "{out:?}");
    }

    #[test]
    fn the_arc_of_a_hold_runs_out_and_steps_where_nothing_may_slide() {
        let held = [(BreathPhase::In, 4.0), (BreathPhase::Full, 4.0)];
        assert!((hold_left(&now(&held, 1, 5.5, 2.5), false) - 0.625).abs() < 1e-6);
        assert!((hold_left(&now(&held, 1, 5.5, 2.5), true) - 0.75).abs() < 1e-6);
        assert_eq!(hold_left(&now(&held, 1, 5.9, 2.1), true), hold_left(&now(&held, 1, 5.1, 2.9), true));
    }
}
