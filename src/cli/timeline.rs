//! `unhunch timeline`: a routine's compiled plan, for people and for programs.

use std::io::Write;

use serde::Serialize;

use super::args::TimelineFormat;
use super::content::Content;
use super::failure::Failure;
use crate::engine::{Cue, Segment, Timeline};
use crate::model::{Diagnostic, Routine, Severity, Side};
use crate::text::Words;

/// Writes the plan of a routine.
pub(super) fn run(
    routine: &Routine,
    content: &Content,
    format: TimelineFormat,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (timeline, diagnostics) = content.compile(routine);
    let plan = Plan { timeline: &timeline, diagnostics: &diagnostics, words: &content.words };
    match format {
        TimelineFormat::Text => plan.write_text(out)?,
        TimelineFormat::Json => {
            serde_json::to_writer(&mut *out, &plan.json())?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// Everything there is to show.
struct Plan<'a> {
    timeline: &'a Timeline,
    diagnostics: &'a [Diagnostic],
    words: &'a Words,
}

/// The word for a severity that scripts may rely on.
pub(super) fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "hint",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

#[derive(Serialize)]
struct PlanJson<'a> {
    routine: &'a str,
    total_ms: u64,
    segments: Vec<SegmentJson<'a>>,
    cues: Vec<CueJson>,
    diagnostics: Vec<DiagnosticJson<'a>>,
}

#[derive(Serialize)]
struct SegmentJson<'a> {
    start_ms: u64,
    end_ms: u64,
    kind: &'static str,
    exercise: Option<&'a str>,
    side: Option<&'static str>,
    set: Option<u16>,
    rep: Option<u16>,
}

#[derive(Serialize)]
struct CueJson {
    at_ms: u64,
    kind: &'static str,
    spoken: Option<String>,
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    severity: &'static str,
    block: &'a [usize],
    message: String,
    fix: Option<String>,
}

impl Plan<'_> {
    fn json(&self) -> PlanJson<'_> {
        PlanJson {
            routine: &self.timeline.routine,
            total_ms: self.timeline.total_ms(),
            segments: self.timeline.segments.iter().map(|segment| self.segment_json(segment)).collect(),
            cues: self.timeline.cues.iter().map(|cue| self.cue_json(cue)).collect(),
            diagnostics: self.diagnostics.iter().map(|diagnostic| self.diagnostic_json(diagnostic)).collect(),
        }
    }

    fn segment_json(&self, segment: &Segment) -> SegmentJson<'_> {
        let counted = |n: u16| (n > 0).then_some(n);
        let entry = self.timeline.entries.get(segment.entry as usize);
        SegmentJson {
            start_ms: segment.start_ms,
            end_ms: segment.end_ms,
            kind: segment.kind.name(),
            exercise: entry.and_then(|entry| entry.exercise.as_deref()).map(|exercise| exercise.id.as_str()),
            side: segment.side.map(side_name),
            set: counted(segment.set),
            rep: counted(segment.rep),
        }
    }

    fn cue_json(&self, cue: &Cue) -> CueJson {
        CueJson { at_ms: cue.at_ms, kind: cue.kind.name(), spoken: self.words.spoken(self.timeline, cue) }
    }

    fn diagnostic_json<'a>(&self, diagnostic: &'a Diagnostic) -> DiagnosticJson<'a> {
        DiagnosticJson {
            severity: severity_name(diagnostic.severity),
            block: &diagnostic.place,
            message: self.words.problem(&diagnostic.problem),
            fix: diagnostic.fix.as_ref().map(|fix| self.words.fix(fix)),
        }
    }

    fn write_text(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let Timeline { routine, name, .. } = self.timeline;
        writeln!(out, "{name} ({routine}), {}", clock(self.timeline.total_ms()))?;
        let mut cues = self.timeline.cues.iter().peekable();
        for segment in &self.timeline.segments {
            writeln!(out, "{}", self.segment_line(segment))?;
            while let Some(cue) = cues.next_if(|cue| cue.at_ms < segment.end_ms) {
                writeln!(out, "{}", self.cue_line(cue))?;
            }
        }
        for cue in cues {
            writeln!(out, "{}", self.cue_line(cue))?;
        }
        for diagnostic in self.diagnostics {
            let severity = severity_name(diagnostic.severity);
            writeln!(
                out,
                "{severity}: {}{}",
                place_words(&diagnostic.place),
                self.words.problem(&diagnostic.problem)
            )?;
        }
        Ok(())
    }

    fn segment_line(&self, segment: &Segment) -> String {
        let json = self.segment_json(segment);
        let counts = [("set", json.set), ("rep", json.rep)];
        let counts = counts.into_iter().filter_map(|(name, n)| n.map(|n| format!("{name} {n}")));
        let facts: Vec<String> =
            [json.exercise, json.side].into_iter().flatten().map(str::to_owned).chain(counts).collect();
        let secs = segment.len_ms() as f64 / 1000.0;
        let line =
            format!("{:>8}  {:<10} {secs:>6.1} s  {}", clock(segment.start_ms), json.kind, facts.join(", "));
        line.trim_end().to_owned()
    }

    fn cue_line(&self, cue: &Cue) -> String {
        let spoken = self.words.spoken(self.timeline, cue).map(|words| format!("  \"{words}\""));
        format!("{:>20}  * {}{}", clock(cue.at_ms), cue.kind.name(), spoken.unwrap_or_default())
    }
}

/// `1:02:03.5`, without hours where there are none.
fn clock(ms: u64) -> String {
    let (secs, tenths) = (ms / 1000, ms % 1000 / 100);
    let (minutes, secs) = (secs / 60, secs % 60);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}:{secs:02}.{tenths}"),
        (hours, minutes) => format!("{hours}:{minutes:02}:{secs:02}.{tenths}"),
    }
}

/// `block 3.1: `, counted from 1 as a person counts.
fn place_words(place: &[usize]) -> String {
    if place.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = place.iter().map(|index| (index + 1).to_string()).collect();
    format!("block {}: ", numbers.join("."))
}

#[cfg(test)]
mod tests {
    use super::{clock, place_words};

    #[test]
    fn times_read_as_a_clock() {
        assert_eq!(clock(0), "0:00.0");
        assert_eq!(clock(61_450), "1:01.4");
        assert_eq!(clock(3_723_000), "1:02:03.0");
    }

    #[test]
    fn places_count_from_one() {
        assert_eq!(place_words(&[]), "");
        assert_eq!(place_words(&[2, 0]), "block 3.1: ");
    }
}
