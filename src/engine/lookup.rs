//! Where to look in a timeline: segments by their time and bouts by their entry, so that a search
//! goes over a few of them and not over all.

use super::Segment;
use super::timeline::{Bout, Entry};

/// About so many segments share one stretch of time.
const SEGMENTS_A_STRETCH: usize = 4;

/// Narrows the searches in a timeline. One of another timeline, or of none, narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lookup {
    /// Stretches are two to the power of this many milliseconds long.
    shift: u32,
    /// The first segment that begins in each stretch or after it.
    by_time: Vec<u32>,
    /// The first bout of each entry, or after it; one more for the end.
    by_entry: Vec<u32>,
}

impl Lookup {
    pub(super) fn new(entries: &[Entry], segments: &[Segment], bouts: &[Bout]) -> Self {
        let total_ms = segments.last().map_or(0, |segment| segment.end_ms);
        let shift = shift(total_ms, segments.len());
        let mut by_time = Vec::with_capacity((total_ms >> shift) as usize + 1);
        for (index, segment) in segments.iter().enumerate() {
            let stretch = (segment.start_ms >> shift) as usize;
            if by_time.len() <= stretch {
                by_time.resize(stretch + 1, index as u32);
            }
        }
        let mut by_entry = Vec::with_capacity(entries.len() + 1);
        let mut next = 0;
        for entry in entries {
            let before = |bout: &Bout| bout.first_segment < entry.first_segment;
            next += bouts[next..].iter().take_while(|bout| before(bout)).count();
            by_entry.push(next as u32);
        }
        by_entry.push(bouts.len() as u32);
        Self { shift, by_time, by_entry }
    }

    /// Among these segments lies the first that begins after `ms`, or right behind them.
    pub(super) fn around(&self, ms: u64, segments: usize) -> (usize, usize) {
        let stretch = usize::try_from(ms >> self.shift).unwrap_or(usize::MAX);
        let first = self.by_time.get(stretch).or(self.by_time.last());
        let end = self.by_time.get(stretch.saturating_add(1)).map_or(segments, |end| *end as usize);
        (first.map_or(0, |first| *first as usize).min(end), end.min(segments))
    }

    /// Among these bouts lies the first that begins after a segment of the entry, or right behind them.
    pub(super) fn of_entry(&self, entry: u32, bouts: usize) -> (usize, usize) {
        let at = |index: usize| self.by_entry.get(index).map(|bout| *bout as usize);
        let end = at(entry as usize + 1).unwrap_or(bouts).min(bouts);
        (at(entry as usize).unwrap_or(0).min(end), end)
    }
}

/// The shortest stretch that gives each so many segments on average.
fn shift(total_ms: u64, segments: usize) -> u32 {
    let most = (segments / SEGMENTS_A_STRETCH).max(1) as u64;
    (0..u64::BITS - 1).find(|shift| total_ms >> shift < most).unwrap_or(u64::BITS - 1)
}
