//! Renders any stretch of a score: a pure function of the score and the absolute frame.

use std::ops::Range;
use std::sync::Arc;

use super::chime::Chimes;
use super::mix::Levels;
use super::score::Score;

/// A score and the chimes to play it with.
#[derive(Clone, Debug)]
pub struct Renderer {
    chimes: Arc<Chimes>,
    score: Arc<Score>,
}

impl Renderer {
    /// Renders `score`, whose rate must be that of the chimes.
    #[must_use]
    pub fn new(chimes: Arc<Chimes>, score: Arc<Score>) -> Self {
        debug_assert_eq!(chimes.rate(), score.rate);
        Self { chimes, score }
    }

    /// The score.
    #[must_use]
    pub fn score(&self) -> &Arc<Score> {
        &self.score
    }

    /// The frame after the last that can be heard.
    #[must_use]
    pub fn end(&self) -> u64 {
        let ends =
            self.score.events.iter().map(|e| e.frame.saturating_add(self.chimes.of(e.kind).len() as u64));
        ends.max().unwrap_or(0).max(self.score.total_frames())
    }

    /// True where a chime begins within `frames` that is heard, of those that start within `onsets`.
    #[must_use]
    pub fn begins_within(&self, frames: &Range<u64>, onsets: &Range<u64>, levels: &Levels) -> bool {
        let events = &self.score.events;
        let (from, until) = (frames.start.max(onsets.start), frames.end.min(onsets.end));
        let first = events.partition_point(|event| event.frame < from);
        let ahead = events[first..].iter().take_while(|event| event.frame < until);
        ahead.into_iter().any(|event| levels.of_event(event, u32::MAX) > 0.0)
    }

    /// Adds the frames from `first` on to `out`, of all chimes that start within `onsets`, each kind
    /// as loud as `levels` has it from here on.
    ///
    /// Not limited. Costs O(log events + voices) a call and O(voices) a frame,
    /// wherever `first` is.
    pub fn add(&self, first: u64, onsets: &Range<u64>, levels: &Levels, out: &mut [f32]) {
        let end = first.saturating_add(out.len() as u64);
        let from = onsets.start.max((first + 1).saturating_sub(self.chimes.longest()));
        let until = onsets.end.min(end);
        let events = &self.score.events;
        let starts = events.partition_point(|event| event.frame < from);
        for event in events[starts..].iter().take_while(|event| event.frame < until) {
            let chime = self.chimes.of(event.kind);
            // One of the two is zero: either the chime has begun before, or it begins in here.
            let into_chime = first.saturating_sub(event.frame) as usize;
            let into_out = event.frame.saturating_sub(first) as usize;
            let rest = chime.get(into_chime..).unwrap_or_default();
            let sums = out[into_out..].iter_mut().zip(rest).zip(into_out as u32..);
            if levels.is_changing() {
                sums.for_each(|((sum, sample), at)| *sum += sample * levels.of_event(event, at));
            } else {
                let level = levels.of_event(event, 0);
                sums.for_each(|((sum, sample), _)| *sum += sample * level);
            }
        }
    }
}
