//! What the player says in words: which repetition, what the ring counts, what comes next.

use std::time::Duration;

use super::{PlayerView, RunState};
use crate::engine::{BreathNow, Entry, Moment, SegmentKind};
use crate::model::{BreathPattern, BreathPhase};
use crate::text::{Words, clock};

/// Name of an entry: its exercise, breathing, or a rest of its own.
pub(super) fn entry_name(words: &Words, entry: &Entry) -> String {
    match &entry.exercise {
        Some(exercise) => exercise.name.clone(),
        None if entry.is_rest() => words.get("bar-rest"),
        None => words.get("bar-breathe"),
    }
}

/// What stands over the figure: a rest is a rest, whatever it follows.
pub(super) fn title(words: &Words, moment: &Moment<'_>) -> String {
    match moment.segment.kind {
        SegmentKind::Rest => words.get("bar-rest"),
        _ => entry_name(words, moment.entry),
    }
}

/// Which way round, where the exercise has two.
pub(super) fn way<'a>(moment: &Moment<'a>) -> Option<&'a str> {
    let ways = &moment.entry.exercise.as_deref()?.ways;
    ways.get(usize::from(moment.segment.way)).map(String::as_str)
}

/// The line under the name: "Set 1 of 2 · Breath 3 of 8 · felt: upper back".
pub(super) fn under_name(words: &Words, moment: &Moment<'_>) -> String {
    let mut parts = Vec::new();
    let segment = &moment.segment;
    if segment.kind == SegmentKind::Rest {
        return String::new();
    }
    if matches!(segment.kind, SegmentKind::Prepare | SegmentKind::Transition)
        && let Some(exercise) = &moment.entry.exercise
    {
        let dose = words.dose(&moment.entry.dose, exercise.sides, exercise.ways.len());
        return words.with("player-up-next", &[("dose", dose.into())]);
    }
    let of = |key: &str, n: u32, of: u32| words.with(key, &[("n", n.into()), ("of", of.into())]);
    if moment.sets > 1
        && segment.set > 0
        && moment.entry.exercise.is_some()
        && segment.kind != SegmentKind::Hold
    {
        parts.push(of("count-set", segment.set.into(), moment.sets.into()));
    }
    let (rep, reps) = (u32::from(segment.rep), u32::from(moment.reps));
    if reps > 1 && rep > 0 {
        let key = match segment.kind {
            kind if kind.is_flow() => "count-breath",
            SegmentKind::Hold | SegmentKind::Release => "count-hold",
            _ => "count-rep",
        };
        parts.push(of(key, rep, reps));
    } else if let (SegmentKind::Breathe, Some(breath)) = (segment.kind, &moment.breath) {
        parts.push(of("count-breath", breath.breath + 1, breath.breaths.max(breath.breath + 1)));
    }
    if let Some(exercise) = &moment.entry.exercise
        && !exercise.felt.is_empty()
    {
        let names: Vec<&str> = exercise.felt.iter().map(|felt| felt.name.as_str()).collect();
        parts.push(words.with("player-felt", &[("where", names.join(", ").into())]));
    }
    parts.join("  ·  ")
}

/// What the ring shows.
pub(super) struct RingWords {
    pub(super) number: String,
    pub(super) under: String,
    /// The line under that: which breath, or the seconds where the number counts repetitions.
    pub(super) note: String,
    pub(super) value: String,
}

pub(super) fn ring_words(words: &Words, view: &PlayerView<'_>) -> RingWords {
    let moment = view.moment;
    let kind = moment.segment.kind;
    if kind == SegmentKind::Open {
        return open_words(words, view);
    }
    let secs = whole_secs_left(moment.bout_left);
    let seconds = words.with("ring-secs", &[("n", secs.into())]);
    if kind.is_rep() && moment.reps > 0 {
        let (rep, reps) = (moment.segment.rep, moment.reps);
        return RingWords {
            number: rep.to_string(),
            under: words.with("count-of", &[("of", reps.into())]),
            note: seconds,
            value: words.with("ring-count", &[("n", rep.into()), ("of", reps.into())]),
        };
    }
    let under = match (kind, &moment.breath) {
        (SegmentKind::Prepare, _) => words.get("ring-get-ready"),
        (SegmentKind::Transition, _) => words.get("ring-move"),
        (SegmentKind::Rest, _) => words.get("ring-rest"),
        (SegmentKind::Switch, _) => words.get("ring-switch"),
        (SegmentKind::Release, _) => words.get("ring-release"),
        (_, Some(breath)) => words.with(
            "breath-secs",
            &[
                ("phase", phase_words(words, breath).into()),
                ("secs", (breath.left_secs.ceil().max(1.0) as u32).into()),
            ],
        ),
        _ => String::new(),
    };
    let note = match &moment.breath {
        Some(breath) if kind.is_work() && breath.breaths > 1 => {
            words.with("ring-breath", &[("n", (breath.breath + 1).into()), ("of", breath.breaths.into())])
        }
        _ => String::new(),
    };
    let said = [seconds, under.clone(), note.clone()].into_iter().filter(|part| !part.is_empty());
    RingWords { number: running(secs), value: said.collect::<Vec<_>>().join(", "), under, note }
}

/// What the breath does; the second of two in-breaths tops up the first.
fn phase_words(words: &Words, breath: &BreathNow) -> String {
    match breath.phase {
        BreathPhase::In if breath.tops_up() => words.get("phase-in-more"),
        phase => words.breath_phase(phase),
    }
}

/// An open dose counts up: there is nothing to run out of.
fn open_words(words: &Words, view: &PlayerView<'_>) -> RingWords {
    let moment = view.moment;
    let waited = match view.state {
        RunState::AtGate { waited } => waited,
        _ => Duration::ZERO,
    };
    let gone = moment.bout_len.saturating_sub(moment.bout_left) + waited;
    let under = words.get("ring-open");
    RingWords { number: running(gone.as_secs()), value: under.clone(), under, note: String::new() }
}

/// Seconds left as a person counts them: "1" lasts until nothing is left.
fn whole_secs_left(left: Duration) -> u64 {
    left.as_millis().div_ceil(1000) as u64
}

/// Seconds up to 99, then minutes and seconds.
pub(super) fn running(secs: u64) -> String {
    if secs < 100 { secs.to_string() } else { clock(Duration::from_secs(secs)) }
}

/// The time left in the session ("6:12").
pub(super) fn clock_left(left: Duration) -> String {
    clock(Duration::from_secs(whole_secs_left(left)))
}

/// A breath pattern in words: "Calm: 4 in · 6 out".
pub(super) fn pattern_words(words: &Words, pattern: &BreathPattern) -> String {
    let stages = words.breath_stages(pattern);
    words.with("wave-value", &[("name", pattern.name.as_str().into()), ("stages", stages.into())])
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{clock_left, running, whole_secs_left};

    #[test]
    fn seconds_are_counted_as_a_person_counts_them() {
        assert_eq!(whole_secs_left(Duration::from_secs(3)), 3);
        assert_eq!(whole_secs_left(Duration::from_millis(2001)), 3);
        assert_eq!(whole_secs_left(Duration::from_millis(1)), 1);
        assert_eq!(whole_secs_left(Duration::ZERO), 0);
        assert_eq!(running(99), "99");
        assert_eq!(running(100), "1:40");
        assert_eq!(clock_left(Duration::from_millis(371_001)), "6:12");
    }
}
