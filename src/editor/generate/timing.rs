//! How long things take, asked of the engine: nothing here counts time by itself.

use super::easier::Ladder;
use super::layout;
use super::plan::{Part, Plan};
use super::role::Role;
use super::wish::{Aim, Wish, Wording};
use crate::catalog::Catalog;
use crate::engine::{Options, SegmentKind, compile};
use crate::model::{Block, Category, Diagnostic, Dose, Exercise, Problem, Routine, Seconds, Severity, Step};

/// A rest that suits strength work (added: source 001 gives none; the engine proposes the same).
const STRENGTH_REST_MS: u64 = 30_000;

/// Getting into the next exercise, roughly; the engine's figure decides in the end.
const SETTLE_MS: u64 = 6_000;

/// Rests take a twentieth of a session each at most, or what everyone rests, in milliseconds (added).
const REST_SHARE: u64 = 20;
const USUAL_REST_MS: u64 = 8_000;

/// Time to change sides, from which on it can be announced, and beyond which it is a wait (added).
const SWITCH_MS: (u64, u64) = (3_000, 15_000);

/// A length this near to the goal is as good as any, in percent.
const NEAR_PERCENT: u64 = 5;

/// A session over an hour is worth a warning.
const HOUR_MS: u64 = 3_600_000;

/// The lengths a session of a wish may have, and what its pauses are.
pub(super) struct Timing<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) ladder: Ladder<'a>,
    pub(super) goal_ms: u64,
    /// Rest between two exercises.
    pub(super) rest_ms: u64,
    /// Rest within strength work.
    pub(super) strength_rest_ms: u64,
    /// Time to change sides.
    pub(super) switch_ms: u64,
    /// Time before the first exercise.
    pub(super) lead_in_ms: u64,
    /// One whole breath of the breathing at the end.
    pub(super) breath_ms: u64,
    /// The least and the most that the breathing at the end should take.
    pub(super) closing_ms: (u64, u64),
    asked_ms: u64,
    options: Options,
}

impl<'a> Timing<'a> {
    pub(super) fn new(wish: &Wish, catalog: &'a Catalog, options: &Options) -> Self {
        let asked_ms = wish.length_ms();
        let stages = &catalog.default_breath().stages;
        let breath_ms = stages.iter().filter_map(|stage| stage.1.to_ms()).sum::<u64>().max(1_000);
        let rest_ms = options.rest_ms.min(USUAL_REST_MS.max(asked_ms / REST_SHARE));
        Self {
            catalog,
            ladder: Ladder::new(catalog),
            goal_ms: asked_ms.min(HOUR_MS - 3 * breath_ms),
            rest_ms,
            strength_rest_ms: rest_ms.max(STRENGTH_REST_MS),
            switch_ms: options.switch_ms.clamp(SWITCH_MS.0, SWITCH_MS.1),
            lead_in_ms: options.lead_in_ms,
            breath_ms,
            closing_ms: closing_ms(wish.aim, asked_ms),
            asked_ms,
            options: *options,
        }
    }

    /// True where the session's rests are not the person's own.
    pub(super) fn rests_give_way(&self) -> bool {
        self.rest_ms != self.options.rest_ms
    }

    /// True where the time to change sides is not the person's own.
    pub(super) fn switch_gives_way(&self) -> bool {
        self.switch_ms != self.options.switch_ms
    }

    /// What an exercise takes beside its work.
    pub(super) fn overhead_ms(&self, role: Role) -> u64 {
        let rest = if role == Role::Strengthen { self.strength_rest_ms } else { self.rest_ms };
        rest + SETTLE_MS
    }

    /// The length of one exercise at a dose; `None` where it cannot be done without a warning.
    pub(super) fn work_ms(&self, exercise: &Exercise, dose: Dose) -> Option<u64> {
        let rest_secs = (exercise.category == Category::Strengthening).then(|| secs(self.strength_rest_ms));
        let step = Step { exercise: exercise.id.clone(), dose: Some(dose), rest_secs, ..Step::default() };
        let routine = Routine {
            defaults: layout::defaults(self),
            blocks: vec![Block::Step(step)],
            ..Routine::new("", "")
        };
        let (timeline, found) = compile(&routine, self.catalog, &self.options);
        // What comes before and after it is the session's business.
        let is_alone = |one: &Diagnostic| {
            matches!(
                one.problem,
                Problem::ColdStretch { .. } | Problem::NoCoolDown | Problem::OverAnHour { .. }
            )
        };
        let is_sound = found.iter().all(|one| one.severity == Severity::Hint || is_alone(one));
        let work = timeline.segments.iter().filter(|segment| segment.kind != SegmentKind::Prepare);
        is_sound.then(|| work.map(crate::engine::Segment::len_ms).sum()).filter(|ms| *ms > 0)
    }

    /// The length of a session.
    pub(super) fn length_ms(&self, plan: &Plan<'_>) -> u64 {
        let routine = layout::routine(plan, self, &Wording::default());
        compile(&routine, self.catalog, &self.options).0.total_ms()
    }

    /// True for a length that counts as what was asked.
    pub(super) fn is_as_asked(&self, ms: u64) -> bool {
        ms.abs_diff(self.asked_ms) * 10 <= self.asked_ms && ms <= HOUR_MS
    }

    /// How far a session is from sound: 0 is sound in every way.
    pub(super) fn faults(&self, plan: &Plan<'_>) -> u64 {
        let routine = layout::routine(plan, self, &Wording::default());
        let (timeline, found) = compile(&routine, self.catalog, &self.options);
        let told: u64 =
            found.iter().map(|one| if one.severity == Severity::Hint { 1_000 } else { 100_000 }).sum();
        let ms = timeline.total_ms();
        let length = if self.is_as_asked(ms) { 0 } else { 10_000_000 };
        let off = ms.abs_diff(self.goal_ms) * 100 / self.goal_ms;
        let strain = plan.closing_ms.saturating_sub(self.closing_ms.1) / self.breath_ms;
        told + length + off.saturating_sub(NEAR_PERCENT) * 100 + strain * 50 + monotony(plan)
    }
}

/// How boring a session is: many rounds, and rounds of very little (weights added).
fn monotony(plan: &Plan<'_>) -> u64 {
    let of = |part: &Part<'_>| {
        let many = u64::from(part.rounds.saturating_sub(3));
        let bare = u64::from(part.rounds > 2) * (4_usize.saturating_sub(part.picks.len())) as u64;
        many * many + 3 * bare
    };
    plan.parts.iter().map(of).sum()
}

/// Milliseconds as a file has them.
pub(super) fn secs(ms: u64) -> Seconds {
    Seconds(ms as f64 / 1000.0)
}

/// Slow breathing ends a session: two to three minutes close the full one (source 001). Shorter
/// sessions get their share of it, and winding down more than the rest (shares added).
fn closing_ms(aim: Aim, asked_ms: u64) -> (u64, u64) {
    match aim {
        Aim::Loosen => ((asked_ms / 20).clamp(20_000, 60_000), (asked_ms / 8).clamp(40_000, 120_000)),
        Aim::Strengthen => ((asked_ms / 20).clamp(20_000, 60_000), (asked_ms / 8).clamp(40_000, 180_000)),
        Aim::WindDown => ((asked_ms / 6).clamp(30_000, 120_000), (asked_ms / 3).clamp(50_000, 240_000)),
    }
}
