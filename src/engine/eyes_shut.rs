//! What a person with eyes shut would not know: silence that is too long, work that begins or ends
//! unannounced.

use super::timeline::{Bout, Timeline};
use super::{CueKind, SegmentKind, Spoken};
use crate::model::Side;

/// While something is asked, silence longer than this leaves a person wondering, in milliseconds.
const LONGEST_SILENCE_MS: u64 = 20_000;

/// One thing that is not heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unheard {
    /// Whose: an index into [`Timeline::entries`].
    pub entry: u32,
    /// Milliseconds from the start of the session.
    pub at_ms: u64,
    /// What.
    pub what: Lack,
}

/// What is not heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nothing at all for too long, while something is asked.
    Sound {
        /// How long, in milliseconds.
        for_ms: u64,
    },
    /// What begins: the exercise, or the side it goes on with.
    Name {
        /// The side, where it is that which is not said.
        side: Option<Side>,
    },
    /// That it is over.
    End,
}

impl Lack {
    /// Which of the three questions it answers, the same for all that answer one.
    pub(super) fn question(self) -> u8 {
        match self {
            Self::Sound { .. } => 0,
            Self::Name { .. } => 1,
            Self::End => 2,
        }
    }
}

/// Everything in a timeline that cannot be followed with eyes shut, where the kinds of cues that
/// `is_heard` tells are to be heard. In order of the three questions, each in order of time.
///
/// Rests ask for nothing, and how long the lead-in is the person chose: they may be silent.
#[must_use]
pub fn eyes_shut(timeline: &Timeline, is_heard: impl Fn(CueKind) -> bool) -> Vec<Unheard> {
    let ear = Ear { timeline, is_heard };
    let mut found = ear.silences();
    found.extend(ear.unannounced());
    found.extend(ear.endless());
    found
}

struct Ear<'a, F> {
    timeline: &'a Timeline,
    is_heard: F,
}

impl<F: Fn(CueKind) -> bool> Ear<'_, F> {
    fn silences(&self) -> Vec<Unheard> {
        let mut heard = self.timeline.cues.iter().filter(|cue| (self.is_heard)(cue.kind)).peekable();
        let mut found = Vec::new();
        let mut quiet_since = 0;
        for segment in &self.timeline.segments {
            if matches!(segment.kind, SegmentKind::Rest | SegmentKind::Prepare) {
                self.silence(quiet_since, segment.start_ms, &mut found);
                while heard.next_if(|cue| cue.at_ms < segment.end_ms).is_some() {}
                quiet_since = segment.end_ms;
                continue;
            }
            while let Some(cue) = heard.next_if(|cue| cue.at_ms < segment.end_ms) {
                self.silence(quiet_since, cue.at_ms, &mut found);
                quiet_since = cue.at_ms;
            }
        }
        self.silence(quiet_since, self.timeline.total_ms(), &mut found);
        found
    }

    fn silence(&self, from_ms: u64, until_ms: u64, found: &mut Vec<Unheard>) {
        let for_ms = until_ms.saturating_sub(from_ms);
        if for_ms > LONGEST_SILENCE_MS
            && let Some(index) = self.timeline.segment_at(from_ms)
        {
            let entry = self.timeline.segments[index].entry;
            found.push(Unheard { entry, at_ms: from_ms, what: Lack::Sound { for_ms } });
        }
    }

    fn unannounced(&self) -> Vec<Unheard> {
        let mut before: Option<&Bout> = None;
        let mut found = Vec::new();
        for bout in &self.timeline.bouts {
            let segment = self.timeline.segments[bout.first_segment as usize];
            let last = before.replace(bout).map(|b| (b, self.timeline.segments[b.end_segment as usize - 1]));
            let since = last.map_or(0, |(bout, _)| bout.end_ms);
            let goes_on = last.filter(|(_, last)| last.entry == segment.entry);
            let lacks = match goes_on {
                None => !self.is_said(
                    since,
                    bout.start_ms,
                    |spoken| matches!(spoken, Spoken::Exercise { entry, .. } if entry == segment.entry),
                ),
                Some((_, last)) if last.way != segment.way => {
                    !self.is_said(since, bout.start_ms, |spoken| matches!(spoken, Spoken::Way { .. }))
                }
                Some((_, last)) if last.side != segment.side => {
                    !self.is_said(since, bout.start_ms, |spoken| matches!(spoken, Spoken::Side(_)))
                }
                Some(_) => false,
            };
            if lacks {
                let side = segment.side.filter(|_| goes_on.is_some());
                let what = Lack::Name { side };
                found.push(Unheard { entry: segment.entry, at_ms: bout.start_ms, what });
            }
        }
        found
    }

    /// True where something is said with a cue that is heard, at `from_ms` or later and before
    /// `until_ms`.
    fn is_said(&self, from_ms: u64, until_ms: u64, is: impl Fn(Spoken) -> bool) -> bool {
        let cues = &self.timeline.cues;
        let first = cues.partition_point(|cue| cue.at_ms < from_ms);
        let mut between = cues[first..].iter().take_while(|cue| cue.at_ms < until_ms);
        between.any(|cue| is(cue.spoken) && (self.is_heard)(cue.kind))
    }

    fn endless(&self) -> Vec<Unheard> {
        let ends = |bout: &&Bout| {
            let cues = &self.timeline.cues;
            let first = cues.partition_point(|cue| cue.at_ms < bout.end_ms);
            let mut there = cues[first..].iter().take_while(|cue| cue.at_ms == bout.end_ms);
            there.any(|cue| says_over(cue.kind) && (self.is_heard)(cue.kind))
        };
        let endless = self.timeline.bouts.iter().filter(|bout| !ends(bout));
        let unheard = |bout: &Bout| Unheard {
            entry: self.timeline.segments[bout.first_segment as usize].entry,
            at_ms: bout.end_ms,
            what: Lack::End,
        };
        endless.map(unheard).collect()
    }
}

/// True for the cues that end work.
fn says_over(kind: CueKind) -> bool {
    use CueKind::{End, Rest, SessionDone, SetDone, Switch};
    matches!(kind, End | SetDone | Switch | Rest | SessionDone)
}
