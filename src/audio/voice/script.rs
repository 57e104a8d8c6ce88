//! What a voice says in a session: the spoken cues of a timeline, in words, in order of time.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::engine::{Cue, CueKind, SegmentKind, Spoken, Timeline};
use crate::model::SpokenKind;

/// Something to say, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// From the start of the session.
    pub at: Duration,
    /// The words.
    pub text: String,
    /// What it does to a line that is still being spoken.
    pub urgency: Urgency,
}

/// What a line does to one that is still being spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Gives way to it, and is dropped: the chimes say the same.
    IfQuiet,
    /// Interrupts it: what was being said is no longer what matters.
    Interrupts,
}

/// All lines of a session, in order of time, one an instant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// In order of time.
    pub lines: Vec<Line>,
    /// Where the clock stops until the person says done, in order.
    pub gates: Vec<Duration>,
}

impl Script {
    /// The script of a timeline without the kinds in `silent_on`. `words` turns a cue into words.
    #[must_use]
    pub fn new(
        timeline: &Timeline,
        silent_on: &BTreeSet<SpokenKind>,
        words: impl Fn(&Cue) -> Option<String>,
    ) -> Self {
        let said: Vec<&Cue> = timeline
            .cues
            .iter()
            .filter(|cue| spoken_kind(&cue.spoken).is_some_and(|kind| !silent_on.contains(&kind)))
            .collect();
        let lines = said.chunk_by(|a, b| a.at_ms == b.at_ms).filter_map(|now| line(now, &words)).collect();
        let open = timeline.segments.iter().filter(|segment| segment.kind == SegmentKind::Open);
        Self { lines, gates: open.map(|segment| Duration::from_millis(segment.end_ms)).collect() }
    }
}

/// The kind a person can leave out, of something spoken.
#[must_use]
pub fn spoken_kind(spoken: &Spoken) -> Option<SpokenKind> {
    Some(match spoken {
        Spoken::Silent => return None,
        Spoken::Count(_) => SpokenKind::Counts,
        Spoken::Exercise { .. } => SpokenKind::Names,
        Spoken::Instruction { .. } => SpokenKind::Instructions,
        Spoken::Halfway => SpokenKind::Halfway,
        Spoken::Side(_) | Spoken::Way { .. } => SpokenKind::Sides,
        Spoken::End | Spoken::Rest { .. } | Spoken::SetDone { .. } | Spoken::SessionDone => SpokenKind::Rests,
        Spoken::BreatheIn | Spoken::BreatheOut => SpokenKind::Breath,
    })
}

/// What is said at one instant: what says the same with fewer words stands for both.
fn line(cues: &[&Cue], words: impl Fn(&Cue) -> Option<String>) -> Option<Line> {
    let texts: Vec<String> =
        cues.iter().filter(|cue| !is_implied(cue, cues)).filter_map(|cue| words(cue)).collect();
    let text = sentences(&texts);
    let urgency = cues.iter().map(|cue| urgency(cue.spoken)).max()?;
    let at = Duration::from_millis(cues.first()?.at_ms);
    (!text.is_empty()).then_some(Line { at, text, urgency })
}

/// True where another cue of the same instant says it too.
fn is_implied(cue: &Cue, cues: &[&Cue]) -> bool {
    let any = |test: fn(&Cue) -> bool| cues.iter().any(|other| test(other));
    match cue.spoken {
        // A rest, a change of sides and the end of the session say that the work has ended.
        Spoken::End => any(|other| {
            matches!(
                other.spoken,
                Spoken::Rest { .. } | Spoken::Side(_) | Spoken::Way { .. } | Spoken::SessionDone
            )
        }),
        // The instruction tells what to do with the breath.
        Spoken::BreatheIn | Spoken::BreatheOut => {
            any(|other| matches!(other.spoken, Spoken::Instruction { .. }))
        }
        // "Ten" and "three" at once would tell nothing; how much is left matters more.
        Spoken::Count(_) => cue.kind == CueKind::Rep && any(|other| other.kind == CueKind::LastTick),
        _ => false,
    }
}

fn urgency(spoken: Spoken) -> Urgency {
    match spoken {
        Spoken::Silent | Spoken::Count(_) | Spoken::BreatheIn | Spoken::BreatheOut => Urgency::IfQuiet,
        _ => Urgency::Interrupts,
    }
}

/// The texts with a full stop between them, as a voice needs it to pause.
fn sentences(texts: &[String]) -> String {
    let mut all = String::new();
    for text in texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
        if !all.is_empty() {
            all.push_str(if all.ends_with(['.', '!', '?']) { " " } else { ". " });
        }
        all.push_str(text);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Side;

    fn cue(at_ms: u64, kind: CueKind, spoken: Spoken) -> Cue {
        Cue { at_ms, kind, spoken }
    }

    fn told(cue: &Cue) -> Option<String> {
        Some(match cue.spoken {
            Spoken::Count(n) => n.to_string(),
            Spoken::End => "Release".to_owned(),
            Spoken::Rest { .. } => "Rest".to_owned(),
            Spoken::Side(Side::Left) => "Left".to_owned(),
            Spoken::Instruction { .. } => "Look up.".to_owned(),
            Spoken::BreatheIn => "In".to_owned(),
            _ => return None,
        })
    }

    fn script(cues: Vec<Cue>, silent_on: &[SpokenKind]) -> Vec<(u64, String, Urgency)> {
        let timeline = Timeline { cues, ..Timeline::default() };
        let script = Script::new(&timeline, &silent_on.iter().copied().collect(), told);
        script.lines.into_iter().map(|l| (l.at.as_millis() as u64, l.text, l.urgency)).collect()
    }

    #[test]
    fn what_happens_at_once_is_said_in_one_line() {
        let cues = vec![
            cue(5, CueKind::End, Spoken::End),
            cue(5, CueKind::Rest, Spoken::Rest { secs: 8 }),
            cue(9, CueKind::Start, Spoken::Instruction { segment: 0 }),
            cue(9, CueKind::BreathIn, Spoken::BreatheIn),
            cue(12, CueKind::Rep, Spoken::Count(10)),
            cue(12, CueKind::LastTick, Spoken::Count(3)),
        ];
        assert_eq!(
            script(cues, &[]),
            [
                (5, "Rest".to_owned(), Urgency::Interrupts),
                (9, "Look up.".to_owned(), Urgency::Interrupts),
                (12, "3".to_owned(), Urgency::IfQuiet),
            ]
        );
    }

    #[test]
    fn what_is_left_out_is_not_said() {
        let cues = || {
            vec![
                cue(5, CueKind::End, Spoken::End),
                cue(5, CueKind::Switch, Spoken::Side(Side::Left)),
                cue(6, CueKind::LeadTick, Spoken::Count(3)),
                cue(7, CueKind::LeadTick, Spoken::Silent),
            ]
        };
        let texts =
            |silent: &[SpokenKind]| script(cues(), silent).into_iter().map(|l| l.1).collect::<Vec<_>>();
        assert_eq!(texts(&[SpokenKind::Counts]), ["Left"]);
        assert_eq!(texts(&[SpokenKind::Sides]), ["Release", "3"]);
        assert_eq!(texts(&SpokenKind::ALL), [""; 0]);
    }
}
