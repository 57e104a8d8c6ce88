//! Which cues a timeline has: one rule for each kind of segment and for each bout.

use super::breathing::stage_ms;
use super::timeline::{Bout, Entry};
use super::{Cue, CueKind, Segment, SegmentKind, Spoken};
use crate::model::BreathPhase;

/// Holds and timed work at least this long have a halfway cue.
const HALFWAY_FROM_MS: u64 = 20_000;

/// Timed work has a soft mark at least this often, so that nobody with eyes shut has to wonder
/// whether it still runs. Holds have their breaths, and repetitions their own beginnings.
const MARK_EVERY_MS: u64 = 20_000;

/// Work at least this long counts down its last three seconds.
const LAST_TICKS_FROM_MS: u64 = 5_000;

/// A rest at least this long names the next exercise; a shorter one leaves that to the transition.
const NAMES_NEXT_FROM_MS: u64 = 4_000;

/// How long after the start of a rest the next exercise is named.
const NEXT_AFTER_MS: u64 = 2_000;

/// The first cue of a session waits this long: a device that was asleep swallows what comes before.
const FIRST_AFTER_MS: u64 = 1_000;

/// Breaths of a flow whose instruction is spoken whole; later ones are just "in" and "out".
const TAUGHT_BREATHS: u16 = 2;

/// All cues of a timeline, in order of time.
pub(super) fn cues(entries: &[Entry], segments: &[Segment], bouts: &[Bout]) -> Vec<Cue> {
    let mut score = Scribe {
        entries,
        segments,
        entry: 0,
        silent: entries.first().map_or(&[], |entry| &entry.silent),
        cues: Vec::with_capacity(segments.len() * 2 + bouts.len() * 9),
    };
    let mut bouts = bouts.iter().peekable();
    let mut work_ends_at = 0;
    let mut settled = 0;
    for (index, segment) in segments.iter().enumerate() {
        score.turn_to(segment.entry);
        if let Some(bout) = bouts.next_if(|b| b.first_segment as usize == index) {
            score.bout(bout);
            work_ends_at = bout.end_segment as usize;
        }
        score.segment(index);
        // What leads up to a bout and the bout itself overlap; after its end all is later.
        if index + 1 == work_ends_at {
            score.cues[settled..].sort_by_key(|c| (c.at_ms, c.kind));
            settled = score.cues.len();
        }
    }
    if let Some(last) = segments.last() {
        score.cues[settled..].sort_by_key(|c| (c.at_ms, c.kind));
        score.add(last.end_ms, CueKind::SessionDone, Spoken::SessionDone);
    }
    score.cues
}

struct Scribe<'a> {
    entries: &'a [Entry],
    segments: &'a [Segment],
    /// Whose cues are being written.
    entry: u32,
    /// Those that its author wants none of.
    silent: &'a [CueKind],
    cues: Vec<Cue>,
}

impl Scribe<'_> {
    /// Writes the cues of this entry from now on.
    fn turn_to(&mut self, entry: u32) {
        if self.entry != entry {
            self.entry = entry;
            self.silent = &self.entries[entry as usize].silent;
        }
    }

    /// Adds a cue, unless the author of the entry at hand wants none of its kind.
    fn add(&mut self, at_ms: u64, kind: CueKind, spoken: Spoken) {
        if self.silent.is_empty() || !self.silent.contains(&kind) {
            self.cues.push(Cue { at_ms, kind, spoken });
        }
    }

    fn segment(&mut self, index: usize) {
        let segment = self.segments[index];
        match segment.kind {
            SegmentKind::Prepare => {
                let at = segment.start_ms + FIRST_AFTER_MS.min(segment.len_ms() / 4);
                self.add(at, CueKind::Next, self.name_of(&segment));
            }
            SegmentKind::Transition => self.transition(index, &segment),
            SegmentKind::Rest => self.rest(index, &segment),
            SegmentKind::Switch => self.switch(index, &segment),
            SegmentKind::Lift => self.rep(index, &segment),
            SegmentKind::Inhale => self.flow(index, &segment, CueKind::BreathIn, Spoken::BreatheIn),
            SegmentKind::Exhale => self.flow(index, &segment, CueKind::BreathOut, Spoken::BreatheOut),
            SegmentKind::Hold | SegmentKind::Breathe => self.breaths(&segment),
            SegmentKind::Pause
            | SegmentKind::Lower
            | SegmentKind::Release
            | SegmentKind::Full
            | SegmentKind::Empty
            | SegmentKind::Timed
            | SegmentKind::Open => {}
        }
    }

    fn name_of(&self, segment: &Segment) -> Spoken {
        let side = self.entries[segment.entry as usize].first_side;
        Spoken::Exercise { entry: segment.entry, side }
    }

    fn transition(&mut self, index: usize, segment: &Segment) {
        let named = index.checked_sub(1).is_some_and(|before| names_next(&self.segments[before]));
        let spoken =
            if named { Spoken::Instruction { segment: index as u32 } } else { self.name_of(segment) };
        self.add(segment.start_ms, CueKind::Next, spoken);
    }

    fn rest(&mut self, index: usize, segment: &Segment) {
        let secs = (segment.len_ms() / 1000) as u32;
        self.add(segment.start_ms, CueKind::Rest, Spoken::Rest { secs });
        let Some(next) = self.segments.get(index + 1).filter(|next| next.entry != segment.entry) else {
            return;
        };
        // The name is the next entry's cue.
        self.turn_to(next.entry);
        let at_once = next.kind.is_work();
        if (at_once || next.kind == SegmentKind::Transition) && names_next(segment) {
            self.add(segment.start_ms + NEXT_AFTER_MS, CueKind::Next, self.name_of(next));
        } else if at_once {
            // Too short a rest, and no transition that could name it.
            self.add(segment.start_ms + segment.len_ms() / 2, CueKind::Next, self.name_of(next));
        }
    }

    fn switch(&mut self, index: usize, segment: &Segment) {
        let new_way = index.checked_sub(1).is_some_and(|before| self.segments[before].way != segment.way);
        let spoken = match segment.side {
            _ if new_way => Spoken::Way { entry: segment.entry, way: segment.way },
            Some(side) => Spoken::Side(side),
            None => Spoken::Silent,
        };
        self.add(segment.start_ms, CueKind::Switch, spoken);
    }

    fn rep(&mut self, index: usize, segment: &Segment) {
        let starts_bout = index == 0 || !self.segments[index - 1].kind.is_rep();
        let entry = &self.entries[segment.entry as usize];
        let first = segment.rep == 1 && (!entry.alternates() || segment.side == entry.first_side);
        if starts_bout || first {
            return;
        }
        let spoken = match segment.side {
            Some(side) if entry.alternates() => Spoken::Side(side),
            _ => Spoken::Count(u32::from(segment.rep)),
        };
        self.add(segment.start_ms, CueKind::Rep, spoken);
    }

    fn flow(&mut self, index: usize, segment: &Segment, kind: CueKind, short: Spoken) {
        let taught = segment.rep <= TAUGHT_BREATHS;
        let goes_on = index.checked_sub(1).is_some_and(|before| self.segments[before].kind == segment.kind);
        let spoken = if goes_on && kind == CueKind::BreathIn {
            Spoken::BreatheInMore
        } else if taught {
            Spoken::Instruction { segment: index as u32 }
        } else {
            short
        };
        self.add(segment.start_ms, kind, spoken);
    }

    fn breaths(&mut self, segment: &Segment) {
        let pattern = self.entries[segment.entry as usize].breath.clone();
        let mut at = segment.start_ms;
        while at < segment.end_ms {
            let before = at;
            let mut last = None;
            for stage in &pattern.stages {
                match stage.0 {
                    _ if at >= segment.end_ms => {}
                    BreathPhase::In if last == Some(BreathPhase::In) => {
                        self.add(at, CueKind::BreathIn, Spoken::BreatheInMore);
                    }
                    BreathPhase::In => self.add(at, CueKind::BreathIn, Spoken::BreatheIn),
                    BreathPhase::Out => self.add(at, CueKind::BreathOut, Spoken::BreatheOut),
                    BreathPhase::Full | BreathPhase::Empty => {}
                }
                last = Some(stage.0);
                at += stage_ms(*stage);
            }
            if at == before {
                return;
            }
        }
    }

    fn bout(&mut self, bout: &Bout) {
        let first = bout.first_segment as usize;
        let segment = self.segments[first];
        self.lead_ticks(first);
        self.add(bout.start_ms, CueKind::Start, Spoken::Instruction { segment: bout.first_segment });
        let len = bout.end_ms - bout.start_ms;
        if len >= HALFWAY_FROM_MS && matches!(segment.kind, SegmentKind::Hold | SegmentKind::Timed) {
            self.add(bout.start_ms + len / 2, CueKind::Halfway, Spoken::Halfway);
        }
        if segment.kind == SegmentKind::Timed {
            self.marks(bout, len);
        }
        if len >= LAST_TICKS_FROM_MS && segment.kind != SegmentKind::Open {
            self.count_down(bout.end_ms, CueKind::LastTick, 3);
        }
        self.add(bout.end_ms, CueKind::End, Spoken::End);
        self.set_done(bout, &segment);
    }

    /// Marks an even number of parts, the middle of which is halfway already.
    fn marks(&mut self, bout: &Bout, len: u64) {
        let parts = len.div_ceil(MARK_EVERY_MS).next_multiple_of(2);
        for part in (1..parts).filter(|part| part * 2 != parts) {
            self.add(bout.start_ms + len * part / parts, CueKind::Rep, Spoken::Silent);
        }
    }

    fn lead_ticks(&mut self, first: usize) {
        let Some(before) = first.checked_sub(1).map(|i| self.segments[i]) else { return };
        let leads = matches!(
            before.kind,
            SegmentKind::Prepare | SegmentKind::Transition | SegmentKind::Rest | SegmentKind::Switch
        );
        if leads {
            let most = before.len_ms().saturating_sub(500) / 1000;
            self.count_down(before.end_ms, CueKind::LeadTick, most.min(3) as u32);
        }
    }

    fn count_down(&mut self, end_ms: u64, kind: CueKind, from: u32) {
        for left in (1..=from).rev() {
            self.add(end_ms - u64::from(left) * 1000, kind, Spoken::Count(left));
        }
    }

    fn set_done(&mut self, bout: &Bout, segment: &Segment) {
        let entry = &self.entries[segment.entry as usize];
        let next_work = self.segments[bout.end_segment as usize..].iter().find(|s| s.kind.is_work());
        let same_set = next_work.is_some_and(|n| (n.entry, n.set) == (segment.entry, segment.set));
        if entry.sets > 1 && !same_set {
            let spoken = Spoken::SetDone { set: segment.set, of: entry.sets };
            self.add(bout.end_ms, CueKind::SetDone, spoken);
        }
    }
}

fn names_next(rest: &Segment) -> bool {
    rest.kind == SegmentKind::Rest && rest.len_ms() >= NAMES_NEXT_FROM_MS
}
