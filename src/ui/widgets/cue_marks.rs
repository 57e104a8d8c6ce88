//! Cues as they are seen: a rim around the ring that lights up and fades, and under the number a
//! badge with the sign and the word of what was sounded.

use egui::{Align2, Color32, CornerRadius, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::cue_sign::paint_cue_sign;
use super::ring_shape::paint_rim;
use super::{RingKind, Text};
use crate::engine::{CueKind, Mark};
use crate::ui::Look;
use crate::ui::theme::Face;

/// How many signs stand side by side: "and release, set done, rest".
const MOST_SIGNS: usize = 3;

/// Paints the marks of a ring of a kind, into the place that the ring has. They add no node: the
/// ring says them.
pub fn cue_marks_ui(ui: &Ui, look: &Look<'_>, rect: Rect, ring: RingKind, marks: &[Mark]) {
    let Some(chief) = chief(marks) else { return };
    let square = Rect::from_center_size(rect.center(), Vec2::splat(rect.size().min_elem()));
    let glow = marks.iter().map(|mark| glow(mark, look.reduced_motion)).fold(0.0, f32::max);
    if glow > 0.0 {
        paint_rim(ui.painter(), square, ring, cue_color(look, chief.cue.kind), glow);
    }
    badge(ui, look, square, marks, chief);
}

/// The words of the marks, for those who read the ring with their ears or fingers.
#[must_use]
pub fn cue_marks_said(look: &Look<'_>, marks: &[Mark]) -> String {
    let words: Vec<String> = marks.iter().map(|mark| look.words.cue_seen(mark.cue.kind)).collect();
    words.join(", ")
}

/// The one whose word is shown: the latest that asks for something.
fn chief(marks: &[Mark]) -> Option<&Mark> {
    marks.iter().max_by_key(|mark| (mark.pulses, mark.cue.at_ms, weight(mark.cue.kind)))
}

/// Which of several cues of one instant matters most: what to do before what is over.
fn weight(kind: CueKind) -> u8 {
    match kind {
        CueKind::SessionDone => 5,
        CueKind::Switch | CueKind::Rest | CueKind::Start => 4,
        CueKind::Next => 3,
        CueKind::SetDone | CueKind::Halfway => 2,
        CueKind::End => 1,
        CueKind::LeadTick | CueKind::LastTick | CueKind::Rep | CueKind::BreathIn | CueKind::BreathOut => 0,
    }
}

fn glow(mark: &Mark, is_still: bool) -> f32 {
    if is_still { f32::from(u8::from(mark.pulses)) } else { mark.glow() }
}

pub(in crate::ui) fn cue_color(look: &Look<'_>, kind: CueKind) -> Color32 {
    let colors = &look.theme.colors;
    match kind {
        CueKind::LeadTick | CueKind::Start | CueKind::Switch => colors.teal,
        CueKind::LastTick | CueKind::Halfway | CueKind::End | CueKind::Rep => colors.effort,
        CueKind::Rest | CueKind::SetDone | CueKind::SessionDone => colors.bar_breathe,
        CueKind::BreathIn | CueKind::BreathOut | CueKind::Next => colors.wave,
    }
}

fn badge(ui: &Ui, look: &Look<'_>, square: Rect, marks: &[Mark], chief: &Mark) {
    let colors = &look.theme.colors;
    let radius = square.width() / 2.0;
    let height = (radius * 0.19).max(19.0);
    let sign = height * 0.56;
    let word = look.words.cue_seen(chief.cue.kind);
    let text = Text::new(&word, look.font_of(height * 0.68, Face::SemiBold), colors.ink);
    let text = text.align(Align2::LEFT_CENTER).shrink(0.7);
    let kinds = kinds(marks, chief);
    let signs = kinds.len() as f32 * (sign + height * 0.3);
    let padding = height * 0.4;
    let room = radius * 1.28 - signs - 2.0 * padding;
    let width = text.galley(ui, vec2(room, height)).size().x;
    let size = vec2(signs + width + 2.0 * padding, height);
    let place = Rect::from_center_size(square.center() + vec2(0.0, radius * 0.68), size);
    let corners = CornerRadius::same((height / 2.0) as u8);
    ui.painter().rect_filled(place, corners, colors.card);
    let rim = Stroke::new(look.pt(1.5), cue_color(look, chief.cue.kind));
    ui.painter().rect_stroke(place, corners, rim, StrokeKind::Inside);
    let mut x = place.left() + padding + sign / 2.0;
    for kind in kinds {
        paint_cue_sign(ui.painter(), pos2(x, place.center().y), sign, kind, colors.ink);
        x += sign + height * 0.3;
    }
    text.paint(ui, place.with_min_x(place.left() + padding + signs));
}

/// The kinds that are shown as signs, the chief one last, next to its word.
fn kinds(marks: &[Mark], chief: &Mark) -> Vec<CueKind> {
    let mut kinds: Vec<CueKind> = Vec::with_capacity(MOST_SIGNS);
    for mark in marks.iter().rev().filter(|mark| mark.cue != chief.cue) {
        if kinds.len() + 1 < MOST_SIGNS && !kinds.contains(&mark.cue.kind) {
            kinds.insert(0, mark.cue.kind);
        }
    }
    kinds.push(chief.cue.kind);
    kinds
}

#[cfg(test)]
mod tests {
    use super::{chief, kinds};
    use crate::engine::{Cue, CueKind, Mark, Spoken};

    fn mark(kind: CueKind) -> Mark {
        let cue = Cue { at_ms: 5_000, kind, spoken: Spoken::Silent };
        Mark { cue, age: 0.2, pulses: true }
    }

    #[test]
    fn of_cues_at_one_instant_the_one_that_asks_is_worded_and_all_are_shown() {
        let marks = [CueKind::End, CueKind::Switch].map(mark);
        let word = chief(&marks).unwrap();
        assert_eq!(word.cue.kind, CueKind::Switch);
        assert_eq!(kinds(&marks, word), [CueKind::End, CueKind::Switch]);
        assert!(chief(&[]).is_none());
    }
}
