//! The column beside the stage: the ring with the breath in it, the wave, and what comes next.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::wording::{self, clock_left, pattern_words};
use super::{PlayerLayout, PlayerView};
use crate::engine::{NextUp, SegmentKind};
use crate::model::Sides;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Ring, RingKind, Text, Wave, bloom_ui, paint_scene, ring_ui, text_ui, wave_ui};

pub(super) fn pacer_ui(ui: &Ui, look: &Look<'_>, layout: &PlayerLayout, view: &PlayerView<'_>) {
    let moment = view.moment;
    let is_work = moment.segment.kind.is_work();
    if let Some(breath) = moment.breath.as_ref().filter(|_| is_work) {
        let room = layout.ring.width().min(layout.ring.height()) / 2.0 * 0.87;
        bloom_ui(ui, look, layout.ring.center(), room, breath.fullness);
        let pattern = pattern_words(look.words, &breath.pattern);
        let name = look.words.get("wave-name");
        let wave = Wave {
            pattern: &breath.pattern,
            elapsed_secs: breath.elapsed_secs,
            breaths: breath.breaths,
            name: &name,
            value: &pattern,
        };
        wave_ui(ui, look, layout.wave, "wave", &wave);
        let text = Text::new(&pattern, look.font(Size::Small, Face::Numerals), look.theme.colors.quiet);
        text_ui(ui, layout.wave_words, "pattern", &text);
    }
    let words = wording::ring_words(look.words, view);
    let name = look.words.get("ring-name");
    let ring = Ring {
        kind: match moment.segment.kind {
            SegmentKind::Open => RingKind::Open,
            _ if is_work => RingKind::Work,
            _ => RingKind::Between,
        },
        left: 1.0 - moment.bout_progress,
        number: &words.number,
        under: &words.under,
        name: &name,
        value: &words.value,
    };
    ring_ui(ui, look, layout.ring, "ring", &ring);
    next_ui(ui, look, layout.next, view);
}

fn next_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(14.0) as u8);
    ui.painter().rect_filled(rect, corners, colors.card);
    ui.painter().rect_stroke(rect, corners, Stroke::new(1.0, colors.line), StrokeKind::Inside);
    let mut inner = rect.shrink2(vec2(look.pt(14.0), look.pt(8.0)));
    let Some(next) = &view.moment.next else {
        let last = look.words.get("player-last");
        let text = Text::new(&last, look.font(Size::Body, Face::Regular), colors.quiet);
        text_ui(ui, inner, "next", &text);
        return;
    };
    if let Some(scene) = view.next_scene {
        let stage = inner.with_max_x(inner.left() + look.pt(84.0).min(inner.width() * 0.3));
        paint_scene(ui, stage.expand2(vec2(0.0, look.pt(4.0))), scene);
        inner.min.x = stage.right() + look.pt(12.0);
    }
    let response = ui.interact(inner, ui.scope_id().with("next"), Sense::hover());
    let (over, name, dose) = next_words(look, next, view);
    let spoken = if dose.is_empty() { format!("{over}: {name}") } else { format!("{over}: {name}, {dose}") };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.46);
    let name = Text::new(&name, look.font(Size::Body, Face::Bold), colors.ink);
    let beside = format!("· {dose}");
    let dose_text = Text::new(&beside, look.font(Size::Body, Face::Regular), colors.ink);
    let free = vec2(f32::INFINITY, f32::INFINITY);
    let (name_width, dose_width) = (name.galley(ui, free).size().x, dose_text.galley(ui, free).size().x);
    let gap = look.pt(8.0);
    // A narrow card has the dose on the line above, where there is more room.
    let fits = name_width + gap + dose_width <= bottom.width();
    let over = if fits || dose.is_empty() { over } else { format!("{over} · {dose}") };
    Text::new(&over, look.font(Size::Small, Face::Numerals), colors.quiet).shrink(0.84).paint(ui, top);
    let place = name.paint(ui, bottom);
    if fits && !dose.is_empty() {
        dose_text.paint(ui, bottom.with_min_x(place.right() + gap));
    }
}

fn next_words(look: &Look<'_>, next: &NextUp<'_>, view: &PlayerView<'_>) -> (String, String, String) {
    let words = look.words;
    let secs = next.starts_in.as_millis().div_ceil(1000) as u64;
    // Before an open dose is done nobody knows when the next one starts.
    let is_open = view.moment.segment.kind == SegmentKind::Open;
    let over = match secs {
        _ if is_open => words.get("player-next"),
        0 => words.get("player-next"),
        1..100 => words.with("player-next-in", &[("secs", secs.into())]),
        _ => words.with("player-next-in-min", &[("time", clock_left(next.starts_in).into())]),
    };
    let Some(exercise) = next.entry.exercise.as_deref() else {
        return (over, wording::entry_name(words, next.entry), String::new());
    };
    let sides = if next.side.is_some() { exercise.sides } else { Sides::Both };
    let dose = words.dose(&next.entry.dose, sides, exercise.ways.len());
    (over, exercise.name.clone(), dose)
}
