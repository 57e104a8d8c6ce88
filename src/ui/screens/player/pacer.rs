//! The column beside the stage: the ring with the breath in it, the wave or the count of
//! repetitions, the marks of what sounds, and what comes next.

use egui::{Align2, Rect, Ui};

use super::wording::{self, pattern_words};
use super::{PlayerLayout, PlayerView, RunState, next};
use crate::engine::{BreathNow, Mark, Moment, SegmentKind};
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{
    Pips, Ring, RingKind, Text, Wave, breath_ui, cue_marks_said, cue_marks_ui, pips_ui, ring_ui, text_ui,
    wave_ui,
};

pub(super) fn pacer_ui(ui: &Ui, look: &Look<'_>, layout: &PlayerLayout, view: &PlayerView<'_>) {
    let moment = view.moment;
    let kind = moment.segment.kind;
    if let Some(breath) = moment.breath.as_ref().filter(|_| kind.is_work()) {
        let room = layout.ring.size().min_elem() / 2.0 * 0.87;
        breath_ui(ui, look, layout.ring.center(), room, breath);
        breaths_to_come(ui, look, layout, breath);
    } else if kind.is_rep() && moment.reps > 1 {
        repetitions(ui, look, layout, moment);
    }
    let marks = marks(view);
    let words = wording::ring_words(look.words, view);
    let (name, about) = (look.words.get("ring-name"), cue_marks_said(look, &marks));
    let ring = Ring {
        kind: ring_kind(kind),
        left: share_left(moment, look.reduced_motion),
        number: &words.number,
        under: &words.under,
        note: &words.note,
        name: &name,
        value: &words.value,
        about: &about,
    };
    ring_ui(ui, look, layout.ring, "ring", &ring);
    cue_marks_ui(ui, look, layout.ring, ring.kind, &marks);
    next::next_ui(ui, look, layout, view);
}

/// What sounds now, for the eye. While the clock stands still nothing does, and nothing may keep
/// glowing.
fn marks(view: &PlayerView<'_>) -> Vec<Mark> {
    match view.state {
        RunState::Playing => view.timeline.marks_at(view.moment.at).collect(),
        _ => Vec::new(),
    }
}

/// The marks alone, for the views without a ring.
pub(super) fn marks_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PlayerView<'_>) {
    cue_marks_ui(ui, look, rect, RingKind::Work, &marks(view));
}

fn ring_kind(kind: SegmentKind) -> RingKind {
    match kind {
        SegmentKind::Open => RingKind::Open,
        SegmentKind::Prepare | SegmentKind::Transition => RingKind::Ready,
        SegmentKind::Switch => RingKind::Switch,
        SegmentKind::Rest | SegmentKind::Release => RingKind::Rest,
        _ => RingKind::Work,
    }
}

/// Share of the bout that is left; in whole seconds for those who want nothing to slide.
fn share_left(moment: &Moment<'_>, in_steps: bool) -> f32 {
    if !in_steps {
        return 1.0 - moment.bout_progress;
    }
    let secs = moment.bout_left.as_secs_f32().ceil();
    (secs / moment.bout_len.as_secs_f32().max(f32::EPSILON)).min(1.0)
}

fn breaths_to_come(ui: &Ui, look: &Look<'_>, layout: &PlayerLayout, breath: &BreathNow) {
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

fn repetitions(ui: &Ui, look: &Look<'_>, layout: &PlayerLayout, moment: &Moment<'_>) {
    let words = look.words;
    let (now, of) = (u32::from(moment.segment.rep), u32::from(moment.reps));
    let name = words.get("pips-name");
    let value = words.with("ring-count", &[("n", now.into()), ("of", of.into())]);
    pips_ui(ui, look, layout.wave, "pips", &Pips { now, of, name: &name, value: &value });
    if moment.sets > 1 {
        let set = words.with("count-set", &[("n", moment.segment.set.into()), ("of", moment.sets.into())]);
        let text = Text::new(&set, look.font(Size::Small, Face::Numerals), look.theme.colors.quiet)
            .align(Align2::CENTER_CENTER);
        text_ui(ui, layout.wave_words, "set", &text);
    }
}
