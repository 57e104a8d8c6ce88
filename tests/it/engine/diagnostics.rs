//! What the author is told.

use super::*;
use unhunch::engine::duplicate_ids;
use unhunch::model::{Dose, Equipment, Fix, Quantity};

const WARM: &str = r#"Step(exercise: "reps")"#;

#[test]
fn a_sound_routine_gives_no_reason_to_speak() {
    assert_eq!(problems(&format!(r#"[{WARM}, Step(exercise: "stretch"), Step(exercise: "hold-each")]"#)), []);
}

#[test]
fn a_dose_outside_its_range_comes_with_the_nearest_inside() {
    let (_, diagnostics) = compiled(r#"[Step(exercise: "reps", dose: Reps(count: 12))]"#);
    let expected = Problem::DoseOutsideRange {
        exercise: "reps".into(),
        quantity: Quantity::Reps,
        asked: 12.0,
        min: Some(5.0),
        max: Some(10.0),
    };
    assert_eq!(diagnostics[0].problem, expected);
    assert_eq!(diagnostics[0].severity, Severity::Warning);
    assert_eq!(diagnostics[0].fix, Some(Fix::SetDose(Dose::Reps { count: 10, sets: 1 })));
}

#[test]
fn a_cold_stretch_is_named_once_even_in_a_repeat() {
    let found = problems(r#"[Repeat(times: 3, blocks: [Step(exercise: "stretch")])]"#);
    assert_eq!(found, [Problem::ColdStretch { exercise: "stretch".into() }]);
    assert_eq!(problems(&format!(r#"[{WARM}, Step(exercise: "stretch")]"#)), []);
}

#[test]
fn one_side_alone_is_noticed_unless_the_other_comes_elsewhere() {
    let alone = r#"[Step(exercise: "hold-each", sides: LeftOnly)]"#;
    assert_eq!(problems(alone), [Problem::OneSideOnly { exercise: "hold-each".into() }]);
    let both =
        r#"[Step(exercise: "hold-each", sides: LeftOnly), Step(exercise: "hold-each", sides: RightOnly)]"#;
    assert_eq!(problems(both), []);
}

#[test]
fn strength_wants_a_cool_down() {
    assert_eq!(problems(r#"[Step(exercise: "strength")]"#), [Problem::NoCoolDown]);
    assert_eq!(problems(r#"[Step(exercise: "strength"), Step(exercise: "calm-down")]"#), []);
    assert_eq!(problems(r#"[Step(exercise: "strength"), Breathe(secs: 60)]"#), []);
}

#[test]
fn strength_wants_rest_between_sets() {
    let found = problems(r#"[Step(exercise: "strength", rest_secs: 0), Step(exercise: "calm-down")]"#);
    assert_eq!(found, [Problem::NoRest { exercise: "strength".into() }]);
}

#[test]
fn two_minutes_on_one_spot_of_the_roller_are_enough() {
    let found = problems(&format!(r#"[{WARM}, Step(exercise: "roller", dose: Hold(secs: 180))]"#));
    assert_eq!(found, [Problem::RollerTooLong { exercise: "roller".into(), secs: 180.0 }]);
    assert_eq!(problems(&format!(r#"[{WARM}, Step(exercise: "roller", dose: Hold(secs: 120))]"#)), []);
}

#[test]
fn held_breath_does_not_go_with_strain() {
    let blocks =
        r#"[Step(exercise: "strength", dose: Hold(secs: 16), breath: "box"), Step(exercise: "calm-down")]"#;
    let expected = Problem::RetentionUnderStrain { exercise: "strength".into(), pattern: "box".into() };
    assert_eq!(problems(blocks), [expected]);
    assert_eq!(problems(r#"[Step(exercise: "hold", dose: Hold(secs: 32), breath: "box")]"#), []);
}

#[test]
fn going_back_to_what_was_put_away_is_a_hint() {
    let blocks = r#"[Step(exercise: "strength"), Step(exercise: "band"), Step(exercise: "strength"), Step(exercise: "calm-down")]"#;
    let (_, diagnostics) = compiled(blocks);
    let expected =
        Problem::EquipmentChange { from: vec![Equipment::ResistanceBand], to: vec![Equipment::Dumbbells] };
    assert_eq!(diagnostics.len(), 1);
    assert_eq!((diagnostics[0].severity, &diagnostics[0].problem), (Severity::Hint, &expected));
    assert_eq!(diagnostics[0].place, vec![2]);
}

#[test]
fn an_empty_routine_and_one_over_an_hour_are_said() {
    assert_eq!(problems("[]"), [Problem::Empty]);
    assert_eq!(problems(r#"[Step(exercise: "hold", disabled: true)]"#), [Problem::Empty]);
    let long = problems(r#"[Repeat(times: 100, blocks: [Step(exercise: "hold")])]"#);
    assert!(matches!(long.as_slice(), [Problem::OverAnHour { minutes: 71 }]), "{long:?}");
}

#[test]
fn an_unknown_breath_names_the_nearest() {
    let found = problems(r#"[Step(exercise: "hold", breath: "clam")]"#);
    assert_eq!(found, [Problem::UnknownBreath { id: "clam".into(), nearest: Some("calm".into()) }]);
}

#[test]
fn a_newer_version_is_said() {
    let mut newer = routine(r#"[Step(exercise: "hold")]"#);
    newer.version = 9;
    let (_, diagnostics) = compile(&newer, catalog(), &Options::default());
    assert_eq!(diagnostics[0].problem, Problem::NewerVersion { version: 9 });
}

#[test]
fn ids_that_stand_twice_are_said_once_each() {
    let found = duplicate_ids(["a", "b", "a", "a", "c", "b"]);
    let ids: Vec<_> = found.iter().map(|d| d.problem.clone()).collect();
    assert_eq!(ids, [Problem::DuplicateId { id: "a".into() }, Problem::DuplicateId { id: "b".into() }]);
}
