//! Keeps count of what is performed, by arithmetic with positions: between two bounds there is
//! nothing to do.

use std::time::Duration;

use super::bout_log::{BoutLog, Key, untouched};
use crate::engine::breathing::cycle_ms;
use crate::engine::timeline::Bout;
use crate::engine::{SegmentKind, Timeline};
use crate::model::{BoutEnd, BoutRecord, LoggedBout};

/// Less than this of a bout is nothing of it, in milliseconds.
const LEAST_MS: u64 = 1_000;

/// Nothing comes any more.
const NEVER: u64 = u64::MAX;

/// The count of what is performed.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    log: BoutLog,
    current: Option<Current>,
    /// Where the bout under way ends, or else the next one begins, on the timeline.
    next_ms: u64,
    /// By how much bouts were made longer so far, in milliseconds.
    lengthened: Vec<(Key, u64)>,
    revision: u64,
    round: u32,
}

/// The bout under way.
#[derive(Clone, Debug)]
struct Current {
    key: Key,
    /// Its first segment: no change of the plan that leaves it under way moves that.
    first_segment: usize,
    record: BoutRecord,
    /// How long it was done for, up to `since`.
    played: Duration,
    /// The place on the timeline up to which it is counted.
    since: Duration,
}

impl Tally {
    /// Nothing is performed yet, and the playhead stands at `at`.
    pub(super) fn new(timeline: &Timeline, at: Duration) -> Self {
        let mut tally = Self {
            log: BoutLog::default(),
            current: None,
            next_ms: NEVER,
            lengthened: Vec::new(),
            revision: 0,
            round: 0,
        };
        tally.place(timeline, at);
        tally
    }

    /// Goes on at `at` with what was performed before: a bout that was left there is gone on with.
    pub(super) fn go_on_from(&mut self, timeline: &Timeline, at: Duration, logged: &[LoggedBout]) {
        self.log = BoutLog::kept(logged);
        self.place(timeline, at);
        if let Some(current) = &mut self.current
            && let Some(begun) = self.log.take_begun(current.key)
        {
            current.played = Duration::from_millis(begun.done_ms);
            current.record = begun;
        }
        self.revision += 1;
    }

    pub(super) fn performed(&self) -> &[BoutRecord] {
        self.log.bouts()
    }

    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    pub(super) fn round(&self) -> u32 {
        self.round
    }

    /// True once there was any work.
    pub(super) fn has_worked(&self, here: Duration) -> bool {
        let is_under_way = |current: &Current| here > current.since || !current.played.is_zero();
        self.current.as_ref().is_some_and(is_under_way) || self.log.bouts().iter().any(|b| b.done_ms > 0)
    }

    /// What is performed if nothing more is done; a bout that was only just reached is not.
    pub(super) fn if_left(&self, timeline: &Timeline, here: Duration) -> Vec<LoggedBout> {
        let mut left = self.clone();
        left.bank(timeline, here);
        if left.current.as_ref().is_some_and(|current| !current.played.is_zero()) {
            left.break_off();
        }
        left.log.to_keep()
    }

    /// The playhead has come to `here` by playing.
    pub(super) fn follow(&mut self, timeline: &Timeline, here: Duration) {
        let here_ms = here.as_millis() as u64;
        while self.next_ms <= here_ms {
            let at = Duration::from_millis(self.next_ms);
            if self.current.is_some() {
                self.bank(timeline, at);
                self.close(BoutEnd::Done);
            }
            self.place(timeline, at);
        }
    }

    /// Counts what was played up to `here`, on the timeline it was played on.
    pub(super) fn bank(&mut self, timeline: &Timeline, here: Duration) {
        let Some(current) = &mut self.current else { return };
        if here <= current.since {
            return;
        }
        let from = std::mem::replace(&mut current.since, here);
        current.played += here.saturating_sub(from);
        let reps = reps_between(timeline, current.first_segment, from, here);
        current.record.done_reps = current.record.done_reps.saturating_add(reps);
    }

    /// The playhead is moved.
    pub(super) fn jump(&mut self, timeline: &Timeline, from: Duration, to: Duration) {
        if let Some(current) = &mut self.current {
            let end = timeline.bout_of(current.first_segment).map_or(0, |bout| bout.end_ms);
            if to >= from && to < Duration::from_millis(end) {
                self.bank(timeline, from);
                self.current.iter_mut().for_each(|current| current.since = to);
                return;
            }
            self.bank(timeline, from);
            self.break_off();
        }
        let (from_ms, to_ms) = (from.as_millis() as u64, to.as_millis() as u64);
        let first = timeline.bouts.partition_point(|bout| bout.start_ms < from_ms);
        let end = timeline.bouts.partition_point(|bout| bout.end_ms <= to_ms);
        if first < end && self.log.add_passed(timeline, &timeline.bouts[first..end]) {
            self.revision += 1;
        }
        self.place(timeline, to);
    }

    /// The open dose under way is done, after waiting at its gate for so long.
    pub(super) fn pass_gate(&mut self, timeline: &Timeline, here: Duration, waited: Duration) {
        self.bank(timeline, here);
        if let Some(current) = &mut self.current {
            current.played += waited;
        }
        self.close(BoutEnd::Done);
        self.next_ms = NEVER;
    }

    /// What is under way at `here` hurts: the bout, or else what entry `entry` has just had or is
    /// about to have. Nothing counts until the playhead is moved.
    pub(super) fn hurt(&mut self, timeline: &Timeline, here: Duration, entry: usize) {
        if self.current.is_some() {
            self.bank(timeline, here);
            self.close(BoutEnd::Hurt);
        } else if self.log.mark_hurt(timeline.entries[entry].serial) {
            self.revision += 1;
        } else if let Some(bout) = first_bout(timeline, entry) {
            self.begin(timeline, bout, here);
            self.close(BoutEnd::Hurt);
        }
        self.next_ms = NEVER;
    }

    /// Segment `segment` is about to be made longer.
    pub(super) fn lengthen(&mut self, timeline: &Timeline, longer: &Timeline, segment: usize) {
        let Some(bout) = timeline.bout_of(segment) else { return };
        let first = bout.first_segment as usize;
        let after = longer.bout_of(first).map_or(0, len_ms);
        let more = after.saturating_sub(len_ms(bout));
        self.lengthened.push((Key::of(timeline, bout), more));
        if let Some(current) = self.current.as_mut().filter(|current| current.first_segment == first) {
            current.record.extended_ms += more;
        }
    }

    /// The plan has changed under the playhead.
    pub(super) fn follow_plan(&mut self, timeline: &Timeline, here: Duration) {
        match &self.current {
            Some(current) => {
                self.next_ms = timeline.bout_of(current.first_segment).map_or(NEVER, |b| b.end_ms);
            }
            None if self.next_ms == NEVER => {}
            None => self.place(timeline, here),
        }
    }

    /// It all runs `ratio` times as fast, and the playhead is at `to` on the new timeline.
    pub(super) fn follow_speed(&mut self, faster: &Timeline, ratio: f64, to: Duration) {
        for (_, more) in &mut self.lengthened {
            *more = (*more as f64 / ratio) as u64;
        }
        if let Some(current) = &mut self.current {
            current.since = to;
        }
        self.follow_plan(faster, to);
    }

    /// Everything is as it was then.
    pub(super) fn go_back_to(&mut self, then: Self) {
        *self = Self { revision: self.revision + 1, ..then };
    }

    /// The session is begun again after its end.
    pub(super) fn begin_again(&mut self, timeline: &Timeline) {
        let fresh = Self::new(timeline, Duration::ZERO);
        let lengthened = std::mem::take(&mut self.lengthened);
        *self = Self { revision: self.revision + 1, round: self.round + 1, lengthened, ..fresh };
    }

    /// Puts the playhead down at `at`, inside a bout or before the next.
    fn place(&mut self, timeline: &Timeline, at: Duration) {
        let at_ms = at.as_millis() as u64;
        self.current = None;
        let next = timeline.bouts.partition_point(|bout| bout.end_ms <= at_ms);
        match timeline.bouts.get(next) {
            Some(bout) if bout.start_ms <= at_ms => {
                self.begin(timeline, bout, at);
                self.next_ms = bout.end_ms;
            }
            later => self.next_ms = later.map_or(NEVER, |bout| bout.start_ms),
        }
    }

    fn begin(&mut self, timeline: &Timeline, bout: &Bout, at: Duration) {
        let key = Key::of(timeline, bout);
        let longer: u64 = self.lengthened.iter().filter(|(of, _)| *of == key).map(|(_, ms)| ms).sum();
        let record = untouched(timeline, bout, len_ms(bout).saturating_sub(longer));
        let first_segment = bout.first_segment as usize;
        self.current = Some(Current { key, first_segment, record, played: Duration::ZERO, since: at });
    }

    /// What is under way is left before its end.
    fn break_off(&mut self) {
        let played = self.current.as_ref().map_or(Duration::ZERO, |current| current.played);
        let is_begun = played >= Duration::from_millis(LEAST_MS);
        self.close(if is_begun { BoutEnd::CutShort } else { BoutEnd::Skipped });
    }

    fn close(&mut self, end: BoutEnd) {
        let Some(Current { key, mut record, played, .. }) = self.current.take() else { return };
        record.done_ms = played.as_millis() as u64;
        record.end = end;
        if self.log.add(key, record) {
            self.revision += 1;
        }
    }
}

fn len_ms(bout: &Bout) -> u64 {
    bout.end_ms - bout.start_ms
}

fn first_bout(timeline: &Timeline, entry: usize) -> Option<&Bout> {
    let entry = timeline.entries.get(entry)?;
    let next = timeline.bouts.partition_point(|bout| bout.first_segment < entry.first_segment);
    timeline.bouts.get(next).filter(|bout| bout.first_segment < entry.end_segment)
}

/// How many repetitions, holds or breaths of a bout came to their end between two places.
fn reps_between(timeline: &Timeline, first_segment: usize, from: Duration, to: Duration) -> u16 {
    let Some(bout) = timeline.bout_of(first_segment) else { return 0 };
    let segments = &timeline.segments[bout.first_segment as usize..bout.end_segment as usize];
    if segments[0].kind == SegmentKind::Breathe {
        let cycle = cycle_ms(&timeline.entries[segments[0].entry as usize].breath).max(1);
        let gone = |at: Duration| (at.as_millis() as u64).clamp(bout.start_ms, bout.end_ms) - bout.start_ms;
        return u16::try_from(gone(to) / cycle - gone(from) / cycle).unwrap_or(u16::MAX);
    }
    let is_last = |at: usize| segments.get(at + 1).is_none_or(|next| next.rep != segments[at].rep);
    let ended = segments.iter().enumerate().filter(|(at, segment)| {
        let end = Duration::from_millis(segment.end_ms);
        segment.rep > 0 && is_last(*at) && from < end && end <= to
    });
    ended.count() as u16
}
