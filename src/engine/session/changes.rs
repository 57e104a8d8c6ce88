//! What changes the plan of a running session: more of it, a gate passed, what hurts, another speed.

use std::sync::Arc;
use std::time::Duration;

use super::{SPEEDS, Session, State};
use crate::catalog::Catalog;
use crate::engine::{SegmentKind, Timeline};
use crate::model::{PlanChange, What};

impl Session {
    fn exchange(&mut self, timeline: Timeline, change: PlanChange) {
        self.timeline = Arc::new(timeline);
        self.changes.push(change);
    }

    /// The position, or at a gate, which stands at the end of its segment, one instant before.
    pub(super) fn inside(&self, now: Duration) -> Duration {
        let here = self.position(now);
        match self.state() {
            State::AtGate { .. } => here.saturating_sub(Duration::from_millis(1)),
            _ => here,
        }
    }

    pub(super) fn extend(&mut self, now: Duration) {
        if matches!(self.state(), State::Hurt | State::Over | State::AtGate { .. }) {
            return;
        }
        let here = self.position(now);
        let index = self.timeline.segment_at(here.as_millis() as u64);
        let longer = index.and_then(|i| Some((i, self.timeline.extended(i)?)));
        if let Some((segment, longer)) = longer {
            self.record(here, What::Extended);
            self.tally.lengthen(&self.timeline, &longer, segment);
            self.exchange(longer, PlanChange::Longer { segment });
            self.tally.follow_plan(&self.timeline, here);
        }
    }

    pub(super) fn pass_gate(&mut self, now: Duration) {
        let (here, inside) = (self.position(now), self.inside(now));
        let waited = match self.state() {
            State::AtGate { since } => now.saturating_sub(since),
            _ => Duration::ZERO,
        };
        let Some(index) = self.timeline.segment_at(inside.as_millis() as u64) else { return };
        let segment = self.timeline.segments[index];
        if segment.kind != SegmentKind::Open {
            return;
        }
        self.record(inside, What::Done);
        self.tally.pass_gate(&self.timeline, here, waited);
        let lasted = here.saturating_sub(Duration::from_millis(segment.start_ms)) + waited;
        let passed = self.timeline.passed_gate(index, lasted);
        self.exchange(passed, PlanChange::GatePassed { segment: index, lasted });
        let end = Duration::from_millis(self.timeline.segments[index].end_ms);
        self.jump(end, now);
    }

    /// Ends what is under way. Pain may come in a rest or while breathing, too.
    pub(super) fn hurts(&mut self, catalog: &Catalog, now: Duration) {
        if matches!(self.state(), State::Hurt | State::Over) {
            return;
        }
        let here = self.inside(now);
        let Some(moment) = self.timeline.at(here) else { return };
        let (index, exercise) = (moment.segment_index, moment.entry.exercise.clone());
        let entry = moment.entry_index;
        self.record(here, What::Hurt);
        self.tally.hurt(&self.timeline, here, entry);
        let mut variants = exercise.iter().flat_map(|e| &e.easier).filter_map(|v| v.exercise.as_deref());
        self.easier = variants.find(|id| catalog.exercise(id).is_some()).map(str::to_owned);
        self.exchange(self.timeline.without_what_hurts(here), PlanChange::Without { at: here });
        let end = self.timeline.segments.get(index).map_or(here, |s| Duration::from_millis(s.end_ms));
        self.enter(State::Hurt, end, now);
    }

    pub(super) fn take_easier(&mut self, catalog: &Catalog, now: Duration) {
        let Some(easier) = self.easier.take() else { return };
        let here = self.position(now);
        let inside = here.saturating_sub(Duration::from_millis(1)).as_millis() as u64;
        let Some(index) = self.timeline.segment_at(inside) else { return };
        let entry = self.timeline.segments[index].entry as usize;
        self.record(here, What::TookEasier);
        let with = self.timeline.with_inserted(entry, &easier, catalog, &self.options, self.speed);
        self.exchange(with, PlanChange::Inserted { after: entry, exercise: easier });
        self.go_on(now);
    }

    pub(super) fn go_on(&mut self, now: Duration) {
        if self.state() == State::Hurt {
            let here = self.position(now);
            self.jump(here, now);
        }
    }

    pub(super) fn set_speed(&mut self, speed: f64, now: Duration) {
        let speed = speed.clamp(*SPEEDS.start(), *SPEEDS.end());
        let ratio = speed / self.speed;
        if !ratio.is_finite() || (ratio - 1.0).abs() < 1e-9 {
            return;
        }
        let here = self.position(now);
        let faster = self.timeline.at_ratio(ratio);
        let to = self.same_place(&faster, here);
        self.tally.bank(&self.timeline, here);
        self.tally.follow_speed(&faster, ratio, to);
        self.speed = speed;
        self.ways_back.iter_mut().for_each(|way| way.follow_speed(ratio));
        self.exchange(faster, PlanChange::Speed(speed));
        let state = self.state();
        self.enter(state, to, now);
    }

    fn same_place(&self, other: &Timeline, here: Duration) -> Duration {
        let Some(moment) = self.timeline.at(here) else { return Duration::ZERO };
        let segment = &other.segments[moment.segment_index];
        let into = segment.len_ms() as f64 * f64::from(moment.progress);
        Duration::from_millis(segment.start_ms) + Duration::from_micros((into * 1000.0) as u64)
    }
}
