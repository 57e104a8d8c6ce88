//! The one instruction that matters now: the exercise's own words, or a general one.

use super::Words;
use crate::engine::{BreathNow, Entry, Segment, SegmentKind};
use crate::model::{BreathPhase, Exercise, Side};

impl Words {
    /// What is asked during a segment of an entry.
    #[must_use]
    pub fn instruction(&self, entry: &Entry, segment: &Segment) -> String {
        let own = entry.exercise.as_deref().and_then(|exercise| own_words(exercise, segment.kind));
        if let Some(own) = own {
            return own.to_owned();
        }
        match segment.kind {
            SegmentKind::Switch => self.switch(entry, segment),
            SegmentKind::Breathe => match entry.exercise {
                Some(_) => self.get("do-hold"),
                None => self.get("do-breathe"),
            },
            kind => self.get(general_key(kind)),
        }
    }

    /// What is asked while breathing is all there is to do: it turns with the breath.
    #[must_use]
    pub fn breath_instruction(&self, breath: &BreathNow) -> String {
        self.get(match breath.phase {
            BreathPhase::In if breath.tops_up() => "do-inhale-more",
            BreathPhase::In => "do-inhale",
            BreathPhase::Full => "do-full",
            BreathPhase::Out => "do-exhale",
            BreathPhase::Empty => "do-empty",
        })
    }

    fn switch(&self, entry: &Entry, segment: &Segment) -> String {
        let ways = entry.exercise.as_deref().map_or(&[][..], |exercise| &exercise.ways);
        match (ways.get(usize::from(segment.way)), segment.side) {
            (Some(way), _) if segment.way > 0 => self.with("do-way", &[("way", way.as_str().into())]),
            (_, Some(Side::Left)) => self.get("do-switch-left"),
            (_, Some(Side::Right)) => self.get("do-switch-right"),
            _ => self.get("do-switch"),
        }
    }
}

fn own_words(exercise: &Exercise, kind: SegmentKind) -> Option<&str> {
    let own = &exercise.instructions;
    let text = match kind {
        SegmentKind::Prepare | SegmentKind::Transition => &own.ready,
        SegmentKind::Lift => &own.lift,
        SegmentKind::Pause => &own.pause,
        SegmentKind::Lower => &own.lower,
        SegmentKind::Hold => &own.hold,
        SegmentKind::Release => &own.release,
        SegmentKind::Inhale => &own.inhale,
        SegmentKind::Exhale => &own.exhale,
        SegmentKind::Timed | SegmentKind::Open => &own.moving,
        SegmentKind::Full
        | SegmentKind::Empty
        | SegmentKind::Switch
        | SegmentKind::Rest
        | SegmentKind::Breathe => return None,
    };
    (!text.trim().is_empty()).then_some(text.as_str())
}

fn general_key(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Prepare | SegmentKind::Transition => "do-ready",
        SegmentKind::Lift => "do-lift",
        SegmentKind::Pause => "do-pause",
        SegmentKind::Lower => "do-lower",
        SegmentKind::Hold => "do-hold",
        SegmentKind::Release => "do-release",
        SegmentKind::Inhale => "do-inhale",
        SegmentKind::Full => "do-full",
        SegmentKind::Exhale => "do-exhale",
        SegmentKind::Empty => "do-empty",
        SegmentKind::Timed | SegmentKind::Open => "do-moving",
        SegmentKind::Switch => "do-switch",
        SegmentKind::Rest => "do-rest",
        SegmentKind::Breathe => "do-breathe",
    }
}
