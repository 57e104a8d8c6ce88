//! Lays out one step: sides, sets, ways round, and the work of each dose.

use std::sync::Arc;

use super::SegmentKind;
use super::breathing::{cycle_ms, nearest_breaths, stage_ms, whole_breaths};
use super::compile::{Compiler, Place};
use crate::model::{
    BreathPattern, BreathPhase, Category, Dose, Exercise, Optional, Quantity, Seconds, Side, SideOrder,
    Sides, Step, Tempo,
};

/// Easing out between two holds on one side, in milliseconds.
pub(super) const RELEASE_MS: u64 = 4_000;

/// Turning round to go the other way needs no more than this, in milliseconds.
const OTHER_WAY_MS: u64 = 4_000;

/// What an open dose lasts before its gate, at least, in milliseconds.
const OPEN_MS: u64 = 8_000;

/// A step with everything that was left out filled in.
struct Plan {
    exercise: Arc<Exercise>,
    dose: Dose,
    tempo: Tempo,
    breath: Arc<BreathPattern>,
    order: SideOrder,
    rest_ms: u64,
    switch_ms: u64,
}

impl Compiler<'_> {
    pub(super) fn step(&mut self, step: &Step) {
        let Some(exercise) = self.exercise(&step.exercise) else { return };
        let Some(plan) = self.plan(step, exercise) else { return };
        let transition = step.transition_secs.map(|secs| self.length(Optional::Transition, Some(secs), 0));
        let note = Arc::from(step.note.as_str());
        self.open_entry(Some(plan.exercise.clone()), plan.dose, plan.tempo, plan.breath.clone(), &note);
        self.silence(&step.silent);
        let (sets, reps) = counts(&plan.dose);
        let first_side = match plan.exercise.sides {
            Sides::Both => None,
            Sides::Each | Sides::Alternating => plan.order.sides().first().copied(),
        };
        self.set_counts(sets, reps, first_side);
        self.approach(transition, first_side);
        self.work(&plan);
        self.before = Some(plan.exercise);
        self.owe_rest(plan.rest_ms);
    }

    fn plan(&mut self, step: &Step, exercise: Arc<Exercise>) -> Option<Plan> {
        let dose = self.checked_dose(step.dose, &exercise)?;
        let tempo = self.checked_tempo(step.tempo, &exercise);
        let own = step.breath.as_deref().and_then(|id| self.breath(id));
        let breath = own
            .or_else(|| exercise.breath.as_deref().and_then(|id| self.breath(id)))
            .unwrap_or_else(|| self.usual_breath());
        let rest_ms = self.length(Optional::Rest, step.rest_secs, self.rest_ms);
        let switch_ms = self.length(Optional::Switch, step.switch_secs, self.switch_ms);
        let mut plan =
            Plan { order: step.sides.unwrap_or_default(), exercise, dose, tempo, breath, rest_ms, switch_ms };
        plan.end_on_whole_breaths();
        Some(plan)
    }

    fn work(&mut self, plan: &Plan) {
        let sides: Vec<Option<Side>> = match plan.exercise.sides {
            Sides::Both | Sides::Alternating => vec![None],
            Sides::Each => plan.order.sides().iter().copied().map(Some).collect(),
        };
        let sets = counts(&plan.dose).0;
        for (index, side) in sides.into_iter().enumerate() {
            if index > 0 {
                self.push(SegmentKind::Switch, plan.switch_ms, Place { side, ..Place::default() });
            }
            for set in 1..=sets {
                if set > 1 {
                    self.push(SegmentKind::Rest, plan.rest_ms, Place { set, side, ..Place::default() });
                }
                self.ways(plan, Place { set, side, ..Place::default() });
            }
        }
    }

    fn ways(&mut self, plan: &Plan, place: Place) {
        let ways = plan.exercise.ways.len().clamp(1, usize::from(u8::MAX)) as u8;
        for way in 0..ways {
            let place = Place { way, ..place };
            if way > 0 {
                self.push(SegmentKind::Switch, plan.switch_ms.min(OTHER_WAY_MS), Place { rep: 0, ..place });
            }
            self.bout(plan, place);
        }
    }

    fn bout(&mut self, plan: &Plan, place: Place) {
        match plan.dose {
            Dose::Hold { secs, times } => self.holds(plan, place, secs, times),
            Dose::Reps { count, .. } => self.reps(plan, place, count),
            Dose::Flow { breaths, .. } => self.flow(plan, place, breaths),
            Dose::Timed { secs, .. } if plan.exercise.category == Category::Breathing => {
                let breaths = nearest_breaths(secs.to_ms().unwrap_or(0), &plan.breath);
                self.push(SegmentKind::Breathe, breaths * cycle_ms(&plan.breath), place);
            }
            Dose::Timed { secs, .. } => {
                let len = secs.to_ms().unwrap_or(0);
                let loops = plan.loops_in(len);
                self.push(SegmentKind::Timed, len, Place { loops, ..place });
            }
            Dose::Open { .. } => {
                let loops = plan.loops_in(OPEN_MS);
                let len = u64::from(loops) * rep_ms(&plan.tempo);
                self.push(SegmentKind::Open, len, Place { loops, ..place });
            }
        }
    }

    fn holds(&mut self, plan: &Plan, place: Place, secs: Seconds, times: u32) {
        let len = secs.to_ms().unwrap_or(0);
        let turns = plan.turns(place.side);
        for rep in 1..=times as u16 {
            for (index, side) in turns.iter().copied().enumerate() {
                let place = Place { rep, side, ..place };
                if turns.len() > 1 && (rep, index) != (1, 0) {
                    self.push(SegmentKind::Switch, plan.switch_ms, Place { rep: 0, ..place });
                } else if rep > 1 {
                    self.push(SegmentKind::Release, RELEASE_MS, place);
                }
                self.push(SegmentKind::Hold, len, place);
            }
        }
    }

    fn reps(&mut self, plan: &Plan, place: Place, count: u32) {
        let phases = [
            (SegmentKind::Lift, plan.tempo.lift_secs),
            (SegmentKind::Pause, plan.tempo.pause_secs),
            (SegmentKind::Lower, plan.tempo.lower_secs),
        ];
        let turns = plan.turns(place.side);
        for rep in 1..=count as u16 {
            for side in turns.iter().copied() {
                for (kind, secs) in phases {
                    self.push(kind, secs.to_ms().unwrap_or(0), Place { rep, side, ..place });
                }
            }
        }
    }

    fn flow(&mut self, plan: &Plan, place: Place, breaths: u32) {
        let turns = plan.turns(place.side);
        for rep in 1..=breaths as u16 {
            for side in turns.iter().copied() {
                for stage in &plan.breath.stages {
                    let kind = match stage.0 {
                        BreathPhase::In => SegmentKind::Inhale,
                        BreathPhase::Full => SegmentKind::Full,
                        BreathPhase::Out => SegmentKind::Exhale,
                        BreathPhase::Empty => SegmentKind::Empty,
                    };
                    self.push(kind, stage_ms(*stage), Place { rep, side, ..place });
                }
            }
        }
    }
}

impl Plan {
    /// Makes a hold last whole breaths, inside what the sources allow.
    fn end_on_whole_breaths(&mut self) {
        let Dose::Hold { secs, times } = self.dose else { return };
        let Some(asked) = secs.to_ms() else { return };
        let (least, most) = self.exercise.allowed(Quantity::HoldSecs).unwrap_or((None, None));
        let ms = |secs: f64| Seconds(secs).to_ms();
        let allowed = (least.and_then(ms).unwrap_or(0), most.and_then(ms).unwrap_or(u64::MAX));
        let whole = whole_breaths(asked, &self.breath, allowed);
        self.dose = Dose::Hold { secs: Seconds(whole.len_ms as f64 / 1000.0), times };
        self.breath = whole.pattern;
    }

    /// The sides that take turns within a repetition.
    fn turns(&self, side: Option<Side>) -> Vec<Option<Side>> {
        match self.exercise.sides {
            Sides::Alternating => self.order.sides().iter().copied().map(Some).collect(),
            Sides::Both | Sides::Each => vec![side],
        }
    }

    /// Whole loops of the motion nearest to a length; as many on one side as on the other.
    fn loops_in(&self, len_ms: u64) -> u16 {
        let one = rep_ms(&self.tempo).max(1);
        let turns = self.turns(None).len() as u64;
        let rounds = ((len_ms + one * turns / 2) / (one * turns)).max(1);
        (rounds * turns).min(u64::from(u16::MAX)) as u16
    }
}

/// Milliseconds of one repetition.
pub(super) fn rep_ms(tempo: &Tempo) -> u64 {
    [tempo.lift_secs, tempo.pause_secs, tempo.lower_secs].iter().filter_map(|s| s.to_ms()).sum()
}

fn counts(dose: &Dose) -> (u16, u16) {
    let (sets, reps) = match *dose {
        Dose::Hold { times, .. } => (1, times),
        Dose::Reps { count, sets } => (sets, count),
        Dose::Flow { breaths, sets } => (sets, breaths),
        Dose::Timed { sets, .. } | Dose::Open { sets } => (sets, 1),
    };
    (sets as u16, reps as u16)
}
