//! A timeline with the blocks it came from: where a time of one version lies in the next.

use std::sync::Arc;

use super::{BlockId, Document};
use crate::engine::{Segment, Timeline};

/// A timeline with the blocks it came from.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// The plan.
    pub timeline: Arc<Timeline>,
    /// The block of each entry.
    blocks: Vec<Option<BlockId>>,
}

impl Course {
    /// The course of a document that was compiled to this timeline.
    #[must_use]
    pub fn new(document: &Document, timeline: &Arc<Timeline>) -> Self {
        let block = |place: &[usize]| document.at(place).map(|node| node.id);
        let blocks = timeline.entries.iter().map(|entry| block(&entry.place)).collect();
        Self { timeline: Arc::clone(timeline), blocks }
    }

    /// The same blocks over a timeline that a session has changed since.
    #[must_use]
    pub fn over(&self, timeline: &Arc<Timeline>) -> Self {
        Self { timeline: Arc::clone(timeline), blocks: self.blocks.clone() }
    }

    /// The block of an entry of the timeline.
    #[must_use]
    pub fn block_of(&self, entry: usize) -> Option<BlockId> {
        self.blocks.get(entry).copied().flatten()
    }

    /// The block that runs at a time.
    #[must_use]
    pub fn block_at(&self, at_ms: u64) -> Option<BlockId> {
        let segment = &self.timeline.segments[self.timeline.segment_at(at_ms)?];
        self.block_of(segment.entry as usize)
    }

    /// When each round of a block runs, with the way into it and the rest after it.
    pub fn rounds_of(&self, is_wanted: impl Fn(BlockId) -> bool) -> impl Iterator<Item = (u64, u64)> {
        let wanted = move |index: &usize| self.block_of(*index).is_some_and(&is_wanted);
        (0..self.blocks.len()).filter(wanted).filter_map(|index| {
            let own = self.own(index);
            Some((own.first()?.start_ms, own.last()?.end_ms))
        })
    }

    fn own(&self, entry: usize) -> &[Segment] {
        let entry = &self.timeline.entries[entry];
        &self.timeline.segments[entry.first_segment as usize..entry.end_segment as usize]
    }

    /// Where a time of this course lies in another version of it: in the same round of the same
    /// block, in the same segment as far in. `None` where the block runs no more.
    #[must_use]
    pub fn followed(&self, next: &Self, at_ms: u64) -> Option<u64> {
        let index = self.timeline.segment_at(at_ms)?;
        let here = &self.timeline.segments[index];
        let entry = here.entry as usize;
        let block = self.block_of(entry)?;
        let is_it = |id: &Option<BlockId>| *id == Some(block);
        let round = self.blocks.iter().take(entry).filter(|id| is_it(id)).count();
        let rounds: Vec<usize> = (0..next.blocks.len()).filter(|i| is_it(&next.blocks[*i])).collect();
        let there = next.own(*rounds.get(round).or(rounds.last())?);
        let into = at_ms.saturating_sub(here.start_ms).min(here.len_ms());
        let same = there.iter().find(|segment| is_like(segment, here));
        if let Some(same) = same {
            return Some(same.start_ms + into.min(same.len_ms()));
        }
        // The repetition, set or rest is gone: as far through the block as it was.
        let own = self.own(entry);
        let (first, last) = (own.first()?, own.last()?);
        let share = (at_ms - first.start_ms) as f64 / (last.end_ms - first.start_ms).max(1) as f64;
        let (first, last) = (there.first()?, there.last()?);
        Some(first.start_ms + ((last.end_ms - first.start_ms) as f64 * share) as u64)
    }
}

fn is_like(a: &Segment, b: &Segment) -> bool {
    (a.kind, a.set, a.rep, a.side, a.way) == (b.kind, b.set, b.rep, b.side, b.way)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::Catalog;
    use crate::editor::{Change, Edit};
    use crate::engine::{Options, compile};
    use crate::model::{CommentedRoutine, Dose, Routine, Seconds, ron_dialect};

    fn document() -> Document {
        let text = r#"(version: 1, id: "x", name: "X", blocks: [
            Step(exercise: "cat-cow", dose: Flow(breaths: 4)),
            Repeat(times: 2, blocks: [Step(exercise: "childs-pose", dose: Hold(secs: 30))]),
        ])"#;
        let routine: Routine = ron_dialect().from_str(text).unwrap();
        Document::new(CommentedRoutine::from(routine))
    }

    fn course(document: &Document) -> Course {
        let catalog = Catalog::builtin();
        let timeline = compile(&document.routine(), &catalog, &Options::default()).0;
        Course::new(document, &Arc::new(timeline))
    }

    #[test]
    fn a_time_follows_its_block_through_an_edit_before_it() {
        let before = document();
        let (cat_cow, pose) = (before.blocks[0].id, before.blocks[1].inner[0].id);
        let change = Change::Dose(Some(Dose::Flow { breaths: 8, sets: 1 }));
        let edit = Edit::Change { ids: BTreeSet::from([cat_cow]), change };
        let after = before.edited(&edit, &BTreeSet::new()).unwrap().document;
        let (old, new) = (course(&before), course(&after));
        let grown = new.timeline.total_ms() - old.timeline.total_ms();
        assert!(grown > 0);
        let rounds: Vec<(u64, u64)> = old.rounds_of(|id| id == pose).collect();
        assert_eq!(rounds.len(), 2);
        let into_second = rounds[1].0 + 9_000;
        assert_eq!(old.followed(&new, into_second), Some(into_second + grown));
        assert_eq!(old.followed(&new, 2_000), Some(2_000), "what is before the edit stays");
    }

    #[test]
    fn a_time_in_what_is_gone_leads_nowhere_and_in_what_shrank_stays_inside() {
        let before = document();
        let pose = before.blocks[1].inner[0].id;
        let old = course(&before);
        let (start, end) = old.rounds_of(|id| id == pose).next().unwrap();
        let ids = BTreeSet::from([pose]);
        let removed = before.edited(&Edit::Remove(ids.clone()), &BTreeSet::new()).unwrap().document;
        assert_eq!(old.followed(&course(&removed), start + 5_000), None);
        let change = Change::Dose(Some(Dose::Hold { secs: Seconds(15.0), times: 1 }));
        let shrunk = before.edited(&Edit::Change { ids, change }, &BTreeSet::new()).unwrap().document;
        let new = course(&shrunk);
        let at = old.followed(&new, end - 1).unwrap();
        assert_eq!(new.block_at(at.saturating_sub(1)), Some(pose));
    }
}
