//! From time to place on the strip and back, and what is laid out of the timeline for it: pure.

use std::cmp::Reverse;
use std::ops::Range;

use crate::engine::{Cue, Timeline};
use crate::ui::Span;
use crate::ui::widgets::{SessionMap, Stretch, StretchKind};

/// From time to place and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) span: Span,
}

/// A stretch, or several too thin to be told apart, with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bar {
    pub(super) stretch: Stretch,
    pub(super) left: f32,
    pub(super) right: f32,
    /// True where it stands for several.
    pub(super) is_merged: bool,
}

/// Seconds between the marks of the time axis, of which the first that gives them room is taken.
const STEPS: [u64; 16] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800];

impl Scale {
    pub(super) fn x(&self, at_ms: u64) -> f32 {
        let from = at_ms as f64 - self.span.first_ms as f64;
        self.left + (from / self.span.len_ms.max(1) as f64 * f64::from(self.width)) as f32
    }

    pub(super) fn ms(&self, x: f32) -> u64 {
        let share = f64::from((x - self.left) / self.width.max(1.0)).clamp(0.0, 1.0);
        self.span.first_ms + (share * self.span.len_ms as f64).round() as u64
    }

    /// How many milliseconds lie within so many points.
    pub(super) fn ms_of(&self, points: f32) -> f64 {
        f64::from(points) * self.span.len_ms as f64 / f64::from(self.width.max(1.0))
    }

    /// The stretches in sight. Where several share `least` points, the kind that has most of the
    /// time stands for them.
    pub(super) fn bars(&self, map: &SessionMap, least: f32) -> Vec<Bar> {
        let stretches = &map.stretches;
        let least_ms = self.ms_of(least).ceil() as u64;
        let mut bars: Vec<Bar> = Vec::new();
        let mut index = map.stretch_at(self.span.first_ms).unwrap_or(0);
        while let Some(first) = stretches.get(index).filter(|it| it.start_ms < self.span.end_ms()) {
            let mut end = index + 1;
            let mut stretch = *first;
            if first.end_ms - first.start_ms < least_ms {
                let until = first.start_ms + least_ms;
                while stretches.get(end).is_some_and(|next| next.end_ms <= until) {
                    end += 1;
                }
                stretch = most_of(&stretches[index..end]);
                stretch.side = None;
                stretch.start_ms = first.start_ms;
                stretch.end_ms = stretches[end - 1].end_ms;
            }
            let right = self.x(stretch.end_ms).min(self.left + self.width);
            let is_merged = end - index > 1;
            match bars.last_mut() {
                // What is no more than a blur is one: bars of its grain would tell of nothing.
                Some(last) if is_merged && last.is_merged && last.stretch.kind == stretch.kind => {
                    last.stretch.end_ms = stretch.end_ms;
                    last.right = right;
                }
                _ => bars.push(Bar {
                    left: self.x(stretch.start_ms).max(self.left),
                    right,
                    stretch,
                    is_merged,
                }),
            }
            index = end;
        }
        bars
    }

    /// Of the cues at these times those in sight, no two nearer than `least` points.
    pub(super) fn spread<'a>(
        &self,
        timeline: &'a Timeline,
        count: usize,
        cue_at: impl Fn(usize) -> usize,
        least: f32,
    ) -> Vec<&'a Cue> {
        let cue = |index: usize| &timeline.cues[cue_at(index)];
        let least_ms = self.ms_of(least).ceil().max(1.0) as u64;
        let mut seen = Vec::new();
        let mut index = first_from(count, |index| cue(index).at_ms >= self.span.first_ms);
        while index < count && cue(index).at_ms <= self.span.end_ms() {
            seen.push(cue(index));
            let next = cue(index).at_ms + least_ms;
            index += 1 + first_from(count - index - 1, |ahead| cue(index + 1 + ahead).at_ms >= next);
        }
        seen
    }

    /// The marks of the time axis, at least `room` points apart, in milliseconds.
    pub(super) fn marks(&self, room: f32) -> impl Iterator<Item = u64> {
        let least = self.ms_of(room);
        let step = STEPS.iter().map(|secs| secs * 1_000).find(|ms| *ms as f64 >= least);
        let step = step.unwrap_or(STEPS[STEPS.len() - 1] * 1_000);
        let marks: Range<u64> = self.span.first_ms.div_ceil(step)..self.span.end_ms() / step + 1;
        marks.map(move |mark| mark * step)
    }
}

/// The stretch of the kind that has most of the time, the longest of its kind.
fn most_of(stretches: &[Stretch]) -> Stretch {
    let len = |stretch: &Stretch| stretch.end_ms - stretch.start_ms;
    // Of each kind its time and its longest: thousands may share one place.
    let mut kinds: [Option<(u64, &Stretch)>; StretchKind::Rest as usize + 1] = Default::default();
    for stretch in stretches {
        let (time, longest) = kinds[stretch.kind as usize].get_or_insert((0, stretch));
        *time += len(stretch);
        if len(stretch) > len(longest) {
            *longest = stretch;
        }
    }
    let share = |(time, longest): &(u64, &Stretch)| (*time, len(longest), Reverse(longest.start_ms));
    kinds.into_iter().flatten().max_by_key(share).map_or(stretches[0], |(_, longest)| *longest)
}

/// The first index for which it holds, as it does for all after it.
fn first_from(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalog::Catalog;
    use crate::engine::{Options, compile};
    use crate::model::{Block, Routine, Step};

    fn long(blocks: usize) -> Timeline {
        let catalog = Catalog::builtin();
        let ids = ["cat-cow", "chair-rotation", "shoulder-rolls", "childs-pose"];
        let step = |index: usize| {
            Block::Step(Step { exercise: ids[index % ids.len()].to_owned(), ..Step::default() })
        };
        let blocks = (0..blocks).map(step).collect();
        compile(&Routine { blocks, ..Routine::new("x", "X") }, &catalog, &Options::default()).0
    }

    fn fit(timeline: &Timeline) -> Scale {
        Scale { left: 10.0, width: 1_000.0, span: Span::whole(timeline.total_ms()) }
    }

    #[test]
    fn times_and_places_are_one_another_s_inverse() {
        let scale = Scale { left: 10.0, width: 500.0, span: Span { first_ms: 60_000, len_ms: 30_000 } };
        for ms in (60_000..=90_000).step_by(777) {
            assert!(scale.ms(scale.x(ms)).abs_diff(ms) <= 2);
        }
        assert_eq!(scale.ms(-100.0), 60_000);
        assert_eq!(scale.ms(9_000.0), 90_000);
    }

    #[test]
    fn bars_cover_the_span_without_gaps_and_are_few_however_long_it_is() {
        for blocks in [1, 20, 2_000] {
            let timeline = Arc::new(long(blocks));
            let map = SessionMap::new(&timeline);
            let scale = fit(&timeline);
            let bars = scale.bars(&map, 3.0);
            assert!(bars.len() <= 400, "{}", bars.len());
            assert_eq!(bars[0].stretch.start_ms, 0);
            assert_eq!(bars[bars.len() - 1].stretch.end_ms, timeline.total_ms());
            assert!(bars.windows(2).all(|two| two[0].stretch.end_ms == two[1].stretch.start_ms));
        }
    }

    #[test]
    fn near_by_every_stretch_has_a_bar_of_its_own() {
        let timeline = long(2_000);
        let map = SessionMap::new(&timeline);
        let near = Scale { span: Span { first_ms: 300_000, len_ms: 60_000 }, ..fit(&timeline) };
        let seen: Vec<Stretch> = near.bars(&map, 3.0).iter().map(|bar| bar.stretch).collect();
        let meant: Vec<Stretch> = map
            .stretches
            .iter()
            .filter(|stretch| stretch.end_ms > 300_000 && stretch.start_ms < 360_000)
            .copied()
            .collect();
        assert_eq!(seen, meant);
    }

    #[test]
    fn cues_are_never_nearer_than_asked_and_the_first_in_sight_is_there() {
        let timeline = long(200);
        let scale = Scale { span: Span { first_ms: 100_000, len_ms: 400_000 }, ..fit(&timeline) };
        let seen = scale.spread(&timeline, timeline.cues.len(), |index| index, 5.0);
        assert!(seen.len() > 100 && seen.len() <= 201, "{}", seen.len());
        assert!(seen.windows(2).all(|two| two[1].at_ms - two[0].at_ms >= 2_000));
        assert_eq!(seen.first().copied(), timeline.cues.iter().find(|cue| cue.at_ms >= 100_000));
    }

    #[test]
    fn the_axis_has_round_times_with_room_between_them() {
        let scale = Scale { left: 0.0, width: 1_000.0, span: Span { first_ms: 61_000, len_ms: 300_000 } };
        let marks: Vec<u64> = scale.marks(64.0).collect();
        assert_eq!(marks.first(), Some(&90_000));
        assert!(marks.windows(2).all(|two| two[1] - two[0] == 30_000));
        assert_eq!(fit(&long(2_000)).marks(64.0).count() as u64 / 20, 0);
    }
}
