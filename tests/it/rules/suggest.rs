//! What is suggested, and why.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use unhunch::catalog::Catalog;
use unhunch::engine::{Options, compile};
use unhunch::history::{
    Asked, Ledger, OnlyBreath, Reset, RoutineFacts, Suggestion, Why, planned_today, reset, rests, suggest,
};
use unhunch::model::{
    BoutRecord, Plan, PlannedTime, Remark, Routine, Said, SessionRecord, Severity, Stamp, Weekday, WorkKind,
};
use unhunch::text::Words;

use super::{at, bout, ledger, session, told};

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

static SHIPPED: LazyLock<Vec<RoutineFacts>> = LazyLock::new(|| {
    let facts = |routine: &Arc<Routine>| {
        let (timeline, diagnostics) = compile(routine, &CATALOG, &Options::default());
        let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error).count();
        RoutineFacts::of(routine, &timeline, errors)
    };
    CATALOG.routines.values().map(facts).collect()
});

pub(super) fn ask(ledger: &Ledger, plan: &Plan, now: Stamp) -> Suggestion {
    let (routines, none) = (&*SHIPPED, BTreeSet::new());
    suggest(&Asked { ledger, plan, routines, hurt: &none, wary: &none, now }).unwrap()
}

fn is(id: &str, check: impl Fn(&RoutineFacts) -> bool) -> bool {
    SHIPPED.iter().any(|routine| routine.id == id && check(routine))
}

fn of(days_ago: i64, hour: i8, routine: &str, kind: WorkKind) -> SessionRecord {
    let mut record = session(days_ago);
    record.began = at(days_ago, hour, 0);
    record.id = format!("{routine} {days_ago} {hour}");
    record.routine = routine.into();
    record.bouts = vec![bout("walking", kind, 8)];
    record
}

/// What is known of a routine that comes with the program.
pub(super) fn facts(id: &str) -> &'static RoutineFacts {
    SHIPPED.iter().find(|routine| routine.id == id).unwrap()
}

/// A routine done whole, in one stretch of work a kind.
pub(super) fn did(id: &str, began: Stamp) -> SessionRecord {
    let facts = facts(id);
    let work = [
        (WorkKind::Mobility, facts.moving_ms + facts.holding_ms),
        (WorkKind::Strength, facts.strength_ms),
        (WorkKind::Breath, facts.breath_ms),
    ];
    let bout = |(kind, done_ms)| BoutRecord { done_ms, planned_ms: done_ms, ..bout("walking", kind, 0) };
    SessionRecord {
        id: format!("{id} {}", began.utc_ms),
        began,
        took_ms: facts.total_ms,
        routine: id.into(),
        bouts: work.into_iter().filter(|work| work.1 > 0).map(bout).collect(),
        ..session(0)
    }
}

fn moving(days_ago: i64) -> SessionRecord {
    of(days_ago, 8, "morning-mobility", WorkKind::Mobility)
}

fn strong(days_ago: i64) -> SessionRecord {
    of(days_ago, 8, "strength-day", WorkKind::Strength)
}

#[test]
fn the_time_of_day_decides_where_nothing_else_does() {
    let usual = ledger([moving(1), moving(2), strong(0)]);
    for (hour, why, fits) in [
        (7, Why::Morning, RoutineFacts::is_moving as fn(&RoutineFacts) -> bool),
        (11, Why::Work, RoutineFacts::is_for_desk),
        (16, Why::Work, RoutineFacts::is_for_desk),
        (22, Why::Evening, RoutineFacts::is_calm),
        (2, Why::Evening, RoutineFacts::is_calm),
    ] {
        // Tomorrow, so that what was done today lies before every hour of it.
        let found = ask(&usual, &Plan::default(), at(-1, hour, 0));
        assert_eq!(found.why, why, "at {hour}");
        assert!(is(&found.routine, fits), "at {hour}: {}", found.routine);
    }
}

#[test]
fn a_first_session_is_short_and_needs_no_mat() {
    for hour in [7, 12, 19, 23] {
        let found = ask(&Ledger::default(), &Plan::default(), at(0, hour, 0));
        assert_eq!(found, Suggestion { routine: "desk-break".into(), why: Why::First });
    }
}

#[test]
fn after_a_long_break_one_starts_small() {
    let found = ask(&ledger([strong(30), moving(14)]), &Plan::default(), at(0, 7, 0));
    assert_eq!(found, Suggestion { routine: "desk-break".into(), why: Why::StartSmall(14) });
    let found = ask(&ledger([strong(30), moving(13)]), &Plan::default(), at(0, 7, 0));
    assert_ne!(found.why, Why::StartSmall(13));
}

#[test]
fn strength_has_its_turn_but_not_on_days_in_a_row() {
    for (ago, hour, why) in [
        (None, 18, Why::StrengthNew),
        (Some(0), 18, Why::StrengthToday),
        (Some(1), 18, Why::StrengthYesterday),
        (Some(2), 18, Why::Strength(2)),
        (Some(9), 20, Why::Strength(9)),
        (Some(2), 11, Why::Work),
        (Some(2), 22, Why::Evening),
    ] {
        let mut records = vec![moving(3), moving(4), moving(5)];
        records.extend(ago.map(strong));
        let found = ask(&ledger(records), &Plan::default(), at(0, hour, 0));
        assert_eq!(found.why, why, "{ago:?} at {hour}");
        let is_strength = matches!(why, Why::Strength(_) | Why::StrengthNew);
        assert_eq!(is(&found.routine, RoutineFacts::is_strength), is_strength, "{ago:?} at {hour}");
    }
    // Not before one is used to it.
    let found = ask(&ledger([moving(2), moving(3)]), &Plan::default(), at(0, 18, 0));
    assert_eq!(found.why, Why::Evening);
}

#[test]
fn while_a_sign_is_ticked_nothing_but_what_is_gentle_is_suggested() {
    let ticked = |at| Remark { at, said: Said::Sign("numbness".into()) };
    let taken_back = |at| Remark { at, said: Said::NoSign("numbness".into()) };
    for hour in [6, 11, 18, 22] {
        let mut it = ledger([moving(3), moving(4), moving(5)]);
        it.say(ticked(at(1, 9, 0)));
        let found = ask(&it, &Plan::default(), at(0, hour, 0));
        assert_eq!(found.why, Why::Signed, "at {hour}");
        assert!(is(&found.routine, RoutineFacts::is_gentle), "{}", found.routine);
        it.say(taken_back(at(0, 5, 0)));
        assert_ne!(ask(&it, &Plan::default(), at(0, hour, 0)).why, Why::Signed);
    }
}

#[test]
fn pain_lately_asks_for_something_gentle() {
    for (ago, before, after, why) in [
        (1, 6, None, Some(Why::Gentle(6))),
        (1, 3, Some(5), Some(Why::AfterRise)),
        (0, 6, None, Some(Why::Gentle(6))),
        (2, 5, Some(5), Some(Why::Gentle(5))),
        (3, 8, None, None),
        (1, 6, Some(4), None),
        (1, 4, None, None),
    ] {
        let found =
            ask(&ledger([moving(5), moving(6), told(ago, before, after)]), &Plan::default(), at(0, 18, 0));
        let is_careful = matches!(found.why, Why::Gentle(_) | Why::AfterRise);
        assert_eq!(is_careful.then_some(found.why), why, "{before} to {after:?}, {ago} days ago");
        assert!(!is_careful || is(&found.routine, RoutineFacts::is_gentle), "{}", found.routine);
    }
}

#[test]
fn what_is_made_for_after_a_workout_is_nothing_to_rest_a_sore_back_with() {
    // All that is gentle was done lately, so that each has its turn.
    let gentle: Vec<&RoutineFacts> = SHIPPED.iter().filter(|routine| routine.is_gentle()).collect();
    assert!(gentle.iter().any(|routine| routine.id == "post-workout"), "there is such a one");
    for skipped in &gentle {
        let others = gentle.iter().filter(|routine| routine.id != skipped.id);
        let mut records: Vec<SessionRecord> =
            others.map(|routine| of(3, 8, &routine.id, WorkKind::Mobility)).collect();
        records.push(told(1, 3, Some(5)));
        let found = ask(&ledger(records), &Plan::default(), at(0, 18, 0));
        assert_eq!(found.why, Why::AfterRise);
        assert!(
            !is(&found.routine, |routine| routine.tags.iter().any(|tag| tag == "cool-down")),
            "{found:?}"
        );
    }
}

#[test]
fn on_a_day_when_pain_rose_or_was_strong_nothing_is_suggested() {
    let (routines, none, plan) = (&*SHIPPED, BTreeSet::new(), Plan::default());
    for (ago, before, after, is_rest) in [
        (0, 4, Some(6), true),
        (0, 8, Some(7), true),
        (0, 7, None, true),
        (0, 7, Some(6), false),
        (0, 4, Some(5), false),
        (1, 4, Some(10), false),
    ] {
        let it = ledger([moving(5), told(ago, before, after)]);
        let asked = Asked { ledger: &it, plan: &plan, routines, hurt: &none, wary: &none, now: at(0, 20, 0) };
        assert_eq!(rests(&it, asked.now), is_rest, "{before} to {after:?}, {ago} days ago");
        assert_eq!(suggest(&asked).is_none(), is_rest);
        assert_eq!(reset(&asked).is_none(), is_rest);
    }
}

#[test]
fn what_nothing_was_told_of_takes_no_pain_away() {
    let breathed = |ago| of(ago, 16, "breathe", WorkKind::Breath);
    let rose_today = ledger([moving(5), told(0, 4, Some(6)), breathed(0)]);
    assert!(rests(&rose_today, at(0, 20, 0)));
    let rose_yesterday = ledger([moving(5), told(1, 4, Some(6)), breathed(1)]);
    assert_eq!(ask(&rose_yesterday, &Plan::default(), at(0, 9, 0)).why, Why::AfterRise);
    let better = ledger([moving(5), told(1, 4, Some(6)), told(0, 2, None)]);
    assert!(!matches!(ask(&better, &Plan::default(), at(0, 20, 0)).why, Why::AfterRise));
}

fn planned_at(hour: u8, minute: u8, routine: &str) -> Plan {
    let time = PlannedTime { day: Weekday::Wednesday, hour, minute, routine: routine.into() };
    Plan { times: vec![time], ..Plan::default() }
}

#[test]
fn what_is_planned_comes_when_its_time_is_near() {
    let plan = planned_at(17, 30, "wind-down");
    for (ago, hour, minute, is_near) in
        [(0, 14, 30, true), (0, 14, 29, false), (0, 18, 30, true), (0, 18, 31, false), (1, 17, 0, false)]
    {
        let found = ask(&ledger([moving(2)]), &plan, at(ago, hour, minute));
        assert_eq!(found.why == Why::Planned(17, 30), is_near, "{ago} {hour}:{minute}");
        assert_eq!(found.routine == "wind-down" && is_near, is_near);
    }
    let done = ledger([moving(2), of(0, 17, "wind-down", WorkKind::Mobility)]);
    assert_ne!(ask(&done, &plan, at(0, 17, 40)).why, Why::Planned(17, 30), "it was done");
    let gone = planned_at(17, 30, "no-such-routine");
    assert_ne!(ask(&ledger([moving(2)]), &gone, at(0, 17, 0)).why, Why::Planned(17, 30));
}

#[test]
fn the_next_time_of_the_day_is_told_until_it_was_used() {
    let mut plan = planned_at(17, 30, "");
    plan.times.push(PlannedTime { hour: 7, ..plan.times[0].clone() });
    let next = |ledger: &Ledger, hour| planned_today(ledger, &plan, at(0, hour, 0)).map(|time| time.hour);
    let none = Ledger::default();
    assert_eq!([6, 8, 9, 18, 19].map(|hour| next(&none, hour)), [Some(7), Some(7), Some(17), Some(17), None]);
    let done = ledger([of(0, 7, "wind-down", WorkKind::Mobility)]);
    assert_eq!(next(&done, 8), Some(17));
    assert_eq!(planned_today(&none, &plan, at(1, 8, 0)), None, "another day");
}

#[test]
fn what_was_not_done_for_long_has_its_turn_again() {
    let mut days = Vec::new();
    let mut seen = BTreeSet::new();
    for day in (0..30).rev() {
        let found = ask(&ledger(days.clone()), &Plan::default(), at(day, 7, 0));
        days.push(of(day, 7, &found.routine, WorkKind::Mobility));
        seen.insert(found.routine);
    }
    assert!(seen.len() >= 3, "mornings are not all alike: {seen:?}");
    let found =
        ask(&ledger([moving(9), of(1, 7, "desk-break", WorkKind::Mobility)]), &Plan::default(), at(0, 7, 0));
    let other = Suggestion { routine: "morning-mobility".into(), why: Why::NotFor(9) };
    assert!(found == other || found.why == Why::Morning, "{found:?}");
}

/// Routines, what hurt, after what pain rose, whether a sign is ticked, and what is to be done then.
type Case<'a> = (&'a [&'a RoutineFacts], &'a [&'a str], &'a [&'a str], bool, Option<Reset>);

#[test]
fn two_minutes_at_the_desk_are_always_at_hand_be_it_breathing_alone() {
    let mut second = facts("posture-reset").clone();
    (second.id, second.exercises) = ("chair-reset".into(), BTreeSet::from(["chair-rotation".into()]));
    let gentle = RoutineFacts { tags: vec!["gentle".into(), "desk".into()], ..second.clone() };
    let long = facts("desk-break").clone();
    let broken = RoutineFacts { errors: 1, ..second.clone() };
    let posture = facts("posture-reset").clone();
    let routine = |id: &str| Some(Reset::Routine(id.to_owned()));
    let breathe = |why| Some(Reset::Breathe(why));
    let cases: [Case<'_>; 12] = [
        (&[&posture, &long], &[], &[], false, routine("posture-reset")),
        (&[&posture, &second], &["shoulder-rolls"], &[], false, routine("chair-reset")),
        (&[&posture, &second], &[], &["shoulder-rolls"], false, routine("chair-reset")),
        (&[&posture, &second], &["shoulder-rolls", "chair-rotation"], &[], false, breathe(OnlyBreath::Hurt)),
        (&[&posture], &["shoulder-rolls"], &["slouch-overcorrect"], false, breathe(OnlyBreath::Hurt)),
        (&[&posture], &[], &["shoulder-rolls"], false, breathe(OnlyBreath::Rose)),
        (&[&posture], &["cat-cow"], &[], false, routine("posture-reset")),
        (&[&posture], &[], &[], true, breathe(OnlyBreath::Signed)),
        (&[&posture, &gentle], &[], &[], true, routine("chair-reset")),
        (&[&posture, &broken], &["shoulder-rolls"], &[], false, breathe(OnlyBreath::Hurt)),
        (&[&long], &["shoulder-rolls"], &[], false, None),
        (&[], &[], &[], false, None),
    ];
    for (routines, hurt, wary, is_signed, expected) in cases {
        let mut it = Ledger::default();
        if is_signed {
            it.say(Remark { at: at(1, 9, 0), said: Said::Sign("numbness".into()) });
        }
        let routines: Vec<RoutineFacts> = routines.iter().map(|&routine| routine.clone()).collect();
        let (hurt, wary) = (hurt.iter().copied().collect(), wary.iter().copied().collect());
        let plan = Plan::default();
        let asked = Asked {
            ledger: &it,
            plan: &plan,
            routines: &routines,
            hurt: &hurt,
            wary: &wary,
            now: at(0, 9, 0),
        };
        assert_eq!(reset(&asked), expected, "hurt {hurt:?}, rose {wary:?}, signed {is_signed}");
    }
}

#[test]
fn a_routine_after_which_pain_rose_comes_when_there_is_no_other() {
    let all = &*SHIPPED;
    let (none, wary) = (BTreeSet::new(), BTreeSet::from(["shoulder-rolls"]));
    let holds = |routine: &&RoutineFacts| routine.exercises.contains("shoulder-rolls");
    let only: Vec<RoutineFacts> = all.iter().filter(holds).cloned().collect();
    let (it, plan) = (Ledger::default(), Plan::default());
    let asked = Asked { ledger: &it, plan: &plan, routines: all, hurt: &none, wary: &wary, now: at(0, 9, 0) };
    let found = suggest(&asked).unwrap();
    assert!(!is(&found.routine, |routine| routine.exercises.contains("shoulder-rolls")));
    assert!(suggest(&Asked { routines: &only, ..asked }).is_some());
}

#[test]
fn every_reason_is_half_a_sentence() {
    let words = Words::new("en");
    assert_eq!(words.why(Why::Strength(2)), "Strength was two days ago");
    assert_eq!(words.why(Why::Planned(17, 30)), "You planned this for 17:30");
    for why in [OnlyBreath::Hurt, OnlyBreath::Rose, OnlyBreath::Signed] {
        let said = words.why_only_breath(why);
        assert!(said.len() < 44 && !said.ends_with('.') && said.starts_with("Calm breaths"), "{said}");
    }
    for why in [
        Why::Gentle(6),
        Why::AfterRise,
        Why::Signed,
        Why::First,
        Why::StartSmall(20),
        Why::Strength(12),
        Why::StrengthNew,
        Why::StrengthToday,
        Why::StrengthYesterday,
        Why::NotFor(9),
        Why::Morning,
        Why::Work,
        Why::FreeDay,
        Why::Evening,
        Why::Fits,
    ] {
        let said = words.why(why);
        assert!(said.len() < 60 && !said.ends_with('.') && said.contains(' '), "{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_that_hurt_or_has_errors_is_ever_suggested_and_something_always_is(
        hurting in proptest::collection::btree_set(0_usize..54, 0..30),
        broken in proptest::collection::btree_set(0_usize..21, 0..12),
        done in proptest::collection::vec((0_i64..40, 0_usize..21, any::<bool>(), proptest::option::of(0_u8..=10)), 0..20),
        hour in 0_i8..24,
        day in 0_i64..7,
        planned in proptest::option::of((0_u8..24, 0_usize..21)),
    ) {
        let mut routines = SHIPPED.clone();
        let ids: Vec<String> = routines.iter().map(|routine| routine.id.clone()).collect();
        let exercises: Vec<&str> = CATALOG.exercises.keys().map(String::as_str).collect();
        for index in broken {
            routines[index].errors = 1;
        }
        let hurt: BTreeSet<&str> = hurting.into_iter().filter_map(|index| exercises.get(index).copied()).collect();
        let records = done.into_iter().map(|(ago, index, is_strength, pain)| {
            let kind = if is_strength { WorkKind::Strength } else { WorkKind::Mobility };
            let mut record = of(ago, 6, &ids[index], kind);
            record.before.pain = pain;
            record
        });
        let plan = planned.map_or_else(Plan::default, |(hour, index)| planned_at(hour, 0, &ids[index]));
        let (it, none) = (ledger(records), BTreeSet::new());
        let asked = Asked {
            ledger: &it, plan: &plan, routines: &routines, hurt: &hurt, wary: &none, now: at(-day, hour, 0),
        };
        let fine = |routine: &RoutineFacts| {
            routine.errors == 0 && routine.exercises.iter().all(|id| !hurt.contains(id.as_str()))
        };
        let found = suggest(&asked);
        let is_expected = routines.iter().any(fine) && !rests(&it, asked.now);
        prop_assert_eq!(found.is_some(), is_expected);
        prop_assert_eq!(&found, &suggest(&asked));
        let short = reset(&asked).and_then(|reset| match reset {
            Reset::Routine(id) => Some(id),
            Reset::Breathe(_) => None,
        });
        for id in found.map(|found| found.routine).into_iter().chain(short) {
            prop_assert!(routines.iter().any(|routine| routine.id == id && fine(routine)), "{}", id);
        }
    }
}
