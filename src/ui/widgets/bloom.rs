//! The bloom: overlapping discs that open with the in-breath and close with the out-breath.

use std::f32::consts::TAU;

use egui::{Pos2, Ui, Vec2};

use crate::ui::Look;

const DISCS: u8 = 6;

/// How far the bloom reaches with empty and with full lungs, as a share of the room it has.
const REACH: [f32; 2] = [0.46, 0.88];

/// Paints the bloom around a centre. `fullness` is how full the lungs are, 0 to 1. It adds no node:
/// the ring around it says the phase and the seconds.
pub fn bloom_ui(ui: &Ui, look: &Look<'_>, center: Pos2, room: f32, fullness: f32) {
    let fullness = if look.reduced_motion { 0.5 } else { fullness.clamp(0.0, 1.0) };
    let reach = room * egui::lerp(REACH[0]..=REACH[1], fullness);
    let (offset, radius) = (reach * 0.36, reach * 0.64);
    let color = look.theme.colors.bloom.gamma_multiply(0.15);
    for disc in 0..DISCS {
        let angle = TAU * (f32::from(disc) + 0.5) / f32::from(DISCS);
        ui.painter().circle_filled(center + offset * Vec2::angled(angle), radius, color);
    }
}
